"""The hall in haste: typed into faster than it reads and writes, with keys held down. Nothing is lost or doubled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from tests.ui.hands import Key
from tests.ui.late import Settle
from tests.ui.test_hall_keys import hall, type_in

__all__ = ["hall"]


@pytest.mark.usefixtures("at_who_came")
def test_whoever_types_faster_than_names_are_written_loses_nobody(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    for typed in ("to", "chr", "mia b", "mia b"):  # the last one twice: that is one
        type_in(hall.came.people, typed)
    settle(desktop)
    assert [row["state"] for row in other.reader.list("attendance")] == ["attended"] * 3
    assert hall.sentence.text() == "Mia B. is here." and not hall.writing


def test_whoever_comes_to_two_meetups_is_lost_to_neither(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    second, _ = other.meetups.plan("Bikes", f"{other.desk.today()}T23:30", 20)
    hall.shell.signals.changed.emit(Changes())
    hall.go("came")
    settle(desktop)
    for meetup in hall.came.meetups.offered:
        hall.came.meetups.choose(meetup)
        type_in(hall.came.people, "tom")
    settle(desktop)
    assert len(hall.came.meetups.offered) == 2
    assert second in [row["meetup"] for row in other.reader.list("attendance")] and not hall.writing


@pytest.mark.usefixtures("at_who_came")
def test_what_is_taken_back_while_something_is_written_is_not_lost(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    type_in(hall.came.people, "tom")
    settle(desktop)
    (meetup,) = other.reader.ids("meetup")
    hall.do(lambda verbs: verbs.meetups.rsvp(meetup, name="Zora"), "Zora is signed up.")
    hall.undo()
    settle(desktop)
    assert [row["state"] for row in other.reader.list("attendance")] == [], "Tom is not here"
    assert [row["name"] for row in other.reader.list("rsvp")] == ["Zora"] and not hall.writing


@pytest.mark.usefixtures("at_guests")
def test_guests_who_are_typed_fast_are_each_written_down(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    hall.guest.name.setFocus()
    for name in ("Zora", "Anton", "Zora"):
        QTest.keyClicks(hall.guest.name, name)
        QTest.keyClick(hall.guest.name, Key.Key_Return)
    settle(desktop)
    named = [row["name"] for kind in ("attendance", "rsvp") for row in other.reader.list(kind)]  # as late as it is
    assert sorted(named) == ["Anton", "Zora", "Zora"] and not hall.guest.name.text()


@pytest.mark.usefixtures("at_who_came")
def test_enter_on_who_is_here_takes_nothing_back(hall: Hall, other: Verbs, desktop: Desktop, settle: Settle) -> None:
    for said in ("Tom is here.", "Tom is here already."):
        type_in(hall.came.people, "to")
        settle(desktop)
        assert hall.sentence.text() == said
    assert [row["state"] for row in other.reader.list("attendance")] == ["attended"]


@pytest.mark.parametrize("by", ["letters", "list"])
@pytest.mark.usefixtures("at_exchanges")
def test_enter_held_on_a_name_records_no_hour_that_nobody_asked_for(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle, by: str
) -> None:
    people = hall.swap.people
    type_in(people, "tom")
    settle(desktop)
    if by == "letters":
        type_in(people, "mia o")
    else:
        people.list.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(people.list, Key.Key_Return)
    assert hall.swap.taker is not None
    for _ in range(3):
        hold_enter()
        settle(desktop)
    assert not other.reader.count("swap") and hall.step is hall.swap
    hall.swap.topic.control.setFocus()
    hold_enter()
    settle(desktop)
    assert not other.reader.count("swap")
    hall.swap.back()
    QTest.keyClicks(people.letters, "mia o")
    hold_enter()
    assert hall.swap.taker is None, "held from before it was meant for something else"


def hold_enter() -> None:
    """The system says once more that Enter is down."""
    focus = QApplication.focusWidget()
    assert focus is not None
    down = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(focus, down)


@pytest.mark.usefixtures("at_exchanges")
def test_a_topic_that_is_typed_faster_than_the_topics_are_read_waits_for_them(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    for name in ("tom", "mia o"):
        type_in(hall.swap.people, name)
    settle(desktop)
    topic = hall.swap.topic
    topic._topics, topic._read_topics = None, lambda: None
    topic.control.setFocus()
    QTest.keyClicks(topic.control, "bic")
    QTest.keyClick(topic.control, Key.Key_Return)
    settle(desktop)
    assert not other.reader.count("swap")
    topic._know(["bicycle repair"])
    settle(desktop)
    assert [row["topic"] for row in other.reader.list("swap")] == ["bicycle repair"]


@pytest.mark.usefixtures("at_who_came")
def test_the_next_name_does_not_grow_onto_letters_by_which_nobody_is_called(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    """Whoever does not look up types on; more letters may tell several of one name apart."""
    letters = hall.came.people.letters
    letters.setFocus()
    for typed in ("xyzzy", "Tim", "mia", " b"):
        QTest.keyClicks(letters, typed)
        QTest.keyClick(letters, Key.Key_Return)
        settle(desktop)
    assert hall.sentence.text() == "Mia B. is here." and not letters.text()
    assert other.reader.count("attendance") == 1
