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
from learningcircles.circle.typeahead import suggest, sure
from learningcircles.entities.declare import Field
from learningcircles.errors import CircleError, InvalidValue
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.parts.editors import Editor, from_its_beginning
from learningcircles_ui.parts.proposals import Proposals
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
    """Looks up who is meant by what is typed: `soon`, once the keys rest, for the list below the field; or the best.

    `found` carries the words and the hits. `but` names who cannot be meant.
    """

    found = Signal(str, object)

    def __init__(
        self, tasks: Tasks, kind: str, words: Callable[[], str], but: Callable[[], bytes | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tasks, self._kind, self._words, self._but = tasks, kind, words, but
        self._key = f"picker {id(self)}"
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(DEBOUNCE_MS)
        self._wait.timeout.connect(self._look)

    def soon(self) -> None:
        """Look up what is typed once the keys rest."""
        self._wait.start()

    def learn(self) -> None:
        """Read the names before the first letter: a slip is looked up among them."""
        kind = self._kind
        self._tasks.query(lambda reader: reader.near.learn(kind), key=self._key + " names")

    def best(self, then: Callable[[Sequence[Hit]], None], lost: Callable[[CircleError], None]) -> None:
        """Look up at once what would stand first and second in the list."""
        self._wait.stop()
        self._tasks.query(self._asking(self._words(), 2), then, lost, key=self._key)

    def sure(self, hits: Sequence[Hit]) -> bool:
        """Return whether the first of these is taken unasked: things of one title are alike, people are not."""
        return bool(hits) and (self._kind != "member" or sure(self._words(), hits))

    def _look(self) -> None:
        words = self._words()
        if words:
            self._tasks.query(self._asking(words, _SHOWN), partial(self.found.emit, words), key=self._key)
        else:
            self.found.emit(words, ())

    def _asking(self, words: str, limit: int) -> Callable[[Reader], Sequence[Hit]]:
        return partial(suggest, kind=self._kind, words=words, limit=limit, but=self._but())


class PickerEditor(Editor):
    """A reference, chosen by typing. Down and Up walk the list, Enter or Tab takes the marked one and goes on.

    Who types on before the list is there gets what would have stood first in it. Of people only who is `sure` to be
    meant is marked or taken so; anybody else is asked about. `leave_out` names who cannot be meant, and `refusal` says
    why not, where the words that found nobody mean them.
    """

    def __init__(self, field: Field, tasks: Tasks, parent: QWidget | None = None) -> None:
        self._line = QLineEdit()
        super().__init__(field, self._line, parent)
        self._tasks = tasks
        self._id: bytes | None = None
        self._name = ""
        self._waits = False
        self._perhaps: Sequence[Hit] = ()
        """Who may be meant by what stands there, where nobody is sure to be."""
        self.leave_out: Callable[[], bytes | None] = lambda: None
        self.refusal: Callable[[str], InvalidValue | None] = lambda _: None
        self._model = HitsModel(self)
        self._frame = Proposals(self._model, self)
        self._frame.taken.connect(self._take)
        self._suggestions = Suggestions(tasks, field.refers_to, self.words, lambda: self.leave_out(), self)
        self._suggestions.found.connect(self._found)
        self._line.textEdited.connect(self._edited)
        self._line.installEventFilter(self)

    def show_value(self, value: Any) -> None:
        """Show the record with this id; its name is read in the background."""
        self._id, self._waits = value, False
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
            raise self.refusal(self.words()) or _nobody(self.field, self.words(), self._perhaps)
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
            if self._id is None and self.words():
                self._suggestions.soon()
        if event.type() == QEvent.Type.FocusOut:
            self._leave()
        return super().eventFilter(watched, event)

    def _edited(self) -> None:
        self._id, self._perhaps = None, ()
        self._waits = False
        self._suggestions.soon()

    def _found(self, words: str, hits: Sequence[Hit]) -> None:
        if words != self.words():
            return  # what is typed by now is looked up next
        self._model.show_hits(hits)
        if not hits or not self._line.hasFocus() or self._id is not None:
            self._frame.hide()
            return
        self._perhaps = hits[:2]
        self._frame.offer(self._line, marks=self._suggestions.sure(hits))

    def _named(self, name: str) -> None:
        if self._id is not None:
            self._name = name
            self._line.setText(name)
            from_its_beginning(self._line)

    def _take(self, row: int) -> None:
        hit = self._model.hit(row)
        if hit is not None:
            self.pick(hit.id, hit.title)
            self.finished.emit()

    def _key_pressed(self, key: Qt.Key) -> bool:
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self._frame.isVisible() and self._frame.step(key):
            return True
        if enter and self._frame.marked() >= 0:
            self._take(self._frame.marked())
            return self._go_on()
        if enter and self._frame.isVisible() and self._perhaps and not self._suggestions.sure(self._perhaps):
            self.finished.emit()  # it says beside the field who may be meant
            return True
        if enter:
            return self.take_best() and self._go_on()
        if key == Qt.Key.Key_Escape and self._frame.isVisible():
            self._frame.hide()
            return True
        return False

    def _go_on(self) -> bool:
        """Enter has chosen: the next field is asked for, as Tab does."""
        self._line.focusNextChild()
        return True

    def _leave(self) -> None:
        marked = self._frame.marked()
        self._frame.hide()
        if self._id is None and marked >= 0:
            self._take(marked)
        elif not self.take_best():
            self.finished.emit()

    def take_best(self) -> bool:
        """Look who is meant: whoever is faster than the list gets what would have stood first in it.

        `finished` follows; False where nothing is open.
        """
        words = self.words()
        if self._id is not None or not words:
            return False
        self._waits = True
        self._suggestions.best(self._best, self._lost)
        return True

    def _lost(self, error: CircleError) -> None:
        self._waits = False
        self._tasks.failed.emit(error)
        self.finished.emit()

    def _best(self, hits: Sequence[Hit]) -> None:
        if self._id is not None or not self._waits:
            return
        self._waits = False
        self._perhaps = hits
        if self._suggestions.sure(hits):
            self.pick(hits[0].id, hits[0].title)
        self.finished.emit()


def _name(reader: Reader, kind: str, id_: bytes) -> str:
    found = reader.find_one(kind, id_)
    return str(found.get("name", found.get("title", ""))) if found else ""


def _nobody(field: Field, words: str, perhaps: Sequence[Hit]) -> InvalidValue:
    """Return what is wrong with words that have chosen nobody, and who may be meant."""
    if not perhaps:
        return InvalidValue("nobody", "Nobody of that name was found. Choose from the list.", field=field.name)
    name = perhaps[0].title
    if sure(words, perhaps[:1]):
        name = name if len({hit.title for hit in perhaps}) == 1 else words
        return InvalidValue(
            "several", "More than one is called {name}. Choose with the Down key.", field=field.name, name=name
        )
    return InvalidValue(
        "perhaps", "Nobody is called so. If {name} is meant, choose with the Down key.", field=field.name, name=name
    )
