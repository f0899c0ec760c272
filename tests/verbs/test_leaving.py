"""Members who leave, are anonymised, are here twice; and all that is held on one of them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from laptop_pairs import carry, meet
from test_verbs import sums_to_zero

from learningcircles.circle.dossier import as_json, dossier
from learningcircles.circle.facets import Verbs
from learningcircles.errors import InvalidValue, Refused
from learningcircles.intake.doubles import pairs
from learningcircles.storage.check import check
from learningcircles.storage.merged import components

FUTURE = "2035-05-04T11:00"


@pytest.fixture
def amina(verbs: Verbs, people: tuple[bytes, bytes]) -> bytes:
    """A member with something of everything."""
    amina, bo = people
    meetup = verbs.meetups.plan("Open day", FUTURE, 60, host=amina)[0]
    verbs.meetups.rsvp(meetup, amina)
    verbs.records.add("offer", {"member": amina, "title": "Bread"})
    verbs.records.add("consent", {"member": amina, "purpose": "name_in_print", "given": True})
    verbs.swaps.record(amina, bo, 90, "bread")
    verbs.swaps.record(bo, amina, 30, "Bikes", proposed=True)
    verbs.records.edit("member", amina, {"phone": "0123", "notes": "Bakes", "topics": ["bread"]})
    return amina


def test_leaving_settles_everything_as_one_action(verbs: Verbs, people: tuple[bytes, bytes], amina: bytes) -> None:
    bo = people[1]
    before = verbs.reader.state_hash()["private"]
    seen = verbs.leaving.outlook(amina)
    counts = [len(rows) for rows in (seen.answers, seen.listings, seen.duties, seen.consents, seen.waiting)]
    assert (seen.minutes, counts) == (90, [1, 1, 1, 1, 1])
    changes = verbs.leaving.leave(amina, hand_to=bo)
    assert ("member", amina) in changes.touched
    assert verbs.reader.get("member", amina)["status"] == "left"
    assert (verbs.reader.balance(amina), verbs.reader.pot()) == (0, 90)
    assert sums_to_zero(verbs)
    left = verbs.leaving.outlook(amina)
    assert not (left.answers or left.listings or left.duties or left.consents or left.waiting)
    assert verbs.reader.list("meetup")[0]["host"] == bo
    assert verbs.reader.list("consent")[0]["withdrawn"] == verbs.desk.today()
    verbs.undo.undo()
    again = verbs.leaving.outlook(amina)
    assert [len(again.answers), len(again.listings), len(again.duties), again.minutes] == [1, 1, 1, 90]
    assert verbs.reader.get("member", amina)["status"] == "active"
    assert verbs.reader.pot() == 0 and before != verbs.reader.state_hash()["private"]
    assert check(verbs.circle) == []


def test_a_status_edited_as_a_field_goes_by_the_rules_of_leaving(verbs: Verbs, amina: bytes) -> None:
    with pytest.raises(InvalidValue, match="active cannot become guest") as caught:
        verbs.records.edit("member", amina, {"status": "guest", "phone": "9"})
    assert caught.value.field == "status"
    assert verbs.reader.get("member", amina)["phone"] == "0123", "nothing half-done"
    verbs.records.edit("member", amina, {"status": "left", "phone": "9"})
    left = verbs.leaving.outlook(amina)
    assert not (left.answers or left.listings or left.duties or left.consents or left.waiting)
    assert (left.minutes, verbs.reader.get("member", amina)["phone"]) == (90, "9"), "the balance stays"
    verbs.undo.undo()
    assert len(verbs.leaving.outlook(amina).listings) == 1
    assert verbs.reader.get("member", amina)["phone"] == "0123"
    verbs.records.edit("member", amina, {"status": "left"})
    verbs.records.edit("member", amina, {"status": "anonymised"})
    assert verbs.reader.get("member", amina)["name"].startswith("Former member")
    guest, _ = verbs.records.add("member", {"name": "G", "status": "guest"})
    verbs.records.edit("member", guest, {"status": "active"})
    assert verbs.reader.get("member", guest)["number"]


def test_a_member_in_debt_leaves_it_to_the_pot_or_keeps_it(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    amina, bo = people
    verbs.swaps.record(amina, bo, 60, "Bread")
    verbs.leaving.leave(bo)
    assert (verbs.reader.balance(bo), verbs.reader.pot()) == (0, -60)
    verbs.leaving.leave(amina, settle=False)
    assert verbs.reader.balance(amina) == 60 and sums_to_zero(verbs)
    with pytest.raises(InvalidValue):
        verbs.leaving.leave(amina, hand_to=amina)


def test_anonymising_takes_the_details_off_and_can_be_undone(verbs: Verbs, amina: bytes) -> None:
    number = verbs.reader.get("member", amina)["number"]
    verbs.leaving.anonymise(amina)
    record = verbs.reader.get("member", amina)
    assert record["name"] == f"Former member {number}"
    assert [record[name] for name in ("phone", "notes", "email")] == [None, None, None]
    assert record["topics"] == [] and record["status"] == "anonymised" and record["number"] == number
    assert verbs.reader.find("Amina") == []
    with pytest.raises(Refused):
        verbs.leaving.anonymise(amina)
    verbs.undo.undo()
    record = verbs.reader.get("member", amina)
    assert (record["name"], record["phone"], record["topics"], record["status"]) == (
        "Amina",
        "0123",
        ["bread"],
        "active",
    )


def test_merged_members_are_shown_as_one_and_part_again(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    one = verbs.records.add("member", {"name": "Amina Adeyemi", "phone": "0123", "topics": ["bread"]})[0]
    two = verbs.records.add("member", {"name": "Amina Adeyemi", "email": "a@x.org", "topics": ["chess"]})[0]
    verbs.swaps.record(one, people[1], 60, "Bread")
    verbs.swaps.record(two, people[1], 30, "Chess")
    meetup = verbs.meetups.plan("Open day", FUTURE, 60)[0]
    verbs.meetups.attend(meetup, member=one, state="absent")
    verbs.meetups.attend(meetup, member=two)
    assert [(pair.one.id, pair.other.id, pair.why) for pair in pairs(verbs.reader)] == [(*sorted((one, two)), "name")]
    changes = verbs.merging.merge(two, one)
    low, high = sorted((one, two))
    assert changes.of("member") == {one, two}
    listed = [record for record in verbs.reader.list("member") if record["name"] == "Amina Adeyemi"]
    assert [record.id for record in listed] == [low], "shown under the lowest id"
    assert (listed[0]["phone"], listed[0]["email"], listed[0]["topics"]) == ("0123", "a@x.org", ["bread", "chess"])
    assert verbs.reader.balance(low) == 90
    assert [row["state"] for row in verbs.meetups.present(meetup)[0]] == ["attended"], "attended beats absent"
    assert pairs(verbs.reader) == []
    assert verbs.reader.count("member") == verbs.reader.count("member", deleted=True) - 1
    with pytest.raises(Refused):
        verbs.merging.merge(one, two)
    verbs.records.edit("member", low, {"phone": None, "topics": ["chess"]})
    assert (verbs.reader.get("member", low)["phone"], verbs.reader.get("member", low)["topics"]) == (None, ["chess"])
    verbs.undo.undo()
    verbs.undo.undo()
    assert verbs.reader.shown_as(high) == high and verbs.reader.get("member", one)["phone"] == "0123"
    verbs.undo.redo()
    verbs.merging.part(high)
    assert verbs.reader.shown_as(high) == high
    assert pairs(verbs.reader) == [], "who was taken apart is not asked about again"
    with pytest.raises(Refused):
        verbs.merging.part(high)
    assert check(verbs.circle) == []


def test_laptops_that_merged_differently_show_one_person(verbs: Verbs, other: Verbs) -> None:
    three = [verbs.records.add("member", {"name": f"Amina {n}"})[0] for n in range(3)]
    carry(verbs, other)
    verbs.merging.merge(three[0], three[1])
    other.merging.merge(three[1], three[2])
    carry(verbs, other)
    carry(other, verbs)
    for side in (verbs, other):
        assert {side.reader.shown_as(each) for each in three} == {min(three)}
        assert check(side.circle) == []
    assert verbs.reader.state_hash()["private"] == other.reader.state_hash()["private"]
    other.undo.undo()
    carry(other, verbs)
    assert verbs.reader.shown_as(three[2]) == three[2]
    assert {verbs.reader.shown_as(each) for each in three[:2]} == {min(three[:2])}


def both_note_that_she_leaves(verbs: Verbs, other: Verbs, amina: bytes, bo: bytes) -> None:
    verbs.swaps.record(amina, bo, 90, "Bread")
    meet(verbs, other)
    for side in (verbs, other):
        side.leaving.leave(amina)
    meet(verbs, other)


def test_two_laptops_that_note_the_same_leaving_settle_it_once(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina, bo = people
    both_note_that_she_leaves(verbs, other, amina, bo)
    for side in (verbs, other):
        assert (side.reader.balance(amina), side.reader.pot()) == (0, 90)
    verbs.swaps.record(amina, bo, 30, "Bread")  # one sees an exchange that the other does not: of two sums one counts
    verbs.leaving.leave(bo)
    other.leaving.leave(bo)
    meet(verbs, other)
    first = verbs.reader.balance(bo)
    assert first in (0, -30) and verbs.reader.pot() == 90 - 120 - first == other.reader.pot()
    assert verbs.reader.state_hash()["private"] == other.reader.state_hash()["private"] and sums_to_zero(verbs)


def test_undoing_a_leaving_that_another_laptop_noted_too_leaves_its_hours_settled(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina, bo = people
    both_note_that_she_leaves(verbs, other, amina, bo)
    for side in (verbs, other):
        with suppress(Refused):  # all of it may be what the other one said as well
            side.undo.undo()
        meet(verbs, other)
        assert verbs.reader.get("member", amina)["status"] == "left"
        assert (verbs.reader.balance(amina), verbs.reader.pot()) == (0, 90) == (other.reader.balance(amina), 90)
        assert verbs.reader.review() == [] and sums_to_zero(verbs)


@pytest.mark.parametrize("take", ["kept", "other"])
def test_a_leaving_taken_back_where_another_laptop_noted_it_is_asked_about(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes], take: str
) -> None:
    amina, bo = people
    verbs.swaps.record(amina, bo, 90, "Bread")
    meet(verbs, other)
    verbs.leaving.leave(amina)
    verbs.undo.undo()
    other.leaving.leave(amina)
    meet(verbs, other)
    for side in (verbs, other):
        assert side.reader.get("member", amina)["status"] == "left" and side.reader.balance(amina) == 90
        (item,) = side.reader.review()
        assert side.reader.review_count() == 1
        assert (item.entity, item.record, item.field, item.kept, item.other) == (
            "member", amina, "status", "left", "active",
        )  # fmt: skip
        assert (item.kept_by, item.other_by) == (other.circle.secrets.device.id, verbs.circle.secrets.device.id)
    verbs.review.resolve(item.id, take)
    meet(verbs, other)
    left = ("left", 0, 90) if take == "kept" else ("active", 90, 0)
    for side in (verbs, other):
        status = side.reader.get("member", amina)["status"]
        assert (status, side.reader.balance(amina), side.reader.pot()) == left
        assert side.reader.review() == [] and side.reader.review_count() == 0
        assert sums_to_zero(side) and check(side.circle) == []


def test_who_comes_back_and_leaves_again_is_settled_again(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    amina, bo = people
    for minutes, pot in ((90, 90), (30, 120)):
        verbs.swaps.record(amina, bo, minutes, "Bread")
        verbs.leaving.leave(amina)
        assert (verbs.reader.balance(amina), verbs.reader.pot()) == (0, pot)
        verbs.undo.undo()
        verbs.leaving.leave(amina)
        assert (verbs.reader.balance(amina), verbs.reader.pot()) == (0, pot)
        verbs.records.edit("member", amina, {"status": "active"})
    verbs.swaps.record(amina, bo, 15, "Bread")
    verbs.swaps.record(bo, amina, 15, "Bread", notes="back")
    verbs.merging.merge(amina, bo)
    verbs.leaving.leave(amina)
    assert sums_to_zero(verbs) and verbs.reader.pot() == 0 and check(verbs.circle) == []


def test_who_is_removed_here_and_merged_there_does_not_vanish(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes], third: Verbs
) -> None:
    low, high = sorted(people)
    verbs.swaps.record(low, verbs.desk.person or b"", 90, "Bread")
    meet(verbs, other)
    verbs.records.remove("member", low)
    other.merging.merge(low, high)
    carry(verbs, third)
    meet(verbs, other)
    carry(other, third)
    for side in (verbs, other, third):
        assert side.reader.shown_as(low) == high
        assert high in {row.id for row in side.reader.list("member")} and side.reader.balance(high) == 90
        assert check(side.circle) == []
    with verbs.circle.transaction():  # as a file of an older version has it
        verbs.circle.connection.execute("UPDATE merged SET member=?, shown=?", (high, low))
        verbs.circle.meta.put("merged_rule", 0)
    verbs.circle.adopt()
    assert verbs.reader.shown_as(low) == high
    verbs.records.restore("member", low)
    assert verbs.reader.shown_as(high) == low and low in {row.id for row in verbs.reader.list("member")}
    verbs.records.remove("member", low)
    assert not {low, high} & {row.id for row in verbs.reader.list("member")}, "one person goes as one"
    meet(verbs, other)
    assert not {low, high} & {row.id for row in other.reader.list("member")}
    other.records.restore("member", low)
    assert {row.id for row in other.reader.list("member")} & {low, high} == {low}
    assert not other.reader.alone_all("member", [high])[0].deleted


def test_hours_that_two_lists_brought_in_count_once_where_people_say_so(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]
) -> None:
    low, high = sorted(people)
    verbs.swaps.opening_balances({low: 180, verbs.desk.person or b"": 180})
    verbs.swaps.opening_balances({low: 20})
    verbs.swaps.opening_balances({low: 20})  # one record has it twice: that was meant
    other.swaps.opening_balances({high: 180})
    other.swaps.opening_balances({high: 20})
    meet(verbs, other)
    assert verbs.merging.hours_twice(low) == []
    verbs.merging.merge(low, high)
    meet(verbs, other)
    for side in (verbs, other):
        assert sorted(side.merging.hours_twice(high)) == [20, 180] and side.reader.balance(low) == 420
        side.merging.hours_once(high)
    meet(verbs, other)
    for side in (verbs, other):
        assert side.reader.balance(low) == 220 and sums_to_zero(side) and check(side.circle) == []
        with pytest.raises(Refused):
            side.merging.hours_once(low)
    assert verbs.reader.state_hash()["private"] == other.reader.state_hash()["private"]
    verbs.undo.undo()
    assert verbs.reader.balance(low) == 420 and verbs.reader.pot() == -600 and check(verbs.circle) == []


@pytest.mark.parametrize("apart", [False, True])
def test_who_is_parted_has_the_hours_again_that_were_said_to_be_the_same(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes], apart: bool
) -> None:
    """Also where another laptop says so while they are parted: then once somebody parts them again."""
    low, high = sorted(people)
    verbs.swaps.opening_balances({low: 180})
    verbs.swaps.opening_balances({high: 180})
    verbs.swaps.opening_balances({high: 20})
    verbs.merging.merge(low, high)
    meet(verbs, other)
    verbs.merging.hours_once(low)
    if apart:
        other.merging.part(high)
        meet(verbs, other)
        assert sorted(other.reader.balance(each) for each in people) == [20, 180]
    else:
        meet(verbs, other)
    for side in (verbs, other):
        side.merging.part(high)
    meet(verbs, other)
    for side in (verbs, other):
        assert (side.reader.balance(low), side.reader.balance(high)) == (180, 200)
        assert sums_to_zero(side) and check(side.circle) == []
        with pytest.raises(Refused):
            side.merging.part(high)
    assert verbs.reader.state_hash()["private"] == other.reader.state_hash()["private"]
    other.undo.undo()
    assert {other.reader.balance(low), other.reader.balance(high)} <= {20, 180, 200}
    assert sums_to_zero(other) and check(other.circle) == []


def test_links_in_any_order_lead_to_the_lowest_id() -> None:
    a, b, c, d = (bytes([n]) * 16 for n in range(4))
    for links in ([(b, a), (c, b), (d, c)], [(d, c), (a, b), (b, c)], [(c, d), (b, a), (d, a)]):
        assert components(links) == dict.fromkeys([a, b, c, d], a)
    assert components([(a, b), (c, d)]) == {a: a, b: a, c: c, d: c}


def test_the_dossier_holds_all_of_a_member(
    verbs: Verbs, people: tuple[bytes, bytes], amina: bytes, tmp_path: Path
) -> None:
    verbs.records.edit("member", amina, {"name": "Amina Adeyemi"})
    verbs.records.edit("member", people[1], {"notes": "Neighbour of Amina Adeyemi"})
    held = dossier(verbs, amina)
    kinds = {kind: len(rows) for kind, rows in held.records.items()}
    assert kinds == {"member": 1, "consent": 1, "offer": 1, "swap": 2, "meetup": 1, "rsvp": 1}
    assert [row.id for row in held.mentions] == [people[1]]
    document = as_json(held)
    assert document["minutes"] == 90 and [line["minutes"] for line in document["hours"]] == [90]
    assert {line["field"] for line in document["history"]} >= {"name", "phone", "notes", "topics/bread"}
    assert document["names"][people[1].hex()] == "Bo"
