"""The laptops of a circle as rows: name, what each may do, when it was last heard of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from learningcircles.circle.believing import ahead
from learningcircles.circle.facets import Verbs
from learningcircles.circle.naming import ID_SHOWN, laptop_names
from learningcircles.laptop.leaving import gone
from learningcircles.laptop.sheet_uses import sheet_uses
from learningcircles.storage.collate import by_letters
from learningcircles.storage.heard import last_word
from learningcircles.trust.members import ORGANIZER, gone_on_as, heirs
from learningcircles_sync.peers import shared_at
from learningcircles_ui import text
from learningcircles_ui.pages.records.lists import AtHand
from learningcircles_ui.parts.delegate import Role

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class LaptopRow(NamedTuple):
    """One laptop. `heard` is ms since 1970: by its own clock, or by ours where it was beside this one later; `left`
    the day on which it said that it leaves.

    `keeps_list`: it keeps the list of the circle's laptops; where a hub does, none has it. `lets_in`: whom it invites
    comes in without another laptop's help. `ahead`: its clock is known to be wrong, since `heard` has not come yet.
    `heirs`: names and ids of those in force that went on from it since its disk was restored or copied, and are shut
    out with it; `with_here`: this laptop is one of them. `went_on`: nobody is known to hold this one any more.
    """

    id: bytes
    name: str
    right: str
    revoked: bool
    here: bool
    heard: int | None
    may_publish: bool = False
    left: str = ""
    keeps_list: bool = False
    ahead: bool = False
    heirs: tuple[tuple[str, bytes], ...] = ()
    went_on: bool = False
    with_here: bool = False
    lets_in: bool = False
    by_sheet: bool = False
    """It came into the circle by the recovery sheet."""

    def heirs_named(self, *, ids: bool = True) -> str:
        """Return what its heirs are called; without `ids` one that has told no name is told apart by nothing."""
        return ", ".join(text.laptop(name, id_ if ids else None) for name, id_ in self.heirs)

    @property
    def is_over(self) -> bool:
        """Whether it takes no part any more, as far as anybody knows."""
        return self.revoked or bool(self.left) or self.went_on


def laptops(verbs: Verbs) -> list[LaptopRow]:
    """Read the circle's laptops, this one first, those that are gone or shut out last."""
    circle = verbs.circle
    names = laptop_names(circle)
    me, away, devices = circle.secrets.device.id, gone(circle), circle.roster.devices
    theirs = {each: [heir for heir in heirs(devices, each) if not heir.revoked] for each in devices}
    words = {each: last_word(circle, each) for each in devices}
    by_sheet = {use.device for use in sheet_uses(circle.roster)}
    wrong = {each for each, word in words.items() if ahead(circle, word) > 0}
    rows = [
        LaptopRow(
            each.id,
            names.get(each.id, ""),
            each.right,
            each.revoked,
            each.id == me,
            words[each.id] if each.id in wrong else _later(words[each.id], shared_at(circle, each.id)),
            each.may_publish,
            "" if each.id == me else away.get(each.id, ""),
            each.sign == circle.roster.sequencer and not circle.roster.hub,
            each.id in wrong,
            tuple((names.get(heir.id, ""), heir.id) for heir in theirs[each.id]),
            bool(gone_on_as(devices, each.id, me)),
            any(heir.id == me for heir in theirs[each.id]),
            each.right == ORGANIZER and (bool(circle.roster.hub) or each.sign == circle.roster.sequencer),
            each.id in by_sheet,
        )  # fmt: skip
        for each in devices.values()
    ]
    return sorted(rows, key=lambda row: (row.revoked, row.is_over, not row.here, by_letters(row.name)))


def _later(one: int | None, other: int | None) -> int | None:
    return max((each for each in (one, other) if each is not None), default=None)


class LaptopsModel(QAbstractTableModel):
    """The rows as a table."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[LaptopRow] = []

    def show(self, rows: list[LaptopRow]) -> None:
        """Replace what is shown."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def _called(self, row: LaptopRow) -> str:
        """Return a laptop's name; copies of one laptop that are called the same are told apart by their ids."""
        same = sum(each.name == row.name for each in self.rows) > 1
        name = text.laptop(row.name, row.id)
        return f"{name} ({row.id.hex()[:ID_SHOWN]})" if same and row.name else name

    def row_of(self, id_: object) -> int | None:
        """Return the row of a laptop."""
        return next((place for place, row in enumerate(self.rows) if row.id == id_), None)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many laptops there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Name, right, last heard."""
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' names."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Laptop"), self.tr("What it may do"), self.tr("Last heard of"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Role.ID:
            return row.id
        if role == Role.TONE and index.column() == 1:
            if row.is_over:
                return "bad" if row.revoked else "plain"
            return {"organizer": "good", "recorder": "info"}.get(row.right, "plain")
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._cell(row, index.column(), ids=True)

    def at_hand(self, title: str, columns: Sequence[int]) -> AtHand:
        """Return all rows for a file or for paper: no id of a laptop leaves with them."""
        headings = [str(self.headerData(at, Qt.Orientation.Horizontal)) for at in columns]
        return AtHand(title, headings, [[self._cell(row, at, ids=False) for at in columns] for row in self.rows])

    def _cell(self, row: LaptopRow, column: int, *, ids: bool) -> str:
        if column == 0:
            name = self._called(row) if ids else text.laptop(row.name, None)
            name = self.tr("{name}, by the recovery sheet").format(name=name) if row.by_sheet else name
            return self.tr("{name} (this laptop)").format(name=name) if row.here else name
        if column == 1:
            return self._right(row, ids=ids)
        if row.heard is None:
            return "–"
        when = text.instant(row.heard)
        return self.tr("{when} by its own clock, which is wrong").format(when=when) if row.ahead else when

    def most(self) -> str:
        """Return what the laptop may do that may do most: the longest words of its column."""
        return self.tr("Runs the circle, lets laptops in")

    def _right(self, row: LaptopRow, *, ids: bool = True) -> str:
        if row.revoked:
            return self.tr("Shut out")
        if row.went_on:
            return self.tr("Went on as {name}").format(name=row.heirs_named(ids=ids))
        if row.left:
            return self.tr("Gone since {day}").format(day=text.day(row.left))
        if row.lets_in:
            return self.most()
        words = {
            "organizer": self.tr("Runs the circle"),
            "recorder": self.tr("Records"),
            "reader": self.tr("Only looks"),
        }
        return words.get(row.right, row.right)
