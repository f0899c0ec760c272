"""What ends late, an edit, a refusal or an undo, belongs to whom it was begun for."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.learning.page import LearningPage
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.pages.meetups.meetup_form import MeetupForm
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import (
    Settle,
    ask,
    click_row,
    front,
    id_of,
    meetup_today,
    reading_held,
    shown_of,
    twice,
    writing_held,
)
from tests.ui.locking import WORDS


def test_undo_beside_a_sentence_takes_back_what_it_tells(people: PeoplePage, desktop: Desktop, settle: Settle) -> None:
    """A toast says “Ana removed  [Undo]”. Somebody types Bo's telephone, then presses that Undo."""
    ana, bo = id_of(people, "Ana Ruiz"), id_of(people, "Bo Ek")
    people._remove(ana)
    settle(desktop)
    toast = desktop.window.toast
    people.show_record("member", bo)
    settle(desktop)
    people.pane.edit()
    line = people.pane.form.edit("phone").control
    line.setFocus()
    QTest.keyClicks(line, "0612345678")
    people.pane.form.edit("email").control.setFocus()  # pressing a button does the same
    assert "Ana Ruiz" in toast.label.text() and not toast.isHidden()
    QTest.mouseClick(toast._undo, Qt.MouseButton.LeftButton)
    settle(desktop)
    assert ask(desktop, settle, lambda v: v.reader.get("member", bo)["phone"]) == "0612345678"
    assert not ask(desktop, settle, lambda v: v.reader.find_one("member", ana).deleted)


@pytest.fixture
def learned(other: Verbs, desktop: Desktop, settle: Settle) -> tuple[LearningPage, list[bytes], list[bytes]]:
    """The page of learning records, the members, and two records of Ana and Bo; the first is being edited."""
    people = add_people(other, ["Ana Ruiz", "Bo Ek", "Zoe Lind"])
    rows = [
        other.learning.note(member=member, topic=topic, kind="informal", on="2026-11-01")[0]
        for member, topic in zip(people, ["bread", "bikes"], strict=False)
    ]
    window = desktop.open()
    window.show_page("learning")
    settle(desktop)
    page = window.pages["learning"]
    page.show_record("learning", rows[0])
    settle(desktop)
    page.pane.edit()
    page.pane.form.edit("member").control.setFocus()
    page.pane.form.edit("member").control.selectAll()
    return page, people, rows


Learned = tuple[LearningPage, list[bytes], list[bytes]]


def test_a_name_typed_for_one_record_is_not_given_to_the_next(
    learned: Learned, desktop: Desktop, settle: Settle
) -> None:
    """Letters in “Member” of one record, then a click on another one, before the member is found."""
    page, people, rows = learned
    QTest.keyClicks(page.pane.form.edit("member").control, "zoe")
    click_row(page.table, page.model.row_of(rows[1]))
    settle(desktop)
    assert ask(desktop, settle, lambda v: v.reader.get("learning", rows[1])["member"]) == people[1]


def test_what_is_wrong_in_one_record_is_not_told_of_the_next(
    learned: Learned, desktop: Desktop, settle: Settle
) -> None:
    page, _, rows = learned
    QTest.keyClicks(page.pane.form.edit("member").control, "qqqq")
    click_row(page.table, page.model.row_of(rows[1]))
    settle(desktop)
    page.pane.edit()
    settle(desktop)
    assert page.pane.form.edit("member").control.text() == "Bo Ek"
    assert page.pane.form.lines["member"].sentence == ""


def test_a_draft_of_an_exchange_keeps_its_length(other: Verbs, desktop: Desktop, settle: Settle, qtbot: QtBot) -> None:
    """“Go on with it” brings 2:30 back; what these two usually exchange does not take its place."""
    ids = add_people(other, ["Ana Ruiz", "Bo Ek"])
    other.swaps.add({"provider": ids[0], "receiver": ids[1], "minutes": 45, "on": "2026-11-01"})
    window = desktop.open()
    settle(desktop)
    form = SwapForm(window.shell, window)
    form.open()
    settle(desktop)
    form.giver.pick(ids[0], "Ana Ruiz")
    form.taker.pick(ids[1], "Bo Ek")
    line = form.form.edit("minutes").control
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "2:30")
    settle(desktop)
    form.drafting.leave()
    form.hide()
    again = SwapForm(window.shell, window)
    again.open()
    qtbot.waitUntil(lambda: again.drafting.bar is not None)
    again.drafting.go_on()
    settle(desktop)
    assert again.form.edit("minutes").value() == 150


def test_a_headcount_from_elsewhere_stays(other: Verbs, desktop: Desktop, settle: Settle) -> None:
    """The field of people without a name has the keyboard, untouched, while another laptop notes 12."""
    meetup = meetup_today(other)
    window = desktop.open()
    settle(desktop)
    dialog = Attendance(window.shell, meetup, window)
    dialog.open()
    settle(desktop)
    front(dialog)
    dialog.count.setFocus()
    other.meetups.headcount(meetup, 12)
    window.watch()
    settle(desktop)
    dialog.letters.setFocus()
    settle(desktop)
    rows = ask(desktop, settle, lambda v: v.reader.list("attendance", where={"meetup": meetup}))
    assert [row["headcount"] for row in rows] == [12]


def test_what_is_typed_for_somebody_removed_elsewhere_is_kept(
    people: PeoplePage, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    """It stays as a draft; and Delete, pressed by who types on, removes nobody."""
    bo = id_of(people, "Bo Ek")
    people.show_record("member", bo)
    settle(desktop)
    front(desktop.window)
    people.pane.edit()
    line = people.pane.form.edit("notes").control
    line.setFocus()
    QTest.keyClicks(line, "A whole evening")
    other.records.remove("member", bo)
    before = ask(desktop, settle, lambda v: v.reader.count("member"))
    desktop.window.watch()
    settle(desktop)
    settle(desktop)  # the list looks again, then its neighbour is shown
    assert people.pane._id != bo
    QTest.keyClick(QApplication.focusWidget() or desktop.window, Qt.Key.Key_Delete)
    settle(desktop)
    notes, drafts = ask(desktop, settle, lambda v: (v.reader.find_one("member", bo)["notes"], v.drafts.drafts()))
    assert notes == "A whole evening" or drafts
    assert ask(desktop, settle, lambda v: v.reader.count("member")) == before


def test_a_late_refusal_belongs_to_its_member(
    people: PeoplePage, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    """The circle refuses Ana's status by a rule of its own, once Bo is shown: nothing stands beside Bo's field."""
    ana, bo = id_of(people, "Ana Ruiz"), id_of(people, "Bo Ek")
    people.show_record("member", ana)
    settle(desktop)
    people.pane.edit()
    with writing_held(desktop):
        box = people.pane.form.edit("status")
        box.show_value("anonymised")
        box.finished.emit()
        people.show_record("member", bo)
        qtbot.waitUntil(lambda: people.pane.shown is not None and people.pane.shown.record.id == bo)
        people.pane.edit()
    settle(desktop)
    assert {line.sentence for line in people.pane.form.lines.values()} == {""}


def test_undo_in_who_came_takes_back_marks_only(desktop: Desktop, window: Window, settle: Settle) -> None:
    """Nothing was marked yet: Ctrl+Z there does not remove the member added before; nor after the marks are undone."""
    got: list[Any] = []
    window.shell.do(lambda verbs: verbs.records.add("member", {"name": "Ana Ruiz"}), then=got.append)
    window.shell.do(meetup_today, then=got.append)
    settle(desktop)
    ana, meetup = got[0][0], got[1]
    dialog = Attendance(window.shell, meetup, window)
    dialog.open()
    settle(desktop)
    front(dialog)
    undo = Qt.KeyboardModifier.ControlModifier

    def came() -> list[str]:
        return ask(desktop, settle, lambda v: [row["state"] for row in v.meetups.present(meetup)[0]])

    QTest.keyClick(dialog.letters.edit, Qt.Key.Key_Z, undo)
    settle(desktop)
    QTest.keyClicks(dialog.letters.edit, "ana")
    QTest.keyClick(dialog.letters.edit, Qt.Key.Key_Return)
    settle(desktop)
    assert came() == ["attended"]
    for _ in range(3):
        QTest.keyClick(dialog.letters.edit, Qt.Key.Key_Z, undo)
        settle(desktop)
    assert "attended" not in came() and not dialog.undo_button.isEnabled()
    assert not ask(desktop, settle, lambda v: v.reader.find_one("member", ana).deleted)
    QTest.keyClick(dialog.letters.edit, Qt.Key.Key_Y, undo)
    settle(desktop)
    assert came() == ["attended"]


def test_who_answers_is_the_member_whose_name_was_typed_in_haste(
    other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    """“zoe” and Note, before the list is there: Zoe Lind is meant, no guest of that name."""
    (zoe,) = add_people(other, ["Zoe Lind"])
    start = {"at": "2099-12-24T18:00", "zone": "Europe/Paris"}
    meetup, _ = other.records.add("meetup", {"title": "Bread", "start": start})
    window = desktop.open()
    window.show_page("meetups")
    settle(desktop)
    page = window.pages["meetups"]
    page.show_record("meetup", meetup)
    settle(desktop)
    for words in ("zoe", "Somebody Else"):
        page.pane.answers.person.control.setFocus()
        QTest.keyClicks(page.pane.answers.person.control, words)
        next(b for b in page.pane.findChildren(QPushButton) if b.text() == "Note").click()
        settle(desktop)
        for asked in (each for each in page.pane.findChildren(Dialog) if each.isVisible()):  # of a guest alone
            assert words == "Somebody Else"
            asked.submit()
            settle(desktop)
    rows = ask(desktop, settle, lambda v: v.reader.list("rsvp", where={"meetup": meetup}))
    assert {(row["person"], row["name"]) for row in rows} == {(zoe, None), (None, "Somebody")}


def test_who_was_looked_for_once_does_not_come_up_later(
    people: PeoplePage, other: Verbs, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    """Somebody removed is looked at; then another one is chosen and edited; the first is restored elsewhere."""
    bo, cem = id_of(people, "Bo Ek"), id_of(people, "Cem Kaya")
    other.records.remove("member", cem)
    desktop.window.watch()
    settle(desktop)
    desktop.window.open_record("member", cem)
    settle(desktop)
    people.table.go_to(people.model.row_of(bo))
    settle(desktop)
    people.pane.edit()
    other.records.restore("member", cem)
    qtbot.waitUntil(lambda: people.model.row_of(cem) is not None)
    settle(desktop)
    assert people.pane._id == bo and people.pane._edit.isChecked()


def test_delete_means_who_is_shown(people: PeoplePage, other: Verbs, desktop: Desktop, settle: Settle) -> None:
    """Somebody is shown whom the list leaves out: no row of it is the chosen one."""
    cem = id_of(people, "Cem Kaya")
    other.records.edit("member", cem, {"status": "left"})
    desktop.window.watch()
    settle(desktop)
    before = ask(desktop, settle, lambda v: v.reader.count("member"))
    people.table.setFocus()
    desktop.window.open_record("member", cem)
    settle(desktop)
    assert people.pane._id == cem
    QTest.keyClick(people.table, Qt.Key.Key_Delete)
    settle(desktop)
    assert ask(desktop, settle, lambda v: v.reader.count("member")) == before


def test_two_clicks_and_letters_change_who_was_clicked(people: PeoplePage, desktop: Desktop, settle: Settle) -> None:
    """While Bo is read still, the form shows Ana: nothing of hers is opened to be changed."""
    ana, bo = id_of(people, "Ana Ruiz"), id_of(people, "Bo Ek")
    people.show_record("member", ana)
    settle(desktop)
    front(desktop.window)
    with reading_held(desktop):
        twice(people.table, people.model.row_of(bo))
        QTest.keyClicks(people.pane.form.edit("name").control, " jr")
        assert not people.pane._edit.isEnabled()
    settle(desktop)
    assert people.pane._edit.isChecked() and people.pane.form.edit("name").typed() == "Bo Ek"
    people.table.setFocus()
    settle(desktop)
    assert ask(desktop, settle, lambda v: [v.reader.get("member", i)["name"] for i in (ana, bo)]) == [
        "Ana Ruiz",
        "Bo Ek",
    ]


def test_two_clicks_open_the_meetup_that_was_clicked(other: Verbs, desktop: Desktop, settle: Settle) -> None:
    for day, title in ((21, "Bread"), (22, "Cheese")):
        other.records.add("meetup", {"title": title, "start": {"at": f"2099-12-{day}T18:00", "zone": "Europe/Paris"}})
    window = desktop.open()
    window.show_page("meetups")
    page = window.pages["meetups"]
    page.head.look_as("list")
    settle(desktop)
    page.list.table.go_to(0)
    settle(desktop)
    wanted = page.list.model.row(1).record["title"]
    with reading_held(desktop):
        twice(page.list.table, 1)
    settle(desktop)
    (form,) = shown_of(window, MeetupForm)
    assert form.form.edit("title").control.text() == wanted


def test_more_means_who_was_shown_when_it_was_opened(
    people: PeoplePage, other: Verbs, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    """Bo is removed elsewhere while the menu is open, and the neighbour comes up: “Remove” does not mean that one."""
    bo = id_of(people, "Bo Ek")
    people.show_record("member", bo)
    settle(desktop)
    people.pane._more.menu().popup(people.mapToGlobal(people.rect().center()))
    other.records.remove("member", bo)
    before = ask(desktop, settle, lambda v: v.reader.count("member"))
    desktop.window.watch()
    qtbot.waitUntil(lambda: people.pane._id != bo)
    settle(desktop)
    people.pane._remove.trigger()
    people.pane._more.menu().close()
    settle(desktop)
    assert ask(desktop, settle, lambda v: v.reader.count("member")) == before


def test_topics_from_elsewhere_stay(people: PeoplePage, other: Verbs, desktop: Desktop, settle: Settle) -> None:
    """Another laptop adds one while this one types another."""
    ana = id_of(people, "Ana Ruiz")
    other.records.edit("member", ana, {"topics": ["bread", "soap"]})
    people.show_record("member", ana)
    settle(desktop)
    people.pane.look()
    settle(desktop)
    front(desktop.window)
    people.pane.edit()
    line = people.pane.form.edit("topics").control
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "bread, yoga")
    other.records.edit("member", ana, add={"topics": ["bikes"]})
    people.pane.look()
    settle(desktop)
    people.pane.form.edit("notes").control.setFocus()
    settle(desktop)
    assert set(ask(desktop, settle, lambda v: v.reader.get("member", ana)["topics"])) == {"bikes", "bread", "yoga"}


@pytest.mark.parametrize("between", ["yoga, bread", "bikes"])
def test_the_last_of_two_quick_edits_of_skills_holds(
    between: str, people: PeoplePage, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    """What was added or taken off just now, and is being written still, is taken back by hand."""
    ana = id_of(people, "Ana Ruiz")
    other.records.edit("member", ana, {"topics": ["yoga"]})
    people.show_record("member", ana)
    settle(desktop)
    people.pane.edit()
    settle(desktop)
    form = people.pane.form
    line = form.edit("topics").control
    with writing_held(desktop):
        for words in (between, "yoga"):
            line.setFocus()
            line.selectAll()
            QTest.keyClicks(line, words)
            form.edit("notes").setFocus()
    settle(desktop)
    assert ask(desktop, settle, lambda v: v.reader.get("member", ana)["topics"]) == ["yoga"]


def test_what_is_begun_in_who_came_outlives_the_lock(house: Desktop, settle: Settle) -> None:
    """A number that was typed and not ended by Enter, and a guest's name."""
    window, got = house.window, []
    window.shell.do(meetup_today, then=got.append)
    settle(house)
    dialog = Attendance(window.shell, got[0], window)
    dialog.open()
    settle(house)
    dialog.guest.setText("Dora")
    dialog.count.setFocus()
    dialog.count.lineEdit().selectAll()
    QTest.keyClicks(dialog.count, "14")
    house.lockup.lock()
    again = house.open(passphrase=WORDS)
    settle(house)
    again.pages["meetups"].begin("attend", got[0])
    settle(house)
    (shown,) = shown_of(again, Attendance)
    shown.drafting.go_on()
    assert (shown.guest.text(), shown.count.value()) == ("Dora", 14)
    shown.submit()
    settle(house)
    named, _ = ask(house, settle, lambda v: v.meetups.present(got[0]))
    assert [row["name"] for row in named] == ["Dora"]
    rows = ask(house, settle, lambda v: v.reader.list("attendance"))
    assert sorted(row["headcount"] or 0 for row in rows) == [0, 14]


@pytest.mark.parametrize(("field", "typed", "more", "rest", "stands"), [
    ("languages", "fr", ", ", "es", ["es", "fr"]),
    ("languages", "es", ", es", "peranto", ["eo", "es"]),
    ("topics", "sewing", ", sewing", " lessons", ["sewing", "sewing lessons"]),
    ("name", "Ana", " ", "es", "Ana es"),
])  # fmt: skip
def test_who_has_just_parted_the_next_word_from_the_last_goes_on_there(
    people: PeoplePage, desktop: Desktop, settle: Settle, other: Verbs,
    field: str, typed: str, more: str, rest: str, stands: object,
) -> None:  # fmt: skip
    """What was saved came back into the field meanwhile, without the comma: “français, ” and “es” made “françaises”."""
    ana = id_of(people, "Ana Ruiz")
    people.show_record("member", ana)
    settle(desktop)
    people.pane.edit()
    line = people.pane.form.edit(field).control
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, typed)
    people.pane.form.edit("phone").control.setFocus()
    line.setFocus()
    line.end(False)
    QTest.keyClicks(line, more)
    settle(desktop)
    QTest.keyClicks(line, rest)
    people.pane.form.edit("phone").control.setFocus()
    settle(desktop)
    assert other.reader.get("member", ana)[field] == stands
