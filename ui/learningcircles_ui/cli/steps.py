"""The lines of `batch`: what each verb needs and may have, and of which kind each part is."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections.abc import Mapping
from typing import Any, NamedTuple

from learningcircles.errors import InvalidValue

Step = Mapping[str, Any]

_TEXT, _OBJECT, _LIST, _WHOLE, _YES_NO = "a text", "an object", "a list", "a whole number", "true or false"
_TYPES: dict[str, type | tuple[type, ...]] = {
    _TEXT: str, _OBJECT: dict, _LIST: list, _WHOLE: int, _YES_NO: bool,
}  # fmt: skip
_KINDS: dict[str, str] = {
    **dict.fromkeys(("fields", "add", "drop", "where", "balances"), _OBJECT),
    **dict.fromkeys(("deleted", "rebuild", "proposed"), _YES_NO),
    **dict.fromkeys(("limit", "headcount", "ring"), _WHOLE),
    "steps": _LIST,
}
"""Every other part is a text, but `minutes`, which the record's own check judges."""
LINE_BYTES = 16 * 1024 * 1024
"""A longer line is refused: a whole one stands in memory, several times over."""
_decode = json.JSONDecoder().decode
_UNJUDGED = frozenset({"minutes"})


class Parts(NamedTuple):
    """What a verb needs, and what it may have besides."""

    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()


def parsed(line: bytes, number: int = 1) -> Step:
    """Return the JSON object of a line; raises InvalidValue, which says the `number` of the line."""
    if len(line) > LINE_BYTES:
        raise InvalidValue("long_line", "Line {line} is longer than {most} MiB.", line=number, most=LINE_BYTES // 2**20)
    try:
        step = _decode(line.removeprefix(BOM_UTF8).decode())
        if b"\\u" in line and b"\\ud" in line.lower():
            json.dumps(step, ensure_ascii=False).encode()  # halves of characters cannot be written anywhere
    except (ValueError, RecursionError) as error:
        raise InvalidValue("bad_line", "Line {line} is not JSON.", line=number) from error
    if not isinstance(step, dict):
        raise InvalidValue("bad_line", "Line {line} is not a JSON object.", line=number)
    return step


def check(verb: str, step: Step, parts: Parts) -> Step:
    """Return a step without empty parts; raises InvalidValue where one is missing, unknown or of a wrong kind."""
    held = {name: value for name, value in step.items() if value is not None}
    for name in parts.needs:
        if name not in held:
            raise InvalidValue("missing", "{verb} needs {field}.", field=name, verb=verb)
    for name, value in held.items():
        if name != "do":
            _check_part(verb, name, value, parts)
    return held


def _check_part(verb: str, name: str, value: object, parts: Parts) -> None:
    known = (*parts.needs, *parts.may)
    if name not in known:
        raise InvalidValue("unknown_part", "{verb} has no {field}. Known: {known}.", field=name, verb=verb,
                           known=", ".join(known) or "nothing else")  # fmt: skip
    expected = _KINDS.get(name, _TEXT)
    fits = isinstance(value, _TYPES[expected]) and (expected != _WHOLE or not isinstance(value, bool))
    if not fits and name not in _UNJUDGED:
        raise InvalidValue("wrong_kind", "{verb} needs {expected} as {field}.", field=name, verb=verb,
                           expected=expected)  # fmt: skip
