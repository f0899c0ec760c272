"""What a laptop wrote itself, where its logs change under it: what is to be written again, and what is not."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from learningcircles.circle.circle import Circle
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.scrub import scrub_of
from learningcircles.journal.segment import Header, Segment, header_hash, open_payload
from learningcircles.storage.erase import others_words
from learningcircles.storage.logs import Logs
from learningcircles.storage.rescue import Written, to_write_again
from learningcircles.storage.restate import Restatements
from learningcircles.storage.tail import SPACES, Open, Tail
from learningcircles.trust.members import READER, forerunners

Work = tuple[int, bytes, int]
"""(space, action, tick): a changeset, under whatever identity it was written down."""


class OwnWork:
    """Reads it on one connection, and returns the open tail as it is to be; writes nothing.

    `opens` says whether this laptop can read a segment.
    """

    def __init__(self, circle: Circle, logs: Logs, tail: Tail, opens: Callable[[Header], bool]) -> None:
        self._circle = circle
        self._logs = logs
        self._tail = tail
        self._opens = opens

    def shared_by_us(self, taken: Sequence[tuple[Header, Segment]]) -> set[Work]:
        """Return what came back of this laptop's own work: a restored file may hold it as not shared yet."""
        makers = forerunners(self._circle.roster.devices, self._circle.secrets.device.id)
        found: set[Work] = set()
        for header, segment in taken:
            if header.device in makers and self._opens(header):
                found |= {(header.space, item.action, item.tick) for item in self.changesets(header, segment)}
        return found

    def is_open(self, shared: Set[Work]) -> bool:
        tails = ((space, item.changeset) for space in SPACES for item in self._tail.read(space)) if shared else ()
        return any((space, changeset.action, changeset.tick) in shared for space, changeset in tails)

    def moved_tail(self, lost: Sequence[Segment], shared: Set[Work], late: Sequence[Segment] = ()) -> list[Open]:
        """Return this laptop's tail after its logs have changed under it, with what its losing branch held.

        A log that it wrote under a former identity is its own in this, too. `lost` has been in the tables until now,
        `late` never was. What is in its logs already, from now on (`shared`) or since, is not written again.
        """
        makers = forerunners(self._circle.roster.devices, self._circle.secrets.device.id)
        mine = [(h, s) for h, s in ((Header.parse(each.header), each) for each in [*lost, *late]) if h.device in makers]
        written = Written(self._circle.journal, makers, lost)
        found: list[Open] = []
        for space in SPACES:
            again = [item for h, segment in mine if h.space == space for item in self.changesets(h, segment)]
            whole = [item for item in again if not written.elsewhere(space, item)]
            whole += [item.changeset for item in self._tail.read(space)]
            left = [each for each in whole if (space, each.action, each.tick) not in shared]
            found += self._tail.renumber(space, left)
        return self.cleaned(found)

    def cleaned(self, items: list[Open]) -> list[Open]:
        """Return what is written again without those who were erased since it was first written."""
        redactions = self._circle.roster.state.redactions
        if not redactions:
            return items
        people = frozenset(redactions.people)
        marks = self._circle.journal.marks(redactions.entries)
        others = others_words(self._circle.tables, people)
        scrub = scrub_of(people, frozenset(redactions.gone), marks, [item.changeset for item in items], others)
        found: list[Open] = []
        for space in SPACES:
            left = [scrub.without(item.changeset) for item in items if item.row.space == space]
            found += self._tail.renumber(space, [changeset for changeset in left if changeset is not None])
        return found

    def changesets(self, header: Header, segment: Segment) -> list[Changeset]:
        """Return what a segment says, or what is said in its place, each with all that its laptop had seen."""
        if segment.payload is None:
            again = Restatements(self._circle.journal, self._logs).instead(header, header_hash(segment.header))
            return [row.changeset for row in again or ()]
        found: list[Changeset] = []
        for item in open_payload(segment, header, self._circle.journal.key_for(header)):
            if isinstance(item, Changeset):
                saw = {**found[-1].saw, **item.saw} if found else item.saw
                found.append(item._replace(saw=saw))
        return found

    def to_write_again(self) -> list[Open]:
        """Return the tail with what this laptop wrote while it followed a list that has lost, in its log that is going
        back, and what is said in the place of what it wrote on a branch that lost; empty where there is nothing.
        """
        if self._circle.right == READER:
            return []
        makers = forerunners(self._circle.roster.devices, self._circle.secrets.device.id)
        found: list[Open] = []
        lost = [(each.header, each.changesets or ()) for each in to_write_again(self._circle.journal, makers)]
        for space in SPACES if any(items for _, items in lost) else ():
            again = [item for header, items in lost if header.space == space for item in items]
            found += self._tail.renumber(space, [*again, *(item.changeset for item in self._tail.read(space))])
        return self.cleaned(found) if found else []
