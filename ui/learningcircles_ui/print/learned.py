"""What a member has learned, on paper: formal, non-formal and informal in one list, in the order of the days."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from learningcircles.circle.changes import Record
from learningcircles.entities.learning import LEARNING
from learningcircles.papers.learned import Learned
from learningcircles_ui import text
from learningcircles_ui.print.listing import Sheet, draw_list
from learningcircles_ui.print.paper import Paper

translate = QCoreApplication.translate


def draw_learned(page: Paper, told: Learned) -> None:
    """Draw the list, on as many pages as it needs."""
    title = translate("Learned", "What {name} has learned").format(name=told.card.name)
    headers = [
        translate("Learned", "When"), translate("Learned", "What"), translate("Learned", "How"),
        translate("Learned", "Time"), translate("Learned", "Where"), translate("Learned", "With whom"),
    ]  # fmt: skip
    rows = [_cells(record) for record in told.records]
    nothing = translate("Learned", "Nothing is noted here yet. Whatever was learned, in whatever way, can be.")
    right = [False, False, False, True, False, False]
    draw_list(page, Sheet(title, told.card.circle, headers, right, rows, nothing))


def _cells(record: Record) -> list[str]:
    return [
        text.day(record["on"]),
        str(record.get("topic", "")),
        text.choice_label(LEARNING.field("kind"), record["kind"]),
        text.length(record["minutes"]),
        str(record.get("place", "")),
        str(record.get("with_whom", "")),
    ]
