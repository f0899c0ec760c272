"""Every table of records goes out as a file or on paper as it is seen: filtered, sorted, without formulas."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pypdfium2
import pytest
import python_calamine
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.copies import EXPORT, copies
from learningcircles.laptop.erasing import erase
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.page import ExchangesPage
from learningcircles_ui.pages.meetups.page import MeetupsPage
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.records.list_files import formats_of, print_list, read_sheet, save_list
from learningcircles_ui.pages.records.lists import Listed
from learningcircles_ui.parts.progress import Progress
from learningcircles_ui.parts.sorting import sort_by
from learningcircles_ui.parts.table import Table
from learningcircles_ui.parts.table_model import RecordsModel
from learningcircles_ui.print.listing import Sheet, draw_list
from learningcircles_ui.print.paper import Paper
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import Opened, saved_as_pdf
from tests.ui.on_paper import written

Settle = Callable[[Desktop], None]
NAMES = ["Zoë O’Neill", "Bo Ek", "=1+1 Trick", "Ana", "Åsa Ek"]


@pytest.fixture
def people(other: Verbs, desktop: Desktop, settle: Settle) -> PeoplePage:
    add_people(other, NAMES)
    window = desktop.open()
    window.show_page("people")
    settle(desktop)
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    return page


def listed(window: Window) -> Listed:
    found = window.lists.listed()
    assert found is not None
    return found


def save(desktop: Desktop, window: Window, settle: Settle, path: Path) -> bytes:
    save_list(listed(window), path)
    settle(desktop)
    return path.read_bytes()


def window_of(desktop: Desktop) -> Window:
    assert desktop.window is not None
    return desktop.window


def test_what_is_saved_is_what_is_seen(
    desktop: Desktop, people: PeoplePage, other: Verbs, settle: Settle, tmp_path: Path
) -> None:
    window = window_of(desktop)
    people.field.edit.setText("ek")
    settle(desktop)
    people.table.horizontalHeader().sectionClicked.emit(0)
    people.table.horizontalHeader().sectionClicked.emit(0)
    settle(desktop)
    rows = list(csv.DictReader(io.StringIO(save(desktop, window, settle, tmp_path / "a.csv").decode("utf-8-sig"))))
    assert [row["Name"] for row in rows] == ["Bo Ek", "Åsa Ek"], "filtered, and Z before A"
    cards = save(desktop, window, settle, tmp_path / "a.vcf").decode()
    assert cards.index("FN:Bo Ek") < cards.index("FN:Åsa Ek") and cards.count("BEGIN:VCARD") == 2
    assert [row["name"] for row in json.loads(save(desktop, window, settle, tmp_path / "a.json"))] == [
        "Bo Ek",
        "Åsa Ek",
    ]
    save(desktop, window, settle, tmp_path / "a.xlsx")
    sheet = python_calamine.load_workbook(tmp_path / "a.xlsx").get_sheet_by_index(0).to_python()
    name = sheet[0].index("Name")
    assert [row[name] for row in sheet[1:]] == ["Bo Ek", "Åsa Ek"]
    save(desktop, window, settle, tmp_path / "a.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    said = document[0].get_textpage().get_text_range()
    document.close()
    assert said.index("Bo Ek") < said.index("Åsa Ek") and "Ana" not in said
    kept = {Path(each.where).name for each in copies(other.circle) if each.kind == EXPORT}
    assert kept == {f"a.{ending}" for ending in formats_of("member")}, "whoever erases somebody is told of them"
    assert "Whoever has the file can read it" in window.toast.label.text()


def test_a_list_that_names_somebody_in_another_s_offer_is_told_when_they_are_erased(
    desktop: Desktop, people: PeoplePage, other: Verbs, settle: Settle, tmp_path: Path
) -> None:
    zoe, bo = (other.reader.ids("member", where={"name": name})[0] for name in (NAMES[0], "Bo Ek"))
    other.records.add("offer", {"member": bo, "title": f"Bread as {NAMES[0]} bakes it"})
    people.field.edit.setText("ek")
    settle(desktop)
    assert NAMES[0] in save(desktop, window_of(desktop), settle, tmp_path / "a.csv").decode("utf-8-sig")
    assert "a.csv" in {Path(each.where).name for each in erase(other, zoe).copies}


@pytest.mark.parametrize("page", ["people", "exchanges", "learning", "meetups"])
@pytest.mark.parametrize("descending", [False, True])
def test_what_is_saved_and_printed_has_the_order_of_the_list(
    desktop: Desktop, other: Verbs, settle: Settle, tmp_path: Path, page: str, descending: bool
) -> None:
    """In an order which neither the names have nor the order in which they came, forwards or backwards."""
    lengths = {"Bread": 60, "Clay": 240, "Arabic": 120, "Dance": 180}
    people = add_people(other, ["Pia", "Rui"])
    for at, (words, minutes) in enumerate(lengths.items()):
        other.records.add("member", {"name": words, "place": f"Street {minutes:03}"})
        other.swaps.record(*people, minutes, words)
        other.learning.note(people[0], words, minutes=minutes)
        other.meetups.plan(words, f"{int(other.desk.today()[:4]) + 1}-03-0{minutes // 60}T18:0{at}", minutes)
    window = desktop.open()
    window.show_page(page)
    settle(desktop)
    if isinstance(window.page, MeetupsPage):
        window.page.head.look_as("list")
        settle(desktop)
    kind = {"people": "member", "exchanges": "swap", "learning": "learning", "meetups": "meetup"}[page]
    tables = [each for each in window.page.findChildren(Table) if isinstance(each.listed, Listed)]
    table = next(each for each in tables if isinstance(each.listed, Listed) and each.listed.kind == kind)
    order = {"people": "place", "meetups": "start"}.get(page, "minutes")
    model = table.model()
    assert isinstance(model, RecordsModel) and isinstance(table.listed, Listed)
    at = next(at for at in range(model.columnCount()) if model.column(at).order == order)
    while (model.question.order, model.question.descending) != (order, descending):
        sort_by(table, at)
    settle(desktop)
    wanted = ["Bread", "Arabic", "Dance", "Clay"][:: -1 if descending else 1]

    def places(text: str) -> list[str]:
        return sorted(lengths, key=text.index)

    seen = "\n".join(str(model.index(row, at).data()) for row in range(model.rowCount()) for at in range(4))
    assert places(seen) == wanted
    for ending in ("csv", "json"):
        save_list(table.listed, tmp_path / f"a.{ending}")
        settle(desktop)
        assert places((tmp_path / f"a.{ending}").read_text("utf-8-sig")) == wanted, ending
    save_list(table.listed, tmp_path / "a.xlsx")
    print_list(table.listed)
    settle(desktop)
    sheet = python_calamine.load_workbook(tmp_path / "a.xlsx").get_sheet_by_index(0).to_python()
    assert places("\n".join(str(cell) for row in sheet[1:] for cell in row)) == wanted
    preview = window.findChild(PrintPreview)
    assert preview is not None
    saved_as_pdf(desktop, settle, preview, tmp_path / "a.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    assert places(document[0].get_textpage().get_text_range()) == wanted
    document.close()
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "open")
    try:
        preview._save_to(tmp_path / "b.pdf")
        settle(desktop)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert window.toast.label.text() == f"b.pdf is in {tmp_path}. Whoever has the file can read it."


def test_a_table_holds_the_columns_that_are_seen_in_their_order_and_the_name(
    desktop: Desktop, people: PeoplePage, other: Verbs, settle: Settle, tmp_path: Path
) -> None:
    other.records.edit("member", other.reader.list("member", text="Ana")[0].id, {"notes": "Between us"})
    window, columns = window_of(desktop), people.table.columns
    assert columns is not None
    people.table.horizontalHeader().moveSection(5, 0)
    columns.show_column(0, False)
    columns.show_column(2, False)
    text = save(desktop, window, settle, tmp_path / "a.csv").decode("utf-8-sig")
    assert text.splitlines()[0] == "Name,Status,Neighbourhood,Wants,Hours" and "Between us" not in text
    save(desktop, window, settle, tmp_path / "a.xlsx")
    sheet = python_calamine.load_workbook(tmp_path / "a.xlsx").get_sheet_by_index(0).to_python()
    assert sheet[0] == ["Name", "Status", "Neighbourhood", "Wants", "Hours"]
    save_list(listed(window), tmp_path / "b.csv", full=True)
    settle(desktop)
    assert "Between us" in (tmp_path / "b.csv").read_text("utf-8-sig")


def test_no_cell_is_a_formula(desktop: Desktop, people: PeoplePage, settle: Settle, tmp_path: Path) -> None:
    held = save(desktop, window_of(desktop), settle, tmp_path / "a.csv").decode("utf-8-sig")
    assert "'=1+1 Trick" in held
    assert not [cell for row in csv.reader(io.StringIO(held)) for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_a_file_that_cannot_be_written_is_told(
    desktop: Desktop, people: PeoplePage, settle: Settle, tmp_path: Path
) -> None:
    window = window_of(desktop)
    save_list(listed(window), tmp_path / "nowhere" / "a.csv")
    settle(desktop)
    assert window.toast.label.text() == f"There is no folder {tmp_path / 'nowhere'}."
    (tmp_path / "b.csv.part").mkdir()
    save_list(listed(window), tmp_path / "b.csv")
    settle(desktop)
    assert "b.csv" in window.toast.label.text() and "cannot be written" in window.toast.label.text()


def test_hidden_columns_stay_off_the_paper(desktop: Desktop, people: PeoplePage, settle: Settle, qtbot: QtBot) -> None:
    assert people.table.columns is not None
    people.table.columns.show_column(4, False)
    print_list(listed(window_of(desktop)))
    settle(desktop)
    preview = window_of(desktop).findChild(PrintPreview)
    assert preview is not None and len(preview.pictures) == 1
    preview.reject()


def test_a_narrowed_list_names_its_filter_on_paper(
    desktop: Desktop, people: PeoplePage, settle: Settle, tmp_path: Path
) -> None:
    window = window_of(desktop)

    def said(name: str) -> str:
        save(desktop, window, settle, tmp_path / name)
        document = pypdfium2.PdfDocument(tmp_path / name)
        words = str(document[0].get_textpage().get_text_range())
        document.close()
        return words

    assert "The filter shows only" not in said("all.pdf")
    people.shown.status.setCurrentIndex(people.shown.status.findText("Active"))
    people.field.edit.setText("ek")
    settle(desktop)
    assert "The filter shows only: Active · “ek”" in said("some.pdf").replace("  ", " ")


def test_people_of_one_name_are_told_apart_on_paper_by_their_numbers(
    desktop: Desktop, people: PeoplePage, other: Verbs, settle: Settle
) -> None:
    paul, pau, alone = add_people(other, ["Paul Smith", "paul smith", "Paula Smith"])
    other.records.edit("member", paul, {"phone": "0711 22"})
    other.swaps.record(paul, alone, 60, "Bread")
    window = window_of(desktop)
    one, two = (other.reader.get("member", each)["number"] for each in (paul, pau))
    assert one and two and one != two

    def printed(table: Table) -> list[list[str]]:
        at_hand = table.listed
        assert isinstance(at_hand, Listed)
        model = table.model()
        columns = list(range(model.columnCount()))
        return [list(row) for row in read_sheet(at_hand, columns, other.reader, lambda done, whole: None).rows]

    people.activate()
    settle(desktop)
    names = [row[0] for row in printed(people.table)]
    assert {f"Paul Smith (no. {one})", f"paul smith (no. {two})", "Paula Smith"} <= set(names)
    assert not any("0711" in name for name in names), "no more of them than that"
    window.show_page("exchanges")
    settle(desktop)
    page = window.pages["exchanges"]
    assert isinstance(page, ExchangesPage)
    (swap,) = printed(page.swaps.table)
    assert swap[1:3] == [f"Paul Smith (no. {one})", "Paula Smith"]


def test_each_list_of_a_page_is_saved_by_itself(desktop: Desktop, other: Verbs, settle: Settle, tmp_path: Path) -> None:
    amina, bo = add_people(other, ["Amina", "Bo"])
    other.records.add("offer", {"title": "Bread", "member": amina})
    other.records.add("request", {"title": "Bikes", "member": bo})
    other.swaps.record(amina, bo, 90, "Bread")
    window = desktop.open()
    window.show_page("exchanges")
    settle(desktop)
    page = window.pages["exchanges"]
    assert isinstance(page, ExchangesPage)
    for table, kind in ((page.listings["offer"].table, "offer"), (page.listings["request"].table, "request"),
                        (page.swaps.table, "swap")):  # fmt: skip
        table.setFocus()
        assert listed(window).kind == kind
        rows = save(desktop, window, settle, tmp_path / f"{kind}.csv").decode("utf-8-sig").splitlines()
        assert len(rows) == 2, kind
    assert set(formats_of("swap")) == {"csv", "xlsx", "json", "pdf"} and "ics" in formats_of("meetup")
    for ending, named in {"csv": "CSV", "xlsx": "Excel", "json": "JSON", "pdf": "PDF"}.items():
        assert named in formats_of("swap")[ending], "as people ask for it"


def test_meetups_are_saved_as_a_calendar_from_any_view_and_few_people_stay_unnumbered(
    desktop: Desktop, other: Verbs, settle: Settle, tmp_path: Path
) -> None:
    many = add_people(other, [f"Person {number}" for number in range(6)])
    small, _ = other.meetups.plan("Small", "2026-12-03T18:00", 60)
    large, _ = other.meetups.plan("Large", "2026-12-04T18:00", 60)
    other.meetups.rsvp(small, many[0])
    for each in many:
        other.meetups.rsvp(large, each)
    window = desktop.open()
    window.show_page("meetups")
    settle(desktop)
    calendar = Calendar.from_ical(save(desktop, window, settle, tmp_path / "a.ics"))
    assert {str(each["summary"]) for each in calendar.walk("VEVENT")} == {"Small", "Large"}
    page = window.pages["meetups"]
    assert isinstance(page, MeetupsPage)
    save(desktop, window, settle, tmp_path / "a.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    said = document[0].get_textpage().get_text_range()
    document.close()
    assert "under 5" in said and said.count("under 5") == 1 and "6" in said
    page.head.look_as("list")
    settle(desktop)
    assert "1" in {page.list.model.index(row, 3).data() for row in range(2)}, "the screen hides nothing"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_long_list_keeps_its_heading_and_its_margins(desktop: Desktop, tmp_path: Path, paper: str) -> None:
    rows = [[f"Zoë Ångström {n:03d}", "18:00 " * (n % 9), f"{n}"] for n in range(120)]
    sheet = Sheet("Members", "Harbour Circle", ["Name", "Notes", "Hours"], [False, False, True], rows)
    pages = written(tmp_path / "list.pdf", paper, lambda page: draw_list(page, sheet))
    assert len(pages) > 2 and all("Name" in each and "Hours" in each for each in pages)
    assert all(f"Page {number} of {len(pages)}" in each for number, each in enumerate(pages, 1))
    assert all(f"Ångström {n:03d}" in "".join(pages) for n in range(120)) and "18:00" in pages[0]


def test_the_menu_and_keys_save_and_a_page_without_a_list_says_so(
    desktop: Desktop, people: PeoplePage, qtbot: QtBot
) -> None:
    window = window_of(desktop)
    assert "Save this list as…" in [each.text() for each in window.commands()]
    assert "Save this list as…" in [each.text() for each in people.table.actions()]
    window.show_page("today")
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert window.toast.label.text() == "There is no list on this page."


@pytest.mark.parametrize("form", ["csv", "xlsx", "json", "vcf", "pdf"])
def test_saving_can_be_cancelled_and_leaves_what_was_there(
    desktop: Desktop, people: PeoplePage, settle: Settle, tmp_path: Path, form: str
) -> None:
    window, file = window_of(desktop), tmp_path / f"a.{form}"
    file.write_text("before")
    cancelled = Event()
    window.shell.tasks.query_long(lambda _: cancelled.wait(20))  # a short list is written before anybody can cancel
    save_list(listed(window), file)
    window.findChildren(Progress)[-1].reject()
    cancelled.set()
    settle(desktop)
    assert file.read_text() == "before" and "Cancelled" in window.toast.label.text()


def test_a_long_print_can_be_cancelled_and_leaves_nothing(
    desktop: Desktop, window: Window, settle: Callable[[Desktop], None], tmp_path: Path
) -> None:
    pages: list[int] = []
    kept: list[bool] = []

    def draw(page: Paper) -> None:
        for number in range(400):
            page.text(f"Page {number}", 0, 0, 80, 8)
            pages.append(number)
            if number == 50:
                preview.findChildren(Progress)[-1]._cancelled.set()
            if page.full:
                return
            page.next_page()

    preview = PrintPreview(window.shell, "Long", lambda page: page.text("Short", 0, 0, 80, 8), window)
    settle(desktop)
    assert preview.height() <= preview.screen().availableGeometry().height() - 80, "its buttons are seen"
    preview._draw = draw
    file = tmp_path / "long.pdf"
    assert not saved_as_pdf(desktop, settle, preview, file) and pages[-1] == 50
    assert not file.exists() and "Nothing was changed" in preview._wrong.text()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    pages.clear()
    preview.print_on(printer, lambda: kept.append(True))
    settle(desktop)
    assert not kept and pages[-1] == 50
    preview.reject()
