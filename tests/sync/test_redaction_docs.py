"""docs/protocol-redaction.md holds test vectors: bytes that a second implementation must make too."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from learningcircles.codec import encode
from learningcircles.crypto.kdf import hkdf
from learningcircles.journal.changeset import Changeset, Restated, decode_payload, decode_restated, encode_payload
from learningcircles.journal.marks import LABEL, Marks, marks_of
from learningcircles.journal.operations import SetOp
from learningcircles.storage.leftover import MOST_ALIKE, MOST_OUT
from learningcircles.trust.entry import NO_ENVELOPES, SUITE, VERSION, Body, read_body
from learningcircles.trust.redact import read_redaction

PATH = Path(__file__).parents[2] / "docs" / "protocol-redaction.md"
CIRCLE, HEAD, OWN, OTHER, ACTION = (bytes([n]) * 16 for n in (0xC1, 0x4E, 0xA1, 0xB0, 0xAC))
PERSON, RECORD, MEMBER = (bytes([n]) * 16 for n in (0xB1, 0xB2, 0xB3))
KEY = hkdf(b"\x33" * 32, LABEL)
ONE, TWO = b"\x11" * 32, b"\x22" * 32


def vectors() -> dict[str, bytes]:
    words = [list(row) for row in marks_of(KEY, ["Amina Adeyemi"], [])]
    fields = {"people": [PERSON], "gone": [RECORD], "erase": [[1, OWN, 3, ONE]], "restated": [[1, 4, TWO]]}
    fields |= {"seen": [[1, OWN, 3]], "words": words}
    body = encode(list(Body(VERSION, SUITE, CIRCLE, HEAD, "redact", OWN, 0, fields, NO_ENVELOPES)))
    changeset = Changeset(5, None, ACTION, "", {OTHER: 2}, (SetOp("member", MEMBER, {"place": "Old Port"}, {}),))
    payload = encode_payload([], [Restated(OWN, 3, 1, changeset)])
    return {
        "word mark": words[0][1],
        "redact body": body,
        "entry hash": hashlib.sha256(body).digest(),
        "restating payload": payload,
    }


def written() -> dict[str, bytes]:
    text = PATH.read_text("utf-8")
    blocks = re.findall(r"^\*\*(.+?)\*\*\n\n((?:    [0-9a-f]+\n)+)", text, re.MULTILINE)
    return {name: bytes.fromhex("".join(lines.split())) for name, lines in blocks}


def test_the_vectors_are_what_the_code_writes() -> None:
    assert written() == vectors()


def test_the_vectors_are_read_back() -> None:
    made = vectors()
    redaction = read_redaction(read_body(made["redact body"], None), 7)
    assert redaction.people == {PERSON} and redaction.gone == {RECORD}
    assert (redaction.erase, redaction.restated) == ({(1, OWN, 3): ONE}, {(1, OWN, 4): TWO})
    assert (redaction.seen, redaction.base) == ({(1, OWN): 3}, HEAD)
    marks = Marks(KEY, redaction.words)
    assert list(marks.spans("Ask AMINA  adeyemi, not Amina.", short=True)) == [(4, 18)]
    assert decode_payload(made["restating payload"]) == []
    (row,) = decode_restated(made["restating payload"])
    assert (row.device, row.seq, row.place, row.changeset.saw) == (OWN, 3, 1, {OTHER: 2})


def test_it_says_how_much_of_a_log_is_said_again_that_lost() -> None:
    assert MOST_ALIKE == 4
    said = f"of each log {MOST_OUT} segments that lost at most, the lowest seqs first, and four of one seq"
    assert said in PATH.read_text("utf-8")
    threats = " ".join(PATH.with_name("threat-model.md").read_text("utf-8").split())
    assert f"can have {MOST_OUT} segments of each of its logs said again so" in threats
