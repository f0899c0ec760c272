"""How “Who came?” looks and what it says: rows as high as they must be, no field cut, one sentence for each way out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.parts.draft_names import EVENING, draft_of
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.hands import Key
from tests.ui.late import meetup_today
from tests.ui.test_evening_refused import Settle, enter, evening, room

__all__ = ["evening", "room"]


def test_a_row_is_high_only_while_somebody_stands_there_in_two_lines(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    add_people(other, ["Ana Ek", "Ana Ek", "Bo Lo"], status="active")
    window.watch()
    made = Attendance(window.shell, meetup_today(other), window)
    made.open()
    settle(desktop)
    usual = made.table.verticalHeader().defaultSectionSize()

    def heights(letters: str) -> list[int]:
        made.letters.edit.setText(letters)
        return [made.table.rowHeight(row) for row in range(made.model.rowCount())]

    assert all(high > usual for high in heights("ana")) and heights("bo") == [usual]
    assert heights("")[2] == usual and heights("")[0] > usual


@pytest.mark.parametrize("way", ["Escape", "the button above"])
@pytest.mark.parametrize("full", [True, False])
def test_what_is_said_at_leaving_is_true_of_each_way(
    evening: Attendance, desktop: Desktop, settle: Settle, room: Callable[[], None], way: str, full: bool
) -> None:
    if full:
        enter(evening, evening.letters.edit, "ana")
        settle(desktop)
    QTest.keyClicks(evening.guest, "Hedi")
    if way == "Escape":
        QTest.keyClick(evening, Key.Key_Escape)
    else:
        evening.close()
    told = "What you typed is not saved. Close this once more to throw it away."
    if full:
        told = "Not written down: Ana Ruiz, Hedi. Close this once more to give them up."
    assert evening.isVisible() and evening._wrong.text() == told
    evening.close()
    assert not evening.isVisible()


@pytest.mark.parametrize("typing", ["guest", "letters"])
def test_no_field_is_cut_once_something_is_said(
    evening: Attendance, desktop: Desktop, settle: Settle, typing: str
) -> None:
    settle(desktop)
    evening.guest.setText("Hedi")
    (evening.guest if typing == "guest" else evening.letters.edit).setFocus()
    evening.close()
    settle(desktop)
    assert evening._wrong.isVisible()
    area = evening._area.viewport()
    for field in (evening.guest, evening.count, evening.letters):
        assert area.rect().contains(QRect(field.mapTo(area, QPoint()), field.size())), field


def test_what_is_thrown_away_is_called_by_its_meetup(
    evening: Attendance, window: Window, desktop: Desktop, settle: Settle
) -> None:
    evening.guest.setText("Hedi")
    evening.drafting.keep()
    for _ in range(2):
        evening.close()
    settle(desktop)
    assert window.toast.label.text() == "Thrown away: Who came to Bread: Hedi"


def test_it_is_called_so_on_today(window: Window, desktop: Desktop, other: Verbs, settle: Settle) -> None:
    other.drafts.keep_draft(draft_of(EVENING, meetup_today(other)), {"guest": "Hedi"})
    window.watch()
    window.show_page("today")
    settle(desktop)
    name = "Throw away: Who came to Bread: Hedi"
    next(b for b in window.page.findChildren(QPushButton) if b.accessibleName() == name).click()
    settle(desktop)
    assert window.toast.label.text() == "Thrown away: Who came to Bread: Hedi"
