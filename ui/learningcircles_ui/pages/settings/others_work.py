"""Whose work goes along with this program, and under which licences; beside the programs lie the licences themselves.

A test compares it with what is installed.
"""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget

from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import plain, section, soft

WORKS = {
    "LGPL 3": ("Qt", "PySide6-Essentials", "shiboken6", "psycopg", "psycopg-binary", "psycopg-pool"),
    "LGPL 2.1": ("zeroconf",),
    "MPL 2.0": ("certifi",),
    "Apache 2.0": (
        "cryptography", "importlib-metadata", "lazy-importer", "OpenSSL", "prometheus-client", "requests",
        "sqlite-fts4", "sqlite-utils", "tzdata", "zxing-cpp",
    ),
    "BSD": (
        "click", "granian", "icalendar", "idna", "Jinja2", "MarkupSafe", "msgspec", "pycparser", "python-dateutil",
        "pywin32-ctypes", "SecretStorage", "segno", "SQLCipher", "starlette", "xlsxwriter", "zstandard",
    ),
    "MIT": (
        "anyio", "backports.tarfile", "cffi", "charset-normalizer", "editables", "ifaddr", "jaraco.classes",
        "jaraco.context", "jaraco.functools", "jeepney", "keyring", "more-itertools", "nh3", "pip", "platformdirs",
        "pluggy", "python-calamine", "RapidFuzz", "tabulate", "Tabler Icons", "tzlocal", "urllib3", "zipp",
    ),
    "PSF 2": ("Python", "typing-extensions"),
    "zlib": ("sqlcipher3",),
    "SIL OFL 1.1": ("Inter",),
}  # fmt: skip
"""Licence → what stands under it, by the name that it is installed under."""
FREE = ("click-default-group", "SQLite")
"""In the public domain."""


class OthersWork(Dialog):
    """Names everything that goes along, by its licence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Libraries and licences"), self.tr("Close"), parent, width=560)
        self.leave_button.hide()
        self.body.addWidget(soft(self.tr("Learning Circles is made with the work of many others:"), self))
        for licence, names in (*WORKS.items(), (self.tr("In the public domain"), FREE)):
            self.body.addWidget(section(licence, self))
            self.body.addWidget(plain(", ".join(names), self))
        if getattr(sys, "frozen", False):
            told = self.tr("The licences themselves lie beside the program, in {file}.")
            self.body.addWidget(soft(told.format(file="LICENCES.txt"), self))
        self.fit()
