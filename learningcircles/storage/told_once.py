"""What is one question though it stands in several records: whoever says which telephone of a merged person is right
writes it into each of their records, and two who say so apart from each other disagree about one thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from learningcircles.codec import encode
from learningcircles.storage.connect import Connection
from learningcircles.storage.contested import Contested
from learningcircles.storage.merged import shown_as


def told_once(connection: Connection, open_: Sequence[Contested]) -> list[Contested]:
    """Return these without those that say once more what another one says: of a person it is told under whom they are
    shown, where that record is among them.
    """
    found: dict[Any, Contested] = {}
    for each in open_:
        shown, key = _key(connection, each)
        if key not in found or each.id == shown:
            found[key] = each
    return list(found.values())


def told_with(connection: Connection, open_: Sequence[Contested], name: str) -> list[Contested]:
    """Return what is told as one with what is called so (see `contested.named`), with that itself."""
    keys = [(each, _key(connection, each)[1]) for each in open_]
    meant = [key for each, key in keys if each.name == name]
    return [each for each, key in keys if key in meant]


def _key(connection: Connection, each: Contested) -> tuple[bytes, Any]:
    """Return the member under whom it is told, and what is the same for all that is told with it: the register, both
    values, and what wrote them. Of any other kind of record each stands alone.
    """
    if each.entity != "member":
        return each.id, each.name
    shown, kept = shown_as(connection, each.id), each.kept
    return shown, (shown, each.register, encode(each.other), each.at.n, encode(kept.value), kept.device, kept.seq)
