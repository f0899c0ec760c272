"""Address books and calendars, as telephones and other programs write them, become members and meetups."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learningcircles.circle.changes import Record
from learningcircles.circle.facets import Verbs
from learningcircles.errors import Unreadable, Usage
from learningcircles.intake.calendars_in import read_calendar
from learningcircles.intake.cards_in import read_cards
from learningcircles.intake.entry import called
from learningcircles.intake.export import export
from learningcircles.intake.importing import import_preview
from learningcircles.intake.letters import decode_text
from learningcircles.intake.preview import preview
from learningcircles.intake.repeats import in_words, says_all
from learningcircles.intake.rows import State
from tests.intake.listed import ZONE, seen

CARDS = """BEGIN:VCARD\r
VERSION:4.0\r
FN:Aïcha O’Neill\\, the\r
  elder\r
item1.TEL;TYPE=cell:tel:+33 0123 45\r
TEL;TYPE=home:0600\r
EMAIL:aicha@example.org\r
ADR;TYPE=home:;;5 Quay\\; left;Brest;;29200;France\r
BDAY:1984-05-01\r
LANG;PREF=1:fr\r
CATEGORIES:pottery,food\\, wine\r
NOTE:Line one\\nLine two\r
PHOTO:data:image/png;base64,AAAA\r
ORG:School\r
END:VCARD\r
BEGIN:VCARD
VERSION:2.1
N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:N=FA=F1ez;Jos=E9;;;
NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:first=0D=0A=
second
BDAY:--0412
END:VCARD
BEGIN:VCARD
VERSION:3.0
TEL:0145
END:VCARD
BEGIN:VCARD
FN:Bo Ek
EMAIL:not mail
END:VCARD
"""
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Somebody//EN
BEGIN:VEVENT
UID:1
DTSTAMP:20260101T000000Z
SUMMARY:Café\\, ouvert
DTSTART;TZID=Europe/Madrid:20261203T180000
DTEND;TZID=Europe/Madrid:20261203T193000
LOCATION:Old Port hall
DESCRIPTION:Bring a cup
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTAMP:20260101T000000Z
SUMMARY:In the world's time
DTSTART:20260701T160000Z
DURATION:PT45M
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTAMP:20260101T000000Z
SUMMARY:A whole day
DTSTART;VALUE=DATE:20261204
END:VEVENT
BEGIN:VEVENT
UID:4
DTSTAMP:20260101T000000Z
SUMMARY:Every week
DTSTART:20201205T090000
RRULE:FREQ=WEEKLY;COUNT=4
END:VEVENT
BEGIN:VEVENT
UID:5
DTSTAMP:20260101T000000Z
SUMMARY:Somewhere
DTSTART;TZID=Custom/Place:20261206T090000
DTEND;TZID=Custom/Place:20261206T080000
EXDATE:20261213T090000
X-COLOUR:red
END:VEVENT
END:VCALENDAR
"""


def test_cards_of_every_version_become_members(verbs: Verbs, tmp_path: Path) -> None:
    found = seen(verbs, tmp_path, CARDS, "member", "people.vcf")
    assert found.rows[0].fields == {
        "name": "Aïcha O’Neill, the elder",
        "phone": "+33 0123 45",
        "email": "aicha@example.org",
        "address": {"street": "5 Quay; left", "city": "Brest", "postcode": "29200", "country": "France"},
        "birth_year": 1984,
        "languages": ["fr"],
        "notes": "Line one\nLine two\ntel: 0600",
    }
    assert found.rows[1].fields == {"name": "José Núñez", "notes": "first\nsecond"}
    assert [row.state is State.BLOCKED for row in found.rows] == [False, False, True, False]
    assert "e-mail" in found.rows[3].problems[0].sentence and found.rows[3].problems[0].cell == "not mail"
    assert {"ORG", "PHOTO", "CATEGORIES"} <= set(found.mapping.unused) and "Name" in found.mapping.titles
    made = import_preview(verbs, found, also={4})
    assert len(made.added) == 3 and made.left_out == [3]
    assert "E-mail: not mail" in str(verbs.reader.get("member", made.added[2])["notes"])
    verbs.undo.undo()
    assert verbs.reader.count("member") == 1, "one action"


def test_old_telephones_letters_are_guessed() -> None:
    card = "BEGIN:VCARD\nVERSION:2.1\nFN:Zoë Ñandú\nEND:VCARD\n"
    for encoding in ("utf-8", "cp1252", "utf-16"):
        assert read_cards(decode_text(card.encode(encoding)).text)[0].fields["name"] == "Zoë Ñandú", encoding


def test_events_become_meetups(verbs: Verbs, tmp_path: Path) -> None:
    found = seen(verbs, tmp_path, CALENDAR, "meetup", "dates.ics")
    cafe, world, day, weekly, custom = found.rows
    assert cafe.fields == {
        "title": "Café, ouvert",
        "place": "Old Port hall",
        "notes": "Bring a cup",
        "start": {"at": "2026-12-03T18:00", "zone": "Europe/Madrid"},
        "minutes": 90,
    }
    assert world.fields["start"] == {"at": "2026-07-01T18:00", "zone": ZONE}
    assert world.fields["minutes"] == 45 and world.fields["state"] == "cancelled"
    assert day.fields["start"] == {"at": "2026-12-04T00:00", "zone": ZONE} and day.fields["minutes"] == 24 * 60
    assert day.state is not State.BLOCKED and "00:00" in day.problems[0].sentence
    assert weekly.state is State.DOUBTFUL and weekly.problems[0].cell == "FREQ=WEEKLY;COUNT=4"
    assert custom.fields["start"]["zone"] == ZONE and found.mapping.unused == ["EXDATE", "X-COLOUR"]
    assert [called(name) for name in found.mapping.unused] == [
        "dates left out of a series", "what only the other program knows"]  # fmt: skip
    assert "minutes" not in custom.fields and custom.state is not State.BLOCKED
    assert [problem.sentence for problem in custom.problems] == [
        "It ends before it begins: its length is left out."]  # fmt: skip
    made = import_preview(verbs, found, also={weekly.number})
    assert verbs.reader.get("meetup", made.added[-1])["notes"] == "It repeats every week. 4 times in all."
    verbs.undo.undo()
    made = import_preview(verbs, found)
    assert {verbs.reader.get("meetup", each)["title"] for each in made.added} == {"Café, ouvert", "In the world's time"}


def test_each_file_holds_its_own_kind(verbs: Verbs, tmp_path: Path) -> None:
    with pytest.raises(Usage, match="members only"):
        seen(verbs, tmp_path, CARDS, "offer", "people.vcf")
    with pytest.raises(Unreadable):
        seen(verbs, tmp_path, "nothing of the kind", "meetup", "dates.ics")
    with pytest.raises(Unreadable, match="empty"):
        seen(verbs, tmp_path, "nothing of the kind", "member", "people.vcf")


def test_a_meetup_of_a_table_is_in_this_machines_time(verbs: Verbs, tmp_path: Path) -> None:
    found = seen(verbs, tmp_path, "Title;Date;Time\nCafé;3.12.2026;18:00\n", "meetup", "dates.csv")
    assert found.rows[0].fields["start"] == {"at": "2026-12-03T18:00", "zone": ZONE}


@pytest.fixture
def full(verbs: Verbs) -> Verbs:
    """A circle with everything in it that can be exported."""
    add = verbs.records.add
    fields = {"phone": "0123", "topics": ["UX/UI", "food, wine"], "address": {"text": "5 Quay"}, "birth_year": 1980}
    amina, _ = add("member", {"name": "=1+1 D'Arcy, Ñandú", "notes": "'=a\nb", "languages": ["fr"], **fields})
    zoe, _ = add("member", {"name": "Zoë", "email": "zoe@example.org"})
    add("member", {"name": "Zoë", "email": "zoe2@example.org", "phone": "+33 111 111 111"})
    add("offer", {"member": amina, "title": "@Bread", "reach": 3})
    add("request", {"member": zoe, "title": "Bikes", "expires": "2027-01-01"})
    add("place", {"name": "Hall", "address": {"city": "Brest"}, "capacity": 20})
    add("consent", {"member": amina, "purpose": "keep_details", "given": True})
    add("learning", {"member": zoe, "topic": "Bread", "kind": "informal"})
    verbs.swaps.record(amina, zoe, 90, "Bread")
    verbs.swaps.record(amina, zoe, 30, "Bikes")
    verbs.meetups.plan("Open day", "2026-12-03T18:00", 60, host=amina, place="Hall")
    verbs.meetups.plan("Open day", "2026-12-10T18:00", 60)
    return verbs


KINDS = ("member", "offer", "request", "place", "consent", "learning", "swap", "meetup")
SKIPPED = ("number", "status", "joined", "host")
FILES = [(kind, form) for kind in KINDS for form in ("csv", "xlsx")] + [("member", "vcf"), ("meetup", "ics")]


@pytest.mark.parametrize(("kind", "form"), FILES)
def test_an_export_that_is_imported_again_changes_nothing(full: Verbs, tmp_path: Path, kind: str, form: str) -> None:
    file = tmp_path / f"out.{form}"
    assert export(full.reader, kind, form, file) == full.reader.count(kind) > 0
    before = full.reader.state_hash()
    found = preview(full.reader, kind, file, zone=ZONE, today=full.desk.today())
    assert [row.duplicate_of is not None for row in found.rows] == [True] * full.reader.count(kind), found.rows
    made = import_preview(full, found)
    assert made.added == [] and full.reader.state_hash() == before


@pytest.mark.parametrize(
    ("kind", "form"), [("member", "vcf"), ("meetup", "ics"), ("member", "csv"), ("member", "xlsx")]
)
def test_what_is_removed_comes_back_whole_from_its_export(full: Verbs, tmp_path: Path, kind: str, form: str) -> None:
    file = tmp_path / f"out.{form}"
    before = sorted(map(told, full.reader.list(kind)))
    export(full.reader, kind, form, file)
    for row in full.reader.list(kind):
        full.records.remove(kind, row.id)
    import_preview(full, preview(full.reader, kind, file, zone=ZONE, today=full.desk.today()), take="all")
    assert sorted(map(told, full.reader.list(kind))) == before


def told(record: Record) -> str:
    """What a record says, in one text; an address may have lost which part is which."""
    fields = {name: value for name, value in sorted(record.fields.items()) if name not in SKIPPED and value}
    return repr({**fields, "address": list((fields.get("address") or {}).values())})


TODAY = "2026-11-20"
PIECES = ("DTSTART:9", "P1Y", "TZID=", "TZID=..", "BEGIN:VEVENT", "END:VCARD", "\n", "\r\n ", ":", ";", "=", "\0", "é")


SPOILT = st.lists(st.tuples(st.integers(0, 1400), st.integers(0, 40), st.sampled_from(PIECES)), min_size=1, max_size=5)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([CARDS, CALENDAR]), SPOILT)
def test_a_damaged_file_is_read_as_far_as_it_goes_or_refused(held: str, spoilt: list[tuple[int, int, str]]) -> None:
    text = held
    for at, gone, piece in spoilt:
        text = text[:at] + piece + text[at + gone :]
    try:
        read = decode_text(text.encode()).text
        entries = read_cards(read) if held is CARDS else read_calendar(read, "x.ics", ZONE, TODAY)
    except Unreadable:
        return
    assert all(isinstance(entry.fields, dict) for entry in entries)


def test_an_event_whose_day_is_damaged_is_named_and_the_others_come_in(verbs: Verbs, tmp_path: Path) -> None:
    damaged = CALENDAR.replace("20261203T180000", "tomorrow")
    found = seen(verbs, tmp_path, damaged, "meetup", "dates.ics")
    assert found.rows[0].state is State.BLOCKED and found.rows[1].state is State.NEW


def test_rules_of_repeating_are_told_in_plain_words() -> None:
    told = {
        "FREQ=DAILY": "It repeats every day.",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20261231":
            "It repeats every 2 weeks. On Mondays. On Thursdays. Until 2026-12-31.",
        "FREQ=MONTHLY;BYDAY=2TU": "It repeats every month.",
        "FREQ=HOURLY;COUNT=3": "It repeats. 3 times in all.",
        "nonsense": "It repeats.",
        "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2": "It repeats every month.",
        "FREQ=YEARLY;BYMONTH=3,9;BYDAY=SA": "It repeats every year.",
        "FREQ=WEEKLY;INTERVAL=01": "It repeats every week.",
        "FREQ=WEEKLY;INTERVAL=x;COUNT=1": "It repeats every week.",
        "FREQ=WEEKLY;UNTIL=20261231T030000Z": "It repeats every week. Until 2026-12-31.",
        "FREQ=WEEKLY;UNTIL=99999999": "It repeats every week.",
        "FREQ=WEEKLY;BYDAY=MO;BYDAY=MO": "It repeats every week. On Mondays.",
        "INTERVAL=2": "It repeats.",
    }  # fmt: skip
    assert {rule: str(in_words(rule)) for rule in told} == told
    assert [rule for rule in told if says_all(rule)] == list(told)[:2], "of the others the rule itself is kept"


def test_what_a_library_guesses_of_a_zone_is_no_noise(recwarn: pytest.WarningsRecorder) -> None:
    zone = "/freeassociation.sourceforge.net/Europe/Madrid"
    event = f"BEGIN:VEVENT\nUID:1\nSUMMARY:Café\nDTSTART;TZID={zone}:20261203T180000\nEND:VEVENT\n"
    (read,) = read_calendar(f"BEGIN:VCALENDAR\nVERSION:2.0\n{event}END:VCALENDAR\n", "a.ics", ZONE, "2026-11-20")
    assert read.fields["start"] == {"at": "2026-12-03T18:00", "zone": "Europe/Madrid"} and not recwarn.list


def test_what_a_calendar_holds_beside_events_is_told(verbs: Verbs, tmp_path: Path) -> None:
    file = tmp_path / "a.ics"
    event = "BEGIN:VEVENT\nSUMMARY:Tea\nDTSTART:20261203T180000\nSTATUS:TENTATIVE\nEND:VEVENT"
    file.write_text(f"BEGIN:VCALENDAR\n{event}\nBEGIN:VTODO\nSUMMARY:Buy tea\nEND:VTODO\nEND:VCALENDAR\n", "utf-8")
    found = preview(verbs.reader, "meetup", file, today=verbs.desk.today())
    assert found.mapping.unused == ["STATUS", "VTODO"] and len(found.good) == 1
    file.write_text("BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:Buy tea\nEND:VTODO\nEND:VCALENDAR\n", "utf-8")
    with pytest.raises(Unreadable, match=r"a\.ics holds no meetups\. Tasks and diary entries"):
        preview(verbs.reader, "meetup", file, today=verbs.desk.today())
    file.write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "utf-8")
    with pytest.raises(Unreadable, match="is empty"):
        preview(verbs.reader, "meetup", file, today=verbs.desk.today())
