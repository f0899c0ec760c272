"""Two records of one person: what the People page and the papers count is of both, and of one each once parted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.home import Home
from learningcircles.papers.account import statement
from learningcircles_sync.engine import Engine
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.people.rows import fetch, read_person
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.test_written_apart import Pair

FAR, NEAR = "2035-05-04T11:00", "2035-05-02T11:00"


def test_hours_meetups_and_listings_of_one_person_are_told_together(other: Verbs) -> None:
    ids = sorted(other.records.add("member", {"name": name})[0] for name in ("Amina", "Amina A.", "Bo"))
    one, two, bo = ids
    other.swaps.record(one, bo, 60, "bread", "2026-11-02")
    other.swaps.record(two, bo, 30, "bikes", "2026-11-01")
    other.swaps.record(bo, two, 15, "chess", "2026-11-03")
    far, near = (other.meetups.plan("Open day", start, 60)[0] for start in (FAR, NEAR))
    other.meetups.rsvp(far, one)
    other.meetups.rsvp(near, two)
    other.records.add("offer", {"member": two, "title": "Bikes"})
    reader = other.reader

    def told(member: bytes) -> tuple[object, ...]:
        person = read_person(reader, member)
        assert person is not None and person.meetup is not None
        row = dict(fetch(reader, [member]))[member]
        paper = statement(reader, member)
        assert (row.minutes, paper.balance) == (person.minutes, person.minutes)
        lines = [(line.date[-2:], line.minutes, line.who) for line in paper.lines]
        return person.given, person.received, person.minutes, person.meetup.id, row.offers, lines

    name = str(reader.get("member", bo)["name"])
    alone = (60, 0, 60, far, "", [("02", 60, name)])
    assert told(one) == alone
    other.merging.merge(one, two)
    lines = [("01", 30, name), ("02", 60, name), ("03", -15, name)]
    assert told(one) == (90, 15, 75, near, "Bikes", lines)
    other.undo.undo()
    assert told(one) == alone
    other.merging.merge(one, two)
    other.merging.part(two)
    assert told(one) == alone
    assert told(two)[:4] == (30, 15, 15, near)


def test_hours_that_somebody_brought_along_are_not_told_as_given(other: Verbs) -> None:
    one, bo = (other.records.add("member", {"name": name})[0] for name in ("Ana", "Bo"))
    other.swaps.opening_balances({one: 6000, bo: -30})
    other.swaps.record(one, bo, 60, "bread", "2026-11-02")

    def told(member: bytes) -> tuple[int, int, int, int]:
        person = read_person(other.reader, member)
        assert person is not None
        return person.minutes, person.given, person.received, person.brought

    assert told(one) == (6060, 60, 0, 6000) and told(bo) == (-90, 0, 60, -30)
    other.swaps.opening_balances({bo: 90})
    other.undo.undo()
    assert told(bo) == (-90, 0, 60, -30), "what was undone was not brought along"


def test_a_telephone_of_each_that_another_laptop_noted_meanwhile_is_in_sight(
    home: Home, other: Verbs, red: Engine, tmp_path: Path, window: Window, desktop: Desktop,
    settle: Callable[[Desktop], None],
) -> None:  # fmt: skip
    pair = Pair(home, other, red, tmp_path)
    ana, anna = add_people(other, ["Ana Ruiz", "Anna Ruiz"], status="active")
    pair.meet()
    other.merging.merge(ana, anna, stays=anna)
    pair.there.records.edit("member", ana, {"phone": "0111", "email": "ana@example.org"})
    pair.there.records.edit("member", anna, {"phone": "0222"})
    pair.meet()
    window.open_record("member", anna)
    settle(desktop)
    page = window.page
    assert isinstance(page, PeoplePage)
    told = [each.text() for each in page.pane.findChildren(QLabel) if each.isVisible()]
    assert "Ana Ruiz\nAna Ruiz: Phone: 0111" in told and any("0222" in each and "ana@" in each for each in told)
    other.records.edit("member", anna, {"phone": "0111"})
    window.watch()
    settle(desktop)
    told = [each.text() for each in page.pane.findChildren(QLabel) if each.isVisible()]
    assert "Ana Ruiz" in told and not any("Ana Ruiz: Phone" in each for each in told), "as soon as they are alike"


def test_today_asks_which_telephone_is_right_once_two_are_merged(
    desktop: Desktop, other: Verbs, settle: Callable[[Desktop], None], qtbot: QtBot
) -> None:
    """The other telephone stood beside the first one for good, and nobody was asked."""
    one, _ = other.records.add("member", {"name": "Ana Ruiz", "phone": "0123"})
    two, _ = other.records.add("member", {"name": "Anna Ruiz", "phone": "0999"})
    other.merging.merge(one, two, stays=one)
    window = desktop.open(page="today")
    settle(desktop)

    def offered() -> list[QPushButton]:
        return [each for each in window.page.findChildren(QPushButton) if "right for Ana Ruiz" in each.accessibleName()]

    assert [each.text() for each in offered()] == ["0123", "0999"]
    offered()[1].click()
    settle(desktop)
    qtbot.waitUntil(lambda: not offered())
    assert other.reader.get("member", one)["phone"] == "0999" and "0999" in window.toast.label.text()
    window.undo_redo.undo.trigger()
    settle(desktop)
    qtbot.waitUntil(lambda: len(offered()) == 2)
