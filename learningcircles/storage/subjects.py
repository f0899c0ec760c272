"""What a circle teaches and learns, topic by topic: how many people offer it, ask for it and have learned it how.

An offer or a request that names no topic stands under its title, as it does wherever its topic is asked for: most name
nothing else, and would be missed here. The form says so where it is left empty.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from learningcircles.circle.changes import Subject
from learningcircles.storage.collate import SORT_KEY
from learningcircles.storage.connect import Connection
from learningcircles.storage.merged import SHOWN
from learningcircles.storage.spelling import plain_letters

OFFERS, ASKS = "offers", "asks"

_LISTED = """
SELECT coalesce(nullif(e.topic, ''), e.title), '{what}', coalesce(m.shown, e.member, r.id)
FROM e_{entity} e JOIN record r ON r.n = e.n LEFT JOIN merged m ON m.member = e.member
WHERE e._deleted = 0 AND coalesce(e.state, 'open') IN ('open', 'matched')
AND coalesce(nullif(e.expires, ''), :today) >= :today
"""
_SAID = f"""
SELECT j.value, '{OFFERS}', r.id FROM e_member e JOIN record r ON r.n = e.n, json_each(e.topics) j
WHERE e._deleted = 0 AND coalesce(e.status, 'active') NOT IN ('left', 'anonymised') AND {SHOWN}
UNION {_LISTED.format(what=OFFERS, entity="offer")} UNION {_LISTED.format(what=ASKS, entity="request")} UNION
SELECT e.topic, coalesce(e.kind, 'informal'), coalesce(m.shown, e.member, r.id)
FROM e_learning e JOIN record r ON r.n = e.n LEFT JOIN merged m ON m.member = e.member WHERE e._deleted = 0
"""
# The sort key holds the plain letters, a mark, and the text itself: two spellings of one word share what stands first.
# It is asked for each spelling once: of each of a hundred thousand records it would take longer than all the rest.
_COUNTED = f"""
WITH said (topic, what, who) AS MATERIALIZED ({_SAID}), spelled (topic, letters) AS MATERIALIZED (
SELECT topic, substr(key, 1, instr(key, char(1)) - 1) FROM (SELECT topic, {SORT_KEY}(topic) AS key FROM
(SELECT DISTINCT topic FROM said WHERE typeof(topic) = 'text' AND topic <> '')))
SELECT letters, min(said.topic), what, count(DISTINCT who) FROM said JOIN spelled ON spelled.topic = said.topic
GROUP BY letters, what ORDER BY letters, what
"""

_PLAIN = (("offer", "topic"), ("request", "topic"), ("swap", "topic"), ("learning", "topic"), ("topic", "name"))
_USED = """
SELECT j.value AS topic, e.n AS n FROM e_member e, json_each(e.topics) j
WHERE e._deleted = 0 AND e.topics IS NOT NULL AND coalesce(e.status, 'active') NOT IN ('left', 'anonymised')
""" + "".join(f"UNION ALL SELECT {field}, n FROM e_{entity} WHERE _deleted = 0\n" for entity, field in _PLAIN)
_NAMES = f"SELECT DISTINCT topic FROM ({_USED}) WHERE typeof(topic) = 'text' AND topic <> ''"
_ELSEWHERE = f"SELECT EXISTS (SELECT 1 FROM ({_USED}) u JOIN record r ON r.n = u.n WHERE u.topic = ? AND r.id <> ?)"


def names(connection: Connection) -> list[str]:
    """Return every topic that some record names, of spellings that differ in case, accents and spaces alone one."""
    first: dict[str, str] = {}
    for (name,) in connection.execute(_NAMES):
        held = first.setdefault(same(name), name)
        first[same(name)] = min(held, name)  # as `subjects` names it
    return [first[key] for key in sorted(first)]


def is_named_elsewhere(connection: Connection, topic: str, record: bytes) -> bool:
    """Return whether another record than this one names a topic, to the letter."""
    return bool(connection.execute(_ELSEWHERE, (topic, record)).fetchone()[0])


@lru_cache(maxsize=1024)
def same(topic: str) -> str:
    """Return what is alike for two spellings of one topic: its letters without case and accents, one space apart."""
    return " ".join(plain_letters(topic).split())


def subjects(connection: Connection, today: str) -> list[Subject]:
    """Return every topic in the order of its letters; spellings that differ in case and accents alone are one.

    What was offered or asked for until before `today` ("2026-11-20") counts no more.
    """
    found: dict[str, list[tuple[str, str, int]]] = {}
    for letters, topic, what, people in connection.execute(_COUNTED, {"today": today}):
        found.setdefault(letters, []).append((topic, what, people))
    return [_subject(rows) for rows in found.values()]


def _subject(rows: Iterable[tuple[str, str, int]]) -> Subject:
    counts = {what: people for _, what, people in rows}
    name = min(topic for topic, _, _ in rows)
    return Subject(name, counts.pop(OFFERS, 0), counts.pop(ASKS, 0), counts)
