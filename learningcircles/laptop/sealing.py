"""A circle's keys on this laptop, sealed so that only the recovery sheet, or who has the file's key, opens them.

    sealed = msgpack [1, circle id, sheet id or nil, device id, file key sealed to the sheet or nil, nonce, device keys]

The file's key is sealed by HPKE (info "lc1 file key" ‖ circle ‖ sheet id); the device's keys by ChaCha20-Poly1305
under HKDF(file key, "lc1 device keys"). It lies in NAME.circle.recovery beside the file, and in every backup.
Where there is no sheet, only who has the file's key opens it.
"""

from __future__ import annotations

from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.circle.opened import Secrets
from learningcircles.codec import decode, encode
from learningcircles.crypto.aead import NONCE_BYTES, open_sealed, seal
from learningcircles.crypto.kdf import hkdf
from learningcircles.errors import Locked, Unreadable
from learningcircles.laptop import keystore
from learningcircles.trust.members import invite_id
from learningcircles.trust.recovery import Sheet

FILE_KEY_LABEL = b"lc1 file key"
DEVICE_KEYS_LABEL = b"lc1 device keys"


class SealedKeys(NamedTuple):
    """What lies beside a circle file, and in a backup. `sheet` is None where there is no recovery sheet."""

    circle: bytes
    sheet: bytes | None
    device: bytes
    file_key: bytes | None
    nonce: bytes
    device_keys: bytes

    def encode(self) -> bytes:
        """Return the bytes."""
        return encode([1, *self])

    def by_sheet(self, sheet: Sheet) -> Secrets:
        """Return the keys, opened with a recovery sheet; raises Locked where it is another one."""
        if sheet.circle != self.circle:
            raise Locked("other_sheet", "This recovery sheet belongs to another circle.")
        if self.file_key is None or self.sheet != sheet.id:
            raise Locked(
                "other_sheet", "This was sealed for another recovery sheet, or before there was one. Try a newer sheet."
            )
        return self.by_file_key(sheet.receive.open(_info(self.circle, sheet.id), self.file_key))

    def by_file_key(self, file_key: bytes) -> Secrets:
        """Return the keys, opened by who has the file's key; raises Unreadable where it is another one."""
        kept = open_sealed(hkdf(file_key, DEVICE_KEYS_LABEL), self.nonce, self.device_keys, self.circle)
        return keystore.unpack(kept)


def seal_keys(circle: Circle) -> SealedKeys:
    """Seal an open circle's keys, to its recovery sheet where there is one."""
    file_key, random = circle.secrets.file_key, circle.surroundings.random
    nonce = random(NONCE_BYTES)
    kept = seal(hkdf(file_key, DEVICE_KEYS_LABEL), nonce, keystore.pack(circle.secrets), circle.id)
    held = circle.roster.state.recovery
    name = invite_id(held[0]) if held is not None else None
    sealed = None
    if held is not None and name is not None:
        sealed = circle.surroundings.seal(held[1], _info(circle.id, name), file_key)
    return SealedKeys(circle.id, name, circle.secrets.device.id, sealed, nonce, kept)


def read_sealed(data: bytes) -> SealedKeys:
    """Return sealed keys of their bytes; raises Unreadable."""
    row = decode(data)
    if not isinstance(row, list) or len(row) != 7 or row[0] != 1:
        raise Unreadable("newer_keys", "These sealed keys are damaged, or from a newer version of this program.")
    found = SealedKeys(*row[1:])
    optional = [part for part in (found.sheet, found.file_key) if part is not None]
    parts = [found.circle, found.device, found.nonce, found.device_keys, *optional]
    if not all(isinstance(part, bytes) for part in parts) or len(found.nonce) != NONCE_BYTES:
        raise Unreadable("newer_keys", "These sealed keys are damaged, or from a newer version of this program.")
    return found


def _info(circle: bytes, sheet: bytes) -> bytes:
    return FILE_KEY_LABEL + circle + sheet
