"""Who is probably here already: however they are looked up, the same are found as by comparing everybody."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from typing import Any

import pytest
from rapidfuzz import fuzz

from learningcircles.circle.changes import Record
from learningcircles.circle.facets import Verbs
from learningcircles.entities.registry import entity
from learningcircles.intake.doubles import MOST, TOLD_BY, Search, pairs, still_open
from learningcircles.intake.duplicates import Known
from learningcircles.intake.namesakes import CROWD, LEAST_LIKENESS
from learningcircles.intake.people import People
from learningcircles.intake.plain import folded
from learningcircles.journal.telling import PHONE_DIGITS

NAMES = (
    "Amina Adeyemi",
    "Amina Adeyémi",
    "Adeyemi, Amina",
    "Aminah Adeyemi",
    "Li Wu",
    "Li",
    "Ana Ortega",
    "Ana Ortego",
    "",
)
EMAILS = ("a@example.org", "A@Example.org", "a.@example.org", "b@example.org", "", None)
PHONES = ("+33 1 12 34 56 78", "01 12345678", "0112345678", "12", "1 2", "ask Ana", None, "")
YEARS = (1980, 1981, None)

Fields = Mapping[str, Any]


def words(fields: Fields) -> list[str]:
    return sorted(folded(fields["name"]).split())


def line(fields: Fields) -> str:
    digits = re.sub(r"\D", "", fields["phone"] or "")
    return digits[-PHONE_DIGITS:] if len(digits) >= PHONE_DIGITS else ""


def is_alike(one: Fields, other: Fields) -> bool:
    begin, begun = ({word[:4] for word in words(each) if len(word) > 1} for each in (one, other))
    if not words(one) or not words(other):
        return False
    begin, begun = begin or {" ".join(words(one))}, begun or {" ".join(words(other))}
    if not begin & begun or fuzz.ratio(" ".join(words(one)), " ".join(words(other))) < LEAST_LIKENESS:
        return False
    if one["birth_year"] and other["birth_year"] and one["birth_year"] != other["birth_year"]:
        return False
    if not all(each[name] for each in (one, other) for name in ("email", "phone")):
        return True
    return folded(one["email"]) == folded(other["email"]) or telephone(one) == telephone(other)


def telephone(fields: Fields) -> str:
    return line(fields) or folded(fields["phone"])


def is_nicknamed(one: Fields, other: Fields) -> bool:
    if sorted(min(len(words(each)), 2) for each in (one, other)) != [1, 2]:
        return False
    if one["birth_year"] and other["birth_year"] and one["birth_year"] != other["birth_year"]:
        return False
    return not one["email"] or not other["email"] or folded(one["email"]) == folded(other["email"])


def expected(before: list[Record], new: Fields) -> dict[bytes, str]:
    """Compare somebody with everybody: id → why."""
    found: dict[bytes, str] = {}
    mailed = [each for each in before if new["email"] and (each["email"] or "").casefold() == new["email"].casefold()]
    for each in mailed[:1]:
        found.setdefault(each.id, "email")
    for word in words(new) if line(new) else ():
        for each in [row for row in before if line(row.fields) == line(new) and word in words(row.fields)][:1]:
            found.setdefault(each.id, "phone")
    at_home = [row for row in before if line(new) and line(row.fields) == line(new)]
    for each in [row for row in at_home if is_nicknamed(row.fields, new)][:1]:
        found.setdefault(each.id, "phone")
    for each in before:
        if is_alike(each.fields, new):
            found.setdefault(each.id, "name")
    return found


@pytest.mark.parametrize("seed", range(20))
def test_the_same_are_found_as_by_comparing_everybody(verbs: Verbs, seed: int) -> None:
    chance = random.Random(seed)
    known = Known(verbs.reader, entity("member"), ())
    before: list[Record] = []
    for number in range(60):
        fields = {
            "name": chance.choice(NAMES), "email": chance.choice(EMAILS), "phone": chance.choice(PHONES),
            "birth_year": chance.choice(YEARS),
        }  # fmt: skip
        record = Record("member", number.to_bytes(16, "big"), fields)
        assert dict(known.meet(record)) == expected(before, fields), fields
        before.append(record)


def test_a_search_goes_on_where_it_stood_and_sees_all(verbs: Verbs) -> None:
    people = [
        {"name": f"{number:04} {number}{number}", "email": f"{number % 450}@example.org"} for number in range(900)
    ]
    verbs.records.add_many("member", people, label="Add people")
    search, steps = Search(), 0
    while (found := search.step(verbs.reader)) is None:
        steps += 1
    assert steps == 10 and len(found) == 450 and {pair.why for pair in found} == {"email"}


def test_what_is_answered_or_removed_while_a_search_runs_is_no_question_at_its_end(verbs: Verbs) -> None:
    people = [{"name": f"{number // 2:04}", "email": f"{number // 2}@example.org"} for number in range(300)]
    ids = verbs.records.add_many("member", people, label="Add people")[0]
    search = Search()
    while search._at < 200:
        assert search.step(verbs.reader) is None
    verbs.merging.different(ids[0], ids[1])
    verbs.merging.merge(ids[2], ids[3])
    verbs.records.remove("member", ids[4])
    while (found := search.step(verbs.reader)) is None:
        pass
    assert {frozenset((pair.one.id, pair.other.id)) for pair in found} == {
        frozenset(ids[at : at + 2]) for at in range(6, 300, 2)
    }
    verbs.merging.different(ids[6], ids[7])
    assert still_open(verbs.reader, found) == found[1:]


def test_in_a_crowd_of_one_first_name_who_is_nearly_called_so_is_found(verbs: Verbs) -> None:
    letters = "bcdfghjklmnpqrstvwxz"
    others = [f"{one}{other}{one}o{other}o{more}a" for one in letters for other in letters for more in letters[:3]]
    assert len(others) > CROWD
    odd = "abcdefghijklmnopqrstuvwxyz" * 2
    names = [*(f"Amina {other}" for other in others), "Amina Haddad", "Amina", f"Amina x{odd}x"]
    known = Known(verbs.reader, entity("member"), ())
    ids = {name: at.to_bytes(16, "big") for at, name in enumerate(names)}
    for name, id_ in ids.items():
        list(known.meet(Record("member", id_, {"name": name, "email": None, "phone": None, "birth_year": None})))

    def met(name: str) -> list[str]:
        new = Record("member", b"n" * 16, {"name": name, "email": None, "phone": None, "birth_year": None})
        found = dict(known.meet(new))
        return [each for each, id_ in ids.items() if id_ in found]

    for slip in ("Amina Hadad", "Haddad Amína", "Amina Hadda", "Aminah Haddad", "Amina Hhaddad"):
        assert met(slip) == ["Amina Haddad"], slip
    assert met("Amina") == ["Amina"]
    assert met(f"Amina y{odd}y") == [], (
        "only whose names go on or end alike are compared: a bound for a hundred thousand"
    )


def test_where_nearly_all_are_alike_a_search_ends_and_says_so(verbs: Verbs) -> None:
    verbs.records.add_many("member", [{"name": "Amina Haddad"}] * 70, label="Add people")
    search = Search()
    while (found := search.step(verbs.reader)) is None:
        pass
    assert len(found) == MOST < 70 * 69 // 2 and search.more
    one, other = found[0].one.id, found[0].other.id
    verbs.merging.different(one, other)
    assert (one, other) not in {(each.one.id, each.other.id) for each in pairs(verbs.reader)}, "others come up"
    assert len(pairs(verbs.reader)) == MOST


def test_the_few_without_contacts_are_looked_for_by_name_among_all(verbs: Verbs) -> None:
    names = "Amina Diallo, Celia Diaz, Chen Wu, Dora Maar, Ewa Nowak, Farid Haddad, Gil Mendes, Ida Lund, Jonas Weber, "
    names += "Kofi Mensah, Lena Horn, Mira Nair, Nils Holm, Olga Tokar, Petra Kral, Rui Costa"
    whole = [
        {"name": name, "email": f"{at}@example.org", "phone": f"+3360000{at:04}"}
        for at, name in enumerate(names.split(", "))
    ]
    some = [{"name": "Amina Dialo"}, {"name": "Wu Chen"}, {"name": "Ewa", "email": "ewa@example.org"}]
    verbs.records.add_many("member", [*whole, *some], label="Add people")
    found = {frozenset((str(pair.one["name"]), str(pair.other["name"]))): pair.why for pair in pairs(verbs.reader)}
    assert found == {frozenset({"Amina Diallo", "Amina Dialo"}): "name", frozenset({"Chen Wu", "Wu Chen"}): "name"}


def test_among_ten_thousand_the_same_are_found_as_by_comparing_each_with_all(verbs: Verbs) -> None:
    chance, people = random.Random(11), list[dict[str, Any]]()
    syllables = [one + other for one in "bdfgklmnprst" for other in ("a", "e", "i", "o", "u", "ar", "en")]
    for number in range(9_700):
        first, last = ("".join(chance.choices(syllables, k=3)).title() for _ in range(2))
        people.append({"name": f"{first} {last}", "email": f"{number}@example.org", "phone": f"+3360{number:07}"})
    for place in chance.sample(range(len(people)), 300):
        known = people[place]
        name, phone = known["name"], known["phone"]
        people.append(
            chance.choice(
                (
                    {"name": name.upper(), "email": known["email"].upper(), "phone": f"+3470{place:07}"},
                    {"name": name.split()[0], "phone": f"0{phone[3:]}"},
                    {"name": f"Other {name.split()[1]}", "email": f"other{place}@example.org", "phone": phone},
                    {"name": name[:-1], "birth_year": 1980},
                    {"name": f"Stranger{place}", "phone": phone, "email": f"stranger{place}@example.org"},
                )
            )
        )
    chance.shuffle(people)
    verbs.records.add_many("member", people, label="Add people")
    known_all = Known(verbs.reader, entity("member"), ())
    expected = [
        (frozenset((record.id, id_)), why)
        for record in verbs.reader.many("member", verbs.reader.ids("member"))
        for id_, why in known_all.meet(record)
    ]
    search, compared = Search(), 0
    while (found := search.step(verbs.reader)) is None:
        compared = len(search._ids or b"") // 16
    assert [(frozenset((pair.one.id, pair.other.id)), pair.why) for pair in found] == expected
    assert 200 < len(expected) < MOST and {why for _, why in expected} == {"email", "phone", "name"}
    assert compared < 5_000, "most share nothing with anybody, and of these little is kept"


def test_one_telephone_in_two_notations_is_one(verbs: Verbs) -> None:
    """A nickname under somebody's number is asked about; the household's others and short numbers are not."""
    people = [
        {"name": "Jose Garcia", "phone": "+33 6 12 34 56 78", "email": "jose@example.org"},
        {"name": "Pepe", "phone": "0612345678"},
        {"name": "Marta", "phone": "06.12.34.56.78", "email": "marta@example.org"},
        {"name": "Ana Ortega", "phone": "111"},
        {"name": "Anita", "phone": "1 11"},
        {"name": "Katharina Nowakowska", "phone": "+48 601 987 654", "email": "k@example.org"},
        {"name": "Katarina Nowakowski", "phone": "601987654", "email": "kn@example.org"},
    ]
    verbs.records.add_many("member", people, label="Add people")
    found = {(str(pair.one["name"]), str(pair.other["name"]), pair.why) for pair in pairs(verbs.reader)}
    assert {(*sorted(each[:2]), each[2]) for each in found} == {
        ("Jose Garcia", "Pepe", "phone"),
        ("Katarina Nowakowski", "Katharina Nowakowska", "name"),
    }
    known = Known(verbs.reader, entity("member"))
    assert known.match(2, {"name": "Chepe", "phone": "0612345678"}) == (None, None), "an import asks nobody"


def test_a_short_telephone_and_a_name_in_common_are_one_person(verbs: Verbs) -> None:
    people = [{"name": "Zoë O'Brien", "phone": "0030 999"}, {"name": "Zoé Obrien", "phone": "0030 999"},
              {"name": "Zoe Marsh", "phone": "111"}, {"name": "Zoe Ek", "phone": "111"}]  # fmt: skip
    verbs.records.add_many("member", people, label="Add people")
    found = [(str(pair.one["name"]), str(pair.other["name"]), pair.why) for pair in pairs(verbs.reader)]
    assert [(set(each[:2]), each[2]) for each in found] == [({"Zoë O'Brien", "Zoé Obrien"}, "phone")]


def test_only_what_tells_who_is_here_twice_asks_for_another_search(verbs: Verbs) -> None:
    reader, records = verbs.reader, verbs.records
    (one, other), _ = records.add_many("member", [{"name": "Ana Ortega"}, {"name": "Bo Ek"}], label="Add people")
    for tells, write in (
        (False, lambda: records.edit("member", one, {"notes": "Brings bread"})),
        (False, lambda: verbs.swaps.record(one, other, 60, "Bread")),
        (True, lambda: records.edit("member", one, {"phone": "0611223344", "notes": ""})),
        (True, lambda: records.edit("member", one, {"birth_year": 1980})),
        (False, lambda: records.add("place", {"name": "Library"})),
        (True, lambda: verbs.merging.different(one, other)),
        (True, lambda: verbs.merging.merge(one, other)),
        (True, lambda: verbs.merging.part(one)),
        (True, lambda: records.remove("member", other)),
        (True, lambda: records.add("member", {"name": "Chen Wu"})),
    ):
        before = reader.moment()
        assert not reader.wrote_since(before, TOLD_BY)
        write()
        assert reader.wrote_since(before, TOLD_BY) == tells
    assert reader.wrote_since(before._replace(action=b"another"), TOLD_BY), "other changesets stand in their place"
    assert reader.wrote_since(before._replace(many=before.many + 1), TOLD_BY), "some have gone"
    before = reader.moment()
    for number in range(201):
        records.edit("member", one, {"notes": str(number)})
    assert reader.wrote_since(before, TOLD_BY), "so many are not looked at one by one"


@pytest.mark.parametrize(
    ("here", "listed", "known"),
    [
        ("Łukasz Świątek", "Lukasz Swiatek", True),
        ("Søren Bjørk", "Soren Bjork", True),
        ("Søren Bjørk", "Soeren Bjoerk", True),
        ("Đặng Văn Hùng", "Dang Van Hung", True),
        ("Jürgen Weiß", "Juergen Weiss", True),
        ("Jörg Müller", "Joerg Mueller", True),
        ("Joerg Mueller", "Jörg Müller", True),
        ("Jörg Müller", "Jorg Muller", True),
        ("Michael Nowak", "Michal Nowak", False),
        ("Manuel Ruiz", "Manül Ruiz", True),
    ],
)
def test_letters_of_another_alphabet_are_the_same_name(verbs: Verbs, here: str, listed: str, known: bool) -> None:
    id_ = verbs.records.add("member", {"name": here, "phone": "0160 4"})[0]
    found = Known(verbs.reader, entity("member"))
    called = found.called({"name": listed})
    assert (called.alone and list(called.others) == [id_]) == known
    other = {"name": listed, "phone": "0160 5", "email": "other@example.org"}
    assert (found.match(2, other) == (id_, None)) or not known, "also where the telephone is another one"


def test_a_row_names_a_member_however_their_letters_are_written(verbs: Verbs) -> None:
    id_ = verbs.records.add("member", {"name": "Jörg Łęcki"})[0]
    people = People(verbs.reader)
    assert {people.id_of(name) for name in ("Jörg Łęcki", "Joerg Lecki", "Lecki, Joerg", "jorg lecki")} == {id_}
