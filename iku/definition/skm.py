"""The survey of nine unsur, of which a definition need write nothing but its kind."""

from typing import Any

_UNSUR = (
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
)


def complete_skm(tree: dict[str, Any]) -> dict[str, Any]:
    """Supply components and rumus of a nine-unsur SKM (Permenpan RB 14/2017) where left out."""
    nilai = tree.get("nilai")
    if not isinstance(nilai, dict) or nilai.get("jenis") != "skm":
        return tree
    codes = [f"unsur_{word}" for word in _UNSUR]
    if not tree.get("komponen"):
        unsur = [
            {"kode": code, "nama": f"Jumlah nilai unsur {n}", "satuan": "nilai", "bulat": "ya"}
            for n, code in enumerate(codes, start=1)
        ]
        tree["komponen"] = [
            *unsur,
            {"kode": "responden", "nama": "Jumlah responden", "satuan": "orang", "bulat": "ya"},
        ]
    if not nilai.get("rumus"):
        tree["nilai"] = {**nilai, "rumus": f"({'+'.join(codes)})/9/responden*25"}
    return tree
