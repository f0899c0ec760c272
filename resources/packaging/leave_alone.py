"""Run first in the packaged program: other programs that it starts find their own libraries, not ours.

PyInstaller's loader points LD_LIBRARY_PATH at the package's folder. This process has read it; a PDF viewer or a
browser that is opened from here would load our libraries in place of its own.
"""

import os

if (before := os.environ.pop("LD_LIBRARY_PATH_ORIG", "")) or "LD_LIBRARY_PATH" in os.environ:
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
