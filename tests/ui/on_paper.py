"""Papers as tests read them: the words of each page, and a picture of the first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PySide6.QtGui import QImage

from learningcircles_ui.print.paper import Paper
from learningcircles_ui.theme import load_fonts

MARGIN_PT = 40
_INK = bytes(grey < 200 for grey in range(256))
"""1 where there is some, 0 where the paper is seen."""


def written(file: Path, paper: str, draw: Callable[[Paper], object]) -> list[str]:
    """Draw a document; return each page's text after looking whether all ink lies within the margins."""
    load_fonts()  # as whoever prints has: a worker whose first test this is would draw with others
    page = Paper(file, paper, "Test")
    draw(page)
    page.finish()
    document = pypdfium2.PdfDocument(file)
    texts = []
    for sheet in document:
        picture = sheet.render(scale=1, grayscale=True)
        wide, high, step = picture.width, picture.height, picture.stride
        held = bytes(picture.buffer).translate(_INK)
        lines = [held[y * step : y * step + wide] for y in range(high)]
        inked = [y for y, line in enumerate(lines) if 1 in line]
        assert min(lines[y].find(1) for y in inked) >= MARGIN_PT
        assert max(lines[y].rfind(1) for y in inked) <= wide - MARGIN_PT
        assert min(inked) >= MARGIN_PT and max(inked) <= high - MARGIN_PT
        texts.append(sheet.get_textpage().get_text_range())
    document.close()
    return texts


def picture_of(file: Path, folder: Path) -> Path:
    document = pypdfium2.PdfDocument(file)
    sheet = document[0].render(scale=2, grayscale=True)
    image = QImage(bytes(sheet.buffer), sheet.width, sheet.height, sheet.stride, QImage.Format.Format_Grayscale8)
    target = folder / "page.png"
    assert image.save(str(target))
    document.close()
    return target
