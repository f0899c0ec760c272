"""Build the program as a folder that needs no Python, and on Debian and Windows what installs it.

`python3 start.py package` calls this in the project's environment. It leaves dist/learningcircles/ and, where
dpkg-deb is, dist/learning-circles_VERSION_ARCH.deb; on Windows, where Inno Setup's iscc is on the PATH,
dist/learning-circles-VERSION-setup.exe; on macOS dist/Learning Circles.app.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import debian
import icons
from licences import licences, of_system
from version import VERSION

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BUILD, DIST = ROOT / "build", ROOT / "dist"
PROGRAMS = {"learningcircles": "learningcircles_ui.cli.main", "learningcircles-hub": "learningcircles_sync.hub.main"}


def main() -> int:
    """Build everything that can be built on this machine."""
    pictures = draw_icons()
    folder = freeze()
    print(f"The program is in {folder}.")
    if shutil.which("dpkg-deb"):
        print(f"The Debian package is {debian.build(folder, pictures, DIST, BUILD / 'deb')}.")
    if shutil.which("iscc"):
        script = str(HERE / "learningcircles.iss")
        subprocess.run(["iscc", "/Q", f"/DVersion={VERSION}", script], check=True)
        print(f"The installer is {DIST / f'learning-circles-{VERSION}-setup.exe'}.")
    return 0


def draw_icons() -> dict[int, bytes]:
    """Draw the icon; return side in pixels → PNG."""
    folder = BUILD / "icons"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "learningcircles_ui.screens.icon", str(folder)]
    subprocess.run(command, check=True, cwd=ROOT, env=environment)
    pictures = {
        side: (folder / f"{side}.png").read_bytes() for side in sorted(int(each.stem) for each in folder.iterdir())
    }
    (BUILD / "learningcircles.ico").write_bytes(icons.ico(pictures))
    (BUILD / "learningcircles.icns").write_bytes(icons.icns(pictures))
    return pictures


def freeze() -> Path:
    """Run PyInstaller; return the folder that holds the programs."""
    entries = BUILD / "entries"
    entries.mkdir(parents=True, exist_ok=True)
    for name, module in PROGRAMS.items():
        # Not called like the package that it imports: a script hides what lies beside it.
        (entries / f"start-{name}.py").write_text(f"from {module} import main\n\nmain()\n", "utf-8")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"]
    command += ["--distpath", str(DIST), "--workpath", str(BUILD), str(HERE / "learningcircles.spec")]
    subprocess.run(command, check=True, cwd=ROOT)
    folder = DIST / "learningcircles"
    told = licences("learning-circles", {"desktop", "hub", "lan"})
    told += of_system(sorted(path.name for path in (folder / "_internal").glob("*.so*")))
    (folder / "LICENCES.txt").write_text(told, "utf-8")
    if sys.platform == "linux" and shutil.which("strip"):
        libraries = [path for path in folder.rglob("*.so*") if path.is_file() and not path.is_symlink()]
        subprocess.run(["strip", "--strip-unneeded", *map(str, libraries)], check=True)
    return folder


if __name__ == "__main__":
    sys.exit(main())
