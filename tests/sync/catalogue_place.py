"""A place whose catalogue is looked at: a region with a hub in a folder, and a founder's laptop."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sync_region import CODE, URL, Region
from web_visitor import Visitor

from learningcircles_sync.engine import Engine
from learningcircles_sync.hub import catalogue
from learningcircles_sync.hub.app import build
from learningcircles_sync.hub.folder import Folder
from learningcircles_sync.hub.store_sqlite import SqliteStore
from learningcircles_sync.serve import Identity, Receiver


@dataclass
class Place:
    """A region with a hub in a folder, and a founder's laptop."""

    region: Region
    store: SqliteStore
    folder: Folder
    visitor: Visitor
    pilar: Engine

    def share(self, *engines: Engine) -> None:
        for engine in engines or (self.pilar,):
            engine.share()
        self.store.write_room(self.pilar.circle.id, lambda room: None)  # comes after what had to be merged

    def items(self, reach: int = 2) -> dict[bytes, dict[str, Any]]:
        with self.store.snapshot() as connection:
            return {item.id: item.body for item in catalogue.items(connection, self.store.today(), reach=reach)}

    def payloads(self) -> tuple[int, int]:
        """Catalogue segments on the hub: (with payload, all)."""
        with self.store.snapshot() as connection:
            row = connection.execute("SELECT count(payload), count(*) FROM segment WHERE space=2").fetchone()
        return int(row[0]), int(row[1])


def make_place(tmp_path: Path) -> Iterator[Place]:
    """Yield a place whose hub stays open for as long as it is used."""
    region = Region(tmp_path)
    folder = Folder(tmp_path / "hub")
    folder.make()
    store = SqliteStore(folder.database, region.clock)
    store.new_code(CODE)
    region.receiver = Receiver(store, Identity(region.key, "Hub", URL), region.clock)
    pilar = region.found()
    visitor = Visitor(build(region.receiver, store, pilar.circle.surroundings))
    yield Place(region, store, folder, visitor, pilar)
    store.close()


def day(place: Place, ahead: int) -> str:
    """Return the day that is so many days ahead of the place's clock."""
    now = datetime.datetime.fromtimestamp(place.region.clock.ms / 1000, datetime.UTC)
    return (now.date() + datetime.timedelta(days=ahead)).isoformat()
