"""LAN hello: laptops of one circle find each other on a shared network, and strangers learn nothing from it.

    secret   = HKDF(the founding private epoch's key, "lc1 lan" ‖ circle)     every laptop of the circle can make it
    announce = {v: "1", s: salt (16 bytes, hex), t: tag("announce", salt), hex}      by multicast DNS
    tag(w, salt) = HKDF(secret, "lc1 lan " ‖ w ‖ salt)[:16]

    POST /v1/hello       Hello [salt, tag("hello", salt)]  →  Reply(Greeting [device, key, roster_head, time])

What is announced holds no name, no id and nothing that stays the same from one start to the next: only who has
the circle's keys can tell whose it is. A laptop that was shut out still knows the secret, so a hello proves
nothing by itself: requests are signed by the asking laptop, replies by the answering one, and each serves only
whom the newest roster that it knows has in it. That is why the roster goes first: the greeting names its head, and
who knows more sends what is missing before anything else.

Who holds an invitation does not have the circle's keys yet, and knows no announcement from another. It knocks at
every laptop that announces itself; only one that knows the invitation can tell whose it is:

    door secret = HKDF(the invitation's public signing key, "lc1 lan door" ‖ circle)

    POST /v1/knock       Knock [salt, tag of the door secret ("knock", salt), signature]  →  Reply(Greeting)
    signature = the invitation's Ed25519 over "lc1 lan knock" ‖ circle ‖ salt
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated

from msgspec import Meta, Struct

from learningcircles.circle.circle import Circle
from learningcircles.crypto.hashing import are_same
from learningcircles.crypto.kdf import hkdf
from learningcircles.crypto.sign import verify
from learningcircles.errors import NotAllowed, Refused
from learningcircles.trust.invitation import Invitation
from learningcircles.trust.members import Invite
from learningcircles_sync.protocol import Id, Key, Milliseconds, Signature

HELLO_PATH = "/v1/hello"
KNOCK_PATH = "/v1/knock"
LABEL = b"lc1 lan"
DOOR_LABEL = b"lc1 lan door"
KNOCK_LABEL = b"lc1 lan knock"
SALT_BYTES = 16
TAG_BYTES = 16
PRIVATE = 1


class Hello(Struct, array_like=True, frozen=True):
    """Who asks shows that it has the circle's keys."""

    salt: Annotated[bytes, Meta(min_length=SALT_BYTES, max_length=SALT_BYTES)]
    tag: Annotated[bytes, Meta(min_length=TAG_BYTES, max_length=TAG_BYTES)]


class Knock(Struct, array_like=True, frozen=True):
    """Who asks shows that it holds an invitation of the circle, to who knows that invitation and to nobody else."""

    salt: Annotated[bytes, Meta(min_length=SALT_BYTES, max_length=SALT_BYTES)]
    tag: Annotated[bytes, Meta(min_length=TAG_BYTES, max_length=TAG_BYTES)]
    signature: Signature


class Greeting(Struct, array_like=True, frozen=True):
    """Who answers: its device and signing key, its newest roster head, its time."""

    device: Id
    key: Key
    roster_head: Id
    time: Milliseconds


def lan_secret(circle: Circle) -> bytes:
    """Return what laptops of a circle recognise each other by; raises Refused where the key for it is not here."""
    founding = circle.roster.state.epochs[PRIVATE][0]
    key = circle.journal.epochs.get((PRIVATE, founding.name))
    if key is None:
        raise Refused("no_key_yet", "This laptop has not received the circle’s keys yet.")
    return secret_of(key, circle.id)


def secret_of(founding_key: bytes, circle: bytes) -> bytes:
    """Return the secret of a circle whose founding private epoch has this key."""
    return hkdf(founding_key, LABEL + circle)


def tag(secret: bytes, what: str, salt: bytes) -> bytes:
    """Return the 16 bytes that show to who has the secret, and to nobody else, that it is this circle."""
    return hkdf(secret, LABEL + b" " + what.encode() + salt, TAG_BYTES)


def announcement(secret: bytes, salt: bytes) -> dict[str, str]:
    """Return the text records that are announced under a salt that was drawn for it."""
    return {"v": "1", "s": salt.hex(), "t": tag(secret, "announce", salt).hex()}


def is_ours(secret: bytes, records: Mapping[str, str]) -> bool:
    """Return whether an announcement is of a laptop of the circle; strangers' may hold anything."""
    try:
        salt, shown = bytes.fromhex(records.get("s", "")), bytes.fromhex(records.get("t", ""))
    except ValueError:
        return False
    return len(salt) == SALT_BYTES and are_same(shown, tag(secret, "announce", salt))


def hello(secret: bytes, salt: bytes) -> Hello:
    """Return the hello under a fresh salt."""
    return Hello(salt, tag(secret, "hello", salt))


def check_hello(secret: bytes, message: Hello) -> None:
    """Refuse who does not have the circle's keys."""
    if not are_same(message.tag, tag(secret, "hello", message.salt)):
        raise other_circle()


def knock(invitation: Invitation, salt: bytes) -> Knock:
    """Return the knock under a fresh salt."""
    secret = _door_secret(invitation.sign.public, invitation.circle)
    return Knock(salt, tag(secret, "knock", salt), invitation.sign.sign(KNOCK_LABEL + invitation.circle + salt))


def check_knock(circle: bytes, doors: Iterable[Invite], message: Knock) -> None:
    """Refuse who holds none of these invitations of the circle."""
    for door in doors:
        if are_same(message.tag, tag(_door_secret(door.sign, circle), "knock", message.salt)):
            if verify(door.sign, KNOCK_LABEL + circle + message.salt, message.signature):
                return
            break
    raise other_circle()


def other_circle() -> NotAllowed:
    """The error for a laptop that is of another circle, or does not know the invitation."""
    return NotAllowed("other_circle", "The laptop beside this one is of another circle.")


def _door_secret(public: bytes, circle: bytes) -> bytes:
    return hkdf(public, DOOR_LABEL + circle)
