"""What laptops are called: as their records say, or, where what they wrote does not count, as they said themselves."""

from __future__ import annotations

from learningcircles.circle.circle import Circle
from learningcircles.entities.validate import shown_line
from learningcircles.journal.operations import SetOp
from learningcircles.storage.rescue import kept_segments


def laptop_name(circle: Circle, device: bytes) -> str:
    """Return what a laptop is called, if need be by its own set-aside word; empty where nobody knows."""
    record = circle.reader.find_one("device", device)
    if record is not None and record.get("name"):
        return shown_line(str(record["name"]))
    for kept in kept_segments(circle.journal, device):
        for item in kept.changesets or ():
            for op in item.ops:
                if isinstance(op, SetOp) and (op.entity, op.id) == ("device", device) and op.fields.get("name"):
                    return shown_line(str(op.fields["name"]))
    return ""


def laptop_names(circle: Circle) -> dict[bytes, str]:
    """Return what all laptops are called that the circle ever had, by id."""
    return {device: laptop_name(circle, device) for device in circle.roster.devices}
