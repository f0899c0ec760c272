"""A circle with a passphrase is locked when nobody is there: closed, forgotten, and what was begun comes back."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.circle.opened import Secrets
from learningcircles.laptop.founding import found
from learningcircles.laptop.home import Home
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.begun import begun_in, go_on
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.hall.leaving import LeaveHall
from learningcircles_ui.idle import Idle
from learningcircles_ui.pages.before.locked import Locked
from learningcircles_ui.pages.exchanges.opening_balances import OpeningBalances
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.importing.preview import ImportList
from learningcircles_ui.pages.people.member_pane import MemberPane
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.settings.lock_card import Passphrase
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.hands import CTRL, SHIFT, Hands, Key
from tests.ui.locking import MINUTE, WORDS, Clock, page, unlock

Settle = Callable[[Desktop], None]


def test_what_was_begun_is_kept_and_comes_back(
    house: Desktop, clock: Clock, settle: Settle, qtbot: QtBot, locked_home: Home
) -> None:
    hands = Hands(qtbot)
    hands.press(Key.Key_E, held=CTRL)
    hands.type("zo")
    hands.press(Key.Key_Return)
    hands.type("mi")
    hands.press(Key.Key_Return)
    settle(house)
    hands.press(Key.Key_Tab)
    hands.write("Sourdough")
    settle(house)
    clock.ahead += 14 * MINUTE
    assert not house.lockup.idle.look() and house.lockup.page is None
    clock.ahead += 2 * MINUTE
    assert house.lockup.idle.look()
    assert house.window is None and house.tasks is None
    shown = [label for label in page(house).findChildren(type(page(house).wrong)) if label.text()]
    told = " ".join(label.text() for label in shown)
    assert "Nobody used it for 15 minutes." in told and "Nothing is shared until it is opened again." in told
    assert [
        str(each) for each in locked_home.folder.rglob("*") if each.is_file() and b"Sourdough" in _bytes(each)
    ] == []
    qtbot.waitUntil(page(house).isActiveWindow)
    hands.write(WORDS)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SwapForm))
    settle(house)
    form = QApplication.activeModalWidget()
    assert isinstance(form, SwapForm)
    assert (form.giver.words(), form.taker.words()) == ("Zoë Lindqvist", "Mia Okafor")
    assert form.form.edit("topic").typed() == "Sourdough" and house.window is not None
    form.submit()
    settle(house)
    rows: list[str] = []
    assert house.tasks is not None
    house.tasks.query(lambda reader: [str(row["topic"]) for row in reader.list("swap")], rows.extend)
    settle(house)
    assert rows == ["Sourdough"]


def _bytes(path: Path) -> bytes:
    return path.read_bytes()


@pytest.fixture
def elsewhere() -> list[object]:
    """What earlier tests of this process still hold."""
    gc.collect()
    return secrets_held()


def test_locked_the_keys_are_gone_and_the_file_is_closed(
    elsewhere: list[object], house: Desktop, qapp: QApplication, qtbot: QtBot
) -> None:
    def held() -> list[object]:
        return [each for each in secrets_held() if not any(each is other for other in elsewhere)]

    assert held() and (open_files(house) or sys.platform != "linux"), "they are there while it is open"
    house.lockup.lock()

    def gone() -> bool:
        gc.collect()
        return not held()

    qtbot.waitUntil(gone)
    assert not open_files(house)


def secrets_held() -> list[object]:
    return [each for each in gc.get_objects() if isinstance(each, Secrets | Circle)]


def open_files(house: Desktop) -> list[str]:
    """Return the files of this home's circles that this process has open, as far as the system tells."""
    if sys.platform != "linux":
        return []
    names = [os.readlink(each) for each in Path("/proc/self/fd").iterdir() if each.is_symlink()]
    return [name for name in names if ".circle" in name and name.startswith(str(house.home.folder))]


def test_the_first_key_after_a_sleep_locks_and_reaches_nothing(
    house: Desktop, clock: Clock, settle: Settle, qtbot: QtBot
) -> None:
    assert house.window is not None
    qtbot.waitUntil(house.window.isActiveWindow)
    hands = Hands(qtbot)
    hands.press(Key.Key_2, held=CTRL)
    assert house.window.page.name == "people"
    clock.ahead += 9 * 60 * MINUTE
    hands.press(Key.Key_3, held=CTRL)
    assert house.window is None
    assert page(house).passphrase.text() == ""


def test_the_lock_takes_no_key_from_another_program(house: Desktop, clock: Clock, qtbot: QtBot) -> None:
    letter = QWindow()
    letter.show()
    letter.requestActivate()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is None)
    assert house.window is not None
    house.window.setWindowState(Qt.WindowState.WindowMinimized)
    letter.requestActivate()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is None)
    clock.ahead += 16 * MINUTE
    assert house.lockup.idle.look()
    locked = page(house)
    assert locked.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating) and locked.isMinimized()
    letter.close()
    letter.deleteLater()


def test_whoever_types_or_moves_the_mouse_is_there(house: Desktop, clock: Clock, qtbot: QtBot) -> None:
    assert house.window is not None
    qtbot.waitUntil(house.window.isActiveWindow)
    hands = Hands(qtbot)
    for _ in range(3):
        clock.ahead += 14 * MINUTE
        hands.press(Key.Key_Shift)
        assert not house.lockup.idle.look()
    clock.ahead -= 10 * 60 * MINUTE
    assert not house.lockup.idle.look(), "a clock that is set back locks nothing"
    handle = house.window.windowHandle()
    move = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(9, 9), QPointF(9, 9), Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    clock.ahead += 14 * MINUTE
    QApplication.sendEvent(handle, move)
    clock.ahead += 14 * MINUTE
    assert not house.lockup.idle.look()


def test_never_is_never_and_the_hall_is_left_open(house: Desktop, clock: Clock, settle: Settle) -> None:
    house.settings.choose("lock_after", 0)
    clock.ahead += 100 * MINUTE
    assert not house.lockup.idle.look()
    house.settings.choose("lock_after", 5)
    house.enter_hall()
    settle(house)
    clock.ahead += 100 * MINUTE
    assert not house.lockup.idle.look() and house.hall is not None


def test_lock_now_by_its_keys_a_wrong_passphrase_and_the_door(house: Desktop, settle: Settle, qtbot: QtBot) -> None:
    assert house.window is not None
    qtbot.waitUntil(house.window.isActiveWindow)
    hands = Hands(qtbot)
    hands.press(Key.Key_Q, held=CTRL | SHIFT)
    qtbot.waitUntil(lambda: house.lockup.page is not None)
    qtbot.waitUntil(page(house).isActiveWindow)
    house.receive("learningcircles://join/nonsense")
    assert house.front is page(house)
    hands.write("roses")
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: page(house).wrong.text() != "")
    assert page(house).wrong.text() == "That is not the passphrase of this circle." and house.window is None
    wrong = page(house).wrong
    assert wrong.isVisible()
    hands.write(WORDS)
    hands.press(Key.Key_Return)
    assert not (isValid(wrong) and wrong.isVisible()), "that was said of another one"
    qtbot.waitUntil(lambda: house.window is not None and house.front is not house.window)
    settle(house)
    assert type(house.front).__name__ == "FirstRun", "what came to the door meanwhile is opened now"


def test_lock_now_from_a_form_keeps_what_was_typed_and_takes_no_more(
    house: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    hands = Hands(qtbot)
    hands.press(Key.Key_A, held=CTRL | SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Dialog))
    hands.write("Nina Petrova")
    hands.press(Key.Key_Tab)
    hands.write("0601")
    asked = QApplication.activeModalWidget()
    hands.press(Key.Key_Q, held=CTRL | SHIFT)
    assert house.window is None and asked is not None
    assert QApplication.activeModalWidget() is None, "nothing takes the passphrase but the lock"
    unlock(house, hands, qtbot)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Dialog))
    settle(house)
    form = QApplication.activeModalWidget()
    assert form is not None
    qtbot.waitUntil(lambda: "0601" in [line.text() for line in form.findChildren(QLineEdit)])
    texts = [line.text() for line in form.findChildren(QLineEdit)]
    assert "Nina Petrova" in texts and not any(WORDS in each for each in texts)


def test_the_door_of_the_hall_asks_however_long_nobody_was_there(
    house: Desktop, clock: Clock, settle: Settle, qtbot: QtBot
) -> None:
    hands = Hands(qtbot)
    hands.press(Key.Key_F11)
    qtbot.waitUntil(lambda: house.hall is not None and house.hall.isActiveWindow())
    settle(house)
    hall = house.hall
    assert hall is not None
    clock.ahead += 600 * MINUTE
    assert not house.lockup.idle.look() and house.lockup.page is None and house.hall is hall, "it stays open for all"
    hands.press(Key.Key_Tab)
    hall.ask_to_leave()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, LeaveHall) and asked.passphrase.isVisible()
    hands.press(Key.Key_Return)
    settle(house)
    assert asked.isVisible() and house.hall is hall, "nothing typed is not the passphrase"
    clock.ahead += 600 * MINUTE
    hands.write(WORDS)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: house.hall is None)
    settle(house)
    assert house.window is not None and house.lockup.page is None, "who opened the door is here"
    clock.ahead += 16 * MINUTE
    assert house.lockup.idle.look() and house.window is None


def test_all_that_is_brought_meanwhile_waits_for_its_own_circle(
    house: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    """Two lists to the hall, one of them again to the lock; nothing comes into the circle gone to meanwhile."""
    lists = [tmp_path / f"{name}.csv" for name in ("people", "more")]
    for number, each in enumerate(lists):
        each.write_text(f"Name,Phone\nNina {number},0611\n")
    mine = house.home.circles()[0]
    second = found(house.home, "Old Port", "Pilar Ortega", "Pilar’s laptop")
    second.close()

    def previews() -> dict[str, ImportList]:
        assert house.window is not None
        return {each.windowTitle(): each for each in house.window.findChildren(ImportList) if each.isVisible()}

    house.enter_hall()
    for each in lists:
        house.receive(str(each))
    house.lockup.lock()
    house.receive(str(lists[0]))
    assert house.lockup.page is not None
    house.lockup.page.other.emit("Old Port")
    qtbot.waitUntil(lambda: house.window is not None)
    settle(house)
    assert house.window is not None and house.window.shell.file.circle_id != mine.circle_id and not previews()
    house.open(mine.path, WORDS)
    for each in lists:  # one after the other
        qtbot.waitUntil(lambda each=each: any(each.stem in title for title in previews()))
        settle(house)
        (shown,) = previews().values()
        shown.close()


def test_what_was_open_is_out_of_sight_before_the_circle_is_closed(house: Desktop, settle: Settle) -> None:
    """Closing waits for a file that is being written, however long it is."""
    window = house.window
    assert window is not None
    form = SwapForm(window.shell, window)
    form.open()
    settle(house)
    seen: list[bool] = []
    window.closed.connect(lambda: seen.append(form.isVisible()))
    house.lockup.lock()
    assert seen == [False]


def test_the_lock_is_seen_before_what_is_being_written_ends(
    house: Desktop, settle: Settle, qtbot: QtBot, qapp: QApplication
) -> None:
    window, seen, told = house.window, Event(), list[bool]()
    assert window is not None

    class Painted(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(watched, Locked) and event.type() == QEvent.Type.Paint:
                seen.set()
            return False

    painted = Painted()
    qapp.installEventFilter(painted)
    window.shell.tasks.mutate(lambda verbs: told.append(seen.wait(5)))
    house.lockup.lock()
    locked = house.lockup.page
    assert locked is not None and locked.isVisible() and not window.isVisible()
    house.lockup.lock()
    qtbot.waitUntil(lambda: house.window is None)
    qapp.removeEventFilter(painted)
    assert told == [True] and house.lockup.page is locked
    unlock(house, Hands(qtbot), qtbot)
    settle(house)


def test_lock_now_leaves_the_hall_for_the_lock_and_comes_back_to_it(
    house: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    """Where an exchange stands half told, it goes on; nobody gets to everybody's telephones by a lock."""
    hands = Hands(qtbot)
    hands.press(Key.Key_F11)
    qtbot.waitUntil(lambda: house.hall is not None and house.hall.isActiveWindow())
    assert house.hall is not None
    house.hall.go("swap")
    settle(house)
    hands.type("zo")
    hands.press(Key.Key_Return)
    asked = house.hall.question.text()
    assert asked == "Who received it from Zoë?"
    house.hall.ask_to_leave()
    hands.press(Key.Key_Q, held=CTRL | SHIFT)
    qtbot.waitUntil(lambda: house.lockup.page is not None)
    assert house.hall is None and house.window is None and QApplication.activeModalWidget() is None
    unlock(house, hands, qtbot)
    settle(house)
    hall = house.hall
    assert hall is not None and hall.isVisible() and house.window is not None and not house.window.isVisible()
    assert hall.question.text() == asked and "Zoë" not in [tile.name for tile in hall.swap.people.model.tiles]
    qtbot.waitUntil(hall.isActiveWindow)
    hands.type("mi")
    hands.press(Key.Key_Return)
    hall.swap.record()
    settle(house)
    assert hall.sentence.text().startswith("Recorded: Zoë gave Mia")


@pytest.mark.parametrize("taken", [False, True])
def test_each_screen_of_the_hall_goes_on_where_another_hall_left_it(
    taken: bool, desktop: Desktop, window: Window, other: Verbs, settle: Settle
) -> None:
    zoe, mia = add_people(other, ["Zoë Lindqvist", "Mia Okafor"])
    for title in ("Bread", "Bikes"):
        other.meetups.plan(title, text.today() + "T00:01", 1_438)
    one = Hall(window.shell)
    settle(desktop)
    other_one = next(each for each in one.guest.meetups.offered if not each.meant)
    one.go("swap")
    settle(desktop)
    tiles = {tile.person.id: tile for tile in one.swap.people.model.tiles}
    one.swap.people.chosen.emit(tiles[zoe])
    if taken:
        one.swap.people.chosen.emit(tiles[mia])
        one.swap.lengths.buttons[30].click()
        one.swap.topic.show_raw("Rye")
    two = Hall(window.shell)
    go_on(two, begun_in(one))
    settle(desktop)
    assert two.step is two.swap and two.swap.begun() == one.swap.begun() and two.question.text() == one.question.text()
    for name, step in (("came", one.came), ("guest", one.guest)):
        one.go(name)
        step.meetups.choose(other_one)
        one.guest.name.setText("Tom" if name == "guest" else "")
        three = Hall(window.shell)  # its meetups are read only now
        go_on(three, begun_in(one))
        settle(desktop)
        assert begun_in(three) == begun_in(one) and three.step.meetups.chosen == other_one
        three.leave()
    for each in (one, two):
        each.leave()


def test_without_a_passphrase_nothing_is_locked(desktop: Desktop, settle: Settle, window: object, qtbot: QtBot) -> None:
    assert desktop.window is not None
    names = {each.text(): each for each in desktop.window.actions()}
    assert names["Lock now"].isEnabled()
    Hands(qtbot).press(Key.Key_Q, held=CTRL | SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Passphrase))
    assert desktop.window.toast.label.text() == "Without a passphrase nothing locks. Set one first."
    desktop.lockup.lock()
    form = QApplication.activeModalWidget()
    assert isinstance(form, Passphrase) and desktop.lockup.page is None
    form.reject()


def test_idle_listens_to_windows_only(qapp: QApplication) -> None:
    idle = Idle(lambda: 0, lambda: 1, qapp)
    assert not idle.eventFilter(qapp, QEvent(QEvent.Type.UpdateRequest)) and not idle.look()
    idle.deleteLater()


def test_opening_balances_typed_before_the_lock_are_there_after_it(
    house: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    def dialog() -> OpeningBalances:
        assert house.window is not None
        house.window.show_page("exchanges")
        house.window.shell.signals.asked.emit("exchanges", ("opening", None))
        settle(house)
        found = QApplication.activeModalWidget()
        assert isinstance(found, OpeningBalances)
        return found

    def type_hours() -> None:
        shown = dialog()
        qtbot.keyClicks(next(iter(shown.lines.values())), "2:30")
        shown.keep()

    type_hours()
    house.lockup.lock()
    page(house).passphrase.setText(WORDS)
    page(house).submit()
    qtbot.waitUntil(lambda: house.window is not None)
    settle(house)
    again = dialog()
    qtbot.waitUntil(lambda: next(iter(again.lines.values())).text() == "2:30")
    for _ in range(2):
        again.reject()
    settle(house)
    assert not any(words for words in dialog().typed.values()), "thrown away is thrown away"


def test_a_member_half_edited_is_shown_again(house: Desktop, settle: Settle, qtbot: QtBot) -> None:
    def pane() -> MemberPane:
        assert house.window is not None
        house.window.show_page("people")
        people = house.window.pages["people"]
        assert isinstance(people, PeoplePage)
        return people.pane

    def edit() -> None:
        settle(house)
        assert house.window is not None
        pane()
        settle(house)
        people = house.window.pages["people"]
        assert isinstance(people, PeoplePage)
        people.table.go_to(0)
        settle(house)
        pane().edit()
        settle(house)
        line = pane().form.edit("email").control
        line.setFocus()
        qtbot.keyClicks(line, "mia at example")

    edit()
    house.lockup.lock()
    page(house).passphrase.setText(WORDS)
    page(house).submit()
    qtbot.waitUntil(lambda: house.window is not None)
    settle(house)
    shown = pane()
    assert shown.shown is not None
    shown.edit()
    qtbot.waitUntil(lambda: shown.form.edit("email").typed() == "mia at example")
    settle(house)
