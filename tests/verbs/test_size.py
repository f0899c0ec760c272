"""What every sync asks of the tables is answered without reading them whole: sharing costs the same in any circle."""

from __future__ import annotations

from learningcircles.circle.facets import Verbs


def test_members_without_a_number_are_found_by_an_index(verbs: Verbs) -> None:
    sql = "EXPLAIN QUERY PLAN SELECT n FROM e_member e WHERE e._deleted = 0 AND e.number IS ?"
    plan = verbs.circle.connection.execute(sql, (None,)).fetchall()
    assert "e_member_number" in str(plan), plan
