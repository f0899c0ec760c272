"""The wire: what it weighs, and what becomes of damage, forgery and greed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import zstandard
from sync_region import URL, Region, add_member, invite_to

from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import CircleError, NotAllowed, Refused, Unreachable, Unreadable
from learningcircles.storage.exchange import Exchange
from learningcircles_sync import protocol
from learningcircles_sync.dial import Direct
from learningcircles_sync.line import Line
from learningcircles_sync.protocol import PLAIN_BYTES, SYNC_PATH, Page, Problem, Reply, Signed, Sync
from learningcircles_sync.request_auth import read_reply, read_request, sign_reply, sign_request
from learningcircles_sync.serve import Answer
from learningcircles_sync.session import Session

NOW = 1_800_000_000_000


def quiet(devices: int, seq: int) -> bytes:
    message = Sync(bytes(16), bytes(16), [[seq] * devices] * 3, bytes(16), bytes(8))
    return sign_request(SigningKey(b"k" * 32), bytes(16), bytes(32), SYNC_PATH, NOW, protocol.pack(message))


@pytest.mark.parametrize(("devices", "most"), [(2, 250), (50, 700)])
def test_nothing_new_weighs_little(devices: int, most: int) -> None:
    assert len(quiet(devices, 60_000)) <= most


def test_messages_come_back_as_they_were(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    add_member(amina, "Chidi")
    exchange = Exchange(amina.circle)
    exchange.close_tail()
    message = Session(exchange, {}).next()
    assert message is not None
    assert message.segments
    assert protocol.unpack(protocol.pack(message), Sync) == message


def test_a_small_frame_that_declares_gigabytes_is_refused_at_once() -> None:
    bomb = zstandard.ZstdCompressor().compress(bytes(64 * 1024 * 1024))
    assert len(bomb) < 10_000
    with pytest.raises(Unreadable):
        protocol.unpack(b"\x01" + bomb, Sync)


def test_exactly_the_cap_still_opens() -> None:
    plain = protocol.encode(Problem("code", "m", 1))
    assert protocol.unpack(b"\x01" + zstandard.ZstdCompressor().compress(plain), Problem).code == "code"
    assert PLAIN_BYTES > protocol.BODY_BYTES


def test_noise_is_never_anything_but_a_refusal(region: Region) -> None:
    pilar = region.found()
    message = Session(Exchange(pilar.circle), {}).next()
    assert message is not None
    device = pilar.circle.secrets.device
    good = sign_request(device.sign, device.id, region.key.public, SYNC_PATH, region.clock.ms, protocol.pack(message))
    draw = random.Random(7)
    for _ in range(400):
        noisy = bytearray(good)
        for _ in range(draw.randrange(1, 4)):
            noisy[draw.randrange(len(noisy))] = draw.randrange(256)
        if bytes(noisy) == good:
            continue
        answer = region.receiver.answer("POST", SYNC_PATH, bytes(noisy[: draw.randrange(1, len(noisy) + 1)]))
        assert 400 <= answer.status < 500
    for size in range(0, len(good), 7):
        assert 400 <= region.receiver.answer("POST", SYNC_PATH, good[:size]).status < 500


def test_a_request_serves_one_receiver_path_and_time(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    message = Session(Exchange(pilar.circle), {}).next()
    assert message is not None
    body = protocol.pack(message)
    device = pilar.circle.secrets.device

    def ask(receiver: bytes, path: str, time: int, signed_for: str = SYNC_PATH) -> str:
        request = sign_request(device.sign, device.id, receiver, signed_for, time, body)
        reply = protocol.decode(region.receiver.answer("POST", path, request).body, Reply)
        return "" if reply.ok else protocol.unpack(reply.body, Problem).code

    now = region.clock.ms
    assert ask(region.key.public, SYNC_PATH, now) == ""
    assert ask(b"x" * 32, SYNC_PATH, now) == "bad_signature"
    assert ask(region.key.public, SYNC_PATH, now, protocol.JOIN_PATH) == "bad_signature"
    assert ask(region.key.public, SYNC_PATH, now - 6 * 60_000) == "clock"
    assert ask(region.key.public, SYNC_PATH, now + 6 * 60_000) == "clock"
    assert ask(region.key.public, "/v1/elsewhere", now) == "no_such_page"


def test_a_stranger_and_a_wrong_key_are_refused(region: Region) -> None:
    pilar = region.found()
    stranger = SigningKey(b"s" * 32)
    message = Session(Exchange(pilar.circle), {}).next()
    assert message is not None
    for signer, code in ((pilar.circle.secrets.device.id, "bad_signature"), (bytes(16), "not_served")):
        line = Line(Direct(region.answer), region.key.public, signer, stranger, region.clock)
        with pytest.raises(NotAllowed) as caught:
            line.ask(SYNC_PATH, message, Page)
        assert caught.value.code == code


def test_an_answer_of_another_hub_is_not_believed(region: Region) -> None:
    pilar = region.found()
    message = Session(Exchange(pilar.circle), {}).next()
    assert message is not None
    device = pilar.circle.secrets.device
    request = sign_request(
        device.sign, device.id, region.key.public, SYNC_PATH, region.clock.ms, protocol.pack(message)
    )
    answer = region.receiver.answer("POST", SYNC_PATH, request).body
    assert read_reply(answer, request, region.key.public).ok
    with pytest.raises(Unreachable, match="not this circle's hub"):
        read_reply(answer, request, b"x" * 32)
    with pytest.raises(Unreachable, match="not this circle's hub"):
        read_reply(answer, request + b" ", region.key.public)


def test_a_sentence_with_braces_is_no_template(region: Region) -> None:
    pilar = region.found()
    body = protocol.pack(Problem("odd", "What {is} this? {0}", NOW))
    refusing = Direct(lambda method, path, request: Answer(400, sign_reply(region.key, request, False, body)))
    line = Line(refusing, region.key.public, bytes(16), pilar.circle.secrets.device.sign, region.clock)
    with pytest.raises(Refused, match="What {is} this"):
        line.ask(SYNC_PATH, Sync(bytes(16), bytes(16), [], bytes(16)), Page)


def test_a_forged_segment_is_rejected_and_the_others_go_through(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    add_member(amina, "Chidi")
    exchange = Exchange(amina.circle)
    exchange.close_tail()
    message = Session(exchange, exchange.peer_have(f"hub {region.key.public.hex()}")).next()
    assert message is not None
    assert message.segments
    real = message.segments[0]
    forged = real._replace(signature=bytes(64))
    damaged = real._replace(payload=b"x" * 300)
    message.segments = [forged, damaged, real]
    device = amina.circle.secrets.device
    line = Line(Direct(region.answer), region.key.public, device.id, device.sign, region.clock)
    page = line.ask(SYNC_PATH, message, Page)
    assert page.rejected == [(0, "signature"), (1, "malformed")]
    assert page.accepted == 1


def test_a_roster_of_another_circle_is_refused(region: Region) -> None:
    pilar, other = region.found(), region.found(admitted=False)
    message = Session(Exchange(pilar.circle), {}).next()
    assert message is not None
    message.roster = list(other.circle.roster.placed)
    device = pilar.circle.secrets.device
    line = Line(Direct(region.answer), region.key.public, device.id, device.sign, region.clock)
    with pytest.raises(Refused, match="belongs to another circle"):
        line.ask(SYNC_PATH, message, Page)
    pilar.share()


def test_only_the_holder_of_an_open_invitation_reads_by_join(region: Region) -> None:
    pilar = region.found()
    invitation = invite_to(pilar)
    pilar.share()
    question = Sync(pilar.circle.id, bytes(16), [], bytes(16))
    stranger = SigningKey(b"s" * 32)
    for signer, key in ((invitation.id, stranger), (bytes(16), stranger)):
        with pytest.raises(NotAllowed):
            Line(Direct(region.answer), region.key.public, signer, key, region.clock).ask(
                protocol.JOIN_PATH, question, Page
            )
    line = Line(Direct(region.answer), region.key.public, invitation.id, invitation.sign, region.clock)
    page = line.ask(protocol.JOIN_PATH, question, Page)
    assert [item.head for item in page.roster] == list(pilar.circle.roster.state.heads)
    assert len(page.segments) == len(Exchange(pilar.circle).after({}, 10**9))
    assert region.receiver.hub.url == URL


def test_the_catalogue_is_fetched_once_and_again_when_it_changes(region: Region) -> None:
    pilar = region.found()
    other = bytes(range(16))
    items = [
        protocol.Item(
            other,
            "Hillside",
            number.to_bytes(16, "big"),
            {"kind": "offer", "title": f"Offer {number}", "expires": "2027-06-01"},
        )
        for number in range(5_000)
    ]
    region.store.items = items
    assert pilar.share().requests == 4
    assert len(pilar.circle.reader.catalogue(today="2027-01-15")) == 5_000
    assert pilar.share().requests == 1
    region.store.items = items[:1]
    pilar.share()
    assert [item.body["title"] for item in pilar.circle.reader.catalogue("offer", today="2027-01-15")] == ["Offer 0"]


def test_signed_is_versioned() -> None:
    later = protocol.encode(Signed(2, bytes(16), NOW, bytes(64), b"\x00\x90"))
    with pytest.raises(CircleError, match="newer version"):
        read_request(later)
