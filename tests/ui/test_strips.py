"""The strips of a noticeboard, to be torn off."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QLabel

from learningcircles.circle.facets import Verbs
from learningcircles.papers.noticeboard import Notice, Noticeboard
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.parts.qr import read_code
from learningcircles_ui.print.noticeboard import draw_noticeboard
from learningcircles_ui.print.paper import most_lines
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.print.sheets import print_noticeboard
from tests.ui.on_paper import picture_of, written

PAPERS = ("A4", "Letter")


def test_a_strip_says_of_which_listing_and_leads_to_the_page(tmp_path: Path) -> None:
    offers = [Notice("Bread"), Notice("Pottery", "Ana Prado", "0145")]
    page = "https://hub.example/circles/ab"
    board = Noticeboard("Harbour", "", offers, [Notice("Guitar", "Bo Ek"), Notice("Chess")], "", {}, "", page)
    file = tmp_path / "board.pdf"
    (said,) = written(file, "A4", lambda paper: draw_noticeboard(paper, board))
    assert said.count("About no.") == 7 and re.findall(r"^\d+", said, re.MULTILINE)[:4] == ["1", "2", "3", "4"]
    assert read_code(picture_of(file, tmp_path)) == page
    words = pypdfium2.PdfDocument(file)[0].get_textpage()

    def line(of: str) -> float:
        at, _ = words.search(of).get_next()
        return float(words.get_charbox(at)[1])

    for offered, asked in (("Bread", "Guitar"), ("Pottery", "Chess")):  # round letters stand a hair lower
        assert abs(line(offered) - line(asked)) < 1, "with a name below it or without"


@pytest.mark.parametrize("count", [3, most_lines(19)])
def test_lines_of_a_strip_stand_apart_as_many_as_have_room(count: int, tmp_path: Path) -> None:
    file = tmp_path / "strip.pdf"
    lines = [f"Ägyp{number}" for number in range(count)]
    written(file, "A4", lambda page: page.upright(lines, 20, 20, 19, 60, points=9))
    words = pypdfium2.PdfDocument(file)[0].get_textpage()
    found = []
    for each in lines:
        at, length = words.search(each).get_next()
        boxes = [words.get_charbox(at + place) for place in range(length)]
        found.append((min(box[0] for box in boxes), max(box[2] for box in boxes)))
    assert all(before[1] < after[0] for before, after in pairwise(sorted(found)))


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_what_stands_on_a_strip_can_be_read_however_much_it_is(paper: str, tmp_path: Path) -> None:
    page = "https://hub.a-very-long-name-of-a-municipality.example/circles/" + "ab" * 40
    board = Noticeboard(
        "The learning circle of the long street behind the old harbour and its gardens", "", [Notice("Bread")], [],
        "Everything about bicycles, from the chain to the bell, and how to ride them", {"at": "2026-12-04T18:00"},
        "The community room on the second floor behind the library of the long street", page,
    )  # fmt: skip
    file = tmp_path / "strip.pdf"
    written(file, paper, lambda drawn: draw_noticeboard(drawn, board))
    words = pypdfium2.PdfDocument(file)[0].get_textpage()
    assert "https" not in words.get_text_range(), "half an address leads nowhere; the code has all of it"
    for part in ("About", "Everything", "The com", "second"):
        at, length = words.search(part).get_next()
        boxes = [words.get_charbox(at + place) for place in range(length)]
        # Turned by a quarter: the letters' height lies across the page. Capitals are 0.73 of the type's size.
        assert max(box[2] for box in boxes) - min(box[0] for box in boxes) >= 0.7 * 5.4, part


@pytest.mark.parametrize(
    "place", ["", "Hall", "Customs Quay hall", "The hall behind the old customs house", "Fishermen’s Row"]
)
@pytest.mark.parametrize("paper", PAPERS)
def test_words_on_strips_are_found_whatever_size_they_have(paper: str, place: str, tmp_path: Path) -> None:
    start = {"at": "2026-12-04T18:00"}
    board = Noticeboard("Harbour", "", [Notice("Bread")], [], "Repair evening", start, place, "")
    (said,) = written(tmp_path / "strip.pdf", paper, lambda page: draw_noticeboard(page, board))
    found = " ".join(said.split())
    for word in ("Harbour", "Repair", "evening", *place.split()):
        assert found.count(word) >= 7, word


def test_a_strip_that_has_little_to_say_says_it_large(tmp_path: Path) -> None:
    """It was of 7 points over half of the strip: nobody who stands before the board could read it."""
    start = {"at": "2026-12-04T18:00"}
    board = Noticeboard("Harbour", "", [Notice("Bread")], [], "Repair evening", start, "Customs Quay hall", "")
    file = tmp_path / "strip.pdf"
    written(file, "A4", lambda drawn: draw_noticeboard(drawn, board))
    words = pypdfium2.PdfDocument(file)[0].get_textpage()
    letters = [at for at in range(words.count_chars()) if words.get_text_range(at, 1).strip()]
    said = "".join(words.get_text_range(at, 1) for at in letters)
    for part in ("Repair", "Customs"):
        boxes = [words.get_charbox(letters[said.index(part) + place]) for place in range(len(part))]
        assert max(box[2] for box in boxes) - min(box[0] for box in boxes) >= 0.7 * 8, part


def test_strips_that_would_lead_nowhere_are_told_before_they_are_printed(
    desktop: Desktop, other: Verbs, settle: Callable[[Desktop], None]
) -> None:
    window = desktop.open()

    def warned() -> bool:
        print_noticeboard(window.shell, window)
        settle(desktop)
        preview = window.findChildren(PrintPreview)[-1]
        told = [each.text() for each in preview.findChildren(QLabel)]
        preview.reject()
        return any(
            words.startswith("The strips will not say where to ask: no meetup with a place is to come")
            for words in told
        )

    assert warned()
    start = {"at": "2099-01-05T18:00", "zone": "Europe/Paris"}
    meetup, _ = other.records.add("meetup", {"title": "Repair shop", "start": start, "minutes": 120})
    assert warned(), "at a time, but where?"
    other.records.edit("meetup", meetup, {"place": "Library"})
    assert not warned()
    sooner = {"at": "2098-01-05T18:00", "zone": "Europe/Paris"}
    other.records.add("meetup", {"title": "Somewhere", "start": sooner, "minutes": 120})
    assert not warned(), "there is one where one may ask"
    other.records.edit("meetup", meetup, {"start": {"at": f"{text.today()}T00:00", "zone": "Europe/Paris"}})
    assert warned(), "that one has begun: by tomorrow it leads nowhere"
