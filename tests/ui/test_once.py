"""What is pressed twice before the first answer is there is done once, and only where its button allows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.farewell import EraseMember
from learningcircles_ui.pages.import_list import ImportList, show_preview
from learningcircles_ui.pages.listing_form import ListingForm
from learningcircles_ui.pages.meetup_form import MeetupForm
from learningcircles_ui.pages.member_forms import AddMember
from learningcircles_ui.pages.opening_balances import OpeningBalances
from learningcircles_ui.pages.people import PeoplePage
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import Settle, ask, meetup_today, shown_of, submit_by_keys, writing_held


def form_of(kind: str, window: Window, member: bytes) -> AddMember | ListingForm | MeetupForm:
    """Return a form of one kind of record, filled as far as it is asked for."""
    if kind == "member":
        made: AddMember | ListingForm | MeetupForm = AddMember(window.shell, window)
        made.form.edit("name").control.setText("Dora Twice")
        return made
    if kind == "meetup":
        made = MeetupForm(window.shell, window, day="2026-12-24")
    else:
        made = ListingForm(window.shell, window, kind)
        made.form.edit("member").pick(member, "Ana Ruiz")
    made.form.edit("title").control.setText("Dora Twice")
    return made


@pytest.mark.parametrize("kind", ["member", "offer", "meetup"])
def test_ctrl_enter_twice_writes_once(kind: str, other: Verbs, desktop: Desktop, settle: Settle) -> None:
    (ana,) = add_people(other, ["Ana Ruiz"])
    window = desktop.open()
    settle(desktop)
    dialog = form_of(kind, window, ana)
    dialog.open()
    settle(desktop)
    submit_by_keys(dialog)
    settle(desktop)
    named = "name" if kind == "member" else "title"
    assert ask(desktop, settle, lambda v: [r[named] for r in v.reader.list(kind)]).count("Dora Twice") == 1


def test_an_opening_balance_is_written_once(other: Verbs, desktop: Desktop, settle: Settle) -> None:
    (ana,) = add_people(other, ["Ana Ruiz"])
    window = desktop.open()
    settle(desktop)
    dialog = OpeningBalances(window.shell, window)
    dialog.open()
    settle(desktop)
    QTest.keyClicks(dialog.lines[ana], "2:00")
    submit_by_keys(dialog)
    settle(desktop)
    assert ask(desktop, settle, lambda v: v.reader.balance(ana)) == 120


def test_a_list_is_imported_once(desktop: Desktop, window: Window, settle: Settle, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Name,Phone\nAna Ruiz,0611\nBo Ek,0622\n")
    show_preview(window.shell, file, window, "member")
    settle(desktop)
    submit_by_keys(shown_of(window, ImportList)[0])
    settle(desktop)
    assert ask(desktop, settle, lambda v: [r["name"] for r in v.reader.list("member")]).count("Ana Ruiz") == 1


@pytest.mark.parametrize("kind", ["swap", "attendance"])
def test_two_taps_in_the_hall_write_one(kind: str, other: Verbs, desktop: Desktop, settle: Settle) -> None:
    """The second comes while the circle's thread is busy with something else."""
    add_people(other, ["Ana Ruiz", "Bo Ek"])
    meetup_today(other)
    desktop.open()
    settle(desktop)
    hall = desktop.enter_hall()
    settle(desktop)
    hall.go("swap" if kind == "swap" else "guest")
    settle(desktop)
    if kind == "swap":
        for _ in range(2):
            hall.swap.people._take(0)
        settle(desktop)
    else:
        QTest.keyClicks(hall.guest.name, "Dora")
    with writing_held(desktop):
        for _ in range(2):
            if kind == "swap":
                QTest.mouseClick(hall.swap.button, Qt.MouseButton.LeftButton)
            else:
                QTest.keyClick(hall.guest.name, Qt.Key.Key_Return)
    settle(desktop)
    assert len(ask(desktop, settle, lambda v: v.reader.list(kind))) == 1


def test_delete_held_down_removes_one(people: PeoplePage, desktop: Desktop, settle: Settle) -> None:
    before = ask(desktop, settle, lambda v: v.reader.count("member"))
    people.table.setFocus()
    people.table.go_to(1)
    for repeats in (False, True, True):
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(people.table, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Delete, none, "", repeats))
        settle(desktop)
    assert ask(desktop, settle, lambda v: v.reader.count("member")) == before - 1


def test_nobody_is_erased_without_the_tick(other: Verbs, desktop: Desktop, settle: Settle) -> None:
    (ana,) = add_people(other, ["Ana Ruiz"])
    window = desktop.open()
    settle(desktop)
    dialog = EraseMember(window.shell, ana, "Ana Ruiz", window)
    dialog.open()
    settle(desktop)
    assert not dialog.sure.isChecked() and not dialog.done_button.isEnabled()
    submit_by_keys(dialog, 1)
    settle(desktop)
    record = ask(desktop, settle, lambda v: v.reader.find_one("member", ana))
    assert record is not None and record["name"] == "Ana Ruiz"
