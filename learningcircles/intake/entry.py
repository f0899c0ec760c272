"""One record of an address book or a calendar, as it was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class Entry(NamedTuple):
    """`id`: whose export this is, where it is one of ours. `unused`: what else stood there, by its name.

    A problem is (field, sentence, what stood there, whether there can be no record with it).
    """

    fields: Mapping[str, Any]
    id: bytes | None = None
    problems: Sequence[tuple[str, str, str, bool]] = ()
    unused: Sequence[str] = ()
