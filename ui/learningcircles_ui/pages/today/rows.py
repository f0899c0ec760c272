"""What Today reads, on the reader's thread: what needs someone now, each kind bounded, with how many there are."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import count
from typing import NamedTuple

from learningcircles.circle.changes import Record
from learningcircles.circle.consents import deciding
from learningcircles.circle.differing import Differing, differing
from learningcircles.circle.listings import ended_lately, still_open
from learningcircles.circle.matching import CONFIRMED
from learningcircles.circle.reader import Reader
from learningcircles.circle.untold import Untold
from learningcircles.errors import Unreadable
from learningcircles.laptop.sheet_uses import SheetUse
from learningcircles.moments import after, local_moment
from learningcircles.storage.drafts import Draft
from learningcircles.storage.query import NotBefore
from learningcircles_ui import text
from learningcircles_ui.pages.share.rows import LaptopRow
from learningcircles_ui.pages.today.begun_rows import Begun, read_begun
from learningcircles_ui.pages.today.promised_rows import Promised, read_promised
from learningcircles_ui.pages.today.review_rows import Question, names_of, read_question
from learningcircles_ui.pages.today.untold_rows import read_untold

SHOWN = 5
_AHEAD_DAYS = 7
_GONE = ("left", "anonymised")
_SOON_DAYS = 30
_ASKED_DAYS = 183
_LONGEST_DAYS = 14
"""No meetup goes on for longer."""
_NIGHT = datetime.timedelta(days=1, hours=4)
"""An evening is not over at midnight: people are still there, whenever it was to end. From its day's midnight on."""
_DAYLONG = 12 * 60
"""Minutes from which on a meetup is none that one comes to for an evening."""
_NOW, _SOON = datetime.timedelta(), datetime.timedelta(hours=1)
_FURTHER_EAST = datetime.timedelta(days=2)
_AHEAD_MOST = _AT_ONCE = 400
_UNANSWERED = {"state": "waiting"}


class Waiting(NamedTuple):
    """A swap that nobody has confirmed yet, or about which somebody says that it was otherwise.

    `noted_by`, `noted_at`: who noted that, and when (ms since 1970); empty and 0 where nobody knows. Whoever notes it
    may do so for another one, also where it is one of the two: who disputes is not known.
    """

    swap: Record
    provider: str
    receiver: str
    noted_by: str = ""
    noted_at: int = 0


class Asked(NamedTuple):
    """A request that nobody has answered yet."""

    request: Record
    member: str


class Written(NamedTuple):
    """What somebody wrote on the hub's page, and the title of what it is about."""

    signup: Record
    title: str


BySheet = tuple[SheetUse, LaptopRow]
"""A laptop that came by the recovery sheet, of which nobody here has said yet that it was one of us."""


class News(NamedTuple):
    """All that Today shows; numbers are of all, lists are bounded."""

    alone: bool
    """Whether there are no two people yet; how many there are is not asked, which would read all of a large circle."""
    meetups: Sequence[Record]
    questions: Sequence[Question]
    question_count: int
    waiting: Sequence[Waiting]
    waiting_count: int
    asked: Sequence[Asked]
    asked_count: int
    consents: int
    written: Sequence[Written] = ()
    written_count: int = 0
    disputed: Sequence[Waiting] = ()
    disputed_count: int = 0
    promised: Sequence[Promised] = ()
    promised_count: int = 0
    apart: Sequence[Differing] = ()
    apart_count: int = 0
    ended: int = 0
    """Offers and requests whose last day is over."""
    untold: Sequence[Untold] = ()
    """Meetups of which somebody is to be told; how many there are, and how many people."""
    untold_count: int = 0
    untold_people: int = 0
    restated: int = 0
    """Changes of others that were not said again as they had been when somebody was erased."""
    dated_ahead: Sequence[bytes] = ()
    """Exchanges that are said to have taken place on a day that has not come yet, the furthest ahead first."""
    begun: Sequence[Begun] = ()
    """Read of other circles alone: this one's are the writer's to tell. So is what follows."""
    by_sheet: Sequence[BySheet] = ()


def read_there(reader: Reader, unkept: Mapping[str, Draft]) -> News:
    """Return what needs someone in another circle of this laptop, with what is half-written there; `unkept`: what of
    that is in no file yet.
    """
    return read_news(reader)._replace(begun=read_begun(reader, unkept))


def read_news(reader: Reader) -> News:
    """Return what needs someone now."""
    review = reader.review()
    ahead = _ahead(reader)
    proposed = reader.list("swap", where={"state": "proposed"}, order="on", limit=SHOWN + len(ahead))
    proposed = [swap for swap in proposed if swap.id not in ahead][:SHOWN]
    disputed = reader.list("swap", where={"state": "disputed"}, order="on", limit=SHOWN)
    open_ = still_open(text.today())
    asked = reader.list("request", where=open_, limit=SHOWN)
    sides = [swap[who] for swap in (*proposed, *disputed) for who in ("provider", "receiver")]
    apart = differing(reader)
    names = names_of(reader, "member", [*sides, *(row["member"] for row in asked)])
    to_tell, promised = read_untold(reader), read_promised(reader)

    def between(swaps: Sequence[Record]) -> list[Waiting]:
        return [Waiting(swap, names.get(swap["provider"], ""), names.get(swap["receiver"], "")) for swap in swaps]

    return News(
        alone=len(reader.list("member", limit=2)) < 2,
        meetups=coming(reader),
        questions=[read_question(reader, item) for item in review[:SHOWN]],
        question_count=len(review),
        waiting=between(proposed),
        waiting_count=reader.count("swap", where={"state": "proposed"}) - len(ahead),
        disputed=[_disputed(reader, each) for each in between(disputed)],
        disputed_count=reader.count("swap", where={"state": "disputed"}),
        promised=promised[:SHOWN],
        promised_count=len(promised),
        asked=[Asked(row, names.get(row["member"], "")) for row in asked],
        asked_count=reader.count("request", where=open_),
        consents=len(ending(reader)),
        ended=ended_lately(reader, text.today()),
        written=read_letters(reader, SHOWN),
        written_count=reader.count("signup", where=_UNANSWERED),
        apart=apart[:SHOWN],
        apart_count=len(apart),
        untold=to_tell[:SHOWN],
        untold_count=len(to_tell),
        untold_people=len({who.member or who.answer for each in to_tell for who in each.people}),
        restated=reader.restated_otherwise(),
        dated_ahead=_dated_ahead(reader),
    )


def read_questions(reader: Reader) -> list[Question]:
    """Return all that two laptops changed at once and somebody is asked about."""
    return [read_question(reader, item) for item in reader.review()]


def read_letters(reader: Reader, most: int | None = None) -> list[Written]:
    """Return what people wrote on the hub's pages and nobody has answered, first come first; at most so many."""
    return [_written(reader, row) for row in reader.list("signup", where=_UNANSWERED, order="at", limit=most)]


def _ahead(reader: Reader) -> set[bytes]:
    """Return the exchanges that are proposed for a day to come: nobody can say yet whether they took place."""
    latest = reader.list("swap", where={"state": "proposed"}, order="on", descending=True, limit=_AHEAD_MOST)
    return {swap.id for swap in latest if str(swap["on"] or "") > text.today()}


def _dated_ahead(reader: Reader) -> list[bytes]:
    """Return the exchanges that somebody has recorded by a clock that was ahead, or on a day that was mistyped.

    Tomorrow is today already where another laptop stands further east.
    """
    ahead = (datetime.date.fromisoformat(text.today()) + _FURTHER_EAST).isoformat()
    where = {"state": CONFIRMED, "on": NotBefore(ahead)}
    found = reader.list("swap", where=where, order="on", descending=True, limit=_AHEAD_MOST)
    return [swap.id for swap in found if swap["on"]]


def coming(reader: Reader) -> list[Record]:
    """Return the meetups that are on, and those of the next seven days, earliest first."""
    near: list[Record] = []
    for offset in count(0, _AT_ONCE):  # the latest first: a year may be planned ahead
        rows = reader.list("meetup", order="start", descending=True, limit=_AT_ONCE, offset=offset)
        near += [row for row in rows if row["state"] != "cancelled" and _near(row)]
        if len(rows) < _AT_ONCE or text.in_days(_at(rows[-1])) < -_LONGEST_DAYS:
            break
    return sorted(near, key=lambda row: _begins(row) or datetime.datetime.min)


def todays(reader: Reader) -> bytes | None:
    """Return the meetup that is meant where nobody names one."""
    chosen = meant([row for row in coming(reader) if is_on(row)])
    return chosen.id if chosen is not None else None


def meant(on: Sequence[Record]) -> Record | None:
    """Return which of the meetups that are on is meant: the one that has begun last, or else the first one.

    A camp or a whole day goes on beside an evening: it is meant only where no evening has begun or is about to. What
    ended more than an hour ago makes way for what is about to begin.
    """
    evenings = [row for row in on if (row.get("minutes") or 0) < _DAYLONG]
    here = [row for row in evenings if text.now() < _ends(row) + _SOON]
    likely = [*_begun(here)[-1:], *_begun(here, _SOON)[:1], *_begun(evenings)[-1:], *_begun(on)[-1:], *on]
    return next(iter(likely), None)


def _begun(meetups: Sequence[Record], before: datetime.timedelta = _NOW) -> list[Record]:
    """Return the meetups that have begun, or will within a time."""
    by = text.now() + before
    return [row for row in meetups if (at := _begins(row)) is not None and at <= by]


def may_have_begun(at: str) -> bool:
    """Return whether what begins `at` (see `begins`) is about to begin, or has; also where its hour is not known."""
    begin = local_moment(at[:16])
    return begin is None or begin <= text.now() + _SOON


def latest(reader: Reader) -> Record | None:
    """Return the last meetup before today that was not called off."""
    before = [row for row in reader.list("meetup", order="start", descending=True) if _at(row)[:10] < text.today()]
    return next((row for row in before if _at(row) and row["state"] != "cancelled"), None)


def is_today(meetup: Record) -> bool:
    """Return whether a meetup begins today."""
    return _at(meetup)[:10] == text.today()


def is_on(meetup: Record) -> bool:
    """Return whether a meetup is today's, or goes on from an earlier day: each evening does until four at night."""
    at, begun = _at(meetup), _begins(meetup)
    if meetup["state"] == "cancelled" or begun is None:
        return False
    if len(at) < 16 or at[:10] >= text.today():
        return is_today(meetup)
    return text.now() < _ends(meetup) or goes_on(begun.date())


def _begins(meetup: Record) -> datetime.datetime | None:
    """Return when a meetup begins, with its day where its hour is none; None where that is no day either."""
    at = _at(meetup)
    return local_moment(at[:16]) or local_moment(at[:10])


def _ends(meetup: Record) -> datetime.datetime:
    return after(_begins(meetup) or datetime.datetime.min, meetup.get("minutes") or 0)


def goes_on(day: datetime.date) -> bool:
    """Return whether it is a day still for those who are up: until four at night."""
    return text.now() < datetime.datetime.combine(day, datetime.time()) + _NIGHT


def begins(meetup: Record) -> str:
    """Return when a meetup begins, as 2026-11-20T18:00; empty where nobody said."""
    return _at(meetup)


def _near(meetup: Record) -> bool:
    return is_on(meetup) or bool(_at(meetup)) and 0 < text.in_days(_at(meetup)) <= _AHEAD_DAYS


def _at(meetup: Record) -> str:
    return str((meetup["start"] or {}).get("at", ""))


def ending(reader: Reader) -> list[Record]:
    """Return the consents that have ended, or will within a month, soonest first: of people who are here, and of each
    the last word. Who did not agree again for half a year is asked no more: nothing nags for ever.
    """
    held = reader.list("consent", where={"withdrawn": None})
    soon = [row for row in held if row["until"] and -_ASKED_DAYS <= text.in_days(str(row["until"])) <= _SOON_DAYS]
    members = {row.id: row for row in reader.many("member", list({row["member"] for row in soon}))}
    here = {id_ for id_, row in members.items() if not row.deleted and row["status"] not in _GONE}
    return sorted(deciding(reader, (row for row in soon if row["member"] in here)), key=lambda row: str(row["until"]))


def _disputed(reader: Reader, waiting: Waiting) -> Waiting:
    """Return it with who noted that it is in dispute."""
    with suppress(Unreadable):  # of what does not open Today cannot tell, and goes on
        turns = [line for line in reader.history("swap", waiting.swap.id) if line.field == "state"]
        if turns and turns[-1].after == "disputed":
            author = turns[-1].author
            names = names_of(reader, "member", [author]) if author is not None else {}
            return waiting._replace(noted_by=names.get(author or b"", ""), noted_at=turns[-1].at)
    return waiting


def _written(reader: Reader, signup: Record) -> Written:
    about = str(signup["about"] or "")
    found = reader.find_one(str(signup["kind"]), bytes.fromhex(about)) if about else None
    return Written(signup, str(found.get("title", "")) if found else "")
