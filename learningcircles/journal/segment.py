"""Segments: the changesets that a laptop shares at once, sealed and signed (FORMATS, "Segment").

header    = [v, circle, space, device, seq, prev_hash, stamp, roster_head, schema, nonce, payload_hash]
signature = Ed25519 over "lc1 segment" ‖ header;  on the wire [header, signature, payload or nil]
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec import MsgspecError

from learningcircles.codec import decode, decode_own, encode
from learningcircles.crypto.aead import NONCE_BYTES, open_sealed, seal
from learningcircles.crypto.hashing import sha256
from learningcircles.crypto.kdf import hkdf
from learningcircles.crypto.sign import SigningKey, verify
from learningcircles.entities.declare import Space
from learningcircles.errors import CircleError, InvalidValue, Unreadable
from learningcircles.journal import caps
from learningcircles.journal.changeset import (
    Changeset,
    FoldedPayload,
    Restated,
    SetAside,
    decode_payload,
    decode_restated,
    encode_payload,
)
from learningcircles.journal.compress import SMALL, expand, squeeze
from learningcircles.journal.operations import EntryOp

VERSION = 1
SCHEMA = 1
LABEL = b"lc1 segment"
ZERO_HASH = bytes(32)
HASH_FIELD_BYTES = 34  # bin8 header and 32 bytes: payload_hash is last, so the rest is the associated data
PAD = 256


class Header(NamedTuple):
    """What a segment says of itself, readable by whoever carries it."""

    v: int
    circle: bytes
    space: int
    device: bytes
    seq: int
    prev_hash: bytes
    stamp: int
    roster_head: bytes
    schema: int
    nonce: bytes
    payload_hash: bytes

    def encode(self) -> bytes:
        """Return the canonical bytes, at most 256."""
        return encode(list(self))

    @classmethod
    def parse(cls, data: bytes) -> Header:
        """Return the header of its bytes; raises Unreadable. A later `v` is read, since its layout is frozen."""
        row = decode(data) if len(data) <= caps.HEADER_BYTES else None
        if not isinstance(row, list) or len(row) != len(cls._fields):
            raise _damaged()
        header = cls(*row)
        if not header._well_formed():
            raise _damaged()
        return header

    @classmethod
    def read_own(cls, data: bytes) -> Header:
        """Return the same of a header that is stored here, and so was judged as it came: several times as fast."""
        try:
            return cls(*decode_own(data))
        except (MsgspecError, TypeError) as error:
            raise _damaged() from error

    def _well_formed(self) -> bool:
        numbers = all(type(number) is int and number >= 0 for number in (self.v, self.space, self.seq, self.schema))
        sizes = zip(
            (self.circle, self.device, self.prev_hash, self.roster_head, self.nonce, self.payload_hash),
            (16, 16, 32, 16, NONCE_BYTES, 32),
            strict=True,
        )
        fits = all(isinstance(part, bytes) and len(part) == size for part, size in sizes)
        in_range = numbers and 1 <= self.seq <= caps.MAX_SEQ and self.space <= Space.CATALOGUE
        return fits and in_range and type(self.stamp) is int and 0 <= self.stamp <= caps.MAX_STAMP


class Segment(NamedTuple):
    """A segment as stored and forwarded, byte for byte; `payload` is None where it was redacted."""

    header: bytes
    signature: bytes
    payload: bytes | None


class Draft(NamedTuple):
    """What a closing laptop knows of a segment before its changesets are sealed."""

    circle: bytes
    space: int
    device: bytes
    seq: int
    prev_hash: bytes
    roster_head: bytes


def close_segment(
    draft: Draft,
    changesets: Sequence[Changeset],
    sign: SigningKey,
    epoch_key: bytes | None,
    random: Callable[[int], bytes],
    restated: Sequence[Restated] = (),
) -> Segment:
    """Seal and sign changesets; `epoch_key` is None in the catalogue space alone, which stays readable."""
    stamp = max(highest_stamp(changeset) for changeset in [*changesets, *(row.changeset for row in restated)])
    return close_payload(draft, encode_payload(changesets, restated), stamp, sign, epoch_key, random)


def close_payload(
    draft: Draft,
    plain: bytes,
    stamp: int,
    sign: SigningKey,
    epoch_key: bytes | None,
    random: Callable[[int], bytes],
) -> Segment:
    """Seal and sign a payload whose highest stamp is `stamp`; see `close_segment`."""
    sealed_space = draft.space != Space.CATALOGUE
    if sealed_space != (epoch_key is not None):
        raise InvalidValue("no_key", "This laptop has no key for this part of the circle.")
    nonce = random(NONCE_BYTES) if sealed_space else bytes(NONCE_BYTES)
    before = Header(
        VERSION,
        draft.circle,
        draft.space,
        draft.device,
        draft.seq,
        draft.prev_hash,
        stamp,
        draft.roster_head,
        SCHEMA,
        nonce,
        ZERO_HASH,
    )
    payload = squeeze(plain, SMALL) if epoch_key is None else _seal(before, plain, epoch_key)
    header = before._replace(payload_hash=sha256(payload)).encode()
    return Segment(header, sign.sign(LABEL + header), payload)


def highest_stamp(changeset: Changeset) -> int:
    """Return the highest stamp in a changeset: its tick, or a field's own."""
    own = [stamp for op in changeset.ops if not isinstance(op, EntryOp) for stamp in op.own.values()]
    return max([changeset.tick, *own])


def verify_segment(segment: Segment, sign_public: bytes) -> Header:
    """Return the header if signature and payload hash are right; raises Unreadable otherwise."""
    header = Header.parse(segment.header)
    if not verify(sign_public, LABEL + segment.header, segment.signature):
        raise Unreadable("bad_signature", "A change carries a signature that is not its laptop's.")
    check_payload(segment, header)
    return header


def check_payload(segment: Segment, header: Header) -> None:
    """Refuse a payload that is not the one that the header names, or is over its cap."""
    if segment.payload is None:
        return
    if len(segment.payload) > caps.PAYLOAD_BYTES or sha256(segment.payload) != header.payload_hash:
        raise _damaged()


def open_payload(segment: Segment, header: Header, epoch_key: bytes | None) -> list[Changeset | SetAside]:
    """Return the changesets of a verified segment; raises Unreadable where it does not open."""
    plain = _plain(segment, header, epoch_key)
    try:
        return [] if plain is None else decode_payload(plain)
    except InvalidValue as error:
        raise _damaged() from error


def open_folded(segment: Segment, header: Header, epoch_key: bytes | None) -> FoldedPayload | None:
    """Return the payload of a segment that has been opened and folded before; None where it was redacted."""
    plain = _plain(segment, header, epoch_key)
    return None if plain is None else FoldedPayload(plain)


def open_restated(segment: Segment, header: Header, epoch_key: bytes | None) -> list[Restated]:
    """Return what a verified segment restates of erased ones; raises Unreadable where it does not open."""
    plain = _plain(segment, header, epoch_key)
    try:
        return [] if plain is None else decode_restated(plain)
    except InvalidValue as error:
        raise _damaged() from error


def header_hash(header: bytes) -> bytes:
    """Return the SHA-256 of a stored header: what the log's next header names as its predecessor."""
    return sha256(header)


def _plain(segment: Segment, header: Header, epoch_key: bytes | None) -> bytes | None:
    if segment.payload is None:
        return None
    frame = segment.payload if epoch_key is None else _unseal(segment.payload, header, epoch_key)
    return expand(frame, caps.CHANGESET_BYTES + 64 * 1024)


def _segment_key(epoch_key: bytes, header: Header) -> bytes:
    space = header.space.to_bytes(1, "big")
    return hkdf(epoch_key, LABEL + header.circle + space + header.device + header.seq.to_bytes(8, "big"))


def _associated(header: Header) -> bytes:
    return header.encode()[:-HASH_FIELD_BYTES]


def _seal(header: Header, plain: bytes, epoch_key: bytes) -> bytes:
    frame = squeeze(plain, SMALL)
    framed = len(frame).to_bytes(4, "big") + frame
    padded = framed + bytes(-len(framed) % PAD)
    return seal(_segment_key(epoch_key, header), header.nonce, padded, _associated(header))


def _unseal(payload: bytes, header: Header, epoch_key: bytes) -> bytes:
    padded = open_sealed(_segment_key(epoch_key, header), header.nonce, payload, _associated(header))
    length = int.from_bytes(padded[:4], "big")
    if length > len(padded) - 4:
        raise _damaged()
    return padded[4 : 4 + length]


def _damaged() -> CircleError:
    return Unreadable("malformed", "A change arrived damaged.")
