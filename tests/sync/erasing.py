"""For tests of the right to erasure: somebody who leaves traces everywhere, and where they may still be found."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sync_region import CODE, Clock, Region, add_member, hashes

from learningcircles.circle.circle import Circle
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.operations import SetOp
from learningcircles.journal.segment import Header, Segment, header_hash, open_payload, open_restated
from learningcircles.storage.exchange import Exchange
from learningcircles.surroundings import Surroundings
from learningcircles_sync.engine import Engine
from learningcircles_sync.hub.schema import open_database
from learningcircles_sync.hub.store_sqlite import SqliteStore
from learningcircles_sync.store import Filed

NAME, PHONE, MAIL = "Amina Adeyemi", "+33 612 345 678", "amina@example.org"
LATER = ["+33 699 999 999", "Amina Adeyemi-Lopes"]
WORDS = [NAME, PHONE, MAIL, "Rua Quinze 15", "Portuguese with Amina", "Amina Ad", "reading to children", *LATER]
INDEXED = ["eyemi", "uinze"]
"""Ends of words as the search index may hold them."""
PAGE, RESERVED = 4096, 80


def hub_region(tmp_path: Path) -> Iterator[Region]:
    """Yield a region whose hub keeps its files on a disk."""
    clock = Clock()
    (tmp_path / "hub").mkdir()
    store = SqliteStore(tmp_path / "hub" / "hub.db", clock)
    store.new_code(CODE)
    yield Region(tmp_path, clock, store)  # any HubStore will do
    store.close()


def plain_pages(path: Path, key: bytes) -> Iterator[bytes]:
    """Every page of a circle file and of its WAL, decrypted (SQLCipher 4, raw key: AES-256-CBC, IV at the end)."""
    wal = path.with_name(path.name + "-wal")
    pages = [path.read_bytes()[at : at + PAGE] for at in range(0, path.stat().st_size, PAGE)]
    data = wal.read_bytes() if wal.exists() else b""
    pages += [data[at + 24 : at + 24 + PAGE] for at in range(32, len(data), PAGE + 24)]
    for page in pages:
        start = 16 if page is pages[0] else 0
        iv = page[PAGE - RESERVED : PAGE - RESERVED + 16]
        decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        yield decryptor.update(page[start : PAGE - RESERVED])


def sayings(circle: Circle, but: Collection[bytes] = ()) -> Iterator[str]:
    """Everything that can be opened of what a laptop holds: segments that count or not, what was set aside, tails.

    `but`: hashes of headers whose payloads are not opened.
    """
    rows = circle.connection.execute(
        "SELECT header, signature, payload FROM segment UNION ALL SELECT header, signature, payload FROM aside"
    ).fetchall()
    for row in rows:
        if header_hash(row[0]) not in but:
            yield from opened(circle, Segment(*row))
    bodies = "SELECT body FROM tail UNION ALL SELECT body FROM restated UNION ALL SELECT body FROM aside_rest"
    for (body,) in circle.connection.execute(bodies).fetchall():
        yield body.decode("utf-8", "ignore")


def opened(circle: Circle, segment: Segment) -> Iterator[str]:
    header = Header.parse(segment.header)
    key = circle.journal.key_for(header)
    if segment.payload is not None and (key is not None or header.space == 2):
        yield repr(open_payload(segment, header, key)) + repr(open_restated(segment, header, key))


def traces(engine: Engine) -> list[str]:
    """The person's words that a laptop's disk still holds, in clear or under any key that it has."""
    found = [word for word in WORDS for text in sayings(engine.circle) if word in text]
    pages = list(plain_pages(engine.circle.path, engine.circle.secrets.file_key))
    assert any(b"CREATE TABLE" in page for page in pages), "the pages are not decrypted"
    found += [word for word in WORDS + INDEXED for page in pages if word.encode() in page]
    others = [path for path in engine.home.folder.rglob("*") if path.is_file() and path != engine.circle.path]
    return found + [word for word in WORDS for path in others if word.encode() in path.read_bytes()]


def hub_bytes(region: Region) -> bytes:
    return b"".join(path.read_bytes() for path in sorted((region.folder / "hub").iterdir()))


def hub_sayings(region: Region, reader: Engine) -> list[str]:
    """Everything that a hub's disk holds and the circle's keys open."""
    database = open_database(region.folder / "hub" / "hub.db")
    rows = database.execute("SELECT header, signature, payload FROM segment").fetchall()
    database.close()
    return [text for row in rows for text in opened(reader.circle, Segment(*row))]


def hub_traces(region: Region, reader: Engine) -> list[str]:
    """The words that a hub's disk holds, in clear or under the circle's keys."""
    found = [word for word in WORDS for text in hub_sayings(region, reader) if word in text]
    return found + [word for word in WORDS if word.encode() in hub_bytes(region)]


def amina_lives(engine: Engine, friend: bytes) -> bytes:
    """Leave traces of a member everywhere: record, consent, listing, meetup, exchange, other people's notes, labels."""
    verbs = engine.verbs
    amina = add_member(
        engine, NAME, phone=PHONE, email=MAIL, address={"text": "Rua Quinze 15"}, topics=["Portuguese with Amina"]
    )
    verbs.records.add("consent", {"member": amina, "purpose": "publish_listing", "given": True})
    verbs.records.add("offer", {"member": amina, "title": "Portuguese with Amina", "reach": 5})
    verbs.learning.note(amina, "reading to children", with_whom="Amina Ad", place="Rua Quinze 15")
    verbs.learning.note(friend, "Portuguese", with_whom=NAME)
    meetup = verbs.meetups.plan("Open day", "2030-05-04T11:00", 60, host=amina, notes=f"Ask {NAME} for the key")[0]
    verbs.meetups.rsvp(meetup, amina)
    verbs.meetups.attend(meetup, member=amina)
    verbs.meetups.attend(meetup, member=friend)
    verbs.swaps.record(amina, friend, 90, "Portuguese", notes=f"{NAME} was early")
    verbs.records.edit("member", friend, {"notes": f"Neighbour of {NAME}, call {PHONE}. Likes chess."})
    return amina


def state(engine: Engine) -> list[str | None]:
    """The hashes of the spaces that every laptop can open."""
    return [hashes(engine)[space] for space in ("private", "catalogue")]


def redactions(engine: Engine) -> int:
    """How many entries of the list erase somebody."""
    return len(engine.circle.roster.state.redactions.entries)


def file_in(backup_file: Path) -> bytes:
    """The circle file within a backup (see laptop.backup)."""
    data = backup_file.read_bytes()
    return data[8 + int.from_bytes(data[4:8], "big") :]


def filed(segment: Segment) -> Filed:
    header = Header.parse(segment.header)
    return Filed(header.space, header.device, header.seq, header_hash(segment.header), segment)


def share(*engines: Engine) -> None:
    """Share around until nothing moves."""
    for _ in range(3):
        for engine in engines:
            engine.share()


def invented(changeset: Changeset, member: bytes) -> Changeset:
    ops = [
        op._replace(fields={**op.fields, "name": "Marek the Forger"})
        if isinstance(op, SetOp) and op.id == member and "name" in op.fields
        else op
        for op in changeset.ops
    ]
    return changeset._replace(ops=tuple(ops))


def region_world(engine: Engine) -> Surroundings:
    return engine.circle.surroundings


def bring(giver: Engine, taker: Engine) -> None:
    """Carry everything by hand, as a stick does."""
    source, target = Exchange(giver.circle), Exchange(taker.circle)
    target.receive(source.after(target.have(), 10**9))
