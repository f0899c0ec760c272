"""Which column of a list holds what: the guess, to be corrected."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from learningcircles.entities.declare import Entity
from learningcircles.intake.mapping import BALANCE, ColumnMap, targets
from learningcircles_ui import text
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import plain


class ImportColumns(Dialog):
    """A choice for each column that has a title."""

    def __init__(self, entity: Entity, mapping: ColumnMap, parent: QWidget) -> None:
        super().__init__(self.tr("What the columns hold"), self.tr("Read it like this"), parent)
        self._parts = {
            "first": self.tr("first name"), "last": self.tr("family name"),
            "middle": self.tr("middle name"), "second": self.tr("second family name"),
            "used": self.tr("married name, or another in use"), "street": self.tr("street"),
            "postcode": self.tr("postcode"), "city": self.tr("town"), "country": self.tr("country"),
            "day": self.tr("day"), "hour": self.tr("time"), "hours": self.tr("in hours"),
            "time": self.tr("minutes or hours, as the numbers show"),
        }  # fmt: skip
        self.boxes: dict[str, Choice] = {}
        grid = QGridLayout()
        for place, title in enumerate(mapping.titles):
            if title and title not in self.boxes:
                box = self._box(entity, mapping.columns.get(place, ""), title)
                label = plain(title, self)
                label.setBuddy(box)
                grid.addWidget(label, place, 0)
                grid.addWidget(box, place, 1)
        self.body.addLayout(grid)
        self.fit()

    def chosen(self) -> dict[str, str]:
        """Return what each column holds; empty where it is left out."""
        return {title: str(box.currentData()) for title, box in self.boxes.items()}

    def _box(self, entity: Entity, now: str, title: str) -> Choice:
        box = Choice(self)
        box.setAccessibleName(title)
        box.addItem(self.tr("(left out)"), "")
        for target in targets(entity):
            box.addItem(self._words(entity, target), target)
        box.setCurrentIndex(max(0, box.findData(now)))
        self.boxes[title] = box
        return box

    def _words(self, entity: Entity, target: str) -> str:
        name, _, part = target.partition(":")
        field = entity.field(name)
        label = text.field_label(field) if field is not None else (self.tr("Balance") if name == BALANCE else name)
        return f"{label} ({self._parts.get(part, part)})" if part else label
