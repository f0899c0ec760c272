"""The laptop's side of a sync, without a network: what to ask next, and what to make of the answer.

    while (message := session.next()) is not None:
        session.take(line.ask(SYNC_PATH, message, Page))

Nothing is remembered between two requests but what both have, so a session may be dropped at any point. It ends
when neither has what the other lacks, or when a whole round moved nothing: whatever stands in the way (a log
with two branches, a receiver that refuses) is then in `problems`, and everything else has gone through.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.circle.naming import laptop_name
from learningcircles.errors import Refused
from learningcircles.journal.caps import MAX_SEQ
from learningcircles.journal.segment import Header, Segment, header_hash
from learningcircles.laptop.succession import has_had_too_many, is_copied
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.held import wanting
from learningcircles.storage.parted import held_aside, held_branches, note_brought, note_told_again, to_bring
from learningcircles.trust.crowding import crowding
from learningcircles.trust.entry import ZERO_ID, Entry, Placed
from learningcircles.trust.redact import Name
from learningcircles.trust.roster import Roster, fallen_digest
from learningcircles_sync.farewell import SENTENCES as FAREWELLS
from learningcircles_sync.farewell import told_out
from learningcircles_sync.pages import (
    beyond,
    known_strays,
    lacking,
    lacks,
    parcels,
    read_have,
    size_of_placed,
    stretch,
    told,
    whole_list,
    write_have,
)
from learningcircles_sync.protocol import BODY_BYTES, PAGE_BYTES, ROSTER_BYTES, Done, Page, Sync
from learningcircles_sync.push import parse
from learningcircles_sync.store import LogName

MAX_ROUNDS = 100_000
"""A receiver that never comes to an end is left after this many requests (50 GB of pages)."""

_SECOND_BYTES = 8 * 1024
"""What a page holds at least after one that held one segment alone."""

MAX_LOST_ROUNDS = 64
"""So many requests of a session bring losing branches of the list: more than all that anybody keeps."""

FORKED = frozenset({"fork", "chain", "bad_chain"})
"""Rejections that mean: this log has two branches."""


class Obstacle(NamedTuple):
    """Something that a sync could not get through: a code, and the log that it concerns, if one.

    `name`: what the laptop is called that people are told of, where it is known; `out`: it was shut out.
    """

    code: str
    log: LogName | None = None
    name: str = ""
    out: bool = False


TWO_LISTS = Obstacle("two_lists")


class Post(NamedTuple):
    """What the laptop tells of the inbox: ids of messages held and not done, and those that became records."""

    held: tuple[bytes, ...] = ()
    done: tuple[Done, ...] = ()


class Session:
    """One conversation of a laptop with one receiver. `theirs`: what the receiver is believed to have, None at first.

    `asks`: an entry that the receiver is asked to place and that is not kept here.

    To a receiver that was never met nothing is pushed in the first request but proposals: it may have it all.
    """

    page_bytes = PAGE_BYTES
    """How many bytes of segments are asked for, then twice as many each time: a weak line is to bring something.

    0: nothing but the list of laptops is asked for; the session ends once that is the same on both sides.
    """
    push_bytes = PAGE_BYTES
    """How many bytes of segments are brought in one request, at least one of them; twice as many each time."""
    bring_bytes = PAGE_BYTES
    """The same of what lost of others' logs."""

    def __init__(
        self,
        journal: Exchange,
        theirs: Mapping[LogName, int] | None,
        *,
        catalogue: bytes = b"",
        post: Post | None = None,
        with_hub: bool = False,
        asks: Entry | None = None,
    ) -> None:
        self._journal = journal
        self._me = journal.circle.secrets.device.id
        self._met = theirs is not None
        self.theirs: dict[LogName, int] = dict(theirs or {})
        self._catalogue = catalogue
        self._post = post or Post()
        self._with_hub = with_hub
        self._asks: tuple[Entry, ...] = () if asks is None else (asks,)
        self._crowds: set[bytes] = set()  # what this side has told of, since it keeps it instead of what it was told
        self._refill: list[Placed] = []
        self._asked: Sync | None = None
        self._stated: dict[LogName, int] = {}
        self._skip: dict[LogName, int] = {}
        self._blocked: set[LogName] = set()
        self._rewind: dict[LogName, tuple[int, int]] = {}
        self._rewound: set[LogName] = set()
        self._rounds = self._lost_rounds = 0
        self._more = True
        self._lost: tuple[bytes | None, ...] = ()
        self._their_strays: list[bytes] | None = None
        self._tells_lost = self._tells_fallen = self._says_fallen = False
        self._brings, came = to_bring(journal.circle) if with_hub else ([], 0)
        self._to_come = self._brings[came:]
        self._bringing = False
        self.sent = self.received = 0
        self.touched: set[tuple[str, bytes]] = set()
        self.inbox: list[bytes] = []
        self.hub_time: int | None = None
        self.version = ""
        """Which version the other side says it is."""
        self.new_catalogue = b""
        self.problems: list[Obstacle] = []
        self.restored = False
        """Whether this laptop's own log, or list, held more or other things over there: it was restored, or copied."""

    @property
    def done(self) -> tuple[Done, ...]:
        """The messages that this session said are records now."""
        return self._post.done

    def begins_with(self, their_head: bytes) -> None:
        """Say at which roster head the receiver is: what it lacks goes first, or it might not know this laptop."""
        mine = self._journal.circle.roster
        if mine.state.place_of(their_head) is not None:
            self._refill = _missing(mine, their_head)

    def with_list(self) -> Sync:
        """Return the request anew, with the whole list of laptops: the receiver may have lost the end that names us."""
        self._refill = _missing(self._journal.circle.roster, ZERO_ID)
        self._asked = self._request()
        return self._asked

    def next(self) -> Sync | None:
        """Return the next request, or None when there is nothing more to say."""
        if not self._more or self._rounds >= MAX_ROUNDS:
            return None
        self._rounds += 1
        self._asked = self._request()
        return self._asked

    def take(self, page: Page) -> None:
        """Apply an answer. Raises Unreadable or Refused when it is not this circle's, with nothing half-done."""
        assert self._asked is not None, "an answer without a question"
        before = (self.theirs, self._met, self._journal.circle.roster.state.tip)
        self.hub_time = page.time
        self.version = page.version or self.version
        refilling = self._take_roster(page)
        if self._journal.circle.shut_out:
            # A receiver that was rolled back is told all the same: what the list said since would be said by nobody.
            self._more = refilling or (page.more and before[2] != self._journal.circle.roster.state.tip)
            return
        again, held = dict(self._rewind), self._journal.have()
        new = self._take_segments(page)
        self._wind_on(again, page, held)
        self._note_rejected(self._asked, page)
        self.sent += page.accepted
        self.inbox += page.inbox
        self.new_catalogue = page.catalogue or self.new_catalogue
        self._take_have(page)
        moved = before != (self.theirs, self._met, self._journal.circle.roster.state.tip)
        tells = self._note_lost(page)
        self.page_bytes, self.push_bytes = _more(self.page_bytes), _more(self.push_bytes)
        self.bring_bytes = _more(self.bring_bytes) if self._bringing else self.bring_bytes
        self._more = (
            bool(self._rewind) or tells or ((refilling or new > 0 or moved) and (page.more or not self.finished))
        )
        self._note_brought(self._asked, page)
        self._more = self._more or (bool(self._to_come) and self.finished) or bool(self._asks)
        if not self.page_bytes:
            self._more = self._more and page.roster_head != self._journal.circle.roster.state.tip

    def add(self, other: Session) -> None:
        """Count another conversation with the same receiver as part of this one."""
        self.sent += other.sent
        self.received += other.received
        self.touched |= other.touched
        self.restored = self.restored or other.restored
        self.new_catalogue = other.new_catalogue or self.new_catalogue
        for problem in other.problems:
            self._add(problem)

    @property
    def finished(self) -> bool:
        """Whether the receiver is known to have everything that is here, but for what stands in `problems`."""
        return self._met and not self._refill and not lacks(self._journal.have(), self._believed())

    def _request(self) -> Sync:
        roster = self._journal.circle.roster
        had = {log: seq for log, (seq, _) in self._rewind.items()}
        blank = wanting(self._journal.circle) if self._rounds == 1 else {}  # they may have what was left out here
        self._stated = {**self._journal.have(), **blank, **self._skip, **had}
        # A laptop yields in its own log, so it asks for theirs and offers none of its own.
        gave = {log: MAX_SEQ if log[1] == self._me else seq for log, (_, seq) in self._rewind.items()}
        theirs = {**self._believed(), **gave}
        rows, strangers = write_have(self._stated, roster)
        # Before the refill is whole the receiver does not know our head, and would take no segment.
        may_push = self._met and (not self._refill or self._refill[-1].head == roster.state.tip)
        room = min(self.push_bytes, PAGE_BYTES) - sum(size_of_placed(item) for item in self._refill)
        segments = self._journal.after(theirs, room) if may_push else []
        self._bringing = may_push and not segments and not self._rewind and bool(self._to_come)
        if self._bringing:
            segments = next(parcels(self._to_come, min(self.bring_bytes, PAGE_BYTES)))
        branches = held_branches(self._journal.circle)
        # An entry that is kept nowhere is asked for once.
        asked = roster.fallen if self._journal.circle.shut_out else ()  # whom nobody asks for them
        carried = roster.carried(lacking(self._journal.have(), theirs))
        waiting = dict.fromkeys([*self._asks, *carried, *asked])
        self._asks = ()
        differ = {"lost": self._tells_lost, "erasures": self._tells_fallen}
        strays = [each for each in beyond(roster, self._their_strays or (), **differ) if each not in waiting]
        fallen = fallen_digest(roster)
        return Sync(
            roster.circle,
            roster.state.tip,
            rows,
            self._journal.digest(),
            self._catalogue,
            max=self.page_bytes,
            strangers=strangers,
            roster=self._refill,
            proposals=told(waiting, strays),
            segments=segments,
            inbox=[message[:8] for message in self._post.held],
            done=list(self._post.done),
            lost=roster.lost_digest,
            strays=None if self._their_strays is None else known_strays(roster, **differ),
            aside=None if branches is None else [hash_[:8] for hash_ in branches],
            fallen=fallen if fallen or self._says_fallen else None,
        )

    def _note_lost(self, page: Page) -> bool:
        """Learn which losing branches the receiver knows, and which erasures that fell away, if it knows of such;
        return whether to tell it of ours: while that changes any.
        """
        mine, theirs = self._journal.circle.roster, page.lost or b""
        fallen = fallen_digest(mine)
        self._says_fallen = page.fallen is not None
        both, self._lost = self._lost, (mine.lost_digest, theirs, fallen, page.fallen)
        goes_on = both != self._lost and self._lost_rounds < MAX_LOST_ROUNDS
        self._tells_lost = goes_on and mine.lost_digest != theirs
        self._tells_fallen = goes_on and self._says_fallen and fallen != page.fallen
        tells = self._tells_lost or self._tells_fallen
        self._lost_rounds += tells
        self._their_strays = (page.strays or []) if tells else None
        return tells

    def _believed(self) -> dict[LogName, int]:
        """What the receiver has, and what it will not take: nothing of either is pushed.

        Nobody takes what a laptop wrote that is on no list any more: its invitation does not count.
        """
        known = self._journal.circle.roster.devices
        unlisted = [log for log in self._journal.have() if log[1] not in known]
        return {**self.theirs, **dict.fromkeys([*self._blocked, *unlisted], MAX_SEQ)}

    def _note_brought(self, asked: Sync, page: Page) -> None:
        """Note how far the hub was brought what lost: over a line that breaks the next share goes on from there.

        Bring it once more where the hub keeps less of it than when it was brought that: it lost some. Where it did so
        meanwhile, or judged nothing, since it was rolled back, the next share does.
        """
        if self._bringing:
            self._to_come = self._to_come[len(asked.segments) :]
            judged = page.accepted + len(page.rejected) >= len(asked.segments)
            brought = self._brings[: len(self._brings) - len(self._to_come)]
            if not (judged and note_brought(self._journal.circle, brought, len(asked.segments), page.kept)):
                self._brings = self._to_come = []
        elif self._with_hub and not self._brings and not page.more:
            self._brings, came = to_bring(self._journal.circle, page.kept)
            self._to_come = self._brings[came:]

    def _take_roster(self, page: Page) -> bool:
        """Take the receiver's roster. Where it lacks some of ours, prepare the refill and return True if it is new."""
        mine = self._journal.circle.roster
        if page.roster or page.proposals:
            self._journal.receive_roster(whole_list(mine, page.roster), page.proposals)
            known, mine = mine, self._journal.circle.roster
            self._asks = tuple(entry for entry in crowding(mine, page.proposals) if entry.hash not in self._crowds)
            self._crowds |= {entry.hash for entry in self._asks}
            self.restored = self.restored or has_countersigned_twice(self._journal.circle)
            if are_two_lists(known, page.roster, mine):
                self._add(TWO_LISTS)
        before = [item.head for item in self._refill]
        behind = page.roster_head != mine.state.tip and not page.roster
        self._refill = _missing(mine, page.roster_head) if behind else []
        return behind and [item.head for item in self._refill] != before

    def _take_segments(self, page: Page) -> int:
        readable = [segment for segment in page.segments if parse(segment) is not None]
        lost = page.have is None and not page.heads  # who has no more than this laptop tells it what lost
        again = held_aside(self._journal.circle, readable) if lost else []
        note_told_again(self._journal.circle, again)
        known = {name_of(segment) for segment in again}
        took = self._journal.receive(readable, kept_there=self._with_hub, lost=lost)
        self.received += took.new + len(took.kept)
        self.restored = self.restored or took.own > 0 or any(device == self._me for _, device, _ in took.late)
        self.touched |= took.touched
        for (space, device, seq), code in took.rejected:
            if (space, device, seq) in took.late | took.kept | known:
                continue  # it is what is to be written again, or taken in: no branch that anybody else takes to count
            if code in FORKED:
                self._two_branches((space, device))
            elif code not in ("gap", "known"):
                # Say that we have it, so that its log does not fill every page of this session.
                self._skip[space, device] = max(seq, self._skip.get((space, device), 0))
                self._add(Obstacle(code, (space, device)))
        return took.new + len(took.late) + len(took.kept)

    def _take_have(self, page: Page) -> None:
        """Learn what the receiver has; nothing yet where either roster is still behind the other's."""
        mine = self._journal.circle.roster
        if self._refill or mine.state.place_of(page.roster_head) is None:
            return
        self._met = True
        if page.have is None:
            self.theirs = {log: seq for log, seq in self._stated.items() if log not in self._skip}
        else:
            self.theirs = read_have(page.have, page.strangers, mine)

    def _note_rejected(self, asked: Sync, page: Page) -> None:
        for place, code in page.rejected if not self._bringing else ():
            header = parse(asked.segments[place]) if 0 <= place < len(asked.segments) else None
            if header is not None and code in FORKED:
                self._two_branches((header.space, header.device))
            elif header is not None and code != "gap":
                self._blocked.add((header.space, header.device))
                self._add(Obstacle(code, (header.space, header.device)))
        for _, code in page.refused:
            self._add(Obstacle(code))
        for space, device, seq, beginning in page.heads:
            if self._differs((space, device), seq, beginning):
                self._two_branches((space, device))

    def _differs(self, log: LogName, seq: int, beginning: bytes) -> bool:
        """Return whether our segment of that seq is another one."""
        have = self._journal.have()
        if have.get(log) != seq:
            return False
        mine = self._journal.after({**have, log: seq - 1}, 1)
        return bool(mine) and header_hash(mine[0].header)[:8] != beginning

    def _two_branches(self, log: LogName) -> None:
        """Exchange a forked log whole, once: both sides then keep the branch that counts. Tell people of it."""
        self._add(Obstacle("fork", log))
        self.restored = self.restored or log[1] == self._me
        if log not in self._rewound:
            self._rewound.add(log)
            self._rewind[log] = (0, 0)

    def _wind_on(self, again: Mapping[LogName, tuple[int, int]], page: Page, held: Mapping[LogName, int]) -> None:
        """Go on with forked logs that do not fit into one page, until they are through, or one branch is taken.

        `again`: how far they had come, and gone, before this page; `held`: how far all logs were held.
        """
        assert self._asked is not None
        came, gone = highest(page.segments), highest(self._asked.segments)
        for log, begun in again.items():
            had, gave = begun
            had, gave = max(had, came.get(log, 0)), max(gave, gone.get(log, 0))
            more = (page.more and log in came) or (log in gone and gave < held.get(log, 0))
            if more and (had, gave) != begun and self._journal.have().get(log) == held.get(log):
                self._rewind[log] = (had, gave)
            else:
                del self._rewind[log]

    def _add(self, problem: Obstacle) -> None:
        if problem not in self.problems:
            self.problems.append(problem)


def _more(page: int) -> int:
    """Return how much the next page may hold, once the line has carried this one; 0 stays 0."""
    return min(max(page * 2, _SECOND_BYTES), PAGE_BYTES) if page else 0


def come(have: Mapping[LogName, int], theirs: Mapping[LogName, int]) -> tuple[int, int]:
    """Return how many of the segments that another one has are held as well, and how many it has."""
    return sum(min(seq, have.get(log, 0)) for log, seq in theirs.items()), sum(theirs.values())


def name_of(segment: Segment) -> Name:
    """Return (space, device, seq) of a segment that can be read."""
    header = Header.parse(segment.header)
    return header.space, header.device, header.seq


def highest(segments: Iterable[Segment]) -> dict[LogName, int]:
    """Return up to which seq segments go, by log."""
    headers = [header for header in map(parse, segments) if header is not None]
    return {(header.space, header.device): header.seq for header in sorted(headers, key=lambda each: each.seq)}


def has_countersigned_twice(circle: Circle) -> bool:
    """Return whether this laptop, as keeper of the list, did: it was restored, or a copy of its disk is in use."""
    return circle.roster.has_placed_twice(circle.secrets.device.sign.public)


def are_two_lists(before: Roster, met: Sequence[Placed], now: Roster) -> bool:
    """Return whether a list of laptops that was met contradicted the one `before`, and this was not known.

    Either has lost then. What others bring of lists that had lost before is no news to people.
    """
    lost = bool(met) and now.state.place_of(met[-1].head) is None and now.lost_digest != before.lost_digest
    return lost or now.state.place_of(before.state.tip) is None


def told_of_shutting_out(circle: Circle) -> tuple[Obstacle, ...]:
    """Return what people are told where this laptop does not take part any more."""
    if not circle.shut_out:
        return ()
    told = told_out(circle.roster, circle.secrets.device.id).template
    return tuple(Obstacle(code) for code, words in FAREWELLS.items() if words == told)


def named(circle: Circle, problems: Iterable[Obstacle]) -> tuple[Obstacle, ...]:
    """Return problems with the name of the laptop that each is about, where it is known."""
    keeper = next((each.id for each in circle.roster.devices.values() if each.sign == circle.roster.sequencer), None)

    def name(problem: Obstacle) -> str:
        device = keeper if problem.code == "two_lists" else problem.log[1] if problem.log else None
        return laptop_name(circle, device) if device else ""

    def is_out(problem: Obstacle) -> bool:
        device = circle.roster.devices.get(problem.log[1]) if problem.log else None
        return device is not None and device.revoked

    return tuple(each._replace(name=name(each), out=is_out(each)) for each in problems)


def stuck(circle: Circle, *, restored: bool) -> tuple[Obstacle, ...]:
    """Return what people are told where this laptop shares its identity with a copy, and may not have another one."""
    shared = (restored or is_copied(circle)) and not circle.shut_out
    return (Obstacle("too_many_identities"),) if shared and has_had_too_many(circle) else ()


def unread_list(circle: Circle) -> tuple[Obstacle, ...]:
    """Return what people are told of where a later version has written into the list of laptops."""
    return (Obstacle("newer_list"),) if circle.roster.state.unread else ()


def _missing(mine: Roster, head: bytes) -> list[Placed]:
    """Return what a receiver with this head lacks, as much as one page takes; all of it where its head is unknown."""
    position = mine.state.place_of(head)
    if position is not None:
        return stretch(mine.placed[position + 1 :], ROSTER_BYTES)
    if sum(size_of_placed(item) for item in mine.placed) > BODY_BYTES * 3 // 4:
        raise two_rosters()
    return list(mine.placed)


def two_rosters() -> Refused:
    """The error for two lists of one circle's laptops, each properly countersigned."""
    return Refused("two_rosters", "There are two different lists of this circle's laptops. Ask the hub's steward.")
