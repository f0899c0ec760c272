"""Whose name and number are shown where two members turn out to be one: no value of either is ever written over."""

from __future__ import annotations

import random
from collections import Counter
from contextlib import closing, suppress
from dataclasses import replace
from itertools import permutations

import pytest
from laptop_pairs import carry, meet

from learningcircles.circle.dossier import as_json, dossier
from learningcircles.circle.facets import Verbs
from learningcircles.circle.leading import likelier
from learningcircles.circle.typeahead import meant, suggest
from learningcircles.errors import CircleError, InvalidValue
from learningcircles.ids import link
from learningcircles.laptop.erasing import erase
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.surroundings import Surroundings

Held = tuple[object, object, object]


def numbered(verbs: Verbs, member: bytes, number: str) -> None:
    """Write the number that a member has; no verb lets anybody choose one."""
    with verbs.circle.change("Number") as change:
        change.set("member", member, {"number": number})


def some(verbs: Verbs, count: int) -> list[bytes]:
    """Add members with values of their own, by their ids."""
    people = sorted(verbs.records.add("member", {"name": "x"})[0] for _ in range(count))
    for n, each in enumerate(people, 1):
        verbs.records.edit("member", each, {"name": f"Zebulon Quix{n}", "phone": f"061111111{n}"})
        numbered(verbs, each, f"7-{n}0")
    return people


def own(verbs: Verbs, people: list[bytes]) -> list[Held]:
    """Return what stands in each record itself."""
    rows = verbs.reader.alone_all("member", people)
    return [(row["name"], row["number"], row["phone"]) for row in rows]


def shown(verbs: Verbs, member: bytes) -> Held:
    """Return what is shown of whoever a member is one with."""
    row = verbs.reader.get("member", verbs.reader.shown_as(member))
    return row["name"], row["number"], row["phone"]


def agree(*sides: Verbs) -> None:
    """Let all laptops hear of each other, and see that they hold the same."""
    for one, two in permutations(sides, 2):
        carry(one, two)
    for one, two in permutations(sides, 2):
        carry(one, two)
    assert len({side.reader.state_hash()["private"] for side in sides}) == 1
    assert all(check(side.circle) == [] for side in sides)


@pytest.mark.parametrize("leads", [0, 1])
def test_who_stays_is_shown_until_they_part_and_no_value_is_written(verbs: Verbs, leads: int) -> None:
    people = some(verbs, 2)
    before = own(verbs, people)
    verbs.records.edit("member", people[1 - leads], {"email": "z@example.org"})
    verbs.merging.merge(*people, stays=people[leads])
    stays = people[leads]
    assert [verbs.reader.shown_as(each) for each in people] == [stays, stays]
    assert shown(verbs, stays) == before[leads] and verbs.reader.get("member", stays)["email"] == "z@example.org"
    assert own(verbs, people) == before
    for back in (verbs.undo.undo, lambda: verbs.merging.part(people[0])):
        back()
        assert [shown(verbs, each) for each in people] == before
        if back == verbs.undo.undo:
            verbs.undo.redo()
            assert shown(verbs, people[0]) == before[leads], "what is done again leads again"
    verbs.merging.merge(*people)
    assert shown(verbs, people[1]) == before[0], "who merges them anew without a word gets the lowest id"
    verbs.undo.undo()
    assert check(verbs.circle) == []


def test_three_who_were_merged_part_in_the_order_they_were_merged(verbs: Verbs) -> None:
    one, two, three = people = some(verbs, 3)
    before = own(verbs, people)
    verbs.merging.merge(one, two, stays=two)
    verbs.merging.merge(one, three, stays=three)
    assert shown(verbs, one) == before[2], "who was said last leads all of them"
    verbs.undo.undo()
    assert shown(verbs, one) == before[1]
    verbs.undo.redo()
    verbs.merging.part(three)
    assert shown(verbs, one) == before[1], "and where they have gone, who was said before"
    verbs.undo.undo()
    verbs.merging.part(two)
    assert shown(verbs, one) == before[2] and shown(verbs, two) == before[1]
    verbs.merging.part(three)
    assert [shown(verbs, each) for each in people] == before == own(verbs, people)


def test_whoever_is_shown_for_a_group_stays_where_its_record_is_merged_again(verbs: Verbs) -> None:
    one, two, three = people = some(verbs, 3)
    before = own(verbs, people)
    verbs.merging.merge(one, two, stays=two)
    verbs.merging.merge(one, three, stays=one)
    assert shown(verbs, three) == before[1], "one is shown as two by now"


def test_what_an_older_version_says_of_a_pair_is_no_word_on_who_leads(verbs: Verbs) -> None:
    one, two, three = some(verbs, 3)
    verbs.merging.merge(one, two, stays=two)
    verbs.merging.merge(one, three, stays=three)
    for verdict in ("different", "same"):  # it parts and merges them, and does not know of `leads`
        with verbs.circle.change("Merge") as change:
            change.set("member_link", link(one, two), {"one": one, "other": two, "verdict": verdict})
    assert verbs.reader.shown_as(two) == three
    verbs.merging.part(three)
    assert verbs.reader.shown_as(one) == two, "what was said of the pair before stands"


def test_that_two_are_different_takes_away_no_word_on_who_leads(verbs: Verbs) -> None:
    """Nor does parting them: who merges them with an older version, which says nothing of it, gets back what was."""
    one, two = some(verbs, 2)
    verbs.merging.merge(one, two, stays=two)
    verbs.merging.different(one, two)
    assert verbs.reader.shown_as(one) == one
    with verbs.circle.change("Merge") as change:
        change.set("member_link", link(one, two), {"one": one, "other": two, "verdict": "same"})
    assert verbs.reader.shown_as(one) == two


def test_a_correction_goes_to_the_record_that_is_shown(verbs: Verbs) -> None:
    one, two = people = some(verbs, 2)
    verbs.merging.merge(one, two, stays=two)
    verbs.records.edit("member", verbs.reader.shown_as(one), {"phone": "0999"})
    assert shown(verbs, one)[2] == "0999"
    verbs.merging.part(two)
    assert [row[2] for row in own(verbs, people)] == ["0611111111", "0999"]


def test_a_second_merge_and_parting_leaves_what_was_written_between(verbs: Verbs) -> None:
    one, two = some(verbs, 2)
    for phone in ("0699999999", "0688888888"):
        verbs.merging.merge(one, two, stays=two)
        verbs.merging.part(two)
        verbs.records.edit("member", one, {"phone": phone})
    assert shown(verbs, one)[2] == "0688888888"


def test_nobody_else_can_be_said_to_stay(verbs: Verbs) -> None:
    one, two, three = people = some(verbs, 3)
    before = own(verbs, people)
    with pytest.raises(InvalidValue, match=r"Zebulon Quix3 is neither of the two.*\(stays\)") as refused:
        verbs.merging.merge(one, two, stays=three)
    assert refused.value.field == "stays" and own(verbs, people) == before
    with pytest.raises(CircleError, match="stays"):
        verbs.merging.merge(one, two, stays=bytes(16))
    assert len({verbs.reader.shown_as(each) for each in people}) == 3


@pytest.mark.parametrize(("status", "leads"), [("active", "left"), ("left", "active"), ("active", "guest")])
def test_who_stays_has_their_own_status(verbs: Verbs, status: str, leads: str) -> None:
    one, two = some(verbs, 2)
    for each, said in ((one, status), (two, leads)):
        with verbs.circle.change("Status") as change:
            change.set("member", each, {"status": said})
    verbs.merging.merge(one, two, stays=two)
    (row,) = [row for row in verbs.reader.list("member", where={"status": leads}) if row.id in (one, two)]
    assert (row.id, row["name"], row["status"]) == (two, "Zebulon Quix2", leads)


def test_the_older_record_is_proposed_and_whoever_takes_part_before_it(verbs: Verbs) -> None:
    old, new, left = (verbs.records.add("member", {"name": f"Ana {n}"})[0] for n in range(3))
    verbs.records.edit("member", new, {"phone": "0111", "email": "a@example.org", "notes": "Tea"})
    assert likelier(verbs.reader, old, new) == likelier(verbs.reader, new, old) == old
    verbs.leaving.leave(old)
    assert likelier(verbs.reader, old, new) == new
    verbs.leaving.leave(new)
    verbs.leaving.leave(left)
    assert likelier(verbs.reader, left, new) == new
    rows = [{"name": "Bo Ek"}, {"name": "Bo Ek", "phone": "0222"}]
    both, _ = verbs.records.add_many("member", rows, label="Import")
    assert likelier(verbs.reader, *both) == both[1], "of two that came in at once, whom more is known of"
    row = {"name": "Kim"}
    alike, _ = verbs.records.add_many("member", [row, row], label="Import")
    for one, two in ((0, 1), (1, 0)):
        for each, number in zip(alike, ("1-9", "1-40") if one == 0 else ("1-40", "1-9"), strict=True):
            numbered(verbs, each, number)
        assert likelier(verbs.reader, *alike) == alike[one], "else who has the lower number"
        assert likelier(verbs.reader, alike[two], alike[one]) == alike[one]
    verbs.merging.merge(new, both[0], stays=both[0])
    assert likelier(verbs.reader, new, old) == both[0]


def test_both_are_found_under_the_names_of_either(verbs: Verbs) -> None:
    one, two, _ = people = [verbs.records.add("member", {"name": name})[0] for name in ("Ana Ruiz", "Anna Rhys", "Bo")]
    verbs.records.edit("member", one, {"phone": "0611111111"})
    verbs.records.edit("member", two, {"phone": "0622222222"})
    for stays in (one, two):
        verbs.merging.merge(one, two, stays=stays)
        with closing(verbs.circle.open_reader()) as reader:
            for each in (verbs.reader, reader):
                for words in ("Ana Ruiz", "anna rh", "0611111111", "0622222222"):
                    assert [row.id for row in each.list("member", text=words)] == [stays], words
                    for order in ("", "name"):
                        assert list(each.ids("member", text=words, order=order, limit=5)) == [stays], words
                        assert list(each.ids("member", text=words, order=order)) == [stays], words
                    assert each.count("member", text=words) == 1
                    assert [hit.id for hit in each.find(words)] == [stays], words
                    assert [hit.id for hit in suggest(each, "member", words)] == [stays], words
                assert meant(each, "member", "anna rhys").certain == meant(each, "member", "ana ruiz").certain == stays
                assert [hit.id for hit in each.named_from("member", "an", limit=5)] == [stays]
                assert [hit.id for hit in suggest(each, "member", "anna rhsy")] == [stays], "but for a slip"
        verbs.merging.part(one)
        assert {row.id for row in verbs.reader.list("member", text="an")} == set(people[:2])


def test_members_are_found_by_the_number_on_either_card(verbs: Verbs) -> None:
    one, two, other = some(verbs, 3)
    verbs.records.edit("member", other, {"phone": "7 20"})
    with verbs.circle.change("Number") as change:
        change.set("member", one, {"former_number": "7-99"})
    verbs.merging.merge(one, two, stays=two)
    with closing(verbs.circle.open_reader()) as beside:
        for reader in (verbs.reader, beside):
            for words, ids in (("7-10", {two}), ("7 \u2013 20", {two, other}), ("7-99", {two}), ("7-30", {other})):
                assert {row.id for row in reader.list("member", text=words)} == ids, words
                assert reader.count("member", text=words) == len(ids)
                assert {hit.id for hit in reader.find(words, entities=["member"])} == ids
                assert {hit.id for hit in suggest(reader, "member", words)} == ids, words
                for order, limit in (("", 5), ("", None), ("name", 5), ("name", None)):
                    asked = reader.ids("member", text=words, order=order, limit=limit)
                    assert set(asked) == ids, (words, order, limit)
            assert [hit.id for hit in reader.find("7-10", limit=1)] == [two]
            assert not reader.find("7-10", entities=["offer"])
    verbs.records.remove("member", two)
    assert not verbs.reader.find("7-10"), "who was removed is not found"
    assert not {row.id for row in verbs.reader.list("member", text="7-2")} & {one, two}


# Several laptops.


@pytest.mark.parametrize("leads", [0, 1])
def test_who_stays_is_shown_where_another_laptop_removes_the_double(verbs: Verbs, other: Verbs, leads: int) -> None:
    people = some(verbs, 2)
    before = own(verbs, people)
    meet(verbs, other)
    verbs.merging.merge(*people, stays=people[leads])
    other.records.remove("member", people[1 - leads])
    agree(verbs, other)
    for side in (verbs, other):
        assert shown(side, people[0]) == before[leads] and own(side, people) == before


@pytest.mark.parametrize("leads", [0, 1])
def test_who_was_removed_leads_no_more_and_leads_again_once_restored(verbs: Verbs, other: Verbs, leads: int) -> None:
    people = some(verbs, 2)
    before = own(verbs, people)
    meet(verbs, other)
    verbs.merging.merge(*people, stays=people[leads])
    other.records.remove("member", people[leads])
    agree(verbs, other)
    for side in (verbs, other):
        assert shown(side, people[0]) == before[1 - leads]
    verbs.records.restore("member", people[leads])
    agree(verbs, other)
    for side in (verbs, other):
        assert shown(side, people[0]) == before[leads]
    other.records.remove("member", people[leads])
    agree(verbs, other)
    assert shown(verbs, people[0]) == before[leads], "both went as one, and come back as one"


@pytest.mark.parametrize("leads", [0, 1])
def test_two_laptops_that_merge_two_with_different_leaders_agree_on_the_last(
    verbs: Verbs, other: Verbs, leads: int
) -> None:
    people = some(verbs, 2)
    before = own(verbs, people)
    meet(verbs, other)
    verbs.merging.merge(*people, stays=people[1 - leads])
    other.merging.merge(*people, stays=people[leads])
    agree(verbs, other)
    for side in (verbs, other):
        assert shown(side, people[0]) == before[leads] and side.reader.review() == []
        assert [item.field for item in side.reader.review(every=True)] == ["leads"]
    verbs.undo.undo()
    agree(verbs, other)
    for side in (verbs, other):
        assert [shown(side, each) for each in people] == before


def test_two_merges_of_three_on_two_laptops_lose_no_name_and_give_no_number_twice(verbs: Verbs, other: Verbs) -> None:
    one, two, three = people = some(verbs, 3)
    before = own(verbs, people)
    meet(verbs, other)
    verbs.merging.merge(one, two, stays=two)
    other.merging.merge(one, three, stays=three)
    agree(verbs, other)
    for side in (verbs, other):
        assert {side.reader.shown_as(each) for each in people} == {three}, "it was said last"
        assert own(side, people) == before
    other.merging.part(three)
    agree(verbs, other)
    assert shown(verbs, one) == shown(other, one) == before[1]


def test_where_nobody_was_said_to_lead_the_lowest_is_shown_though_anonymised(verbs: Verbs, other: Verbs) -> None:
    """So older versions show them, which know of no leaders."""
    people = some(verbs, 2)
    meet(verbs, other)
    verbs.merging.merge(*people)
    other.leaving.anonymise(people[0])
    agree(verbs, other)
    assert [side.reader.shown_as(each) for side in (verbs, other) for each in people] == [people[0]] * 4


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_merges_in_one_moment_that_of_the_laptop_with_the_higher_id_leads(
    verbs: Verbs, other: Verbs, world: Surroundings, turned: bool
) -> None:
    """Whichever of the links has the higher id."""
    one, *others = some(verbs, 3)
    meet(verbs, other)
    moment = world.now_ms() + 1_000
    said = {}
    for side, stays in zip((verbs, other), reversed(others) if turned else others, strict=True):
        side.circle.surroundings = replace(world, now_ms=lambda: moment)
        side.merging.merge(one, stays, stays=stays)
        said[side.circle.secrets.device.id] = stays
        (line,) = [each for each in side.reader.history("member_link", link(one, stays)) if each.field == "leads"]
        assert line.at == moment, "or this shows nothing"
    agree(verbs, other)
    assert {side.reader.shown_as(one) for side in (verbs, other)} == {said[max(said)]}


@pytest.mark.parametrize("leads", [0, 1])
@pytest.mark.parametrize("anonymised", [0, 1])
def test_who_was_anonymised_apart_leads_no_more(verbs: Verbs, other: Verbs, leads: int, anonymised: int) -> None:
    people = some(verbs, 2)
    before = own(verbs, people)
    meet(verbs, other)
    verbs.merging.merge(*people, stays=people[leads])
    other.leaving.anonymise(people[anonymised])
    agree(verbs, other)
    for side in (verbs, other):
        assert shown(side, people[0]) == before[1 - anonymised]
    other.undo.undo()
    agree(verbs, other)
    for side in (verbs, other):
        assert shown(side, people[0]) == before[leads]


def test_a_group_that_is_anonymised_as_one_keeps_the_number_that_was_shown(verbs: Verbs) -> None:
    people = some(verbs, 2)
    verbs.merging.merge(*people, stays=people[1])
    verbs.leaving.anonymise(people[1])
    assert shown(verbs, people[0])[1] == "7-20"


# Erasures.


@pytest.mark.parametrize("way", ["parted", "undone"])
@pytest.mark.parametrize("leads", [0, 1])
def test_a_merge_by_mistake_keeps_nothing_of_who_is_erased_later(verbs: Verbs, way: str, leads: int) -> None:
    stays, gone = people = some(verbs, 2)
    before = own(verbs, people)
    verbs.records.edit("member", gone, {"notes": "Has a heart condition", "email": "b@example.org"})
    verbs.merging.merge(*people, stays=people[leads])
    verbs.merging.part(gone) if way == "parted" else verbs.undo.undo()
    assert erase(verbs, gone).done
    told = str([(line.before, line.after) for line in verbs.reader.history("member", stays)])
    assert not [word for word in ("Quix2", "heart condition", "b@example.org", "0611111112") if word in told]
    assert shown(verbs, stays) == before[0] and before[1] not in own(verbs, people)


@pytest.mark.parametrize("leads", [0, 1])
@pytest.mark.parametrize("erased", [0, 1])
def test_who_was_erased_apart_leads_no_more(verbs: Verbs, other: Verbs, leads: int, erased: int) -> None:
    people = some(verbs, 2)
    before = own(verbs, people)
    meet(verbs, other)
    other.merging.merge(*people, stays=people[leads])
    erase(verbs, people[erased])
    agree(verbs, other)
    for side in (verbs, other):
        assert shown(side, people[1 - erased]) == before[1 - erased]
        assert not [row for row in own(side, people) if row == before[erased]]


@pytest.mark.parametrize("leads", [0, 1])
def test_what_is_held_on_somebody_tells_nothing_of_who_was_merged_with_them_by_mistake(
    verbs: Verbs, leads: int
) -> None:
    """Also where both have one name: it is no mention that somebody else is called so."""
    people = some(verbs, 2)
    for each, words in zip(people, ("Likes tea", "Has a heart condition"), strict=True):
        verbs.records.edit("member", each, {"name": "Zebulon Quix", "notes": words})
    (friend,) = [verbs.records.add("member", {"name": "Bo", "phone": "0622222222", "notes": "Knows zebulon quix"})[0]]
    verbs.merging.merge(*people, stays=people[leads])
    verbs.merging.part(people[1])
    for way in ("parted", "undone"):
        held = dossier(verbs, people[0])
        told = str(as_json(held))
        assert "Likes tea" in told and "Zebulon Quix" in told, way
        theirs = (people[1].hex(), "heart condition", "0611111112", "7-20", "0622222222")
        assert not [word for word in theirs if word in told], way
        assert [(row.id, row["notes"]) for row in held.mentions] == [(friend, "Knows zebulon quix")]
        verbs.merging.merge(*people, stays=people[leads])
        verbs.undo.undo()


# Whatever happens.


@pytest.mark.parametrize("seed", range(4))
def test_laptops_that_do_anything_apart_show_the_same_and_write_no_value(
    verbs: Verbs, other: Verbs, third: Verbs, seed: int
) -> None:
    chance, sides = random.Random(seed), (verbs, other, third)
    people = some(verbs, 5)
    before, done = own(verbs, people), Counter[object]()
    agree(*sides)
    for _ in range(6):
        for side in sides:
            for _ in range(chance.randint(1, 3)):
                verb = chance.choice(VERBS if done[side.circle] > 0 else VERBS[:-1])  # no further back than to here
                with suppress(CircleError):
                    _anything(chance, side, people, verb)
                    done[side.circle] += -1 if verb == "undo" else 1
        agree(*sides)
        views = [{each: side.reader.shown_as(each) for each in people} for side in sides]
        assert views[0] == views[1] == views[2]
        held = {each.id: each for each in verbs.reader.alone_all("member", people)}
        for member, lead in views[0].items():
            assert not held[lead].deleted or held[member].deleted, "nobody is hidden under who was removed"
        for each, was, now in zip(people, before, own(verbs, people), strict=True):
            assert now == was or held[each]["status"] == "anonymised"
    for side in sides:
        Exchange(side.circle).rebuild()
        assert {each: side.reader.shown_as(each) for each in people} == views[0]


VERBS = ("merge", "merge", "merge", "merge", "part", "part", "remove", "restore", "anonymise", "redo", "undo")


def _anything(chance: random.Random, side: Verbs, people: list[bytes], verb: str) -> None:
    one, two = chance.sample(people, 2)
    if verb == "merge":
        side.merging.merge(one, two, stays=chance.choice([one, two, None]))
    elif verb == "part":
        side.merging.part(one)
    elif verb == "anonymise":
        side.leaving.anonymise(one)
    elif verb in ("undo", "redo"):
        (side.undo.undo if verb == "undo" else side.undo.redo)()
    else:
        (side.records.remove if verb == "remove" else side.records.restore)("member", one)
