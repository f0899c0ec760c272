"""A Debian package around the program's folder (Debian policy 4.7): it asks for nothing but Debian's own libraries.

Menu, kinds of files and icons need no script: their own packages' triggers see what comes and goes.
"""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from email.utils import formatdate
from pathlib import Path

from version import VERSION

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
RESOURCES = ROOT / "resources" / "learningcircles_resources"
NAME, PLACE = "learning-circles", "usr/lib/learning-circles"
MAINTAINER = "Learning Circles <packages@learningcircles.example>"
# What a bare Debian or Ubuntu lacks of that which Qt's windows need.
NEEDED = (
    "libglib2.0-0 | libglib2.0-0t64, libgl1, libegl1, libxkbcommon0, libfontconfig1, libdbus-1-3,"
    " libxcb-cursor0, libxcb-icccm4, libxcb-keysyms1, libxcb-shape0, libxkbcommon-x11-0,"
    " libwayland-client0, libwayland-cursor0, libwayland-egl1"
)
# Without them it runs, but is not found by files and addresses, and opens no PDF elsewhere.
BETTER = "desktop-file-utils, shared-mime-info, xdg-utils"
# A program that brings its Python and its Qt along is all of this on purpose.
OVERRIDES = ("embedded-library", "custom-library-search-path", "hardening-no-pie", "library-not-linked-against-libc",
             "shared-library-lacks-prerequisites", "missing-depends-on-sensible-utils")  # fmt: skip


def build(program: Path, pictures: dict[int, bytes], into: Path, stage: Path) -> Path:
    """Return the package that was made. `pictures`: the icon, side in pixels → PNG."""
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(program, stage / PLACE, symlinks=True)
    programs = [path.name for path in program.iterdir() if path.is_file() and path.stat().st_mode & 0o111]
    share = stage / "usr/share"
    _place(share / "applications/learningcircles.desktop", (HERE / "learningcircles.desktop").read_bytes())
    _place(share / "mime/packages/learningcircles.xml", (HERE / "learningcircles.xml").read_bytes())
    hicolor = share / "icons/hicolor"
    _place(hicolor / "scalable/apps/learningcircles.svg", (RESOURCES / "icons/learningcircles.svg").read_bytes())
    for side, picture in pictures.items():
        _place(hicolor / f"{side}x{side}/apps/learningcircles.png", picture)
    (stage / "usr/bin").mkdir()
    for name in programs:
        (stage / "usr/bin" / name).symlink_to(f"../lib/{NAME}/{name}")
        _place(share / f"man/man1/{name}.1.gz", _packed(manual(program / name)))
    _document(share)
    for path in stage.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or (path.parent == stage / PLACE and path.name in programs) else 0o644)
    architecture = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True).stdout
    _place(stage / "DEBIAN/control", control(stage, architecture.strip()).encode())
    (stage / "DEBIAN").chmod(0o755)
    made = into / f"{NAME}_{VERSION}_{architecture.strip()}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", str(stage), str(made)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return made


def control(stage: Path, architecture: str) -> str:
    """Return the package's control file (Debian policy, chapter 5)."""
    files = [path for path in stage.rglob("*") if path.is_file() and not path.is_symlink()]
    kibibytes = sum(-(-path.stat().st_size // 1024) for path in files)
    return (
        f"Package: {NAME}\nVersion: {VERSION}\nArchitecture: {architecture}\nMaintainer: {MAINTAINER}\n"
        f"Installed-Size: {kibibytes}\nDepends: libc6 (>= {oldest_libc(stage)}), {NEEDED}\nRecommends: {BETTER}\n"
        "Section: misc\nPriority: optional\n"
        "Description: members, exchanges of time and meetups of a learning circle\n"
        " An offline-first desktop program for neighbourhood learning circles, and the\n"
        " regional hub that joins them.\n"
    )


def oldest_libc(folder: Path) -> str:
    """Return the oldest version of the C library that has everything that these programs ask for."""
    asked: set[bytes] = {b"2.17"}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    asked.update(re.findall(rb"\0GLIBC_(2\.[0-9]+)(?=\0)", file.read()))
    return max(asked, key=lambda version: int(version[2:])).decode()


def manual(program: Path) -> bytes:
    """Return a manual page with what the program says of itself."""
    shown = subprocess.run([str(program), "--help"], capture_output=True, text=True, check=True).stdout
    purpose = " ".join(shown.split("\n\n")[1].split()).rstrip(".")
    lines = (line.replace("\\", "\\e").replace("-", "\\-") for line in shown.splitlines())
    body = "\n".join("\\&" + line for line in lines)
    head = f'.TH {program.name.upper()} 1 "" "Learning Circles {VERSION}"\n.SH NAME\n{program.name} \\- {purpose}\n'
    return f"{head}.SH DESCRIPTION\n.nf\n{body}\n.fi\n".encode()


def _document(share: Path) -> None:
    doc = share / "doc" / NAME
    licence = "\n\n".join((RESOURCES / part / "LICENSE.txt").read_text("utf-8").strip() for part in ("icons", "fonts"))
    ours = (
        "Learning Circles\n\nIcons and typeface:\n\n" + licence + f"\n\nThe licences of the libraries that go along"
        f" stand in /{PLACE}/LICENCES.txt; those of Qt, PySide6 and\nshiboken6 are LGPL-3:"
        " /usr/share/common-licenses/LGPL-3.\n"
    )
    _place(doc / "copyright", ours.encode())
    news = f"{NAME} ({VERSION}) unstable; urgency=medium\n\n  * What changed is told in CHANGELOG.md.gz.\n\n"
    _place(doc / "changelog.gz", _packed(f"{news} -- {MAINTAINER}  {formatdate()}\n".encode()))
    _place(doc / "CHANGELOG.md.gz", _packed((ROOT / "CHANGELOG.md").read_bytes()))
    why = "# It brings its Python, its Qt and what they need along, as they were built by their makers.\n"
    tags = "".join(f"{NAME}: {tag}\n" for tag in OVERRIDES)
    _place(share / "lintian/overrides" / NAME, (why + tags).encode())


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)


def _place(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
