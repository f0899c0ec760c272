"""When to share: quiet after writing, every quarter of an hour, longer after each failure."""

from __future__ import annotations

import random

from learningcircles_sync.schedule import EVERY_MS, LONGEST_QUIET_MS, QUIET_MS, Schedule

NOW = 1_000_000


def shared() -> Schedule:
    schedule = Schedule(random.Random(1).randbytes)
    schedule.succeeded(NOW)
    return schedule


def test_a_write_is_shared_after_quiet() -> None:
    schedule = shared()
    schedule.wrote(NOW + 1000)
    schedule.wrote(NOW + 4000)
    assert not schedule.due(NOW + 4000 + QUIET_MS - 1)
    assert schedule.due(NOW + 4000 + QUIET_MS)


def test_somebody_who_never_stops_typing_is_shared_all_the_same() -> None:
    schedule = shared()
    for at in range(NOW, NOW + LONGEST_QUIET_MS, 1000):
        schedule.wrote(at)
    assert schedule.due(NOW + LONGEST_QUIET_MS)


def test_without_news_it_is_every_quarter_of_an_hour() -> None:
    schedule = shared()
    assert schedule.wait(NOW) == EVERY_MS
    assert schedule.due(NOW + EVERY_MS)


def test_failures_wait_longer_each_time_up_to_a_quarter_of_an_hour() -> None:
    schedule = shared()
    waits = []
    now = NOW
    for _ in range(15):
        schedule.failed(now)
        waits.append(schedule.wait(now))
        now += waits[-1]
    for place, wait in enumerate(waits[:8]):
        assert 0.75 * 2000 * 2**place <= wait <= 1.25 * 2000 * 2**place
    assert max(waits) <= EVERY_MS
    assert min(waits[10:]) >= 0.7 * EVERY_MS


def test_a_write_does_not_break_the_wait_but_the_button_does() -> None:
    schedule = shared()
    for _ in range(6):
        schedule.failed(NOW)
    schedule.wrote(NOW + 1)
    assert not schedule.due(NOW + 10_000)
    schedule.asked(NOW + 10_000)
    assert schedule.due(NOW + 10_000)


def test_a_network_that_comes_up_forgets_the_failures() -> None:
    schedule = shared()
    for _ in range(6):
        schedule.failed(NOW)
    schedule.network_up(NOW + 5)
    assert schedule.due(NOW + 5)
    schedule.failed(NOW + 5)
    assert schedule.wait(NOW + 5) <= 2_500
