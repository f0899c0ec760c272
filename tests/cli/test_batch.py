"""`batch` as programs use it: whatever a line holds, there is one reply to it, and the next line is read."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Callable
from typing import Any

from learningcircles_ui.cli.batch import VERBS
from tests.cli.outside import PROGRAM, Laptop

UNKNOWN = "f" * 12
MEMBER = {"do": "add", "entity": "member"}

WRONG: list[tuple[str, Any]] = [
    ("wrong_kind", {**MEMBER, "fields": {"name": 5}}),
    ("wrong_kind", {**MEMBER, "fields": {"name": "x", "languages": 5}}),
    ("wrong_kind", {**MEMBER, "fields": {"name": "x", "languages": {"fr": 1}}}),
    ("wrong_kind", {**MEMBER, "fields": {"name": "x", "birth_year": True}}),
    ("out_of_range", {**MEMBER, "fields": {"name": "x", "birth_year": 10**30}}),
    ("unprintable", {**MEMBER, "fields": {"name": "a\x00b"}}),
    ("wrong_kind", {**MEMBER, "fields": {"name": "x", "address": {"street": 1.5}}}),
    ("not_a_choice", {**MEMBER, "fields": {"name": "x", "sector": ["civic"]}}),
    ("wrong_kind", {**MEMBER, "fields": []}),
    ("missing", {**MEMBER, "fields": None}),
    ("unknown_part", {**MEMBER, "fields": {"name": "x"}, "feilds": {}}),
    ("wrong_kind", {"do": "add", "entity": ["member"], "fields": {}}),
    ("kept_by_program", {"do": "add", "entity": "item", "fields": {"body": {}}}),
    ("only_one", {"do": "remove", "entity": "charter", "id": ""}),
    ("wrong_kind", {"do": "add", "entity": "meetup", "fields": {"title": "x", "start": {"at": 5, "zone": 7}}}),
    ("missing", {"do": "edit", "entity": "member", "id": UNKNOWN}),
    ("wrong_kind", {"do": "edit", "entity": "member", "id": 5, "fields": {}}),
    ("no_record", {"do": "remove", "entity": "member", "id": UNKNOWN}),
    ("no_record", {"do": "swap", "provider": UNKNOWN, "receiver": UNKNOWN, "minutes": 5}),
    ("wrong_kind", {"do": "attend", "meetup": 5}),
    ("wrong_kind", {"do": "group", "steps": 5}),
    ("bad_step", {"do": "group", "steps": [5]}),
    ("not_in_group", {"do": "group", "steps": [{"do": "check"}]}),
    ("unknown_field", {"do": "list", "entity": "member", "where": {"zzz": 1}}),
    ("wrong_kind", {"do": "list", "entity": "member", "where": {"name": {"a": 1}}}),
    ("bad_limit", {"do": "list", "entity": "member", "limit": -1}),
    ("wrong_kind", {"do": "find", "text": 5}),
    ("no_record", {"do": "history", "entity": "member", "id": UNKNOWN}),
    ("wrong_kind", {"do": "opening_balances", "balances": 5}),
    ("no_review", {"do": "review", "resolve": "000000-1-phone", "take": "kept"}),
    ("unknown_verb", {"do": ["add"]}),
    ("unknown_verb", {}),
    ("bad_line", []),
    ("bad_line", None),
]
BROKEN = [b"{", b'{"do": "undo"} x', b'{"do": "caf\xe9"}', b'{"do": "find", "text": "\\ud800"}', b"[" * 5000]


def run(laptop: Laptop, lines: list[bytes]) -> list[dict[str, Any]]:
    ended = subprocess.run(
        [*PROGRAM, "batch", "-"], input=b"\n".join(lines), capture_output=True, env=laptop.environment, timeout=120
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    return [json.loads(line) for line in ended.stdout.splitlines()]


def test_each_bad_line_is_answered_and_nothing_is_changed(founder: Laptop) -> None:
    lines = [json.dumps(step).encode() for _, step in WRONG] + BROKEN
    *replies, last = run(founder, [*lines, b'{"do": "list", "entity": "member"}'])
    codes = [code for code, _ in WRONG] + ["bad_line"] * len(BROKEN)
    assert [(reply["ok"], reply["error"]["code"]) for reply in replies] == [(False, code) for code in codes]
    assert all("\n" not in reply["error"]["message"] for reply in replies)
    assert replies[-1]["error"]["message"] == f"Line {len(lines)} is not JSON."
    assert [row["name"] for row in last["records"]] == ["Pilar"]


def test_no_value_in_any_part_of_any_verb_stops_a_batch(founder: Laptop) -> None:
    draw = random.Random(20)
    values = [None, True, 0, -1, 2**70, 1.5, "", "member", "meetup", "é\n\t", UNKNOWN, "2026-11-20", "x" * 30_000]
    values += [[], [1], ["a"], {}, {"name": "N"}, {"languages": ["fr"]}, {"a": {"b": {"c": {"d": {"e": 1}}}}}]
    values += [[{"do": "undo"}], [{"do": "add", "entity": "member", "fields": {"name": "Inside"}}], "abcdef"]
    steps = []
    for verb in draw.choices([verb for verb in VERBS if verb not in ("sync", "check")], k=1500):
        parts = [*VERBS[verb].parts.needs, *VERBS[verb].parts.may]
        chosen = draw.sample(parts, draw.randint(0, len(parts)))
        steps.append({"do": verb, **{name: draw.choice(values) for name in chosen}})
    kinds = ["member", "meetup", "swap", "offer", "charter", "item"]
    fields = ["name", "languages", "address", "start", "title", "minutes", "provider", "reach", "joined", "email"]
    steps += [
        {"do": "add", "entity": draw.choice(kinds), "fields": {n: draw.choice(values) for n in draw.sample(fields, 4)}}
        for _ in range(1000)
    ]
    replies = run(founder, [json.dumps(step).encode() for step in [*steps, {"do": "check"}]])
    assert len(replies) == len(steps) + 1
    assert all(reply["ok"] or reply["error"]["code"] != "storage" for reply in replies)
    assert replies[-1]["ok"]


def test_a_whole_day_by_batch(founder: Laptop) -> None:
    pilar = founder.rows("list", "member")[0]["id"]
    (added, meetup) = founder.batch(
        [
            {"do": "add", "entity": "member", "fields": {"name": "Bo", "languages": ["pt", "fr"]}},
            {"do": "add", "entity": "meetup", "fields": {"title": "Open day", "start": "2026-11-28T11:00"}},
        ]
    )
    bo = added["id"]
    (proposed,) = founder.batch(
        [{"do": "swap", "provider": bo, "receiver": pilar, "minutes": 90, "on": "2026-01-05", "proposed": True}]
    )
    swap = {"swap": proposed["id"]}
    replies = founder.batch(
        [
            {"do": "edit", "entity": "member", "id": bo[:6], "add": {"languages": ["en"]}, "drop": {"languages": "pt"}},
            {"do": "show", "entity": "member", "id": bo},
            {"do": "list", "entity": "member", "where": {"languages": "en"}},
            {"do": "confirm", **swap, "source": "slip 12"},
            {"do": "balance"},
            {"do": "dispute", **swap},
            {"do": "confirm", **swap},
            {"do": "reverse", **swap},
            {"do": "decline", **swap},
            {"do": "history", "entity": "swap", "id": proposed["id"]},
            {"do": "remove", "entity": "member", "id": bo},
            {"do": "restore", "entity": "member", "id": bo},
            {"do": "rsvp", "meetup": meetup["id"], "member": bo, "answer": "maybe"},
            {"do": "attend", "meetup": meetup["id"], "member": bo, "state": "attended"},
            {"do": "undo"},
            {"do": "redo"},
            {"do": "find", "text": "open"},
            {"do": "review"},
            {"do": "status"},
            {"do": "opening_balances", "balances": {bo: 60, pilar: -30}},
            {"do": "balance"},
            {"do": "check", "rebuild": True},
        ]
    )
    assert [reply for reply in replies if not reply["ok"]] == []
    assert replies[1]["record"]["languages"] == ["en", "fr"]
    assert [row["name"] for row in replies[2]["records"]] == ["Bo"]
    assert {row["name"]: row["minutes"] for row in replies[4]["records"]} == {"Bo": 90, "Pilar": -90, None: 0}
    assert [row["after"] for row in replies[9]["records"] if row["field"] == "source"] == ["in person", "slip 12"]
    assert set(replies[16]["records"][0]) == {"entity", "id", "title", "detail", "circle"}
    assert {row["name"]: row["minutes"] for row in replies[20]["records"]} == {"Bo": 60, "Pilar": -30, None: -30}


def test_an_open_batch_sees_what_another_program_writes(founder: Laptop) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "batch", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=founder.environment
    )
    assert process.stdin is not None and process.stdout is not None

    def ask(step: dict[str, Any]) -> Any:
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(json.dumps(step) + "\n")
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    def names() -> set[str]:
        return {row["name"] for row in ask({"do": "list", "entity": "member"})["records"]}

    try:
        assert names() == {"Pilar"}
        founder.ask("add", "member", "name=From another program")
        assert names() == {"Pilar", "From another program"}
        assert ask({"do": "add", "entity": "member", "fields": {"name": "From here"}})["ok"]
        assert {row["name"] for row in founder.rows("list", "member")} == {"Pilar", "From another program", "From here"}
        assert ask({"do": "check"})["state_hash"] == founder.ask("check")["state_hash"]
    finally:
        process.stdin.close()
        assert process.wait(20) == 0
        process.stdout.close()


def test_several_circles_in_one_home(laptop: Callable[[str], Laptop]) -> None:
    both = laptop("both")
    both.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue")
    mill = both.ask("circle", "new", "Mill Lane", "--as", "Odile", "--device", "Blue")
    code, sentence = both.refused("list", "member")
    assert code == 2 and "Harbour, Mill Lane" in sentence
    for named in ("Mill Lane", mill["file"]):
        assert [row["name"] for row in both.rows("--circle", named, "list", "member")] == ["Odile"]
    both.environment["LEARNINGCIRCLES_CIRCLE"] = "Harbour"
    assert [row["name"] for row in both.rows("list", "member")] == ["Pilar"]


def test_a_refused_line_names_the_field_or_part_that_is_wrong(founder: Laptop) -> None:
    amina, bo = (founder.ask("add", "member", f"name={name}")["id"] for name in ("Amina", "Bo"))
    swap = {"do": "swap", "provider": amina, "minutes": 5}
    wrong = {
        "receiver": {**swap, "receiver": "Nobody"},
        "receiver ": {**swap, "receiver": amina},
        "on": {**swap, "receiver": bo, "on": "2090-01-01"},
        "birth_year": {**MEMBER, "fields": {"name": "x", "birth_year": "soon"}},
        "host": {"do": "add", "entity": "meetup", "fields": {"title": "x", "start": "2026-11-20T18:00", "host": "zz"}},
        "minutes": {
            "do": "add",
            "entity": "meetup",
            "fields": {"title": "x", "start": "2026-11-20T18:00", "minutes": -5},
        },
        "name": {"do": "group", "steps": [{**MEMBER, "fields": {}}]},
        "do": {"entity": "member"},
    }
    replies = run(founder, [json.dumps(line).encode() for line in wrong.values()])
    assert [reply["error"]["field"] for reply in replies] == [field.strip() for field in wrong]
    for reply in replies:
        assert reply["error"]["field"] in reply["error"]["message"] and "None" not in reply["error"]["message"]
