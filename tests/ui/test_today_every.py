"""What Today shows the first few of: how many there are, all a press away, and each said so that it is known."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from learningcircles.circle.facets import Verbs
from learningcircles.circle.reader import Reader
from learningcircles.journal.letter import Letter
from learningcircles.laptop.home import Home
from learningcircles_sync.engine import Engine
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.today.every_waiting import EveryLetter, EveryQuestion
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.pages.today.review_rows import read_question
from learningcircles_ui.pages.today.review_words import question_sentence
from learningcircles_ui.parts.delegate import Role
from tests.ui.conftest import add_people
from tests.ui.late import closed, shown_of
from tests.ui.test_outside import write
from tests.ui.test_written_apart import Pair, today

Settle = Callable[[Desktop], None]


@pytest.fixture
def pair(home: Home, other: Verbs, red: Engine, tmp_path: Path) -> Pair:
    return Pair(home, other, red, tmp_path)


@pytest.fixture
def apart(pair: Pair) -> list[bytes]:
    """Seven exchanges of the same two people, each of another length on each laptop."""
    ana, bo = add_people(pair.here, ["Ana Ruiz", "Bo Ek"], status="active")
    swaps = [pair.here.swaps.record(ana, bo, 60, f"Lesson {n}", on=f"2025-11-0{n}")[0] for n in range(1, 8)]
    pair.meet()
    for swap in swaps:
        pair.here.records.edit("swap", swap, {"minutes": 90})
        pair.there.records.edit("swap", swap, {"minutes": 45})
    pair.meet()
    return swaps


def pressable(page: TodayPage, words: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if each.isVisible() and each.text().startswith(words))


def test_all_that_two_laptops_changed_is_shown_and_settled(
    pair: Pair, apart: list[bytes], desktop: Desktop, settle: Settle
) -> None:
    page = today(desktop, settle)
    assert page.news is not None and page.news.question_count == 7
    pressable(page, "Show all 7").click()
    settle(desktop)
    (every,) = shown_of(page.window(), EveryQuestion)
    assert every.model.rowCount() == 7 and every.windowTitle() == "7 things changed on two laptops at once"
    first = every.current()
    assert first is not None and every.sentence.text() == question_sentence(first)
    assert str(every.model.index(0).data(Role.SECOND)) == "Kept “45 min”  ·  the other is “1 h 30 min”"
    assert every.other_button.text() == "Use 1 h 30 min instead"
    every.other_button.click()
    settle(desktop)
    assert pair.here.reader.get("swap", first.item.record)["minutes"] == 90
    assert every.model.rowCount() == 6 and every.current() not in (None, first)
    every.toast._undo.click()
    settle(desktop)
    assert every.model.rowCount() == 7, "taken back, it is asked about again"
    second = every.model.pairs[1]
    pair.here.review.resolve(second.item.id, "kept")
    every.list.setCurrentIndex(every.model.index(1))
    every.done_button.click()
    settle(desktop)
    assert every.model.rowCount() == 6 and every.toast.label.text() == "This is settled already."
    for _ in range(6):
        every.done_button.click()
        settle(desktop)
    assert closed(every) and not pair.here.reader.review()


def test_a_question_on_an_exchange_says_which_it_is(pair: Pair, apart: list[bytes]) -> None:
    reader: Reader = pair.here.reader
    told = {item.record: question_sentence(read_question(reader, item)) for item in reader.review()}
    assert told[apart[2]].startswith("Two laptops changed Ana Ruiz → Bo Ek (Lesson 3, 3 November 2025): ")
    assert len(set(told.values())) == 7


def test_all_answers_from_outside_are_reached(desktop: Desktop, settle: Settle, other: Verbs) -> None:
    offer, _ = other.records.add("offer", {"title": "Bicycle repair"})
    for number in range(7):
        write(other, Letter("offer", offer, f"Guest {number}", f"guest{number}@example.org", "Is it free?\nYes?"))
    page = today(desktop, settle)
    assert any(each.text() == "7 answers from outside" for each in page.findChildren(QLabel))
    pressable(page, "Show all 7").click()
    settle(desktop)
    (every,) = shown_of(page.window(), EveryLetter)
    letter = every.current()
    assert letter is not None and every.model.rowCount() == 7
    name = letter.signup["name"]
    assert every.sentence.text().startswith(f"{name} answers Bicycle repair\n")
    every.other_button.click()
    settle(desktop)
    every.done_button.click()
    settle(desktop)
    states = {row["name"]: row["state"] for row in other.inbox.signups("")}
    assert states[name] == "declined" and sorted(states.values()).count("accepted") == 1
    every.reject()
