"""docs/protocol-sync.md is the specification: its test vectors and tables are what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
from msgspec import structs

from learningcircles import codec
from learningcircles.clock import stamp_at
from learningcircles.crypto.envelope import ReceiveKey, deterministic_sealer
from learningcircles.crypto.sign import SigningKey
from learningcircles.journal.changeset import Changeset, encode_payload
from learningcircles.journal.letter import Letter, message_id, open_letter, seal_letter
from learningcircles.journal.operations import SetOp
from learningcircles_sync import bundle, protocol
from learningcircles_sync.lan.hello import Greeting, announcement, hello, secret_of
from learningcircles_sync.pages import digest_of
from learningcircles_sync.protocol import SYNC_PATH, Page, Problem, Sync
from learningcircles_sync.request_auth import read_reply, read_request, sign_reply, sign_request
from learningcircles_sync.store import Head

TEXT = (Path(__file__).parents[2] / "docs" / "protocol-sync.md").read_text("utf-8")
DEVICE, HUB = SigningKey(bytes(range(32))), SigningKey(bytes(range(32, 64)))
CIRCLE, HEAD, OWN, OTHER = (bytes([n]) * 16 for n in (0xC1, 0x4E, 0xA1, 0xB2))
NOW = 1_800_000_000_000
BODY = {"kind": "offer", "reach": 5, "expires": "2027-07-14", "title": "Bicycle repair", "topic": "bicycles"}
ITEM = Changeset(stamp_at(NOW), None, b"\xd4" * 16, "", {}, (SetOp("item", OTHER, {"body": BODY}, {}),))
LETTER = Letter("meetup", OTHER, "Zoë", "zoe@example.org", "I bring cake.", "en", NOW)


def vectors() -> dict[str, bytes]:
    heads = {(1, OWN): Head(3, b"\x11" * 32), (1, OTHER): Head(7, b"\x22" * 32)}
    message = Sync(CIRCLE, HEAD, [[], [3]], digest_of(heads), b"", strangers=[(1, OTHER, 7)])
    body = protocol.pack(message)
    after_fork = structs.replace(message, aside=[b"\x11" * 8, b"\x99" * 8])
    request = sign_request(DEVICE, OWN, HUB.public, SYNC_PATH, NOW, body)
    problem = protocol.pack(Problem("clock", "The clock of this laptop is off.", NOW + 400_000))
    page = protocol.pack(Page(HEAD, NOW + 5))
    seal = deterministic_sealer(lambda length: b"\x88" * length)
    letter = seal_letter(LETTER, CIRCLE, ReceiveKey(b"\x77" * 32).public, seal)
    secret = secret_of(b"\x55" * 32, CIRCLE)
    greeted = protocol.pack(hello(secret, b"\x66" * 16))
    greeting = protocol.pack(Greeting(OTHER, HUB.public, HEAD, NOW))
    return {
        "device public key": DEVICE.public,
        "hub public key": HUB.public,
        "digest": digest_of(heads),
        "packed sync": body,
        "packed sync after a fork": protocol.pack(after_fork),
        "packed sync that knows of erasures": protocol.pack(structs.replace(message, fallen=b"\x77" * 8)),
        "request": request,
        "packed page": page,
        "packed page that knows of none": protocol.pack(Page(HEAD, NOW + 5, fallen=b"")),
        "reply": sign_reply(HUB, request, True, page),
        "lan secret": secret,
        "announced tag": bytes.fromhex(announcement(secret, b"\x66" * 16)["t"]),
        "packed hello": greeted,
        "greeting reply": sign_reply(HUB, greeted, True, greeting),
        "catalogue payload": encode_payload([ITEM]),
        "inbox public key": ReceiveKey(b"\x77" * 32).public,
        "sealed letter": letter,
        "message id": message_id(letter),
        "problem reply": sign_reply(HUB, request, False, problem),
    }


def written() -> dict[str, bytes]:
    blocks = re.findall(r"^\*\*(.+?)\*\*.*?\n\n((?:    [0-9a-f]+\n)+)", TEXT, re.MULTILINE)
    return {name: bytes.fromhex("".join(block.split())) for name, block in blocks}


def test_the_vectors_are_what_the_code_makes() -> None:
    assert written() == vectors()


def test_the_vectors_are_readable() -> None:
    told = written()
    signed = read_request(told["request"])
    assert signed.time == NOW
    assert protocol.unpack(signed.body, Sync).strangers == [(1, OTHER, 7)]
    assert read_reply(told["reply"], told["request"], told["hub public key"]).ok
    assert not read_reply(told["problem reply"], told["request"], told["hub public key"]).ok


def test_the_sealed_letter_opens_with_its_key() -> None:
    assert open_letter(written()["sealed letter"], CIRCLE, [ReceiveKey(b"\x77" * 32)]) == LETTER


def test_a_bundle_of_that_page_is_framed_as_written(tmp_path: Path) -> None:
    message = protocol.unpack(vectors()["packed sync"], Sync)
    path = tmp_path / "stick"
    size = bundle.write_bundle(path, [message])
    packed = vectors()["packed sync"]
    assert path.read_bytes()[:-32] == b"LCB1" + len(packed).to_bytes(4, "big") + packed + bytes(4)
    assert size == path.stat().st_size


def test_every_struct_and_code_is_named() -> None:
    kinds = [kind for kind in vars(protocol).values() if isinstance(kind, type) and issubclass(kind, msgspec.Struct)]
    for kind in kinds:
        if kind.__module__ == protocol.__name__:
            fields = ", ".join(kind.__struct_fields__)
            assert f"{kind.__name__} = [{fields}]" in " ".join(TEXT.split()), kind.__name__
    for code in ("gap", "fork", "signature", "chain", "device", "circle", "malformed"):
        assert f"`{code}`" in TEXT
    for number in (protocol.PAGE_BYTES, protocol.BODY_BYTES, protocol.PLAIN_BYTES, protocol.ROSTER_BYTES):
        assert f"{number // 1024} KiB" in TEXT
    assert codec.encode([1]) == b"\x91\x01"
