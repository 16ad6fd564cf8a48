; The installer for Windows, for one user and without an administrator. installer.py compiles it with
;   VERSION   of the program, such as 0.1.0
;   BUNDLE    the folder that PyInstaller made
;   ICON      the file for the installer's own icon
;   PICTURE   what stands at the side of its last page
;   KIB       how large the bundle is
;   OUT       what is made
; What it understands, beside what every NSIS installer does (/S says and asks nothing, /D=FOLDER):
;   /AUTOSTART  also starts desktopxfer with Windows
;   /FIREWALL   also lets other computers in; silently only when run as administrator
;   /PURGE      of the uninstaller: also forgets the profile

Target amd64-unicode
Unicode true
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma
RequestExecutionLevel user
Name "desktopxfer"
BrandingText "desktopxfer ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\desktopxfer"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "desktopxfer"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "desktopxfer ${VERSION} Setup"
VIAddVersionKey CompanyName "the desktopxfer authors"
VIAddVersionKey LegalCopyright "MIT License"

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "Sections.nsh"
!include "WinVer.nsh"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\desktopxfer"
!define PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths\desktopxfer.exe"
; The names and the mark that the program itself uses: desktopxfer/desktop/autostart.py, own_files.py.
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define APPROVED "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
!define MARK "Written by desktopxfer"
!define WINDOW "desktopxferw.exe" ; without a console
!define CONSOLE "desktopxfer.exe"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURE}" ; without one a picture of NSIS' own
!define MUI_COMPONENTSPAGE_SMALLDESC
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; The programs that run from $INSTDIR --------------------------------------------------------------

; Pushes how many there are. With END = 1 they are ended: what they are transferring breaks off
; and goes on the next time, which no file has to pay for. Only those of this folder: another copy,
; or another user's, is none of our business.
!macro PROGRAMS un
Function ${un}Programs
  Exch $9 ; whether they end
  Push $0
  Push $1
  Push $2
  Push $3
  Push $4
  Push $5
  Push $6
  Push $7
  StrCpy $0 0
  GetFullPathName $7 "$INSTDIR" ; in full, as Windows names a program; "" when it is not there
  StrLen $5 "$7\"
  System::Alloc 16384
  Pop $1
  System::Call 'psapi::EnumProcesses(p r1, i 16384, *i .r2)'
  IntOp $2 $2 / 4
  ${While} $2 > 0
    IntOp $2 $2 - 1
    IntOp $3 $2 * 4
    IntPtrOp $3 $1 + $3
    System::Call '*$3(i .r3)'
    ; SYNCHRONIZE | PROCESS_QUERY_LIMITED_INFORMATION | PROCESS_TERMINATE
    System::Call 'kernel32::OpenProcess(i 0x101001, i 0, i r3) p .r4'
    ${If} $4 P<> 0
      System::Call 'kernel32::QueryFullProcessImageNameW(p r4, i 0, w .r6, *i ${NSIS_MAX_STRLEN}) i .r3'
      StrCpy $6 $6 $5
      ${If} $3 <> 0
      ${AndIf} $6 == "$7\"
        IntOp $0 $0 + 1
        ${If} $9 = 1
          System::Call 'kernel32::WaitForSingleObject(p r4, i 5000)' ; it may be just ending
          System::Call 'kernel32::TerminateProcess(p r4, i 0)'
          System::Call 'kernel32::WaitForSingleObject(p r4, i 10000)'
        ${EndIf}
      ${EndIf}
      System::Call 'kernel32::CloseHandle(p r4)'
    ${EndIf}
  ${EndWhile}
  System::Free $1
  StrCpy $9 $0
  Pop $7
  Pop $6
  Pop $5
  Pop $4
  Pop $3
  Pop $2
  Pop $1
  Pop $0
  Exch $9
FunctionEnd

; Asks before it ends them, unless silent. Aborts when the answer is no.
Function ${un}EndPrograms
  Push 0
  Call ${un}Programs
  Pop $0
  ${If} $0 > 0
    MessageBox MB_OKCANCEL|MB_ICONINFORMATION \
      "desktopxfer is open and will be closed. Transfers that are running can go on later." \
      /SD IDOK IDOK +2
    Abort "Nothing was changed: desktopxfer is open."
    ; The window of this user's profile ends by itself and tells those it was speaking to.
    nsExec::Exec /TIMEOUT=90000 '"$INSTDIR\${CONSOLE}" --quit'
    Pop $0
    Push 1
    Call ${un}Programs
    Pop $0
  ${EndIf}
FunctionEnd
!macroend
!insertmacro PROGRAMS ""
!insertmacro PROGRAMS "un."

; Windows' firewall -------------------------------------------------------------------------------

; Its rules are for administrators. So this very program is started once more, as one, for them alone.
!macro FIREWALL un folder
Function ${un}Firewall
  Exch $9 ; allow or remove
  ${If} ${Silent}
    Call ${un}ChangeFirewall ; nobody is there to be asked: it does what it may
  ${Else}
    ExecShellWait "runas" "$EXEPATH" '/S /RULES=$9 ${folder}=$INSTDIR' SW_HIDE
  ${EndIf}
  Pop $9
FunctionEnd

; With $9 = allow both programs are let in from private networks and those of a domain, not from
; public ones. Rules that Windows made when somebody closed its own question would forbid it: they go.
Function ${un}ChangeFirewall
  nsExec::Exec 'netsh advfirewall firewall delete rule name=all dir=in program="$INSTDIR\${WINDOW}"'
  Pop $8
  nsExec::Exec 'netsh advfirewall firewall delete rule name=all dir=in program="$INSTDIR\${CONSOLE}"'
  Pop $8
  ${If} $9 == "allow"
    nsExec::Exec 'netsh advfirewall firewall add rule name="desktopxfer" dir=in action=allow profile=private,domain program="$INSTDIR\${WINDOW}"'
    Pop $8
    nsExec::Exec 'netsh advfirewall firewall add rule name="desktopxfer" dir=in action=allow profile=private,domain program="$INSTDIR\${CONSOLE}"'
    Pop $8
  ${EndIf}
FunctionEnd

; Where only the rules are wanted, it does that and ends.
Function ${un}OnlyFirewall
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/RULES=" $9
  ${IfNot} ${Errors}
    Call ${un}ChangeFirewall
    SetErrorLevel 0
    Quit
  ${EndIf}
FunctionEnd
!macroend
!insertmacro FIREWALL "" "/D"
!insertmacro FIREWALL "un." "_?"

; To install --------------------------------------------------------------------------------------

Section "desktopxfer" PROGRAM
  SectionIn RO
  SetShellVarContext current
  Call EndPrograms
  ; All of an older version, so that none of its libraries is found beside the newer ones.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\desktopxfer.lnk" "$INSTDIR\${WINDOW}" "" "" "" "" "" \
    "Send files to the computers around you"
  WriteRegStr HKCU "${PATHS}" "" "$INSTDIR\${CONSOLE}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "desktopxfer"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${WINDOW}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "the desktopxfer authors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KIB}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "In the menu “Send to”" SENDTO
  CreateShortcut "$SENDTO\desktopxfer.lnk" "$INSTDIR\${WINDOW}" "" "" "" "" "" "${MARK}"
SectionEnd

Section /o "Start with Windows" AUTOSTART
  WriteRegStr HKCU "${RUN}" "desktopxfer" '"$INSTDIR\${WINDOW}" --hidden'
  DeleteRegValue HKCU "${APPROVED}" "desktopxfer"
SectionEnd

Section /o "Let other computers in (asks an administrator)" FIREWALL
  Push allow
  Call Firewall
  WriteRegDWORD HKCU "${UNINSTALL}" "Firewall" 1
SectionEnd

LangString ABOUT_PROGRAM ${LANG_ENGLISH} "The program, in the Start menu. It is installed for you alone."
LangString ABOUT_SENDTO ${LANG_ENGLISH} "Right-click files and send them with desktopxfer."
LangString ABOUT_AUTOSTART ${LANG_ENGLISH} "Runs hidden in the tray, so that others always find this computer."
LangString ABOUT_FIREWALL ${LANG_ENGLISH} "A rule for Windows' firewall, for private networks. Without it Windows asks when desktopxfer first waits for others."
!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${PROGRAM} $(ABOUT_PROGRAM)
  !insertmacro MUI_DESCRIPTION_TEXT ${SENDTO} $(ABOUT_SENDTO)
  !insertmacro MUI_DESCRIPTION_TEXT ${AUTOSTART} $(ABOUT_AUTOSTART)
  !insertmacro MUI_DESCRIPTION_TEXT ${FIREWALL} $(ABOUT_FIREWALL)
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Function .onInit
  Call OnlyFirewall
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP "desktopxfer needs Windows 10 or later." /SD IDOK
    Abort
  ${EndIf}
  SetShellVarContext current
  ; An upgrade keeps what was chosen before, here or in the program's settings.
  ReadRegStr $0 HKCU "${UNINSTALL}" "InstallLocation"
  ${If} $0 != ""
    ${IfNot} ${FileExists} "$SENDTO\desktopxfer.lnk"
      !insertmacro UnselectSection ${SENDTO}
    ${EndIf}
    ReadRegStr $0 HKCU "${RUN}" "desktopxfer"
    ${If} $0 != ""
      !insertmacro SelectSection ${AUTOSTART}
    ${EndIf}
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/AUTOSTART" $1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${AUTOSTART}
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/FIREWALL" $1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${FIREWALL}
  ${EndIf}
FunctionEnd

; To remove it ------------------------------------------------------------------------------------

Section "un.desktopxfer" UNPROGRAM
  SectionIn RO
  SetShellVarContext current
  Call un.EndPrograms
  ReadRegDWORD $0 HKCU "${UNINSTALL}" "Firewall"
  ${If} $0 = 1
    Push remove
    Call un.Firewall
  ${EndIf}
  ; Only what is ours: who chose a folder with /D may have chosen one with files of his own.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${WINDOW}"
  Delete "$INSTDIR\${CONSOLE}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\desktopxfer.lnk"
  Delete "$SENDTO\desktopxfer.lnk"
  DeleteRegValue HKCU "${RUN}" "desktopxfer"
  DeleteRegValue HKCU "${APPROVED}" "desktopxfer"
  DeleteRegKey HKCU "${PATHS}"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd

Section /o "un.Forget settings, identity, trusted devices and history" UNPROFILE
  RMDir /r "$LOCALAPPDATA\desktopxfer"
SectionEnd

Function un.onInit
  Call un.OnlyFirewall
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/PURGE" $1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${UNPROFILE}
  ${EndIf}
FunctionEnd
