"""One circle opened for the desktop: its writing view, a reader for another thread, and sharing on a third."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

from learningcircles.circle.believing import check_clock
from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.circle.reader import Reader
from learningcircles.errors import CircleError, Locked
from learningcircles.laptop.founding import is_locked, open_circle
from learningcircles.laptop.home import CircleFile, Home
from learningcircles.laptop.identity import passphrase_changed
from learningcircles.laptop.read_only import SENTENCES
from learningcircles.laptop.reserve import keep_reserve
from learningcircles.laptop.succession import mend
from learningcircles.lazy import lazy
from learningcircles.storage.connect import plain_errors
from learningcircles.surroundings import Surroundings
from learningcircles.trust.members import READER
from learningcircles_sync.dial import Transports
from learningcircles_sync.stopping import Stopper, stoppable

if TYPE_CHECKING:
    from learningcircles_sync.engine import Engine

T = TypeVar("T")
ASKED = ("passphrase_needed", "wrong_passphrase")
"""What is no trouble with a circle: somebody is asked for its passphrase."""


@dataclass(frozen=True)
class Elsewhere(Generic[T]):
    """What was found in another circle of this laptop, or why it could not be looked into."""

    file: CircleFile
    found: T | None = None
    error: CircleError | None = None


def shown_right(circle: Circle) -> str:
    """Return what this laptop may do on screen: it only looks where the circle's folder cannot be written to."""
    return circle.right if circle.refusal is None else READER


class Opened:
    """A circle file in use. Raises what `open_circle` raises: Locked, Unreadable, NotFound.

    `transports` reaches hubs; in tests they are in the same process.
    """

    def __init__(
        self, home: Home, path: Path | None, surroundings: Surroundings, transports: Transports, passphrase: str = ""
    ) -> None:
        self.home = home
        self.passphrase = passphrase
        self.file: CircleFile = home.find(path)
        self.surroundings = surroundings
        self.circle = self._open()
        self.file = home.find(self.file.path)  # opening it may have told what it is called by now
        self.only_read = self.circle.refusal is not None
        """Whether its folder cannot be written to: it is looked at, and nothing else."""
        self.renewed = self._looked_after()
        """What to say where that is so, or the file was an older copy and this laptop goes on under a new identity."""
        self.circle.before_first_write = check_clock
        self.circle.asks_each_time = True
        self.verbs = Verbs(self.circle)
        self.reader = self.circle.open_reader()
        self._read_under = self.circle.roster
        self._stopper = Stopper()
        self._transports = stoppable(transports, self._stopper)
        self._version = 0
        self._retired: list[Reader] = []
        self._retired_long: list[Reader] = []  # apart: a file may be being written from one, that no search stops
        self._long: Reader | None = None
        self._lock = Lock()
        self._ends = False
        self._looked_into: Reader | None = None
        self._sharing: tuple[Circle, Engine] | None = None

    def _looked_after(self) -> str:
        if self.circle.refusal is not None:
            return SENTENCES[self.circle.refusal.code]
        try:
            with plain_errors(self.file.path):  # a page that cannot be read may be met only now
                renewed = mend(self.circle)
        except BaseException:
            self.circle.close()
            raise
        keep_reserve(self.circle.path)
        return renewed

    def long_reader(self) -> Reader:
        """Return another reader, for what takes long; made when first asked for, by the thread that reads with it."""
        while (held := self._long) is None:
            now, made = self.reader, self.circle.open_reader()  # not in the lock: who types waits for that one
            with self._lock:
                if self.reader is now:
                    self._long = made
                    return made
            made.close()  # other laptops count by now
        return held

    def interrupt(self) -> None:
        """Stop what is read with the reader; may be called by any thread."""
        with self._lock:
            for reader in (*self._retired, self.reader):
                reader.interrupt()

    def interrupt_long(self) -> None:
        """Stop what is read with the reader for what takes long."""
        with self._lock:
            for reader in (*self._retired_long, self._long):
                if reader is not None:
                    reader.interrupt()

    def interrupt_elsewhere(self) -> None:
        """Stop what is read in another circle."""
        with self._lock:
            if self._looked_into is not None:
                self._looked_into.interrupt()

    def engine(self) -> Engine:
        """Return the engine, with a circle of its own; called on the sharing thread only."""
        if self._sharing is None:
            circle = self._open_again()
            self._sharing = (circle, self._engine_of(circle))
            _hand_over(circle, self.passphrase)  # it may have been changed while this one was opened
        return self._sharing[1]

    def use_passphrase(self, passphrase: str) -> None:
        """Go by another passphrase from now on; an empty one is none.

        What is open already keeps new keys under it, too: those of a laptop that goes on after its copy.
        """
        self.passphrase = passphrase
        for circle in (self.circle, *(self._sharing or ())[:1]):
            _hand_over(circle, passphrase)

    def share_others(self) -> int:
        """Share this laptop's other circles, each with its hub; return how many hubs answered.

        One that needs a passphrase waits until it is opened. Called on the sharing thread only.
        """
        reached = 0
        for held in self.home.circles():
            with suppress(CircleError):  # it says so itself when it is opened next
                if held.circle_id != self.file.circle_id and not self._ends and not is_locked(self.home, held):
                    reached += self._share_one(held)
        return reached

    def look_elsewhere(self, work: Callable[[Verbs], T]) -> list[Elsewhere[T]]:
        """Call `work(verbs)` on each other circle of this laptop, one after the other, on any one thread.

        It only reads. One that needs a passphrase is told as locked, one that does not open with what is wrong.
        """
        found: list[Elsewhere[T]] = []
        for held in self.home.circles():
            if held.circle_id == self.file.circle_id or self._ends:
                continue
            try:
                with closing(open_circle(self.home, held.path, self.surroundings)) as circle, self._looking(circle):
                    found.append(Elsewhere(held, work(Verbs(circle))))
            except CircleError as error:
                found.append(Elsewhere(held, error=error))
        return found

    @contextmanager
    def _looking(self, circle: Circle) -> Iterator[None]:
        """Let what the block reads be interrupted."""
        with self._lock:
            self._looked_into = circle.reader
        try:
            yield
        finally:
            with self._lock:
                self._looked_into = None

    def _share_one(self, held: CircleFile) -> bool:
        with closing(open_circle(self.home, held.path, self.surroundings)) as circle:
            if circle.roster.hub:
                self._engine_of(circle).share()
            return bool(circle.roster.hub)

    def _engine_of(self, circle: Circle) -> Engine:
        """Return the engine of a circle. Loaded late: the window stands before anything is shared."""
        made: Engine = lazy("learningcircles_sync.engine").Engine(
            self.home, Verbs(circle), self.surroundings, self._transports
        )
        return made

    def stop_sharing(self) -> None:
        """Let go of the network and of the other circles at once; may be called by any thread."""
        self._ends = True
        self._stopper.stop()

    def end_sharing(self) -> None:
        """Offer the circle no more and close what shared it; called by the sharing thread, last."""
        if self._sharing is not None:
            self._sharing[1].stop_offering()
            self._sharing[0].close()
            self._sharing = None

    def look(self) -> int:
        """Return a number that changes when another connection has written; called on the circle's thread.

        Laptops that were let in or shut out meanwhile count from now on, for the reader too.
        """
        version = self.circle.reader.data_version()
        if version != self._version:
            self._version = version
            self.circle.follow()
            if self.circle.roster is not self._read_under:  # whoever wrote, or looked first, may have followed before
                self.read_anew()
        return version

    def read_anew(self) -> None:
        """Read with the laptops that count by now, from the next question on; called on the circle's thread."""
        reader = self.circle.open_reader()  # not in the lock, as above
        self._read_under = self.circle.roster
        with self._lock:
            self._retired.append(self.reader)
            self._retired_long += [self._long] if self._long is not None else []
            self.reader, self._long = reader, None

    def close(self) -> None:
        """Close every connection but the sharing's, once no thread reads or writes with them."""
        for reader in (*self._retired, *self._retired_long, self._long, self.reader):
            if reader is not None:
                reader.close()
        self.circle.close()
        # Whatever on screen still holds this object for a moment holds no keys by it.
        del self.verbs, self.reader, self.circle
        self._long, self.passphrase = None, ""
        self._retired.clear()
        self._retired_long.clear()

    def _open_again(self) -> Circle:
        try:
            return self._open()
        except Locked as error:
            raise (passphrase_changed() if error.code in ASKED else error) from error

    def _open(self) -> Circle:
        return open_circle(self.home, self.file.path, self.surroundings, passphrase=self.passphrase, to_read=True)


def _hand_over(circle: Circle, passphrase: str) -> None:
    """Let a circle's keys be kept under this passphrase; one that can only be read keeps none."""
    if circle.keyring is not None:
        circle.keyring.passphrase = passphrase
