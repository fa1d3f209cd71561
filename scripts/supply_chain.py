"""What the product is made of: licences of every locked package, and a bill of materials.

python -m scripts.supply_chain licences          (checks, and prints the table)
python -m scripts.supply_chain sbom OUT.json     (CycloneDX 1.5, of what the bundles bring)
"""

import json
import re
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_PINNED = re.compile(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
ELSEWHERE = {
    "appscript": "Public Domain",
    "comtypes": "MIT",
    "pywin32": "PSF-2.0",
    "colorama": "BSD-3-Clause",
}
"""Packages of other systems, which carry no metadata on this one (as their projects state)."""
ALLOWED = re.compile(
    r"MIT|BSD|Apache|PSF|Python Software Foundation|MPL|Mozilla|EUPL|European Union|ISC|Zlib|0BSD"
    r"|CC0|CNRI|Public Domain|Unlicense",
    re.IGNORECASE,
)
FORBIDDEN = re.compile(r"\bA?L?GPL|GNU|PolyForm|Commercial|Proprietary", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Package:
    """One locked package: what it is, what it may be used for, and the digests of its files."""

    name: str
    version: str
    licence: str
    digests: tuple[str, ...]

    @property
    def permitted(self) -> bool:
        """Whether the licence is one that we accept."""
        return bool(ALLOWED.search(self.licence)) and not FORBIDDEN.search(self.licence)


def locked(lock: str) -> list[Package]:
    """Return the packages of a lock in requirements/, by name."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    found = list(_PINNED.finditer(text))
    ends = [one.start() for one in found[1:]] + [len(text)]
    packages = {
        (one[1], one[2]): Package(
            one[1], one[2], licence_of(one[1]), tuple(_HASH.findall(text[one.end() : end]))
        )
        for one, end in zip(found, ends, strict=True)
    }
    return [packages[key] for key in sorted(packages)]


def in_an_office() -> list[Package]:
    """Return what the offline bundles bring, by name."""
    packages = {one.name: one for lock in ("windows", "linux") for one in locked(lock)}
    return [packages[name] for name in sorted(packages)]


def licence_of(name: str) -> str:
    """Return the licence that a package states; empty where it states none."""
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ELSEWHERE.get(name, "")
    stated = [one for one in about.get_all("Classifier") or [] if one.startswith("License")]
    trove = "; ".join(one.split("::")[-1].strip() for one in stated)
    written = {key: about[key] for key in ("License-Expression", "License") if key in about}
    return written.get("License-Expression") or trove or written.get("License", "")[:60]


def bill_of_materials() -> dict[str, object]:
    """Return what runs in an office as a CycloneDX document; the same locks give the same text."""
    about = metadata.metadata("iku-kecamatan")
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": about["Name"],
                "version": about["Version"],
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": [_component(package) for package in in_an_office()],
    }


def _component(package: Package) -> dict[str, object]:
    return {
        "type": "library",
        "name": package.name,
        "version": package.version,
        "purl": f"pkg:pypi/{package.name}@{package.version}",
        "licenses": [{"license": {"name": package.licence}}],
        "hashes": [{"alg": "SHA-256", "content": digest} for digest in package.digests],
    }


def main(arguments: list[str]) -> int:
    """Check the licences, or write the bill of materials."""
    if arguments[:1] == ["sbom"] and len(arguments) == 2:
        text = json.dumps(bill_of_materials(), indent=1)
        Path(arguments[1]).write_text(text + "\n", encoding="utf-8")
        return 0
    if arguments != ["licences"]:
        print(__doc__, file=sys.stderr)
        return 2
    packages = locked("dev")
    for package in packages:
        print(f"{package.name} {package.version}: {package.licence}")
    return int(not all(package.permitted for package in packages))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
