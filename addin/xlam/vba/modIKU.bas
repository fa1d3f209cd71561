Attribute VB_Name = "modIKU"
Option Explicit
' Pure logic of the launcher: nothing here touches Excel, files, the registry or a process.
' Built from text by "iku addin build"; a change made here inside Excel is lost.

Public Const IKU_VERSION As String = "@VERSION@"

' How the program leaves; the same numbers stand in addin/launcher.py.
Private Const KODE_SELESAI As Long = 0
Private Const KODE_VERSI As Long = 10
Private Const KODE_TANPA_HOST As Long = 11
Private Const KODE_SUDAH_DIBERITAHU As Long = 20
Public Const KODE_DITOLAK As Long = -1

Private Const PRIMARY_LANGUAGE As Long = 1023
Private Const ENGLISH As Long = 9

' One argument, such that CommandLineToArgvW gives the same text back: backslashes count
' double only in front of a quotation mark.
Public Function QuoteArg(ByVal teks As String) As String
    Dim i As Long, garis As Long, hasil As String, huruf As String
    For i = 1 To Len(teks)
        huruf = Mid$(teks, i, 1)
        If huruf = "\" Then
            garis = garis + 1
        ElseIf huruf = Chr$(34) Then
            hasil = hasil & String$(garis * 2 + 1, "\") & huruf
            garis = 0
        Else
            hasil = hasil & String$(garis, "\") & huruf
            garis = 0
        End If
    Next i
    QuoteArg = Chr$(34) & hasil & String$(garis * 2, "\") & Chr$(34)
End Function

' A name without any percent sign, which the shell would take for a variable: "%" becomes
' "~25" and "~" itself "~7E". Python takes it back.
Public Function SandiNama(ByVal nama As String) As String
    SandiNama = Replace(Replace(nama, "~", "~7E"), "%", "~25")
End Function

Public Function SusunPerintah(ByVal python As String, ByVal aksi As String, _
    ByVal hwnd As String, ByVal buku As String) As String
    Dim hasil As String
    hasil = QuoteArg(python) & " -I -X utf8 -m addin " & aksi & _
        " --host excel --hwnd " & hwnd & " --version " & IKU_VERSION
    If Len(buku) > 0 Then hasil = hasil & " " & QuoteArg("--book-escaped=" & SandiNama(buku))
    SusunPerintah = hasil
End Function

' An absolute path on a drive or a share. A percent sign would be expanded on the way, so that
' another program than the installed one could be meant.
Public Function JalurLayak(ByVal jalur As String) As Boolean
    If InStr(jalur, "%") > 0 Or InStr(jalur, Chr$(34)) > 0 Then Exit Function
    If LCase$(Right$(jalur, 4)) <> ".exe" Then Exit Function
    JalurLayak = Mid$(jalur, 2, 2) = ":\" Or Left$(jalur, 2) = "\\"
End Function

Public Function FolderDari(ByVal jalur As String) As String
    FolderDari = Left$(jalur, InStrRev(jalur, "\"))
End Function

' Which sentence tells how the program left; empty where the user knows already.
Public Function KunciPesan(ByVal kode As Long) As String
    Select Case kode
        Case KODE_SELESAI, KODE_SUDAH_DIBERITAHU
            KunciPesan = ""
        Case KODE_DITOLAK
            KunciPesan = "ditolak"
        Case KODE_VERSI
            KunciPesan = "versi"
        Case KODE_TANPA_HOST
            KunciPesan = "tanpa_host"
        Case Else
            KunciPesan = "gagal"
    End Select
End Function

Public Function IsiPesan(ByVal kalimat As String, ByVal kode As Long, ByVal folder As String) As String
    IsiPesan = Replace(Replace(Replace(kalimat, "{kode}", CStr(kode)), "{versi}", IKU_VERSION), "{log}", folder)
End Function

' Whether a Windows language identifier is some English: its low ten bits say so.
Public Function BahasaInggris(ByVal lcid As Long) As Boolean
    BahasaInggris = (lcid And PRIMARY_LANGUAGE) = ENGLISH
End Function
