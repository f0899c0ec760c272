"""The sync protocol, version 1: what travels between a laptop and whoever receives it.

A receiver is a hub or, on the same Wi-Fi, another laptop. Everything is one exchange of msgpack over HTTP:

    GET  /v1/hub         → Reply(Hub)                who answers here, its key and its time; needs no signature
    POST /v1/admit       Signed(Admit)      → Reply(Admitted)      a steward's one-time code lets a circle in
    POST /v1/join        Signed(Sync)       → Reply(Page)          roster and logs, for the holder of an invitation
    POST /v1/sync        Signed(Sync)       → Reply(Page)          both directions of all spaces
    POST /v1/catalogue   Signed(Catalogue)  → Reply(Shelf)         public items of the region's other circles

    Signed    = [v, signer, time, signature, packed body]
    signature = the signer's Ed25519 over "lc1 request" ‖ msgpack [receiver's key, method, path, time, SHA-256(body)]
    Reply     = [v, ok, signature, packed body]         a body that is not ok is a Problem
    signature = Ed25519 of the receiver over "lc1 reply" ‖ msgpack [SHA-256(request), ok, SHA-256(body)]
    packed    = 0 ‖ msgpack, or 1 ‖ one zstd frame of it, whichever is shorter

`signer` is a device's id, or in a join an invitation's or the recovery sheet's; who joins only reads, and
names a roster head of zeros while it has no roster. `time` is ms since 1970 on the receiver's clock as
the laptop estimates it: one that is more than 5 minutes off is answered with the problem `clock` and the
right time, and the laptop asks again. Laptops that share often are therefore never asked twice.

How a sync goes. The laptop names its roster head and what it has of every log: per space (0, 1, 2) a row of
seqs by roster index, trailing zeros left out; devices not yet placed stand by id in `strangers`. It pushes
everything that the receiver lacked when they last spoke. The receiver

1. does nothing but answer with its own head where it does not know the laptop's: it is behind, and is
   refilled, roster first, before it places anything (otherwise one circle would get two rosters);
2. takes the proposals, and places them at once where it is the circle's sequencer;
3. takes segments whose signature is their device's and whose chain goes on from what it holds, whoever
   carries them; one that it has already is simply had; all of it in one transaction;
4. answers with the roster after the laptop's head, then segments that the laptop lacks, up to `max` bytes,
   and with what it now has, unless that is exactly what the laptop said (`have` nil).

The laptop asks again while there is `more`, or while it holds what the receiver lacks. Nothing is remembered
between two requests but `have`, so any of them may be lost, repeated or cut off: at most one page goes again.
Where both hold different things up to the seqs of `have`, as the digest shows, one log has two branches: `heads` then
tells which. Both sides say 0 for such a log once and push it whole; of the segments where the branches part, the one
whose header has the lower hash counts, on both sides.

Structs are msgpack arrays. A later version only appends to them; unknown ends are ignored.
"""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Struct

from learningcircles.errors import Unreadable
from learningcircles.journal.caps import MAX_SEQ
from learningcircles.journal.compress import expand, squeeze
from learningcircles.journal.segment import Segment
from learningcircles.trust.entry import Entry, Placed

VERSION = 1

HUB_PATH = "/v1/hub"
ADMIT_PATH = "/v1/admit"
JOIN_PATH = "/v1/join"
SYNC_PATH = "/v1/sync"
CATALOGUE_PATH = "/v1/catalogue"
MEDIA_TYPE = "application/x-learningcircles"

PAGE_BYTES = 512 * 1024
"""What one request or reply holds of segments; at least one, whatever its size."""
FIRST_BYTES = 64 * 1024
"""What a laptop asks for at first, twice as much in each next request: each page is kept, however soon the line breaks.
A joining one has its file as soon as the list of laptops has come with that."""
ROSTER_BYTES = 192 * 1024
"""What one page holds of the roster; the rest follows."""
BODY_BYTES = 1024 * 1024
"""Nothing longer is read from the wire, in either direction."""
PLAIN_BYTES = 4 * 1024 * 1024
"""Nothing longer comes out of a packed body."""
CLOCK_TOLERANCE_MS = 5 * 60 * 1000
MESSAGE_BYTES = 16 * 1024
SHELF_ITEMS = 2_000
"""Catalogue items in one reply."""
SHELF_TOTAL = 20_000
"""Catalogue items that a laptop keeps of its region."""

Id = Annotated[bytes, Meta(min_length=16, max_length=16)]
Key = Annotated[bytes, Meta(min_length=32, max_length=32)]
Signature = Annotated[bytes, Meta(min_length=64, max_length=64)]
Short = Annotated[bytes, Meta(min_length=8, max_length=8)]
ShortOrEmpty = Annotated[bytes, Meta(max_length=8)]
Seq = Annotated[int, Meta(ge=0, le=MAX_SEQ)]
Space = Annotated[int, Meta(ge=0, le=2)]
Milliseconds = Annotated[int, Meta(ge=0, le=2**53)]
Text = Annotated[str, Meta(max_length=2_000)]

Rows = Annotated[list[Annotated[list[Seq], Meta(max_length=256)]], Meta(max_length=3)]
"""`have`: per space the seqs by roster index."""
Strangers = Annotated[list[tuple[Space, Id, Seq]], Meta(max_length=768)]
"""`have` of devices that are not placed: (space, device, seq)."""
Entries = Annotated[list[Entry], Meta(max_length=10_000)]
PlacedEntries = Annotated[list[Placed], Meta(max_length=10_000)]
Segments = Annotated[list[Segment], Meta(max_length=10_000)]
Beginnings = Annotated[list[Short], Meta(max_length=10_000)]


class Signed(Struct, array_like=True, frozen=True):
    """A request as it travels."""

    v: int
    signer: Id
    time: Milliseconds
    signature: Signature
    body: bytes


class Reply(Struct, array_like=True, frozen=True):
    """A reply as it travels."""

    v: int
    ok: bool
    signature: Signature
    body: bytes


class Problem(Struct, array_like=True, frozen=True):
    """Why not: a code for programs, a plain English sentence, and the receiver's time."""

    code: Annotated[str, Meta(max_length=60)]
    message: Text
    time: Milliseconds


class Hub(Struct, array_like=True, frozen=True):
    """Who answers here. `url` and `fingerprint` (SHA-256 of the TLS certificate) are what invitations carry."""

    key: Key
    time: Milliseconds
    name: Text = ""
    url: Text = ""
    fingerprint: Key | None = None


class Admit(Struct, array_like=True, frozen=True):
    """A circle asks to be let in, by an organizer's laptop; `code` is the steward's one-time code.

    Without a code: a circle that the hub has forgotten, by any of its laptops.
    """

    code: Annotated[bytes, Meta(max_length=64)]
    circle: Id
    roster: PlacedEntries


class Admitted(Struct, array_like=True, frozen=True):
    """The circle is in; its laptop now hands the placing of entries to this key."""

    hub: Hub


class Done(Struct, array_like=True, frozen=True):
    """An inbox message that has become a record: the private segment that holds it."""

    message: Id
    device: Id
    seq: Seq


class Sync(Struct, array_like=True):
    """What a laptop has, and what it brings. The same struct is a page of a bundle."""

    circle: Id
    roster_head: Id
    have: Rows
    digest: Id
    """16 bytes over the heads of all logs (`pages.digest_of`)."""
    catalogue: ShortOrEmpty = b""
    """The catalogue that the laptop holds; empty without one."""
    max: int = PAGE_BYTES
    """How many bytes of segments the laptop wants; 0 for the list of laptops alone."""
    strangers: Strangers = []
    roster: PlacedEntries = []
    """Placed entries that the receiver lacks, in order: it is behind what it once had, or was just joined."""
    proposals: Entries = []
    segments: Segments = []
    inbox: Annotated[list[Short], Meta(max_length=1_000)] = []
    """Beginnings of the ids of inbox messages that the laptop holds and that are not done."""
    done: Annotated[list[Done], Meta(max_length=1_000)] = []
    lost: ShortOrEmpty | None = None
    """Which losing branches of the list the laptop knows (`Roster.lost_digest`); nil from earlier programs."""
    strays: Beginnings | None = None
    """How the heads of the strays begin that the laptop has, and the hashes of erasures that fell away, where the
    receiver knows others; else nil."""
    aside: Beginnings | None = None
    """How the hashes of the last headers of all branches of the laptop's own logs begin; nil where none has lost."""
    fallen: ShortOrEmpty | None = None
    """Which erasures that fell away the laptop knows (`roster.fallen_digest`); nil from who may not know of any."""


class Page(Struct, array_like=True):
    """The answer to a sync."""

    roster_head: Id
    time: Milliseconds
    roster: PlacedEntries = []
    """Entries after the laptop's head; the whole roster where the laptop's branch has lost."""
    proposals: Entries = []
    accepted: Seq = 0
    """How many of the pushed segments the receiver now has."""
    rejected: Annotated[list[tuple[int, str]], Meta(max_length=10_000)] = []
    """(place in the push, code): gap, fork, signature, chain, device, circle, malformed."""
    refused: Annotated[list[tuple[Key, str]], Meta(max_length=10_000)] = []
    """(hash of a proposal, code): the sequencer will not place it."""
    segments: Segments = []
    inbox: Annotated[list[Annotated[bytes, Meta(max_length=MESSAGE_BYTES)]], Meta(max_length=1_000)] = []
    have: Rows | None = None
    """What the receiver has; nil where it is exactly what the laptop said."""
    strangers: Strangers = []
    heads: Annotated[list[tuple[Space, Id, Seq, Short]], Meta(max_length=768)] = []
    """Only where a log has two branches: every log's newest header hash, first 8 bytes."""
    catalogue: ShortOrEmpty = b""
    """The region's catalogue, where it is not the one that the laptop holds."""
    more: bool = False
    """Whether the laptop should ask again for what did not fit."""
    lost: ShortOrEmpty | None = None
    """Which losing branches of the list the receiver knows now."""
    version: Text = ""
    """The version of the program that answers; empty from who does not say, and where there is nothing else to say."""
    strays: Beginnings | None = None
    """The same of what the receiver has, where the laptop knows others; else nil."""
    kept: Seq = 0
    """How many segments of losing branches the hub keeps for their makers; fewer than before where it lost some."""
    fallen: ShortOrEmpty | None = None
    """Which erasures that fell away the receiver knows; nil where it knows none and was told of none."""


class Catalogue(Struct, array_like=True, frozen=True):
    """Asks for the public items after (circle, id); both empty at first."""

    circle: Id
    after: tuple[Annotated[bytes, Meta(max_length=16)], Annotated[bytes, Meta(max_length=16)]] = (b"", b"")


class Item(Struct, array_like=True, frozen=True):
    """One public item of another circle; `body` as its circle published it."""

    circle: Id
    circle_name: Text
    id: Id
    body: dict[str, Any]


class Shelf(Struct, array_like=True, frozen=True):
    """A page of the catalogue, in order of (circle, id); `digest` names the catalogue that it is of."""

    digest: Annotated[bytes, Meta(max_length=8)]
    items: Annotated[list[Item], Meta(max_length=SHELF_ITEMS)]
    more: bool = False


T = TypeVar("T")
_encoder = msgspec.msgpack.Encoder()
_decoders: dict[type[Any], msgspec.msgpack.Decoder[Any]] = {}
_EMPTY_ENDS = (("fallen", None), ("kept", 0), ("aside", None), ("strays", None), ("version", ""))
_PLAIN, _SQUEEZED = b"\x00", b"\x01"


def encode(message: Struct) -> bytes:
    """Return the msgpack bytes of a struct, without the ends that it has nothing to say in."""
    if not isinstance(message, Sync | Page):
        return _encoder.encode(message)
    names = list(message.__struct_fields__)
    while (names[-1], getattr(message, names[-1])) in _EMPTY_ENDS:
        names.pop()
    return _encoder.encode([getattr(message, name) for name in names])


def decode(data: bytes, kind: type[T]) -> T:
    """Return the struct of msgpack bytes, every length and range checked; raises Unreadable."""
    decoder = _decoders.get(kind)
    if decoder is None:
        decoder = _decoders[kind] = msgspec.msgpack.Decoder(kind)
    try:
        found: T = decoder.decode(data)
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise Unreadable("malformed_message", "A message arrived damaged, or from a newer version.") from error
    return found


def pack(message: Struct) -> bytes:
    """Return a body: plain or squeezed, whichever is shorter."""
    plain = encode(message)
    squeezed = squeeze(plain) if len(plain) > 200 else plain
    return _SQUEEZED + squeezed if len(squeezed) < len(plain) else _PLAIN + plain


def unpack(body: bytes, kind: type[T]) -> T:
    """Return the struct of a packed body; raises Unreadable. Never expands beyond PLAIN_BYTES."""
    if body[:1] == _PLAIN:
        return decode(body[1:], kind)
    if body[:1] == _SQUEEZED:
        return decode(expand(body[1:], PLAIN_BYTES), kind)
    raise Unreadable("malformed_message", "A message arrived damaged, or from a newer version.")
