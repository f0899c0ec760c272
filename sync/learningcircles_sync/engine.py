"""Sharing, as the desktop and the command line see it: one object per open circle.

Every step on the circle is a short transaction of its own; between them, and never within, the network is
asked. A lock file lets one process share a circle at a time. Under given surroundings and transports everything
here is deterministic, so that any number of laptops and a hub run in one process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from learningcircles.circle.believing import may_write, silent_since, word
from learningcircles.circle.changes import Changes
from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.errors import CircleError, Locked, Refused, Unreachable
from learningcircles.laptop import daily
from learningcircles.laptop.copies import BUNDLE, forget_copy, note_copy
from learningcircles.laptop.home import Home
from learningcircles.laptop.joining import arrive, is_arriving
from learningcircles.laptop.locking import SyncLock
from learningcircles.laptop.mending import mend_keys
from learningcircles.laptop.reserve import FULL, UNWRITTEN, with_reserve
from learningcircles.laptop.sequencing import place_pending
from learningcircles.laptop.sheets import is_safe, is_unkept, names_hub
from learningcircles.laptop.succession import is_copied, succeed
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.tail import has_open
from learningcircles.surroundings import Surroundings
from learningcircles.trust.members import laptops
from learningcircles.trust.roster import Roster
from learningcircles_sync import bundle, stick
from learningcircles_sync.bundle import Told, nobody
from learningcircles_sync.dial import Transports, certificate_at, over_http
from learningcircles_sync.farewell import told_out
from learningcircles_sync.lan.visiting import greet
from learningcircles_sync.leaving_hubs import tell_left_hubs
from learningcircles_sync.line import LINE_FAILS
from learningcircles_sync.list_again import list_again
from learningcircles_sync.moving import Moving, share_again
from learningcircles_sync.outcome import BundleOutcome, Outcome, Round, ShareState, erased_here
from learningcircles_sync.peers import NO_HUB_PEER, further, main_peer
from learningcircles_sync.preparing import Preparing
from learningcircles_sync.renewal import Look, renewed
from learningcircles_sync.session import Obstacle, come, named, stuck, told_of_shutting_out, unread_list
from learningcircles_sync.talking import Talking

REST_TO_COME = "rest_to_come"

if TYPE_CHECKING:
    from learningcircles_sync.lan.beside import Lan
    from learningcircles_sync.lan.finding import Finders


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
        self._problem: CircleError | None = None
        self._lan: Lan | None = None
        self.preparing = Preparing(home, verbs, surroundings)
        self.talking = Talking(home, verbs, surroundings, self.preparing)

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
            if not isinstance(error, Unreachable | Locked):
                tell_left_hubs(self.circle, self.talking, self._transports)
            self._problem = told = _with_rest(self.circle, error)
            if told is error:
                raise
            raise told from error
        self._problem = None
        tell_left_hubs(self.circle, self.talking, self._transports)
        return replace(outcome, erased=erased_here(self.circle))

    def share_beside(self, url: str) -> Outcome:
        """Share everything with the laptop of this circle that answers at `url` on the same network, both ways.

        Raises Unreachable where nobody answers, NotAllowed where it is not of this circle, Locked where another
        program shares; nothing is lost then.
        """
        with SyncLock(self.circle.path):
            self.preparing.run(hears=True)
            with closing(self._transports(url, None)) as transport:
                greeting = greet(transport, self.circle)
                line = self.talking.line(transport, greeting.key)
                line.ahead_ms = greeting.time - self._surroundings.now_ms()
                outcome = self.talking.share(line, greeting)
                if outcome.restored and succeed(self.circle):
                    self.preparing.run(hears=True)
                    line = self.talking.line(transport, greeting.key)
                    outcome = outcome.renewed(self.talking.share(line, greeting))
                if place_pending(self.circle):
                    # What waited for this laptop to place it is of use to the other one at once.
                    outcome = outcome.joined(self.talking.share(line, greeting))
                daily.forget_erased(self.home, self.circle)
                return replace(outcome, beside=greeting.device, erased=erased_here(self.circle))

    def offer(self, changed: Callable[[], None], *, finders: Finders | None = None) -> None:
        """Offer the circle on the local network until `stop_offering`, and look for laptops of it.

        `changed` is called, on another thread, when one has come, gone, or brought something. Raises Refused without
        the `lan` extra or without a network.
        """
        if self._lan is None:
            module = import_module("learningcircles_sync.lan.beside")
            self._lan = module.offer(self.circle, arrived=changed, changed=changed, finders=finders)

    def beside(self) -> int:
        """Return how many laptops of this circle are on the local network now, as far as it is offered.

        None where nobody else is in the circle, or is invited: one that was shut out announces itself all the same.
        """
        return 0 if self._lan is None or _is_alone(self.circle) else len(self._lan.addresses())

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

        Where the circle has that hub already, the code says at which address it is now. Raises InvalidValue for a
        mistyped code, NotAllowed where the hub refuses it, Unreachable, Refused where the hub that the circle has
        does not agree: the circle stays where it is then. May be repeated when an answer was lost.
        """
        return Moving(self.circle, self.talking, self._transports, self.share, self._share_at).to(code)

    def state(self) -> ShareState:
        """Return what the sharing sentence says; reads this laptop's file alone, as other programs have left it."""
        self.circle.follow()
        exchange = Exchange(self.circle)
        peer = main_peer(self.circle.roster)
        theirs = exchange.peer_have(peer)
        mine = self.circle.secrets.device.id
        beyond = {log: seq - theirs.get(log, 0) for log, seq in exchange.have().items() if log[1] != mine}
        clock = word(self.circle)
        return ShareState(
            waiting=self.talking.waiting(),
            to_carry=sum(count for count in beyond.values() if count > 0),
            last_shared_ms=exchange.peer_at(peer) if self.circle.roster.hub else exchange.last_shared_ms(),
            hub=self.circle.roster.hub or None,
            problem=self._problem,
            clock_off_ms=clock.off_ms,
            clock_by_hub=clock.hub,
            web_page=self._web_page(),
            hub_safe=not self.circle.roster.hub or self.circle.roster.state.recovery is not None,
            beside=self.beside(),
            sheet_names_hub=names_hub(self.circle.roster),
            laptops=len(laptops(self.circle.roster.devices, mine)),
            safe=is_safe(self.circle.roster, unkept=is_unkept(self.circle)),
            told_out=told_out(self.circle.roster, mine).template if self.circle.shut_out else "",
            coming=_coming(self.circle),
            silent_since=silent_since(self.circle),
        )

    def _web_page(self) -> str:
        roster = self.circle.roster
        trusted = roster.hub.startswith("https://") and roster.fingerprint is None
        return f"{roster.hub}/circles/{self.circle.id.hex()}" if trusted else ""

    # --- bundles

    def write_bundle(self, path: Path, told: Told = nobody) -> BundleOutcome:
        """Write the whole circle, as a hub would see it, into a file.

        Where this laptop's disk is full, what it had closed goes all the same, and `obstacles` say so. Raises Refused
        where the file cannot be written, or another file is there. `told` hears how many segments are written of how
        many, and may raise a CircleError to end it: a former bundle stays as it was.
        """
        bundle.check_free(path)
        with SyncLock(self.circle.path):
            with _for_bundle(path):
                left = self._prepared(path)
            had = stick.had_on(path, self.circle)
            with suppress(CircleError):
                self._note_receipt(bundle.receipt_path(path))
            whole = sum(Exchange(self.circle).have().values())
            counted = stick.Counted(stick.pages(self.circle), told, whole)
            try:
                size = bundle.write_bundle(path, counted)
            except Refused:
                if not path.exists():  # else an older one lies there
                    with suppress(Refused):  # this laptop's disk is full: then it was not noted either
                        forget_copy(self.circle, BUNDLE, str(path.absolute()))
                raise
        new = sum(1 for space, device, seq in counted.names if seq > had.get((space, device), 0))
        return BundleOutcome(len(counted.names), new, size, obstacles=left)

    def _prepared(self, path: Path) -> tuple[Obstacle, ...]:
        """Make ready what goes into a bundle; return what people are told of what does not.

        Where this laptop's disk is full the reserve is given up. If that is not enough either, what is closed goes
        all the same: the stick may be what the data are to be carried off with.
        """

        def prepare() -> None:
            self.preparing.run(quiet=True)
            note_copy(self.circle, BUNDLE, str(path.absolute()))

        try:
            with_reserve(self.circle.path, prepare)
        except Refused as error:
            if error.code not in UNWRITTEN:
                raise
            Exchange(self.circle).raise_mark()  # nothing leaves before that
            code = "full_disk" if error.code in FULL else "read_only_disk"
            return (Obstacle(code),) if has_open(self.circle.connection) else ()
        return ()

    def read_bundle(self, path: Path, told: Told = nobody) -> BundleOutcome:
        """Take in a bundle, and leave the receipt beside it where the stick lets us.

        `told` hears how many segments are taken in of how many, and may raise a CircleError to stop it: what has come
        in stays, and the outcome says of how many. Raises NotFound, Unreadable or Refused("other_circle") with nothing
        changed.
        """
        checked = bundle.check_bundle(path, told)
        if checked.circle != self.circle.id:
            raise Refused("other_circle", "{path} holds another circle.", path=path)
        with SyncLock(self.circle.path):
            self.circle.follow()
            before = self.circle.shut_out
            taken = stick.take(self.circle, bundle.read_bundle(path), told, checked.segments)
            # Others may have shown it before, where the new keys could not be kept then.
            if (taken.restored or is_copied(self.circle)) and succeed(self.circle):
                taken.problems = [Obstacle("renewed")]
            place_pending(self.circle)
            mend_keys(self.circle)
            _arrive(self.circle)
            with _unless_unwritten():  # what came in is told all the same, and the next share says what follows
                taken.touched |= self.preparing.follow().touched
            daily.forget_erased(self.home, self.circle)
            with suppress(CircleError):
                self._note_receipt(bundle.receipt_path(path))
            with suppress(Refused):
                bundle.write_receipt(path, stick.receipt(self.circle, self._surroundings.now_ms()))
        changes = Changes(frozenset(taken.touched), label="Read a bundle")
        out = told_of_shutting_out(self.circle) if not before else ()
        at_large = (*stuck(self.circle, restored=taken.restored), *unread_list(self.circle))
        problems = (*at_large, *named(self.circle, taken.problems), *out)
        erased, of = erased_here(self.circle), checked.segments if taken.stopped else 0
        return BundleOutcome(taken.segments, taken.new, checked.size, changes, problems, erased, of)

    def read_receipt(self, path: Path) -> ShareState:
        """Learn from a receipt what its writer now has; raises NotFound, Unreadable or Refused("other_circle")."""
        self._note_receipt(path)
        return self.state()

    # --- the hub

    def _share(self) -> Outcome:
        self.preparing.run(hears=True)
        if list_again(self.circle, self._surroundings, self._transports, self._look):
            self.preparing.run(hears=True)
        if not self.circle.roster.hub:
            raise _no_hub(self.circle)
        return self._share_with_hub(self.circle.roster)

    def _share_with_hub(self, roster: Roster) -> Outcome:
        try:
            return self._share_over(roster.fingerprint)
        except Unreachable as error:
            if error.code != "wrong_certificate" or roster.fingerprint is None:
                raise
        # The hub may have a new certificate; whoever shows another one than it says is refused here.
        return self._share_over(renewed(roster, self._transports, self._look))

    def _share_at(self, url: str, fingerprint: bytes | None) -> Outcome:
        """Share with the hub that the circle has, at another address than its list says."""
        with SyncLock(self.circle.path):
            self.preparing.run(hears=True)
            return self._share_over(fingerprint, url)

    def _share_over(self, fingerprint: bytes | None, url: str | None = None) -> Outcome:
        roster = self.circle.roster
        hub = roster.sequencer  # it answers here all the time, also where it has just handed the list on
        with closing(self._transports(url or roster.hub, fingerprint)) as transport:
            try:
                outcome = self.talking.share(self.talking.line(transport, hub))
            except Refused as error:
                outcome = share_again(self.circle, self.talking, transport, error)
            daily.forget_erased(self.home, self.circle)
            if not outcome.restored or not succeed(self.circle):
                return outcome
            self.preparing.run(hears=True)
            return outcome.renewed(self.talking.share(self.talking.line(transport, hub)))

    def _note_receipt(self, path: Path) -> None:
        receipt = bundle.read_receipt(path)
        if receipt.circle != self.circle.id:
            raise Refused("other_circle", "{path} belongs to another circle.", path=path)
        exchange = Exchange(self.circle)
        held = exchange.peer_have(NO_HUB_PEER)
        told = stick.had_by(receipt, self.circle)
        if not told:
            return
        exchange.note_peer(NO_HUB_PEER, further(held, told), self._surroundings.now_ms())


def _is_alone(circle: Circle) -> bool:
    """Return whether there is no other laptop in this circle, and none may come by an invitation."""
    roster = circle.roster
    invited = any(each.open for each in roster.invites.values())
    return len(laptops(roster.devices, circle.secrets.device.id)) < 2 and not invited


def _with_rest(circle: Circle, error: CircleError) -> CircleError:
    """Say how much of the circle is here where the line failed before all of it came to a new laptop."""
    coming = _coming(circle) if error.code in LINE_FAILS else None
    if coming is None or coming[0] >= coming[1]:
        return error
    return Unreachable(
        REST_TO_COME,
        "{reason} {come} of {whole} parcels of this circle have come, and can be used. The rest comes at the next"
        " share.",
        reason=error,
        come=coming[0],
        whole=coming[1],
    )


@contextmanager
def _unless_unwritten() -> Iterator[None]:
    """Leave undone what finds no room on this laptop's disk, or may not be written there."""
    try:
        yield
    except Refused as error:
        if error.code not in UNWRITTEN:
            raise


def _arrive(circle: Circle) -> None:
    """End the arriving of a new laptop where a stick has brought all that was to come."""
    coming = _coming(circle)
    if coming is not None and coming[0] >= coming[1] and may_write(circle):
        arrive(circle)


def _coming(circle: Circle) -> tuple[int, int] | None:
    if not is_arriving(circle):
        return None
    exchange = Exchange(circle)
    return come(exchange.have(), exchange.peer_have(main_peer(circle.roster)))


def _no_hub(circle: Circle) -> Refused:
    """Say what can be known: another laptop may have brought the circle to a hub, and this one has not heard of it."""
    if len(laptops(circle.roster.devices)) < 2:
        return Refused("no_hub", "This circle has no hub yet. Bring it to one, or share with a stick.")
    return Refused(
        "no_hub",
        "This laptop knows of no hub. If another laptop has brought the circle to one, share with that laptop first, by"
        " a stick or on the same network. Otherwise bring the circle to a hub, or share with a stick.",
    )


@contextmanager
def _for_bundle(path: Path) -> Iterator[None]:
    """Say of a circle's file that cannot be written what that means: there is no bundle."""
    try:
        yield
    except Refused as error:
        if error.code not in ("disk_full", "read_only"):
            raise
        raise Refused("no_bundle", "{bundle} was not written. {reason}", bundle=path, reason=error) from error
