"""Review in sentences: what two laptops changed apart from each other, and what became of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from learningcircles.circle.review_verbs import may_take
from learningcircles.circle.swaps import IN_PERSON
from learningcircles.entities.declare import Field, Kind
from learningcircles.entities.registry import ENTITIES
from learningcircles.storage.member_numbers import FORMER
from learningcircles_ui import text
from learningcircles_ui.pages.today.review_rows import Question
from learningcircles_ui.parts.history_words import value_words
from learningcircles_ui.parts.shown import reach_words

_REACHES = ("reach", "figures")
_IN_LINE = 60
_NOTED = 4
"""So many of what was noted about something removed are told; of more, how many they are."""


def question_sentence(question: Question) -> str:
    """Return the question as a sentence: "Two laptops changed Amina’s phone. Kept 0123 (Pilar’s laptop, Tuesday)…"."""
    translate = QCoreApplication.translate
    item = question.item
    if item.noted:
        return _noted_sentence(question)
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
    if element_of(item.field):
        return _element_sentence(question)
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


def heading(question: Question) -> str:
    """Return what was changed, without the values: "Amina: Notes"."""
    return text.labelled(question.title, _label(question))


def in_short(question: Question) -> str:
    """Return both values in a line, however long they are: "Kept “South”  ·  the other “North”"."""
    translate, item = QCoreApplication.translate, question.item
    if word := element_of(item.field):
        said = translate("Review", "Without “{word}”  ·  the other added it")
        if item.kept is True:
            said = translate("Review", "Kept “{word}”  ·  the other took it out")
        return said.format(word=_spoken(question, word))
    kept, other = (_in_line(_words(question, each)) for each in (item.kept, item.other))
    return translate("Review", "Kept “{kept}”  ·  the other is “{other}”").format(kept=kept, other=other)


def both(question: Question) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return (who wrote it, on which laptop, when; what they wrote, whole) of the value that is kept and the other."""
    translate, item = QCoreApplication.translate, question.item
    kept = translate("Review", "Kept ({laptop}, {when})").format(laptop=question.kept_by, when=_when(item.kept_at))
    other = translate("Review", "The other ({laptop}, {when})").format(
        laptop=question.other_by, when=_when(item.other_at)
    )
    return (kept, _words(question, item.kept)), (other, _words(question, item.other))


def may_take_other(question: Question) -> bool:
    """Return whether the other value can stand instead: a number that another member has cannot."""
    return may_take(question.item)


def other_words(question: Question) -> str:
    """Return the other value for a button, short."""
    words = " ".join(_words(question, question.item.other).split())
    return words if len(words) <= 24 else words[:23] + "…"


def take_words(question: Question) -> str:
    """Return what a button says that takes the other value."""
    translate, item = QCoreApplication.translate, question.item
    if word := element_of(item.field):
        words = translate("Review", "Add {word} instead")
        if item.kept is True:
            words = translate("Review", "Take {word} out instead")
        return words.format(word=_spoken(question, word))
    if item.field == "#deleted" and item.kept is True:
        return translate("Review", "Bring it back")
    if item.other in (None, ""):
        return translate("Review", "Leave it empty instead")
    return translate("TodayCards", "Use {value} instead").format(value=other_words(question))


def fine_words(question: Question) -> str:
    """Return what a button says that leaves what stands."""
    if question.item.field == "#deleted" and question.item.kept is True:
        return QCoreApplication.translate("Review", "Leave it removed")
    return QCoreApplication.translate("TodayCards", "Fine")


def element_of(register: str) -> str:
    """Return the element that a register of a list is about, empty for any other register."""
    return register.partition("/")[2]


def _noted_sentence(question: Question) -> str:
    """Return the sentence on what was noted about something that another laptop removed at that time."""
    item, translate = question.item, QCoreApplication.translate
    one = translate("Review", "{what} – {said}")
    noted = [one.format(what=what, said=said) for what, said in question.noted[:_NOTED]]
    if more := len(question.noted) - _NOTED:
        noted += [translate("Review", "%n more", "", more)] if more > 0 else []
    return translate(
        "Review",
        "{name} was removed ({laptop}, {when}). Somebody who did not know of that has noted: {noted}"
        " ({other_laptop}, {other_when}). Now it is removed.",
    ).format(
        name=question.title, laptop=question.kept_by, when=_when(item.kept_at), noted=text.listed(noted),
        other_laptop=question.other_by, other_when=_when(item.other_at),
    )  # fmt: skip


def _element_sentence(question: Question) -> str:
    """Return the sentence on a word of a list that one laptop added and another one took out."""
    translate, item = QCoreApplication.translate, question.item
    kept, other = (question.kept_by, _when(item.kept_at)), (question.other_by, _when(item.other_at))
    added, gone = (kept, other) if item.kept is True else (other, kept)
    words = translate(
        "Review",
        "{name}: {field}: {word} was added on one laptop ({laptop}, {when}) and taken out on another ({other_laptop},"
        " {other_when}). Now it is not there.",
    )
    if item.kept is True:
        words = translate(
            "Review",
            "{name}: {field}: {word} was added on one laptop ({laptop}, {when}) and taken out on another"
            " ({other_laptop}, {other_when}). Now it is there.",
        )
    return words.format(
        name=question.title, field=_label(question), word=_spoken(question, element_of(item.field)), laptop=added[0],
        when=added[1], other_laptop=gone[0], other_when=gone[1],
    )  # fmt: skip


def _spoken(question: Question, element: str) -> str:
    field = _field(question)
    return text.language_name(element) if field is not None and field.kind is Kind.LANGUAGE else element


def _in_line(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _IN_LINE else line[: _IN_LINE - 1] + "…"


def _field(question: Question) -> Field | None:
    kind = ENTITIES.get(question.item.entity)
    return kind.field(question.item.field.partition("/")[0]) if kind else None


def _label(question: Question) -> str:
    field = _field(question)
    return text.field_label(field).lstrip("¿").rstrip("?\u00a0\u202f ") if field else question.item.field


def _words(question: Question, value: Any) -> str:
    translate = QCoreApplication.translate
    if question.item.field == "#deleted":
        return translate("Review", "removed") if value is True else translate("Review", "kept")
    if isinstance(value, bytes):
        return question.names.get(value) or translate("Review", "somebody or something that is gone")
    if value in (None, ""):
        return translate("Review", "nothing")
    if isinstance(value, dict) and "at" in value:
        return text.moment(value)
    field = _field(question)
    if field is not None and field.name in _REACHES:
        return reach_words(value)
    if field is not None and field.kind is Kind.DATE:
        return text.day(str(value))
    if field is not None and field.name == "source" and value == IN_PERSON:
        return translate("Dossier", "in person")
    return value_words(field, value)


def _when(at: int) -> str:
    return text.instant(at)
