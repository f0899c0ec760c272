"""What a page's list was saved as is read back and changes nothing, in every language and whatever stands in it."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import python_calamine
from PySide6.QtWidgets import QApplication

from learningcircles.circle.facets import Verbs
from learningcircles.entities.exchange import LISTING_STATES, SWAP_STATES
from learningcircles.entities.learning import KINDS
from learningcircles.entities.people import STATUSES
from learningcircles.entities.registry import ENTITIES
from learningcircles.entities.registry import entity as declared
from learningcircles.intake.convert import Reading, converted
from learningcircles.intake.export import table
from learningcircles.intake.importing import import_preview
from learningcircles.intake.preview import kind_in, preview
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups.page import MeetupsPage
from learningcircles_ui.pages.records.list_files import read_table, save_list
from learningcircles_ui.pages.records.lists import Listed
from learningcircles_ui.parts.table import Table
from learningcircles_ui.settings import speak
from learningcircles_ui.window import Window

Settle = Callable[[Desktop], None]

LISTS = {
    "people": ("member",), "exchanges": ("offer", "request", "swap"), "meetups": ("meetup",),
    "learning": ("learning",), "community": ("place",),
}  # fmt: skip


def filled(home: Home) -> Verbs:
    """A circle with every state, lengths of all kinds, and what is long over."""
    verbs = Verbs(open_circle(home))
    add = verbs.records.add
    amina, bo = (add("member", {"name": name, "topics": ["bikes, old"]})[0] for name in ("Amina", "Bo Öz"))
    add("member", {"name": "Bo Öz", "email": "other@example.org"})
    for status in STATUSES[1:5]:
        add("member", {"name": f"Person {status}", "status": status, "place": "Harbour"})
    verbs.swaps.opening_balances({amina: 75_015, bo: -20})
    for state in LISTING_STATES:
        add("offer", {"title": f"Offer {state}", "member": amina, "state": state})
        add("request", {"title": f"Request {state}", "member": bo, "state": state})
    add("request", {"title": "Request of last year", "member": bo, "expires": "2020-01-31"})
    for place, state in enumerate(SWAP_STATES):
        day = (datetime.date.today() - datetime.timedelta(days=400 + place)).isoformat()
        swap, _ = verbs.swaps.record(amina, bo, 20 + place, "bread", day, proposed=state != "confirmed")
        if state in ("declined", "disputed"):
            (verbs.swaps.decline if state == "declined" else verbs.swaps.dispute)(swap)
        if state == "reversed":
            verbs.swaps.confirm(swap)
            verbs.swaps.reverse(swap)
    for title, start in (("Over", "2025-01-05T18:00"), ("To come", "2190-01-05T09:30"), ("Off", "2190-01-06T09:30")):
        meetup, _ = verbs.meetups.plan(title, start, 100, place="Hall")
    verbs.meetups.cancel(meetup)
    verbs.meetups.plan("Abroad", {"at": "2190-01-05T18:00", "zone": "America/Lima"}, 60)
    for kind in KINDS:
        verbs.learning.note(bo, f"chess {kind}", kind=kind, minutes=20, on="2025-02-03")
    add("place", {"name": "Hall", "capacity": 1200, "address": {"text": "1 Rue, Lyon"}})
    return verbs


@pytest.fixture(params=["en", "fr", "es"])
def language(request: pytest.FixtureRequest, qapp: QApplication, home: Home) -> Iterator[str]:
    home.set_setting("language", request.param)
    yield request.param
    speak(qapp, "en")


def lists(window: Window) -> Iterator[Listed]:
    for name, kinds in LISTS.items():
        window.show_page(name)
        page = window.pages[name]
        if isinstance(page, MeetupsPage):
            page.head.look_as("list")
        held = [each.listed for each in page.findChildren(Table) if isinstance(each.listed, Listed)]
        found = [each for each in held if each.records]
        assert sorted(each.kind for each in found) == sorted(kinds)
        yield from found


def test_a_list_that_comes_back_changes_nothing(
    language: str, desktop: Desktop, home: Home, settle: Settle, tmp_path: Path
) -> None:
    verbs = filled(home)
    before = verbs.reader.state_hash()
    window = desktop.open()
    window.shell.remember.put_text("people/filter", "all")
    for listed in lists(window):
        kind = listed.kind
        headings, rows = read_table(listed, listed.table.wanted_columns(), verbs.reader, lambda *_: None)
        assert len(rows) > 2 or kind == "place"
        for form in ("csv", "xlsx"):
            file = tmp_path / f"{kind}.{form}"
            file.write_bytes(table(declared(kind), form, headings, rows))
            assert kind_in(file) == kind, headings
            seen = preview(verbs.reader, kind, file, today=datetime.date.today().isoformat())
            wrong = [problem.sentence for row in seen.rows for problem in row.problems]
            assert len(seen.rows) == len(rows) and not wrong, (form, wrong, headings)
            made = import_preview(verbs, seen)
            assert made.added == [] and made.balances == 0, (form, seen.good)
    assert verbs.reader.state_hash() == before
    for field in (field for entity in ENTITIES.values() if entity.listed for field in entity.fields if field.settable):
        for code in field.choices:
            words = text.choice_label(field, code)
            assert converted(field, words, Reading()) == code, (words, "what stands in a list must be understood")
    settle(desktop)
    verbs.circle.close()


def test_a_treasurer_can_sum_the_hours(desktop: Desktop, home: Home, settle: Settle, tmp_path: Path) -> None:
    filled(home).circle.close()
    listed = next(lists(desktop.open()))
    for form in ("csv", "xlsx"):
        save_list(listed, tmp_path / f"people.{form}")
        settle(desktop)
    written = (tmp_path / "people.csv").read_text("utf-8-sig")
    hours = [row["Hours"] for row in csv.DictReader(io.StringIO(written)) if row["Hours"] != "0.00"]
    assert sorted(hours) == ["-0.6833", "1250.60"], "as figures, with a point and a minus of ASCII"
    sheet = python_calamine.load_workbook(tmp_path / "people.xlsx").get_sheet_by_index(0).to_python()
    column = sheet[0].index("Hours")
    assert sum(row[column] for row in sheet[1:]) == pytest.approx(75_015 / 60 - 20 / 60)
