"""A request and the exchange that is proposed for it: what becomes of the one says how it stands with the other.

No exchange names its request: it is with who asked, and under the request's topic, as `Swaps.propose` writes it. Where
that does not tell, the journal does: one action has proposed the exchange and matched the request.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from itertools import takewhile
from typing import Any, NamedTuple

from learningcircles import ids
from learningcircles.circle.change import Change
from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles.entities.people import SAME
from learningcircles.errors import Unreadable
from learningcircles.journal.operations import DELETED
from learningcircles.storage.subjects import same
from learningcircles.storage.undo_stack import PastWrite

OPEN, MATCHED, FULFILLED = "open", "matched", "fulfilled"
PROPOSED, CONFIRMED, DECLINED, DISPUTED, REVERSED = "proposed", "confirmed", "declined", "disputed", "reversed"
"""An exchange's record says its state, and the ledger follows it: its entries are the same after a reversal, a dispute,
and the undoing of a confirmation, so that they could not tell these apart."""
BESIDE = {PROPOSED: MATCHED, CONFIRMED: FULFILLED, DISPUTED: MATCHED, DECLINED: OPEN, REVERSED: OPEN}
"""State of an exchange → that of the request which it is for."""
STATES = frozenset({"state", DELETED})
"""What of an exchange says how its request stands."""
_Writes = Mapping[str, Sequence[PastWrite]]


def topic_of(request: Record) -> str:
    """Return the topic of an exchange for a request."""
    return str(request["topic"] or request["title"] or "")


class Turned(NamedTuple):
    """A request, and how it is to stand from now on. `told`: as whoever turns the exchange would say by themselves."""

    request: Record
    state: Any
    told: bool = True

    def write(self, change: Change) -> None:
        """Write it down; nobody is told of a request that is among the removed ones."""
        change.set("request", self.request.id, {"state": self.state})
        if self.request.deleted or not self.told:
            change.unseen.add(("request", self.request.id))


class Matching:
    """What becomes of requests while one action turns exchanges: made anew for each action, which reads once what was
    written before it.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._once = _Once(reader)
        self._people: dict[bytes, _Asked] = {}
        self._gone: set[bytes] = set()

    def turned(self, swap: Record, fields: Mapping[str, Any]) -> Turned | None:
        """Return the request that an exchange is for where that turns it, being written.

        `fields`: what is written of the exchange, DELETED among it. What took place took place: whoever removes a
        confirmed one, or brings it back, turns nothing.
        """
        if not swap["receiver"] or not (STATES & fields.keys()) or (swap.deleted and fields.get(DELETED, True)):
            return None
        after = Record(swap.entity, swap.id, {**swap.fields, **fields}, fields.get(DELETED, swap.deleted) is True)
        try:
            return self._turned(self._asked(swap["receiver"]), swap, after)
        except Unreadable:
            return None
        finally:
            self._gone.add(swap.id)

    def _asked(self, member: bytes) -> _Asked:
        if member not in self._people:
            people = _one_person(self._reader, member)
            requests = self._reader.list("request", where={"member": people}, deleted=True)
            self._people[member] = _Asked(self._once, people, requests)
        return self._people[member]

    def _turned(self, asked: _Asked, swap: Record, after: Record) -> Turned | None:
        if not asked.requests:
            return None
        known = asked.known(swap)
        together = asked.together(known[0]) if len(known) == 1 else None
        if together is not None:
            return together.turned(after, self._gone)
        # Nobody has proposed it for a request, or somebody has said by hand since how that stands: the journal tells
        # no other exchanges then that it might follow, and this one turns it where there is no other at all.
        return _alone(asked, swap, after, self._gone)


def turned_apart(reader: Reader, members: Collection[bytes]) -> list[Turned]:
    """Return the requests of these members that stand otherwise than the exchanges say which they follow.

    Of two laptops each may have left a request to the exchange that the other one declined, and where several have
    turned it, one of them has the last word, whatever became of the others. What is returned follows from the journal
    without what was written for it before (see `ids.following`): all who have the same say the same, and are content
    once that stands.
    """
    found: list[Turned] = []
    once = _Once(reader)
    for people in {people[0]: people for people in (_one_person(reader, each) for each in members)}.values():
        asked = _Asked(once, people, reader.list("request", where={"member": people}, deleted=True))
        for request in asked.requests:
            with suppress(Unreadable):
                before, after = asked.stands(request)
                if before != after:
                    found.append(Turned(request, after))
    return found


def _beside(state: Any, deleted: bool) -> str | None:
    """Return how a request stands beside an exchange, removed or not; None where that does not say."""
    stands = BESIDE.get(str(state))
    if not deleted:
        return stands
    return OPEN if stands == MATCHED else None


class _Together(NamedTuple):
    """A request and the exchanges that it follows."""

    request: Record
    swaps: Sequence[Record]

    @property
    def state(self) -> str:
        """How the request is to stand: as all of them say together."""
        return _BY_WEIGHT[max(map(_weight, self.swaps), default=0)]

    def turned(self, after: Record, gone: Collection[bytes]) -> Turned | None:
        """Return how the request is to stand once an exchange is like this: as all of them say together.

        Two laptops may have proposed somebody each, and turn them apart: whoever was helped once does not ask again.
        What this exchange says alone is written though it stands already, so that the later of two who turn the same
        one apart from each other has the last word about both.
        """
        own, others = _weight(after), [each for each in self.swaps if each.id != after.id]
        heaviest = max((_weight(each, each.id in gone) for each in others), default=0)
        state = _BY_WEIGHT[max(own, heaviest)]
        if state == self.request["state"] and heaviest and len(others) < len(self.swaps):
            return None
        return Turned(self.request, state, told=state == _BY_WEIGHT[own] != self.request["state"])


_BY_WEIGHT = (OPEN, MATCHED, FULFILLED)


def _weight(swap: Record, gone: bool = False) -> int:
    """Return how much an exchange says of its request: 2 that it took place, 1 that it may, else 0."""
    weight = _BY_WEIGHT.index(BESIDE.get(str(swap["state"]), OPEN))
    return 0 if weight == 1 and (gone or swap.deleted) else weight


def _alone(asked: _Asked, swap: Record, after: Record, gone: Collection[bytes]) -> Turned | None:
    """Return the request that an exchange may be for, where it stood beside it as this exchange did.

    An exchange that was recorded by itself may be for any request of its topic that was there before it, or that was
    written down later as matched or fulfilled already: who asks once an exchange is there asks anew. The clocks of
    those who wrote them tell which was first; what was proposed for a request is known without them, and so is what
    was turned with the exchange before. A removed one comes back for no other than these.

    None where it may be for several, or where another exchange beside which a request stands the same may be for it as
    well: then somebody says by hand how it stands.
    """
    beside, then = _beside(swap["state"], swap.deleted), _beside(after["state"], after.deleted)
    if beside is None or then in (None, beside):
        return None
    found = _only_one(asked, swap, beside, gone)
    return None if found is None else Turned(found, then)


def _only_one(asked: _Asked, swap: Record, beside: str, gone: Collection[bytes]) -> Record | None:
    known = asked.known(swap)
    meant = known if swap.deleted else asked.meant(swap)
    found = [each for each in meant if each["state"] == beside]
    if len(found) != 1:
        return None
    if known and beside == OPEN:
        return found[0]  # beside it stand those that came to nothing
    others = (each for each in asked.received(beside) if each.id != swap.id and each.id not in gone)
    return None if any(found[0] in asked.meant(each) for each in others) else found[0]


class _Once:
    """What the requests of many people have in common, read once while nothing is written: a list that was brought in
    is one action, whoever asks for something in it.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._past = reader.past()
        self._written: dict[bytes, dict[bytes, list[Record]]] = {}
        self._said_same: dict[bytes, set[bytes]] = {}
        self._twins: dict[bytes, list[tuple[Record, Record]]] | None = None

    def writes(self, record: Record) -> _Writes:
        """Return what was written of a record."""
        return self._past.writes(record.entity, record.id)

    def written_by(self, action: bytes, receiver: bytes) -> Sequence[Record]:
        """Return the exchanges with somebody as who receives that an action wrote."""
        if action not in self._written:
            found: dict[bytes, list[Record]] = {}
            for swap in self.reader.many("swap", sorted(self.reader.written_by(action, "swap"))):
                found.setdefault(swap["receiver"], []).append(swap)
            self._written[action] = found
        return self._written[action].get(receiver, ())

    def said_same(self, action: bytes) -> Collection[bytes]:
        """Return the exchanges of which an action said that they are the same as another one, or no longer are."""
        if action not in self._said_same:
            links = self.reader.many("swap_link", sorted(self.reader.written_by(action, "swap_link")))
            self._said_same[action] = {link[side] for link in links for side in ("one", "other")}
        return self._said_same[action]

    def twins(self, receiver: bytes) -> Sequence[tuple[Record, Record]]:
        """Return the pairs of exchanges that are the same, of which somebody received one."""
        if self._twins is None:
            self._twins = self._all_twins()
        return self._twins.get(receiver, ())

    def _all_twins(self) -> dict[bytes, list[tuple[Record, Record]]]:
        links = self.reader.list("swap_link", where={"verdict": SAME})
        sides = dict.fromkeys(link[side] for link in links for side in ("one", "other"))
        swaps = {each.id: each for each in self.reader.many("swap", list(sides))}
        found: dict[bytes, list[tuple[Record, Record]]] = {}
        for link in links:
            if link["one"] in swaps and link["other"] in swaps:
                pair = swaps[link["one"]], swaps[link["other"]]
                for who in {each["receiver"] for each in pair}:
                    found.setdefault(who, []).append(pair)
        return found


class _Asked:
    """The requests of one person, and for which of them an exchange is or may be; everything is read once.

    Raises Unreadable where what was written of them does not open here.
    """

    def __init__(self, once: _Once, people: Sequence[bytes], requests: Sequence[Record]) -> None:
        self.requests = requests
        self._once = once
        self._people = people
        self._read: dict[bytes, _Writes] = {}
        self._standing: dict[bytes, object] = {}
        self._known: dict[bytes, list[Record]] = {}
        self._taken_back: dict[bytes, tuple[Record, Record]] | None = None
        self._together: dict[bytes, _Together | None] = {}
        self._received: dict[str, list[Record]] = {}

    def meant(self, swap: Record) -> list[Record]:
        """Return for which of them an exchange may be."""
        mine = self._writes(swap)
        may = [each for each in self._alike(swap) if _may_have_asked(mine, self._writes(each))]
        return self.known(swap) or may

    def known(self, swap: Record) -> list[Record]:
        """Return for which an exchange was proposed, else those that were turned with it."""
        if swap.id not in self._known:
            self._known[swap.id] = self._find_known(swap)
        return self._known[swap.id]

    def _find_known(self, swap: Record) -> list[Record]:
        mine = self._writes(swap)
        if proposed := [each for each in self.requests if _is_proposed(mine, self._writes(each))]:
            return proposed
        gone = [each for each, stays in self._doubles().values() if stays.id == swap.id]
        found = {one.id: one for each in gone for one in self.known(each)}
        return [*found.values()] or [each for each in self._alike(swap) if self._was_turned(swap, each)]

    def _was_turned(self, swap: Record, request: Record) -> bool:
        """Return whether one action has turned both, but for one that only took the exchange as the same as another
        one, or no longer did: how the request stands since is by that other one.
        """
        mine, said = self._writes(swap), {write.action for write in self._writes(request).get("state", ())[1:]}
        if any(write.action in said for write in mine.get("state", ())):
            return True
        gone = {write.action for write in mine.get(DELETED, ())} & said
        return any(swap.id not in self._once.said_same(action) for action in gone)

    def _doubles(self) -> Mapping[bytes, tuple[Record, Record]]:
        """Return the exchanges that were taken back as the same as another one, by id, with that one: it is for what
        they were for.
        """
        if self._taken_back is None:
            self._taken_back = {}
            for both in (pair for each in self._people for pair in self._once.twins(each)):
                if all(each["receiver"] in self._people for each in both):
                    stays, gone = sorted(both, key=lambda each: _began(self._writes(each)))
                    self._taken_back |= {gone.id: (gone, stays)} if gone.deleted else {}
        return self._taken_back

    def _in_place(self, swap: Record) -> Record:
        """Return what stays in the place of an exchange, else itself."""
        while swap.id in self._doubles():
            swap = self._doubles()[swap.id][1]
        return swap

    def received(self, beside: str) -> list[Record]:
        """Return the exchanges beside which a request stands so."""
        if beside not in self._received:
            alike = [state for state, stands in BESIDE.items() if stands == beside]
            self._received[beside] = self._once.reader.list("swap", where={"receiver": self._people, "state": alike})
        return self._received[beside]

    def together(self, request: Record) -> _Together | None:
        """Return a request with the exchanges that it follows; None where how it stands was not written with one.

        Whoever sets it by hand begins anew: what was turned before says nothing of it any more.
        """
        if request.id not in self._together:
            self._together[request.id] = self._followed(request)
        return self._together[request.id]

    def stands(self, request: Record) -> tuple[Any, Any]:
        """Return how a request stands, and how it is to: as the exchanges say that it follows, else as was said last.

        As it is written: what a later version says may make no sense here, and stays.
        """
        together, said = self.together(request), self._writes(request).get("state", ())
        stands = self._standing.get(request.id)
        return stands, together.state if together is not None else said[-1].value if said else stands

    def _followed(self, request: Record) -> _Together | None:
        state = self._writes(request).get("state", ())
        if len(state) < 2 and not any(write.value == MATCHED for write in state):
            return None  # it stands as it was written down: no exchange has turned it
        swaps = [(swap, _with_undone(self._turns(swap), state)) for swap in self._turned_with(request)]
        turns = set[bytes]().union(*(actions for _, actions in swaps))
        said = [(each.action, each.value) for each in state]
        since = {action for action, _ in takewhile(lambda each: each[0] in turns and each[1] in _BY_WEIGHT, said[::-1])}
        if not since:
            return None
        follows = [self._in_place(swap) for swap, actions in swaps if actions & since]
        return _Together(request, list({swap.id: swap for swap in follows}.values()))

    def _turned_with(self, request: Record) -> list[Record]:
        """Return the exchanges that were written in one action with how a request stands, and are for no other one."""
        actions = {write.action for write in self._writes(request).get("state", ())}
        found = [each for action in actions for who in self._people for each in self._once.written_by(action, who)]
        swaps = {each.id: each for each in found}
        return [each for _, each in sorted(swaps.items()) if [one.id for one in self.known(each)] == [request.id]]

    def _turns(self, swap: Record) -> set[bytes]:
        writes = self._writes(swap)
        return {write.action for name in ("state", "receiver", DELETED) for write in writes.get(name, ())}

    def _writes(self, record: Record) -> _Writes:
        """Return what was written of a record, without what only brought a request to what its exchanges say."""
        if record.id not in self._read:
            own, writes = ids.following(record.id), self._once.writes(record)
            said = {name: [write for write in held if write.action != own] for name, held in writes.items()}
            self._standing[record.id] = next((held[-1].value for held in [writes.get("state")] if held), None)
            self._read[record.id] = {name: held for name, held in said.items() if held}
        return self._read[record.id]

    def _alike(self, swap: Record) -> list[Record]:
        about = same(str(swap["topic"] or ""))
        return [each for each in self.requests if not each.deleted and same(topic_of(each)) == about]


def _one_person(reader: Reader, member: bytes) -> list[bytes]:
    """Return the records of whom a member is one with: what stands under one of them is theirs."""
    first = reader.shown_as(member)
    return [first, *reader.groups([first]).get(first, ())]


def _with_undone(turns: set[bytes], state: Sequence[PastWrite]) -> set[bytes]:
    """Return the actions that turned an exchange with those that took them back, or did them again.

    Where somebody else has turned the exchange meanwhile, an undo writes the request alone: nobody said that by hand.
    """
    for write in state:  # the oldest first: what takes back comes after what it takes back
        if write.action in turns:
            turns.add(ids.undo(write.action))
    return turns


def _is_proposed(swap: _Writes, request: _Writes) -> bool:
    """Return whether one action has made the exchange and matched the request, of a topic that both once had."""
    made = {write.action for write in swap.get("receiver", ())}
    if not any(write.value == MATCHED and write.action in made for write in request.get("state", ())):
        return False
    return not _topics(swap, "topic").isdisjoint(_topics(request, "topic", "title"))


def _topics(writes: _Writes, *names: str) -> set[str]:
    """Return what a record was ever about: one action may propose exchanges for several requests."""
    return {same(str(write.value or "")) for name in names for write in writes.get(name, ())}


def _may_have_asked(swap: _Writes, request: _Writes) -> bool:
    settled = any(write.value in (MATCHED, FULFILLED) for write in request.get("state", ())[:1])
    return settled or _began(request) < _began(swap)


def _began(writes: _Writes) -> tuple[int, bytes, int, int]:
    return min((held[0].order for held in writes.values()), default=(0, b"", 0, 0))


def proposed_for(reader: Reader, requests: Sequence[Record]) -> dict[bytes, str]:
    """Return request → day ("2026-11-20") of the exchange that is proposed for it, for those that are matched.

    The soonest day where several are; none where which request one is for is not certain.
    """
    return {request: str(swaps[0]["on"]) for request, swaps in all_proposed_for(reader, requests).items()}


def all_proposed_for(reader: Reader, requests: Sequence[Record]) -> dict[bytes, list[Record]]:
    """Return request → all exchanges that are proposed for it on some day, the soonest first, for those that are
    matched; without those of which it is not certain for which request they are.
    """
    members = {each["member"] for each in requests if each["state"] == MATCHED and each["member"]}
    people = {member: _one_person(reader, member) for member in members}
    where = {"receiver": list({each for one in people.values() for each in one}), "state": PROPOSED}
    waiting: dict[bytes, list[Record]] = {}
    for swap in reader.list("swap", where=where, order="on") if members else ():
        waiting.setdefault(swap["receiver"], []).append(swap)
    found: dict[bytes, list[Record]] = {}
    once = _Once(reader)
    for one in {together[0]: together for together in people.values()}.values():
        swaps = [swap for each in one for swap in waiting.get(each, ())]
        for request, swap in _certain(once, one, swaps):
            found.setdefault(request, []).append(swap)
    return {each.id: sorted(found[each.id], key=lambda swap: str(swap["on"])) for each in requests if each.id in found}


def _certain(once: _Once, people: Sequence[bytes], swaps: Sequence[Record]) -> list[tuple[bytes, Record]]:
    """Return (request, exchange) of the exchanges that are proposed for what one person asks."""
    if not swaps:
        return []
    try:
        asked = _Asked(once, people, once.reader.list("request", where={"member": people}))
        meant = [(swap, [each for each in asked.meant(swap) if each["state"] == MATCHED]) for swap in swaps]
    except Unreadable:
        return []
    return [(found[0].id, swap) for swap, found in meant if len(found) == 1 and swap["on"]]
