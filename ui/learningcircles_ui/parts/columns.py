"""What a circle's table looked like when it was left: widths, order and choice of columns, and how it was sorted."""

from __future__ import annotations

import json
from collections.abc import Sequence, Set
from contextlib import suppress
from functools import partial
from math import ceil
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from learningcircles_ui.parts.fitting import Need, fitted
from learningcircles_ui.parts.literal import literal
from learningcircles_ui.parts.pills import pill_width
from learningcircles_ui.parts.table_model import Column, RecordsModel
from learningcircles_ui.remember import Remember
from learningcircles_ui.theme import larger

_WHOLE = 1_000
_MEASURED, _STEP = 40, 8
"""So many first rows tell how wide columns need to be, looked at anew where there are so many more."""
_FRUGAL = ((False, False), (False, True), (True, True))
"""What may be cut, if nothing else helps: very long names, which the details show, and then titles."""
_AROUND, _INSIDE, _ICON = 28, 22, 28
_MOST, _NAME, _LEAST = 460, 170, 44
"""Pixels at the usual size of text: the most that a column needs, the least of a name and of any other text."""
_USUAL = 0.8
"""So many of a column's cells are shown whole before another column shows its longest ones."""
_USEFUL = 110
"""Below so many, other columns step aside before text is cut any further."""


def columns_in_order(header: QHeaderView, also: Set[int] = frozenset()) -> list[int]:
    """Return the columns in view as they stand, and of the hidden ones those that are named."""
    places = (header.logicalIndex(place) for place in range(header.count()))
    return [column for column in places if column in also or not header.isSectionHidden(column)]


class Columns(QObject):
    """The columns of one table: the header's own menu hides and shows them, and puts them back as they were.

    Widths that somebody has chosen are kept as at the usual size of text; until then they follow from what stands in
    the first rows (see `fitting`). One column always stays, and one takes what is left of the width. Where there is no
    room for all, those that can be spared step aside (`Column.spared`) until there is; whoever ticks one keeps it.
    """

    def __init__(self, table: QTableView, remember: Remember, key: str, stretch: int) -> None:
        super().__init__(table)
        self._table, self._remember, self._key, self._stretch = table, remember, f"{key}/columns", stretch
        self._header = table.horizontalHeader()
        self._header.setSectionsMovable(True)
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._own = self._fitting = False
        self._aside: set[int] = set()
        self._empty: set[int] = set()
        self._chosen: set[int] = set()
        self._base = {column: self._header.sectionSize(column) for column in range(self._header.count())}
        self._room: object = None
        self._length = 0
        self._first = self._now()
        self._restore()
        self._header.customContextMenuRequested.connect(self._asked)
        self._header.sectionResized.connect(self._resized)
        for changed in (self._header.sectionMoved, self._header.sortIndicatorChanged):
            changed.connect(lambda *_: self.keep())
        table.viewport().installEventFilter(self)
        table.model().modelReset.connect(self.fit)
        table.model().dataChanged.connect(lambda *_: self.fit())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the columns to the table's new width."""
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return False

    def fit(self) -> None:
        """Give each column the room that its cells need, unless somebody has chosen the widths.

        Not with every list that comes: columns that jump while one types or sorts are worse than a cut cell. Who steps
        aside stays aside while somebody searches, unless something stands there now, or the list is sorted by it.
        """
        model = self._table.model()
        if self._fitting or not isinstance(model, RecordsModel):
            return
        known = _known(model)
        empty = {at for at in self.wanted() if not any(model.column(at).text(row) for row in known)}
        wide = self._table.viewport().width()
        room, length = (wide, self.wanted()), len(known) // _STEP
        back = bool(self._aside & (self._empty - empty | _sorted_by(model)))
        if not known or not back and (room, length) == (self._room, self._length):
            return
        anew = back or room != self._room or not model.question.text
        self._room, self._length, self._fitting = room, length, True
        try:
            if anew:
                self._empty = empty
                self._make_room(model, known, wide)
            if self._own:
                self._spread()
            else:
                self._share_out(model, known, wide)
        finally:
            self._fitting = False

    def _share_out(self, model: RecordsModel[Any], known: Sequence[Any], room: int) -> None:
        """Give the columns in view their widths."""
        shown = self._shown()
        tries = [self._needs(model, shown, known, *frugal) for frugal in _FRUGAL]
        needs = next((each for each in tries if sum(need.least for need in each) <= room), tries[-1])
        widths = fitted(needs, room)
        self._spread(fits=sum(widths) <= room)
        for column, width in zip(shown, widths, strict=True):
            self._header.resizeSection(column, width)

    def _make_room(self, model: RecordsModel[Any], known: Sequence[Any], room: int) -> None:
        """Let columns step aside where there is no room for all of use.

        Empty ones make way for any that is cut, the others where text would become too short to tell anything.
        """
        wanted = self.wanted()
        shown, stay = list(wanted), self._chosen | _sorted_by(model)
        can = [each for each in shown if model.column(each).spared and each not in stay]
        for column in sorted(can, key=lambda each: (each not in self._empty, -model.column(each).spared)):
            needs = self._needs(model, shown, known, *_FRUGAL[0])
            enough = sum(need.whole if column in self._empty else _use(need) for need in needs)
            if enough <= room or len(shown) == 1:
                break
            shown.remove(column)
        self._aside = set(wanted) - set(shown)
        for column in wanted:
            self._header.setSectionHidden(column, column in self._aside)
        self._stay_in_view()

    def _stay_in_view(self) -> None:
        """Take the current cell out of a column that is hidden: arrow keys lead nowhere from there."""
        at, shown = self._table.currentIndex(), self._shown()
        if at.isValid() and at.column() not in shown:
            keep = QItemSelectionModel.SelectionFlag.NoUpdate
            self._table.selectionModel().setCurrentIndex(at.siblingAtColumn(shown[0]), keep)

    def _needs(self, model: RecordsModel[Any], shown: Sequence[int], known: Sequence[Any], *frugal: bool) -> list[Need]:
        font = self._table.font()
        if self._own:
            wide = self._wide(list(shown))
            own = [larger(_USEFUL) if at == wide else self._header.sectionSize(at) or self._base[at] for at in shown]
            return [Need(each, each, grows=False) for each in own]
        return [_need(self._header, font, self._base[at], at, model.column(at), known, *frugal) for at in shown]

    def _resized(self, column: int, before: int, now: int) -> None:
        if not self._fitting and column != self._wide(self._shown()):
            self._own = True
        self.keep()

    def menu(self, parent: QMenu | QTableView) -> QMenu:
        """Return the menu: a tick a column, and the way back."""
        menu = QMenu(self.tr("Columns"), parent)
        model, shown = self._table.model(), self._shown()
        for column in range(model.columnCount()):
            title = str(model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")
            each = menu.addAction(literal(title))
            each.setCheckable(True)
            each.setChecked(column in shown)
            each.setEnabled(shown != [column])
            each.triggered.connect(partial(self._turn, column))
        menu.addSeparator()
        menu.addAction(self.tr("As they were at first")).triggered.connect(lambda: self.reset())
        return menu

    def _turn(self, column: int) -> None:
        self.show_column(column, self._header.isSectionHidden(column))

    def show_column(self, column: int, shown: bool) -> None:
        """Show a column, or hide it."""
        self._fitting = True  # hiding is told as resizing, which nobody has done
        self._header.setSectionHidden(column, not shown)
        self._fitting = False
        self._aside.discard(column)
        (self._chosen.add if shown else self._chosen.discard)(column)
        self._stay_in_view()
        self._spread()
        self.fit()
        self.keep()

    def reset(self) -> None:
        """Put widths, order, choice and sorting back as the program has them."""
        self._own, self._room, self._aside, self._chosen = False, None, set(), set()
        self._lay_out(self._first)
        self._stay_in_view()
        self.fit()
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

    def _shown(self) -> list[int]:
        return columns_in_order(self._header)

    def wanted(self) -> list[int]:
        """Return the columns in their order, with those that have stepped aside: what is saved and printed."""
        return columns_in_order(self._header, self._aside)

    def _now(self) -> dict[str, Any]:
        header, model = self._header, self._table.model()
        wanted, shown = self.wanted(), self._shown()
        question = model.question if isinstance(model, RecordsModel) else None
        return {
            "order": [header.logicalIndex(place) for place in range(header.count())],
            "hidden": [column for column in range(header.count()) if column not in wanted],
            "chosen": sorted(self._chosen),
            "widths": {str(each): self._width(each) for each in shown if self._own and each != self._wide(shown)},
            "sorted": [question.order, question.descending] if question and question.order else [],
        }

    def _width(self, column: int) -> int:
        """A column's width, as at the usual size of text."""
        return round(self._header.sectionSize(column) * _WHOLE / larger(_WHOLE))

    def _wide(self, shown: list[int]) -> int:
        """The column that takes what is left; the last one where that is hidden."""
        return self._stretch if self._stretch in shown else shown[-1]

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
        hidden, self._chosen = set(kept["hidden"]), set(kept.get("chosen", ()))
        for column in range(header.count()):
            header.setSectionHidden(column, column in hidden and len(hidden) < header.count())
        self._own = bool(kept["widths"])
        self._fitting = True
        for column, width in self._base.items():
            header.resizeSection(column, width)
        for name, width in kept["widths"].items():
            header.resizeSection(int(name), larger(int(width)))
        self._spread()
        self._fitting = False

    def _spread(self, *, fits: bool = True) -> None:
        """Let one column take what is left, where anything is."""
        wide = self._wide(self._shown()) if fits else -1
        for column in range(self._header.count()):
            mode = QHeaderView.ResizeMode.Stretch if column == wide else QHeaderView.ResizeMode.Interactive
            self._header.setSectionResizeMode(column, mode)


def whole(columns: Columns) -> int:
    """Return the pixels in which none of what a table's first rows hold is cut; 0 where there are none."""
    model = columns._table.model()
    if not isinstance(model, RecordsModel) or not (known := _known(model)):
        return 0
    return sum(need.whole for need in columns._needs(model, columns.wanted(), known, *_FRUGAL[0]))


def _known(model: RecordsModel[Any]) -> list[Any]:
    return [row for at in range(min(_MEASURED, model.rowCount())) if (row := model.row(at)) is not None]


def _sorted_by(model: RecordsModel[Any]) -> set[int]:
    order = model.question.order
    return {at for at in range(model.columnCount()) if order and model.column(at).order == order}


def _use(need: Need) -> int:
    return max(need.least, min(need.whole, larger(_USEFUL))) if need.grows else need.least


def _need(
    header: QHeaderView, font: QFont, base: int, at: int, column: Column[Any], rows: Sequence[Any], *frugal: bool
) -> Need:
    """Return what a column needs. `frugal`: whether its title may be cut, and whether the first column may."""
    cuts, cuts_names = frugal
    every, metrics = [column.text(row) for row in rows], QFontMetrics(font)
    texts = set(every)
    if column.tone is not None:
        seen = max((ceil(pill_width(each, font)) for each in texts if each), default=0)
        return Need(base, min(base, seen + _INSIDE), grows=False)
    wide = {each: metrics.horizontalAdvance(each) for each in texts}
    cells = max(wide.values())
    title = QFontMetrics(header.font()).horizontalAdvance(column.title) + _AROUND
    if column.right:
        least = max(larger(_LEAST) if cuts else title, cells + _INSIDE)
        return Need(max(title, cells + _AROUND), least, grows=False)
    whole = max(title, cells + _AROUND + (larger(_ICON) if column.icon else 0))
    whole = min(whole, larger(_MOST))
    least = larger(_LEAST) if cells else header.minimumSectionSize()
    if at == 0:
        return Need(whole, min(whole, larger(_NAME)) if cuts_names else whole)
    usual = sorted(wide[each] for each in every)[int(len(every) * _USUAL)] + _AROUND
    return Need(whole, min(whole, least) if cuts else title, most=usual)


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
