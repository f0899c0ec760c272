"""Who came, written down and read again: a row says by title and day which meetup it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.errors import InvalidValue, NotFound
from learningcircles.intake.export import export
from learningcircles.intake.gatherings import Gatherings
from learningcircles.intake.importing import import_preview
from learningcircles.intake.preview import preview
from learningcircles.intake.rows import State

TODAY = "2026-11-26"


def plan(verbs: Verbs, title: str, start: str) -> bytes:
    id_, _ = verbs.meetups.plan(title, start, 60)
    return id_


def test_a_meetup_is_known_by_title_and_day(verbs: Verbs) -> None:
    bread, other = plan(verbs, "Bread, & more", "2026-11-28T09:30"), plan(verbs, "Bread, & more", "2026-12-05T09:30")
    early, late = plan(verbs, "Tea", "2026-12-06T09:00"), plan(verbs, "Tea", "2026-12-06T17:00")
    alone, twin = plan(verbs, "Yoga", "2026-12-07T17:00"), plan(verbs, "Yoga", "2026-12-07T17:00")
    plan(verbs, "Chess", "2026-12-08T17:00")
    known = Gatherings(verbs.reader)
    called = {
        each: known.name_of(verbs.reader.get("meetup", each)) for each in (bread, other, early, late, alone, twin)
    }
    assert called[bread] == "Bread, & more, 2026-11-28" and called[late] == "Tea, 2026-12-06 17:00"
    assert called[twin] == twin.hex(), "nothing else tells these two apart"
    assert {each: known.id_of(name) for each, name in called.items()} == {each: each for each in called}
    assert known.id_of("chess")
    with pytest.raises(InvalidValue, match="Several meetups are called Tea"):
        known.id_of("Tea")
    with pytest.raises(NotFound, match="no meetup called Polka"):
        known.id_of("Polka")


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_who_came_is_read_again_and_changes_nothing(verbs: Verbs, tmp_path: Path, form: str) -> None:
    amina = verbs.records.add("member", {"name": "Amina Adeyemi"})[0]
    for start in ("2026-11-18T18:00", "2026-11-25T18:00"):
        meetup = plan(verbs, "Café", start)
        verbs.meetups.attend(meetup, member=amina, state="attended")
        verbs.records.add("attendance", {"meetup": meetup, "name": "Ida", "state": "attended"})
        verbs.records.add("attendance", {"meetup": meetup, "headcount": 3})
    file = tmp_path / f"came.{form}"
    assert export(verbs.reader, "attendance", form, file) == 6
    seen = preview(verbs.reader, "attendance", file, today=TODAY)
    assert [row.problems for row in seen.rows] == [()] * 6
    assert all(row.duplicate_of for row in seen.rows) and len({row.duplicate_of for row in seen.rows}) == 6


def test_who_came_goes_into_another_circle_s_list(verbs: Verbs, tmp_path: Path) -> None:
    meetup = plan(verbs, "Café", "2026-11-18T18:00")
    verbs.records.add("member", {"name": "Amina Adeyemi"})
    file = tmp_path / "came.csv"
    file.write_text('Meetup,Person,State\n"Café, 2026-11-18",Amina Adeyemi,attended\nPolka,,attended\n', "utf-8")
    seen = preview(verbs.reader, "attendance", file, today=TODAY)
    assert [row.state is State.NEW for row in seen.rows] == [True, False]
    import_preview(verbs, seen)
    (row,) = verbs.reader.list("attendance")
    assert row["meetup"] == meetup and row["person"]
