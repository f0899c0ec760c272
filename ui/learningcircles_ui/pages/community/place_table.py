"""The circle's places in a card, and writing one down."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from learningcircles.circle.changes import Record
from learningcircles.circle.facets import Verbs
from learningcircles.entities.people import PLACE
from learningcircles.errors import CircleError
from learningcircles_ui import text
from learningcircles_ui.pages.community.rows import fetch_places, list_places
from learningcircles_ui.pages.records.lists import offer_list
from learningcircles_ui.parts.allowed import allow
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.draft_names import draft_of
from learningcircles_ui.parts.drafts import drafted
from learningcircles_ui.parts.empty import EmptyState
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.headings import CARD_EDGE, as_card, button, headed
from learningcircles_ui.parts.literal import Menu
from learningcircles_ui.parts.or_empty import OrEmpty
from learningcircles_ui.parts.saving import Saving
from learningcircles_ui.parts.shown import shown
from learningcircles_ui.parts.table import Table
from learningcircles_ui.parts.table_model import Column, RecordsModel, row_with
from learningcircles_ui.shell import Shell

_FIELDS = ("name", "address", "capacity", "access", "notes")


class PlaceTable(QWidget):
    """Enter changes a place, Delete removes it."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        frame, column = as_card(self, margin=1)
        made = button("", self.add, icon_name="plus", tip=self.tr("Add a place"), parent=frame)
        allow(made, shell.may_write)
        column.addWidget(headed(self.tr("Our places"), made, parent=frame, edge=CARD_EDGE))
        self.model: RecordsModel[Record] = RecordsModel(shell.tasks, self._columns(), list_places, fetch_places, self)
        self.table = Table(self.tr("Our places"), frame)
        self.table.setModel(self.model)
        self.table.widths(160, 150, 92)
        offer_list(shell, self.table, "place", "places")
        self.table.opened.connect(self.open)
        self.table.deleted.connect(self._remove)
        self.table.row_menu = self._offer_row
        self._stack = OrEmpty(self.table, self.model, self._nowhere(), frame)
        column.addWidget(self._stack, 1)

    def add(self) -> None:
        """Ask for a new place."""
        if self._shell.may_write:
            PlaceForm(self._shell, self).open()

    def open(self, id_: object) -> None:
        """Change a place."""
        if isinstance(id_, bytes) and self._shell.may_write:
            self._shell.tasks.query(lambda reader: reader.find_one("place", id_), self._change, key="place")

    def _nowhere(self) -> EmptyState:
        return EmptyState(
            "map-pin",
            self.tr("No place yet"),
            self.tr("Where do you meet? A hall, a kitchen, a bench under a tree."),
            self.tr("Add a place") if self._shell.may_write else "",
            self.add,
        )

    def _change(self, place: Record | None) -> None:
        if place is not None and not place.deleted:
            PlaceForm(self._shell, self, place).open()

    def _remove(self, id_: object) -> None:
        place = row_with(self.model, id_)
        if isinstance(id_, bytes) and place is not None and self._shell.may_write:
            said = self.tr("{name} removed").format(name=place.get("name", ""))
            self._shell.do(lambda verbs: verbs.records.remove("place", id_), say=said)

    def _offer_row(self, menu: Menu) -> None:
        id_ = self.table.current_id()
        allow(menu.offer(self.tr("Change…"), partial(self.open, id_), "edit"), self._shell.may_write)
        allow(menu.offer(self.tr("Remove"), partial(self._remove, id_), "trash", "danger"), self._shell.may_write)

    def _columns(self) -> list[Column[Record]]:
        address = PLACE.field("address")
        assert address is not None
        return [
            Column(self.tr("Name"), lambda place: str(place.get("name", "")), order="name"),
            Column(self.tr("Address"), lambda place: shown(address, place["address"]), soft=True),
            Column(
                self.tr("Room for"),
                lambda place: text.number(place["capacity"]) if place["capacity"] is not None else "",
                order="capacity",
                right=True,
                cell=lambda place: place.get("capacity", ""),
            ),
        ]


class PlaceForm(Dialog):
    """`place` is what is changed, or None for a new one."""

    def __init__(self, shell: Shell, parent: QWidget, place: Record | None = None) -> None:
        title = self.tr("Add a place") if place is None else self.tr("Change a place")
        super().__init__(title, title, parent)
        self._shell = shell
        self.form = Form(PLACE, _FIELDS, self)
        self.body.addWidget(self.form)
        self.form.show_values(place.fields if place else {})
        self.on_submit = self._save
        if place is not None:
            name = str(place.get("name", ""))
            said, removed = self.tr("{name} is saved").format(name=name), self.tr("{name} removed")
            Saving(shell, self, self.form, place, said, removed=removed.format(name=name))
        self.dirty = self.form.dirty
        self.drafting = drafted(shell, self, self.form, "place" if place is None else draft_of("place", place.id))
        self.form.focus_first()
        self.fit()

    def _save(self) -> None:
        fields = self.form.values()
        if fields is not None:
            self.done_button.setEnabled(False)
            said = self.tr("{name} is saved").format(name=fields["name"])
            work = partial(_add, fields=fields)
            self._shell.do(work, say=said, then=lambda _: self.accept(), failed=self._refused)

    def _refused(self, error: CircleError) -> None:
        self.done_button.setEnabled(True)
        if not self.form.refused(error):
            self.refused(error)


def _add(verbs: Verbs, fields: dict[str, Any]) -> object:
    return verbs.records.add("place", fields)
