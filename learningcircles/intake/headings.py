"""The words above columns, of all languages: those of the three that the program speaks, and of more that lists are in.

A line of the resource is entity, target, language (ISO 639-1) and words with commas between them.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from learningcircles.intake.words import HEADERS


@cache
def headings() -> Mapping[str, Mapping[str, list[str]]]:
    """Return entity → target → the words that stand above such columns."""
    found = {
        entity: {target: words.split(",") for target, words in targets.items()} for entity, targets in HEADERS.items()
    }
    text = (files("learningcircles_resources") / "words" / "headings.csv").read_text("utf-8")
    for row in csv.DictReader(text.splitlines()):
        found[row["entity"]].setdefault(row["target"], []).extend(row["words"].split(","))
    return found
