"""Checking a circle file: its pages, its logs' chains and signatures, and that the tables are the journal's fold."""

from __future__ import annotations

from learningcircles.circle.circle import Circle
from learningcircles.entities.declare import Space
from learningcircles.journal.segment import ZERO_HASH, Header, header_hash
from learningcircles.storage.erase import RESTATED
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.letting_go import problem_of
from learningcircles.storage.logs import BEHIND, Logs
from learningcircles.storage.meta import Meta
from learningcircles.storage.unfold import damaged_pages, unbalanced
from learningcircles.storage.unlike import unlike

_AGAIN = "What is damaged can be let go (check --rebuild): it comes back when this laptop shares."
_WAITS = (
    "What waits counts once this laptop has shared with the hub, or a laptop, that has what is missing. Where nobody"
    " has it, enter again what you need, or ask whose laptop it was to do so."
)
_LIST = "Some of the list of laptops is missing. Mend the file (check --rebuild)."
_LIST_COMES = "Some of the list of laptops is missing. It comes back when this laptop shares."
_UNLIKE = "Lists or hours are not what was written. Make them again (check --rebuild)."


def check(circle: Circle) -> list[str]:
    """Return what is wrong, a sentence each; empty when all is well. Takes as long as a rebuild."""
    damaged = damaged_pages(circle.connection)
    if damaged:
        return ["The circle file is damaged. Rebuild it (check --rebuild).", *damaged]
    problems = [*_missing_list(circle), *_broken_logs(circle), *_restated_otherwise(circle)]
    return [*problems, *_wrong_tables(circle), *_wrong_hours(circle)]


def hints(circle: Circle) -> list[str]:
    """Return what is worth knowing and no fault of this file, a sentence each: what waits beyond a gap in a log.

    Nothing in the file can be mended about that: a share brings what is missing, where anybody has it.
    """
    return _behind_gaps(circle)


def _missing_list(circle: Circle) -> list[str]:
    if circle.rosters.whole_at():
        return [_LIST_COMES]
    return [_LIST] if Exchange(circle).lacks_list() else []


def _broken_logs(circle: Circle) -> list[str]:
    logs = Logs(circle.connection, circle.journal.numbers)
    found: list[str] = []
    for (space, device), stored in sorted(logs.have().items()):
        keys = circle.roster.devices.get(device)
        if keys is None:
            continue
        before, seq = ZERO_HASH, 0
        for segment in logs.segments(space, circle.journal.numbers.of(device), 0, stored):
            seq += 1
            problem = problem_of(segment, keys.sign, before, seq)
            if problem:
                found.append(f"{problem} ({_where(space, device, seq)})")
            before = header_hash(segment.header)
        if seq != stored:
            found.append(f"Changes are missing ({_where(space, device, seq + 1)}).")
    return [*found, _AGAIN] if found else []


def _behind_gaps(circle: Circle) -> list[str]:
    """Of each log of which sound parcels lie beyond a gap: they count nowhere here, and nobody is told of them."""
    logs, found = Logs(circle.connection, circle.journal.numbers), dict[tuple[int, bytes], int]()
    for _, packed in logs.states(BEHIND):
        header = Header.parse(packed)
        found[header.space, header.device] = found.get((header.space, header.device), 0) + 1
    rows = []
    for (space, device), count in found.items():
        missing = logs.get(space, circle.journal.numbers.of(device)).stored + 1
        held = f"{count} sound parcels of changes wait" if count > 1 else "A sound parcel of changes waits"
        rows.append(f"{held} for one that is missing ({_where(space, device, missing)}).")
    return [*rows, _WAITS] if rows else []


def _where(space: int, device: bytes, seq: int) -> str:
    return f"parcel {seq} of laptop {device.hex()[:8]}, {Space(space).name.lower()}"


def _restated_otherwise(circle: Circle) -> list[str]:
    """Whoever erased somebody said other people's changes again: those that were not what this laptop had held."""
    count = Meta(circle.connection).number(RESTATED)
    return (
        [f"When somebody was erased, {count} changes of others were not said again as they had been."] if count else []
    )


def _wrong_tables(circle: Circle) -> list[str]:
    """Rebuild in a transaction that is then given up, and compare.

    What another program has stored and not folded yet is folded first: that is no damage.
    """
    exchange = Exchange(circle)
    with circle.given_up_transaction():
        found = ["The hours do not sum to zero."] if unbalanced(circle.connection) else []
        exchange.catch_up_within()
        before = circle.reader.state_hash()
        exchange.rebuild_within()
        after = circle.reader.state_hash()
    return found if before == after else [*found, _UNLIKE]


def _wrong_hours(circle: Circle) -> list[str]:
    """Exchanges whose minutes are not what their records ask for; Review puts each of these to people."""
    asked = {item.record for item in circle.reader.review() if item.entity == "swap"}
    circle.journal.forget_opened()  # all of them are compared, whatever was found before
    count = len(list(unlike(circle.journal, asked)))
    what = "Exchanges move other hours than their records say, and nobody is asked about it"
    return [f"{what}: {count}."] if count else []
