"""The code in a PDF: our own papers carry its words beside its picture, a scanner's hold a photograph of the paper.

Nothing of a PDF is run or laid out, nor is its structure trusted: only its streams (ISO 32000-1 §7.3.8) are looked at,
each up to a few thousand letters. What a stranger has made costs no more than that.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

CODE_FILE = "code.txt"
"""What the words of a code are called that are kept in a PDF; they say what its picture says, and no more."""
MOST_BYTES = 32_000_000
"""A scan of a page takes a few; what is larger is no paper of ours."""
_STREAMS, _PICTURES = 2_000, 4
"""So many are looked at: a scan of both sides has two pictures, the sheet of a circle some ten streams."""
_CODE_BYTES = 4_096
_BEGINS = b"%PDF-"
_LOOKED = 1_024
"""The mark stands within the first so many bytes (ISO 32000-1, annex H)."""
_STREAM = re.compile(rb"stream\r?\n")
_PHOTOGRAPH = b"\xff\xd8\xff"
_SAYS = re.compile(rb"learningcircles://[!-~]{1,4000}\Z")


def is_pdf(begin: bytes) -> bool:
    """Return whether a file that begins so is a PDF."""
    return _BEGINS in begin[:_LOOKED]


def code_kept(pdf: bytes) -> str:
    """Return the code whose words our own papers carry; empty where there are none."""
    for at in _streams(pdf):
        try:
            said = zlib.decompressobj().decompress(pdf[at : at + _CODE_BYTES], _CODE_BYTES)
        except zlib.error:
            said = pdf[at : at + _CODE_BYTES].partition(b"\n")[0].strip()
        if _SAYS.match(said):
            return said.decode("ascii")
    return ""


def photographs(pdf: bytes) -> Iterator[bytes]:
    """Yield the first few photographs (JPEG) in it, each with what follows it: a JPEG says itself where it ends."""
    found = 0
    for at in _streams(pdf):
        if pdf.startswith(_PHOTOGRAPH, at) and found < _PICTURES:
            found += 1
            yield pdf[at:]


def _streams(pdf: bytes) -> Iterator[int]:
    """Yield where streams begin; "endstream" ends one, and is none."""
    for number, found in enumerate(_STREAM.finditer(pdf)):
        if number >= 2 * _STREAMS:
            return
        if not pdf.endswith(b"end", max(0, found.start() - 3), found.start()):
            yield found.end()
