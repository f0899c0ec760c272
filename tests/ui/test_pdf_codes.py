"""A paper that was saved as PDF is taken in place of a picture of it; what strangers call a PDF is not trusted."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from learningcircles.errors import CircleError
from learningcircles.trust.recovery import Sheet
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.before.first_run import FirstRun
from learningcircles_ui.parts.pdf_codes import MOST_BYTES
from learningcircles_ui.parts.qr import QrCode, read_code
from learningcircles_ui.parts.ticks import Radio
from learningcircles_ui.print.invitation import draw_invitation
from learningcircles_ui.print.paper import Paper
from learningcircles_ui.print.recovery_sheet import draw_recovery_sheet
from tests.ui.drops import drop
from tests.ui.on_paper import picture_of

Settle = Callable[[Desktop], None]
INVITATION = "learningcircles://join/" + "0123456789ABCDEFGHJKMNPQRSTVWXYZ" * 5
SHEET = Sheet(bytes(range(16)), bytes(16), "https://hub.example")


@pytest.fixture
def invitation(desktop: Desktop, tmp_path: Path) -> Path:
    return drawn(
        tmp_path / "invite.pdf", lambda page: draw_invitation(page, "Quay", INVITATION, "For one.", has_hub=True)
    )


@pytest.fixture
def sheet(desktop: Desktop, tmp_path: Path) -> Path:
    return drawn(tmp_path / "Recovery sheet.PDF", lambda page: draw_recovery_sheet(page, SHEET, "Quay"))


def drawn(file: Path, draw: Callable[[Paper], object]) -> Path:
    page = Paper(file, "A4", "Test")
    draw(page)
    page.finish()
    return file


def test_a_sheet_saved_as_pdf_gets_its_circle_back(desktop: Desktop, sheet: Path, settle: Settle) -> None:
    first = desktop.begin("back")
    first.again_back.take_picture(sheet)
    settle(desktop)
    assert first.wrong.text() == "" and first.again_back.words.toPlainText() == SHEET.text()
    assert first.again_back.amiss() is None


def test_an_invitation_saved_as_pdf_is_opened_from_anywhere(
    desktop: Desktop, invitation: Path, settle: Settle, tmp_path: Path
) -> None:
    """Chosen in the first run, dropped on the window, or from outside; a list that comes with it is surer."""
    first = desktop.begin("join")
    first.names.take_picture(invitation)
    settle(desktop)
    assert first.names.invitation.text() == INVITATION
    window = desktop.open()
    settle(desktop)
    assert drop(window, [invitation])
    settle(desktop)
    assert isinstance(desktop.front, FirstRun) and desktop.front.names.invitation.text() == INVITATION


@pytest.mark.parametrize("way", ["window", "door", "address", "cards"])
def test_a_sheet_saved_as_pdf_is_taken_from_anywhere(
    desktop: Desktop, sheet: Path, settle: Settle, qtbot: QtBot, way: str
) -> None:
    if way == "cards":
        first = desktop.begin()
        first.go(1)
        qtbot.waitUntil(first.isVisible)
        drop(first, [sheet])
    elif way == "window":
        drop(desktop.open(), [sheet])
    else:
        desktop.open()
        desktop.receive(str(sheet) if way == "door" else SHEET.text())
    settle(desktop)
    front = desktop.front
    assert isinstance(front, FirstRun) and front.step() == 2 and front.what == "back" and front.wrong.text() == ""
    assert front.again_back.words.toPlainText() == SHEET.text() and front.again_back.at_hub.isChecked()
    front.go(1)
    shown = [each.text() for each in front.findChildren(Radio) if each.isChecked() and each.isVisible()]
    assert shown == ["Get a circle back"]


def test_a_paper_goes_to_the_step_that_asks_for_it(
    desktop: Desktop, sheet: Path, invitation: Path, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    first = desktop.begin("new")
    qtbot.waitUntil(first.isVisible)
    for paper, what in ((sheet, "back"), (invitation, "join"), (sheet, "back")):
        drop(first, [paper])
        settle(desktop)
        assert (first.what, first.step(), first.wrong.text()) == (what, 2, "")
    assert first.names.invitation.text() == INVITATION and first.again_back.words.toPlainText() == SHEET.text()
    for words, said in (("learningcircles://hub/X", "This is a hub’s code."), ("", "There is no code to be seen")):
        picture = QImage(60, 60, QImage.Format.Format_RGB32)
        picture.fill(0xFFFFFF)
        (QrCode(words, "a code").grab().toImage() if words else picture).save(str(tmp_path / "code.png"))
        drop(first, [tmp_path / "code.png"])
        settle(desktop)
        assert said in first.wrong.text() and first.step() == 2


def test_a_sheet_of_a_circle_without_a_hub_asks_for_a_file(desktop: Desktop, tmp_path: Path, settle: Settle) -> None:
    alone = SHEET._replace(hub="")
    paper = drawn(tmp_path / "sheet.pdf", lambda page: draw_recovery_sheet(page, alone, "Quay"))
    back = desktop.begin("back").again_back
    back.words.setPlainText(" ".join(SHEET.words))
    back.words.setPlainText(alone.text()[:40])
    assert back.at_hub.isChecked(), "words tell nothing of a hub"
    back.take_picture(paper)
    settle(desktop)
    assert back.at_hand.isChecked() and back.file.isVisibleTo(back) and back.missing() is back.file
    back.at_hub.setChecked(True)
    assert back.hub.isVisibleTo(back), "there may be one by now"


def test_what_a_pdf_keeps_is_what_stands_on_it(invitation: Path, sheet: Path, tmp_path: Path) -> None:
    for file, words in ((invitation, INVITATION), (sheet, SHEET.text())):
        document = pypdfium2.PdfDocument(file)
        kept = [bytes(document.get_attachment(at).get_data()) for at in range(document.count_attachments())]
        document.close()
        assert kept == [words.encode()] and read_code(picture_of(file, tmp_path)) == words == read_code(file)


def test_files_to_choose_from_are_seen(desktop: Desktop, settle: Settle) -> None:
    first = desktop.begin("back")
    for step in (first.again_back, first.names):
        step._choose_picture()
        dialog = step.findChildren(QFileDialog)[-1]
        assert "*.pdf" in dialog.nameFilters()[0]
        dialog.close()


def jpeg(words: str) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture = QrCode(words, "a code").grab().toImage() if words else QImage(60_000, 10, QImage.Format.Format_RGB32)
    picture.convertToFormat(QImage.Format.Format_RGB32).save(buffer, "JPG")
    return bytes(held.data())


def pdf(*streams: bytes) -> bytes:
    held = b"".join(b"1 0 obj\n<< /Length 9 >>\nstream\r\n" + each + b"\nendstream\nendobj\n" for each in streams)
    return b"%PDF-1.7\n" + held + b"%%EOF\n"


def test_a_scan_is_a_photograph_in_a_pdf(desktop: Desktop, tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(pdf(b"q 1 0 0 1 0 0 cm", jpeg("learningcircles://join/ABC")))
    assert read_code(file) == "learningcircles://join/ABC"


@pytest.mark.qt_log_level_fail("NO")
def test_a_strangers_pdf_is_refused_in_words(
    desktop: Desktop, invitation: Path, settle: Settle, tmp_path: Path
) -> None:
    bomb = zlib.compress(bytes(50_000_000))
    told = "No code can be read in {}. Take a picture of the paper itself, or type what stands on it."
    strange = {
        "empty": pdf(), "bombs": pdf(*[bomb] * 300), "many": pdf(*[b"x"] * 50_000),
        "cut": invitation.read_bytes()[:3000],
        "no photograph": pdf(*[b"\xff\xd8\xff" + bytes(500)] * 50), "broad": pdf(jpeg("")),
        "elsewhere": pdf(zlib.compress(b"https://example.org/")), "scheme": pdf(b"learningcircles://" + b"A" * 5000),
        "words": pdf(zlib.compress("learningcircles://join/É\u202e".encode())),
    }  # fmt: skip
    for name, data in strange.items():
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(data)
        with pytest.raises(CircleError) as caught:
            read_code(file)
        assert str(caught.value) in (
            told.format(file.name),
            f"{file.name} is too large. Save it smaller, or as JPEG.",
        )
    first = desktop.begin("back")
    first.again_back.take_picture(tmp_path / "empty.pdf")
    settle(desktop)
    assert first.wrong.text() == told.format("empty.pdf")
    huge = tmp_path / "huge.pdf"
    with huge.open("wb") as file:
        file.write(pdf())
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(CircleError, match="too large"):
        read_code(huge)
