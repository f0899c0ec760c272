"""Choosing a record by the first letters of its name, tolerant of accents, order and slips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from learningcircles.circle.changes import Hit
from learningcircles.circle.reader import Reader
from learningcircles.circle.typeahead import Meant, meant
from learningcircles.entities.declare import Field
from learningcircles.errors import CircleError, InvalidValue
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.parts.editors import Editor, from_its_beginning
from learningcircles_ui.parts.namesakes import hits_apart
from learningcircles_ui.parts.onward import Onward
from learningcircles_ui.parts.proposals import Proposals
from learningcircles_ui.parts.who import nobody_chosen
from learningcircles_ui.tasks import Tasks

_SHOWN = 7
DEBOUNCE_MS = 60
_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class HitsModel(QAbstractListModel):
    """Search results as a list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: Sequence[Hit] = ()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show these results."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def hit(self, row: int) -> Hit | None:
        """Return a result, or None."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of results."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: _Index, role: int = 0) -> Any:
        """Return a result's title and detail."""
        hit = self.hit(index.row())
        if hit is None:
            return None
        heard = ", ".join(filter(None, (hit.title, hit.detail)))  # it tells two people of one name apart
        texts = {
            int(Qt.ItemDataRole.DisplayRole): hit.title,
            int(Qt.ItemDataRole.AccessibleTextRole): heard,
            int(Role.SECOND): hit.detail,
            int(Role.ID): hit.id,
        }
        return texts.get(int(role))


class Suggestions(QObject):
    """Looks up whom the words mean: `soon`, once the keys rest, for the list below the field; or `now`.

    `found` carries the words and whom they mean. `but` names who cannot be chosen; whether they may be meant all the
    same, `counts` tells.
    """

    found = Signal(str, object)

    def __init__(
        self, tasks: Tasks, kind: str, words: Callable[[], str], but: Callable[[], bytes | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tasks, self._kind, self._words, self._but = tasks, kind, words, but
        self._key = f"picker {id(self)}"
        self.counts = True
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(DEBOUNCE_MS)
        self._wait.timeout.connect(self._look)

    def soon(self) -> None:
        """Look up what is typed once the keys rest."""
        self._wait.start()

    def learn(self) -> None:
        """Read the names before the first letter."""
        kind = self._kind
        self._tasks.query(lambda reader: reader.near.learn(kind), key=self._key + " names")

    def now(self, then: Callable[[Meant], None]) -> None:
        """Look up at once what the list would show; where that fails, it is told, and nobody is meant."""

        def lost(error: CircleError) -> None:
            self._tasks.failed.emit(error)
            then(Meant((), None))

        self._wait.stop()
        self._tasks.query(self._asking(self._words()), then, lost, key=self._key)

    def _look(self) -> None:
        words = self._words()
        if words:
            self._tasks.query(self._asking(words), partial(self.found.emit, words), key=self._key)
        else:
            self.found.emit(words, Meant((), None))

    def _asking(self, words: str) -> Callable[[Reader], Meant]:
        asked = partial(meant, kind=self._kind, words=words, limit=_SHOWN, but=self._but(), counts=self.counts)

        def look(reader: Reader) -> Meant:
            found = asked(reader)
            return found._replace(hits=hits_apart(reader, found.hits))

        return look


class PickerEditor(Editor):
    """A reference, chosen by typing. Down and Up walk the list, Enter or Tab takes the marked one and goes on.

    Only who is meant for certain (see `Meant`) is marked, or taken where somebody is faster than the list; where nobody
    is, the words stay, and it is said beside the field who may be meant. Escape refuses what the list marks until other
    words are typed, and Down marks the first. `leave_out` names who cannot be chosen, and `refusal` says why not.
    `beside`: somebody is asked for beside this one, who cannot be chosen either, nor be meant: their name means the
    other who has it.
    """

    def __init__(
        self, field: Field, tasks: Tasks, parent: QWidget | None = None, *, beside: bytes | None = None
    ) -> None:
        self._line = QLineEdit()
        super().__init__(field, self._line, parent)
        self._tasks = tasks
        self._id: bytes | None = None
        self._name = ""
        self._waits = False
        self._then: Callable[[], None] | None = None
        self.meant = Meant((), None)
        """Whom that means which stands there, as far as it has been looked up."""
        self._refused = ""
        """The words at which Escape has closed the list."""
        self._walks = False
        """Whether Down has asked for a list that is not in view yet: its first one is marked."""
        self._onward = Onward(self._line)
        self.takes_guests = False
        """Whether words that name nobody are a guest's name: then nothing is asked about them here."""
        self.leave_out: Callable[[], bytes | None] = lambda: beside
        self.refusal: Callable[[], InvalidValue] | None = None
        self._model = HitsModel(self)
        self._frame = Proposals(self._model, self)
        self._frame.taken.connect(self._take)
        self._suggestions = Suggestions(tasks, field.refers_to, self.words, lambda: self.leave_out(), self)
        self._suggestions.counts = beside is None
        self._suggestions.found.connect(self._found)
        self._line.textEdited.connect(self._edited)
        self._line.installEventFilter(self)

    def show_value(self, value: Any) -> None:
        """Show the record with this id; its name is read in the background."""
        self._id, self._waits, self._then = value, False, None
        self.meant, self._refused, self._walks = Meant((), None), "", False
        self._line.setText("")
        if value is not None:
            kind = self.field.refers_to
            self._tasks.query(lambda reader: _name(reader, kind, value), self._named, key=f"picker {id(self)} name")

    def pick(self, id_: bytes, name: str) -> None:
        """Choose a record whose name is known."""
        self._id, self._name, self._waits = id_, name, False
        self._line.setText(name)
        from_its_beginning(self._line)
        self._frame.hide()

    def waiting(self) -> bool:
        """Return whether the words are still being looked up."""
        return self._waits

    def typed(self) -> Any:
        """Return the id, or the words where nobody was chosen."""
        return self._id if self._id is not None else self._line.text().strip()

    def words(self) -> str:
        """Return what stands in the field."""
        return self._line.text().strip()

    def value(self) -> Any:
        """Return the id; raises InvalidValue where the words name nobody."""
        if self._id is None and self.words():
            certain = self.meant.certain
            if self.refusal is not None and certain is not None and certain == self.leave_out():
                raise self.refusal()
            raise nobody_chosen(self.field, self.words(), self.meant.hits)
        return self._id

    def raw(self) -> Any:
        """Return the id, where somebody was chosen, and the words."""
        return {"id": self._id, "words": self._line.text()}

    def show_raw(self, raw: Any) -> None:
        """Show who was chosen, or the words that stood there."""
        if raw["id"] is not None:
            self.pick(raw["id"], raw["words"])
        else:
            self.show_value(None)
            self._line.setText(raw["words"])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the keyboard, and take the marked one when leaving."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key_pressed(Qt.Key(event.key()))
        if event.type() == QEvent.Type.FocusIn:
            self._suggestions.learn()
            if self._is_open() and not self._waits:  # else what waits would never be answered
                self._suggestions.soon()
        if event.type() == QEvent.Type.FocusOut:
            told = self.settle()
            self._frame.hide()
            self._walks = False
            if not told:
                self.finished.emit()
        return super().eventFilter(watched, event)

    def _is_open(self) -> bool:
        """Return whether words stand there that have chosen nobody, and may."""
        return self._id is None and bool(self.words()) and self.words() != self._refused

    def _edited(self) -> None:
        waited, self._waits, self._then = self._waits, False, None
        self._onward.forget()
        self._id, self.meant, self._refused, self._walks = None, Meant((), None), "", False
        self._suggestions.soon()
        if waited:
            self.resumed.emit()

    def _found(self, words: str, found: Meant) -> None:
        if words != self.words():
            return  # what is typed by now is looked up next
        if self._frame.marked() >= 0 and self.meant == found:
            return  # somebody walks there
        self._model.show_hits(found.hits)
        if not found.hits or not self._line.hasFocus() or not self._is_open():
            self._frame.hide()
            return
        self.meant = found
        self._frame.offer(self._line, marks=self._walks or found.certain == found.hits[0].id)

    def _named(self, name: str) -> None:
        if self._id is not None:
            self._name = name
            self._line.setText(name)
            from_its_beginning(self._line)

    def _take(self, row: int) -> bool:
        hit = self._model.hit(row)
        if hit is not None:
            self.pick(hit.id, hit.title)
            self.finished.emit()
        return hit is not None

    def _key_pressed(self, key: Qt.Key) -> bool:
        if self._frame.isVisible() and self._frame.step(key):
            self._walks |= key == Qt.Key.Key_Down and not self._frame.answers()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._enter()
        if key == Qt.Key.Key_Escape and self._frame.isVisible():
            self._refused, self._walks = self.words(), False
            self._frame.hide()
            return True
        if key == Qt.Key.Key_Down and self._id is None and self.words():
            self._refused, self._walks = "", True
            but = self.leave_out()  # chosen beside this one since it was looked up
            known = Meant([hit for hit in self.meant.hits if hit.id != but], self.meant.certain)
            if known.hits:
                self._found(self.words(), known)
            elif not self._waits:
                self._suggestions.soon()
            return True
        return False

    def _enter(self) -> bool:
        """Take who is marked, or will be, and go on to the next field; else say beside the field who may be meant.

        Where that turns out only then, the keyboard comes back: here is chosen.
        """
        if self._id is not None or not self.words():
            return False
        if self.settle():
            self._onward.go(comes_back=self._waits)
        else:
            self._frame.hide()  # it would cover what is said below the field, which names the same people
            self.finished.emit()
        return True

    def settle(self) -> bool:
        """Take who is marked; where no list is in view yet, look who would be."""
        if self._frame.answers():
            return self._take(self._frame.marked())
        if self._is_open() and not self._waits:
            self._waits = True
            self._suggestions.now(self._told)
        return self._waits

    def when_settled(self, then: Callable[[], None]) -> None:
        """Call `then` once it is known who is meant, for a field that stands alone; not where somebody types on."""
        self.settle()
        self._then = then if self._waits else None
        if not self._waits:
            then()

    def _told(self, found: Meant) -> None:
        if not self._waits:
            return
        self.meant = found
        if found.hits and found.certain == found.hits[0].id:
            self.pick(found.certain, found.hits[0].title)
        else:
            self._frame.hide()
            if found.hits or not self.takes_guests:
                self._onward.back()
            if self._walks:
                self._found(self.words(), found)
        then, self._then, self._waits = self._then, None, False
        self.finished.emit()
        if then is not None:
            then()


def _name(reader: Reader, kind: str, id_: bytes) -> str:
    found = reader.find_one(kind, id_)
    return str(found.get("name", found.get("title", ""))) if found else ""
