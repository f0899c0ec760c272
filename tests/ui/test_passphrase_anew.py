"""Another program sets or changes the passphrase while the window is open: it is asked for, and what waited goes on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.lock import lock, relock
from learningcircles.surroundings import real
from learningcircles_sync.engine import Engine
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.share.page import SharePage
from learningcircles_ui.parts.progress import LateProgress
from learningcircles_ui.passphrase_anew import AskAnew
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people, home_in
from tests.ui.locking import WORDS

Settle = Callable[[Desktop], None]
OTHER = "another long one"


def asked(qtbot: QtBot) -> AskAnew:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), AskAnew))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AskAnew)
    return dialog


def answer(dialog: AskAnew, words: str, desktop: Desktop, settle: Settle) -> None:
    dialog.line.setText(words)
    dialog.submit()
    settle(desktop)


def test_a_stick_is_read_once_the_passphrase_that_another_program_set_is_typed(
    desktop: Desktop, home: Home, window: Window, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    """What it brings shows that this laptop was copied: it goes on as one of its own, and keeps new keys."""
    tasks = desktop.tasks
    assert tasks is not None
    tasks.share(lambda engine: engine.write_bundle(tmp_path / "before"))
    settle(desktop)
    shutil.copytree(home.folder, tmp_path / "copy")
    copy = home_in(tmp_path / "copy")
    with closing(open_circle(copy)) as circle:
        add_people(Verbs(circle), ["Written on the copy"])
        Engine(copy, Verbs(circle), real()).write_bundle(tmp_path / "stick")
    tasks.mutate(lambda verbs: add_people(verbs, ["Written here"]))
    window.show_page("share")
    settle(desktop)
    page = window.page
    assert isinstance(page, SharePage)
    page.stick.write_to(tmp_path / "mine")
    settle(desktop)
    lock(home, home.find(), WORDS)
    relock(home, home.find(), WORDS, OTHER)
    page.stick.read_from(tmp_path / "stick")
    dialog = asked(qtbot)
    settle(desktop)
    (late,) = window.findChildren(LateProgress)
    late._show()
    assert late.shown is None, "no progress stands before the question"
    answer(dialog, WORDS, desktop, settle)
    assert dialog.isVisible() and "not the passphrase" in dialog._wrong.text(), "it was that before"
    answer(dialog, OTHER, desktop, settle)
    assert dialog not in QApplication.topLevelWidgets() or not dialog.isVisible()
    assert "goes on under a new identity" in window.toast.label.text(), "it was read"
    assert window.shell.has_passphrase
    with closing(open_circle(home, passphrase=OTHER)) as circle:
        assert circle.roster.devices[circle.secrets.device.id].succeeds is not None


def test_what_shares_by_itself_tells_it_once_and_asks_when_somebody_wants_to_go_on(
    desktop: Desktop, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    window = desktop.open()
    lock(home, home.find(), WORDS)  # before sharing has begun
    settle(desktop)
    assert QApplication.activeModalWidget() is None, "nobody who types is interrupted"
    assert window.toast.isVisible() and "passphrase" in window.toast.label.text()
    window.toast.hide()
    window.shell.do(lambda verbs: add_people(verbs, ["Written meanwhile"]))
    window.sharing.look()
    settle(desktop)
    assert not window.toast.isVisible(), "it is told once"
    window.shell.signals.share.emit()
    asked(qtbot).reject()
    settle(desktop)
    window.shell.signals.share.emit()
    answer(asked(qtbot), WORDS, desktop, settle)
    assert window.sharing.known and window.shell.has_passphrase
    assert window.sharing.problem is None, "and nothing stands in the way any more"


def test_the_passphrase_is_typed_from_the_sentence_that_says_so(
    desktop: Desktop, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    window = desktop.open()
    lock(home, home.find(), WORDS)
    settle(desktop)
    assert window.toast.more.isVisible()
    window.toast.more.click()
    answer(asked(qtbot), WORDS, desktop, settle)
    assert window.sharing.known and window.sharing.problem is None
