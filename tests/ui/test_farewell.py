"""Leaving, merging, erasing and all that is held on somebody, in the window."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.daily import erase
from learningcircles.laptop.home import Home
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.community.page import CommunityPage
from learningcircles_ui.pages.people.farewell import EraseMember, LeaveMember, TakeAway
from learningcircles_ui.pages.people.hours_twice import HoursTwice
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.people.same_person import SamePerson
from learningcircles_ui.pages.records.list_files import save_list
from learningcircles_ui.pages.records.lists import Listed
from learningcircles_ui.pages.share.add_laptop import AddLaptop
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.print.sheets import (
    print_cards,
    print_noticeboard,
    print_poster,
    print_sign_in_sheet,
    print_statement,
)
from learningcircles_ui.settings import speak
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import closed

Settle = Callable[[Desktop], None]


@pytest.fixture
def amina(other: Verbs) -> bytes:
    """A member with hours and a listing."""
    amina, bo = (other.records.add("member", {"name": name})[0] for name in ("Amina Adeyemi", "Bo Li"))
    other.swaps.record(amina, bo, 90, "Bread")
    other.records.add("offer", {"member": amina, "title": "Bread"})
    return amina


def pane_of(window: Window, desktop: Desktop, settle: Settle, member: bytes) -> PeoplePage:
    window.show_page("people")
    page = window.page
    assert isinstance(page, PeoplePage)
    page.pane.show_record(member)
    settle(desktop)
    return page


def test_what_somebody_leaves_behind_is_shown_and_settled(
    amina: bytes, window: Window, desktop: Desktop, settle: Settle, other: Verbs
) -> None:
    page = pane_of(window, desktop, settle, amina)
    dialog = LeaveMember(page.shell, amina, "Amina Adeyemi", page)
    settle(desktop)
    assert dialog.told.text().splitlines() == [
        "1 h 30 min are given to the circle’s pot.",
        "1 open listing is withdrawn.",
    ]
    dialog.submit()
    settle(desktop)
    assert other.reader.get("member", amina)["status"] == "left"
    assert other.reader.pot() == 90


def test_erasing_asks_once_and_tells_of_copies(
    amina: bytes, window: Window, desktop: Desktop, settle: Settle, other: Verbs, tmp_path: Path
) -> None:
    page = pane_of(window, desktop, settle, amina)
    away = TakeAway(page.shell, page)
    away.write(amina, tmp_path / "held.pdf")
    settle(desktop)
    text = "".join(sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(tmp_path / "held.pdf"))
    assert "Amina Adeyemi" in text and "Bread" in text and "Bo Li" in text
    other.meetups.plan("Tea", "2030-05-04T11:00", 60, notes="Ask Amina Adeyemi")
    other.meetups.plan("Cake", "2030-05-05T11:00", 60, notes="Amina bakes")
    dialog = EraseMember(page.shell, amina, "Amina Adeyemi", page)
    settle(desktop)
    told = (
        "This changes in what is written of others:\nMeetup “Tea”, Notes: Ask …\n"
        "1 exchange with others stays, but its notes go, and who confirmed it."
        "\nThis stays as it is, and perhaps tells of them. Please reword it where it does:\n"
        "Meetup “Cake”, Notes: Amina bakes"
    )
    assert dialog.others.text() == told
    assert not dialog.done_button.isEnabled()
    dialog.sure.setChecked(True)
    dialog.submit()
    settle(desktop)
    assert "held.pdf" in dialog.list.text()
    other.circle.begin(other.circle.rosters.load(), other.circle.load_epochs())
    assert other.reader.find_one("member", amina) is None
    assert other.reader.find("Adeyemi") == []


def test_today_asks_about_members_who_are_here_twice(
    amina: bytes, window: Window, desktop: Desktop, settle: Settle, other: Verbs, qtbot: QtBot
) -> None:
    twin = other.records.add("member", {"name": "Amina Adeyemy"})[0]
    other.swaps.opening_balances({twin: 90, amina: 90})
    window.show_page("people")
    window.show_page("today")
    settle(desktop)
    page = window.page
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: page.looking.doubles.people_count == 1, timeout=10_000)
    both = next(each for each in page.findChildren(QPushButton) if each.accessibleName().startswith("Look at both"))
    both.click()
    settle(desktop)
    assert other.reader.shown_as(twin) != other.reader.shown_as(amina)
    beside = next(each for each in window.findChildren(SamePerson) if each.isVisible())
    beside.submit()
    settle(desktop)
    assert other.reader.shown_as(twin) == other.reader.shown_as(amina) == amina, "she was here before"
    qtbot.waitUntil(lambda: page.looking.doubles.people_count == 0, timeout=10_000)
    asked = next(each for each in window.findChildren(HoursTwice) if each.isVisible())
    assert other.reader.balance(amina) == 270
    asked.submit()
    settle(desktop)
    assert other.reader.balance(amina) == 180 and closed(asked)


def test_a_dossier_is_whole(other: Verbs, desktop: Desktop, settle: Settle, tmp_path: Path) -> None:
    """A word that is wider than the page is broken, not cut."""
    link = "https://example.org/" + "Wbcdefghij" * 16
    (ana,) = add_people(other, ["Ana Ruiz"], notes=f"See {link} end")
    other.records.edit("member", ana, {"birth_year": 1950}, add={"topics": ["Sewing"], "languages": ["fr"]})
    other.records.edit("member", ana, {"birth_year": ""})
    other.records.remove("member", ana)
    other.records.restore("member", ana)
    window = desktop.open()
    window.show_page("people")
    settle(desktop)
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    page.pane._away.write(ana, tmp_path / "held.pdf")
    settle(desktop)
    pages = pypdfium2.PdfDocument(tmp_path / "held.pdf")
    text = "".join(sheet.get_textpage().get_text_range() for sheet in pages)
    assert link in text.replace("\n", "").replace("\r", "")
    assert "Skills: Sewing added" in text and "Languages: French added" in text and ": Yes" not in text
    assert "Year of birth: 1950 taken out" in text and "Removed (" in text and "#" not in text
    assert "\nMember\r" in text and "Members" not in text, "one person"
    pages.close()


def test_a_dossier_tells_no_ids(other: Verbs, home: Home, desktop: Desktop, settle: Settle, tmp_path: Path) -> None:
    ana, bo, gone = add_people(other, ["Ana Ruiz", "Bo Ek", "Zoe Lind"])
    other.swaps.record(gone, ana, 60, "Bread", "2026-11-20")
    other.records.add("offer", {"member": bo, "title": "Bread with Ana Ruiz"})
    erase(home, other, gone)
    window = desktop.open()
    window.show_page("people")
    settle(desktop)
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    page.pane._away.write(ana, tmp_path / "held.pdf")
    settle(desktop)
    pages = pypdfium2.PdfDocument(tmp_path / "held.pdf")
    said = "".join(sheet.get_textpage().get_text_range() for sheet in pages)
    pages.close()
    assert not re.search(r"\b[0-9a-f]{12,}\b", said) and "()" not in said, said
    assert "A former member" in said and "Bo Ek" in said, "of whom others' offers are that speak of her"


def test_a_dossier_speaks_the_language_that_is_set(
    other: Verbs, desktop: Desktop, settle: Settle, tmp_path: Path, qapp: QApplication
) -> None:
    ana, bo = add_people(other, ["Ana Ruiz", "Bo Ek"])
    other.swaps.record(ana, bo, 90, "Pan")
    window = desktop.open()
    window.show_page("people")
    settle(desktop)
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    speak(qapp, "es")
    try:
        page.pane._away.write(ana, tmp_path / "held.pdf")
        settle(desktop)
    finally:
        speak(qapp, "en")
    pages = pypdfium2.PdfDocument(tmp_path / "held.pdf")
    said = "".join(sheet.get_textpage().get_text_range() for sheet in pages)
    pages.close()
    assert "en persona" in said and "in person" not in said and "1 h 30 min" in said


def test_whoever_erases_is_told_of_the_papers_that_may_hold_them_alone(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    ana, bo = add_people(other, ["Ana Ruiz", "Bo Ek"])
    other.records.add("offer", {"member": bo, "title": "Bread"})
    meetup, _ = other.records.add("meetup", {"title": "Repair café", "start": "2030-01-01T18:00"})
    window = desktop.open()
    settle(desktop)

    def saved(name: str, show: Callable[[], object]) -> None:
        show()
        settle(desktop)
        preview = next(each for each in qapp.topLevelWidgets() if isinstance(each, PrintPreview) and each.isVisible())
        preview._note(str(tmp_path / name))
        settle(desktop)
        preview.reject()

    page = window.pages["community"]
    assert isinstance(page, CommunityPage)
    shell = window.shell
    window.show_page("community")
    settle(desktop)
    saved("sectors", page.sectors.print_)
    saved("board", partial(print_noticeboard, shell, window))
    saved("poster", partial(print_poster, shell, meetup, window))
    saved("his card", partial(print_cards, shell, [bo], window))
    saved("her hours", partial(print_statement, shell, ana, window))
    saved("signed in", partial(print_sign_in_sheet, shell, meetup, window))
    dialog = AddLaptop(shell, window)
    dialog.open()
    dialog.submit()
    settle(desktop)
    saved("invitation", partial(_press, dialog, "Print"))
    dialog.reject()
    people = window.pages["people"]
    assert isinstance(people, PeoplePage)
    window.show_page("people")
    settle(desktop)
    save_list(Listed(shell, people.table, "member", True), tmp_path / "people.csv")
    settle(desktop)
    erasing = EraseMember(shell, ana, "Ana Ruiz", window)
    erasing.open()
    settle(desktop)
    erasing.sure.setChecked(True)
    erasing.submit()
    settle(desktop)
    lines = erasing.list.text().splitlines()
    told = {line.partition(" (")[0] for line in lines[lines.index("Please destroy these copies as well:") + 1 :]}
    assert told == {f"Print: {tmp_path}/her hours", f"Print: {tmp_path}/signed in", f"Export: {tmp_path}/people.csv"}


def _press(dialog: AddLaptop, words: str) -> None:
    next(each for each in dialog.findChildren(QPushButton) if each.text().startswith(words)).click()
