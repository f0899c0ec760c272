"""All kinds of record, by name."""

from __future__ import annotations

from learningcircles.codec import digest
from learningcircles.entities.declare import Entity, Field, Kind, Space
from learningcircles.entities.exchange import OFFER, REQUEST, SWAP, SWAP_LINK, TOPIC
from learningcircles.entities.gathering import ATTENDANCE, MEETUP, RSVP
from learningcircles.entities.learning import LEARNING
from learningcircles.entities.outside import LEFT_OUT, SIGNUP
from learningcircles.entities.people import CHARTER, CONSENT, DEVICE, MEMBER, MEMBER_LINK, PLACE, SETTINGS
from learningcircles.errors import NotFound

ITEM = Entity(
    "item", "Published", "Published", (Field("body", "Body", Kind.COMPOUND),), "body", Space.CATALOGUE, listed=False
)

_ALL = (
    CHARTER,
    SETTINGS,
    DEVICE,
    PLACE,
    MEMBER,
    MEMBER_LINK,
    CONSENT,
    TOPIC,
    OFFER,
    REQUEST,
    SWAP,
    SWAP_LINK,
    MEETUP,
    RSVP,
    ATTENDANCE,
    LEARNING,
    SIGNUP,
    LEFT_OUT,
    ITEM,
)
ENTITIES: dict[str, Entity] = {entity.name: entity for entity in _ALL}


def entity(name: str) -> Entity:
    """Return the declaration of a kind of record; `charter` and `settings` may stand without their mark."""
    found = ENTITIES.get(name) or ENTITIES.get("!" + name)
    if found is None:
        known = ", ".join(item.name.lstrip("!") for item in _ALL if item.listed)
        raise NotFound(
            "unknown_entity", "There is no kind of record called {name}. Known: {known}.", name=name, known=known
        )
    return found


def declarations() -> bytes:
    """Return 32 bytes that change when a kind of record or a field is declared anew."""
    return digest([[item.name, int(item.space), [[f.name, f.many] for f in item.fields]] for item in ENTITIES.values()])


def space_of(name: str) -> Space:
    """Return the space of an entity's records; kinds that this version does not know are private."""
    found = ENTITIES.get(name)
    return found.space if found else Space.PRIVATE
