"""Build the program as a folder that needs no Python, and on Debian a package around it.

`python3 start.py package` calls this in the project's environment. It leaves dist/learningcircles/ and, where
dpkg-deb is, dist/learning-circles_VERSION_ARCH.deb.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DIST = ROOT / "dist"
ICON = ROOT / "resources" / "learningcircles_resources" / "icons" / "learningcircles.svg"
PROGRAMS = {"learningcircles": "learningcircles_ui.cli.main", "learningcircles-hub": "learningcircles_sync.hub.main"}
# What a bare Debian or Ubuntu lacks of that which Qt's windows need.
NEEDED = (
    "libc6, libglib2.0-0 | libglib2.0-0t64, libgl1, libegl1, libxkbcommon0, libfontconfig1, libdbus-1-3,"
    " libxcb-cursor0, libxcb-icccm4, libxcb-keysyms1, libxcb-shape0, libxkbcommon-x11-0"
)
OPENER = """#!/bin/sh
# Without a word the window opens; with one it is a file or an address to open.
[ $# -eq 0 ] && exec /opt/learning-circles/learningcircles
exec /opt/learning-circles/learningcircles open "$1"
"""
AFTER = """#!/bin/sh
set -e
for tool in "update-desktop-database -q" "update-mime-database /usr/share/mime" \\
    "gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor"; do
    if command -v "${tool%% *}" >/dev/null 2>&1; then $tool || true; fi
done
"""


def main() -> int:
    """Build everything that can be built on this machine."""
    folder = freeze()
    print(f"The program is in {folder}.")
    if shutil.which("dpkg-deb"):
        print(f"The Debian package is {debian(folder)}.")
    return 0


def freeze() -> Path:
    """Run PyInstaller; return the folder that holds the programs."""
    entries = ROOT / "build" / "entries"
    for name, module in PROGRAMS.items():
        # Not called like the package that it imports: a script hides what lies beside it.
        place(entries / f"start-{name}.py", f"from {module} import main\n\nmain()\n".encode())
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(DIST), "--workpath", str(ROOT / "build"), str(HERE / "learningcircles.spec")]
    subprocess.run(command, check=True, cwd=ROOT)
    return DIST / "learningcircles"


def debian(program: Path) -> Path:
    """Wrap the folder into a package that asks for nothing but Debian's own libraries."""
    stage = ROOT / "build" / "deb"
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(program, stage / "opt" / "learning-circles", symlinks=True)
    place(stage / "usr/share/applications/learningcircles.desktop", (HERE / "learningcircles.desktop").read_bytes())
    place(stage / "usr/share/mime/packages/learningcircles.xml", (HERE / "learningcircles.xml").read_bytes())
    hicolor = stage / "usr/share/icons/hicolor"
    place(hicolor / "scalable/apps/learningcircles.svg", ICON.read_bytes())
    icons = ROOT / "build" / "icons"
    subprocess.run([sys.executable, "-m", "learningcircles_ui.screens.icon", str(icons)], check=True, cwd=ROOT)
    for icon in icons.glob("*.png"):
        place(hicolor / f"{icon.stem}x{icon.stem}/apps/learningcircles.png", icon.read_bytes())
    place(stage / "usr/bin/learningcircles-open", OPENER.encode(), mode=0o755)
    for name in PROGRAMS:
        (stage / "usr/bin" / name).symlink_to(f"/opt/learning-circles/{name}")
    kibibytes = sum(path.stat().st_size for path in stage.rglob("*") if path.is_file()) // 1024
    architecture = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True).stdout
    place(stage / "DEBIAN/control", control(architecture.strip(), kibibytes).encode())
    for name in ("postinst", "postrm"):
        place(stage / "DEBIAN" / name, AFTER.encode(), mode=0o755)
    made = DIST / f"learning-circles_{version()}_{architecture.strip()}.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", str(stage), str(made)], check=True,
                   stdout=subprocess.DEVNULL)  # fmt: skip
    return made


def control(architecture: str, kibibytes: int) -> str:
    """Return the package's control file (Debian policy, chapter 5)."""
    return (
        f"Package: learning-circles\nVersion: {version()}\nArchitecture: {architecture}\n"
        f"Maintainer: Learning Circles <packages@learningcircles.example>\nInstalled-Size: {kibibytes}\n"
        f"Depends: {NEEDED}\nSection: misc\nPriority: optional\n"
        "Description: members, exchanges of time and meetups of a learning circle\n"
        " An offline-first desktop program for neighbourhood learning circles, and the\n"
        " regional hub that joins them.\n"
    )


def place(path: Path, data: bytes, *, mode: int = 0o644) -> None:
    """Write a file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    path.chmod(mode)


def version() -> str:
    """Return the version that pyproject.toml takes from the same place."""
    source = (ROOT / "learningcircles" / "__init__.py").read_text("utf-8")
    (found,) = re.findall(r'^__version__ = "([^"]+)"', source, re.MULTILINE)
    return str(found)


if __name__ == "__main__":
    sys.exit(main())
