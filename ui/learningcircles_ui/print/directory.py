"""Records of one kind as a list to print: each with its title, and below it all that it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles.entities.declare import Entity, Field, Kind
from learningcircles.entities.registry import entity as entity_named
from learningcircles.intake.export import cells
from learningcircles.laptop.files import write_whole
from learningcircles.laptop.home import Home
from learningcircles.zone import local_zone
from learningcircles_ui import text
from learningcircles_ui.application import application
from learningcircles_ui.print.cells import pieces
from learningcircles_ui.print.paper import Paper, pdf_bytes
from learningcircles_ui.settings import Settings, speak
from learningcircles_ui.theme import load_fonts

translate = QCoreApplication.translate
_TOP, _FOOT, _GAP = 24.0, 10.0, 3.5


class Block(NamedTuple):
    """One record: its title, and the rest in a few lines."""

    title: str
    rest: str


class Directory(NamedTuple):
    """A list to print: what it is called, of which circle, and its records."""

    title: str
    circle: str
    blocks: Sequence[Block]


def write_directory(home: Home, reader: Reader, kind: str, file: Path, *, paper: str = "A4") -> int:
    """Write all records of `kind` that are not removed into a PDF; return how many. Raises Refused.

    For programs without a window: it brings its own Qt application, in this laptop's language.
    """
    app = application()
    load_fonts()
    speak(app, Settings(home).language)
    held = read_directory(reader, kind)
    write_whole(file, pdf_bytes(lambda page: draw_directory(page, *held), paper, held.title))
    return len(held.blocks)


def read_directory(reader: Reader, kind: str) -> Directory:
    """Read what such a list shows, by title."""
    entity = entity_named(kind)
    records = reader.list(entity.name, order=entity.title)
    charter = reader.find_one("!charter", reader.circle)
    name = str(charter.get("name", "")) if charter else ""
    return Directory(text.kind_label(entity, plural=True), name, _blocks(reader, entity, records))


def draw_directory(page: Paper, title: str, circle: str, blocks: Sequence[Block]) -> int:
    """Draw the blocks on as many pages as they need; returns how many."""
    sheets = _paginated(page, blocks)
    for number, sheet in enumerate(sheets, 1):
        if number > 1:
            page.next_page()
        page.text(title, 0, 0, page.width, 10, points=20, bold=True)
        under = " · ".join(part for part in (circle, text.day(text.today())) if part)
        page.text(under, 0, 10.5, page.width, 6, points=11, quiet=True)
        y = _TOP
        for block in sheet:
            y += _draw(page, block, y)
        foot = translate("SignIn", "Page {number} of {pages}").format(
            number=text.number(number), pages=text.number(len(sheets))
        )
        page.text(foot, 0, page.height - 6, page.width, 6, points=8, quiet=True, align=Qt.AlignmentFlag.AlignRight)
    return len(sheets)


def _paginated(page: Paper, blocks: Sequence[Block]) -> list[list[Block]]:
    sheets: list[list[Block]] = [[]]
    y = _TOP
    for block, height in (piece for each in blocks for piece in _pieces(page, each)):
        if y + height > page.height - _FOOT and sheets[-1]:
            sheets.append([])
            y = _TOP
        sheets[-1].append(block)
        y += height
    return sheets


def _pieces(page: Paper, block: Block) -> Iterator[tuple[Block, float]]:
    """Yield what of a record stands together, and its height: only the first of several pieces has its title."""
    title = page.measure(block.title, page.width, points=12, bold=True)
    rest, room = page.measure(block.rest, page.width, points=9.5) if block.rest else 0.0, page.height - _TOP - _FOOT
    if title + rest + _GAP <= room:
        yield block, title + rest + _GAP
        return
    left = room - _GAP
    for number, each in enumerate(pieces(page, block.rest, page.width, points=9.5, first=left - title, room=left)):
        high = page.measure(each, page.width, points=9.5) + _GAP
        yield (Block("", each), high) if number else (Block(block.title, each), title + high)


def _draw(page: Paper, block: Block, y: float) -> float:
    page.line(0, y - _GAP / 2, page.width)
    height = page.paragraph(block.title, 0, y, page.width, points=12, bold=True) if block.title else 0.0
    if block.rest:
        height += page.paragraph(block.rest, 0, y + height, page.width, points=9.5)
    return height + _GAP


def _blocks(reader: Reader, entity: Entity, records: Sequence[Record]) -> list[Block]:
    rows = cells(reader, entity, records, local_zone())
    return [_block(entity, record, row) for record, row in zip(records, rows, strict=True)]


def _block(entity: Entity, record: Record, row: Sequence[str | int]) -> Block:
    told = [
        text.labelled(text.field_label(field), text.as_written(_shown(field, record, cell)))
        for field, cell in zip(entity.read, row, strict=True)
        if field.name != entity.title and cell != ""
    ]
    return Block(str(row[[field.name for field in entity.read].index(entity.title)]), "  ·  ".join(told))


def _shown(field: Field, record: Record, cell: str | int) -> str:
    value = record[field.name]
    if field.kind is Kind.CHOICE:
        return text.choice_label(field, value)
    if field.kind is Kind.FIELD_CODE:
        return text.field_of_learning(str(value))
    if field.kind is Kind.DATE:
        return text.day(value)
    if field.kind is Kind.LOCAL_TIME:
        return text.moment(value)
    if field.kind is Kind.MINUTES:
        return text.hours(int(value))
    if field.kind is Kind.LANGUAGE:
        return text.listed([text.language_name(code) for code in value])
    return text.listed(value) if field.many else " ".join(str(cell).split())
