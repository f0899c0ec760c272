"""What did not count does not count because a damaged parcel was let go, and what others have stands once."""

from __future__ import annotations

from pathlib import Path

import pytest
from erasing import sayings
from sticks import carry
from sync_region import Region, add_member, hashes, invite_to, me, name_set
from test_list_damaged import spoil

from learningcircles.circle.circle import Circle
from learningcircles.entities.declare import Space
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.operations import SetOp
from learningcircles.journal.segment import Draft, Segment, close_segment, header_hash
from learningcircles.laptop import rights
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.report import problem_report
from learningcircles.laptop.salvaging import salvage_file
from learningcircles.laptop.succession import mend, succeed
from learningcircles.storage.check import check, hints
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.letting_go import LettingGo
from learningcircles.storage.logs import BEHIND, Logs
from learningcircles.storage.named_ends import NamedEnds
from learningcircles.trust.roster import Roster


def strike(circle: Circle, device: bytes, place: int, space: int = 1) -> int:
    """Strike the payload of a parcel of a log of a laptop's, counted from its first; return its seq."""
    database, number = circle.connection, circle.journal.numbers.of(device)
    sql = "SELECT seq, payload FROM segment WHERE device=? AND space=? ORDER BY seq"
    seq, payload = database.execute(sql, (number, space)).fetchall()[place]
    row = (bytes([payload[0] ^ 1]) + payload[1:], number, space, seq)
    with circle.transaction():
        database.execute("UPDATE segment SET payload=? WHERE device=? AND space=? AND seq=?", row)
    return int(seq)


def sealed_for_organizers(circle: Circle, count: int) -> list[Segment]:
    """Return segments of the organizers' space, made by hand: this version keeps no record there."""
    device, roster, found, before = circle.secrets.device, circle.roster, [], bytes(32)
    epoch = roster.epoch_for(Space.ORGANIZERS, len(roster.state.heads))
    assert epoch is not None
    key = circle.journal.epochs[Space.ORGANIZERS, epoch.name]
    for seq in range(1, count + 1):
        item = Changeset((1 << 40) + seq, None, bytes(16), "", {}, (SetOp("x", bytes([seq]) * 16, {"name": "X"}, {}),))
        draft = Draft(circle.id, Space.ORGANIZERS, device.id, seq, before, roster.head)
        found.append(close_segment(draft, [item], device.sign, key, circle.surroundings.random))
        before = header_hash(found[-1].header)
    return found


@pytest.mark.parametrize("behind", [False, True])
def test_what_a_laptop_wrote_after_it_was_shut_out_is_not_let_in(tmp_path: Path, behind: bool) -> None:
    """By whoever has not heard that it was: in the damaged parcel, and beyond it."""
    region = Region(tmp_path)
    pilar = region.found()
    bo, cy = region.laptop(pilar, "Bo", "recorder"), region.laptop(pilar, "Cy", "recorder")
    for engine in (pilar, bo, cy, pilar):
        engine.share()
    rights.revoke(pilar.circle, me(bo))
    pilar.share()
    for name in ("Junk", "More"):
        add_member(bo, name)
        Exchange(bo.circle).close_tail()
    carry(bo, cy, tmp_path)
    assert {"Junk", "More"} <= name_set(cy)
    strike(cy.circle, me(bo), -2 if behind else -1)
    told = LettingGo(cy.circle).let_go()
    assert told.again == 0
    for engine in (cy, pilar) * 3:
        engine.share()
    assert name_set(pilar) & {"Junk", "More"} == set() == name_set(cy) & {"Junk", "More"}
    assert hashes(cy)["private"] == hashes(pilar)["private"] and check(pilar.circle) == []


@pytest.mark.parametrize("heir", [False, True])
def test_what_had_been_cut_of_an_own_log_stays_cut(tmp_path: Path, heir: bool) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    bo = region.laptop(pilar, "Bo", "organizer")
    add_member(bo, "First")
    for engine in (bo, pilar):
        engine.share()
    rights.change_right(pilar.circle, me(bo), "reader")
    pilar.share()
    add_member(bo, "Written when it might not")
    bo.write_bundle(tmp_path / "stick")
    bo.share()
    rights.change_right(pilar.circle, me(bo), "organizer")
    for engine in (pilar, bo, pilar, bo):
        engine.share()
    former = me(bo)
    if heir:
        assert succeed(bo.circle)
        for engine in (bo, pilar):
            engine.share()
    strike(bo.circle, former, 0)
    LettingGo(bo.circle).let_go()
    for engine in (bo, pilar, bo, pilar):
        engine.share()
    assert hashes(bo) == hashes(pilar) and "Written when it might not" not in name_set(pilar) | name_set(bo)
    assert "First" in name_set(bo) and check(bo.circle) == []


def test_what_was_shared_under_a_former_identity_stands_once(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    bo = region.laptop(pilar, "Bo")
    for number in range(3):
        add_member(bo, f"Member {number}")
        bo.share()
    former = me(bo)
    assert succeed(bo.circle)
    for engine in (bo, pilar, bo):
        engine.share()
    strike(bo.circle, former, 1)
    LettingGo(bo.circle).let_go()
    for engine in (bo, pilar, bo, pilar):
        engine.share()
    sql = "SELECT count(*) FROM changeset GROUP BY space, action, tick HAVING count(*) > 1"
    assert pilar.circle.connection.execute(sql).fetchall() == []
    assert hashes(pilar) == hashes(bo) and check(bo.circle) == [] and bo.state().waiting == 0


def test_a_founder_who_has_handed_out_a_stick_is_not_alone(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found(admitted=False)
    add_member(pilar, "Closed")
    first, second = invite_to(pilar), invite_to(pilar)
    pilar.write_bundle(tmp_path / "stick")
    bo = region.join(second, "Bo", tmp_path / "stick")
    assert first is not second
    add_member(bo, "By Bo")
    add_member(pilar, "Open")
    spoil(pilar.circle, 1, 40)
    path, world = pilar.circle.path, pilar.circle.surroundings
    pilar.circle.close()
    saved = salvage_file(pilar.home, pilar.home.find(path), "", world)
    assert saved is not None and not saved.alone and saved.how == "gaps"
    again = region.engine(pilar.home, open_circle(pilar.home, path, world), world)
    mend(again.circle)
    for _ in range(3):
        carry(bo, again, tmp_path)
        carry(again, bo, tmp_path)
    assert hashes(again) == hashes(bo) and again.circle.roster.head == bo.circle.roster.head
    assert name_set(again) == {"Bo", "By Bo", "Closed", "Open", "Pilar"} and check(again.circle) == []


def test_what_lies_beyond_a_gap_is_not_held(tmp_path: Path) -> None:
    """An end that the list names there has not come yet."""
    region = Region(tmp_path)
    pilar = region.found()
    bo = region.laptop(pilar, "Bo")
    for number in range(3):
        add_member(bo, f"Member {number}")
        bo.share()
    pilar.share()
    rights.revoke(pilar.circle, me(bo))
    end = strike(pilar.circle, me(bo), -1)
    strike(pilar.circle, me(bo), -2)
    circle = pilar.circle
    number, logs = circle.journal.numbers.of(me(bo)), Logs(circle.connection, circle.journal.numbers)
    header = logs.header(1, number, end)
    assert header is not None and NamedEnds(circle.journal, logs).stand_beyond(header)
    with circle.transaction():  # the one before it is struck still, the end itself is sound
        sql = "UPDATE segment SET state='behind' WHERE device=? AND space=1 AND seq=?"
        circle.connection.execute(sql, (number, end))
        logs.put(1, number, logs.get(1, number)._replace(stored=end - 1, head=header.prev_hash))
    assert logs.header(1, number, end) is None
    assert not NamedEnds(circle.journal, logs).stand_beyond(header)


@pytest.mark.parametrize(
    ("table", "column"),
    [("settlement", "legs"), ("settlement", "date"), ("changeset", "saw"), ("e_member", "name"), ("record", "entity")],
)
def test_a_struck_bit_in_a_list_does_not_keep_a_file_from_being_mended(tmp_path: Path, table: str, column: str) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    bo = region.laptop(pilar, "Bo")
    one, two = add_member(bo, "One"), add_member(bo, "Two")
    bo.verbs.swaps.record(one, two, 90, "bicycle repair")
    for engine in (bo, pilar, bo):
        engine.share()
    add_member(bo, "Three")
    for engine in (bo, pilar, bo):
        engine.share()
    database = pilar.circle.connection
    sql = f"SELECT CAST({column} AS BLOB), typeof({column}) FROM {table} WHERE length({column}) > 1"
    value, kind = database.execute(sql).fetchone()
    struck = bytes([value[0] ^ (64 if kind == "blob" else 128)]) + value[1:]  # a letter alone is no text then
    with pilar.circle.transaction():
        sql = f"UPDATE {table} SET {column}=CAST(? AS {kind}) WHERE CAST({column} AS BLOB)=?"
        database.execute(sql, (struck, value))
    strike(pilar.circle, me(bo), -1)
    assert LettingGo(pilar.circle).let_go().segments == 1
    pilar.share()
    assert hashes(pilar) == hashes(bo) and check(pilar.circle) == []


@pytest.mark.parametrize("right", ["organizer", "recorder"])
@pytest.mark.parametrize("first", ["mended", "erased"])
def test_what_waits_beyond_a_gap_speaks_of_nobody_who_was_erased(tmp_path: Path, right: str, first: str) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    bo, cy = region.laptop(pilar, "Bo", "recorder"), region.laptop(pilar, "Cy", right)
    for engine in (pilar, bo, cy, pilar):
        engine.share()
    marek = add_member(pilar, "Marek Zielinski", phone="+48 555 123 456")
    for engine in (pilar, bo, cy):
        engine.share()
    for number in range(3):
        add_member(bo, f"Friend {number}", notes="Brought by Marek Zielinski, +48 555 123 456" if number else "")
        Exchange(bo.circle).close_tail()
    carry(bo, cy, tmp_path)
    if first == "erased":
        erase(pilar.verbs, marek)
        pilar.share()
    strike(cy.circle, me(bo), -3)
    LettingGo(cy.circle).let_go()
    assert Logs(cy.circle.connection, cy.circle.journal.numbers).states(BEHIND)
    if first == "mended":
        erase(pilar.verbs, marek)
    for engine in (pilar, cy) * 3:
        engine.share()
    assert cy.circle.roster.state.redactions
    assert not [text for text in sayings(cy.circle) if "Zielinski" in text]
    for engine in (bo, pilar, cy) * 3:
        engine.share()
    for engine in (bo, pilar, cy):
        assert not [text for text in sayings(engine.circle) if "Zielinski" in text]
        assert hashes(engine)["private"] == hashes(pilar)["private"] and check(engine.circle) == []
        assert {"Friend 0", "Friend 1", "Friend 2"} <= name_set(engine)


def test_what_a_recorder_cannot_read_beyond_a_gap_stays_where_somebody_else_is_erased(tmp_path: Path) -> None:
    """Nobody else may have it."""
    region = Region(tmp_path)
    pilar = region.found()
    cy = region.laptop(pilar, "Cy", "recorder")
    marek = add_member(pilar, "Marek Zielinski", phone="+48 555 123 456")
    for engine in (pilar, cy) * 2:
        engine.share()
    sealed = sealed_for_organizers(pilar.circle, 3)
    for engine in (pilar, cy):
        assert Exchange(engine.circle).receive(sealed).new == 3
    strike(cy.circle, me(pilar), -2, space=0)
    LettingGo(cy.circle).let_go()
    logs = Logs(cy.circle.connection, cy.circle.journal.numbers)
    assert len(logs.states(BEHIND, space=0)) == 1
    erase(pilar.verbs, marek)
    pilar.share()
    Exchange(cy.circle).receive_roster(pilar.circle.roster.placed, [])
    assert cy.circle.roster.state.redactions
    assert len(logs.states(BEHIND, space=0)) == 1
    Exchange(cy.circle).receive(sealed)
    for engine in (pilar, cy) * 2:
        engine.share()
    assert not logs.states(BEHIND) and check(cy.circle) == []
    assert hashes(cy)["private"] == hashes(pilar)["private"]


def test_a_log_does_not_claim_to_hold_what_lies_in_its_gap(tmp_path: Path) -> None:
    """An earlier mending left a gap in what this laptop wrote, and then the end of the list was lost."""
    pilar = Region(tmp_path).found(admitted=False)
    circle = pilar.circle
    add_member(pilar, "One")
    Exchange(circle).close_tail()
    first = circle.roster.placed
    invite_to(pilar)
    for name in ("Two", "Three", "Four"):
        add_member(pilar, name)
        Exchange(circle).close_tail()
    number, logs = circle.journal.numbers.of(me(pilar)), Logs(circle.connection, circle.journal.numbers)
    with circle.transaction():
        circle.connection.execute("DELETE FROM segment WHERE device=? AND space=1 AND seq=2", (number,))
        sql = "UPDATE segment SET state='behind' WHERE device=? AND space=1 AND seq>2"
        circle.connection.execute(sql, (number,))
        logs.put(1, number, logs.get(1, number)._replace(stored=1, folded=1))
    with circle.transaction():
        circle.begin(Roster.replay(first), circle.journal.epochs)
        LettingGo(circle)._under_lost_heads()
        assert logs.get(1, number).stored == 1


def test_what_waits_beyond_a_gap_is_named_until_it_counts(tmp_path: Path) -> None:
    """It may be that nobody else holds what lies between."""
    region = Region(tmp_path)
    pilar = region.found()
    bo, cy = region.laptop(pilar, "Bo", "recorder"), region.laptop(pilar, "Cy")
    for engine in (pilar, bo, cy, pilar):
        engine.share()
    for number in range(3):
        add_member(bo, f"Friend {number}")
        Exchange(bo.circle).close_tail()
    carry(bo, cy, tmp_path)
    seq = strike(cy.circle, me(bo), -3)
    assert "what follows them waits" in LettingGo(cy.circle).let_go().sentence
    for engine in (pilar, cy) * 2:
        engine.share()
    where = f"(parcel {seq} of laptop {me(bo).hex()[:8]}, private)."
    told = f"2 sound parcels of changes wait for one that is missing {where}"
    assert check(cy.circle) == [] and hints(cy.circle)[:-1] == [told] and "Friend 1" not in name_set(cy)
    assert told in problem_report(cy.circle, {}, 1)
    for engine in (bo, cy):
        engine.share()
    assert check(cy.circle) == [] == hints(cy.circle) and {"Friend 0", "Friend 1", "Friend 2"} <= name_set(cy)
