"""Whether this laptop's clock can be believed.

Nobody refuses what another laptop wrote for its clock. But a date that is years off is a nuisance to people (today's
meetups, "Member since", what is published until when), so a laptop whose clock others contradict by more than 24 hours
asks before its first write. Who says what the time is: the hub when they last spoke, and the newest change that is here
of others. Either may be wrong itself, and one wrong clock must stop nobody: a hub's word falls where another laptop has
written by this laptop's time since, and with the hub; and who was asked and wrote all the same is asked that no more.
"""

from __future__ import annotations

from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.clock import milliseconds
from learningcircles.errors import Refused
from learningcircles.storage.heard import last_heard
from learningcircles.storage.meta import Meta
from learningcircles.trust.members import laptops
from learningcircles.zone import day_of

WARNS_MS = 5 * 60_000
ASKS_MS = 24 * 3_600_000
SILENT_MS = 366 * ASKS_MS
_OFF, _AT, _BY = "clock_off", "clock_at", "clock_by"
_WORTH_NOTING_MS = 30_000


class Word(NamedTuple):
    """What somebody says of this laptop's clock: it is `off_ms` behind (negative: ahead).

    `hub`: the word is the hub's, otherwise that of what others have written.
    """

    off_ms: int
    hub: bool


def note_clock(circle: Circle, off_ms: int, now_ms: int) -> None:
    """Remember how far the hub's clock is ahead of ours; written only where something else was believed, or noted.

    Who answered for the clock is asked again when it is contradicted once more after it was not.
    """
    meta = Meta(circle.connection)
    held = (_told(circle, now_ms), meta.number(_OFF) if _is_ours(circle, meta) else 0)
    if max(abs(before - off_ms) for before in held) > _WORTH_NOTING_MS:
        with circle.transaction():
            meta.put(_OFF, off_ms)
            meta.put(_AT, now_ms)
            meta.put(_BY, circle.roster.sequencer)
    ended = [each for each in _words(circle) if not _contradicts(each) and meta.number(_answer(each))]
    if ended:
        with circle.transaction():
            for each in ended:
                meta.put(_answer(each), 0)


def word(circle: Circle) -> Word:
    """Return what is said of this laptop's clock, as far as is known."""
    hub, others = _words(circle)
    return others if others.off_ms > max(hub.off_ms, ASKS_MS) else hub


def clock_off(circle: Circle) -> int:
    """Return how many ms the time is ahead of this laptop's clock (negative: behind) by what is said of it."""
    return word(circle).off_ms


def ahead(circle: Circle, at_ms: int | None) -> int:
    """Return how many ms another laptop's time lies ahead of now, by the hub's clock where that is known.

    0 where it does not, or by no more than clocks may differ: then nobody can say that its clock was wrong.
    """
    now = circle.surroundings.now_ms()
    far = (at_ms or 0) - now - _told(circle, now)
    return far if far >= WARNS_MS else 0


def is_doubtful(circle: Circle) -> bool:
    """Return whether the clock is over 24 hours off, as far as is known: then nothing is published by its date."""
    return abs(clock_off(circle)) > ASKS_MS


def is_date_sure(circle: Circle) -> bool:
    """Return whether nobody who is believed says that it is another day, also where somebody has answered for it."""
    return not _doubts(circle)


def may_write(circle: Circle) -> bool:
    """Return whether the clock is in no doubt, or in one that somebody has answered."""
    return not _unanswered(circle)


def silent_since(circle: Circle) -> int | None:
    """Return when something was written last that is here, in ms since 1970, where this laptop's clock says that this
    is more than a year ago; None otherwise.

    It may be so, and nobody is stopped. But a clock that has jumped ahead is contradicted by nobody where the circle
    has no other laptop and no hub, and what is written under it stands years ahead.
    """
    own = last_heard(circle, circle.secrets.device.id) or 0
    newest = max(own, milliseconds(circle.meta.number("seen_tick")))
    return newest if newest and circle.surroundings.now_ms() - newest > SILENT_MS else None


def check_clock(circle: Circle) -> None:
    """Refuse to write under a clock that is in doubt, once; `Circle.before_first_write` calls it."""
    open_ = _unanswered(circle)
    if not open_:
        return
    now = circle.surroundings.now_ms()
    ours, theirs = day_of(now), day_of(now + open_[0].off_ms)
    said_at = circle.meta.number(_AT)
    if open_[0].hub and now - said_at > ASKS_MS:
        # Time may have gone by since, or this clock have jumped: what the hub would say today nobody knows here.
        raise Refused(
            "clock_doubtful",
            "When this laptop's clock said {then}, the hub at {hub} said {theirs}; now the clock says {ours}. If the"
            " laptop is wrong, set its clock right before you write.",
            hub=circle.roster.hub,
            then=day_of(said_at),
            theirs=day_of(said_at + open_[0].off_ms),
            ours=ours,
        )
    if open_[0].hub:
        raise Refused(
            "clock_doubtful",
            "The hub at {hub} says that today is {theirs}, and this laptop's clock says {ours}. If the laptop is wrong,"
            " set its clock right before you write.",
            hub=circle.roster.hub,
            theirs=theirs,
            ours=ours,
        )
    raise Refused(
        "clock_doubtful",
        "This laptop's clock says {ours}, but others have written into this circle on {theirs}. Set the clock right"
        " before you write.",
        theirs=theirs,
        ours=ours,
    )


def trust_clock(circle: Circle) -> None:
    """Keep that somebody answers for the clock: what is said against it now asks no more, whatever else may be said."""
    meta = Meta(circle.connection)
    open_ = _unanswered(circle)
    if open_:
        with circle.transaction():
            for doubt in open_:
                meta.put(_answer(doubt), _claim(meta, doubt))


def _words(circle: Circle) -> tuple[Word, Word]:
    now = circle.surroundings.now_ms()
    newest = milliseconds(circle.meta.number("seen_tick"))
    return Word(_told(circle, now), hub=True), Word(newest - now, hub=False)


def _told(circle: Circle, now_ms: int) -> int:
    """Return how far the clock is off by what the hub said last, and by how it has moved since."""
    meta = circle.meta  # asked for each new member: what is written is not folded for it
    off, at = meta.number(_OFF), meta.number(_AT)
    if not _is_ours(circle, meta):
        return 0
    if at and now_ms < at:
        # It was set back since, or has jumped: all that is sure is that it is later than when the hub said so.
        return max(0, at + off - now_ms)
    return 0 if off > 0 and now_ms >= at + off else off  # it was behind, and was set right since


def _is_ours(circle: Circle, meta: Meta) -> bool:
    """Whether it was said by who keeps the list now: the word of a hub that the circle has left is worth nothing."""
    return meta.data(_BY) in (b"", circle.roster.sequencer)


def _doubts(circle: Circle) -> list[Word]:
    hub, others = _words(circle)
    doubts = [hub] if _contradicts(hub) and not _is_contradicted(circle, hub.off_ms) else []
    return [*doubts, others] if _contradicts(others) else doubts


def _contradicts(said: Word) -> bool:
    return (abs(said.off_ms) if said.hub else said.off_ms) > ASKS_MS


def _is_contradicted(circle: Circle, off_ms: int) -> bool:
    """Whether more of the other laptops date what they wrote since the hub said so as this laptop does than as it does.

    An older change says nothing: it may have been written when it was that time, and this clock have stood still.
    """
    now, at = circle.surroundings.now_ms(), Meta(circle.connection).number(_AT)
    me = circle.secrets.device.id
    families = ([each.id for each in names] for names in laptops(circle.roster.devices, me))
    newest = [max(last_heard(circle, id_) or 0 for id_ in ids) for ids in families if me not in ids]
    with_us = sum(at < ms <= now + WARNS_MS for ms in newest)
    with_hub = sum(at < ms - off_ms <= now + WARNS_MS for ms in newest)
    return with_us > with_hub


def _unanswered(circle: Circle) -> list[Word]:
    meta = Meta(circle.connection)
    return [each for each in _doubts(circle) if abs(_claim(meta, each) - meta.number(_answer(each))) > ASKS_MS]


def _answer(doubt: Word) -> str:
    return "clock_trusted_hub" if doubt.hub else "clock_trusted_others"


def _claim(meta: Meta, doubt: Word) -> int:
    """Return what stays the same while a doubt does: how far the hub is off, or when others wrote."""
    return doubt.off_ms if doubt.hub else milliseconds(meta.number("seen_tick"))
