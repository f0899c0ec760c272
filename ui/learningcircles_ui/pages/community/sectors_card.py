"""Five sectors at one table: how many active members each has; one that nobody comes from is an invitation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from learningcircles.entities.people import MEMBER, SECTORS
from learningcircles_ui import text
from learningcircles_ui.pages.community.rows import Community
from learningcircles_ui.parts.headings import as_card, beside, button, plain, soft, subtitle
from learningcircles_ui.parts.layouts import clear
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.print.sectors import Table, draw_sectors
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP, colour, larger


class SectorsCard(QWidget):
    """On screen every number is shown; on paper small ones join one row (see `figures.parts_for_paper`)."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        frame, column = as_card(self)
        column.setSpacing(GAP)
        heading = subtitle(self.tr("Five sectors at one table"), frame)
        self._community: Community | None = None
        tip = self.tr("Print the five sectors")
        self.print = button(self.tr("Print"), self.print_, icon_name="printer", tip=tip, parent=frame)
        self.print.setEnabled(False)
        column.addWidget(beside(heading, self.print, parent=frame))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        self.without = button("", self._people, kind="link", parent=self)
        self.without.hide()
        column.addWidget(self.without, 0, Qt.AlignmentFlag.AlignLeading)

    def show_sectors(self, community: Community) -> None:
        """Show how many come from where."""
        self._community = community
        self.print.setEnabled(True)
        clear(self._grid)
        most = max(community.sectors.values(), default=0)
        for row, sector in enumerate(SECTORS):
            people = community.sectors.get(sector, 0)
            self._grid.addWidget(plain(text.choice_label(MEMBER.field("sector"), sector), self), row, 0)
            if people:
                self._grid.addWidget(Bar(people / most, self), row, 1)
                self._grid.addWidget(soft(self.tr("%n people", "", people), self, wrap=False), row, 2)
            else:
                self._grid.addWidget(soft(_invitation(sector), self), row, 1, 1, 2)
        self.without.setText(self.tr("%n active member(s) without a sector", "", community.without))
        self.without.setAccessibleName(self.without.text())
        self.without.setVisible(community.without > 0)

    def print_(self) -> None:
        """Show the sheet."""
        if self._community is not None:
            told = self._community
            asks = {sector: _invitation(sector) for sector in SECTORS}
            table = Table(self._shell.file.called, told.sectors, told.without, asks)
            title = self.tr("Five sectors")
            PrintPreview(self._shell, title, lambda page: draw_sectors(page, table), self, about=()).open()

    def _people(self) -> None:
        self._shell.signals.asked.emit("people", "")


class Bar(QWidget):
    """A share of the longest bar, 0 to 1; the number stands beside it."""

    def __init__(self, share: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(80, larger(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        high = larger(8)
        whole = QRectF(0, (self.height() - high) / 2, self.width(), high)
        painter.setBrush(colour("hover"))
        painter.drawRoundedRect(whole, high / 2, high / 2)
        wide = max(high, whole.width() * self._share)
        part = QRectF(whole.right() - wide if self.isRightToLeft() else 0, whole.top(), wide, high)
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(part, high / 2, high / 2)


def _invitation(sector: str) -> str:
    translate = QCoreApplication.translate
    told = {
        "civic": translate("SectorsCard", "Nobody yet. A tenants’ group, a councillor: whom could you ask?"),
        "economic": translate("SectorsCard", "Nobody yet. A shop, a workshop, a farm: whom could you ask?"),
        "public": translate("SectorsCard", "Nobody yet. The library, the town hall: whom could you ask?"),
        "education": translate("SectorsCard", "Nobody yet. A school, a teacher, a college: whom could you ask?"),
        "voluntary": translate("SectorsCard", "Nobody yet. A club, a choir, a charity: whom could you ask?"),
    }
    return told[sector]
