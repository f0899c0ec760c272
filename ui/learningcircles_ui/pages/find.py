"""Find (Ctrl+K): every record, what other circles offer, and every command, by the first letters of their words."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from learningcircles.circle.changes import CatalogueItem, Hit
from learningcircles.circle.reader import Reader
from learningcircles.circle.typeahead import slips
from learningcircles.entities.declare import Entity, Field
from learningcircles.entities.registry import ENTITIES
from learningcircles.storage.search import words_of
from learningcircles_ui import text
from learningcircles_ui.keys import CLOSE_KEYS, HALL_KEYS, LOCK_KEYS, close_as_button
from learningcircles_ui.parts.allowed import why_not
from learningcircles_ui.parts.delegate import CellDelegate, Role
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import card, plain, section, soft
from learningcircles_ui.parts.literal import seen
from learningcircles_ui.parts.namesakes import hits_apart
from learningcircles_ui.parts.search_field import SearchField
from learningcircles_ui.parts.shown import shown
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import colour, larger

ICONS = {
    "member": "user", "offer": "hand-stop", "request": "bulb", "swap": "arrows-exchange", "meetup": "calendar-event",
    "place": "map-pin", "topic": "bookmark", "learning": "book",
}  # fmt: skip
_HITS, _OTHERS, _COMMANDS = 30, 10, 12
_FIRST = 4
"""So many records stand before the commands: names come first, and many of them hide nothing. Unless a command's name
begins with the very words that were typed.
"""
_CALLED, _NEARLY = ("member", "meetup", "place", "offer", "request", "topic"), 4
"""Records that are known by a name, and so many of each kind whose name nearly begins as typed."""
_NO_ICON = "chevron-right"
_AWAKE = ("Ctrl+K", CLOSE_KEYS, HALL_KEYS, LOCK_KEYS)
"""Keys that work while this is open: anew, close, hall mode, lock."""
_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class Found(NamedTuple):
    """One line of the palette."""

    title: str
    detail: str
    icon: str
    run: Callable[[], None]


class Answer(NamedTuple):
    """What was found of words. `nearly`: nothing is called as they were typed, and these `hits` nearly are."""

    hits: Sequence[Hit]
    others: Sequence[CatalogueItem] = ()
    nearly: bool = False


class FoundModel(QAbstractListModel):
    """The palette's lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Sequence[Found] = ()

    def show_found(self, found: Sequence[Found]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def found(self, row: int) -> Found | None:
        """Return a line, or None."""
        return self._found[row] if 0 <= row < len(self._found) else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: _Index, role: int = 0) -> Any:
        """Return what a line says."""
        line = self.found(index.row())
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.title}, {line.detail}"
        return {int(Role.SECOND): line.detail, int(Role.ICON): line.icon}.get(int(role))


class Find(QWidget):
    """The palette, over the dimmed window. `chosen` carries the kind and id of a record."""

    chosen = Signal(str, object)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._commands: Sequence[QAction] = ()
        self._refused: Sequence[QAction] = ()
        self.setAccessibleName(self.tr("Find"))
        self._frame, column = card(self, margin=12)
        self.field = SearchField(self.tr("Find a person, an offer, a meetup, or something to do"), self._frame)
        self.model = FoundModel(self)
        self.list = _list(self.model, self.tr("What was found"), self._frame)
        self._hint = soft(self.tr("↑ ↓ to choose, Enter to open, Esc to close"), self._frame)
        for widget in (self.field, self.list, self._hint):
            column.addWidget(widget)
        self.field.typed.connect(self._search)
        self.field.edit.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._run(index.row()))
        self._back: QWidget | None = None
        self._answers, self._entered = "", False
        parent.installEventFilter(self)
        self.hide()

    def open_with(self, commands: Sequence[QAction], refused: Sequence[QAction] = ()) -> None:
        """Open, with these commands to choose from; what is `refused` here is found as well, and says why."""
        self._commands, self._refused = commands, refused
        self._back = self.window().focusWidget()
        self._place()
        self.field.edit.clear()
        self._show(self._matching(""))
        self.show()
        self.raise_()
        self.field.setFocus()

    def open_again(self) -> None:
        """Stay open, for other words."""
        self.show()
        self.field.setFocus()

    def close_again(self) -> None:
        """Close, and give the keyboard back to where it was."""
        self._entered = False
        self.hide()
        if self._back is not None and isValid(self._back):
            self._back.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the field; follow the window's size."""
        if event.type() == QEvent.Type.Resize and watched is self.parent() and self.isVisible():
            self._place()
        if isinstance(event, QKeyEvent) and watched is self.field.edit:
            if event.type() == QEvent.Type.KeyPress:
                return self._pressed(Qt.Key(event.key()))
            if event.type() == QEvent.Type.ShortcutOverride and self._sleeps(event):
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 130 if self._shell.theme.dark else 70))

    def _pressed(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.close_again()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            pass  # what lies behind is not reached from here
        else:
            return False
        return True

    def _sleeps(self, event: QKeyEvent) -> bool:
        """Return whether a key belongs to what lies behind: it would change what nobody sees."""
        pressed = QKeySequence(event.keyCombination())
        awake = any(QKeySequence(keys) == pressed for keys in (*_AWAKE, *close_as_button()))
        return not awake and any(pressed in command.shortcuts() for command in self._commands)

    def _place(self) -> None:
        over = self.window()
        self.setGeometry(over.rect())
        wide, high = min(larger(640), over.width() - 80), min(larger(520), over.height() - 140)
        self._frame.setGeometry(QRect((over.width() - wide) // 2, 72, wide, high))

    def _step(self, step: int) -> None:
        rows = self.model.rowCount()
        if rows:
            row = (self.list.currentIndex().row() + step) % rows
            self.list.setCurrentIndex(self.model.index(row))

    def _run(self, row: int) -> None:
        line = self.model.found(row)
        if line is not None:
            self.close_again()
            line.run()

    def _enter(self) -> None:
        """Open what is marked; what answers older words is waited for."""
        self._entered = self.field.text() != self._answers
        if not self._entered:
            self._run(self.list.currentIndex().row())

    def _search(self, words: str) -> None:
        self._entered = False
        if not words:
            self._answers = words
            self._show(self._matching(""))
            return
        self._shell.tasks.query(lambda reader: _look(reader, words), lambda hits: self._heard(words, hits), key="find")

    def _heard(self, words: str, answer: Answer) -> None:
        if words != self.field.text():
            return  # what is typed by now is answered next
        meant = self._matching(words)
        asks = not (answer.hits or answer.others or meant or answer.nearly)
        if asks:  # of the long questions' thread: it learns all names first, and the next key is not to wait for that
            nearly = partial(_nearly_called, words=words)
            self._shell.tasks.query_long(nearly, partial(self._heard, words), key="find nearly")
        self._list(words, answer, meant)
        if not asks:
            self._answers = words
            if self._entered:
                self._entered = False
                self._run(self.list.currentIndex().row())

    def _list(self, words: str, answer: Answer, meant: Sequence[Found]) -> None:
        records = [self._record(hit) for hit in answer.hits]
        around = (self._other(item) for item in answer.others[:_OTHERS])
        first = meant if any(_is_called(each.title, words) for each in meant) else []
        rest = self._matching(words, nearly=True) if answer.nearly else [] if first else meant
        self._show([*first, *records[:_FIRST], *rest, *records[_FIRST:_HITS], *around, *self._not_here(words)])
        if not self.model.rowCount():
            nothing = self.tr("Nothing was found for “{words}”").format(words=words)
            self._show([Found(nothing, self.tr("Try the first letters of a name"), "search", self.open_again)])

    def _show(self, found: Sequence[Found]) -> None:
        self.model.show_found(found)
        if found:
            self.list.setCurrentIndex(self.model.index(0))

    def _matching(self, words: str, *, nearly: bool = False) -> list[Found]:
        """Return the commands that are meant; or those that are but for a slip of the finger, the nearest first."""
        found: list[Found] = []
        for command in _nearly_meant(self._commands, words) if nearly else _meant(self._commands, words):
            keys = command.shortcut().toString(command.shortcut().SequenceFormat.NativeText)
            detail = "  ·  ".join(part for part in (str(command.property("where") or ""), keys) if part)
            icon_name = str(command.property("icon_name") or _NO_ICON)
            found.append(Found(seen(command.text()), detail, icon_name, command.trigger))
        found.sort(key=lambda each: not _is_called(each.title, words))
        return found[:_COMMANDS]

    def _not_here(self, words: str) -> list[Found]:
        """Return what is meant and may not be done on this laptop."""
        meant = _meant(self._refused, words)[:_FIRST]
        return [Found(seen(each.text()), why_not(each), "lock", self.open_again) for each in meant]

    def _record(self, hit: Hit) -> Found:
        kind = text.kind_label(ENTITIES[hit.entity])
        detail = f"{kind}  ·  {hit.detail}" if hit.detail else kind
        title = hit.title or kind
        icon_name = ICONS.get(hit.entity, "file-text")
        return Found(title, detail, icon_name, lambda: self.chosen.emit(hit.entity, hit.id))

    def _other(self, item: CatalogueItem) -> Found:
        title = str(item.body.get("title") or item.body.get("name") or "")
        kind = _kind_of(item)
        named = text.kind_label(kind) if kind else self.tr("Published")
        detail = self.tr("{kind} of {circle}").format(kind=named, circle=item.circle_name)
        return Found(title, detail, "world", lambda: OthersItem(title, detail, item, self.window()).open())


class OthersItem(Dialog):
    """What another circle has published, as last heard."""

    def __init__(self, name: str, detail: str, item: CatalogueItem, parent: QWidget) -> None:
        super().__init__(name, self.tr("Close"), parent)
        self.leave_button.hide()
        self.body.addWidget(soft(detail, self))
        kind = _kind_of(item)
        for field in kind.fields if kind else ():
            words = _published(field, item.body.get(field.name))
            if words and field.name not in ("reach", "state", kind.title if kind else ""):
                both = QVBoxLayout()
                both.setSpacing(2)
                both.addWidget(section(text.field_label(field), self))
                both.addWidget(plain(words, self))
                self.body.addLayout(both)
        who = item.body.get("name")
        if isinstance(who, str) and who != name:
            self.body.addWidget(plain(who, self))
        self.fit()


def _published(field: Field, value: Any) -> str:
    """Return what another circle says of a field; what may be many is published as one text, languages by code."""
    if field.many and isinstance(value, str):
        parts = [part for part in value.split(", ") if part]
        return text.listed(map(text.language_name, parts) if field.name == "languages" else parts)
    return shown(field, value)


def _kind_of(item: CatalogueItem) -> Entity | None:
    name = str(item.body.get("kind", ""))
    return ENTITIES.get(name) or ENTITIES.get("!" + name)


def _look(reader: Reader, words: str) -> Answer:
    hits = [_told(reader, hit) for hit in reader.find(words, limit=_HITS)]
    return Answer(hits_apart(reader, hits), reader.catalogue(words, today=text.today())[:_OTHERS])


def _nearly_called(reader: Reader, words: str) -> Answer:
    """Return records that are called so but for a slip of the finger."""
    asked = words_of(words)
    near = (reader.hits(kind, reader.near.ids(kind, asked, _NEARLY)) for kind in _CALLED)
    return Answer(hits_apart(reader, [hit for hits in near for hit in hits]), nearly=True)


_SIDES = {"swap": ("provider", "receiver"), "learning": ("member",)}


def _told(reader: Reader, hit: Hit) -> Hit:
    """An exchange is known by who gave whom when, what was learned by who learned it when."""
    record = reader.find_one(hit.entity, hit.id) if hit.entity in _SIDES else None
    if record is None:
        return hit
    sides = [reader.find_one("member", record[side]) if record[side] else None for side in _SIDES[hit.entity]]
    names = " → ".join(str(side.get("name", "")) if side else "" for side in sides)
    return hit._replace(detail="  ·  ".join(part for part in (names, text.day(record["on"])) if part))


class _Lines(QListView):
    """The lines on the card, and the card's ground: else each key would paint the whole window behind them anew."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colour("raised"))
        painter.end()
        super().paintEvent(event)


def _list(model: FoundModel, name: str, parent: QFrame) -> QListView:
    view = _Lines(parent)
    view.setModel(model)
    view.setItemDelegate(CellDelegate(view))
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setAccessibleName(name)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    return view


def _meant(commands: Sequence[QAction], words: str) -> list[QAction]:
    """Return the commands one of whose words begins with each of these."""
    asked = [_plain(word) for word in words.split()]
    found = []
    for command in commands:
        known = _plain(f"{seen(command.text())} {command.property('also_called') or ''}").split()
        if all(any(part.startswith(word) for part in known) for word in asked):
            found.append(command)
    return found


def _nearly_meant(commands: Sequence[QAction], words: str) -> list[QAction]:
    """Return the commands whose words begin so but for a slip of the finger, the fewest wrong letters first."""
    wrong = [(slips(words, f"{seen(each.text())} {each.property('also_called') or ''}"), each) for each in commands]
    near = [(count, each) for count, each in wrong if count is not None]
    return [each for _, each in sorted(near, key=lambda one: one[0])]


def _is_called(name: str, words: str) -> bool:
    """Return whether what was typed is the whole first words of a command's name: then it is what one means."""
    asked, called = _plain(words).split(), _plain(name).strip("…").split()
    return bool(asked) and called[: len(asked)] == asked


@lru_cache(maxsize=1024)  # every command is asked with every key
def _plain(words: str) -> str:
    """Lower case without accents, as people type in a hurry."""
    apart = unicodedata.normalize("NFD", words.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
