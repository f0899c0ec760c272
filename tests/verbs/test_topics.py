"""One name for one topic, however somebody spells it, and by whichever door it comes in."""

from __future__ import annotations

from pathlib import Path

import pytest
from laptop_pairs import carry

from learningcircles.circle.facets import Verbs
from learningcircles.errors import InvalidValue
from learningcircles.intake.importing import import_preview
from learningcircles.intake.preview import preview
from learningcircles.storage.check import check

People = tuple[bytes, bytes]


def test_case_accents_and_spaces_make_no_second_topic(verbs: Verbs, people: People) -> None:
    amina, bo = people
    verbs.learning.note(amina, "Éclairs au café")
    id_, _ = verbs.learning.note(bo, "  eclairs  AU cafe ")
    assert verbs.reader.get("learning", id_)["topic"] == "Éclairs au café"
    swap, _ = verbs.records.add("swap", {"provider": amina, "receiver": bo, "minutes": 60, "topic": "ECLAIRS AU CAFE"})
    verbs.records.edit("member", bo, {"topics": ["eclairs au café", "chess"]})
    verbs.records.edit("member", amina, add={"topics": ["Chess"]})
    offer, _ = verbs.records.add("offer", {"title": "Chess for two", "topic": "CHESS"})
    assert verbs.reader.get("swap", swap)["topic"] == "Éclairs au café"
    assert verbs.reader.get("member", bo)["topics"] == ["chess", "Éclairs au café"]
    assert (
        verbs.reader.get("member", amina)["topics"] == ["chess"]
        and verbs.reader.get("offer", offer)["topic"] == "chess"
    )
    assert list(verbs.reader.topics()) == ["chess", "Éclairs au café"]
    verbs.records.edit("member", bo, drop={"topics": ["ECLAIRS au café"]})
    assert verbs.reader.get("member", bo)["topics"] == ["chess"], "dropped as it is spelled there"
    assert check(verbs.circle) == []


def test_letters_that_differ_are_another_topic(verbs: Verbs, people: People) -> None:
    for words in ("C", "C++", "bicycle", "bicycles"):
        verbs.learning.note(people[0], words)
    assert list(verbs.reader.topics()) == ["bicycle", "bicycles", "C", "C++"]


def test_who_alone_uses_a_spelling_may_mend_it(verbs: Verbs, people: People) -> None:
    id_, _ = verbs.learning.note(people[0], "portuguese")
    verbs.records.edit("learning", id_, {"topic": "Portuguese"})
    assert verbs.reader.get("learning", id_)["topic"] == "Portuguese"
    second, _ = verbs.learning.note(people[1], "portuguese")
    verbs.records.edit("learning", second, {"topic": "PORTUGUESE"})
    assert {record["topic"] for record in verbs.reader.list("learning")} == {"Portuguese"}


def test_what_was_undone_names_nothing(verbs: Verbs, people: People) -> None:
    verbs.learning.note(people[0], "BREAD")
    verbs.undo.undo()
    id_, _ = verbs.learning.note(people[0], "bread")
    assert verbs.reader.get("learning", id_)["topic"] == "bread"


def test_what_was_refused_names_nothing(verbs: Verbs) -> None:
    offers = [{"title": "A", "topic": "BREAD BAKING"}, {"title": "B", "expires": "nonsense"}]
    with pytest.raises(InvalidValue):
        verbs.records.add_many("offer", offers, label="Import")
    id_, _ = verbs.records.add("offer", {"title": "Loaf", "topic": "Bread baking"})
    assert verbs.reader.get("offer", id_)["topic"] == "Bread baking"


def test_what_another_laptop_named_is_known_once_it_came_in(verbs: Verbs, other: Verbs, people: People) -> None:
    verbs.learning.note(people[0], "knots")
    other.learning.note(people[1], "Weaving")
    carry(other, verbs)
    id_, _ = verbs.learning.note(people[1], "weaving")
    assert verbs.reader.get("learning", id_)["topic"] == "Weaving"


def test_an_import_brings_no_second_spelling(verbs: Verbs, tmp_path: Path) -> None:
    verbs.records.add("offer", {"title": "Bikes", "topic": "bicycle repair"})
    listed = tmp_path / "members.csv"
    listed.write_text("Name,Skills\nAna,Bicycle Repair; Sewing\nBo,BICYCLE REPAIR; sewing\n", "utf-8")
    import_preview(verbs, preview(verbs.reader, "member", listed, today=verbs.desk.today()))
    assert list(verbs.reader.topics()) == ["bicycle repair", "Sewing"]


def test_a_topic_is_declared_once(verbs: Verbs) -> None:
    verbs.records.add("topic", {"name": "Sewing"})
    with pytest.raises(InvalidValue) as refused:
        verbs.records.add("topic", {"name": "sewing"})
    assert "There is a topic called Sewing already." in str(refused.value)


def test_a_long_list_reads_the_topics_once(verbs: Verbs, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    known = verbs.reader.topics
    monkeypatch.setattr(verbs.reader, "topics", lambda: read.append(1) or known())
    records = [{"name": f"Person {number}", "topics": [f"Topic {number}"]} for number in range(250)]
    verbs.records.add_many("member", records, label="Many")
    assert len(read) == 1 and len(known()) == 250
    for number in range(3):
        verbs.records.add("member", {"name": "Zoe", "topics": [f"Alone {number}"]})
    assert len(read) == 1, "what was added is known"
    verbs.undo.undo()
    verbs.records.add("member", {"name": "Zoe", "topics": ["ALONE 2"]})
    assert len(read) == 2 and "ALONE 2" in known(), "what was taken back is not"


def test_who_is_shown_as_somebody_else_is_not_tallied(verbs: Verbs) -> None:
    """Or a filter would offer a place that nobody in the list lives in."""
    ana = verbs.records.add("member", {"name": "Ana", "topics": ["bread"], "place": "Old Port"})[0]
    again = verbs.records.add("member", {"name": "Ana B", "topics": ["hats"], "place": "Cabin"})[0]
    verbs.merging.merge(ana, again)
    for field in ("place", "topics"):
        tallied = verbs.reader.tally("member", field)
        assert len(tallied) == 1 and all(verbs.reader.ids("member", where={field: [value]}) for value in tallied)
