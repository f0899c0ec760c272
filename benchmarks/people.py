"""Made-up members for the benchmarks: the same ones for the same seed."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

FIRST = ["Amina", "Pilar", "João", "Zoë", "Marek", "Núria", "Li", "Fatou", "Ingrid", "Tomás", "Yasmin", "Oluwaseun"]
LAST = ["Adeyemi", "García", "Dubois", "O’Neill", "Kowalski", "Nguyễn", "Haddad", "Schäfer", "Rossi", "Jansen"]
STREETS = ["Harbour Street", "Mill Lane", "Rue du Port", "Calle Mayor", "Station Road", "Old Town Square"]
SKILLS = ["bicycle repair", "Portuguese", "pottery", "sewing", "bread baking", "first aid", "chess", "welding"]

Member = dict[str, Any]


def members(count: int, seed: int = 7) -> list[Member]:
    """Return `count` members as field maps, as a person would type them."""
    chance = random.Random(seed)
    return [_member(chance, number) for number in range(count)]


def write_lines(path: Path, people: Sequence[Member]) -> None:
    """Write a file for `batch`: one line to add each member."""
    with path.open("w", encoding="utf-8") as file:
        for member in people:
            file.write(json.dumps({"do": "add", "entity": "member", "fields": member}, ensure_ascii=False) + "\n")


def _member(chance: random.Random, number: int) -> Member:
    first, last = chance.choice(FIRST), chance.choice(LAST)
    return {
        "name": f"{first} {last} {number}",
        "email": f"{first.lower()}.{number}@example.org",
        "phone": f"+33 1 {chance.randrange(10**8):08d}",
        "languages": sorted(chance.sample(["en", "fr", "es", "pt", "de", "ar"], 2)),
        "topics": sorted(chance.sample(SKILLS, 2)),
        "notes": f"Lives in {chance.choice(STREETS)}, free on {chance.choice(['Mondays', 'weekends', 'evenings'])}.",
        "birth_year": chance.randrange(1935, 2008),
        "joined": f"20{chance.randrange(18, 26)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}",
    }
