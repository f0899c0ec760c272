"""What is said beside a field whose words have chosen nobody: who may be meant."""

from __future__ import annotations

from collections.abc import Sequence

from learningcircles.circle.changes import Hit
from learningcircles.circle.closeness import ELSEWHERE, closeness
from learningcircles.entities.declare import Field
from learningcircles.errors import InvalidValue

_NAMED = 3


def nobody_chosen(field: Field, words: str, hits: Sequence[Hit]) -> InvalidValue:
    """Return what is wrong with words that have chosen nobody; `hits` are those who are offered, likeliest first."""
    return may_be(words, [hit.title for hit in hits], field.name)


def may_be(words: str, names: Sequence[str], field: str = "") -> InvalidValue:
    """Return who may be meant by words that mean nobody for certain: these, likeliest first."""
    begun = called_so(words, names)
    if not names:
        return InvalidValue("nobody", "Nobody of that name was found. Choose from the list.", field=field)
    if not begun:
        return InvalidValue(
            "perhaps", "Nobody is called so. If {name} is meant, choose with the Down key.", field=field, name=names[0]
        )
    if len(begun) == 1:
        return InvalidValue("if", "If {name} is meant, choose with the Down key.", field=field, name=begun[0])
    if len(set(begun)) == 1:
        return InvalidValue(
            "several", "More than one is called {name}. Choose with the Down key.", field=field, name=begun[0]
        )
    named = ", ".join([*dict.fromkeys(begun)][:_NAMED])
    if len(set(begun)) > _NAMED:
        return InvalidValue(
            "whoever", "Many may be meant: {names} and others. Choose with the Down key.", field=field, names=named
        )
    return InvalidValue(
        "which", "More than one may be meant: {names}. Choose with the Down key.", field=field, names=named
    )


def called_so(words: str, names: Sequence[str]) -> list[str]:
    """Return which of these names begin as typed."""
    return [name for name in names if closeness(words, name) < ELSEWHERE]
