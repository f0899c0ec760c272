"""A message from outside: an answer to a listing or a sign-up for a meetup, sealed to a circle (docs/protocol.md).

    plain  = msgpack {v: 1, kind, about, name, contact, words, language, at}
    padded = u32 length ‖ plain ‖ zeros to the next multiple of 256
    sealed = HPKE of padded to the inbox key of the private epoch, info "lc1 inbox" ‖ circle
    id     = SHA-256(sealed)[:16]

Whoever seals keeps no key to open it again. What the sender wrote is capped and kept as text; nothing of it is
believed: it is a stranger's word until a person of the circle has read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from learningcircles.codec import decode, encode
from learningcircles.crypto.envelope import ReceiveKey
from learningcircles.crypto.hashing import sha256
from learningcircles.errors import CircleError, Refused, Unreadable
from learningcircles.surroundings import Sealer

LABEL = b"lc1 inbox"
PAD = 256
NAME_LETTERS = 80
CONTACT_LETTERS = 200
WORDS_LETTERS = 1000
KINDS = ("meetup", "offer", "request")
MESSAGE_BYTES = 16 * 1024


class Letter(NamedTuple):
    """What somebody wrote. `about` is the published item's id, `at` the hub's time (ms since 1970)."""

    kind: str
    about: bytes
    name: str
    contact: str = ""
    words: str = ""
    language: str = ""
    at: int = 0


def message_id(sealed: bytes) -> bytes:
    """Return the id of a sealed message."""
    return sha256(sealed)[:16]


def seal_letter(letter: Letter, circle: bytes, inbox_public: bytes, seal: Sealer) -> bytes:
    """Seal a letter to a circle; raises Refused where it is longer than a message may be."""
    plain = encode({"v": 1, **letter._asdict()})
    framed = len(plain).to_bytes(4, "big") + plain
    sealed = seal(inbox_public, LABEL + circle, framed + bytes(-len(framed) % PAD))
    if len(sealed) > MESSAGE_BYTES:
        raise Refused("message_too_long", "This message is too long.")
    return sealed


def open_letter(sealed: bytes, circle: bytes, keys: Iterable[ReceiveKey]) -> Letter | None:
    """Return what was sealed to one of these keys, or None where none of them opens it.

    Raises Unreadable where it opens, but is not a letter that this version can read.
    """
    for key in keys:
        try:
            padded = key.open(LABEL + circle, sealed)
        except CircleError:
            continue
        return _read(decode(padded[4 : 4 + int.from_bytes(padded[:4], "big")]))
    return None


def _read(held: Any) -> Letter:
    if not isinstance(held, Mapping) or held.get("v") != 1 or held.get("kind") not in KINDS:
        raise Unreadable("malformed_letter", "A message from outside arrived damaged, or from a newer version.")
    about, at = held.get("about"), held.get("at")
    if not isinstance(about, bytes) or len(about) != 16 or type(at) is not int:
        raise Unreadable("malformed_letter", "A message from outside arrived damaged, or from a newer version.")
    return Letter(
        str(held["kind"]),
        about,
        _text(held, "name", NAME_LETTERS),
        _text(held, "contact", CONTACT_LETTERS),
        _text(held, "words", WORDS_LETTERS),
        _text(held, "language", 8),
        at,
    )


def _text(held: Mapping[str, Any], name: str, letters: int) -> str:
    value = held.get(name)
    return value[:letters] if isinstance(value, str) else ""
