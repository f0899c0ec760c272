"""What was on a laptop that is lost or stolen, as far as the circle knows, and what to do about it."""

from __future__ import annotations

from typing import NamedTuple

from learningcircles.circle.believing import ahead
from learningcircles.circle.circle import Circle
from learningcircles.circle.naming import laptop_name
from learningcircles.entities.declare import Entity, Space
from learningcircles.entities.registry import ENTITIES, space_of
from learningcircles.laptop.home import Home
from learningcircles.laptop.inviting import doors_of, open_invitations
from learningcircles.laptop.keystore import is_wrapped
from learningcircles.storage.heard import last_word
from learningcircles.trust.members import ORGANIZER, READER, Device

PASSPHRASE = "passphrase"
SENTENCES = {
    "shut_it_out": "If it is lost or stolen, shut it out now: it gets nothing new from then on, and what it writes"
    " no longer counts.",
    "is_shut_out": "It is shut out: it gets nothing new, and what it writes no longer counts.",
    "has_passphrase": "The circle on it opens only with its passphrase. Whoever does not know that cannot read it.",
    "no_passphrase": "The circle on it has no passphrase: whoever gets into the account on that computer can read it."
    " Change the password of that account, and lock or erase the computer from afar if that can be done.",
    "never_locked": "Shutting it out erases nothing on it. What it held stays readable to whoever can open it there.",
    "tell_people": "Tell the members whose details were on it. In many countries the authority for data protection has"
    " to be told as well, in the European Union within 72 hours (Regulation 2016/679, articles 33 and 34).",
    "organizers_read": "It could read what only organizers read: complaints, notes and checks.",
    "kept_the_list": "It kept the list of the circle's laptops. This laptop takes that over when you shut it out.",
    "its_invitation": "An invitation by which it came in, or that it made, is still open. That is cancelled when you"
    " shut the laptop out: make a new one for whoever has not used it yet.",
    "open_invitations": "Invitations are still open. Cancel those that may have been on it.",
    "has_a_sheet": "If the recovery sheet was with it, print a new one: that cancels the old one.",
}


class Held(NamedTuple):
    """Records of one kind that the laptop may have held, at most: what it shared last may lie behind."""

    entity: str
    records: int
    organizers: bool


class Lost(NamedTuple):
    """What was on a laptop. `locked`: as it last said itself; `heard_ms` by its own clock; `to_do` names SENTENCES.

    `ahead_ms`: what it wrote last lies so far ahead of now, by the hub's clock where that is known; 0 where its clock
    may be right.
    """

    device: bytes
    name: str
    right: str
    shut_out: bool
    locked: bool
    heard_ms: int | None
    held: tuple[Held, ...]
    to_do: tuple[str, ...]
    ahead_ms: int = 0

    @property
    def sentences(self) -> tuple[str, ...]:
        """What to do, most urgent first."""
        return tuple(SENTENCES[code] for code in self.to_do)


def what_was_on_it(circle: Circle, device: bytes) -> Lost:
    """Return what a laptop's disk held, as far as this laptop can tell; the device must be in the roster."""
    found = circle.roster.devices[device]
    locked = says_locked(circle, device)
    heard = last_word(circle, device)
    return Lost(
        device,
        laptop_name(circle, device),
        found.right,
        found.revoked,
        locked,
        heard,
        tuple(_held(circle, found)),
        tuple(_to_do(circle, found, locked=locked)),
        ahead(circle, heard),
    )


def says_locked(circle: Circle, device: bytes) -> bool:
    """Return whether a laptop has a passphrase, as it last said itself."""
    record = circle.reader.find_one("device", device)
    return record is not None and record.get("opens_with") == PASSPHRASE


def note_lock(home: Home, circle: Circle) -> None:
    """Say in this laptop's record whether it has a passphrase, where that has changed; for who may have to know."""
    record = circle.reader.find_one("device", circle.secrets.device.id)
    kept = home.keys.get(circle.id.hex())
    if record is None or kept is None or circle.shut_out or circle.right == READER:
        return
    wrapped = is_wrapped(kept)
    if wrapped != (record.get("opens_with") == PASSPHRASE):
        with circle.change("Begin", own=True) as change:
            change.set("device", record.id, {"opens_with": PASSPHRASE if wrapped else None})


def _held(circle: Circle, found: Device) -> list[Held]:
    count = circle.reader.count
    rows = [Held(e.name, count(e.name, deleted=True), _secret(e)) for e in ENTITIES.values() if e.listed]
    may = [row for row in rows if found.right == ORGANIZER or not row.organizers]
    return sorted((row for row in may if row.records), key=lambda row: (-row.records, row.entity))


def _secret(entity: Entity) -> bool:
    return space_of(entity.name) == Space.ORGANIZERS


def _to_do(circle: Circle, found: Device, *, locked: bool) -> list[str]:
    codes = ["is_shut_out" if found.revoked else "shut_it_out"]
    if found.sign == circle.roster.sequencer:
        codes.append("kept_the_list")
    codes += ["has_passphrase" if locked else "no_passphrase", "never_locked", "tell_people"]
    if found.right == ORGANIZER:
        codes.append("organizers_read")
        if circle.roster.state.recovery is not None:
            codes.append("has_a_sheet")
    doors = doors_of(circle, found.id)
    if doors and not found.revoked:
        codes.append("its_invitation")
    if any(each not in doors or found.revoked for each in open_invitations(circle)):
        codes.append("open_invitations")
    return codes
