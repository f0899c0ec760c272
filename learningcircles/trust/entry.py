"""Roster entries: proposals, and entries that the sequencer has placed (FORMATS, "Roster").

    body  = [v, suite, circle, base, kind, author, tick, fields, envelopes_hash]
    entry = [body, envelopes or nil, Ed25519 over "lc1 entry" ‖ body, own or nil]
    place = [position, entry hash, previous head], countersigned over "lc1 place" ‖ circle ‖ place

A later version may append to a body, and no more: so whoever does not know it can still say whose it is.
`own` is the new device's signature over the same bytes with its own key (kinds add and succeed). `base` is
the roster head that the entry was made on. Outsiders get entries without their envelopes and still can
check every signature, since the body holds the envelopes' hash.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from learningcircles.codec import decode, encode
from learningcircles.crypto.hashing import sha256
from learningcircles.crypto.sign import SigningKey, verify_again
from learningcircles.errors import Refused, Unreadable
from learningcircles.journal.caps import MAX_INTEGER, MAX_STAMP

FIRST = 1
VERSION = 1
SUITE = 1
ENTRY_LABEL = b"lc1 entry"
PLACE_LABEL = b"lc1 place"
ENTRY_BYTES = 64 * 1024
ZERO_ID = bytes(16)
NO_ENVELOPES = bytes(32)
_HOLDING = frozenset({list, dict})

KINDS = frozenset(
    [
        "found",
        "add",
        "right",
        "invite",
        "revoke",
        "rotate",
        "keys",
        "refuse",
        "redact",
        "succeed",
        "sequencer",
        "fork",
        "recovery",
    ]
)


class Body(NamedTuple):
    """What an entry says; `fields` depends on `kind` (see docs/protocol.md), `tick` is the author's clock."""

    v: int
    suite: int
    circle: bytes
    base: bytes
    kind: str
    author: bytes
    tick: int
    fields: dict[str, Any]
    envelopes_hash: bytes


class Entry(NamedTuple):
    """A signed entry; `envelopes` is None where an outsider was given it."""

    body: bytes
    envelopes: bytes | None
    signature: bytes
    own_signature: bytes | None = None

    @property
    def hash(self) -> bytes:
        """SHA-256 of the body: the entry's name."""
        return sha256(self.body)

    def read(self) -> Body:
        """Return the body's parts; raises Unreadable when malformed or when the envelopes are not its own."""
        return read_body(self.body, self.envelopes)

    def signed_by(self, public: bytes) -> bool:
        """Return whether the key made this entry."""
        return verify_again(public, ENTRY_LABEL + self.body, self.signature)

    def owned_by(self, public: bytes) -> bool:
        """Return whether a new device's key stands behind the entry that brings it."""
        return self.own_signature is not None and verify_again(public, ENTRY_LABEL + self.body, self.own_signature)

    def outside(self) -> Entry:
        """Return the entry as outsiders see it."""
        return self._replace(envelopes=None)

    def to_wire(self) -> list[Any]:
        """Return the list that is encoded."""
        return [self.body, self.envelopes, self.signature, self.own_signature]

    @classmethod
    def from_wire(cls, row: Any) -> Entry:
        """Return the entry of a decoded list; raises Unreadable."""
        if not isinstance(row, list) or len(row) != 4:
            raise damaged()
        body, envelopes, signature, own = row
        if not isinstance(body, bytes) or not _signature(signature) or not (own is None or _signature(own)):
            raise damaged()
        if not (envelopes is None or isinstance(envelopes, bytes)) or len(body) + len(envelopes or b"") > ENTRY_BYTES:
            raise damaged()
        return cls(body, envelopes, signature, own)


class Placed(NamedTuple):
    """An entry that counts: the sequencer has given it a position."""

    entry: Entry
    place: bytes
    countersignature: bytes

    @property
    def head(self) -> bytes:
        """The roster head after this entry: SHA-256(place)[:16]."""
        return sha256(self.place)[:16]

    def position(self) -> tuple[int, bytes, bytes]:
        """Return (position, entry hash, previous head); raises Unreadable."""
        row = decode(self.place)
        if not isinstance(row, list) or len(row) != 3 or type(row[0]) is not int:
            raise damaged()
        if not isinstance(row[1], bytes) or not isinstance(row[2], bytes):
            raise damaged()
        return row[0], row[1], row[2]

    def placed_by(self, public: bytes, circle: bytes) -> bool:
        """Return whether the key countersigned this place."""
        return verify_again(public, PLACE_LABEL + circle + self.place, self.countersignature)

    def to_wire(self) -> list[Any]:
        """Return the list that is encoded."""
        return [self.entry.to_wire(), self.place, self.countersignature]

    @classmethod
    def from_wire(cls, row: Any) -> Placed:
        """Return the placed entry of a decoded list; raises Unreadable."""
        if not isinstance(row, list) or len(row) != 3 or not isinstance(row[1], bytes) or not _signature(row[2]):
            raise damaged()
        return cls(Entry.from_wire(row[0]), row[1], row[2])


def make_entry(body: Body, envelopes: bytes | None, sign: SigningKey, own: SigningKey | None = None) -> Entry:
    """Sign an entry; `own` is the key of the device that it brings. Raises Refused for what is too long for others."""
    data = encode(list(body))
    if len(data) + len(envelopes or b"") > ENTRY_BYTES:
        raise Refused(
            "entry_too_long",
            "This is more than one entry in the list of this circle's laptops may hold. Nothing was changed.",
        )
    second = own.sign(ENTRY_LABEL + data) if own else None
    return Entry(data, envelopes, sign.sign(ENTRY_LABEL + data), second)


def place_entry(entry: Entry, circle: bytes, position: int, previous_head: bytes, sequencer: SigningKey) -> Placed:
    """Give an entry its position; only the sequencer's key makes this count."""
    place = encode([position, entry.hash, previous_head])
    return Placed(entry, place, sequencer.sign(PLACE_LABEL + circle + place))


def envelopes_hash(envelopes: bytes | None) -> bytes:
    """Return the hash that a body holds of its envelopes; zeros without any."""
    return sha256(envelopes) if envelopes is not None else NO_ENVELOPES


def read_body(data: bytes, envelopes: bytes | None) -> Body:
    """Return a body's parts; raises Unreadable, also for an entry longer than `ENTRY_BYTES`, however it came."""
    row = decode(data) if len(data) + len(envelopes or b"") <= ENTRY_BYTES else None
    if not isinstance(row, list) or len(row) < len(Body._fields):
        raise damaged()
    body = Body(*row[: len(Body._fields)])
    if not _well_formed(body) or (len(row) > len(Body._fields) and body.v == FIRST):
        raise damaged()
    if envelopes is not None and body.envelopes_hash != envelopes_hash(envelopes):
        raise damaged()
    return body


def is_later(body: Body) -> bool:
    """Return whether a later version made an entry, or other cryptography than is known here signs what it brings."""
    return body.v > VERSION or body.suite != SUITE


def damaged() -> Unreadable:
    """The error for a roster entry that no laptop of ours wrote."""
    return Unreadable("malformed_roster", "The list of this circle's laptops arrived damaged.")


def _well_formed(body: Body) -> bool:
    sizes = ((body.circle, 16), (body.base, 16), (body.author, 16), (body.envelopes_hash, 32))
    fits = all(isinstance(part, bytes) and len(part) == size for part, size in sizes)
    numbers = all(type(number) is int and 0 <= number <= MAX_STAMP for number in (body.v, body.suite, body.tick))
    return fits and numbers and body.v > 0 and isinstance(body.kind, str) and _has_numbers_in_range(body.fields)


def _has_numbers_in_range(fields: object) -> bool:
    """Return whether this is a map in which no number is beyond what every database and language holds exactly."""
    ahead: list[object] = [fields]
    while ahead:
        value = ahead.pop()
        items = value.values() if type(value) is dict else value if type(value) is list else ()
        for item in items:
            if type(item) is int and abs(item) > MAX_INTEGER:
                return False
            if type(item) in _HOLDING:
                ahead.append(item)
    return isinstance(fields, dict)


def _signature(value: object) -> bool:
    return isinstance(value, bytes) and len(value) == 64
