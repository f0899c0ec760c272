"""The circle's keys as the file keeps them, and what opens a segment under the list that the file holds."""

from __future__ import annotations

from learningcircles.codec import decode, encode
from learningcircles.journal.segment import Header
from learningcircles.storage.connect import Connection
from learningcircles.storage.meta import Meta
from learningcircles.storage.rosters import RosterTables
from learningcircles.trust.epochs import EpochKeys
from learningcircles.trust.roster import Roster

_EPOCHS = "epochs"


def keep_epochs(meta: Meta, epochs: EpochKeys) -> None:
    """Keep the circle's keys in the (encrypted) file: a joiner holds them before its own envelope is placed."""
    meta.put(_EPOCHS, encode([[space, name, key] for (space, name), key in sorted(epochs.items())]))


def kept_epochs(meta: Meta) -> EpochKeys:
    """Return the keys that `keep_epochs` kept."""
    packed = meta.data(_EPOCHS)
    return {(space, name): key for space, name, key in decode(packed)} if packed else {}


class StoredKeys:
    """The keys under the list that the file holds: another thread or program may have taken it into use."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._held: tuple[Roster, EpochKeys] | None = None

    def key_for(self, header: Header) -> bytes | None:
        """Return the epoch key of a segment, or None without it."""
        if self._held is None:
            self._held = RosterTables(self._db).load(), kept_epochs(Meta(self._db))
        roster, epochs = self._held
        epoch = roster.epoch_of(header.space, header.roster_head)
        return epochs.get((header.space, epoch.name)) if epoch else None

    def forget(self) -> None:
        """Read them anew when they are asked for next."""
        self._held = None
