"""Where things stand on Ringkasan; other sheets of the recap refer to them."""

SHEET = "Ringkasan"
SASARAN, KODE, IKU, SATUAN, TARGET, REALISASI, CAPAIAN, KATEGORI, STATUS, BANYAK, CATATAN = range(
    1, 12
)
N, M, IN_MEAN, CAPPED, BOBOT, WEIGHTED, WEIGHTED_CAPPED, TARGET_NUMBER = range(13, 21)
STRIP_ROW, LIGHT_ROW, CHART_ROW, HEADER_ROW = 6, 8, 10, 24
HEADS = {
    SASARAN: "Sasaran strategis",
    KODE: "Kode",
    IKU: "Indikator Kinerja Utama",
    SATUAN: "Satuan",
    TARGET: "Target",
    REALISASI: "Realisasi",
    CAPAIAN: "Capaian (%)",
    KATEGORI: "Kategori",
    STATUS: "Status",
    BANYAK: "Kecamatan dihitung",
    CATATAN: "Catatan",
}
WIDTHS = {
    SASARAN: 26.0,
    KODE: 8.0,
    IKU: 44.0,
    SATUAN: 11.0,
    TARGET: 11.0,
    REALISASI: 16.0,
    CAPAIAN: 13.0,
    KATEGORI: 14.0,
    STATUS: 19.0,
    BANYAK: 12.0,
    CATATAN: 36.0,
}
