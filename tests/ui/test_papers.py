"""What is printed: read back as text, its codes read by a reader, nothing beyond the page, nobody named unasked."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.errors import CircleError
from learningcircles.papers.account import cards, statement
from learningcircles.papers.learned import learned
from learningcircles.papers.noticeboard import Notice, Noticeboard, noticeboard
from learningcircles.papers.poster import poster
from learningcircles.papers.signin import SignInLine, SignInSheet
from learningcircles_ui.app import Desktop
from learningcircles_ui.parts.qr import QrCode, read_code
from learningcircles_ui.print.account import draw_cards, draw_statement
from learningcircles_ui.print.directory import Block, draw_directory
from learningcircles_ui.print.invitation import draw_invitation
from learningcircles_ui.print.learned import draw_learned
from learningcircles_ui.print.listing import Sheet, draw_list
from learningcircles_ui.print.noticeboard import draw_noticeboard
from learningcircles_ui.print.paper import BAND, Paper, pdf_bytes
from learningcircles_ui.print.poster import draw_poster
from learningcircles_ui.print.preview import PrintPreview, chosen_paper
from learningcircles_ui.print.sectors import Table, draw_sectors
from learningcircles_ui.print.sheets import print_statement
from learningcircles_ui.print.sign_in import draw_sign_in, filled
from tests.ui.late import saved_as_pdf
from tests.ui.on_paper import picture_of, written

TODAY = "2026-11-20"
PAPERS = ("A4", "Letter")


def allow(verbs: Verbs, member: bytes, *purposes: str) -> None:
    for purpose in purposes:
        verbs.records.add("consent", {"member": member, "purpose": purpose, "given": True, "on": TODAY})


@pytest.mark.parametrize("paper", PAPERS)
def test_a_poster_says_where_and_when_and_its_code_is_the_date(
    desktop: Desktop, other: Verbs, tmp_path: Path, paper: str
) -> None:
    pilar = other.reader.list("member")[0].id
    other.records.add("place", {"name": "Old Port hall", "address": {"street": "5 Quay Street"}})
    meetup, _ = other.meetups.plan("Bread, cake; and more", "2026-12-03T09:30", 180, place="Old Port hall", host=pilar)
    file = tmp_path / "poster.pdf"
    (said,) = written(file, paper, lambda page: draw_poster(page, poster(other.reader, meetup, TODAY)))
    assert "Thursday 3 December" in said and "09:30 – 12:30" in said and "5 Quay Street" in said
    assert "Pilar" not in said, "nobody is named without their yes"
    code = read_code(picture_of(file, tmp_path))
    assert "SUMMARY:Bread\\, cake\\; and more" in code and "DTEND:20261203T123000" in code
    allow(other, pilar, "name_in_print")
    named = poster(other.reader, meetup, TODAY, "https://hub.example/circles/ab")
    (said,) = written(file, paper, lambda page: draw_poster(page, named))
    assert "With Pilar Ortega" in said and "hub.example" in said
    assert read_code(picture_of(file, tmp_path)) == "https://hub.example/circles/ab"


@pytest.mark.parametrize("paper", PAPERS)
def test_a_noticeboard_names_and_lists_whom_it_may(desktop: Desktop, other: Verbs, tmp_path: Path, paper: str) -> None:
    ana, _ = other.records.add("member", {"name": "Ana Prado", "phone": "0145"})
    bo, _ = other.records.add("member", {"name": "Bo Ek", "phone": "0777"})
    allow(other, ana, "name_in_print", "pass_on_contact")
    for number in range(40):
        other.records.add("offer", {"member": ana if number % 2 else bo, "title": f"Lesson {number:02}"})
    other.records.add("request", {"title": "Knitting", "member": bo})
    other.records.add("offer", {"title": "Too late", "expires": "2026-11-19"})
    other.meetups.plan("Open day", "2026-11-28T11:00", 60, place="Library")
    board = noticeboard(other.reader, TODAY)
    pages = written(tmp_path / "board.pdf", paper, lambda page: draw_noticeboard(page, board))
    whole = "\n".join(pages)
    assert len(pages) > 1 and "Lesson 39" in whole and "Ana Prado · 0145" in whole
    assert "Bo Ek" not in whole and "0777" not in whole and "Too late" not in whole
    assert all("Open day" in page for page in pages), "strips stand on every page"


@pytest.mark.parametrize("paper", PAPERS)
def test_a_statement_adds_up_and_cards_come_eight_on_a_page(
    desktop: Desktop, other: Verbs, tmp_path: Path, paper: str
) -> None:
    people = [other.records.add("member", {"name": f"Person {number:02}"})[0] for number in range(9)]
    other.swaps.opening_balances({people[0]: 120})
    for number in range(45):
        other.swaps.record(people[0], people[1], 30, f"Topic {number:02}", "2026-10-01")
    told = statement(other.reader, people[0])
    assert told.balance == 120 + 45 * 30 == other.reader.balance(people[0])
    pages = written(tmp_path / "statement.pdf", paper, lambda page: draw_statement(page, told))
    assert len(pages) == 2 and "Opening balance" in pages[0] + pages[1] and "+24 h 30 min" in pages[1]
    sheets = written(tmp_path / "cards.pdf", paper, lambda page: draw_cards(page, cards(other.reader, people)))
    assert len(sheets) == 2 and "Person 08" in sheets[1]


@pytest.mark.parametrize("paper", PAPERS)
def test_what_somebody_learned_is_one_list_of_all_three_kinds(
    desktop: Desktop, other: Verbs, tmp_path: Path, paper: str
) -> None:
    amina, _ = other.records.add("member", {"name": "Amina Adeyemi"})
    for number, kind in enumerate(["formal", "non_formal", "informal"] * 20):
        other.learning.note(amina, f"Topic {number:02}", kind=kind, on=f"2026-10-{number % 28 + 1:02}", minutes=30)
    other.records.add("learning", {"member": amina, "topic": "long ago", "place": "Old Port hall", "with_whom": "Bo"})
    told = learned(other.reader, amina)
    pages = written(tmp_path / "learned.pdf", paper, lambda page: draw_learned(page, told))
    said = "".join(pages)
    assert len(pages) >= 2 and "What Amina Adeyemi has learned" in pages[0]
    assert all(f"Topic {number:02}" in said for number in range(60))
    assert "long ago" in pages[-1] and "Old Port hall" in pages[-1] and "30 min" in said.replace("\u00a0", " ")
    assert all(kind in said for kind in ("Formal", "Non-formal", "Informal"))


def test_an_invitation_on_paper_is_read_from_its_picture(
    desktop: Desktop, settle: Callable[[Desktop], None], tmp_path: Path
) -> None:
    words = "learningcircles://join/" + "0123456789ABCDEFGHJKMNPQRSTVWXYZ" * 5
    file = tmp_path / "invitation.pdf"
    for paper, has_hub in (("A4", True), ("Letter", False), ("A4", False)):
        pages = written(
            file, paper, lambda page, hub=has_hub: draw_invitation(page, "Harbour", words, "For one.", has_hub=hub)
        )
        (said,) = pages
        assert "Join Harbour" in said and "01234 56789" in said and "For one." in said
        assert ("comes on a USB stick" in said) is not has_hub
    first = desktop.begin("join")
    first.names.take_picture(picture_of(file, tmp_path))
    settle(desktop)
    assert first.names.invitation.text() == words


def test_a_picture_without_a_code_is_told_so(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    empty = QImage(200, 200, QImage.Format.Format_RGB32)
    empty.fill(QColor("white"))
    empty.save(str(tmp_path / "empty.png"))
    (tmp_path / "text.png").write_text("no picture")
    for name in ("empty.png", "text.png"):
        with pytest.raises(CircleError, match=name):
            read_code(tmp_path / name)
    shown = QrCode("hello", "a code")
    qtbot.addWidget(shown)
    shown.grab().save(str(tmp_path / "code.png"))
    assert read_code(tmp_path / "code.png") == "hello"


@pytest.mark.qt_log_level_fail("NO")
def test_a_strangers_picture_is_looked_at_before_it_is_unpacked(qapp: QApplication, tmp_path: Path) -> None:
    bomb = QImage(6000, 6000, QImage.Format.Format_Mono)
    bomb.fill(1)
    bomb.save(str(tmp_path / "bomb.png"))
    assert (tmp_path / "bomb.png").stat().st_size < 50_000
    QImage(1, 70_000, QImage.Format.Format_Mono).save(str(tmp_path / "thread.bmp"))
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    (tmp_path / "drawing.png").write_text(drawing)
    refused = {"bomb.png": "is too large", "thread.bmp": "is too large", "drawing.png": "is neither a picture"}
    for name, sentence in refused.items():
        with pytest.raises(CircleError, match=f"{name} {sentence}"):
            read_code(tmp_path / name)
    large = QrCode("hello", "a code").grab().toImage().scaled(5000, 5000)
    photograph = large.convertToFormat(QImage.Format.Format_RGB32)
    photograph.save(str(tmp_path / "photograph.jpg"))
    assert read_code(tmp_path / "photograph.jpg") == "hello"


def test_a_code_in_a_text_is_its_first_line(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_bytes(b" learningcircles://join/ABC \r\nmore\n" + bytes(10**6))
    assert read_code(tmp_path / "long.txt") == "learningcircles://join/ABC"
    (tmp_path / "folder.txt").mkdir()
    for name in ("folder.txt", "missing.txt"):
        with pytest.raises(CircleError, match=name):
            read_code(tmp_path / name)


def test_the_preview_shows_pages_and_writes_the_file(
    desktop: Desktop, other: Verbs, settle: Callable[[Desktop], None], qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = desktop.open()
    settle(desktop)
    pane = window.pages["people"].pane
    pane.show_record(other.reader.list("member")[0].id)
    settle(desktop)
    print_statement(window.shell, pane.shown.record.id, pane)
    qtbot.waitUntil(lambda: isinstance(qapp.activeModalWidget(), PrintPreview))
    preview = qapp.activeModalWidget()
    assert isinstance(preview, PrintPreview)
    settle(desktop)
    assert len(preview.pictures) == 1
    preview.paper.setCurrentIndex(preview.paper.findData("Letter"))
    settle(desktop)
    letter = preview.pictures[0].size()
    preview.paper.setCurrentIndex(preview.paper.findData("A4"))
    settle(desktop)
    a4 = preview.pictures[0].size()
    assert letter.width() > a4.width() and letter.height() < a4.height()
    preview.paper.setCurrentIndex(preview.paper.findData("Letter"))
    settle(desktop)
    later = PrintPreview(window.shell, "Later", lambda page: None, pane)
    assert later.paper.currentData() == chosen_paper(window.shell) == "Letter", "a printer has one kind of paper in it"
    later.reject()
    assert saved_as_pdf(desktop, settle, preview, tmp_path / "out.pdf") and (tmp_path / "out.pdf").stat().st_size > 1000
    assert not saved_as_pdf(desktop, settle, preview, tmp_path / "nowhere" / "out.pdf"), "it says so instead of failing"
    qtbot.keyClick(preview, Qt.Key.Key_Escape)


@pytest.mark.parametrize("bold", [False, True])
def test_a_pdf_gives_back_the_signs_that_were_written(tmp_path: Path, desktop: Desktop, bold: bool) -> None:
    lines = [
        "Zoé O’Neill – l’atelier d’Amina, “Brød & té”",
        "‘Bicycles’ 18:00–19:30 · −1:15 · 12 € · ½ …",
        "¿Quién? Ñuño «Łukasz» Şule ẞ · Ελένη Ιωάννου · Соломія",
        "office fjord affluent 3×4 \"straight\" it's #1 (a) A&B +33 1 23",
    ]  # fmt: skip
    assert QApplication.font().family() == "Inter"
    page = Paper(tmp_path / "signs.pdf", "A4", "Signs")
    for number, words in enumerate(lines):
        page.text(words, 0, 10 * number, page.width, 8, bold=bold)
    page.finish()
    document = pypdfium2.PdfDocument(tmp_path / "signs.pdf")
    assert document[0].get_textpage().get_text_range().splitlines() == lines
    document.close()
    raw = (tmp_path / "signs.pdf").read_bytes()
    assert b"<0009>" not in b"".join(re.findall(rb"\[<[^\]]*\]", raw)), "spaces are spaces, not tabs"


def test_a_document_is_drawn_in_memory_and_lies_in_no_folder_of_the_systems(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object, **__: object) -> str:
        raise AssertionError("what a program leaves there when it is killed, anybody may find")

    monkeypatch.setattr(tempfile, "mkdtemp", none)
    data = pdf_bytes(lambda page: page.text("Zoé O’Neill", 0, 0, page.width, 8), "A4", "One")
    document = pypdfium2.PdfDocument(data)
    assert document[0].get_textpage().get_text_range().strip() == "Zoé O’Neill"
    document.close()


@pytest.mark.parametrize("paper", PAPERS)
def test_the_sectors_on_paper_point_at_nobody(desktop: Desktop, tmp_path: Path, paper: str) -> None:
    asks = {"economic": "Nobody yet. Whom could you ask?"}
    people = {"civic": 9, "public": 2, "education": 7, "voluntary": 12}
    (page,) = written(tmp_path / "s.pdf", paper, lambda on: draw_sectors(on, Table("Harbour", people, 0, asks)))
    said = " ".join(page.split())
    assert "Civic life 9" in said and "Voluntary work 12" in said and "Active members 30" in said
    assert "Nobody yet" in said and "Not shown: Public services, Education" in said
    assert re.search(r"Education 9\b", said) and not re.search(r"\b(2|7)\b", said)


def test_a_word_longer_than_the_line_is_broken_on_paper_and_still_found(desktop: Desktop, tmp_path: Path) -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitänsmützenherstellungswerkstatt"

    def draw(page: Paper) -> None:
        assert page.measure(word, 60, points=12) > page.measure("Yoga", 60, points=12)
        page.paragraph(word, 0, 0, 60, points=12)
        page.text(word, 0, 60, 60, 12, points=12)
        high = page.fitted(f"{word} {word}", 0, 80, 80, 20, points=40, least=6)
        assert high <= 20

    (page,) = written(tmp_path / "w.pdf", "A4", draw)
    assert re.sub(r"\s", "", page).count(word) == 4 and "…" not in page


def test_no_title_of_a_paper_is_cut_off(desktop: Desktop, tmp_path: Path) -> None:
    title = "Comment lire un contrat de location sans se perdre dans les petites lignes, et s’en sortir"
    held = SignInSheet("Harbour Circle", title, {"at": "2026-12-03T09:30"}, 60, "Library", [])
    (sheet,) = written(tmp_path / "s.pdf", "A4", lambda page: draw_sign_in(page, held))
    assert re.sub(r"\s+", " ", sheet).startswith(title)
    notices = Noticeboard(title, "", [Notice("Bread", "", "")], [], "Yoga", {}, "", "")
    (board,) = written(tmp_path / "b.pdf", "A4", lambda page: draw_noticeboard(page, notices))
    assert re.sub(r"\s+", " ", board).startswith(title)


def test_lines_for_guests_do_not_begin_a_page_of_their_own(tmp_path: Path) -> None:
    """What fits on one page less with rows that are a little lower; only where nothing helps few lines begin one."""
    for paper, names in (("Letter", 42), ("A4", 48)):
        lines = [SignInLine(f"Person {number}") for number in range(names)] + [SignInLine()] * 8
        sheet = SignInSheet("Harbour", "Repair café", {"at": "2026-12-03T18:00", "zone": "UTC"}, 120, "", lines)
        pages = written(tmp_path / "sheet.pdf", paper, lambda page, sheet=sheet: draw_sign_in(page, sheet))
        assert "Person" in pages[-1], (paper, names)
    for fits in (22, 24, 26):
        for names in range(1, 120):
            rows = filled([SignInLine("Bo")] * names + [SignInLine()], fits)
            guests, over = len(rows) - names, len(rows) % fits
            assert guests >= 4 and (over in (0, 10)) and guests < fits + 10


def test_papers_that_have_nothing_to_tell_say_so(desktop: Desktop, other: Verbs, tmp_path: Path) -> None:
    pilar = other.reader.list("member")[0].id
    (said,) = written(tmp_path / "learned.pdf", "A4", lambda page: draw_learned(page, learned(other.reader, pilar)))
    assert "Nothing is noted here yet." in said and "0 in this list" not in said and "With whom" not in said
    board = noticeboard(other.reader, TODAY)
    (said,) = written(tmp_path / "board.pdf", "A4", lambda page: draw_noticeboard(page, board))
    said = " ".join(said.split())
    assert "What could you show others?" in said and "What would you like to learn?" in said


def test_a_card_is_green_up_to_its_edge(desktop: Desktop, other: Verbs, tmp_path: Path) -> None:
    cards_ = cards(other.reader, [other.reader.list("member")[0].id])
    written(tmp_path / "card.pdf", "A4", lambda page: draw_cards(page, cards_))
    document = pypdfium2.PdfDocument(tmp_path / "card.pdf")
    sheet = document[0].render(scale=4)
    image = QImage(bytes(sheet.buffer), sheet.width, sheet.height, sheet.stride, QImage.Format.Format_BGR888)
    dots = 4 * 72 / 25.4
    middle = round((18 + 42) * dots)
    seen = [image.pixelColor(middle, round((18 + down) * dots)) for down in (0.6, 1.5, 14, 16)]
    document.close()
    assert seen[0] == seen[1] == seen[2] == BAND and seen[3] == QColor("white")


LONG = " ".join(f"word{number}" for number in range(1500))
"""Higher than a page in any column."""


def test_a_row_higher_than_a_page_goes_on_on_the_next(desktop: Desktop, tmp_path: Path) -> None:
    rows = [["Ana", LONG, "1"], ["Bo", "short", "2"]]
    sheet = Sheet("Members", "Harbour", ["Name", "Notes", "Number"], [False, False, True], rows)
    pages = written(tmp_path / "list.pdf", "A4", lambda page: draw_list(page, sheet))
    told = " ".join(" ".join(pages).split())
    assert len(pages) > 1 and not [word for word in LONG.split() if word not in told.split()]
    assert "Bo" in told and "2 in this list" in told and f"Page {len(pages)} of {len(pages)}" in told


def test_a_record_higher_than_a_page_goes_on_on_the_next(desktop: Desktop, tmp_path: Path) -> None:
    blocks = [Block("Ana", LONG + " " + LONG.replace("word", "more")), Block("Bo", "short")]
    pages = written(tmp_path / "d.pdf", "A4", lambda page: draw_directory(page, "Members", "Harbour", blocks))
    told = " ".join(pages).split()
    assert len(pages) > 1 and {*LONG.split(), *LONG.replace("word", "more").split()} <= {*told}
    assert told.count("Ana") == told.count("Bo") == 1


def test_a_statement_and_a_noticeboard_cut_no_words(desktop: Desktop, other: Verbs, tmp_path: Path) -> None:
    what = " ".join(f"mending{number}" for number in range(12))
    (ana, bo) = (other.records.add("member", {"name": f"{name} {what}"})[0] for name in ("Ana", "Bo"))
    for day in range(1, 29):
        other.swaps.record(ana, bo, 60, what, f"2026-10-{day:02}")
    held = statement(other.reader, ana)
    pages = written(tmp_path / "s.pdf", "A4", lambda page: draw_statement(page, held))
    assert len(pages) > 1 and sum(page.count("mending11") for page in pages) >= 2 * 28 and "…" not in "".join(pages)
    notices = [
        Notice(what, "Ana Ruiz", f"{number}@{'long-name-of-a-provider.' * 4}example.org") for number in range(20)
    ]
    board = Noticeboard("Harbour", "", notices, notices[:3], f"Learn {what}", {}, "", "")
    pages = written(tmp_path / "n.pdf", "A4", lambda page: draw_noticeboard(page, board))
    told = "".join(pages)
    assert len(pages) > 1 and told.count("mending11") == 23 + 7 * len(pages) and "…" not in told


def test_a_noticeboard_has_all_that_is_open_in_the_order_one_counts_and_no_column_for_nothing(
    desktop: Desktop, other: Verbs, tmp_path: Path
) -> None:
    for number in range(1, 121):
        other.records.add("offer", {"title": f"Lesson {number}"})
    board = noticeboard(other.reader, TODAY)
    assert [notice.title for notice in board.offers] == [f"Lesson {number}" for number in range(1, 121)]
    pages = written(tmp_path / "n.pdf", "A4", lambda page: draw_noticeboard(page, board))
    assert re.findall(r"Lesson (\d+)", "".join(pages)) == [str(number) for number in range(1, 121)]
    assert ["Nobody is looking" in " ".join(page.split()) for page in pages] == [True] + [False] * (len(pages) - 1)
    assert len(pages) == 5, "what is left of the offers stands in two columns"


@pytest.mark.parametrize("paper", PAPERS)
def test_titles_on_a_noticeboard_are_as_large_as_each_other_and_as_there_is_room_for(
    tmp_path: Path, paper: str
) -> None:
    """One title of 1.3 lines was drawn in letters of three quarters, alone, over a page half of which was empty."""
    file, contact = tmp_path / "board.pdf", "ana.ruiz.de.apodaca@nachbarschaft-am-alten-hafen.example"
    long = ["Household wiring: bring your own project", "Bicycle repair for everybody", "Pottery, wheel and kiln " * 6]
    few = [Notice("Bread"), *(Notice(title, "Ana Ruiz", contact) for title in long)]

    def sizes(titles: list[str], notices: list[Notice]) -> set[float]:
        written(file, paper, lambda page: draw_noticeboard(page, Noticeboard("", "", notices, [], "", {}, "", "")))
        document = pypdfium2.PdfDocument(file)
        found = set()
        for title in titles:
            words = document[0].get_textpage()
            at, _ = words.search(title.split()[0]).get_next()
            found.add(round(pypdfium2.raw.FPDFText_GetFontSize(words.raw, at), 1))
        document.close()
        return found

    (large,) = sizes(["Bread", *long], few)
    (small,) = sizes(["Bread", *long], [*few, *(Notice(f"Lesson {number}") for number in range(60))])
    assert large > small > 11
