"""Joining a circle: the roster and the first records come from its hub or from a bundle, then a share follows.

Who holds an invitation reads roster and logs with its signature, checks that the founding entry hashes to the
invitation's circle, and makes its own laptop's keys. Its entry is a proposal that the next share, or the next
bundle, carries; it may write at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from learningcircles.circle.circle import Circle
from learningcircles.errors import Refused, Unreachable, Unreadable
from learningcircles.journal.segment import Segment
from learningcircles.laptop import joining
from learningcircles.laptop.home import Home
from learningcircles.storage.exchange import Exchange
from learningcircles.surroundings import Surroundings
from learningcircles.trust.entry import ZERO_ID, Entry, Placed
from learningcircles.trust.invitation import Invitation
from learningcircles.trust.roster import Roster
from learningcircles_sync import bundle, stick
from learningcircles_sync.bundle import Told, nobody
from learningcircles_sync.dial import Transports, over_http
from learningcircles_sync.line import LINE_BROKE, Line, ask_hub
from learningcircles_sync.pages import read_have, size_of_segment, write_have
from learningcircles_sync.peers import peer_name
from learningcircles_sync.protocol import FIRST_BYTES, JOIN_PATH, PAGE_BYTES, Page, Sync
from learningcircles_sync.push import parse
from learningcircles_sync.store import LogName

HELD_BYTES = 8 * 1024 * 1024
"""How much of a stick, or for a file that is made anew, is held in memory at once; the rest follows."""
MAX_REQUESTS = 1_000


@dataclass
class Gathered:
    """What a joiner has read so far."""

    placed: list[Placed] = field(default_factory=list)
    proposals: list[Entry] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    have: dict[LogName, int] = field(default_factory=dict)
    theirs: dict[LogName, int] = field(default_factory=dict)
    time: int | None = None
    """ms since 1970 by the hub's clock."""
    size: int = 0
    whole: bool = True
    """Whether all that the other side has is here; else the rest follows by sharing."""

    @property
    def full(self) -> bool:
        """Whether the rest had better wait for the file."""
        return self.size >= HELD_BYTES

    def take(self, segments: Iterable[Segment]) -> int:
        """Keep segments that go on from what is held; return how many."""
        kept = 0
        for segment in segments:
            header = parse(segment)
            if header is None or self.full or header.seq != self.have.get((header.space, header.device), 0) + 1:
                continue
            self.segments.append(segment)
            self.have[header.space, header.device] = header.seq
            self.size += size_of_segment(segment)
            kept += 1
        return kept


def join_from_hub(
    home: Home,
    invitation: Invitation,
    person: str,
    device: str,
    surroundings: Surroundings,
    transports: Transports = over_http,
) -> Circle:
    """Join through the hub that the invitation names. The laptop is in the circle afterwards, placed or not yet.

    `person` uses this laptop, `device` is what it is called. Whoever calls shares next, so that the hub places
    it, and the rest of a circle comes that is larger than a first page. Raises Unreachable where the line fails before
    this laptop has the list of laptops and its keys, NotAllowed where the hub does not take the invitation, Unreadable;
    nothing is left behind then.
    """
    joining.check_new(home, invitation.circle)
    if not invitation.hub:
        raise Refused("no_hub_named", "This invitation names no hub. Join from a stick instead.")
    with closing(transports(invitation.hub, invitation.fingerprint)) as transport, _not_yet_in():
        hub = ask_hub(transport)
        line = Line(transport, hub.key, invitation.id, invitation.sign, surroundings.now_ms)
        gathered = gather(line, invitation.circle)
    circle = join_gathered(home, invitation, person, device, gathered, surroundings)
    with suppress(Refused):  # what the next share learns again
        Exchange(circle).note_peer(peer_name(hub.key), gathered.theirs, surroundings.now_ms())
    return circle


def join_from_bundle(
    home: Home,
    invitation: Invitation,
    person: str,
    device: str,
    path: Path,
    surroundings: Surroundings,
    told: Told = nobody,
) -> Circle:
    """Join from a stick, with no network; its bundle must hold the invitation.

    `told` hears how far it is, as (done, whole), and may raise a CircleError to end it. Raises NotFound, Unreadable,
    Refused("other_circle"), NotAllowed; nothing is left behind then.
    """
    joining.check_new(home, invitation.circle)
    checked = bundle.check_bundle(path, told)
    if checked.circle != invitation.circle:
        raise Refused("other_circle", "{path} holds another circle than the invitation.", path=path)
    gathered = gather_bundle(path)
    circle = join_gathered(home, invitation, person, device, gathered, surroundings, told)
    take_rest(circle, path, gathered, told, checked.segments)
    return circle


def take_rest(circle: Circle, path: Path, gathered: Gathered, told: Told, whole: int) -> None:
    """Take in what a stick holds beyond what was gathered to begin with. Who stops that has the circle, and gets the
    rest when the stick is read again.
    """
    if gathered.whole:
        return
    begun = False

    def goes_on(done: int, of: int) -> None:
        nonlocal begun
        if begun:  # the circle is here: it is no error that only a part of it is
            told(done, of)
        begun = True

    if not stick.take(circle, bundle.read_bundle(path), goes_on, whole).stopped:
        joining.arrive(circle)


@contextmanager
def _not_yet_in() -> Iterator[None]:
    """Say of a line that broke before there was a circle here what that means."""
    try:
        yield
    except Unreachable as error:
        if error.code != LINE_BROKE:
            raise
        raise Unreachable(
            "not_joined_yet",
            "{reason} This laptop is not in the circle yet, and nothing was kept: join again.",
            reason=error,
        ) from error


def gather_bundle(path: Path) -> Gathered:
    """Read roster and logs of a bundle, until all is here or enough for a beginning."""
    gathered = Gathered()
    with closing(bundle.read_bundle(path)) as sheets:
        for sheet in sheets:
            gathered.placed += sheet.roster
            gathered.proposals += sheet.proposals
            gathered.take(sheet.segments)
            if gathered.full:
                gathered.whole = False
                break
    return gathered


def gather(line: Line, circle: bytes, path: str = JOIN_PATH, page_bytes: int = FIRST_BYTES) -> Gathered:
    """Read the roster by an invitation's line, and what comes of the logs with it, until there is enough to begin with.

    `path`: where else is asked; a laptop of the circle asks where it shares. `page_bytes`: how much is asked for at
    once. Whoever asks for whole pages gets the logs as well, as much as is held in memory.
    """
    gathered = Gathered()
    for _ in range(MAX_REQUESTS):
        page = line.ask(path, _question(circle, gathered, page_bytes), Page)
        moved = len(page.roster) + gathered.take(page.segments)
        gathered.placed += page.roster
        gathered.proposals = list({entry.hash: entry for entry in [*gathered.proposals, *page.proposals]}.values())
        enough = gathered.full or (page_bytes < PAGE_BYTES and bool(gathered.placed))
        if not page.more or (enough and _list_is_whole(circle, gathered, page)):
            gathered.whole = not page.more
            return _complete(circle, gathered, page)
        if not moved:
            break
    raise Unreachable("bad_answer", "The hub does not come to an end. Try again later.")


def _question(circle: bytes, gathered: Gathered, page: int) -> Sync:
    if not gathered.placed:
        return Sync(circle, ZERO_ID, [], ZERO_ID, max=page)
    head = gathered.placed[-1].head
    if not gathered.have:
        return Sync(circle, head, [], ZERO_ID, max=page)
    roster = Roster.replay(gathered.placed, gathered.proposals, circle=circle)
    rows, strangers = write_have(gathered.have, roster)
    return Sync(circle, head, rows, ZERO_ID, max=page, strangers=strangers)


def _list_is_whole(circle: bytes, gathered: Gathered, page: Page) -> bool:
    roster = Roster.replay(gathered.placed, gathered.proposals, circle=circle)
    return roster.state.tip == page.roster_head or bool(roster.state.unread)


def _complete(circle: bytes, gathered: Gathered, page: Page) -> Gathered:
    roster = Roster.replay(gathered.placed, gathered.proposals, circle=circle)
    if not _list_is_whole(circle, gathered, page):
        raise Unreadable("roster_gap", "A part of the list of this circle's laptops is missing.")
    gathered.time = page.time
    gathered.theirs = dict(gathered.have) if page.have is None else read_have(page.have, page.strangers, roster)
    return gathered


def join_gathered(
    home: Home,
    invitation: Invitation,
    person: str,
    device: str,
    gathered: Gathered,
    surroundings: Surroundings,
    told: Told = nobody,
) -> Circle:
    """Join by what was gathered; raises Unreadable, NotAllowed or Refused, with nothing left behind."""
    circle = joining.join(
        home,
        invitation,
        person,
        device,
        gathered.placed,
        gathered.proposals,
        gathered.segments,
        surroundings,
        now_ms=gathered.time,
        whole=gathered.whole,
        told=told,
    )
    return joining.name_file(home, circle)
