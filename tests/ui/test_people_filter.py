"""Members are narrowed by language, skill and age; what is saved is what is narrowed."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.circle.reader import Reader
from learningcircles.errors import Refused
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.people.filter import AGES, Choices
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.records.list_files import save_list
from learningcircles_ui.pages.records.lists import Listed
from learningcircles_ui.window import Window
from tests.ui.late import gone, long_reading_held, reading_held, writing_held

Settle = Callable[[Desktop], None]
YEAR = datetime.date.today().year


def people(window: Window) -> PeoplePage:
    window.show_page("people")
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    return page


def shown(page: PeoplePage) -> list[str]:
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def fill(verbs: Verbs) -> None:
    add = verbs.records.add
    add("member", {"name": "Amina", "languages": ["pt", "fr"], "topics": ["bread"], "birth_year": YEAR - 17})
    add("member", {"name": "Bo", "languages": ["fr"], "topics": ["bread", "R&D"], "birth_year": YEAR - 18})
    add("member", {"name": "Chidi", "languages": ["pt"], "birth_year": YEAR - 90})
    add("member", {"name": "Dee"})


def test_members_are_narrowed_and_it_is_remembered(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    fill(other)
    page = people(desktop.open())
    settle(desktop)
    everybody = ["Amina", "Bo", "Chidi", "Dee", "Pilar Ortega"]
    assert shown(page) == everybody
    page.narrow.choose("language", "pt")
    settle(desktop)
    assert shown(page) == ["Amina", "Chidi"]
    page.narrow.choose("age", "75-120")
    settle(desktop)
    assert shown(page) == ["Chidi"] and "75" in page.narrow.text() and "75" in page.narrow.accessibleName()
    listed = page.table.listed
    assert isinstance(listed, Listed)
    save_list(listed, tmp_path / "a.csv")
    settle(desktop)
    rows = csv.DictReader(io.StringIO((tmp_path / "a.csv").read_bytes().decode("utf-8-sig")))
    assert [row["Name"] for row in rows] == ["Chidi"]

    again = people(desktop.open())
    settle(desktop)
    assert shown(again) == ["Chidi"]
    menu = again.narrow.menu_of(Choices(["pt"], ["bread"]))
    menu.actions()[-1].trigger()
    settle(desktop)
    assert shown(again) == everybody and not again.narrow.where()


def test_skill_and_neighbourhood_are_remembered_in_the_file_and_said_above_the_list(
    desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    fill(other)
    other.records.edit("member", other.reader.ids("member", text="bo")[0], {"place": "North & Sons"})
    page = people(desktop.open())
    settle(desktop)
    assert not page.line.isVisible()
    page.narrow.choose("topic", "bread")
    page.narrow.choose("place", "North & Sons")
    settle(desktop)
    again = people(desktop.open())
    settle(desktop)
    assert shown(again) == ["Bo"] and again.line.isVisible()
    assert again.line.words.text() == "The filter shows only: bread  ·  North & Sons"
    remembered = (desktop.home.folder / "window.ini").read_text()
    assert "bread" not in remembered and "North" not in remembered
    again.line.off.setFocus()  # as a mouse that presses it does
    again.line.off.setFocus()  # as a mouse that presses it does
    again.line.off.click()
    assert again.table.hasFocus()
    settle(desktop)
    assert len(shown(again)) == 5 and not again.line.isVisible() and again.table.hasFocus()
    assert not other.drafts.drafts()


def test_what_is_chosen_before_the_filter_is_read_counts(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    fill(other)
    other.drafts.keep_draft("filter people", {"topic": "bread", "place": "North"})
    window = desktop.open()
    settle(desktop)
    with reading_held(desktop):
        page = people(window)
        page.narrow.choose("topic", "R&D")
    settle(desktop)
    assert (page.narrow.topic, page.narrow.place) == ("R&D", "North")
    assert other.drafts.draft("filter people").values == {"topic": "R&D", "place": "North"}


def test_whom_one_came_to_see_stays_whatever_the_filter_hides(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    """Also while the circle is busy with writing: no list is shown before it is known by what it is narrowed."""
    fill(other)
    (dee,) = (row.id for row in other.reader.list("member") if row["name"] == "Dee")
    other.drafts.keep_draft("filter people", {"topic": "bread", "place": ""})
    window = desktop.open()
    settle(desktop)
    with writing_held(desktop):
        window.open_record("member", dee)
        page = people(window)
        qtbot.waitUntil(lambda: page.model.known and page.pane.shown is not None)
    settle(desktop)
    gone(QApplication.instance())
    assert shown(page) == ["Amina", "Bo"] and page.pane.shown.record["name"] == "Dee"


def test_a_filter_that_shows_nobody_is_named_and_can_be_taken_off(
    desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    fill(other)
    page = people(desktop.open())
    settle(desktop)
    page.narrow.choose("topic", "bread")
    page._filter.setCurrentIndex(page._filter.findData("applied"))
    settle(desktop)
    empty = page._stack.filtered
    assert empty.isVisible() and empty.sentence.text() == "The filter shows only: Applied  ·  bread"
    assert empty.heading.text() == "Nobody found" and empty.button is not None
    empty.button.click()
    settle(desktop)
    assert len(shown(page)) == 5 and not empty.isVisible()


def test_every_age_is_in_one_band(desktop: Desktop, window: Window, other: Verbs, settle: Settle) -> None:
    page = people(window)
    found: list[int] = []
    for low, high in AGES:
        page.narrow.choose("age", f"{low}-{high}")
        found += page.narrow.where()["birth_year"]
    assert sorted(found) == list(range(YEAR - 120, YEAR + 1))
    page.narrow.choose("age", "nonsense")
    assert page.narrow.where() == {}


def test_the_menu_offers_what_there_is(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, qapp: QApplication
) -> None:
    fill(other)
    page = people(desktop.open())
    settle(desktop)
    page.narrow.click()
    qtbot.waitUntil(lambda: isinstance(qapp.activePopupWidget(), QMenu))
    menu = qapp.activePopupWidget()
    assert isinstance(menu, QMenu)
    settle(desktop)
    below = [each.menu() for each in menu.actions() if isinstance(each.menu(), QMenu)]
    held = [[each.text() for each in each_menu.actions()] for each_menu in below if isinstance(each_menu, QMenu)]
    assert set(held[0]) == {"Portuguese", "French"} and held[1] == ["bread", "R&&D"] and len(held[3]) == len(AGES)
    next(each for each in below[0].actions() if each.text() == "Portuguese").trigger()
    menu.close()
    settle(desktop)
    assert shown(page) == ["Amina", "Chidi"]


def lists(menu: QMenu) -> dict[str, int]:
    """Return the lists of the menu that can be opened, and how much each offers."""
    found = {each.text(): each.menu() for each in menu.actions() if each.isEnabled()}
    return {words: len(below.actions()) for words, below in found.items() if isinstance(below, QMenu)}


def test_the_menu_opens_before_a_large_circle_is_read(
    desktop: Desktop, other: Verbs, settle: Settle, qapp: QApplication
) -> None:
    fill(other)
    page = people(desktop.open())
    settle(desktop)
    with long_reading_held(desktop):
        page.narrow.click()
        menu = qapp.activePopupWidget()
        assert isinstance(menu, QMenu) and lists(menu) == {"Age": len(AGES)}
        assert "One moment…" in [each.text() for each in menu.actions()]
    settle(desktop)
    assert lists(menu) == {"Language": 2, "Skill": 2, "Age": len(AGES)}
    assert "One moment…" not in [each.text() for each in menu.actions()]
    menu.close()
    with long_reading_held(desktop):
        page.narrow.click()
        again = qapp.activePopupWidget()
        assert isinstance(again, QMenu) and lists(again)["Skill"] == 2, "what was there last time is there at once"
        again.close()


def test_a_menu_that_was_closed_does_not_come_back(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, qapp: QApplication
) -> None:
    fill(other)
    window = desktop.open()
    page = people(window)
    settle(desktop)
    with long_reading_held(desktop):
        page.narrow.click()
        qtbot.keyClick(qapp.activePopupWidget(), Qt.Key.Key_Escape)
        window.show_page("exchanges")
        gone(qapp)
    settle(desktop)
    assert qapp.activePopupWidget() is None and page.narrow.findChildren(QMenu) == []


def test_what_is_chosen_is_kept_also_where_what_was_kept_could_not_be_read(
    desktop: Desktop, other: Verbs, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(other)
    window = desktop.open()
    settle(desktop)
    failed: list[object] = []
    window.shell.signals.failed.connect(failed.append)

    def fails(reader: Reader) -> None:
        raise Refused("unreadable", "The circle file could not be used.")

    monkeypatch.setattr(Reader, "drafts", fails)
    page = people(window)
    settle(desktop)
    monkeypatch.undo()
    assert failed
    page.narrow.choose("topic", "bread")
    settle(desktop)
    held = other.drafts.draft("filter people")
    assert held is not None and held.values["topic"] == "bread"


def test_what_members_have_is_counted(other: Verbs) -> None:
    fill(other)
    (gone_,) = other.records.add("member", {"name": "Eve", "topics": ["bread"]})[:1]
    other.records.remove("member", gone_)
    assert other.reader.tally("member", "topics") == {"bread": 2, "R&D": 1}
    assert other.reader.tally("member", "languages") == {"pt": 2, "fr": 2}


def test_a_list_that_somebody_chooses_from_is_not_filled_under_their_hand(
    desktop: Desktop, other: Verbs, settle: Settle, qapp: QApplication, qtbot: QtBot
) -> None:
    add = other.records.add
    add("member", {"name": "Ana", "topics": ["bread"]})
    window = desktop.open()
    page = people(window)
    settle(desktop)
    page.narrow._known = Choices([], ["bread"])  # as it was read for the menu before
    add("member", {"name": "Bo", "topics": ["apple"]})
    with long_reading_held(desktop):
        page.narrow.click()
        menu = qapp.activePopupWidget()
        assert isinstance(menu, QMenu)
        skills = page.narrow._below["topic"]
        QTest.keyClick(menu, Qt.Key.Key_Down)  # what nobody has is grey, and passed over
        QTest.keyClick(menu, Qt.Key.Key_Right)
        assert skills.isVisible()
    settle(desktop)
    assert [each.text() for each in skills.actions()] == ["bread"]
    QTest.keyClick(skills, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: [each.text() for each in skills.actions()] == ["apple", "bread"])
    QTest.keyClick(menu, Qt.Key.Key_Right)
    QTest.keyClick(skills, Qt.Key.Key_Return)
    settle(desktop)
    assert page.narrow.topic == "apple" and shown(page) == ["Bo"]
