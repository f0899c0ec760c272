"""Where a circle's keys on this laptop come from, and how they are replaced so that a power cut costs nothing.

New keys are kept beside the old ones first; then the circle file says in one transaction who writes in it from
now on; then the new keys take the old ones' place. Whoever opens the file in between finds the keys it names.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from learningcircles.circle.opened import MOST_FORMER, Mark, Secrets
from learningcircles.codec import decode, encode
from learningcircles.crypto.envelope import ReceiveKey
from learningcircles.errors import Locked
from learningcircles.laptop import keystore
from learningcircles.laptop.files import read_if_there, write_durably
from learningcircles.laptop.home import Home
from learningcircles.surroundings import Surroundings
from learningcircles.trust.entry import Entry, Placed
from learningcircles.trust.make import DeviceKeys
from learningcircles.trust.roster import Roster

LABEL = b"lc1 former"
CHANGED = "passphrase_changed"


@dataclass
class Identity:
    """The keys of one circle on this laptop. `passphrase` is the one that it was opened with, if any."""

    home: Home
    circle_id: bytes
    surroundings: Surroundings
    passphrase: str = ""

    def of(self, device: bytes) -> tuple[Secrets, Mark]:
        """Return the keys of the device that the circle file names, or those that there are; with their mark."""
        secrets = self._read(_beside(self._name, device))
        if secrets is not None:
            self.settle(secrets)
        else:
            secrets = self.present()
        if secrets is None:
            raise Locked("no_key", "This laptop has no key for {name}.", name=self._name[:6])
        return secrets, self.home.mark(self.circle_id, secrets.device.id)

    def present(self) -> Secrets | None:
        """Return the keys that this laptop goes by now; raises Locked("passphrase_changed") where they need another
        passphrase by now than they were opened with.
        """
        return self._read(self._name)

    def prepare(self, secrets: Secrets) -> Mark:
        """Keep new keys beside the present ones; raises Locked where those need another passphrase than is here."""
        self.present()  # another program may have changed it: the new keys would lie under one that nobody uses
        self.home.keys.put(_beside(self._name, secrets.device.id), self._wrapped(keystore.pack(secrets)))
        return self.home.mark(self.circle_id, secrets.device.id)

    def settle(self, secrets: Secrets) -> None:
        """Let new keys take the place of the old ones."""
        self.home.keys.put(self._name, self._wrapped(keystore.pack(secrets)))
        self.home.keys.delete(_beside(self._name, secrets.device.id))

    def note(self, keys: DeviceKeys, former: DeviceKeys, news: Roster, before: int) -> None:
        """Keep, beside the marks, what a roster says of a new identity: an older circle file does not know of it.

        With it, sealed to the new keys, the receiving keys of the identities before it: such a file does not know
        these either, and the circle's newest keys may have been sealed to one of them alone.
        `before`: how many placed entries there were until now.
        """
        placed, entries = self.noted()
        placed += news.placed[before:]
        entries += [entry for entry in news.proposals if entry.read().kind == "succeed"]
        rows = [[item.to_wire() for item in placed], [entry.to_wire() for entry in entries]]
        held = [[former.id, former.receive.secret], *([id_, key.secret] for id_, key in self.formers(former).items())]
        sealed = self.surroundings.seal(keys.receive.public, self._info(keys.id), encode(held[:MOST_FORMER]))
        write_durably(self._notes(keys.id), encode([*rows, sealed]))

    def noted(self) -> tuple[list[Placed], list[Entry]]:
        """Return what was noted of the identity whose keys are kept; empty where it is this laptop's first."""
        secrets = self.present()
        data = read_if_there(self._notes(secrets.device.id)) if secrets is not None else None
        if data is None:
            return [], []
        placed, entries, *_ = decode(data)
        return [Placed.from_wire(row) for row in placed], [Entry.from_wire(row) for row in entries]

    def formers(self, keys: DeviceKeys) -> dict[bytes, ReceiveKey]:
        """Return the receiving keys of the identities before this one, newest first, as noted with it."""
        data = read_if_there(self._notes(keys.id))
        _, _, *rest = decode(data) if data is not None else ([], [])
        held = decode(keys.receive.open(self._info(keys.id), rest[0])) if rest else []
        return {id_: ReceiveKey(secret) for id_, secret in held}

    def _info(self, device: bytes) -> bytes:
        return LABEL + self.circle_id + device

    def _notes(self, device: bytes) -> Path:
        return self.home.folder / "marks" / f"{self._name}.{device.hex()[:8]}.entries"

    @property
    def _name(self) -> str:
        return self.circle_id.hex()

    def _read(self, name: str) -> Secrets | None:
        kept = self.home.keys.get(name)
        try:
            if kept is not None and self.passphrase:
                kept = keystore.unwrap(kept, self.passphrase)
            return None if kept is None else keystore.unpack(kept)
        except Locked as error:
            raise passphrase_changed() from error

    def _wrapped(self, packed: bytes) -> bytes:
        present = self.home.keys.get(self._name)
        if present is None or not keystore.is_wrapped(present):
            return packed
        if not self.passphrase:
            raise passphrase_changed()
        return keystore.wrap(packed, self.passphrase, self.surroundings)


def passphrase_changed() -> Locked:
    """Return the error of an open circle whose keys are kept under another passphrase by now."""
    return Locked(CHANGED, "Another program has set or changed this circle's passphrase meanwhile.")


def _beside(name: str, device: bytes) -> str:
    return f"{name}.{device.hex()[:8]}"
