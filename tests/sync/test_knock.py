"""What a request may make a receiver do before its signature holds, and what a stranger's may at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from msgspec import Struct
from sync_region import CODE, Region, add_member, invite_to

from learningcircles.codec import encode
from learningcircles.crypto.sign import SigningKey
from learningcircles.storage.exchange import Exchange
from learningcircles.trust import make
from learningcircles.trust.entry import NO_ENVELOPES, ZERO_ID, Body, Entry
from learningcircles.trust.members import device_id
from learningcircles.trust.roster import Roster
from learningcircles_sync import protocol
from learningcircles_sync.engine import Engine
from learningcircles_sync.knock import FIRST_PROPOSALS, introduced
from learningcircles_sync.lan.answering import Answering
from learningcircles_sync.protocol import ADMIT_PATH, CATALOGUE_PATH, JOIN_PATH, SYNC_PATH, Admit, Catalogue, Sync
from learningcircles_sync.request_auth import read_reply, sign_request
from learningcircles_sync.serve import Answer, Identity, Receiver

STRANGER = SigningKey(b"s" * 32)
NOBODY = b"n" * 16


def ask(region: Region, path: str, message: Struct, signer: bytes, key: SigningKey = STRANGER) -> Answer:
    data = sign_request(key, signer, region.key.public, path, region.clock.ms, protocol.pack(message))
    return region.receiver.answer("POST", path, data)


def revokes(engine: Engine, count: int, author: bytes) -> list[Entry]:
    circle, fields = engine.circle, {"device": bytes(16)}
    bodies = [
        Body(1, 1, circle.id, circle.roster.head, "revoke", author, tick, fields, NO_ENVELOPES) for tick in range(count)
    ]
    return [Entry(encode(list(body)), None, bytes(64)) for body in bodies]


def own_add(engine: Engine, author: bytes) -> tuple[bytes, Entry]:
    """Return a device of the stranger's key, and an `add` that it has made up for itself."""
    device = device_id(STRANGER.public, b"r" * 32)
    fields = {"sign": STRANGER.public, "receive": b"r" * 32}
    body = Body(1, 1, engine.circle.id, engine.circle.roster.head, "add", author, 1, fields, NO_ENVELOPES)
    return device, make.make_entry(body, None, STRANGER, STRANGER)


def sync(engine: Engine, proposals: Sequence[Entry] = ()) -> Sync:
    return Sync(engine.circle.id, engine.circle.roster.head, [], bytes(16), proposals=list(proposals))


@pytest.fixture
def no_replay(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return how to let any replay of a roster fail the test from now on."""

    def refused(*given: object, **more: object) -> Roster:
        raise AssertionError("a roster was replayed")

    return lambda: monkeypatch.setattr(Roster, "replay", refused)


@pytest.mark.parametrize("warm", [True, False])
def test_nothing_is_replayed_for_a_request_that_nobody_of_the_circle_signed(
    region: Region, no_replay: Callable[[], None], warm: bool
) -> None:
    pilar = region.found()
    organizer, invited = pilar.circle.secrets.device.id, invite_to(pilar)
    pilar.share()
    circle, roster = pilar.circle.id, list(pilar.circle.roster.placed)
    stranger, add = own_add(pilar, organizer)
    pilar.share()
    if not warm:
        region.receiver = Receiver(region.store, Identity(region.key), region.clock)
    no_replay()
    for path, message, signer, status in (
        (SYNC_PATH, sync(pilar, proposals=revokes(pilar, 500, organizer)), NOBODY, 403),
        (SYNC_PATH, sync(pilar, proposals=revokes(pilar, 500, organizer)), organizer, 401),
        (SYNC_PATH, sync(pilar, proposals=revokes(pilar, 9_000, organizer)), organizer, 400),
        (SYNC_PATH, Sync(circle, ZERO_ID, [], bytes(16), roster=roster), NOBODY, 403),
        (JOIN_PATH, sync(pilar), NOBODY, 403),
        (JOIN_PATH, sync(pilar), invited.id, 401),
        (CATALOGUE_PATH, Catalogue(circle), NOBODY, 403),
        (CATALOGUE_PATH, Catalogue(circle), organizer, 401),
        (ADMIT_PATH, Admit(CODE, circle, roster), NOBODY, 403),
        (ADMIT_PATH, Admit(CODE, circle, roster), organizer, 401),
    ):
        assert ask(region, path, message, signer).status == status, (path, signer)
    assert ask(region, SYNC_PATH, sync(pilar, proposals=[add]), stranger, STRANGER).status == 403


def test_a_code_is_looked_at_before_the_list_that_comes_with_it(region: Region, no_replay: Callable[[], None]) -> None:
    pilar = region.found(admitted=False)
    device = pilar.circle.secrets.device
    no_replay()
    message = Admit(b"wrong", pilar.circle.id, list(pilar.circle.roster.placed))
    assert ask(region, ADMIT_PATH, message, device.id, device.sign).status == 403


def test_of_a_stranger_that_was_invited_only_a_few_entries_are_judged(region: Region) -> None:
    pilar = region.found()
    organizer = pilar.circle.secrets.device.id
    invited = invite_to(pilar)
    pilar.share()
    amina = region.join(invited, "Amina")
    me = amina.circle.secrets.device.id
    (add,) = amina.circle.roster.proposals
    message = sync(amina, proposals=[*revokes(amina, 500, organizer), *revokes(amina, 100, me), add])
    judged = introduced(pilar.circle.roster, message, me)
    assert add in judged.proposals and len(judged.proposals) == FIRST_PROPOSALS + 1
    assert introduced(amina.circle.roster, message, me) is message, "who is in the list is heard out"


def test_a_laptop_beside_does_nothing_for_a_stranger(region: Region) -> None:
    pilar = region.found()
    add_member(pilar, "Amina")
    answering = Answering(pilar.circle, lambda: None)
    before = Exchange(pilar.circle).have()
    key = pilar.circle.secrets.device.sign.public
    for signer in (NOBODY, pilar.circle.secrets.device.id):
        data = sign_request(STRANGER, signer, key, SYNC_PATH, region.clock.ms, protocol.pack(sync(pilar)))
        assert answering.answer("POST", SYNC_PATH, data).status in (401, 403)
    assert Exchange(pilar.circle).have() == before, "what was open is not closed by whoever knocks"


def test_nobody_learns_from_a_laptop_beside_of_which_circle_it_is(region: Region) -> None:
    pilar, stranger = region.found(), region.found(admitted=False)
    key = pilar.circle.secrets.device.sign.public
    answering = Answering(pilar.circle, lambda: None)
    for path in (SYNC_PATH, JOIN_PATH):
        told = set()
        for circle in (pilar.circle.id, stranger.circle.id, bytes(16)):
            message = Sync(circle, ZERO_ID, [], bytes(16))
            data = sign_request(STRANGER, NOBODY, key, path, region.clock.ms, protocol.pack(message))
            answer = answering.answer("POST", path, data)
            problem = protocol.unpack(read_reply(answer.body, data, None).body, protocol.Problem)
            told.add((answer.status, problem.code, problem.message))
        assert len(told) == 1, (path, told)
