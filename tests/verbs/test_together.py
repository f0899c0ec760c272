"""Several actions in one transaction, within a larger one: what is taken back is all of that part and no more."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.errors import Refused
from learningcircles.journal.caps import OPERATIONS
from learningcircles.storage.check import check

Block = Callable[[Verbs], AbstractContextManager[object]]
WITHIN: list[Block] = [
    lambda verbs: verbs.circle.group("Several"),
    lambda verbs: verbs.circle.together(),
]


@pytest.mark.parametrize("block", WITHIN, ids=["group", "together"])
def test_an_error_takes_back_all_of_a_part_and_no_more(verbs: Verbs, block: Block) -> None:
    before = {str(row["name"]) for row in verbs.reader.list("member")}
    with block(verbs):
        ana, _ = verbs.records.add("member", {"name": "Ana", "phone": "1"})
        with pytest.raises(Refused, match="second"), verbs.circle.together():
            verbs.records.add("member", {"name": "Bo"})
            verbs.records.edit("member", ana, {"phone": "2"})
            with verbs.circle.together():
                verbs.swaps.record(ana, verbs.records.add("member", {"name": "Eva"})[0], 60, "Bread")
            assert verbs.reader.get("member", ana)["phone"] == "2" and verbs.reader.balance(ana) == 60
            raise Refused("refused", "The second does not go.")
        assert verbs.reader.get("member", ana)["phone"] == "1" and verbs.reader.balance(ana) == 0
        with verbs.circle.together():
            verbs.records.add("member", {"name": "Cy"})
        verbs.records.edit("member", ana, {"email": "ana@example.org"})
    assert {str(row["name"]) for row in verbs.reader.list("member")} == before | {"Ana", "Cy"}
    assert (verbs.reader.get("member", ana)["phone"], verbs.reader.get("member", ana)["email"]) == (
        "1",
        "ana@example.org",
    )
    assert not verbs.reader.find("Bo") and verbs.reader.find("Cy") and check(verbs.circle) == []


def test_a_segment_that_was_full_before_a_part_is_closed_all_the_same(verbs: Verbs) -> None:
    with verbs.circle.together():
        for _ in range(2):
            with verbs.circle.change("Many") as change:
                for _ in range(OPERATIONS - 5):
                    change.set("member", verbs.circle.surroundings.random(16), {"name": "Ana"})
        with pytest.raises(Refused, match="second"), verbs.circle.together():
            verbs.records.add("member", {"name": "Bo"})
            raise Refused("refused", "The second does not go.")
    assert verbs.circle.connection.execute("SELECT count(*) FROM segment").fetchone()[0] == 1
    assert check(verbs.circle) == []
