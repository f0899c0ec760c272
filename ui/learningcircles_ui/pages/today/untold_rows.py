"""Who is to be told, read as people are shown: those of one name told apart, and what they are reached by in words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce

from PySide6.QtCore import QCoreApplication

from learningcircles.circle.reader import Reader
from learningcircles.circle.untold import Untold, Way, Who, untold
from learningcircles_ui import text
from learningcircles_ui.parts.namesakes import tells_apart, with_aside

translate = QCoreApplication.translate


def read_untold(reader: Reader) -> list[Untold]:
    """Return whom to tell of which meetup, soonest first; on the reader's thread."""
    found = untold(reader, text.today())
    people = [who for each in found for who in each.people]
    members = reader.many("member", list({who.member for who in people if who.member is not None}))
    apart = tells_apart(reader, members)
    guests = sorted({who.name for who in people if who.member is None and who.name})
    same = {str(each["name"]) for each in reader.list("member", where={"name": guests})} if guests else set[str]()
    return [each._replace(people=[_apart(who, apart, same) for who in each.people]) for each in found]


def named(who: Who) -> str:
    """Return somebody's name, with what tells them from others of that name, where there are any."""
    aside = next((way_words(way) for way in who.ways if who.aside and who.aside in way), who.aside)
    return with_aside(who.name, aside)


def reached(who: Who) -> str:
    """Return somebody's name and what they are reached by: "Ana  ·  0123 or 0145  ·  ana@example.org"."""
    told = any(who.aside in way for way in who.ways)
    return "  ·  ".join((who.name if told else named(who), *map(way_words, who.ways)))


def way_words(way: Way) -> str:
    """Return what somebody is reached by; where that is not certain, all that it may be."""
    either = translate("Untold", "{one} or {other}")
    words = reduce(lambda one, other: either.format(one=one, other=other), filter(None, way))
    return translate("Untold", "{way}, or none").format(way=words) if "" in way else words


def _apart(who: Who, apart: Mapping[bytes, str], same: set[str]) -> Who:
    """Of guests nothing is known but that they are guests."""
    if who.member is None:
        return who._replace(aside=translate("Untold", "guest")) if who.name in same else who
    return who._replace(aside=apart.get(who.member, ""))
