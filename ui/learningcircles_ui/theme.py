"""Colours, font and shapes: Fusion, two palettes of named tokens, and a little QSS for shapes that no palette has.

There is no `QTableView::item` rule: with it a scroll step costs four times what one painting delegate costs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from learningcircles_ui.parts.shapes import STYLE_SHEET

ROW, TEXT, GAP_S, GAP, GAP_L = 38, 13, 8, 12, 24
"""Pixels: the height of a row, of text at 100 %, and the three distances that everything keeps."""

_WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour that the desktop uses, by what it is for."""

    ground: str
    side: str
    surface: str
    raised: str
    line: str
    edge: str
    hover: str
    text: str
    soft: str
    accent: str
    on_accent: str
    accent_soft: str
    warn: str
    warn_soft: str
    info: str
    info_soft: str
    danger: str
    danger_soft: str

    def colour(self, name: str) -> QColor:
        """Return a token as a colour."""
        return QColor(str(getattr(self, name)))


LIGHT = Tokens(
    ground="#f6f7f5", side="#ecf1ec", surface="#ffffff", raised="#ffffff", line="#dfe3dd", edge="#868f8a",
    hover="#f0f3ef", text="#1d2521", soft="#5a6560", accent="#1f7a5c", on_accent="#ffffff", accent_soft="#e2f1ea",
    warn="#8f5400", warn_soft="#fdf1dc", info="#2b4a94", info_soft="#e0e6f8", danger="#b3261e", danger_soft="#fbe4e1",
)  # fmt: skip
DARK = Tokens(
    ground="#151917", side="#181d1b", surface="#1c211f", raised="#232a27", line="#323b37", edge="#77827d",
    hover="#262e2a", text="#e8ece9", soft="#9ba7a1", accent="#5cc4a0", on_accent="#0c1411", accent_soft="#20382f",
    warn="#f3b95b", warn_soft="#3a2f18", info="#b9c8f5", info_soft="#25335a", danger="#f4a099", danger_soft="#45211e",
)  # fmt: skip


OWN_FONTS: tuple[Any, ...] = (
    "QMenu", "QMenuBar", "QMessageBox", "QTipLabel", "QStatusBar", "QPushButton", "QCheckBox", "QRadioButton",
    "QToolButton", "QAbstractItemView", "QListView", "QHeaderView",
)  # fmt: skip
"""What Windows and macOS give a font of their own, which neither the application's font nor its size replaces.

PySide takes text for the names; its types say bytes."""


class Theme(QObject):
    """The theme in use. `changed` is emitted after the palette has changed."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice = "auto"
        self.tokens = LIGHT
        load_fonts()
        app.setStyle("Fusion")
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)

    @property
    def dark(self) -> bool:
        """Return whether the dark palette is in use."""
        return self.tokens is DARK

    def choose(self, choice: str, text_size: int = 100) -> None:
        """Use "light", "dark" or "auto" (the system's), with text of so many percent (80 to 200)."""
        self._choice = choice
        font = QFont("Inter")
        font.setPixelSize(round(TEXT * min(max(text_size, 80), 200) / 100))
        self._app.setFont(font)
        self._apply()

    def _follow(self) -> None:
        if self._choice == "auto":
            self._apply()

    def _apply(self) -> None:
        system_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        dark = self._choice == "dark" or (self._choice == "auto" and system_dark)
        self.tokens = DARK if dark else LIGHT
        _current.append(self.tokens)
        del _current[:-1]
        self._app.setPalette(palette_of(self.tokens))
        pixels = {"tick": 19, "high": 20, "low": 18, "icon": 17, "turn": 14, "small": 11}
        sizes = {name: str(larger(wide)) for name, wide in pixels.items()} | {"arrow": str(8 + larger(16))}
        folder, seen = Path(str(files("learningcircles_resources"))) / "icons", "dark" if dark else "light"
        pictures = ("turn-left", "turn-right", "turn-up", "turn-down", "tick")
        drawn = {name.replace("-", "_") + "_drawn": (folder / f"{name}-{seen}.svg").as_posix() for name in pictures}
        self._app.setStyleSheet(STYLE_SHEET.format_map({**_names(self.tokens), **sizes, **drawn}))
        font = QApplication.font()
        for kind in OWN_FONTS:  # a change of palette brings the system's back
            if QApplication.font(kind) != font:
                QApplication.setFont(font, kind)
        self.changed.emit()


_current: list[Tokens] = [LIGHT]


def tokens() -> Tokens:
    """Return the tokens in use, for painting."""
    return _current[-1]


def pixels_of(font: QFont) -> int:
    """Return how high a font's letters are in pixels, also where its size was given in points."""
    return font.pixelSize() if font.pixelSize() > 0 else QFontInfo(font).pixelSize()


def larger(pixels: int) -> int:
    """Return what so many pixels are at the size of text in use: at 200 % twice as many."""
    return round(pixels * pixels_of(QGuiApplication.font()) / TEXT)


def is_large() -> bool:
    """Return whether text is so large that things beside each other no longer fit: then they stand below."""
    return larger(100) >= 150


def colour(name: str) -> QColor:
    """Return a token of the theme in use as a colour, which is not to be changed: each cell asks for some."""
    return _colour_of(getattr(tokens(), name))


@cache
def _colour_of(value: str) -> QColor:
    return QColor(value)


def load_fonts() -> None:
    """Make the bundled Inter known to Qt."""
    if "Inter" in QFontDatabase.families():
        return
    folder = files("learningcircles_resources") / "fonts"
    for weight in _WEIGHTS:
        # By its name: Qt reads what it needs of the file, and keeps no copy.
        QFontDatabase.addApplicationFont(str(folder / f"Inter-{weight}.ttf"))


def palette_of(tokens: Tokens) -> QPalette:
    """Return the palette of a set of tokens."""
    roles = {
        QPalette.ColorRole.Window: "ground",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "hover",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "danger",
        QPalette.ColorRole.ToolTipBase: "raised",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.PlaceholderText: "soft",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.Light: "line",
        QPalette.ColorRole.Midlight: "line",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Dark: "line",
        QPalette.ColorRole.Shadow: "line",
    }
    palette = QPalette()
    for role, name in roles.items():
        palette.setColor(role, tokens.colour(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.colour("soft"))
    return palette


def _names(tokens: Tokens) -> dict[str, str]:
    return {name: str(getattr(tokens, name)) for name in Tokens.__slots__}
