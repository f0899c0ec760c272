"""What Today shows of this laptop's other circles: read without opening them on screen, each by its own file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from learningcircles.circle.reader import Reader
from learningcircles.errors import CircleError
from learningcircles.laptop.home import CircleFile
from learningcircles_ui.opening import Elsewhere
from learningcircles_ui.pages.double_rows import Doubles, read_doubles
from learningcircles_ui.pages.today_rows import News, read_news


class There(NamedTuple):
    """Another circle of this laptop, and what needs someone there."""

    file: CircleFile
    news: News
    doubles: Doubles


class Shut(NamedTuple):
    """Another circle that could not be looked into, and why."""

    file: CircleFile
    why: CircleError


def look(reader: Reader) -> tuple[News, Doubles]:
    """Return what needs someone in a circle."""
    return read_news(reader), read_doubles(reader)


def told(found: Sequence[Elsewhere[tuple[News, Doubles]]]) -> tuple[list[There], list[Shut]]:
    """Return the circles that were looked into, and those that are locked or do not open."""
    there = [There(each.file, *each.found) for each in found if each.found is not None]
    shut = [Shut(each.file, each.error) for each in found if each.error is not None]
    return there, shut
