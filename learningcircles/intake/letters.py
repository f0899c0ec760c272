"""Which letters a text file means: files from offices rarely say, and a wrong guess spoils names for good.

A byte order mark or valid UTF-8 settles it. Otherwise the file is one of the single-byte encodings that
spreadsheets in English, French, Spanish and their neighbours write; the one that yields the most letters of
those languages, and the fewest signs that names never contain, is taken. Where that leaves signs inside of words, or
rows of letters with accents, it may be one of further east (`eastern.py`). Where lists of two sources were put
together, some lines are UTF-8 and others are not: each line is then read as what it is.
"""

from __future__ import annotations

import codecs
import itertools
from typing import NamedTuple

from learningcircles.errors import InvalidValue, Unreadable
from learningcircles.intake.alphabets import ENCODING_LABELS, known_as
from learningcircles.intake.eastern import eastern

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# In order of how common they are: the first of equals wins.
OLDER = ("cp1252", "mac_roman", "cp850")
LAST = "latin-1"
"""In which any byte is a letter."""
LIKELY = frozenset("éèêëàâäáãåçñóòôöõíìîïúùûüßæœøÿÉÈÊËÀÂÄÁÃÅÇÑÓÒÔÖÕÍÌÎÏÚÙÛÜÆŒØ€’‘“”–—«»°ºª¿¡´·…\u00a0")
SAMPLE_BYTES = 200_000
_UNICODE = ("utf-8", "utf-16")


class Decoded(NamedTuple):
    """A text and its encoding. `mixed`: lines that are UTF-8 were read as that, only the others in `encoding`."""

    text: str
    encoding: str
    mixed: bool = False


def decode_text(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of bytes. `encoding` overrides the guess: of lines that mix two, of those not in UTF-8.

    Raises Unreadable when it is no text, InvalidValue for an encoding that is none or does not fit.
    """
    if encoding and known_as(encoding) in ("", *_UNICODE):
        return Decoded(_as_told(data, encoding), encoding)
    guessed = guess_encoding(data)
    mixed = _mixed(data, encoding) if guessed in (*OLDER, LAST) else None
    return mixed or Decoded(_as_told(data, encoding or guessed), encoding or guessed)


def guess_encoding(data: bytes) -> str:
    """Return the name of the encoding that `data` most likely has; raises Unreadable when it is no text."""
    for mark, name in MARKS:
        if data.startswith(mark) and _fits(data, name):
            return name
    wide = _wide(data[:SAMPLE_BYTES])
    if wide and _fits(data, wide):
        return wide
    if b"\0" in data:
        raise Unreadable("not_text", "This file is not a table: it holds no text.")
    if _fits(data, "utf-8"):
        return "utf-8"
    fitting = [name for name in OLDER if _fits(data, name)]
    sample = data[:SAMPLE_BYTES]
    best = max(fitting or [LAST], key=lambda name: _score(sample.decode(name)))
    mixed = any(not line.isascii() and _fits(line, "utf-8") for line in sample.splitlines())
    further = "" if mixed else eastern(sample, sample.decode(best))
    return further if further and _fits(data, further) else best


def _mixed(data: bytes, encoding: str | None) -> Decoded | None:
    """Return the text line by line, or None where no line has letters beyond ASCII that are UTF-8."""
    lines = data.splitlines(keepends=True)
    others = b"".join(line for line in lines if not _fits(line, "utf-8"))
    name = encoding or guess_encoding(others)
    _as_told(others, name)
    ours = [_fits(line, "utf-8") and _means_utf8(line, name) for line in lines]
    if not any(ours):
        return None
    return Decoded(
        "".join(line.decode("utf-8" if ok else name) for line, ok in zip(lines, ours, strict=True)), name, True
    )


def _means_utf8(line: bytes, other: str) -> bool:
    """Return whether UTF-8 has letters here: "d’État" of an old Macintosh would be Armenian, and is none."""
    beyond = [letter for letter in line.decode("utf-8") if letter > "\x7f"]
    likely = any(letter in LIKELY for letter in beyond)
    return bool(beyond) and (likely or any(x > "\x7f" and x not in LIKELY for x in line.decode(other, "replace")))


def _as_told(data: bytes, encoding: str) -> str:
    try:
        unmarked = codecs.lookup(encoding).name == "utf-16" and not data.startswith(_WIDE_MARKS)
        if (
            unmarked and data and b"\0" not in data
        ):  # any bytes make letters of it; ends of lines and marks have a zero in it
            raise UnicodeError
        return data.decode((_wide(data[:SAMPLE_BYTES]) or "utf-16-le") if unmarked else encoding)
    except LookupError as error:
        raise InvalidValue("encoding_unknown", "There is no encoding called {name}.", name=encoding) from error
    except UnicodeError as error:
        label = ENCODING_LABELS.get(known_as(encoding), encoding)
        raise InvalidValue("encoding_wrong", "This file is not written in {label}.", label=label) from error


def _fits(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeError:
        return False
    return True


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: every other byte of plain letters is zero, as are those of marks and ends of lines alone
    where letters are Greek or Japanese; read as that, it is nothing but letters then.
    """
    pairs, first, second = max(len(sample) // 2, 1), sample[0::2].count(0), sample[1::2].count(0)
    if max(first, second) > pairs * 0.4:
        return "utf-16-le" if second > first else "utf-16-be"
    name = "utf-16-le" if second > first else "utf-16-be"
    text = sample[: 2 * pairs].decode(name, "replace") if first + second else ""
    return name if text and all(map(_is_written, text)) else ""


def _is_written(letter: str) -> bool:
    return letter in "\r\n\t" or (letter.isprintable() and letter != "\ufffd")


def _score(text: str) -> int:
    beyond = [letter for letter in text if letter > "\x7f"]
    likely = sum(letter in LIKELY for letter in beyond)
    # A capital or a sign inside a lower-case word is what a wrong guess looks like: "RenŽ", "JosÈe".
    pairs = itertools.pairwise(text)
    odd = sum(a.islower() and b > "\x7f" and not b.islower() and b not in "’\u00a0…–—»“”°ºª" for a, b in pairs)
    return 2 * likely - len(beyond) - 3 * odd
