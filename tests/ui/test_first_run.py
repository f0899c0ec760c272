"""Beginning: founding a circle, locking it, switching, and what cannot be opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.errors import InvalidValue, Unreachable
from learningcircles.laptop.founding import found, is_locked, open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.inviting import invite
from learningcircles.laptop.lock import lock
from learningcircles.surroundings import real
from learningcircles_sync.dial import over_http
from learningcircles_sync.engine import Engine
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.before.first_run import FirstRun
from learningcircles_ui.pages.before.passphrase import AskPassphrase
from learningcircles_ui.pages.before.trouble import Trouble
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.parts.ticks import Radio
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.settings import speak
from learningcircles_ui.starting import Beginning, Starter
from learningcircles_ui.window import Window
from tests.ui.conftest import home_in
from tests.ui.late import closed, saved_as_pdf

Settle = Callable[[Desktop], None]


def test_a_circle_begins_in_four_steps_by_keyboard(
    qapp: QApplication, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    home = home_in(tmp_path / "new")
    desktop = Desktop(qapp, home)
    desktop.start()
    first = desktop.front
    assert isinstance(first, FirstRun)
    qtbot.keyClick(first.on, Qt.Key.Key_Return)
    qtbot.keyClick(first.on, Qt.Key.Key_Return)
    assert first.step() == 2
    first.forward()
    assert "Please fill in “Name of the circle”" in first.wrong.text()
    near = first.names.circle.mapTo(first, first.names.circle.rect().bottomLeft()).y()
    qtbot.waitUntil(lambda: 0 < first.wrong.mapTo(first, first.wrong.rect().topLeft()).y() - near < 20)
    qtbot.keyClicks(first.names.circle, "Harbour Circle")
    assert first.wrong.text() == "", "it is filled in"
    first.names.person.setFocus()
    qtbot.keyClicks(first.names.person, "Pilar Ortega")
    qtbot.keyClick(first.names.person, Qt.Key.Key_Return)
    assert first.step() == 2 and first.focusWidget() is first.names.device, "what the laptop is called was proposed"
    qtbot.keyClicks(first.focusWidget(), "Blue")
    assert first.names.device.text() == "Blue", "what is typed on stands there instead"
    qtbot.keyClick(first.names.device, Qt.Key.Key_Return)
    assert first.step() == 3
    first.keys.ask.setChecked(True)
    first.keys.passphrase.setText("open sesame")
    first.keys.again.setText("open sesam")
    first.forward()
    assert "not the same" in first.wrong.text()
    first.keys.again.setText("open sesame")
    first.forward()
    qtbot.waitUntil(lambda: desktop.window is not None, timeout=20_000)
    settle(desktop)
    assert [row.name for row in home.circles()] == ["Harbour Circle"]
    assert desktop.window is not None and desktop.window.sidebar.switcher.text() == "Harbour Circle"
    preview = QApplication.activeModalWidget()
    assert isinstance(preview, PrintPreview) and len(preview.pictures) == 1, "the recovery sheet, to print or to save"
    assert saved_as_pdf(desktop, settle, preview, tmp_path / "sheet.pdf")
    settle(desktop)
    preview.reject()
    today = desktop.window.findChild(TodayPage)
    assert today is not None and "recovery sheet" not in today.line.words.text() and closed(preview)
    desktop.close()
    desktop.aside.close()


def test_a_click_anywhere_on_a_card_chooses_what_stands_on_it(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desktop = Desktop(qapp, home_in(tmp_path))
    desktop.start()
    first = desktop.front
    assert isinstance(first, FirstRun)
    first.go(1)
    join = next(each for each in first.findChildren(Radio) if each.text() == "Join a circle")
    card = join.parentWidget()
    assert card is not None
    for place in (QPoint(card.width() - 4, card.height() - 4), QPoint(card.width() // 2, join.geometry().bottom() + 2)):
        first.what = "new"
        under = card.childAt(place) or card
        qtbot.mouseClick(under, Qt.MouseButton.LeftButton, pos=under.mapFrom(card, place))
        assert first.what == "join" and join.isChecked()
    desktop.close()
    desktop.aside.close()


def test_a_circle_that_cannot_be_opened_says_why_and_offers_the_others(desktop: Desktop, home: Home) -> None:
    path = home.circles()[0].path
    path.write_bytes(b"not a circle at all" * 100)
    desktop.start()
    assert isinstance(desktop.front, Trouble)
    assert desktop.window is None


def test_a_locked_circle_asks_for_its_passphrase_until_it_is_right(
    qtbot: QtBot, desktop: Desktop, home: Home, settle: Settle
) -> None:
    lock(home, home.circles()[0], "open sesame")
    said: list[str] = []

    def answer() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, AskPassphrase)
        said.append(asked._wrong.text())
        asked._line.setText("open barley" if len(said) == 1 else "open sesame")
        if len(said) == 1:
            QTimer.singleShot(0, answer)
        asked.submit()

    QTimer.singleShot(0, answer)
    desktop.start()
    settle(desktop)
    assert said == ["", "That is not the passphrase of this circle."]
    assert desktop.window is not None


def test_the_switcher_opens_another_circle(qtbot: QtBot, desktop: Desktop, home: Home, settle: Settle) -> None:
    found(home, "Mill Lane Circle", "Pilar Ortega", "Pilar’s laptop").close()
    desktop.start(home.find("Harbour Circle").path)
    settle(desktop)
    assert desktop.window is not None
    desktop.window.switch.emit("Mill Lane Circle")
    qtbot.waitUntil(
        lambda: desktop.window is not None and desktop.window.shell.file.name == "Mill Lane Circle", timeout=20_000
    )
    settle(desktop)
    desktop.close()
    desktop.start()
    settle(desktop)
    assert desktop.window is not None and desktop.window.shell.file.name == "Mill Lane Circle"


def test_the_window_and_the_switcher_show_what_the_circle_is_called_by_now(
    qtbot: QtBot, desktop: Desktop, home: Home, settle: Settle
) -> None:
    desktop.start()
    settle(desktop)
    window = desktop.window
    assert window is not None
    circle = window.shell.file.circle_id
    window.shell.do(lambda verbs: verbs.records.edit("charter", circle, {"name": "Old Port"}))
    qtbot.waitUntil(lambda: window.windowTitle() == "Old Port — Learning Circles")
    assert window.sidebar.switcher.text() == "Old Port" and home.find("Old Port").circle_id == circle
    settle(desktop)
    assert "Old Port" in [each.text() for each in desktop.open().sidebar.switcher.menu().actions()]


def test_a_short_passphrase_leaves_nothing_behind(
    qapp: QApplication, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    home = home_in(tmp_path / "new")
    desktop = Desktop(qapp, home)
    first = desktop.begin("new")
    for line, words in ((first.names.circle, "Sealed"), (first.names.person, "Pilar"), (first.names.device, "Blue")):
        line.setText(words)
    first.forward()
    first.keys.ask.setChecked(True)
    for word in ("short", "long enough"):
        first.keys.passphrase.setText(word)
        first.keys.again.setText(word)
        first.forward()
        if word == "short":
            settle(desktop)
            assert "8 letters" in first.wrong.text() and first.step() == 3
            assert first.focusWidget() is first.keys.passphrase
            assert home.circles() == [] and not list(home.folder.rglob("*.circle*"))
    qtbot.waitUntil(lambda: desktop.window is not None, timeout=20_000)
    settle(desktop)
    (only,) = home.circles()
    assert only.name == "Sealed" and is_locked(home, only)
    desktop.close()
    desktop.aside.close()


def test_joining_with_a_short_passphrase_can_be_tried_again(home: Home, tmp_path: Path) -> None:
    circle = open_circle(home)
    invitation = invite(circle, "recorder").invitation.text()
    stick = tmp_path / "stick"
    Engine(home, Verbs(circle), real()).write_bundle(stick)
    circle.close()
    second = home_in(tmp_path / "second")
    starter = Starter(second, real(), over_http)
    chosen = Beginning("join", "", invitation, str(stick), "Tomás", "Red", "short")
    with pytest.raises(InvalidValue, match="8 letters"):
        starter.begin(chosen)
    assert second.circles() == []
    path = starter.begin(chosen._replace(passphrase="long enough"))
    assert is_locked(second, second.find(path))


def test_beginning_another_circle_can_be_left_again(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle
) -> None:
    for leaves in (lambda made: made.back.click(), lambda made: qtbot.keyClick(made, Qt.Key.Key_Escape)):
        window.switch.emit(":new")
        qtbot.waitUntil(lambda: isinstance(desktop.front, FirstRun))
        first = desktop.front
        assert isinstance(first, FirstRun)
        assert first.back.isVisible() and first.back.text() == "Cancel"
        leaves(first)
        assert desktop.front is window and window.isVisible() and not first.isVisible()


def test_enter_goes_on_from_a_radio_button_and_a_tick(
    qapp: QApplication, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    desktop = Desktop(qapp, home_in(tmp_path / "new"))
    first = desktop.begin()
    assert not first.back.isVisible()
    for step in (0, 1):
        radio = next(each for each in first.findChildren(Radio) if each.isVisible())
        radio.setFocus()
        qtbot.keyClick(radio, Qt.Key.Key_Return)
        assert first.step() == step + 1
    first.names.circle.setText("Harbour")
    first.names.person.setText("Pilar")
    for line in (first.names.person, first.names.device):
        line.setFocus()
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert first.step() == 3 and not first.keys.passphrase.isVisible() and first.keys.sheet.isVisible()
    first.keys.sheet.setChecked(False)
    first.keys.ask.setFocus()
    qtbot.keyClick(first.keys.ask, Qt.Key.Key_Space)
    assert first.keys.passphrase.isVisible() and first.keys.again.isVisible()
    assert first.keys.without.isVisible() and "lost on this laptop" in first.keys.without.text()
    first.keys.sheet.setChecked(True)
    assert not first.keys.without.isVisible()
    first.keys.sheet.setChecked(False)
    qtbot.keyClick(first.keys.ask, Qt.Key.Key_Return)
    assert "8 letters" in first.wrong.text()
    qtbot.keyClick(first.keys.ask, Qt.Key.Key_Space)
    assert not first.keys.without.isVisible()
    qtbot.keyClick(first.keys.ask, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desktop.window is not None, timeout=20_000)
    settle(desktop)
    assert desktop.window is not None and QApplication.activeModalWidget() is None
    today = desktop.window.findChild(TodayPage)
    assert today is not None and "Print the recovery sheet" in today.line.words.text(), "it was skipped"
    desktop.close()
    desktop.aside.close()


def test_a_nonsense_invitation_is_refused_where_it_stands(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desktop = Desktop(qapp, home_in(tmp_path / "new"))
    first = desktop.begin("join")
    first.names.person.setText("Pilar")
    first.names.device.setText("Blue")
    for nonsense in ("hello", "learningcircles://join/ABC"):
        first.names.invitation.setText(nonsense)
        first.forward()
        assert first.step() == 2 and first.wrong.text() and first.focusWidget() is first.names.invitation
    order = [each for each in first.findChildren(QLineEdit) if each.isVisible()]
    assert order == [first.names.invitation, first.names.person, first.names.device, first.names.bundle]
    desktop.close()
    desktop.aside.close()


def test_the_welcome_offers_the_list_that_one_has(desktop: Desktop, window: Window, settle: Settle) -> None:
    offered = [each for each in window.pages["today"].findChildren(QPushButton) if each.text() == "Import a list…"]
    asked: list[tuple[str, str]] = []
    window.shell.signals.asked.disconnect()
    window.shell.signals.asked.connect(lambda page, what: asked.append((page, what[0])))
    offered[0].click()
    assert asked == [("people", "import")]


class Silent:
    """A hub that takes a request and never answers it."""

    def __init__(self) -> None:
        self.asked = Event()
        self.let_go = Event()

    def post(self, path: str, body: bytes) -> bytes:
        return self.get(path)

    def get(self, path: str) -> bytes:
        self.asked.set()
        self.let_go.wait(30)
        raise Unreachable("late", "Nobody answered.")

    def close(self) -> None:
        """Nothing is open."""


def test_joining_can_be_cancelled_and_leaves_nothing(
    qapp: QApplication, qtbot: QtBot, home: Home, tmp_path: Path
) -> None:
    circle = open_circle(home)
    text = invite(circle, hub="https://hub.example").invitation.text()
    circle.close()
    hub, joiner = Silent(), home_in(tmp_path / "joiner")
    desktop = Desktop(qapp, joiner, transports=lambda url, fingerprint: hub)
    first = desktop.begin("join")
    first.names.invitation.setText(text)
    first.names.person.setText("Jo")
    first.names.device.setText("Jo's laptop")
    first.forward()
    first.forward()
    qtbot.waitUntil(hub.asked.is_set)
    assert first.bar.isVisible() and first.back.text() == "Cancel" and first.back.isEnabled()
    first.back.click()
    qtbot.waitUntil(lambda: "Nothing was begun" in first.wrong.text())
    assert joiner.circles() == [] and first.on.isEnabled() and not first.bar.isVisible()
    hub.let_go.set()
    desktop.close()
    desktop.aside.close()


def test_arrows_walk_the_choices_from_the_first_page_on(
    qapp: QApplication, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    desktop = Desktop(qapp, home_in(tmp_path / "new"))
    desktop.start()
    first = desktop.front
    assert isinstance(first, FirstRun)
    first.show()
    first.activateWindow()
    qtbot.waitUntil(first.isActiveWindow)
    try:
        for step in (0, 1):
            first.go(step)
            chosen = first.focusWidget()
            assert isinstance(chosen, Radio) and chosen.isChecked()
            qtbot.keyClick(chosen, Qt.Key.Key_Down)
            again = first.focusWidget()
            assert isinstance(again, Radio) and again.isChecked() and again.text() != chosen.text(), step
    finally:
        speak(qapp, "en")
    qtbot.keyClick(first.focusWidget(), Qt.Key.Key_Return)
    assert (first.step(), first.what) == (2, "join")
    desktop.close()


def test_arrows_go_on_from_language_to_language_and_the_one_that_is_gone_on_with_is_kept(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desktop = Desktop(qapp, home_in(tmp_path / "new"))
    desktop.start()
    first = desktop.front
    assert isinstance(first, FirstRun)
    first.show()
    first.activateWindow()
    qtbot.waitUntil(first.isActiveWindow)
    went: list[str] = []
    try:
        for _ in range(2):
            qtbot.keyClick(first.focusWidget(), Qt.Key.Key_Down)
            qapp.processEvents()
            qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            qapp.processEvents()
            chosen = qapp.focusWidget()
            assert isinstance(chosen, Radio) and chosen.isChecked() and chosen.isVisible()
            went.append(chosen.text())
    finally:
        speak(qapp, "en")
    assert went == ["Français", "Español"]
    desktop.close()
    begun = Desktop(qapp, home_in(tmp_path / "as it was"))
    begun.start()
    assert isinstance(begun.front, FirstRun)
    begun.front.forward()
    assert begun.settings.text("language") == "en"
    begun.close()


def test_waiting_is_said_in_the_language_that_was_chosen_here(desktop: Desktop, qapp: QApplication) -> None:
    run = desktop.begin()
    try:
        run._speak("es")
        assert run.moment.text() == run.bar.accessibleName() == "Un momento…"
    finally:
        speak(qapp, "en")
