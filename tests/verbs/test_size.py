"""What every sync asks of the tables is answered without reading them whole: sharing costs the same in any circle."""

from __future__ import annotations

import gc
import re
import tracemalloc
from collections.abc import Callable

from learningcircles.circle.facets import Verbs
from learningcircles.circle.typeahead import suggest
from learningcircles.storage.heard import last_author, last_heard
from learningcircles.storage.logs import Logs
from learningcircles.storage.noted_beside import noted_beside
from learningcircles.storage.rescue import kept_segments
from learningcircles.storage.rosters import RosterTables


def test_members_without_a_number_are_found_by_an_index(verbs: Verbs) -> None:
    sql = "EXPLAIN QUERY PLAN SELECT n FROM e_member e WHERE e._deleted = 0 AND e.number IS ?"
    plan = verbs.circle.connection.execute(sql, (None,)).fetchall()
    assert "e_member_number" in str(plan), plan


def peak(count: Callable[[], int]) -> tuple[int, int]:
    """Return what this counts, and the most bytes that it held at once."""
    gc.collect()
    tracemalloc.start()
    found = count()
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return found, held


def test_a_list_is_read_without_holding_all_of_it(verbs: Verbs) -> None:
    with verbs.circle.change("Import members") as change:
        for n in range(2_400):
            change.set("member", n.to_bytes(16, "big"), {"name": f"Person {2_399 - n}", "languages": ["fr"]})
    verbs.records.remove("member", (7).to_bytes(16, "big"))
    for asked in ({}, {"text": "person 1"}, {"limit": 450}, {"deleted": True}, {"where": {"name": "Person 3"}}):
        pages = list(verbs.reader.pages("member", **asked))
        assert [record for page in pages for record in page] == list(verbs.reader.list("member", **asked)), asked

    def some_by_some() -> int:
        return sum(len(page) for page in verbs.reader.pages("member"))

    def at_once() -> int:
        return len(verbs.reader.list("member"))

    assert some_by_some() == at_once() > 2_390
    assert peak(some_by_some)[1] < 0.6 * peak(at_once)[1]


def test_what_a_window_asks_as_it_opens_goes_through_no_whole_table(verbs: Verbs) -> None:
    circle, journal, rosters = verbs.circle, verbs.circle.journal, RosterTables(verbs.circle.connection)
    asked: dict[str, Callable[[], object]] = {
        "heard": lambda: last_heard(circle, circle.secrets.device.id),
        "author": lambda: last_author(circle, circle.secrets.device.id),
        "set aside": lambda: list(kept_segments(journal)),
        "waiting": Logs(circle.connection, journal.numbers).waiting,
        "list of laptops": lambda: rosters.misses_end(circle.secrets.device.id, circle.roster),
        "noted": lambda: noted_beside(journal),
    }
    plans = {what: plans_of(verbs, ask) for what, ask in asked.items()}
    assert all(plans.values())
    large = ("changeset", "segment", "record", "e_member", "e_meetup")
    few = r"\w+_(removed|unlike)"  # an index of those alone
    whole = re.compile(rf"SCAN ({'|'.join(large)})\b(?! USING INDEX {few})")
    found = {what: [line for line in plan if whole.match(line)] for what, plan in plans.items()}
    assert not any(found.values()), found


def plans_of(verbs: Verbs, ask: Callable[[], object]) -> list[str]:
    """Return how SQLite answers each question that this asks; a table goes by its own name, not the question's."""
    asked: list[str] = []
    connection = verbs.circle.connection
    connection.set_trace_callback(asked.append)
    ask()
    connection.set_trace_callback(None)
    found: list[str] = []
    for sql in asked:
        if sql.startswith("SELECT"):
            names = {short: table for table, short in re.findall(r'(?:FROM|JOIN) "?(\w+)"? (\w\w?)\b', sql)}
            plan = [line for *_, line in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
            for short, table in names.items():
                plan = [re.sub(rf"^SCAN {short}\b", f"SCAN {table}", line) for line in plan]
            found += plan
    return found


def test_who_may_be_meant_is_asked_for_together(verbs: Verbs) -> None:
    with verbs.circle.change("Import members") as change:
        for n in range(300):
            status = "left" if n % 2 else "active"
            change.set(
                "member", n.to_bytes(16, "big"), {"name": f"Wei {n:03}", "notes": "Lives here", "status": status}
            )
    asked: list[str] = []
    verbs.reader._connection.set_trace_callback(asked.append)
    hits = suggest(verbs.reader, "member", "lives", limit=7)
    verbs.reader._connection.set_trace_callback(None)
    assert [hit.title for hit in hits] == [f"Wei {n:03}" for n in range(0, 14, 2)]
    assert len(asked) < 50, "they are asked for together"
