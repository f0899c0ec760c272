"""Guests in “Who came?”: whoever may be a member is named, a number is none, and no more than a first name is kept."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.pages.meetups.somebody_answers import SomebodyAnswers
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import meetup_today
from tests.ui.test_evening_refused import Settle, came, enter

NAMES = ["Olga Ruiz", "Petra Haddad", "Gülşah Ferreira", "Gülşah Müller", "Ana Ek", "Ana Lo"]


@pytest.fixture
def guests(window: Window, desktop: Desktop, other: Verbs, settle: Settle) -> Attendance:
    ids = dict(zip(NAMES, add_people(other, NAMES, status="active"), strict=True))
    meetup = meetup_today(other)
    other.meetups.rsvp(meetup, ids["Ana Lo"])
    other.meetups.attend(meetup, member=ids["Gülşah Ferreira"])
    window.watch()
    made = Attendance(window.shell, meetup, window)
    made.open()
    settle(desktop)
    return made


@pytest.mark.parametrize(("typed", "names"), [
    ("olga ruiz", "Olga Ruiz"), ("petra hadad", "Petra Haddad"), ("petra ha", "Petra Haddad"), ("olga", "Olga Ruiz"),
    ("ana", "Ana Lo"), ("gulsah", "Gülşah Müller"), ("Nina", ""),
])  # fmt: skip
def test_a_guest_who_may_be_a_member_is_told_with_the_member_s_name(
    guests: Attendance, desktop: Desktop, settle: Settle, typed: str, names: str
) -> None:
    """Of several who may be meant it is whoever is not noted yet, and has signed up."""
    enter(guests, guests.guest, typed)
    settle(desktop)
    told = f"is here as a guest, not {names}: Undo takes it back." if names else f"{typed} is here as a guest."
    assert told in guests._sum.text()


@pytest.mark.parametrize(("typed", "asks"), [("ana", True), ("Aña", True), ("an", False), ("+ana", False)])
def test_a_first_name_that_several_members_have_is_a_guest_s_and_that_is_said(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, typed: str, asks: bool
) -> None:
    """Not of each guest: letters that begin some name are a name of their own, and a plus says a guest."""
    add_people(other, ["Ana Ek", "Ana Lo", "Anabel Ruiz", "Anabel Diaz"], status="active")
    evening = Attendance(window.shell, meetup_today(other), window)
    evening.open()
    settle(desktop)
    evening.guest.setText(typed)
    enter(evening, evening.guest, "")
    settle(desktop)
    told = f"{typed.removeprefix('+')} is here as a guest."
    assert evening._sum.text().endswith(f"{told} Several members are called so: is it one of them?" if asks else told)


def test_members_who_are_noted_already_are_not_asked_about(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    ids, meetup = add_people(other, ["Ana Ek", "Ana Lo"], status="active"), meetup_today(other)
    for each in ids:
        other.meetups.attend(meetup, member=each)
    evening = Attendance(window.shell, meetup, window)
    evening.open()
    settle(desktop)
    enter(evening, evening.guest, "ana")
    settle(desktop)
    assert evening._sum.text().endswith("ana is here as a guest.")


def test_a_slip_in_the_first_field_names_who_is_not_noted_yet(
    guests: Attendance, desktop: Desktop, settle: Settle
) -> None:
    enter(guests, guests.letters.edit, "gulsha")
    settle(desktop)
    assert guests._sum.text().endswith("gulsha is here as a guest, not Gülşah Müller: Undo takes it back.")


def test_a_number_means_people_without_a_name_in_both_fields(
    guests: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    for field, typed in [(guests.letters.edit, "3"), (guests.guest, "5")]:
        enter(guests, field, typed)
        settle(desktop)
        assert came(other) == [typed, "a member"] and guests.count.value() == int(typed)


@pytest.mark.parametrize("above", [True, False])
def test_of_a_guest_no_more_than_the_first_name_is_kept_and_that_is_said(
    guests: Attendance, desktop: Desktop, other: Verbs, settle: Settle, above: bool
) -> None:
    field = guests.letters.edit if above else guests.guest
    enter(guests, field, "Zora Neale")
    settle(desktop)
    assert guests._sum.text().endswith("Zora is here as a guest. Guests are noted by first names alone.")
    enter(guests, field, "+Olga Ruiz")
    settle(desktop)
    assert guests._sum.text().endswith("Olga is here as a guest. Guests are noted by first names alone.")
    enter(guests, field, "+Nina")
    settle(desktop)
    assert guests._sum.text().endswith("Nina is here as a guest.")
    assert came(other) == ["Nina", "Olga", "Zora", "a member"]


def test_a_guest_s_answer_is_noted_by_first_name_alone_and_that_is_said_before(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    answers = SomebodyAnswers(window.shell, window)
    answers.show()
    answers.about(meetup_today(other))
    QTest.keyClicks(answers.person.control, "Zora Neale")
    answers.ask()
    settle(desktop)
    (asked,) = answers.findChildren(Dialog)
    assert any("Only “Zora” is written down" in label.text() for label in asked.findChildren(QLabel))
    asked.accept()
    settle(desktop)
    assert window.toast.label.text() == "Zora: Yes"
    assert [row["name"] for row in other.reader.list("rsvp")] == ["Zora"]
