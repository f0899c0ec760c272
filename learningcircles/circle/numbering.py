"""Member numbers: each laptop gives its own, and where two were given alike, the later one is changed.

A number is the laptop's place in the list of laptops and its own count. Lists that part can give one place to two
laptops, and a copied disk counts where its original counts too. No place is beyond that but the founder's: who keeps
the list on a laptop may lose it to a copy, or to whoever takes it over. So a place that only this laptop has entered
gives no numbers before another one has heard of it, which keeps the copies of a keeper's disk apart; and what was
given alike nonetheless is told apart again once the laptops have met.
"""

from __future__ import annotations

from itertools import groupby

from learningcircles.circle.change import Change
from learningcircles.circle.changes import Changes, Record
from learningcircles.circle.desk import Desk
from learningcircles.storage.journal import remembered
from learningcircles.storage.member_numbers import Holder, given_twice, is_given, is_named_elsewhere
from learningcircles.trust.entry import Placed
from learningcircles.trust.members import ORGANIZER, READER, Device, forerunners, heirs

NUMBERED = ("applied", "active", "paused", "left", "anonymised", None)
"""Who has a number, by status: everybody but guests."""

_COUNTER, _HEARD = "member_count", "place_heard"


class Numbering:
    """Gives member numbers; inside transactions of the desk's circle."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._sure: Placed | None = None

    def next(self) -> str | None:
        """Return this laptop's next number, such as "2-17"; None until it has a place that gives numbers."""
        index = self.index()
        if index is None:
            return None
        # What waits to be folded has numbers from this counter too: for that nothing need be folded now.
        meta, connection = self._desk.circle.meta, self._desk.circle.tables
        # A counter, not the highest number in use: undone and removed members keep theirs.
        count = meta.number(_COUNTER) + 1
        while is_given(connection, f"{index + 1}-{count}"):
            count += 1
        meta.put(_COUNTER, count)
        return f"{index + 1}-{count}"

    def index(self) -> int | None:
        """Return this laptop's place in the list, counted from 0; None while it has none that gives numbers."""
        circle = self._desk.circle
        device = circle.roster.devices.get(circle.secrets.device.id)
        return device.index if device is not None and device.index is not None and self._is_sure(device) else None

    def give(self, *, all_: bool) -> Changes:
        """Change this laptop's numbers that others gave before it, and, with `all_`, number whom it owes one."""
        self._listen()
        if self.index() is None:
            return Changes()
        owed = remembered(self._desk.circle.journal, "owed numbers", self._owed) if all_ else []
        later = [holder for holder in self.later() if self._changes(holder)]
        if not owed and not later:
            return Changes()
        with self._desk.circle.change("Member numbers", own=True) as change:
            for member in owed:
                change.set("member", member, {"number": self.next()})
            for holder in later:
                self._give_another(change, holder)
        return change.changes

    def _give_another(self, change: Change, holder: Holder) -> None:
        change.set("member", holder.member, {"number": self.next(), "former_number": holder.number})

    def _owed(self) -> list[bytes]:
        without = {"number": None, "status": list(NUMBERED)}
        return [record.id for record in self._desk.reader.list("member", where=without) if self._owes(record)]

    def _owes(self, record: Record) -> bool:
        """Return whether this laptop has added a member, be it under a former identity, which gives no numbers more.

        An organizer's laptop owes a number to those as well whose laptop writes no more.
        """
        first = next(iter(self._desk.reader.history("member", record.id)), None)
        if first is None:
            return False
        devices = self._desk.circle.roster.devices
        same = [devices[first.device], *heirs(devices, first.device)] if first.device in devices else []
        orphaned = all(each.revoked or each.right == READER for each in same)
        return first.device in self._line() or (orphaned and self._desk.circle.right == ORGANIZER)

    def later(self) -> list[Holder]:
        """Return the members who have a number that another member was given before, the same on every laptop.

        Who goes on under another identity wrote later than who did not, whatever their clocks say: of two copies of a
        disk one keeps its numbers.
        """
        devices = self._desk.circle.roster.devices
        found = given_twice(self._desk.circle.journal)

        def when(each: Holder) -> tuple[str, int, int, bytes, bytes]:
            return each.number, len(forerunners(devices, each.device)), each.stamp, each.device, each.member

        in_order = groupby(sorted(found, key=when), key=lambda each: each.number)
        return [each for _, same in in_order for each in list(same)[1:]]

    def _changes(self, holder: Holder) -> bool:
        """Return whether this laptop gives another number: it gave this one, or it is an organizer's."""
        return holder.device in self._line() or self._desk.circle.right == ORGANIZER

    def _line(self) -> set[bytes]:
        circle = self._desk.circle
        return forerunners(circle.roster.devices, circle.secrets.device.id)

    # --- whether the place gives numbers

    def _is_sure(self, device: Device) -> bool:
        """Return whether this laptop's place is known to anybody else, or there is nobody else to know it."""
        roster = self._desk.circle.roster
        placed = roster.placed[device.grants[0].position]
        if self._sure is not None and placed.place == self._sure.place:
            return True
        if placed.head != self._desk.circle.meta.data(_HEARD):
            by_sheet = placed.entry.read().author not in roster.devices | roster.invites
            if device.index and not by_sheet and self._placed_itself(placed):
                return False
        self._sure = placed
        return True

    def _placed_itself(self, placed: Placed) -> bool:
        """Return whether this laptop has entered its place itself while there were others in the circle."""
        roster, own = self._desk.circle.roster, self._line()
        keys = [roster.devices[each].sign for each in own]
        later = {each.id for name in own for each in heirs(roster.devices, name)}
        others = {each.id for each in roster.devices.values() if not each.revoked} - own - later
        return bool(others) and any(placed.placed_by(key, roster.circle) for key in keys)

    def _listen(self) -> None:
        """Note where another laptop's segment names a list in which this laptop has its place."""
        circle = self._desk.circle
        device = circle.roster.devices.get(circle.secrets.device.id)
        if device is None or device.index is None or self._is_sure(device):
            return
        heads = circle.roster.state.heads[device.grants[0].position :]
        if is_named_elsewhere(circle.connection, frozenset(heads), self._line()):
            with circle.transaction():
                circle.meta.put(_HEARD, heads[0])
