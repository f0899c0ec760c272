"""Nobody is left without an organizer, whatever was made apart; as pure data."""

from __future__ import annotations

from ring import Ring

from learningcircles.laptop.sheets import is_safe
from learningcircles.trust import make, recovering
from learningcircles.trust.entry import Entry
from learningcircles.trust.holders import lacking
from learningcircles.trust.members import gone_on_as, laptops


def invited(ring: Ring, by: make.DeviceKeys) -> Entry:
    """Return an invitation of this laptop's."""
    return make.invite(ring.roster, by, ring.keys_of(by), ring.world, right="recorder")[0]


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


def test_a_laptop_whose_copy_was_shut_out_stays_one_that_runs_the_circle(ring: Ring) -> None:
    original, other = ring.laptop("organizer"), ring.laptop("organizer")
    ring.place(ring.right(ring.founder, ring.founder, "recorder"))
    before = invited(ring, original)
    entry, copy = recovering.succeed(ring.roster, original, ring.keys_of(original), ring.world)
    ring.held[copy.id] = ring.keys_of(original)
    assert ring.place(entry) == []
    assert ring.place(ring.revoke(other, copy)) == []
    assert ring.place(ring.right(other, other, "recorder")) == ["last_organizer"], "it may have been no copy"
    ring.place(before)
    assert ring.place(ring.right(other, other, "recorder")) == ["last_organizer"], "made before there was a copy"
    assert ring.place(invited(ring, original)) == [], "it is there, and knew of its copy"
    assert ring.place(ring.right(other, other, "recorder")) == []
    assert ring.roster.state.is_run


def test_a_laptop_that_was_copied_and_restored_since_does_not_stand_for_its_shut_out_copy(ring: Ring) -> None:
    original, other = ring.laptop("organizer"), ring.laptop("organizer")
    ring.place(ring.right(ring.founder, ring.founder, "recorder"))
    identities = [recovering.succeed(ring.roster, original, ring.keys_of(original), ring.world) for _ in range(2)]
    ring.held |= dict.fromkeys((keys.id for _, keys in identities), ring.keys_of(original))
    (first, copy), (second, restored) = identities
    ring.place(first)
    ring.place(invited(ring, original))
    ring.place(second)
    assert ring.place(ring.revoke(other, copy)) == []
    assert ring.place(ring.right(other, restored, "recorder")) == []
    assert ring.place(ring.right(other, other, "recorder")) == ["last_organizer"], "nobody holds the first any more"


def test_a_keeper_that_goes_on_under_a_new_identity_is_no_laptop_under_the_former(ring: Ring) -> None:
    """It hands the list on with its former key, and holds that no more."""
    entry, heir = recovering.succeed(ring.roster, ring.founder, ring.keys_of(ring.founder), ring.world)
    assert ring.place(entry) == []
    assert ring.place(make.hand_sequencer(ring.roster, ring.founder, heir.sign.public, "", ring.world)) == []
    assert [[each.id for each in names] for names in laptops(ring.roster.devices)] == [[heir.id]]
    assert [each.id for each in gone_on_as(ring.roster.devices, ring.founder.id)] == [heir.id]


def test_two_live_copies_of_a_disk_are_two_laptops_once_they_show_that_they_are(ring: Ring) -> None:
    """One of them only records: the other one runs the circle all the same."""
    original, other = ring.laptop("organizer"), ring.laptop("organizer")
    ring.place(ring.right(ring.founder, ring.founder, "recorder"))
    identities = [recovering.succeed(ring.roster, original, ring.keys_of(original), ring.world) for _ in range(2)]
    (first, one), (second, two) = identities
    ring.held |= dict.fromkeys((one.id, two.id), ring.keys_of(original))
    ring.place(first, second)
    devices = ring.roster.devices
    assert [{one.id, two.id}] == [{each.id for each in names} for names in laptops(devices) if len(names) > 1]
    assert {each.id for each in gone_on_as(devices, original.id)} == {one.id, two.id}
    assert ring.place(ring.right(one, two, "recorder")) == []
    assert ring.place(ring.right(other, other, "recorder")) == [], "the first of the two was there beside the second"
    assert ring.place(ring.right(one, two, "organizer")) == []
    assert ring.place(invited(ring, two)) == []
    assert [[one.id], [two.id]] == sorted(
        (
            [each.id for each in names]
            for names in laptops(ring.roster.devices)
            if {one.id, two.id} & {e.id for e in names}
        ),
        key=lambda names: names != [one.id],
    )
    assert ring.place(ring.right(one, one, "recorder")) == [], "the second runs it"
    assert ring.roster.state.is_run


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


def test_a_successor_that_has_shown_nothing_is_no_second_laptop(ring: Ring) -> None:
    """Nobody may ever have held its keys for long: the circle is on one disk, and asks for its sheet."""
    entry, _ = recovering.succeed(ring.roster, ring.founder, ring.keys_of(ring.founder), ring.world)
    assert ring.place(entry) == []
    assert ring.place(invited(ring, ring.founder)) == []
    assert [[each.id for each in names] for names in laptops(ring.roster.devices)] == [[ring.founder.id]]
    assert not is_safe(ring.roster)
