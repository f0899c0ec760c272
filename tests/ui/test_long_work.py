"""Whatever takes longer than a moment shows how far it is, and can be cancelled: nothing is lost, and it is told."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.errors import Refused
from learningcircles.laptop import rights
from learningcircles.laptop.foreseeing import foresee
from learningcircles.laptop.home import Home
from learningcircles.storage.check import check
from learningcircles.surroundings import real
from learningcircles_sync.engine import Engine
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.people.farewell import EraseMember, _go_on
from learningcircles_ui.pages.settings.lock_card import Passphrase
from learningcircles_ui.pages.settings.safety import WriteBackup
from learningcircles_ui.pages.share.rescue_dialogs import RescueDialog
from learningcircles_ui.parts import progress
from learningcircles_ui.parts.progress import LateProgress, Progress
from tests.ui.late import shown_of
from tests.ui.two_laptops import second, share_page

Settle = Callable[[Desktop], None]
CANCELLED = "Cancelled. Nothing was changed."


class Waits:
    """Work waits where it tells for the `at`-th time how far it is, until `goes_on`."""

    def __init__(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.goes_on = threading.Event(), threading.Event()
        self.at = self.heard = 0
        self._qtbot = qtbot
        told = LateProgress.told

        def hold(progress: LateProgress, done: int, whole: int) -> None:
            self.heard += 1
            if self.heard == self.at:
                self.begun.set()
                assert self.goes_on.wait(20)
            told(progress, done, whole)

        monkeypatch.setattr(LateProgress, "told", hold)

    def by(self, press: Callable[[], object], within: object, at: int) -> Progress:
        """Begin something; return what shows how far it is, once it waits there."""
        self.at, self.heard = at, 0
        for event in (self.begun, self.goes_on):
            event.clear()
        press()
        assert self.begun.wait(20), self.heard
        self._qtbot.waitUntil(lambda: bool(shown_of(within, Progress)))
        (progress,) = shown_of(within, Progress)
        return progress

    def cancel(self, press: Callable[[], object], within: object, at: int) -> str:
        """Begin something and cancel it there; return what was seen above it."""
        shown = self.by(press, within, at)
        assert shown.leave_button.isVisible() and shown.leave_button.isEnabled()
        self._qtbot.mouseClick(shown.leave_button, Qt.MouseButton.LeftButton)
        self.goes_on.set()
        return shown.windowTitle()


@pytest.fixture
def waits(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Waits]:
    made = Waits(qtbot, monkeypatch)
    yield made
    made.goes_on.set()


@pytest.fixture
def red(home: Home, other: Verbs, tmp_path: Path) -> Iterator[Engine]:
    made = second(home, other, tmp_path, "organizer")
    yield made
    made.circle.close()


def write_much(verbs: Verbs) -> int:
    for part in range(3):
        rows = [{"name": secrets.token_hex(24)} for _ in range(600)]
        verbs.records.add_many("member", rows, label=f"Part {part}")
    return verbs.reader.count("member")


def test_a_stick_that_takes_long_to_read_shows_how_far_it_is_and_what_came_stays(
    red: Engine, other: Verbs, desktop: Desktop, settle: Settle, waits: Waits, tmp_path: Path
) -> None:
    many, stick = write_much(red.verbs), tmp_path / "much.bundle"
    red.write_bundle(stick)
    window, page = share_page(desktop, settle)
    before = other.reader.count("member")
    assert waits.cancel(lambda: page.stick.read_from(stick), window, 5) == "Reading much.bundle"
    settle(desktop)
    said = window.toast.label.text()
    assert said.startswith("Stopped. ") and said.endswith(
        "parcels came in, and stay. The rest comes when the stick is read again."
    )
    assert before < other.reader.count("member") < many and not shown_of(window, Progress)
    assert check(other.circle) == []
    page.stick.read_from(stick)
    settle(desktop)
    assert other.reader.count("member") == many and window.toast.label.text() == "What the stick brought is here now."
    assert waits.cancel(lambda: page.stick.read_from(stick), window, 1) == "Reading much.bundle"
    settle(desktop)
    assert window.toast.label.text() == CANCELLED


def test_a_stick_whose_writing_is_cancelled_holds_what_it_held(
    other: Verbs, desktop: Desktop, settle: Settle, waits: Waits, tmp_path: Path
) -> None:
    window, page = share_page(desktop, settle)
    stick = tmp_path / "much.bundle"
    page.stick.write_to(stick)
    settle(desktop)
    before = stick.read_bytes()
    other.records.add("member", {"name": "Ana Ruiz"})
    assert waits.cancel(lambda: page.stick.write_to(stick), window, 2) == "Writing much.bundle"
    settle(desktop)
    assert window.toast.label.text() == CANCELLED
    assert stick.read_bytes() == before and [each.name for each in tmp_path.glob("much*")] == ["much.bundle"]


def test_a_backup_that_is_cancelled_leaves_no_file_and_can_be_written_again(
    other: Verbs, desktop: Desktop, settle: Settle, waits: Waits, tmp_path: Path
) -> None:
    write_much(other)
    window = desktop.open()
    settle(desktop)
    dialog = WriteBackup(window.shell, window)
    dialog.open()
    file = tmp_path / "much.backup"
    assert waits.cancel(lambda: dialog.write(file), window, 2) == "Writing much.backup"
    settle(desktop)
    assert CANCELLED in [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]
    assert dialog.done_button.isEnabled() and not list(tmp_path.glob("much*"))
    dialog.write(file)
    settle(desktop)
    assert file.exists() and window.toast.label.text().startswith("The backup is sealed")


def test_taking_in_what_was_set_aside_can_be_stopped_and_gone_on_with(
    red: Engine, other: Verbs, desktop: Desktop, settle: Settle, waits: Waits, tmp_path: Path
) -> None:
    for each in range(5):
        red.verbs.records.add("member", {"name": f"Set aside {each}"})
    rights.revoke(other.circle, red.circle.secrets.device.id)
    red.write_bundle(tmp_path / "rescue")
    window, page = share_page(desktop, settle)
    page.stick.read_from(tmp_path / "rescue")
    settle(desktop)

    def taken() -> int:
        return sum(str(row["name"]).startswith("Set aside") for row in other.reader.list("member"))

    def asks() -> RescueDialog:
        (bundle,) = other.rescue.bundles()
        dialog = RescueDialog(window.shell, bundle, window)
        dialog.open()
        settle(desktop)
        return dialog

    dialog = asks()
    assert waits.cancel(dialog.done_button.click, window, 3) == "Taking in what Red wrote"
    settle(desktop)
    said = window.toast.label.text()
    assert said.startswith("Stopped. 2 of ") and said.endswith("The rest is still set aside.") and 0 < taken() < 5
    assert check(other.circle) == []
    dialog = asks()
    dialog.done_button.click()
    settle(desktop)
    assert taken() == 5 and other.rescue.bundles() == []


def test_erasing_shows_how_far_it_is_and_looking_ends_with_its_dialog(
    other: Verbs, desktop: Desktop, settle: Settle, waits: Waits, qtbot: QtBot
) -> None:
    ana, _ = other.records.add("member", {"name": "Ana Ruiz"})
    window = desktop.open()
    settle(desktop)
    dialog = EraseMember(window.shell, ana, "Ana Ruiz", window)
    dialog.open()
    settle(desktop)
    dialog.sure.setChecked(True)
    progress = waits.by(dialog.done_button.click, window, 3)
    assert progress.windowTitle() == "Erasing" and not progress.leave_button.isVisible()
    told = [each.text() for each in progress.findChildren(QLabel) if each.isVisible()]
    assert any(each.startswith("This cannot be stopped halfway.") for each in told)
    qtbot.keyClick(progress, Qt.Key.Key_Escape)
    assert progress.isVisible(), "half of it is no erasure"
    waits.goes_on.set()
    settle(desktop)
    assert "Erased." in dialog.list.text() and other.reader.find_one("member", ana) is None
    dialog.reject()


def test_who_closes_what_looks_for_others_words_waits_for_it_no_longer(other: Verbs) -> None:
    (first, *_), _ = other.records.add_many("member", [{"name": f"Ana {n}"} for n in range(1_200)], label="Many")
    gone, looked = threading.Event(), list[int]()

    def told(done: int, whole: int) -> None:
        looked.append(done)
        gone.set() if done else None
        _go_on(gone)

    with pytest.raises(Refused, match="Nothing was changed"):
        foresee(other, first, told)
    assert max(looked) == 500


def test_settling_all_of_one_laptop_can_be_cancelled_and_then_nothing_is_settled(
    red: Engine, other: Verbs, home: Home, desktop: Desktop, settle: Settle, waits: Waits, qtbot: QtBot, tmp_path: Path
) -> None:
    ids, _ = other.records.add_many("member", [{"name": f"Ana {n}"} for n in range(3)], label="Many")
    pilar = Engine(home, other, real())
    pilar.write_bundle(tmp_path / "stick")
    red.read_bundle(tmp_path / "stick")
    for at, each in enumerate(ids):
        other.records.edit("member", each, {"phone": f"06 1234567{at}"})
        red.verbs.records.edit("member", each, {"phone": f"06 7654321{at}"})
    red.write_bundle(tmp_path / "back")
    pilar.read_bundle(tmp_path / "back")
    assert len(other.review.items()) == 3
    window = desktop.open()
    window.show_page("today")
    settle(desktop)

    def button() -> QAbstractButton:
        found = [each for each in window.page.findChildren(QAbstractButton) if "Take everything of" in each.text()]
        return found[0]

    qtbot.waitUntil(lambda: any("Take everything of" in b.text() for b in window.page.findChildren(QAbstractButton)))
    assert waits.cancel(lambda: button().click(), window, 2) == "Settling what is asked"
    settle(desktop)
    assert window.toast.label.text() == CANCELLED and len(other.review.items()) == 3
    button().click()
    settle(desktop)
    assert other.review.items() == [] and window.toast.label.text().startswith("Settled.")


def test_making_a_key_of_a_passphrase_is_seen_to_go_on(
    desktop: Desktop, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "SHOWS_AFTER_MS", 0)
    window = desktop.open()
    settle(desktop)
    dialog = Passphrase(window.shell, window)
    dialog.open()
    for line in (dialog.new, dialog.again):
        line.setText("correct horse battery")
    dialog.done_button.click()
    qtbot.waitUntil(lambda: bool(shown_of(window, Progress)))
    (shown,) = shown_of(window, Progress)
    assert shown.windowTitle() == "Set a passphrase" and not shown.leave_button.isVisible()
    settle(desktop)
    assert window.shell.has_passphrase and not shown_of(window, Progress)
