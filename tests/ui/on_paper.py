"""Papers as tests read them: the words of each page, and a picture of the first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PySide6.QtGui import QImage

from learningcircles_ui.print.paper import Paper

MARGIN_PT = 40


def written(file: Path, paper: str, draw: Callable[[Paper], object]) -> list[str]:
    """Draw a document; return each page's text after looking whether all ink lies within the margins."""
    page = Paper(file, paper, "Test")
    draw(page)
    page.finish()
    document = pypdfium2.PdfDocument(file)
    texts = []
    for sheet in document:
        picture = sheet.render(scale=1, grayscale=True)
        wide, high, step = picture.width, picture.height, picture.stride
        held = bytes(picture.buffer)
        inked = [(x, y) for y in range(high) for x in range(wide) if held[y * step + x] < 200]
        assert min(x for x, _ in inked) >= MARGIN_PT and max(x for x, _ in inked) <= wide - MARGIN_PT
        assert min(y for _, y in inked) >= MARGIN_PT and max(y for _, y in inked) <= high - MARGIN_PT
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
