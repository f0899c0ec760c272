"""The sample region is such as a real one could be."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from learningcircles.laptop.founding import open_circle
from learningcircles_ui.demo.sample import circles, meeting_day, sample_circle
from learningcircles_ui.demo.words import SAID
from tests.ui.conftest import home_in

ALIKE = {"yoga", "Yoga", "message"}
"""What is called so in every language."""
TONGUES = {"Spanish": "es", "Portuguese": "pt", "French conversation": "fr"}


def test_nobody_meets_on_christmas_day() -> None:
    today = datetime.date(2026, 11, 25)
    assert meeting_day(today, 30) == "2026-12-27" and meeting_day(today, 29) == "2026-12-27"
    assert meeting_day(today, 37) == "2027-01-02" and meeting_day(today, -1) == "2026-11-24"


def test_who_teaches_a_language_speaks_it() -> None:
    taught = [row for data in circles() for row in data["listings"] if row["title"].startswith("Come and try")]
    known = [row for row in taught if row["topic"] in TONGUES]
    assert known and all(TONGUES[row["topic"]] in row["languages"] for row in known)


def said(data: Any, name: str = "") -> Iterator[str]:
    """Yield all that a sample circle says, in its order."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from said(value, "place" if name == "places" and key == "name" else key)
    elif isinstance(data, list):
        for each in data:
            yield from said(each, name)
    elif isinstance(data, str) and name in SAID:
        yield data


@pytest.mark.parametrize("language", ["fr", "es"])
def test_the_sample_speaks_one_language(language: str) -> None:
    english, other = circles(), circles(language)
    people = {row["name"] for data in english for row in data["members"]} | ALIKE
    pairs = list(zip(said(english), said(other), strict=True))
    assert {before for before, now in pairs if before == now} - people == set()
    foreign = {now for before, now in pairs if before != now}
    assert {before for before, _ in pairs} & foreign == set(), "and none of it is in the English one"
    assert [data["name"] for data in other] == [data["name"] for data in english]


def test_a_newcomer_meets_the_sample_in_the_language_of_the_program(tmp_path: Path) -> None:
    home = home_in(tmp_path)
    sample_circle(home, "fr")
    with closing(open_circle(home)) as circle:
        titles = {str(row["title"]) for row in circle.reader.list("offer")}
        assert "Poterie pour débuter" in titles
        assert {row["name"] for row in circle.reader.list("place")} >= {"Salle Vieux-Port"}
