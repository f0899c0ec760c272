"""What people learned: written down in a breath, shared, found, taken away with them, and erased with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from laptop_pairs import carry

from learningcircles.circle.dossier import as_json, dossier
from learningcircles.circle.facets import Verbs
from learningcircles.entities.learning import KINDS
from learningcircles.errors import InvalidValue, NotFound
from learningcircles.intake.export import export
from learningcircles.intake.importing import import_preview
from learningcircles.intake.preview import preview
from learningcircles.storage.check import check

People = tuple[bytes, bytes]


def test_a_moment_of_learning_is_informal_and_today(verbs: Verbs, people: People) -> None:
    id_, changes = verbs.learning.note(people[0], "patching a tube")
    record = verbs.reader.get("learning", id_)
    assert (record["kind"], record["on"], record["minutes"]) == ("informal", verbs.desk.today(), None)
    assert changes.touched == {("learning", id_)} and changes.label == "Learned patching a tube, Amina"
    assert [hit.id for hit in verbs.reader.find("tube")] == [id_]
    assert [line.field for line in verbs.reader.history("learning", id_)] == ["kind", "member", "on", "topic"]
    assert "Note that Amina learned patching a tube" in verbs.undo.undo().sentence
    assert verbs.reader.count("learning") == 0
    verbs.undo.redo()
    verbs.records.edit("learning", id_, {"kind": "formal", "minutes": 90, "field": "0716"})
    record = verbs.reader.get("learning", id_)
    assert (record["kind"], record["minutes"], record["field"]) == ("formal", 90, "0716")
    assert check(verbs.circle) == []


def test_a_list_of_long_ago_keeps_its_days_empty(verbs: Verbs, people: People) -> None:
    id_, _ = verbs.records.add("learning", {"member": people[0], "topic": "knitting"})
    record = verbs.reader.get("learning", id_)
    assert (record["kind"], record["on"]) == ("informal", None), "nobody said that it was today"


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"topic": " "}, "topic"), ({"kind": "best"}, "kind"), ({"minutes": 0}, "minutes"), ({"on": "soon"}, "on")],
)
def test_what_makes_no_sense_is_refused_by_field(
    verbs: Verbs, people: People, fields: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        verbs.learning.note(people[0], **{"topic": "chess", **fields})  # that is the point
    assert refused.value.field == field and verbs.reader.count("learning") == 0


def test_nobody_learns_who_is_not_there(verbs: Verbs) -> None:
    with pytest.raises(NotFound):
        verbs.learning.note(bytes(16), "chess")


def test_two_laptops_note_and_correct_apart(verbs: Verbs, other: Verbs, people: People) -> None:
    id_, _ = verbs.learning.note(people[0], "chess")
    carry(verbs, other)
    verbs.records.edit("learning", id_, {"minutes": 60})
    other.records.edit("learning", id_, {"kind": "non_formal", "with_whom": "Bo"})
    later, _ = other.learning.note(people[1], "bread")
    carry(verbs, other)
    carry(other, verbs)
    record = verbs.reader.get("learning", id_)
    assert (record["minutes"], record["kind"], record["with_whom"]) == (60, "non_formal", "Bo")
    assert verbs.reader.get("learning", later)["topic"] == "bread"
    assert verbs.reader.state_hash()["private"] == other.reader.state_hash()["private"]


def test_exported_and_imported_again_nothing_is_new(verbs: Verbs, people: People, tmp_path: Path) -> None:
    for kind, topic in zip(KINDS, ("welding", "first aid", "naming clouds"), strict=True):
        verbs.learning.note(people[0], topic, kind=kind, minutes=45, place="Hall", with_whom="Bo")
    file = tmp_path / "learning.csv"
    assert export(verbs.reader, "learning", "csv", file) == 3
    seen = preview(verbs.reader, "learning", file, today=verbs.desk.today())
    assert [row.fields["kind"] for row in seen.rows] == ["non_formal", "informal", "formal"]
    assert seen.good == [] and all(row.duplicate_of for row in seen.rows)
    for record in verbs.reader.list("learning"):
        verbs.records.remove("learning", record.id)
    import_preview(verbs, preview(verbs.reader, "learning", file, today=verbs.desk.today()))
    back = {(row["topic"], row["kind"], row["minutes"], row["member"]) for row in verbs.reader.list("learning")}
    assert back == {("welding", "formal", 45, people[0]), ("first aid", "non_formal", 45, people[0]),
                    ("naming clouds", "informal", 45, people[0])}  # fmt: skip


def test_whoever_takes_everything_away_takes_what_they_learned(verbs: Verbs, people: People) -> None:
    verbs.learning.note(people[0], "chess", with_whom="Pilar")
    told = as_json(dossier(verbs, people[0]))
    assert [row["topic"] for row in told["records"]["learning"]] == ["chess"]


def test_anonymised_people_leave_what_was_learned_but_not_where_and_with_whom(verbs: Verbs, people: People) -> None:
    id_, _ = verbs.learning.note(people[0], "chess", place="At home", with_whom="Uncle Jo", notes="On Sundays")
    other, _ = verbs.learning.note(people[1], "chess", place="Library")
    verbs.leaving.anonymise(people[0])
    record = verbs.reader.get("learning", id_)
    assert (record["topic"], record["kind"]) == ("chess", "informal")
    assert [record[name] for name in ("place", "with_whom", "notes")] == [None, None, None]
    assert verbs.reader.get("learning", other)["place"] == "Library"
    verbs.undo.undo()
    assert verbs.reader.get("learning", id_)["with_whom"] == "Uncle Jo"
    verbs.leaving.leave(people[0])
    assert verbs.reader.get("learning", id_)["place"] == "At home", "who leaves may come back"


def test_topics_count_people_whatever_the_spelling(verbs: Verbs, people: People) -> None:
    amina, bo = people
    verbs.records.edit("member", amina, {"topics": ["Yoga", "Éclairs"]})
    verbs.records.add("offer", {"member": amina, "title": "Yoga on the beach", "topic": "yoga"})
    verbs.records.add("offer", {"member": bo, "title": "Yoga", "state": "withdrawn"})
    verbs.records.add("request", {"member": bo, "title": "eclairs"})
    for member, kind in ((bo, "informal"), (bo, "informal"), (bo, "formal"), (amina, "non_formal")):
        verbs.learning.note(member, "YOGA", kind=kind)
    told = [
        (row.name.lower(), row.offers, row.asks, dict(row.learned)) for row in verbs.reader.subjects(today="2026-11-20")
    ]
    assert told == [
        ("eclairs", 1, 1, {}),
        ("yoga", 1, 0, {"formal": 1, "informal": 1, "non_formal": 1}),
    ]


def test_people_who_are_one_count_once(verbs: Verbs, people: People) -> None:
    for member in people:
        verbs.records.edit("member", member, {"topics": ["chess"]})
        verbs.learning.note(member, "bread")
    verbs.merging.merge(*people)
    told = {row.name: (row.offers, dict(row.learned)) for row in verbs.reader.subjects(today="2026-11-20")}
    assert told == {"bread": (0, {"informal": 1}), "chess": (1, {})}
