@echo off
rem Seret buku kerja atau folder ke atas berkas ini: isinya diperiksa tanpa Excel dan tanpa makro.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
title Periksa IKU
pushd "%~dp0" || exit /b 2
set "IKU_PYTHON="
set "IKU_HASIL=2"
if exist "%LOCALAPPDATA%\IKU\venv\Scripts\python.exe" set "IKU_PYTHON=%LOCALAPPDATA%\IKU\venv\Scripts\python.exe"
if not defined IKU_PYTHON call program\cari_python.cmd
setlocal EnableDelayedExpansion
if not defined IKU_PYTHON goto :selesai
echo Memeriksa, mohon tunggu...
rem Nama yang diseret dibaca dari CMDCMDLINE, bukan dari parameter: di sana nama ber-ampersand terpotong.
set "IKU_BARIS=!CMDCMDLINE!"
"!IKU_PYTHON!" -I -X utf8 program\mulai.py check
set "IKU_HASIL=!ERRORLEVEL!"

:selesai
popd
if not defined IKU_TANPA_JEDA pause
rem Setelah berkas diseret, keluar sama sekali: sisa baris perintah tidak boleh dijalankan.
if "!CMDCMDLINE:/c=!"=="!CMDCMDLINE!" exit /b !IKU_HASIL!
exit !IKU_HASIL!
