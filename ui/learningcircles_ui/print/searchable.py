"""Letting a PDF give back the signs that were written into it, for searching and copying.

Qt notes for each glyph the lowest sign that the font draws with it. Inter draws ’ and the letter ʼ alike, and so ” and
ˮ, ι and ɩ; space and tab are one glyph in every font. What people write is the other sign of each pair, and whoever
searches for O’Neill would not find them. The maps (ToUnicode, ISO 32000-1 §9.10.3) stand in the file as plain text, and
each sign takes as much room as the other, so that nothing else in the file has to move.
"""

from __future__ import annotations

import re
from pathlib import Path

WRITTEN = {"\t": " ", "\u0269": "ι", "\u02bc": "’", "\u02ee": "”"}
"""What Qt notes → what is meant."""

_MAP = re.compile(rb"/CMapName /Adobe-Identity-UCS def.*?endcmap", re.DOTALL)
_RANGE = re.compile(rb"(<[0-9A-F]{4}> <[0-9A-F]{4}> )(\[[^\]]*\]|<[0-9A-F]{4}>)")
"""The glyphs that a line is about, and their signs."""


def mend(file: Path) -> None:
    """Put what is meant into a PDF that Qt has written; raises OSError where it cannot be read or written."""
    data = file.read_bytes()
    better = mended(data)
    if better != data:
        file.write_bytes(better)


def mended(pdf: bytes) -> bytes:
    """Return the bytes of a PDF with what is meant in it."""
    return _MAP.sub(lambda found: _RANGE.sub(_meant, found[0]), pdf)


def _meant(line: re.Match[bytes]) -> bytes:
    signs = line[2]
    for noted, meant in WRITTEN.items():
        signs = signs.replace(_hex(noted), _hex(meant))
    return line[1] + signs


def _hex(sign: str) -> bytes:
    return b"<%04X>" % ord(sign)
