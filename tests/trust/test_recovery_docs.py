"""docs/protocol-recovery.md: its words, code and bytes are what the code makes, and what it reads."""

from __future__ import annotations

import re
from pathlib import Path

from learningcircles.codec import decode, encode
from learningcircles.crypto.aead import open_sealed, seal
from learningcircles.crypto.envelope import ReceiveKey, deterministic_sealer
from learningcircles.crypto.kdf import hkdf
from learningcircles.crypto.sign import SigningKey
from learningcircles.laptop.sealing import DEVICE_KEYS_LABEL, FILE_KEY_LABEL, SealedKeys, read_sealed
from learningcircles.surroundings import Surroundings
from learningcircles.trust.epochs import ENVELOPE_LABEL, seal_envelopes
from learningcircles.trust.holders import Recipient
from learningcircles.trust.make import DeviceKeys
from learningcircles.trust.members import ORGANIZER
from learningcircles.trust.recovery import Sheet, read_sheet

TEXT = (Path(__file__).parents[2] / "docs" / "protocol-recovery.md").read_text("utf-8")
SHEET = Sheet(b"\xc1" * 16, bytes(range(16)), "https://hub.example", b"\xf1" * 32)
FILE_KEY, NONCE = b"\x33" * 32, b"\x99" * 12
DEVICE = DeviceKeys(SigningKey(b"\xaa" * 32), ReceiveKey(b"\xbb" * 32))
KEPT = encode([1, FILE_KEY, DEVICE.sign.secret, DEVICE.receive.secret])
WORLD = Surroundings(lambda: 0, lambda length: b"\x88" * length, deterministic_sealer(lambda length: b"\x88" * length))
EPOCH = {0: b"\x10" * 32, 1: b"\x11" * 32}


def sealed() -> SealedKeys:
    file_key = WORLD.seal(SHEET.receive.public, FILE_KEY_LABEL + SHEET.circle + SHEET.id, FILE_KEY)
    keys = seal(hkdf(FILE_KEY, DEVICE_KEYS_LABEL), NONCE, KEPT, SHEET.circle)
    return SealedKeys(SHEET.circle, SHEET.id, DEVICE.id, file_key, NONCE, keys)


def vectors() -> dict[str, bytes]:
    recipient = Recipient(SHEET.id, SHEET.receive.public, ORGANIZER)
    envelopes = decode(seal_envelopes(SHEET.circle, [recipient], EPOCH, WORLD))
    return {
        "sheet sign public": SHEET.sign.public,
        "sheet receive public": SHEET.receive.public,
        "sheet id": SHEET.id,
        "device id": DEVICE.id,
        "envelope": envelopes[SHEET.id.hex()],
        "sealed": sealed().encode(),
    }


def written() -> dict[str, bytes]:
    blocks = re.findall(r"^\*\*(.+?)\*\*.*?\n\n((?:    [0-9a-f]+\n)+)", TEXT, re.MULTILINE)
    return {name: bytes.fromhex("".join(block.split())) for name, block in blocks}


def test_the_vectors_are_what_the_code_makes() -> None:
    assert written() == vectors()


def test_words_and_code_are_the_sheet() -> None:
    found = re.search(r"The 24 words: (.*?)\n\nThe code: (\S+)", TEXT, re.DOTALL)
    assert found is not None
    assert found[1].split() == SHEET.words and found[2] == SHEET.text()
    assert read_sheet(found[1])[:2] == SHEET[:2] and read_sheet(found[2]) == SHEET


def test_the_vectors_open() -> None:
    told = written()
    held = decode(SHEET.receive.open(ENVELOPE_LABEL + SHEET.circle + SHEET.id, told["envelope"]))
    assert held == {"0": EPOCH[0], "1": EPOCH[1]}
    secrets = read_sealed(told["sealed"]).by_sheet(SHEET)
    assert secrets.file_key == FILE_KEY and secrets.device.id == told["device id"]
    kept = open_sealed(hkdf(FILE_KEY, b"lc1 device keys"), NONCE, sealed().device_keys, SHEET.circle)
    assert decode(kept)[0] == 1
