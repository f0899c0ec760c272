"""A page of a laptop's file is lost: after the mending and a share all that anybody wrote is there, on every laptop."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sync_region import Region, add_member, hashes, name_set

from learningcircles.crypto.pages import PAGE_BYTES, SALT_BYTES, Pages
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.salvaging import salvage_file
from learningcircles.laptop.succession import mend
from learningcircles.storage.check import check
from learningcircles.storage.copy import settle_file


@pytest.mark.parametrize(
    "table", ["segment", "tail", "changeset", "roster_entry", "meta", "log", "device_number", "peer"]
)
def test_everything_is_there_once_it_has_shared(tmp_path: Path, table: str) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    bo = region.laptop(pilar, "Bo")
    add_member(pilar, "By Pilar")
    for number in range(3):
        add_member(bo, f"Shared {number}")
    for engine in (bo, pilar, bo):
        engine.share()
    open_ = [add_member(bo, f"Open {number}") for number in range(3)]
    bo.verbs.records.edit("member", open_[0], {"notes": "Not shared yet"})
    before, path, world = name_set(bo), bo.circle.path, bo.circle.surroundings
    (page,) = bo.circle.connection.execute("SELECT rootpage FROM sqlite_master WHERE name=?", (table,)).fetchone()
    settle_file(bo.circle.connection, keep_wal=False)
    bo.circle.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE_BYTES)
        file.write(bytes(PAGE_BYTES))
    saved = salvage_file(bo.home, bo.home.find(path), "", world)
    assert saved is not None and saved.how in ("whole", "again", "gaps") and not saved.alone
    circle = open_circle(bo.home, path, world)
    mend(circle)
    again = region.engine(bo.home, circle, world)
    for engine in (again, pilar, again):
        engine.share()
    assert name_set(again) == name_set(pilar) == before and hashes(again) == hashes(pilar)
    record = again.circle.reader.find_one("member", open_[0])
    assert record is not None and record["notes"] == "Not shared yet"
    assert check(again.circle) == [] and again.circle.reader.review_count() == 0


def test_what_others_wrote_behind_a_lost_page_is_kept(tmp_path: Path) -> None:
    """Each parcel lies on pages of its own; the hub has them, and brings the one that is lost."""
    region = Region(tmp_path)
    pilar = region.found()
    bo = region.laptop(pilar, "Bo")
    for number in range(4):
        pilar.verbs.records.add("member", {"name": f"Big {number}", "notes": os.urandom(6000).hex()})
        pilar.share()
    bo.share()
    database, path, world = bo.circle.connection, bo.circle.path, bo.circle.surroundings
    rows = database.execute("SELECT seq, payload FROM segment WHERE space=1 AND length(payload) > 6000 ORDER BY seq")
    (first, _), (lost, payload), *_ = rows.fetchall()
    key = bo.circle.secrets.file_key
    settle_file(database, keep_wal=False)
    bo.circle.close()
    data = path.read_bytes()
    pages = Pages(key, data[:SALT_BYTES])
    places = range(PAGE_BYTES, len(data), PAGE_BYTES)
    (place,) = (n for n in places if payload[-500:] in pages.opened(data[n : n + PAGE_BYTES]))
    path.write_bytes(data[:place] + bytes(PAGE_BYTES) + data[place + PAGE_BYTES :])
    saved = salvage_file(bo.home, bo.home.find(path), "", world)
    assert saved is not None and saved.how == "gaps"
    circle = open_circle(bo.home, path, world)
    states = dict(circle.connection.execute("SELECT seq, state FROM segment WHERE space=1 AND seq >= ?", (first,)))
    assert lost not in states and [states[lost + 1], states[lost + 2]] == ["behind", "behind"]
    again = region.engine(bo.home, circle, world)
    again.share()
    assert hashes(again) == hashes(pilar) and check(circle) == []
