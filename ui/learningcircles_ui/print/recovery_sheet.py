"""The recovery sheet on paper: 24 words to type, a code to scan, and what to do with them in a few years' time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate
from PySide6.QtGui import QGuiApplication

from learningcircles.errors import Refused
from learningcircles.trust.recovery import Sheet
from learningcircles_ui import text
from learningcircles_ui.display import draw_unseen
from learningcircles_ui.print.paper import Paper
from learningcircles_ui.theme import load_fonts

translate = QCoreApplication.translate
_COLUMNS, _ROW, _SIDE = 3, 10.5, 62.0


def draw_recovery_sheet(page: Paper, sheet: Sheet, circle: str) -> None:
    """Draw the sheet of a circle, on one page."""
    heading = translate("RecoverySheet", "Recovery sheet of {circle}").format(circle=circle)
    y = page.fitted(heading, 0, 0, page.width, 24, points=22, least=12, bold=True) + 3
    told = translate(
        "RecoverySheet",
        "With these words the circle can be opened again when its laptop is lost, stolen or broken. Whoever has them"
        " can read everything in the circle. Keep this sheet where you keep your papers, and show it to nobody.",
    )
    y += page.paragraph(told, 0, y, page.width, points=11, most=30) + 6
    y = _words(page, sheet.words, y) + 7
    page.code(sheet.text(), page.width - _SIDE, y, _SIDE, kept=True)
    left = page.width - _SIDE - 6
    y += page.paragraph(translate("RecoverySheet", "To get the circle back"), 0, y, left, points=13, bold=True) + 2
    y += page.paragraph(_steps(sheet), 0, y, left, points=11, most=70) + 5
    hub = sheet.hub or translate("RecoverySheet", "none when this sheet was printed")
    for words in (
        translate("RecoverySheet", "Hub: {address}").format(address=hub),
        translate("RecoverySheet", "Printed on {day}. An older sheet of this circle opens nothing any more.").format(
            day=text.day(QDate.currentDate().toString("yyyy-MM-dd"))
        ),
    ):
        y += page.paragraph(words, 0, y, left, points=10, quiet=True, most=20) + 2


def check_free(path: Path) -> None:
    """Raise Refused where the file is there already: a sheet's words must not replace somebody's work."""
    if path.exists():
        raise Refused("exists", "{file} exists already. Choose another name.", file=str(path))


def write_without_window(sheet: Sheet, circle: str, path: Path, paper: str) -> None:
    """Write the sheet as a PDF from a program that shows no window; raises Refused where it cannot be written."""
    check_free(path)
    draw_unseen()
    app = QCoreApplication.instance() or QGuiApplication([])
    load_fonts()
    page = Paper(path, paper, "Recovery sheet")
    try:
        draw_recovery_sheet(page, sheet, circle)
    finally:
        page.finish()
    path.chmod(0o600)
    del app


def _words(page: Paper, words: list[str], top: float) -> float:
    rows = (len(words) + _COLUMNS - 1) // _COLUMNS
    wide, high = page.width / _COLUMNS, rows * _ROW + 6
    page.band(0, top, page.width, high)
    for place, word in enumerate(words):
        column, row = divmod(place, rows)
        x, y = column * wide + 4, top + 3 + row * _ROW
        page.text(f"{place + 1}.", x, y, 10, _ROW, points=10, quiet=True)
        page.text(word, x + 10, y, wide - 14, _ROW, points=15, bold=True)
    return top + high


def _steps(sheet: Sheet) -> str:
    return "\n".join(
        (
            translate("RecoverySheet", "1. Install Learning Circles on a laptop and open it."),
            translate("RecoverySheet", "2. Choose “Get a circle back”."),
            translate("RecoverySheet", "3. Type the 24 words, or choose a picture of the code."),
            translate("RecoverySheet", "4. Say where the records are: at the hub, or on a stick."),
        )
    )
