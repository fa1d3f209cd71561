"""One worked example for each indicator of the catalogue: what is entered, and what comes out.

The results were worked out by hand from the printed rumus, not by the product.
"""

from collections.abc import Mapping

SURVEY = {
    "unsur_satu": 105, "unsur_dua": 101, "unsur_tiga": 100, "unsur_empat": 116, "unsur_lima": 102,
    "unsur_enam": 105, "unsur_tujuh": 106, "unsur_delapan": 105, "unsur_sembilan": 115,
    "responden": 29,
}  # fmt: skip
VILLAGES = {"sangat_tertinggal": 0, "tertinggal": 16, "berkembang": 83, "maju": 45, "mandiri": 0}

EXAMPLES: dict[str, tuple[Mapping[str, float], str]] = {
    "K01": (SURVEY, "91.48"),  # 955 / 9 / 29 x 25 = 91,475
    "K02": ({"tepat_waktu": 2555, "berkas_lengkap": 2584}, "98.88"),
    "K03": ({"sesuai_sop": 1140, "diperiksa": 1200}, "95.00"),
    "K04": ({"izin_terbit": 7, "permohonan": 8}, "87.50"),
    "K05": ({"ditindaklanjuti": 47, "diterima": 47}, "100.00"),
    "K06": ({"menit": 930, "selesai": 62}, "15.00"),
    "K07": ({"laporan_skm": 2}, "2.00"),
    "K08": ({"pendatang_lengkap": 30, "pendatang_terdata": 40}, "75.00"),
    "K09": ({"tata_kelola_baik": 2, "desa": 3}, "66.67"),
    "K10": ({"apbdes_tepat": 1, "desa": 3}, "33.33"),
    "K11": ({"rkp_tepat": 10, "apb_tepat": 8, "lpj_tepat": 6, "desa": 10}, "80.00"),
    "K12": ({"mandiri": 1, "desa": 8}, "12.50"),
    "K13": ({"selaras": 9, "desa": 12}, "75.00"),
    "K14": ({"dilatih": 35, "aparatur": 80}, "43.75"),
    "K15": ({"laporan_monev": 4}, "4.00"),
    "K16": ({"desa_lunas": 5, "desa": 9}, "55.56"),
    "K17": ({"hadir": 410, "diundang": 450}, "91.11"),
    "K18": ({"lembaga_aktif": 56, "lembaga": 61}, "91.80"),
    "K19": ({"ikut_pembinaan": 12, "lembaga_desa": 48}, "25.00"),
    "K20": ({"terakomodasi": 21, "usulan": 60}, "35.00"),
    "K21": ({"lembaga_hadir": 39, "lembaga": 52}, "75.00"),
    "K22": ({"rt_terlayani": 35, "rt": 192}, "18.23"),
    "K23": ({"rt_juara": 7, "rt": 192}, "3.65"),
    "K24": ({"desa_dibina": 6, "desa": 8}, "75.00"),
    "K25": ({"tepat_sasaran": 95, "dicek": 100}, "95.00"),
    "K26": ({"ditangani": 12, "dilaporkan": 12}, "100.00"),
    "K27": ({"kejadian": 11}, "11.00"),
    "K28": ({"linmas_aktif": 45, "linmas": 60}, "75.00"),
    "K29": ({"laporan_koordinasi": 12}, "12.00"),
    "K30": ({"nilai": 61.70}, "61.70"),
    "K31": ({"temuan_selesai": 60, "temuan": 73}, "82.19"),
    "K32": ({"dokumen_tepat": 14, "dokumen_wajib": 16}, "87.50"),
    "K33": (
        {"keuangan_tepat": 11, "bmd_tepat": 1, "keuangan_wajib": 12, "bmd_wajib": 4},
        "75.00",  # (11 + 1) / (12 + 4)
    ),
    "K34": ({"dipenuhi": 17, "kebutuhan": 20}, "85.00"),
    "K35": ({"hari_hadir": 4980, "hari_kerja": 5000}, "99.60"),
    "K36": ({"dilaksanakan": 9, "kesepakatan": 12}, "75.00"),
    "K37": ({"difasilitasi": 30, "sarana": 40}, "75.00"),
    "K38": ({"nilai": 72.4}, "72.40"),
    "K39": (VILLAGES, "31.25"),  # 45 of 144
    "K40": ({"realisasi_pbb": 491776960, "ketetapan_pbb": 4294099091}, "11.45"),
    "K41": ({"bumdes_aktif": 66}, "66.00"),
    "K42": ({"linmas": 45, "penduduk": 90000}, "5.00"),
}
