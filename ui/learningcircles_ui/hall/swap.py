"""An exchange in the hall: who gave, who received, how long; three touches and Record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from learningcircles.circle.facets import Verbs
from learningcircles.entities.exchange import SWAP
from learningcircles.errors import InvalidValue
from learningcircles_ui import text
from learningcircles_ui.hall.fields import public
from learningcircles_ui.hall.held import Once
from learningcircles_ui.hall.large import large_button, large_font, tall
from learningcircles_ui.hall.lengths import Lengths
from learningcircles_ui.hall.recording import Recording, from_to
from learningcircles_ui.hall.rows import Tile, read_people, read_topics
from learningcircles_ui.hall.steps import Desk, Step
from learningcircles_ui.hall.tiles import People
from learningcircles_ui.parts.topic_editor import TopicEditor
from learningcircles_ui.theme import GAP


class Swap(Step):
    """Three questions one after the other."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self.giver: Tile | None = None
        self.taker: Tile | None = None
        self.recording = Recording(self)
        self._records = False
        """It was to be recorded before the topics were known."""
        self._everybody: Sequence[Tile] = ()
        self.people = People(self)
        self.people.chosen.connect(self._took)
        self.people.named.connect(self._took)
        self._last = QWidget(self)
        for each in (self.people, self._last):  # no stack: the one in view is to have all the room, and take no more
            self.column.addWidget(each, 1)
        self._last.hide()
        self._build()

    def begin(self) -> None:
        """Ask who gave their time."""
        self.giver = self.taker = None
        self.recording.begin()
        self._records = False
        self.topic.show_value(None)
        self.lengths.begin()
        self.look()
        self._ask()

    def take_keys(self) -> None:
        """Go on with the question in view."""
        (self.lengths.line if self.taker is not None else self.people.letters).setFocus()

    def look(self) -> None:
        """Read who is in the circle."""
        self.desk.shell.tasks.query(read_people, self._show, key="hall people")

    def begun(self) -> Any:
        """Return who gave, who received, for how long and what, its id, the name it is kept under, what is written."""
        of = self.recording
        return self.giver, self.taker, self.lengths.begun(), self.topic.raw(), of.id, of.slot, of.given

    def go_on(self, begun: Any) -> None:
        """Go on with the question that was in view."""
        of = self.recording
        self.giver, self.taker, length, topic, of.id, of.slot, of.given = begun
        self.lengths.go_on(length)
        if topic:
            self.topic.show_raw(topic)
        self._ask()

    def kept(self) -> dict[str, Any]:
        """Return what is chosen and typed, unless it is kept as an exchange that was refused."""
        letters = self.people.kept()
        if self.recording.slot or not (self.giver or letters["name"].strip()):
            return {}
        chosen = {"provider": self.giver, "receiver": self.taker}
        named = {name: _chosen(tile) for name, tile in chosen.items() if tile is not None}
        what = {"length": self.lengths.begun(), "topic": self.topic.raw()}
        return {**letters, **named, **what, "id": self.recording.id}

    def take_up(self, kept: Mapping[str, Any], people: Sequence[Tile]) -> None:
        """Ask the question that was in view again, of those who can be chosen still."""
        found = {tile.person.id: tile for tile in people}
        giver, taker = (found.get(kept.get(each, {}).get("id", b"")) for each in ("provider", "receiver"))
        self.recording.begin()
        id_ = kept.get("id", self.recording.id)  # versions before kept none
        self.go_on((giver, taker if giver is not None else None, kept["length"], kept["topic"], id_, "", None))
        self.people.take_up(kept)

    def back(self) -> bool:
        """Ask the question before again."""
        if self.taker is not None:
            self.taker = None
        elif self.giver is not None:
            self.giver = None
        else:
            return False
        self._ask()
        return True

    def record(self) -> None:
        """Write it down, once it is known which topic is meant."""
        self.topic.settle()
        self._records = self.topic.waiting()
        if self.giver is None or self.taker is None or self._records:
            return
        try:
            minutes = self.lengths.minutes()
        except InvalidValue as error:
            self.desk.tell(text.sentence(error), wrong=True)  # it speaks of the length alone
            self.lengths.wrong()
            return
        fields = {"provider": self.giver.person.id, "receiver": self.taker.person.id, "minutes": minutes}
        topic = _meant(self.topic)
        said = recorded(self.giver.name, self.taker.name, minutes)
        work = partial(_add, fields={**fields, **({"topic": topic} if topic else {})}, id_=self.recording.id)
        self.recording.write(work, said, self._draft(self.giver, self.taker))

    def correct(self) -> None:
        """An exchange that was refused is as it is by now: somebody may have changed it since."""
        if self.giver is not None and self.taker is not None:
            self.recording.correct(self._draft(self.giver, self.taker))

    def _draft(self, giver: Tile, taker: Tile) -> dict[str, Any]:
        """Return the exchange as its form on Today keeps it."""
        try:
            length = text.hours(self.lengths.minutes())
        except InvalidValue:
            length = str(self.lengths.begun())
        topic = {"topic": self.topic.raw()} if _meant(self.topic) else {}
        return {"provider": _chosen(giver), "receiver": _chosen(taker), "minutes": length, **topic}

    def _build(self) -> None:
        column = QVBoxLayout(self._last)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.who = self.words("")
        column.addWidget(self.who)
        self.lengths = Lengths(self)
        column.addWidget(self.lengths)
        self.topic = self._asked()
        typed = QHBoxLayout()
        typed.setSpacing(GAP)
        typed.addWidget(self.lengths.typed, 1, Qt.AlignmentFlag.AlignTop)
        typed.addWidget(self.topic, 2, Qt.AlignmentFlag.AlignTop)
        column.addLayout(typed)
        column.addStretch(1)
        self.button = large_button(self.tr("Record"), self.record, self, kind="main")
        self.lengths.line.returnPressed.connect(self.record)
        Once(self.lengths.line, self.topic.control)
        column.addWidget(self.button)

    def _asked(self) -> TopicEditor:
        what = SWAP.field("topic")
        assert what is not None
        made = TopicEditor(what, self.desk.shell.tasks, self, ends=True, known=read_topics)
        line = made.control
        assert isinstance(line, QLineEdit)
        line.setPlaceholderText(self.tr("What was it? (may be left empty)"))
        line.setAccessibleName(line.placeholderText())
        line.setFont(large_font())
        tall(line)
        public(line)
        made.proposals.view.setFont(large_font(1.35))
        made.entered.connect(self.record)
        made.finished.connect(self._settled)
        made.resumed.connect(self._forget)
        return made

    def _settled(self) -> None:
        if self._records:
            self.record()

    def _forget(self) -> None:
        self._records = False

    def _show(self, people: Sequence[Tile]) -> None:
        self._everybody = people
        self._offer()

    def _offer(self) -> None:
        giver = self.giver.person.id if self.giver is not None else None
        self.people.show_tiles(self._everybody, giver)

    def _took(self, tile: Tile) -> None:
        if self.giver is None:
            self.giver = tile
            self.recording.begin()  # what somebody went back from is written, or stands on Today: this is another one
        else:
            self.taker = tile
            self.recording.received(tile.person.id)
        self._ask()

    def _ask(self) -> None:
        self._offer()
        if self.giver is None:
            self.asks.emit(self.tr("Who gave their time?"))
        elif self.taker is None:
            self.asks.emit(self.tr("Who received it from {name}?").format(name=self.giver.name))
        else:
            self.who.setText(from_to(self.giver.name, self.taker.name))
            self.asks.emit(self.tr("How long did it take?"))
        last = self.taker is not None
        self.people.setVisible(not last)
        self._last.setVisible(last)
        if last:
            self.lengths.line.setFocus()
        else:
            self.people.begin()


def recorded(giver: str, taker: str, minutes: int) -> str:
    """Say that an exchange is written down."""
    said = QCoreApplication.translate("Swap", "Recorded: {provider} gave {receiver} {hours}")
    return said.format(provider=giver, receiver=taker, hours=text.hours(minutes))


def _meant(topic: TopicEditor) -> Any:
    try:
        return topic.value()
    except InvalidValue:
        return topic.typed()  # the circle refuses it, and the hall tells that in its own words


def _chosen(tile: Tile) -> dict[str, Any]:
    """Return somebody as the form of an exchange keeps them."""
    return {"id": tile.person.id, "words": tile.name}


def _add(verbs: Verbs, fields: dict[str, object], id_: bytes) -> object:
    return verbs.swaps.add(fields, id_=id_)
