"""The tables of a circle file, as named migrations (see `migrate`). None is written against today's declarations
alone: `entity_tables` adds the columns that a newer version declares, which is the one change that is always safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from learningcircles.entities.registry import ENTITIES
from learningcircles.storage.collate import SORT_KEY

if TYPE_CHECKING:
    from sqlite_utils import Database

_JOURNAL = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE device_number (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE);
CREATE TABLE log (space INTEGER, device INTEGER, folded INTEGER, stored INTEGER, head BLOB,
                  PRIMARY KEY (space, device)) WITHOUT ROWID;
CREATE TABLE segment (n INTEGER PRIMARY KEY, space INTEGER, device INTEGER, seq INTEGER, header BLOB,
                      signature BLOB, payload BLOB, state TEXT, UNIQUE (space, device, seq));
CREATE INDEX segment_waiting ON segment (space, device, seq) WHERE state = 'waits';
CREATE TABLE aside (hash BLOB PRIMARY KEY, space INTEGER, header BLOB, signature BLOB, payload BLOB) WITHOUT ROWID;
CREATE TABLE changeset (n INTEGER PRIMARY KEY, space INTEGER, device INTEGER, seq INTEGER, place INTEGER,
                        tick INTEGER, author BLOB, action BLOB, label TEXT, saw BLOB);
CREATE INDEX changeset_log ON changeset (space, device, seq, place);
CREATE TABLE tail (n INTEGER PRIMARY KEY, body BLOB);
CREATE TABLE record (n INTEGER PRIMARY KEY, entity TEXT, id BLOB, UNIQUE (id, entity));
CREATE TABLE touch (record INTEGER, changeset INTEGER, PRIMARY KEY (record, changeset)) WITHOUT ROWID;
CREATE TABLE later (record INTEGER, register TEXT, stamp INTEGER, device INTEGER, seq INTEGER, value BLOB,
                    PRIMARY KEY (record, register)) WITHOUT ROWID;
CREATE TABLE review (space INTEGER, record INTEGER, register TEXT, changeset INTEGER,
                     PRIMARY KEY (record, register, changeset)) WITHOUT ROWID;
CREATE TABLE settlement (id BLOB PRIMARY KEY, kind TEXT, source BLOB, round INTEGER, reverses BLOB, legs BLOB,
                         date TEXT, stamp INTEGER, device INTEGER, seq INTEGER, counts INTEGER DEFAULT 0) WITHOUT ROWID;
CREATE INDEX settlement_source ON settlement (source);
CREATE INDEX settlement_reverses ON settlement (reverses);
CREATE TABLE stray_entry (space INTEGER, id BLOB, stamp INTEGER, device INTEGER, wire BLOB,
                          PRIMARY KEY (space, id)) WITHOUT ROWID;
CREATE TABLE leg (account BLOB, settlement BLOB, minutes INTEGER, PRIMARY KEY (account, settlement)) WITHOUT ROWID;
CREATE INDEX leg_settlement ON leg (settlement);
CREATE TABLE balance (account BLOB PRIMARY KEY, minutes INTEGER) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5 (text, content='', contentless_delete=1, detail=none, prefix='1 2',
                                        tokenize='ascii');
CREATE TABLE roster_entry (position INTEGER PRIMARY KEY, wire BLOB);
CREATE TABLE proposal (hash BLOB PRIMARY KEY, wire BLOB) WITHOUT ROWID;
CREATE TABLE peer (name TEXT PRIMARY KEY, have BLOB, at INTEGER) WITHOUT ROWID;
CREATE TABLE catalogue (circle BLOB, id BLOB, name TEXT, body BLOB, PRIMARY KEY (circle, id)) WITHOUT ROWID;
CREATE TABLE inbox (id BLOB PRIMARY KEY, sealed BLOB, at INTEGER, done INTEGER) WITHOUT ROWID;
CREATE TABLE undone (action BLOB PRIMARY KEY, by BLOB, n INTEGER) WITHOUT ROWID;
"""

_REDACTION = """
CREATE TABLE restated (n INTEGER PRIMARY KEY, body BLOB);
CREATE TABLE mention (space INTEGER, device INTEGER, seq INTEGER, PRIMARY KEY (space, device, seq)) WITHOUT ROWID
"""

_MERGING = """
CREATE TABLE merged (member BLOB PRIMARY KEY, shown BLOB) WITHOUT ROWID;
CREATE INDEX merged_shown ON merged (shown)
"""

_SORT_KEYS = """
DROP INDEX IF EXISTS e_member_name;
DROP INDEX IF EXISTS e_member_name_letters;
DROP INDEX IF EXISTS e_offer_title_letters;
DROP INDEX IF EXISTS e_request_title_letters
"""

_DRAFTS = """
CREATE TABLE draft (name TEXT PRIMARY KEY, body BLOB, at INTEGER) WITHOUT ROWID
"""

_RESTS = """
CREATE TABLE aside_rest (hash BLOB PRIMARY KEY, body BLOB) WITHOUT ROWID
"""

_SPARSE_INDEX = """
DROP INDEX IF EXISTS e_member_former_number
"""

_LIST_TWICE = """
CREATE INDEX IF NOT EXISTS roster_entry_again ON roster_entry (position, wire)
"""
"""Nothing else says what the list of laptops says. So it stands in the file a second time, on pages of its own."""

_LOOKED = """
CREATE TABLE looked (hash BLOB PRIMARY KEY, since INTEGER) WITHOUT ROWID;
DELETE FROM meta WHERE key = 'cut_off_looked'
"""
"""Until then it was noted by the numbers of rows, of which nobody knows which ones were given twice."""

_STATES = """
CREATE INDEX segment_unlike ON segment (state, space, device, seq) WHERE state <> 'folded';
DROP INDEX segment_waiting
"""
"""A segment's state stands behind its payload: whoever looks for it there reads and decrypts the whole journal."""

BEFORE = ".before-upgrade"
"""How a copy of a circle file is called that was made before its tables were changed."""
MIGRATIONS: dict[str, str] = {
    "0001 journal and fold": _JOURNAL,
    "0002 redaction": _REDACTION,
    "0003 merging": _MERGING,
    "0004 sort keys": _SORT_KEYS,
    "0005 drafts": _DRAFTS,
    "0006 an index of what few have": _SPARSE_INDEX,
    "0007 what is left of what was set aside": _RESTS,
    "0008 what stands in the file a second time": _LIST_TWICE,
    "0009 what was looked through": _LOOKED,
    "0010 segments that are not simply folded": _STATES,
}


INDEXED = (
    ("attendance", "meetup"),
    ("rsvp", "meetup"),
    ("swap", "provider"),
    ("swap", "receiver"),
    ("offer", "member"),
    ("request", "member"),
    ("consent", "member"),
    ("learning", "member"),
    ("member", "number"),
    ("signup", "state"),
)
"""(entity, column): what screens and rules look up."""
SPARSE = (("member", "former_number"),)
"""The same of what few records have: the index holds those alone."""
REMOVED = ("meetup", "member", "topic")
"""What other records name (see `noted_beside`): the removed ones are looked for as the window opens, and are few."""
SORTED = (("member", "name"), ("offer", "title"), ("request", "title"))
"""(entity, column): what screens sort by, as `collate` says."""


def table_of(entity: str) -> str:
    """Return the table of an entity's records."""
    return "e_" + entity.lstrip("!")


def entity_tables(db: Database) -> None:
    """Create the typed table of each declared entity, and add the columns and indices that it does not have yet.

    Columns have no type: a value that is none of its field's kind stays what it is.
    """
    for entity in ENTITIES.values():
        table = db.table(table_of(entity.name))
        columns = ", ".join(f'"{field.name}"' for field in entity.fields)
        if not table.exists():
            db.execute(
                f'CREATE TABLE "{table.name}" (n INTEGER PRIMARY KEY, {columns}, _deleted INTEGER, _stamps BLOB)'
            )
        present = {column.name for column in table.columns}
        for field in entity.fields:
            if field.name not in present:
                db.execute(f'ALTER TABLE "{table.name}" ADD COLUMN "{field.name}"')
    for kind, column in INDEXED:
        db.table(table_of(kind)).create_index([column], f"{table_of(kind)}_{column}", if_not_exists=True)
    for kind, column in SPARSE:
        name = table_of(kind)
        db.execute(
            f'CREATE INDEX IF NOT EXISTS "{name}_{column}_held" ON "{name}" ("{column}") WHERE "{column}" IS NOT NULL'
        )
    for kind in REMOVED:
        db.execute(f'CREATE INDEX IF NOT EXISTS "{table_of(kind)}_removed" ON "{table_of(kind)}" (n) WHERE _deleted')
    for kind, column in SORTED:
        name = table_of(kind)
        db.execute(f'CREATE INDEX IF NOT EXISTS "{name}_{column}_sorted" ON "{name}" ({SORT_KEY}("{column}"))')
