"""When this circle is shared, and how that stands: after five seconds of quiet, whoever wrote, when a network comes
up, every fifteen minutes, and on the button. The work itself is done by the engine on a thread of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtNetwork import QNetworkInformation

from learningcircles.circle.changes import Changes
from learningcircles.errors import CircleError
from learningcircles.laptop.identity import CHANGED
from learningcircles.lazy import lazy
from learningcircles.phrase import Phrase
from learningcircles.surroundings import Surroundings
from learningcircles_sync.buckets import seconds_to_wait
from learningcircles_sync.schedule import Schedule
from learningcircles_ui import text
from learningcircles_ui.coming import Coming
from learningcircles_ui.settings import Settings
from learningcircles_ui.signals import Signals
from learningcircles_ui.tasks import Tasks

if TYPE_CHECKING:
    from learningcircles_sync.engine import Engine
    from learningcircles_sync.outcome import ShareState

_LEAST_MS = 500
_OTHERS_FIRST_MS, _OTHERS_MS = 60_000, 15 * 60_000
CHOICE, METERED = "choice", "metered"

_TOLD = ("known", "hub", "waiting", "last_shared_ms", "problem", "clock_off_ms", "told_out", "beside", "met")
"""What was last told, and holds for another window of the same circle, too."""


class Shared(NamedTuple):
    """What sharing with everybody came to: how much came in, who was beside, what went wrong with the hub.

    `told`: what else stood in the way, for people.
    """

    received: int
    met: Sequence[str]
    reached: bool
    error: CircleError | None
    state: ShareState
    told: Sequence[Phrase] = ()


def share_everywhere(
    engine: Engine, came: Callable[[int, int], None], gave: Callable[[int, int], None] | None = None
) -> Shared:
    """Share with the hub, if there is one, and with each laptop beside this one.

    `came` hears how much has come, `gave` how much has gone.
    """
    engine.talking.told, engine.talking.gives = came, gave
    error: CircleError | None = None
    received = 0
    told: list[Phrase] = []
    hub = bool(engine.circle.roster.hub)
    if hub:
        try:
            shared = engine.share()
            received, told = shared.received, [*shared.phrases]
        except CircleError as caught:
            error = caught
    done = engine.share_round()
    received += sum(outcome.received for outcome in done.outcomes)
    told += [phrase for outcome in done.outcomes for phrase in outcome.phrases]
    met = [_name(engine, outcome.beside) for outcome in done.outcomes]
    return Shared(received, met, (hub and error is None) or bool(done.outcomes), error, engine.state(), told)


class _Metered:
    """Says it as `Metered` does, which is loaded with the first question: few share by what a connection costs."""

    def __init__(self) -> None:
        self._asks: Callable[[], bool] | None = None

    def __call__(self) -> bool:
        self._asks = self._asks or lazy("learningcircles_ui.metered").Metered()
        return bool(self._asks and self._asks())


class Sharing(QObject):
    """The state of sharing, as the engine last told it. `changed` when it did; `arrived` when others' work came in.

    `offered`: whether the circle is offered on the local network as well. `metered` tells whether the connection
    costs by volume.
    """

    changed = Signal()
    arrived = Signal()
    _beside = Signal()

    def __init__(
        self,
        tasks: Tasks,
        signals: Signals,
        surroundings: Surroundings,
        settings: Settings,
        parent: QObject | None = None,
        *,
        offered: bool = False,
        metered: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._signals = signals
        self._settings = settings
        self._offered = offered
        self._metered = metered or _Metered()
        self.now_ms = surroundings.now_ms
        self._schedule = Schedule(surroundings.random)
        self.hub: str | None = None
        self.waiting = self._left = 0
        self.last_shared_ms: int | None = None
        self.problem: CircleError | None = None
        self.begun = self.known = False
        self.under_way = self._by_hand = False
        self.clock_off_ms = 0
        self.told_out = ""
        self.coming = Coming(self)
        self.beside = 0
        self.met: Sequence[str] = ()
        self._said: set[str] = set()
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._time)
        self._others = QTimer(self)
        self._others.setInterval(_OTHERS_FIRST_MS)
        self._others.timeout.connect(self._share_others)
        signals.changed.connect(self._written)
        signals.share.connect(self.now)
        signals.offer.connect(self._offer)
        self.changed.connect(lambda: signals.sharing.emit(self))
        self._beside.connect(self._came_or_went, Qt.ConnectionType.QueuedConnection)
        self.coming.changed.connect(self.changed)
        self._watches = False

    @property
    def paused(self) -> str:
        """Return why nothing is shared by itself: by choice, or since the connection costs by volume; else ""."""
        if self._settings.shares == "asked":
            return CHOICE
        return METERED if self._settings.shares == "unmetered" and self._metered() else ""

    def start(self, *, shares: bool = True) -> None:
        """Read how things stand, and share soon, unless the circle can only be looked at."""
        self.begun = True
        self.look()
        if not shares:
            return
        self._arm(wrote=True)
        self._offer(self._settings.beside)
        self._others.start()

    def stop(self) -> None:
        """Share no more by itself."""
        self._due.stop()
        self._others.stop()
        self._offered = False

    def _offer(self, chosen: bool) -> None:
        """Offer the circle to laptops on the same network, or no more."""
        if chosen and self._offered:
            # Without the network or the extra for it there is nobody beside: the hub and the stick are left.
            self._tasks.share(lambda engine: engine.offer(self._beside.emit), None, lambda error: None, asks=False)
        elif not chosen:
            self._tasks.share(lambda engine: engine.stop_offering(), lambda _: self._counted(0), asks=False)

    def look(self) -> None:
        """Read how things stand, without a network."""
        self._tasks.share(lambda engine: engine.state(), self._looked, asks=False)

    def _looked(self, state: ShareState) -> None:
        if (
            self.begun and state.waiting > self.waiting
        ):  # another program may have written it: nothing else tells us to share it
            self._arm(wrote=True)
        self._told(state)

    def now(self) -> None:
        """Share now, whatever was chosen."""
        self._schedule.asked(self.now_ms())
        self._by_hand = True
        self._share()

    def _share(self) -> None:
        if self.under_way:
            return
        self._due.stop()
        self.under_way = True
        self.changed.emit()
        self._tasks.share(
            partial(share_everywhere, came=self.coming.told, gave=self.coming.gave),
            self._shared,
            self._failed,
            asks=False,
        )

    def _time(self) -> None:
        if self.hub is not None or self.beside:
            self._watch_network()
        if (self.hub is not None or self.beside) and not self.paused and self._schedule.due(self.now_ms()):
            self._share()
        else:
            self._arm()

    def _share_others(self) -> None:
        """The circles that are not on screen share as well, soon after the beginning and then now and again."""
        self._others.setInterval(_OTHERS_MS)
        self._watch_network()
        if not self.paused:
            self._tasks.share_others(lambda _: self._signals.changed.emit(Changes()))

    def _arm(self, *, wrote: bool = False) -> None:
        """Wait for the next share. `wrote`: something was written, and is shared once it is quiet."""
        if wrote:
            self._schedule.wrote(self.now_ms())
        self._due.start(max(self._schedule.wait(self.now_ms()), _LEAST_MS))

    def _written(self, changes: Changes) -> None:
        self.look()
        if changes.touched:
            self._arm(wrote=True)

    def _came_or_went(self) -> None:
        """A laptop beside this one has come, gone, or brought something."""
        self._tasks.share(lambda engine: engine.beside(), self._counted, asks=False)

    def _counted(self, beside: int) -> None:
        more = beside > self.beside
        self.beside = beside
        self.met = self.met if beside else ()
        if more:
            self._schedule.network_up(self.now_ms())
            self._arm()
        elif self.hub is not None:
            self._arm(wrote=True)  # what was brought is carried on to the hub
        self.changed.emit()
        self.look()
        self.arrived.emit()

    def _told(self, state: ShareState) -> None:
        if self.coming.known(state.coming) and not self.under_way:
            self._schedule.network_up(self.now_ms())  # just joined: nobody waits for quiet
            self._arm()
        self.known = True
        self.hub = state.hub
        self.waiting = state.waiting
        self.last_shared_ms = state.last_shared_ms
        self.problem = state.problem
        self.clock_off_ms = state.clock_off_ms
        self.told_out = state.told_out
        if state.beside is not None and state.beside < self.beside:  # of who comes it is told otherwise
            self.beside = state.beside
            self.met = self.met if self.beside else ()
        self._signals.shared.emit(state)
        self.changed.emit()

    def _shared(self, done: Shared) -> None:
        self.under_way, by_hand, self._by_hand = False, self._by_hand, False
        if done.error is None:
            self._schedule.succeeded(self.now_ms())
            if done.state.waiting > self._left:  # it came while this went on; what is stuck is not tried for ever
                self._schedule.wrote(self.now_ms())
            self._left = done.state.waiting
        else:
            if self.coming.moved():
                self._schedule.failures = 0  # the line brings something each time
            self._schedule.failed(self.now_ms(), seconds_to_wait(done.error))
            _tell_lasting(self._signals, self._tasks, done.error, self.now if by_hand else None)
        self._arm()
        self.met = done.met
        self._told(done.state)
        self._said = _say_new(self._signals, done.told, self._said)
        if done.received:
            self.arrived.emit()

    def _failed(self, error: CircleError) -> None:
        self.under_way, by_hand, self._by_hand = False, self._by_hand, False
        self.problem = error
        _tell_lasting(self._signals, self._tasks, error, self.now if by_hand else None)
        self._schedule.failed(self.now_ms(), seconds_to_wait(error))
        self._arm()
        self.changed.emit()
        self.look()

    def _watch_network(self) -> None:
        """Hear of the network from now on: what that takes is loaded where there is somebody to share with."""
        if not self._watches and QNetworkInformation.loadDefaultBackend():
            self._watches = True
            information = QNetworkInformation.instance()
            information.reachabilityChanged.connect(self._reachable)
            information.isMeteredChanged.connect(self.changed.emit)

    def _reachable(self, reachability: QNetworkInformation.Reachability) -> None:
        if reachability == QNetworkInformation.Reachability.Online:
            self._schedule.network_up(self.now_ms())
            self._arm()


def say_as_before(sharing: Sharing, before: Sharing) -> None:
    """Say what was last known of the same circle until it is read again: its window is made anew."""
    for name in _TOLD:
        setattr(sharing, name, getattr(before, name))
    sharing.changed.emit()


def _tell_lasting(signals: Signals, tasks: Tasks, error: CircleError, again: Callable[[], None] | None) -> None:
    """Tell what does not pass by itself: a file that has to be mended, a passphrase that somebody has to type.

    `again`: what goes on then, where somebody waits for it.
    """
    if error.code == "damaged_file":
        signals.failed.emit(error)
    elif error.code == CHANGED and again is not None:
        tasks.shut.emit(error, again, lambda: None)
    elif error.code == CHANGED:
        tasks.tell_shut(error)


def _say_new(signals: Signals, told: Sequence[Phrase], said: set[str]) -> set[str]:
    """Say what stood in the way and was not said before; return all that stands there now."""
    words = list(dict.fromkeys(map(text.phrase, told)))
    if new := [each for each in words if each not in said]:
        signals.said.emit(" ".join(new), b"")
    return set(words)


def _name(engine: Engine, device: bytes) -> str:
    found = engine.circle.reader.find_one("device", device)
    return str(found.get("name", "")) if found else ""
