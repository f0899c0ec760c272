"""Who holds which keys: rotations, and what is owed to whom; as pure data."""

from __future__ import annotations

from ring import Ring

from learningcircles.trust import make, recovering
from learningcircles.trust.epochs import open_epochs
from learningcircles.trust.holders import lacking


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
