"""The add-in's VBA, run by an interpreter that is neither Excel nor LibreOffice.

Windows stands at the edge: the one module that asks it for anything is replaced by one that answers
from a few variables and remembers what it was asked to start.
"""

from functools import cache
from typing import Any

from pyopenvba.apps.excel import ExcelApplication

from addin.menu import menu
from addin.xlam.modules import modules
from tests.xlam.conftest import VERSION

WINDOWS = """Option Explicit
Public Python As String
Public Installed As Boolean
Public English As Boolean
Public Guarded As Boolean
Public Code As Long
Public Started As String
Public StartedIn As String
Public Reminders As Long
Public Impatient As Boolean
Public Broken As Boolean

Public Function JalurPython() As String
    JalurPython = Python
End Function
Public Function BerkasAda(ByVal jalur As String) As Boolean
    BerkasAda = Installed
End Function
Public Function FolderLog() As String
    FolderLog = "C:\\Users\\siti\\AppData\\Local\\IKU\\log"
End Function
Public Function JalankanProses(ByVal perintah As String, ByVal folder As String) As Long
    Started = perintah
    StartedIn = folder
    If Broken Then Err.Raise 70
    If Impatient Then Jalankan "konsolidasi"
    JalankanProses = Code
End Function
Public Function OfficeBerbahasaInggris() As Boolean
    OfficeBerbahasaInggris = English
End Function
Public Function JendelaExcel() As String
    JendelaExcel = "4711"
End Function
Public Function TampilanTerproteksi() As Boolean
    TampilanTerproteksi = Guarded
End Function
Public Sub PasangPengingat(ByVal makro As String)
    Reminders = Reminders + 1
End Sub
Public Sub BatalkanPengingat()
    Reminders = Reminders - 1
End Sub
Public Sub Isi(ByVal nama As String, ByVal nilai As Variant)
    Select Case nama
        Case "python": Python = nilai
        Case "installed": Installed = nilai
        Case "english": English = nilai
        Case "guarded": Guarded = nilai
        Case "impatient": Impatient = nilai
        Case "broken": Broken = nilai
        Case "code": Code = nilai
    End Select
End Sub
"""
# Excel hands these to callbacks; here they are made by hand.
CONTROL = """Option Explicit
Public ID As String
Public Tag As String
"""
RIBBON = """Option Explicit
Public Forgotten As Long
Public Sub Invalidate()
    Forgotten = Forgotten + 1
End Sub
"""
HAND = """Option Explicit
Public Pita As IRibbonUI

Public Sub Muat()
    Set Pita = New IRibbonUI
    IKU_Muat Pita
End Sub
Private Function Tombol(ByVal aksi As String) As IRibbonControl
    Set Tombol = New IRibbonControl
    Tombol.ID = "btn_" & Replace(aksi, "-", "_")
    Tombol.Tag = aksi
End Function
Public Sub Tekan(ByVal aksi As String)
    IKU_Tekan Tombol(aksi)
End Sub
Public Function Aktif(ByVal aksi As String) As Variant
    Dim hasil As Variant
    IKU_Aktif Tombol(aksi), hasil
    Aktif = hasil
End Function
Public Function Kata(ByVal apa As String, ByVal aksi As String) As Variant
    Dim hasil As Variant
    Select Case apa
        Case "label": IKU_Label Tombol(aksi), hasil
        Case "tip": IKU_Tip Tombol(aksi), hasil
        Case "penjelasan": IKU_Penjelasan Tombol(aksi), hasil
    End Select
    Kata = hasil
End Function
"""
PYTHON = r"C:\Users\siti\AppData\Local\IKU\venv\Scripts\pythonw.exe"


class Excel:
    """One Excel with the add-in in it and no workbook open yet."""

    def __init__(self) -> None:
        self.application = ExcelApplication()
        for name, source in (("IRibbonControl", CONTROL), ("IRibbonUI", RIBBON)):
            self.application.add_module(source, name=name, kind="class")
        for name, source in {**modules(menu(), VERSION), "modShell": WINDOWS}.items():
            self.application.add_module(source.replace("\r\n", "\n"), name=name)
        self.application.add_module(HAND, name="Hand")
        self.given(python=PYTHON, installed=True)
        self.call("Muat")

    def given(self, **answers: object) -> None:
        """Let Windows answer so from now on."""
        for name, value in answers.items():
            self.call("Isi", name, value)

    def call(self, procedure: str, *arguments: object) -> Any:
        return self.application.run(procedure, *arguments)

    def value(self, expression: str) -> Any:
        return self.application.evaluate(expression)

    def open(self, name: str) -> None:
        self.application.add_workbook().name = name

    @property
    def said(self) -> list[str]:
        """The text of every message box so far."""
        return [text for _kind, text, *_rest in self.application.dialogs]


@cache
def _any_excel() -> Excel:
    return Excel()


def command(action: str, book: str, hwnd: int | None = 4711) -> str:
    """The command line that the add-in makes for a press of a button."""
    return str(_any_excel().call("SusunPerintah", PYTHON, action, str(hwnd), book))
