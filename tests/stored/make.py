"""Write down what this version stores, once per format that is released: a laptop's home, a stick, a hub.

    python -m tests.stored.make 0.1

Run it when a version is released, never again for one that is stored already: the files in tests/stored are there to
be opened by every later version as they are.
"""

from __future__ import annotations

import json
import sys
import tarfile
import tempfile
from pathlib import Path

from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.laptop import backup
from learningcircles.laptop.founding import found
from learningcircles.laptop.home import Home
from learningcircles.laptop.inviting import invite
from learningcircles.laptop.keystore import FileKeystore
from learningcircles.storage.copy import settle_file
from learningcircles.surroundings import Surroundings, seeded
from learningcircles.trust.invitation import HubCode
from learningcircles_sync.dial import Direct
from learningcircles_sync.engine import Engine
from learningcircles_sync.hub.folder import Folder
from learningcircles_sync.hub.store_sqlite import SqliteStore
from learningcircles_sync.joining import join_from_hub
from learningcircles_sync.serve import Identity, Receiver

HERE = Path(__file__).parent
URL = "https://hub.example"
CODE = b"one-time"
PASSPHRASE = "a passphrase for the stored backup"


def main(version: str) -> None:
    """Write tests/stored/VERSION.tar.gz; refuses where it is there."""
    target = HERE / f"{version}.tar.gz"
    if target.exists():
        raise SystemExit(f"{target} exists: what is stored is never written again.")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        told = write(folder)
        (folder / "told.json").write_text(json.dumps(told, indent=1, sort_keys=True), "utf-8")
        with tarfile.open(target, "w:gz") as archive:
            for path in sorted(folder.rglob("*")):
                if path.is_file() and not path.name.endswith((".lock", "-wal", "-shm")):
                    archive.add(path, path.relative_to(folder).as_posix(), filter=_nameless)


def write(folder: Path) -> dict[str, object]:
    """Fill a folder: `first` and `second` are two laptops' homes, `hub` a hub's; return what is to be found in them."""
    now = iter(range(1_800_000_000_000, 1_900_000_000_000, 7)).__next__  # a clock that moves by itself
    hub = Folder(folder / "hub")
    hub.make()
    store = SqliteStore(hub.database, now)
    store.new_code(CODE)
    receiver = Receiver(store, Identity(hub.key(), "Hub", URL), now)

    def engine(home: Home, circle: Circle, world: Surroundings) -> Engine:
        return Engine(home, Verbs(circle, zone="Europe/Lisbon"), world, lambda url, _: Direct(receiver.answer))

    homes = [home_in(folder / name) for name in ("first", "second")]
    worlds = [seeded(number, now) for number in (1, 2)]
    first = engine(homes[0], found(homes[0], "Riverside", "Pilar", "Hall laptop", worlds[0]), worlds[0])
    first.admit(HubCode(URL, None, CODE).text())
    invited = invite(first.circle, "organizer", hub=URL).invitation
    first.share()
    joined = join_from_hub(homes[1], invited, "Amina", "Amina's", worlds[1], lambda url, _: Direct(receiver.answer))
    second = engine(homes[1], joined, worlds[1])
    second.share()
    told = fill(first, second)
    first.write_bundle(folder / "stick.bundle")
    backup.backup(homes[0], first.circle, folder / "sealed.backup", PASSPHRASE)
    told["state_hash"] = first.circle.reader.state_hash()
    told["circle"] = first.circle.id.hex()
    told["invitation"] = invite(first.circle, "recorder", uses=5, days=366, hub=URL).invitation.text()
    first.share()
    first.write_bundle(folder / "open.bundle")
    for each in (first, second):
        settle_file(each.circle.connection)
        each.circle.close()
    store.close()
    return told


def home_in(folder: Path) -> Home:
    """Return a laptop whose keys lie in its folder, whatever this machine has."""
    return Home(folder, FileKeystore(folder / "keys"))


def fill(first: Engine, second: Engine) -> dict[str, object]:
    """Write some of everything on both laptops, some of it at once, and something that stays unshared."""
    verbs, others = first.verbs, second.verbs
    people = [verbs.records.add("member", {"name": name, "languages": ["pt", "fr"]})[0] for name in ("João", "Zoë")]
    verbs.records.add("consent", {"member": people[0], "purpose": "publish_listing", "given": True, "how": "paper"})
    verbs.records.add("offer", {"title": "Bicycle repair", "member": people[0], "reach": 5, "topic": "bicycles"})
    verbs.records.add("request", {"title": "Learn to knit", "member": people[1], "reach": 3})
    meetup, _ = verbs.meetups.plan("Open day", "2027-05-04T18:00", 120, place="Hall", reach=5)
    swap, _ = verbs.swaps.record(people[0], people[1], 90, "bicycles", "2027-01-10")
    verbs.swaps.reverse(verbs.swaps.record(people[1], people[0], 30, "knitting", "2027-01-11")[0])
    first.share()
    second.share()
    verbs.records.edit("member", people[0], {"phone": "1", "notes": "kiln"})
    others.records.edit("member", people[0], {"phone": "2", "email": "joao@example.org"})
    others.meetups.attend(meetup, member=people[1])
    others.meetups.headcount(meetup, 4)
    others.records.remove("member", people[1])
    others.records.restore("member", people[1])
    for each in (second, first, second, first):
        each.share()
    verbs.records.add("member", {"name": "Not shared yet"})
    return {
        "members": sorted(str(row["name"]) for row in verbs.reader.list("member")),
        "balance": verbs.reader.balance(people[0]),
        "member": people[0].hex(),
        "swap": swap.hex(),
        "to_review": len(verbs.review.items()),
    }


def _nameless(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mtime = 0
    return member


if __name__ == "__main__":
    main(sys.argv[1])
