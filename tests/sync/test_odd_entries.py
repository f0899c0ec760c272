"""Entries of the list that a program of one's own makes, too long or with numbers that no file holds, stop nobody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from disks import cloned
from erasing import hub_region
from sticks import carry
from sync_region import Region, add_member, me, name_set

from learningcircles.codec import encode
from learningcircles.errors import CircleError, Unreadable
from learningcircles.laptop import rights
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.founding import open_circle
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.trust.entry import ENTRY_LABEL, NO_ENVELOPES, Entry, read_body
from learningcircles.trust.make import DeviceKeys, propose
from learningcircles.trust.redact import MOST_AGAIN, again_in
from learningcircles_sync import answer, session
from learningcircles_sync.engine import Engine
from learningcircles_sync.lan.answering import Answering

BEYOND = [2**63, 2**64 - 1, -5]
ERASURES: dict[str, dict[str, Any]] = {
    "erased": {"erase": [[1, bytes(16), 2**63, bytes(32)]]},
    "restated": {"erase": [[1, bytes(16), 1, bytes(32)]], "restated": [[1, 2**63, bytes(32)]]},
    "space": {"erase": [[2**63, bytes(16), 1, bytes(32)]]},
    "before the first": {"erase": [[1, bytes(16), -5, bytes(32)]]},
    "seen": {"seen": [[1, bytes(16), 2**63]]},
}


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    """A region whose hub keeps its files on a disk."""
    yield from hub_region(tmp_path)


def entry_of(engine: Engine, kind: str, fields: dict[str, Any]) -> Entry:
    """Return an entry that this laptop's keys sign."""
    circle = engine.circle
    return propose(circle.roster, kind, me(engine), circle.secrets.device.sign, fields, circle.surroundings)


def all_go_on(*engines: Engine) -> None:
    add_member(engines[0], "Ana")
    for engine in engines * 2:
        engine.share()
    assert all("Ana" in name_set(engine) for engine in engines)


def three(region: Region) -> tuple[Engine, Engine, Engine]:
    """Return a founder, another organizer and who records."""
    pilar = region.found()
    engines = (pilar, region.laptop(pilar, "Bo"), region.laptop(pilar, "Dana", "recorder"))
    for engine in engines:
        engine.share()
    return engines


@pytest.mark.parametrize("odd", ERASURES)
def test_an_erasure_that_a_stick_brings_stops_nobody(region: Region, tmp_path: Path, odd: str) -> None:
    pilar, bo, dana = three(region)
    amina = add_member(pilar, "Amina")
    entry = entry_of(bo, "redact", {"people": [bytes(16)], **ERASURES[odd]})
    Exchange(bo.circle).receive_roster(bo.circle.roster.placed, [entry])
    for engine in (pilar, dana):
        carry(bo, engine, tmp_path)
    all_go_on(pilar, dana)
    erase(pilar.verbs, amina)
    all_go_on(pilar, dana)


@pytest.mark.parametrize("odd", ERASURES)
def test_nor_one_that_the_hub_is_asked_for(region: Region, monkeypatch: pytest.MonkeyPatch, odd: str) -> None:
    pilar, bo, dana = three(region)
    entry = entry_of(bo, "redact", {"people": [bytes(16)], **ERASURES[odd]})
    told = session.told
    with monkeypatch.context() as patch, suppress(CircleError):
        patch.setattr(session, "told", lambda *asked, **more: [*told(*asked, **more), entry])  # another program
        bo.share()
    all_go_on(pilar, dana)


@pytest.mark.parametrize("seq", BEYOND)
@pytest.mark.parametrize("kind", ["revoke", "right", "heirs"])
def test_nor_an_end_that_no_log_has(region: Region, tmp_path: Path, kind: str, seq: int) -> None:
    """Of a laptop whose log has two branches."""
    pilar, bo, dana = three(region)
    last: dict[str, Any] = {"0": [0, bytes(32)], "1": [seq, bytes([1]) * 32], "2": [0, bytes(32)]}
    fields: dict[str, Any] = {"device": me(dana), "last": last}
    if kind == "right":
        fields |= {"right": "reader", "publish": False}
    if kind == "heirs":
        fields |= {"last": {}, "heirs": {me(dana).hex(): last}}
    entry = entry_of(bo, "right" if kind == "right" else "revoke", fields)
    add_member(dana, "Ben")
    carry(dana, pilar, tmp_path)
    copy = cloned(region, dana, 77)
    for engine, name in ((dana, "Cia"), (copy, "Dora")):
        add_member(engine, name)
        Exchange(engine.circle).close_tail()
    for engine in (bo, pilar):
        Exchange(engine.circle).receive_roster(engine.circle.roster.placed, [entry])
    for engine in (dana, copy):
        carry(engine, pilar, tmp_path)
    all_go_on(bo, pilar)


@pytest.mark.parametrize("field", [{"expires": 2**63}, {"deep": [{"in": [2**53]}]}, {"deep": {"in": -(2**53)}}])
def test_no_entry_is_read_with_a_number_that_not_every_program_holds(field: dict[str, Any]) -> None:
    def body(fields: dict[str, Any], tick: int = 1) -> bytes:
        return encode([1, 1, bytes(16), bytes(16), "invite", bytes(16), tick, fields, bytes(32)])

    assert read_body(body({"expires": 2**53 - 1}), None).fields == {"expires": 2**53 - 1}
    for odd in (body(field), body({}, 2**62)):
        with pytest.raises(Unreadable):
            read_body(odd, None)


def test_what_is_asked_for_again_are_hashes_and_not_too_many() -> None:
    hashes = [number.to_bytes(32, "big") for number in range(300)]
    assert again_in({"again": [*reversed(hashes), b"short", 7, None]}) == set(hashes[:MOST_AGAIN])
    assert again_in({"again": 7}) == again_in({}) == frozenset()


def test_a_laptop_that_asks_for_it_is_shut_out_as_any_other(region: Region, tmp_path: Path) -> None:
    pilar, bo, dana = three(region)
    entry = entry_of(bo, "redact", {"people": [bytes(16)], **ERASURES["erased"]})
    Exchange(bo.circle).receive_roster(bo.circle.roster.placed, [entry])
    carry(bo, dana, tmp_path)
    rights.revoke(pilar.circle, me(bo))
    all_go_on(pilar, dana)
    assert dana.circle.roster.devices[me(bo)].revoked


@pytest.mark.parametrize("right", ["recorder", "reader"])
def test_a_new_name_that_is_too_long_keeps_nobody_from_opening_the_circle(
    region: Region, monkeypatch: pytest.MonkeyPatch, right: str
) -> None:
    """A program of one's own has put something beside the keys; a stick may bring it, or who is beside this laptop."""
    pilar = region.found()
    dana = region.laptop(pilar, "Dana", right)
    circle, keys = dana.circle, dana.circle.secrets.device
    new, head = DeviceKeys.new(circle.surroundings), circle.roster.head
    fields = {**new.public, "beside": bytes(70_000)}
    body = encode([1, 1, circle.id, head, "succeed", keys.id, 1, fields, NO_ENVELOPES])
    entry = Entry(body, None, keys.sign.sign(ENTRY_LABEL + body), new.sign.sign(ENTRY_LABEL + body))
    Exchange(pilar.circle).receive_roster(pilar.circle.roster.placed, [entry])  # as a stick brings it
    told = answer.told
    with monkeypatch.context() as patch:
        patch.setattr(answer, "told", lambda *asked, **more: [*told(*asked, **more), entry])
        region.others["beside"] = Answering(circle, lambda: None)
        pilar.share_beside("beside")
    assert entry not in pilar.circle.roster.kept
    pilar.share()
    path, world = pilar.circle.path, pilar.circle.surroundings
    pilar.circle.close()
    assert check(open_circle(pilar.home, path, world)) == []
