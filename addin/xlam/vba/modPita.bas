Attribute VB_Name = "modPita"
Option Explicit
' What the ribbon calls. The words stand in modMenu, pure logic in modIKU; modShell asks Windows
' and Excel.

Private mPita As IRibbonUI
Private mSibuk As Boolean
Private mMenunggu As Boolean

Public Sub IKU_Muat(ribbon As IRibbonUI)
    Set mPita = ribbon
End Sub

Public Sub IKU_Label(control As IRibbonControl, ByRef hasil As Variant)
    hasil = TeksMenu(control.ID, "label", OfficeBerbahasaInggris())
End Sub

Public Sub IKU_Tip(control As IRibbonControl, ByRef hasil As Variant)
    hasil = TeksMenu(control.ID, "tip", OfficeBerbahasaInggris())
End Sub

Public Sub IKU_Penjelasan(control As IRibbonControl, ByRef hasil As Variant)
    hasil = TeksMenu(control.ID, "penjelasan", OfficeBerbahasaInggris())
End Sub

Public Sub IKU_Aktif(control As IRibbonControl, ByRef hasil As Variant)
    hasil = AdaBuku() Or Not PerluBuku(control.Tag)
    If Not hasil Then TungguBuku
End Sub

Public Sub IKU_Tekan(control As IRibbonControl)
    Jalankan control.Tag
End Sub

' Excel keeps what IKU_Aktif said until it is asked to forget it. So while, and only while, no
' workbook is open, a look is taken every two seconds: there is nothing that it could disturb.
Public Sub IKU_LihatBuku()
    mMenunggu = False
    If mPita Is Nothing Then Exit Sub
    If AdaBuku() Then
        mPita.Invalidate
    Else
        TungguBuku
    End If
End Sub

Public Sub Auto_Close()
    If mMenunggu Then BatalkanPengingat
    mMenunggu = False
End Sub

' A press by name, for the ribbon and for the self-test on Windows (scripts/uji_excel.py).
Public Sub Jalankan(ByVal aksi As String)
    If mSibuk Then
        Beritahu "masih_bekerja", 0
    ElseIf PerluBuku(aksi) And Not AdaBuku() Then
        Beritahu IIf(TampilanTerproteksi(), "terlindungi", "tanpa_buku"), 0
    Else
        mSibuk = True
        Kerjakan aksi
        mSibuk = False
    End If
End Sub

Private Sub Kerjakan(ByVal aksi As String)
    Dim python As String, kode As Long
    On Error GoTo Gagal
    python = JalurPython()
    If Not JalurLayak(python) Then
        Beritahu "belum_terpasang", 0
    ElseIf Not BerkasAda(python) Then
        Beritahu "belum_terpasang", 0
    Else
        kode = JalankanProses(SusunPerintah(python, aksi, JendelaExcel(), NamaBuku()), FolderDari(python))
        If Len(KunciPesan(kode)) > 0 Then Beritahu KunciPesan(kode), kode
    End If
    Exit Sub
Gagal:
    Beritahu "gagal", Err.Number
End Sub

Private Sub Beritahu(ByVal kunci As String, ByVal kode As Long)
    MsgBox IsiPesan(TeksPesan(kunci, OfficeBerbahasaInggris()), kode, FolderLog()), vbExclamation, "IKU"
End Sub

Private Sub TungguBuku()
    If mMenunggu Then Exit Sub
    mMenunggu = True
    PasangPengingat "IKU_LihatBuku"
End Sub

Private Function AdaBuku() As Boolean
    AdaBuku = Not ActiveWorkbook Is Nothing
End Function

Private Function NamaBuku() As String
    If AdaBuku() Then NamaBuku = ActiveWorkbook.Name
End Function
