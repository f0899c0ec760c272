"""When this circle is shared, and how that stands: after five seconds of quiet, when a network comes up, every
fifteen minutes, and on the button. The work itself is done by the engine on a thread of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QNetworkInformation

from learningcircles.circle.changes import Changes
from learningcircles.errors import CircleError
from learningcircles.surroundings import Surroundings
from learningcircles_sync.outcome import Outcome, ShareState
from learningcircles_sync.schedule import Schedule
from learningcircles_ui.signals import Signals
from learningcircles_ui.tasks import Tasks

_LEAST_MS = 500


class Sharing(QObject):
    """The state of sharing, as the engine last told it. `changed` when it did; `arrived` when others' work came in."""

    changed = Signal()
    arrived = Signal()

    def __init__(
        self, tasks: Tasks, signals: Signals, surroundings: Surroundings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._signals = signals
        self.now_ms = surroundings.now_ms
        self._schedule = Schedule(surroundings.random)
        self.hub: str | None = None
        self.waiting = 0
        self.last_shared_ms: int | None = None
        self.problem: CircleError | None = None
        self.under_way = False
        self.clock_off_ms = 0
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._time)
        signals.changed.connect(self._written)
        self._network_up()

    def start(self) -> None:
        """Read how things stand, and share soon."""
        self._schedule.wrote(self.now_ms())
        self._arm()
        self.look()

    def stop(self) -> None:
        """Share no more by itself."""
        self._due.stop()

    def look(self) -> None:
        """Read how things stand, without a network."""
        self._tasks.share(lambda engine: engine.state(), self._told)

    def now(self) -> None:
        """Share now."""
        self._schedule.asked(self.now_ms())
        self._share()

    def _share(self) -> None:
        if self.under_way:
            return
        self._due.stop()
        self.under_way = True
        self.changed.emit()
        self._tasks.share(lambda engine: (engine.share(), engine.state()), self._shared, self._failed)

    def _time(self) -> None:
        if self.hub is not None and self._schedule.due(self.now_ms()):
            self._share()
        else:
            self._arm()

    def _arm(self) -> None:
        self._due.start(max(self._schedule.wait(self.now_ms()), _LEAST_MS))

    def _written(self, changes: Changes) -> None:
        self.look()
        if changes.touched:
            self._schedule.wrote(self.now_ms())
            self._arm()

    def _told(self, state: ShareState) -> None:
        self.hub = state.hub
        self.waiting = state.waiting
        self.last_shared_ms = state.last_shared_ms
        self.problem = state.problem
        self.clock_off_ms = state.clock_off_ms
        self._signals.shared.emit(state)
        self.changed.emit()

    def _shared(self, answer: tuple[Outcome, ShareState]) -> None:
        outcome, state = answer
        self.under_way = False
        self._schedule.succeeded(self.now_ms())
        self._arm()
        self._told(state)
        if outcome.received:
            self.arrived.emit()

    def _failed(self, error: CircleError) -> None:
        self.under_way = False
        self.problem = error
        self._schedule.failed(self.now_ms())
        self._arm()
        self.changed.emit()
        self.look()

    def _network_up(self) -> None:
        if QNetworkInformation.loadDefaultBackend():
            QNetworkInformation.instance().reachabilityChanged.connect(self._reachable)

    def _reachable(self, reachability: QNetworkInformation.Reachability) -> None:
        if reachability == QNetworkInformation.Reachability.Online:
            self._schedule.network_up(self.now_ms())
            self._arm()
