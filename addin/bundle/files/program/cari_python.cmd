@echo off
rem Mencari Python yang dapat dipakai; hasilnya di IKU_PYTHON. Dipanggil dari folder paket.
rem Hanya yang terpasang di komputer ini, tidak pernah yang kebetulan ada di folder ini.
set "NoDefaultCurrentDirectoryInExePath=1"
call :cari py
call :cari py -3.14
call :cari py -3.13
call :cari py -3.12
call :cari py -3.11
call :cari python
call :cari python3
if defined IKU_PYTHON exit /b 0
echo Python 3.11 sampai 3.14 (64-bit) tidak ditemukan di komputer ini.
echo Pasang Python dari https://www.python.org/downloads/windows/ atau dari portal aplikasi kantor,
echo cukup untuk pengguna ini saja, lalu jalankan sekali lagi.
echo Python dari Microsoft Store tidak dapat dipakai.
echo Sementara itu pakailah lembar Cek Kesiapan di dalam buku kerja.
exit /b 2

:cari
if defined IKU_PYTHON exit /b 0
for /f "usebackq delims=" %%P in (`%* -I -X utf8 program\mulai.py python 2^>nul`) do set "IKU_PYTHON=%%P"
exit /b 0
