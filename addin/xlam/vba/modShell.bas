Attribute VB_Name = "modShell"
Option Explicit
' The only module that asks something of Windows (registry, files, environment, processes) or of
' Excel's own window. Nothing of it is ever read from a workbook or its folder.

Private Const UI_LANGUAGE As Long = 2
Private Const HIDDEN_WINDOW As Long = 0
Private Const SECONDS_TO_REMINDER As Long = 2
Private mKapan As Date
Private mPengingat As String

' The interpreter that the installer wrote down; empty where it did not.
Public Function JalurPython() As String
    On Error Resume Next
    JalurPython = CreateObject("WScript.Shell").RegRead("HKCU\Software\IKU\Python")
End Function

Public Function BerkasAda(ByVal jalur As String) As Boolean
    On Error Resume Next
    BerkasAda = CreateObject("Scripting.FileSystemObject").FileExists(jalur)
End Function

Public Function FolderLog() As String
    FolderLog = Environ$("LOCALAPPDATA") & "\IKU\log"
End Function

' Starts the program without any window and waits for it; KODE_DITOLAK where Windows refuses.
' It starts in its own folder, because Excel's current folder is often that of the workbook and
' Windows looks there for libraries too; afterwards Excel is back where it was.
Public Function JalankanProses(ByVal perintah As String, ByVal folder As String) As Long
    Dim wsh As Object, semula As String
    On Error GoTo Ditolak
    Set wsh = CreateObject("WScript.Shell")
    semula = wsh.CurrentDirectory
    wsh.CurrentDirectory = folder
    JalankanProses = wsh.Run(perintah, HIDDEN_WINDOW, True)
Selesai:
    On Error Resume Next
    If Len(semula) > 0 Then wsh.CurrentDirectory = semula
    Exit Function
Ditolak:
    JalankanProses = KODE_DITOLAK
    Resume Selesai
End Function

Public Function OfficeBerbahasaInggris() As Boolean
    Dim bahasa As Object
    On Error Resume Next
    Set bahasa = Application.LanguageSettings
    OfficeBerbahasaInggris = BahasaInggris(bahasa.LanguageID(UI_LANGUAGE))
End Function

Public Function JendelaExcel() As String
    JendelaExcel = CStr(Application.Hwnd)
End Function

Public Function TampilanTerproteksi() As Boolean
    On Error Resume Next
    TampilanTerproteksi = Application.ProtectedViewWindows.Count > 0
End Function

Public Sub PasangPengingat(ByVal makro As String)
    mPengingat = "'" & ThisWorkbook.Name & "'!" & makro
    mKapan = Now + TimeSerial(0, 0, SECONDS_TO_REMINDER)
    Application.OnTime mKapan, mPengingat
End Sub

Public Sub BatalkanPengingat()
    On Error Resume Next
    Application.OnTime mKapan, mPengingat, , False
End Sub
