"""Reading vCard files: version 4.0 (RFC 6350), 3.0 (RFC 2426) and the 2.1 that old telephones write."""

from __future__ import annotations

import quopri
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from learningcircles.errors import InvalidValue
from learningcircles.intake.birthdays import has_no_year
from learningcircles.intake.cards import MAKER
from learningcircles.intake.entry import Entry
from learningcircles.intake.letters import decode_text
from learningcircles.intake.rows import Problem

_LINE = re.compile(r'(?:[\w-]+\.)?([A-Za-z][\w-]*)((?:;(?:"[^"]*"|[^":;])*)*):(.*)', re.DOTALL)
_LOOSE = re.compile(r"(?:[\w-]+\.)?([A-Za-z][\w-]*)((?:;[^:]*)?):(.*)", re.DOTALL)
"""Where a quotation mark is not closed."""
_APART = re.compile(r"(?<!\\)(?:\\\\)*;")
_YEAR = re.compile(r"\d{4}")
_KINDS = ("KIND", "X-ADDRESSBOOKSERVER-KIND")
_QUIET = frozenset({"BEGIN", "END", "VERSION", "PRODID", "REV", "N", "SOURCE", "CLIENTPIDMAP", "SORT-STRING", *_KINDS})
"""What says nothing about a person that another line does not."""
_FIRST = ("VERSION", "UID", "FN", "N")
"""What our own cards began with before they named their maker."""
_ADDRESS = ("box", "more", "street", "city", "region", "postcode", "country")


_PREFERRED = re.compile(r"\bPREF\b(?:=(\d+))?")
_SEVERAL = ("TEL", "EMAIL")
_UNRANKED, _LAST = 101, 102


class _Property(NamedTuple):
    name: str
    value: str
    params: str = ""

    @property
    def rank(self) -> int:
        """1 for the telephone or e-mail that is preferred, to 100; then those without a rank, faxes last."""
        if self.name not in _SEVERAL:
            return 0
        match = _PREFERRED.search(self.params)
        if match is None:
            return _LAST if "FAX" in self.params else _UNRANKED
        return int(match[1] or 1)


def read_cards(text: str, ask: Callable[[], None] = lambda: None) -> list[Entry]:
    """Return the cards. `ask`: as of `read_calendar`, at each card."""
    cards: list[list[_Property]] = []
    for each in _properties(text):
        if each.name == "BEGIN" and each.value.strip().upper() == "VCARD":
            ask()
            cards.append([])
        elif cards:
            cards[-1].append(each)
    return [_entry(card) for card in cards]


def _entry(card: list[_Property]) -> Entry:
    fields: dict[str, Any] = {}
    more: list[str] = []
    unused: list[str] = []
    id_: bytes | None = None
    yearless = ""
    ours = _is_ours(card)
    for name, value, _ in sorted(card, key=lambda each: each.rank):
        if name == "UID":
            id_ = _our_id(value)
        elif name == "BDAY" and has_no_year(value):
            yearless = value.strip()
        elif name == "CATEGORIES" and not ours:  # groups of an address book, such as Google's "myContacts"
            unused += [] if name in unused else [name]
        elif name == "NOTE":
            more.insert(0, _plain(value))
        elif name not in _QUIET and value.strip(" ;"):
            _take(fields, more, unused, name, value)
    whole = next((value for name, value, _ in card if name == "N"), "")
    if not fields.get("name") and whole:
        fields["name"] = _whole_name(whole)
    if more:
        fields["notes"] = "\n".join(more)
    people = all(value.strip().lower() in ("", "individual") for name, value, _ in card if name in _KINDS)
    return Entry(fields, id_, () if people else (_group(),), unused, yearless)


def _is_ours(card: list[_Property]) -> bool:
    """Return whether this program made a card. Its first versions did not say so: nobody else writes all of this.

    They wrote the whole name as that of the family.
    """
    maker = {value.strip() for name, value, _ in card if name == "PRODID"}
    if maker:
        return maker == {MAKER}
    held = {each.name: each.value for each in reversed(card)}
    first = [each.name for each in card[: len(_FIRST)]]
    whole = held.get("N") == f"{held.get('FN', '')};;;;" and held.get("UID", "").startswith("urn:uuid:")
    return tuple(first) == _FIRST and whole and held["VERSION"] == "4.0" and not any(each.params for each in card)


def _take(fields: dict[str, Any], more: list[str], unused: list[str], name: str, value: str) -> None:
    field = {"FN": "name", "NICKNAME": "address_as", "TEL": "phone", "EMAIL": "email"}.get(name)
    if field is not None:
        words = re.sub(r"^(tel|mailto):", "", _plain(value), flags=re.IGNORECASE).strip()
        if field in fields and fields[field] != words:
            more.append(f"{name.lower()}: {words}")  # a person has one telephone here: the others are not lost
        else:
            fields[field] = words
    elif name == "ADR" and "address" not in fields:
        held = _address([_plain(part).strip() for part in _split(value)])
        fields |= {"address": held} if held else {}
    elif name == "BDAY" and (born := _YEAR.match(value.strip())):
        fields["birth_year"] = int(born[0])
    elif name == "LANG":
        fields.setdefault("languages", []).append(_plain(value).strip())
    elif name == "CATEGORIES":
        words_ = re.split(r"(?<!\\),", value)
        fields.setdefault("topics", []).extend(part for word in words_ if (part := _plain(word).strip()))
    elif name not in unused:
        unused.append(name)


def _address(parts: list[str]) -> dict[str, str]:
    """Return an address: flat and box stand behind the street, the region behind the town."""
    held = dict(zip(_ADDRESS, parts, strict=False))
    street = ", ".join(filter(None, (held.get(part) for part in ("street", "more", "box"))))
    town = ", ".join(dict.fromkeys(filter(None, (held.get("city"), held.get("region")))))
    whole = {"street": street, "city": town, "postcode": held.get("postcode"), "country": held.get("country")}
    return {part: text for part, text in whole.items() if text}


def _group() -> Problem:
    return Problem(
        "name", InvalidValue("group_card", "This card is of a group or an organisation ({field}).", field="name")
    )


def _properties(text: str) -> Iterator[_Property]:
    for line in _unfolded(text):
        match = _LINE.fullmatch(line) or _LOOSE.fullmatch(line)
        if match is None:
            continue
        name, params, value = match[1].upper(), match[2].upper(), match[3]
        if "QUOTED-PRINTABLE" in params:
            value = _unquoted(value, match[2]).replace("\r\n", "\n")
        yield _Property(name, value, params)


def _unfolded(text: str) -> Iterator[str]:
    """Join lines that were cut: by a space before them, or in quoted-printable by an equals sign at their end."""
    held = ""
    for line in text.splitlines():
        soft = held.endswith("=") and "QUOTED-PRINTABLE" in held.partition(":")[0].upper()
        if soft:
            held = held[:-1] + line
        elif line[:1] in (" ", "\t"):
            held += line[1:]
        else:
            yield held
            held = line
    yield held


def _unquoted(value: str, params: str) -> str:
    charset = re.search(r"CHARSET=([\w-]+)", params, re.IGNORECASE)
    data = quopri.decodestring(value.encode("utf-8", "replace"))
    try:
        return data.decode(charset[1] if charset else "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode_text(data)[0]


def _whole_name(value: str) -> str:
    """Return "Amina Adeyemi" for the parts family;given;others;before;after."""
    family, given, others, before, after = ([_plain(part).strip() for part in _split(value)] + [""] * 5)[:5]
    return " ".join(part for part in (before, given, others, family, after) if part)


def _split(value: str) -> list[str]:
    parts, at = [], 0
    for match in _APART.finditer(value):
        parts.append(value[at : match.end() - 1])
        at = match.end()
    return [*parts, value[at:]]


def _plain(value: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)


def _our_id(value: str) -> bytes | None:
    digits = value.strip().lower().removeprefix("urn:uuid:").replace("-", "")
    return bytes.fromhex(digits) if re.fullmatch(r"[0-9a-f]{32}", digits) else None
