"""The roster's rules one by one: rights, revocations, refusals, take-overs; as pure data."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from ring import NOW, Ring

from learningcircles.codec import decode, encode
from learningcircles.errors import CircleError, NotAllowed
from learningcircles.surroundings import seeded
from learningcircles.trust import make, recovering
from learningcircles.trust.counts import Verdict
from learningcircles.trust.entry import Entry
from learningcircles.trust.members import Last
from learningcircles.trust.placing import countersign, settle
from learningcircles.trust.roster import Roster
from learningcircles.trust.rules import MAX_IDENTITIES


def test_whoever_ceases_to_be_one_has_only_that_chain_changed(ring: Ring) -> None:
    other, third = ring.laptop("organizer"), ring.laptop()
    ring.place(ring.right(ring.founder, other, "recorder"))
    assert [len(ring.roster.state.epochs[space]) for space in (0, 1)] == [2, 1]
    assert ring.opens(ring.founder) == {0, 1}
    assert ring.opens(other) == ring.opens(third) == {1}


def test_a_right_that_takes_away_names_the_last_that_counts(ring: Ring) -> None:
    other = ring.laptop("organizer")
    before = ring.roster.head
    ring.place(ring.right(ring.founder, other, "recorder", {1: (2, b"\x02" * 32)}))
    assert ring.verdict(other, 1, 2, before) is Verdict.COUNTS
    assert ring.verdict(other, 1, 3, before) is Verdict.CUT
    assert ring.verdict(other, 0, 1, before) is Verdict.CUT
    assert ring.verdict(other, 1, 4) is Verdict.COUNTS
    assert ring.verdict(other, 0, 4) is Verdict.NOT


def test_a_right_that_takes_away_without_saying_what_still_counts_is_refused(ring: Ring) -> None:
    other = ring.laptop("organizer")
    fields = {"device": other.id, "right": "recorder", "publish": False}
    entry = make.propose(ring.roster, "right", ring.founder.id, ring.founder.sign, fields, ring.world)
    assert ring.place(entry) == ["malformed_roster"]


def test_leave_to_publish_is_taken_from_the_catalogue_alone(ring: Ring) -> None:
    keys = ring.laptop(publish=True)
    before = ring.roster.head
    ring.place(ring.right(ring.founder, keys, "recorder", {2: (1, b"\x01" * 32)}))
    assert ring.verdict(keys, 2, 1, before) is Verdict.COUNTS
    assert ring.verdict(keys, 2, 2, before) is Verdict.CUT
    assert ring.verdict(keys, 1, 9, before) is Verdict.COUNTS
    assert ring.verdict(keys, 2, 2) is Verdict.NOT


def test_revoking_a_laptop_revokes_those_that_succeeded_it(ring: Ring) -> None:
    first = ring.laptop()
    chain: list[make.DeviceKeys] = [first]
    for _ in range(2):
        new = make.DeviceKeys.new(ring.world)
        entry = make.propose(ring.roster, "succeed", chain[-1].id, chain[-1].sign, new.public, ring.world, own=new.sign)
        assert ring.place(entry) == []
        chain.append(new)
    shut = make.revoke(
        ring.roster,
        ring.founder,
        ring.keys_of(ring.founder),
        first.id,
        {1: (2, b"\x02" * 32)},
        ring.world,
        heirs={chain[1].id: {1: (1, b"\x01" * 32)}},
    )
    ring.place(shut)
    assert all(ring.roster.devices[keys.id].revoked for keys in chain)
    assert ring.verdict(chain[0], 1, 2) is Verdict.COUNTS
    assert ring.verdict(chain[1], 1, 1) is Verdict.COUNTS
    assert ring.verdict(chain[1], 1, 2) is Verdict.CUT
    assert ring.verdict(chain[2], 1, 1) is Verdict.CUT


def test_of_two_revocations_in_the_past_the_earlier_end_holds_whatever_their_order(ring: Ring) -> None:
    other, goes = ring.laptop("organizer"), ring.laptop()
    wide: Last = {1: (5, b"\x05" * 32)}
    narrow: Last = {1: (3, b"\x03" * 32)}
    before = ring.roster
    one = ring.revoke(ring.founder, goes, wide)
    two = ring.revoke(other, goes, narrow)
    for entries in ([one, two], [two, one]):
        ring.roster = Roster.replay(before.placed, entries)
        assert ring.verdict(goes, 1, 3) is Verdict.COUNTS
        assert ring.verdict(goes, 1, 4) is Verdict.CUT
    for order in ((one, two), (two, one)):
        ring.roster = before
        for entry in order:
            ring.place(entry)
        assert ring.verdict(goes, 1, 3) is Verdict.COUNTS
        assert ring.verdict(goes, 1, 4) is Verdict.CUT


def used_up(ring: Ring, uses: int = 1, joiners: int = 2) -> tuple[list[make.DeviceKeys], Sequence[str]]:
    """Let more laptops in than an invitation allows."""
    entry, invitation = make.invite(
        ring.roster, ring.founder, ring.keys_of(ring.founder), ring.world, right="recorder", uses=uses
    )
    ring.place(entry)
    came = [make.join(ring.roster, invitation, ring.world) for _ in range(joiners)]
    waiting = Roster.replay(ring.roster.placed, [add for add, _, _ in came])
    assert all(waiting.devices[keys.id].provisional for _, keys, _ in came)
    return [keys for _, keys, _ in came], ring.place(*(add for add, _, _ in came))


def test_a_joiner_beyond_the_uses_is_refused_in_the_roster_and_nothing_of_it_counts(ring: Ring) -> None:
    keys, refused = used_up(ring)
    assert refused == ["invitation_used"]
    (out,) = [each for each in keys if ring.roster.devices[each.id].index is None]
    assert list(ring.roster.state.refused.values()) == ["invitation_used"]
    assert ring.verdict(out, 1, 1) is Verdict.CUT
    carried = Roster.replay(ring.roster.placed, ring.roster.kept)
    assert carried.devices[out.id].revoked
    assert carried.proposals == ()


def test_expiry_is_judged_by_the_sequencers_clock(ring: Ring) -> None:
    entry, invitation = make.invite(
        ring.roster, ring.founder, ring.keys_of(ring.founder), ring.world, right="recorder", expires=NOW + 10_000
    )
    ring.place(entry)
    add, keys, _ = make.join(ring.roster, invitation, seeded(9, lambda: NOW))
    ring.now += 20_000
    assert ring.place(add) == ["invitation_expired"]
    assert ring.roster.devices[keys.id].revoked


def test_a_stranger_with_an_old_invitation_cannot_shut_others_out(ring: Ring) -> None:
    victim = ring.laptop()
    entry, invitation = make.invite(
        ring.roster, ring.founder, ring.keys_of(ring.founder), ring.world, right="organizer"
    )
    ring.place(entry)
    assert ring.place(make.join(ring.roster, invitation, ring.world)[0]) == []
    add, keys, _ = make.join(Roster.replay(ring.roster.placed[:-1]), invitation, ring.world)
    shut = make.revoke(
        Roster.replay(ring.roster.placed, [add]), keys, ring.keys_of(ring.founder), victim.id, {}, ring.world
    )
    assert not Roster.replay(ring.roster.placed, [add, shut]).devices[victim.id].revoked
    ring.place(add, shut)
    assert not ring.roster.devices[victim.id].revoked


def test_a_placed_laptop_cannot_enter_twice(ring: Ring) -> None:
    keys = ring.laptop()
    entry, invitation = make.invite(
        ring.roster, ring.founder, ring.keys_of(ring.founder), ring.world, right="organizer"
    )
    ring.place(entry)
    again = make.propose(ring.roster, "add", invitation.id, invitation.sign, keys.public, ring.world, own=keys.sign)
    ring.place(again)
    assert again.hash not in ring.roster.state.entries
    assert ring.roster.devices[keys.id].right == "recorder"


def test_rubbish_in_an_envelope_hurts_nobody(ring: Ring) -> None:
    keys, goes = ring.laptop(), ring.laptop()
    shut = ring.revoke(ring.founder, goes)
    body = shut.read()
    assert shut.envelopes is not None
    broken = encode({**decode(shut.envelopes), keys.id.hex(): b"rubbish"})
    entry = make.propose(
        ring.roster, "revoke", ring.founder.id, ring.founder.sign, body.fields, ring.world, envelopes=broken
    )
    ring.place(entry)
    assert ring.opens(keys) == set()
    assert (1, ring.roster.state.epochs[1][0].name) in ring.keys_of(keys)


def test_another_organizer_takes_over_from_a_laptop(ring: Ring) -> None:
    other = ring.laptop("organizer")
    entry = make.take_over(ring.roster, other.id, other.sign, other.sign.public, ring.world)
    with pytest.raises(CircleError):
        place(ring, entry, make.DeviceKeys.new(ring.world))
    taken = place(ring, entry, other)
    assert taken.sequencer == other.sign.public


def test_a_hub_is_not_taken_over_by_an_organizer(ring: Ring) -> None:
    hub, other = make.DeviceKeys.new(ring.world), ring.laptop("organizer")
    ring.place(make.hand_sequencer(ring.roster, ring.founder, hub.sign.public, "https://hub", ring.world))
    assert ring.roster.sequencer == hub.sign.public
    entry = make.take_over(ring.roster, other.id, other.sign, other.sign.public, ring.world)
    with pytest.raises(NotAllowed):
        place(ring, entry, other)


def place(ring: Ring, entry: Entry, keys: make.DeviceKeys) -> Roster:
    """Let another key place an entry."""
    return Roster.replay([*ring.roster.placed, countersign(ring.roster, entry, keys.sign, ring.now)])


def test_a_list_that_nothing_waits_for_is_not_verified_again() -> None:
    ring = Ring()
    assert settle(ring.roster, ring.founder.sign, ring.now).roster is ring.roster


def test_an_entry_of_kind_fork_is_placed_and_changes_nothing(ring: Ring) -> None:
    keys = ring.laptop()
    before = ring.roster
    fields = {"device": keys.id, "space": 1, "seq": 1, "hash": b"\x01" * 32}
    entry = make.propose(ring.roster, "fork", ring.founder.id, ring.founder.sign, fields, ring.world)
    assert ring.place(entry) == []
    assert entry.hash in ring.roster.state.entries
    assert (ring.roster.devices, ring.roster.invites) == (before.devices, before.invites)
    assert (ring.roster.state.epochs, ring.roster.state.holders) == (before.state.epochs, before.state.holders)


def test_no_laptop_fills_the_list_with_identities_of_its_own(ring: Ring) -> None:
    bo = ring.laptop("reader")
    keys = ring.keys_of(bo)
    made = [recovering.succeed(ring.roster, bo, keys, ring.world) for _ in range(20)]
    ring.place(*(entry for entry, _ in made))
    heir = made[-1][1]
    more = [recovering.succeed(ring.roster, heir, ring.keys_of(heir), ring.world)[0] for _ in range(20)]
    ring.place(*more)
    assert len(ring.roster.devices) == 1 + MAX_IDENTITIES
    for each in (bo, heir):
        with pytest.raises(NotAllowed, match="very often"):
            recovering.succeed(ring.roster, each, ring.keys_of(each), ring.world)
    ring.place(*more)
    assert len(ring.roster.devices) == 1 + MAX_IDENTITIES and not ring.roster.state.refused
    amina = ring.laptop()
    assert not ring.roster.devices[amina.id].provisional
