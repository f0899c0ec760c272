"""What has been begun in the hall and is written nowhere yet, kept as drafts: no crash, power cut or lock takes it.

Each name that waits has a draft of its own, so that an erasure takes that one and no other; so has what is half typed
or half chosen on the screen in view. The next hall goes on with all of them. What was being written may have been
written when the program ended: whoever tries such a name again is asked where there is a guest of that name by now.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from learningcircles.circle.changes import Record
from learningcircles.circle.facets import Verbs
from learningcircles.circle.several_names import first_names
from learningcircles.errors import CircleError
from learningcircles_ui import text
from learningcircles_ui.hall.begun import name_in_view
from learningcircles_ui.hall.recording import BOTH, between
from learningcircles_ui.hall.rows import Tile, read_people, read_present
from learningcircles_ui.hall.swap import recorded
from learningcircles_ui.hall.waiting import look_who_is_here
from learningcircles_ui.parts.draft_names import HALL, PERSON, SOUGHT, of_mark, whose
from learningcircles_ui.parts.drafts import OFTEN_MS, fresh
from learningcircles_ui.parts.given import Given
from learningcircles_ui.tasks import finish_writing
from learningcircles_ui.unkept import DraftKeeper, Named

if TYPE_CHECKING:
    from learningcircles_ui.hall.hall import Hall

Waits = Mapping[str, tuple[dict[str, Any], Given | None]]
"""What waits by the name of its draft, and what it was given to be written by, if it was."""
_STEP = "step"
"""The screen that a draft is of; there is none in the draft of a name."""
_PLACE = "place"
"""Where a name came among those who wait: of one moment their drafts may be."""


class Left(NamedTuple):
    """What another hall has left, newest first, and whom a half-chosen exchange may speak of.

    `recorded`: of which drafts the exchange was recorded in the moment in which the program ended, and what says so.
    `noted`: the marks that somebody has noted since.
    """

    held: Sequence[Named]
    people: Sequence[Tile]
    recorded: Mapping[str, str]
    noted: Set[str]


class HallDrafts(QObject):
    """Keeps what waits in one hall, and goes on with what another one has left. `changed`: something else waits now."""

    changed = Signal()

    def __init__(self, hall: Hall) -> None:
        super().__init__(hall)
        self._hall, self._shell = hall, hall.shell
        self._kept: Waits = {}
        self.view = fresh(hall.shell, HALL)
        """Under which name what is begun on the screen in view is kept."""
        self._goes_on = self._is_over = False
        self._often = QTimer(self)
        self._often.setInterval(OFTEN_MS)
        self._often.timeout.connect(self.keep)
        self._shell.signals.changed.connect(self._look)
        self._shell.drafts.erased.connect(self._gone)

    def begin(self) -> None:
        """Go on with what is kept, and keep what waits from now on."""
        self._often.start()
        guest, came, swap = self._hall.guest, self._hall.came, self._hall.swap
        for waits in (guest.waiting.entered, came.waiting.entered, came.people.asked, swap.people.asked):
            waits.connect(self.keep)
        self._shell.tasks.mutate(partial(_left, self._shell.drafts), self._take_up, lambda _: None)

    def goes_on(self, view: str) -> None:
        """Note that what was begun on the screen in view is known, and need not be taken out of its draft, `view`, nor
        is what was refused to be kept anew: somebody of it may be erased by now.
        """
        self._goes_on, self.view = True, view
        self._kept = {**self._kept, **self._hall.swap.recording.waits()}

    def keep(self) -> None:
        """Keep what waits by now; what is given to be written only until it is."""
        if not self._is_over and isValid(self):
            self._hall.swap.correct()
            self._keep(self._waits())

    def finish(self) -> bytes:
        """Keep what waits, if there is room, and wait until that is done; return what `Closing` asks for."""
        self._shell.drafts.try_again()
        self.keep()
        finish_writing(self._shell.tasks)
        return self._shell.file.circle_id if self._shell.drafts.has_words() else b""

    def lost(self) -> Sequence[str]:
        """Return by the names that a hall may see what is in no file."""
        left = self._shell.drafts.left()
        return [_shown(values) for name, (values, _) in self._kept.items() if name in left]

    def end(self, *, gives_up: bool) -> None:
        """Keep nothing more. `gives_up`: what is not being written is given up, else it waits for the next hall.

        Exchanges that were refused, or may be yet, stay on Today: the one in view does there or here.
        """
        if self._is_over:
            return
        waits = self._waits()
        if gives_up:
            waits = {name: each for name, each in waits.items() if each[1] is not None and name != self.view}
        here = [given for _, given in waits.values()]
        exchanges = self._hall.swap.recording.waits(over=True)
        others = {name: each for name, each in exchanges.items() if each[1] is None or each[1] not in here}
        self._keep({**waits, **others})
        self._is_over = True
        self._often.stop()

    def _waits(self) -> Waits:
        hall, begun, recording = self._hall, self._begun(), self._hall.swap.recording
        given = recording.given if hall.step is hall.swap else None
        view: Waits = {self.view: (begun, given)} if begun else {}
        return {**hall.guest.waiting.waits(), **hall.came.waits(), **recording.waits(), **view}

    def _begun(self) -> dict[str, Any]:
        """Return what is begun on the screen in view, as its draft keeps it; nothing where nothing is."""
        begun = self._hall.step.kept()
        return {_STEP: name_in_view(self._hall), **begun} if begun else {}

    def _keep(self, waits: Waits) -> None:
        for name, each in waits.items():
            if self._kept.get(name) != each:
                self._shell.drafts.keep(name, partial(_unless_written, *each))
        for name in self._kept.keys() - waits.keys():
            self._shell.drafts.keep(name, dict)
        before, self._kept = self._kept, waits
        if before != waits:
            self.changed.emit()

    def _take_up(self, left: Left) -> None:
        """Let those who waited wait again, in the order in which they came, and fill the screen that was left."""
        if self._is_over or not isValid(self):
            return
        names = [each for each in left.held if _STEP not in each[1].values]
        for name, draft in sorted(names, key=lambda each: each[1].values.get(_PLACE, 0)):
            self._kept = {**self._kept, name: (dict(draft.values), None)}
            if name in left.noted:
                continue  # it waits nowhere, and is kept no more with the next that does
            if PERSON in draft.values:
                self._hall.came.wait(draft.values)
            else:
                step = self._hall.came if SOUGHT in draft.values else self._hall.guest
                step.waiting.wait(name, draft.values)
        for name, said in left.recorded.items():
            self._shell.drafts.keep(name, dict)
            self._hall.tell(said)
        wanted = {name for name, _ in left.held if name in self._shell.resuming}
        self._shell.resuming.difference_update(wanted)
        if self._goes_on:
            self._kept = {**self._kept, **{name: (dict(d.values), None) for name, d in left.held if name == self.view}}
        elif self._hall.step is self._hall.first:
            self._fill_screen(left, wanted)
        self.changed.emit()  # whoever leaves just now is to be told of them
        self._hall.tell_waiting()

    def _fill_screen(self, left: Left, wanted: Set[str]) -> None:
        """Fill the screen that was left; whoever goes on with a name on Today comes to where it is asked about."""
        asks = {_asks_about(draft.values) for name, draft in left.held if name in wanted}
        views = [each for each in left.held if _STEP in each[1].values and each[0] not in left.recorded]
        views = [each for each in views if _can_be_filled(each[1].values, left.people)]
        views = [each for each in views if not asks or each[1].values[_STEP] in asks]
        views.sort(key=lambda each: each[0] not in wanted)
        if views:
            self._fill(*views[0], left.people)
        elif asks:
            self._hall.go(asks.pop())

    def _fill(self, name: str, draft: Any, people: Sequence[Tile]) -> None:
        self.view, self._kept = name, {**self._kept, name: (dict(draft.values), None)}
        self._hall.go(str(draft.values[_STEP]))
        self._hall.step.take_up(draft.values, people)

    def _look(self) -> None:
        """Others may have erased somebody who waits."""
        for name in self._kept if not self._is_over else ():
            self._shell.drafts.look(name)
        self._shell.tasks.mutate(lambda _: None, lambda _: self._look_who_is_here())  # once that is told

    def _look_who_is_here(self) -> None:
        if not self._is_over and isValid(self):
            for step in (self._hall.guest, self._hall.came):
                look_who_is_here(step.waiting)

    def _gone(self, name: str) -> None:
        """Where an erasure has taken what was kept, it goes from the hall as well."""
        in_view = name in (self.view, self._hall.swap.recording.slot)
        if self._hall.swap.recording.forget(name):
            self.changed.emit()
        if self._is_over or name not in self._kept:
            return
        self._kept = {each: kept for each, kept in self._kept.items() if each != name}
        self._shell.drafts.keep(name, dict)  # what stood there before they were meant does not come back, either
        if in_view:
            self.view = fresh(self._shell, HALL)
            self._hall.go("first")
        self._hall.guest.waiting.forget(name)
        self._hall.came.forget(name)
        self._hall.tell(self.tr("Somebody was erased: what waited of them here is gone with them."))


def _left(drafts: DraftKeeper, verbs: Verbs) -> Left:
    held = [each for each in drafts.held(verbs) if whose(each[0]) == HALL]
    chosen = any("provider" in draft.values for _, draft in held)
    people = read_people(verbs.reader) if chosen else ()
    found = {name: verbs.reader.find_one("swap", draft.values["id"]) for name, draft in held if "id" in draft.values}
    names = {tile.person.id: tile.name for tile in people}
    told = {name: _told(row, names) for name, row in found.items() if row is not None and not row.deleted}
    return Left(held, people, told, _noted(verbs, held))


def _told(swap: Record, names: Mapping[bytes, str]) -> str:
    """Say that an exchange is written down, as it was when the program ended."""
    giver, taker = (names.get(swap[each], text.former_member()) for each in BOTH)
    return recorded(giver, taker, int(swap["minutes"]))


def _noted(verbs: Verbs, held: Sequence[Named]) -> Set[str]:
    """Return the marks that somebody has noted since. Who is here is read once for each meetup: it takes its time."""
    marks = {name: draft.values for name, draft in held if PERSON in draft.values}
    here = {meetup: _who_is_here(verbs, meetup) for meetup in {values["meetup"] for values in marks.values()}}
    return {name for name, values in marks.items() if _is_noted(values, here[values["meetup"]])}


def _who_is_here(verbs: Verbs, meetup: bytes) -> Set[bytes] | None:
    """Return who is here; None where the meetup is gone: its marks wait on then, and hold up nobody else."""
    try:
        return {tile.person.id for tile in read_present(verbs.reader, meetup) if tile.here}
    except CircleError:
        return None


def _is_noted(values: Mapping[str, Any], here: Set[bytes] | None) -> bool:
    """Return whether somebody is noted by now as a mark says: here, or taken back."""
    return here is not None and (values[PERSON] in here) != values["here"]


def _asks_about(values: Mapping[str, Any]) -> str:
    """Return which screen asks about what a draft has kept."""
    return str(values.get(_STEP) or ("came" if {PERSON, SOUGHT} & values.keys() else "guest"))


def _can_be_filled(values: Mapping[str, Any], people: Sequence[Tile]) -> bool:
    """Return whether who gave their time can be chosen still; else it stays on Today, for whoever is told of it."""
    giver = values.get("provider")
    return giver is None or any(tile.person.id == giver["id"] for tile in people)


def _shown(values: Mapping[str, Any]) -> str:
    """Return what a hall may see of a draft: a tile's name as it is, of what was typed the first name."""
    if PERSON in values:
        return of_mark(values)
    if values.keys() >= {*BOTH}:
        return between(values)
    typed = str(values["name"])
    tile = values.get("provider", {}).get("words", "") if not typed.strip() else values.get("shown", "")
    return str(tile) or text.listed(first_names(typed))


def _unless_written(values: dict[str, Any], given: Given | None) -> dict[str, Any]:
    """Return what is to be kept, on the circle's thread: there it is known whether it was written."""
    return {} if given is not None and given.written else values
