"""What keeps others out that somebody tells of: of a laptop's copies, and who came by a cancelled sheet, few are kept.

Whoever knows only some of them keeps others. So who takes one of them no more names those it keeps instead: then the
other side keeps these as well, and neither tells the other the same again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from learningcircles.errors import CircleError
from learningcircles.trust import rules
from learningcircles.trust.entry import Body, Entry
from learningcircles.trust.members import first_of
from learningcircles.trust.roster import PER_SHEET, Roster, is_full_of_copies


def crowding(roster: Roster, brought: Iterable[Entry]) -> list[Entry]:
    """Return what is kept instead of those of the entries that are not, where there are too many of their kind.

    `brought`: proposals that somebody has told, which `roster` knows by now as far as it keeps them.
    """
    held = {entry.hash for entry in roster.kept}.union(roster.state.entries, roster.state.refused)
    full = {
        kind for body in _read(entry for entry in brought if entry.hash not in held) for kind in _full(roster, body)
    }
    return [entry for entry in roster.aside if full.intersection(_kinds(roster, entry.read()))] if full else []


def _read(entries: Iterable[Entry]) -> Iterator[Body]:
    for entry in entries:
        with suppress(CircleError):
            yield entry.read()


def _full(roster: Roster, body: Body) -> Iterator[bytes]:
    """Yield of what an entry is one too many: a laptop's first identity, or a sheet."""
    if body.kind == "succeed" and body.author in roster.devices and is_full_of_copies(roster.devices, body.author):
        yield first_of(roster.devices, body.author)
    if body.kind == "add" and body.author in roster.state.former_sheets:
        by = sum(entry.read().author == body.author for entry in roster.aside)
        if by >= PER_SHEET:
            yield body.author


def _kinds(roster: Roster, body: Body) -> tuple[bytes, ...]:
    return (first_of(roster.devices, rules.device_of(body)),) if body.kind == "succeed" else (body.author,)
