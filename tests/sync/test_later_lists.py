"""Programs of two versions side by side, where the newer one has written into the list of laptops.

The older one stops counting there, says so in a sentence, keeps and carries everything, and goes on once it is newer.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sticks import carry, joined
from sync_region import URL, Region, add_member, hashes, invite_to, name_set
from test_versions import reopened

from learningcircles.codec import encode
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.trust import entry as entries
from learningcircles.trust.entry import ENTRY_LABEL, Body, Entry
from learningcircles_sync.engine import Engine
from learningcircles_sync.serve import Answer, Identity, Receiver


@contextmanager
def version(number: int) -> Iterator[None]:
    """For a while whatever runs reads entries up to this version."""
    before, entries.VERSION = entries.VERSION, number
    try:
        yield
    finally:
        entries.VERSION = before


class TwoVersions(Region):
    """A region whose hub is of a version of its own."""

    hub_version = 2

    def start_hub(self, version: int) -> None:
        """Let the hub be started again, as a program of another version."""
        self.hub_version = version
        self.receiver = Receiver(self.store, Identity(self.key, "Hub", URL), self.clock)

    def answer(self, method: str, path: str, body: bytes) -> Answer:
        with version(self.hub_version):
            return super().answer(method, path, body)


@pytest.fixture
def region(tmp_path: Path) -> TwoVersions:
    return TwoVersions(tmp_path)


def propose_later(engine: Engine, reading: int = 2) -> Entry:
    """Let a newer program propose what only newer ones understand; the laptop itself reads up to version `reading`."""
    circle = engine.circle
    body = Body(2, 1, circle.id, circle.roster.head, "season", circle.secrets.device.id, 7, {}, bytes(32))
    data = encode([*body, "more"])
    entry = Entry(data, None, circle.secrets.device.sign.sign(ENTRY_LABEL + data))
    with version(reading):
        Exchange(circle).receive_roster(circle.roster.placed, [entry])
    return entry


def share_as_newer(engine: Engine) -> None:
    with version(2):
        engine.share()


def upgraded(region: Region, engine: Engine) -> Engine:
    return reopened(region, engine)


def test_an_older_laptop_stops_there_carries_everything_and_goes_on_after_the_upgrade(
    region: TwoVersions, tmp_path: Path
) -> None:
    pilar = region.found()
    amina, chidi = region.laptop(pilar, "Amina"), region.laptop(pilar, "Chidi")
    for engine in (amina, chidi, pilar):
        engine.share()
    later = propose_later(amina)
    share_as_newer(amina)
    add_member(amina, "After it")
    share_as_newer(amina)
    assert later.hash in amina.circle.roster.state.entries

    outcome = pilar.share()
    assert "Update the program" in " ".join(outcome.sentences)
    assert pilar.circle.roster.state.unread and "After it" not in name_set(pilar)
    add_member(pilar, "By the older one")
    pilar.share()
    again = pilar.share()
    assert (again.requests, again.sent, again.received, again.waiting) == (1, 0, 0, 0)
    share_as_newer(amina)
    assert "By the older one" in name_set(amina), "what an older program writes counts"
    pilar.write_bundle(tmp_path / "stick")
    with version(2):
        chidi.read_bundle(tmp_path / "stick")
    assert {"After it", "By the older one"} <= name_set(chidi), "it carries what it cannot read"
    assert check(pilar.circle) == []
    assert "Update" in " ".join(pilar.read_bundle(tmp_path / "stick").sentences)

    with version(2):
        pilar = upgraded(region, pilar)
        assert {"After it", "By the older one"} <= name_set(pilar)
        pilar.share()
        assert hashes(pilar) == hashes(amina) and check(pilar.circle) == []
        assert pilar.share().sentences == ()


def test_a_stick_carries_what_a_newer_program_proposed(region: TwoVersions, tmp_path: Path) -> None:
    pilar = region.found(admitted=False)
    amina = joined(region, pilar, "Amina", tmp_path)
    later = propose_later(amina, reading=1)
    assert [entry.hash for entry in amina.circle.roster.later] == [later.hash]
    carry(amina, pilar, tmp_path)
    assert [entry.hash for entry in pilar.circle.roster.later] == [later.hash]


def test_what_it_proposes_meanwhile_is_placed_by_whoever_can_read_the_list(region: TwoVersions) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    propose_later(amina)
    share_as_newer(amina)
    pilar.share()
    assert pilar.circle.roster.state.unread
    invitation = invite_to(pilar, "recorder")
    pilar.share()
    share_as_newer(amina)
    assert invitation.id in amina.circle.roster.invites
    with version(2):
        bo = region.join(invitation, "Bo")
        bo.share()
        add_member(bo, "Bo’s")
        bo.share()
    pilar.share()
    with version(2):
        pilar = upgraded(region, pilar)
        pilar.share()
    assert "Bo’s" in name_set(pilar)


def test_an_older_hub_takes_and_gives_everything_and_neither_places_nor_refuses(region: TwoVersions) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    propose_later(amina)
    share_as_newer(amina)
    region.start_hub(1)
    add_member(amina, "Past an older hub")
    share_as_newer(amina)
    share_as_newer(pilar)
    assert "Past an older hub" in name_set(pilar)
    with version(2):
        invitation = invite_to(amina)
        assert amina.share().obstacles == ()
        pilar.share()
        again = pilar.share()
    assert (again.requests, again.sent, again.received, again.waiting) == (1, 0, 0, 0)
    assert invitation.id not in amina.circle.roster.invites, "it waits"
    region.start_hub(2)
    share_as_newer(amina)
    assert invitation.id in amina.circle.roster.invites
    assert hashes(pilar) == hashes(amina)


def test_a_proposal_of_a_newer_program_waits_with_an_older_keeper(region: TwoVersions, tmp_path: Path) -> None:
    region.start_hub(1)
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    later = propose_later(amina)
    share_as_newer(amina)
    invitation = invite_to(amina)
    share_as_newer(amina)
    pilar.share()
    assert invitation.id in pilar.circle.roster.invites, "the rest goes on"
    assert later in pilar.circle.roster.later and not pilar.circle.roster.state.unread
    assert pilar.share().sentences == ()
    region.start_hub(2)
    with version(2):
        pilar = upgraded(region, pilar)
        pilar.share()
        assert later.hash in pilar.circle.roster.state.entries


def test_a_copy_with_another_signature_does_not_push_a_proposal_out(region: TwoVersions) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    region.reachable = False
    invite_to(amina)
    (waits,) = amina.circle.roster.proposals
    forged = waits._replace(signature=bytes(64))
    assert not Exchange(amina.circle).receive_roster(amina.circle.roster.placed, [forged])
    assert amina.circle.roster.proposals == (waits,)
