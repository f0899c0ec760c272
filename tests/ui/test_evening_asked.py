"""Letters of which “Who came?” has asked who is meant: whoever types on, looking up or not, names whom they mean."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.hands import Key
from tests.ui.late import meetup_today
from tests.ui.test_evening_refused import Settle, enter

NAMES = ["Amina Adeyemi", "Amir Haddad", "Lukas Berg", "Nora Ek"]


@pytest.fixture
def asked(window: Window, desktop: Desktop, other: Verbs, settle: Settle) -> Attendance:
    """Whom "Ami" means was asked just now."""
    add_people(other, NAMES, status="active")
    window.watch()
    made = Attendance(window.shell, meetup_today(other), window)
    made.open()
    settle(desktop)
    enter(made, made.letters.edit, "Ami")
    settle(desktop)
    assert made._sum.text().endswith(
        "More than one may be meant: Amina Adeyemi, Amir Haddad. Choose with the Down key."
    )
    return made


def here(other: Verbs) -> list[str]:
    """Return who is noted to be here, guests too."""
    rows = other.reader.list("attendance")
    names = {row.id: str(row["name"]) for row in other.reader.list("member")}
    return [names[row["person"]] if row["person"] else str(row["name"]) for row in rows]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("lukas", "Lukas Berg"), ("nora", "Nora Ek"), ("Gustav", "Gustav"), (" lu", "Lukas Berg"),
        ("na", "Amina Adeyemi"), ("r", "Amir Haddad"), (" h", "Amir Haddad"), ("na ad", "Amina Adeyemi"),
    ],
)  # fmt: skip
def test_the_next_name_takes_the_place_of_what_was_asked_about_and_more_letters_of_it_tell_who_is_meant(
    asked: Attendance, desktop: Desktop, other: Verbs, settle: Settle, typed: str, name: str
) -> None:
    enter(asked, asked.letters.edit, typed)
    settle(desktop)
    assert here(other) == [name] and not asked.letters.edit.text()


def test_letters_that_are_taken_back_or_typed_before_them_are_asked_about_no_more(
    asked: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    edit = asked.letters.edit
    for key in (Key.Key_Backspace, Key.Key_Home):
        QTest.keyClick(edit, key)
    QTest.keyClicks(edit, "T")
    QTest.keyClick(edit, Key.Key_End)
    QTest.keyClicks(edit, "is")
    assert edit.text() == "TAmis"
    edit.clear()
    QTest.keyClicks(edit, "Amix")
    assert edit.text() == "Amix", "nobody has asked about these"


def test_a_sign_alone_that_means_nobody_yet_stays(
    asked: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    asked.letters.edit.clear()
    enter(asked, asked.letters.edit, "+", "Ami")
    settle(desktop)
    assert here(other) == ["Ami"]
