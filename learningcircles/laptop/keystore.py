"""Where this laptop's secrets lie: the OS keyring, or files that only their owner can read.

A secret belongs to one circle: its file key and this laptop's device keys in it. Under a passphrase only the
wrapped form is kept.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from learningcircles.circle.opened import Secrets
from learningcircles.codec import decode, encode
from learningcircles.crypto.aead import NONCE_BYTES, open_sealed, seal
from learningcircles.crypto.envelope import ReceiveKey
from learningcircles.crypto.kdf import argon2id
from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import InvalidValue, Locked, Unreadable
from learningcircles.laptop.files import read_if_there, remove, write_durably
from learningcircles.lazy import lazy
from learningcircles.surroundings import Surroundings
from learningcircles.trust.make import DeviceKeys

SERVICE = "Learning Circles"
PLAIN, WRAPPED = 1, 2
LABEL = b"lc1 passphrase"
KEY_BYTES, SALT_BYTES = 32, 16


class Keystore(Protocol):
    """Keeps bytes by name."""

    @property
    def shown(self) -> str:
        """Say in a sentence where the keys lie, since people ask."""
        ...

    def get(self, name: str) -> bytes | None:
        """Return what is kept, or None."""
        ...

    def put(self, name: str, data: bytes) -> None:
        """Keep it, durably."""
        ...

    def delete(self, name: str) -> None:
        """Forget it."""
        ...


@dataclass(frozen=True)
class FileKeystore:
    """One file per circle, mode 0600, in a folder of mode 0700."""

    folder: Path
    shown: str = (
        "The keys lie in a file that only your account can read. Whoever uses your account can open the circle."
    )

    def get(self, name: str) -> bytes | None:
        """Return what is kept, or None."""
        return read_if_there(self.folder / f"{name}.key")

    def put(self, name: str, data: bytes) -> None:
        """Keep it, durably."""
        write_durably(self.folder / f"{name}.key", data)

    def delete(self, name: str) -> None:
        """Forget it."""
        remove(self.folder / f"{name}.key")


@dataclass(frozen=True)
class KeyringKeystore:
    """The keyring of the operating system; the library for it takes as long to load as all else here together."""

    shown: str = "The keys lie in this computer's keyring."

    @property
    def _ring(self) -> Any:
        return lazy("keyring")

    @property
    def _errors(self) -> Any:
        return lazy("keyring.errors")

    def get(self, name: str) -> bytes | None:
        """Return what is kept, or None; raises Locked when the keyring does not answer."""
        try:
            text = self._ring.get_password(SERVICE, name)
        except self._errors.KeyringError as error:
            raise _keyring_shut() from error
        return base64.b64decode(text) if text else None

    def put(self, name: str, data: bytes) -> None:
        """Keep it; raises Locked when the keyring does not answer."""
        try:
            self._ring.set_password(SERVICE, name, base64.b64encode(data).decode())
        except self._errors.KeyringError as error:
            raise _keyring_shut() from error

    def delete(self, name: str) -> None:
        """Forget it."""
        try:
            self._ring.delete_password(SERVICE, name)
        except self._errors.PasswordDeleteError:
            return  # it was not there
        except self._errors.KeyringError as error:
            raise _keyring_shut() from error


def keystore_for(folder: Path, environ: Mapping[str, str]) -> Keystore:
    """Return where keys go: files where LEARNINGCIRCLES_HOME makes a laptop of a folder, or without a keyring."""
    if environ.get("LEARNINGCIRCLES_HOME"):
        return FileKeystore(folder)
    backend = lazy("keyring").get_keyring()
    return FileKeystore(folder) if isinstance(backend, lazy("keyring.backends.fail").Keyring) else KeyringKeystore()


def pack(secrets: Secrets) -> bytes:
    """Return secrets as they are kept without a passphrase."""
    return encode([PLAIN, secrets.file_key, secrets.device.sign.secret, secrets.device.receive.secret])


def unpack(data: bytes) -> Secrets:
    """Return kept secrets; raises Locked where they are wrapped under a passphrase."""
    row = _row(data)
    if row[0] == WRAPPED:
        raise Locked("passphrase_needed", "This circle is locked: it needs its passphrase.")
    _, file_key, sign, receive = row
    return Secrets(file_key, DeviceKeys(SigningKey(sign), ReceiveKey(receive)))


def is_wrapped(data: bytes) -> bool:
    """Return whether kept secrets need a passphrase."""
    return bool(_row(data)[0] == WRAPPED)


def check_passphrase(passphrase: str) -> None:
    """Raise InvalidValue for a passphrase too short to help."""
    if len(passphrase) < 8:
        raise InvalidValue("short_passphrase", "A passphrase needs at least 8 letters.", field="passphrase")


def wrap(data: bytes, passphrase: str, surroundings: Surroundings) -> bytes:
    """Return secrets under a passphrase (Argon2id, RFC 9106); raises InvalidValue for one too short to help."""
    check_passphrase(passphrase)
    salt, nonce = surroundings.random(SALT_BYTES), surroundings.random(NONCE_BYTES)
    return encode([WRAPPED, salt, nonce, seal(argon2id(passphrase, salt), nonce, data, LABEL)])


def opens(data: bytes, passphrase: str) -> bool:
    """Return whether a passphrase opens these keys, or they need none."""
    try:
        return not is_wrapped(data) or bool(unwrap(data, passphrase))
    except Locked:
        return False


def unwrap(data: bytes, passphrase: str) -> bytes:
    """Return the plain form of wrapped secrets; raises Locked when the passphrase is wrong."""
    row = _row(data)
    if row[0] == PLAIN:
        return data
    try:
        return open_sealed(argon2id(passphrase, row[1]), row[2], row[3], LABEL)
    except Unreadable as error:
        raise Locked("wrong_passphrase", "That is not the passphrase of this circle.") from error


def _row(data: bytes) -> list[Any]:
    try:
        row = decode(data)
    except Unreadable:
        row = None
    if not isinstance(row, list) or len(row) != 4 or not _well_formed(row):
        raise Unreadable("bad_keys", "This laptop's keys for the circle are damaged, or from a newer version.")
    return row


def _well_formed(row: list[Any]) -> bool:
    kind, *parts = row
    if kind not in (PLAIN, WRAPPED) or not all(isinstance(part, bytes) for part in parts):
        return False
    sizes = [len(part) for part in parts]
    return sizes[:2] == [SALT_BYTES, NONCE_BYTES] if kind == WRAPPED else sizes == [KEY_BYTES] * 3


def _keyring_shut() -> Locked:
    return Locked("keyring", "This computer's keyring does not answer. Unlock it and try again.")
