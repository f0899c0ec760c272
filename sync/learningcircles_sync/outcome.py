"""What sharing comes to, for screens and scripts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from learningcircles.circle.changes import Changes
from learningcircles.circle.circle import Circle
from learningcircles.circle.naming import laptop_name
from learningcircles.errors import CircleError
from learningcircles.phrase import Phrase
from learningcircles.storage.erased_by_others import take_erased
from learningcircles_sync import farewell
from learningcircles_sync.session import Obstacle


class Erasing(NamedTuple):
    """How many members who were here another laptop has erased; `out`: it was shut out."""

    laptop: str
    members: int
    out: bool


@dataclass(frozen=True)
class Outcome:
    """One share with a hub. `sent`, `received`: segments; `waiting`: own actions that the hub does not have."""

    sent: int
    received: int
    requests: int
    bytes_up: int
    bytes_down: int
    waiting: int
    to_review: int
    changes: Changes = field(default_factory=Changes)
    obstacles: tuple[Obstacle, ...] = ()
    restored: bool = False
    """Whether this laptop turned out to be restored from a backup, or copied."""
    beside: bytes = b""
    """The laptop (its device id) that it was shared with, where it was not the hub."""
    erased: tuple[Erasing, ...] = ()

    def as_json(self) -> dict[str, int]:
        """Return the keys of `sync --json`."""
        names = ("sent", "received", "requests", "bytes_up", "bytes_down", "waiting", "to_review")
        return {**{name: getattr(self, name) for name in names}, "erased": members_in(self.erased)}

    def joined(self, later: Outcome) -> Outcome:
        """Return this conversation and a later one on the same line as one; a line counts its traffic by itself."""
        return replace(
            later,
            sent=self.sent + later.sent,
            received=self.received + later.received,
            changes=self.changes | later.changes,
            obstacles=tuple(dict.fromkeys((*self.obstacles, *later.obstacles))),
        )

    def renewed(self, later: Outcome) -> Outcome:
        """Return this share and a later one, between which the laptop got a new identity, as one."""
        whole = replace(self, obstacles=(Obstacle("renewed"),)).joined(later)
        return replace(
            whole,
            requests=self.requests + later.requests,
            bytes_up=self.bytes_up + later.bytes_up,
            bytes_down=self.bytes_down + later.bytes_down,
        )

    @property
    def sentences(self) -> tuple[str, ...]:
        """What stood in the way, and who was erased, each thing in a plain sentence; empty when all went through."""
        return tuple(map(str, self.phrases))

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """The sentences, for whoever tells them in another language."""
        return (*phrases(self.obstacles), *map(erased_phrase, self.erased))


@dataclass(frozen=True)
class Round:
    """What came of sharing once with everybody beside this laptop: an outcome or an error for each."""

    outcomes: tuple[Outcome, ...] = ()
    problems: tuple[CircleError, ...] = ()


@dataclass(frozen=True)
class BundleOutcome:
    """A bundle written or read. `new`: segments that the stick, or this laptop, did not have before; size in bytes.

    `of`: how many segments a bundle has whose reading was stopped after `segments` of them; else 0.
    """

    segments: int
    new: int
    bytes: int
    changes: Changes = field(default_factory=Changes)
    obstacles: tuple[Obstacle, ...] = ()
    erased: tuple[Erasing, ...] = ()
    of: int = 0

    def as_json(self) -> dict[str, int]:
        """Return the keys of `bundle write|read --json`."""
        told = {"segments": self.segments, "new": self.new, "bytes": self.bytes}
        return told | ({"erased": members_in(self.erased)} if self.erased else {})

    @property
    def sentences(self) -> tuple[str, ...]:
        """What stood in the way, and who was erased, as `Outcome.sentences`."""
        return tuple(map(str, self.phrases))

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """The sentences, as `Outcome.phrases`."""
        return (*phrases(self.obstacles), *map(erased_phrase, self.erased))


@dataclass(frozen=True)
class ShareState:
    """What the sharing sentence says: how much waits, since when, with which hub, and what went wrong last.

    `waiting`: own actions that nobody else is known to have; `to_carry`: segments of others that the hub is not
    known to have; `last_shared_ms`: when the hub last answered, or anybody where there is no hub; `clock_off_ms`:
    how far the hub's clock was ahead of ours, or, where not `clock_by_hub`, what others have written; ms since 1970
    otherwise. `silent_since`: see `learningcircles.circle.believing.silent_since`.
    `safe`: the circle survives the loss of one laptop (a recovery sheet, or a second organizer).
    `laptops`: how many take part, this one among them.
    `hub_safe`: it survives the loss of its hub with the hub's key (a recovery sheet in force, or no hub).
    `sheet_names_hub`: see `learningcircles.laptop.sheets.names_hub`.
    `beside`: how many laptops of the circle are beside this one, as far as that is known.
    `told_out`: the sentence for a laptop that takes no part any more, or was not let in; else empty.
    `coming`: of a circle that this laptop has joined and not all of has come, how many of its segments are here, and
    how many the other side has; None where all came.
    `web_page`: the circle's page on the hub, empty where the hub has no certificate that browsers trust.
    """

    waiting: int
    to_carry: int
    last_shared_ms: int | None
    hub: str | None
    problem: CircleError | None
    clock_off_ms: int = 0
    clock_by_hub: bool = True
    web_page: str = ""
    safe: bool = True
    hub_safe: bool = True
    sheet_names_hub: bool = True
    beside: int | None = None
    laptops: int = 1
    told_out: str = ""
    coming: tuple[int, int] | None = None
    silent_since: int | None = None


def phrases(obstacles: Iterable[Obstacle]) -> tuple[Phrase, ...]:
    """Return what stood in the way in plain sentences, each once."""
    found: dict[str, Phrase] = {}
    for item in obstacles:
        code = FORK_OUT if item.out and item.code == "fork" else item.code
        template = NAMED_SENTENCES.get(code) if item.name else None
        phrase = Phrase(template, {"name": item.name}) if template else Phrase(SENTENCES.get(code, _ELSE))
        found.setdefault(str(phrase), phrase)
    return tuple(found.values())


def erased_here(circle: Circle) -> tuple[Erasing, ...]:
    """Return whom other laptops have erased who were here, since this was asked last."""
    found, devices = take_erased(circle), circle.roster.devices
    return tuple(
        Erasing(laptop_name(circle, device) or device.hex()[:8], members, device in devices and devices[device].revoked)
        for device, members in found.items()
    )


def members_in(erased: Iterable[Erasing]) -> int:
    """Return how many members were erased in all."""
    return sum(each.members for each in erased)


def erased_phrase(erased: Erasing) -> Phrase:
    """Return what people are told of it."""
    return Phrase(
        ERASED_SENTENCES[erased.out, erased.members > 1], {"laptop": erased.laptop, "count": str(erased.members)}
    )


FORK_OUT = "fork_out"
"""What is told of a fork where its laptop was shut out since, and enters nothing any more."""
_ELSE = "Some changes could not be exchanged. Everything else was."
SENTENCES = {
    **farewell.SENTENCES,
    "two_lists": "There were two lists of this circle's laptops. One of them counts now; what the other one held is"
    " being entered again. An organizer should look at the list of laptops.",
    "renewed": "This laptop was restored from a backup, or copied, and goes on under a new identity in the circle."
    " Nothing that it had written is lost.",
    "too_many_identities": "This laptop was restored or copied very often, and may not go on under yet another identity"
    " in this circle. Ask for an invitation.",
    "fork": "A laptop has written two different versions of the same changes: it was restored from a backup, or"
    " copied. One of them counts here. Nothing of the other is lost: it is kept on the laptop that wrote it, which"
    " enters it again when it shares next.",
    FORK_OUT: "A laptop that was shut out has written two different versions of the same changes: it was restored from"
    " a backup, or copied. One of them counts here. The other is kept on each laptop that it has come to, where an"
    " organizer can take it in; a stick brings it to others.",
    "full_disk": "This laptop's disk is full, and what was written on it last is not on the stick. Make room on that"
    " disk, and write the stick once more.",
    "read_only_disk": "The folder of this circle cannot be written to, and what was written last in it is not on the"
    " stick.",
    "unknown_device": "Some changes were left out, since the laptop that wrote them is not in this circle's list: it"
    " may be one copy too many of another one. Look at what that laptop shows, and enter again what is missing.",
    "signature": "Some changes were not signed by the laptop that they name, and were left out.",
    "bad_signature": "Some changes were not signed by the laptop that they name, and were left out.",
    "invitation_used": "A laptop tried to join with an invitation that had been used already.",
    "invitation_expired": "A laptop tried to join with an invitation that had expired.",
    "invitation_cancelled": "A laptop tried to join with an invitation that was cancelled.",
    "newer_list": "A newer version of Learning Circles has written into the list of this circle's laptops. Update the"
    " program here: until then this laptop keeps and carries what it cannot read, and does not show it.",
    "moved_since": "The circle was to move, or somebody else to keep its list of laptops; but meanwhile it had changed"
    " hands otherwise, and so that was left out.",
    "last_organizer": "A change of rights was not made: nobody would have been left who may run this circle.",
}
NAMED_SENTENCES = {
    "two_lists": "There were two lists of this circle's laptops. The one that {name} keeps counts now; what the other"
    " one held is being entered again. An organizer should look at the list of laptops.",
    "fork": "{name} has written two different versions of the same changes: it was restored from a backup, or copied."
    " One of them counts here. Nothing of the other is lost: it is kept on the laptop that wrote it, which enters it"
    " again when it shares next.",
    FORK_OUT: "{name}, which was shut out, has written two different versions of the same changes: it was restored from"
    " a backup, or copied. One of them counts here. The other is kept on each laptop that it has come to, where an"
    " organizer can take it in; a stick brings it to others.",
}
ERASED_SENTENCES = {
    (False, False): "{laptop} has erased a member, who is gone from this laptop now, too.",
    (False, True): "{laptop} has erased {count} members, who are gone from this laptop now, too.",
    (True, False): "{laptop}, which was shut out, had erased a member, who is gone from this laptop now, too.",
    (True, True): "{laptop}, which was shut out, had erased {count} members, who are gone from this laptop now, too.",
}
"""(it was shut out, several) → what is told of members whom another laptop has erased."""
