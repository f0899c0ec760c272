"""A consent is one person's yes to one purpose: for no other purpose does it count, and the newest decides."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from laptop_pairs import carry, home_at

from learningcircles.circle.consents import in_order
from learningcircles.circle.facets import Verbs
from learningcircles.errors import InvalidValue
from learningcircles.laptop import founding
from learningcircles.surroundings import real


def shown(verbs: Verbs) -> dict[str, Any]:
    """Title → name of the listings that are published."""
    verbs.publish.refresh()
    bodies = (row["body"] for row in verbs.reader.list("item"))
    return {body["title"]: body.get("name") for body in bodies if body is not None and body["kind"] == "offer"}


def say(verbs: Verbs, member: bytes, given: bool, purpose: str = "publish_listing", **fields: str) -> bytes:
    return verbs.records.add("consent", {"member": member, "purpose": purpose, "given": given, **fields})[0]


def test_a_yes_to_print_is_no_yes_to_the_web(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    verbs.records.add("offer", {"title": "Knitting", "member": people[0], "reach": 5})
    say(verbs, people[0], True, "name_in_print")
    assert shown(verbs) == {"Knitting": None}
    yes = say(verbs, people[0], True)
    assert shown(verbs) == {"Knitting": "Amina"}
    verbs.records.edit("consent", yes, {"withdrawn": verbs.desk.today()})
    assert shown(verbs) == {"Knitting": None}, "taken back: shown without a name"


def test_of_several_consents_the_newest_decides(verbs: Verbs, people: tuple[bytes, bytes], other: Verbs) -> None:
    amina, bo = people
    verbs.records.add("offer", {"title": "Knitting", "member": amina, "reach": 5})
    for _ in range(2):
        say(verbs, amina, True)
    no = say(verbs, amina, False)
    assert shown(verbs) == {}, "who says no is not shown"
    say(verbs, amina, True, on="2020-01-01", how="paper")
    assert shown(verbs) == {}, "a paper from before does not undo it"
    carry(verbs, other)
    say(other, amina, True)
    carry(other, verbs)
    assert shown(verbs) == {"Knitting": "Amina"}
    verbs.records.remove("consent", no)
    verbs.merging.merge(amina, bo)
    say(verbs, bo, False)
    assert shown(verbs) == {}, "two records of one person have one will"


@pytest.mark.parametrize(("zone", "hour", "today"), [("Pacific/Auckland", 20, "27"), ("America/Los_Angeles", 1, "25")])
def test_a_later_no_counts_wherever_it_is_written(tmp_path: Path, zone: str, hour: int, today: str) -> None:
    clock = [int(datetime(2026, 11, 26, hour, tzinfo=UTC).timestamp() * 1000)]
    world = replace(real(), now_ms=lambda: clock[0])
    with closing(founding.found(home_at(tmp_path), "Circle", "Pilar", "Laptop", world)) as circle:
        verbs = Verbs(circle, zone=zone)
        day = verbs.desk.today()
        assert day == f"2026-11-{today}"
        member, _ = verbs.records.add("member", {"name": "Amina"})
        verbs.records.add("offer", {"title": "Knitting", "member": member, "reach": 5})
        for with_day, name in (({"on": day}, {}), ({}, {"on": day}), ({}, {})):
            for given in (True, False):
                clock[0] += 60_000
                say(verbs, member, given, **(with_day if given else name))
                assert bool(shown(verbs)) is given


def test_an_undated_no_is_of_the_day_on_which_it_was_said(tmp_path: Path) -> None:
    """Before noon in UTC it might have been the day before somewhere; the laptop that wrote it knew better."""
    clock = [int(datetime(2026, 11, 26, 9, tzinfo=UTC).timestamp() * 1000)]
    world = replace(real(), now_ms=lambda: clock[0])
    with closing(founding.found(home_at(tmp_path), "Circle", "Pilar", "Laptop", world)) as circle:
        verbs = Verbs(circle, zone="Europe/Paris")
        member, _ = verbs.records.add("member", {"name": "Amina"})
        verbs.records.add("offer", {"title": "Knitting", "member": member, "reach": 5})
        say(verbs, member, False)
        clock[0] += 3_600_000
        yes = say(verbs, member, True, on="2026-11-25")
        assert shown(verbs) == {}
        verbs.records.edit("consent", yes, {"given": True, "how": "paper"})
        assert verbs.reader.get("consent", yes)["on"] == "2026-11-25", "nothing new was said"
        verbs.records.edit("consent", yes, {"given": False})
        verbs.records.edit("consent", yes, {"given": True})
        assert verbs.reader.get("consent", yes)["on"] == "2026-11-26"
        assert shown(verbs) == {"Knitting": "Amina"}
        with pytest.raises(InvalidValue, match=r"2026-11-27 is still to come: nobody has taken it back.*\(withdrawn\)"):
            verbs.records.edit("consent", yes, {"withdrawn": "2026-11-27"})


def test_a_day_to_come_is_refused_and_outlives_no_later_no(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    verbs.records.add("offer", {"title": "Knitting", "member": people[0], "reach": 5})
    with pytest.raises(InvalidValue, match=r"2062-11-26 is still to come.*\(on\)"):
        say(verbs, people[0], True, on="2062-11-26")
    yes = say(verbs, people[0], True)
    with verbs.circle.change("From an older version") as change:
        change.set("consent", yes, {"on": "2062-11-26"})
    assert shown(verbs) == {"Knitting": "Amina"}
    say(verbs, people[0], False, on=verbs.desk.today())
    assert shown(verbs) == {}
    rows = verbs.reader.list("consent")
    assert len({tuple(each.id for each in in_order(verbs.reader, some)) for some in permutations(rows)}) == 1
