"""Beginning: founding a circle, locking it, switching, and what cannot be opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from secrets import token_hex
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.errors import InvalidValue, Unreachable
from learningcircles.laptop.backup import backup
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
    first.forward()
    qtbot.waitUntil(lambda: len(desktop.home.circles()) == 1)
    qtbot.waitUntil(lambda: desktop.window is not None)
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


def test_waiting_is_said_in_the_language_that_was_chosen_here(desktop: Desktop, qapp: QApplication) -> None:
    run = desktop.begin()
    try:
        run._speak("es")
        assert run.moment.text() == run.bar.accessibleName() == "Un momento…"
    finally:
        speak(qapp, "en")
