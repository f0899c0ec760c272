"""Encodings that somebody can say where the guess is wrong, each called by the letters that it was made for."""

from __future__ import annotations

import codecs
from collections.abc import Mapping

ENCODING_LABELS: Mapping[str, str] = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "cp1252": "Western European",
    "cp1250": "Central European",
    "cp1254": "Turkish",
    "cp1253": "Greek",
    "cp1251": "Cyrillic",
    "cp1257": "Baltic",
    "cp1255": "Hebrew",
    "cp1256": "Arabic",
    "cp874": "Thai",
    "cp1258": "Vietnamese",
    "cp932": "Japanese",
    "gb18030": "Chinese, simplified",
    "big5hkscs": "Chinese, traditional",
    "cp949": "Korean",
    "mac_roman": "Western European (old Macintosh)",
    "cp850": "Western European (DOS)",
    "iso8859-2": "Central European (ISO)",
    "cp852": "Central European (DOS)",
    "koi8_u": "Cyrillic (KOI8)",
    "cp866": "Cyrillic (DOS)",
    "euc_jp": "Japanese (EUC)",
}
"""What each is called, by Python's name of it; what offices write is first."""
_OTHERS = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}
"""What a guess may name, and as which of these it is shown. Latin-1 holds what Windows' Western European does."""


def known_as(encoding: str) -> str:
    """Return which of `ENCODING_LABELS` an encoding is, or is nearest to; empty for none, and for no encoding."""
    try:
        meant = codecs.lookup(encoding).name
    except LookupError:
        return ""
    if meant == "iso8859-1":
        return "cp1252"
    return next((name for name in ENCODING_LABELS if codecs.lookup(name).name == meant), _OTHERS.get(meant, ""))
