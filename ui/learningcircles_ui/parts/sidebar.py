"""The menu at the side: the circle's name, the pages, Settings at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from learningcircles_ui.parts.headings import scaled, title
from learningcircles_ui.parts.icons import icon, pixmap
from learningcircles_ui.parts.literal import literal, tip
from learningcircles_ui.parts.words import Pressable
from learningcircles_ui.text import as_written
from learningcircles_ui.theme import colour, larger

_WIDTH = 207


class MenuItem(QAbstractButton):
    """One page in the menu; painted, so that its icon takes the colour of its state."""

    def __init__(self, text: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self._icon = icon_name
        self._badge = ""
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def badge(self, text: str) -> None:
        """Show a small number at the far end; an empty text takes it away."""
        self._badge = text
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH - 24, max(39, self.fontMetrics().height() + 22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(colour("accent_soft"))
            painter.drawRoundedRect(area, 8, 8)
        elif self.underMouse():
            painter.setBrush(colour("hover"))
            painter.drawRoundedRect(area, 8, 8)
        if self.hasFocus():
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setWidth(2)
            pen.setColor(colour("accent"))
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 8, 8)
        self._content(painter)

    def _content(self, painter: QPainter) -> None:
        token = "accent" if self.isChecked() else "soft"
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = larger(20)
        left = self.width() - 14 - side if rtl else 14
        drawn = pixmap(self._icon, token, side, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - side) // 2, drawn)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(colour(token))
        beside = 23 + side
        words = self.rect().adjusted(14 if rtl else beside, 0, -beside if rtl else -14, 0)
        edge = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        edge |= Qt.AlignmentFlag.AlignAbsolute  # a painter of this direction would turn it round once more
        painter.drawText(words, int((edge | Qt.AlignmentFlag.AlignVCenter).value), self.text())
        if self._badge:
            self._paint_badge(painter, rtl)

    def _paint_badge(self, painter: QPainter, rtl: bool) -> None:
        wide = max(20, painter.fontMetrics().horizontalAdvance(self._badge) + 12)
        area = QRect(12 if rtl else self.width() - 12 - wide, (self.height() - 20) // 2, wide, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("warn_soft"))
        painter.drawRoundedRect(area, 10, 10)
        painter.setPen(colour("warn"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter.value), self._badge)


class _Switcher(Pressable):
    """It makes the menu no wider, however long the circle's name."""

    def minimumSizeHint(self) -> QSize:
        return QSize(larger(60), super().minimumSizeHint().height())


class _MenuButton(QToolButton):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the menu, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.showMenu()
        else:
            super().keyPressEvent(event)


class Sidebar(QFrame):
    """`chosen` carries the name of a page."""

    chosen = Signal(str)

    def __init__(self, circle: str, items: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "side")
        self.setAccessibleName(self.tr("Menu"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 14, 12, 12)
        self._column.setSpacing(2)
        self._heads(circle)
        self._group = QButtonGroup(self)
        self.items: dict[str, MenuItem] = {}
        for name, text, icon_name in items:
            self._add(name, text, icon_name)
        self._column.insertStretch(self._column.count() - 1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._mirror()

    def sizeHint(self) -> QSize:
        """As wide as the longest word asks, at least as in the pictures."""
        widest = max((item.fontMetrics().horizontalAdvance(item.text()) for item in self.items.values()), default=0)
        return QSize(max(_WIDTH + 1, widest + 76 + larger(20)), 400)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the circle's name as there is room for; it is told in full when pointed at."""
        super().resizeEvent(event)
        self.call(self._circle)

    def call(self, circle: str) -> None:
        """Show what the circle is called, as much of it as there is room for."""
        self._circle = circle
        self.switcher.setAccessibleName(self.tr("Circle: {name}").format(name=circle))
        room = self.width() - 24 - 10 - larger(14) - 4
        shown = self.switcher.fontMetrics().elidedText(self._circle, Qt.TextElideMode.ElideRight, room)
        self.switcher.setText(literal(as_written(shown)))
        told = self.tr("Switch to another circle")
        self.switcher.setToolTip(tip(told if shown == self._circle else f"{self._circle}\n{told}"))

    def show_page(self, name: str) -> None:
        """Mark a page as the one in view."""
        if name in self.items:
            self.items[name].setChecked(True)

    def walks(self, name: str) -> bool:
        """Return whether somebody has come to this page by the menu, and is still on its line there."""
        return name in self.items and self.items[name].hasFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk the menu."""
        items = list(self.items.values())
        at = next((place for place, item in enumerate(items) if item.hasFocus()), None)
        if at is not None and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            items[(at + step) % len(items)].setFocus(Qt.FocusReason.TabFocusReason)
        elif at is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            items[at].click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the hairline on the page's side."""
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._mirror()
        super().changeEvent(event)

    def _heads(self, circle: str) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        name = title("Learning Circles", self)
        scaled(name, 0.76, QFont.Weight.Bold)
        self.menu_button = _MenuButton(self)
        self.menu_button.setProperty("kind", "plain")
        self.menu_button.setIcon(icon("dots"))
        self.menu_button.setIconSize(QSize(larger(17), larger(17)))
        self.menu_button.setStyleSheet("padding: 0px; min-height: 0px;")
        self.menu_button.setFixedSize(larger(28), larger(24))
        self.menu_button.setAccessibleName(self.tr("All menus"))
        self.menu_button.setToolTip(self.tr("All menus (F10)"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row.addWidget(name)
        row.addStretch(1)
        row.addWidget(self.menu_button)
        self._column.addLayout(row)
        self.switcher = _Switcher(circle, self)
        self.switcher.setProperty("kind", "switcher")
        self.switcher.setIcon(icon("chevron-down"))
        self.switcher.setLayoutDirection(
            Qt.LayoutDirection.LeftToRight if self.isRightToLeft() else Qt.LayoutDirection.RightToLeft
        )
        self.switcher.setIconSize(QSize(larger(14), larger(14)))
        self.switcher.setToolTip(self.tr("Switch to another circle"))
        self.switcher.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._circle = circle
        # Its direction is turned round, so that the arrow stands after the name; its leading edge is our trailing one.
        self._column.addWidget(self.switcher, 0, Qt.AlignmentFlag.AlignTrailing)
        self._column.addSpacing(10)

    def circles(self, menu: QMenu) -> None:
        """Give the circle's name its menu."""
        self.switcher.setMenu(menu)

    def _add(self, name: str, text: str, icon_name: str) -> None:
        item = MenuItem(text, icon_name, self)
        item.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(item)
        self._column.addWidget(item)
        self.items[name] = item

    def _mirror(self) -> None:
        self.setProperty("rtl", self.isRightToLeft())
        self.style().polish(self)
