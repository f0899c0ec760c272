"""Run first in the packaged program: it stays whole where a package manager puts a newer one in its place meanwhile.

PyInstaller's loader opens the program's file anew for each module that is imported late. The newer one holds others at
other places: no page and no command that was not loaded before would open any more in a window that is open.
"""

import os
import sys

import pyimod02_importers  # type: ignore[import-not-found, unused-ignore]  # PyInstaller's own, inside the package

_HELD = "/proc/self/fd"

archive = getattr(pyimod02_importers, "pyz_archive", None)  # another PyInstaller may keep it elsewhere
# Elsewhere than on Linux a program that runs cannot be replaced.
if archive is not None and sys.platform == "linux" and os.path.isdir(_HELD):
    archive._filename = f"{_HELD}/{os.open(archive._filename, os.O_RDONLY)}"
