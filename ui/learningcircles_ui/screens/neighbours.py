"""Company for the sample circle: the region's others on the same laptop, one locked, all heard of as through a hub.

And what only more than one laptop brings: changes made at once, laptops shut out, an empty circle, one of odd names.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from learningcircles.circle.changes import CatalogueItem
from learningcircles.circle.facets import Verbs
from learningcircles.laptop import rights
from learningcircles.laptop.founding import found, open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.inviting import invite
from learningcircles.laptop.keystore import FileKeystore
from learningcircles.laptop.lock import lock
from learningcircles.storage.region import Region
from learningcircles.surroundings import real
from learningcircles_sync.engine import Engine
from learningcircles_sync.joining import join_from_bundle
from learningcircles_ui.demo.sample import circles, load

FIRST = str(circles()[0]["name"])
FRESH = "Quay"
_DIGEST = bytes(32)
_PASSPHRASE = "for the pictures"


def bring_neighbours(home: Home) -> None:
    """Found the sample's other circles on a laptop that has its first one."""
    items: list[CatalogueItem] = []
    name = ""
    for data in circles()[1:]:
        name = str(data["name"])
        with closing(found(home, name, str(data["members"][0]["name"]), "Laptop")) as circle:
            verbs = Verbs(circle)
            load(verbs, data)
            items += [CatalogueItem(circle.id, name, id_, body) for id_, body in verbs.publish.wanted().items()]
    with closing(open_circle(home, FIRST)) as circle:
        Region(circle).keep(_DIGEST, items)
    lock(home, home.find(name), _PASSPHRASE)


def bring_laptops(home: Home, folder: Path) -> None:
    """Let two more laptops in by stick: one changed at once what this one changed, one was shut out with its work."""
    with closing(open_circle(home, FIRST)) as circle:
        here = Engine(home, Verbs(circle), real())
        hall, lost = (_joined(here, folder / name, name, who) for name, who in (("Hall", "Tomás"), ("Lent", "Ines")))
        try:
            _change_at_once(here, hall)
            _carry(hall, here, folder / "stick")
            _write_apart(lost)
            rights.revoke(circle, lost.circle.secrets.device.id)
            _carry(lost, here, folder / "stick")
        finally:
            hall.circle.close()
            lost.circle.close()
        invite(circle, "reader", uses=3)


def bring_fresh(home: Home) -> None:
    """Found a circle with nothing in it, and go out of it."""
    found(home, FRESH, "Pilar Ortega", "Laptop").close()


def _joined(here: Engine, folder: Path, name: str, person: str) -> Engine:
    """Return a laptop that has joined by stick; both know of each other."""
    folder.mkdir(parents=True)
    invitation = invite(here.circle, "recorder").invitation
    here.write_bundle(folder / "stick")
    home = Home(folder, FileKeystore(folder / "keys"))
    joined = join_from_bundle(home, invitation, person, f"{name} laptop", folder / "stick", real())
    there = Engine(home, Verbs(joined), real())
    _carry(there, here, folder / "stick")
    _carry(here, there, folder / "stick")
    return there


def _carry(one: Engine, other: Engine, stick: Path) -> None:
    one.write_bundle(stick)
    other.read_bundle(stick)


def _change_at_once(here: Engine, there: Engine) -> None:
    people = here.verbs.reader.list("member", order="name")
    meetup = here.verbs.reader.list("meetup")[-1]
    one, other = people[1], people[2]
    for verbs, phone, email, place, notes in (
        (here.verbs, "+33 6 12 34 56 78", "first@example.org", "Library", "Rather telephone in the evening."),
        (there.verbs, "+33 6 87 65 43 21", "second@example.org", "Old Port hall", "Brings her own tools."),
    ):
        verbs.records.edit("member", one.id, {"phone": phone, "email": email})
        verbs.records.edit("meetup", meetup.id, {"place": place})
        verbs.records.edit("member", other.id, {"notes": notes, "place": place})
        verbs.swaps.record(one.id, other.id, 60, "Bicycle repair", verbs.desk.today())
        verbs.records.add("member", {"name": "Zoë O’Neill", "phone": phone})


def _write_apart(lost: Engine) -> None:
    person = lost.verbs.reader.list("member", order="name")[4]
    lost.verbs.records.edit("member", person.id, {"phone": "+33 6 55 55 55 55", "notes": "Moves house in spring."})
    lost.verbs.records.add("member", {"name": "Found on paper", "topics": ["Bread"]})
