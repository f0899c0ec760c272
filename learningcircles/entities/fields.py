"""The fields of education and training (ISCED-F 2013, UNESCO): their codes, and their names as UNESCO gives them.

Ten broad fields and the generic one have two digits, narrow ones three, detailed ones four.
"""

from __future__ import annotations

import csv
import unicodedata
from functools import cache
from importlib.resources import files
from typing import NamedTuple

LANGUAGES = ("en", "fr", "es")


class FieldOfLearning(NamedTuple):
    """A field; `names` by language."""

    code: str
    names: dict[str, str]

    def name(self, language: str) -> str:
        """Return its name in a language, in English where there is none."""
        return self.names.get(language, self.names["en"])


@cache
def fields_of_learning() -> dict[str, FieldOfLearning]:
    """Return all fields by their code, in the order of the standard."""
    text = (files("learningcircles_resources") / "isced_f_2013.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return {
        row["code"]: FieldOfLearning(row["code"], {each: row[f"label_{each}"] for each in LANGUAGES}) for row in rows
    }


def code_of(words: str) -> str | None:
    """Return the code that is meant by a code or by a field's name in any of the languages; the most detailed one."""
    if words in fields_of_learning():
        return words
    return _by_name().get(_plain(words))


@cache
def _by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, field in sorted(fields_of_learning().items(), key=lambda item: len(item[0])):
        found.update({_plain(name): code for name in field.names.values()})
    return found


def _plain(words: str) -> str:
    parts = unicodedata.normalize("NFKD", words.replace("’", "'").casefold())
    return " ".join("".join(sign for sign in parts if not unicodedata.combining(sign)).split())
