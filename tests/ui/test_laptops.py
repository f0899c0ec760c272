"""Share: a laptop's name and right, open invitations, and the list of laptops handed on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.errors import Refused
from learningcircles.laptop import rights
from learningcircles.laptop.home import Home
from learningcircles.laptop.inviting import invite
from learningcircles.laptop.succession import succeed
from learningcircles.laptop.taking_over import hand_to, take_over
from learningcircles.surroundings import real
from learningcircles_sync.engine import Engine
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.share.laptop_dialogs import InvitationsDialog, LaptopDialog, WhatWasOnIt
from learningcircles_ui.pages.share.page import SharePage
from learningcircles_ui.pages.share.shut_out import ShutOut
from learningcircles_ui.parts.literal import seen
from learningcircles_ui.parts.shown import day_shown
from learningcircles_ui.rights import Rights
from learningcircles_ui.window import Window
from tests.ui.filled import opened
from tests.ui.late import gone, meetup_today
from tests.ui.two_laptops import share_page, shut_out_here

Settle = Callable[[Desktop], None]


def choose(page: SharePage, name: str) -> None:
    row = next(place for place, each in enumerate(page._model.rows) if each.name == name)
    page._table.setCurrentIndex(page._model.index(row, 0))


def test_buttons_mean_a_laptop_that_is_seen_to_be_meant(
    red: Engine, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    window, page = share_page(desktop, settle)
    buttons = (page._look, page._shut)
    page._table.setFocus(Qt.FocusReason.TabFocusReason)
    assert page._table.currentIndex().isValid() and not page._table.selectionModel().hasSelection()
    assert not any(each.isEnabled() for each in buttons), "Tab has come to the list, and marks nothing"
    choose(page, "Red")
    assert all(each.isEnabled() for each in buttons)
    page._shut.setFocus()
    page._table.selectionModel().clearSelection()
    assert not any(each.isEnabled() for each in buttons) and window.focusWidget() is page._table


def test_a_laptop_gets_another_name_and_right(red: Engine, desktop: Desktop, settle: Settle, qtbot: QtBot) -> None:
    _, page = share_page(desktop, settle)
    choose(page, "Red")
    page._look.click()
    settle(desktop)
    dialog = page.findChild(LaptopDialog)
    assert isinstance(dialog, LaptopDialog)
    dialog.name.setFocus()
    qtbot.keyClick(dialog.name, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.choices["recorder"], "Tab comes to the chosen one"
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    assert dialog.right() == "reader" and dialog.choices["reader"].hasFocus()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Up)
    assert dialog.choices["recorder"].isChecked()
    was = dialog.findChild(WhatWasOnIt)
    assert was is not None and not was.isVisible(), "whoever gives it a name has not lost it"
    dialog.lost.click()
    settle(desktop)
    assert was.isVisible() and not dialog.lost.isVisible()
    dialog.name.setText("Green")
    dialog.choices["organizer"].setChecked(True)
    dialog.done_button.click()
    settle(desktop)
    qtbot.waitUntil(lambda: any(row.name == "Green" and row.right == "organizer" for row in page._model.rows))


def test_two_lists_that_a_stick_makes_meet_are_told(
    red: Engine, home: Home, other: Verbs, desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    rights.change_right(other.circle, red.circle.secrets.device.id, "organizer")
    Engine(home, other, real()).write_bundle(tmp_path / "stick")
    red.read_bundle(tmp_path / "stick")
    take_over(red.circle)
    red.write_bundle(tmp_path / "back")
    rights.revoke(other.circle, red.circle.secrets.device.id)
    window, page = share_page(desktop, settle)
    page.stick.read_from(tmp_path / "back")
    words = "There were two lists of this circle's laptops. The one that "
    qtbot.waitUntil(lambda: window.toast.label.text().startswith(words))


def keeper(circle: Verbs) -> bytes:
    """Return the laptop that keeps the list."""
    roster = circle.circle.roster
    return next(each.id for each in roster.devices.values() if each.sign == roster.sequencer)


def test_the_list_of_laptops_is_handed_on(
    red: Engine, other: Verbs, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    _, page = share_page(desktop, settle)
    assert "lets laptops in" in page._model.rows[0].right + page._model._right(page._model.rows[0])
    choose(page, "Red")
    page._look.click()
    settle(desktop)
    dialog = page.findChild(LaptopDialog)
    assert isinstance(dialog, LaptopDialog) and dialog.keeps is not None
    dialog.keeps.setChecked(True)
    dialog.done_button.click()
    assert dialog.isVisible() and "may run the circle" in dialog._wrong.text(), "a recorder's cannot keep it"
    dialog.choices["organizer"].setChecked(True)
    dialog.done_button.click()
    settle(desktop)
    qtbot.waitUntil(lambda: any(row.name == "Red" and row.keeps_list for row in page._model.rows))
    other.circle.follow()
    assert keeper(other) == red.circle.secrets.device.id


def test_the_list_of_laptops_is_taken_over(
    red: Engine, other: Verbs, home: Home, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    rights.change_right(other.circle, red.circle.secrets.device.id, "organizer")
    hand_to(other.circle, red.circle.secrets.device.id)
    _, page = share_page(desktop, settle)
    here = next(row for row in page._model.rows if row.here)
    choose(page, here.name)
    page._look.click()
    settle(desktop)
    dialog = page.findChild(LaptopDialog)
    assert isinstance(dialog, LaptopDialog) and dialog.keeps is not None
    assert dialog.findChild(WhatWasOnIt) is None, "whoever sits before it has not lost it"
    dialog.keeps.setChecked(True)
    dialog.done_button.click()
    settle(desktop)
    qtbot.waitUntil(lambda: any(row.here and row.keeps_list for row in page._model.rows))


def test_a_laptop_is_shut_out_since_a_day(
    red: Engine, other: Verbs, home: Home, desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    red.verbs.records.add("member", {"name": "Written by a thief"})
    red.write_bundle(tmp_path / "stick")
    Engine(home, other, real()).read_bundle(tmp_path / "stick")
    _, page = share_page(desktop, settle)
    choose(page, "Red")
    page._shut.click()
    settle(desktop)
    dialog = page.findChild(ShutOut)
    assert isinstance(dialog, ShutOut)
    assert not dialog.day.isEnabled()
    qtbot.waitUntil(lambda: "Tell the members" in dialog.was.words.text())
    assert "hut it out now" not in dialog.was.words.text(), "that is what this window does"
    dialog.since.setChecked(True)
    for words in ("some day", "2999-01-01"):
        dialog.day.setText(words)
        dialog.done_button.click()
        assert dialog.isVisible() and "needs a day" in dialog._wrong.text()
    dialog.day.setText(day_shown(text.today()))
    dialog.done_button.click()
    settle(desktop)
    qtbot.waitUntil(lambda: any(row.revoked for row in page._model.rows))
    assert not [row for row in other.reader.list("member") if row["name"] == "Written by a thief"]
    (bundle,) = other.rescue.bundles()
    assert bundle.device == red.circle.secrets.device.id, "what ceased to count can be looked at"


def test_what_ceases_to_count_of_before_the_moment_is_told(
    red: Engine, other: Verbs, home: Home, desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    now_ms = red.circle.surroundings.now_ms
    red.verbs.records.add("member", {"name": "Written before"})
    since = now_ms()
    qtbot.waitUntil(lambda: now_ms() > since)
    red.verbs.records.add("member", {"name": "Written by a thief"})
    red.write_bundle(tmp_path / "stick")
    Engine(home, other, real()).read_bundle(tmp_path / "stick")
    window, page = share_page(desktop, settle)
    said: list[str] = []
    window.shell.signals.said.connect(lambda words, _: said.append(words))
    choose(page, "Red")
    page._shut.click()
    settle(desktop)
    dialog = page.findChild(ShutOut)
    assert isinstance(dialog, ShutOut)
    dialog.since.setChecked(True)
    dialog._moment = lambda: since
    dialog.done_button.click()
    settle(desktop)
    qtbot.waitUntil(lambda: any("Nothing counts that it wrote from" in words for words in said))
    assert any("from before that day: " in words and "They can be taken in here." in words for words in said)


def test_what_comes_with_shutting_a_laptop_out_is_told(
    red: Engine, other: Verbs, home: Home, desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    window, page = share_page(desktop, settle)
    said: list[str] = []
    window.shell.signals.said.connect(lambda words, _: said.append(words))
    choose(page, "Red")
    page._shut.click()
    settle(desktop)
    dialog = page.findChild(ShutOut)
    assert isinstance(dialog, ShutOut)
    qtbot.waitUntil(lambda: dialog.was.lost is not None)
    red.verbs.records.add("member", {"name": "Came late"})
    red.write_bundle(tmp_path / "stick")
    Engine(home, other, real()).read_bundle(tmp_path / "stick")
    dialog.done_button.click()
    settle(desktop)
    qtbot.waitUntil(lambda: any("More may have been on Red than was shown here" in words for words in said))


def test_an_open_invitation_is_seen_and_cancelled(other: Verbs, desktop: Desktop, settle: Settle, qtbot: QtBot) -> None:
    for _ in range(4):
        invite(other.circle, "recorder", 3)
    _, page = share_page(desktop, settle)
    page.aside.invitations.click()
    settle(desktop)
    dialog = page.aside.findChild(InvitationsDialog)
    assert isinstance(dialog, InvitationsDialog)
    assert len(dialog.rows) == 4 and not dialog._area._bar.isVisible(), "the dialog has room for all of them"
    for row in dialog.rows:
        row.findChildren(QPushButton)[0].click()
    settle(desktop)
    qtbot.waitUntil(lambda: not dialog.rows)
    assert not dialog.none.isHidden()


def test_what_is_open_follows_the_right_that_this_laptop_has(
    red: Engine, other: Verbs, home: Home, desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    window = desktop.open()
    settle(desktop)
    window.show_page("people")
    page = window.page
    assert isinstance(page, PeoplePage) and window.shell.may_run
    settle(desktop)
    page.field.edit.setFocus()
    qtbot.keyClicks(page.field.edit, "p")
    shut_out_here(red, other, home, tmp_path)
    window.watch()
    watcher = window.findChild(Rights)
    assert isinstance(watcher, Rights)
    qtbot.waitUntil(lambda: watcher._now == "reader")
    watcher._tell()
    assert desktop.window is window and watcher._due.isActive(), "somebody is typing: it is looked at again"
    page.table.setFocus()
    qtbot.waitUntil(lambda: desktop.window is not None and desktop.window is not window)
    settle(desktop)
    again = desktop.window
    assert again is not None and isinstance(again.page, PeoplePage) and not again.shell.may_write
    assert again.toast.label.text() == "This laptop may only look now."
    add = next(each for each in again.page.findChildren(QPushButton) if each.text() == "Add member")
    assert not add.isEnabled()


def test_a_laptop_that_may_only_look_is_offered_nothing_else(
    red: Engine, other: Verbs, home: Home, desktop: Desktop, settle: Settle, tmp_path: Path
) -> None:
    meetup = meetup_today(other)
    shut_out_here(red, other, home, tmp_path)
    window = desktop.open()
    settle(desktop)
    assert not window.shell.may_write
    withheld = {"Undo", "Redo", "Hall mode", "Import a list…", "Import members…", "Add a member", "Add member"}
    withheld |= {"Record an exchange", "Same exchange again", "Opening balances…", "Add an offer", "Add a request"}
    withheld |= {"Plan a meetup", "Edit the chosen meetup", "Who came today?", "Note what somebody learned"}
    withheld |= {"Edit the chosen member", "Edit the chosen record", "Add a place", "Add a laptop", "Join a hub…"}
    withheld.add("Print the recovery sheet…")
    for name in [*window.pages, *window.pages]:  # and again: a visit allows nothing
        window.show_page(name)
        settle(desktop)
        found = {seen(each.text()) for each in window.commands()}
        keys = [each for each in [*window.actions(), *window.page.actions()] if not each.shortcut().isEmpty()]
        called = {seen(each.text()) for each in keys if each.isEnabled()}
        assert withheld & (found | called) == set(), name
        assert {"Search members", "Share now"} <= found
    people = tmp_path / "people.csv"
    people.write_text("Name\nAna\n")
    desktop.receive(str(people))
    settle(desktop)
    assert window.toast.label.text() == "This laptop may only look now."
    assert QApplication.activeModalWidget() is None
    evening = opened(Attendance(window.shell, meetup, window), desktop, settle)
    evening.mark(evening.model.rows[0], "attended")
    settle(desktop)
    assert (
        not evening.model.came() and not evening.guest.isEnabled() and evening._sum.text().endswith("nobody noted yet.")
    )
    evening.reject()


def test_another_right_waits_until_what_is_in_front_is_done(
    desktop: Desktop, window: Window, settle: Settle, qtbot: QtBot
) -> None:
    """Another circle is begun over the window: what is typed there is not thrown away."""
    watcher = window.findChild(Rights)
    assert isinstance(watcher, Rights)
    first = desktop.begin("new")
    watcher._know("recorder")
    watcher._tell()
    assert desktop.front is first and desktop.window is window and watcher._due.isActive()
    first.left.emit()
    qtbot.waitUntil(lambda: desktop.window is not None and desktop.window is not window)
    settle(desktop)


def test_where_the_circle_does_not_open_for_another_right_the_window_stays_and_says_so(
    desktop: Desktop, window: Window, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*which: object) -> None:
        raise Refused("busy", "Another program is writing to this circle.")

    watcher = window.findChild(Rights)
    assert isinstance(watcher, Rights)
    with monkeypatch.context() as until:
        until.setattr(Desktop, "_opened", busy)
        watcher.changed.emit()
    assert desktop.window is window and window.toast.label.text() == "Another program is writing to this circle."


def test_a_new_language_opens_no_circle_that_was_locked_meanwhile(house: Desktop, qapp: QApplication) -> None:
    assert house.window is not None
    house.window.shell.signals.again.emit()
    house.lockup.lock()
    gone(qapp)
    assert house.window is None


def test_what_a_restored_laptop_was_before_is_shown_as_gone_on_and_is_not_shut_out_from_itself(
    red: Engine, other: Verbs, home: Home, desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    """Two rows of one laptop looked like two laptops, and shutting the older one out shut this one out."""
    assert succeed(red.circle)
    red.write_bundle(tmp_path / "restored")
    Engine(home, other, real()).read_bundle(tmp_path / "restored")
    first, here = other.circle.secrets.device.id, next(iter(other.circle.roster.devices))
    assert first == here and succeed(other.circle)
    _, page = share_page(desktop, settle)
    rows = {row.id: row for row in page._model.rows}
    assert (
        rows[first].went_on
        and rows[first].is_over
        and page._model._right(rows[first]) == (f"Went on as {rows[other.circle.secrets.device.id].name}")
    )
    choose(page, rows[first].name)
    assert not page._shut.isEnabled()
    with pytest.raises(Refused, match="would be shut out with it"):
        rights.revoke(other.circle, first)
    choose(page, "Red")
    page._shut.click()
    settle(desktop)
    dialog = page.findChild(ShutOut)
    assert isinstance(dialog, ShutOut)
    assert any("shut out with it: Red (2)." in label.text() for label in dialog.findChildren(QLabel))
    dialog.done_button.click()
    settle(desktop)
    qtbot.waitUntil(lambda: all(row.revoked for row in page._model.rows if row.name.startswith("Red")))
