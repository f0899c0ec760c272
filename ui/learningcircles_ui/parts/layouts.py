"""Small help with layouts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QScrollBar, QSplitter, QStyle, QVBoxLayout, QWidget

from learningcircles_ui.theme import GAP

_FRAME = 16
"""Pixels that a window manager may draw around a window beside its title."""
_SIDES, _AROUND = 40, 80
"""Pixels of the screen that a dialog leaves free beside it, and above and below it together."""
_STEPS = 4
"""A width that follows from a height, and so on: it settles within so many."""
_BESIDE = 4
"""Pixels between what is scrolled and its bar."""


class ByWidth(QWidget):
    """Its least height follows from its width, also where what holds it, such as a splitter, asks by the hint alone."""

    _placed = False

    def minimumSizeHint(self) -> QSize:
        """The narrower, the more lines."""
        least, layout = super().minimumSizeHint(), self.layout()
        # As long as it has no place it has no width of its own either: a window would grow for a narrow one's lines.
        if self._placed and layout is not None and layout.hasHeightForWidth():
            least.setHeight(layout.totalMinimumHeightForWidth(max(self.width(), least.width())))
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height at another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._placed = True
            self.updateGeometry()


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        below = item.layout()
        if below is not None:
            clear(below)


def keep_room(widget: QWidget, *, room: bool) -> None:
    """Have a widget take up its room also while it is hidden, or not any more."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(room)
    widget.setSizePolicy(policy)


class Scrolled(QScrollArea):
    """Scrolls up and down alone: it is never narrower than what it holds asks for. No frame, no stop for Tab.

    Its bar stands beside it, in the margin of `parent` or `around`: what is held ends where everything else there
    ends, and keeps its width when there is more of it.
    """

    def __init__(self, inside: QWidget, parent: QWidget, around: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around or parent
        self._ends: Callable[[int], int] = lambda room: room
        self._bar = QScrollBar(Qt.Orientation.Vertical, self._around)
        self._bar.hide()
        self.destroyed.connect(self._bar.deleteLater)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        own = self.verticalScrollBar()
        own.rangeChanged.connect(lambda *_: self._place())
        own.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(own.setValue)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        inside.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """As wide as what it holds."""
        inside = self.widget()
        wide = inside.minimumSizeHint().width() if inside is not None else 0
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bar is as high."""
        super().resizeEvent(event)
        self._place()

    def moveEvent(self, event: QMoveEvent) -> None:
        """The bar comes along."""
        super().moveEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        """The bar is seen with it."""
        super().showEvent(event)
        self._place()

    def hideEvent(self, event: QHideEvent) -> None:
        """The bar goes with it."""
        super().hideEvent(event)
        self._bar.hide()

    def ends_at(self, ends: Callable[[int], int]) -> None:
        """End where `ends` says for so many pixels of room, where there is more below: not within what belongs
        together. What is left of the room stays empty.
        """
        self._ends = ends
        self._place()

    def at_once(self) -> None:
        """Give new parts of what is held their place now: else a picture is painted of them squeezed, or of none.

        Qt shows what a layout has been given, and asks for the room that it needs, only later and in several steps.
        """
        inside = self.widget()
        if inside is None or not inside.isVisible():
            return
        for part in inside.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if not part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                part.show()
        for _ in range(_STEPS):
            before = inside.size()
            for each in (inside, self):  # it is asked for room by a message, which a picture may overtake
                QCoreApplication.sendEvent(each, QEvent(QEvent.Type.LayoutRequest))
            if inside.size() == before:
                break

    def _place(self) -> None:
        inside, room = self.widget(), self.height()
        left = room - self._ends(room) if inside is not None and inside.height() > room else 0
        if left != self.viewportMargins().bottom():
            self.setViewportMargins(0, 0, 0, left)
        own, bar = self.verticalScrollBar(), self._bar
        bar.setRange(own.minimum(), own.maximum())
        bar.setPageStep(own.pageStep())
        bar.setSingleStep(own.singleStep())
        bar.setValue(own.value())
        place = QRect(self.mapTo(self._around, QPoint()), self.size())
        left = place.left() - _BESIDE - bar.sizeHint().width() if self.isRightToLeft() else place.right() + 1 + _BESIDE
        bar.setGeometry(left, place.top(), bar.sizeHint().width(), place.height())
        bar.setVisible(self.isVisible() and own.maximum() > own.minimum())
        bar.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for more room when what it holds does."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
            QTimer.singleShot(0, self, self._place)  # what is held may end elsewhere, and be as high as before
        return super().eventFilter(watched, event)


def scrolled(inside: QWidget, parent: QWidget, around: QWidget | None = None) -> Scrolled:
    """Return what lets a column of any height be scrolled. `inside` is best empty still: it gets another parent here,
    and is dressed anew with all that it holds.
    """
    return Scrolled(inside, parent, around)


def below_each_other(parent: QWidget, *parts: tuple[QWidget, int]) -> QScrollArea:
    """Return parts in a column that scrolls, each with the height in pixels that it has at least.

    For text so large that there is no room beside each other.
    """
    inside = QWidget(parent)
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    for part, high in parts:
        part.setMinimumHeight(high)
        column.addWidget(part)
    return scrolled(inside, parent)


def split(direction: Qt.Orientation, parent: QWidget, *parts: QWidget) -> QSplitter:
    """Return parts with handles between them that give each its size; none is pushed away altogether."""
    made = QSplitter(direction, parent)
    made.setHandleWidth(GAP)
    made.setChildrenCollapsible(False)
    for part in parts:
        made.addWidget(part)
    return made


def reveal(part: QWidget, margin: int = 50) -> None:
    """Scroll what holds a part, if anything does, so that the part is in view with so many pixels below it.

    Of a part that has no room its beginning is seen.
    """
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    inside = above.widget() if isinstance(above, QScrollArea) else None
    if not isinstance(above, QScrollArea) or inside is None:
        return
    if part.height() > above.viewport().height():  # then its beginning
        above.verticalScrollBar().setValue(part.mapTo(inside, QPoint()).y())
    else:
        above.ensureWidgetVisible(part, 0, margin)


def on_screen(window: QWidget, width: int, height: int) -> QSize:
    """Return a window's size, smaller where the screen has less, with its title above."""
    if QGuiApplication.platformName() == "offscreen" and not window.screen().name():
        return QSize(width, height)  # nothing is seen there, and a screen that nobody has named is no measure
    title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    return QSize(width, height).boundedTo(window.screen().availableSize() - QSize(0, title + _FRAME))


def as_large(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog its size in pixels, less where the screen has no room for it: its buttons stand at its foot."""
    room = dialog.screen().availableGeometry()
    dialog.resize(min(width, room.width() - _SIDES), min(height, room.height() - _AROUND))


def in_front_of(window: QWidget, behind: QWidget | None) -> None:
    """Put a window that has no place of its own yet over the middle of another one, else of the screen."""
    room = (behind or window).screen().availableGeometry()  # its own is the first one, until it is shown
    seen = behind is not None and behind.isVisible()
    middle = behind.frameGeometry().center() if behind is not None and seen else room.center()
    frame = behind.frameGeometry().size() - behind.size() if behind is not None and seen else QSize(0, 0)
    at = QRect(QPoint(), window.size() + frame)  # it has none of its own before it is shown, and will have one as large
    at.moveCenter(middle)
    left = max(room.left(), min(at.left(), room.right() - at.width()))
    window.move(left, max(room.top(), min(at.top(), room.bottom() - at.height())))
