"""What must hold of a region when everything has come through."""

from __future__ import annotations

from collections import Counter

from machine_world import Laptop, World
from sync_region import hashes

from learningcircles.circle.believing import is_doubtful
from learningcircles.errors import NotAllowed
from learningcircles.journal.segment import Header
from learningcircles.storage.check import check, hints
from learningcircles.storage.exchange import Exchange
from learningcircles.trust.members import ORGANIZER, out
from learningcircles.trust.roster import fallen_digest
from learningcircles_sync.outcome import Outcome
from tests.storage.hours import moved, said
from tests.storage.reference import reference, stored

ROUNDS = 8
"""Everybody has shared so often at most before nothing is left to move: up, down, published, and heard of by all."""


def check_region(world: World) -> None:
    """Check all that must hold once everybody has shared."""
    settle(world)
    taking_part = [laptop for laptop in world.laptops if not laptop.out]
    for laptop in taking_part:
        outcome = laptop.engine.share()
        moved = (outcome.requests, outcome.sent, outcome.received, outcome.waiting)
        assert moved == (1, 0, 0, 0), f"one more share has (requests, sent, received, waiting) {moved}"
        assert not outcome.obstacles, outcome.sentences
    check_same(taking_part, is_run=not world.put_down)
    roster = taking_part[0].engine.circle.roster
    for laptop in world.laptops:
        held = roster.devices.get(laptop.id)
        assert laptop.out == (held is None or held.revoked), "a laptop is out that nobody shut out, or is still in"
        assert laptop.engine.circle.shut_out == laptop.out, "a laptop does not know whether it is in"
    if len(taking_part) < len(world.laptops):
        for laptop in taking_part:
            laptop.owed.clear()  # it may have been held by those alone who are out
    for laptop in taking_part:
        check_laptop(laptop, taking_part, lost_is_fine=bool(world.erased))
    check_rescues(taking_part)
    check_nonces(world.laptops)
    check_numbers(world, taking_part)
    last = taking_part[-1].engine.circle
    before = stored(last)
    Exchange(last).rebuild()
    assert stored(last) == before


def settle(world: World) -> None:
    """Let everybody share in fine weather until all has come through.

    Who was told that it is out tries again as the desktop does: by then a list may count that has it.
    """
    world.fuse.arm(None)
    world.region.weather.clear()
    for _ in range(ROUNDS):
        before = [_standing(laptop) for laptop in world.laptops]
        outcomes = [_share(laptop) for laptop in world.laptops]
        moved = any(o is not None and (o.requests, o.sent, o.received) != (1, 0, 0) for o in outcomes)
        if not moved and before == [_standing(laptop) for laptop in world.laptops]:
            return
    raise AssertionError("laptops never come to an end of sharing")


def _standing(laptop: Laptop) -> tuple[bool, bytes, set[bytes]]:
    """Return whether a laptop was told that it is out, and what it knows of the list: one request may move that."""
    roster = laptop.engine.circle.roster
    return laptop.out, roster.state.tip, {entry.hash for entry in roster.kept}


def _share(laptop: Laptop) -> Outcome | None:
    """Share; None where the circle has shut the laptop out, and says so."""
    laptop.out = False
    try:
        return laptop.engine.share()
    except NotAllowed:
        laptop.out = True
        return None


def check_same(laptops: list[Laptop], *, is_run: bool) -> None:
    """All hold the same circle, and it is what the segments that count say; `is_run`: somebody still runs it."""
    assert laptops, "nobody is left in the circle"
    circles = [laptop.engine.circle for laptop in laptops]
    heads = {circle.roster.head for circle in circles}
    assert len(heads) == 1, "laptops that have shared everything hold different lists of laptops"
    assert len({circle.roster.lost_digest for circle in circles}) == 1, "some know lists that have lost, others do not"
    assert len({fallen_digest(circle.roster) for circle in circles}) == 1, "some know erasures that fell away"
    private = {hashes(laptop.engine)["private"] for laptop in laptops}
    assert len(private) == 1, "laptops that have shared everything hold different circles"
    assert None not in private
    assert len({hashes(laptop.engine)["catalogue"] for laptop in laptops}) == 1, "laptops hold different catalogues"
    running = [laptop for laptop in laptops if laptop.engine.circle.right == ORGANIZER]
    newest = {space: chain[-1].name for space, chain in circles[0].roster.state.epochs.items()}
    held = [laptop.engine.circle.journal.epochs for laptop in running]
    assert not is_run or any(newest.items() <= keys.keys() for keys in held), "nobody is left who may run the circle"
    assert len({hashes(laptop.engine)["organizers"] for laptop in running}) <= 1, "organizers hold different circles"
    roster = circles[0].roster
    if running and not roster.state.redactions:
        truth = reference(running[0].engine.circle)
        assert all(stored(laptop.engine.circle) == truth for laptop in running)
    others = [stored(circle) for circle in circles if circle.right != ORGANIZER]
    assert all(each == others[0] for each in others)


def check_laptop(laptop: Laptop, others: list[Laptop], *, lost_is_fine: bool) -> None:
    """Check what one laptop holds: everybody's saved work once, hours that sum to zero, a sound file, its mark."""
    circle = laptop.engine.circle
    db = circle.connection
    rows = db.execute("SELECT device, space, action, tick FROM changeset").fetchall()
    assert not [name for name, times in Counter(rows).items() if times > 1], "something was written twice"
    held = laptop.held()
    for other in others:
        lost = (other.saved | other.owed) - held
        assert not lost or lost_is_fine, "what was saved has not arrived everywhere"
    assert db.execute("SELECT coalesce(sum(minutes), 0) FROM balance").fetchone() == (0,)
    for person in circle.roster.state.redactions.people:
        assert circle.reader.find_one("member", person) is None, "somebody who was erased is there again"
    problems = [*check(circle), *hints(circle)]
    assert not problems, problems
    check_hours(laptop)
    check_mark(laptop)


def check_rescues(laptops: list[Laptop]) -> None:
    """The same waits on every organizer's laptop of those that were shut out."""
    shut_out = out(laptops[0].engine.circle.roster.devices)
    offered = [laptop.engine.verbs.rescue for laptop in laptops if laptop.engine.circle.right == ORGANIZER]
    waits = [{(b.device, b.actions) for b in rescue.bundles() if b.device in shut_out} for rescue in offered]
    assert all(each == waits[0] for each in waits), "organizers are offered different work of who was shut out"


def note_numbers(world: World) -> None:
    """Remember whose each member number is, where all laptops hold the same, and one member alone has it.

    Of two who were given one apart, one is yet to be given another: which, no laptop has said.
    """
    laptops = [laptop for laptop in world.laptops if not laptop.out and not laptop.engine.circle.shut_out]
    if laptops and len({hashes(laptop.engine)["private"] for laptop in laptops}) == 1:
        rows = laptops[0].engine.circle.reader.list("member", deleted=True)
        given = Counter(row["number"] for row in rows)
        for row in rows:
            if row["number"] and not row["former_number"] and given[row["number"]] == 1:
                world.numbers.setdefault(row["number"], row.id)


def check_numbers(world: World, laptops: list[Laptop]) -> None:
    """No number is two members', where a laptop may tell them apart; and none that all knew is anybody else's."""
    rows = laptops[0].engine.circle.reader.list("member", deleted=True)
    given = [row["number"] for row in rows if row["number"]]
    if any(may_number(laptop) for laptop in laptops):
        assert len(given) == len(set(given)), f"a member number is given twice: {sorted(given)}"
    for row in rows:
        whose = world.numbers.get(row["number"], row.id)
        assert given.count(row["number"]) > 1 or whose == row.id, f"{row['number']} was somebody else’s"


def may_number(laptop: Laptop) -> bool:
    """Return whether a laptop changes numbers that were given twice: an organizer’s, whose clock can be believed."""
    circle = laptop.engine.circle
    return circle.right == ORGANIZER and not is_doubtful(circle) and laptop.engine.verbs.people.has_place


def check_hours(laptop: Laptop) -> None:
    """Whatever an exchange moves that its record does not say, somebody is asked about."""
    circle = laptop.engine.circle
    asked = {item.record for item in circle.reader.review() if item.entity == "swap"}
    for record in circle.reader.list("swap", deleted=True):
        if record["provider"] and record["receiver"] and record.id not in asked:
            assert moved(circle, record.id) == said(circle, record.id), "hours moved that no exchange speaks of"


def check_nonces(laptops: list[Laptop]) -> None:
    """No two segments were ever sealed with one nonce, on whatever branch."""
    headers: set[bytes] = set()
    for laptop in laptops:
        for table in ("segment", "aside"):
            rows = laptop.engine.circle.connection.execute(f"SELECT header FROM {table} WHERE space < 2")
            headers |= {row[0] for row in rows}
    nonces = [Header.parse(header).nonce for header in headers]
    assert len(nonces) == len(set(nonces)), "a nonce was used twice"


def check_mark(laptop: Laptop) -> None:
    """The mark on disk stands where the laptop's logs end: nothing has left before it."""
    circle = laptop.engine.circle
    mark = laptop.home.mark(circle.id, laptop.id).read()
    rows = circle.connection.execute(
        "SELECT l.space, l.stored, l.head FROM log l JOIN device_number d ON d.n = l.device WHERE d.id=?", (laptop.id,)
    )
    assert mark == {space: (stored_, head) for space, stored_, head in rows}
