"""The circle's keys as the file keeps them, and what opens a segment under the list that the file holds."""

from __future__ import annotations

from learningcircles.codec import decode, encode
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


def stored(connection: Connection) -> tuple[Roster, EpochKeys]:
    """Return the list of laptops and the keys that the file holds, by whatever thread or program."""
    return RosterTables(connection).load(), kept_epochs(Meta(connection))
