"""Whom laptops had erased that were shut out before it was done: it does not count, and an organizer may do it anew."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.circle.reader import Reader
from learningcircles.clock import milliseconds
from learningcircles.trust.redact import read_redaction
from learningcircles.trust.unheard import unheard


class AskedErasure(NamedTuple):
    """A member whom a laptop had erased; `name` as it stands on this laptop, empty where nobody here knows it any more.

    `at_ms` by that laptop's clock, in ms since 1970.
    """

    device: bytes
    member: bytes
    name: str
    at_ms: int

    @property
    def part(self) -> str:
        """By what it is known that it was left out."""
        return f"erase.{self.member.hex()}"


def asked_erasures(circle: Circle, reader: Reader, devices: Collection[bytes] | None = None) -> list[AskedErasure]:
    """Return whom laptops, or those of these ids, had erased in vain and who is still here, one row for who is merged.

    Nobody whose erasure waits already for who keeps the list.
    """
    found: dict[tuple[bytes, bytes], AskedErasure] = {}
    if not circle.roster.fallen:
        return []
    waiting = [each.read() for each in circle.roster.proposals if each.read().kind == "redact"]
    done = set(circle.roster.state.redactions.people).union(*(read_redaction(body, 0).people for body in waiting))
    for body in (entry.read() for entry in circle.roster.fallen):
        if devices is not None and body.author not in devices:
            continue
        for person in sorted(read_redaction(body, 0).people - done):
            shown = reader.shown_as(person)
            record = reader.find_one("member", shown)
            if record is not None:
                row = AskedErasure(body.author, shown, str(record.get("name") or ""), milliseconds(body.tick))
                found.setdefault((body.author, shown), row)
    return sorted(found.values(), key=lambda row: (row.at_ms, row.member))


def unheard_erasures(circle: Circle) -> list[AskedErasure]:
    """Return whom this laptop had erased and those who shut it out may still show: without a name, since they are gone
    from here.
    """
    me = circle.secrets.device.id
    return [AskedErasure(me, min(each.people), "", milliseconds(each.tick)) for each in unheard(circle.roster, me)]
