"""Fields of learning are known by their codes and by UNESCO's names in three languages; nothing else is taken."""

from __future__ import annotations

import pytest

from learningcircles.entities.exchange import OFFER
from learningcircles.entities.fields import LANGUAGES, code_of, fields_of_learning
from learningcircles.entities.registry import entity
from learningcircles.entities.validate import clean, clean_field
from learningcircles.errors import InvalidValue


def test_every_field_has_a_name_in_every_language_and_a_parent() -> None:
    known = fields_of_learning()
    assert len(known) == 120
    for code, field in known.items():
        assert all(field.name(language).strip() for language in LANGUAGES), code
        assert len(code) == 2 or code[:-1] in known, code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("0231", "0231"),
        ("Language acquisition", "0231"),
        ("apprentissage des langues", "0231"),
        ("utilisation de l'ordinateur", "0611"),
        ("UTILIZACION", None),
        ("Law", "0421"),
        ("9999", None),
    ],
)
def test_a_field_is_meant_by_its_code_or_its_name(words: str, code: str | None) -> None:
    assert code_of(words) == code


def test_a_code_that_is_none_is_refused_by_name() -> None:
    field = OFFER.field("field")
    assert field is not None
    with pytest.raises(InvalidValue, match="0231, not 0231x \\(field\\)"):
        clean_field(field, "0231x")
    assert clean_field(field, "artisanat") == "0214"
    assert clean_field(field, "") is None


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("2030-05-04T18:00Z", "2030-05-04T20:00"),
        ("2030-05-04T18:00+05:00", "2030-05-04T15:00"),
        ("2030-05-04 18:00", "2030-05-04T18:00"),
        ("2030-05-04T18:00:59", "2030-05-04T18:00"),
        ("18:00 foo", None),
        ("2030-05-04T18:00 foo", None),
        ("2030-05-04", None),
        ("0001-01-01T00:00+10:00", None),
    ],
)
def test_a_time_is_in_its_zone_and_is_all_that_is_written(written: str, at: str | None) -> None:
    fields = {"title": "Open day", "start": written}
    if at is None:
        with pytest.raises(InvalidValue, match="Begins"):
            clean(entity("meetup"), fields, partial=False, zone="Europe/Paris")
    else:
        cleaned = clean(entity("meetup"), fields, partial=False, zone="Europe/Paris")
        assert cleaned["start"] == {"at": at, "zone": "Europe/Paris"}
