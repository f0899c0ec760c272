"""What became of a field, in words: one line of a record's history."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from learningcircles.circle.changes import HistoryLine
from learningcircles.entities.declare import Entity, Field, Kind
from learningcircles.journal.operations import DELETED
from learningcircles_ui import text
from learningcircles_ui.parts.shown import shown

translate = QCoreApplication.translate


def became(
    entity: Entity, line: HistoryLine, named: Callable[[bytes], str] | None = None, *, from_: bool = True
) -> str:
    """Return what a change did: "Phone: 0123 → 0145", "Languages: French added", "Year of birth: 1950 taken out".

    `named` says what a record is called that the field names by its id; without it, it is said that the field changed.
    `from_`: with what stood there before.
    """
    name, _, element = line.field.partition("/")
    if name == DELETED:
        return translate("HistoryModel", "Removed") if line.after else translate("HistoryModel", "Restored")
    field = entity.field(name)
    label = text.field_label(field) if field else name
    if element:
        spoken = field is not None and field.kind is Kind.LANGUAGE
        return _came(label, text.language_name(element) if spoken else element, bool(line.after))
    if named is None and isinstance(line.after, bytes):
        return translate("HistoryModel", "{field} changed").format(field=label)
    before, after = (value_words(field, each, named) for each in (line.before, line.after))
    if not after:
        return _came(label, before, False) if before else text.labelled(label, translate("Review", "nothing"))
    return text.labelled(label, f"{before} → {after}" if before and from_ else after)


def value_words(field: Field | None, value: Any, named: Callable[[bytes], str] | None = None) -> str:
    """Return a stored value as people say it; empty where there is none."""
    if isinstance(value, bytes):
        return named(value) if named is not None else ""
    if isinstance(value, bool):
        return translate("Dossier", "Yes") if value else translate("Dossier", "No")
    return shown(field, value) if field is not None else str("" if value is None else value)


def _came(label: str, word: str, came: bool) -> str:
    added, gone = (
        translate("HistoryModel", "{field}: {word} added"),
        translate("HistoryModel", "{field}: {word} taken out"),
    )
    return (added if came else gone).format(field=label, word=word)
