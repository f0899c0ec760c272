"""The sample region is such as a real one could be."""

from __future__ import annotations

import datetime

from learningcircles_ui.demo.sample import circles, meeting_day

TONGUES = {"Spanish": "es", "Portuguese": "pt", "French conversation": "fr"}


def test_nobody_meets_on_christmas_day() -> None:
    today = datetime.date(2026, 11, 25)
    assert meeting_day(today, 30) == "2026-12-27" and meeting_day(today, 29) == "2026-12-27"
    assert meeting_day(today, 37) == "2027-01-02" and meeting_day(today, -1) == "2026-11-24"


def test_who_teaches_a_language_speaks_it() -> None:
    taught = [row for data in circles() for row in data["listings"] if row["title"].startswith("Come and try")]
    known = [row for row in taught if row["topic"] in TONGUES]
    assert known and all(TONGUES[row["topic"]] in row["languages"] for row in known)
