"""A disk that is full while somebody types: it is said that nothing is kept, and kept as soon as there is room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlcipher3 import dbapi2

from learningcircles.circle.drafts import Drafts
from learningcircles.circle.facets import Verbs
from learningcircles.errors import Refused
from learningcircles.laptop.erasing import erase
from learningcircles.storage.drafts import Draft
from learningcircles.storage.drafts import Drafts as Kept
from learningcircles_ui import unkept
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import line_of, opened
from tests.ui.full import AGAIN_MS, ALONE, foot, room, typed
from tests.ui.hands import Key
from tests.ui.late import Settle
from tests.ui.test_drafts_left import begun, drafts, edited

_ = (room, typed)


def test_the_foot_says_so_until_it_is_kept(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    begun(window, desktop, settle)
    qtbot.waitUntil(lambda: window.bar.sentence.accessibleName() == ALONE)
    room()
    qtbot.waitUntil(lambda: drafts(other) == [{"name": "Dora Ek"}])
    qtbot.waitUntil(lambda: window.bar.sentence.accessibleName().startswith("What you are typing is kept here"))


def test_what_was_left_is_kept_later_and_nothing_else_is_promised(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    (ana,) = add_people(other, ["Ana Ruiz"])
    window.watch()
    window.show_page("people")
    window.activateWindow()
    settle(desktop)
    line = edited(window, ana, "email", desktop, settle, qtbot)
    qtbot.keyClicks(line, "ana@")
    QTest.keyClick(line, Key.Key_Escape)
    qtbot.waitUntil(lambda: window.toast.label.text().endswith("What you typed is kept as soon as there is room."))
    assert window.bar.sentence.accessibleName() == ALONE, "though nothing is being typed any more"
    room()
    qtbot.waitUntil(lambda: drafts(other) == [{"email": "ana@"}])
    qtbot.waitUntil(lambda: window.bar.sentence.accessibleName().startswith("All changes saved"))


def test_what_is_given_up_is_not_kept_later(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    form = begun(window, desktop, settle)
    qtbot.waitUntil(lambda: window.bar.sentence.accessibleName() == ALONE)
    form.reject()
    form.reject()
    settle(desktop)
    assert window.bar.sentence.accessibleName().startswith("All changes saved")
    room()
    settle(desktop)
    assert drafts(other) == []


def test_another_size_of_text_keeps_it(
    typed: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    window.shell.signals.again.emit()
    qtbot.waitUntil(lambda: desktop.window is not window)
    again = desktop.window
    assert again is not None and foot(again) == ALONE, "it is told before anything is tried again"
    assert window.close(), "the one before it, which still passes keys on, has nothing to lose"
    settle(desktop)
    again.show_page("people")
    settle(desktop)
    shown = again.page
    assert isinstance(shown, PeoplePage)
    assert line_of(shown.pane.form, "email").text() == "ana@" and foot(again) == ALONE
    room()
    qtbot.waitUntil(lambda: drafts(other) == [{"email": "ana@"}])
    qtbot.waitUntil(lambda: foot(again).startswith("What you are typing is kept here"))


def test_today_offers_it_in_another_window(
    typed: bytes, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    window.show_page("today")
    settle(desktop)
    assert [label for label in window.page.findChildren(QLabel) if label.text().endswith("Ana Ruiz: ana@")]


def test_whoever_is_erased_meanwhile_goes_from_it(
    typed: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    erase(other, typed)
    room()
    qtbot.waitUntil(lambda: not window.shell.drafts.left())
    settle(desktop)
    assert drafts(other) == []


def test_what_is_written_and_cannot_be_forgotten_is_offered_no_more(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise Refused("disk_full", "The disk is full.")

    monkeypatch.setattr(unkept, "AGAIN_MS", AGAIN_MS)
    form = begun(window, desktop, settle)
    qtbot.waitUntil(lambda: drafts(other) == [{"name": "Dora Ek"}])
    with monkeypatch.context() as full:
        full.setattr(Drafts, "drop_draft", refuse)
        form.submit()
        qtbot.waitUntil(lambda: not form.isVisible())
        settle(desktop)
        assert foot(window).startswith("All changes saved"), "all that was typed is written"
        window.show_page("today")
        settle(desktop)
        assert not [label for label in window.page.findChildren(QLabel) if "begun" in label.text()]
        assert drafts(other) == [{"name": "Dora Ek"}]
    qtbot.waitUntil(lambda: drafts(other) == [])


def test_one_that_cannot_be_kept_stops_no_other(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = Kept.keep

    def refuse(self: Kept, name: str, values: dict[str, Any], at_ms: int) -> None:
        if name == "member#1":
            raise Refused("storage", "No.")
        keep(self, name, values, at_ms)

    keeper, circle = window.shell.drafts, window.shell.file.circle_id
    with monkeypatch.context() as full:
        full.setattr(Kept, "keep", refuse)
        for at, name in enumerate(("A", "B"), 1):
            keeper.unkept.put(circle, f"member#{at}", Draft({"name": name}, at), Refused("storage", "No."))
        keeper.try_again()
        settle(desktop)
        assert drafts(other) == [{"name": "B"}] and list(keeper.left()) == ["member#1"]


def test_it_is_kept_as_of_when_it_was_typed(
    typed: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    (at,) = [draft.at for draft in window.shell.drafts.left().values()]
    qtbot.waitUntil(lambda: window.shell.surroundings.now_ms() > at)
    room()
    qtbot.waitUntil(lambda: not window.shell.drafts.left())
    assert [draft.at for _, draft in other.reader.drafts()] == [at]


def test_what_the_file_refuses_otherwise_is_held_as_well(
    window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(self: Kept, name: str) -> bool:
        raise dbapi2.OperationalError("disk I/O error")  # before any transaction

    with monkeypatch.context() as broken:
        broken.setattr(Kept, "is_erased", fails)
        begun(window, desktop, settle)
        qtbot.waitUntil(lambda: "not kept" in foot(window))
        why = window.shell.drafts.unkept.why
        assert why is not None and why.code == "disk_full"


def test_an_exchange_with_somebody_who_is_erased_goes_from_the_form_and_from_today(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    (ana,) = add_people(other, ["Ana Ruiz"])
    window.watch()
    settle(desktop)
    form = opened(SwapForm(window.shell, window), desktop, settle)
    form.giver.pick(ana, "Ana Ruiz")
    line_of(form.form, "topic").setText("Secret of hers")
    form.drafting.keep()
    qtbot.waitUntil(lambda: foot(window) == ALONE)
    window.show_page("today")
    settle(desktop)

    def offered() -> list[str]:
        return [label.text() for label in window.page.findChildren(QLabel) if label.text().startswith("An exchange:")]

    assert offered()
    erase(other, ana)
    room()
    qtbot.waitUntil(lambda: not window.shell.drafts.left() and not form.isVisible())
    settle(desktop)
    assert drafts(other) == [] and not offered()


def test_no_words_and_no_keys_are_held_by_why(
    typed: bytes, window: Window, desktop: Desktop, other: Verbs, qtbot: QtBot, room: Callable[[], None]
) -> None:
    erase(other, typed)
    room()
    qtbot.waitUntil(lambda: not window.shell.drafts.left())
    why = desktop._unkept.why
    assert why is not None and why.__traceback__ is why.__context__ is why.__cause__ is None


def test_a_circle_that_leaves_this_laptop_takes_its_words_along(
    typed: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    other.circle.close()  # nothing else has its file open
    window.shell.signals.left.emit()
    qtbot.waitUntil(lambda: desktop.window is not window)
    settle(desktop)
    assert not desktop._unkept.any_typed()
