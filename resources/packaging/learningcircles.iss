; Inno Setup 6: `python start.py package` compiles it on Windows where iscc is on the PATH; by hand:
;   iscc /DVersion=0.1.0 learningcircles.iss
; The installer needs no administrator, and uninstalling leaves the circles of this laptop where they are.
#ifndef Version
  #error Say which version: iscc /DVersion=...
#endif
#define Name "Learning Circles"
#define Program "Learning Circles.exe"

[Setup]
AppId={{6C1C2B7E-6A55-4F0F-9B7C-5B7B6E0C4E11}
AppName={#Name}
AppVersion={#Version}
AppPublisher={#Name}
VersionInfoVersion={#Version}
DefaultDirName={autopf}\{#Name}
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputDir=..\..\dist
OutputBaseFilename=learning-circles-{#Version}-setup
SetupIconFile=..\..\build\learningcircles.ico
UninstallDisplayIcon={app}\{#Program}
UninstallDisplayName={#Name}
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"

[InstallDelete]
; What a former version brought and this one does not would be found beside the new: two versions of one library.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\learningcircles\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Program}"

[Registry]
#define Classes "Software\Classes"
#define Open """{app}\" + Program + """ open ""%1"""
Root: HKA; Subkey: "{#Classes}\learningcircles"; ValueType: string; ValueData: "URL:{#Name}"; Flags: uninsdeletekey
Root: HKA; Subkey: "{#Classes}\learningcircles"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKA; Subkey: "{#Classes}\learningcircles\shell\open\command"; ValueType: string; ValueData: "{#StringChange(Open, '"', '""')}"
Root: HKA; Subkey: "{#Classes}\LearningCircles.File"; ValueType: string; ValueData: "{#Name}"; Flags: uninsdeletekey
Root: HKA; Subkey: "{#Classes}\LearningCircles.File\DefaultIcon"; ValueType: string; ValueData: """{app}\{#Program}"",0"
Root: HKA; Subkey: "{#Classes}\LearningCircles.File\shell\open\command"; ValueType: string; ValueData: "{#StringChange(Open, '"', '""')}"
; A kind of file that another program has goes on being opened with that: there this one is only offered.
Root: HKA; Subkey: "{#Classes}\.circle"; ValueType: string; ValueData: "LearningCircles.File"; Check: Free('.circle'); Flags: uninsdeletekeyifempty
Root: HKA; Subkey: "{#Classes}\.bundle"; ValueType: string; ValueData: "LearningCircles.File"; Check: Free('.bundle'); Flags: uninsdeletekeyifempty
Root: HKA; Subkey: "{#Classes}\.circle\OpenWithProgids"; ValueType: string; ValueName: "LearningCircles.File"; ValueData: ""; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "{#Classes}\.bundle\OpenWithProgids"; ValueType: string; ValueName: "LearningCircles.File"; ValueData: ""; Flags: uninsdeletevalue uninsdeletekeyifempty

[Code]
function Others(Root: Integer; Extension: String): Boolean;
var
  Held: String;
begin
  Result := RegQueryStringValue(Root, 'Software\Classes\' + Extension, '', Held) and (Held <> '') and (Held <> 'LearningCircles.File');
end;

function Free(Extension: String): Boolean;
begin
  Result := not Others(HKCU, Extension) and not Others(HKLM, Extension);
end;

procedure Release(Extension: String);
var
  Held: String;
begin
  if RegQueryStringValue(HKA, 'Software\Classes\' + Extension, '', Held) and (Held = 'LearningCircles.File') then
    RegDeleteValue(HKA, 'Software\Classes\' + Extension, '');
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if Step = usUninstall then begin
    Release('.circle');
    Release('.bundle');
  end;
end;

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent
