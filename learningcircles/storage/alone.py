"""Whether anybody else can have a circle: what is lost here then comes back from nowhere."""

from __future__ import annotations

from learningcircles.circle.circle import Circle
from learningcircles.codec import decode
from learningcircles.storage.exchange import Exchange
from learningcircles.trust.members import forerunners

HANDED_OUT = "handed_out"
"""Set once this laptop has written the circle on a stick for others."""


def has_met_nobody(circle: Circle) -> bool:
    """Return whether nobody else has answered yet or is in the circle, also where what would say so is missing of the
    list of laptops.
    """
    me, devices = circle.secrets.device.id, circle.roster.devices
    own, exchange = forerunners(devices, me), Exchange(circle)
    heard = {device for _, device in exchange.have()} | devices.keys()
    others = (device for device in heard if device not in own)
    met = exchange.last_shared_ms() is not None and circle.rosters.whole_at() > 0
    return not circle.roster.hub and not met and all(circle.roster.shuts_out(device) for device in others)


def is_alone(circle: Circle) -> bool:
    """Return whether nobody else has the circle: a stick that was handed out may have been read since."""
    return has_met_nobody(circle) and not _has_handed_out(circle)


def _has_handed_out(circle: Circle) -> bool:
    packed = circle.meta.data("copies")  # where an older version has noted it
    return bool(circle.meta.number(HANDED_OUT)) or any(row[0] == "bundle" for row in (decode(packed) if packed else ()))
