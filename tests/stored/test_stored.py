"""What earlier versions stored still opens: circle files, segments on a stick, a hub's folder, a sealed backup."""

from __future__ import annotations

import json
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.laptop import backup
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.surroundings import seeded
from learningcircles.trust.invitation import read_invitation
from learningcircles_sync.dial import Direct
from learningcircles_sync.engine import Engine
from learningcircles_sync.hub import keeping
from learningcircles_sync.hub.folder import Folder
from learningcircles_sync.hub.store_sqlite import SqliteStore
from learningcircles_sync.joining import join_from_bundle
from learningcircles_sync.serve import Identity, Receiver
from tests.stored.make import PASSPHRASE, URL, home_in

STORED = sorted(Path(__file__).parent.glob("*.tar.gz"))
NOW = 1_801_000_000_000


@dataclass(frozen=True)
class Stored:
    """One version's files, unpacked, and what they are said to hold."""

    folder: Path
    told: dict[str, Any]

    def home(self, name: str) -> Home:
        return home_in(self.folder / name)

    def engine(self, name: str, seed: int, receiver: Receiver | None = None) -> Engine:
        clock = iter(range(NOW, NOW + 10**10, 7))
        world = seeded(seed, lambda: next(clock))
        home = self.home(name)
        circle = open_circle(home, surroundings=world)
        answer = receiver.answer if receiver is not None else Receiver.answer
        return Engine(home, Verbs(circle, zone="Europe/Lisbon"), world, lambda url, _: Direct(answer))


@pytest.fixture(params=STORED, ids=[path.name.removesuffix(".tar.gz") for path in STORED])
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Stored:
    with tarfile.open(request.param) as archive:
        archive.extractall(tmp_path, filter="data")
    return Stored(tmp_path, json.loads((tmp_path / "told.json").read_text("utf-8")))


def test_something_is_stored() -> None:
    assert STORED


def test_a_circle_file_opens_and_means_the_same(stored: Stored) -> None:
    engine = stored.engine("first", 11)
    reader = engine.circle.reader
    assert engine.circle.id.hex() == stored.told["circle"]
    assert sorted(str(row["name"]) for row in reader.list("member")) == stored.told["members"]
    assert reader.balance(bytes.fromhex(stored.told["member"])) == stored.told["balance"]
    assert reader.get("swap", bytes.fromhex(stored.told["swap"]))["state"] == "confirmed"
    assert reader.state_hash() == stored.told["state_hash"]
    assert len(engine.verbs.review.items()) == stored.told["to_review"]
    assert check(engine.circle) == []
    Exchange(engine.circle).rebuild()
    assert reader.state_hash() == stored.told["state_hash"], "its segments fold to the same"
    engine.verbs.records.add("member", {"name": "Written by this version"})
    learned, _ = engine.verbs.learning.note(bytes.fromhex(stored.told["member"]), "what is newer than the file")
    assert reader.get("learning", learned)["kind"] == "informal"
    assert check(engine.circle) == []
    engine.circle.close()


def test_two_laptops_and_their_hub_go_on_sharing(stored: Stored) -> None:
    clock = iter(range(NOW, NOW + 10**10, 7))
    folder = Folder(stored.folder / "hub")
    assert keeping.check(folder).problems == []
    store = SqliteStore(folder.database, lambda: next(clock))
    receiver = Receiver(store, Identity(folder.key(), "Hub", URL), lambda: next(clock))
    first, second = stored.engine("first", 11, receiver), stored.engine("second", 12, receiver)
    second.verbs.records.add("member", {"name": "By this version"})
    for each in (first, second, first, second, first):  # what was numbered while sharing goes with the next news
        assert not each.share().obstacles
    names = {str(row["name"]) for row in second.circle.reader.list("member")}
    assert {"Not shared yet", "By this version", *stored.told["members"]} <= names
    assert first.circle.reader.state_hash() == second.circle.reader.state_hash()
    for each in (first, second):
        each.circle.close()
    store.close()


def test_a_laptop_joins_from_a_stored_stick(stored: Stored) -> None:
    clock = iter(range(NOW, NOW + 10**10, 7))
    world = seeded(13, lambda: next(clock))
    invitation = read_invitation(stored.told["invitation"])
    home = stored.home("third")
    circle = join_from_bundle(home, invitation, "Chidi", "Chidi's", stored.folder / "open.bundle", world)
    assert {str(row["name"]) for row in circle.reader.list("member")} == {*stored.told["members"], "Chidi"}
    assert check(circle) == []
    circle.close()


def test_a_stored_backup_is_restored(stored: Stored) -> None:
    home = stored.home("restored")
    backup.restore(home, stored.folder / "sealed.backup", PASSPHRASE)
    circle = open_circle(home)
    assert sorted(str(row["name"]) for row in circle.reader.list("member")) == stored.told["members"]
    circle.close()
