"""What was typed and is in no file, as on a full disk: it outlives its form and the window, and is tried again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from threading import Lock
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from learningcircles.circle.facets import Verbs
from learningcircles.errors import CircleError
from learningcircles.storage.connect import plain_errors
from learningcircles.storage.drafts import Draft
from learningcircles_ui.tasks import Tasks
from learningcircles_ui.worker import bug

AGAIN_MS = 2_000
Named = tuple[str, Draft]
"""A draft and its own name."""


class Since(NamedTuple):
    """A draft in memory alone, and how many erasures the circle's drafts had been looked through for as it came there.

    Whoever is erased after that is not looked for in it: so it is kept no more where it may speak of them.
    """

    draft: Draft
    erasures: int


class Unkept:
    """The drafts of every circle that are in no file, for as long as the program runs. Any thread may ask.

    One without values was done with, and stands in the file still: it counts as forgotten. They are plain words in
    memory, also while their circle is locked: nothing else has them.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._left: dict[bytes, dict[str, Since]] = {}
        self._why: CircleError | None = None

    @property
    def why(self) -> CircleError | None:
        """Why that is so, of the one that was tried last."""
        with self._lock:
            return self._why

    def put(self, circle: bytes, name: str, draft: Draft, why: CircleError, erasures: int = 0) -> None:
        """Hold a draft in place of what was held under its name."""
        with self._lock:
            self._left.setdefault(circle, {})[name] = Since(draft, erasures)
            self._why = why

    def let_go(self, circle: bytes, name: str) -> None:
        """Hold what is held under a name no longer."""
        with self._lock:
            self._left.get(circle, {}).pop(name, None)

    def of(self, circle: bytes) -> dict[str, Draft]:
        """Return what is held of a circle, by its name."""
        with self._lock:
            return {name: held.draft for name, held in self._left.get(circle, {}).items()}

    def since(self, circle: bytes, name: str) -> int | None:
        """Return with how many erasures something is held under this name; None where nothing is."""
        with self._lock:
            held = self._left.get(circle, {}).get(name)
            return None if held is None else held.erasures

    def forget(self, circle: bytes) -> None:
        """Let go of a circle that is no more on this laptop."""
        with self._lock:
            self._left.pop(circle, None)

    def circles(self) -> list[bytes]:
        """Return the ids of the circles of which words are held."""
        with self._lock:
            return [circle for circle, held in self._left.items() if any(each.draft.values for each in held.values())]

    def any_typed(self) -> bool:
        """Return whether words of any circle are held."""
        return bool(self.circles())


class Tried(NamedTuple):
    """What came of keeping drafts: the names of those that may not be kept, and why the others are not, if any.

    `unsure`: one of those may not, since it may speak of somebody whose name nobody knows any more. `forgotten`: one
    was done with, or thrown away, and is forgotten now.
    """

    erased: Sequence[str] = ()
    why: CircleError | None = None
    unsure: bool = False
    forgotten: bool = False


class Erased(NamedTuple):
    """Who is erased, who of them since a form was begun, and how many erasures the drafts were looked through for."""

    people: Set[bytes] = frozenset()
    lately: Set[bytes] = frozenset()
    erasures: int = 0


def erased_since(verbs: Verbs, before: Set[bytes] = frozenset()) -> Erased:
    """Return who is erased, and was not `before`; on the circle's thread."""
    people = verbs.drafts.erased()
    return Erased(people, people - before, verbs.drafts.erasures())


class DraftKeeper(QObject):
    """Keeps the drafts of the circle that is open. `told` carries why words are in no file, or None once all are.

    `erased` carries the name of a draft that went with somebody who was erased; `unsure` follows where it was in memory
    alone, and nobody knows whether it spoke of them. `forgotten`: one that was done with is there no more. `room`: what
    was refused for want of room may be tried again.
    `now_ms`: ms since 1970.
    """

    told = Signal(object)
    erased = Signal(str)
    unsure = Signal()
    forgotten = Signal()
    room = Signal()

    def __init__(self, tasks: Tasks, unkept: Unkept, circle: bytes, now_ms: Callable[[], int]) -> None:
        super().__init__(tasks)
        self.unkept = unkept
        self._tasks, self._circle, self._now_ms = tasks, circle, now_ms
        self.why = unkept.why if self.has_words() else None
        """Why words of this circle are in no file, or None where none are, as was told last."""
        self._under_way = 0
        self._is_awaited = False
        self._erasures = 0
        """How many were known when that was read last; the circle's thread alone writes it."""
        tasks.mutate(self._count, failed=lambda _: None)  # before anything is kept: what then meets a fault is not old
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.try_again)

    @property
    def under_way(self) -> bool:
        """Return whether something was given to be kept, and it is not known yet whether it is."""
        return self._under_way > 0

    def has_words(self) -> bool:
        """Return whether words of this circle are in no file."""
        return self._circle in self.unkept.circles()

    def left(self) -> Mapping[str, Draft]:
        """Return what is in no file, by its name."""
        return self.unkept.of(self._circle)

    def keep(self, name: str, values: Callable[[], Mapping[str, Any]], since: int | None = None) -> None:
        """Keep a draft, or forget it where nothing stands in it; `values` is asked on the circle's thread.

        `since`: how many erasures were known, where it was in memory alone from then on.
        """
        self._try(lambda verbs: self._keep(verbs, name, Draft(values(), self._now_ms()), since))

    def put_back(self, name: str, dropped: Since, then: Callable[[], None]) -> None:
        """Keep again what was dropped, if its name is free, and call `then`; not where somebody was erased meanwhile of
        whom it may speak.
        """

        def again(verbs: Verbs) -> Tried:
            if self.draft(verbs, name) is not None:
                return Tried()
            tried = self._keep(verbs, name, dropped.draft, dropped.erasures)
            return tried._replace(unsure=bool(tried.erased))  # it is in no form, which would tell

        self._try(again, then)

    def try_again(self) -> None:
        """Keep what is held, if there is room by now."""
        if self.left():
            self._try(self._keep_all)
        else:
            self._tell_room()

    def wait_for_room(self) -> None:
        """Tell as `room` when something else that was refused may be tried again: once, after all drafts."""
        self._is_awaited = True
        self._again.start(AGAIN_MS)

    def _tell_room(self) -> None:
        if self._is_awaited:
            self._is_awaited = False
            self.room.emit()

    def look(self, name: str) -> None:
        """Tell as `erased` where what was kept under a name went with somebody meanwhile."""

        def gone(verbs: Verbs) -> Tried:
            return Tried([name] if verbs.drafts.is_erased(name) else [])

        self._tasks.mutate(gone, self._tell, lambda _: None)

    def if_all_kept(self, then: Callable[[bool], None]) -> None:
        """Say whether all that was typed up to now is kept, once that is known."""
        self._tasks.mutate(lambda _: not self.has_words(), then)

    def held(self, verbs: Verbs) -> Sequence[Named]:
        """Return every draft, newest first, whether it is kept or not; on the circle's thread."""
        kept = ((name, verbs.drafts.draft(name)) for name, _ in verbs.drafts.drafts())
        return among(((name, draft) for name, draft in kept if draft is not None), self.left())

    def draft(self, verbs: Verbs, name: str) -> Draft | None:
        """Return what is held or kept under a name, or None; on the circle's thread."""
        held = self.left().get(name) or verbs.drafts.draft(name)
        return held if held is not None and held.values else None

    def drop(self, verbs: Verbs, name: str) -> Since | None:
        """Forget a draft, and return it; on the circle's thread. Raises CircleError: then it stays."""
        since = self.unkept.since(self._circle, name)
        erasures = verbs.drafts.erasures() if since is None else since
        draft = self.draft(verbs, name)
        verbs.drafts.drop_draft(name)
        self.unkept.let_go(self._circle, name)
        return None if draft is None else Since(draft, erasures)

    def dropped(self) -> None:
        """One was forgotten: there may be nothing left to tell."""
        self._tell(Tried(forgotten=True))

    def _count(self, verbs: Verbs) -> None:
        self._erasures = verbs.drafts.erasures()

    def _try(self, work: Callable[[Verbs], Tried], then: Callable[[], None] = lambda: None) -> None:
        self._under_way += 1

        def tried(found: Tried) -> None:
            self._under_way -= 1
            self._tell(found)
            if not found.erased:
                then()

        def broken(error: CircleError) -> None:
            tried(Tried(why=error))

        self._tasks.mutate(work, tried, broken)

    def _keep_all(self, verbs: Verbs) -> Tried:
        tried = [self._keep(verbs, name, draft) for name, draft in self.left().items()]
        why = next((each.why for each in tried if each.why is not None), None)
        erased = [name for each in tried for name in each.erased]
        return Tried(erased, why, any(each.unsure for each in tried), any(each.forgotten for each in tried))

    def _keep(self, verbs: Verbs, name: str, draft: Draft, since: int | None = None) -> Tried:
        """Keep a draft, or hold it where that is refused. `since`: erasures, where it was in memory alone until now."""
        held = self.unkept.since(self._circle, name)
        since = since if held is None else held
        may_go_on, unsure = True, False
        try:
            with plain_errors():
                self._count(verbs)
                if draft.values:
                    may_go_on = verbs.drafts.keep_draft(name, draft.values, draft.at, since)
                    unsure = not may_go_on and verbs.drafts.may_speak(since)
                else:
                    verbs.drafts.drop_draft(name)
        except Exception as error:  # whatever it is, nothing else has these words
            why = _alone(error if isinstance(error, CircleError) else bug(error))
            self.unkept.put(self._circle, name, draft, why, self._erasures if since is None else since)
            if not isinstance(error, CircleError):
                raise
            return Tried(why=why)
        self.unkept.let_go(self._circle, name)
        return Tried([] if may_go_on else [name], unsure=unsure, forgotten=not draft.values)

    def _tell(self, tried: Tried) -> None:
        if tried.why is not None:
            self._again.start(AGAIN_MS)
        before, self.why = self.why, (tried.why or self.why) if self.has_words() else None
        if before is not self.why:
            self.told.emit(self.why)
        if tried.why is None and not self.has_words():
            self._tell_room()
        for name in tried.erased:
            self.erased.emit(name)
        if tried.unsure:
            self.unsure.emit()
        if tried.forgotten:
            self.forgotten.emit()


def among(kept: Iterable[Named], left: Mapping[str, Draft]) -> Sequence[Named]:
    """Return what is kept and what is not, newest first; of two under one name what is not kept is the newer."""
    every = {**dict(kept), **left}
    return sorted(((name, draft) for name, draft in every.items() if draft.values), key=lambda each: -each[1].at)


def _alone(error: CircleError) -> CircleError:
    """Return an error without the frames that it went through: they hold the circle's keys, which go with a lock."""
    return CircleError(error.code, error.template, **error.params)
