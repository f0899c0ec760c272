"""The inbox: what people without the app wrote, taken in once by whichever laptop comes first, and answered.

A sealed message becomes a record whose id follows from the message's, so that two laptops which take it in apart
from each other write the same record. Answering is a write like any other; a laptop that may publish shows the
answer's state, and nothing else of it, under the message's id.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from learningcircles import ids
from learningcircles.circle.changes import Changes, Record
from learningcircles.circle.desk import Desk
from learningcircles.crypto.envelope import ReceiveKey
from learningcircles.entities.declare import Space
from learningcircles.entities.outside import ACCEPTED, ANSWERS, DECLINED, WAITING
from learningcircles.errors import CircleError, InvalidValue, NotFound
from learningcircles.journal.letter import Letter, open_letter
from learningcircles.storage.letters import Held, Letters
from learningcircles.trust.epochs import inbox_key
from learningcircles.trust.members import READER

_ID = re.compile(r"[0-9a-f]{32}\Z")

TAKE_IN = "Answers from outside"


class Inbox:
    """The verbs of the inbox."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def signups(self, state: str = WAITING) -> list[Record]:
        """Return what came in, oldest first; of every state for an empty text."""
        where = {"state": state} if state else None
        return self._desk.reader.list("signup", where=where, order="at")

    def take_in(self) -> Changes:
        """Make records of the sealed messages that this laptop can open; nothing on one that only looks."""
        circle = self._desk.circle
        if circle.right == READER:
            return Changes()
        fresh, spoilt = self._fresh()
        if spoilt:
            with circle.transaction():
                for message in spoilt:
                    self._letters.spoil(message)
        if not fresh:
            return Changes()
        with circle.change(TAKE_IN, own=True) as change:
            for message, letter in fresh:
                change.set("signup", ids.inbox_record(message), _fields(message, letter))
        return change.changes

    def settled(self) -> list[tuple[bytes, Held]]:
        """Return (message, closed segment that holds its record) of messages that the hub may forget."""
        letters = self._letters
        found = ((message, letters.holder(ids.inbox_record(message))) for message, _ in letters.waiting())
        return [(message, held) for message, held in found if held is not None]

    def forget(self, messages: Iterable[bytes]) -> None:
        """Drop the sealed bytes of messages that the hub has let go."""
        rows = list(messages)
        if rows:
            with self._desk.circle.transaction():
                for message in rows:
                    self._letters.finish(message)

    def accept(self, signup: bytes, *, author: bytes | None = None) -> Changes:
        """Say yes; who signed up for a meetup is expected there, as a guest by the name they gave."""
        return self.answer(signup, ACCEPTED, author=author)

    def decline(self, signup: bytes, *, author: bytes | None = None) -> Changes:
        """Say no."""
        return self.answer(signup, DECLINED, author=author)

    def answer(self, signup: bytes, state: str, *, author: bytes | None = None) -> Changes:
        """Accept or decline; may be changed later. Raises NotFound, InvalidValue or NotAllowed."""
        if state not in ANSWERS:
            raise InvalidValue("not_an_answer", "An answer is accepted or declined, not {state}.", field="state",
                               state=state)  # fmt: skip
        record = self._desk.reader.find_one("signup", signup)
        if record is None or record.deleted:
            raise NotFound("no_signup", "There is no answer from outside with the id {id}.", id=signup.hex())
        desk = self._desk
        with desk.circle.change(f"Answer {record.get('name', '')}", author=author or desk.person) as change:
            change.set("signup", signup, {"state": state, "answered": desk.today()})
            meetup = self._meetup(record)
            if meetup is not None and (state == ACCEPTED or desk.reader.find_one("rsvp", ids.rsvp(meetup, signup))):
                said, write = ("yes", change.note) if state == ACCEPTED else ("no", change.set)
                write("rsvp", ids.rsvp(meetup, signup), {"meetup": meetup, "name": record["name"], "answer": said})
        return change.changes

    @property
    def _letters(self) -> Letters:
        circle = self._desk.circle
        return Letters(circle.connection, circle.journal.numbers)

    def _meetup(self, record: Record) -> bytes | None:
        written = record["about"]
        if record["kind"] != "meetup" or not isinstance(written, str) or not _ID.match(written):
            return None
        about = bytes.fromhex(written)
        return about if self._desk.reader.find_one("meetup", about) else None

    def _fresh(self) -> tuple[list[tuple[bytes, Letter]], list[bytes]]:
        """Return letters without a record yet, and ids of messages that open and hold nothing readable."""
        fresh: list[tuple[bytes, Letter]] = []
        spoilt: list[bytes] = []
        waiting = self._letters.waiting()
        keys = self._keys() if waiting else ()
        for message, sealed in waiting:
            if ids.inbox_record(message) in self._desk.circle.roster.state.redactions.gone:
                spoilt.append(message)
                continue
            if self._desk.reader.find_one("signup", ids.inbox_record(message)) is not None:
                continue
            try:
                letter = open_letter(sealed, self._desk.circle.id, keys)
            except CircleError:
                spoilt.append(message)
                continue
            if letter is not None:
                fresh.append((message, letter))
        return fresh, spoilt

    def _keys(self) -> Sequence[ReceiveKey]:
        """The inbox keys of all private epochs that are open here, newest first."""
        circle = self._desk.circle
        held = circle.journal.epochs
        chain = reversed(circle.roster.state.epochs[Space.PRIVATE])
        keys = (held.get((int(Space.PRIVATE), epoch.name)) for epoch in chain)
        return [inbox_key(key) for key in keys if key is not None]


def _fields(message: bytes, letter: Letter) -> dict[str, object]:
    fields = {
        "kind": letter.kind,
        "about": letter.about.hex(),
        "name": letter.name,
        "contact": letter.contact,
        "words": letter.words,
        "language": letter.language,
        "at": letter.at,
        "message": message.hex(),
        "state": WAITING,
    }
    return {name: value for name, value in fields.items() if value != ""}
