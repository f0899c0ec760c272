"""What members had before comes in by a field each, as one action, or with their list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.opening_balances import _SHOWN, OpeningBalances
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import closed

Settle = Callable[[Desktop], None]


def opened(desktop: Desktop, window: Window, settle: Settle) -> OpeningBalances:
    window.show_page("exchanges")
    offered = [each for each in window.page.findChildren(QPushButton) if each.text() == "Opening balances…"]
    offered[0].click()
    settle(desktop)
    dialog = window.page.findChild(OpeningBalances)
    assert isinstance(dialog, OpeningBalances)
    return dialog


def test_balances_are_typed_by_keyboard_and_undone_as_one(
    qtbot: QtBot, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    amina, bo = add_people(other, ["Amina", "Bo"])
    window = desktop.open()
    settle(desktop)
    dialog = opened(desktop, window, settle)
    assert list(dialog.lines)[:2] == [amina, bo] and dialog.focusWidget() is dialog.lines[amina]
    qtbot.keyClicks(dialog.lines[amina], "2:30")
    qtbot.keyClick(dialog.lines[amina], Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.lines[bo] and other.reader.pot() == 0
    qtbot.keyClicks(dialog.lines[bo], "abc")
    dialog.submit()
    assert dialog._wrong.text().startswith("Bo: “abc”") and other.reader.pot() == 0
    dialog.lines[bo].selectAll()
    qtbot.keyClicks(dialog.lines[bo], "-1,5")
    dialog.submit()
    qtbot.waitUntil(lambda: other.reader.pot() == -60)
    settle(desktop)
    assert closed(dialog)
    assert (other.reader.balance(amina), other.reader.balance(bo)) == (150, -90)
    window.undo_redo.take_back()
    qtbot.waitUntil(lambda: other.reader.pot() == 0)


def test_in_a_large_circle_names_are_searched_and_what_was_typed_stays(
    qtbot: QtBot, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    ids = add_people(other, [f"Member {number:03}" for number in range(_SHOWN + 20)])
    window = desktop.open()
    settle(desktop)
    dialog = opened(desktop, window, settle)
    assert len(dialog.lines) == _SHOWN and dialog._more.text()
    qtbot.keyClicks(dialog.lines[ids[0]], "1")
    dialog._field.edit.setText("119")
    qtbot.waitUntil(lambda: list(dialog.lines) == [ids[119]])
    qtbot.keyClicks(dialog.lines[ids[119]], "2")
    dialog.submit()
    qtbot.waitUntil(lambda: other.reader.pot() == -180)
    settle(desktop)


def test_what_is_typed_before_the_older_draft_is_there_is_one_with_it(
    qtbot: QtBot, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    amina, bo = add_people(other, ["Amina", "Bo"])
    other.drafts.keep_draft("opening", {"balances": [[amina, "1:00"], [bo, "2:00"]]})
    window = desktop.open()
    settle(desktop)
    window.show_page("exchanges")
    dialog = OpeningBalances(window.shell, window)
    dialog.typed[bo] = "3:00"
    settle(desktop)
    assert dialog.typed == {amina: "1:00", bo: "3:00"}
    dialog.keep()
    settle(desktop)
    draft = other.drafts.draft("opening")
    assert draft is not None and len(draft.values["balances"]) == 2
    dialog.done(0)


def test_whoever_leaves_before_the_older_draft_is_there_throws_none_away(
    qtbot: QtBot, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    (amina,) = add_people(other, ["Amina"])
    other.drafts.keep_draft("opening", {"balances": [[amina, "1:00"]]})
    window = desktop.open()
    settle(desktop)
    dialog = OpeningBalances(window.shell, window)
    dialog.open()
    dialog.reject()
    settle(desktop)
    assert other.drafts.draft("opening") is not None


def test_what_is_emptied_again_is_no_draft(qtbot: QtBot, desktop: Desktop, other: Verbs, settle: Settle) -> None:
    (amina,) = add_people(other, ["Amina"])
    window = desktop.open()
    settle(desktop)
    dialog = opened(desktop, window, settle)
    qtbot.keyClicks(dialog.lines[amina], "2")
    dialog.keep()
    settle(desktop)
    assert other.drafts.draft("opening") is not None
    qtbot.keyClick(dialog.lines[amina], Qt.Key.Key_Backspace)
    dialog.keep()
    settle(desktop)
    assert other.drafts.draft("opening") is None, "Today would offer to go on with nothing"
    dialog.reject()
