"""A circle comes back, with processes of their own: from its sheet and its hub, from its sheet and a stick."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp

from tests.cli.outside import Laptop, hub

Maker = Callable[[str], Laptop]


def names(laptop: Laptop) -> list[str]:
    return sorted(row["name"] for row in laptop.rows("list", "member"))


def with_words(laptop: Laptop, words: list[str]) -> Laptop:
    laptop.environment["LEARNINGCIRCLES_SHEET"] = " ".join(words)
    return laptop


def hash_of(laptop: Laptop) -> Any:
    return laptop.ask("check")["state_hash"]


def test_a_circle_whose_only_laptop_is_gone_runs_again_from_sheet_and_hub(laptop: Maker, tmp_path: Path) -> None:
    first = laptop("first")
    with hub(tmp_path / "hub") as (said, _):
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        assert first.ask("circle", "recovery", "status") == {
            "sheet": "none",
            "safe": False,
            "key_file": False,
            "used": [],
        }
        made = first.ask("circle", "recovery", "print")
        assert made["works_now"] and not made["cancels"] and len(made["words"]) == 24
        state = {"sheet": "in force", "safe": True, "key_file": True, "used": []}
        assert first.ask("circle", "recovery", "status") == state
        amina = first.ask("add", "member", "name=Amina", "notes=kiln")
        first.ask("add", "offer", "title=Bicycle repair", f"member={amina['id']}")
        first.ask("swap", "--from", "Amina", "--to", "Pilar", "--minutes", "90", "--on", "2026-11-20")
        first.ask("sync")
        before, balances = hash_of(first), first.rows("balance")
        shutil.rmtree(first.folder)

        second = with_words(laptop("second"), made["words"])
        code, sentence = second.refused("circle", "recovery", "open", "--as", "Pilar", "--device", "Green")
        assert code == 1 and "hub" in sentence
        opened = second.ask(
            "circle", "recovery", "open", "--as", "Pilar", "--device", "Green", "--hub", said["url"]
        )  # fmt: skip
        assert set(opened) == {"circle", "file", "device", "keeps_list"} and not opened["keeps_list"]
        assert names(second) == ["Amina", "Pilar"] and second.rows("balance") == balances
        after = hash_of(second)
        assert after["catalogue"] == before["catalogue"] and after["organizers"] == before["organizers"]
        status = second.ask("circle", "status")
        assert status["right"] == "organizer" and status["waiting"] == 0 and len(status["devices"]) == 2

        lost = next(row["id"] for row in status["devices"] if row["name"] == "Blue")
        assert second.ask("circle", "revoke", lost)["works_now"]
        invitation = second.ask("circle", "invite")["invitation"]
        third = laptop("third")
        third.ask("circle", "join", invitation, "--as", "Bo", "--device", "Red")
        second.ask("sync")
        assert names(second) == names(third) == ["Amina", "Bo", "Pilar"]
        assert hash_of(second)["private"] == hash_of(third)["private"]

        again = second.ask("circle", "recovery", "print", str(tmp_path / "new.pdf"))
        assert again["cancels"] and again["works_now"]
        fourth = with_words(laptop("fourth"), made["words"])
        assert fourth.refused(
            "circle", "recovery", "open", "--as", "x", "--device", "y", "--hub", said["url"]
        )  # fmt: skip
        assert fourth.refused("list", "member")[0] == 1, "nothing was left behind"
        fifth = laptop("fifth")
        fifth.environment["LEARNINGCIRCLES_SHEET"] = again["code"]
        told = fifth.run("circle", "recovery", "open", "--as", "Pilar", "--device", "Yellow").stdout
        assert "It opens without a passphrase here" in told
        assert names(fifth) == ["Amina", "Bo", "Pilar"]


def test_a_circle_without_a_hub_runs_again_from_sheet_and_stick(laptop: Maker, tmp_path: Path) -> None:
    first, stick = laptop("first"), str(tmp_path / "stick.bundle")
    first.ask("circle", "new", "Mill Lane", "--as", "Odile", "--device", "A")
    words = first.ask("circle", "recovery", "print")["words"]
    first.ask("add", "member", "name=Karim")
    invitation = first.ask("circle", "invite", "--right", "recorder")["invitation"]
    first.ask("bundle", "write", stick)
    other = laptop("other")
    other.ask("circle", "join", invitation, "--as", "Nadia", "--device", "B", "--bundle", stick)
    shutil.rmtree(first.folder)

    second = with_words(laptop("second"), words)
    opened = second.ask("circle", "recovery", "open", "--as", "Odile", "--device", "C", "--bundle", stick)
    assert opened["keeps_list"], "the laptop that kept the list is gone"
    assert names(second) == ["Karim", "Odile"]
    second.ask("add", "member", "name=Since")
    assert second.ask("circle", "invite")["works_now"]
    second.ask("bundle", "write", stick)
    other.ask("bundle", "read", stick)
    other.ask("bundle", "write", stick)
    second.ask("bundle", "read", stick)
    second.ask("bundle", "write", stick)
    other.ask("bundle", "read", stick)
    assert names(other) == names(second) == ["Karim", "Nadia", "Odile", "Since"]
    assert hash_of(other)["private"] == hash_of(second)["private"]
    assert second.refused("circle", "recovery", "open", "--as", "x", "--device", "y", "--bundle", stick)


def test_who_comes_back_by_a_stick_while_the_hub_keeps_the_list_is_told_what_holds(
    laptop: Maker, tmp_path: Path
) -> None:
    first, stick = laptop("first"), str(tmp_path / "stick.bundle")
    with hub(tmp_path / "hub") as (said, _):
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        assert "circle keeper NAME" in first.refused("circle", "keeper", "--here", "--yes")[1]
        words = first.ask("circle", "recovery", "print")["words"]
        first.ask("bundle", "write", stick)
    shutil.rmtree(first.folder)
    second = with_words(laptop("second"), words)
    opening = ("circle", "recovery", "open", "--as", "Pilar", "--device", "Green", "--bundle", stick)
    assert not second.ask(*opening)["keeps_list"]
    assert "circle recovery keep-list" in second.refused(*opening, "--hub-gone")[1]
    told = second.run("circle", "revoke", "Blue").stdout
    assert "Nobody shuts that laptop out yet" in told and "shut it out now" not in told


def test_a_circle_whose_hub_is_gone_too_runs_again_from_a_stick(laptop: Maker, tmp_path: Path) -> None:
    first, stick = laptop("first"), str(tmp_path / "stick.bundle")
    with hub(tmp_path / "hub") as (said, _):
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        words = first.ask("circle", "recovery", "print")["words"]
        first.ask("bundle", "write", stick)
    shutil.rmtree(first.folder)
    second = with_words(laptop("second"), words)
    opened = second.ask(
        "circle", "recovery", "open", "--as", "Pilar", "--device", "Green", "--bundle", stick, "--hub-gone"
    )  # fmt: skip
    assert opened["keeps_list"] and second.ask("circle", "status")["hub"] is None
    with hub(tmp_path / "new hub") as (said, _):
        second.ask("circle", "hub", said["code"])
        assert second.ask("sync")["waiting"] == 0
        assert second.ask("check")["ok"]


def test_keys_that_a_new_system_has_lost_come_back_with_the_words(founder: Laptop) -> None:
    words = founder.ask("circle", "recovery", "print")["words"]
    founder.ask("add", "member", "name=Amina")
    before = hash_of(founder)
    shutil.rmtree(founder.folder / "keys")
    code, sentence = founder.refused("list", "member")
    assert code == 1 and "no key" in sentence and "circle recovery reopen" in sentence
    wrong = [*words]
    wrong[3] = "bicicle"
    assert "Word 4" in with_words(founder, wrong).refused("circle", "recovery", "reopen")[1]
    with_words(founder, words).ask("circle", "recovery", "reopen")
    assert names(founder) == ["Amina", "Pilar"] and hash_of(founder) == before
    founder.ask("add", "member", "name=Afterwards")
    assert founder.ask("check")["ok"]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_sheet_is_a_page_to_read_and_to_scan(founder: Laptop, tmp_path: Path, paper: str) -> None:
    file = tmp_path / "sheet.pdf"
    made = founder.ask("circle", "recovery", "print", str(file), "--paper", paper)
    document = pypdfium2.PdfDocument(file)
    assert len(document) == 1
    page = document[0]
    wide = {"A4": 595, "Letter": 612}[paper]
    assert round(page.get_width()) == wide
    shown = page.get_textpage().get_text_range()
    listed = shown.split()
    for place, word in enumerate(made["words"], 1):
        assert f"{place}." in listed and word in listed
    assert "Recovery sheet of Harbour" in shown
    document.close()
    assert founder.refused("circle", "recovery", "print", str(file))[0] == 1, "nobody's file is overwritten"
    assert len(founder.ask("circle", "recovery", "print")["words"]) == 24
    assert scanned(file) == made["code"]


def scanned(file: Path) -> str:
    """Return what the code on a PDF's first page says, as a camera would see it."""
    document = pypdfium2.PdfDocument(file)
    seen = document[0].render(scale=2, grayscale=True)
    held = bytes(seen.buffer)
    rows = b"".join(held[row * seen.stride : row * seen.stride + seen.width] for row in range(seen.height))
    document.close()
    (found,) = zxingcpp.read_barcodes(memoryview(rows).cast("B", shape=[seen.height, seen.width]))
    return str(found.text)


def test_a_backup_comes_back_on_another_laptop_with_the_sheet(founder: Laptop, laptop: Maker, tmp_path: Path) -> None:
    words = founder.ask("circle", "recovery", "print")["words"]
    founder.ask("add", "member", "name=Amina")
    file = str(tmp_path / "evening.backup")
    founder.ask("backup", file)
    founder.ask("add", "member", "name=After the backup")
    other = with_words(laptop("other"), words)
    assert other.refused("restore", file)[0] == 1
    done = other.ask("restore", file, "--sheet")
    assert done["renewed"] and done["set_aside"] is None
    devices = other.ask("circle", "status")["devices"]
    assert [each["copy_of"] for each in devices] == [None, devices[0]["id"]]
    assert names(other) == ["Amina", "Pilar"] and other.ask("check")["ok"]
    assert founder.refused("restore", file)[0] == 1, "it is here already"
    again = founder.ask("restore", file, "--replace")
    assert again["renewed"] and Path(again["set_aside"]).is_file()
    assert names(founder) == ["Amina", "Pilar"] and founder.ask("check")["ok"]


def test_a_sheet_alone_keeps_no_circle(laptop: Maker, tmp_path: Path) -> None:
    """It opens a hub, a stick or a backup: where there is none, nothing outlasts the laptop."""
    first = laptop("first")
    first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue")
    first.ask("circle", "recovery", "print")
    assert first.ask("circle", "recovery", "status") == {
        "sheet": "in force",
        "safe": False,
        "key_file": True,
        "used": [],
    }
    assert "put a stick or a backup elsewhere" in first.run("circle", "recovery", "status").stdout
    stick = tmp_path / "stick"
    stick.mkdir()
    first.ask("backup", str(stick / "kept.backup"))
    said = {"sheet": "in force", "safe": False, "key_file": True, "used": []}
    assert first.ask("circle", "recovery", "status") == said, "it lies on the laptop's own disk"
    stick.rename(tmp_path / "taken away")
    assert first.ask("circle", "recovery", "status") == said | {"safe": True}


def test_that_a_sheet_was_used_is_told_until_it_is_known(laptop: Maker, tmp_path: Path) -> None:
    first, stick = laptop("first"), str(tmp_path / "stick.bundle")
    first.ask("circle", "new", "Mill Lane", "--as", "Odile", "--device", "A")
    words = first.ask("circle", "recovery", "print")["words"]
    first.ask("bundle", "write", stick)
    finder = with_words(laptop("finder"), words)
    came = finder.ask("circle", "recovery", "open", "--as", "Carla", "--device", "Drawer", "--bundle", stick)["device"]
    assert finder.ask("circle", "status")["sheet_used"] == [], "who came by it needs not be told"
    finder.ask("bundle", "write", stick)
    first.ask("bundle", "read", stick)
    for asks in (("circle", "status"), ("circle", "recovery", "status")):
        (used,) = first.ask(*asks)["used" if "recovery" in asks else "sheet_used"]
        assert (used["device"], used["name"], used["shut_out"], used["opens"]) == (came, "Drawer", False, True)
        told = first.run(*asks).stdout
        assert "The recovery sheet was used" in told and f"circle revoke {came[:8]}" in told, asks
    assert first.refused("circle", "recovery", "known", first.ask("circle", "status")["device"])[0] == 1
    assert first.ask("circle", "recovery", "known", came[:8])["ok"]
    assert (
        first.ask("circle", "status")["sheet_used"] == []
        and "sheet was used" not in first.run("circle", "status").stdout
    )
