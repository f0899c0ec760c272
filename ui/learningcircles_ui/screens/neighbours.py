"""Company for the sample circle: the region's others on the same laptop, one locked, all heard of as through a hub."""

from __future__ import annotations

from contextlib import closing

from learningcircles.circle.changes import CatalogueItem
from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import found, open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.lock import lock
from learningcircles.storage.region import Region
from learningcircles_ui.demo.sample import circles, load

FIRST = str(circles()[0]["name"])
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
