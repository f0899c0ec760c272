"""A laptop that was shut out is told so, and what it had not shared is kept until an organizer takes it in."""

from __future__ import annotations

from pathlib import Path

import pytest
from sync_region import Region, add_member, hashes, invite_to, me, names

from learningcircles import ids
from learningcircles.circle.believing import note_clock
from learningcircles.circle.create import open_circle
from learningcircles.circle.set_aside import Keeping
from learningcircles.errors import NotAllowed, NotFound, Refused
from learningcircles.laptop import inviting, rights
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.lost import what_was_on_it
from learningcircles.storage.check import check
from learningcircles_sync import doors
from learningcircles_sync.engine import Engine

HOUR_MS = 3_600_000


def shut_out_with_work(region: Region) -> tuple[Engine, Engine, bytes]:
    """Return an organizer, a laptop that was shut out while it worked apart, and a member that both changed."""
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    joint = add_member(pilar, "João", phone="1", email="old@example.org")
    pilar.share()
    amina.share()
    add_member(amina, "Found on paper", topics=["bread"])
    amina.verbs.records.edit("member", joint, {"phone": "2"})
    amina.verbs.records.edit("member", joint, {"phone": "3", "email": "new@example.org"})
    region.clock.ms += 1000
    pilar.verbs.records.edit("member", joint, {"email": "later@example.org"})
    rights.revoke(pilar.circle, me(amina))
    pilar.share()
    return pilar, amina, joint


def test_a_laptop_was_heard_of_last_when_it_wrote_what_was_set_aside(region: Region, tmp_path: Path) -> None:
    pilar, amina, _ = shut_out_with_work(region)
    before = what_was_on_it(pilar.circle, me(amina)).heard_ms
    region.clock.ms += 60_000
    with pytest.raises(NotAllowed):
        amina.share()
    written = region.clock.ms
    amina.write_bundle(tmp_path / "rescue.bundle")
    pilar.read_bundle(tmp_path / "rescue.bundle")
    heard = what_was_on_it(pilar.circle, me(amina)).heard_ms
    assert before is not None and heard is not None and before < heard <= written
    pilar.verbs.rescue.take_in(me(amina))
    assert what_was_on_it(pilar.circle, me(amina)).heard_ms == heard


def test_what_a_laptop_had_shared_before_it_was_shut_out_goes_on_counting(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    add_member(amina, "Shared in time")
    amina.share()
    assert doors.shut_out(pilar, me(amina))
    assert "Shared in time" in names(pilar) and pilar.verbs.rescue.bundles() == []
    with pytest.raises(NotAllowed, match="Nothing is lost"):
        amina.share()


def test_a_clock_that_runs_ahead_is_told_where_a_laptop_was_heard_of_last(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    assert what_was_on_it(pilar.circle, me(amina)).ahead_ms == 0
    region.clock.ms += HOUR_MS
    add_member(amina, "Later than now")
    region.clock.ms -= HOUR_MS
    amina.share()
    pilar.share()
    lost = what_was_on_it(pilar.circle, me(amina))
    assert 0.9 * HOUR_MS < lost.ahead_ms <= HOUR_MS
    note_clock(pilar.circle, HOUR_MS, region.clock.ms)
    assert what_was_on_it(pilar.circle, me(amina)).ahead_ms == 0, "by the hub's clock it was right"


def test_a_laptop_that_was_shut_out_is_told_so_with_proof_and_keeps_its_work(region: Region) -> None:
    pilar, amina, _ = shut_out_with_work(region)
    for _ in range(2):
        with pytest.raises(NotAllowed, match="Nothing is lost"):
            amina.share()
        assert amina.circle.shut_out
    assert amina.circle.roster.head == pilar.circle.roster.head
    assert names(amina) == ["Amina", "João", "Pilar"]
    (bundle,) = amina.verbs.rescue.bundles()
    assert (bundle.device, bundle.actions, bundle.records) == (me(amina), 3, {"member": 2})
    with pytest.raises(NotAllowed, match="no longer takes part"):
        add_member(amina, "Too late")
    assert check(amina.circle) == []


def test_the_hub_gives_a_laptop_that_was_shut_out_no_record_and_takes_none(region: Region) -> None:
    pilar, amina, _ = shut_out_with_work(region)
    add_member(pilar, "Secret")
    pilar.share()
    held = len(region.store.rooms[pilar.circle.id].rows)
    with pytest.raises(NotAllowed):
        amina.share()
    assert len(region.store.rooms[pilar.circle.id].rows) == held
    assert "Secret" not in names(amina)


def test_an_organizer_looks_at_the_bundle_and_takes_it_in(region: Region, tmp_path: Path) -> None:
    pilar, amina, joint = shut_out_with_work(region)
    with pytest.raises(NotAllowed):
        amina.share()
    amina.write_bundle(tmp_path / "rescue")
    pilar.read_bundle(tmp_path / "rescue")
    assert "Found on paper" not in names(pilar)
    (bundle,) = pilar.verbs.rescue.bundles()
    assert (bundle.name, bundle.actions, bundle.sealed, bundle.refused) == ("Amina's laptop", 3, 0, False)
    lines = pilar.verbs.rescue.look(me(amina))
    assert [(line.field, line.value, line.newer) for line in lines if line.title == "João"] == [
        ("phone", "2", False),
        ("email", "new@example.org", True),
        ("phone", "3", False),
    ]

    taken = pilar.verbs.rescue.take_in(me(amina))
    assert (taken.actions, taken.newer) == (3, 1)
    record = pilar.circle.reader.get("member", joint)
    assert (record["phone"], record["email"]) == ("3", "later@example.org")
    assert "Found on paper" in names(pilar)
    author = pilar.circle.reader.history("member", joint)[-1].author
    assert author is not None and pilar.circle.reader.get("member", author)["name"] == "Amina"
    assert pilar.verbs.rescue.bundles() == []
    with pytest.raises(NotFound):
        pilar.verbs.rescue.take_in(me(amina))


def test_who_takes_in_is_told_to_look_where_the_circle_has_erased_somebody(region: Region, tmp_path: Path) -> None:
    """A whole name goes by itself; that "Zebulon" alone is whoever was erased nobody can know any more."""
    pilar = region.found()
    gone = add_member(pilar, "Zebulon Quixworth")
    amina = region.laptop(pilar, "Amina")
    amina.share()
    one = add_member(amina, "Bo", notes="Zebulon Quixworth's friend, ask Zebulon")
    rights.revoke(pilar.circle, me(amina))
    pilar.share()
    assert not pilar.verbs.rescue.has_erased()
    erase(pilar.verbs, gone)
    assert pilar.verbs.rescue.has_erased(), "also while the hub has not heard of it"
    pilar.share()
    amina.write_bundle(tmp_path / "rescue")
    pilar.read_bundle(tmp_path / "rescue")
    assert pilar.verbs.rescue.has_erased()
    assert pilar.verbs.rescue.take_in(me(amina)).actions == 1
    assert pilar.circle.reader.get("member", one)["notes"] == "…'s friend, ask Zebulon"


def test_what_one_organizer_took_in_no_other_is_offered(region: Region, tmp_path: Path) -> None:
    pilar, amina, _ = shut_out_with_work(region)
    chidi = region.laptop(pilar, "Chidi")
    with pytest.raises(NotAllowed):
        amina.share()
    amina.write_bundle(tmp_path / "rescue")
    for engine in (pilar, chidi):
        engine.read_bundle(tmp_path / "rescue")
    assert [bundle.actions for bundle in chidi.verbs.rescue.bundles()] == [3]
    pilar.verbs.rescue.take_in(me(amina))
    pilar.share()
    chidi.share()
    assert chidi.verbs.rescue.bundles() == []
    assert hashes(pilar) == hashes(chidi)


def brought_to_two(region: Region, pilar: Engine, amina: Engine, stick: Path) -> Engine:
    """Bring what Amina's laptop keeps to Pilar's and to a second organizer's, which is returned."""
    chidi = region.laptop(pilar, "Chidi")
    with pytest.raises(NotAllowed):
        amina.share()
    amina.write_bundle(stick)
    for engine in (pilar, chidi):
        engine.read_bundle(stick)
    return chidi


def test_what_was_taken_in_and_undone_is_offered_again_to_whoever_runs_the_circle(
    region: Region, tmp_path: Path
) -> None:
    pilar, amina, joint = shut_out_with_work(region)
    chidi = brought_to_two(region, pilar, amina, tmp_path / "rescue")
    (waiting,) = pilar.verbs.rescue.bundles()
    told = pilar.verbs.rescue.look(me(amina))
    for taker, other in ((pilar, chidi), (chidi, pilar)):
        taker.verbs.rescue.take_in(me(amina))
        for engine in (taker, other):
            engine.share()
            assert engine.verbs.rescue.bundles() == [] and "Found on paper" in names(engine)
        phone = other.circle.reader.get("member", joint)["phone"]
        assert phone == "3"
        assert waiting.actions > 1
        assert str(taker.verbs.undo.next_undo()) == "Take in what Amina's laptop wrote"
        assert taker.verbs.undo.undo().sentence.startswith("Undone: Take in what Amina's laptop wrote.")
        assert str(taker.verbs.undo.next_redo()) == "Take in what Amina's laptop wrote"
        assert taker.verbs.undo.redo().verb == "Done again" and "Found on paper" in names(taker)
        assert taker.verbs.rescue.bundles() == []
        taker.verbs.undo.undo()
        for engine in (taker, other):
            engine.share()
            assert engine.verbs.rescue.bundles() == [waiting] and "Found on paper" not in names(engine)
            again = engine.verbs.rescue.look(me(amina))
            assert [line[:8] + line[9:] for line in again if line.entity == "member"] == [
                line[:8] + line[9:] for line in told if line.entity == "member"
            ]
    assert pilar.verbs.rescue.take_in(me(amina)).actions == waiting.actions
    chidi.share()
    pilar.share()
    chidi.share()
    for engine in (pilar, chidi):
        assert engine.verbs.rescue.bundles() == [] and "Found on paper" in names(engine)
        record = engine.circle.reader.get("member", joint)
        assert (record["phone"], record["email"]) == ("3", "later@example.org")
        assert check(engine.circle) == []
    assert hashes(pilar) == hashes(chidi)
    assert pilar.verbs.undo.undo().verb == "Undone"


def both_keep_it(region: Region, tmp_path: Path) -> tuple[Engine, Engine, Engine, bytes]:
    """Return two organizers who keep the work of a laptop that was shut out, that laptop, and who was changed there."""
    pilar, amina, joint = shut_out_with_work(region)
    chidi = region.laptop(pilar, "Chidi")
    amina.write_bundle(tmp_path / "rescue")
    for engine in (pilar, chidi):
        engine.read_bundle(tmp_path / "rescue")
    return pilar, chidi, amina, joint


def test_what_is_taken_in_again_is_by_who_did_it(region: Region, tmp_path: Path) -> None:
    pilar, chidi, amina, joint = both_keep_it(region, tmp_path)
    pilar.verbs.rescue.take_in(me(amina))
    first = pilar.circle.reader.history("member", joint)[-1].author
    pilar.verbs.undo.undo()
    pilar.verbs.undo.redo()
    assert pilar.circle.reader.history("member", joint)[-1].author == first
    pilar.verbs.undo.undo()
    assert pilar.circle.reader.history("member", joint)[-1].author == pilar.verbs.desk.person != first
    pilar.share()
    chidi.share()
    chidi.verbs.rescue.take_in(me(amina))
    assert chidi.circle.reader.history("member", joint)[-1].author == first


def test_what_was_changed_since_is_not_said_to_be_taken_in_and_asked_about_no_more(
    region: Region, tmp_path: Path
) -> None:
    pilar, chidi, amina, joint = both_keep_it(region, tmp_path)
    pilar.verbs.rescue.take_in(me(amina))
    pilar.verbs.undo.undo()
    pilar.verbs.records.edit("member", joint, {"phone": "9", "email": "x@example.org"})
    pilar.share()
    chidi.share()
    taken = pilar.verbs.rescue.take_in(me(amina))
    assert (taken.actions, taken.newer) == (1, 3)
    pilar.share()
    chidi.share()
    for engine in (pilar, chidi):
        assert engine.verbs.rescue.bundles() == [] and "Found on paper" in names(engine)
        assert [bundle.actions for bundle in engine.verbs.rescue.bundles(left_out=True)] == [2]
        assert engine.circle.reader.get("member", joint)["phone"] == "9"
    assert str(pilar.verbs.undo.next_undo()) == "Take in what Amina's laptop wrote"


def test_what_can_be_taken_in_at_first_no_more_is_left_out(region: Region, tmp_path: Path) -> None:
    pilar, _, amina, joint = both_keep_it(region, tmp_path)
    pilar.verbs.records.edit("member", joint, {"phone": "9"})
    taken = pilar.verbs.rescue.take_in(me(amina))
    assert (taken.actions, taken.newer) == (1, 3)
    assert pilar.verbs.rescue.bundles() == []
    assert [bundle.actions for bundle in pilar.verbs.rescue.bundles(left_out=True)] == [2]


def test_what_cannot_be_written_is_not_said_to_be_taken_in_again(
    region: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pilar, _, amina, _ = both_keep_it(region, tmp_path)
    (waiting,) = pilar.verbs.rescue.bundles()
    pilar.verbs.rescue.take_in(me(amina))
    pilar.verbs.undo.undo()

    def full(*_: object, **__: object) -> None:
        raise Refused("disk_full", "The disk is full.")

    with monkeypatch.context() as disk:
        disk.setattr(pilar.circle.writer, "write", full)
        with pytest.raises(Refused, match="full"):
            pilar.verbs.rescue.take_in(me(amina))
    assert pilar.verbs.rescue.bundles() == [waiting]
    assert pilar.verbs.rescue.take_in(me(amina)).actions == waiting.actions


def test_who_takes_in_again_apart_agrees_about_what_waits(region: Region, tmp_path: Path) -> None:
    pilar, chidi, amina, _ = both_keep_it(region, tmp_path)
    (waiting,) = pilar.verbs.rescue.bundles()
    pilar.verbs.rescue.take_in(me(amina))
    pilar.verbs.undo.undo()
    pilar.share()
    chidi.share()
    for engine in (pilar, chidi):
        engine.verbs.rescue.take_in(me(amina))
    for engine in (pilar, chidi, pilar):
        engine.share()
    assert hashes(pilar) == hashes(chidi)
    pilar.verbs.undo.undo()
    pilar.share()
    chidi.share()
    assert pilar.verbs.rescue.bundles() == chidi.verbs.rescue.bundles() == [waiting]


def test_what_another_laptop_undoes_is_offered_to_both(region: Region, tmp_path: Path) -> None:
    pilar, chidi, amina, _ = both_keep_it(region, tmp_path)
    (waiting,) = pilar.verbs.rescue.bundles()
    taken = {each.action for _, each in Keeping(chidi.verbs.desk).of(me(amina)).items}
    pilar.verbs.rescue.take_in(me(amina))
    pilar.share()
    chidi.share()
    newest = sorted((ids.taken_in(me(amina), each) for each in taken), key=lambda each: tick_of(chidi, each))
    for action in reversed(newest):
        chidi.verbs.undo.undo_action(action)
    chidi.share()
    pilar.share()
    assert "Found on paper" not in names(pilar)
    assert pilar.verbs.rescue.bundles() == chidi.verbs.rescue.bundles() == [waiting]


def tick_of(engine: Engine, action: bytes) -> int:
    return max(row.tick for row in engine.circle.journal.of_action(action))


def test_a_laptop_that_was_shut_out_sees_what_it_keeps(region: Region) -> None:
    pilar, amina, joint = shut_out_with_work(region)
    amina.verbs.swaps.record(joint, add_member(amina, "Bo"), minutes=90, topic="bread")
    assert amina.verbs.rescue.own() == [], "as long as it counts"
    with pytest.raises(NotAllowed):
        amina.share()
    said = {(line.field, line.said or line.value) for line in amina.verbs.rescue.own()}
    assert {line.title for line in amina.verbs.rescue.own() if line.field.startswith("topics/")} == {"Found on paper"}
    assert {("name", "Found on paper"), ("provider", "João"), ("receiver", "Bo"), ("minutes", 90)} <= said
    assert pilar.verbs.rescue.own() == []


def test_two_organizers_take_the_same_in_and_hours_move_once(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina, chidi = region.laptop(pilar, "Amina"), region.laptop(pilar, "Chidi")
    amina.share()
    one, two = (row.id for row in pilar.circle.reader.list("member", limit=2))
    amina.verbs.swaps.record(one, two, minutes=90, topic="bread")
    rights.revoke(pilar.circle, me(amina))
    pilar.share()
    with pytest.raises(NotAllowed):
        amina.share()
    amina.write_bundle(tmp_path / "rescue")
    for engine in (pilar, chidi):
        engine.read_bundle(tmp_path / "rescue")
        engine.verbs.rescue.take_in(me(amina))
    for engine in (pilar, chidi, pilar):
        engine.share()
    assert pilar.circle.reader.balance(one) == chidi.circle.reader.balance(one) == 90
    assert hashes(pilar) == hashes(chidi)


def test_only_an_organizer_takes_in(region: Region, tmp_path: Path) -> None:
    pilar, amina, _ = shut_out_with_work(region)
    recorder = region.laptop(pilar, "Chidi", "recorder")
    with pytest.raises(NotAllowed):
        amina.share()
    amina.write_bundle(tmp_path / "rescue")
    recorder.read_bundle(tmp_path / "rescue")
    with pytest.raises(NotAllowed, match="Only an organizer"):
        recorder.verbs.rescue.take_in(me(amina))
    with pytest.raises(NotAllowed, match="Only an organizer"):
        recorder.verbs.rescue.leave_out(me(amina))
    with pytest.raises(NotAllowed, match="may change the list of laptops"):
        rights.revoke(recorder.circle, me(amina))


def test_a_joiner_who_came_too_late_is_told_and_its_work_is_taken_in(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    invited = invite_to(pilar, "recorder")
    pilar.share()
    stick = tmp_path / "stick"
    pilar.write_bundle(stick)
    amina, chidi = region.join(invited, "Amina", stick), region.join(invited, "Chidi", stick)
    add_member(chidi, "Chidi's neighbour")
    amina.share()
    with pytest.raises(NotAllowed, match="did not come in"):
        chidi.share()
    assert chidi.circle.shut_out
    assert list(chidi.circle.roster.state.refused.values()) == ["invitation_used"]
    chidi.write_bundle(tmp_path / "rescue")
    pilar.share()
    pilar.read_bundle(tmp_path / "rescue")
    (bundle,) = pilar.verbs.rescue.bundles()
    assert (bundle.name, bundle.refused) == ("Chidi's laptop", True)
    pilar.verbs.rescue.take_in(me(chidi))
    assert "Chidi's neighbour" in names(pilar)
    pilar.share()
    amina.share()
    assert hashes(pilar)["private"] == hashes(amina)["private"]


def test_what_was_written_between_the_shutting_out_and_the_news_of_it_is_kept_too(
    region: Region, tmp_path: Path
) -> None:
    pilar, amina, _ = shut_out_with_work(region)
    other = open_circle(amina.circle.path, amina.circle.secrets, amina.circle.surroundings, amina.circle.mark)
    with other.change("Add") as change:
        change.set("member", change.new_id(), {"name": "By another window"})
    with pytest.raises(NotAllowed):
        amina.share()
    with pytest.raises(NotAllowed), other.change("Add") as change:
        change.set("member", change.new_id(), {"name": "After the news"})
    other.close()
    amina.write_bundle(tmp_path / "rescue")
    assert "By another window" not in names(amina)
    pilar.read_bundle(tmp_path / "rescue")
    pilar.verbs.rescue.take_in(me(amina))
    assert "By another window" in names(pilar)


def test_what_a_laptop_wrote_that_was_not_let_in_comes_with_word_of_it(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    invitation = invite_to(pilar)
    for engine in (pilar, amina):
        engine.share()
    amina.write_bundle(tmp_path / "stick")
    chidi = region.join(invitation, "Chidi", tmp_path / "stick")
    chidi.write_bundle(tmp_path / "stick")
    amina.read_bundle(tmp_path / "stick")
    inviting.cancel(pilar.circle, invitation.id)
    pilar.share()
    amina.share()
    for engine in (pilar, amina):
        outcome = engine.share()
        assert not outcome.obstacles, "its segments came without the entry that tells whose they are"
    late = chidi.circle.secrets.device.id
    assert pilar.circle.roster.devices[late].revoked
    again = pilar.share()
    assert (again.requests, again.received) == (1, 0)


@pytest.mark.parametrize("late", [False, True])
def test_what_a_file_brought_to_one_organizer_waits_on_every_laptop(region: Region, tmp_path: Path, late: bool) -> None:
    """Of a laptop that was shut out, or came too `late`."""
    pilar = region.found()
    chidi = region.laptop(pilar, "Chidi")
    invited = invite_to(pilar)
    pilar.share()
    pilar.write_bundle(tmp_path / "stick")
    if late:
        region.join(invited, "Bo", tmp_path / "stick").share()
    amina = region.join(invited, "Amina", tmp_path / "stick")
    if not late:
        amina.share()
        pilar.share()
        rights.revoke(pilar.circle, me(amina))
        pilar.share()
    add_member(amina, "Found on paper")
    with pytest.raises(NotAllowed, match="Nothing is lost"):
        amina.share()
    amina.write_bundle(tmp_path / "rescue")
    pilar.share()
    pilar.read_bundle(tmp_path / "rescue")
    for engine in (pilar, chidi):
        engine.share()
    assert chidi.verbs.rescue.bundles() == pilar.verbs.rescue.bundles() != []
    chidi.verbs.rescue.take_in(me(amina))
    for engine in (chidi, pilar):
        engine.share()
        assert engine.verbs.rescue.bundles() == [] and "Found on paper" in names(engine)
