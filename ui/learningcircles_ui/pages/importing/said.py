"""What a list says otherwise of somebody who is here, in words: the old value beside the new one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from learningcircles.entities.declare import Entity
from learningcircles.intake.mapping import BALANCE
from learningcircles.intake.rows import Change, Here, State
from learningcircles_ui import text

translate = QCoreApplication.translate
_SHOWN = 60
"""Letters of a value that are shown: notes may be pages long."""

Shown = Callable[[str, Any], str]
"""Returns a field's value as it is shown: (name, value)."""


def state_label(state: State) -> str:
    """Return a row's state in a word or two."""
    return {
        State.NEW: translate("ImportSaid", "New"),
        State.DOUBTFUL: translate("ImportSaid", "Look"),
        State.CHANGED: translate("ImportSaid", "Changed"),
        State.SHORTER: translate("ImportSaid", "Lacks something"),
        State.KEPT: translate("ImportSaid", "Differs"),
        State.KNOWN: translate("ImportSaid", "Known"),
        State.BLOCKED: translate("ImportSaid", "Unusable"),
    }[state]


TONES = {
    State.NEW: "good", State.DOUBTFUL: "warn", State.CHANGED: "info", State.SHORTER: "warn", State.KEPT: "warn",
    State.KNOWN: "plain", State.BLOCKED: "bad",
}  # fmt: skip


def said_of(here: Here, entity: Entity, name: str, shown: Shown) -> str:
    """Return what a row says of somebody who is here; `name`: what they are called."""
    told = [_otherwise(change, entity, shown) for change in here.changes]
    told += [translate("ImportSaid", "something for the notes")] if here.leftover else []
    sentences = [translate("ImportSaid", "New: {what}.").format(what=_joined(told))] if told else []
    sentences += _kept(here, entity, shown)
    whose = translate("ImportSaid", "This is {name}.")
    if not sentences:
        whose = translate("ImportSaid", "This is {name}, who is here already; nothing is new.")
        if entity.name != "member":
            whose = translate("ImportSaid", "“{name}” is here already; nothing is new.")
    return " ".join([*sentences, whose.format(name=name)])


def asked_of(here: Here, entity: Entity, name: str, shown: Shown) -> str:
    """Return the question whether a row is somebody who is here, and what it says of them then."""
    told = [_otherwise(change, entity, shown) for change in here.changes]
    told += [translate("ImportSaid", "something for the notes")] if here.leftover else []
    words = translate("ImportSaid", "The same as {name}? A tick here takes over: {what}.")
    if not told:
        words = translate("ImportSaid", "The same as {name}? Then nothing is to be brought in.")
    return " ".join([words.format(name=name, what=_joined(told)), *_kept(here, entity, shown)])


def other_of(entity: Entity, name: str) -> str:
    """Return the question whether a row is somebody else than who is here (`asked_of`); its first words tell that, so
    that the two are known from each other where a cell has no room for more.
    """
    words = translate("ImportSaid", "Another one than “{name}”? A tick here adds it.")
    if entity.name == "member":
        words = translate("ImportSaid", "Somebody else than {name}? A tick here adds them.")
    return words.format(name=name)


def same_again(entity: Entity) -> str:
    """Return what a tick does of a row that looks like one that is here, and means nobody of them for certain."""
    if entity.name == "member":
        return translate("ImportSaid", "A tick here adds somebody else.")
    return translate("ImportSaid", "A tick here adds another one.")


def gone_of(gone: Sequence[Change], entity: Entity, name: str, shown: Shown) -> str:
    """Return what stands here of somebody, and no longer in the list."""
    words = translate("ImportSaid", "No longer in the list: {what}. A tick takes it away here, too. This is {name}.")
    return words.format(name=name, what=_joined(_gone(change, entity, shown) for change in gone))


def _kept(here: Here, entity: Entity, shown: Shown) -> list[str]:
    words = translate("ImportSaid", "{what}: that is changed in the program, by no list.")
    return [words.format(what=_otherwise(change, entity, shown)) for change in here.kept]


def _otherwise(change: Change, entity: Entity, shown: Shown) -> str:
    label = _label(change.field, entity)
    if isinstance(change.after, list) and not change.before:
        also = translate("ImportSaid", "{field} also {what}")
        return also.format(field=label, what=_short(shown(change.field, change.after)))
    return _arrow(label, _value(change.field, change.before, shown), _value(change.field, change.after, shown))


def _gone(change: Change, entity: Entity, shown: Shown) -> str:
    label, before = _label(change.field, entity), _value(change.field, change.before, shown)
    if isinstance(change.before, list | Mapping):
        return text.labelled(label, before)
    return _arrow(label, before, translate("ImportSaid", "empty"))


def _arrow(label: str, before: str, after: str) -> str:
    return translate("ImportSaid", "{field} {before} → {after}").format(field=label, before=before, after=after)


def _value(field: str, value: Any, shown: Shown) -> str:
    if field == BALANCE:
        return text.hours(value, signed=True)
    return translate("ImportSaid", "empty") if value is None else _short(shown(field, value))


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()}…"


def _label(field: str, entity: Entity) -> str:
    declared = entity.field(field)
    return translate("ImportColumns", "Balance") if declared is None else text.field_label(declared)


def _joined(told: Any) -> str:
    return " · ".join(told)
