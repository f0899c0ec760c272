"""Joining over whatever network there is: the hub that the invitation names, or else a laptop of the circle beside.

A laptop beside is asked like a hub, once it has been found: every one that announces itself is knocked at, and only
one that knows the invitation answers. What it tells is judged as what a hub tells: the founding entry hashes to the
invitation's circle, and countersignatures lead from it to the answering laptop.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.errors import CircleError, NotAllowed, Refused, Unreachable
from learningcircles.laptop import joining
from learningcircles.laptop.home import Home
from learningcircles.surroundings import Surroundings
from learningcircles.trust.invitation import Invitation
from learningcircles.trust.roster import Roster
from learningcircles_sync.dial import Transports, over_http
from learningcircles_sync.joining import Gathered, gather, join_from_hub, join_gathered
from learningcircles_sync.lan.finding import Address, Listeners, only_listening
from learningcircles_sync.lan.hello import SALT_BYTES, Greeting
from learningcircles_sync.lan.visiting import check_in_roster, knock_at
from learningcircles_sync.line import Line

LOOK_S = 8.0
"""How long laptops beside this one are waited for."""
_FINAL = ("invitation_used", "invitation_cancelled", "invitation_expired")


@dataclass(frozen=True)
class Looking:
    """How laptops beside this one are found: `listen` tells of them for `seconds`. Who was heard of by then is asked,
    however long the ones before took.
    """

    listen: Listeners = only_listening
    seconds: float = LOOK_S
    monotonic: Callable[[], float] = time.monotonic

    def addresses(self) -> Iterator[Address]:
        """Yield each address once, as it is heard of. Raises Refused without the `lan` extra or without a network."""
        heard: SimpleQueue[Address] = SimpleQueue()
        finding = self.listen(lambda name, where, records: heard.put(Address(*where)) if where else None)
        until = self.monotonic() + self.seconds
        known: set[Address] = set()

        def fresh(address: Address) -> Iterator[Address]:
            if address not in known:
                known.add(address)
                yield address

        try:
            finding.start()
            while (left := until - self.monotonic()) > 0:
                with suppress(Empty):
                    yield from fresh(heard.get(timeout=left))
        finally:
            finding.stop()
        while not heard.empty():
            yield from fresh(heard.get_nowait())


class Joined(NamedTuple):
    """A circle that was joined, and the address of the laptop beside that let it in; empty where its hub did."""

    circle: Circle
    beside: str = ""


def join(
    home: Home,
    invitation: Invitation,
    person: str,
    device: str,
    surroundings: Surroundings,
    transports: Transports = over_http,
    looking: Looking | None = None,
) -> Joined:
    """Join through the hub that the invitation names, or where there is none, or it is away, a laptop beside this one.

    Whoever calls shares next, with whom it was. Raises what `join_from_hub` raises, Refused("nobody_lets_in") where no
    hub is named and no laptop beside this one knows the invitation; nothing is left behind then.
    """
    try:
        return Joined(join_from_hub(home, invitation, person, device, surroundings, transports))
    except Refused as error:
        if looking is None or not (error.code == "no_hub_named" or isinstance(error, Unreachable)):
            raise
        away = error
    try:
        for address in looking.addresses():
            with suppress(Unreachable):
                found = join_beside(home, invitation, person, device, surroundings, address.url, transports)
                if found is not None:
                    return Joined(found, address.url)
    except Refused as error:
        if error.code not in ("no_lan", "no_network"):
            raise
        raise away from error
    if away.code != "no_hub_named":
        raise away
    raise Refused(
        "nobody_lets_in",
        "This invitation names no hub, and no laptop beside this one knows it. Open the circle there, on the same"
        " network, or join from a stick.",
    )


def join_beside(
    home: Home,
    invitation: Invitation,
    person: str,
    device: str,
    surroundings: Surroundings,
    url: str,
    transports: Transports = over_http,
) -> Circle | None:
    """Join through the laptop that answers at `url`; None where it does not know the invitation.

    Raises Unreachable where it does not answer as one of the circle, NotAllowed where it does not let anybody in by
    this invitation; nothing is left behind then.
    """
    joining.check_new(home, invitation.circle)
    with closing(transports(url, None)) as transport:
        try:
            greeting = knock_at(transport, invitation, surroundings.random(SALT_BYTES))
        except NotAllowed:
            return None
        line = Line(transport, greeting.key, invitation.id, invitation.sign, surroundings.now_ms)
        line.ahead_ms = greeting.time - surroundings.now_ms()
        gathered = _gathered(line, invitation, greeting)
    return join_gathered(home, invitation, person, device, gathered, surroundings)


def _gathered(line: Line, invitation: Invitation, greeting: Greeting) -> Gathered:
    try:
        gathered = gather(line, invitation.circle)
        check_in_roster(Roster.replay(gathered.placed, gathered.proposals, circle=invitation.circle), greeting)
    except CircleError as error:
        if error.code in _FINAL:
            raise
        raise Unreachable("nobody_beside", "The laptop beside this one does not answer.") from error
    return gathered
