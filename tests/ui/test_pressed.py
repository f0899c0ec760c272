"""Enter presses what has the ring, on every page as in a dialog."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups.page import MeetupsPage
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import button
from learningcircles_ui.parts.sidebar import MenuItem
from learningcircles_ui.parts.words import Pressable
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people

Settle = Callable[[Desktop], None]
Key = Qt.Key


def test_every_button_of_every_page_is_one_that_enter_presses(window: Window, desktop: Desktop, settle: Settle) -> None:
    for name in window.pages:
        window.show_page(name)
        settle(desktop)
    buttons = [each for each in window.findChildren(QPushButton) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(buttons) > 20
    assert [each.text() for each in buttons if not isinstance(each, Pressable)] == []


def test_enter_presses_a_button_once_however_long_it_is_held(qtbot: QtBot) -> None:
    here, pressed = QWidget(), []
    qtbot.addWidget(here)
    made = button("Do it", lambda: pressed.append(1), parent=here)
    QTest.keyClick(made, Key.Key_Return)
    QTest.keyClick(made, Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert len(pressed) == 2
    held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
    QApplication.sendEvent(made, held)
    QTest.keyClick(made, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made.setEnabled(False)
    QTest.keyClick(made, Key.Key_Return)
    assert len(pressed) == 2


def test_enter_on_add_a_member_opens_the_form(people: PeoplePage, qtbot: QtBot, qapp: QApplication) -> None:
    add = next(each for each in people.findChildren(QPushButton) if each.text() == "Add member")
    QTest.keyClick(add, Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(qapp.activeModalWidget(), Dialog))
    qapp.activeModalWidget().close()


@pytest.fixture
def meetup(window: Window, other: Verbs, desktop: Desktop, settle: Settle) -> MeetupsPage:
    """Tomorrow's meetup, with its details in view."""
    add_people(other, ["Mara Ek", "Quim Roca"])
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)
    id_, _ = other.meetups.plan("Bikes", f"{tomorrow}T17:30", 60)
    page = window.pages["meetups"]
    assert isinstance(page, MeetupsPage)
    window.show_page("meetups")
    page.show_record("meetup", id_)
    settle(desktop)
    return page


def test_a_name_and_enter_twice_note_an_answer_and_ask_for_the_next(
    meetup: MeetupsPage, other: Verbs, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    pane = meetup.pane
    name = pane.answers.person.control
    for letters, more in (("mar", ""), ("qui", "n")):
        name.setFocus()
        qtbot.waitUntil(name.hasFocus)
        QTest.keyClicks(name, letters)
        QTest.keyClick(name, Key.Key_Return)
        settle(desktop)
        qtbot.waitUntil(pane.answers.answer.hasFocus)
        QTest.keyClicks(pane.answers.answer, more)
        QTest.keyClick(pane.answers.answer, Key.Key_Return)
        settle(desktop)
        assert name.hasFocus() and not name.text() and pane.answers.answer.currentData() == "yes"
    noted = {row["answer"] for row in other.reader.list("rsvp")}
    assert noted == {"yes", "no"} and all(row["person"] for row in other.reader.list("rsvp"))


@pytest.mark.parametrize("guest", [True, False])
def test_a_name_that_is_nobody_s_is_asked_about(
    guest: bool, meetup: MeetupsPage, other: Verbs, desktop: Desktop, settle: Settle, qtbot: QtBot, qapp: QApplication
) -> None:
    pane = meetup.pane
    pane.answers.person.control.setFocus()
    QTest.keyClicks(pane.answers.person.control, "Xqz Wvj")
    pane.answers.ask()
    qtbot.waitUntil(lambda: isinstance(qapp.activeModalWidget(), Dialog))
    asked = qapp.activeModalWidget()
    assert isinstance(asked, Dialog) and other.reader.list("rsvp") == []
    (asked.done_button if guest else asked.leave_button).click()
    settle(desktop)
    assert [row["name"] for row in other.reader.list("rsvp")] == (["Xqz"] if guest else [])
    assert pane.answers.person.words() == ("" if guest else "Xqz Wvj")


def test_whoever_types_on_over_the_question_about_a_guest_notes_nobody_by_a_slip(
    meetup: MeetupsPage, other: Verbs, desktop: Desktop, settle: Settle, qtbot: QtBot, qapp: QApplication
) -> None:
    """Enter on the question leads back to the name, and what is typed then takes its place."""
    name = meetup.pane.answers.person.control
    name.setFocus()
    QTest.keyClicks(name, "Marra Eck Xq")
    meetup.pane.answers.ask()
    qtbot.waitUntil(lambda: isinstance(qapp.activeModalWidget(), Dialog))
    asked = qapp.activeModalWidget()
    assert isinstance(asked, Dialog)
    QTest.keyClick(asked.focusWidget(), Key.Key_Return)
    settle(desktop)
    assert other.reader.list("rsvp") == [] and meetup.window().focusWidget() is name
    QTest.keyClicks(name, "qui")
    assert meetup.pane.answers.person.words() == "qui"


def test_the_menu_s_words_stand_beside_their_icons_in_a_mirrored_window(qtbot: QtBot) -> None:
    item = MenuItem("People", "users")
    item.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.addWidget(item)
    item.resize(200, 40)
    seen = item.grab().toImage()
    ground = seen.pixelColor(2, 2)
    inked = [x for x in range(seen.width()) if any(seen.pixelColor(x, y) != ground for y in range(seen.height()))]
    assert inked and min(inked) > 80, "the far side is empty"


def test_enter_opens_the_menu_of_all_menus(window: Window, qapp: QApplication) -> None:
    opened: list[QWidget | None] = []

    def look() -> None:
        opened.append(qapp.activePopupWidget())
        window.sidebar.menu_button.menu().close()

    QTimer.singleShot(0, look)
    QTest.keyClick(window.sidebar.menu_button, Qt.Key.Key_Return)
    assert opened == [window.sidebar.menu_button.menu()]


def test_whoever_types_on_has_not_said_that_it_is_noted(
    meetup: MeetupsPage, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    add_people(other, ["Ana Ruiz", "Anatol Berg"])
    two, _ = other.meetups.plan("Bread", f"{datetime.date.today()}T17:30", 60)
    name = meetup.pane.answers.person.control
    name.setFocus()
    QTest.keyClicks(name, "Ana")
    meetup.pane.answers.ask()
    QTest.keyClicks(name, "tol")  # before it was known who is meant
    settle(desktop)
    meetup.show_record("meetup", two)
    settle(desktop)
    name.setFocus()
    QTest.keyClick(name, Key.Key_Tab)
    settle(desktop)
    assert other.reader.list("rsvp") == []


def test_an_answer_that_is_refused_stands_there_still(
    meetup: MeetupsPage, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    answers = meetup.pane.answers
    answers.person.control.setFocus()
    settle(desktop)  # a look at the meetup that ends later would speak of that one again
    answers.answer.setCurrentIndex(2)
    answers.about(bytes(16))  # a meetup that nobody knows
    answers.person.show_raw({"id": None, "words": "Mara Ek"})
    answers.ask()
    settle(desktop)
    assert other.reader.list("rsvp") == []
    assert answers.person.words() == "Mara Ek" and answers.answer.currentIndex() == 2
