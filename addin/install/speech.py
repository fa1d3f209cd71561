"""What installing says, in Indonesian and English.

Here and not in a data file: the command files run this before a YAML reader is installed. In any
other language it speaks Indonesian.
"""

from typing import TypeAlias

Language: TypeAlias = str

SENTENCES: dict[str, dict[Language, str]] = {
    "fallback": {
        "id": "Sementara itu buku kerja tetap dapat diperiksa: seret berkasnya ke atas Periksa IKU.cmd, atau buka lembar Cek Kesiapan di dalam buku kerja.",
        "en": "Meanwhile a workbook can still be checked: drag the file onto Periksa IKU.cmd, or open its sheet Cek Kesiapan.",
    },
    "installed": {
        "id": "IKU {version} sudah terpasang. Buka Excel; tombolnya ada di tab IKU.",
        "en": "IKU {version} is installed. Open Excel; the buttons are on the tab IKU.",
    },
    "installed_without_excel": {
        "id": "IKU {version} sudah terpasang di {home}.",
        "en": "IKU {version} is installed in {home}.",
    },
    "environment_only": {
        "id": "Pemeriksa IKU {version} sudah siap; tombol di Excel belum dipasang.",
        "en": "The IKU checker {version} is ready; the buttons in Excel are not installed.",
    },
    "check_failed": {
        "id": "Pemeriksaan tidak selesai. Jalankan pasang.cmd sekali lagi, lalu coba lagi; bila tetap begini, klik dua kali Diagnosis IKU.cmd. Sementara itu buka lembar Cek Kesiapan di dalam buku kerja.",
        "en": "The check did not finish. Run pasang.cmd once more and try again; if it stays so, double-click Diagnosis IKU.cmd. Meanwhile open the sheet Cek Kesiapan of the workbook.",
    },
    "drop_here": {
        "id": "Seret buku kerja atau foldernya ke jendela ini, lalu tekan Enter:",
        "en": "Drag a workbook or a folder into this window and press Enter:",
    },
    "extension_added": {
        "id": "Menu IKU di LibreOffice juga sudah terpasang; buka ulang LibreOffice.",
        "en": "The IKU menu in LibreOffice is installed too; start LibreOffice again.",
    },
    "extension_failed": {
        "id": "Menu IKU di LibreOffice belum terpasang. Tutup LibreOffice, lalu jalankan lagi. Kata programnya: {output}",
        "en": "The IKU menu in LibreOffice is not installed. Close LibreOffice and run this again. The program said: {output}",
    },
    "extension_kept": {
        "id": "Menu IKU di LibreOffice belum dapat dilepas. Tutup LibreOffice, lalu jalankan lagi. Kata programnya: {output}",
        "en": "The IKU menu in LibreOffice could not be removed. Close LibreOffice and run this again. The program said: {output}",
    },
    "removed": {
        "id": "IKU sudah dilepas dari komputer ini. Buku kerja dan berkas lain tidak disentuh.",
        "en": "IKU is removed from this computer. Workbooks and other files were not touched.",
    },
    "nothing_to_remove": {
        "id": "IKU tidak terpasang untuk pengguna ini; tidak ada yang dilepas.",
        "en": "IKU is not installed for this user; nothing was removed.",
    },
    "close_excel": {
        "id": "Excel masih terbuka. Simpan pekerjaan, tutup semua jendela Excel, lalu jalankan lagi. Belum ada yang diubah.",
        "en": "Excel is open. Save your work, close every Excel window and run this again. Nothing was changed.",
    },
    "in_use": {
        "id": "{path} sedang dipakai program lain. Tutup Excel dan LibreOffice, lalu jalankan lagi. Keadaan semula sudah dikembalikan.",
        "en": "{path} is in use by another program. Close Excel and LibreOffice and run this again. Everything is as it was before.",
    },
    "cannot_write": {
        "id": "{path} tidak dapat ditulis ({reason}). Periksa ruang kosong dan izin folder itu, lalu jalankan lagi. Keadaan semula sudah dikembalikan.",
        "en": "{path} cannot be written ({reason}). Check free space and permission of that folder and run this again. Everything is as it was before.",
    },
    "no_source": {
        "id": "Paket IKU tidak ditemukan di {folder}: SHA256SUMS atau isinya tidak ada. Jalankan pemasangnya dari folder paket yang lengkap (Windows: pasang.cmd; Linux: ikuti BACA SAYA.txt), atau sebutkan foldernya dengan --from.",
        "en": "No IKU bundle in {folder}: SHA256SUMS or what it lists is missing. Run the installer of the complete bundle folder (Windows: pasang.cmd; Linux: follow BACA SAYA.txt), or name the folder with --from.",
    },
    "no_wheel": {
        "id": "Folder {folder} tidak memuat satu paket iku_kecamatan yang dapat dipasang. Sebutkan folder yang benar dengan --wheels.",
        "en": "The folder {folder} does not hold exactly one iku_kecamatan package. Name the right folder with --wheels.",
    },
    "damaged": {
        "id": "Berkas paket ini rusak, hilang, atau berubah: {names}. Salin ulang seluruh folder paket dari sumbernya. Belum ada yang diubah.",
        "en": "Files of this bundle are damaged, missing or changed: {names}. Copy the whole bundle folder again from where it came from. Nothing was changed.",
    },
    "store_python": {
        "id": "Python yang ditemukan berasal dari Microsoft Store ({path}) dan tidak dapat dipakai, karena berkasnya tersembunyi dari Excel. Pasang Python 3.11 sampai 3.14 dari python.org atau portal kantor, lalu jalankan lagi.",
        "en": "The Python found comes from the Microsoft Store ({path}) and cannot be used, since its files are hidden from Excel. Install Python 3.11 to 3.14 from python.org or your office's portal and run this again.",
    },
    "own_python": {
        "id": "Perintah ini sedang dijalankan oleh lingkungan yang hendak diganti. Jalankan {command} dari folder paket IKU.",
        "en": "This command is being run by the very environment it would replace. Run {command} from the IKU bundle folder.",
    },
    "no_environment": {
        "id": "Lingkungan Python untuk IKU tidak dapat dibuat dengan {python}. Pasang Python lengkap dari python.org, lalu jalankan lagi. Kata programnya: {output}",
        "en": "The Python environment for IKU could not be made with {python}. Install the full Python from python.org and run this again. The program said: {output}",
    },
    "no_packages": {
        "id": "Isi paket tidak dapat dipasang ke lingkungan Python. Pastikan Python yang dipakai versi 3.11 sampai 3.14, 64-bit. Kata programnya: {output}",
        "en": "The packages could not be installed into the Python environment. Make sure that Python is 3.11 to 3.14, 64-bit. The program said: {output}",
    },
    "does_not_start": {
        "id": "Lingkungan Python sudah dibuat, tetapi tidak mau berjalan; biasanya karena antivirus atau kebijakan kantor. Mintalah petugas TI mengizinkan {python}. Kata programnya: {output}",
        "en": "The Python environment was made but does not run, usually because of the virus scanner or an office policy. Ask the IT officer to allow {python}. The program said: {output}",
    },
    "quarantined": {
        "id": "{path} hilang atau berubah sesaat setelah disalin; biasanya antivirus yang mengambilnya. Mintalah petugas TI memeriksa karantina dan mengizinkan berkas dengan SHA-256 {digest}.",
        "en": "{path} vanished or changed right after it was copied, usually because the virus scanner took it. Ask the IT officer to look into the quarantine and to allow the file with SHA-256 {digest}.",
    },
}


def say(key: str, language: Language, **facts: object) -> str:
    """Return a sentence; KeyError for a key that was never written down."""
    said = SENTENCES[key]
    return said.get(language, said["id"]).format(**facts)
