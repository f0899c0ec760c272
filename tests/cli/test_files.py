"""What is written into files and read from them: exports, backups, sticks; and leaving, which leaves none."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import icalendar
import pypdfium2
import pytest
import python_calamine

from tests.cli.outside import Laptop

NAMES = ("Quetzalcoatl", "Harbour", "Zimmermann", "Blue lagoon")


def test_every_format_holds_what_it_should(founder: Laptop, tmp_path: Path) -> None:
    member = founder.ask(
        "add", "member", "name=Amína O’Neill, jr; x", "phone=0033 12", "languages=pt,fr", "birth_year=1980",
        "address=1 rue Longue\n75000 Paris", "notes=" + "é" * 60,
    )  # fmt: skip
    founder.ask("add", "meetup", "title=Seed swap", "start=2026-11-28T11:00", "minutes=90", "place=Hall, left")

    code, sentence = founder.refused("export", "member", str(tmp_path / "m.csv"))
    assert code == 2 and "--format" in sentence and sentence.strip() == " ".join(sentence.split()), "it is one line"

    def export(kind: str, form: str) -> Path:
        file = tmp_path / f"{kind}.{form}"
        assert founder.ask("export", kind, str(file), "--format", form)["records"] == (2 if kind == "member" else 1)
        return file

    assert "Amína O’Neill, jr; x" in export("member", "csv").read_text("utf-8-sig")
    rows = python_calamine.load_workbook(str(export("member", "xlsx"))).get_sheet_by_index(0).to_python()
    assert any("0033 12" in row for row in rows), "leading zeros are kept"
    assert member["id"] in [row["id"] for row in json.loads(export("member", "json").read_text())]

    calendar = icalendar.Calendar.from_ical(export("meetup", "ics").read_bytes())
    (event,) = calendar.walk("VEVENT")
    assert (event["summary"], event["location"]) == ("Seed swap", "Hall, left")
    assert event.decoded("dtstart").isoformat() == "2026-11-28T11:00:00+01:00"
    assert event.decoded("duration").total_seconds() == 90 * 60

    raw = export("member", "vcf").read_bytes()
    assert max(map(len, raw.split(b"\r\n"))) <= 75
    lines = raw.decode().replace("\r\n ", "").split("\r\n")
    assert {"FN:Amína O’Neill\\, jr\\; x", "TEL:0033 12", "BDAY:1980", "LANG:fr"} <= set(lines)
    assert "NOTE:" + "é" * 60 in lines and "ADR:;;1 rue Longue\\n75000 Paris;;;;" in lines

    text = pypdfium2.PdfDocument(export("member", "pdf"))[0].get_textpage().get_text_range()
    assert "Amína" in text and "0033 12" in text and "Harbour" in text
    for kind, form in (("member", "ics"), ("swap", "vcf"), ("member", "docx")):
        assert founder.refused("export", kind, "--format", form)[0] == 2


def test_a_table_that_names_a_meetup_is_told_when_whom_its_title_names_is_erased(
    founder: Laptop, tmp_path: Path
) -> None:
    founder.ask("add", "member", "name=Amina Adeyemi")
    bo = founder.ask("add", "member", "name=Bo Ek")["id"]
    meetup = founder.ask("add", "meetup", "title=Bread with Amina Adeyemi", "start=2030-05-04T11:00")["id"]
    founder.ask("add", "rsvp", f"meetup={meetup}", f"person={bo}", "answer=yes")
    founder.ask("export", "rsvp", str(tmp_path / "coming.csv"), "--format", "csv")
    assert "Amina Adeyemi" in (tmp_path / "coming.csv").read_text("utf-8-sig")
    done = founder.ask("member", "erase", "Amina Adeyemi", "--yes")
    assert [Path(copy["where"]).name for copy in done["copies"]] == ["coming.csv"]


def test_a_backup_comes_back_and_a_damaged_one_does_not(
    founder: Laptop, laptop: Callable[[str], Laptop], tmp_path: Path
) -> None:
    founder.environment["LEARNINGCIRCLES_PASSPHRASE"] = "correct horse"
    file = tmp_path / "evening.backup"
    founder.ask("add", "member", "name=Amina")
    founder.ask("backup", str(file))
    assert "exists already" in founder.refused("backup", str(file))[1]
    whole = file.read_bytes()
    second = laptop("second")
    assert "passphrase" in second.refused("restore", str(file))[1]
    second.environment["LEARNINGCIRCLES_PASSPHRASE"] = "wrong horse"
    assert "passphrase" in second.refused("restore", str(file))[1]
    second.environment["LEARNINGCIRCLES_PASSPHRASE"] = "correct horse"
    half = len(whole) // 2
    for data in (b"", b"LCK1", whole[:half], whole[:half] + bytes([whole[half] ^ 1]) + whole[half + 1 :],
                 whole[:20] + bytes([whole[20] ^ 1]) + whole[21:]):  # fmt: skip
        broken = tmp_path / "broken.backup"
        broken.write_bytes(data)
        code, sentence = second.refused("restore", str(broken))
        assert code == 1 and "broken.backup" in sentence
        assert not [path for path in second.folder.rglob("*") if path.is_file() and path.suffix != ".lock"]
    told = second.run("restore", str(file))
    assert told.returncode == 0 and "What was here before" not in told.stdout
    assert "It opens without a passphrase here" in told.stdout, "only the backup had one"
    assert "already" in second.refused("restore", str(file))[1]
    assert [row["name"] for row in second.rows("list", "member")] == ["Pilar", "Amina"]
    assert second.ask("check")["ok"]


def test_a_locked_circle_stays_locked_where_its_backup_is_restored(
    founder: Laptop, laptop: Callable[[str], Laptop], tmp_path: Path
) -> None:
    founder.environment["LEARNINGCIRCLES_PASSPHRASE"] = "correct horse"
    founder.ask("lock")
    founder.ask("backup", str(tmp_path / "a.backup"))
    second = laptop("second")
    second.environment["LEARNINGCIRCLES_PASSPHRASE"] = "correct horse"
    assert "It opens with the passphrase that was given" in second.run("restore", str(tmp_path / "a.backup")).stdout
    assert [row["name"] for row in second.rows("list", "member")] == ["Pilar"]
    del second.environment["LEARNINGCIRCLES_PASSPHRASE"]
    assert "needs its passphrase" in second.refused("list", "member")[1]


def test_a_passphrase(founder: Laptop) -> None:
    assert founder.refused("lock") == (2, "Give the passphrase in LEARNINGCIRCLES_PASSPHRASE.")
    founder.environment["LEARNINGCIRCLES_PASSPHRASE"] = "correct horse"
    founder.ask("lock")
    assert founder.ask("check")["ok"]
    for word in ("wrong horse", ""):
        founder.environment["LEARNINGCIRCLES_PASSPHRASE"] = word
        code, sentence = founder.refused("batch", "-")
        assert code == 1 and "passphrase" in sentence
    founder.environment["LEARNINGCIRCLES_PASSPHRASE"] = "correct horse"
    founder.ask("unlock")
    del founder.environment["LEARNINGCIRCLES_PASSPHRASE"]
    assert founder.rows("list", "member")


@pytest.fixture
def leaver(founder: Laptop, tmp_path: Path) -> Laptop:
    """A laptop whose home holds names wherever a home may hold them."""
    founder.ask("add", "member", "name=Quetzalcoatl Zimmermann")
    founder.ask("edit", "charter", "objective=Blue lagoon")
    founder.ask("backup", str(tmp_path / "a.backup"))
    founder.ask("restore", str(tmp_path / "a.backup"), "--replace")
    return founder


def nothing_is_left(laptop: Laptop) -> bool:
    for path in laptop.folder.rglob("*"):
        held = path.name.encode() + (path.read_bytes() if path.is_file() else b"")
        if any(name.encode() in held for name in NAMES):
            return False
    return not list(laptop.folder.rglob("*.circle*")) and not list(laptop.folder.rglob("*.key"))


def test_leaving_leaves_no_name_in_any_file(leaver: Laptop, tmp_path: Path) -> None:
    assert not nothing_is_left(leaver)
    assert "only laptop" in leaver.refused("leave", "--bundle", str(tmp_path / "last.bundle"))[1]
    leaver.ask("circle", "recovery", "print")
    code, sentence = leaver.refused("leave")
    assert code == 1 and "onto a stick first" in sentence
    assert leaver.refused("leave", "--bundle", str(tmp_path / "nowhere" / "last.bundle"))[0] == 1
    assert leaver.rows("list", "member"), "what could not be brought to safety is still there"
    leaver.ask("leave", "--bundle", str(tmp_path / "last.bundle"))
    assert nothing_is_left(leaver)
    assert "no circle" in leaver.refused("list", "member")[1]


def test_a_circle_that_cannot_be_opened_can_be_left(leaver: Laptop) -> None:
    leaver.environment["LEARNINGCIRCLES_PASSPHRASE"] = "correct horse"
    leaver.ask("lock")
    del leaver.environment["LEARNINGCIRCLES_PASSPHRASE"]
    assert "passphrase" in leaver.refused("leave")[1]
    leaver.ask("leave", "--anyway")
    assert nothing_is_left(leaver)


def test_an_import_names_torn_rows_and_fails_where_no_row_is_good(founder: Laptop, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes('Name,Phone\nZoë,01\n"Bo,02\n'.encode() + "Léa,03\n".encode("cp1252"))
    seen = founder.ask("import", "member", str(file), "--dry-run")
    assert (seen["rows"], seen["good"], seen["mixed"], [row["row"] for row in seen["doubtful"]]) == (3, 2, True, [3])
    file.write_text("Name,E-mail\nBo,nothing\n")
    code, sentence = founder.refused("import", "member", str(file))
    assert code == 1 and "no row of list.csv is good" in sentence


def test_how_a_list_s_letters_are_written_can_be_said(founder: Laptop, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes("Name,Phone\nTóth Ernő,01\n".encode("cp1250"))
    guessed = founder.ask("import", "member", str(file), "--dry-run")
    assert guessed["encoding"] == "cp1252"
    code, sentence = founder.refused("import", "member", str(file), "--encoding", "klingon")
    assert code == 2 and "--encoding" in sentence and "cp1250 (Central European)" in sentence and "klingon" in sentence
    code, sentence = founder.refused("import", "member", str(file), "--encoding", "utf-8")
    assert code == 1 and "not written in UTF-8" in sentence
    assert founder.ask("import", "member", str(file), "--encoding", "windows-1250")["added"] == 1
    assert "Tóth Ernő" in [row["name"] for row in founder.rows("list", "member")]
    founder.ask("export", "member", str(tmp_path / "out.xlsx"), "--format", "xlsx")
    code, sentence = founder.refused("import", "member", str(tmp_path / "out.xlsx"), "--encoding", "cp1250")
    assert code == 2 and "leave out --encoding" in sentence
