"""The looks that everything is photographed in, and a language that nobody speaks to show what is not translated."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from learningcircles_ui.screens.neighbours import FIRST, FRESH
from learningcircles_ui.screens.odd import LONG

WIDE, HIGH = 1280, 800
"""Pixels of the screen, which the window fills."""
_ACCENTED = str.maketrans("aceinouyACEINOUY", "àçéîñöûýÀÇÉÎÑÖÛÝ")


@dataclass(frozen=True, slots=True)
class Look:
    """One look. `scale` multiplies every pixel (1 or 2); `text` is the size of text in percent.

    `circle` is one of the laptop's, the sample's first by itself; of an `empty` one only the pages are looked at.
    """

    name: str
    theme: str = "light"
    language: str = "en"
    scale: int = 1
    text: int = 100
    rtl: bool = False
    circle: str = FIRST
    empty: bool = False


LOOKS = (
    Look("light"),
    Look("dark", theme="dark"),
    Look("right to left", rtl=True),
    Look("scale 2", scale=2),
    Look("text 200", text=200),
    Look("français", language="fr"),
    Look("español", language="es"),
    Look("français 200", language="fr", text=200),
    Look("español 200", language="es", text=200),
    Look("right to left 200", text=200, rtl=True),
    Look("empty", circle=FRESH, empty=True),
    Look("empty, español 200", language="es", text=200, circle=FRESH, empty=True),
    Look("long words", circle=LONG),
    Look("long words 200", text=200, circle=LONG),
)


class Pseudo(QTranslator):
    """Writes every translated text with accents, longer and in brackets: what stays plain is not translatable."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def isEmpty(self) -> bool:
        """Qt leaves out translators that hold nothing."""
        return False

    def translate(self, context: object, source: object, disambiguation: object = None, n: int = -1) -> str:
        """Return the text as somebody of that language would read it; what stands in braces stays."""
        parts = str(source).replace("%n", "{%n}").split("{")
        said = [parts[0].translate(_ACCENTED)]
        for part in parts[1:]:
            inside, _, after = part.partition("}")
            said.append(f"{{{inside}}}{after.translate(_ACCENTED)}")
        return "⟦" + "".join(said).replace("{%n}", "%n") + " ·⟧"


def dress(app: QApplication, look: Look) -> None:
    """Read from right to left in the language nobody speaks, where the look asks for it."""
    if look.rtl:
        QCoreApplication.installTranslator(Pseudo(app))
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
