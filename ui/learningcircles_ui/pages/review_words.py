"""Review in sentences: what two laptops changed apart from each other, and what became of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from learningcircles.entities.registry import ENTITIES
from learningcircles.storage.member_numbers import FORMER
from learningcircles_ui import text
from learningcircles_ui.pages.today_rows import Question
from learningcircles_ui.parts.editors import shown


def question_sentence(question: Question) -> str:
    """Return the question as a sentence: "Two laptops changed Amina’s phone. Kept 0123 (Pilar’s laptop, Tuesday)…"."""
    translate = QCoreApplication.translate
    item = question.item
    if item.field == "#deleted":
        return translate(
            "Review", "{name} was removed on one laptop and changed on another ({laptop}, {when}). Now: {kept}."
        ).format(
            name=question.title, laptop=question.other_by, when=_when(item.other_at), kept=_words(question, item.kept)
        )
    if item.field == FORMER:
        return translate(
            "Review",
            "{name} now has the member number {kept}: another member was given {other} before."
            " A card that shows {other} is no longer right for {name}.",
        ).format(name=question.title, kept=item.kept, other=item.other)
    return translate(
        "Review",
        "Two laptops changed {name}: {field}. Kept “{kept}” ({laptop}, {kept_when}). The other is “{other}”"
        " ({other_laptop}, {when}).",
    ).format(
        name=question.title,
        field=_label(question),
        kept=_words(question, item.kept),
        laptop=question.kept_by,
        kept_when=_when(item.kept_at),
        other_laptop=question.other_by,
        when=_when(item.other_at),
        other=_words(question, item.other),
    )


def may_take_other(question: Question) -> bool:
    """Return whether the other value can stand instead: a number that another member has cannot."""
    return question.item.field != FORMER


def other_words(question: Question) -> str:
    """Return the other value for a button, short."""
    words = _words(question, question.item.other)
    return words if len(words) <= 24 else words[:23] + "…"


def _label(question: Question) -> str:
    kind = ENTITIES.get(question.item.entity)
    field = kind.field(question.item.field.partition("/")[0]) if kind else None
    return text.field_label(field) if field else question.item.field


def _words(question: Question, value: Any) -> str:
    translate = QCoreApplication.translate
    if question.item.field == "#deleted":
        return translate("Review", "removed") if value is True else translate("Review", "kept")
    if isinstance(value, bytes):
        return question.names.get(value, "")
    if value in (None, ""):
        return translate("Review", "nothing")
    if isinstance(value, dict) and "at" in value:
        return text.moment(value)
    kind = ENTITIES.get(question.item.entity)
    field = kind.field(question.item.field.partition("/")[0]) if kind else None
    return shown(field, value) if field else str(value)


def _when(at: int) -> str:
    return text.instant(at)
