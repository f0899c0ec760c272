; Inno Setup 6: compile on Windows after `python start.py package`; the installer needs no administrator.
#define Version GetEnv("LEARNINGCIRCLES_VERSION")
[Setup]
AppId={{6C1C2B7E-6A55-4F0F-9B7C-5B7B6E0C4E11}
AppName=Learning Circles
AppVersion={#Version}
DefaultDirName={autopf}\Learning Circles
DefaultGroupName=Learning Circles
PrivilegesRequired=lowest
OutputDir=..\..\dist
OutputBaseFilename=learning-circles-{#Version}-setup
Compression=lzma2
SolidCompression=yes
ChangesAssociations=yes
[Files]
Source: "..\..\dist\learningcircles\*"; DestDir: "{app}"; Flags: recursesubdirs
[Icons]
Name: "{group}\Learning Circles"; Filename: "{app}\learningcircles.exe"
[Registry]
Root: HKA; Subkey: "Software\Classes\learningcircles"; ValueType: string; ValueData: "URL:Learning Circles"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\learningcircles"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\learningcircles\shell\open\command"; ValueType: string; ValueData: """{app}\learningcircles.exe"" open ""%1"""
Root: HKA; Subkey: "Software\Classes\.circle"; ValueType: string; ValueData: "LearningCircles.File"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.bundle"; ValueType: string; ValueData: "LearningCircles.File"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\LearningCircles.File\shell\open\command"; ValueType: string; ValueData: """{app}\learningcircles.exe"" open ""%1"""; Flags: uninsdeletekey
