"""Steps that already wait share one commit: each stays an action of its own, and is answered when it is durable."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from learningcircles.errors import CircleError
from learningcircles_ui.cli.steps import LINE_BYTES

if TYPE_CHECKING:
    from learningcircles.circle.circle import Circle

MOST_TOGETHER = 1_000
"""Steps of one commit: other programs that write to the circle wait for it."""

Reply = dict[str, Any]


class _HalfDone(Exception):
    """A step has failed after it had written something."""


def waiting_lines(chunks: Iterable[bytes]) -> Iterator[list[tuple[int, bytes]]]:
    """Yield lines with their numbers as they come, those of one chunk together; empty ones only count.

    Of one that is too long, as much as shows that it is.
    """
    rest: list[bytes] = []
    held = number = 0
    for chunk in chunks:
        first, *more = chunk.split(b"\n")
        begun = first[: max(0, LINE_BYTES + 1 - held)]
        rest.append(begun)
        held += len(begun)
        if more:
            whole = (b"".join(rest), *more[:-1])
            yield [(at, line) for at, line in enumerate(whole, number + 1) if line.strip()]
            number += len(whole)
            rest, held = [more[-1]], len(more[-1])
    last = b"".join(rest)
    if last.strip():
        yield [(number + 1, last)]


def in_commits(
    circle: Circle, steps: Sequence[Any], answer: Callable[[Any], Reply], alone: Callable[[Any], bool]
) -> Iterator[list[Reply]]:
    """Yield the replies to steps, each list of them when what it reports is durable.

    Steps for which `alone` holds commit by themselves, since they use a network or look at the whole file.
    """
    together: list[Any] = []
    for step in steps:
        if alone(step):
            yield from _committed(circle, together, answer)
            yield [answer(step)]
            together = []
            continue
        together.append(step)
        if len(together) >= MOST_TOGETHER:
            yield from _committed(circle, together, answer)
            together = []
    yield from _committed(circle, together, answer)


def _committed(circle: Circle, steps: Sequence[Any], answer: Callable[[Any], Reply]) -> Iterator[list[Reply]]:
    while len(steps) > 1:
        replies: list[Reply] = []
        try:
            with circle.together():
                for step in steps:
                    replies.append(_whole(circle, step, answer))
        except _HalfDone:
            # All of it was taken back: those before it are done again without it, and it alone.
            before, failing = steps[: len(replies)], steps[len(replies)]
            yield from _committed(circle, before, answer)
            yield [answer(failing)]
            steps = steps[len(replies) + 1 :]
            continue
        except CircleError:
            break  # the disk or the file: whatever it says, it says of each step
        yield replies
        return
    for step in steps:
        yield [answer(step)]


def _whole(circle: Circle, step: Any, answer: Callable[[Any], Reply]) -> Reply:
    before = circle.written
    reply = answer(step)
    # Where the disk is full, SQLite itself may have given the whole transaction up.
    if not reply["ok"] and (circle.written != before or not circle.is_writing):
        raise _HalfDone
    return reply
