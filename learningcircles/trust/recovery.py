"""The recovery sheet: an organizer of its own in the roster, on paper (DESIGN §6).

24 words are 16 bytes of seed and the circle's id, so that no hub can show another circle. The QR code adds where
the hub is: `learningcircles://recover/` + base32 of msgpack [1, circle id, seed, hub address, fingerprint or nil].
"""

from __future__ import annotations

from typing import NamedTuple

from learningcircles.codec import encode
from learningcircles.crypto.envelope import ReceiveKey
from learningcircles.crypto.kdf import hkdf
from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import InvalidValue
from learningcircles.trust import base32, words
from learningcircles.trust.invitation import code_row, is_bytes, is_print
from learningcircles.trust.members import invite_id

RECOVER = "learningcircles://recover/"


class Sheet(NamedTuple):
    """What a recovery sheet holds. `hub` is empty where it is not known (typed from the words alone)."""

    circle: bytes
    seed: bytes
    hub: str = ""
    fingerprint: bytes | None = None

    @property
    def sign(self) -> SigningKey:
        """The key that enrols a laptop and names who keeps the list of laptops."""
        return SigningKey(hkdf(self.seed, b"lc1 recovery sign"))

    @property
    def receive(self) -> ReceiveKey:
        """The key that opens the circle's keys."""
        return ReceiveKey(hkdf(self.seed, b"lc1 recovery receive"))

    @property
    def id(self) -> bytes:
        """The sheet's id in the roster."""
        return invite_id(self.sign.public)

    @property
    def words(self) -> list[str]:
        """The 24 words."""
        return words.to_words(self.seed + self.circle)

    def text(self) -> str:
        """Return what the QR code holds."""
        return RECOVER + base32.write(encode([1, self.circle, self.seed, self.hub, self.fingerprint]))


def is_sheet(text: str) -> bool:
    """Return whether somebody seems to have typed a sheet's words or code, with or without mistakes."""
    return text.strip().lower().startswith(RECOVER) or len(text.split()) >= words.COUNT - 2


def read_sheet(text: str) -> Sheet:
    """Return the sheet of its 24 words or of its code; raises InvalidValue that says what is wrong."""
    if "://" not in text or len(text.split()) > 2:  # a code is one word, though a line may break in it
        data = words.from_words(text)
        return Sheet(data[16:], data[:16])
    circle, seed, hub, fingerprint = code_row(
        text, RECOVER, 5, "This is not a recovery sheet’s code: it should begin with {prefix}."
    )
    if not (is_bytes(circle, 16) and is_bytes(seed, 16) and isinstance(hub, str) and is_print(fingerprint)):
        raise InvalidValue("mistyped", "This code is damaged. Type the 24 words instead.", field="words")
    return Sheet(circle, seed, hub, fingerprint)
