"""The time zone of this machine, as the system has it now."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from learningcircles.zone import local_day, local_zone

HALF_PAST_EIGHT_MS = 1_795_224_600_000
"""20 November 2026, 20:30 in New York; in UTC it is tomorrow."""

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows does not keep its zone in TZ")


@pytest.fixture(autouse=True)
def zone_put_back() -> Iterator[None]:
    yield
    time.tzset()


@pytest.mark.parametrize("told", ["America/New_York", ":America/New_York"])
def test_the_zone_is_read_anew_each_time(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    monkeypatch.setenv("TZ", "Europe/Lisbon")
    assert local_zone() == "Europe/Lisbon"
    monkeypatch.setenv("TZ", told)
    assert local_zone() == "America/New_York"
    assert local_day(HALF_PAST_EIGHT_MS, local_zone()) == "2026-11-20"


@pytest.mark.parametrize("told", ["nowhere", "PST8PDT9", "/etc/passwd", "../../etc/passwd"])
def test_a_zone_that_nobody_knows_is_utc_as_for_the_rest_of_the_system(
    monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    monkeypatch.setenv("TZ", told)
    assert local_zone() == "UTC"
