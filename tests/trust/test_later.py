"""Entries of a later version, or under another suite: kept and carried, never read as though they were of this one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from test_branches import Circle, meet, settled

from learningcircles.codec import encode
from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import CircleError, NotAllowed, Unreadable
from learningcircles.trust import entry as entries
from learningcircles.trust import make, unread
from learningcircles.trust.entry import ENTRY_LABEL, Body, Entry, Placed, place_entry
from learningcircles.trust.epochs import open_epochs
from learningcircles.trust.make import DeviceKeys
from learningcircles.trust.placing import countersign, settle
from learningcircles.trust.roster import Roster


@contextmanager
def version(number: int) -> Iterator[None]:
    """For a while this program reads entries up to this version."""
    before, entries.VERSION = entries.VERSION, number
    try:
        yield
    finally:
        entries.VERSION = before


@pytest.fixture(scope="module")
def circle() -> Circle:
    return Circle()


def written(roster: Roster, by: DeviceKeys, kind: str, fields: dict[str, Any], *, v: int = 2, suite: int = 1) -> Entry:
    """Return an entry of a later version, which has a field more than those of the first."""
    return signed(roster, by.id, by.sign, kind, fields, v=v, suite=suite)


def signed(
    roster: Roster, by: bytes, key: SigningKey, kind: str, fields: dict[str, Any], *, v: int = 2, suite: int = 1
) -> Entry:
    body = Body(v, suite, roster.circle, roster.state.tip, kind, by, 7, fields, bytes(32))
    data = encode([*body, "more"] if v > 1 else list(body))
    return Entry(data, None, key.sign(ENTRY_LABEL + data))


def placed(roster: Roster, entry: Entry, by: SigningKey) -> Placed:
    return place_entry(entry, roster.circle, len(roster.placed), roster.state.tip, by)


def with_later(circle: Circle, v: int = 2, suite: int = 1) -> Roster:
    """Return the list after an entry that seems to shut Bo out: whether it does only a newer program knows."""
    entry = written(circle.roster, circle.amina, "revoke", {"device": circle.bo.id, "last": {}}, v=v, suite=suite)
    return Roster.replay([*circle.roster.placed, placed(circle.roster, entry, circle.pilar.sign)])


@pytest.mark.parametrize(("v", "suite"), [(2, 1), (1, 2)])
def test_the_list_is_read_up_to_there_and_kept_beyond(circle: Circle, v: int, suite: int) -> None:
    roster = with_later(circle, v, suite)
    assert roster.state.unread and roster.head == circle.roster.head and roster.state.tip == roster.placed[-1].head
    assert len(roster.placed) == len(circle.roster.placed) + 1
    assert not roster.devices[circle.bo.id].revoked
    assert roster.standing(roster.state.tip) is None, "what names it waits"
    assert roster.state.place_of(roster.state.tip) == len(roster.placed) - 1
    with version(2):
        newer = Roster.replay(roster.placed)
    assert bool(newer.state.unread) == (suite == 2)
    assert newer.devices[circle.bo.id].revoked == (v == 2)


def test_what_follows_is_as_good_as_proposed(circle: Circle) -> None:
    roster = with_later(circle)
    shut = circle.revocation(roster, circle.amina, circle.bo)
    longer = Roster.replay([*roster.placed, placed(roster, shut, circle.pilar.sign)])
    assert longer.devices[circle.bo.id].revoked, "a laptop that was lost is not served meanwhile"
    assert shut not in longer.proposals and longer.head == circle.roster.head
    assert len(longer.placed) == len(roster.placed) + 1


def test_only_who_keeps_the_list_ends_what_is_read_of_it(circle: Circle) -> None:
    entry = written(circle.roster, circle.amina, "sequencer", {"key": circle.amina.sign.public})
    with pytest.raises(Unreadable):
        Roster.replay([*circle.roster.placed, placed(circle.roster, entry, circle.amina.sign)])
    roster = with_later(circle)
    beyond = placed(roster, written(roster, circle.amina, "rotate", {}), circle.amina.sign)
    assert Roster.replay([*roster.placed, beyond]).placed == roster.placed, "nobody here can vouch for it"


def test_nobody_places_or_refuses_what_they_cannot_read(circle: Circle) -> None:
    now = circle.world.now_ms()
    later, shut = (
        written(circle.roster, circle.amina, "quiet", {}),
        circle.revocation(circle.roster, circle.amina, circle.bo),
    )
    waiting = Roster.replay(circle.roster.placed, [later, shut])
    assert waiting.later == (later,) and later in waiting.carried(set()) and later not in waiting.proposals
    done = settle(waiting, circle.pilar.sign, now)
    assert done.roster.later == (later,) and done.refused == []
    assert done.roster.devices[circle.bo.id].revoked, "what can be read is placed"
    with version(2):
        upgraded = settle(Roster.replay(done.roster.placed, done.roster.kept), circle.pilar.sign, now)
    assert later.hash in upgraded.roster.state.entries
    ended = Roster.replay(with_later(circle).placed, [shut])
    assert settle(ended, circle.pilar.sign, now).roster.placed == ended.placed, "nobody goes on where they cannot read"
    with pytest.raises(NotAllowed, match="Update the program"):
        countersign(ended, shut, circle.pilar.sign, now)


def test_proposals_that_cannot_be_read_are_kept_of_those_who_are_known_and_a_few(circle: Circle) -> None:
    roster = circle.roster
    many = [written(roster, circle.amina, "quiet", {"n": n}) for n in range(40)]
    stranger = DeviceKeys.new(circle.world)
    forged = many[0]._replace(body=many[1].body)
    found = Roster.replay(roster.placed, [*many, written(roster, stranger, "quiet", {}), forged])
    assert len(found.later) == unread.MOST_OF_ONE and set(found.later) <= set(many)
    again = Roster.replay(roster.placed, [*reversed(many), *found.kept])
    assert again.later == found.later, "the order decides nothing"
    out = circle.shut_out(roster, circle.pilar, circle.amina)
    assert Roster.replay(out.placed, many).later == ()


def test_lists_that_part_over_it_are_one_again_after_the_upgrade(circle: Circle) -> None:
    """What an older program makes of it meanwhile may be another list; nothing is forgotten, and all judge anew."""
    start = circle.roster
    taken = written(start, circle.amina, "sequencer", {"key": circle.amina.sign.public, "hub": "", "fingerprint": None})
    one = Roster.replay([*start.placed, placed(start, taken, circle.pilar.sign)])
    other = circle.invite(circle.invite(start, circle.pilar), circle.bo)
    old = settled([one, other])
    both = {item.head for item in (*one.placed, *other.placed)}
    assert both <= {*old.state.places, *old.state.unread, *old.state.side}
    with version(2):
        true = settled([Roster.replay(each.placed) for each in (one, other)])
        upgraded = Roster.replay(old.placed, old.kept)
        assert meet(upgraded, true).head == meet(true, upgraded).head == true.head
        assert meet(upgraded, true).lost_digest == true.lost_digest


def test_a_circle_that_a_later_version_founded_is_not_read_at_all(circle: Circle) -> None:
    first = circle.roster.placed[0]
    body = first.entry.read()._replace(v=2)
    entry = first.entry._replace(body=encode([*body]), envelopes=None)
    with pytest.raises(CircleError, match="Update the program"):
        Roster.replay([first._replace(entry=entry)])


def test_what_cannot_be_read_takes_little_room_and_nobody_who_only_looks_fills_it(circle: Circle) -> None:
    roster = circle.lowered(circle.roster, circle.pilar, circle.bo)
    epochs = open_epochs(roster, circle.pilar.id, circle.pilar.receive)
    opening, door = make.invite(roster, circle.pilar, epochs, circle.world, right="recorder", uses=9)
    roster = circle.placed(roster, opening)
    half = {"pad": bytes(unread.MOST_BYTES // 2)}
    looks = [written(roster, circle.bo, "season", {"n": n}) for n in range(9)]
    succeeds = written(roster, circle.bo, "succeed", {})
    enters = signed(roster, door.id, door.sign, "add", {})
    others = [*looks, *(signed(roster, door.id, door.sign, "season", {"n": n}) for n in range(9))]
    assert set(Roster.replay(roster.placed, [*others, succeeds, enters]).later) == {succeeds, enters}
    organizers = [written(roster, by, "season", half) for by in (circle.pilar, circle.amina)]
    large = written(roster, circle.amina, "season", {"pad": bytes(unread.MOST_BYTES)})
    kept = Roster.replay(roster.placed, [*others, succeeds, enters, *organizers, large]).later
    assert len(kept) == 1 and kept[0] in organizers, "theirs come first, and no more than there is room for"
