"""One circle offered on the local network, and the laptops of the same circle that are beside this one.

Sharing with one of them is the engine's work (`Engine.share_beside`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Lock

from learningcircles.circle.circle import Circle
from learningcircles.circle.create import open_circle
from learningcircles.errors import CircleError, Unreachable
from learningcircles_sync.lan.answering import Answering
from learningcircles_sync.lan.finding import Address, Finders, Finding, by_multicast
from learningcircles_sync.lan.hello import SALT_BYTES, announcement, is_ours, lan_secret
from learningcircles_sync.lan.server import LanServer
from learningcircles_sync.outcome import Outcome, Round


class Lan:
    """Offers a circle until `stop`, which closes the circle too.

    `arrived` is called when a laptop has brought something, `changed` when one has come or gone; both from other
    threads.
    """

    def __init__(
        self,
        circle: Circle,
        *,
        arrived: Callable[[], None] = lambda: None,
        changed: Callable[[], None] = lambda: None,
        finders: Finders | None = by_multicast,
        host: str = "",
        port: int = 0,
    ) -> None:
        self._circle = circle
        self._secret = lan_secret(circle)
        self._changed = changed
        self._beside: dict[str, Address] = {}
        self._lock = Lock()
        self._server = LanServer(Answering(circle, arrived).answer, host, port)
        self._finder: Finding | None = None
        self._finders = finders

    @property
    def port(self) -> int:
        """The port at which this laptop answers."""
        return self._server.port

    def start(self) -> None:
        """Answer, announce and listen. Raises Refused without a network; it answers all the same then."""
        self._server.start()
        if self._finders is not None:
            random = self._circle.surroundings.random
            records = announcement(self._secret, random(SALT_BYTES))
            self._finder = self._finders(random(8).hex(), self.port, records, self._seen)
            self._finder.start()

    def addresses(self) -> list[Address]:
        """Return where laptops of the same circle answer now."""
        with self._lock:
            return sorted(set(self._beside.values()))

    def share_round(self, share: Callable[[str], Outcome]) -> Round:
        """Share by `share(url)` with each laptop beside this one; who does not answer is forgotten until it is back."""
        outcomes: list[Outcome] = []
        problems: list[CircleError] = []
        for address in self.addresses():
            try:
                outcomes.append(share(address.url))
            except CircleError as error:
                problems.append(error)
                if isinstance(error, Unreachable):
                    self.forget(address)
        return Round(tuple(outcomes), tuple(problems))

    def forget(self, address: Address) -> None:
        """Forget a laptop that does not answer: it went without a word. It is known again when it announces itself."""
        with self._lock:
            self._beside = {name: each for name, each in self._beside.items() if each != address}

    def stop(self) -> None:
        """Announce nothing more, finish what is being answered, close the circle."""
        if self._finder is not None:
            self._finder.stop()
        self._server.stop()
        self._circle.close()

    def _seen(self, name: str, where: tuple[str, int] | None, records: Mapping[str, str]) -> None:
        ours = where is not None and is_ours(self._secret, records)
        with self._lock:
            before = self._beside.get(name)
            if ours and where is not None:
                self._beside[name] = Address(*where)
            else:
                self._beside.pop(name, None)
            moved = before != self._beside.get(name)
        if moved:
            self._changed()


def offer(
    circle: Circle,
    *,
    arrived: Callable[[], None] = lambda: None,
    changed: Callable[[], None] = lambda: None,
    finders: Finders | None = None,
    port: int = 0,
) -> Lan:
    """Offer a circle that is open already, through a second opening of its file; raises as `Lan.start`."""
    own = open_circle(circle.path, circle.secrets, circle.surroundings, circle.mark, circle.keyring)
    lan = Lan(own, arrived=arrived, changed=changed, finders=finders or by_multicast, port=port)
    try:
        lan.start()
    except BaseException:
        lan.stop()
        raise
    return lan
