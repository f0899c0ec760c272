"""What is begun in the hall outlives a killed program: it stands on Today, and waits in the next hall, once each."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.home import Home
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.hall.leaving import LeaveHall
from learningcircles_ui.interrupts import ends
from learningcircles_ui.pages.today.begun_rows import Begun
from learningcircles_ui.pages.today.page import TodayPage
from tests.ui.hands import Key
from tests.ui.late import reading_held, writing_held
from tests.ui.test_hall_keys import hall, type_in
from tests.ui.test_hall_private import private, told
from tests.ui.test_hall_refused import full_disk
from tests.ui.test_hall_waiting import asking, button, guests, members, seen, slowly, write

__all__ = ["asking", "hall", "slowly"]
Settle = Callable[[Desktop], None]
Next = Callable[[], Desktop]
posix = pytest.mark.skipif(os.name != "posix", reason="no file is held to a size there")
KILLED = """
import os, signal, sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from PySide6.QtCore import Qt
from learningcircles_ui.app import Desktop
from learningcircles_ui.application import application
from tests.ui.conftest import home_in
app = application()
desktop = Desktop(app, home_in(__import__("pathlib").Path(sys.argv[1])))
desktop.open()
hall = desktop.enter_hall()
hall.go("guest")

def kept(found):
    if {each.values["name"] for each in found} == {"Tom Ek", "Half-t"}:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

def look():
    if not hall.guest.meetups.offered:
        return
    if not hall.guest.name.text():
        for typed in ("Tom Ek", "Half-t"):
            QTest.keyClicks(hall.guest.name, typed)
            if typed == "Tom Ek":
                QTest.keyClick(hall.guest.name, Qt.Key.Key_Return)
    desktop.tasks.mutate(lambda verbs: [verbs.drafts.draft(name) for name, _ in verbs.drafts.drafts()], kept)

timer = QTimer()
timer.timeout.connect(look)
timer.start(50)
app.exec()
"""


@pytest.fixture
def started(qapp: QApplication, home: Home, desktop: Desktop, settle: Settle) -> Iterator[Next]:
    """Let the program end as by a kill: what the first one has in memory is heard of no more; start it again."""
    made: list[Desktop] = []

    def again() -> Desktop:
        for each in (desktop, *made):
            if each.hall is not None:
                each.hall.drafts._often.stop()
                each.hall.drafts._is_over = True
        made.append(Desktop(qapp, home))
        made[-1].open()
        settle(made[-1])
        return made[-1]

    yield again
    for each in made:
        each.close()
        each.aside.close()


def begun(desktop: Desktop) -> list[str]:
    """Return what Today shows as begun, oldest first."""
    assert desktop.window is not None
    today = desktop.window.pages["today"]
    assert isinstance(today, TodayPage)
    found: list[Begun] = today.unfinished.begun
    return [each.words for each in reversed(found)]


def hall_of(desktop: Desktop, settle: Settle, qtbot: QtBot) -> Hall:
    made = desktop.enter_hall()
    assert made is not None
    settle(desktop)
    return made


def kept(other: Verbs) -> list[str]:
    """Return what the hall’s drafts in the file speak of."""
    return sorted(str(draft.values["name"] or draft.values["provider"]["words"]) for _, draft in other.reader.drafts())


def test_a_killed_program_had_kept_who_waits_and_what_is_half_typed(
    home: Home, desktop: Desktop, other: Verbs, hall: Hall, started: Next, settle: Settle, qtbot: QtBot
) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(home.folder)], timeout=60, check=False)
    assert done.returncode == (signal.SIGTERM if os.name == "nt" else -signal.SIGKILL)
    files = [each for each in Path(home.folder).rglob("*") if each.is_file()]
    assert not [each for each in files if b"Half-t" in each.read_bytes()], "only the sealed file holds it"
    again = started()
    assert sorted(begun(again)) == ["Half-t", "Tom Ek"]
    assert again.window is not None
    said = [each.text() for each in again.window.pages["today"].findChildren(QLabel)]
    assert "Not written down in the hall mode: Tom Ek" in said
    on = next(b for b in again.window.pages["today"].findChildren(QPushButton) if b.text() == "Go on")
    qtbot.mouseClick(on, Qt.MouseButton.LeftButton)
    settle(again)
    made = again.hall
    assert made is not None and made.step is made.guest and made.guest.name.text() == "Half-t"
    assert made.guest.name.hasFocus() or made.focusWidget() is made.guest.name
    assert "Tom is in the list of members. Is it them?" in seen(made)
    QTest.keyClick(made.guest.name, Key.Key_Return)
    button(made, "Tom").click()
    settle(again)
    assert guests(other) == ["Half-t"] and members(other) == 1
    qtbot.waitUntil(lambda: kept(other) == [])


def test_who_is_asked_about_and_who_is_looked_for_wait_in_the_next_hall(
    asking: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot
) -> None:
    write("Tom⏎")
    settle(desktop)
    with reading_held(desktop):
        write("Uno⏎")
        qtbot.waitUntil(lambda: kept(other) == ["Tom", "Uno"])
        again = started()
    settle(desktop)
    assert guests(other) == ["Uno"], "this time it was written after all"
    assert sorted(begun(again)) == ["Tom", "Uno"]
    made = hall_of(again, settle, qtbot)
    assert (
        made.step is made.first
        and made.sentence.text() == ("Not written down yet: Uno, Tom. “Sign up a guest” asks about them.")
        or "Tom, Uno" in made.sentence.text()
    )
    assert made.focusWidget() is made.first.buttons["swap"], "the keyboard stays where it is"
    made.go("guest")
    assert "Tom is in the list of members." in seen(made) and "Not written down yet: Uno." in seen(made)
    button(made, "Try again").click()
    settle(again)
    assert guests(other) == ["Uno"] and "A guest called Uno is written down for Bread already." in seen(made)
    button(made, "The same one").click()
    settle(again)
    assert guests(other) == ["Uno"] and "Uno" not in seen(made)
    qtbot.waitUntil(lambda: kept(other) == ["Tom"])


@posix
def test_who_was_refused_waits_in_the_next_hall_once_there_was_room_to_keep_them(
    asking: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot, slowly: None
) -> None:
    with full_disk():
        write("Uno⏎Dos Ruiz⏎")
        settle(desktop)
        asking.go("came")
        settle(desktop)
        type_in(asking.came.people, "mia b")
        settle(desktop)
        asking.go("first")
    asking.shell.drafts.try_again()
    settle(desktop)
    assert kept(other) == ["Dos Ruiz", "Mia B.", "Uno"]
    again = started()
    made = hall_of(again, settle, qtbot)
    assert made.guest.waiting.names() == "Uno, Dos" and made.came.names() == "Mia B."
    assert not told(made, private(other)), "nothing but what a hall shows"
    assert guests(other) == [] and not members(other), "nothing is tried unasked"
    made.go("guest")
    made.guest.waiting.again.click()
    made.came.refused.again.click()
    settle(again)
    assert guests(other) == ["Dos", "Uno"] and members(other) == 1 and not made.guest.waiting.names()
    qtbot.waitUntil(lambda: kept(other) == [])
    assert begun(started()) == []


@pytest.mark.parametrize("name", ["guest", "came"])
def test_half_typed_letters_stand_in_the_next_hall(
    hall: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot, name: str
) -> None:
    second, _ = other.meetups.plan("Bikes", f"{other.desk.today()}T23:30", 20)
    hall.go(name)
    hall._look()
    settle(desktop)
    step = hall.guest if name == "guest" else hall.came
    step.meetups.choose(next(each for each in step.meetups.offered if each.id == second))
    write("Mi")
    qtbot.waitUntil(lambda: kept(other) == ["Mi"])
    again = started()
    assert begun(again) == ["Mi"]
    made = hall_of(again, settle, qtbot)
    step = made.guest if name == "guest" else made.came
    letters = made.guest.name if name == "guest" else made.came.people.letters
    assert made.step is step and letters.text() == "Mi" and made.focusWidget() is letters
    assert step.meetups.chosen is not None and step.meetups.chosen.title == "Bikes"
    letters.clear()
    qtbot.waitUntil(lambda: kept(other) == [])


@pytest.mark.usefixtures("at_exchanges")
def test_a_half_chosen_exchange_stands_in_the_next_hall(
    hall: Hall, other: Verbs, started: Next, settle: Settle, qtbot: QtBot
) -> None:
    type_in(hall.swap.people, "tom")
    write("mia")
    qtbot.waitUntil(lambda: kept(other) == ["mia"])
    first = started()
    made = hall_of(first, settle, qtbot)
    assert made.question.text() == "Who received it from Tom?" and made.swap.people.letters.text() == "mia"
    type_in(made.swap.people, "mia b")
    made.swap.lengths.buttons[30].click()
    made.swap.topic.show_raw("Rye")
    qtbot.waitUntil(lambda: any("receiver" in draft.values for _, draft in other.reader.drafts()))
    made.drafts.keep()
    settle(first)
    second = started()
    assert begun(second) == ["Tom → Mia B."]
    last = hall_of(second, settle, qtbot)
    assert last.question.text() == "How long did it take?" and last.swap.who.text() == "Tom → Mia B."
    last.swap.record()
    settle(second)
    (swap,) = other.reader.list("swap")
    assert (swap["minutes"], swap["topic"]) == (30, "Rye")
    qtbot.waitUntil(lambda: kept(other) == [])


def test_leaving_gives_up_who_was_named_and_nothing_else_does(
    asking: Hall, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    write("Tom⏎Ni")
    settle(desktop)
    qtbot.waitUntil(lambda: kept(other) == ["Ni", "Tom"])
    ends(True)
    assert asking.close(), "a system that shuts down is not held up: it is kept"
    ends(False)
    desktop._left_hall()
    settle(desktop)
    assert kept(other) == ["Ni", "Tom"] == sorted(begun(desktop))
    again = hall_of(desktop, settle, qtbot)
    again.ask_to_leave()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, LeaveHall) and any("Tom" in each.text() for each in asked.findChildren(QLabel))
    asked.accept()
    settle(desktop)
    assert kept(other) == [] == begun(desktop)


def test_who_is_being_written_when_the_hall_is_left_is_kept_until_they_are(
    asking: Hall, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    with reading_held(desktop):
        write("Uno⏎")
        qtbot.waitUntil(lambda: kept(other) == ["Uno"])
    with writing_held(desktop):
        qtbot.waitUntil(lambda: bool(asking.writing))
        asking.leave()
    settle(desktop)
    assert guests(other) == ["Uno"] and kept(other) == []


def test_who_is_erased_waits_no_more_and_nobody_else_goes_with_them(
    asking: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot
) -> None:
    write("Tom⏎")
    settle(desktop)
    write("Christian⏎")
    settle(desktop)
    qtbot.waitUntil(lambda: kept(other) == ["Christian", "Tom"])
    tom = next(row.id for row in other.reader.list("member") if row["name"] == "Tom Ek")
    erase(other, tom)
    asking.shell.signals.changed.emit(Changes())
    settle(desktop)
    assert kept(other) == ["Christian"] and asking.guest.waiting.names() == "Christian"
    assert begun(started()) == ["Christian"]


@pytest.mark.parametrize("by", ["other", "again"])
def test_whoever_is_somebody_else_is_written_beside_the_one_who_is_there(
    asking: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot, by: str
) -> None:
    with reading_held(desktop):
        write("Uno⏎")
        qtbot.waitUntil(lambda: kept(other) == ["Uno"])
        again = started()
        made = hall_of(again, settle, qtbot)
        made.go("guest")
        if by == "again":
            (meetup,) = other.reader.ids("meetup")
            other.meetups.attend(meetup, guest_name="uno")
            other.meetups.rsvp(meetup, answer="yes", name="uno")
        button(made, "Try again").click()
        settle(again)
        if by == "again":
            assert "already. Is it the same one?" in seen(made)
            button(made, "Somebody else").click()
            settle(again)
        assert guests(other) == (["Uno"] if by == "other" else ["Uno", "uno", "uno"])


def half_chosen(hall: Hall, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot) -> None:
    """Choose who gave and who received, and let that be kept."""
    hall.go("swap")
    settle(desktop)
    for letters in ("tom", "mia b"):
        type_in(hall.swap.people, letters)
    qtbot.waitUntil(lambda: any("receiver" in draft.values for _, draft in other.reader.drafts()))


def test_an_exchange_that_was_recorded_as_the_program_ended_is_told_and_not_asked_for_again(
    hall: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot
) -> None:
    half_chosen(hall, desktop, other, settle, qtbot)
    hall.drafts._is_over = True  # it ends between the two
    hall.swap.record()
    settle(desktop)
    again = started()
    assert other.reader.count("swap") == 1 and begun(again) == ["Tom → Mia B."]
    made = hall_of(again, settle, qtbot)
    assert made.step is made.first and made.sentence.text() == "Recorded: Tom gave Mia B. 1 h"
    assert kept(other) == [] and other.reader.count("swap") == 1


def test_an_honest_second_exchange_of_the_same_two_is_not_taken_for_half_a_one(
    hall: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot
) -> None:
    """As long, on the same day, by this laptop, after the half was kept: known by its own id all the same."""
    half_chosen(hall, desktop, other, settle, qtbot)
    (kept_half,) = [draft.values for _, draft in other.reader.drafts()]
    other.swaps.add({each: kept_half[each]["id"] for each in ("provider", "receiver")} | {"minutes": 60})
    made = hall_of(started(), settle, qtbot)
    assert made.step is made.swap and made.question.text() == "How long did it take?"


def test_an_exchange_that_was_changed_right_before_it_was_recorded_is_not_recorded_twice(
    hall: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot
) -> None:
    half_chosen(hall, desktop, other, settle, qtbot)
    hall.drafts._is_over = True  # the last change of it is kept nowhere
    hall.swap.lengths.buttons[30].click()
    hall.swap.record()
    settle(desktop)
    made = hall_of(started(), settle, qtbot)
    assert made.step is made.first and made.sentence.text() == "Recorded: Tom gave Mia B. 30 min"
    assert kept(other) == [] and other.reader.count("swap") == 1


def test_one_that_was_taken_back_before_the_program_ended_is_gone_on_with(
    hall: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot
) -> None:
    half_chosen(hall, desktop, other, settle, qtbot)
    hall.drafts._is_over = True
    hall.swap.record()
    settle(desktop)
    hall.undo()
    settle(desktop)
    again = started()
    made = hall_of(again, settle, qtbot)
    assert made.step is made.swap and other.reader.count("swap") == 0
    made.swap.record()
    settle(again)
    assert other.reader.count("swap") == 1 and made.step is made.first


def test_half_an_exchange_of_somebody_who_has_left_stays_on_today(
    hall: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot
) -> None:
    half_chosen(hall, desktop, other, settle, qtbot)
    tom = next(row.id for row in other.reader.list("member") if row["name"] == "Tom Ek")
    other.records.remove("member", tom)
    again = started()
    made = hall_of(again, settle, qtbot)
    assert made.step is made.first
    made.leave()
    settle(again)
    assert kept(other) == ["Tom"] and begun(again) == ["Tom → Mia B."]


def test_half_an_exchange_that_a_version_without_ids_has_kept_is_gone_on_with(
    hall: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot
) -> None:
    half_chosen(hall, desktop, other, settle, qtbot)
    again = started()
    ((name, draft),) = other.reader.drafts()
    other.drafts.keep_draft(name, {each: what for each, what in draft.values.items() if each not in ("id", "asked")})
    made = hall_of(again, settle, qtbot)
    assert made.step is made.swap and made.swap.who.text() == "Tom → Mia B."
    made.drafts.keep()
    settle(again)
    assert kept(other) == ["Tom"], "it waits still until it is recorded"
    made.swap.record()
    settle(again)
    made.drafts.keep()
    settle(again)
    assert other.reader.count("swap") == 1 and kept(other) == []


@posix
@pytest.mark.parametrize("name", ["guest", "came"])
def test_going_on_with_a_name_leads_to_the_screen_that_asks_about_it(
    asking: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot, name: str
) -> None:
    with full_disk():
        write("Uno⏎")
        settle(desktop)
        asking.go("came")
        settle(desktop)
        type_in(asking.came.people, "mia b")
        settle(desktop)
    asking.go("swap")
    settle(desktop)
    type_in(asking.swap.people, "tom")
    asking.shell.drafts.try_again()
    qtbot.waitUntil(lambda: kept(other) == ["Mia B.", "Tom", "Uno"])
    again = started()
    assert again.window is not None
    wanted = f"Go on with: Not written down in the hall mode: {'Uno' if name == 'guest' else 'Mia B.'}"
    buttons = again.window.pages["today"].findChildren(QPushButton)
    next(each for each in buttons if each.accessibleName() == wanted).click()
    settle(again)
    made = again.hall
    assert made is not None and made.step is made.named[name] and "Not written down yet" in made.sentence.text()
    made.drafts.keep()
    settle(again)
    assert kept(other) == ["Mia B.", "Tom", "Uno"], "the half-chosen exchange stays on Today"


def test_who_waits_for_a_meetup_that_was_removed_waits_on_until_they_are_given_up(
    asking: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot
) -> None:
    write("Tom⏎")
    settle(desktop)
    qtbot.waitUntil(lambda: kept(other) == ["Tom"])
    (meetup,) = other.reader.ids("meetup")
    other.records.remove("meetup", meetup)
    again = started()
    assert begun(again) == ["Tom"]
    made = hall_of(again, settle, qtbot)
    made.go("guest")
    settle(again)
    assert made.guest.waiting.names() == "Tom" and "Not written down yet: Tom." in seen(made)
    button(made, "Try again").click()
    settle(again)
    assert made.guest.waiting.names() == "Tom" and not guests(other) and not members(other)
    made.leave()
    settle(again)
    assert kept(other) == []
