"""What a circle's table looked like when it was left: widths, order and choice of columns, and how it was sorted."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QTableView

from learningcircles_ui.parts.columns_fit import Fit
from learningcircles_ui.parts.columns_menu import placing_menu
from learningcircles_ui.parts.literal import literal
from learningcircles_ui.parts.table_model import RecordsModel
from learningcircles_ui.remember import Remember
from learningcircles_ui.theme import larger

_WHOLE = 1_000


class Columns(QObject):
    """The columns of one table: the header's own menu hides and shows them, and puts them back as they were.

    Widths that somebody has chosen are kept as at the usual size of text; until then they follow from what stands in
    the first rows (see `columns_fit`). One column always stays, and one takes what is left of the width. Where there is
    no room for all, those that can be spared step aside (`Column.spared`) until there is; whoever ticks one keeps it.
    """

    def __init__(self, table: QTableView, remember: Remember, key: str, stretch: int) -> None:
        super().__init__(table)
        self._table, self._remember, self._key = table, remember, f"{key}/columns"
        self._header = table.horizontalHeader()
        self._header.setSectionsMovable(True)
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.room = Fit(table, stretch)
        self._first = self._now()
        self._restore()
        self._header.customContextMenuRequested.connect(self._asked)
        self._header.sectionResized.connect(self._resized)
        for changed in (self._header.sectionMoved, self._header.sortIndicatorChanged):
            changed.connect(lambda *_: self.keep())
        self._header.sectionClicked.connect(lambda _: self.keep())  # its arrow turns before the rows are sorted
        table.viewport().installEventFilter(self)
        table.model().modelReset.connect(self.room.fit)
        table.model().dataChanged.connect(lambda *_: self.room.fit())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the columns to the table's new width."""
        if event.type() == QEvent.Type.Resize:
            self.room.fit()
        return False

    def _resized(self, column: int, before: int, now: int) -> None:
        if not self.room.busy and column != self.room.wide(self.room.shown()):
            self.room.own = True
        self.keep()

    def menu(self, parent: QMenu | QTableView) -> QMenu:
        """Return the menu: a tick a column, where each stands and how wide it is, and the way back."""
        menu = QMenu(self.tr("Columns"), parent)
        model, shown = self._table.model(), self.room.shown()
        for column in range(model.columnCount()):
            title = str(model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")
            aside = column in self.wanted() and column not in shown
            each = menu.addAction(literal(self.tr("{column} (no room)").format(column=title) if aside else title))
            each.setCheckable(True)
            each.setChecked(column in shown)
            each.setEnabled(shown != [column])
            each.triggered.connect(partial(self._turn, column))
        menu.addSeparator()
        menu.addMenu(placing_menu(self._table, self.room, menu))
        menu.addAction(self.tr("As they were at first")).triggered.connect(lambda: self.reset())
        return menu

    def _turn(self, column: int) -> None:
        self.show_column(column, self._header.isSectionHidden(column))

    def show_column(self, column: int, shown: bool) -> None:
        """Show a column, or hide it."""
        self.room.turn(column, shown)
        self.keep()

    def reset(self) -> None:
        """Put widths, order, choice and sorting back as the program has them."""
        self.room.forget()
        self._lay_out(self._first)
        self.room.stay_in_view()
        self.room.fit()
        model = self._table.model()
        if isinstance(model, RecordsModel) and model.question.order:
            model.ask(model.question._replace(order="", descending=False))
        self._header.setSortIndicatorShown(False)
        self._remember.put_text(self._key, "")

    def keep(self) -> None:
        """Remember how the table looks now; nothing where it looks as at first."""
        now = self._now()
        self._remember.put_text(self._key, "" if now == self._first else json.dumps(now))

    def _asked(self, at: QPoint) -> None:
        self.menu(self._table).popup(self._header.mapToGlobal(at))

    def wanted(self) -> list[int]:
        """Return the columns in their order, with those that have stepped aside: what is saved and printed."""
        return self.room.wanted()

    def _now(self) -> dict[str, Any]:
        header, model = self._header, self._table.model()
        wanted, shown = self.wanted(), self.room.shown()
        question = model.question if isinstance(model, RecordsModel) else None
        return {
            "order": [header.logicalIndex(place) for place in range(header.count())],
            "hidden": [column for column in range(header.count()) if column not in wanted],
            "chosen": sorted(self.room.chosen),
            "widths": {str(at): self._width(at) for at in wanted if self.room.own and at != self.room.wide(shown)},
            "sorted": [question.order, question.descending] if question and question.order else [],
        }

    def _width(self, column: int) -> int:
        """A column's width, as at the usual size of text."""
        return round(self.room.width(column) * _WHOLE / larger(_WHOLE))

    def _restore(self) -> None:
        with suppress(ValueError, TypeError, KeyError, AttributeError):  # another version's, or somebody's own edit
            kept = json.loads(self._remember.text(self._key) or "{}")
            if sorted(kept.get("order", ())) == list(range(self._header.count())):
                self._lay_out(kept)
                _sort(self._table, *kept["sorted"])

    def _lay_out(self, kept: dict[str, Any]) -> None:
        header = self._header
        for place, column in enumerate(kept["order"]):
            header.moveSection(header.visualIndex(column), place)
        hidden, self.room.chosen = set(kept["hidden"]), set(kept.get("chosen", ()))
        for column in range(header.count()):
            header.setSectionHidden(column, column in hidden and len(hidden) < header.count())
        self.room.own = bool(kept["widths"])
        self.room.busy = True
        for column, width in self.room.base.items():
            header.resizeSection(column, width)
        for name, width in kept["widths"].items():
            header.resizeSection(int(name), larger(int(width)))
        self.room.spread()
        self.room.busy = False


def _sort(table: QTableView, order: str = "", descending: bool = False) -> None:
    model = table.model()
    if not isinstance(model, RecordsModel) or not order:
        return
    column = next((at for at in range(model.columnCount()) if model.column(at).order == order), None)
    if column is None:
        return
    model.question = model.question._replace(order=order, descending=bool(descending))
    table.horizontalHeader().setSortIndicator(column, Qt.SortOrder(1 if descending else 0))
    table.horizontalHeader().setSortIndicatorShown(True)
