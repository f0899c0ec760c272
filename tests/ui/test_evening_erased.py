"""Somebody is erased while “Who came?” is open: their name goes for good, and what was typed of others stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from learningcircles.circle.drafts import Drafts as CircleDrafts
from learningcircles.circle.facets import Verbs
from learningcircles.laptop.erasing import erase
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.window import Window
from tests.ui.hands import CTRL, Key
from tests.ui.test_drafts_left import drafts
from tests.ui.test_evening_refused import Settle, enter, refuse, room
from tests.ui.test_evening_unlooked import evening, opened

__all__ = ["evening", "opened", "room"]
Erase = Callable[[str], None]


def member(other: Verbs, name: str) -> bytes:
    return next(each.id for each in other.reader.list("member") if each["name"] == name)


@pytest.fixture
def erased(evening: Attendance, desktop: Desktop, window: Window, other: Verbs, settle: Settle) -> Erase:
    """Erase a member of this name, of whom the draft speaks that is kept by then."""

    def erase_(name: str) -> None:
        evening.drafting.keep()
        settle(desktop)
        erase(other, member(other, name))
        window.watch()
        settle(desktop)

    return erase_


def field(evening: Attendance, which: str) -> QLineEdit:
    return evening.guest if which == "guest" else evening.letters.edit


def undone(evening: Attendance, desktop: Desktop, settle: Settle, line: QLineEdit) -> str:
    """Press Ctrl+Z in a field, and choose Undo in its menu; return what stands there, and is kept, then."""
    line.setFocus()
    settle(desktop)
    QTest.keyClick(line, Key.Key_Z, CTRL)
    line.undo()
    evening.drafting.keep()
    settle(desktop)
    return line.text()


@pytest.mark.parametrize("which", ["guest", "letters"])
def test_undo_brings_no_name_back_that_an_erasure_took(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, erased: Erase, which: str
) -> None:
    line = field(evening, which)
    line.insert("Léa Fontaine")
    evening.count.setFocus()
    evening.count.lineEdit().setText("7")
    erased("Léa Fontaine")
    assert evening.isVisible() and line.text() == ""
    assert undone(evening, desktop, settle, line) == "" and "Léa" not in str(drafts(other))


@pytest.mark.usefixtures("room")
@pytest.mark.parametrize("which", ["guest", "letters"])
def test_undo_brings_no_name_back_that_stood_before_one_that_is_spared(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, erased: Erase, which: str
) -> None:
    enter(evening, evening.letters.edit, "fontaine")
    settle(desktop)
    line = field(evening, which)
    line.setFocus()
    line.insert("Léa")
    line.selectAll()
    QTest.keyClicks(line, "Wolfgang")
    line.setCursorPosition(3)
    erased("Léa Fontaine")
    assert evening.isVisible() and (line.text(), line.cursorPosition()) == ("Wolfgang", 3)
    assert undone(evening, desktop, settle, line) == "Wolfgang" and "Léa" not in str(drafts(other))


@pytest.mark.usefixtures("room")
@pytest.mark.parametrize("closing", [True, False], ids=["closing", "at a tick"])
def test_nothing_is_kept_between_an_erasure_and_its_sparing(
    evening: Attendance, window: Window, desktop: Desktop, other: Verbs, settle: Settle, erased: Erase, closing: bool
) -> None:
    seen: list[object] = []

    def before_it_is_known_who() -> None:
        if not seen:
            seen.append(evening.letters.text())
            evening.drafting.keep(closing=closing)
            window.shell.tasks.mutate(lambda verbs: verbs.drafts.drafts(), seen.append)

    enter(evening, evening.letters.edit, "fontaine")
    settle(desktop)
    evening.letters.edit.setText("Léa")
    evening.guest.setText("Wolfgang")
    window.shell.drafts.erased.connect(before_it_is_known_who)
    erased("Léa Fontaine")
    assert seen == ["Léa", []] and evening.isVisible()
    evening.drafting.keep()
    settle(desktop)
    assert drafts(other) == [{"guest": "Wolfgang"}] and evening.letters.text() == ""


def test_where_it_cannot_be_known_who_is_erased_it_is_asked_again(
    evening: Attendance, window: Window, desktop: Desktop, other: Verbs, settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    evening.guest.insert("Léa")
    evening.count.setFocus()
    evening.count.lineEdit().setText("7")
    evening.drafting.keep()
    settle(desktop)
    erase(other, member(other, "Léa Fontaine"))
    with monkeypatch.context() as broken:
        broken.setattr(CircleDrafts, "erased", refuse)
        window.watch()
        settle(desktop)
        evening.drafting.keep()
        settle(desktop)
        assert evening.guest.text() == "Léa" and drafts(other) == []
    evening.drafting.keep()
    settle(desktop)
    assert evening.guest.text() == "" and "Léa" not in str(drafts(other))
