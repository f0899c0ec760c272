"""Members of one first name in the hall: a name may be short for any of them, and nobody is offered who has gone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles.laptop.erasing import erase
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from tests.ui.conftest import add_people
from tests.ui.late import Settle
from tests.ui.test_hall_kept import Next, hall_of, kept, started
from tests.ui.test_hall_keys import hall, type_in
from tests.ui.test_hall_meant import here
from tests.ui.test_hall_waiting import asking, guests, members, seen, write

__all__ = ["asking", "hall", "started"]
OF_TEN = "Several members are called rob. Which one is it? There are more of that name."


def add(other: Verbs, hall: Hall, *names: str) -> list[bytes]:
    ids = add_people(other, [*names], status="active")
    hall.shell.signals.changed.emit(Changes())
    return ids


def answers(hall: Hall) -> list[QPushButton]:
    (asked,) = hall.guest.waiting.questions
    return [*asked.answers]


def test_of_more_members_than_can_be_offered_the_whole_name_is_asked_for(
    asking: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    add(other, asking, *(f"Rob {letter}orn" for letter in "ABCDEFGHIJK"))
    write("rob⏎")
    settle(desktop)
    assert OF_TEN in seen(asking)
    assert [each.text() for each in answers(asking)[-2:]] == ["Type the whole name", "Somebody else"]
    answers(asking)[-2].click()
    settle(desktop)
    assert not asking.guest.waiting.questions and asking.guest.name.text() == "rob "
    write("korn⏎")
    settle(desktop)
    assert "Rob K. is in the list of members. Is it them?" in seen(asking)
    answers(asking)[0].click()
    settle(desktop)
    assert members(other) == 1 and not guests(other)


def test_the_whole_name_is_asked_for_over_no_other_name(
    asking: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    add(other, asking, *(f"Rob {letter}orn" for letter in "ABCDEFGHIJK"))
    write("rob⏎")
    settle(desktop)
    write("Ut")
    answers(asking)[-2].click()
    assert asking.guest.name.text() == "Ut" and OF_TEN in seen(asking)


def test_nine_members_are_all_offered(asking: Hall, other: Verbs, desktop: Desktop, settle: Settle) -> None:
    add(other, asking, *(f"Rob {letter}orn" for letter in "ABCDEFGHI"))
    write("rob⏎")
    settle(desktop)
    assert len(answers(asking)) == 10 and "There are more" not in seen(asking)


@pytest.mark.parametrize("typed", ["Jose", "José"])
def test_a_whole_name_of_one_word_may_be_short_for_others(
    asking: Hall, other: Verbs, desktop: Desktop, settle: Settle, typed: str
) -> None:
    add(other, asking, "José", "José Luna")
    asking.guest.name.setText(typed)
    asking.guest.sign_up()
    settle(desktop)
    assert [each.text() for each in answers(asking)] == ["José", "José L.", "Somebody else"]
    asking.go("came")
    settle(desktop)
    asking.came.people.letters.setText(typed)
    write("⏎")
    settle(desktop)
    assert not here(other) and "More than one may be meant: José, José L." in asking.came.people._said.text()


def test_a_whole_name_of_one_word_that_one_member_has_is_theirs(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    add(other, hall, "José", "Joséphine Luna", "Zoé", "Zoë Ek")
    hall.go("came")
    settle(desktop)
    type_in(hall.came.people, "jose")
    hall.came.people.letters.setText("Zoé")
    write("⏎")
    settle(desktop)
    assert here(other) == ["José", "Zoé"]


@pytest.mark.parametrize("by", ["erased", "left"])
def test_who_has_gone_is_offered_no_more(asking: Hall, other: Verbs, desktop: Desktop, settle: Settle, by: str) -> None:
    gone, _, last = add(other, asking, "Ana Lo", "Ana Ruiz", "Ana Ek")
    write("ana⏎")
    settle(desktop)
    assert len(answers(asking)) == 4

    def goes(member: bytes) -> None:
        if by == "erased":
            erase(other, member)
        else:
            other.records.edit("member", member, {"status": "left"})
        asking.shell.signals.changed.emit(Changes())
        settle(desktop)

    goes(gone)
    assert [each.text() for each in answers(asking)] == ["Ana E.", "Ana R.", "Somebody else"]
    goes(last)
    assert [each.text() for each in answers(asking)] == ["Ana", "Somebody else"]


def test_where_nobody_has_gone_a_question_stays_with_the_keyboard_on_its_answer(
    asking: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    add(other, asking, "Ana Lo", "Ana Ruiz")
    write("ana⏎")
    settle(desktop)
    held = answers(asking)
    held[1].setFocus()
    add(other, asking, "Ana Ek", "Bo Ek")
    settle(desktop)
    assert answers(asking) == held and asking.focusWidget() is held[1]


def test_nothing_is_left_of_a_question_that_was_answered_with_who_was_just_erased(
    asking: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot
) -> None:
    """It was said that it is gone with them, and the next hall asked it again."""
    gone, _ = add(other, asking, "Ana Lo", "Ana Ruiz")
    write("ana⏎")
    settle(desktop)
    erase(other, gone)
    answers(asking)[0].click()
    settle(desktop)
    assert "what waited of them here is gone with them" in asking.sentence.text()
    assert kept(other) == [] and not members(other) and not asking.guest.waiting.names()
    assert hall_of(started(), settle, qtbot).guest.waiting.names() == ""


@pytest.mark.parametrize("typed", ["Ana Maria", "ana maría", "Ana-Maria"])
@pytest.mark.parametrize("names", [["Ana Maria Ruiz", "Ana Maria Sol"], ["Ana María Ruiz"]])
def test_the_first_words_of_a_longer_name_may_be_a_member(
    asking: Hall, other: Verbs, desktop: Desktop, settle: Settle, names: list[str], typed: str
) -> None:
    """They were signed up as a guest called Ana."""
    add(other, asking, *names, "Ana Cruz", "Mariana Maria Lo")
    asking.guest.name.setText(typed)
    asking.guest.sign_up()
    settle(desktop)
    assert len(answers(asking)) == len(names) + 1 and not guests(other)
    answers(asking)[0].click()
    settle(desktop)
    written = [row["person"] for kind in ("attendance", "rsvp") for row in other.reader.list(kind)]
    assert [other.reader.get("member", each)["name"] for each in written] == names[:1]


@pytest.mark.parametrize("typed", ["Ana Mari", "Ana Ruiz", "Maria Ruiz"])
def test_other_words_of_a_longer_name_ask_about_nobody(
    asking: Hall, other: Verbs, desktop: Desktop, settle: Settle, typed: str
) -> None:
    """Strangers are to find out no surname by and by."""
    add(other, asking, "Ana Maria Ruiz", "Ana Maria Sol")
    write(f"{typed}⏎")
    settle(desktop)
    assert not asking.guest.waiting.questions and len(guests(other)) == 1


@pytest.mark.parametrize("typed", ["?", "...", "!!"])
def test_signs_alone_are_nobody_s_name(
    asking: Hall, other: Verbs, desktop: Desktop, settle: Settle, typed: str
) -> None:
    """Everybody was offered, and a touch signed up a stranger."""
    write(f"{typed}⏎")
    settle(desktop)
    assert not asking.guest.waiting.questions and guests(other) == []


def test_where_all_who_were_offered_have_left_nobody_is_written_unasked(
    asking: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    ids = add(other, asking, "Ana Lo", "Ana Ruiz")
    write("ana⏎")
    settle(desktop)
    for each in ids:
        other.records.edit("member", each, {"status": "left"})
    asking.shell.signals.changed.emit(Changes())
    settle(desktop)
    assert not asking.guest.waiting.questions and asking.guest.waiting.names() == "ana" and not guests(other)
    asking.guest.waiting.again.click()
    settle(desktop)
    assert guests(other) == ["ana"]


def test_letters_that_were_asked_about_are_kept_at_once_and_asked_about_after_a_kill(
    hall: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot
) -> None:
    """Whoever goes on then types the next name, as they would have."""
    add(other, hall, "José Luna", "José Rey")
    hall.go("came")
    settle(desktop)
    hall.drafts._often.stop()
    write("jose⏎")
    settle(desktop)
    assert kept(other) == ["jose"]
    again = started()
    made = hall_of(again, settle, qtbot)
    people = made.came.people
    assert made.step is made.came and people.letters.text() == "jose"
    assert "More than one may be meant: José L., José R." in people._said.text()
    write("tom⏎")
    settle(again)
    assert here(other) == ["Tom Ek"] and people.letters.text() == ""


@pytest.mark.usefixtures("at_exchanges")
def test_so_are_those_of_an_exchange(
    hall: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot
) -> None:
    hall.drafts._often.stop()
    type_in(hall.swap.people, "tom")
    write("mia⏎")
    settle(desktop)
    made = hall_of(started(), settle, qtbot)
    assert made.swap.giver is not None and made.swap.people.letters.text() == "mia"
    assert "More than one may be meant: Mia B., Mia O." in made.swap.people._said.text()
