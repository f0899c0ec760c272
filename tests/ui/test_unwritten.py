"""What was refused is tried again one by one, each once, and by nobody once what it was shown in is closed."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from learningcircles_ui.parts.unwritten import Done, Unwritten
from tests.ui.late import gone


class Begun:
    """Begins to write, and is answered by hand."""

    def __init__(self) -> None:
        self.given: list[tuple[Any, Done, Done]] = []

    def write(self, item: Any, done: Done, refused: Done) -> None:
        self.given.append((item, done, refused))

    @property
    def items(self) -> list[Any]:
        return [item for item, _, _ in self.given]

    def answer(self, *, written: bool) -> None:
        _, done, refused = self.given[-1]
        (done if written else refused)()


@pytest.fixture
def begun() -> Begun:
    return Begun()


@pytest.fixture
def unwritten(qapp: QApplication, begun: Begun) -> Unwritten:
    made = Unwritten(begun.write, qapp)
    for name in ("Ana", "Bo", "Cem"):
        made.add(name)
    return made


def test_each_is_tried_once_however_often_that_is_asked_for(unwritten: Unwritten, begun: Begun) -> None:
    for _ in range(2):
        unwritten.again()
    assert begun.items == ["Ana"], "one after the other"
    begun.answer(written=True)
    unwritten.again()
    begun.answer(written=False)
    begun.answer(written=True)
    assert begun.items == ["Ana", "Bo", "Cem"] and unwritten.items == ["Bo"]
    unwritten.again()
    assert begun.items[3:] == ["Bo"]


def test_whoever_is_dropped_meanwhile_is_not_tried(unwritten: Unwritten, begun: Begun) -> None:
    unwritten.again()
    for name in ("Bo", "Nobody"):
        unwritten.drop(name)
    begun.answer(written=True)
    assert begun.items == ["Ana", "Cem"]
    unwritten.clear()
    begun.answer(written=False)
    assert len(begun.items) == 2 and unwritten.items == []


def test_whoever_is_refused_meanwhile_waits_for_the_next_time(unwritten: Unwritten, begun: Begun) -> None:
    unwritten.again()
    unwritten.add("Dora")
    for _ in range(3):
        begun.answer(written=True)
    assert begun.items == ["Ana", "Bo", "Cem"] and unwritten.items == ["Dora"]


def test_nothing_is_tried_any_more_once_what_it_was_shown_in_is_closed(qapp: QApplication, begun: Begun) -> None:
    over = QObject()
    unwritten = Unwritten(begun.write, over)
    for name in ("Ana", "Bo"):
        unwritten.add(name)
    unwritten.again()
    over.deleteLater()
    gone(qapp)
    begun.answer(written=True)
    unwritten.add("Cem")
    assert begun.items == ["Ana"]
