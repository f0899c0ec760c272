"""Changes to a record: what was saved is no draft, however often editing ends, and what could not be is kept once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.begun_rows import read_begun
from learningcircles_ui.pages.people import PeoplePage
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import line_of
from tests.ui.late import writing_held

Settle = Callable[[Desktop], None]
Key = Qt.Key


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
