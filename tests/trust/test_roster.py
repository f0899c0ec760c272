"""The roster's rules one by one: rotations, rights, revocations, refusals, take-overs; as pure data."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from learningcircles.codec import decode, encode
from learningcircles.errors import CircleError, NotAllowed
from learningcircles.journal.segment import SCHEMA, VERSION, ZERO_HASH, Header
from learningcircles.surroundings import Surroundings, seeded
from learningcircles.trust import make, recovering
from learningcircles.trust.counts import Verdict, judge
from learningcircles.trust.entry import Entry
from learningcircles.trust.epochs import EpochKeys, open_epochs
from learningcircles.trust.holders import lacking
from learningcircles.trust.members import Last
from learningcircles.trust.placing import countersign, settle
from learningcircles.trust.roster import Roster
from learningcircles.trust.rules import MAX_IDENTITIES

NOW = 1_800_000_000_000


class Ring:
    """A circle as data: its founder places what is proposed."""

    def __init__(self) -> None:
        self.now = NOW
        self.world: Surroundings = seeded(1, self._tick)
        founding = make.found(self.world)
        self.founder = founding.keys
        self.roster = founding.roster
        self.held: dict[bytes, EpochKeys] = {founding.keys.id: founding.epochs}

    def _tick(self) -> int:
        self.now += 5
        return self.now

    def place(self, *entries: Entry) -> list[str]:
        """Place what holds; return why the others are refused."""
        waiting = Roster.replay(self.roster.placed, [*self.roster.kept, *entries])
        self.roster, refused = settle(waiting, self.founder.sign, self._tick())
        return [code for _, code in refused]

    def keys_of(self, keys: make.DeviceKeys) -> EpochKeys:
        """Return what a laptop can open."""
        return {**self.held.get(keys.id, {}), **open_epochs(self.roster, keys.id, keys.receive)}

    def laptop(self, right: str = "recorder", *, publish: bool = False) -> make.DeviceKeys:
        """Invite and let in."""
        entry, invitation = make.invite(
            self.roster, self.founder, self.keys_of(self.founder), self.world, right=right, publish=publish
        )
        self.place(entry)
        add, keys, epochs = make.join(self.roster, invitation, self.world)
        self.held[keys.id] = epochs
        assert self.place(add) == []
        return keys

    def revoke(
        self, by: make.DeviceKeys, target: make.DeviceKeys, last: Last | None = None, on: Roster | None = None
    ) -> Entry:
        """Return a revocation, made on an older roster where `on` says so."""
        return make.revoke(on or self.roster, by, self.keys_of(by), target.id, last or {}, self.world)

    def right(self, by: make.DeviceKeys, target: make.DeviceKeys, right: str, last: Last | None = None) -> Entry:
        """Return a change of right."""
        return make.change_right(self.roster, by, self.keys_of(by), target.id, right, False, last or {}, self.world)

    def opens(self, keys: make.DeviceKeys) -> set[int]:
        """Return the spaces whose newest key a laptop can open."""
        held = self.keys_of(keys)
        return {space for space, chain in self.roster.state.epochs.items() if (space, chain[-1].name) in held}

    def verdict(self, keys: make.DeviceKeys, space: int, seq: int, head: bytes | None = None) -> Verdict:
        """Judge a segment of a laptop whose header hash is `bytes([seq]) * 32`."""
        named = head or self.roster.head
        header = Header(
            VERSION, self.roster.circle, space, keys.id, seq, ZERO_HASH, 1, named, SCHEMA, bytes(12), ZERO_HASH
        )
        return judge(self.roster, header, bytes([seq]) * 32)


@pytest.fixture
def ring() -> Ring:
    return Ring()


def test_a_rotation_counts_where_its_envelopes_go_to_exactly_those_in_force(ring: Ring) -> None:
    stays, goes = ring.laptop(), ring.laptop()
    ring.place(ring.revoke(ring.founder, goes))
    assert len(ring.roster.state.epochs[1]) == 2
    assert ring.opens(stays) == {1}
    assert ring.opens(ring.founder) == {0, 1}
    assert ring.opens(goes) == set()


def test_a_rotation_made_before_somebody_came_is_made_again_and_the_revocation_holds_at_once(ring: Ring) -> None:
    goes = ring.laptop()
    shut = ring.revoke(ring.founder, goes)
    came = ring.laptop()
    ring.place(shut)
    assert ring.roster.devices[goes.id].revoked
    assert len(ring.roster.state.epochs[1]) == 1
    assert ring.roster.state.owed == {0: ring.founder.id, 1: ring.founder.id}

    again = make.rotate(ring.roster, ring.founder, ring.keys_of(ring.founder), [0, 1], ring.world)
    ring.place(again)
    assert ring.roster.state.owed == {}
    assert ring.opens(came) == {1}
    assert ring.opens(goes) == set()


def test_of_two_rotations_made_apart_the_second_does_not_break_the_chain_of_keys(ring: Ring) -> None:
    other, goes = ring.laptop("organizer"), ring.laptop()
    both = [ring.revoke(ring.founder, goes), ring.revoke(other, goes)]
    ring.place(*both)
    assert len(ring.roster.state.epochs[1]) == 2
    late = ring.laptop()
    first, second = ring.roster.state.epochs[1]
    assert {(1, first.name), (1, second.name)} <= ring.keys_of(late).keys()


def test_two_organizers_shut_out_two_laptops_at_once_and_neither_keeps_a_key(ring: Ring) -> None:
    other, one, two = ring.laptop("organizer"), ring.laptop(), ring.laptop()
    ring.place(ring.revoke(ring.founder, one), ring.revoke(other, two))
    assert ring.roster.devices[one.id].revoked and ring.roster.devices[two.id].revoked
    assert ring.roster.state.owed == {0: other.id, 1: other.id}
    ring.place(make.rotate(ring.roster, other, ring.keys_of(other), [0, 1], ring.world))
    assert ring.opens(one) == ring.opens(two) == set()
    assert ring.opens(other) == {0, 1}


def test_a_joiner_placed_after_a_rotation_is_sent_the_key(ring: Ring) -> None:
    goes = ring.laptop()
    entry, invitation = make.invite(
        ring.roster, ring.founder, ring.keys_of(ring.founder), ring.world, right="recorder", uses=2
    )
    ring.place(entry)
    add, keys, epochs = make.join(ring.roster, invitation, ring.world)
    ring.held[keys.id] = epochs
    ring.place(ring.revoke(ring.founder, goes))
    ring.place(add)
    assert ring.opens(keys) == set()
    assert [each.id for each in lacking(ring.roster.state)] == [keys.id]
    given = make.give_keys(
        ring.roster, ring.founder, ring.keys_of(ring.founder), lacking(ring.roster.state), ring.world
    )
    ring.place(given)
    assert ring.opens(keys) == {1}
    assert lacking(ring.roster.state) == []


def test_whoever_becomes_an_organizer_is_sent_the_organizers_key(ring: Ring) -> None:
    keys = ring.laptop()
    assert ring.opens(keys) == {1}
    ring.place(ring.right(ring.founder, keys, "organizer"))
    assert ring.opens(keys) == {0, 1}
    assert [len(ring.roster.state.epochs[space]) for space in (0, 1)] == [1, 1]


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


def test_two_organizers_who_step_down_at_once_do_not_leave_the_circle_without_one(ring: Ring) -> None:
    other = ring.laptop("organizer")
    first, second = ring.right(ring.founder, ring.founder, "recorder"), ring.right(other, other, "recorder")
    assert ring.place(first, second) == ["last_organizer"]
    assert ring.roster.state.is_run
    assert ring.place(second) == [], "it was refused for good, and is not proposed again"
    assert not ring.roster.proposals


def test_a_former_identity_is_nobody_who_stays_when_two_organizers_step_down_at_once(ring: Ring) -> None:
    restored, other = ring.laptop("organizer"), ring.laptop("organizer")
    ring.place(ring.right(ring.founder, ring.founder, "recorder"))
    entry, heir = recovering.succeed(ring.roster, restored, ring.keys_of(restored), ring.world)
    ring.held[heir.id] = ring.keys_of(restored)
    assert ring.place(entry) == []
    first, second = ring.right(heir, heir, "recorder"), ring.right(other, other, "recorder")
    assert ring.place(first, second) == ["last_organizer"]
    assert ring.roster.state.is_run


def test_what_a_former_identity_wrote_before_it_was_given_up_shuts_nobody_out_who_alone_stays(ring: Ring) -> None:
    restored, other = ring.laptop("organizer"), ring.laptop("organizer")
    ring.place(ring.right(ring.founder, ring.founder, "recorder"))
    late = ring.revoke(restored, other)  # on a stick, and not in the backup from which the laptop goes on
    entry, heir = recovering.succeed(ring.roster, restored, ring.keys_of(restored), ring.world)
    ring.held[heir.id] = ring.keys_of(restored)
    assert ring.place(entry) == []
    assert ring.place(ring.right(heir, heir, "recorder")) == []
    assert ring.place(late) == ["last_organizer"]
    assert ring.roster.state.is_run and not ring.roster.devices[other.id].revoked
    assert ring.place(ring.revoke(restored, other)) == [], "this one shows that both are in use, the disk and its copy"
    assert ring.roster.devices[other.id].revoked


def test_two_successors_of_one_laptop_are_nobody_who_stays_when_one_of_them_steps_down(ring: Ring) -> None:
    """It was restored twice from one backup, and holds the later identity alone, or the earlier: nobody can tell."""
    restored, other = ring.laptop("organizer"), ring.laptop("organizer")
    ring.place(ring.right(ring.founder, ring.founder, "recorder"))
    identities = [recovering.succeed(ring.roster, restored, ring.keys_of(restored), ring.world) for _ in range(2)]
    assert ring.place(*(entry for entry, _ in identities)) == []
    lost, heir = (keys for _, keys in identities)
    ring.held |= dict.fromkeys((lost.id, heir.id), ring.keys_of(restored))
    assert ring.place(ring.right(heir, heir, "recorder")) == []
    assert ring.place(ring.right(other, other, "recorder")) == ["last_organizer"]
    assert ring.roster.devices[other.id].right == ring.roster.devices[lost.id].right == "organizer"
    assert ring.place(ring.revoke(other, heir)) == [], "whoever stays may tell that the other one is in use"
    assert ring.place(ring.right(other, other, "recorder")) == []


def test_what_was_made_before_a_laptop_was_restored_again_does_not_show_that_its_identity_is_in_use(ring: Ring) -> None:
    restored, other = ring.laptop("organizer"), ring.laptop("organizer")
    ring.place(ring.right(ring.founder, ring.founder, "recorder"))
    first, lost = recovering.succeed(ring.roster, restored, ring.keys_of(restored), ring.world)
    again, heir = recovering.succeed(ring.roster, restored, ring.keys_of(restored), ring.world)
    ring.held |= dict.fromkeys((lost.id, heir.id), ring.keys_of(restored))
    ring.place(first)
    late = ring.revoke(lost, other)  # on a stick, and not in the backup
    ring.place(again)
    assert ring.place(ring.right(heir, heir, "recorder")) == []
    assert ring.place(late) == ["last_organizer"]
    assert not ring.roster.devices[other.id].revoked
    assert ring.place(ring.revoke(lost, other)) == [], "there are two copies in use"


def test_nobody_shuts_out_the_last_organizer_who_has_the_newest_keys(ring: Ring) -> None:
    goes = ring.laptop()
    entry, invitation = make.invite(
        ring.roster, ring.founder, ring.keys_of(ring.founder), ring.world, right="organizer"
    )
    ring.place(entry)
    add, joined, held = make.join(ring.roster, invitation, ring.world)
    ring.held[joined.id] = held
    ring.place(ring.revoke(ring.founder, goes))
    ring.place(add)
    without = lacking(ring.roster.state)
    assert [each.id for each in without] == [joined.id], "it came in while the keys were changed"
    assert ring.place(ring.revoke(joined, ring.founder)) == ["last_organizer"]
    ring.place(make.give_keys(ring.roster, ring.founder, ring.keys_of(ring.founder), without, ring.world))
    assert ring.place(ring.revoke(joined, ring.founder)) == []
    assert ring.roster.devices[ring.founder.id].revoked


def test_an_entry_of_kind_fork_is_placed_and_changes_nothing(ring: Ring) -> None:
    keys = ring.laptop()
    before = ring.roster
    fields = {"device": keys.id, "space": 1, "seq": 1, "hash": b"\x01" * 32}
    entry = make.propose(ring.roster, "fork", ring.founder.id, ring.founder.sign, fields, ring.world)
    assert ring.place(entry) == []
    assert entry.hash in ring.roster.state.entries
    assert (ring.roster.devices, ring.roster.invites) == (before.devices, before.invites)
    assert (ring.roster.state.epochs, ring.roster.state.holders) == (before.state.epochs, before.state.holders)


def test_who_has_no_newest_key_gives_none_to_its_successor(ring: Ring) -> None:
    goes = ring.laptop()
    entry, invitation = make.invite(ring.roster, ring.founder, ring.keys_of(ring.founder), ring.world, right="recorder")
    ring.place(entry)
    add, keys, held = make.join(ring.roster, invitation, ring.world)
    ring.held[keys.id] = held
    ring.place(ring.revoke(ring.founder, goes))
    ring.place(add)
    later, heir = recovering.succeed(ring.roster, keys, ring.keys_of(keys), ring.world)
    given = make.give_keys(
        ring.roster, ring.founder, ring.keys_of(ring.founder), lacking(ring.roster.state), ring.world
    )
    ring.place(given)
    assert ring.place(later) == []
    assert ring.opens(heir) == set()
    assert [each.id for each in lacking(ring.roster.state)] == [heir.id]


def test_a_cancelled_invitation_opens_nothing_that_is_written_afterwards(ring: Ring) -> None:
    for right, spaces in (("recorder", {1}), ("organizer", {0, 1})):
        entry, door = make.invite(ring.roster, ring.founder, ring.keys_of(ring.founder), ring.world, right=right)
        ring.place(entry)
        before = {space: chain[-1].name for space, chain in ring.roster.state.epochs.items()}
        keys = ring.keys_of(ring.founder)
        ring.place(make.cancel_invitation(ring.roster, ring.founder, keys, door.id, ring.world))
        state = ring.roster.state
        assert {space for space, chain in state.epochs.items() if chain[-1].name != before[space]} == spaces
        assert not state.owed and ring.opens(ring.founder) == {0, 1}
        opened = open_epochs(ring.roster, door.id, door.receive)
        assert all((space, state.epochs[space][-1].name) not in opened for space in spaces)


def test_keys_that_somebody_has_who_is_to_have_them_no_more_are_owed_anew(ring: Ring) -> None:
    """As an earlier program cancelled, and where two first sheets were made apart from each other."""
    pilar, amina = ring.founder, ring.laptop("organizer")
    entry, door = make.invite(ring.roster, pilar, ring.keys_of(pilar), ring.world, right="recorder")
    ring.place(entry)
    ring.place(make.propose(ring.roster, "revoke", amina.id, amina.sign, {"invitation": door.id}, ring.world))
    assert ring.roster.state.owed == {1: amina.id}
    ring.place(make.rotate(ring.roster, amina, ring.keys_of(amina), [1], ring.world))
    name = ring.roster.state.epochs[1][-1].name
    assert not ring.roster.state.owed and (1, name) not in open_epochs(ring.roster, door.id, door.receive)
    sheets = [recovering.new_sheet(ring.roster, each, ring.keys_of(each), ring.world) for each in (pilar, amina)]
    ring.place(*(entry for entry, _ in sheets))
    assert ring.roster.state.owed == dict.fromkeys((0, 1), amina.id)
    ring.place(make.rotate(ring.roster, amina, ring.keys_of(amina), [0, 1], ring.world))
    assert not ring.roster.state.owed
    newest = {(space, chain[-1].name) for space, chain in ring.roster.state.epochs.items()}
    for (_, sheet), holds in zip(sheets, (False, True), strict=True):
        opened = open_epochs(ring.roster, sheet.id, sheet.receive)
        assert newest <= opened.keys() if holds else not newest & opened.keys()


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
