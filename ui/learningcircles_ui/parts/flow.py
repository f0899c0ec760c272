"""Layouts for words and buttons: what does not fit beside each other, in some language and size, goes on below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from learningcircles_ui.theme import GAP_S, larger

_FEW_LINES = 68
"""Pixels at the usual size of text: the height of four lines."""


class _Row(QLayout):
    """What the layouts here have in common: items in a list, and a height that follows from the width."""

    def __init__(self, parent: QWidget | None, gap: int = GAP_S) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        """Take what `addWidget` makes."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one of them, or None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """As long as it is given."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        margins = self.contentsMargins()
        area = QRect(0, 0, width - margins.left() - margins.right(), 0)
        return self._lay_out(area, move=False) + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        """Place them."""
        super().setGeometry(rect)
        self._lay_out(rect.marginsRemoved(self.contentsMargins()), move=True)

    def _lay_out(self, area: QRect, *, move: bool) -> int:
        """Place them, or only measure; return the height that they take."""
        raise NotImplementedError

    def _seen(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _framed(self, wide: int, high: int) -> QSize:
        margins = self.contentsMargins()
        return QSize(wide + margins.left() + margins.right(), high + margins.top() + margins.bottom())

    def _put(self, item: QLayoutItem, shape: QRect, area: QRect) -> None:
        """Place one, seen from the other side where one reads from right to left."""
        parent = self.parentWidget()
        if parent is not None and parent.isRightToLeft():
            left = area.left() + area.right() + 1 - shape.left() - shape.width()
            shape = QRect(QPoint(left, shape.top()), shape.size())
        item.setGeometry(shape)


class Flow(_Row):
    """Controls in a line, from the leading edge; those added as `far` stand at the trailing edge.

    Where they do not fit into one line the far ones begin a line of their own, and each kind goes on in further lines.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = GAP_S) -> None:
        super().__init__(parent, gap)
        self._far: set[int] = set()

    def add(self, widget: QWidget, *, far: bool = False) -> None:
        """Add a control at the end of those of its kind."""
        self.addWidget(widget)
        if far:
            self._far.add(id(self._items[-1]))

    def sizeHint(self) -> QSize:
        """One line."""
        shown = self._seen()
        return self._framed(self._length(shown), max((item.sizeHint().height() for item in shown), default=0))

    def minimumSize(self) -> QSize:
        """The widest of them."""
        least = [item.minimumSize() for item in self._seen()]
        return self._framed(max((each.width() for each in least), default=0),
                            max((each.height() for each in least), default=0))  # fmt: skip

    def _lay_out(self, area: QRect, *, move: bool) -> int:
        top = area.top()
        for line in self._lines(area.width()):
            high = max(item.sizeHint().height() for item in line)
            if move:
                self._place(line, QRect(area.left(), top, area.width(), high))
            top += high + self.spacing()
        return max(0, top - self.spacing() - area.top())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        shown = self._seen()
        near = [item for item in shown if id(item) not in self._far]
        far = [item for item in shown if id(item) in self._far]
        if self._length(shown) <= width:
            return [[*near, *far]] if shown else []
        return [*self._broken(near, width), *self._broken(far, width)]

    def _length(self, line: Sequence[QLayoutItem]) -> int:
        return sum(item.sizeHint().width() for item in line) + self.spacing() * max(0, len(line) - 1)

    def _broken(self, items: Sequence[QLayoutItem], width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        for item in items:
            if lines and self._length([*lines[-1], item]) <= width:
                lines[-1].append(item)
            else:
                lines.append([item])
        return lines

    def _place(self, line: Sequence[QLayoutItem], area: QRect) -> None:
        left, over, pushed = area.left(), area.width() - self._length(line), False
        for item in line:
            if id(item) in self._far and not pushed:
                left, pushed = left + max(0, over), True
            size = item.sizeHint().boundedTo(QSize(area.width(), area.height()))
            top = area.top() + (area.height() - size.height()) // 2
            self._put(item, QRect(QPoint(left, top), size), area)
            left += size.width() + self.spacing()


class Beside(_Row):
    """Words, and beside them what can be done about it; below them where the words would have too little room."""

    def __init__(self, words: QWidget, controls: QWidget, parent: QWidget | None = None, *, least: int = 320) -> None:
        """`least`: pixels at the usual size of text that the words have at least."""
        super().__init__(parent)
        self._least = larger(least)
        self.addWidget(words)
        self.addWidget(controls)

    def sizeHint(self) -> QSize:
        """Beside each other."""
        one, other = (item.sizeHint() for item in self._items)
        return self._framed(one.width() + self.spacing() + other.width(), max(one.height(), other.height()))

    def minimumSize(self) -> QSize:
        """Below each other."""
        one, other = (item.minimumSize() for item in self._items)
        return self._framed(max(one.width(), other.width()), max(one.height(), other.height()))

    def _lay_out(self, area: QRect, *, move: bool) -> int:
        words, controls = self._items
        hint, wide = controls.sizeHint(), area.width()
        if controls.isEmpty() or hint.width() == 0:
            if move:
                self._put(words, area, area)
            return _high(words, wide)
        room = wide - hint.width() - self.spacing()
        # Short words need less: as long as they take no more lines than with all that they are to have, and few.
        most = min(_high(words, self._least), larger(_FEW_LINES))
        short = room >= words.minimumSize().width() and _high(words, room) <= most
        if room < self._least and not short:
            return self._below(area, move=move)
        high = max(_high(words, room), hint.height(), area.height() if move else 0)
        if move:
            self._put(words, QRect(area.left(), area.top(), room, high), area)
            top = area.top() + (high - hint.height()) // 2
            self._put(controls, QRect(QPoint(area.right() + 1 - hint.width(), top), hint), area)
        return high

    def _below(self, area: QRect, *, move: bool) -> int:
        words, controls = self._items
        high, wide = _high(words, area.width()), min(controls.sizeHint().width(), area.width())
        lower = _high(controls, wide)
        if move:
            self._put(words, QRect(area.left(), area.top(), area.width(), high), area)
            self._put(controls, QRect(area.left(), area.top() + high + self.spacing(), wide, lower), area)
        return high + self.spacing() + lower


class Even(_Row):
    """Controls that share a line; where there is too little room for that, each has a line of its own."""

    def __init__(self, widgets: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for each in widgets:
            self.addWidget(each)

    def sizeHint(self) -> QSize:
        """One line."""
        hints = [item.sizeHint() for item in self._seen()]
        widest = max((each.width() for each in hints), default=0)
        wide = widest * len(hints) + self.spacing() * max(0, len(hints) - 1)
        return self._framed(wide, max((each.height() for each in hints), default=0))

    def minimumSize(self) -> QSize:
        """The widest of them."""
        least = [item.minimumSize() for item in self._seen()]
        return self._framed(max((each.width() for each in least), default=0),
                            max((each.height() for each in least), default=0))  # fmt: skip

    def _lay_out(self, area: QRect, *, move: bool) -> int:
        shown, gap = self._seen(), self.spacing()
        if not shown:
            return 0
        high = max(item.sizeHint().height() for item in shown)
        shares = self._shares([item.sizeHint().width() for item in shown], area.width() - gap * (len(shown) - 1))
        left = 0
        for place, item in enumerate(shown):
            top, wide = (0, shares[place]) if shares else (place * (high + gap), area.width())
            if move:
                self._put(item, QRect(area.left() + left, area.top() + top, wide, high), area)
            left += wide + gap if shares else 0
        return high if shares else len(shown) * (high + gap) - gap

    @staticmethod
    def _shares(wanted: Sequence[int], width: int) -> list[int]:
        """Return how wide each is: all alike, else each what it needs and a part of the rest; nothing if too little."""
        even = width // len(wanted)
        if even >= max(wanted):
            return [even] * len(wanted)
        over = (width - sum(wanted)) // len(wanted)
        return [each + over for each in wanted] if over >= 0 else []


def _high(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
