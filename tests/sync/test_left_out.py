"""What an organizer leaves out of the work of a laptop that was shut out: nobody is asked about it until it is back."""

from __future__ import annotations

from pathlib import Path

import pytest
from sync_region import Region, add_member, hashes, me, names
from test_rescue import both_keep_it, brought_to_two, shut_out_with_work

from learningcircles.errors import NotFound, Refused
from learningcircles.storage.check import check


def test_what_an_organizer_leaves_out_no_other_is_asked_about_until_it_is_brought_back(
    region: Region, tmp_path: Path
) -> None:
    pilar, amina, _ = shut_out_with_work(region)
    chidi = brought_to_two(region, pilar, amina, tmp_path / "rescue")
    (waiting,) = pilar.verbs.rescue.bundles()
    pilar.verbs.rescue.leave_out(me(amina))
    for engine in (pilar, chidi):
        engine.share()
        assert engine.verbs.rescue.bundles() == [] and names(engine) == ["Amina", "Chidi", "João", "Pilar"]
        assert engine.verbs.rescue.bundles(left_out=True) == [waiting], "nothing of it is gone"
        with pytest.raises(NotFound):
            engine.verbs.rescue.take_in(me(amina))
    pilar.share()
    assert hashes(pilar) == hashes(chidi)
    assert len(chidi.verbs.rescue.look(me(amina), left_out=True)) == 8

    assert pilar.verbs.undo.undo().sentence == "Undone: Leave out what Amina's laptop wrote."
    assert pilar.verbs.rescue.bundles() == [waiting]
    pilar.verbs.undo.redo()
    assert pilar.verbs.rescue.bundles() == []
    pilar.share()
    chidi.share()
    chidi.verbs.rescue.bring_back(me(amina))
    with pytest.raises(NotFound):
        chidi.verbs.rescue.bring_back(me(amina))
    chidi.share()
    pilar.share()
    assert pilar.verbs.rescue.bundles() == [waiting] and pilar.verbs.rescue.bundles(left_out=True) == []
    pilar.verbs.rescue.leave_out(me(amina))
    assert pilar.verbs.rescue.bundles() == []
    pilar.verbs.rescue.bring_back(me(amina))
    pilar.verbs.rescue.take_in(me(amina))
    assert "Found on paper" in names(pilar)
    pilar.share()
    chidi.share()
    assert hashes(pilar) == hashes(chidi) and check(chidi.circle) == []


def test_work_that_comes_after_some_was_left_out_is_asked_about(region: Region, tmp_path: Path) -> None:
    pilar, amina, _ = shut_out_with_work(region)
    amina.write_bundle(tmp_path / "rescue")
    pilar.read_bundle(tmp_path / "rescue")
    pilar.verbs.rescue.leave_out(me(amina))
    add_member(amina, "Later")
    amina.write_bundle(tmp_path / "again")
    pilar.read_bundle(tmp_path / "again")
    (waiting,) = pilar.verbs.rescue.bundles()
    assert waiting.actions == 1
    assert {line.title for line in pilar.verbs.rescue.look(me(amina))} == {"Later"}


def test_what_was_left_out_since_is_done_again_by_no_redo(region: Region, tmp_path: Path) -> None:
    pilar, chidi, amina, _ = both_keep_it(region, tmp_path)
    device = me(amina)
    pilar.verbs.rescue.take_in(device)
    pilar.verbs.undo.undo()
    assert pilar.verbs.undo.next_redo() is not None
    pilar.share()
    chidi.share()
    chidi.verbs.rescue.leave_out(device)
    chidi.share()
    pilar.share()
    before = names(pilar)
    assert pilar.verbs.undo.next_redo() is None
    with pytest.raises(Refused, match="nothing to redo"):
        pilar.verbs.undo.redo()
    chidi.verbs.rescue.bring_back(device)
    chidi.share()
    pilar.share()
    pilar.verbs.undo.redo()
    assert set(names(pilar)) > set(before) and pilar.verbs.rescue.bundles() == []
