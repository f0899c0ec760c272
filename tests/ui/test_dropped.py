"""A file that is let go anywhere on the window is opened; a field takes words alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from learningcircles.errors import Refused
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.before.first_run import FirstRun
from learningcircles_ui.pages.before.trouble import Trouble
from learningcircles_ui.pages.importing.preview import ImportList
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.qr import QrCode
from learningcircles_ui.window import Window
from tests.ui.conftest import home_in
from tests.ui.drops import drop
from tests.ui.hands import Hands
from tests.ui.locking import page, unlock

Settle = Callable[[Desktop], None]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    held = tmp_path / "people.csv"
    held.write_text("Name\nZoë\n", "utf-8")
    return held


def preview_of(qapp: QApplication, qtbot: QtBot) -> ImportList:
    def shown() -> list[ImportList]:
        return [each for each in qapp.topLevelWidgets() if isinstance(each, ImportList) and each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()[0]


def test_a_file_on_a_field_is_opened_and_words_are_typed(
    people: PeoplePage, table: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    field = people.findChildren(QLineEdit)[0]
    assert drop(field, [], "Zoe") and field.text() == "Zoe"
    field.clear()
    assert drop(field, [table])
    preview_of(qapp, qtbot).close()
    assert field.text() == ""


def test_a_file_on_a_dialog_is_opened(
    people: PeoplePage, table: Path, desktop: Desktop, settle: Settle, qtbot: QtBot, qapp: QApplication
) -> None:
    people.begin("add", None)
    settle(desktop)
    dialog = qapp.activeModalWidget()
    assert isinstance(dialog, Dialog)
    lines = dialog.findChildren(QLineEdit)
    assert drop(lines[0], [table])
    preview_of(qapp, qtbot).close()
    assert [each.text() for each in lines] == [""] * len(lines)
    dialog.close()


def test_what_is_not_opened_is_named(
    people: PeoplePage, table: Path, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    told: list[str] = []
    people.shell.signals.said.connect(lambda words, _: told.append(words))
    assert drop(people, [tmp_path / "photo.jpg", table, tmp_path / "more.csv"])
    preview_of(qapp, qtbot).close()
    assert drop(people, [tmp_path / "photo.jpg"])
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [
        "people.csv is opened alone. Not opened: photo.jpg, more.csv. Drop them one after the other.",
        "photo.jpg is nothing that Learning Circles can open.",
    ]


def test_of_pictures_alone_nothing_is_said_before_the_first_was_looked_at(
    people: PeoplePage, tmp_path: Path, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    told: list[str] = []
    people.shell.signals.said.connect(lambda words, _: told.append(words))
    for name in ("cat.png", "dog.png"):
        picture = QImage(60, 60, QImage.Format.Format_RGB32)
        picture.fill(0xFFFFFF)
        picture.save(str(tmp_path / name))
    assert drop(people, [tmp_path / "cat.png", tmp_path / "dog.png"])
    qtbot.waitUntil(lambda: bool(told))
    settle(desktop)
    assert told == ["There is no code to be seen in cat.png. Take the picture from nearer."]


def test_a_list_on_a_preview_waits_until_that_one_is_done(
    people: PeoplePage, table: Path, tmp_path: Path, desktop: Desktop, settle: Settle, qtbot: QtBot, qapp: QApplication
) -> None:
    (tmp_path / "again.csv").write_text("Name\nZoë\n", "utf-8")
    assert drop(people, [table])
    first = preview_of(qapp, qtbot)
    assert drop(first, [tmp_path / "again.csv"])
    settle(desktop)
    assert preview_of(qapp, qtbot) is first and first._wrong.text() == "again.csv is opened once this is finished."
    colours = [each.palette().windowText().color().name() for each in (first._wrong, first._why)]
    assert colours[0] == colours[1], "nothing is wrong"
    first.wrong("This is")
    assert first._wrong.palette().windowText().color().name() != colours[0]
    first.submit()
    qtbot.waitUntil(lambda: preview_of(qapp, qtbot) is not first)
    second = preview_of(qapp, qtbot)
    assert not second.model.taken, "it knows who came in with the first one"
    second.close()


def test_a_file_on_the_first_window_is_a_path_or_refused(desktop: Desktop, tmp_path: Path, qtbot: QtBot) -> None:
    first = desktop.begin("join")
    qtbot.waitUntil(first.isVisible)
    assert drop(first.names.invitation, [tmp_path / "x.bundle"]) and drop(first.names.person, [tmp_path / "x.jpg"])
    assert first.names.bundle.text() == str(tmp_path / "x.bundle")
    qtbot.waitUntil(lambda: first.wrong.text() == "x.jpg is nothing that Learning Circles can open.")
    assert first.names.invitation.text() == first.names.person.text() == ""


def test_a_stick_or_a_backup_goes_into_its_field(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    made = Desktop(qapp, home_in(tmp_path / "new"))
    made.start()
    first = made.first
    assert first is not None
    qtbot.waitUntil(first.isVisible)
    first.what = "back"
    first.go(2)
    first.again_back.at_hand.setChecked(True)
    try:
        drop(first.again_back.file, [tmp_path / "x.jpg"])
        qtbot.waitUntil(lambda: "x.jpg" in first.wrong.text())
        assert not first.again_back.file.text()
        for name in ("x.bundle", "Harbour.backup"):
            drop(first.again_back.file, [tmp_path / name])
            assert first.again_back.file.text() == str(tmp_path / name) and not first.wrong.text()
    finally:
        made.close()
        made.aside.close()


def test_a_file_on_the_lock_waits_for_the_circle(
    house: Desktop, table: Path, tmp_path: Path, settle: Settle, qtbot: QtBot, qapp: QApplication
) -> None:
    house.lockup.lock()
    locked = page(house)
    strange = tmp_path / "x.odt"
    strange.write_text("", "utf-8")
    assert drop(locked.passphrase, [strange]) and locked.passphrase.text() == ""
    assert locked.brought.text() == "x.odt is nothing that Learning Circles can open."
    assert drop(locked.passphrase, [tmp_path / "gone.csv"])
    assert locked.brought.text() == "gone.csv is not there."
    assert drop(locked.passphrase, [table]) and locked.passphrase.text() == ""
    assert locked.brought.isVisible() and locked.brought.text() == "people.csv is opened as soon as the circle is."
    picture = tmp_path / "code.png"
    QrCode("learningcircles://join/ABC", "a code").grab().toImage().save(str(picture))
    assert drop(locked.passphrase, [picture])
    assert locked.brought.text() == "They are opened as soon as the circle is: people.csv, code.png."
    unlock(house, Hands(qtbot), qtbot)
    preview_of(qapp, qtbot).close()
    settle(house)
    assert isinstance(house.front, FirstRun) and house.front.names.invitation.text() == "learningcircles://join/ABC"


def test_a_file_on_the_page_of_a_circle_that_does_not_open_is_refused(
    desktop: Desktop, table: Path, qtbot: QtBot
) -> None:
    desktop.trouble(Refused("busy", "Another program uses it."))
    trouble = desktop.front
    assert isinstance(trouble, Trouble)
    qtbot.waitUntil(trouble.isVisible)
    assert drop(trouble, [table])
    assert trouble.wrong.isVisible() and trouble.wrong.text() == "Files can be dropped here once a circle is open."


def test_of_pictures_without_a_code_it_is_said_that_there_is_none(
    window: Window, desktop: Desktop, settle: Settle, tmp_path: Path
) -> None:
    for name in ("cat.png", "dog.png"):
        picture = QImage(60, 60, QImage.Format.Format_RGB32)
        picture.fill(0xFFFFFF)
        picture.save(str(tmp_path / name))
    said: list[str] = []
    window.shell.signals.said.connect(lambda words, _: said.append(words))
    drop(window, [tmp_path / "cat.png", tmp_path / "dog.png"])
    settle(desktop)
    assert said == ["There is no code to be seen in cat.png. Take the picture from nearer."]


def test_a_backup_on_the_cards_goes_where_it_is_seen_again_and_again(desktop: Desktop, tmp_path: Path) -> None:
    backups = [tmp_path / f"{name}.backup" for name in ("Harbour", "Quay")]
    first = desktop.begin()
    first.show()
    for backup in backups:
        backup.write_bytes(b"sealed")
        first.go(1)
        drop(first, [backup])
        assert first.step() == 2 and first.again_back.file.text() == str(backup)
        assert first.again_back.file.isVisible()
        first.go_back()
    first.go(1)
    stick = tmp_path / "stick.bundle"
    stick.write_bytes(b"sealed")
    drop(first, [stick])
    assert first.again_back.file.text() == str(backups[1]) and "stick.bundle" in first.wrong.text()
