"""What the hall was asked to write down and could not: nobody takes it for what was written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall import banner
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.theme import GAP
from tests.ui.test_hall_keys import hall, type_in

if os.name == "posix":
    import resource

__all__ = ["hall"]
Settle = Callable[[Desktop], None]


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file of this process grow."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def edge(hall: Hall) -> str:
    """Return the colour in the middle of the leading edge of what was told."""
    paper = hall.banner.grab().toImage()
    return str(paper.pixelColor(1, paper.height() // 2).name())


@pytest.mark.skipif(os.name != "posix", reason="no file is held to a size there")
def test_what_could_not_be_written_looks_and_sounds_like_it_until_something_is(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[tuple[str, bool]] = []
    monkeypatch.setattr(banner, "announce", lambda at, words, urgent: heard.append((words, urgent)), raising=False)
    warn = desktop.theme.tokens.warn
    hall.go("came")
    settle(desktop)
    type_in(hall.came.people, "mia b")
    settle(desktop)
    assert edge(hall) != warn and hall.undo_button.isVisible()
    with full_disk():
        type_in(hall.came.people, "tom")
        settle(desktop)
    told = "This could not be written down. Please tell an organizer."
    assert len(other.reader.list("attendance")) == 1 and hall.sentence.text() == told
    assert edge(hall) == warn and not hall.undo_button.isVisible()
    assert hall.banner.sign.isVisible() and not hall.banner.sign.pixmap().isNull(), "not by a colour alone"
    type_in(hall.came.people, "tom")
    settle(desktop)
    assert hall.sentence.text() == "Tom is here."
    assert edge(hall) != warn and not hall.banner.sign.isVisible()
    assert heard == [("Mia B. is here.", False), (told, True), ("Tom is here.", False)]


def test_what_is_written_right_after_a_refusal_does_not_hide_it(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    """Whoever taps fast has asked for the next one before the refusal of the first could be read."""
    (meetup,) = other.reader.ids("meetup")
    hall.do(lambda verbs: verbs.meetups.rsvp(bytes(16), name="Anton"), "Anton is signed up.", of=1)
    hall.do(lambda verbs: verbs.meetups.rsvp(meetup, name="Zora"), "Zora is signed up.", of=2)
    settle(desktop)
    assert [row["name"] for row in other.reader.list("rsvp")] == ["Zora"]
    told = "This could not be written down. Please tell an organizer. Zora is signed up."
    assert hall.sentence.text() == told and hall.banner.sign.isVisible() and hall.undo_button.isVisible()
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        hall.setLayoutDirection(direction)
        settle(desktop)
        paper, across = hall.banner.grab().toImage(), (1, hall.banner.width() - 2)
        edges = {paper.pixelColor(at, paper.height() // 2).name() for at in across}
        assert edges == {desktop.theme.tokens.warn}, "nothing stands on its edge"
    hall.do(lambda verbs: verbs.meetups.rsvp(meetup, name="Nina"), "Nina is signed up.", of=3)
    settle(desktop)
    assert hall.sentence.text() == "Nina is signed up." and not hall.banner.sign.isVisible()


def test_what_is_told_stands_off_the_edge_whichever_way_one_reads(hall: Hall, desktop: Desktop, settle: Settle) -> None:
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        hall.setLayoutDirection(direction)
        hall.tell("Tom is not here.", wrong=True)
        settle(desktop)
        sign, mirrored = hall.banner.sign.geometry(), direction == Qt.LayoutDirection.RightToLeft
        assert (hall.banner.width() - 1 - sign.right() if mirrored else sign.left()) >= GAP


@pytest.mark.skipif(os.name != "posix", reason="no file is held to a size there")
@pytest.mark.parametrize("again", [False, True])
def test_an_exchange_that_is_refused_stands_on_today_until_it_is_written(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle, again: bool
) -> None:
    window = desktop.window
    assert window is not None
    hall.go("swap")
    settle(desktop)
    for letters in ("mia b", "tom"):
        type_in(hall.swap.people, letters)
        settle(desktop)
    hall.swap.lengths.line.setText("1:30")
    hall.swap.topic.show_value("Bread")
    with full_disk():
        hall.swap.record()
        settle(desktop)
        (draft,) = window.shell.drafts.left().values()
        assert draft.values["provider"]["words"] == "Mia B." and draft.values["minutes"] == "1 h 30 min"
    if again:
        hall.swap.record()
        settle(desktop)
        assert len(other.reader.list("swap")) == 1 and not window.shell.drafts.left() and not other.reader.drafts()
        return
    hall.go("first")
    hall.leave()
    window.shell.drafts.try_again()
    window.show_page("today")
    settle(desktop)
    next(b for b in window.page.findChildren(QPushButton) if b.accessibleName().startswith("Go on with: ")).click()
    settle(desktop)
    (form,) = [each for each in window.findChildren(SwapForm) if each.isVisible()]
    assert (form.giver.words(), form.taker.words()) == ("Mia B.", "Tom")
    form.submit()
    settle(desktop)
    (swap,) = other.reader.list("swap")
    assert (swap["minutes"], swap["topic"]) == (90, "Bread") and not other.reader.drafts()


@pytest.mark.skipif(os.name != "posix", reason="no file is held to a size there")
@pytest.mark.usefixtures("at_who_came")
def test_no_name_moves_under_a_finger_once_one_is_refused(hall: Hall, desktop: Desktop, settle: Settle) -> None:
    before = hall.came.people.mapTo(hall, QPoint())
    with full_disk():
        type_in(hall.came.people, "tom")
        settle(desktop)
    assert hall.came.refused.isVisible() and hall.came.people.mapTo(hall, QPoint()) == before
