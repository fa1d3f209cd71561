@echo off
rem Mencari sebab tombol IKU tidak tampak atau tidak bekerja. Tidak ada yang diubah.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
title Diagnosis IKU
pushd "%~dp0" || exit /b 2
set "IKU_PYTHON="
set "IKU_HASIL=2"
call program\cari_python.cmd
if not defined IKU_PYTHON goto :selesai
echo Memeriksa pemasangan IKU, mohon tunggu...
"%IKU_PYTHON%" -I -X utf8 program\mulai.py doctor >"%TEMP%\Diagnosis IKU.txt"
set "IKU_HASIL=%ERRORLEVEL%"
type "%TEMP%\Diagnosis IKU.txt"
rem Dari Notepad kalimat untuk petugas TI lebih mudah disalin daripada dari jendela ini.
if not defined IKU_TANPA_JEDA start "" "%SystemRoot%\notepad.exe" "%TEMP%\Diagnosis IKU.txt"

:selesai
popd
if not defined IKU_TANPA_JEDA pause
exit /b %IKU_HASIL%
