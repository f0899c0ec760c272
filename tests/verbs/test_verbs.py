"""What people do to a circle, on real circle files; two laptops where it takes two."""

from __future__ import annotations

from pathlib import Path

import pytest
from laptop_pairs import carry, home_at

from learningcircles import ids
from learningcircles.circle.facets import Verbs
from learningcircles.circle.people import age_band
from learningcircles.entities.gathering import ANSWERS
from learningcircles.errors import InvalidValue, NotAllowed, NotFound, Refused, Usage
from learningcircles.laptop import founding

DAY = "2026-11-20"


def sums_to_zero(verbs: Verbs) -> bool:
    members = verbs.reader.ids("member", deleted=True)
    return sum(verbs.reader.balances(members).values()) + verbs.reader.pot() == 0


# --- swaps


def test_a_confirmed_swap_moves_minutes_both_ways(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    amina, bo = people
    swap, changes = verbs.swaps.record(amina, bo, 90, "bikes", DAY)
    assert verbs.reader.balances([amina, bo]) == {amina: 90, bo: -90}
    assert ("swap", swap) in changes.touched
    assert changes.of("member") == {amina, bo}
    assert verbs.reader.get("swap", swap)["state"] == "confirmed"


@pytest.mark.parametrize(
    ("minutes", "sentence"),
    [(0, "at least one minute"), (-5, "at least one minute"), (1500, "at most 24 hours"), ("soon", "whole number")],
)
def test_hours_that_cannot_be(verbs: Verbs, people: tuple[bytes, bytes], minutes: int, sentence: str) -> None:
    with pytest.raises(InvalidValue, match=sentence) as caught:
        verbs.swaps.record(*people, minutes, "bikes", DAY)
    assert caught.value.field == "minutes"
    assert verbs.reader.count("swap") == 0


def test_twenty_five_hours_in_a_day(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    amina, bo = people
    verbs.swaps.record(amina, bo, 13 * 60, "bikes", DAY)
    with pytest.raises(InvalidValue, match=r"Amina would have given 25 h on 2026-11-20"):
        verbs.swaps.record(amina, bo, 12 * 60, "bikes", DAY)
    verbs.swaps.record(amina, bo, 12 * 60, "bikes", "2026-11-21")
    verbs.swaps.record(bo, amina, 12 * 60, "bikes", DAY)


def test_swaps_with_oneself_and_unknown_people(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    with pytest.raises(InvalidValue, match="themselves"):
        verbs.swaps.record(people[0], people[0], 10, "x")
    with pytest.raises(NotFound, match="provider"):
        verbs.swaps.record(b"x" * 16, people[0], 10, "x")
    with pytest.raises(InvalidValue, match="no field speed"):
        verbs.records.add("swap", {"provider": people[0], "receiver": people[1], "minutes": 5, "speed": 3})
    verbs.records.remove("member", people[1])
    with pytest.raises(NotFound, match="“Bo” was removed on .+ Restore it first") as gone:
        verbs.swaps.record(*people, 10, "x")
    assert gone.value.params["field"] == "receiver" and gone.value.removed == ("member", people[1], "Bo")


def test_only_a_confirmed_swap_moves_minutes(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    verbs.records.edit("settings", verbs.circle.id, {"both_confirm": True})
    swap, _ = verbs.swaps.record(*people, 60, "bikes", DAY)
    assert verbs.reader.balance(people[0]) == 0
    verbs.swaps.confirm(swap, source="slip 12")
    assert verbs.reader.balance(people[0]) == 60
    assert verbs.reader.get("swap", swap)["source"] == "slip 12"
    with pytest.raises(Refused, match="confirmed already"):
        verbs.swaps.confirm(swap)
    with pytest.raises(Refused, match="reverse it"):
        verbs.swaps.decline(swap)
    verbs.swaps.reverse(swap)
    assert verbs.reader.balance(people[0]) == 0 and verbs.reader.get("swap", swap)["state"] == "reversed"
    verbs.swaps.confirm(swap)
    assert verbs.reader.balance(people[0]) == 60
    verbs.swaps.dispute(swap)
    assert verbs.reader.balance(people[0]) == 0
    assert sums_to_zero(verbs)


def test_an_exchange_with_an_id_of_its_own_is_written_once(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    """Whoever tries again does not know whether it was written; one that was taken back since is another one."""
    fields = {"provider": people[0], "receiver": people[1], "minutes": 60}
    own = b"one of its own.."
    assert verbs.swaps.add(fields, id_=own)[0] == own
    again, changes = verbs.swaps.add(fields, id_=own)
    assert again == own and not changes and verbs.reader.count("swap") == 1
    assert verbs.reader.balances(people)[people[0]] == 60
    verbs.undo.undo()
    third = verbs.swaps.add(fields, id_=own)[0]
    assert third != own and [row.id for row in verbs.reader.list("swap")] == [third]


def test_only_what_was_taken_back_is_called_reversed(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    swap, _ = verbs.swaps.record(*people, 60, "bikes", DAY, proposed=True)
    verbs.swaps.confirm(swap)
    verbs.undo.undo()
    assert verbs.reader.get("swap", swap)["state"] == "proposed", "whose confirmation was undone still waits"
    verbs.swaps.confirm(swap)
    verbs.swaps.reverse(swap)
    verbs.swaps.record(*people, 24 * 60, "all day", DAY, proposed=True)
    verbs.undo.undo()
    verbs.undo.undo()
    assert verbs.reader.get("swap", swap)["state"] == "confirmed" and verbs.reader.balance(people[0]) == 60


def test_a_correction_leaves_both_in_the_ledger(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    amina, bo = people
    swap, _ = verbs.records.add("swap", {"provider": amina, "receiver": bo, "minutes": 90, "on": DAY})
    verbs.records.edit("swap", swap, {"minutes": 60})
    assert verbs.reader.balances([amina, bo]) == {amina: 60, bo: -60}
    verbs.records.edit("swap", swap, {"provider": bo, "receiver": amina})
    assert verbs.reader.balances([amina, bo]) == {amina: -60, bo: 60}
    with pytest.raises(InvalidValue, match="themselves"):
        verbs.records.edit("swap", swap, {"provider": amina})
    verbs.records.remove("swap", swap)
    assert verbs.reader.balances([amina, bo]) == {amina: 0, bo: 0}
    verbs.records.restore("swap", swap)
    assert verbs.reader.balances([amina, bo]) == {amina: -60, bo: 60}


def test_one_swap_confirmed_on_two_laptops_counts_once(verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]) -> None:
    swap, _ = verbs.swaps.record(*people, 60, "bikes", DAY, proposed=True)
    carry(verbs, other)
    verbs.swaps.confirm(swap)
    other.swaps.confirm(swap)
    carry(verbs, other)
    carry(other, verbs)
    assert verbs.reader.balance(people[0]) == other.reader.balance(people[0]) == 60
    verbs.swaps.reverse(swap)
    other.swaps.reverse(swap)
    carry(verbs, other)
    carry(other, verbs)
    assert verbs.reader.balance(people[0]) == other.reader.balance(people[0]) == 0


def test_opening_balances_are_one_zero_sum_action(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    amina, bo = people
    verbs.swaps.opening_balances({amina: 600, bo: -90})
    assert verbs.reader.balances([amina, bo]) == {amina: 600, bo: -90}
    assert verbs.reader.pot() == -510
    assert [line.others for line in verbs.reader.entries(ids.account(bo))] == [(ids.pot(verbs.circle.id),)]
    verbs.undo.undo()
    assert verbs.reader.balances([amina, bo]) == {amina: 0, bo: 0}
    assert verbs.reader.pot() == 0
    with pytest.raises(NotFound):
        verbs.swaps.opening_balances({amina: 1, b"x" * 16: 1})
    assert verbs.reader.pot() == 0


# --- undo and redo


def test_undo_and_redo_go_back_and_forth_and_survive_a_restart(tmp_path: Path, verbs: Verbs) -> None:
    member, _ = verbs.records.add("member", {"name": "Zoë", "languages": ["fr"]})
    verbs.records.edit("member", member, {"phone": "01"})
    verbs.records.edit("member", member, {"phone": "02"}, add={"languages": ["en"]}, drop={"languages": ["fr"]})
    verbs.circle.close()
    again = Verbs(founding.open_circle(home_at(tmp_path / "one")))

    def now() -> tuple[object, ...]:
        record = again.reader.get("member", member)
        return record["phone"], record["languages"], record.deleted

    assert str(again.undo.next_undo()) == "Change Zoë"
    again.undo.undo()
    assert now() == ("01", ["fr"], False)
    again.undo.undo()
    assert now() == (None, ["fr"], False)
    again.undo.undo()
    assert now() == (None, ["fr"], True)
    with pytest.raises(Refused, match="nothing to undo"):
        again.undo.undo()
    for expected in ((None, ["fr"], False), ("01", ["fr"], False), ("02", ["en"], False)):
        again.undo.redo()
        assert now() == expected
    with pytest.raises(Refused, match="nothing to redo"):
        again.undo.redo()
    again.undo.undo()
    assert now() == ("01", ["fr"], False)


def test_a_new_action_leaves_nothing_to_redo(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    verbs.records.edit("member", people[0], {"phone": "01"})
    verbs.undo.undo()
    assert str(verbs.undo.next_redo()) == "Change the phone of Amina"
    verbs.records.edit("member", people[1], {"phone": "02"})
    assert verbs.undo.next_redo() is None


def test_undo_keeps_what_somebody_changed_since_and_says_so(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]
) -> None:
    verbs.records.edit("member", people[0], {"phone": "01", "email": "a@b.org"})
    carry(verbs, other)
    other.records.edit("member", people[0], {"phone": "02"})
    carry(other, verbs)
    done = verbs.undo.undo()
    assert done.sentence == "Undone: Change Amina. Jo has changed the phone of Amina since."
    record = verbs.reader.get("member", people[0])
    assert (record["phone"], record["email"]) == ("02", None)
    carry(verbs, other)
    assert other.reader.state_hash()["private"] == verbs.reader.state_hash()["private"]


def test_a_new_record_that_others_have_filled_in_stays(verbs: Verbs, other: Verbs) -> None:
    member, _ = verbs.records.add("member", {"name": "Zoë"})
    carry(verbs, other)
    other.records.edit("member", member, {"phone": "02"})
    carry(other, verbs)
    with pytest.raises(Refused, match="Jo has changed the phone of Zoë since"):
        verbs.undo.undo()
    assert not verbs.reader.get("member", member).deleted


def test_undoing_swaps_and_corrections_moves_minutes_back(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    swap, _ = verbs.swaps.record(*people, 90, "bikes", DAY)
    verbs.records.edit("swap", swap, {"minutes": 60})
    for step, expected in (("undo", 90), ("undo", 0), ("redo", 90), ("redo", 60), ("undo", 90), ("redo", 60)):
        done = getattr(verbs.undo, step)()
        assert verbs.reader.balance(people[0]) == expected, step
        assert people[0] in done.changes.of("member")
        assert sums_to_zero(verbs)
    assert verbs.reader.get("swap", swap)["minutes"] == 60


def test_undo_is_of_this_laptop(verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]) -> None:
    verbs.records.edit("member", people[0], {"phone": "01"})
    other.records.edit("member", people[1], {"phone": "07"})
    carry(other, verbs)
    assert str(verbs.undo.next_undo()) == "Change the phone of Amina"
    verbs.undo.undo()
    assert verbs.reader.get("member", people[1])["phone"] == "07"


# --- members


def test_member_numbers_are_never_used_twice(verbs: Verbs) -> None:
    first, _ = verbs.records.add("member", {"name": "A"})
    number = verbs.reader.get("member", first)["number"]
    verbs.undo.undo()
    second, _ = verbs.records.add("member", {"name": "B"})
    assert (number, verbs.reader.get("member", second)["number"]) == ("1-2", "1-3")
    with pytest.raises(InvalidValue, match="kept by the program"):
        verbs.records.edit("member", second, {"number": "7"})


def test_a_members_way_through_the_circle(verbs: Verbs) -> None:
    guest, _ = verbs.records.add("member", {"name": "G", "status": "guest"})
    assert verbs.reader.get("member", guest)["number"] is None
    for status in ("applied", "active", "paused", "active", "left", "anonymised"):
        verbs.people.set_status(guest, status)
    assert verbs.reader.get("member", guest)["number"]
    with pytest.raises(Refused, match="who is anonymised cannot become active"):
        verbs.people.set_status(guest, "active")
    with pytest.raises(InvalidValue, match="no status"):
        verbs.people.set_status(guest, "king")


def test_under_eighteen_asks_for_two_people_and_blocks_nothing(verbs: Verbs) -> None:
    year = int(verbs.desk.today()[:4])
    child, _ = verbs.records.add("member", {"name": "Kim", "birth_year": year - 10})
    assert len(verbs.people.hints(verbs.reader.get("member", child))) == 2
    verbs.records.edit("member", child, {"guardian": "Mum", "emergency_contact": "01"})
    assert verbs.people.hints(verbs.reader.get("member", child)) == []
    assert verbs.people.age_band(verbs.reader.get("member", child)) == "under 18"
    assert [age_band(born, 2026) for born in (2009, 2008, 1996, 1981, 1961, 2030, None)] == [
        "under 18", "18–29", "30–44", "45–64", "65 and over", "", "",
    ]  # fmt: skip


# --- records


def test_several_at_once_or_none(verbs: Verbs) -> None:
    rows = [{"name": "A"}, {"name": "B", "birth_year": "soon"}, {"name": "C"}]
    with pytest.raises(InvalidValue, match=r"Record 2: .*whole number"):
        verbs.records.add_many("member", rows, label="Import")
    assert verbs.reader.count("member") == 1
    with pytest.raises(NotFound, match="no kind of record"):
        verbs.records.add("shoe", {})


def test_removed_records_come_back_whole(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    verbs.records.remove("member", people[0])
    with pytest.raises(NotFound, match="was removed"):
        verbs.records.edit("member", people[0], {"phone": "1"})
    verbs.records.restore("member", people[0])
    assert verbs.reader.get("member", people[0])["name"] == "Amina"
    assert not verbs.records.restore("member", people[0])


def test_lists_typed_whole_write_only_what_differs(verbs: Verbs) -> None:
    member, _ = verbs.records.add("member", {"name": "A", "languages": ["fr", "pt"]})
    verbs.records.edit("member", member, {"languages": ["pt", "en"], "name": "A"})
    assert verbs.reader.get("member", member)["languages"] == ["en", "pt"]
    fields = [line.field for line in verbs.reader.history("member", member)]
    assert fields.count("name") == 1
    assert fields.count("languages/pt") == 1
    with pytest.raises(InvalidValue, match="no list called phone"):
        verbs.records.edit("member", member, add={"phone": ["1"]})


def test_references_take_the_beginning_of_an_id(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    offer, _ = verbs.records.add("offer", {"title": "Bikes", "member": people[0].hex()[:8]})
    record = verbs.reader.get("offer", offer)
    assert (record["member"], record["state"]) == (people[0], "open")
    with pytest.raises(NotFound):
        verbs.records.add("offer", {"title": "Bikes", "member": b"x" * 16})


def test_a_recorder_leaves_the_charter_alone(verbs: Verbs, other: Verbs) -> None:
    with pytest.raises(NotAllowed, match="organizer"):
        other.records.edit("charter", other.circle.id, {"name": "Mine"})


def test_what_two_laptops_changed_apart_is_settled_once(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]
) -> None:
    verbs.records.edit("member", people[0], {"phone": "0123"})
    other.records.edit("member", people[0], {"phone": "0145"})
    carry(verbs, other)
    carry(other, verbs)
    (item,) = verbs.review.items()
    assert {item.kept, item.other} == {"0123", "0145"}
    with pytest.raises(Usage):
        verbs.review.resolve(item.id, "both")
    verbs.review.resolve(item.id, "other")
    assert verbs.reader.get("member", people[0])["phone"] == item.other
    carry(verbs, other)
    assert not verbs.review.items()
    assert not other.review.items()
    with pytest.raises(NotFound):
        verbs.review.resolve(item.id, "kept")


# --- meetups


def test_a_meetup_cannot_end_before_it_begins(verbs: Verbs) -> None:
    for minutes, end in ((0, ""), (-30, ""), (None, "2026-11-20T17:00")):
        with pytest.raises(InvalidValue, match="before it begins"):
            verbs.meetups.plan("Bikes", "2026-11-20T18:00", minutes, end=end)
    meetup, _ = verbs.meetups.plan("Bikes", "2026-11-20T18:00", end="2026-11-20T19:30", place="Hall")
    record = verbs.reader.get("meetup", meetup)
    assert (record["minutes"], record["start"]) == (90, {"at": "2026-11-20T18:00", "zone": "Europe/Paris"})
    with pytest.raises(InvalidValue, match="before it begins"):
        verbs.records.edit("meetup", meetup, {"minutes": 0})
    with pytest.raises(InvalidValue):
        verbs.meetups.plan("Bikes", "tomorrow", 60)


def test_two_laptops_that_mark_the_same_person_make_one_record(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]
) -> None:
    meetup, _ = verbs.meetups.plan("Bikes", "2026-11-20T18:00", 90)
    carry(verbs, other)
    for laptop in (verbs, other):
        laptop.meetups.attend(meetup, member=people[0])
        laptop.meetups.attend(meetup, guest_name="Sam")
        laptop.meetups.headcount(meetup, 4)
        laptop.meetups.rsvp(meetup, people[1], "yes")
    carry(verbs, other)
    carry(other, verbs)
    named, counted = verbs.meetups.present(meetup)
    assert sorted(str(row["name"]) for row in named) == ["None", "Sam", "Sam"]
    assert counted == 4
    assert verbs.reader.count("rsvp") == 1


def test_a_presence_is_one_however_it_is_written_down(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    meetup, _ = verbs.meetups.plan("Open day", "2026-11-28T11:00")
    by_verb, _ = verbs.meetups.attend(meetup, member=people[0])
    added, _ = verbs.records.add("attendance", {"meetup": meetup, "person": people[0], "state": "no_show"})
    assert added == by_verb and verbs.reader.count("attendance") == 1
    verbs.records.remove("attendance", added)
    assert verbs.records.add("attendance", {"meetup": meetup, "person": people[0], "state": "attended"})[0] == by_verb
    assert verbs.reader.count("attendance") == 1, "it is there again"
    verbs.records.add("attendance", {"meetup": meetup, "headcount": 3})
    verbs.meetups.headcount(meetup, 4)
    assert verbs.meetups.present(meetup)[1] == 4 and verbs.reader.count("attendance") == 2
    answers = {
        verbs.records.add("rsvp", {"meetup": meetup, "person": people[0], "answer": each})[0] for each in ANSWERS
    }
    assert len(answers) == 1
    for kind, fields in (("attendance", {"state": "attended"}), ("rsvp", {"answer": "yes"})):
        with pytest.raises(InvalidValue, match="Say who"):
            verbs.records.add(kind, {"meetup": meetup, **fields})


def test_attendance_is_undone_and_marked_anew(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    meetup, _ = verbs.meetups.plan("Bikes", "2026-11-20T18:00", 90)
    verbs.meetups.attend(meetup, member=people[0])
    verbs.undo.undo()
    assert verbs.meetups.present(meetup)[0] == []
    verbs.meetups.attend(meetup, member=people[0])
    assert len(verbs.meetups.present(meetup)[0]) == 1
    for bad in ({"state": "late", "member": people[0]}, {"guest_name": " "}):
        with pytest.raises(InvalidValue):
            verbs.meetups.attend(meetup, **bad)  # wrong on purpose
    with pytest.raises(InvalidValue):
        verbs.meetups.headcount(meetup, -1)
    with pytest.raises(NotFound, match="no meetup"):
        verbs.meetups.attend(b"x" * 16, member=people[0])


# --- publishing


def bodies(verbs: Verbs) -> dict[str, dict[str, object]]:
    return {row["body"]["kind"]: row["body"] for row in verbs.reader.list("item") if row["body"]}


def test_only_what_reaches_out_is_published_and_names_nobody(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    assert not verbs.publish.refresh()
    offer, _ = verbs.records.add(
        "offer", {"title": "Bikes", "member": people[0], "reach": 5, "notes": "ring 0123", "languages": ["fr", "pt"]}
    )
    verbs.records.add("request", {"title": "Kiln", "reach": 1})
    assert verbs.publish.refresh()
    found = bodies(verbs)
    assert set(found) == {"offer", "charter"}
    assert found["offer"]["languages"] == "fr, pt"
    assert "Amina" not in repr(found)
    assert "0123" not in repr(found)
    assert not verbs.publish.refresh()
    assert str(verbs.undo.next_undo()) == "Add Kiln"

    consent = {"member": people[0], "purpose": "publish_listing", "given": True}
    id_, _ = verbs.records.add("consent", consent)
    verbs.publish.refresh()
    assert bodies(verbs)["offer"]["name"] == "Amina"
    verbs.records.edit("consent", id_, {"withdrawn": "2026-01-01"})
    verbs.publish.refresh()
    assert "name" not in bodies(verbs)["offer"]
    verbs.records.edit("offer", offer, {"state": "withdrawn"})
    verbs.publish.refresh()
    assert bodies(verbs) == {}


def test_a_recorder_without_the_right_publishes_nothing(verbs: Verbs, other: Verbs) -> None:
    other.records.add("offer", {"title": "Bikes", "reach": 5})
    assert not other.publish.may_publish()
    assert not other.publish.refresh()


def test_published_items_expire_and_are_renewed(verbs: Verbs, monkeypatch: pytest.MonkeyPatch) -> None:
    verbs.records.add("offer", {"title": "Bikes", "reach": 5})
    verbs.records.add("offer", {"title": "Old", "reach": 5, "expires": "2020-01-01"})
    verbs.meetups.plan("Past", "2020-01-01T18:00", 60, reach=5)
    verbs.meetups.plan("Far", "2099-01-01T18:00", 60, reach=5)
    day = "2026-01-01"
    monkeypatch.setattr(verbs.desk, "today", lambda: day)
    verbs.publish.refresh()
    assert {(body["kind"], body["expires"]) for body in bodies(verbs).values()} == {
        ("offer", "2026-06-30"), ("meetup", "2026-06-30"), ("charter", "2026-06-30"),
    }  # fmt: skip
    day = "2026-03-01"
    assert not verbs.publish.refresh()
    day = "2026-05-01"
    assert verbs.publish.refresh()
    assert bodies(verbs)["offer"]["expires"] == "2026-10-28"


def test_undo_of_more_than_one_changeset_can_hold(verbs: Verbs) -> None:
    members, _ = verbs.records.add_many("member", [{"name": f"M {n}"} for n in range(300)], label="Many")
    with verbs.circle.group("Evening"):
        for number in range(600):
            verbs.swaps.record(
                members[number % 300], members[(number + 1) % 300], 30, "x", f"2026-01-{number % 28 + 1:02}"
            )
    assert verbs.reader.count("swap") == 600
    verbs.undo.undo()
    assert verbs.reader.count("swap") == 0
    assert not any(verbs.reader.balances(members).values())
    verbs.undo.redo()
    assert verbs.reader.count("swap") == 600
    assert sums_to_zero(verbs)


def test_of_one_days_exchanges_the_last_recorded_is_the_newest(verbs: Verbs) -> None:
    zoe, _ = verbs.records.add("member", {"name": "Zoë"})
    day = verbs.desk.today()
    swaps = [verbs.swaps.record(zoe, verbs.desk.person, 30, topic, day)[0] for topic in ("one", "two", "three")]
    assert verbs.reader.ids("swap", order="on", descending=True) == swaps[::-1]
    assert verbs.reader.ids("swap", order="on") == swaps
