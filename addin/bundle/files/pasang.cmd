@echo off
rem Memasang IKU untuk pengguna ini. Hak administrator tidak diperlukan.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
title Memasang IKU
pushd "%~dp0" || exit /b 2
set "IKU_PYTHON="
set "IKU_HASIL=2"
call program\cari_python.cmd
if not defined IKU_PYTHON goto :selesai
echo Memasang IKU, mohon tunggu satu sampai tiga menit...
"%IKU_PYTHON%" -I -X utf8 program\mulai.py install
set "IKU_HASIL=%ERRORLEVEL%"

:selesai
popd
if not defined IKU_TANPA_JEDA pause
exit /b %IKU_HASIL%
