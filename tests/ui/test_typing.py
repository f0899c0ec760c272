"""What somebody types is not lost to Escape, and what is said meanwhile stands in nobody's way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from learningcircles.laptop.home import Home
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.before.first_draft import BEGUN
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.pages.people.member_forms import AddMember
from learningcircles_ui.pages.settings.lock_card import Passphrase
from learningcircles_ui.pages.settings.safety import WriteBackup
from learningcircles_ui.pages.share import laptop_name
from learningcircles_ui.pages.share.add_laptop import AddLaptop
from learningcircles_ui.pages.share.page import JoinHub
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.window import Window
from tests.ui.conftest import home_in
from tests.ui.late import closed

Settle = Callable[[Desktop], None]
Key = Qt.Key


def test_escape_in_a_new_circle_warns_before_it_throws_away(
    window: Window, desktop: Desktop, qtbot: QtBot, home: Home
) -> None:
    first = desktop.begin("new")
    left: list[bool] = []
    first.left.connect(lambda: left.append(True))
    qtbot.keyClicks(first.names.circle, "Mill Lane")
    qtbot.keyClick(first, Key.Key_Escape)
    assert not left and "not saved" in first.wrong.text()
    qtbot.keyClicks(first.names.person, "Ingrid Hansen")
    assert not first.wrong.text(), "the warning goes once somebody types on"
    qtbot.keyClick(first, Key.Key_Escape)
    assert not left and first.isVisible()
    first._draft.keep()
    assert home.settings[BEGUN]["circle"] == "Mill Lane"
    qtbot.keyClick(first, Key.Key_Escape)
    assert left and BEGUN not in home.settings


def test_a_new_circle_is_left_at_once_where_nothing_was_typed(window: Window, desktop: Desktop, qtbot: QtBot) -> None:
    first = desktop.begin("new")
    left: list[bool] = []
    first.left.connect(lambda: left.append(True))
    qtbot.keyClick(first, Key.Key_Escape)
    assert left


def test_what_was_typed_into_the_first_run_is_there_after_a_crash_but_no_secret(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    home = home_in(tmp_path / "new")
    desktop = Desktop(qapp, home)
    first = desktop.begin("join")
    qtbot.keyClicks(first.names.person, "Ingrid Hansen")
    qtbot.keyClicks(first.names.invitation, "learningcircles://join/abc")
    first._build()
    assert first.names.invitation.text() and first.names.person.text(), "another language loses nothing"
    qtbot.waitUntil(lambda: BEGUN in home.settings)
    assert "join/abc" not in (home.folder / "laptop.json").read_text("utf-8")
    other = Desktop(qapp, home_in(tmp_path / "new"))
    again = other.begin("new")
    assert again.names.person.text() == "Ingrid Hansen" and not again.names.invitation.text()
    again.names.circle.setText("Mill Lane")
    again.forward()
    again.keys.lost.wanted.setChecked(False)
    done: list[object] = []
    again.ready.connect(lambda *each: done.append(each))
    again.forward()
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    assert BEGUN not in home_in(tmp_path / "new").settings, "it is begun"
    desktop.close()
    other.close()
    for each in (desktop, other):
        each.aside.close()


def test_a_laptop_is_called_after_its_person_until_somebody_says_otherwise(
    window: Window, desktop: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(laptop_name, "_CHASSIS", tmp_path / "none")
    monkeypatch.setattr(laptop_name.sys, "platform", "linux")
    names = desktop.begin("new").names
    qtbot.keyClicks(names.person, "Ingrid Hansen")
    assert names.device.text() == "Ingrid’s laptop"
    names.device.selectAll()
    qtbot.keyClicks(names.device, "Blue")
    qtbot.keyClicks(names.person, "-Olsen")
    assert names.device.text() == "Blue"
    (tmp_path / "none").write_text("3\n")
    assert laptop_name.proposed("Li Wei") == "Li’s computer"


def test_a_new_circle_stands_over_the_window_and_says_what_it_is(
    window: Window, desktop: Desktop, settle: Settle
) -> None:
    window.setGeometry(40, 30, 700, 560)
    window.show()
    first = desktop.begin("new")
    settle(desktop)
    assert first.windowTitle() == "Begin a new circle — Learning Circles"
    off = first.frameGeometry().center() - window.frameGeometry().center()
    assert abs(off.x()) < 40 and abs(off.y()) < 60


def test_enter_in_the_first_passphrase_goes_to_the_second(window: Window, qtbot: QtBot) -> None:
    asked = Passphrase(window.shell, window)
    asked.open()
    qtbot.keyClicks(asked.new, "short")
    qtbot.keyClick(asked.new, Key.Key_Return)
    assert "8 letters" in asked.beside.text() and asked.focusWidget() is asked.new
    qtbot.keyClicks(asked.new, " no more")
    assert asked.beside.isHidden(), "the sentence goes once somebody types on"
    qtbot.keyClick(asked.new, Key.Key_Return)
    assert asked.focusWidget() is asked.again and asked.beside.isHidden()
    qtbot.keyClicks(asked.again, "other words")
    qtbot.keyClick(asked.again, Key.Key_Return)
    assert "not the same" in asked.beside.text()
    below = asked.again.mapTo(asked, asked.again.rect().bottomLeft()).y()
    qtbot.waitUntil(lambda: 0 <= asked.beside.mapTo(asked, asked.beside.rect().topLeft()).y() - below < 20)
    qtbot.waitUntil(lambda: asked._area.verticalScrollBar().maximum() == 0)
    asked.done(0)


def test_enter_in_the_first_run_goes_to_what_is_still_empty(window: Window, desktop: Desktop, qtbot: QtBot) -> None:
    first = desktop.begin("new")
    qtbot.keyClicks(first.names.circle, "Mill Lane")
    qtbot.keyClick(first.names.circle, Key.Key_Return)
    assert first.focusWidget() is first.names.person and not first.wrong.text()
    qtbot.keyClicks(first.names.person, "Ingrid")
    qtbot.keyClick(first.names.person, Key.Key_Return)
    assert first.focusWidget() is first.names.device, "what the laptop is called is only proposed"
    qtbot.keyClick(first.names.device, Key.Key_Return)
    assert first.step() == 3
    first.keys.ask.setChecked(True)
    first.keys.passphrase.setFocus()
    qtbot.keyClicks(first.keys.passphrase, "long enough")
    qtbot.keyClick(first.keys.passphrase, Key.Key_Return)
    assert first.focusWidget() is first.keys.again and not first.wrong.text()


def test_a_warning_hides_no_field_and_goes_once_somebody_types_on(window: Window, qtbot: QtBot) -> None:
    adds = AddMember(window.shell, window)
    adds.open()
    notes, view = adds.form.edit("notes").control, adds._area.viewport()
    assert isinstance(notes, QPlainTextEdit)
    notes.setFocus()
    qtbot.keyClicks(notes, "Comes on Tuesdays")
    adds.resize(adds.width(), 420)
    qtbot.waitUntil(lambda: adds._area.verticalScrollBar().maximum() > 0)

    def in_view() -> bool:
        line = notes.cursorRect()
        return bool(view.rect().contains(QRect(notes.viewport().mapTo(view, line.topLeft()), line.size())))

    def at_the_edge() -> bool:
        adds._area.ensureWidgetVisible(notes, 0, 10)
        return in_view()

    qtbot.waitUntil(at_the_edge)
    qtbot.keyClick(adds, Key.Key_Escape)
    assert "not saved" in adds._wrong.text() and adds.isVisible()
    qtbot.waitUntil(in_view)
    qtbot.keyClicks(notes, ", mostly")
    assert adds._wrong.isHidden()
    qtbot.keyClick(adds, Key.Key_Escape)
    assert adds.isVisible(), "and whoever typed on is warned again"
    adds.done(0)


def test_a_sentence_beside_a_field_makes_the_dialog_grow(window: Window, qtbot: QtBot) -> None:
    asked = JoinHub(window.shell, window)
    asked.open()
    qtbot.keyClicks(asked.line, "nonsense")
    high = asked.height()
    asked.submit()
    qtbot.waitUntil(lambda: asked.height() > high)
    asked.done(0)


@pytest.mark.parametrize("kind", [Passphrase, JoinHub, WriteBackup])
def test_escape_throws_no_typing_away_unasked(window: Window, qtbot: QtBot, kind: type[Dialog]) -> None:
    asked = kind(window.shell, window)
    asked.open()
    qtbot.keyClicks(asked.focusWidget(), "words")
    asked.reject()
    assert asked.isVisible() and "not saved" in asked._wrong.text()
    asked.reject()
    assert closed(asked)
    empty = kind(window.shell, window)
    empty.open()
    empty.reject()
    assert closed(empty), "nothing was typed"


def test_a_guest_whose_name_still_stands_there_came(
    window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    made: list[bytes] = []
    fields = {"title": "Bread", "start": {"at": "2026-11-20T18:00"}}
    window.shell.do(lambda verbs: verbs.records.add("meetup", fields), then=lambda found: made.append(found[0]))
    settle(desktop)
    evening = Attendance(window.shell, made[0], window)
    evening.open()
    settle(desktop)
    qtbot.keyClicks(evening.guest, "Zoe")
    evening.reject()
    assert evening.isVisible()
    evening.done_button.click()
    settle(desktop)
    rows: list[object] = []
    window.shell.tasks.query(lambda reader: reader.list("attendance"), rows.extend)
    settle(desktop)
    assert len(rows) == 1


def test_an_invitation_stands_within_the_screen(window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot) -> None:
    window.show()
    asked = AddLaptop(window.shell, window)
    asked.open()
    asked.move(asked.x(), asked.screen().availableGeometry().bottom() - asked.height())
    asked.submit()
    settle(desktop)
    qtbot.waitUntil(lambda: asked.done_button.isHidden())
    qtbot.waitUntil(lambda: asked.frameGeometry().bottom() <= asked.screen().availableGeometry().bottom())
    assert asked._area.verticalScrollBar().maximum() == 0
    assert any("comes on a USB stick" in each.text() for each in asked.findChildren(QLabel)), "there is no hub"
    shown = asked.findChildren(QPlainTextEdit)[0].toPlainText()
    assert len(shown.split()) > 5 and max(map(len, shown.split()[1:])) == 5, "letters in groups, as on paper"
    asked.copying.click()
    assert asked.copying.text() == "Copied"
    assert QGuiApplication.clipboard().text() == shown.replace("\n", "").replace(" ", "")
    asked.done(0)


def test_what_is_wrong_with_a_field_is_said_in_plain_words(window: Window, qtbot: QtBot) -> None:
    adds = AddMember(window.shell, window)
    adds.open()
    told = {}
    for name, words in (("email", "not an email"), ("birth_year", "2150")):
        control = adds.form.edit(name).control
        qtbot.keyClicks(control, words)
        control.editingFinished.emit()
        told[name] = adds.form.lines[name].sentence
    assert told["email"] == "not an email is no e-mail address: one looks like name@example.org."
    assert told["birth_year"] == "2150 lies ahead: nobody was born in it yet."
    adds.done(0)


@pytest.mark.parametrize("high", [300, 420])
def test_the_field_that_has_the_keyboard_is_seen_whole_with_what_is_said_of_it(
    window: Window, qtbot: QtBot, settle: Callable[[Desktop], None], desktop: Desktop, high: int
) -> None:
    form = AddMember(window.shell, window)
    qtbot.addWidget(form)
    form.open()
    form.resize(form.width(), high)
    settle(desktop)
    for name, words in (("email", "juergen@"), ("languages", "German, klingon"), ("birth_year", "1880")):
        line = form.form.edit(name).control
        line.setFocus()
        qtbot.keyClicks(line, words)
    form.form.edit("birth_year").control.setFocus()
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    seen = form._area.viewport()

    def whole(name: str) -> bool:
        part = form.form.lines[name]
        return seen.rect().contains(QRect(part.mapTo(seen, QPoint()), part.size()))

    qtbot.waitUntil(lambda: form.form.lines["notes"].isAncestorOf(form.focusWidget()) and whole("notes"))
    for name in ("birth_year", "languages"):
        form.form.edit(name).control.setFocus()
        qtbot.waitUntil(lambda name=name: whole(name))
