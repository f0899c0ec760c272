"""An open circle file: its tables and journal, the keys under which it is written, and the roster that says who may."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from learningcircles.circle.reader import Reader
from learningcircles.codec import decode, encode
from learningcircles.crypto.envelope import ReceiveKey
from learningcircles.errors import Refused
from learningcircles.storage import keys
from learningcircles.storage.connect import (
    Connection,
    connect,
    data_version,
    keep_pages,
    plain_errors,
)
from learningcircles.storage.copy import copy_to
from learningcircles.storage.fold import Fold
from learningcircles.storage.in_use import InUse
from learningcircles.storage.journal import Journal, Numbers
from learningcircles.storage.meta import Meta
from learningcircles.storage.migrate import migrate
from learningcircles.storage.rosters import RosterTables
from learningcircles.storage.schema import BEFORE
from learningcircles.storage.turns import turns_of
from learningcircles.storage.writer import Writer
from learningcircles.surroundings import Surroundings
from learningcircles.trust.entry import Entry, Placed
from learningcircles.trust.epochs import EpochKeys, open_all
from learningcircles.trust.make import DeviceKeys
from learningcircles.trust.members import READER, is_out
from learningcircles.trust.roster import Roster

_DEVICE = "device"
_FORMERLY = "formerly"
MOST_FORMER = 8
"""Of so many identities that a laptop has had, the receiving keys are kept."""


class Mark(Protocol):
    """The high-water mark beside the keys: what has left this laptop, kept outside the circle file."""

    def read(self) -> dict[int, tuple[int, bytes]]: ...

    def write(self, heads: dict[int, tuple[int, bytes]]) -> None: ...


class Closes(Protocol):
    """What can be closed."""

    def close(self) -> None: ...


class Keyring(Protocol):
    """Where keys come from when the file is written under others from now on (see `laptop.succession`)."""

    passphrase: str
    """Under which keys are kept; empty where they are under none."""

    def of(self, device: bytes) -> tuple[Secrets, Mark]: ...

    def prepare(self, secrets: Secrets) -> Mark: ...

    def settle(self, secrets: Secrets) -> None: ...

    def note(self, keys: DeviceKeys, former: DeviceKeys, news: Roster, before: int) -> None: ...

    def noted(self) -> tuple[list[Placed], list[Entry]]: ...

    def formers(self, keys: DeviceKeys) -> dict[bytes, ReceiveKey]: ...


@dataclass(frozen=True, slots=True)
class Secrets:
    """What this laptop knows that the circle file does not hold. `epochs` may also be opened from the roster."""

    file_key: bytes
    device: DeviceKeys


class Opened:
    """A circle's file with what is in use of it. `Circle` writes into it."""

    def __init__(self, path: Path, secrets: Secrets, surroundings: Surroundings, mark: Mark, *, create: bool = False):
        self.path = path
        self.secrets = secrets
        self.surroundings = surroundings
        self.mark = mark
        self.keyring: Keyring | None = None
        self.refusal: Refused | None = None
        """What is said to whoever writes, where this circle can only be read."""
        self.after_close: Callable[[], None] | None = None
        self.turns = turns_of(path)
        self._followed: int | None = None
        self._in_use = InUse(path, create=create)
        with _let_go(self._in_use):
            self._db: Connection = _connected(path, secrets.file_key, create)
            self._in_use.note()
        with _let_go(self):
            self._journal = Journal(self._db, Numbers(self._db))
            self.rosters = RosterTables(self._db, path)
            self.meta = Meta(self._db)
            self.fold = Fold(self._db, self._journal)
            self.writer = Writer(self._journal, self.fold, self.meta, secrets.device.id)
            self.reader = Reader(self._db, self._journal, b"", self)

    def begin(self, roster: Roster, epochs: EpochKeys) -> None:
        """Take a roster and keys into use: at founding, at joining, and whenever they have changed."""
        self._journal.roster = roster
        self._journal.epochs = epochs
        self._journal.forget_opened()
        self._followed = None
        self.reader.circle = roster.circle

    @property
    def connection(self) -> Connection:
        """The file's connection, with everything written so far folded into the tables."""
        self.settle()
        return self._db

    @property
    def tables(self) -> Connection:
        """The file's connection as it is: what this transaction has written may not stand in the tables yet."""
        return self._db

    @property
    def journal(self) -> Journal:
        """The journal, with everything written so far folded into the tables."""
        self.settle()
        return self._journal

    def settle(self) -> None:
        """Fold what this transaction has written into the tables: a group of many changes does so now and then."""
        if self.fold.pending:
            self.fold.flush()

    def settle_for(self, entity: str, ids: Sequence[bytes]) -> None:
        """Fold what this transaction has written into the tables where it bears on these records."""
        if self.fold.concerns(entity, ids):
            self.settle()

    @property
    def named_device(self) -> bytes:
        """The device under which the file says it is written; empty where it never changed."""
        return self.meta.data(_DEVICE)

    def follow(self) -> None:
        """Take into use what another thread or program has stored since: the list of laptops with what waits for it,
        the circle's keys, and the identity under which the file is written.

        Under an older list what that program folded may not open here, and a question about it would be closed.
        """
        device = self.named_device
        if device and device != self.secrets.device.id and self.keyring is not None:
            self.use(*self.keyring.of(device))
        version = data_version(self._db)
        if version == self._followed or self._journal.roster is None:
            return
        if not self.rosters.is_stored(self.roster):
            roster = self.rosters.load()
            self.begin(roster, {**self._journal.epochs, **self.load_epochs(), **self.opened_by(roster)})
        self._followed = version

    def take_identity(self, secrets: Secrets, mark: Mark, formers: Mapping[bytes, ReceiveKey]) -> None:
        """Write under other keys from now on; within a transaction that has stored their roster.

        What was sealed to the former identity, and to `formers`, is for this laptop, too: a restored laptop may have
        had the circle's newest keys under it, and be the only one that has.
        """
        former = self.secrets.device
        held = {former.id: former.receive.secret} if former.id != secrets.device.id else {}
        held |= {id_: key.secret for id_, key in formers.items()}
        held |= {id_: secret for id_, secret in _formerly(self.meta) if id_ not in held}
        if held:
            self.meta.put(_FORMERLY, encode([[id_, secret] for id_, secret in held.items()][:MOST_FORMER]))
        self.use(secrets, mark)
        self.meta.put(_DEVICE, secrets.device.id)

    def use(self, secrets: Secrets, mark: Mark) -> None:
        """Take other keys into use; the file does not say so (see `take_identity`)."""
        self.secrets, self.mark = secrets, mark
        self.writer = Writer(self._journal, self.fold, self.meta, secrets.device.id)
        roster = self.rosters.load()
        self.begin(roster, {**self.load_epochs(), **self.opened_by(roster)})

    def opened_by(self, roster: Roster) -> EpochKeys:
        """Return the circle's keys that a roster's envelopes give to this laptop, under each identity it has had."""
        device = self.secrets.device
        formerly = {id_: ReceiveKey(secret) for id_, secret in _formerly(self.meta)}
        return open_all(roster, {**formerly, device.id: device.receive})

    def keep_epochs(self, epochs: EpochKeys) -> None:
        """Keep the circle's keys in the file (see `keys.keep_epochs`)."""
        keys.keep_epochs(self.meta, epochs)

    def load_epochs(self) -> EpochKeys:
        """Return the keys that `keep_epochs` kept."""
        return keys.kept_epochs(self.meta)

    @property
    def id(self) -> bytes:
        """The circle's id."""
        return self.roster.circle

    @property
    def roster(self) -> Roster:
        """The roster as this laptop knows it."""
        assert self._journal.roster is not None
        return self._journal.roster

    @property
    def right(self) -> str:
        """What this laptop may do: organizer, recorder or reader."""
        return READER if self.shut_out else self.roster.devices[self.secrets.device.id].right

    @property
    def shut_out(self) -> bool:
        """Whether this laptop was revoked, or not let in when it wanted to join."""
        return is_out(self.roster.devices, self.secrets.device.id)

    def open_reader(self) -> Reader:
        """Return a reader on a connection of its own, for another thread."""
        connection = connect(self.path, self.secrets.file_key, readonly=True)
        keep_pages(connection, self.path)
        journal = Journal(connection, Numbers(connection))
        journal.roster, journal.epochs = self._journal.roster, self._journal.epochs
        return Reader(connection, journal, self.id)

    def close(self) -> None:
        """Close the file."""
        self._db.close()
        self._in_use.close()
        if self.after_close is not None:
            self.after_close()


@contextmanager
def _let_go(of: Closes) -> Iterator[None]:
    """Close it after an error in the block: whoever mends a damaged file needs it closed."""
    try:
        yield
    except BaseException:
        of.close()
        raise


def _connected(path: Path, key: bytes, create: bool) -> Connection:
    """Return a connection to a circle's file, whose tables are this version's."""

    def copied() -> Path:
        copy = path.with_name(f"{path.name}{BEFORE}.part")
        try:
            copy_to(connection, copy, key, named=path)
        except BaseException:
            for ending in ("", "-journal"):  # on a full disk half a copy would only take more of it
                with suppress(OSError):
                    copy.with_name(copy.name + ending).unlink(missing_ok=True)
            raise
        return copy

    connection = connect(path, key, create=create)
    with _let_go(connection), plain_errors(path):
        migrate(connection, copied)
    return connection


def _formerly(meta: Meta) -> list[list[bytes]]:
    """Return [device id, secret receiving key] of the identities that were written under in a file before."""
    packed = meta.data(_FORMERLY)
    return list(decode(packed)) if packed else []
