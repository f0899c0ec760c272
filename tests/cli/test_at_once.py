"""Steps that wait together share a commit, and yet each is an action of its own, answered when it is durable."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.errors import Refused
from learningcircles.laptop.founding import found
from learningcircles.laptop.home import Home
from learningcircles_ui.cli import at_once
from learningcircles_ui.cli.at_once import MOST_TOGETHER, in_commits, waiting_lines
from learningcircles_ui.cli.steps import LINE_BYTES
from tests.cli.outside import PROGRAM, Laptop


@pytest.fixture
def verbs(tmp_path: Path) -> Verbs:
    home = Home.default({"LEARNINGCIRCLES_HOME": str(tmp_path / "home")})
    return Verbs(found(home, "Harbour", "Pilar", "Blue"))


def names(verbs: Verbs) -> list[str]:
    return [row["name"] for row in verbs.reader.list("member")]


def commits(circle: Circle, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that grows by the number of each transaction's changesets when it has been saved."""
    seen: list[int] = []
    save, before = circle.writer.save, [circle.writer.written]

    def saved() -> None:
        save()
        seen.append(circle.writer.written - before[0])
        before[0] = circle.writer.written

    monkeypatch.setattr(circle.writer, "save", saved)
    return seen


def adding(verbs: Verbs) -> Callable[[Any], dict[str, Any]]:
    """Return what adds a member by name; "half" fails after it has written, "bad" before."""

    def answer(name: str) -> dict[str, Any]:
        if name == "bad":
            return {"ok": False}
        verbs.records.add("member", {"name": name})
        return {"ok": name != "half", "name": name}

    return answer


def test_each_is_an_action_of_its_own(verbs: Verbs, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = commits(verbs.circle, monkeypatch)
    replies = list(in_commits(verbs.circle, ["Amina", "bad", "Bo"], adding(verbs), lambda step: False))
    assert [[reply["ok"] for reply in some] for some in replies] == [[True, False, True]]
    assert seen == [2]
    verbs.undo.undo()
    assert names(verbs) == ["Pilar", "Amina"]


def test_what_is_half_done_is_taken_back_alone(verbs: Verbs) -> None:
    def answer(name: str) -> dict[str, Any]:
        try:
            with verbs.circle.group("Add"):
                verbs.records.add("member", {"name": name})
                if name == "half":
                    raise Refused("half", "Half-done.")
        except Refused:
            return {"ok": False}
        return {"ok": True}

    steps = ["Amina", "half", "Bo", "half", "half", "Chen"]
    replies = [reply for some in in_commits(verbs.circle, steps, answer, lambda step: False) for reply in some]
    assert [reply["ok"] for reply in replies] == [True, False, True, False, False, True]
    assert names(verbs) == ["Pilar", "Amina", "Bo", "Chen"]
    numbers = [row["number"] for row in verbs.reader.list("member")]
    assert numbers == ["1-1", "1-2", "1-3", "1-4"]


def test_a_step_that_is_refused_after_others_does_not_have_them_done_again(verbs: Verbs) -> None:
    add, circle, asked = adding(verbs), verbs.circle, list[str]()

    def answer(name: str) -> dict[str, Any]:
        asked.append(name)
        try:
            with circle.together():  # as an undo is tried
                if name == "changed since":
                    raise Refused("changed_since", "Changed since.")
        except Refused:
            return {"ok": False}
        return add(name)

    steps = ["A", "changed since", "B", "changed since", "C"]
    replies = list(in_commits(circle, steps, answer, lambda step: False))
    assert asked == steps and [len(each) for each in replies] == [5] and {"A", "B", "C"} <= {*names(verbs)}


def test_some_commit_alone_and_none_holds_others_up_for_long(verbs: Verbs, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = commits(verbs.circle, monkeypatch)
    steps = [str(number) for number in range(MOST_TOGETHER + 3)]
    answered = list(in_commits(verbs.circle, steps, adding(verbs), lambda step: step == "1"))
    assert [len(some) for some in answered] == [1, 1, MOST_TOGETHER, 1] and seen == [1, 1, MOST_TOGETHER, 1]
    assert names(verbs)[1:] == steps


def test_lines_come_as_they_wait() -> None:
    found = list(waiting_lines([b"one\n\n two\nth", b"ree\nfour"]))
    assert found == [[(1, b"one"), (3, b" two")], [(4, b"three")], [(5, b"four")]]
    assert list(waiting_lines([])) == []


def test_a_line_without_an_end_costs_neither_memory_nor_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_once, "LINE_BYTES", 10)
    chunks = [b"x" * 7] * 1000 + [b"\n", b"a" * 10 + b"\nlast" + b"y" * 20]
    found = list(waiting_lines(chunks))
    assert found == [[(1, b"x" * 11)], [(2, b"a" * 10)], [(3, b"last" + b"y" * 20)]], "each is cut or told"


def test_a_line_that_is_too_long_is_refused_and_the_next_is_done(founder: Laptop) -> None:
    long = json.dumps({"do": "add", "entity": "member", "fields": {"name": "x" * LINE_BYTES}})
    short = json.dumps({"do": "add", "entity": "member", "fields": {"name": "Amina"}})
    ended = founder.run("batch", "-", stdin=f"{long}\n{short}\n")
    first, second = map(json.loads, ended.stdout.splitlines())
    assert (first["ok"], first["error"]["code"], second["ok"]) == (False, "long_line", True)


def test_an_open_batch_answers_at_once_and_killed_it_keeps_what_it_answered(founder: Laptop) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "batch", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=founder.environment
    )
    assert process.stdin is not None and process.stdout is not None
    answered = []
    for number in range(3):
        steps = [{"do": "add", "entity": "member", "fields": {"name": f"M{number}-{place}"}} for place in range(40)]
        process.stdin.write("".join(json.dumps(step) + "\n" for step in steps).encode())
        process.stdin.flush()
        answered += [json.loads(process.stdout.readline())["id"] for _ in steps]  # its input is still open
    process.stdin.write(b"\n".join(json.dumps(step).encode() for step in steps * 30) + b"\n")
    process.stdin.flush()
    answered.append(json.loads(process.stdout.readline())["id"])
    process.kill()
    process.wait(20)
    process.stdin.close()
    process.stdout.close()
    held = {row["id"] for row in founder.rows("list", "member")}
    assert set(answered) <= held
    assert founder.ask("check")["ok"]
