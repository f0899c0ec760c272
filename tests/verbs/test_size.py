"""What every sync asks of the tables is answered without reading them whole: sharing costs the same in any circle."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable

from learningcircles.circle.facets import Verbs


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
