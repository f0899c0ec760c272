"""Damaged pages of a circle file are noticed; it is made again from its journal, and the rest comes from the hub."""

from __future__ import annotations

import json
import os
import random
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from learningcircles.crypto.pages import SALT_BYTES, Pages
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
from tests.cli.outside import Laptop, hub

Maker = Callable[[str], Laptop]
PAGE = 4096
MEMBERS = 150


def add_many(laptop: Laptop, name: str, count: int) -> set[str]:
    names = [f"{name} {number}" for number in range(count)]
    rows = "\n".join(json.dumps({"name": each, "notes": os.urandom(200).hex()}) for each in names)
    assert laptop.run("add", "member", "--from", "-", stdin=rows).returncode == 0
    return set(names)


def flip_a_bit(file: Path, page: int, place: int) -> None:
    data = bytearray(file.read_bytes())
    data[page * PAGE + place] ^= 1
    file.write_bytes(data)


def rebuilt(laptop: Laptop, file: Path) -> str:
    """Make the file again, remove the one that was set aside, and return the sentence; empty where nothing is saved."""
    ended = laptop.run("check", "--rebuild")
    if ended.returncode == 1:
        assert "nothing in it can be saved" in ended.stderr and file.name in ended.stderr, ended
        return ""
    assert ended.returncode == 0 and "is in order" in ended.stdout, ended
    said = ended.stderr.strip()
    assert said.startswith("The file of this circle was damaged")
    (aside,) = (path for path in laptop.folder.glob("*.circle") if path != file)
    assert str(aside) in said
    aside.unlink()
    return said


def live_with_damage(laptop: Maker, folder: Path, pages: Callable[[int], list[int]], seed: int) -> Counter[str]:
    """Damage a page, make the file again, share; one page after the other. Returns how it was each time."""
    first, second = laptop("first"), laptop("second")
    place = random.Random(seed)
    came: Counter[str] = Counter()
    with hub(folder / "hub", "--no-tls") as (said, _):
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        invitation = first.ask("circle", "invite")["invitation"]
        names = add_many(first, "Shared", MEMBERS)
        first.ask("sync")
        second.ask("circle", "join", invitation, "--as", "Bo", "--device", "Red")
        file = first.file
        for page in pages(file.stat().st_size // PAGE):
            open_ = add_many(first, f"Open {page}", 3)
            whole = file.read_bytes()
            flip_a_bit(file, page, place.randrange(20, PAGE - 100))
            told = first.run("check")
            assert told.returncode == 1 and "damaged" in told.stdout + told.stderr
            sentence = rebuilt(first, file)
            if not sentence:
                file.write_bytes(whole)
            came[sentence.partition(" The damaged file")[0]] += 1
            first.ask("sync")
            held = {row["name"] for row in first.rows("list", "member")}
            assert names <= held, "something that was shared has not come back"
            assert open_ <= held or "had not shared yet" in sentence, "something that was not shared is gone unsaid"
            names |= open_ & held
        second.ask("sync")
        first.ask("sync")
    checks = [each.ask("check") for each in (first, second)]
    assert all(each["ok"] for each in checks)
    assert checks[0]["state_hash"]["private"] == checks[1]["state_hash"]["private"]
    assert Counter(row["name"] for row in second.rows("list", "member")).most_common(1)[0][1] == 1
    return came


def test_a_damaged_page_here_and_there(laptop: Maker, tmp_path: Path) -> None:
    came = live_with_damage(laptop, tmp_path, lambda count: list(range(3, count, max(1, count // 4))), 1)
    assert came.total() >= 4, came


def page_of_longest_parcel(laptop: Laptop) -> int:
    """Return a page, counted from 0, on which the longest parcel of changes goes on, and nothing else stands."""
    with closing(open_circle(Home.default(laptop.environment))) as circle:
        (payload,) = max(circle.connection.execute("SELECT payload FROM segment"), key=lambda row: len(row[0]))
        key = circle.secrets.file_key
    data = laptop.file.read_bytes()
    pages = Pages(key, data[:SALT_BYTES])
    sealed = ((number, data[number * PAGE : (number + 1) * PAGE]) for number in range(1, len(data) // PAGE))
    parts = [payload[at : at + 16] for at in (4500, 4600)]  # a page may end within one of them
    return next(number for number, page in sealed if any(part in pages.opened(page) for part in parts))


def test_a_mended_file_of_which_parcels_wait_for_the_next_share_is_in_order(laptop: Maker, tmp_path: Path) -> None:
    first = laptop("first")
    with hub(tmp_path / "hub", "--no-tls") as (said, _):
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        first.ask("sync")
        names = set[str]()
        for name, count in (("Early", 3), ("Many", 60), ("Late", 3), ("Last", 3)):
            names |= add_many(first, name, count)
            first.ask("sync")
        flip_a_bit(first.file, page_of_longest_parcel(first), 500)
        ended = first.run("check", "--rebuild")
        assert ended.returncode == 0 and "What was brought over is in order." in ended.stdout, ended
        assert "2 sound parcels of changes wait for one that is missing" in ended.stdout
        assert "comes back when this laptop shares" in ended.stderr
        assert first.run("check").stdout.startswith("What is here is in order.\n2 sound parcels")
        checked = first.ask("check")
        assert checked["ok"] and "2 sound parcels of changes wait" in checked["hints"][0]
        first.ask("sync")
        assert {row["name"] for row in first.rows("list", "member")} >= names
        assert first.run("check").stdout.startswith("Everything is in order.")


@pytest.mark.soak
@pytest.mark.timeout(14_400)
def test_every_page_damaged_once(laptop: Maker, tmp_path: Path) -> None:
    came = live_with_damage(laptop, tmp_path, lambda count: list(range(1, count)), 2)
    print(f"\n{came}")
    assert came.total() > 50 and len(came) >= 3, came


def test_a_problem_report_of_a_damaged_circle_holds_what_can_be_read_and_no_name(laptop: Maker) -> None:
    first = laptop("first")
    first.ask("circle", "new", "Quayside", "--as", "Rosalind Okonkwo", "--device", "Her laptop")
    add_many(first, "Thaddeus", 30)
    (file,) = first.folder.glob("*.circle")
    whole = file.read_bytes()
    said = []
    for page in (0, 1, 4, 7, len(whole) // PAGE - 1):
        for beside in first.folder.glob("*.circle-*"):
            beside.unlink()
        file.write_bytes(whole)
        flip_a_bit(file, page, 1000)
        ended = first.run("report")
        assert ended.returncode == 0 and "sqlcipher3: " in ended.stdout, (page, ended)
        assert not any(word in ended.stdout for word in ("Quayside", "Rosalind", "Thaddeus", str(first.folder)))
        said.append(ended.stdout.partition("requests: ")[2].partition("\n")[2])
    assert "The circle does not open: damaged_file" in said[0]
    assert all("damaged" in each for each in said), said
