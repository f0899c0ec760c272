"""One record of an address book or a calendar, as it was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from learningcircles.intake.rows import Problem


class Entry(NamedTuple):
    """`id`: whose export this is, where it is one of ours. `unused`: what else stood there, by its name."""

    fields: Mapping[str, Any]
    id: bytes | None = None
    problems: Sequence[Problem] = ()
    unused: Sequence[str] = ()
