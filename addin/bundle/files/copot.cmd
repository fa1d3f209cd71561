@echo off
rem Melepas IKU dari pengguna ini. Buku kerja dan berkas lain tidak disentuh.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
title Melepas IKU
pushd "%~dp0" || exit /b 2
set "IKU_PYTHON="
set "IKU_HASIL=2"
call program\cari_python.cmd
if not defined IKU_PYTHON goto :selesai
echo Melepas IKU, mohon tunggu...
"%IKU_PYTHON%" -I -X utf8 program\mulai.py uninstall
set "IKU_HASIL=%ERRORLEVEL%"

:selesai
popd
if not defined IKU_TANPA_JEDA pause
exit /b %IKU_HASIL%
