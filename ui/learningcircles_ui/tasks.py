"""Two ways to do long work: `mutate` on the circle's thread, `query` on a reader's. `worker` holds the thread code.

`mutate` calls run one after the other in the order given. `query` has a thread and a read-only connection of its
own; a newer query under the same key interrupts the older one, whose answer is dropped. What goes through all of a
large circle is a `query_long` with the same of its own, what is drawn on paper a `draw`. One more worker, `share`,
has a circle of its own, so that nothing that is typed ever waits for a network.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from learningcircles.circle.believing import trust_clock
from learningcircles.circle.facets import Verbs
from learningcircles.circle.reader import Reader
from learningcircles.errors import CircleError, Refused
from learningcircles.laptop.identity import CHANGED
from learningcircles_ui.opening import Elsewhere, Opened
from learningcircles_ui.worker import Job, Then, Worker, bug, there

T = TypeVar("T")
_PATIENCE_S = 20.0
"""How long a window that closes waits for sharing to notice that it was stopped: its circle is its own."""


class Aside(QObject):
    """Long work where no circle is open yet: founding, joining, opening. `failed` as in `Tasks`."""

    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker("aside", self, self._unexpected)
        self._stops: list[Callable[[], None]] = []

    def run(
        self, work: Callable[[], T], then: Callable[[T], None], failed: Then, stop: Callable[[], None] | None = None
    ) -> None:
        """Call `work()` on a thread of its own, then `then(result)` here, or `failed(CircleError)`.

        `stop` lets go of the network that it waits for, at once; it is called where the program ends meanwhile.
        """
        if self.idle:
            self._stops.clear()
        if stop is not None:
            self._stops.append(stop)
        self._worker.put(Job(work, then, failed))

    @property
    def idle(self) -> bool:
        """Return whether nothing is under way."""
        return not self._worker.busy

    def close(self) -> None:
        """Finish what was given; a network that does not answer is let go of."""
        self._worker.end()
        for stop in self._stops:
            stop()
        self._worker.wait()

    def let_go(self) -> None:
        """Take nothing more, and tell nothing more of what is under way, which ends by itself."""
        self._worker.end()

    def _unexpected(self, error: Exception) -> None:
        self.failed.emit(error)
        raise error


class Tasks(QObject):
    """Background work on one opened circle. `failed` carries a CircleError that no caller took.

    `doubtful` carries the error of a write under a clock that is far off, what writes all the same, and what gives up;
    `shut` that of what needs the passphrase which another program has set, what does it once more, and what gives up.
    """

    failed = Signal(object)
    doubtful = Signal(object, object, object)
    shut = Signal(object, object, object)

    def __init__(self, opened: Opened, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._writing = Worker("circle", self, self._unexpected)
        self._reading = Worker("reader", self, self._unexpected)
        self._sharing = Worker("sharing", self, self._unexpected)
        self._late: dict[str, Worker] = {}
        self._told_shut = False
        self.has_passphrase = bool(opened.passphrase)
        """Whether the circle opens with a passphrase, as was seen last: another program may set one, or take it off."""
        self._reading.interrupt = opened.interrupt
        self._sharing.at_end = opened.end_sharing

    @property
    def idle(self) -> bool:
        """Return whether nothing is under way; for tests that wait."""
        return not any(worker.busy for worker in self._workers())

    @property
    def writing(self) -> bool:
        """Return whether a write is under way."""
        return self._writing.busy

    @property
    def reading(self) -> bool:
        """Return whether a question is under way."""
        return self._reading.busy

    def use_passphrase(self, passphrase: str) -> None:
        """Go by another passphrase from now on; an empty one is none."""
        self._opened.use_passphrase(passphrase)
        self.has_passphrase = bool(passphrase)
        self._told_shut = False

    def tell_shut(self, error: CircleError) -> None:
        """Tell as `failed`, once until another passphrase is used, what nobody asked for and needs that one."""
        if not self._told_shut:
            self._told_shut = True
            self.failed.emit(error)

    def mutate(
        self, work: Callable[[Any], T], then: Callable[[T], None] | None = None, failed: Then | None = None
    ) -> None:
        """Call `work(verbs)` on the circle's thread, then `then(result)` here, or `failed(CircleError)`."""
        refuse: Then = failed or self._unexpected

        def refused(error: CircleError) -> None:
            if error.code == "clock_doubtful":
                self.doubtful.emit(error, lambda: self._anyway(work, then, failed), lambda: refuse(error))
            else:
                refuse(error)

        self._writing.put(Job(lambda: work(self._opened.verbs), then, refused))

    def _anyway(self, work: Callable[[Any], T], then: Callable[[T], None] | None, failed: Then | None) -> None:
        def trusting(verbs: Any) -> T:
            trust_clock(verbs.circle)  # what is said against it now, and nothing that is said later
            return work(verbs)

        self.mutate(trusting, then, failed)

    def query(
        self,
        work: Callable[[Reader], T],
        then: Callable[[T], None] | None = None,
        failed: Then | None = None,
        *,
        key: str = "",
    ) -> None:
        """Call `work(reader)` on the reader's thread, then `then(result)` here. A newer `key` replaces an older.

        Whoever closes the circle waits for no question.
        """
        self._reading.put(Job(lambda: work(self._opened.reader), then, failed, key))

    def query_long(
        self,
        work: Callable[[Reader], T],
        then: Callable[[T], None] | None = None,
        failed: Then | None = None,
        *,
        key: str = "",
        finishes: bool = False,
        stop: Callable[[], None] = lambda: None,
    ) -> None:
        """Do as `query`, for what goes through all of a large circle: on a thread of its own, so that others need not
        wait. `finishes`: it writes a file, and is waited for whoever closes the circle. `stop` ends other work at its
        next step, where nobody waits for it any more.
        """
        asked = self._made("long", self._opened.interrupt_long)
        asked.put(Job(lambda: work(self._opened.long_reader()), then, failed, key, finishes, stop=stop))

    def draw(
        self, work: Callable[[Callable[[], None]], T], then: Callable[[T], None], failed: Then | None, *, key: str = ""
    ) -> None:
        """Call `work(told)`, which needs nothing of the circle, on a thread of its own; `told()` ends it where nobody
        waits for it any more. A newer `key` replaces an older.
        """

        def told() -> None:
            if job.dropped:
                raise Refused("stopped", "Stopped. Nothing was changed.")

        job = Job(lambda: work(told), then, failed, key)
        self._made("drawing").put(job)

    def share(
        self,
        work: Callable[[Any], T],
        then: Callable[[T], None] | None = None,
        failed: Then | None = None,
        *,
        asks: bool = True,
    ) -> None:
        """Call `work(engine)` on the thread that may use a network.

        `asks`: somebody waits for it, and is asked for the passphrase that another program has set meanwhile.
        """
        again = partial(self.share, work, then, failed) if asks else None
        takes = partial(_is_shut, self, again, failed)
        self._sharing.put(Job(lambda: work(self._opened.engine()), then, failed, takes=takes))

    def share_others(self, then: Callable[[int], None] | None = None) -> None:
        """Share the circles that are not on screen, on the thread that may use a network; tells how many it was."""
        self._sharing.put(Job(self._opened.share_others, then, None))

    def elsewhere(self, work: Callable[[Verbs], T], then: Callable[[list[Elsewhere[T]]], None], *, key: str) -> None:
        """Call `work(verbs)` on each other circle of this laptop, on a thread that is made when first asked for.

        It only reads. A newer `key` replaces an older.
        """
        beyond = self._made("elsewhere", self._opened.interrupt_elsewhere)
        beyond.put(Job(lambda: self._opened.look_elsewhere(work), then, None, key))

    def look(self, then: Callable[[int], None]) -> None:
        """Tell the data version of the file: it changes when another program or the sharing has written."""
        self._writing.put(Job(self._opened.look, then, None, takes=partial(_is_shut, self, None, None)))

    def close(self) -> None:
        """Finish what writes, leave out what only reads, then close the circle under nobody's hands.

        A network that does not answer is let go of; sharing that does not notice closes its own circle once it does.
        """
        self._opened.stop_sharing()
        readers = [self._reading, *self._late.values()]
        for worker in readers:
            worker.end(hurries=True)
        for worker in (self._sharing, self._writing):
            worker.end()
        for worker in (*readers, self._writing):
            worker.wait()
        self._sharing.wait(_PATIENCE_S)
        self._opened.close()

    def _made(self, name: str, interrupt: Callable[[], None] | None = None) -> Worker:
        """Return a worker that is made when it is first asked for something."""
        if name not in self._late:
            self._late[name] = Worker(name, self, self._unexpected)
            self._late[name].interrupt = interrupt or self._late[name].interrupt
        return self._late[name]

    def _workers(self) -> list[Worker]:
        return [self._reading, self._sharing, *self._late.values(), self._writing]

    def _unexpected(self, error: Exception) -> None:
        if isinstance(error, CircleError):
            self.failed.emit(error)
            return
        made = bug(error)
        self.failed.emit(made)
        raise made from error


def finish_writing(tasks: Tasks) -> None:
    """Wait until what was given to be written is written or refused; nobody is told of it yet."""
    tasks._writing.finish()


def _is_shut(tasks: Tasks, again: Callable[[], None] | None, failed: Then | None, error: CircleError) -> bool:
    """Return whether an error is told, since what needs another passphrase by now is asked for it, or may wait."""
    if error.code != CHANGED or (again is None and failed is not None):
        return False
    if again is None:
        tasks.tell_shut(error)
        return True
    refuse: Then = failed or tasks.failed.emit
    tasks.shut.emit(error, again, lambda: refuse(error) if there(refuse) else None)
    return True
