"""Changes to a record: what was saved is no draft, however often editing ends, and what could not be is kept once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.opening_balances import OpeningBalances
from learningcircles_ui.pages.people.member_forms import AddMember
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.today.begun_rows import read_begun
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.draft_names import OPENING
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import line_of
from tests.ui.late import writing_held

Settle = Callable[[Desktop], None]
Key = Qt.Key
Form = TypeVar("Form", bound=Dialog)


@pytest.fixture
def ana(other: Verbs, window: Window, desktop: Desktop, settle: Settle) -> bytes:
    ids = add_people(other, ["Ana Ruiz", "Bo Ek"])
    window.watch()
    window.show_page("people")
    window.activateWindow()
    settle(desktop)
    return ids[0]


def page_of(window: Window) -> PeoplePage:
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    return page


def edited(window: Window, member: bytes, field: str, desktop: Desktop, settle: Settle, qtbot: QtBot) -> QLineEdit:
    page = page_of(window)
    page.show_record("member", member)
    settle(desktop)
    page.pane.edit()
    settle(desktop)
    line = line_of(page.pane.form, field)
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    return line


def top_form(window: Window, kind: type[Form]) -> Form:
    """Return the form of this kind that is in view."""
    (form,) = [each for each in window.findChildren(kind) if each.isVisible()]
    return form


def begun(window: Window, desktop: Desktop, settle: Settle, name: str = "Dora Ek") -> AddMember:
    """Begin to add somebody on the page of people; return the form that holds the name."""
    window.show_page("people")
    settle(desktop)
    page_of(window).begin("add", None)
    form = top_form(window, AddMember)
    line_of(form.form, "name").setText(name)
    return form


def drafts(other: Verbs) -> list[dict[str, object]]:
    return [dict(draft.values) for _, draft in other.reader.drafts()]


@pytest.mark.parametrize("elsewhere", [False, True])
def test_what_is_saved_when_editing_ends_is_no_draft(
    ana: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, elsewhere: bool
) -> None:
    bo = next(row.id for row in other.reader.list("member") if row["name"] == "Bo Ek")
    page = page_of(window)
    for number in ("0111", "0222", "0333"):
        line = edited(window, ana, "phone", desktop, settle, qtbot)
        assert page.pane._stack.drafting.bar is None
        line.selectAll()
        qtbot.keyClicks(line, number)
        page.pane._stack.drafting.keep()
        settle(desktop)
        assert drafts(other) == [{"phone": number}]
        with writing_held(desktop):
            QTest.keyClick(line, Key.Key_Escape)
            if elsewhere:
                page.show_record("member", bo)
                qtbot.waitUntil(lambda: page.pane._stack._of == bo)
        settle(desktop)
        assert drafts(other) == [] and other.reader.get("member", ana)["phone"] == number


@pytest.mark.parametrize("typed", ["0111", "+"])
def test_what_is_saved_as_the_window_closes_is_no_draft_and_what_is_refused_is_one(
    typed: str, ana: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    line = edited(window, ana, "phone", desktop, settle, qtbot)
    qtbot.keyClicks(line, typed)
    desktop.close()
    saved = other.reader.get("member", ana)["phone"]
    assert (saved, drafts(other)) == (("0111", []) if typed == "0111" else (None, [{"phone": "+"}]))


def test_what_was_typed_after_what_is_being_written_is_not_lost_as_the_window_closes(
    ana: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    line = edited(window, ana, "phone", desktop, settle, qtbot)
    with writing_held(desktop):
        qtbot.keyClicks(line, "0111")
        QTest.keyClick(line, Key.Key_Return)
        line.setFocus()
        line.selectAll()
        qtbot.keyClicks(line, "0222")
        desktop.close()
    saved = other.reader.get("member", ana)["phone"]
    assert saved == "0222" or drafts(other) == [{"phone": "0222"}]


def test_what_is_wrong_is_kept_once_and_goes_when_it_is_mended(
    ana: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    line = edited(window, ana, "email", desktop, settle, qtbot)
    pane = page_of(window).pane
    qtbot.keyClicks(line, "ana@")
    for _ in range(3):
        QTest.keyClick(line, Key.Key_Escape)
        settle(desktop)
        assert drafts(other) == [{"email": "ana@"}]
        pane.edit()
        settle(desktop)
        assert line.text() == "ana@" and pane._stack.drafting.bar is None
        pane._stack.drafting.keep()
        line.setFocus()
    line.setText("ana@example.org")
    QTest.keyClick(line, Key.Key_Tab)
    settle(desktop)
    QTest.keyClick(line_of(pane.form, "phone"), Key.Key_Escape)
    settle(desktop)
    assert other.reader.get("member", ana)["email"] == "ana@example.org" and drafts(other) == []


@pytest.mark.parametrize("by_key", [False, True])
def test_what_could_not_be_saved_is_told_when_editing_ends(
    ana: bytes, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot, by_key: bool
) -> None:
    line = edited(window, ana, "email", desktop, settle, qtbot)
    qtbot.keyClicks(line, "ana@")
    if by_key:
        QTest.keyClick(line, Key.Key_Escape)
    else:
        qtbot.mouseClick(page_of(window).pane._stack.turn, Qt.MouseButton.LeftButton)
    settle(desktop)
    told = window.toast.label.text()
    assert not page_of(window).pane._stack.turn.isChecked()
    assert told.startswith("E-mail was not changed.") and told.endswith("offered on Today.")


def test_of_what_was_left_only_the_rest_stays_a_draft(
    ana: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    line = edited(window, ana, "email", desktop, settle, qtbot)
    qtbot.keyClicks(line, "ana@")
    phone = line_of(page_of(window).pane.form, "phone")
    phone.setFocus()
    qtbot.keyClicks(phone, "0111")
    QTest.keyClick(phone, Key.Key_Escape)
    settle(desktop)
    assert drafts(other) == [{"email": "ana@"}] and other.reader.get("member", ana)["phone"] == "0111"


def test_what_was_begun_of_a_record_that_is_removed_is_asked_for_only_once_it_is_there_again(other: Verbs) -> None:
    (ana,) = add_people(other, ["Ana Ruiz"])
    meetup, _ = other.meetups.plan("Baking", f"{other.desk.today()}T18:00")
    for name in (f"member {ana.hex()}", f"consent {ana.hex()}", f"evening {meetup.hex()}", "member"):
        other.drafts.keep_draft(f"{name} beside 0c", {"email": "ana@"})
    assert len(read_begun(other.reader)) == 4
    other.records.remove("member", ana)
    assert sorted(each.form for each in read_begun(other.reader)) == ["evening", "member"]
    other.records.remove("meetup", meetup)
    assert [(each.form, each.record) for each in read_begun(other.reader)] == [("member", b"")]
    other.undo.undo()
    other.undo.undo()
    assert len(read_begun(other.reader)) == 4


def test_what_is_saved_by_pressing_go_on_is_no_draft(
    ana: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    """The click takes the keyboard out of the field: what stands there is written, and is not what is gone on with."""
    other.drafts.keep_draft(f"member {ana.hex()} beside 0a", {"email": "ana@"})
    line = edited(window, ana, "phone", desktop, settle, qtbot)
    drafting = page_of(window).pane._stack.drafting
    assert drafting.bar is not None
    qtbot.keyClicks(line, "0999")
    drafting.keep()
    settle(desktop)
    on = next(each for each in drafting.bar.findChildren(QPushButton) if each.text() == "Go on with it")
    with writing_held(desktop):
        on.setFocus(Qt.FocusReason.MouseFocusReason)
        QTest.mouseClick(on, Qt.MouseButton.LeftButton)
        assert line.text() == "0999", "what is being written stays in view"
    settle(desktop)
    assert other.reader.get("member", ana)["phone"] == line.text() == "0999"
    assert drafts(other) == [{"email": "ana@"}]


def test_what_was_typed_after_what_is_being_written_stays_kept(
    ana: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    line = edited(window, ana, "email", desktop, settle, qtbot)
    with writing_held(desktop):
        for words in ("ana@example.org", "ana at home"):
            line.setFocus()
            line.selectAll()
            qtbot.keyClicks(line, words)
            QTest.keyClick(line, Key.Key_Tab)
        QTest.keyClick(line_of(page_of(window).pane.form, "phone"), Key.Key_Escape)
    settle(desktop)
    assert other.reader.get("member", ana)["email"] == "ana@example.org" and drafts(other) == [{"email": "ana at home"}]


def test_what_still_stands_in_the_form_is_kept_again_though_its_draft_was_thrown_away(
    ana: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    line = edited(window, ana, "email", desktop, settle, qtbot)
    qtbot.keyClicks(line, "ana@")
    QTest.keyClick(line, Key.Key_Escape)
    settle(desktop)
    for name, _ in other.reader.drafts():
        other.drafts.drop_draft(name)  # as on Today
    page_of(window).pane.edit()
    settle(desktop)
    assert line.text() == "ana@" and drafts(other) == [{"email": "ana@"}]


def two_begun(other: Verbs, ana: bytes, desktop: Desktop, window: Window, settle: Settle) -> None:
    for token, values in (("0a", {"email": "one@"}), ("0b", {"phone": "0222"})):
        other.drafts.keep_draft(f"member {ana.hex()} beside {token}", values)
    window.watch()
    settle(desktop)


def going_on(words: str, window: Window, desktop: Desktop, settle: Settle) -> QPushButton:
    """Return “Go on” on Today beside what was begun with these words."""
    window.show_page("today")
    settle(desktop)
    offered = [b for b in window.pages["today"].findChildren(QPushButton) if b.text() == "Go on"]
    return next(each for each in offered if words in each.accessibleName())


def go_on(words: str, window: Window, desktop: Desktop, settle: Settle) -> None:
    going_on(words, window, desktop, settle).click()
    settle(desktop)


def test_going_on_with_another_while_editing_goes_on_with_that_one_at_once(
    ana: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    two_begun(other, ana, desktop, window, settle)
    form = page_of(window).pane.form
    go_on("one@", window, desktop, settle)
    assert line_of(form, "email").text() == "one@"
    notes = form.edit("notes").control
    notes.setFocus()
    qtbot.keyClicks(notes, "Sings")
    go_on("0222", window, desktop, settle)
    assert (line_of(form, "phone").text(), line_of(form, "email").text()) == ("0222", "")
    qtbot.waitUntil(lambda: other.reader.get("member", ana)["phone"] == "0222")
    assert any(draft.get("email") == "one@" for draft in drafts(other)), "beside what is gone on with it stays kept"
    assert not window.shell.resuming


def test_what_is_gone_meanwhile_opens_no_form_later(
    ana: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    two_begun(other, ana, desktop, window, settle)
    on = going_on("0222", window, desktop, settle)
    other.records.remove("member", ana)
    on.click()
    settle(desktop)
    stack = page_of(window).pane._stack
    assert not stack.turn.isChecked() and not window.shell.resuming
    other.records.restore("member", ana)
    window.watch()
    page_of(window).show_record("member", ana)
    settle(desktop)
    assert not stack.turn.isChecked() and other.reader.get("member", ana)["phone"] is None


@pytest.mark.parametrize("way", ["toast", "keys"])
def test_what_was_begun_is_thrown_away_on_today_and_had_back(
    way: str, ana: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    two_begun(other, ana, desktop, window, settle)
    before = other.reader.drafts()
    window.show_page("today")
    settle(desktop)
    offered = [b for b in window.pages["today"].findChildren(QPushButton) if b.text() == "Throw away"]
    away = next(each for each in offered if "one@" in each.accessibleName())
    assert away.accessibleName() == "Throw away: Changes to a member: Ana Ruiz: one@"
    away.click()
    away.click()
    settle(desktop)
    assert drafts(other) == [{"phone": "0222"}]
    assert [each.words for each in read_begun(other.reader)] == ["0222"]
    assert window.toast.label.text() == "Thrown away: Changes to a member: Ana Ruiz: one@"
    undo = window.undo_redo.undo
    assert undo.text().startswith("Undo: Thrown away: ")
    window.toast.more.click() if way == "toast" else undo.trigger()
    settle(desktop)
    assert other.reader.drafts() == before
    assert not undo.text().startswith("Undo: Thrown")
    going_on("one@", window, desktop, settle)


@pytest.mark.parametrize("way", ["toast", "keys"])
def test_a_form_that_is_given_up_is_had_back_with_all_that_stood_in_it(
    way: str, window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    form = begun(window, desktop, settle)
    line_of(form.form, "phone").setText("0612")
    form.reject()
    form.reject()
    settle(desktop)
    assert drafts(other) == [] and window.toast.label.text() == "Thrown away: Add a member: Dora Ek"
    window.toast.more.click() if way == "toast" else window.undo_redo.undo.trigger()
    settle(desktop)
    again = top_form(window, AddMember)
    assert again is not form and [line_of(again.form, each).text() for each in ("name", "phone")] == ["Dora Ek", "0612"]
    assert again.drafting.bar is None, "nobody is asked whether to go on"


def test_balances_that_are_given_up_are_had_back(
    ana: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    window.show_page("exchanges")
    settle(desktop)
    window.page.begin(OPENING, None)
    settle(desktop)
    form = top_form(window, OpeningBalances)
    QTest.keyClicks(form.lines[ana], "2 h")
    form.reject()
    form.reject()
    settle(desktop)
    assert drafts(other) == [] and window.toast.label.text() == "Thrown away: Opening balances"
    window.undo_redo.undo.trigger()
    settle(desktop)
    assert top_form(window, OpeningBalances).lines[ana].text() == "2 h"


def test_of_much_that_was_begun_today_shows_a_few_and_how_many_more(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    for number in range(8):
        other.drafts.keep_draft(f"member beside 0{number}", {"name": f"Begun {number}"})
    window.watch()
    page = window.pages["today"]

    def lines() -> list[QPushButton]:
        settle(desktop)
        return [b for b in page.findChildren(QPushButton) if b.text() == "Go on" and b.isVisibleTo(page)]

    assert len(lines()) == 5
    (more,) = [b for b in page.findChildren(QPushButton) if b.text() == "Show 3 more"]
    more.click()
    assert len(lines()) == 8


def test_who_types_over_what_came_meanwhile_is_told_so(
    ana: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    line = edited(window, ana, "phone", desktop, settle, qtbot)
    field = page_of(window).pane.form.lines["phone"]
    line.setText("0999")
    other.records.edit("member", ana, {"name": "Ana Ruiz Paz"})
    window.watch()
    settle(desktop)
    assert not field._meanwhile.isVisible(), "of this field nothing came"
    other.records.edit("member", ana, {"phone": "0111"})
    window.watch()
    settle(desktop)
    assert line.text() == "0999"
    assert field._meanwhile.text() == "Meanwhile “0111” was written here elsewhere. What you type takes its place."
    QTest.keyClick(line, Key.Key_Tab)
    settle(desktop)
    assert other.reader.get("member", ana)["phone"] == "0999" and not field._meanwhile.isVisible()
