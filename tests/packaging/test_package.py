"""What the package is made of besides PyInstaller's folder: looked at without freezing anything."""

from __future__ import annotations

import gzip
import os
import plistlib
import re
import runpy
import shutil
import subprocess
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import cast

import msgspec
import pytest
from packaging.utils import canonicalize_name
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImageReader

import learningcircles
import learningcircles_sync
import learningcircles_ui
from learningcircles.laptop.home import SUFFIX
from learningcircles_sync.lan.find import SERVICE
from learningcircles_ui.cli.main import cli
from learningcircles_ui.pages.settings.others_work import FREE, WORKS
from learningcircles_ui.settings import LANGUAGES
from learningcircles_ui.visitors import BUNDLE, HUB, JOIN

ROOT = Path(__file__).parent.parent.parent
PACKAGING = ROOT / "resources" / "packaging"
SCRIPT = "#!/bin/sh\necho 'Usage: {0} COMMAND'\necho\necho '  What {0} is'\necho '  for.'\necho\necho Options:\n"


def part(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(PACKAGING))
    return __import__(name)


def picture() -> bytes:
    return next(PACKAGING.parent.rglob("*.svg")).read_bytes()


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder as PyInstaller leaves it, with two programs and one library."""
    folder = tmp_path / "program"
    (folder / "_internal").mkdir(parents=True)
    for name in ("learningcircles", "learningcircles-hub"):
        (folder / name).write_text(SCRIPT.format(name))
        (folder / name).chmod(0o700)
    libraries = Path(str(msgspec.__file__)).parent.glob(f"*{EXTENSION_SUFFIXES[0]}")
    shutil.copy(next(libraries), folder / "_internal" / "part.so")
    (folder / "_internal" / "part.so").chmod(0o775)
    (folder / "_internal").chmod(0o700)
    return folder


@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="no Debian here")
def test_the_debian_package_is_readable_by_everybody_and_brings_menu_and_manual(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deb = part("debian", monkeypatch).build(program, {48: picture()}, tmp_path, tmp_path / "stage")
    rows = subprocess.run(["dpkg-deb", "-c", deb], capture_output=True, text=True, check=True).stdout.splitlines()
    held = {row.split()[5].removeprefix("./"): row.split()[0] for row in rows}
    assert {mode[1:] for name, mode in held.items() if name.endswith("/")} == {"rwxr-xr-x"}
    runs = {name for name, mode in held.items() if mode == "-rwxr-xr-x"}
    assert runs == {f"usr/lib/learning-circles/{name}" for name in ("learningcircles", "learningcircles-hub")}
    assert {mode for name, mode in held.items() if name not in runs and mode[0] == "-"} == {"-rw-r--r--"}
    for name in ("applications/learningcircles.desktop", "mime/packages/learningcircles.xml",
                 "icons/hicolor/48x48/apps/learningcircles.png", "man/man1/learningcircles-hub.1.gz",
                 "doc/learning-circles/copyright", "doc/learning-circles/changelog.gz"):  # fmt: skip
        assert f"usr/share/{name}" in held
    assert not any(name.startswith(("opt/", "etc/", "DEBIAN")) for name in held)
    page = gzip.decompress((tmp_path / "stage/usr/share/man/man1/learningcircles.1.gz").read_bytes()).decode()
    assert ".SH NAME\nlearningcircles \\- What learningcircles is for\n" in page
    said = subprocess.run(["dpkg-deb", "-f", deb], capture_output=True, text=True, check=True).stdout
    assert f"Version: {learningcircles.__version__}\n" in said and re.search(r"libc6 \(>= 2\.\d+\), lib", said)
    inside = subprocess.run(["dpkg-deb", "-I", deb], capture_output=True, text=True, check=True).stdout
    assert "postinst" not in inside and "postrm" not in inside, "the triggers of menu and icons do it"


def test_the_oldest_c_library_is_the_one_that_has_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old").write_bytes(b"\x7fELF\0GLIBC_2.4\0GLIBC_2.34\0rest")
    (tmp_path / "new").write_bytes(b"\x7fELF\0GLIBC_2.9\0libc.so.6\0")
    (tmp_path / "text").write_bytes(b"\0GLIBC_2.99\0")
    assert part("debian", monkeypatch).oldest_libc(tmp_path) == "2.34"


def test_icons_for_windows_and_macos_hold_every_size(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "learningcircles_ui.screens.icon", str(tmp_path)]
    subprocess.run(command, check=True, env=environment)
    pictures = {int(path.stem): path.read_bytes() for path in tmp_path.glob("*.png")}
    icons = part("icons", monkeypatch)
    for kind, sides in {"ico": [16, 32, 48, 64, 128, 256], "icns": [32, 64, 128, 256, 256, 512, 512]}.items():
        buffer = QBuffer()
        buffer.setData(QByteArray(getattr(icons, kind)(pictures)))
        reader = QImageReader(buffer, QByteArray(kind.encode()))
        read = [reader.read() for place in range(reader.imageCount()) if reader.jumpToImage(place)]
        assert sorted(image.width() for image in read) == sides
        assert all(image.pixelColor(image.width() // 2, image.width() // 2).alpha() == 255 for image in read)


def test_every_kind_of_file_is_known_on_every_system() -> None:
    menu = (PACKAGING / "learningcircles.desktop").read_text("utf-8")
    kinds = re.findall(r'mime-type type="([^"]+)"', (PACKAGING / "learningcircles.xml").read_text("utf-8"))
    (told,) = re.findall("^MimeType=(.*);$", menu, re.MULTILINE)
    assert sorted(told.split(";")) == sorted([*kinds, "x-scheme-handler/learningcircles"])
    for file in ("learningcircles.iss", "macos.py", "learningcircles.xml"):
        text = (PACKAGING / file).read_text("utf-8")
        assert re.search(r"\bcircle\b", text) and re.search(r"\bbundle\b", text), file
        assert learningcircles.__version__ not in text.replace("iscc /DVersion=0.1.0", ""), "it stands in one place"
    (command,) = re.findall("^Exec=learningcircles (.*) %u$", menu, re.MULTILINE)
    assert not cli.commands[command].params[0].required, "the menu opens the window without a file"


def test_macos_knows_our_files_addresses_and_the_service_of_laptops_nearby(monkeypatch: pytest.MonkeyPatch) -> None:
    macos = part("macos", monkeypatch)
    told = plistlib.loads(plistlib.dumps(macos.properties(learningcircles.__version__)))
    declared = {
        each["UTTypeIdentifier"]: each["UTTypeTagSpecification"]["public.filename-extension"]
        for each in told["UTExportedTypeDeclarations"]
    }
    assert sorted(declared.values()) == [[BUNDLE.strip(".")], [SUFFIX.strip(".")]]
    assert all("public.data" in each["UTTypeConformsTo"] for each in told["UTExportedTypeDeclarations"]), (
        "macOS takes what ends in .bundle for a folder of programs, where nobody declares a file that does"
    )
    opened = [kind for each in told["CFBundleDocumentTypes"] for kind in each["LSItemContentTypes"]]
    assert opened == list(declared)
    schemes = {scheme for each in told["CFBundleURLTypes"] for scheme in each["CFBundleURLSchemes"]}
    assert schemes == {address.partition(":")[0] for address in (JOIN, HUB)}
    assert [f"{each}.local." for each in told["NSBonjourServices"]] == [SERVICE]
    assert told["CFBundleLocalizations"] == list(LANGUAGES)
    assert told["CFBundleVersion"] == learningcircles.__version__ and told["LSBackgroundOnly"] is False


def test_what_is_imported_late_goes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    rooms = [Path(str(room.__file__)).parent for room in (learningcircles, learningcircles_sync, learningcircles_ui)]
    named = part("late", monkeypatch).imported_late(rooms)
    assert {"xlsxwriter", "xlsxwriter.exceptions", "segno", "difflib"} <= set(named)
    assert [name for name in named if find_spec(name) is None] == []
    assert "imported_late(" in (PACKAGING / "learningcircles.spec").read_text("utf-8")


def test_licences_of_what_goes_along_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told = part("licences", monkeypatch).licences("learning-circles", {"desktop", "hub", "lan"})
    for words in ("PySide6_Essentials", "Licence: LGPL-3.0-only", "granian", "zeroconf", "PSF"):
        assert words in told
    assert "\npytest " not in told and "\nlearning-circles " not in told


@pytest.mark.skipif(not shutil.which("dpkg-query"), reason="no Debian here")
def test_licences_of_the_systems_libraries_that_go_along_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told = part("licences", monkeypatch).of_system(["libz.so.1", "libpcre2-8.so.0", "libnobody.so.9"])
    assert "zlib1g (Debian)" in told and "Jean-loup Gailly" in told and "libpcre2-8-0 (Debian)" in told
    assert told.count(" (Debian)\n") == 2


def test_the_window_names_all_that_goes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    needed = part("licences", monkeypatch).needed("learning-circles", {"desktop", "hub", "lan"})
    told = {canonicalize_name(each) for names in (*WORKS.values(), FREE) for each in names}
    goes = {canonicalize_name(each.name) for each in needed}
    assert goes <= told
    others = {"qt", "openssl", "sqlcipher", "sqlite", "python", "inter", "tabler icons", "pywin32-ctypes"}
    assert told - goes <= others | {"secretstorage", "jeepney"}, "elsewhere than on Linux"
    for each in needed:
        licence = str(each.metadata.json.get("license_expression", "")).partition(" ")[0].partition("-")[0]
        if licence:
            by = next(
                by for by, names in WORKS.items() if canonicalize_name(each.name) in map(canonicalize_name, names)
            )
            assert by.startswith(licence), each.name


def test_other_programs_do_not_get_our_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    for before, after in ((None, None), ("/home/ana/lib", "/home/ana/lib")):
        monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/learning-circles/_internal")
        if before:
            monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
        runpy.run_path(str(PACKAGING / "leave_alone.py"))
        assert os.environ.get("LD_LIBRARY_PATH") == after


@pytest.mark.skipif(sys.platform != "linux", reason="a program that runs cannot be replaced elsewhere")
def test_a_program_that_is_replaced_goes_on_reading_its_own_modules(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program, newer = tmp_path / "program", tmp_path / "program.dpkg-new"
    program.write_bytes(b"its own")
    newer.write_bytes(b"another's")
    archive = SimpleNamespace(_filename=str(program))
    monkeypatch.setitem(sys.modules, "pyimod02_importers", cast(ModuleType, SimpleNamespace(pyz_archive=archive)))
    runpy.run_path(str(PACKAGING / "stay_whole.py"))
    try:
        newer.replace(program)
        assert [Path(archive._filename).read_bytes() for _ in range(2)] == [b"its own"] * 2
        assert "stay_whole.py" in (PACKAGING / "learningcircles.spec").read_text("utf-8")
    finally:
        os.close(int(Path(archive._filename).name))
