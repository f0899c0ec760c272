"""Labels for what people wrote: any word, however long, goes on in the next line instead of being cut or spreading."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from learningcircles_ui.parts.copied import copy
from learningcircles_ui.parts.literal import literal, tip
from learningcircles_ui.theme import larger

BREAK = "\u200b"
"""Where a word may go on in the next line; it is seen nowhere, and copied nowhere."""
MARK = ("\u200e", "\u200f")
"""Say, unseen, that a line runs from left to right, or from right to left."""
_LEADS = "leads"
_LATIN, _OTHER = re.compile("[A-Za-z\u00c0-\u024f]"), re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
_LONG, _PIECE, _BUTTON = 22, 8, 320
_UNSEEN: dict[int, str | None] = {**dict.fromkeys(map(ord, (BREAK, *MARK))), 0x2011: "-"}
_LONE = re.compile(r"(?<=\b\w)-(?=\w)")
"""After a letter that stands alone ("E-mail") no line ends."""
_DOT = re.compile(r" +(?=\u00b7)")
"""A dot between two parts ends a line, and begins none."""
_HELD_DOT = re.compile("\u00a0+(?=\u00b7)")
_RUN = re.compile(rf"\S{{{_LONG + 1},}}")
_MARK = re.compile(r"(?<=[-@./_:&?=+])(?=[^\s])")


def breakable(text: str) -> str:
    """Return the text with places in its longest words where they may be broken: after marks, else anywhere."""

    def broken(found: re.Match[str]) -> str:
        parts = _MARK.split(found[0])
        return BREAK.join(BREAK.join(_pieces(part)) for part in parts)

    return _RUN.sub(broken, text)


def _begun(text: str) -> str:
    """Return a sentence that begins with a name of the other direction so that it runs as its words do (UAX 9)."""
    latin, other = _LATIN.search(text), _OTHER.search(text)
    if latin is None or other is None:
        return text
    rtl = QGuiApplication.isRightToLeft()
    return f"{MARK[rtl]}{text}" if (other.start() < latin.start()) is not rtl else text


def _pieces(part: str) -> list[str]:
    if len(part) <= _LONG:
        return [part]
    return [part[place : place + _PIECE] for place in range(0, len(part), _PIECE)]


def leading(label: QLabel) -> QLabel:
    """Keep a label's text at the window's leading edge, in whatever direction the name runs that stands in it."""
    side = Qt.AlignmentFlag.AlignRight if QGuiApplication.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    label.setProperty(_LEADS, True)
    return label


class Words(QLabel):
    """A label whose longest words can be broken; `text()` and what is copied are as they were set."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text; a screen reader is told it unbroken."""
        self._whole = text
        shown = _LONE.sub("\u2011", _begun(breakable(text)))
        shown = _DOT.sub(lambda found: "\u00a0" * len(found[0]), shown)
        super().setText(literal(shown) if self.buddy() is not None else shown)
        if shown != text or self.accessibleName():
            self.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Where one reads from the other side by now, the leading edge is the other one."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and self.property(_LEADS):
            leading(self)

    def setBuddy(self, buddy: QWidget) -> None:
        """Lead to a field; a "&" makes no key of a letter."""
        super().setBuddy(buddy)
        self.setText(self._whole)

    def text(self) -> str:
        """Return the text as it was set."""
        return self._whole

    def selectedText(self) -> str:
        """Return what is marked, as it was set."""
        marked = super().selectedText().translate(_UNSEEN)
        return _HELD_DOT.sub(lambda found: " " * len(found[0]), marked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is marked without the breaks."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            copy(self.selectedText())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What X11 pastes with the middle button is without the breaks too."""
        super().mouseReleaseEvent(event)
        clipboard = QGuiApplication.clipboard()
        if self.hasSelectedText() and clipboard.supportsSelection():
            copy(self.selectedText(), QClipboard.Mode.Selection)


class Fitting(Words):
    """Words that stand in one line where there is room, and wrap where there is none."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def sizeHint(self) -> QSize:
        """One line."""
        margins = self.contentsMargins()
        wide = self.fontMetrics().horizontalAdvance(self.text()) + margins.left() + margins.right() + 2
        return QSize(wide, super().minimumSizeHint().height() if not self.text() else self.heightForWidth(wide))


class Pressable(QPushButton):
    """A button that Enter presses, as Space does, while it has the ring: many systems do so in dialogs alone."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it once, however long the key is held down: held from before, it was meant for something else."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not enter or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


class Button(Pressable):
    """A button that may hold what people wrote: where that is very long it is cut, and told when pointed at."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole, self._tip, self._hint = "", "", QSize()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Say what it does, also to a screen reader that was told what it said before."""
        if self.accessibleName() == self._whole:
            self.setAccessibleName(text)
        self._whole = text
        super().setText(literal(text))
        self._show()

    def text(self) -> str:
        """Return all of what it says."""
        return self._whole

    def setToolTip(self, words: str) -> None:
        """Tell more when it is pointed at."""
        self._tip = words
        self._show()

    def sizeHint(self) -> QSize:
        """Wide enough for all of it."""
        if super().text() == literal(self._whole):
            self._hint = super().sizeHint()
        return self._hint

    def minimumSizeHint(self) -> QSize:
        """No wider than a long sentence in most languages."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), larger(_BUTTON)), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        over = self.sizeHint().width() - self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 0
        shown = self._whole
        if over > 0:
            metrics = self.fontMetrics()
            room = metrics.horizontalAdvance(shown) - over
            shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room)
        if literal(shown) != super().text():
            super().setText(literal(shown))
        whole = self._whole if over > 0 else ""
        super().setToolTip(tip("\n".join(part for part in (whole, self._tip) if part)))
