"""A large circle of every kind of record, made through `batch`: what searching and long lists are measured on.

Names come from many languages, so that nearly every pair of letters begins a word of somebody's record.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.people import SKILLS, STREETS
from benchmarks.programs import Laptop, Talk

_BEGINNINGS = ("Ab", "Be", "Chi", "Dor", "El", "Fra", "Gu", "Hé", "Iv", "Ju", "Ka", "Lu", "Mi", "Na", "Öz", "Pa")
_MORE = ("Qi", "Ro", "Sva", "Ta", "Ul", "Ve", "Wan", "Xi", "Yas", "Zo", "Ñu", "Ø", "Ł", "Ég", "Tsh", "Ngu")
_ENDS = ("na", "rik", "ela", "ton", "mir", "dé", "ssa", "lou", "vić", "ña", "gor", "beth", "kemi", "yuan", "rso")
_ARABIC = ("ليلى", "عمر", "فاطمة", "يوسف", "نور", "خالد", "مريم", "زيد", "سلمى", "حسن")
_PLACES = ("Harbour", "Old Town", "Ångermanland", "Xàtiva", "Quayside", "Île Verte", "Jericho", "Öst", "Zug")
_KINDS = ("formal", "non_formal", "informal")
_TOGETHER = 20_000
_COME = 5

Step = dict[str, Any]


def fill(laptop: Laptop, size: int, seed: int = 11) -> None:
    """Add so many records: of every hundred 33 members and exchanges, 16 learning records, 8 offers and requests, and
    2 meetups; beside them five who came to each meetup.
    """
    chance = random.Random(seed)
    with laptop.talk() as talk:
        people = _done(talk, (_member(chance, number) for number in range(max(size // 3, 1))))
        _done(talk, _rest(chance, people))
        meetups = _done(talk, (_meetup(chance) for _ in range(max(size // 50, 1))))
        _done(talk, (_came(each, who) for each in meetups for who in chance.sample(people, min(_COME, len(people)))))


def _done(talk: Talk, steps: Iterator[Step]) -> list[str]:
    """Do steps, so many at a time that neither side holds them all; return the ids of what was added."""
    ids: list[str] = []
    part: list[Step] = []
    for step in steps:
        part.append(step)
        if len(part) == _TOGETHER:
            ids += [reply["id"] for reply in talk.ask_all(part)]
            part = []
    return ids + [reply["id"] for reply in talk.ask_all(part)]


def _rest(chance: random.Random, people: Sequence[str]) -> Iterator[Step]:
    for number, who in enumerate(people):
        other = people[chance.randrange(len(people))]
        if other != who:
            yield _added("swap", provider=who, receiver=other, minutes=15 * chance.randrange(1, 12), on=_day(chance),
                         topic=chance.choice(SKILLS), notes=_note(chance))  # fmt: skip
        if number % 2 == 0:
            yield _added("learning", member=who, topic=chance.choice(SKILLS), kind=chance.choice(_KINDS),
                         on=_day(chance), minutes=60, with_whom=_name(chance))  # fmt: skip
        if number % 4 == 0:
            for entity in ("offer", "request"):
                skill = chance.choice(SKILLS)
                yield _added(entity, member=who, title=f"{skill.title()} {_word(chance)}", topic=skill)


def _member(chance: random.Random, number: int) -> Step:
    name = _name(chance)
    return _added(
        "member",
        name=f"{name} {number}",
        email=f"{_word(chance)}.{number}@example.org",
        phone=f"+{chance.randrange(20, 99)} {chance.randrange(10**9):09d}",
        languages=sorted(chance.sample(["en", "fr", "es", "pt", "de", "ar"], 2)),
        topics=sorted(chance.sample(SKILLS, 2)),
        place=chance.choice(_PLACES),
        notes=_note(chance),
        status=chance.choice(["active", "active", "active", "guest", "paused", "left"]),
        birth_year=chance.randrange(1935, 2008),
        joined=_day(chance),
    )


def _meetup(chance: random.Random) -> Step:
    title = f"{chance.choice(SKILLS).title()} {_word(chance)}"
    return _added("meetup", title=title, start=f"{_day(chance)}T{chance.randrange(9, 21):02d}:00", minutes=90,
                  place=f"{chance.choice(_PLACES)} {_word(chance)}", notes=_note(chance))  # fmt: skip


def _came(meetup: str, who: str) -> Step:
    return {"do": "attend", "meetup": meetup, "member": who, "state": "attended"}


def _added(entity: str, **fields: Any) -> Step:
    if entity == "swap":
        return {"do": "swap", **fields}
    return {"do": "add", "entity": entity, "fields": fields}


def _name(chance: random.Random) -> str:
    if chance.random() < 0.05:
        return f"{chance.choice(_ARABIC)} {chance.choice(_ARABIC)}"
    return f"{_word(chance).title()} {_word(chance).title()}"


def _word(chance: random.Random) -> str:
    begin = chance.choice(_BEGINNINGS + _MORE) if chance.random() < 0.6 else chr(97 + chance.randrange(26))
    return (begin + "".join(chance.choice(_ENDS) for _ in range(chance.randrange(1, 3)))).lower()


def _note(chance: random.Random) -> str:
    return f"Lives in {chance.choice(STREETS)}, knows {_word(chance)} and {_word(chance)}."


def _day(chance: random.Random) -> str:
    return f"20{chance.randrange(18, 26)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
