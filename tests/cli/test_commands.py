"""The exact forms of the command line, from outside."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.outside import Laptop

Maker = Callable[[str], Laptop]


def test_an_evening_on_one_laptop(founder: Laptop) -> None:
    amina = founder.ask("add", "member", "name=Amina Adeyemi", "languages=pt,fr", "phone=0123")
    assert set(amina) >= {"id", "name", "languages", "phone", "deleted"} and amina["languages"] == ["fr", "pt"]
    edited = founder.ask("edit", "member", amina["id"][:8], "phone=0145", "--add", "languages=en")
    assert edited["phone"] == "0145" and edited["languages"] == ["en", "fr", "pt"]
    swap = founder.ask(
        "swap", "--from", "Amina", "--to", "Pilar", "--minutes", "90", "--topic", "kiln", "--on", "2026-01-05"
    )
    assert (swap["minutes"], swap["state"], swap["on"]) == (90, "confirmed", "2026-01-05")
    balances = {row["name"]: row["minutes"] for row in founder.rows("balance")}
    assert balances == {"Amina Adeyemi": 90, "Pilar": -90, None: 0}
    lines = founder.rows("history", "member", amina["id"])
    assert {"at", "author", "device", "label", "field", "before", "after"} <= set(lines[0])
    assert [(row["before"], row["after"]) for row in lines if row["field"] == "phone"] == [
        (None, "0123"),
        ("0123", "0145"),
    ]
    assert founder.ask("undo")["ok"]
    assert founder.rows("balance")[0]["minutes"] == 0
    assert founder.ask("redo")["ok"]
    assert founder.rows("balance")[0]["minutes"] == 90
    assert [row["title"] for row in founder.rows("find", "amin")] == ["Amina Adeyemi"]
    document = founder.ask("check")
    assert document["ok"] and set(document["state_hash"]) == {"organizers", "private", "catalogue"}
    assert founder.ask("check", "--rebuild")["state_hash"] == document["state_hash"]
    status = founder.ask("circle", "status")
    keys = {"circle", "name", "device", "right", "devices", "waiting", "to_carry", "last_shared", "hub", "clock_off_s"}
    assert keys <= set(status) and status["name"] == "Harbour" and status["right"] == "organizer"
    assert {"id", "name", "right", "last_heard"} <= set(status["devices"][0])


def test_batch_answers_each_line_and_goes_on_after_an_error(founder: Laptop) -> None:
    replies = founder.batch(
        [
            {"do": "add", "entity": "member", "fields": {"name": "Zoë", "languages": ["fr"]}},
            {"do": "add", "entity": "member", "fields": {"nme": "typo"}},
            {"do": "fly"},
            {
                "do": "group",
                "label": "Two",
                "steps": [
                    {"do": "add", "entity": "member", "fields": {"name": "Bo"}},
                    {"do": "add", "entity": "member", "fields": {}},
                ],
            },
            {"do": "list", "entity": "member"},
            {"do": "balance"},
            {"do": "check"},
            {"do": "status"},
        ]
    )
    assert [reply["ok"] for reply in replies] == [True, False, False, False, True, True, True, True]
    assert replies[1]["error"]["code"] == "unknown_field" and "nme" in replies[1]["error"]["message"]
    assert "Step 2" in replies[3]["error"]["message"]
    assert sorted(row["name"] for row in replies[4]["records"]) == ["Pilar", "Zoë"]


def test_attendance_and_meetups_in_batch(founder: Laptop) -> None:
    meetup = founder.ask("add", "meetup", "title=Seed swap", "start=2026-11-28T11:00", "minutes=120", "place=Hall")
    assert meetup["start"] == {"at": "2026-11-28T11:00", "zone": "Europe/Paris"}
    pilar = founder.rows("list", "member")[0]["id"]
    replies = founder.batch(
        [
            {"do": "attend", "meetup": meetup["id"], "member": pilar, "state": "attended"},
            {"do": "attend", "meetup": meetup["id"], "member": pilar, "state": "no_show"},
            {"do": "attend", "meetup": meetup["id"], "name": "Nina"},
            {"do": "attend", "meetup": meetup["id"], "headcount": 4},
            {"do": "list", "entity": "attendance"},
        ]
    )
    assert all(reply["ok"] for reply in replies)
    assert replies[0]["id"] == replies[1]["id"], "one person's presence is one record"
    assert len(replies[-1]["records"]) == 3


def test_json_lines_come_in_whole_or_not_at_all(founder: Laptop) -> None:
    rows = [{"name": f"Member {number}"} for number in range(5)]
    bad = [*map(json.dumps, rows[:2]), '{"name": ""}', *map(json.dumps, rows[2:])]
    code, sentence = founder.refused("add", "member", "--from", "-", stdin="\n".join(bad))
    assert code == 1 and "Line 3" in sentence
    assert [row["name"] for row in founder.rows("list", "member")] == ["Pilar"]
    ended = founder.run("add", "member", "--from", "-", stdin="\n".join(map(json.dumps, rows)))
    assert ended.returncode == 0
    assert len(founder.rows("list", "member")) == 6
    founder.ask("undo")
    assert len(founder.rows("list", "member")) == 1, "an import is undone as one"


def test_an_untidy_table_is_previewed_and_imported(founder: Laptop, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_bytes(
        "Nom;Téléphone;E-mail\nAïcha O’Neill;0033 123;aicha@example.org\n;0145;\nBo;00 49 30;not mail\n".encode(
            "cp1252"
        )
    )
    seen = founder.ask("import", "member", str(table), "--dry-run")
    assert (seen["rows"], seen["good"], seen["added"]) == (3, 1, 0)
    assert [row["row"] for row in seen["doubtful"]] == [3, 4]
    assert founder.ask("import", "member", str(table))["added"] == 1
    found = next(row for row in founder.rows("list", "member") if row["name"] == "Aïcha O’Neill")
    assert found["phone"].startswith("00"), "leading zeros are kept"
    target = tmp_path / "out.csv"
    assert founder.ask("export", "member", str(target), "--format", "csv")["records"] == 2
    assert "Aïcha O’Neill" in target.read_text("utf-8-sig")


def test_bad_input_is_named_and_changes_nothing(founder: Laptop, tmp_path: Path) -> None:
    before = founder.ask("check")["state_hash"]
    bo = founder.batch([{"do": "status"}])[0]["name"]
    assert bo == "Harbour"
    swap = ("swap", "--from", "Pilar", "--to", "Pilar")
    cases = [
        (1, "themselves", (*swap, "--minutes", "60")),
        (1, "minute", (*swap, "--minutes", "0")),
        (1, "minute", (*swap, "--minutes", "-5")),
        (1, "", (*swap, "--hours", "25")),
        (2, "--hours", swap),
        (1, "nme", ("add", "member", "nme=x")),
        (1, "bananas", ("add", "bananas", "name=x")),
        (2, "FIELD=VALUE", ("add", "member", "name")),
        (1, "no member", ("show", "member", "abcdef123456")),
        (1, "6 to 32", ("show", "member", "xyz")),
        (1, "", ("add", "meetup", "title=x", "start=2026-11-28T11:00", "minutes=-3")),
        (1, "start", ("add", "meetup", "title=x", "start=yesterday")),
        (1, "typing mistake", ("circle", "join", "learningcircles://join/ABC", "--as", "x", "--device", "y")),
        (1, "", ("circle", "join", "nonsense", "--as", "x", "--device", "y")),
        (1, "hub", ("sync",)),
        (2, "nonsense", ("nonsense",)),
    ]
    for code, word, words in cases:
        ended, sentence = founder.refused(*words)
        assert ended == code and word in sentence, (words, ended, sentence)
    assert founder.ask("check")["state_hash"] == before


def test_a_file_that_is_no_circle_is_refused(founder: Laptop, tmp_path: Path) -> None:
    stranger = tmp_path / "stranger.circle"
    stranger.write_bytes(b"hello" * 1000)
    code, sentence = founder.refused("--circle", str(stranger), "list", "member")
    assert code == 1 and "stranger.circle" in sentence
    bundle = tmp_path / "bad.bundle"
    founder.ask("bundle", "write", str(bundle))
    whole = bundle.read_bytes()
    for broken in (whole[: len(whole) // 2], whole[:40] + bytes([whole[40] ^ 1]) + whole[41:], b"LCB1", b""):
        bundle.write_bytes(broken)
        code, sentence = founder.refused("bundle", "read", str(bundle))
        assert code == 1 and "bad.bundle" in sentence
    assert founder.refused("bundle", "read", str(tmp_path / "nowhere"))[0] == 1


def test_leaving_removes_every_file(founder: Laptop, tmp_path: Path) -> None:
    founder.ask("add", "member", "name=Quetzalcoatl Zimmermann")
    assert "only laptop" in founder.refused("leave", "--bundle", str(tmp_path / "last.bundle"))[1]
    assert founder.file.exists() and not (tmp_path / "last.bundle").exists()
    founder.ask("circle", "recovery", "print")
    assert "bundle" in founder.refused("leave")[1]
    founder.ask("leave", "--bundle", str(tmp_path / "last.bundle"))
    assert founder.refused("list", "member")[0] == 1
    for file in founder.folder.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert b"Quetzalcoatl" not in data and b"Harbour" not in data, file
    assert not list(founder.folder.rglob("*.circle*"))
