"""Getting a circle back in the first run: from a backup, a stick or its hub."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from secrets import token_hex
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.backup import backup
from learningcircles.laptop.founding import is_locked, open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.lock import lock
from learningcircles.surroundings import real
from learningcircles_sync.dial import over_http
from learningcircles_ui.app import Desktop
from learningcircles_ui.starting import Beginning, Starter
from tests.ui.conftest import home_in

Settle = Callable[[Desktop], None]


def test_a_locked_circle_that_is_got_back_opens_with_the_backups_passphrase_or_with_a_new_one(
    home: Home, tmp_path: Path
) -> None:
    (held,) = home.circles()
    lock(home, held, "of the backup")
    circle = open_circle(home, passphrase="of the backup")
    backup(home, circle, tmp_path / "a.backup", "of the backup")
    circle.close()
    for chosen, opens in (("", "of the backup"), ("another one", "another one")):
        second = home_in(tmp_path / opens)
        back = Beginning("back", bundle=str(tmp_path / "a.backup"), words="of the backup", passphrase=chosen)
        path = Starter(second, real(), over_http).begin(back)
        assert is_locked(second, second.find(path))
        open_circle(second, passphrase=opens).close()


def test_what_does_not_open_a_backup_is_said_where_it_is_typed_and_before_anything_else_is_asked(
    qapp: QApplication, qtbot: QtBot, home: Home, tmp_path: Path
) -> None:
    file = tmp_path / "a.backup"
    circle = open_circle(home)
    backup(home, circle, file, "of the backup")
    circle.close()
    desktop = Desktop(qapp, home_in(tmp_path / "new"))
    first = desktop.begin("back")
    back = first.again_back

    def tried() -> bool:
        first.forward()
        assert first.under_way and first.bar.isVisible() and not first.back.isEnabled()
        qtbot.waitUntil(lambda: not first.under_way)
        assert not first.bar.isVisible() and first.back.isEnabled()
        return first.step() == 3

    back.file.setText(str(file))
    for typed, said in (("", "This backup needs its passphrase."), ("x" * 9, "not the passphrase of this backup.")):
        back.passphrase.setText(typed)
        assert not tried() and said in first.wrong.text() and first.focusWidget() is back.passphrase
        assert back.layout().indexOf(first.wrong) == back.layout().indexOf(back.passphrase) + 1
    back.passphrase.clear()
    back.words.setPlainText("abandn " * 24)
    assert not tried() and "Word 1" in first.wrong.text() and first.focusWidget() is back.words
    back.words.clear()
    back.passphrase.setText("of the backup")
    back.file.setText(str(tmp_path / "no.backup"))
    assert not tried() and "no.backup" in first.wrong.text() and first.focusWidget() is back.file
    back.file.setText(str(file))
    assert tried() and first.wrong.text() == ""
    desktop.close()
    desktop.aside.close()


def test_a_backup_of_a_circle_that_is_here_says_so_at_once(
    desktop: Desktop, qtbot: QtBot, home: Home, tmp_path: Path
) -> None:
    circle = open_circle(home)
    backup(home, circle, tmp_path / "a.backup", "of the backup")
    circle.close()
    first = desktop.begin("back")
    first.again_back.file.setText(str(tmp_path / "a.backup"))
    first.again_back.passphrase.setText("of the backup")
    first.forward()
    qtbot.waitUntil(lambda: not first.under_way)
    assert first.wrong.text().startswith("This laptop has Harbour Circle already. A backup takes its place only where")
    assert first.step() == 2 and first.focusWidget() is first.again_back.file


def test_getting_a_backup_back_shows_how_far_it_is_and_can_be_cancelled(
    qapp: QApplication, qtbot: QtBot, home: Home, tmp_path: Path
) -> None:
    circle = open_circle(home)
    Verbs(circle).records.add_many("member", [{"name": token_hex(24)} for _ in range(3_000)], label="Many")
    backup(home, circle, tmp_path / "a.backup", "of the backup")
    circle.close()
    desktop = Desktop(qapp, home_in(tmp_path / "new"), transports=over_http)
    first = desktop.begin("back")
    tells, waits, goes_on = first.starter.told, Event(), Event()

    def told(done: int, whole: int) -> None:
        tells(done, whole)
        if done:
            waits.set()
            assert goes_on.wait(20)

    first.starter.told = told
    first.again_back.at_hand.setChecked(True)
    first.again_back.file.setText(str(tmp_path / "a.backup"))
    first.again_back.words.setPlainText("of the backup")
    first.forward()
    qtbot.waitUntil(lambda: first.step() == 3)
    first.forward()
    qtbot.waitUntil(waits.is_set)
    qtbot.waitUntil(lambda: first.bar.value() > 0)
    assert first.bar.isVisible() and first.back.text() == "Cancel"
    first.back.click()
    goes_on.set()
    qtbot.waitUntil(lambda: first.wrong.text() == "Cancelled. Nothing was begun.")
    assert desktop.home.circles() == []
    lasts, stands, put = first.starter.last, Event(), Event()

    def last() -> None:
        lasts()
        stands.set()
        assert put.wait(20)

    first.starter.last = last
    first.forward()
    qtbot.waitUntil(stands.is_set)
    qtbot.waitUntil(lambda: not first.back.isEnabled())
    assert first.moment.isVisible() and first.moment.text().startswith("This cannot be stopped halfway.")
    put.set()
    qtbot.waitUntil(lambda: len(desktop.home.circles()) == 1)
    qtbot.waitUntil(lambda: desktop.window is not None)
    desktop.close()
    desktop.aside.close()


def test_a_circle_comes_back_from_its_hub_or_from_a_file_and_the_page_asks_for_no_more(desktop: Desktop) -> None:
    back = desktop.begin("back").again_back
    assert back.hub.isVisibleTo(back) and not back.file.isVisibleTo(back) and not back.hub_gone.isVisibleTo(back)
    back.at_hand.setChecked(True)
    assert back.file.isVisibleTo(back) and not back.hub.isVisibleTo(back) and back.missing() is back.words
    back.file.setText("circle.bundle")
    assert back.hub_gone.isVisibleTo(back) and back.held_in() == "circle.bundle"
    back.at_hub.setChecked(True)
    assert back.held_in() == "" and not back.hub_gone.isVisibleTo(back)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("abandon " * 23 + "learningcircles://x", "Word 24, “learningcircles”"), ("abandn " * 24, "Word 1, “abandn”")],
)
def test_what_is_wrong_with_the_words_of_a_sheet_is_said_where_they_are_typed(
    typed: str, said: str, desktop: Desktop
) -> None:
    run = desktop.begin("back")
    back = run.again_back
    back.words.setPlainText(typed)
    back.person.setText("Ana")
    back.device.setText("Blue")
    before = run.step()
    run.forward()
    assert run.step() == before and said in run.wrong.text()
    back.file.setText("mine.backup")  # there it may be a passphrase, whatever it looks like
    assert back.amiss() is None


def test_a_file_that_brings_no_circle_back_is_named_before_any_words_are_asked_for(
    desktop: Desktop, tmp_path: Path
) -> None:
    run = desktop.begin("back")
    back, letter = run.again_back, tmp_path / "letter.pdf"
    letter.write_text("Dear all")
    back.file.setText(str(letter))
    run.forward()
    assert run.wrong.text().endswith("letter.pdf is neither the file of a stick nor a backup.")
    assert run.focusWidget() is back.file
    back.file.setText(str(tmp_path / "none.bundle"))
    assert run.wrong.text() == "", "another file stands there"
    run.forward()
    assert "There is no file" in run.wrong.text() and run.focusWidget() is back.file
    back.file.clear()
    back.words.setPlainText("abandn " * 24)
    back.at_hub.setChecked(True)
    back.person.setText("Ana")
    back.device.setText("Blue")
    run.forward()
    assert "Word 1" in run.wrong.text()
    back.words.clear()
    assert run.wrong.text() == ""
