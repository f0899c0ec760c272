"""One share over a line that is open: with the hub, or with a laptop beside this one."""

from __future__ import annotations

from collections.abc import Callable

from learningcircles.circle.believing import may_write, note_clock
from learningcircles.circle.changes import CatalogueItem, Changes
from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.errors import NotAllowed, Unreachable
from learningcircles.journal.letter import message_id
from learningcircles.laptop.home import Home
from learningcircles.laptop.joining import arrive, is_arriving
from learningcircles.laptop.mending import mend_keys
from learningcircles.laptop.succession import has_had_too_many
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.region import Region
from learningcircles.storage.tail import has_open
from learningcircles.surroundings import Surroundings
from learningcircles.trust.entry import Entry
from learningcircles_sync.farewell import told_out
from learningcircles_sync.lan.hello import Greeting
from learningcircles_sync.lan.visiting import check_in_roster
from learningcircles_sync.line import LINE_FAILS, NO_ANSWER, Line, Transport
from learningcircles_sync.newer import note_version
from learningcircles_sync.outcome import Outcome
from learningcircles_sync.peers import NO_HUB_PEER, beside_name, further, main_peer
from learningcircles_sync.preparing import Preparing
from learningcircles_sync.protocol import (
    CATALOGUE_PATH,
    FIRST_BYTES,
    PAGE_BYTES,
    SHELF_TOTAL,
    SYNC_PATH,
    Catalogue,
    Done,
    Item,
    Page,
    Shelf,
    Sync,
)
from learningcircles_sync.session import Obstacle, Post, Session, come, named, stuck, unread_list

MESSAGES_NAMED = 1_000
WEAK = "line_weak"
"""Under what a circle file notes that a line broke in the middle of a share."""
SMALL_BYTES = 8_000
"""A request that says what is here, with the changes of an hour or so."""
Told = Callable[[int, int], None]
"""Is told how many of the segments that the other side has are here, and how many it has."""


class Talking:
    """Talks with others about one circle, and remembers what they have and how far the hub's clock is ahead."""

    def __init__(self, home: Home, verbs: Verbs, surroundings: Surroundings, preparing: Preparing) -> None:
        self._home = home
        self._verbs = verbs
        self._surroundings = surroundings
        self._preparing = preparing
        self._ahead_ms = 0
        self.told: Told | None = None
        """Is told how much has come, while it comes in more than one page."""
        self.gives: Told | None = None
        """Is told how many of the segments that are here the other side has, while they go in more than one page."""

    @property
    def _circle(self) -> Circle:
        return self._verbs.circle

    def line(self, transport: Transport, receiver: bytes) -> Line:
        """Return this laptop's line to a receiver with this public key."""
        device = self._circle.secrets.device
        line = Line(transport, receiver, device.id, device.sign, self._surroundings.now_ms)
        line.ahead_ms = self._ahead_ms
        return line

    def waiting(self) -> int:
        """Count what waits: own actions, and own changes to the list of laptops that who keeps it has not placed."""
        roster = self._circle.roster
        me = self._circle.secrets.device.id
        proposed = sum(entry.read().author == me for entry in roster.proposals)
        return Exchange(self._circle).waiting(main_peer(self._circle.roster)) + proposed

    def share(self, line: Line, beside: Greeting | None = None) -> Outcome:
        """Share over a line: to the hub, or to the laptop `beside` this one."""
        waits, roster = not self._verbs.people.has_place, self._circle.roster
        try:
            session = self._converse_having_heard(line, beside)
        except NotAllowed as error:
            if error.code == "not_served" and (self._circle.shut_out or beside is None):
                # It has heard why by another way, or the hub's list does not hold it, though it was shown this one.
                raise told_out(self._circle.roster, self._circle.secrets.device.id) from error
            raise
        if self._circle.shut_out:
            raise told_out(self._circle.roster, self._circle.secrets.device.id)
        letters = Exchange(self._circle).messages()  # of an earlier share, too: the clock may have been in doubt then
        taken = self._verbs.inbox.take_in() if letters and may_write(self._circle) else Changes()
        again = bool(session.touched) or self._circle.roster is not roster
        session.touched |= taken.touched
        # A log that somebody else writes, too, is left alone: what is to be said goes into that of a new identity.
        if not session.restored or has_had_too_many(self._circle):
            self._follow_up(line, beside, session, waits=waits, again=bool(taken) or again)
        if session.new_catalogue:
            self._fetch_catalogue(line)
        return self._outcome(session, line)

    def _converse_having_heard(self, line: Line, beside: Greeting | None) -> Session:
        """Converse; where the list of laptops is to be heard before any work is given, ask for that alone first.

        A line that is too weak for a page of what others wrote carries that, and own work.
        """
        if not (self._preparing.listens and self._preparing.by_list):
            return self._converse(line, beside)
        first = self._converse(line, beside, list_alone=True)
        if self._circle.shut_out:
            return first
        if not (
            first.restored or _is_behind_in_its_own(self._circle, first)
        ):  # such a one gets its log back before it goes on
            self._preparing.heard()
        session = self._converse(line, beside)
        session.add(first)
        return session

    def _follow_up(self, line: Line, beside: Greeting | None, session: Session, *, waits: bool, again: bool) -> None:
        """Say what came of a conversation in another one.

        What came may call for keys that an organizer's laptop sends, or have given this laptop its place. What people
        outside wrote is a record of the circle now, and goes out at once, so that the hub lets go of it. So does what
        this laptop is to write again, since a branch of a log that it wrote under a former name has lost, and what it
        has kept back until it had heard of the others. `again`: it may have written for any of that.
        """
        arrived = is_arriving(self._circle) and may_write(self._circle) and arrive(self._circle)
        late = beside is None and self._preparing.publish_late()
        followed = self._preparing.follow() if session.received else Changes()
        session.touched |= followed.touched
        numbered = (waits or arrived) and self._preparing.number()
        heard = (again or session.received > 0 or self._preparing.listens) and self._preparing.heard()
        again = again and has_open(self._circle.connection)
        if mend_keys(self._circle) or arrived or late or followed or numbered or again or heard:
            Exchange(self._circle).close_tail()
            session.add(self._converse(line, beside))

    def ask_to_place(self, line: Line, entry: Entry) -> None:
        """Ask the hub to place an entry of ours that is kept nowhere until it has: if it does not, nothing comes of it.

        The hub is to know this laptop's list of laptops, so share with it first.
        """
        self._converse(line, None, asks=entry)

    def tell(self, line: Line) -> None:
        """Share with a hub that the circle has left; nothing of that is remembered but what came of it."""
        session = Session(Exchange(self._circle), None, post=_post(self._verbs, beside=False))
        try:
            while (message := session.next()) is not None:
                session.take(_answered(line, session, message))
        finally:
            self._keep_letters(session)

    def _converse(
        self, line: Line, beside: Greeting | None, asks: Entry | None = None, *, list_alone: bool = False
    ) -> Session:
        exchange = Exchange(self._circle)
        peer = main_peer(self._circle.roster) if beside is None else beside_name(beside.device)
        theirs = exchange.peer_have(peer) or None
        catalogue = Region(self._circle).digest() if beside is None else b""
        post = _post(self._verbs, beside=beside is not None)
        session = Session(exchange, theirs, catalogue=catalogue, post=post, with_hub=beside is None, asks=asks)
        weak = self._circle.meta.number(_weak(beside)) > 0  # then one segment is asked for, and one brought
        session.page_bytes = 0 if list_alone else 1 if weak else FIRST_BYTES
        session.push_bytes = session.bring_bytes = 1 if weak else PAGE_BYTES
        if beside is not None:
            session.begins_with(beside.roster_head)
        try:
            while (message := session.next()) is not None:
                page = _answered(line, session, message)
                session.take(page)
                self._tell(exchange, session, page)
                if beside is not None:
                    check_in_roster(self._circle.roster, beside)
        except Unreachable as error:
            if _tells_weak(error.code, session, line):
                self._note_weak(beside, weak=True)
            raise
        finally:
            self._note(session, line, peer)
        if not list_alone:
            self._note_weak(beside, weak=False)
        if beside is None and session.finished:
            self._verbs.inbox.forget(row.message for row in session.done)
        return session

    def _tell(self, exchange: Exchange, session: Session, page: Page) -> None:
        """Tell how far it is, page by page: what the other side has is asked for before anything is given."""
        if page.more and self.told is not None:
            self.told(*come(exchange.have(), session.theirs))
        elif self.gives is not None and not session.finished:
            self.gives(*come(session.theirs, exchange.have()))

    def _note_weak(self, beside: Greeting | None, *, weak: bool) -> None:
        """Note whether the line broke under what it was given: the next share gives it one parcel at first."""
        if bool(self._circle.meta.number(_weak(beside))) is not weak:
            with self._circle.hint():
                self._circle.meta.put(_weak(beside), int(weak))

    def _note(self, session: Session, line: Line, peer: str) -> None:
        """Remember what the other side has, also where the line broke in the middle."""
        if session.hub_time is None:
            return
        note_version(self._home, session.version)
        now = self._surroundings.now_ms()
        exchange = Exchange(self._circle)
        if peer == main_peer(self._circle.roster):
            self._ahead_ms = line.ahead_ms
            note_clock(self._circle, session.hub_time - now, now)
        elif not self._circle.roster.hub:
            held = exchange.peer_have(NO_HUB_PEER)
            exchange.note_peer(NO_HUB_PEER, further(held, session.theirs), now)
        exchange.note_peer(peer, session.theirs, now)
        self._keep_letters(session)

    def _keep_letters(self, session: Session) -> None:
        if session.inbox:
            Exchange(self._circle).add_messages({message_id(sealed): sealed for sealed in session.inbox})

    def _fetch_catalogue(self, line: Line) -> None:
        items: list[Item] = []
        after = (b"", b"")
        more = True
        digest = b""
        while more and len(items) < SHELF_TOTAL:
            try:
                shelf = line.ask(CATALOGUE_PATH, Catalogue(self._circle.id, after), Shelf)
            except Unreachable:
                return  # the share itself went through; the next one asks for the catalogue again
            digest = digest or shelf.digest
            items += shelf.items
            more = shelf.more and bool(shelf.items)
            if items:
                after = (items[-1].circle, items[-1].id)
        rows = [CatalogueItem(item.circle, item.circle_name, item.id, item.body) for item in items[:SHELF_TOTAL]]
        Region(self._circle).keep(digest, rows)

    def _outcome(self, session: Session, line: Line) -> Outcome:
        return Outcome(
            sent=session.sent,
            received=session.received,
            requests=line.traffic.requests,
            bytes_up=line.traffic.bytes_up,
            bytes_down=line.traffic.bytes_down,
            waiting=self.waiting(),
            to_review=self._circle.reader.review_count(),
            changes=Changes(frozenset(session.touched), label="Share"),
            obstacles=(
                *((Obstacle("renewed"),) if self._preparing.renewed else ()),
                *stuck(self._circle, restored=session.restored),
                *unread_list(self._circle),
                *named(self._circle, session.problems),
            ),
            restored=session.restored,
        )


def _weak(beside: Greeting | None) -> str:
    """Return under what it is noted that a line is weak: of the way to the hub what is beside tells nothing."""
    return WEAK if beside is None else f"{WEAK}_beside"


def _tells_weak(code: str, session: Session, line: Line) -> bool:
    """Return whether a line that failed may have failed under what it was given. Where nobody answers a small request
    there mostly is no network at all.
    """
    silent = code == NO_ANSWER and session.hub_time is None and line.traffic.bytes_up <= SMALL_BYTES
    return code in LINE_FAILS and not silent


def _is_behind_in_its_own(circle: Circle, session: Session) -> bool:
    """Return whether the other side has more of this laptop's own logs than is here: it was restored, or copied."""
    have, me = Exchange(circle).have(), circle.secrets.device.id
    return any(log[1] == me and seq > have.get(log, 0) for log, seq in session.theirs.items())


def _answered(line: Line, session: Session, message: Sync) -> Page:
    """Ask; a hub that was rolled back does not know who has joined since, and is shown the list of laptops then."""
    try:
        return line.ask(SYNC_PATH, message, Page)
    except NotAllowed as error:
        if error.code != "not_served" or message.roster:
            raise
        return line.ask(SYNC_PATH, session.with_list(), Page)


def _post(verbs: Verbs, *, beside: bool) -> Post:
    """Tell which messages are here, so that they do not come again, and which the hub may let go.

    What the hub has let go already is named to a laptop `beside` this one alone, which may still keep it.
    """
    exchange = Exchange(verbs.circle)
    rows = [*exchange.messages(), *(exchange.messages(done=True) if beside else ())]
    done = tuple(Done(message, *held) for message, held in verbs.inbox.settled()[:MESSAGES_NAMED])
    return Post(held=tuple(row[0] for row in rows[:MESSAGES_NAMED]), done=done)
