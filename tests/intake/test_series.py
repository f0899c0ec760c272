"""A calendar's series come in with their dates of the next twelve months."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.errors import Refused, Unreadable
from learningcircles.intake.importing import import_preview
from learningcircles.intake.preview import Preview, preview
from learningcircles.intake.rows import State

ZONE = "Europe/Paris"
TODAY = "2026-11-20"


def calendar(*events: str) -> str:
    held = "".join(f"BEGIN:VEVENT\nUID:1\nSUMMARY:Café\n{event}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{held}END:VCALENDAR\n"


def read(verbs: Verbs, tmp_path: Path, *events: str) -> Preview:
    file = tmp_path / "dates.ics"
    file.write_text(calendar(*events), "utf-8")
    return preview(verbs.reader, "meetup", file, zone=ZONE, today=TODAY)


def days(seen: Preview) -> list[str]:
    return [row.fields["start"]["at"] for row in seen.rows]


RULES = {
    "DTSTART;TZID=Europe/Paris:20261203T180000\nRRULE:FREQ=MONTHLY;BYDAY=1TH;COUNT=4\n"
    "EXDATE;TZID=Europe/Paris:20270204T180000": ["2026-12-03T18:00", "2027-01-07T18:00", "2027-03-04T18:00"],
    "DTSTART:20261001T180000\nRRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261224": [
        "2026-11-26T18:00", "2026-12-10T18:00", "2026-12-24T18:00"],
    "DTSTART;TZID=Europe/Paris:20261126T183000\nRRULE:FREQ=DAILY;UNTIL=20261127T173000Z": [
        "2026-11-26T18:30", "2026-11-27T18:30"],
    "DTSTART:20261126T170000Z\nRRULE:FREQ=YEARLY;COUNT=2": ["2026-11-26T18:00"],
    "DTSTART:20261126T170000\nRDATE:20261128T100000,20261127T100000": [
        "2026-11-26T17:00", "2026-11-27T10:00", "2026-11-28T10:00"],
    "DTSTART;VALUE=DATE:20261201\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;VALUE=DATE:20261208": [
        "2026-12-01T00:00", "2026-12-15T00:00"],
    "DTSTART;TZID=Europe/Paris:20270320T180000\nRRULE:FREQ=WEEKLY;COUNT=2": ["2027-03-20T18:00", "2027-03-27T18:00"],
    "DTSTART:20280320T180000\nRRULE:FREQ=YEARLY;COUNT=1": ["2028-03-20T18:00"],
    "DTSTART:20261126T180000\nRRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3": [
        "2026-11-26T18:00", "2026-12-01T18:00", "2026-12-08T18:00"],
    "DTSTART:20240229T180000\nRRULE:FREQ=YEARLY;BYMONTH=2,3;BYMONTHDAY=-1;UNTIL=99991231": [
        "2027-02-28T18:00", "2027-03-31T18:00"],
}  # fmt: skip


@pytest.mark.parametrize("event", RULES)
def test_the_dates_of_twelve_months_come_in(verbs: Verbs, tmp_path: Path, event: str) -> None:
    seen = read(verbs, tmp_path, event)
    assert days(seen) == RULES[event] and not seen.mapping.unused
    assert [each.title for each in seen.series] == ["Café"] and seen.series[0].dates == len(seen.rows)
    assert not any(problem.error.code == "repeats" for row in seen.rows for problem in row.problems)


def test_a_series_that_comes_back_is_here_but_for_what_is_new(verbs: Verbs, tmp_path: Path) -> None:
    event = "DTSTART:20261126T180000\nDURATION:PT90M\nRRULE:FREQ=WEEKLY;COUNT=3"
    assert len(import_preview(verbs, read(verbs, tmp_path, event)).added) == 3
    seen = read(verbs, tmp_path, event.replace("COUNT=3", "COUNT=4"))
    assert [row.state for row in seen.rows] == [State.KNOWN] * 3 + [State.NEW]
    verbs.undo.undo()
    assert verbs.reader.count("meetup") == 0, "undone as one"


def test_a_date_that_was_moved_or_cancelled_stands_where_it_is_now(verbs: Verbs, tmp_path: Path) -> None:
    series = "DTSTART;TZID=Europe/Paris:20261126T180000\nRRULE:FREQ=WEEKLY;COUNT=3"
    moved = "RECURRENCE-ID;TZID=Europe/Paris:20261203T180000\nDTSTART;TZID=Europe/Paris:20261204T190000\nLOCATION:Quay"
    off = "RECURRENCE-ID:20261210T170000Z\nDTSTART:20261210T170000Z\nSTATUS:CANCELLED"
    seen = read(verbs, tmp_path, moved, series, off)
    assert days(seen) == ["2026-11-26T18:00", "2026-12-04T19:00", "2026-12-10T18:00"]
    assert [row.fields.get("place") for row in seen.rows] == [None, "Quay", None]
    assert [row.fields.get("state") for row in seen.rows] == [None, None, "cancelled"]
    assert {row.state for row in seen.rows} == {State.NEW}
    assert days(read(verbs, tmp_path, moved)) == ["2026-12-04T19:00"], "sent without its series"


def test_a_series_of_every_day_is_cut_and_said_to_go_on(verbs: Verbs, tmp_path: Path) -> None:
    seen = read(verbs, tmp_path, "DTSTART:20200101T180000\nRRULE:FREQ=DAILY")
    assert len(seen.rows) == 100 and days(seen)[0] == "2026-11-20T18:00"
    assert seen.series == [("Café", 100, True)]
    assert read(verbs, tmp_path, "DTSTART:20261126T180000\nRRULE:FREQ=MONTHLY").series == [("Café", 12, True)]


@pytest.mark.parametrize(
    "rule",
    ["FREQ=SECONDLY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;BYSETPOS=400", "FREQ=WEEKLY;BYDAY=XX", "FREQ=DAILY;COUNT=2"],
)
def test_of_a_rule_that_is_not_read_or_is_over_the_first_date_is_shown(verbs: Verbs, tmp_path: Path, rule: str) -> None:
    seen = read(verbs, tmp_path, f"DTSTART:20251126T180000\nRRULE:{rule}")
    assert days(seen) == ["2025-11-26T18:00"] and not seen.series
    assert [problem.error.code for problem in seen.rows[0].problems] == ["repeats"]


@pytest.mark.parametrize(
    "rule",
    ["FREQ=DAILY;BYMONTH=2;BYDAY=MO;INTERVAL=7", "FREQ=DAILY;BYMONTH=13", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
     "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300"],
)  # fmt: skip
def test_dates_that_never_come_are_not_looked_for_until_the_year_9999(verbs: Verbs, tmp_path: Path, rule: str) -> None:
    begun = process_time()
    read(verbs, tmp_path, f"DTSTART:20261101T180000\nRRULE:{rule}")
    assert process_time() - begun < 0.6


def test_reading_a_calendar_is_stopped_between_two_events(verbs: Verbs, tmp_path: Path) -> None:
    file, asked = tmp_path / "dates.ics", 0
    file.write_text(calendar(*["DTSTART:20261126T180000\nRRULE:FREQ=WEEKLY"] * 9), "utf-8")

    def stop(done: int, whole: int) -> None:
        nonlocal asked
        asked += 1
        if asked == 3:
            raise Refused("cancelled", "Somebody has cancelled it.")

    with pytest.raises(Refused):
        preview(verbs.reader, "meetup", file, zone=ZONE, told=stop, today=TODAY)


def test_a_calendar_is_read_event_by_event_and_tells_how_far_it_is(verbs: Verbs, tmp_path: Path) -> None:
    file, told = tmp_path / "dates.ics", list[tuple[int, int]]()
    file.write_text(calendar(*[f"DTSTART:202611{day}T180000" for day in range(20, 29)]), "utf-8")
    preview(verbs.reader, "meetup", file, zone=ZONE, told=lambda done, whole: told.append((done, whole)), today=TODAY)
    assert told[-9:] == [(row, 9) for row in range(1, 10)] and set(told[:-9]) == {(0, 1)}
    damaged = file.read_text("utf-8").replace("END:VEVENT\nEND:VCALENDAR", "END:VALARM\nEND:VCALENDAR")
    file.write_text(damaged, "utf-8")
    with pytest.raises(Unreadable):
        preview(verbs.reader, "meetup", file, zone=ZONE, today=TODAY)
    file.write_text(calendar(*["DTSTART:20261126T180000"] * 2, "BEGIN:X"), "utf-8")

    def stop(done: int, whole: int) -> None:
        raise Refused("cancelled", "Somebody has cancelled it.")

    with pytest.raises(Refused):
        preview(verbs.reader, "meetup", file, zone=ZONE, told=stop, today=TODAY)
    with pytest.raises(Unreadable):
        preview(verbs.reader, "meetup", file, zone=ZONE, today=TODAY)


def test_a_zone_that_stands_after_its_events_is_theirs(verbs: Verbs, tmp_path: Path) -> None:
    zone = "BEGIN:VTIMEZONE\nTZID:Harbour\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0300\n"
    zone += "TZOFFSETTO:+0300\nEND:STANDARD\nEND:VTIMEZONE\nEND:VCALENDAR"
    file = tmp_path / "dates.ics"
    written = calendar("DTSTART;TZID=Harbour:20261126T180000\nLOCATION:Über\n  dem Fluss").replace(
        "END:VCALENDAR", zone
    )
    file.write_text(written.replace("\n", "\r\n"), "utf-8", newline="")
    (row,) = preview(verbs.reader, "meetup", file, zone=ZONE, today=TODAY).rows
    assert row.fields["start"]["at"] == "2026-11-26T16:00" and row.fields["place"] == "Über dem Fluss"


def test_a_date_that_moves_what_follows_moves_all_of_it(verbs: Verbs, tmp_path: Path) -> None:
    series = "DTSTART;TZID=Europe/Paris:20261126T180000\nRRULE:FREQ=WEEKLY;COUNT=5"
    later = "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:{}T180000\nDTSTART;TZID=Europe/Paris:{}T{}0000"
    later += "\nLOCATION:Quay"
    seen = read(verbs, tmp_path, series, later.format("20261203", "20261204", 20))
    assert days(seen) == [
        "2026-11-26T18:00", "2026-12-04T20:00", "2026-12-11T20:00", "2026-12-18T20:00", "2026-12-25T20:00"
    ]  # fmt: skip
    assert [row.fields.get("place") for row in seen.rows] == [None, *["Quay"] * 4]
    alone = "RECURRENCE-ID;TZID=Europe/Paris:20261217T180000\nDTSTART;TZID=Europe/Paris:20261216T090000"
    again = later.format("20261210", "20261210", 19)
    seen = read(verbs, tmp_path, series, later.format("20261203", "20261204", 20), alone, again)
    assert days(seen) == [
        "2026-11-26T18:00", "2026-12-04T20:00", "2026-12-10T19:00", "2026-12-16T09:00", "2026-12-24T19:00"
    ]  # fmt: skip
    past = series.replace("20261126", "20261112")
    assert days(read(verbs, tmp_path, past, later.format("20261119", "20261119", 20)))[0] == "2026-11-26T20:00"


def test_a_moved_date_that_is_over_stays_out(verbs: Verbs, tmp_path: Path) -> None:
    series = "DTSTART:20261001T180000\nRRULE:FREQ=WEEKLY;UNTIL=20261203"
    over = "RECURRENCE-ID:20261008T180000\nDTSTART:20261009T180000"
    to_come = "RECURRENCE-ID:20261015T180000\nDTSTART:20261127T180000"
    seen = read(verbs, tmp_path, series, over, to_come)
    assert days(seen) == ["2026-11-26T18:00", "2026-12-03T18:00", "2026-11-27T18:00"]


def test_what_was_exported_from_here_stays_one_meetup(verbs: Verbs, tmp_path: Path) -> None:
    file = tmp_path / "dates.ics"
    ours = calendar("DTSTART:20261126T180000\nRRULE:FREQ=WEEKLY").replace("UID:1", f"UID:{'ab' * 16}@learningcircles")
    file.write_text(ours, "utf-8")
    seen = preview(verbs.reader, "meetup", file, zone=ZONE, today=TODAY)
    assert days(seen) == ["2026-11-26T18:00"] and not seen.series


def test_one_meetup_is_here_for_one_row_only(verbs: Verbs, tmp_path: Path) -> None:
    event = "DTSTART:20261126T180000"
    import_preview(verbs, read(verbs, tmp_path, event))
    assert [row.state for row in read(verbs, tmp_path, event, event).rows] == [State.KNOWN, State.DOUBTFUL]
