"""Members of whom nothing is here but a number: laptops give numbers by themselves.

Where what a laptop wrote counts no more, since it was shut out, whoever it had added goes from the tables. A number
that another laptop gave them meanwhile stays in its register, for whoever takes that work in again. By itself it shows
nobody, and so such a member stands in no list, count, search or export. Whom a person has written of, in this record
or in another one that names them, is shown, though without a name: that must not vanish unseen.

All of this follows from the registers, which are the same on every laptop.
"""

from __future__ import annotations

from learningcircles.entities.registry import ENTITIES
from learningcircles.storage.rows import UPKEEP
from learningcircles.storage.schema import INDEXED, table_of

_ID = "(SELECT id FROM record WHERE n = e.n)"


def _named_by(entity: str, field: str) -> str:
    """Return the SQL for "a record of this kind, not removed, names the member in this field"."""
    here = "NOT x._deleted" + (" AND x.verdict = 'same'" if entity == "member_link" else "")
    if (entity, field) in INDEXED:
        return f'EXISTS (SELECT 1 FROM "{table_of(entity)}" x WHERE x."{field}" = {_ID} AND {here})'
    # What no index tells is read once, and not once for each such member.
    return f'{_ID} IN (SELECT x."{field}" FROM "{table_of(entity)}" x WHERE {here})'


_SAID = [f'e."{field.name}" IS NOT NULL' for field in ENTITIES["member"].fields if field.name not in UPKEEP]
_NAMED = [
    _named_by(entity.name, field.name)
    for entity in ENTITIES.values()
    for field in entity.references
    if field.refers_to == "member"
]
STANDS = "({})".format(
    " OR ".join(
        [
            *_SAID,
            "e._deleted",
            "says_more(e._stamps)",
            "EXISTS (SELECT 1 FROM later l WHERE l.record = e.n)",
            f"EXISTS (SELECT 1 FROM leg WHERE account = account_of({_ID}))",
            *_NAMED,
        ]
    )
)
"""Leaves out members (as `e`) of whom nothing is here but a number. Of others no more than the name is looked at."""
