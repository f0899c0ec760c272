"""What Today shows of this laptop's other circles: read without opening them on screen, each by its own file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from learningcircles.errors import CircleError
from learningcircles.laptop.home import CircleFile
from learningcircles_ui.opening import Elsewhere
from learningcircles_ui.pages.today.double_rows import Doubles
from learningcircles_ui.pages.today.rows import News

_NO_DOUBLES = Doubles()


class There(NamedTuple):
    """Another circle of this laptop, and what needs someone there."""

    file: CircleFile
    news: News
    doubles: Doubles = _NO_DOUBLES


class Shut(NamedTuple):
    """Another circle that could not be looked into, and why."""

    file: CircleFile
    why: CircleError


def told(found: Sequence[Elsewhere[News]], before: Sequence[There]) -> tuple[list[There], list[Shut]]:
    """Return the circles that were looked into, with the doubles known before, and those that do not open."""
    known = {there.file.circle_id: there.doubles for there in before}
    there = [
        There(each.file, each.found, known.get(each.file.circle_id, _NO_DOUBLES))
        for each in found
        if each.found is not None
    ]
    return there, [Shut(each.file, each.error) for each in found if each.error is not None]


def with_doubles(there: Sequence[There], found: Sequence[Elsewhere[Doubles]]) -> list[There]:
    """Return these circles with the doubles that were found in them."""
    known = {each.file.circle_id: each.found for each in found if each.found is not None}
    return [each._replace(doubles=known.get(each.file.circle_id, each.doubles)) for each in there]
