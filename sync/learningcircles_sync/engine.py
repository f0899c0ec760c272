"""Sharing, as the desktop and the command line see it: one object per open circle.

Every step on the circle is a short transaction of its own; between them, and never within, the network is
asked. A lock file lets one process share a circle at a time. Under given surroundings and transports everything
here is deterministic, so that any number of laptops and a hub run in one process.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from learningcircles.circle.believing import ASKS_MS, clock_off, is_doubtful, note_clock
from learningcircles.circle.changes import CatalogueItem, Changes
from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.errors import CircleError, NotAllowed, Refused, Unreachable
from learningcircles.journal.letter import message_id
from learningcircles.laptop import daily
from learningcircles.laptop.copies import BUNDLE, note_copy
from learningcircles.laptop.erasing import erase_again, let_rest
from learningcircles.laptop.home import Home
from learningcircles.laptop.leaving import note_presence
from learningcircles.laptop.locking import SyncLock
from learningcircles.laptop.lost import note_lock
from learningcircles.laptop.mending import mend_keys
from learningcircles.laptop.sequencing import keeps_list, place_pending, propose
from learningcircles.laptop.sheets import is_safe, keep_key_file
from learningcircles.laptop.succession import is_copied, succeed
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.region import Region
from learningcircles.surroundings import Surroundings
from learningcircles.trust import make
from learningcircles.trust.invitation import read_hub_code
from learningcircles.trust.members import READER
from learningcircles_sync import bundle, stick
from learningcircles_sync.dial import Transports, certificate_at, over_http
from learningcircles_sync.farewell import told_out
from learningcircles_sync.lan.hello import Greeting
from learningcircles_sync.lan.visiting import check_in_roster, greet
from learningcircles_sync.line import Line, Transport, ask_hub
from learningcircles_sync.newer import note_version
from learningcircles_sync.outcome import BundleOutcome, Outcome, Round, ShareState
from learningcircles_sync.pages import stretch
from learningcircles_sync.protocol import (
    ADMIT_PATH,
    BODY_BYTES,
    CATALOGUE_PATH,
    SHELF_TOTAL,
    SYNC_PATH,
    Admit,
    Admitted,
    Catalogue,
    Done,
    Item,
    Page,
    Shelf,
    Sync,
)
from learningcircles_sync.refresh import refresh_roster
from learningcircles_sync.renewal import Look, renewed
from learningcircles_sync.session import Obstacle, Post, Session
from learningcircles_sync.store import LogName

if TYPE_CHECKING:
    from learningcircles_sync.lan.beside import Lan
    from learningcircles_sync.lan.finding import Finders

NO_HUB_PEER = "stick"
MESSAGES_NAMED = 1_000


class Engine:
    """Shares one circle. `transports` reaches a hub's address; the default one is HTTP.

    Used by one thread; where another thread has the circle open as well, give each its own `Circle`.
    """

    def __init__(
        self,
        home: Home,
        verbs: Verbs,
        surroundings: Surroundings,
        transports: Transports = over_http,
        look: Look = certificate_at,
    ) -> None:
        self.home = home
        self.verbs = verbs
        self._surroundings = surroundings
        self._transports = transports
        self._look = look
        self._ahead_ms = 0
        self._problem: CircleError | None = None
        self._lan: Lan | None = None
        self._refreshed = False
        self.left: str | None = None
        """The day of leaving, while the last that this laptop shares is under way: it says so then."""
        self._renewed = False

    @property
    def circle(self) -> Circle:
        """The circle that is shared."""
        return self.verbs.circle

    def share(self) -> Outcome:
        """Share everything with the hub, both ways.

        Raises Refused("no_hub") where the circle has none, Unreachable where it does not answer, Locked where
        another program shares, NotAllowed where the hub does not let this laptop in; nothing is lost then.
        """
        try:
            with SyncLock(self.circle.path):
                outcome = self._share()
        except CircleError as error:
            self._problem = error
            raise
        self._problem = None
        return outcome

    def share_beside(self, url: str) -> Outcome:
        """Share everything with the laptop of this circle that answers at `url` on the same network, both ways.

        Raises Unreachable where nobody answers, NotAllowed where it is not of this circle, Locked where another
        program shares; nothing is lost then.
        """
        with SyncLock(self.circle.path):
            self._prepare()
            with closing(self._transports(url, None)) as transport:
                greeting = greet(transport, self.circle)
                line = self._line(transport, greeting.key)
                line.ahead_ms = greeting.time - self._surroundings.now_ms()
                outcome = self._talk(line, greeting)
                if outcome.restored and succeed(self.circle):
                    self._prepare()
                    line = self._line(transport, greeting.key)
                    outcome = outcome.renewed(self._talk(line, greeting))
                if place_pending(self.circle):
                    # What waited for this laptop to place it is of use to the other one at once.
                    outcome = outcome.joined(self._talk(line, greeting))
                return replace(outcome, beside=greeting.device)

    def offer(self, changed: Callable[[], None], *, finders: Finders | None = None) -> None:
        """Offer the circle on the local network until `stop_offering`, and look for laptops of it.

        `changed` is called, on another thread, when one has come, gone, or brought something. Raises Refused without
        the `lan` extra or without a network.
        """
        if self._lan is None:
            module = import_module("learningcircles_sync.lan.beside")
            self._lan = module.offer(self.circle, arrived=changed, changed=changed, finders=finders)

    def beside(self) -> int:
        """Return how many laptops of this circle are on the local network now, as far as it is offered."""
        return 0 if self._lan is None else len(self._lan.addresses())

    def share_round(self) -> Round:
        """Share once with every laptop that is beside this one."""
        return Round() if self._lan is None else self._lan.share_round(self.share_beside)

    def stop_offering(self) -> None:
        """Offer the circle no more."""
        lan, self._lan = self._lan, None
        if lan is not None:
            lan.stop()

    def admit(self, code: str) -> Outcome:
        """Bring the circle to a hub with a steward's code, hand the list of laptops to it, and share.

        Raises InvalidValue for a mistyped code, NotAllowed where the hub refuses it, Unreachable. May be
        repeated when an answer was lost.
        """
        found = read_hub_code(code)
        refresh_roster(self.circle)
        with closing(self._transports(found.url, found.fingerprint)) as transport:
            who = ask_hub(transport)
            placed = stretch(self.circle.roster.placed, BODY_BYTES // 2)
            self._line(transport, who.key).ask(ADMIT_PATH, Admit(found.code, self.circle.id, placed), Admitted)
        if self.circle.roster.sequencer != who.key:
            self._hand_over(who.key, found.url, found.fingerprint)
        return self.share()

    def state(self) -> ShareState:
        """Return what the sharing sentence says; reads this laptop's file alone."""
        exchange = Exchange(self.circle)
        peer = self._peer()
        theirs = exchange.peer_have(peer)
        mine = self.circle.secrets.device.id
        beyond = {log: seq - theirs.get(log, 0) for log, seq in exchange.have().items() if log[1] != mine}
        return ShareState(
            waiting=self._waiting(),
            to_carry=sum(count for count in beyond.values() if count > 0),
            last_shared_ms=exchange.peer_at(peer) if self.circle.roster.hub else exchange.last_shared_ms(),
            hub=self.circle.roster.hub or None,
            problem=self._problem,
            clock_off_ms=clock_off(self.circle),
            web_page=self._web_page(),
            safe=is_safe(self.circle.roster),
        )

    def _waiting(self) -> int:
        """Count what waits: own actions, and own changes to the list of laptops that the hub has not placed."""
        roster = self.circle.roster
        me = self.circle.secrets.device.id
        proposed = sum(entry.read().author == me for entry in roster.proposals) if roster.hub else 0
        return Exchange(self.circle).waiting(self._peer()) + proposed

    def _web_page(self) -> str:
        roster = self.circle.roster
        trusted = roster.hub.startswith("https://") and roster.fingerprint is None
        return f"{roster.hub}/circles/{self.circle.id.hex()}" if trusted else ""

    # --- bundles

    def write_bundle(self, path: Path) -> BundleOutcome:
        """Write the whole circle, as a hub would see it, into a file. Raises Refused where it cannot be written."""
        with SyncLock(self.circle.path):
            self._prepare()
            had = stick.had_on(path, self.circle)
            with suppress(CircleError):
                self._note_receipt(bundle.receipt_path(path))
            counted = stick.Counted(stick.pages(self.circle))
            size = bundle.write_bundle(path, counted)
            note_copy(self.circle, BUNDLE, str(path.absolute()))
        new = sum(1 for space, device, seq in counted.names if seq > had.get((space, device), 0))
        return BundleOutcome(len(counted.names), new, size)

    def read_bundle(self, path: Path) -> BundleOutcome:
        """Take in a bundle, and leave the receipt beside it where the stick lets us.

        Raises NotFound, Unreadable or Refused("other_circle") with nothing changed.
        """
        checked = bundle.check_bundle(path)
        if checked.circle != self.circle.id:
            raise Refused("other_circle", "{path} holds another circle.", path=path)
        with SyncLock(self.circle.path):
            refresh_roster(self.circle)
            taken = stick.take(self.circle, bundle.read_bundle(path))
            if taken.restored and succeed(self.circle):
                taken.problems = [Obstacle("renewed")]
            place_pending(self.circle)
            mend_keys(self.circle)
            daily.forget_erased(self.home, self.circle)
            with suppress(CircleError):
                self._note_receipt(bundle.receipt_path(path))
            with suppress(Refused):
                bundle.write_receipt(path, stick.receipt(self.circle, self._surroundings.now_ms()))
        changes = Changes(frozenset(taken.touched), label="Read a bundle")
        return BundleOutcome(taken.segments, taken.new, checked.size, changes, tuple(taken.problems))

    def read_receipt(self, path: Path) -> ShareState:
        """Learn from a receipt what its writer now has; raises NotFound, Unreadable or Refused("other_circle")."""
        self._note_receipt(path)
        return self.state()

    # --- steps

    def _prepare(self) -> None:
        refresh_roster(self.circle)
        self._renewed = is_copied(self.circle) and succeed(self.circle)
        place_pending(self.circle)
        mend_keys(self.circle)
        erase_again(self.verbs)
        let_rest(self.circle)
        note_lock(self.home, self.circle)
        note_presence(self.circle, self.left)
        self._refreshed = self._date_is_sure()
        if self._refreshed:
            self.verbs.publish.refresh()
            self._number()
        Exchange(self.circle).close_tail()
        with suppress(Refused):  # where the folder cannot be written, more than this will be told of
            keep_key_file(self.circle)

    def _date_is_sure(self) -> bool:
        """Whether to publish before the hub has told its time: a wrong date would withdraw all, or prolong it."""
        if not self.circle.roster.hub:
            return not is_doubtful(self.circle)
        told = Exchange(self.circle).peer_at(self._peer())
        recent = told is not None and 0 <= self._surroundings.now_ms() - told <= ASKS_MS
        return recent and not is_doubtful(self.circle)

    def _publish_late(self) -> bool:
        """Publish now that the hub has told its time, where that had to wait; return whether there was anything."""
        if self._refreshed or is_doubtful(self.circle):
            return False
        self._refreshed = True
        return bool(self.verbs.publish.refresh())

    def _number(self) -> bool:
        """Number the members that were added before this laptop had its place in the circle."""
        if is_doubtful(self.circle) or self.circle.right == READER:
            return False
        given = self.verbs.people.give_numbers()
        if given:
            self.verbs.undo.never_offer(given.action)
        return bool(given)

    def _share(self) -> Outcome:
        self._prepare()
        roster = self.circle.roster
        if not roster.hub:
            raise Refused("no_hub", "This circle has no hub yet. Bring it to one, or share with a stick.")
        try:
            return self._share_over(roster.fingerprint)
        except Unreachable as error:
            if error.code != "wrong_certificate" or roster.fingerprint is None:
                raise
        # The hub may have a new certificate; whoever shows another one than it says is refused here.
        return self._share_over(renewed(roster, self._transports, self._look))

    def _share_over(self, fingerprint: bytes | None) -> Outcome:
        roster = self.circle.roster
        with closing(self._transports(roster.hub, fingerprint)) as transport:
            outcome = self._talk(self._line(transport, roster.sequencer))
            daily.forget_erased(self.home, self.circle)
            if not outcome.restored or not succeed(self.circle):
                return outcome
            self._prepare()
            return outcome.renewed(self._talk(self._line(transport, self.circle.roster.sequencer)))

    def _talk(self, line: Line, beside: Greeting | None = None) -> Outcome:
        """Share over a line: to the hub, or to the laptop `beside` this one."""
        waits = not self.verbs.people.has_place
        try:
            session = self._converse(line, beside)
        except NotAllowed as error:
            if error.code == "not_served" and self.circle.shut_out:  # it has heard why by another way
                raise told_out(self.circle.roster, self.circle.secrets.device.id) from error
            raise
        if self.circle.shut_out:
            raise told_out(self.circle.roster, self.circle.secrets.device.id)
        # What came may call for keys that an organizer's laptop sends, or have given this laptop its place. What people
        # outside wrote is a record of the circle now, and goes out at once, so that the hub lets go of it.
        taken = self.verbs.inbox.take_in() if session.inbox and not is_doubtful(self.circle) else Changes()
        late = beside is None and self._publish_late()
        numbered = waits and self._number()
        if mend_keys(self.circle) or taken or late or numbered:
            Exchange(self.circle).close_tail()
            session.add(self._converse(line, beside))
            session.touched |= taken.touched
        if session.new_catalogue:
            self._fetch_catalogue(line)
        return self._outcome(session, line)

    def _converse(self, line: Line, beside: Greeting | None) -> Session:
        exchange = Exchange(self.circle)
        peer = self._peer() if beside is None else f"laptop {beside.device.hex()}"
        theirs = exchange.peer_have(peer) or None
        catalogue = Region(self.circle).digest() if beside is None else b""
        session = Session(exchange, theirs, catalogue=catalogue, post=_post(self.verbs, beside=beside is not None))
        if beside is not None:
            session.begins_with(beside.roster_head)
        try:
            while (message := session.next()) is not None:
                session.take(_answered(line, session, message))
                if beside is not None:
                    check_in_roster(self.circle.roster, beside)
        finally:
            self._note(session, line, peer)
        if beside is None and session.finished:
            self.verbs.inbox.forget(row.message for row in session.done)
        return session

    def _note(self, session: Session, line: Line, peer: str) -> None:
        """Remember what the other side has, also where the line broke in the middle."""
        if session.hub_time is None:
            return
        note_version(self.home, session.version)
        now = self._surroundings.now_ms()
        exchange = Exchange(self.circle)
        if peer == self._peer():
            self._ahead_ms = line.ahead_ms
            note_clock(self.circle, session.hub_time - now, now)
        elif not self.circle.roster.hub:
            held = exchange.peer_have(NO_HUB_PEER)
            exchange.note_peer(NO_HUB_PEER, _further(held, session.theirs), now)
        exchange.note_peer(peer, session.theirs, now)
        if session.inbox:
            exchange.add_messages({message_id(sealed): sealed for sealed in session.inbox})

    def _fetch_catalogue(self, line: Line) -> None:
        items: list[Item] = []
        after = (b"", b"")
        more = True
        digest = b""
        while more and len(items) < SHELF_TOTAL:
            try:
                shelf = line.ask(CATALOGUE_PATH, Catalogue(self.circle.id, after), Shelf)
            except Unreachable:
                return  # the share itself went through; the next one asks for the catalogue again
            digest = digest or shelf.digest
            items += shelf.items
            more = shelf.more and bool(shelf.items)
            if items:
                after = (items[-1].circle, items[-1].id)
        rows = [CatalogueItem(item.circle, item.circle_name, item.id, item.body) for item in items[:SHELF_TOTAL]]
        Region(self.circle).keep(digest, rows)

    def _outcome(self, session: Session, line: Line) -> Outcome:
        return Outcome(
            sent=session.sent,
            received=session.received,
            requests=line.traffic.requests,
            bytes_up=line.traffic.bytes_up,
            bytes_down=line.traffic.bytes_down,
            waiting=self._waiting(),
            to_review=self.circle.reader.review_count(),
            changes=Changes(frozenset(session.touched), label="Share"),
            obstacles=(*((Obstacle("renewed"),) if self._renewed else ()), *session.problems),
            restored=session.restored,
        )

    def _hand_over(self, key: bytes, url: str, fingerprint: bytes | None) -> None:
        circle = self.circle
        entry = make.hand_sequencer(
            circle.roster, circle.secrets.device, key, url, self._surroundings, fingerprint=fingerprint
        )
        formerly = "" if keeps_list(circle) else circle.roster.hub
        propose(circle, entry)
        if formerly:
            self.share()  # the former hub agrees by placing the entry
        if circle.roster.sequencer != key:
            raise Refused(
                "not_handed_over",
                "The hub is ready, but the laptop that keeps the list of this circle's laptops must agree first:"
                " share with it by a stick.",
            )

    def _note_receipt(self, path: Path) -> None:
        receipt = bundle.read_receipt(path)
        if receipt.circle != self.circle.id:
            raise Refused("other_circle", "{path} belongs to another circle.", path=path)
        exchange = Exchange(self.circle)
        held = exchange.peer_have(NO_HUB_PEER)
        told = stick.had_by(receipt, self.circle)
        if not told:
            return
        exchange.note_peer(NO_HUB_PEER, _further(held, told), self._surroundings.now_ms())

    def _line(self, transport: Transport, receiver: bytes) -> Line:
        device = self.circle.secrets.device
        line = Line(transport, receiver, device.id, device.sign, self._surroundings.now_ms)
        line.ahead_ms = self._ahead_ms
        return line

    def _peer(self) -> str:
        roster = self.circle.roster
        return peer_name(roster.sequencer) if roster.hub else NO_HUB_PEER


def peer_name(key: bytes) -> str:
    """Return the name under which a hub with this key is remembered."""
    return "hub " + key.hex()


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


def _further(one: Mapping[LogName, int], other: Mapping[LogName, int]) -> dict[LogName, int]:
    return {log: max(one.get(log, 0), other.get(log, 0)) for log in {*one, *other}}
