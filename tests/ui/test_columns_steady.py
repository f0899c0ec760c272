"""Columns stay as wide as they are while somebody searches, and what somebody has ticked is not squeezed."""

from __future__ import annotations

import json

from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.parts.table import Table
from learningcircles_ui.theme import larger
from tests.ui.conftest import add_people
from tests.ui.late import Settle
from tests.ui.test_fitting import HOURS, OFFERS, WANTS, cut, lived_in, people, stand


def widths(table: Table) -> list[int]:
    return [table.columnWidth(at) for at in range(6)]


def test_no_width_changes_from_letter_to_letter_of_a_search(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    add_people(other, [f"Xaver {number}" for number in range(3)], topics=["chess"])
    add_people(other, ["Xenia", "Xiao"], topics=["Portuguese conversation with patience", "bicycle repair"])
    add_people(other, [f"Ana {number}" for number in range(12)], topics=["bread"])
    table = people(desktop, settle, (1280, 800))
    assert desktop.window is not None
    page = desktop.window.page
    assert isinstance(page, PeoplePage)
    seen = []
    for words, rows in (("x", 5), ("xa", 3), ("xe", 1), ("xi", 1)):
        page.field.edit.setText(words)
        qtbot.waitUntil(lambda rows=rows: table.model().rowCount() == rows)
        settle(desktop)
        seen.append(widths(table))
    assert seen == [seen[0]] * 4


def test_columns_that_somebody_ticked_lie_out_of_view_rather_than_that_any_is_squeezed(
    desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    lived_in(other, "The long row of the fishermen by the harbour")
    wanted = [{"member": id_, "title": "Chess"} for id_ in other.reader.ids("member")]
    other.records.add_many("request", wanted, label="Add requests")
    desktop.theme.choose("light", 150)
    try:
        table = people(desktop, settle, (760, 600))
        assert table.columns is not None
        for column in range(6):
            table.columns.show_column(column, True)
        assert sum(widths(table)) > table.viewport().width()
        assert min(widths(table)) >= larger(44) and not cut(table, HOURS)
    finally:
        desktop.theme.choose("light", 100)


def test_one_long_text_among_many_takes_no_room_from_a_column_that_is_full(
    desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    ids = add_people(other, [f"Ana {number}" for number in range(12)], topics=["bread"])
    other.records.edit("member", ids[3], add={"topics": ["Portuguese conversation with patience", "bicycle repair"]})
    title = "Portuguese conversation"
    other.records.add_many("request", [{"member": id_, "title": title} for id_ in ids], label="Add requests")
    table = people(desktop, settle, (800, 800))
    assert cut(table, OFFERS) and "Wants" in stand(table) and not cut(table, WANTS)


def test_a_column_that_is_hidden_again_is_chosen_no_more(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    lived_in(other)
    table = people(desktop, settle, (800, 600))
    assert table.columns is not None and desktop.window is not None
    for shown in (True, False):
        table.columns.show_column(1, shown)
    kept = json.loads(desktop.window.shell.remember.text("people/columns"))
    assert kept["chosen"] == [] and kept["hidden"] == [1] and "Neighbourhood" not in stand(table)
