"""What runs here: names and versions for a problem report. No Qt unless it is loaded already."""

from __future__ import annotations

import locale
import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from learningcircles import __version__

LIBRARIES = ("PySide6-Essentials", "sqlcipher3", "sqlite-utils", "cryptography", "msgspec", "zstandard", "requests")


def programs() -> dict[str, str]:
    """Return name → version."""
    told = {
        "Learning Circles": __version__,
        "Python": platform.python_version(),
        "System": f"{platform.system()} {platform.release()} {platform.machine()}",
        "Language": _language(),
        "Packaged": "yes" if getattr(sys, "frozen", False) else "no",
    }
    return told | {name: _version(name) for name in LIBRARIES}


def _language() -> str:
    """Return what the window speaks, where there is one, and what the system does."""
    qt, system = sys.modules.get("PySide6.QtCore"), str(locale.getlocale()[0])
    return f"{qt.QLocale().name()} (system: {system})" if qt is not None else system


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"
