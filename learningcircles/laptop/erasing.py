"""A person's right to erasure: everything that the circle holds on a member goes, on every laptop and on the hub.

An organizer's laptop looks through the whole journal for what speaks of the person, says again what the same
segments said of others, and puts an entry into the roster that names both. It cannot be undone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.circle.merging import linked
from learningcircles.circle.naming import laptop_name
from learningcircles.errors import NotAllowed, NotFound, Refused
from learningcircles.journal.caps import OPERATIONS
from learningcircles.journal.changeset import Changeset, Restated, size_of
from learningcircles.journal.marks import marks_of
from learningcircles.journal.operations import EntryOp
from learningcircles.journal.scrub import Scrub, scrub_of
from learningcircles.laptop.copies import Copy, may_hold
from learningcircles.laptop.foreseeing import records_of, scrub_for, swaps_of
from learningcircles.laptop.gathered import nobody
from learningcircles.laptop.sequencing import place_pending
from learningcircles.laptop.succession import is_new_heir
from learningcircles.storage.copy import Told
from learningcircles.storage.erase import (
    RESTATED,
    RESTATED_AT,
    Eraser,
    UnknownWords,
    left_of,
    mentions,
    others_words,
    purge,
)
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.heard import last_author
from learningcircles.storage.held import Held, held_segments, unripe, unsaid_segments
from learningcircles.storage.leftover import left_aside
from learningcircles.storage.logs import Logs
from learningcircles.storage.theirs import with_theirs
from learningcircles.storage.writer import SEGMENT_BYTES
from learningcircles.trust import redacting
from learningcircles.trust.entry import Entry
from learningcircles.trust.known import unheard_of
from learningcircles.trust.members import ORGANIZER, forerunners, is_out, laptops
from learningcircles.trust.redact import Name

TOLD_MS = 30 * 24 * 3600 * 1000
"""So long it is told that what was said again differs."""
_STEPS = 4
"""What takes long: looking through the records, leaving, looking through the journal, and taking all of it out."""


class Erased(NamedTuple):
    """What came of it. Without `done` it waits for who keeps the list of laptops; `copies` may hold them, and are to be
    destroyed.

    `waits` names the laptops that have given a part alone of what they said again for another erasure: words that it
    holds go once they have shared the rest, or are shut out.
    """

    done: bool
    segments: int
    copies: Sequence[Copy]
    waits: Sequence[str] = ()


def erase(verbs: Verbs, member: bytes, told: Told = nobody) -> Erased:
    """Erase a member, with everybody they were merged with. Cannot be undone.

    Their balance goes to the circle's pot before. What would change of others: `foreseeing.foresee`. Raises
    NotAllowed on other than organizers' laptops, NotFound, and Refused for the person who uses this laptop, unless
    nobody else runs the circle, and on a restored laptop that has not shared yet: it would close what its backup held,
    which is to pass the erasures since first. `told` hears how far it is, as (done, whole), and ends nothing.
    """
    circle = verbs.circle
    _check(verbs, member)
    people = frozenset(linked(verbs.reader, member))
    told(0, _STEPS)
    scrub, _ = scrub_for(verbs, people)  # first: what it stumbles on leaves nothing half-done
    told(1, _STEPS)
    for person in sorted(people):
        if verbs.reader.get("member", person)["status"] != "anonymised":
            verbs.undo.never_offer(verbs.leaving.leave(person).action)
    verbs.undo.end_here()
    verbs.publish.refresh()
    if verbs.desk.person in people:
        verbs.desk.is_person(b"")
    Exchange(circle).close_tail()
    waiting = unripe(circle)
    told(2, _STEPS)
    spoken = _speaking(circle, scrub)
    told(3, _STEPS)
    ripe = _ripe(waiting, spoken)
    more = with_theirs(circle.connection, scrub, [each for held in ripe for each in held.changesets])
    if more != scrub:  # in what does not count: who wrote them may say more of them elsewhere
        scrub, spoken = more, _speaking(circle, more)
    said = _of_them(spoken, scrub)
    named, held_by = _ripe(waiting, spoken), may_hold(circle, said, _records_in(said, scrub))
    late = [held for held in spoken if held not in named]
    if circle.roster.state.redactions:  # what is said again bears a list that knows of them: nobody looks there
        known = Eraser(circle.journal, Logs(circle.connection, circle.journal.numbers)).scrub()
        named = [held._replace(rows=left_of(known, held.rows)) for held in named]
    parts = _apart(named) or [[]]
    done = _propose(circle, [each for part in parts for each in _redact(circle, scrub, part, waiting)])
    return Erased(done, len(named), held_by, _to_share(circle, late) if late else ())


def _speaking(circle: Circle, scrub: Scrub) -> list[Held]:
    return [held for held in held_segments(circle) if any(map(scrub.speaks, held.changesets))]


def _of_them(spoken: Iterable[Held], scrub: Scrub) -> list[Held]:
    """Leave of these segments what speaks of somebody."""
    return [held._replace(changesets=list(filter(scrub.speaks, held.changesets))) for held in spoken]


def _records_in(said: Iterable[Held], scrub: Scrub) -> set[bytes]:
    """Return the ids of the records in which these segments speak of somebody."""
    ops = (op for held in said for each in held.changesets for op in each.ops if not isinstance(op, EntryOp))
    return {op.id for op in ops if scrub.tells(op)}


def _ripe(waiting: Collection[tuple[Name, bytes]], found: Iterable[Held]) -> list[Held]:
    """Leave out what says again beside segments that are not here yet: it is erased once they are."""
    return [held for held in found if (held.name, held.hash) not in waiting]


def _to_share(circle: Circle, late: Iterable[Held]) -> list[str]:
    """Return what the laptops are called that are to share the rest, where what was erased is not here to be said again
    by this laptop; of one that is shut out nobody waits for it.
    """
    waiting = unripe(circle)
    devices = sorted({held.name[1] for held in late if (held.name, held.hash) in waiting})
    return [laptop_name(circle, each) for each in devices if not is_out(circle.roster.devices, each)]


def erase_again(verbs: Verbs) -> int:
    """Erase what laptops wrote of erased people because they did not know yet; returns in how many segments, and how
    many erasures on lists that lost are asked for again with that (see `known`).

    Also what had been erased, where what was said instead was lost with a branch of its laptop's log; and what is left
    of branches that lost is said again, so that their makers write it once more. Called before sharing; does nothing on
    other than organizers' laptops, while such an entry waits, or before a restored laptop has back what it had shared.
    """
    circle = verbs.circle
    redactions, unknown = circle.roster.state.redactions, UnknownWords(circle.connection)
    if circle.right != ORGANIZER and unknown.read():
        _note_looked(circle, unknown, found=False)  # it may look for them no more
    if not redactions or circle.right != ORGANIZER or _waits(circle) or Exchange(circle).behind():
        return 0
    waiting = unripe(circle)
    numbers = circle.journal.numbers
    late = {(space, numbers.of(device), seq) for (space, device, seq), _ in waiting}
    found = set(mentions(circle.connection)) - late  # for these nothing is opened yet
    unsaid = {held.name: held for held in unsaid_segments(circle)}
    left = left_aside(circle)
    asked = unheard_of(redactions)
    if not (found or unsaid or left or asked or unknown.read()):
        return 0
    every = [*(held for held in held_segments(circle) if held.name not in unsaid), *unsaid.values()]
    named = [
        held for held in every if held.name in unsaid or (held.name[0], numbers.of(held.name[1]), held.name[2]) in found
    ]
    alone, said = _only_here(circle, unknown.read(), every), [each for held in named for each in held.changesets]
    told, unmarked = _scrub_of(verbs, said, alone)
    if told.words:  # they were called otherwise there: nobody has looked for that yet
        again = replace(told, people=frozenset(), gone=frozenset(), swaps=frozenset(), marks=())
        named += [held for held in every if held not in named and any(again.speaks(each) for each in held.changesets)]
    Exchange(circle).close_tail()
    scrub = with_theirs(circle.connection, told, said)
    looked, named = bool(named), _ripe(waiting, named)
    parts = _apart(named) or ([[]] if asked else [])
    entries = [each for part in parts for each in _redact(circle, scrub, part, waiting, unmarked, asked)]
    if left:  # it does not count, and so nothing else is searched for what erased people are called there alone
        aside = [each for held in left for each in held.changesets]
        there = with_theirs(circle.connection, _scrub_of(verbs, [*said, *aside], alone)[0], aside)
        only_there = unmarked.union({*there.words, *there.short}.difference(told.words, told.short))
        entries += [each for part in _apart(left) for each in _redact(circle, there, part, waiting, only_there)]
    _propose(circle, entries)
    _note_looked(circle, unknown, found=looked)
    return len(named) + len(left) + len(asked)


def _scrub_of(verbs: Verbs, said: Sequence[Changeset], alone: Collection[str]) -> tuple[Scrub, set[str]]:
    """Return how to take who is erased out of what is said, and which of its words come from `alone` only."""
    circle, redactions = verbs.circle, verbs.circle.roster.state.redactions
    people = frozenset(redactions.people)
    gone, others = records_of(verbs, people) | redactions.gone, list(others_words(circle.connection, people))
    marks, swaps = circle.journal.marks(redactions.entries), swaps_of(verbs, people)
    marked = scrub_of(people, gone, marks, said, others)
    told = scrub_of(people, gone, marks, said, others, alone) if alone else marked
    return replace(told, swaps=swaps), set(told.words).difference(marked.words)


def _only_here(circle: Circle, words: Iterable[str], held: Iterable[Held]) -> tuple[str, ...]:
    """Return the words that nobody but this laptop wrote in all that is held here: others have them from elsewhere."""
    mine = forerunners(circle.roster.devices, circle.secrets.device.id)
    theirs = [row.changeset for each in held for row in each.rows if row.device not in mine]
    found = ((word, Scrub(frozenset(), words=(word,))) for word in words)
    return tuple(word for word, scrub in found if not any(map(scrub.speaks, theirs)))


def _note_looked(circle: Circle, unknown: UnknownWords, *, found: bool) -> None:
    with circle.transaction():
        unknown.looked(found=found)
    purge(circle.connection)


def _apart(found: Iterable[Held]) -> list[list[Held]]:
    """Part segments so that no two of one name, be it on two branches, are named together, by themselves or by what
    stands in their place: an entry names of each name one, and all that it says again of that name counts for it.
    """
    parts: list[tuple[dict[Name, bytes], list[Held]]] = []
    for held in found:
        mine = _erased_with(held)
        fits = (part for part in parts if all(part[0].get(name, hash_) == hash_ for name, hash_ in mine.items()))
        named, part = next(fits, ({}, []))
        if not part:
            parts.append((named, part))
        named.update(mine)
        part.append(held)
    return [part for _, part in parts]


def _erased_with(held: Held) -> dict[Name, bytes]:
    return {held.name: held.hash, **held.instead_of}


def let_rest(circle: Circle) -> None:
    """Tell for a month that others' changes were not said again as they had been; then no more: nothing mends it."""
    meta, now = circle.meta, circle.surroundings.now_ms()
    if not meta.number(RESTATED):
        return
    since = meta.number(RESTATED_AT)
    if not since:
        with circle.hint():
            meta.put(RESTATED_AT, now)
    elif now - since >= TOLD_MS:
        with circle.hint():
            meta.put(RESTATED, 0)


def _redact(
    circle: Circle,
    scrub: Scrub,
    named: Sequence[Held],
    waiting: Collection[tuple[Name, bytes]],
    unmarked: Collection[str] = (),
    again: Sequence[bytes] = (),
) -> list[Entry]:
    """Return the entries that erase segments. `unmarked` words are in no mark: what others write is not searched."""
    erase: dict[Name, bytes] = {}
    left: dict[int, dict[tuple[bytes, int, int], Restated]] = {}
    for held in named:  # two of them may stand for a part each of what is said again of a third
        erase |= _erased_with(held)
        left.setdefault(held.name[0], {}).update({row[:3]: row for row in left_of(scrub, held.rows)})
    exchange = Exchange(circle)
    seen = exchange.have()
    for name, _ in waiting:  # nobody is kept from looking there later
        seen[name[:2]] = min(name[2] - 1, seen.get(name[:2], 0))
    restated = exchange.restate({space: _portions(list(rows.values())) for space, rows in left.items()})
    key = circle.journal.marks_key(circle.roster.head)
    known = [word for word in scrub.words if word not in unmarked]
    short = [word for word in scrub.short if word not in unmarked]
    words = marks_of(key, known, short) if key is not None else []
    return redacting.redact(
        circle.roster, circle.secrets.device, scrub.people, sorted(scrub.gone), erase, restated, seen, words,
        circle.surroundings, again,
    )  # fmt: skip


def _propose(circle: Circle, entries: Sequence[Entry]) -> bool:
    Exchange(circle).receive_roster(circle.roster.placed, entries)  # all of them in one transaction
    place_pending(circle)
    return all(entry.hash in circle.roster.state.entries for entry in entries)


def _portions(rows: Sequence[Restated]) -> list[list[Restated]]:
    """Cut what is restated into segments that keep under the caps."""
    portions: list[list[Restated]] = []
    ops = size = 0
    for row in rows:
        more_ops, more = len(row.changeset.ops), size_of(row.changeset) + 64
        if not portions or ops + more_ops > OPERATIONS or size + more > SEGMENT_BYTES:
            portions.append([])
            ops = size = 0
        portions[-1].append(row)
        ops, size = ops + more_ops, size + more
    return portions


def _waits(circle: Circle) -> bool:
    return any(entry.read().kind == "redact" for entry in circle.roster.proposals)


def _somebody_else_runs_it(circle: Circle, people: Collection[bytes]) -> bool:
    """Return whether another person has an organizer's laptop, as far as what was written last on each tells."""
    me = circle.secrets.device.id
    there = [each for names in laptops(circle.roster.devices, me) for each in names]
    others = [each.id for each in there if each.right == ORGANIZER and each.id != me]
    return any(last_author(circle, device) not in people for device in others)


def has_others(circle: Circle) -> bool:
    """Return whether anybody may have shared since a backup of this laptop was made."""
    return bool(circle.roster.hub) or len(laptops(circle.roster.devices, circle.secrets.device.id)) > 1


def _check(verbs: Verbs, member: bytes) -> None:
    if verbs.circle.right != ORGANIZER:
        raise NotAllowed("organizers_erase", "Only an organizer's laptop may erase a member.")
    if verbs.reader.find_one("member", member) is None:
        raise NotFound("no_member", "There is no member with the id {id} ({field}).", id=member.hex(), field="member")
    if Exchange(verbs.circle).behind() or (is_new_heir(verbs.circle) and has_others(verbs.circle)):
        raise Refused("share_first", "This laptop was restored from an older copy. Share once, then this can be done.")
    if member == verbs.desk.person and _somebody_else_runs_it(verbs.circle, linked(verbs.reader, member)):
        raise Refused("not_oneself", "Whoever uses this laptop is erased from another organizer's laptop.")
