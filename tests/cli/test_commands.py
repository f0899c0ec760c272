"""The exact forms of the command line, from outside."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import xlsxwriter

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
    told = founder.run("history", "member", amina["id"]).stdout.splitlines()
    assert any(line.endswith("  0123  0145") and "  Pilar  " in line for line in told), told
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


def test_the_package_is_run_as_the_command_is(founder: Laptop) -> None:
    package = [sys.executable, "-m", "learningcircles_ui", "circle", "status", "--json"]
    ended = subprocess.run(package, capture_output=True, encoding="utf-8", env=founder.environment, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert json.loads(ended.stdout) == founder.ask("circle", "status")


def test_a_file_or_an_address_in_a_commands_place_is_told_which_command_takes_it(
    founder: Laptop, tmp_path: Path
) -> None:
    held = tmp_path / "people.csv"
    held.write_text("Name\n", "utf-8")
    for word in (str(held), "learningcircles://join/abc"):
        done = founder.run(word)
        assert done.returncode == 2 and f"learningcircles open {word}" in done.stderr, done.stderr
    assert "No such command" in founder.run("opne").stderr


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


def test_hours_from_before_and_who_came(founder: Laptop) -> None:
    for name in ("Amina", "Bo", "Carlos"):
        founder.ask("add", "member", f"name={name}")
    assert founder.ask("opening", "Amina=2.5", "Bo=-1:30") == {"ok": True, "members": 2, "pot": -60}
    assert {row["name"]: row["minutes"] for row in founder.rows("balance")} == {
        "Amina": 150, "Bo": -90, "Carlos": 0, "Pilar": 0, None: -60,
    }  # fmt: skip
    assert founder.rows("balance", "Bo")[0]["minutes"] == -90
    founder.ask("undo")
    assert {row["minutes"] for row in founder.rows("balance")} == {0}, "one action, taken back as one"
    lines = "\n".join(json.dumps(row) for row in ({"name": "Carlos", "minutes": 45}, {"member": None, "minutes": -45}))
    assert founder.ask("opening", "--from", "-", stdin=lines)["pot"] == -45
    carlos = founder.ask("remove", "member", founder.rows("list", "member", "--text", "Carlos")[0]["id"])["id"]
    left = founder.rows("balance")
    assert {"member": carlos, "name": "Carlos", "minutes": 45, "removed": True} in left
    assert sum(row["minutes"] for row in left) == 0 and len(left) == 5
    assert founder.ask("opening", "Bo=1") == {"ok": True, "members": 1, "pot": -105}
    assert founder.ask("opening", "Bo=1")["again"] == 1, "the same list twice is said"
    founder.ask("undo")
    founder.ask("undo")
    elsewhere = [{**row, "member": row["member"] and row["member"][::-1], "minutes": 30} for row in left]
    founder.ask("opening", "--from", "-", stdin="\n".join(json.dumps(row) for row in elsewhere))
    assert {row["name"]: row["minutes"] for row in founder.rows("balance")} == {
        "Amina": 30, "Bo": 30, "Pilar": 30, "Carlos": 45, None: -135,
    }, "no id is known: the names say who is meant"  # fmt: skip
    founder.ask("undo")
    founder.ask("undo")
    for words in (("opening",), ("opening", "Bo=soon"), ("opening", "Bo")):
        assert founder.refused(*words)[0] == 2
    assert founder.refused("opening", "Bo=1", "Nobody=2") == (1, "There is no member Nobody.")

    founder.ask("add", "meetup", "title=Open day", "start=2026-11-28T11:00")
    came = founder.ask(
        "attend", "Open day", "--member", "Bo", "--member", "Amina", "--guest", "Nina", "--headcount", "4"
    )
    assert came["present"] == 7 and len(came["noted"]) == 3
    assert [row.get("name") for row in came["noted"]] == [None, None, "Nina"]
    assert founder.ask("attend", "open", "--member", "Bo", "--state", "no_show")["present"] == 6
    assert founder.ask("rsvp", "open", "--member", "Carlos", "--answer", "maybe")["noted"][0]["answer"] == "maybe"
    assert founder.refused("attend", "open", "--member", "Nobody")[0] == 1
    assert founder.refused("attend", "open")[0] == 2
    founder.ask("undo")
    founder.ask("undo")
    founder.ask("undo")
    assert founder.rows("list", "attendance") == [], "an evening is noted, and taken back, as one"
    assert founder.ask("check")["ok"]


def test_the_same_words_do_the_same_to_every_kind(founder: Laptop) -> None:
    assert {row["entity"] for row in founder.rows("fields")} >= {"member", "offer", "request", "swap", "meetup"}
    assert {"entity", "field", "kind", "label", "choices", "least", "most"} <= set(founder.rows("fields", "swap")[0])
    assert founder.ask("edit", "charter", "objective=Repair")["objective"] == "Repair"
    assert founder.ask("show", "charter")["name"] == "Harbour"
    assert founder.ask("show", "settings")["deleted"] is False
    assert [row["after"] for row in founder.rows("history", "charter") if row["field"] == "objective"] == ["Repair"]
    one = founder.ask("add", "member", "name=Bo", "languages=pt,fr", "birth_year=1980")["id"]
    edited = founder.ask("edit", "member", one[:6], "--add", "languages=en,de", "--drop", "languages=pt")
    assert edited["languages"] == ["de", "en", "fr"]
    for where in ("languages=de", "birth_year=1980", "name=Bo", "status=active"):
        assert one in [row["id"] for row in founder.rows("list", "member", "--where", where)], where
    assert founder.rows("list", "member", "--where", "languages=pt") == []
    assert founder.ask("remove", "member", one)["deleted"] and len(founder.rows("list", "member")) == 1
    assert len(founder.rows("list", "member", "--deleted")) == 2
    assert founder.refused("edit", "member", one, "name=x")[0] == 1
    assert founder.ask("restore", "member", one)["deleted"] is False


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
        (2, "id is missing", ("show", "member")),
        (2, "FIELD=VALUE", ("edit", "member", "abcdef")),
        (1, "one charter", ("remove", "charter", "")),
        (1, "one settings", ("add", "settings", "floor=0")),
        (1, "kept by the program", ("add", "device", "name=x")),
        (1, "minutes", ("list", "swap", "--where", "minutes=many")),
        (2, "1.5 or 1:30", (*swap, "--hours", "nan")),
        (2, "needs one of", ("circle",)),
        (2, "--right", ("circle", "invite", "--right", "king")),
        (2, "--expires", ("circle", "invite", "--expires", "soon")),
        (1, "1 to 366", ("circle", "invite", "--expires", "2020-01-01")),
        (1, "no file", ("batch", "nowhere.jsonl")),
        (1, "no file", ("add", "member", "--from", "nowhere.jsonl")),
        (1, "no file", ("import", "member", "nowhere.csv")),
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


def test_an_import_says_which_columns_and_rows_it_leaves_out(founder: Laptop, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text("Name,Shoe size\nZoe,40\nZoe,41\n", "utf-8")
    seen = founder.ask("import", "member", str(table), "--dry-run")
    assert seen["left_out"] == ["Shoe size"]
    assert [(row["row"], row["duplicate_row"]) for row in seen["doubtful"]] == [(3, 2)]
    told = founder.run("import", "member", str(table), "--dry-run").stdout
    assert "Columns left out: Shoe size." in told and "Row 3: looks like row 2 of this file." in told
    swaps = tmp_path / "swaps.csv"
    swaps.write_text("From,To,Time,When\nPilar,Nobody,1:30,2026-11-20\n", "utf-8")
    (row,) = founder.ask("import", "swap", str(swaps), "--dry-run")["doubtful"]
    assert row["problems"] == ["There is no member called Nobody (receiver)."]
    assert "(--to)" in founder.refused("swap", "--from", "Pilar", "--to", "Nobody", "--minutes", "5")[1]


def test_an_import_of_a_corrected_export_takes_over_and_away_as_it_is_told(founder: Laptop, tmp_path: Path) -> None:
    id_ = founder.ask("add", "member", "name=Zoe", "phone=0601", "topics=chess,yoga")["id"]
    table = tmp_path / "people.csv"
    number = founder.ask("show", "member", id_)["number"]
    table.write_text(f"Member number,Name,Phone,Skills,Status\n{number},Zoe,,chess; bread,paused\n", "utf-8")
    (row,) = founder.ask("import", "member", str(table), "--dry-run")["doubtful"]
    assert (row["state"], row["changes"]) == ("changed", ["topics"])
    assert row["differences"] == [{"field": "topics", "before": [], "after": ["bread"]}]
    gone = [("phone", "0601"), ("topics", ["yoga"])]
    assert [(each["field"], each["before"]) for each in row["gone"]] == gone
    told = founder.run("import", "member", str(table), "--dry-run").stdout
    for words in ("topics also bread", "phone 0601 → empty; topics yoga", "status active → paused is changed"):
        assert words in told, told
    assert founder.ask("import", "member", str(table), "--changes")["changed"] == 1
    assert founder.ask("show", "member", id_)["topics"] == ["bread", "chess", "yoga"]
    table.write_text(f"Member number,Name,Phone,Year of birth\n{number},Zoe,0699,spring\n", "utf-8")
    changed = founder.run("import", "member", str(table), "--changes")
    assert changed.returncode == 0 and "1 changed." in changed.stdout, "a row with something that does not read, too"
    table.write_text(f"Member number,Name,Phone,Skills\n{number},Zoe,,chess; bread\n", "utf-8")
    assert founder.ask("import", "member", str(table), "--removals")["changed"] == 1
    after = founder.ask("show", "member", id_)
    assert after["topics"] == ["bread", "chess"] and "phone" not in after


def test_a_list_without_our_numbers_says_what_is_new_of_whom_it_knows(founder: Laptop, tmp_path: Path) -> None:
    id_ = founder.ask("add", "member", "name=Zoe Lind", "phone=0601", "email=zoe@example.org", "topics=yoga")["id"]
    bo = founder.ask("add", "member", "name=Bo Ek", "topics=chess")["id"]
    number = founder.ask("show", "member", id_)["number"]
    table = tmp_path / "theirs.csv"
    table.write_text("Name,Phone,E-mail,Skills\nBo Ek,0800,,pottery\nZoe Lind,,zoe@example.org,pottery\n", "utf-8")
    alone, surely = founder.ask("import", "member", str(table), "--dry-run")["doubtful"]
    assert [(each["state"], each["gone"]) for each in (alone, surely)] == [("doubtful", []), ("changed", [])]
    told = founder.run("import", "member", str(table), "--changes", "--removals").stdout
    assert (
        "Row 2: looks like something that is here already. If it is: phone empty → 0800; topics also pottery." in told
    )
    assert "phone" not in founder.ask("show", "member", bo), "nobody is changed who is known by name alone"
    assert founder.ask("show", "member", id_)["topics"] == ["pottery", "yoga"]
    table.write_text(f"Member number,Name,Phone,E-mail\n,Zoë Lind,0699,zoe@example.org\n{number},Zoe Ek,,\n", "utf-8")
    known, married = founder.ask("import", "member", str(table), "--dry-run")["doubtful"]
    assert (known["state"], known["changes"], known["duplicate"]) == ("changed", ["phone"], id_)
    assert known["differences"] == [{"field": "phone", "before": "0601", "after": "0699"}]
    assert (married["state"], married["changes"], married["duplicate"]) == ("doubtful", None, id_)
    told = founder.run("import", "member", str(table), "--dry-run").stdout
    for words in (
        "phone 0601 → 0699. With --changes",
        "under another name (number)? If it is: name Zoe Lind → Zoe Ek.",
    ):
        assert words in told, told
    made = founder.ask("import", "member", str(table), "--changes", "--removals")
    assert (made["added"], made["changed"]) == (0, 1)
    after = founder.ask("show", "member", id_)
    assert (after["name"], after["phone"]) == ("Zoe Lind", "0699")
    founder.ask("undo")
    assert founder.ask("show", "member", id_)["phone"] == "0601"


def test_an_import_takes_nothing_of_a_hidden_row_and_promises_none_that_it_cannot_take(
    founder: Laptop, tmp_path: Path
) -> None:
    id_ = founder.ask("add", "member", "name=Zoe", "phone=0601", "notes=here")["id"]
    number = founder.ask("show", "member", id_)["number"]
    table = tmp_path / "people.xlsx"
    with xlsxwriter.Workbook(table) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Member number", "Name", "Phone", "Notes"])
        sheet.write_row(1, 0, [number, "Zoe", "0699", ""])
        sheet.set_row(1, None, None, {"hidden": True})
    told = founder.run("import", "member", str(table), "--changes", "--removals").stdout
    assert "hides this row. Is here already. New: phone 0601 → 0699." in told and "With --" not in told, told
    after = founder.ask("show", "member", id_)
    assert (after["phone"], after["notes"]) == ("0601", "here")
    twice = tmp_path / "people.csv"
    twice.write_text(f"Member number,Name,Phone\n{number},Zoe,0699\n{number},Zoe,0698\n", "utf-8")
    told = founder.run("import", "member", str(twice), "--dry-run").stdout
    assert told.count("With --changes it is taken over.") == 1, told
