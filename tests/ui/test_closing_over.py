"""The window closes from a dialog over it, and what is being edited goes on where the window is made anew."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.learning.page import LearningPage
from learningcircles_ui.pages.people.member_forms import AddMember
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.settings.page import SettingsPage
from learningcircles_ui.pages.settings.safety import WriteBackup
from learningcircles_ui.pages.shortcuts import Shortcuts
from learningcircles_ui.settings import TEXT_SIZES
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import line_of
from tests.ui.hands import CTRL, Key
from tests.ui.late import Settle, gone
from tests.ui.test_drafts_left import begun, drafts, top_form


@pytest.fixture
def form(window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot) -> AddMember:
    """Somebody is being added, by keys."""
    made = begun(window, desktop, settle, name="")
    qtbot.waitUntil(made.isActiveWindow)
    QTest.keyClicks(line_of(made.form, "name"), "Dora Ek")
    return made


def press_close(dialog: object) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None and focus.window() is dialog
    QTest.keyClick(focus, Key.Key_Q, CTRL)


def test_a_form_whose_words_are_kept_closes_with_the_window(
    form: AddMember, window: Window, desktop: Desktop, other: Verbs, qtbot: QtBot
) -> None:
    press_close(form)
    qtbot.waitUntil(lambda: not window.isVisible())
    desktop.close()
    assert drafts(other) == [{"name": "Dora Ek"}]


def test_closing_is_no_second_escape(form: AddMember, window: Window, desktop: Desktop, other: Verbs) -> None:
    QTest.keyClick(form, Key.Key_Escape)
    assert form.isVisible() and form._wrong.text().startswith("What you typed is not saved")
    window.close()
    QApplication.closeAllWindows()  # as the program does when its last one is closed
    desktop.close()
    assert drafts(other) == [{"name": "Dora Ek"}]


def test_a_dialog_that_only_shows_closes_with_the_window(
    window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    window.show_shortcuts()
    dialog = top_form(window, Shortcuts)
    qtbot.waitUntil(dialog.isActiveWindow)
    press_close(dialog)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_what_is_kept_nowhere_is_asked_about_first(
    window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    dialog = WriteBackup(window.shell, window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClicks(dialog.passphrase, "correct")
    press_close(dialog)
    settle(desktop)
    assert dialog.isVisible() and window.isVisible() and dialog._wrong.text().startswith("What you typed is not saved")
    press_close(dialog)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_dialog_over_another_closes_both(
    form: AddMember, window: Window, desktop: Desktop, other: Verbs, qtbot: QtBot
) -> None:
    inner = Shortcuts([], form)
    inner.open()
    qtbot.waitUntil(inner.isActiveWindow)
    press_close(inner)
    qtbot.waitUntil(lambda: not window.isVisible())
    desktop.close()
    assert drafts(other) == [{"name": "Dora Ek"}]


def settings(window: Window) -> SettingsPage:
    window.show_page("settings")
    page = window.page
    assert isinstance(page, SettingsPage)
    return page


def sized(window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot) -> Window:
    """Choose another size of text on Settings; return the window that takes the place of this one."""
    settings(window)
    settle(desktop)
    desktop.settings.choose("text_size", 120)
    desktop.theme.choose("light", 120)
    window.shell.signals.again.emit()
    qtbot.waitUntil(lambda: desktop.window is not None and desktop.window is not window)
    settle(desktop)
    assert desktop.window is not None
    return desktop.window


def test_every_key_counts_while_another_size_of_text_is_built(
    window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    """Those that are pressed meanwhile reach the window that stood there when the system took them."""
    page = settings(window)
    settle(desktop)
    page.text_size.setFocus()
    first = TEXT_SIZES.index(desktop.settings.text_size)
    for pressed in (1, 2):
        old = desktop.window
        assert old is not None
        handle = old.windowHandle()
        qtbot.waitUntil(lambda old=old: QApplication.activeWindow() is old)
        for more in (2 * pressed - 1, 2 * pressed):
            stood = desktop.window
            assert old.isVisible(), "it is there for them until the new one is"
            QTest.keyPress(handle, Key.Key_Down if pressed < 2 else Key.Key_Up)
            qtbot.waitUntil(lambda stood=stood: desktop.window is not stood)
            assert desktop.window is not None
            at = first + (more if pressed < 2 else 4 - more)
            assert desktop.settings.text_size == TEXT_SIZES[at]
            held = desktop.window.pages["settings"]
            assert isinstance(held, SettingsPage) and held.text_size.currentData() == TEXT_SIZES[at]
            assert desktop.window.focusWidget() is held.text_size
    settle(desktop)
    qtbot.waitUntil(
        lambda: [each for each in QApplication.topLevelWidgets() if isinstance(each, Window)] == [desktop.window]
    )
    desktop.theme.choose("light", 100)


def test_a_circle_is_left_again_while_its_old_window_still_passes_keys_on(
    window: Window, desktop: Desktop, qtbot: QtBot, qapp: QApplication
) -> None:
    handle = window.windowHandle()
    window.shell.signals.again.emit()
    qtbot.waitUntil(lambda: desktop.window is not window)
    again = desktop.window
    assert again is not None
    again.deleteLater()
    gone(qapp)
    assert not isValid(again) and isValid(handle), "the new one goes first"
    QTest.keyPress(handle, Key.Key_Down)
    window.deleteLater()  # it is closed by that, and hears of it
    gone(qapp)
    assert not isValid(window)
    desktop.window = None


@pytest.mark.parametrize("typed", ["0222", "ana@", ""])
def test_a_member_goes_on_being_edited_after_another_size_of_text_was_chosen(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, typed: str
) -> None:
    add_people(other, ["Ana Ruiz", "Bo Ek"])
    bo = next(row.id for row in other.reader.list("member") if row["name"] == "Bo Ek")
    window.watch()
    window.show_page("people")
    settle(desktop)
    people = window.page
    assert isinstance(people, PeoplePage)
    people.show_record("member", bo)
    settle(desktop)
    people.pane.edit()
    settle(desktop)
    QTest.keyClicks(line_of(people.pane.form, "phone" if typed.isdigit() else "email"), typed)
    again = sized(window, desktop, settle, qtbot)
    assert again.page.name == "settings" and again.pages["settings"].isAncestorOf(again.focusWidget() or again)
    again.show_page("people")
    settle(desktop)
    page = again.page
    assert isinstance(page, PeoplePage)
    assert page.table.current_id() == bo and page.pane._edit.isChecked()
    assert line_of(page.pane.form, "phone").text() == ("0222" if typed == "0222" else "")
    assert line_of(page.pane.form, "email").text() == ("ana@" if typed == "ana@" else "")
    assert page.pane._stack.drafting.bar is None, "nobody is asked whether to go on"
    again.show_page("today")
    page.pane._edit.click()
    again.show_page("people")
    settle(desktop)
    assert not page.pane._edit.isChecked(), "it is gone on with once"
    desktop.theme.choose("light", 100)


def test_what_somebody_learned_goes_on_being_edited(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    (ana,) = add_people(other, ["Ana Ruiz"])
    learned, _ = other.records.add(
        "learning", {"member": ana, "topic": "bread", "kind": "informal", "on": "2026-01-02"}
    )
    window.watch()
    window.show_page("learning")
    settle(desktop)
    window.page.show_record("learning", learned)
    settle(desktop)
    page = window.page
    assert isinstance(page, LearningPage)
    page.pane.edit()
    settle(desktop)
    again = sized(window, desktop, settle, qtbot)
    again.show_page("learning")
    settle(desktop)
    page = again.page
    assert isinstance(page, LearningPage)
    assert page.pane._stack.edits == ("learning", learned)
    desktop.theme.choose("light", 100)
