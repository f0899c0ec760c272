"""What two laptops take back, take in or do again apart from each other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sync_region import Region, add_member, hashes, me, names
from test_rescue import both_keep_it, shut_out_with_work

from learningcircles import ids
from learningcircles.circle.set_aside import Keeping
from learningcircles.errors import NotAllowed, Refused
from learningcircles_sync.engine import Engine


def phone(engine: Engine, member: bytes) -> object:
    return engine.circle.reader.get("member", member)["phone"]


@pytest.mark.parametrize("apart", [False, True])
def test_an_older_change_is_not_undone_over_one_that_was_done_again(region: Region, apart: bool) -> None:
    """Also where two laptops had taken that one back apart, by one name."""
    pilar = region.found()
    bo = region.laptop(pilar, "Bo")
    amina = add_member(pilar, "Amina", phone="1")
    older = pilar.verbs.records.edit("member", amina, {"phone": "2"}).action
    newer = pilar.verbs.records.edit("member", amina, {"phone": "3"}).action
    for engine in (pilar, bo):
        engine.share()
    if apart:
        bo.verbs.undo.undo_action(newer)
    region.clock.ms += 1000
    pilar.verbs.undo.undo()
    for engine in (pilar, bo, pilar):
        engine.share()
    pilar.verbs.undo.redo()
    for engine in (pilar, bo, pilar):
        engine.share()
    with pytest.raises(Refused, match="changed"):
        pilar.verbs.undo.undo_action(older)
    assert phone(pilar, amina) == phone(bo, amina) == "3"
    pilar.verbs.undo.undo()
    assert phone(pilar, amina) == "2"
    pilar.verbs.undo.undo_action(older)
    assert phone(pilar, amina) == "1"


def test_what_one_took_in_apart_from_who_took_it_back_is_taken_in_whole_and_offered_again_when_undone(
    region: Region, tmp_path: Path
) -> None:
    pilar, chidi, amina, joint = both_keep_it(region, tmp_path)
    pilar.verbs.rescue.take_in(me(amina))
    pilar.verbs.undo.undo()
    region.clock.ms += 60_000
    chidi.verbs.rescue.take_in(me(amina))
    for engine in (pilar, chidi, pilar):
        engine.share()
    assert hashes(pilar) == hashes(chidi)
    (waiting,) = pilar.verbs.rescue.bundles()
    assert pilar.verbs.rescue.take_in(me(amina)).actions == waiting.actions == 3
    for engine in (pilar, chidi):
        engine.share()
        assert "Found on paper" in names(engine) and phone(engine, joint) == "3"
        assert engine.verbs.rescue.bundles() == engine.verbs.rescue.bundles(left_out=True) == []
    chidi.verbs.undo.undo()
    for engine in (chidi, pilar):
        engine.share()
        assert "Found on paper" not in names(engine) and phone(engine, joint) == "1"
        assert [each.actions for each in engine.verbs.rescue.bundles()] == [3]
    assert hashes(pilar) == hashes(chidi)


def test_what_is_done_again_is_by_who_did_it_at_first_whoever_presses_the_key(region: Region, tmp_path: Path) -> None:
    pilar, chidi, amina, joint = both_keep_it(region, tmp_path)
    items = Keeping(chidi.verbs.desk).of(me(amina)).items  # oldest first: over a later change nothing is done again
    taken = list(dict.fromkeys(ids.taken_in(me(amina), each.action) for _, each in items))
    pilar.verbs.rescue.take_in(me(amina))
    who = pilar.circle.reader.history("member", joint)[-1].author
    pilar.verbs.undo.undo()
    for engine in (pilar, chidi):
        engine.share()
    assert chidi.circle.reader.history("member", joint)[-1].author == pilar.verbs.desk.person != who
    for action in taken:
        chidi.verbs.undo.undo_action(ids.undo(action))
    line = chidi.circle.reader.history("member", joint)[-1]
    assert line.author == who != chidi.verbs.desk.person and not line.label.startswith("Undo")
    for engine in (chidi, pilar):
        engine.share()
        assert engine.verbs.rescue.bundles() == []


def test_a_full_disk_leaves_all_of_a_taking_in_as_it_was(
    region: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pilar, _, amina, joint = both_keep_it(region, tmp_path)
    pilar.verbs.rescue.take_in(me(amina))
    real, calls = pilar.circle.writer.write, list[int]()

    def full(*words: Any, **named: Any) -> Any:
        calls.append(1)
        if len(calls) > 1:
            raise Refused("disk_full", "The disk is full.")
        return real(*words, **named)

    with monkeypatch.context() as disk:
        disk.setattr(pilar.circle.writer, "write", full)
        with pytest.raises(Refused, match="full"):
            pilar.verbs.undo.undo()
    assert "Found on paper" in names(pilar) and phone(pilar, joint) == "3"
    pilar.verbs.undo.undo()
    assert "Found on paper" not in names(pilar) and phone(pilar, joint) == "1"


def test_what_was_taken_in_at_once_is_taken_back_without_reading_all_that_was_undone_for_each(
    region: Region, tmp_path: Path
) -> None:
    pilar, _, amina, _ = both_keep_it(region, tmp_path)
    pilar.verbs.rescue.take_in(me(amina))
    asked = list[str]()
    pilar.circle.connection.set_trace_callback(asked.append)
    pilar.verbs.undo.undo()
    pilar.verbs.rescue.take_in(me(amina))
    pilar.circle.connection.set_trace_callback(None)
    assert sum("FROM undone" in each for each in asked) <= 4, "three actions were taken back, and in again"


def test_undo_steps_past_what_another_laptop_has_changed_all_of(region: Region) -> None:
    pilar = region.found()
    bo = region.laptop(pilar, "Bo")
    zoe, yan = add_member(pilar, "Zoe"), add_member(pilar, "Yan")
    pilar.verbs.records.edit("member", zoe, {"phone": "1"})
    pilar.verbs.records.edit("member", yan, {"phone": "2"})
    for each in (pilar, bo):
        each.share()
    bo.verbs.records.edit("member", yan, {"phone": "3"})
    for each in (bo, pilar):
        each.share()
    with pytest.raises(Refused, match="Bo has changed the phone of Yan since. The next undo goes on with"):
        pilar.verbs.undo.undo()
    assert str(pilar.verbs.undo.next_undo()) == "Change the phone of Zoe"
    pilar.verbs.undo.undo()
    assert pilar.verbs.reader.get("member", zoe)["phone"] is None
    assert pilar.verbs.reader.get("member", yan)["phone"] == "3"
    pilar.verbs.undo.redo()
    assert pilar.verbs.reader.get("member", zoe)["phone"] == "1"


def test_what_was_stopped_and_taken_in_later_are_two_deeds(region: Region, tmp_path: Path) -> None:
    pilar, amina, _ = shut_out_with_work(region)
    for name in ("More", "Still more"):
        add_member(amina, name)
    with pytest.raises(NotAllowed):
        amina.share()
    amina.write_bundle(tmp_path / "rescue")
    pilar.read_bundle(tmp_path / "rescue")

    def stop(done: int, whole: int) -> None:
        if done == 2:
            raise Refused("cancelled", "Cancelled.")

    steps = [set(names(pilar))]
    assert pilar.verbs.rescue.take_in(me(amina), stop).rest
    steps.append(set(names(pilar)))
    assert not pilar.verbs.rescue.take_in(me(amina)).rest
    steps.append(set(names(pilar)))
    assert steps[0] < steps[1] < steps[2]
    for _ in range(2):
        for back in (1, 0):
            pilar.verbs.undo.undo()
            assert set(names(pilar)) == steps[back]
        for again in (1, 2):
            pilar.verbs.undo.redo()
            assert set(names(pilar)) == steps[again], "the rest comes with the second redo alone"
