"""Two laptops beside each other, without hub or internet: over real sockets, found through a finder that tests hold."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from sync_region import Region, add_member, hashes, invite_to, names

from learningcircles.circle import create
from learningcircles.errors import CircleError, NotAllowed, Refused, Unreachable
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.rights import revoke
from learningcircles_sync.dial import over_http
from learningcircles_sync.engine import Engine
from learningcircles_sync.lan import server
from learningcircles_sync.lan.beside import Lan
from learningcircles_sync.lan.hello import Hello, announcement, hello, is_ours, lan_secret
from learningcircles_sync.named import may_lead_to_end
from learningcircles_sync.protocol import MEDIA_TYPE, pack

Opener = Callable[[Engine], Lan]


@pytest.fixture
def region(tmp_path: Path) -> Region:
    region = Region(tmp_path)
    region.transports = over_http  # this region's laptops reach each other alone
    return region


def url(lan: Lan) -> str:
    return f"http://127.0.0.1:{lan.port}"


def by_stick(region: Region, founder: Engine, person: str, right: str = "organizer") -> Engine:
    """Join from a stick, as where there has never been a network."""
    stick = region.folder / f"{person}.bundle"
    invited = invite_to(founder, right)
    founder.write_bundle(stick)
    return region.join(invited, person, stick)


def test_two_laptops_share_everything_without_a_hub(region: Region, offered: Opener) -> None:
    pilar = region.found(admitted=False)
    amina = by_stick(region, pilar, "Amina")
    add_member(pilar, "João")
    add_member(amina, "Chidi")
    lan = offered(pilar)
    first = amina.share_beside(url(lan))
    assert first.sent >= 1 and first.received >= 1 and not first.obstacles
    assert hashes(pilar) == hashes(amina)
    assert amina.circle.roster.devices[amina.circle.secrets.device.id].index == 1, "who keeps the list has placed it"
    nothing = amina.share_beside(url(lan))
    assert (nothing.requests, nothing.sent, nothing.received) == (1, 0, 0)
    assert amina.state().waiting == 0 and amina.state().last_shared_ms is not None
    add_member(pilar, "Written while it was offered")
    assert amina.share_beside(url(lan)).received == 1
    assert hashes(pilar) == hashes(amina)


def test_a_laptop_that_the_other_one_never_heard_of_sends_the_roster_first(region: Region, offered: Opener) -> None:
    pilar = region.found(admitted=False)
    amina = by_stick(region, pilar, "Amina")
    chidi = by_stick(region, pilar, "Chidi")
    chidi.share_beside(url(offered(pilar)))
    add_member(chidi, "João")
    assert chidi.circle.secrets.device.id not in amina.circle.roster.devices
    chidi.share_beside(url(offered(amina)))
    assert chidi.circle.secrets.device.id in load(amina)
    assert "João" in names(amina)


def test_who_asks_learns_of_a_laptop_that_it_never_heard_of(region: Region, offered: Opener) -> None:
    pilar = region.found(admitted=False)
    amina = by_stick(region, pilar, "Amina")
    chidi = by_stick(region, pilar, "Chidi")
    chidi.share_beside(url(offered(pilar)))
    add_member(amina, "João")
    amina.share_beside(url(offered(chidi)))
    assert "João" in names(chidi) and "Chidi" in names(amina)


def test_nothing_is_awaited_of_a_laptop_that_the_list_in_use_does_not_name(region: Region) -> None:
    """It may be another list than the one by which a push was judged: another thread has taken one in meanwhile."""
    assert not may_lead_to_end(region.found(admitted=False).circle.roster, (1, bytes(16), 1))


def test_a_revoked_laptop_gets_and_gives_nothing(region: Region, offered: Opener) -> None:
    pilar = region.found(admitted=False)
    amina = by_stick(region, pilar, "Amina")
    amina.share_beside(url(offered(pilar)))
    theirs = offered(amina)
    pilar.circle.follow()
    revoke(pilar.circle, amina.circle.secrets.device.id)
    add_member(pilar, "After the laptop was stolen")
    with pytest.raises(NotAllowed):
        amina.share_beside(url(offered(pilar)))
    with pytest.raises(NotAllowed, match="no longer"):
        pilar.share_beside(url(theirs))
    assert "After the laptop was stolen" not in names(amina)


def test_another_circle_is_turned_away_without_learning_whose_it_is(region: Region, offered: Opener) -> None:
    pilar, stranger = region.found(admitted=False), region.found(admitted=False)
    with pytest.raises(NotAllowed, match="another circle"):
        stranger.share_beside(url(offered(pilar)))


def test_a_laptop_that_shows_another_key_is_not_believed(region: Region, offered: Opener) -> None:
    pilar = region.found(admitted=False)
    amina = by_stick(region, pilar, "Amina")
    lan = offered(pilar)
    amina.share_beside(url(lan))
    add_member(amina, "João")

    class Liar:
        """Somebody in between who answers with the greeting of a laptop that it is not."""

        def __init__(self, address: str) -> None:
            self._real = over_http(address, None)

        def post(self, path: str, body: bytes) -> bytes:
            answer = self._real.post(path, body)
            return answer[:-3] + bytes([answer[-3] ^ 1]) + answer[-2:]

        def get(self, path: str) -> bytes:
            return self._real.get(path)

        def close(self) -> None:
            self._real.close()

    amina._transports = lambda address, _: Liar(address)
    with pytest.raises(Unreachable, match="beside"):
        amina.share_beside(url(lan))
    assert "João" not in names(pilar)


def test_what_is_announced_says_nothing_to_strangers(region: Region) -> None:
    pilar = region.found(admitted=False)
    amina = by_stick(region, pilar, "Amina")
    other = region.found(admitted=False)
    records = announcement(lan_secret(pilar.circle), b"s" * 16)
    again = announcement(lan_secret(pilar.circle), b"t" * 16)
    assert set(records) == {"v", "s", "t"} and records["t"] != again["t"]
    text = "".join(records.values())
    for secret in (pilar.circle.id, pilar.circle.secrets.device.id, lan_secret(pilar.circle)):
        assert secret.hex()[:8] not in text
    assert is_ours(lan_secret(amina.circle), records)
    assert not is_ours(lan_secret(other.circle), records)
    for strange in ({}, {"s": "zz", "t": "q"}, {"s": "", "t": ""}, {**records, "t": records["t"][:-2]}):
        assert not is_ours(lan_secret(pilar.circle), strange)


def test_the_small_server_survives_strangers(region: Region, offered: Opener) -> None:
    pilar = region.found(admitted=False)
    lan = offered(pilar)
    heads = f"Content-Type: {MEDIA_TYPE}\r\nContent-Length: "
    for raw in (
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET /v1/hub HTTP/1.1\r\n\r\n",
        b"POST /v1/hello HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc",
        f"POST /v1/hello HTTP/1.1\r\n{heads}99999999\r\n\r\nabc".encode(),
        f"POST /v1/hello HTTP/1.1\r\n{heads}-3\r\n\r\nabc".encode(),
        f"POST /v1/hello HTTP/1.1\r\n{heads}3\r\n\r\nabc".encode(),
        f"POST /v1/admit HTTP/1.1\r\n{heads}3\r\n\r\nabc".encode(),
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\r\n\r\n",
    ):
        with socket.create_connection(("127.0.0.1", lan.port), timeout=10) as line:
            line.sendall(raw)
            line.shutdown(socket.SHUT_WR)
            got = b""
            while chunk := line.recv(4096):
                got += chunk
            assert pilar.circle.id not in got and b"Python" not in got
            assert b" 200 " not in got.split(b"\r\n")[0]
    amina = by_stick(region, pilar, "Amina")
    assert amina.share_beside(url(lan)).received >= 0


@pytest.mark.parametrize("begun", [b"POST /v1/sync HTT", b"POST /v1/sync HTTP/1.1\r\nX-A: ", b"body"])
def test_a_request_that_comes_drop_by_drop_is_given_up(
    region: Region, offered: Opener, monkeypatch: pytest.MonkeyPatch, begun: bytes
) -> None:
    monkeypatch.setattr(server, "REQUEST_S", 0.3)
    lan = offered(region.found(admitted=False))
    if begun == b"body":
        begun = f"POST /v1/sync HTTP/1.1\r\nContent-Type: {MEDIA_TYPE}\r\nContent-Length: 90000\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", lan.port), timeout=0.05) as line:
        line.sendall(begun)
        drops = 0
        while drops < 400:  # 20 s: far beyond the deadline, and each drop comes in time
            try:
                if line.recv(100) == b"":
                    break
            except TimeoutError:
                drops += 1
                line.sendall(b"x")
            except ConnectionError:
                break
    assert 0 < drops < 100


def test_a_hello_of_strangers_is_refused(region: Region, offered: Opener) -> None:
    pilar = region.found(admitted=False)
    lan = offered(pilar)
    transport = over_http(url(lan), None)
    good = hello(lan_secret(pilar.circle), b"s" * 16)
    for message in (Hello(b"s" * 16, bytes(16)), Hello(b"r" * 16, good.tag)):
        answer = transport.post("/v1/hello", pack(message))
        assert pilar.circle.secrets.device.id not in answer
    assert pilar.circle.secrets.device.id in transport.post("/v1/hello", pack(good))
    transport.close()


def test_laptops_that_come_and_go_are_known_by_where_they_answer(region: Region) -> None:
    pilar = region.found(admitted=False)
    told: list[int] = []
    seen: list[Callable[[str, tuple[str, int] | None, Mapping[str, str]], None]] = []

    class Finder:
        """Keeps what it is told to call."""

        def start(self) -> None: ...

        def stop(self) -> None: ...

    def finders(name: str, port: int, records: Mapping[str, str], call: object) -> Finder:
        assert port > 0 and is_ours(lan_secret(pilar.circle), records)
        seen.append(call)
        return Finder()

    mine = pilar.circle
    circle = create.open_circle(mine.path, mine.secrets, mine.surroundings, mine.mark)
    lan = Lan(circle, changed=lambda: told.append(1), finders=finders, host="127.0.0.1")
    lan.start()
    ours = announcement(lan_secret(mine), b"s" * 16)
    seen[0]("x", ("192.0.2.7", 4000), ours)
    seen[0]("x", ("192.0.2.7", 4000), ours)
    seen[0]("y", ("192.0.2.8", 4000), {"v": "1", "s": "00" * 16, "t": "00" * 16})
    assert [each.url for each in lan.addresses()] == ["http://192.0.2.7:4000"] and len(told) == 1
    seen[0]("x", None, {})
    assert lan.addresses() == [] and len(told) == 2
    lan.stop()


def test_without_the_extra_the_rest_goes_on(region: Region, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zeroconf", None)
    monkeypatch.delitem(sys.modules, "learningcircles_sync.lan.find", raising=False)
    pilar = region.found(admitted=False)
    with pytest.raises(Refused, match="without what it needs"):
        pilar.offer(lambda: None)
    assert pilar.beside() == 0 and pilar.share_round().outcomes == ()
    add_member(pilar, "João")


def test_a_laptop_that_goes_without_a_word_is_forgotten(region: Region) -> None:
    pilar = region.found(admitted=False)
    amina = by_stick(region, pilar, "Amina")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    found: list[Callable[..., None]] = []

    class Finder:
        """Keeps what it is told to call."""

        def start(self) -> None: ...

        def stop(self) -> None: ...

    def finders(name: str, own: int, records: Mapping[str, str], call: Callable[..., None]) -> Finder:
        found.append(call)
        return Finder()

    amina.offer(lambda: None, finders=finders)
    found[0]("gone", ("127.0.0.1", port), announcement(lan_secret(pilar.circle), b"s" * 16))
    assert amina.beside() == 1
    (problem,) = amina.share_round().problems
    assert problem.code == "nobody_beside" and amina.beside() == 0
    amina.stop_offering()


def test_who_was_shut_out_is_nobody_to_share_with(region: Region) -> None:
    pilar = region.found(admitted=False)
    amina = by_stick(region, pilar, "Amina")
    amina.write_bundle(region.folder / "back")
    pilar.read_bundle(region.folder / "back")
    found: list[Callable[..., None]] = []

    class Finder:
        """Keeps what it is told to call."""

        def start(self) -> None: ...

        def stop(self) -> None: ...

    def finders(name: str, own: int, records: Mapping[str, str], call: Callable[..., None]) -> Finder:
        found.append(call)
        return Finder()

    pilar.offer(lambda: None, finders=finders)
    found[0]("amina", ("127.0.0.1", 4000), announcement(lan_secret(amina.circle), b"s" * 16))
    assert pilar.beside() == 1
    revoke(pilar.circle, amina.circle.secrets.device.id)
    assert pilar.beside() == 0
    invite_to(pilar)
    assert pilar.beside() == 1, "whoever is invited may be beside it"
    pilar.stop_offering()


def load(engine: Engine) -> set[bytes]:
    return set(engine.circle.rosters.load().devices)


def test_nobody_there_is_one_plain_sentence(region: Region, offered: Opener) -> None:
    pilar = region.found(admitted=False)
    amina = by_stick(region, pilar, "Amina")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(CircleError, match="does not answer"):
        amina.share_beside(f"http://127.0.0.1:{port}")


def test_who_is_visited_hears_of_erasures_before_giving_what_nobody_has(region: Region, offered: Opener) -> None:
    pilar = region.found(admitted=False)
    amina = by_stick(region, pilar, "Amina")
    gone = add_member(pilar, "Zed Zorro")
    amina.share_beside(url(offered(pilar)))
    kid = add_member(amina, "Kid", notes="Child of Zed Zorro")
    erase(pilar.verbs, gone)
    pilar.share_beside(url(offered(amina)))
    assert [engine.verbs.reader.get("member", kid)["notes"] for engine in (pilar, amina)] == ["Child of …"] * 2
    assert len(pilar.circle.roster.state.redactions.entries) == 1, "nothing came that had to be erased again"


def test_who_keeps_the_list_takes_an_erasure_that_waits_for_it_before_giving_what_nobody_has(
    region: Region, offered: Opener
) -> None:
    pilar = region.found(admitted=False)
    amina = by_stick(region, pilar, "Amina")
    gone = add_member(pilar, "Zed Zorro")
    amina.share_beside(url(offered(pilar)))
    kid = add_member(pilar, "Kid", notes="Child of Zed Zorro")
    assert not erase(amina.verbs, gone).done
    amina.share_beside(url(offered(pilar)))
    assert [engine.verbs.reader.get("member", kid)["notes"] for engine in (pilar, amina)] == ["Child of …"] * 2
    assert len(amina.circle.roster.state.redactions.entries) == 1, "nothing came that had to be erased again"


def test_a_new_laptop_is_let_in_by_one_that_is_behind_on_the_list(region: Region, offered: Opener) -> None:
    pilar = region.found(admitted=False)
    amina = by_stick(region, pilar, "Amina")
    amina.share_beside(url(offered(pilar)))
    chidi = by_stick(region, pilar, "Chidi")
    add_member(chidi, "João")
    me = chidi.circle.secrets.device.id
    assert chidi.circle.roster.devices[me].index is None and len(amina.circle.roster.placed) < len(
        chidi.circle.roster.placed
    ), "it waits for its place, and the other one has not heard of its invitation"
    chidi.share_beside(url(offered(amina)))
    assert me in load(amina) and "João" in names(amina)
