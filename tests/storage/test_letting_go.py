"""Segments that do not verify are not held, nor brought over from a damaged file: the next share brings them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from laptops import Clock, MemoryMark, carry, laptops

from learningcircles.circle.circle import Circle
from learningcircles.circle.create import open_circle
from learningcircles.crypto.pages import PAGE_BYTES, SALT_BYTES, Pages
from learningcircles.journal.segment import Header
from learningcircles.laptop.report import problem_report
from learningcircles.storage.check import check, hints
from learningcircles.storage.connect import connect
from learningcircles.storage.copy import settle_file
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.letting_go import LET_GO, LettingGo
from learningcircles.storage.salvage import salvage
from learningcircles.surroundings import seeded


def add_member(circle: Circle, name: str, notes: str = "") -> None:
    with circle.change(f"Add {name}") as change:
        change.set("member", change.new_id(), {"name": name, "notes": notes})


def names(circle: Circle) -> list[str]:
    return sorted(str(record["name"]) for record in circle.reader.list("member"))


def spoil(circle: Circle, seq: int, column: str = "payload") -> None:
    """Put zeros over the end of what a segment holds, as a page does that could not be read."""
    (found,) = circle.connection.execute(f"SELECT {column} FROM segment WHERE seq=?", (seq,)).fetchone()
    with circle.transaction():
        row = (found[: len(found) // 2].ljust(len(found), b"\0"), seq)
        circle.connection.execute(f"UPDATE segment SET {column}=? WHERE seq=?", row)


@pytest.mark.parametrize("column", ["payload", "header", "signature"])
@pytest.mark.parametrize("known", [True, False])
def test_a_damaged_parcel_of_another_laptop_comes_back_with_the_next_share(
    tmp_path: Path, column: str, known: bool
) -> None:
    """What lies behind it is kept. Its words are not entered again, by another's right, be it known or not to be with
    others: its maker may have been shut out.
    """
    first, second = laptops(tmp_path, 2)
    for name in ("Ana", "Bo", "Cem", "Dora"):
        add_member(first, name)
        carry(first, second)
    if known:
        Exchange(second).note_peer("first", Exchange(first).have(), 1)
    spoil(second, 2, column)
    if column != "header":
        assert any("check --rebuild" in problem for problem in check(second))
    told = LettingGo(second).let_go()
    assert told.sentence == LET_GO["gaps"] and told.segments == 1
    assert [each.gone for each in told.missing if each.entity == "member"] == [3]
    assert names(second) == ["Ana"] and "2 sound parcels of changes wait" in hints(second)[0]
    assert check(second) == []
    assert "\nCheck: what is here is in order\n  2 sound parcels" in problem_report(second, {}, 1)
    kept = second.connection.execute("SELECT seq, state FROM segment ORDER BY seq").fetchall()
    assert kept == [(1, "folded"), (3, "behind"), (4, "behind")]
    assert LettingGo(second).let_go().sentence == ""
    (lost,) = [each for each in Exchange(first).after({}, 10**9) if Header.parse(each.header).seq == 2]
    Exchange(second).receive([lost])
    assert names(second) == ["Ana", "Bo", "Cem", "Dora"] and check(second) == []
    carry(second, first)
    assert second.reader.state_hash() == first.reader.state_hash() and second.reader.review_count() == 0


def test_another_branch_does_not_take_up_what_lies_behind_a_damaged_parcel(tmp_path: Path) -> None:
    """A laptop was copied, and wrote on: what followed the parcel that is gone follows no other one."""
    first, second = laptops(tmp_path, 2)
    add_member(first, "Ana")
    carry(first, second)
    settle_file(first.connection)
    copy = tmp_path / "copy.circle"
    copy.write_bytes(first.path.read_bytes())
    for name in ("Bo", "Cem"):
        add_member(first, name)
        carry(first, second)
    spoil(second, 2)
    LettingGo(second).let_go()
    twin = open_circle(copy, first.secrets, seeded(99, Clock()), MemoryMark())
    add_member(twin, "Other")
    carry(twin, second)
    assert "Other" in names(second) and check(second) == []
    held = second.connection.execute("SELECT seq, state FROM segment ORDER BY seq").fetchall()
    assert held == [(1, "folded"), (2, "folded")]
    assert second.connection.execute("SELECT count(*) FROM aside").fetchone() == (1,)


@pytest.mark.parametrize("shared", [True, False])
def test_own_work_that_nobody_has_is_told_and_what_follows_it_is_open_again(tmp_path: Path, shared: bool) -> None:
    first, second = laptops(tmp_path, 2)
    for name in ("Ana", "Bo", "Cem"):
        add_member(first, name)
        Exchange(first).close_tail()
    if shared:
        carry(first, second)
        Exchange(first).note_peer("second", Exchange(second).have(), 1)
    spoil(first, 2)
    told = LettingGo(first).let_go()
    assert told.sentence == LET_GO["gaps" if shared else "again"]
    assert names(first) == (["Ana"] if shared else ["Ana", "Bo", "Cem"])
    assert bool(hints(first)) is shared and check(first) == []
    carry(second, first)
    assert names(first) == ["Ana", "Bo", "Cem"]
    assert Exchange(first).behind() is not shared  # so that it goes on under a new identity
    if shared:
        carry(first, second)
        assert second.reader.state_hash() == first.reader.state_hash()


def test_the_last_page_of_a_parcel_that_cannot_be_read_is_not_taken_for_zeros(tmp_path: Path) -> None:
    (circle,) = laptops(tmp_path, 1)
    add_member(circle, "Ana", os.urandom(9000).hex())
    Exchange(circle).close_tail()
    (payload,) = circle.connection.execute("SELECT payload FROM segment").fetchone()
    key, path, device = b"0" * 32, circle.path, circle.secrets.device.id
    settle_file(circle.connection, keep_wal=False)
    circle.close()
    data = bytearray(path.read_bytes())
    pages = Pages(key, bytes(data[:SALT_BYTES]))
    places = range(PAGE_BYTES, len(data), PAGE_BYTES)
    (last,) = (n for n in places if payload[-500:] in pages.opened(bytes(data[n : n + PAGE_BYTES])))
    data[last + 100] ^= 1
    path.write_bytes(data)
    found = salvage(path, tmp_path / "fresh.circle", key, lambda done, whole: None, bytes(16), device)
    fresh = connect(tmp_path / "fresh.circle", key)
    assert found.gaps and not found.lost and found.rest.shown is not None
    assert fresh.execute("SELECT count(*) FROM segment").fetchone() == (0,)
    fresh.close()


@pytest.mark.parametrize("byte", [0, 3, 30])
def test_own_work_whose_header_is_what_is_damaged_is_not_said_to_come_back(tmp_path: Path, byte: int) -> None:
    first, _ = laptops(tmp_path, 2)
    for name in ("Ana", "Bo", "Cem"):
        add_member(first, name)
        Exchange(first).close_tail()
    first.connection.execute("DELETE FROM record WHERE n=(SELECT n FROM e_member WHERE name='Cem')")
    (held,) = first.connection.execute("SELECT header FROM segment WHERE seq=3").fetchone()
    struck = held[:byte] + bytes([held[byte] ^ 1]) + held[byte + 1 :]
    with first.transaction():
        first.connection.execute("UPDATE segment SET header=? WHERE seq=3", (struck,))
    told = LettingGo(first).let_go()
    assert told.lost and told.sentence == LET_GO["lost"] and "Cem" not in names(first)
