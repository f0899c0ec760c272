"""A hub that is rolled back, or gone for good: laptops bring everything back to it, and nothing is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.cli.outside import Laptop, hub

Maker = Callable[[str], Laptop]


def names(laptop: Laptop) -> list[str]:
    return sorted(row["name"] for row in laptop.rows("list", "member"))


def hash_of(laptop: Laptop) -> Any:
    found = laptop.ask("check")
    assert found["ok"]
    return found["state_hash"]["private"]


def circle_of_two(laptop: Maker, code: str) -> tuple[Laptop, Laptop]:
    first, second = laptop("first"), laptop("second")
    first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", code)
    invitation = first.ask("circle", "invite", "--right", "recorder")["invitation"]
    second.ask("circle", "join", invitation, "--as", "Bo", "--device", "Red")
    return first, second


def test_a_hub_restored_from_an_old_backup_is_refilled_by_the_laptops(laptop: Maker, tmp_path: Path) -> None:
    data, old = tmp_path / "hub", tmp_path / "old"
    with hub(data) as (said, _):
        first, second = circle_of_two(laptop, said["code"])
        first.ask("sync")
    shutil.copytree(data, old)
    where = f"127.0.0.1:{urlsplit(said['url']).port}"
    with hub(data, "--listen", where):
        for number in range(3):
            first.ask("add", "member", f"name=First {number}")
            second.ask("add", "member", f"name=Second {number}")
            first.ask("sync")
            second.ask("sync")
        invitation = first.ask("circle", "invite")["invitation"]
    shutil.rmtree(data)
    shutil.copytree(old, data)
    with hub(data, "--listen", where):
        second.ask("add", "member", "name=After the rollback")
        for each in (second, first, second):
            ended = each.run("sync", "--json")
            assert ended.returncode == 0 and not ended.stderr, ended.stderr
        wanted = ["After the rollback", "Bo", *(f"First {n}" for n in range(3)), "Pilar"]
        wanted += [f"Second {n}" for n in range(3)]
        assert names(first) == names(second) == sorted(wanted)
        assert hash_of(first) == hash_of(second)
        third = laptop("third")
        third.ask("circle", "join", invitation, "--as", "Cleo", "--device", "New")
        assert set(names(third)) == {*wanted, "Cleo"}, "the refilled hub has everything, the invitation too"
        devices = {row["id"] for row in first.ask("circle", "status")["devices"]}
        assert len(devices) == 2, "nobody took a rolled back hub for a copied laptop"
    code, told = first.refused("circle", "recovery", "keep-list")
    assert code == 1 and "found the circle anew" in told, "nobody types words of a sheet that there is not"
    assert "gone for good never will" in first.run("circle", "recovery", "print").stdout


def test_a_hub_that_is_gone_for_good_is_replaced_with_the_sheet(laptop: Maker, tmp_path: Path) -> None:
    with hub(tmp_path / "hub") as (said, _):
        first, second = circle_of_two(laptop, said["code"])
        words = first.ask("circle", "recovery", "print")["words"]
        second.ask("sync")
    shutil.rmtree(tmp_path / "hub")
    second.ask("add", "member", "name=Meanwhile")
    with hub(tmp_path / "new hub") as (said, _):
        second.environment["LEARNINGCIRCLES_SHEET"] = " ".join(words)
        assert "organizer" in second.refused("circle", "recovery", "keep-list")[1]
        first.environment["LEARNINGCIRCLES_SHEET"] = " ".join(words)
        assert first.ask("circle", "recovery", "keep-list") == {"ok": True, "keeps_list": True}
        first.ask("circle", "hub", said["code"])
        stick = str(tmp_path / "stick.bundle")
        first.ask("bundle", "write", stick)
        second.ask("bundle", "read", stick)
        assert second.ask("circle", "status")["hub"] == said["url"]
        assert second.ask("sync")["waiting"] == 0
        first.ask("sync")
        assert names(first) == names(second) == ["Bo", "Meanwhile", "Pilar"]
        assert hash_of(first) == hash_of(second)
