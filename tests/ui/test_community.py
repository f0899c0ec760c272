"""Community on the real window: the charter written in place, the sectors, the places, and the circles around."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pypdfium2
import pytest
import python_calamine
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.changes import CatalogueItem
from learningcircles.circle.facets import Verbs
from learningcircles.storage.region import Region
from learningcircles_sync.outcome import ShareState
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.community.around import CircleAround
from learningcircles_ui.pages.community.charter_card import CharterCard
from learningcircles_ui.pages.community.page import CommunityPage
from learningcircles_ui.pages.community.place_table import PlaceForm
from learningcircles_ui.pages.find import OthersItem
from learningcircles_ui.pages.records.list_files import save_list
from learningcircles_ui.pages.records.lists import Listed
from learningcircles_ui.pages.today.begun_rows import read_begun
from learningcircles_ui.parts.sorting import sort_by
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people

Settle = Callable[[Desktop], None]
MILL, GARDEN = b"m" * 16, b"g" * 16
LATER = "2099-01-01"


def page_of(window: Window) -> CommunityPage:
    window.show_page("community")
    return cast(CommunityPage, window.pages["community"])


def hear_of_others(verbs: Verbs) -> None:
    """Keep a region's catalogue as sharing does."""

    def item(circle: bytes, of: str, number: int, /, **body: object) -> CatalogueItem:
        return CatalogueItem(circle, of, bytes([number]) * 16, {"reach": 5, "expires": LATER, **body})

    start = {"at": "2099-01-01T18:00", "zone": "Europe/Paris"}
    Region(verbs.circle).keep(b"d" * 32, [
        item(MILL, "Mill Lane", 1, kind="charter", name="Mill Lane", objective="Learn together"),
        item(MILL, "Mill Lane", 2, kind="request", title="Someone for chess"),
        item(MILL, "Mill Lane", 3, kind="offer", title="Bread", topic="baking", name="Odile"),
        item(MILL, "Mill Lane", 4, kind="meetup", title="Open day", start=start, place="Mill"),
        item(GARDEN, "Garden Terrace", 5, kind="offer", title="Long ago", expires="2020-01-01"),
        item(GARDEN, "Garden Terrace", 6, kind="offer", title="Olives"),
        item(verbs.circle.id, "Ours", 7, kind="offer", title="Our own"),
    ])  # fmt: skip


def test_the_charter_is_written_in_place(
    desktop: Desktop, window: Window, settle: Settle, other: Verbs, qtbot: QtBot
) -> None:
    page = page_of(window)
    settle(desktop)
    assert page.charter.form is not None
    project = page.charter.form.edit("project").control
    project.setFocus()
    qtbot.keyClicks(project, "A repair evening")
    page.charter.form.edit("name").control.setFocus()
    qtbot.waitUntil(lambda: other.reader.get("charter", other.circle.id)["project"] == "A repair evening")
    settle(desktop)
    window.undo_redo.take_back()
    qtbot.waitUntil(lambda: other.reader.get("charter", other.circle.id)["project"] is None)


def test_words_of_the_charter_that_are_not_saved_are_told_and_gone_on_with_from_today(
    desktop: Desktop, window: Window, settle: Settle, other: Verbs, qtbot: QtBot
) -> None:
    page = page_of(window)
    settle(desktop)
    assert page.charter.form is not None and page.charter.drafting is not None
    objective = page.charter.form.edit("objective").control
    objective.setFocus()
    qtbot.keyClicks(objective, "Everyone teach")
    page.charter.drafting.keep()
    settle(desktop)
    assert window.bar.sentence.text().startswith("What you are typing is kept here, and not saved yet.")
    begun = [(each.form, each.words) for each in read_begun(other.reader)]
    assert begun == [("charter", "Everyone teach")], "a program that ends now has it on Today"
    page.charter.form.edit("name").control.setFocus()
    qtbot.waitUntil(lambda: other.reader.get("charter", other.circle.id)["objective"] == "Everyone teach")
    settle(desktop)
    page.charter.drafting.keep()
    settle(desktop)
    assert window.bar.sentence.text().startswith("All changes saved on this laptop.")
    assert read_begun(other.reader) == []
    other.drafts.keep_draft("charter beside 0a", {"project": "A repair even"})
    window.watch()
    window.show_page("today")
    settle(desktop)
    next(b for b in window.pages["today"].findChildren(QPushButton) if b.text() == "Go on").click()
    settle(desktop)
    assert window.page is page
    qtbot.waitUntil(lambda: page.charter.form.edit("project").control.toPlainText() == "A repair even")


def test_who_may_not_run_the_circle_reads_the_charter(
    desktop: Desktop, window: Window, settle: Settle, other: Verbs, qtbot: QtBot
) -> None:
    other.records.edit("charter", other.circle.id, {"objective": "Everyone teaches"})
    object.__setattr__(window.shell, "right", "recorder")
    card = CharterCard(window.shell, window)
    qtbot.addWidget(card)
    card.show_charter(other.reader.find_one("!charter", other.circle.id))
    assert card.form is None
    assert "Everyone teaches" in [label.text() for label in card.findChildren(QLabel)]


def test_a_sector_that_nobody_comes_from_is_an_invitation(
    desktop: Desktop, window: Window, settle: Settle, other: Verbs
) -> None:
    add_people(other, ["Amina", "Bo"], sector="education", status="active")
    add_people(other, ["Guest"], sector="economic", status="guest")
    page = page_of(window)
    settle(desktop)
    told = [label.text() for label in page.sectors.findChildren(QLabel) if label.isVisible()]
    assert "2 people" in told
    assert sum(words.startswith("Nobody yet.") for words in told) == 4, "a guest does not sit at the table yet"
    assert page.sectors.without.text() == "1 active member without a sector"
    page.sectors.without.click()
    assert window.page is window.pages["people"]


def test_places_are_written_down_changed_and_removed(
    desktop: Desktop, window: Window, settle: Settle, other: Verbs, qtbot: QtBot
) -> None:
    page = page_of(window)
    QAbstractItemModelTester(
        page.places.model, QAbstractItemModelTester.FailureReportingMode.Warning, page.places.model
    )
    settle(desktop)
    assert page.places._stack.currentIndex() == 1
    page.places.add()
    form = QApplication.activeModalWidget()
    assert isinstance(form, PlaceForm)
    form.submit()
    assert form.form.lines["name"].sentence, "a place needs a name"
    form.form.edit("name").show_value("Old Port hall")
    form.form.edit("address").show_value({"text": "3 Old Port"})
    form.submit()
    qtbot.waitUntil(lambda: page.places.model.rowCount() == 1)
    settle(desktop)
    assert [page.places.model.index(0, at).data() for at in range(3)] == ["Old Port hall", "3 Old Port", ""]
    id_ = other.reader.ids("place")[0]
    window.open_record("place", id_)
    settle(desktop)
    change = QApplication.activeModalWidget()
    assert isinstance(change, PlaceForm)
    change.form.edit("capacity").control.setText("40")  # a line
    change.form.edit("address").show_value(None)
    change.submit()
    qtbot.waitUntil(lambda: other.reader.get("place", id_)["capacity"] == 40)
    assert other.reader.get("place", id_)["address"] is None
    settle(desktop)
    page.places._remove(id_)
    qtbot.waitUntil(lambda: page.places.model.rowCount() == 0)
    settle(desktop)


def test_the_circles_around_are_known_without_a_network(
    desktop: Desktop, window: Window, settle: Settle, other: Verbs, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_of(window)
    model = page.around.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    settle(desktop)
    assert page.around._stack.currentIndex() == 1, "nobody has been heard of"
    hear_of_others(other)
    window.watch()
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    settle(desktop)
    cells = [[model.index(row, at).data() for at in range(4)] for row in range(2)]
    assert cells == [["Garden Terrace", "", "1", ""], ["Mill Lane", "1", "1", "1"]], "what has run out is not shown"
    listed = page.around.table.listed
    assert isinstance(listed, Listed)
    for ending in ("csv", "xlsx", "pdf"):
        save_list(listed, tmp_path / f"around.{ending}")
    settle(desktop)
    told = [["Circle", "Plans", "Offers", "Asks"], ["Garden Terrace", "", "1", ""], ["Mill Lane", "1", "1", "1"]]
    assert list(csv.reader(io.StringIO((tmp_path / "around.csv").read_text("utf-8-sig")))) == told
    saved = python_calamine.load_workbook(tmp_path / "around.xlsx").get_sheet_by_index(0).to_python()
    assert saved[1:] == [["Garden Terrace", "", 1, ""], ["Mill Lane", 1, 1, 1]]
    document = pypdfium2.PdfDocument(tmp_path / "around.pdf")
    said = document[0].get_textpage().get_text_range()
    document.close()
    assert "Circles around us" in said and said.index("Garden Terrace") < said.index("Mill Lane")
    sort_by(page.around.table, 1)
    settle(desktop)
    assert model.index(0, 0).data() == "Mill Lane", "who plans most comes first"
    page.around.table.go_to(0)
    qtbot.keyClick(page.around.table, Qt.Key.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CircleAround)
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Warning, dialog.model)
    assert [dialog.model.index(row).data() for row in range(3)] == ["Open day", "Bread", "Someone for chess"]
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, OthersItem) and shown.windowTitle() == "Open day"
    shown.accept()
    dialog.accept()


def test_whoever_is_on_a_hub_is_not_sent_to_one(window: Window, desktop: Desktop, settle: Settle) -> None:
    nobody = page_of(window).around.nobody
    settle(desktop)
    assert nobody.button is not None and not nobody.button.isHidden()
    window.shell.signals.shared.emit(ShareState(0, 0, None, "https://hub.example", None))
    assert nobody.button.isHidden() and "show nothing yet" in nobody.heading.text()
    window.shell.signals.shared.emit(ShareState(0, 0, None, None, None))
    assert not nobody.button.isHidden() and "heard of yet" in nobody.heading.text(), "the circle has left the hub"
    assert nobody.sentence.text().startswith("Through a hub")


def test_languages_of_another_circles_offer_are_named(window: Window, qtbot: QtBot) -> None:
    body = {"kind": "offer", "title": "Bread", "topic": "baking", "languages": "pl, pt", "expires": LATER}
    dialog = OthersItem("Bread", "Mill Lane", CatalogueItem(MILL, "Mill Lane", MILL, body), window)
    qtbot.addWidget(dialog)
    assert "Polish, Portuguese" in [label.text() for label in dialog.findChildren(QLabel)]


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_titles_of_cards_stand_in_one_line_and_at_one_edge(
    desktop: Desktop, settle: Settle, qapp: QApplication, way: Qt.LayoutDirection
) -> None:
    window = desktop.open(page="community")
    window.setLayoutDirection(way)
    window.resize(1280, 900)
    settle(desktop)
    titles = ("Our charter", "Five sectors at one table", "Our places", "Circles around us")
    found = {each.text(): each for each in window.page.findChildren(QLabel) if each.text() in titles}
    places = {words: each.contentsRect().translated(each.mapTo(window, QPoint())) for words, each in found.items()}
    charter, sectors, ours, around = (places[words] for words in titles)
    assert charter.center().y() == sectors.center().y()
    mirrored = way == Qt.LayoutDirection.RightToLeft
    edges = [each.right() if mirrored else each.left() for each in (charter, ours, sectors, around)]
    assert edges[0] == edges[1] and edges[2] == edges[3]
