"""Joining through a laptop of the circle on the same network: no hub, or one that is away. Over real sockets."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from sync_region import URL, Region, add_member, hashes, invite_to

from learningcircles.errors import NotAllowed, Refused, Unreachable
from learningcircles.laptop import inviting
from learningcircles.trust.invitation import Invitation
from learningcircles_sync import protocol
from learningcircles_sync.dial import over_http
from learningcircles_sync.engine import Engine
from learningcircles_sync.entering import Joined, Looking, join, join_beside
from learningcircles_sync.lan.answering import Answering
from learningcircles_sync.lan.beside import Lan
from learningcircles_sync.lan.finding import Finding, Seen
from learningcircles_sync.lan.hello import KNOCK_PATH, Greeting, check_knock, knock
from learningcircles_sync.line import Transport
from learningcircles_sync.request_auth import read_reply, sign_reply
from learningcircles_sync.serve import Answer

Opener = Callable[[Engine], Lan]


@pytest.fixture
def region(tmp_path: Path) -> Region:
    """A region whose hub answers while it is reachable, and whose laptops reach each other over HTTP."""
    region = Region(tmp_path)
    to_hub = region.transports

    def transports(url: str, fingerprint: bytes | None) -> Transport:
        return to_hub(url, fingerprint) if url == URL else over_http(url, fingerprint)

    region.transports = transports
    return region


def looking(*ports: int) -> Looking:
    """Hear of laptops on loopback at these ports, and of no others."""

    class Heard:
        """Tells what it was given."""

        def __init__(self, seen: Seen) -> None:
            self._seen = seen

        def start(self) -> None:
            for port in ports:
                self._seen(f"at {port}", ("127.0.0.1", port), {})

        def stop(self) -> None: ...

    def listen(seen: Seen) -> Finding:
        return Heard(seen)

    return Looking(listen, seconds=5 if ports else 0.01)


def entered(region: Region, invitation: Invitation, person: str, heard: Looking) -> Joined:
    home, world = region.home()
    try:
        return join(home, invitation, person, f"{person}'s laptop", world, region.transports, heard)
    except Refused:
        assert not list(home.folder.glob("*.circle*")), "nothing is left behind"
        raise


def engine(region: Region, joined: Joined) -> Engine:
    """Return the engine of who has just joined, once it has shared with the laptop that let it in."""
    home, world = region.home()
    made = region.engine(home, joined.circle, world)
    made.share_beside(joined.beside)
    return made


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def test_a_laptop_beside_lets_one_in_where_there_is_no_hub(region: Region, offered: Opener) -> None:
    pilar, stranger = region.found(admitted=False), region.found(admitted=False)
    add_member(pilar, "João")
    invitation = invite_to(pilar)
    assert invitation.hub == ""
    heard = looking(closed_port(), offered(stranger).port, offered(pilar).port)
    joined = entered(region, invitation, "Amina", heard)
    assert joined.beside
    amina = engine(region, joined)
    assert amina.circle.roster.devices[amina.circle.secrets.device.id].index == 1, "who keeps the list has placed it"
    assert hashes(pilar) == hashes(amina)
    add_member(amina, "Chidi")
    amina.share_beside(joined.beside)
    assert hashes(pilar) == hashes(amina)


def test_a_laptop_beside_lets_one_in_while_the_hub_is_away(region: Region, offered: Opener) -> None:
    pilar = region.found()
    invitation = invite_to(pilar)
    pilar.share()
    region.reachable = False
    amina = engine(region, entered(region, invitation, "Amina", looking(offered(pilar).port)))
    add_member(amina, "João")
    assert amina.circle.roster.devices[amina.circle.secrets.device.id].provisional
    with pytest.raises(Unreachable):
        amina.share()
    region.reachable = True
    for each in (amina, pilar, amina):
        each.share()
    assert amina.circle.roster.devices[amina.circle.secrets.device.id].index == 1, "the hub has placed it"
    assert hashes(pilar) == hashes(amina)


def test_who_was_heard_of_in_time_is_asked_however_long_that_and_the_others_took(
    region: Region, offered: Opener
) -> None:
    """A machine that stood still for a moment, or a first laptop that does not answer."""
    pilar, stranger = region.found(admitted=False), region.found(admitted=False)
    invitation, passed, quick = invite_to(pilar), [0.0], region.transports
    ports = offered(stranger).port, offered(pilar).port

    def slow(url: str, fingerprint: bytes | None) -> Transport:
        passed[0] += 60
        return quick(url, fingerprint)

    def listen(seen: Seen) -> Finding:
        passed[0] += 60
        return looking(*ports).listen(seen)

    region.transports = slow
    joined = entered(region, invitation, "Amina", Looking(listen, 5, lambda: passed[0]))
    assert joined.beside.endswith(f":{ports[1]}")


def test_the_hub_comes_first(region: Region, offered: Opener) -> None:
    pilar = region.found()
    invitation = invite_to(pilar)
    pilar.share()
    assert entered(region, invitation, "Amina", looking(offered(pilar).port)).beside == ""


def test_nobody_beside_knows_the_invitation(region: Region, offered: Opener) -> None:
    pilar, stranger = region.found(admitted=False), region.found(admitted=False)
    used, cancelled = invite_to(pilar), invite_to(pilar)
    lan = offered(pilar)
    engine(region, entered(region, used, "Amina", looking(lan.port)))
    inviting.cancel(pilar.circle, cancelled.id)
    lapsed = invite_to(pilar)
    others = [invite_to(stranger), lapsed._replace(seed=bytes(16)), used, cancelled]
    for invitation in others:
        with pytest.raises(Refused, match="no laptop beside this one knows it"):
            entered(region, invitation, "Bo", Looking(looking(lan.port).listen, seconds=0.3))
    region.clock.ms += 40 * 24 * 3600 * 1000
    with pytest.raises(Refused, match="no laptop beside"):
        entered(region, lapsed, "Bo", Looking(looking(lan.port).listen, seconds=0.3))


def test_where_nobody_is_found_the_hub_is_named(region: Region) -> None:
    pilar = region.found()
    invitation = invite_to(pilar)
    pilar.share()
    region.reachable = False
    with pytest.raises(Unreachable, match="hub"):
        entered(region, invitation, "Amina", looking())


def test_a_knock_shows_whose_it_is_to_who_knows_the_invitation_alone(region: Region) -> None:
    pilar = region.found(admitted=False)
    invitation, circle = invite_to(pilar), pilar.circle
    doors = list(circle.roster.invites.values())
    good = knock(invitation, b"s" * 16)
    check_knock(circle.id, doors, good)
    again = knock(invitation, b"t" * 16)
    assert invitation.id not in protocol.pack(good) and circle.id not in protocol.pack(good)
    assert good.tag != again.tag
    forged = (
        knock(invitation._replace(seed=bytes(16)), b"s" * 16),
        good.__class__(b"t" * 16, good.tag, good.signature),
        good.__class__(good.salt, good.tag, again.signature),
        good.__class__(again.salt, again.tag, good.signature),
    )
    for message in forged:
        with pytest.raises(NotAllowed):
            check_knock(circle.id, doors, message)
    with pytest.raises(NotAllowed):
        check_knock(bytes(16), doors, good)


def test_a_laptop_that_stands_in_no_list_is_not_believed(region: Region) -> None:
    """Somebody in between who answers for the laptop of the circle, under a key of its own."""
    pilar = region.found(admitted=False)
    invitation = invite_to(pilar)
    true = Answering(pilar.circle, lambda: None)

    class Between:
        """Passes everything on, but says that another device answers."""

        def post(self, path: str, body: bytes) -> bytes:
            answer: Answer = true.answer("POST", path, body)
            if path != KNOCK_PATH:
                return answer.body
            reply = read_reply(answer.body, body, None)
            greeting = protocol.unpack(reply.body, Greeting)
            other = Greeting(b"x" * 16, greeting.key, greeting.roster_head, greeting.time)
            own = pilar.circle.secrets.device.sign
            return sign_reply(own, body, True, protocol.pack(other))

        def get(self, path: str) -> bytes:
            raise AssertionError(path)

        def close(self) -> None: ...

    home, world = region.home()
    with pytest.raises(Unreachable, match="beside"):
        join_beside(home, invitation, "Amina", "Red", world, "http://between", lambda url, pin: Between())
    assert not list(home.folder.glob("*.circle*"))
