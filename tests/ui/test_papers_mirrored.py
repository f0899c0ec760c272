"""What is printed where people read from right to left: the same paper seen in a mirror, but for words and codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from learningcircles.circle.facets import Verbs
from learningcircles.papers.account import cards, statement
from learningcircles.papers.noticeboard import noticeboard
from learningcircles.papers.poster import poster
from learningcircles.papers.signin import sign_in_sheet
from learningcircles.trust.recovery import Sheet
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.parts.qr import read_code
from learningcircles_ui.print.account import draw_cards, draw_statement
from learningcircles_ui.print.invitation import draw_invitation
from learningcircles_ui.print.listing import Sheet as ListSheet
from learningcircles_ui.print.listing import draw_list
from learningcircles_ui.print.noticeboard import draw_noticeboard
from learningcircles_ui.print.paper import Paper
from learningcircles_ui.print.poster import draw_poster
from learningcircles_ui.print.recovery_sheet import draw_recovery_sheet
from learningcircles_ui.print.sign_in import draw_sign_in
from learningcircles_ui.screens.looks import Pseudo
from tests.ui.on_paper import picture_of, written
from tests.ui.test_papers import TODAY, allow

Draw = Callable[[Paper], object]
INVITATION = "learningcircles://join/" + "0123456789ABCDEFGHJKMNPQRSTVWXYZ" * 5


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[Callable[[bool], None]]:
    """Turn the direction in which people read."""
    yield lambda rtl: qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def places(draw: Draw, file: Path, paper: str, lines: tuple[str, ...]) -> list[tuple[float, float, float]]:
    """Return where each of these lines stands: from the left edge, to the right edge, above the foot; in points."""
    page = Paper(file, paper, "Test")
    draw(page)
    page.finish()
    document = pypdfium2.PdfDocument(file)
    wide = document[0].get_width()
    held = document[0].get_textpage()
    found = []
    for line in lines:
        at = held.search(line, match_case=True).get_next()
        assert at is not None, line
        boxes = [held.get_charbox(number) for number in range(at[0], sum(at)) if held.get_text_range(number, 1).strip()]
        found.append((min(box[0] for box in boxes), wide - max(box[2] for box in boxes), min(box[1] for box in boxes)))
    document.close()
    return found


def papers(verbs: Verbs) -> dict[str, tuple[Draw, tuple[str, ...]]]:
    """Each paper, with lines of it that stand alone."""
    ana, _ = verbs.records.add("member", {"name": "Ana Prado", "phone": "+33 1 45"})
    bo, _ = verbs.records.add("member", {"name": "Bo Ek"})
    allow(verbs, ana, "name_in_print", "pass_on_contact")
    verbs.records.add("offer", {"member": ana, "title": "Sourdough for all"})
    verbs.records.add("request", {"member": bo, "title": "Knitting"})
    verbs.swaps.record(ana, bo, 90, "Bicycles", "2026-10-01")
    meetup, _ = verbs.meetups.plan("Open day", "2026-12-03T09:30", 180, place="Library")
    board, told = noticeboard(verbs.reader, TODAY), statement(verbs.reader, ana)
    sign_in, on_door = sign_in_sheet(verbs.reader, meetup), poster(verbs.reader, meetup, TODAY)
    both = cards(verbs.reader, [ana, bo])
    sheet = Sheet(bytes(range(16)), bytes(16), "https://hub.example")
    return {
        "poster": (lambda page: draw_poster(page, on_door), ("Open day", "Thursday 3 December", "Library")),
        "noticeboard": (lambda page: draw_noticeboard(page, board), ("We offer", "Sourdough for all", "Knitting")),
        "sign-in sheet": (lambda page: draw_sign_in(page, sign_in), ("Here", "Signature", "Bo Ek", "Page 1 of 1")),
        "cards": (lambda page: draw_cards(page, both), ("Ana Prado", "Bo Ek", "Number 1-2")),
        "statement": (lambda page: draw_statement(page, told), ("Day", "Bicycles")),
        "invitation": (
            lambda page: draw_invitation(page, "Quay", INVITATION, "For one laptop.", has_hub=False), ("Join Quay",)
        ),
        "recovery sheet": (
            lambda page: draw_recovery_sheet(page, sheet, "Quay"), ("Recovery sheet of Quay", "To get the circle back")
        ),
    }  # fmt: skip


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_each_paper_is_seen_as_in_a_mirror(
    desktop: Desktop, other: Verbs, tmp_path: Path, mirrored: Callable[[bool], None], paper: str
) -> None:
    for name, (draw, lines) in papers(other).items():
        mirrored(False)
        before = places(draw, tmp_path / "ltr.pdf", paper, lines)
        mirrored(True)
        after = places(draw, tmp_path / "rtl.pdf", paper, lines)
        for line, (left, right, up), (to_left, to_right, to_up) in zip(lines, before, after, strict=True):
            assert (to_left, to_right) == pytest.approx((right, left), abs=2.5), f"{name}: {line}"
            assert to_up == pytest.approx(up, abs=6), f"{name}: {line} (marks of direction may make a line higher)"
            assert abs(left - right) > 8, f"{name}: {line} stands in the middle and proves nothing"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_in_a_longer_language_nothing_leaves_the_paper_and_codes_are_read(
    desktop: Desktop, other: Verbs, qapp: QApplication, tmp_path: Path, mirrored: Callable[[bool], None], paper: str
) -> None:
    drawn, pseudo = papers(other), Pseudo(qapp)
    mirrored(True)
    QCoreApplication.installTranslator(pseudo)
    try:
        said = {name: "\n".join(written(tmp_path / f"{name}.pdf", paper, draw)) for name, (draw, _) in drawn.items()}
    finally:
        QCoreApplication.removeTranslator(pseudo)
    assert "Ñàmé" in said["sign-in sheet"] and "Wé öffér" in said["noticeboard"]
    assert read_code(picture_of(tmp_path / "invitation.pdf", tmp_path)) == INVITATION
    assert "SUMMARY:Open day" in read_code(picture_of(tmp_path / "poster.pdf", tmp_path))
    assert "01234 56789 ABCDE" in said["invitation"], "the letters to type are in their order"


def test_hours_from_and_to_and_telephones_keep_their_order(
    qapp: QApplication, mirrored: Callable[[bool], None]
) -> None:
    mirrored(True)
    assert text.from_to("2026-12-03T09:30", 180) == "\u206609:30 – 12:30\u2069"
    assert text.as_written("+33 1 45") == "\u2068+33 1 45\u2069"


def test_a_line_that_just_fits_is_not_cut(desktop: Desktop, tmp_path: Path) -> None:
    words = "Household wiring: bring your own project"
    page = Paper(tmp_path / "fits.pdf", "Letter", "Fits")
    page.text(words, 0, 0, page.width, 8, points=12)
    wide = QFontMetricsF(page._painter.font(), page._painter.device()).horizontalAdvance(words) / page._dots_per_mm
    for number in range(12):
        page.text(words, 0, 10 + number * 8, wide + number * 0.01, 6, points=12)
    page.finish()
    document = pypdfium2.PdfDocument(tmp_path / "fits.pdf")
    assert "…" not in document[0].get_textpage().get_text_range()
    document.close()


def test_beside_long_words_short_columns_stay_whole(desktop: Desktop, tmp_path: Path) -> None:
    long = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft"
    rows = [[long, long, f"{long} {long}", "", "+1 h 45 min", "Applied"]] * 3
    headers = ["Name", "Neighbourhood", "Offers", "Wants", "Hours", "Status"]
    sheet = ListSheet("Members", "Quay", headers, [False] * 4 + [True, False], rows)
    (said,) = written(tmp_path / "list.pdf", "A4", lambda page: draw_list(page, sheet))
    assert said.count("Applied") == 3 and said.count("+1 h 45 min") == 3


def test_a_name_stands_in_one_line_beside_a_column_that_is_nearly_empty(desktop: Desktop, tmp_path: Path) -> None:
    people = ["Anneliese Schäfer", "Dimitra Papadopoulou", "Aoife Byrne"]
    offers = "Portuguese, photography, smartphone basics, net mending, French conversation, first aid, spreadsheets"
    rows = [[name, "Fishermen’s Row", offers, "smartphone basics" * (at == 2), "+1 h 45 min", "Applied"]
            for at, name in enumerate(people)]  # fmt: skip
    headers = ["Name", "Neighbourhood", "Offers", "Wants", "Hours", "Status"]
    sheet = ListSheet("Members", "Quay", headers, [False] * 4 + [True, False], rows)
    (said,) = written(tmp_path / "list.pdf", "A4", lambda page: draw_list(page, sheet))
    assert all(name in said for name in people), "not broken"
