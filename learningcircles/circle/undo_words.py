"""What undo says of what stays as it is: others have changed it since, or have merged the same people."""

from __future__ import annotations

from collections.abc import Sequence

from learningcircles.circle.desk import Desk
from learningcircles.circle.merging import linked
from learningcircles.entities.people import DIFFERENT, SAME
from learningcircles.entities.registry import ENTITIES
from learningcircles.journal.operations import DELETED, Operation, SetOp
from learningcircles.phrase import Phrase
from learningcircles.storage.undo_stack import PastWrite

_CHANGED_SENTENCES = {
    (True, True): "{who} has changed the {label} of {name} since.",
    (True, False): "{who} has changed the {label} since.",
    (False, True): "{who} has changed the whole record of {name} since.",
    (False, False): "{who} has changed the whole record since.",
}
"""By whether the field and the record have names."""
_LINK_SENTENCES = {
    SAME: "{who} has said since that the two are the same.",
    DIFFERENT: "{who} has said since that the two are not the same.",
    None: "{who} has taken back since what was said of the two.",
}
_STILL_ONE_SENTENCES = ("{one} and {other} stay one member: another merge of the same people still holds.",)
_LINKS = ("member_link", "swap_link")


class Staying:
    """Tells what stays."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def changed(self, entity: str, id_: bytes, changed: Sequence[tuple[str, PastWrite]]) -> list[Phrase]:
        """Return a sentence for each register of a record that somebody has changed since, with that change.

        A link of two records is one thing that was said of them, whatever its registers are called. That a record is
        there is told only where nothing else is: it is said with whatever is noted (see `Change.note`).
        """
        if entity in _LINKS and changed:
            verdict = dict(changed).get("verdict")
            write = verdict or changed[-1][1]
            said = verdict.value if verdict is not None and verdict.value in _LINK_SENTENCES else None
            return [Phrase(_LINK_SENTENCES[said], {"who": self._who(write)})]
        told = [each for each in changed if each[0] != DELETED or each[1].value is True] or changed
        return [self._field(entity, id_, register, write) for register, write in told]

    def still_one(self, ops: Sequence[Operation]) -> list[Phrase]:
        """Return sentences for people whom an action merged, and who are one still, though it was taken back."""
        reader = self._desk.reader
        merges = (op for op in ops if isinstance(op, SetOp) and op.entity == "member_link")
        found: list[Phrase] = []
        for op in merges:
            one, other = op.fields.get("one"), op.fields.get("other")
            if op.fields.get("verdict") != SAME or not isinstance(one, bytes) or not isinstance(other, bytes):
                continue
            if linked(reader, one)[0] == linked(reader, other)[0]:
                first, second = sorted((self._member(one), self._member(other)))
                found.append(Phrase(_STILL_ONE_SENTENCES[0], {"one": first, "other": second}))
        return found

    def _field(self, entity: str, id_: bytes, register: str, write: PastWrite) -> Phrase:
        kind = ENTITIES.get(entity)
        field = kind.field(register.partition("/")[0]) if kind else None
        record = self._desk.reader.find_one(entity, id_)
        title = record.get(kind.title, "") if record and kind else ""
        named = isinstance(title, str) and bool(title)
        names = {"who": self._who(write), "name": str(title), "label": field.label if field else ""}
        return Phrase(_CHANGED_SENTENCES[field is not None, named], names)

    def _who(self, write: PastWrite) -> str:
        device = self._desk.reader.find_one("device", write.device)
        laptop = str(device.get("name") or "?") if device else "?"
        return (self._member(write.author) if write.author else "") or laptop

    def _member(self, id_: bytes) -> str:
        record = self._desk.reader.find_one("member", id_)
        return str(record.get("name") or "") if record else ""
