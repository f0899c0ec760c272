"""Several people typed in one line, in “Who came?” and in the hall: nobody is dropped in silence."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.pages.meetups.attendance_rows import AttendanceModel, Presence
from learningcircles_ui.pages.meetups.somebody_answers import SomebodyAnswers
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import meetup_today, reading_held
from tests.ui.test_evening_refused import Settle, came, enter
from tests.ui.test_hall_kept import Next, hall_of, kept, started
from tests.ui.work import counted

__all__ = ["started"]

NAMES = ["Pilar Ortega", "Ana Ruiz", "Ana Lo", "Zoe Ek", "Zoe Lind", "Bo Ek", "José Ortega y Gasset"]


@pytest.fixture
def evening(window: Window, desktop: Desktop, other: Verbs, settle: Settle) -> Attendance:
    add_people(other, NAMES[1:], status="active")
    window.watch()
    made = Attendance(window.shell, meetup_today(other), window)
    made.open()
    settle(desktop)
    return made


def members(other: Verbs) -> list[str]:
    people = [row["person"] for row in other.reader.list("attendance") if row["person"]]
    return sorted(str(row["name"]) for row in other.reader.many("member", people))


@pytest.mark.parametrize("above", [True, False])
@pytest.mark.parametrize("typed", ["Hal, Tim", "Hal and Tim", "Hal & Tim", "Hal et Tim", "Hal y Tim", "Hal/Tim",
                                   "Hal; Tim"])  # fmt: skip
def test_two_guests_in_one_line_are_noted_both_and_that_is_said(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, typed: str, above: bool
) -> None:
    enter(evening, evening.letters.edit if above else evening.guest, typed)
    settle(desktop)
    assert came(other) == ["Hal", "Tim"]
    assert evening._sum.text().endswith("Hal is here as a guest. Tim is here as a guest.")
    assert evening.letters.text() == evening.guest.text() == ""


@pytest.mark.parametrize("above", [True, False])
def test_more_people_behind_a_plus_are_counted_with_those_who_are(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, above: bool
) -> None:
    field = evening.letters.edit if above else evening.guest
    enter(evening, field, "3", "Hal + 2", "+1")
    settle(desktop)
    assert came(other) == ["6", "Hal"] and evening.count.value() == 6


@pytest.mark.parametrize("typed", ["Ortega, Pilar", "ortega, pi", "Ortega y Gasset, José", "José Ortega y Gasset"])
def test_one_member_s_whole_name_is_that_member_s(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, typed: str
) -> None:
    evening.letters.edit.setText(typed)  # not every letter has a key here
    enter(evening, evening.letters.edit, "")
    settle(desktop)
    assert members(other) == ["Pilar Ortega" if "pi" in typed.casefold() else "José Ortega y Gasset"]
    assert len(came(other)) == 1


def test_members_in_one_line_are_noted_both(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    enter(evening, evening.letters.edit, "pilar, bo ek")
    settle(desktop)
    assert members(other) == ["Bo Ek", "Pilar Ortega"] and len(came(other)) == 2
    assert evening._sum.text().endswith("Pilar Ortega is here. Bo Ek is here.")


def test_who_may_be_several_stays_in_the_field_and_the_others_are_noted(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    enter(evening, evening.letters.edit, "ana, Hal")
    settle(desktop)
    assert came(other) == ["Hal"] and evening.letters.text() == "ana"
    told = "Hal is here as a guest. More than one may be meant: Ana Lo, Ana Ruiz. Choose with the Down key."
    assert evening._sum.text().endswith(told)
    enter(evening, evening.letters.edit, "Tim")
    settle(desktop)
    assert came(other) == ["Hal", "Tim"] and evening.letters.text() == "", "the next name takes the letters' place"


def test_where_several_are_asked_about_the_next_name_goes_behind_them(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    line = evening.letters.edit
    enter(evening, line, "ana, zoe", "Tim")
    settle(desktop)
    assert came(other) == ["Tim"] and line.text() == "ana, zoe, "
    for _ in range(2):
        QTest.keyClick(line, Qt.Key.Key_Down)
        QTest.keyClick(line, Qt.Key.Key_Return)
        settle(desktop)
    assert [name.split()[0] for name in members(other)] == ["Ana", "Zoe"] and line.text() == ""


def test_whoever_is_marked_in_the_list_leaves_the_others_in_the_field(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    QTest.keyClicks(evening.letters.edit, "bo, Hal")
    evening.table.setFocus()
    QTest.keyClick(evening.table, Qt.Key.Key_Space)
    settle(desktop)
    assert members(other) == ["Bo Ek"] and evening.letters.text() == "Hal"
    evening.done_button.click()
    settle(desktop)
    assert came(other) == ["Hal", "a member"]


@pytest.mark.parametrize("above", [True, False])
def test_what_may_be_one_name_or_two_is_asked_also_at_the_end(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, above: bool
) -> None:
    field = evening.letters.edit if above else evening.guest
    enter(evening, field, "Garcia Lopez, Maria")
    settle(desktop)
    asks = "Is that one person, or two? Type one after the other, the first name first."
    assert evening._sum.text().endswith(asks) and field.text() == "Garcia Lopez, Maria"
    evening.done_button.click()
    settle(desktop)
    assert evening.isVisible() and evening._wrong.text() == asks and came(other) == []


def test_done_notes_everybody_in_the_line_and_asks_about_who_may_be_several(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    QTest.keyClicks(evening.letters.edit, "Hal, ana")
    evening.done_button.click()
    settle(desktop)
    assert evening.isVisible() and came(other) == ["Hal"]
    assert "More than one may be meant" in evening._sum.text() and evening.letters.text() == "ana"
    evening.letters.edit.setText("Tim, Olga")
    evening.done_button.click()
    settle(desktop)
    assert came(other) == ["Hal", "Olga", "Tim"]


def test_an_answer_of_several_is_noted_for_none_of_them(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    answers = SomebodyAnswers(window.shell, window)
    answers.show()
    answers.about(meetup_today(other))
    QTest.keyClicks(answers.person.control, "Hal and Tim")
    answers.ask()
    settle(desktop)
    assert not answers.findChildren(Dialog) and answers.person.words() == "Hal and Tim"
    assert "Name one guest at a time" in window.toast.label.text() and other.reader.list("rsvp") == []


@pytest.mark.usefixtures("at_guests")
def test_two_guests_in_one_line_are_noted_in_the_hall(
    hall: Hall, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    QTest.keyClicks(hall.guest.name, "Hal and Tim")
    assert hall.guest.only.text() == "One by one: Hal, Tim."
    hall.guest.sign_up()
    settle(desktop)
    assert sorted(str(row["name"]) for row in other.reader.list("rsvp") + other.reader.list("attendance")) == [
        "Hal", "Tim"
    ]  # fmt: skip


@pytest.mark.usefixtures("at_guests")
@pytest.mark.parametrize("one", [True, False])
def test_what_may_be_one_guest_or_two_is_asked_in_the_hall(
    hall: Hall, desktop: Desktop, other: Verbs, settle: Settle, one: bool
) -> None:
    QTest.keyClicks(hall.guest.name, "Okonkwo, Tim")
    hall.guest.sign_up()
    settle(desktop)
    (asked,) = hall.guest.waiting.questions
    assert asked.said.text() == "Is that one person, or two?"
    assert [each.text() for each in asked.answers] == ["One: Tim", "Two: Okonkwo, Tim"]
    [*asked.answers][0 if one else 1].click()
    settle(desktop)
    names = sorted(str(row["name"]) for row in other.reader.list("rsvp") + other.reader.list("attendance"))
    assert names == (["Tim"] if one else ["Okonkwo", "Tim"]) and not hall.guest.waiting.slips()


@pytest.mark.usefixtures("at_guests")
def test_a_member_in_such_a_line_is_asked_about_in_the_hall(
    hall: Hall, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    hall.guest.name.setText("Hal and Zoë")
    hall.guest.sign_up()
    settle(desktop)
    assert [asked.them.text() for asked in hall.guest.waiting.questions] == ["Zoë"]


NAMELESS = "Everybody needs a first name here. Type those who have one."


@pytest.mark.usefixtures("at_guests")
def test_in_the_hall_more_people_behind_a_plus_are_dropped_and_said_to_be(
    hall: Hall, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    QTest.keyClicks(hall.guest.name, "Walt + 2")
    assert hall.guest.only.text() == NAMELESS
    QTest.keyClick(hall.guest.name, Qt.Key.Key_Return)
    assert hall.guest.name.text() == "", "the next name does not stick to what was refused"
    settle(desktop)
    assert hall.sentence.text() == f"Walt is signed up for Repair café. {NAMELESS}" and hall.banner.sign.isVisible()
    assert hall.undo_button.isVisible()
    QTest.keyClicks(hall.guest.name, "Bruno")
    assert hall.sentence.text().endswith(NAMELESS), "it stays until the next Enter is answered"
    for typed in ("", "Carla"):
        QTest.keyClicks(hall.guest.name, typed)
        QTest.keyClick(hall.guest.name, Qt.Key.Key_Return)
    settle(desktop)
    assert guests(other) == ["Bruno", "Carla", "Walt"] and hall.sentence.text() == "Carla is signed up for Repair café."
    assert not hall.banner.sign.isVisible()


@pytest.mark.usefixtures("at_guests")
def test_in_the_hall_undo_takes_back_who_was_named_before_the_plus(
    hall: Hall, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    enter_guests(hall, "Walt + 2")
    settle(desktop)
    assert guests(other) == ["Walt"]
    hall.undo_button.click()
    settle(desktop)
    assert guests(other) == []


@pytest.mark.usefixtures("at_guests")
def test_in_the_hall_more_people_alone_are_said_to_need_names_and_leave_the_field(
    hall: Hall, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    enter_guests(hall, "+ 2", "+ 2")
    assert hall.guest.name.text() == "" and hall.sentence.text() == NAMELESS
    enter_guests(hall, "Bruno")
    settle(desktop)
    assert guests(other) == ["Bruno"]


@pytest.mark.usefixtures("at_guests")
def test_in_the_hall_it_is_said_beside_a_question_that_more_people_need_names(
    hall: Hall, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    hall.guest.name.setText("Zoë + 2")
    enter_guests(hall, "")
    settle(desktop)
    (asked,) = hall.guest.waiting.questions
    assert asked.them.text() == "Zoë" and hall.sentence.text() == NAMELESS
    asked.other.click()
    settle(desktop)
    assert guests(other) == ["Zoë"] and hall.sentence.text() == "Zoë is signed up for Repair café."


@pytest.mark.usefixtures("at_guests")
def test_who_has_nearly_a_guest_s_name_is_named_as_they_are_noted(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    add_people(other, ["Giulia Neri", "Giulio Gulia"], status="active")
    for typed, near in [("gulia", "Giulia"), ("zeo", "Zoë"), ("Walt", "")]:
        enter_guests(hall, typed)
        settle(desktop)
        similar = f" Or is it {near} in the list of members? Undo takes this back." if near else ""
        assert hall.sentence.text() == f"{typed} is signed up for Repair café.{similar}"
    hall.undo_button.click()
    settle(desktop)
    assert guests(other) == ["gulia", "zeo"]


def guests(other: Verbs) -> list[str]:
    """Those who are signed up, and those who are here."""
    said = other.reader.list("rsvp", where={"answer": "yes"})
    return sorted(str(row["name"]) for row in said + other.reader.list("attendance"))


def enter_guests(hall: Hall, *typed: str) -> None:
    for each in typed:
        QTest.keyClicks(hall.guest.name, each)
        QTest.keyClick(hall.guest.name, Qt.Key.Key_Return)


@pytest.mark.usefixtures("at_guests")
@pytest.mark.parametrize(("typed", "names"), [("Hal and Tim", ["Hal", "Tim"]), ("Okonkwo, Tim", ["Okonkwo", "Tim"])])
def test_two_guests_in_one_line_outlive_a_kill(
    hall: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot, typed: str,
    names: list[str],
) -> None:  # fmt: skip
    with reading_held(desktop):
        QTest.keyClicks(hall.guest.name, typed)
        hall.guest.sign_up()
        qtbot.waitUntil(lambda: kept(other) == [typed])
        again = started()
        made = hall_of(again, settle, qtbot)
        made.go("guest")
        settle(again)
        assert made.guest.waiting.names() == ", ".join(names)
        made.guest.waiting.again.click()
        settle(again)
        for asked in [*made.guest.waiting.questions]:
            [*asked.answers][1].click()
            settle(again)
        rows = other.reader.list("rsvp") + other.reader.list("attendance")
        assert sorted(str(row["name"]) for row in rows) == names and not made.guest.waiting.slips()


@pytest.mark.parametrize("above", [True, False])
@pytest.mark.parametrize("typed", ["?", "+?", "…", ","])
def test_signs_alone_are_noted_as_nobody_and_that_is_said(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, typed: str, above: bool
) -> None:
    field = evening.letters.edit if above else evening.guest
    said = f"“{typed}” is no name: a name has at least one letter."
    field.setText(typed)
    enter(evening, field, "")
    settle(desktop)
    assert came(other) == [] and evening._sum.text().endswith(said) and field.text() == typed
    evening.done_button.click()
    settle(desktop)
    assert evening.isVisible() and evening._wrong.text() == said
    field.clear()
    enter(evening, field, "Hal, ?")
    settle(desktop)
    evening.done_button.click()
    settle(desktop)
    assert evening.isVisible() and came(other) == (["Hal"] if above else [])
    assert field.text() == ("?" if above else "Hal, ?")


def test_signs_alone_answer_for_nobody(window: Window, desktop: Desktop, other: Verbs, settle: Settle) -> None:
    answers = SomebodyAnswers(window.shell, window)
    answers.show()
    answers.about(meetup_today(other))
    QTest.keyClicks(answers.person.control, "?")
    answers.ask()
    settle(desktop)
    assert not answers.findChildren(Dialog) and answers.person.words() == "?"
    assert "“?” is no name" in window.toast.label.text() and other.reader.list("rsvp") == []


@pytest.mark.usefixtures("at_guests")
@pytest.mark.parametrize("typed", ["?", "Hal, ?", "…"])
def test_signs_alone_are_written_as_nobody_in_the_hall(
    hall: Hall, desktop: Desktop, other: Verbs, settle: Settle, typed: str
) -> None:
    hall.guest.name.setText(typed)
    QTest.keyClick(hall.guest.name, Qt.Key.Key_Return)
    settle(desktop)
    assert hall.sentence.text() == f"“{typed[-1]}” is no name: a name has at least one letter."
    assert hall.guest.name.text() == typed and not hall.guest.waiting.slips()
    assert other.reader.list("rsvp") == other.reader.list("attendance") == []


@pytest.mark.parametrize("typed", ["Bo, Zo", "Bo and Zo", "Garcia Lopez, Bo"])
def test_a_key_behind_a_comma_looks_through_everybody_but_once(typed: str) -> None:
    """An evening of a large circle was looked through four times at each key."""
    everybody = [Presence(bytes([n]), bytes([n]), f"{name} Ek{n}", "", "") for n, name in enumerate(["Bo", "Cy"] * 50)]
    model = AttendanceModel()
    model.show_people(everybody)
    with counted() as one:
        model.narrow("Bo")
    with counted() as several:
        model.narrow(typed)
    assert several.total() < 2 * one.total()
