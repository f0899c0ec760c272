"""Requests that two laptops turned apart: every list reads them anew, also where nobody is told what became of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.home import Home
from learningcircles.papers.noticeboard import noticeboard
from learningcircles.surroundings import real
from learningcircles_sync.engine import Engine
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.page import ExchangesPage
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.two_laptops import second
from tests.verbs.laptop_pairs import carry

Settle = Callable[[Desktop], None]
DAY = "2026-11-20"


@pytest.fixture
def red(home: Home, other: Verbs, tmp_path: Path) -> Iterator[Engine]:
    """A second laptop, which knows of Amina, Bo and what Bo asks for."""
    amina, bo = add_people(other, ["Amina", "Bo"])
    other.records.add("request", {"title": "Guitar", "topic": "guitar", "member": bo})
    engine = second(home, other, tmp_path, "organizer")
    yield engine
    engine.circle.close()


def propose(verbs: Verbs) -> bytes:
    """Propose Amina for what Bo asks for."""
    (amina,) = verbs.reader.ids("member", where={"name": "Amina"})
    (request,) = verbs.reader.ids("request")
    return verbs.swaps.propose(request, amina, 60, DAY)[0]


def shown(window: Window, desktop: Desktop, settle: Settle, other: Verbs) -> dict[str, object]:
    """Return what each place shows of it: in the order in which somebody may go there."""
    pages = {}
    for name in ("today", "people", "exchanges"):
        window.show_page(name)
        settle(desktop)
        pages[name] = window.pages[name]
    people, exchanges = pages["people"], pages["exchanges"]
    assert isinstance(people, PeoplePage) and isinstance(exchanges, ExchangesPage)
    return {
        "today": "Guitar" in words(pages["today"]),
        "person": people_want(people),
        "exchanges": listed(exchanges),
        "noticeboard": [notice.title for notice in noticeboard(other.reader, text.today()).requests],
    }


def words(page: QWidget) -> str:
    """Return everything that a page says in labels."""
    return " ".join(each.text() for each in page.findChildren(QLabel) if not each.isHidden())


def people_want(page: PeoplePage) -> list[str]:
    """Return what the list of people says that they want."""
    rows = (page.model.row(at) for at in range(page.model.rowCount()))
    return [row.wants for row in rows if row is not None and row.wants]


def listed(page: ExchangesPage) -> list[object]:
    """Return how the requests stand that are listed."""
    model = page.listings["request"].model
    return [row.record["state"] for at in range(model.rowCount()) if (row := model.row(at)) is not None]


def test_who_was_helped_there_asks_no_more_once_the_other_one_is_declined_here(
    desktop: Desktop, other: Verbs, red: Engine, settle: Settle
) -> None:
    red.verbs.swaps.confirm(propose(red.verbs))
    mine = propose(other)
    carry(red.verbs, other)
    window = desktop.open(page="today")
    settle(desktop)
    waits = {"today": False, "person": ["guitar"], "exchanges": ["matched"], "noticeboard": []}
    assert shown(window, desktop, settle, other) == waits
    page = window.pages["exchanges"]
    assert isinstance(page, ExchangesPage)
    page.choose("swap", mine)
    settle(desktop)
    page.swaps.turn("decline")
    settle(desktop)
    assert "request" not in window.toast.label.text(), "it was told there"
    assert listed(page) == [], "at once"
    assert shown(window, desktop, settle, other) == {**waits, "person": [], "exchanges": []}


def test_what_nobody_is_left_for_is_open_again_in_every_list_once_a_stick_tells(
    desktop: Desktop, other: Verbs, home: Home, red: Engine, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    theirs, mine = propose(red.verbs), propose(other)
    red.write_bundle(tmp_path / "stick")
    pilar = Engine(home, other, real())
    pilar.read_bundle(tmp_path / "stick")
    pilar.write_bundle(tmp_path / "stick")
    red.read_bundle(tmp_path / "stick")
    red.verbs.swaps.decline(mine)
    other.swaps.decline(theirs)
    red.write_bundle(tmp_path / "stick")
    window = desktop.open(page="today")
    settle(desktop)
    assert shown(window, desktop, settle, other)["exchanges"] == ["matched"]
    page = window.pages["exchanges"]
    assert isinstance(page, ExchangesPage)
    pilar.read_bundle(tmp_path / "stick")
    qtbot.waitUntil(lambda: listed(page) == ["open"])  # the window hears by itself that something was written
    assert shown(window, desktop, settle, other) == {
        "today": True, "person": ["guitar"], "exchanges": ["open"], "noticeboard": ["Guitar"],
    }  # fmt: skip
