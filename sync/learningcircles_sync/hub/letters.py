"""What learners write on the hub's pages: sealed to the circle at once, kept until one of its laptops has it.

The hub reads the words for the moment in which it seals them, and keeps neither them nor a key that opens them.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from learningcircles.codec import decode
from learningcircles.errors import Refused
from learningcircles.journal.letter import Letter, seal_letter
from learningcircles.surroundings import Sealer
from learningcircles_sync.hub import catalogue
from learningcircles_sync.hub.catalogue import Shown
from learningcircles_sync.hub.room import Room

if TYPE_CHECKING:
    import sqlite3

    from learningcircles_sync.hub.store_sqlite import SqliteStore

PRIVATE = 1
MOST_WAITING = 500
"""Messages that a circle has not fetched; more are turned away until it does."""
MOST_OF_ONE = 100
"""Of those, messages about one listing: who floods one does not close the others."""
ALWAYS_TAKEN = 5
"""A listing with fewer waiting is open though the circle's other ones have filled the inbox, up to twice its size."""
KEPT_MS = 200 * 24 * 3600 * 1000
"""How long the hub remembers that there was a message: longer than an answer is shown."""


class Became(Enum):
    """What a private link shows."""

    WAITS = "waits"  # no laptop of the circle has fetched it yet
    ARRIVED = "arrived"  # the circle has it and has not answered
    ACCEPTED = "accepted"
    DECLINED = "declined"
    UNKNOWN = "unknown"  # never here, or lost since a backup, or long ago


class State(NamedTuple):
    """What became of a message; `on` is the day of the answer."""

    became: Became
    on: str = ""


def find_item(store: SqliteStore, circle: bytes, id_: bytes, reach: int) -> Shown | None:
    """Return an item that is shown at `reach` and may be answered."""
    with store.snapshot() as connection:
        found = catalogue.items(connection, store.today(), reach=reach, circle=circle, id_=id_)
    item = found[0] if found else None
    kinds = ("meetup", "offer", "request")
    return item if item is not None and item.body.get("kind") in kinds and not _is_over(item) else None


def leave(store: SqliteStore, circle: bytes, letter: Letter, seal: Sealer, now_ms: int) -> bytes:
    """Seal a letter to the circle's laptops and keep it for them; returns the message's id.

    Raises NotFound for a circle that is not here, Refused where too many wait or this one is too long.
    """
    epochs = store.roster(circle).state.epochs[PRIVATE]
    sealed = seal_letter(letter._replace(at=now_ms), circle, epochs[-1].inbox_public, seal)

    def keep(room: Room) -> bytes:
        if not _has_room(room.waiting_messages(), room.waiting_messages(letter.about)):
            raise Refused("inbox_full", "This circle has not fetched its messages for a while.")
        id_ = room.add_message(sealed, letter.about)
        room.note_signup(id_, now_ms, now_ms - KEPT_MS)
        return id_

    return store.write_room(circle, keep)


def _has_room(waiting: int, of_one: int) -> bool:
    most = 2 * MOST_WAITING if of_one < ALWAYS_TAKEN else MOST_WAITING
    return waiting < most and of_one < MOST_OF_ONE


def state_of(store: SqliteStore, circle: bytes, message: bytes) -> State:
    """Return what became of a message."""
    with store.snapshot() as connection:
        answer = _answer(connection, circle, message, store.today())
        if answer is not None:
            return answer
        if _is_there(connection, "message", circle, message):
            return State(Became.WAITS)
        return State(Became.ARRIVED if _is_there(connection, "signup", circle, message) else Became.UNKNOWN)


def _answer(connection: sqlite3.Connection, circle: bytes, message: bytes, today: str) -> State | None:
    row = connection.execute(
        "SELECT body FROM item WHERE circle=? AND id=? AND kind='answer' AND body IS NOT NULL AND expires>=?",
        (circle, message, today),
    ).fetchone()
    body = decode(row[0]) if row else {}
    states = {"accepted": Became.ACCEPTED, "declined": Became.DECLINED}
    became = states.get(str(body.get("state")))
    return None if became is None else State(became, str(body.get("on", "")))


def _is_there(connection: sqlite3.Connection, table: str, circle: bytes, message: bytes) -> bool:
    sql = {
        "message": "SELECT 1 FROM message WHERE circle=? AND id=?",
        "signup": "SELECT 1 FROM signup WHERE circle=? AND id=?",
    }
    return connection.execute(sql[table], (circle, message)).fetchone() is not None


def _is_over(item: Shown) -> bool:
    return item.body.get("state") == "cancelled"
