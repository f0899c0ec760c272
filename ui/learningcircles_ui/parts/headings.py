"""Titles, section labels, cards and buttons, so that every page speaks in the same shapes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from learningcircles_ui.parts.flow import Beside, Even, Flow
from learningcircles_ui.parts.icons import icon
from learningcircles_ui.parts.words import Button, Words, leading
from learningcircles_ui.theme import GAP, GAP_S, larger, pixels_of


def scaled(widget: QWidget, factor: float, weight: QFont.Weight) -> None:
    """Set a widget's text relative to the app's font, so that text sizes carry through."""
    font = QFont(widget.font())
    font.setPixelSize(round(pixels_of(font) * factor))
    font.setWeight(weight)
    widget.setFont(font)


def title(text: str, parent: QWidget | None = None) -> QLabel:
    """A page's title."""
    label = Words(text, parent)
    scaled(label, 1.62, QFont.Weight.Bold)
    return leading(label)


def subtitle(text: str, parent: QWidget | None = None) -> QLabel:
    """A smaller title, for a card or a person's name."""
    label = Words(text, parent)
    scaled(label, 1.23, QFont.Weight.Bold)
    label.setWordWrap(True)
    return leading(label)


ACTION = "action"
CARD_EDGE = 17
"""Pixels. With the frame's own edge: where the words of cards with margins begin."""


def heading(text: str, parent: QWidget | None = None) -> QLabel:
    """A card's title, as high as a button: those of cards beside each other stand in one line."""
    label = subtitle(text, parent)
    label.setMinimumHeight(larger(20) + 12)
    return label


def soft(text: str = "", parent: QWidget | None = None, *, wrap: bool = True) -> QLabel:
    """A line in the quiet colour."""
    label = Words(text, parent)
    label.setProperty("kind", "soft")
    label.setWordWrap(wrap)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return leading(label)


def plain(text: str = "", parent: QWidget | None = None) -> QLabel:
    """Text that can be selected and copied; never read as markup, since people wrote it."""
    label = Words(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return leading(label)


def section(text: str, parent: QWidget | None = None) -> QLabel:
    """The label above a group of lines, in small capitals as the locale writes them."""
    label = QLabel(text.upper(), parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", "section")
    label.setAccessibleName(text)
    scaled(label, 0.92, QFont.Weight.DemiBold)
    return leading(label)


def labelled(column: QVBoxLayout, label: str, parent: QWidget) -> QLineEdit:
    """Put a line below its label into a column; the line's property `label` is the label, to be hidden with it."""
    line = QLineEdit(parent)
    line.setAccessibleName(label)
    name = soft(label, parent)
    name.setBuddy(line)
    line.setProperty("label", name)
    column.addWidget(name)
    column.addWidget(line)
    return line


def button(
    text: str,
    clicked: Callable[[], object] | None = None,
    *,
    icon_name: str = "",
    kind: str = "",
    tip: str = "",
    parent: QWidget | None = None,
    made_as: type[Button] = Button,
) -> QPushButton:
    """A push button. `kind` is "", "main", "danger", "plain" or "link"; without text `tip` names it.

    One that triggers an action holds it as its property `ACTION`: both are one command.
    """
    made = made_as(text, parent)
    made.setProperty("kind", kind)
    made.setAccessibleName(text or tip)
    made.setToolTip(tip)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    if icon_name:
        token = {"main": "on_accent", "danger": "danger"}.get(kind, "soft")
        gap = 4 if text else 0
        made.setIcon(icon(icon_name, token, gap=gap))
        made.setProperty("icon_name", icon_name)
        made.setIconSize(QSize(larger(17) + gap, larger(17)))
    if clicked is not None:
        made.clicked.connect(lambda: clicked())
        its = getattr(clicked, "__self__", None)
        made.setProperty(ACTION, its if isinstance(its, QAction) else None)
    return made


def card(parent: QWidget | None = None, *, margin: int = 18) -> tuple[QFrame, QVBoxLayout]:
    """A framed surface and its column."""
    frame = QFrame(parent)
    frame.setProperty("kind", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(GAP_S)
    return frame, column


def as_card(widget: QWidget, *, margin: int = 18) -> tuple[QFrame, QVBoxLayout]:
    """Fill a widget with a card; returns the card and its column."""
    outer = QVBoxLayout(widget)
    outer.setContentsMargins(0, 0, 0, 0)
    frame, column = card(widget, margin=margin)
    outer.addWidget(frame)
    return frame, column


def headed(words: str | QLabel, made: QWidget, parent: QWidget, *, edge: int = 10) -> QWidget:
    """The heading of a card without margins, with one button at its far end; `edge`: pixels beside both."""
    head = QWidget(parent)
    row = QHBoxLayout(head)
    row.setContentsMargins(edge, 10, edge, 0)
    row.addWidget(heading(words, head) if isinstance(words, str) else words, 1)
    row.addWidget(made)
    return head


def rule(parent: QWidget | None = None) -> QFrame:
    """A hairline."""
    line = QFrame(parent)
    line.setProperty("kind", "line")
    line.setFixedHeight(1)
    return line


class PageHeader(QWidget):
    """A page's title, a count beside it, and its buttons at the far end."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self, gap=GAP)
        self.title = title(text, self)
        self.count = soft("", self, wrap=False)
        self.count.setContentsMargins(0, 6, 0, 0)
        self.title.setMinimumHeight(larger(20) + 12)  # as high as a button: every page's title stands in one line
        self._flow.add(self.title)
        self._flow.add(self.count)
        _grows(self)
        self.setMinimumHeight(32)

    def add(self, widget: QWidget) -> None:
        """Add a button at the far end."""
        self._flow.add(widget, far=True)

    def add_near(self, widget: QWidget) -> None:
        """Add a control right after the title."""
        self._flow.add(widget)


def beside(words: QWidget, control: QWidget, *, parent: QWidget | None = None) -> QWidget:
    """Words, and a control at the far end, or below them where the words would have too little room."""
    held = QWidget(parent)
    Beside(words, control, held)
    return _grows(held)


def evenly(*widgets: QWidget, parent: QWidget | None = None) -> QWidget:
    """Controls that share a line evenly; where one has too little room each has a line of its own."""
    held = QWidget(parent)
    Even(widgets, held)
    return _grows(held)


def _grows(held: QWidget) -> QWidget:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    held.setSizePolicy(policy)
    return held


def flowing(*widgets: QWidget, far: bool = False, parent: QWidget | None = None) -> QWidget:
    """Controls in a line that goes on below where they do not fit; `far`: at the trailing edge."""
    held = QWidget(parent)
    flow = Flow(held)
    for each in widgets:
        flow.add(each, far=far)
    return _grows(held)
