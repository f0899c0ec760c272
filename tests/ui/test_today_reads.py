"""What Today reads of a large circle: no more of its people than of a small one's."""

from __future__ import annotations

from learningcircles.circle.facets import Verbs
from learningcircles_ui.pages.today.rows import read_news

_MANY = 900
_STEP = 10


def test_today_reads_no_more_where_many_people_are(other: Verbs) -> None:
    _add(other, range(2))
    few = _steps(other)
    _add(other, range(2, _MANY))
    assert _steps(other) - few < _MANY / 2, "what is read of each person is many steps"


def test_today_knows_whether_anybody_else_is_there(other: Verbs) -> None:
    before = read_news(other.reader)
    assert before.alone
    _add(other, range(1))
    assert not read_news(other.reader).alone
    other.records.remove("member", _id(0))
    assert read_news(other.reader).alone


def _id(number: int) -> bytes:
    return (number + 1).to_bytes(16, "big")


def _add(verbs: Verbs, numbers: range) -> None:
    with verbs.circle.change("Import members") as change:
        for number in numbers:
            change.set("member", _id(number), {"name": f"Person {number}"})


def _steps(verbs: Verbs) -> int:
    """Return how many steps SQLite's machine takes to answer all that Today asks, once it has asked before."""
    read_news(verbs.reader)  # what was written since is looked through once
    connection = verbs.reader._connection
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += _STEP
        return 0

    connection.set_progress_handler(count, _STEP)
    read_news(verbs.reader)
    connection.set_progress_handler(None, _STEP)
    return taken
