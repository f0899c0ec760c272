"""The command line asked in this process: what it refuses to write over, what it answers, what it leaves behind."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.copies import copies
from learningcircles.laptop.founding import found, open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.leaving import gone
from learningcircles.storage import connect
from learningcircles.storage.in_use import ENDING
from learningcircles.surroundings import real
from learningcircles_sync.engine import Engine
from learningcircles_ui.cli.main import run
from learningcircles_ui.remembered import FILE, forget

if sys.platform != "win32":
    import fcntl


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("LEARNINGCIRCLES_HOME", str(tmp_path / "home"))
    made = Home.default()
    found(made, "Harbour", "Pilar", "Blue").close()
    return made


def test_a_bundle_replaces_a_bundle_and_no_other_file(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people, stick, empty = tmp_path / "people.csv", tmp_path / "a.bundle", tmp_path / "empty"
    people.write_text("my only list")
    empty.touch()
    assert run(["bundle", "write", str(people)]) == 1
    assert f"{people} is another file, not that of a stick" in capsys.readouterr().err
    assert people.read_text() == "my only list"
    for file in (stick, stick, empty):
        assert run(["bundle", "write", str(file)]) == 0


def test_a_bundle_is_written_though_the_circles_disk_is_full_and_says_what_stays_behind(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    circle = found(home, "Garden", "Pilar", "Blue")
    engine = Engine(home, Verbs(circle), real())
    stick = tmp_path / "a.bundle"

    def full(**_: Any) -> None:
        raise connect.plain_error(connect.OperationalError("database or disk is full"), circle.path)

    monkeypatch.setattr(engine.preparing, "run", full)
    done = engine.write_bundle(stick)
    assert stick.exists() and [each.code for each in done.obstacles] == ["full_disk"]
    assert not copies(circle), "there is no room to note it"
    circle.close()


def test_records_added_from_lines_are_answered_whole(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "people").write_text('{"name": "Ann"}\n{"name": "Bo"}\n')
    assert run(["add", "member", "--from", str(tmp_path / "people"), "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["name"], row["deleted"]) for row in rows] == [("Ann", False), ("Bo", False)]
    assert run(["show", "member", rows[0]["id"], "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == rows[0]


def test_leaving_takes_the_circles_id_out_of_what_the_window_remembers(home: Home) -> None:
    held = home.find()
    kept = f"[{'0' * 32}]\nsize=1\n\n[{held.circle_id.hex()}]\nsize=2\ntable=@ByteArray(x)\n\n[General]\nsize=3\n"
    (home.folder / FILE).write_text(kept)
    home.set_setting("last_circle", held.circle_id.hex())
    home.set_setting("theme", "dark")
    assert run(["leave", "--anyway"]) == 0
    assert (home.folder / FILE).read_text() == f"[{'0' * 32}]\nsize=1\n\n[General]\nsize=3\n"
    assert home.settings == {"theme": "dark"}
    for path in home.folder.rglob("*"):
        assert held.circle_id.hex() not in path.name, path
        assert not path.is_file() or held.circle_id.hex().encode() not in path.read_bytes(), path
    before = (home.folder / FILE).stat().st_mtime_ns
    forget(home.folder, held.circle_id)
    assert (home.folder / FILE).stat().st_mtime_ns == before


def test_a_stick_that_could_not_be_written_is_no_copy_to_destroy(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stick = tmp_path / "a.bundle"
    assert run(["bundle", "write", str(stick)]) == 0
    assert run(["bundle", "write", str(tmp_path / "away" / "b.bundle")]) == 1
    capsys.readouterr()
    assert run(["member", "copies", "--json"]) == 0
    told = capsys.readouterr().out
    assert str(stick) in told and "b.bundle" not in told


def test_what_find_leaves_out_is_said(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    circle = open_circle(home)
    Verbs(circle).records.add_many("member", [{"name": f"Person {number}"} for number in range(60)], label="Add")
    circle.close()
    for words, told, more in (([], 50, True), (["--limit", "7"], 7, True), (["--limit", "60"], 60, False)):
        assert run(["find", "person", *words]) == 0
        answer = capsys.readouterr()
        assert len(answer.out.splitlines()) == told
        assert answer.err == (f"There are more than these {told}: --limit {10 * told} finds more.\n" if more else "")


def test_a_day_that_may_be_two_is_named_before_it_is_imported(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = tmp_path / "people.csv"
    people.write_text("name,joined\nAmina,4/5/2020\nBo,5/5/2020\n")
    assert run(["import", "member", str(people), "--dry-run"]) == 0
    assert capsys.readouterr().out.startswith("joined: 4/5/2020 may be two days")
    people.write_text("name,joined\nAmina,4/5/2020\nBo,25/5/2020\n")
    assert run(["import", "member", str(people), "--dry-run", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["either"] == {}


def test_of_a_workbook_with_several_lists_the_sheet_is_asked_for(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "people.xlsx"
    with xlsxwriter.Workbook(file) as book:
        for name in ("2025", "2026"):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["Name", "Phone"])
            sheet.write_row(1, 0, [f"Person {name}", "01"])
    assert run(["import", "member", str(file)]) == 2
    assert "several sheets of members: 2025, 2026. Say which with --sheet." in capsys.readouterr().err
    assert run(["import", "member", str(file), "--sheet", "2026"]) == 0
    assert capsys.readouterr().out.startswith("Sheet 2026 of people.xlsx.\n1 of 1 rows are good; 1 added")


def test_a_birthday_without_a_year_is_said_and_all_that_is_wrong_with_a_row(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = tmp_path / "people.csv"
    people.write_text("Name,Birthday,E-mail\nAmina,--03-04,a@x.org\nAmina,,a@x.org\nPilar,,not mail\n")
    assert run(["import", "member", str(people), "--dry-run"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == ("Birthday: a birthday without a year, such as --03-04, gives no year of birth, and is left out.")
    assert told[1] == "Row 3: looks like row 2 of this file."
    assert told[2].startswith("Row 4: not mail is no") and told[2].endswith("something that is here already.")


def test_a_year_of_birth_has_the_same_bounds_in_every_sentence(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = tmp_path / "people.csv"
    people.write_text("name,birth year\nAmina,1700\n")
    this_year = Verbs(open_circle(home)).desk.today()[:4]
    run(["import", "member", str(people), "--dry-run"])
    assert f"between 1890 and {this_year}, not 1700" in capsys.readouterr().out
    for year, told in (("1700", f"between 1890 and {this_year}, not 1700"), ("2090", "2090 lies ahead")):
        assert run(["add", "member", "name=Amina", f"birth_year={year}"]) == 1
        assert told in capsys.readouterr().err


def test_a_picture_that_is_not_there_is_no_invitation_that_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LEARNINGCIRCLES_HOME", str(tmp_path / "home"))
    picture = str(tmp_path / "invitation.png")
    assert run(["circle", "join", picture, "--as", "Amina", "--device", "Red"]) == 1
    assert capsys.readouterr().err == f"There is no file {picture}.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there an open file cannot be taken away")
def test_leaving_that_is_refused_says_no_goodbye(home: Home, tmp_path: Path) -> None:
    path = home.find(None).path
    with path.with_name(path.name + ENDING).open("w") as other:  # as another program has it open
        fcntl.flock(other, fcntl.LOCK_SH)
        assert run(["leave", "--bundle", str(tmp_path / "last.bundle"), "--anyway"]) == 1
    circle = open_circle(home)
    assert not gone(circle) and not (tmp_path / "last.bundle").exists()
    circle.close()
    assert run(["leave", "--bundle", str(tmp_path / "last.bundle"), "--anyway"]) == 0


def test_leaving_names_what_was_written_and_is_there_still(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("kept.csv", "destroyed.csv"):
        assert run(["export", "member", str(tmp_path / name), "--format", "csv"]) == 0
    (tmp_path / "destroyed.csv").unlink()
    capsys.readouterr()
    assert run(["leave", "--anyway", "--json"]) == 0
    assert [row["where"] for row in json.loads(capsys.readouterr().out)["copies"]] == [str(tmp_path / "kept.csv")]


def test_what_was_carried_away_is_called_a_stick_as_in_the_window(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Programs still read the word of the exact form."""
    stick = tmp_path / "evening.bundle"
    assert run(["bundle", "write", str(stick)]) == 0
    capsys.readouterr()
    assert run(["member", "copies", "--json"]) == 0
    assert [row["kind"] for row in map(json.loads, capsys.readouterr().out.splitlines())] == ["bundle"]
    assert run(["member", "copies"]) == 0
    assert capsys.readouterr().out.split() == ["stick", str(stick)]
    assert run(["leave", "--anyway"]) == 0
    assert f"  stick {stick}" in capsys.readouterr().out


def test_a_name_means_on_the_command_line_whom_it_means_in_the_window(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("José Ruiz", "José Ruiz Gómez", "Ana López", "Ana Lopez"):
        assert run(["add", "member", f"name={name}"]) == 0
    capsys.readouterr()

    def meant(words: str) -> str:
        code = run(["balance", words, "--json"])
        said = capsys.readouterr()
        return str(json.loads(said.out)["name"]) if code == 0 else said.err

    assert meant("jose ruiz") == "José Ruiz", "his whole name, and nobody else's"
    assert meant("gomez") == "José Ruiz Gómez" and meant("Ana López") == "Ana López", "as it is written"
    assert "Several" in meant("lopez") and "Several" in meant("jose") and "There is no" in meant("joze ruiz")
