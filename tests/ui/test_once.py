"""What is pressed twice before the first answer is there is done once, and only where its button allows it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from learningcircles.circle.facets import Verbs
from learningcircles.errors import Refused
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.listing_form import ListingForm
from learningcircles_ui.pages.exchanges.opening_balances import OpeningBalances
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.importing.preview import ImportList, show_preview
from learningcircles_ui.pages.meetups.meetup_form import MeetupForm
from learningcircles_ui.pages.people import farewell
from learningcircles_ui.pages.people.consents_form import Consents
from learningcircles_ui.pages.people.farewell import EraseMember, MergeMember
from learningcircles_ui.pages.people.member_forms import AddMember
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.people.rows import read_person
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import Settle, ask, closed, front, id_of, meetup_today, shown_of, submit_by_keys, writing_held


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


@pytest.mark.parametrize("kind", ["swap", "rsvp"])
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
    kinds = ("swap",) if kind == "swap" else ("rsvp", "attendance")  # late in the evening they are here at once
    assert sum(len(ask(desktop, settle, lambda v, of=of: v.reader.list(of))) for of in kinds) == 1


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


def test_what_looks_ahead_in_vain_allows_no_erasing(
    people: PeoplePage, desktop: Desktop, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tick alone allows it, whatever was refused before; and Enter from elsewhere never does it."""

    def busy(*args: Any) -> None:
        raise Refused("busy", "Another program is writing to this circle.")

    monkeypatch.setattr(farewell, "foresee", busy)
    ana = id_of(people, "Ana Ruiz")
    dialog = EraseMember(people.shell, ana, "Ana Ruiz", people)
    dialog.open()
    settle(desktop)
    assert not dialog.done_button.isEnabled()
    dialog.sure.click()
    assert dialog.done_button.isEnabled()
    front(dialog)
    dialog.sure.setFocus()
    QTest.keyClick(dialog.sure, Qt.Key.Key_Return)
    submit_by_keys(dialog, 1)
    settle(desktop)
    assert ask(desktop, settle, lambda v: v.reader.find_one("member", ana)["name"]) == "Ana Ruiz"


def consents_of(desktop: Desktop, settle: Settle, member: bytes) -> Consents:
    """Open what a member agreed to."""
    person = ask(desktop, settle, lambda v: read_person(v.reader, member))
    dialog = Consents(desktop.window.shell, person.record, person.consents, desktop.window)
    dialog.open()
    settle(desktop)
    return dialog


def test_a_tick_taken_away_and_set_again_changes_nothing(
    other: Verbs, people: PeoplePage, desktop: Desktop, settle: Settle
) -> None:
    """A slip of the pointer: the consent stays as it was given, until the day that it ends on."""
    ana = id_of(people, "Ana Ruiz")
    other.records.add(
        "consent",
        {"member": ana, "purpose": "keep_details", "given": True, "on": "2026-01-01", "until": "2099-06-30"},
    )
    dialog = consents_of(desktop, settle, ana)
    for _ in range(2):
        dialog._ticks["keep_details"].click()
    dialog.submit()
    settle(desktop)
    rows = ask(desktop, settle, lambda v: [(r["on"], r["until"], r["withdrawn"]) for r in v.reader.list("consent")])
    assert rows == [("2026-01-01", "2099-06-30", None)]


def test_a_consent_is_written_once(people: PeoplePage, desktop: Desktop, settle: Settle) -> None:
    dialog = consents_of(desktop, settle, id_of(people, "Ana Ruiz"))
    dialog._ticks["keep_details"].click()
    submit_by_keys(dialog)
    settle(desktop)
    assert len(ask(desktop, settle, lambda v: v.reader.list("consent"))) == 1


def test_two_are_merged_once(people: PeoplePage, desktop: Desktop, settle: Settle) -> None:
    dialog = MergeMember(people.shell, id_of(people, "Ana Ruiz"), "Ana Ruiz", people)
    dialog.open()
    settle(desktop)
    dialog.other.pick(id_of(people, "Bo Ek"), "Bo Ek")
    with writing_held(desktop):
        submit_by_keys(dialog)
        assert not dialog.done_button.isEnabled()
    settle(desktop)
    assert closed(dialog)


def test_one_recovery_sheet_is_made_at_a_time(desktop: Desktop, window: Window, settle: Settle) -> None:
    """The older one would open nothing any more, and lie under the newer."""
    for _ in range(2):
        window.page.line.lead.click()
    settle(desktop)
    assert len(shown_of(window, PrintPreview)) == 1


def test_same_again_opens_one_form(other: Verbs, desktop: Desktop, settle: Settle) -> None:
    ids = add_people(other, ["Ana Ruiz", "Bo Ek"])
    other.swaps.add({"provider": ids[0], "receiver": ids[1], "minutes": 45, "on": "2026-11-01"})
    window = desktop.open()
    window.show_page("exchanges")
    settle(desktop)
    for _ in range(2):
        window.pages["exchanges"].again()
    settle(desktop)
    assert len(shown_of(window, SwapForm)) == 1
