"""A circle file that is damaged, gone or cannot be written: said in one sentence, and mended from the window."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.codec import encode
from learningcircles.crypto.aead import NONCE_BYTES, seal
from learningcircles.crypto.kdf import hkdf
from learningcircles.errors import CircleError, Unreachable, Unreadable
from learningcircles.laptop.daily import back_up
from learningcircles.laptop.founding import open_circle, secrets_of
from learningcircles.laptop.home import CircleFile, Home, call, file_gone
from learningcircles.laptop.lock import lock
from learningcircles.laptop.reaching import LABEL
from learningcircles.laptop.salvaging import Salvaged
from learningcircles.storage.connect import DatabaseError, connect
from learningcircles.storage.entered_again import Missing
from learningcircles.storage.exchange import Exchange
from learningcircles.surroundings import real
from learningcircles_sync.line import Transport
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.before.passphrase import AskPassphrase
from learningcircles_ui.pages.before.trouble import Fetched, Mended, Trouble
from learningcircles_ui.parts.progress import Progress
from learningcircles_ui.running import leave
from learningcircles_ui.window import Window
from tests.cli.small_disk import only_read
from tests.ui.conftest import CIRCLE, add_people
from tests.ui.walked import named

Settle = Callable[[Desktop], None]
PAGE = 4096
NAMES = [f"Member {number}" for number in range(300)]


def filled(home: Home) -> Path:
    """Fill a circle with people, most of them shared, and close it so that all of it lies in one file."""
    circle = open_circle(home)
    verbs = Verbs(circle)
    for begin in range(0, 300, 60):
        add_people(verbs, NAMES[begin : begin + 60], notes=os.urandom(120).hex())
        if begin < 240:
            Exchange(circle).close_tail()
    circle.close()
    return home.circles()[0].path


def strike(path: Path, *pages: int) -> None:
    """Flip a bit in some pages of a file, as a worn disk does."""
    data = bytearray(path.read_bytes())
    for page in pages:
        data[page * PAGE + 1000] ^= 1
    path.write_bytes(data)


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def press(widget: QWidget, text: str) -> None:
    (found_,) = (each for each in widget.findChildren(QPushButton) if text in each.text())
    found_.click()


@pytest.fixture
def damaged(home: Home) -> Path:
    """A circle file of which some pages cannot be read, but those that name its tables and hold its list can."""
    path = filled(home)
    key = secrets_of(home, home.circles()[0]).file_key
    for page in range(path.stat().st_size // PAGE - 1, 1, -5):
        whole = path.read_bytes()
        strike(path, page)
        try:
            with closing(connect(path, key, readonly=True)) as connection:
                connection.execute("SELECT * FROM roster_entry").fetchall()
        except (CircleError, DatabaseError):
            path.write_bytes(whole)
    return path


def test_a_damaged_file_is_mended_from_the_window(
    desktop: Desktop, damaged: Path, qtbot: QtBot, settle: Settle
) -> None:
    desktop.start()
    if desktop.window is not None:  # it is met once something is read that stands there
        qtbot.waitUntil(lambda: isinstance(desktop.front, Trouble), timeout=20_000)
    shown = desktop.front
    assert isinstance(shown, Trouble) and desktop.window is None
    assert f"The file of {CIRCLE} is damaged" in words(shown) and "check --rebuild" not in words(shown)
    press(shown, "Mend this file")
    qtbot.waitUntil(lambda: isinstance(desktop.front, Mended), timeout=30_000)
    done = desktop.front
    assert isinstance(done, Mended)
    said = words(done)
    assert f"{CIRCLE} is mended" in said and "Members: " in said
    (kept,) = (each for each in damaged.parent.glob("*.circle") if each != damaged)
    assert kept.name in said
    press(done, "Open")
    qtbot.waitUntil(lambda: desktop.window is not None, timeout=20_000)
    settle(desktop)
    assert desktop.window is not None
    held = desktop.window.shell.file.path
    assert held == damaged
    desktop.close()
    circle = open_circle(desktop.home)
    back = {str(row["name"]) for row in circle.reader.list("member")}
    circle.close()
    assert set(NAMES[:240]) <= back, "what this laptop had shared lay in its journal whole"
    assert f"Members: {len(back)} " in said
    assert back >= set(NAMES) or "had not shared yet could not be read" in said


@pytest.mark.parametrize(
    "how, gaps, alone, sentence",
    [
        ("whole", False, True, "Everything that was in it"),
        ("gaps", True, False, "It comes back by sharing"),
        ("again", True, True, "nobody knows any more who had entered it"),
        ("alone", True, True, "may be in a backup"),
        ("lost", True, False, "It comes back by sharing"),
    ],
)
def test_what_is_missing_is_said_plainly(
    qtbot: QtBot, how: str, gaps: bool, alone: bool, sentence: str, tmp_path: Path
) -> None:
    counts, missing = {"member": 3, "swap": 2, "meetup": 1}, (Missing("member", 2, 5),) if how == "alone" else ()
    saved = Salvaged(how, tmp_path / "aside.circle", gaps, alone, counts, missing, how == "lost")
    shown = Mended(CIRCLE, saved, lambda: None)
    qtbot.addWidget(shown)
    said = words(shown)
    assert sentence in said and "Members: 3 · Exchanges: 2 · Meetups: 1" in said and "aside.circle" in said
    assert ("Members: 2 of 5 could not be read" in said) == (how == "alone")
    assert ("had not shared yet" in said) == (how == "lost") and ("Everything" in said) == (how == "whole")


def test_a_page_that_is_met_later_ends_the_window_and_offers_mending(
    desktop: Desktop, window: Window, qtbot: QtBot, settle: Settle
) -> None:
    def meet(reader: object) -> None:
        raise Unreadable("damaged_file", "{path} is damaged.", path=window.shell.file.path)

    window.shell.tasks.query(meet)
    qtbot.waitUntil(lambda: isinstance(desktop.front, Trouble), timeout=10_000)
    assert desktop.window is None and desktop.front is not None
    press(desktop.front, "Mend this file")  # nothing is wrong with it after all
    qtbot.waitUntil(lambda: desktop.window is not None, timeout=20_000)
    settle(desktop)


def test_a_double_click_mends_once(desktop: Desktop, damaged: Path, qtbot: QtBot) -> None:
    """All the while the circle is called by its own name, whatever its file is called."""
    call(desktop.home, desktop.home.circles()[0].circle_id, "Old Port")
    desktop.trouble(Unreadable("damaged_file", "{path} is damaged.", path=damaged), damaged)
    assert desktop.front is not None and "The file of Old Port is damaged" in words(desktop.front)
    press(desktop.front, "Mend this file")
    press(desktop.front, "Mend this file")
    assert len(desktop.front.findChildren(Progress)) == 1
    qtbot.waitUntil(lambda: isinstance(desktop.front, Mended), timeout=30_000)
    qtbot.waitUntil(lambda: desktop.aside.idle)
    assert "Old Port is mended" in words(desktop.front)
    assert len(list(damaged.parent.glob("*.circle"))) == 2


def test_a_file_that_was_damaged_while_it_was_locked_is_mended_from_the_window(
    desktop: Desktop, home: Home, settle: Settle
) -> None:
    lock(home, home.circles()[0], "open sesame")
    window = desktop.open(None, "open sesame")
    settle(desktop)
    path = window.shell.file.path
    desktop.lockup.lock()
    strike(path, *range(2, path.stat().st_size // PAGE))
    assert desktop.lockup.page is not None
    desktop.lockup.page.opened.emit("open sesame")
    assert isinstance(desktop.front, Trouble)
    assert [each for each in desktop.front.findChildren(QPushButton) if each.text() == "Mend this file"]


def test_a_problem_report_is_written_of_a_circle_that_does_not_open(
    desktop: Desktop, damaged: Path, tmp_path: Path, qapp: QApplication
) -> None:
    desktop.trouble(Unreadable("damaged_file", "{path} is damaged.", path=damaged), damaged)
    shown = desktop.front
    assert isinstance(shown, Trouble)
    for file in (tmp_path, tmp_path / "report.txt"):  # a folder first
        shown.report.click()
        dialog = qapp.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.fileSelected.emit(str(file))
        dialog.close()
        assert shown.wrong.isVisible() is file.is_dir() and shown.told.isVisible() is file.is_file()
    said = (tmp_path / "report.txt").read_text("utf-8")
    assert "PySide6-Essentials: " in said and said.endswith("\nThe circle does not open: damaged_file")
    assert not any(word in said for word in (CIRCLE, damaged.stem, str(damaged.parent)))


def test_mending_can_be_cancelled_and_nothing_is_changed(desktop: Desktop, damaged: Path, settle: Settle) -> None:
    before = sorted((each.name, each.read_bytes()) for each in damaged.parent.glob("*.circle*"))
    desktop.trouble(Unreadable("damaged_file", "{path} is damaged.", path=damaged), damaged)
    assert isinstance(desktop.front, Trouble)
    press(desktop.front, "Mend this file")
    (progress,) = desktop.front.findChildren(Progress)
    progress.reject()
    settle(desktop)
    assert isinstance(desktop.front, Trouble)
    assert sorted((each.name, each.read_bytes()) for each in damaged.parent.glob("*.circle")) == [
        each for each in before if each[0].endswith(".circle")
    ]
    assert not list(damaged.parent.glob("*.restoring*"))


def test_a_locked_circle_is_mended_with_its_passphrase(desktop: Desktop, damaged: Path, qtbot: QtBot) -> None:
    lock(desktop.home, desktop.home.circles()[0], "open sesame")
    said: list[str] = []

    def answer() -> None:
        asked = QApplication.activeModalWidget()
        if isinstance(asked, AskPassphrase):
            said.append(asked._wrong.text())
            asked._line.setText("open sesame" if len(said) == 2 else "open barley")
            asked.submit()
        if len(said) < 2:
            QTimer.singleShot(10, answer)

    desktop.trouble(Unreadable("damaged_file", "{path} is damaged.", path=damaged), damaged)
    assert desktop.front is not None
    press(desktop.front, "Mend this file")
    QTimer.singleShot(10, answer)
    qtbot.waitUntil(lambda: isinstance(desktop.front, Mended), timeout=30_000)
    assert len(said) == 2 and not said[0] and said[1]


def test_where_nothing_can_be_saved_a_backup_is_offered(desktop: Desktop, home: Home, qtbot: QtBot) -> None:
    path = filled(home)
    strike(path, *range(1, path.stat().st_size // PAGE))
    struck = path.read_bytes()
    desktop.trouble(Unreadable("damaged_file", "{path} is damaged.", path=path), path)
    assert desktop.front is not None
    press(desktop.front, "Mend this file")
    before = desktop.front
    qtbot.waitUntil(lambda: desktop.front is not before, timeout=20_000)
    assert desktop.front is not None and "nothing in it can be saved" in words(desktop.front)
    assert [each for each in desktop.front.findChildren(QPushButton) if "from a backup" in each.text()]
    assert path.read_bytes() == struck


def test_every_stop_of_tab_has_a_name_where_a_circle_does_not_open(desktop: Desktop, home: Home, qtbot: QtBot) -> None:
    path = filled(home)
    desktop.trouble(Unreadable("damaged_file", "{path} is damaged.", path=path), path)
    assert desktop.front is not None
    seen = [each for each in desktop.front.findChildren(QWidget) if each.isVisible()]
    stops = [each for each in seen if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops and [type(each).__name__ for each in stops if not named(each)] == []


def test_a_file_that_is_gone_is_told_and_tried_again(
    desktop: Desktop, window: Window, qtbot: QtBot, settle: Settle
) -> None:
    path = window.shell.file.path
    desktop.close()
    away = path.rename(path.with_name("elsewhere"))
    desktop.start()
    assert isinstance(desktop.front, Trouble) and str(file_gone(CircleFile("", path, b""))) in words(desktop.front)
    away.rename(path)
    press(desktop.front, "Try again")
    qtbot.waitUntil(lambda: desktop.window is not None, timeout=20_000)
    settle(desktop)


def test_a_circle_in_a_folder_that_cannot_be_written_is_looked_at(
    qapp: QApplication, home: Home, settle: Settle, tmp_path: Path
) -> None:
    filled(home)
    with only_read(home.folder):
        desktop = Desktop(qapp, home)
        try:
            desktop.start()
            window = desktop.window
            assert window is not None and not window.shell.may_write and not window.shell.may_run
            settle(desktop)
            assert "cannot be written to: it can be read here" in words(window)
            for page in ("people", "share", "settings"):
                window.show_page(page)
                settle(desktop)
            told: list[str] = []
            window.shell.signals.failed.connect(lambda error: told.append(str(error)))
            window.shell.do(lambda verbs: verbs.records.add("member", {"name": "New"}))
            settle(desktop)
            assert told == [f"{window.shell.file.path}: its folder cannot be written to. Nothing was changed."]
            window.shell.tasks.share(lambda engine: engine.write_bundle(tmp_path / "a.bundle"))
            settle(desktop)
            assert (tmp_path / "a.bundle").is_file()
        finally:
            leave(desktop)
    circle = open_circle(home)
    assert {str(row["name"]) for row in circle.reader.list("member")} >= set(NAMES)
    circle.close()


def test_where_nothing_can_be_saved_the_circle_comes_back_from_a_daily_backup(
    desktop: Desktop, home: Home, qtbot: QtBot, settle: Settle
) -> None:
    path = filled(home)
    circle = open_circle(home)
    back_up(home, circle, datetime.date(2026, 11, 25))
    circle.close()
    path.write_bytes(b"\x5a" * (8 * PAGE))
    desktop.start()
    assert isinstance(desktop.front, Trouble) and f"The file of {CIRCLE} is damaged" in words(desktop.front)
    press(desktop.front, "Mend this file")
    before = desktop.front
    qtbot.waitUntil(lambda: desktop.front is not before, timeout=20_000)
    assert desktop.front is not None and "The damaged file is kept beside it" in words(desktop.front)
    assert not [each for each in desktop.front.findChildren(QPushButton) if "from its hub" in each.text()]
    press(desktop.front, "Take the backup of 25 November 2026")
    qtbot.waitUntil(lambda: isinstance(desktop.front, Fetched), timeout=30_000)
    assert desktop.front is not None and "(before restore 1).circle" in words(desktop.front)
    assert "may be there again" in words(desktop.front), "nothing of the list of laptops could be read"
    press(desktop.front, "Open")
    qtbot.waitUntil(lambda: desktop.window is not None, timeout=20_000)
    settle(desktop)
    assert desktop.window is not None and desktop.window.shell.file.path == path
    desktop.close()
    circle = open_circle(home)
    assert {str(row["name"]) for row in circle.reader.list("member")} >= set(NAMES)
    circle.close()


def test_where_the_hub_is_known_it_is_asked_and_a_hub_that_is_away_is_told(
    qapp: QApplication, home: Home, qtbot: QtBot
) -> None:
    def away(url: str, fingerprint: bytes | None) -> Transport:
        raise Unreachable("no_answer", "The hub at {url} does not answer.", url=url)

    path = filled(home)
    held, world = home.circles()[0], real()
    told = encode(["https://hub.example", None])
    nonce = world.random(NONCE_BYTES)
    key = hkdf(secrets_of(home, held).file_key, LABEL)
    path.with_name(path.name + ".hub").write_bytes(encode([1, nonce, seal(key, nonce, told, held.circle_id)]))
    path.write_bytes(b"\x5a" * (8 * PAGE))
    desktop = Desktop(qapp, home, transports=away)
    try:
        desktop.trouble(Unreadable("not_saved", "{path} is damaged.", path=path), path)
        assert isinstance(desktop.front, Trouble)
        press(desktop.front, "Fetch it again from its hub")
        shown = desktop.front
        qtbot.waitUntil(lambda: "https://hub.example does not answer" in words(shown), timeout=20_000)
        assert path.read_bytes() == b"\x5a" * (8 * PAGE)
        assert [each for each in shown.findChildren(QPushButton) if "a stick" in each.text()]
    finally:
        desktop.close()
        desktop.aside.close()
