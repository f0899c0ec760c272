"""Shutting out, changing rights and handing over, among laptops and a hub that come and go."""

from __future__ import annotations

from pathlib import Path

import pytest
from sync_region import Region, add_member, hashes, invite_to, me, names

from learningcircles.circle.create import open_circle
from learningcircles.circle.rescue import swept
from learningcircles.errors import CircleError, Refused
from learningcircles.laptop import inviting, rights, taking_over
from learningcircles.laptop.lost import what_was_on_it
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.trust import make
from learningcircles.trust.holders import lacking
from learningcircles_sync.engine import Engine
from learningcircles_sync.preparing import HEARD_LATELY_MS


def opens_newest(engine: Engine, space: int) -> bool:
    """Return whether a laptop has the newest key of a space, also after it was closed and opened again."""
    circle = engine.circle
    again = open_circle(circle.path, circle.secrets, circle.surroundings, circle.mark)
    newest = (space, again.roster.state.epochs[space][-1].name)
    found = newest in again.journal.epochs and newest in circle.journal.epochs
    again.close()
    return found


def test_a_laptop_is_shut_out_while_the_hub_is_away(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina, chidi = region.laptop(pilar, "Amina"), region.laptop(pilar, "Chidi")
    amina.share()
    region.reachable = False
    assert not rights.revoke(pilar.circle, me(chidi))
    assert pilar.circle.roster.devices[me(chidi)].revoked
    stick = tmp_path / "stick"
    pilar.write_bundle(stick)
    amina.read_bundle(stick)
    assert amina.circle.roster.devices[me(chidi)].revoked
    region.reachable = True
    amina.share()
    for engine in (pilar, amina):
        engine.share()
        assert opens_newest(engine, 1)
    assert len(pilar.circle.roster.state.epochs[1]) == 2
    assert not opens_newest(chidi, 1) or len(chidi.circle.roster.state.epochs[1]) == 1


def test_a_rotation_that_somebodys_coming_has_made_useless_is_made_again_by_itself(region: Region) -> None:
    pilar = region.found()
    amina, chidi = region.laptop(pilar, "Amina"), region.laptop(pilar, "Chidi")
    invitation = invite_to(pilar, "recorder")
    pilar.share()
    region.reachable = False
    rights.revoke(pilar.circle, me(chidi))
    region.reachable = True
    joao = region.join(invitation, "João")
    joao.share()  # placed before the revocation, whose envelopes do not go to it
    pilar.share()
    joao.share()
    assert pilar.circle.roster.state.owed == {}
    assert opens_newest(joao, 1) and opens_newest(pilar, 0)
    amina.share()
    add_member(joao, "Counts")
    for engine in (joao, pilar, amina):
        engine.share()
    assert "Counts" in names(pilar)
    assert hashes(pilar) == hashes(amina)


def test_a_joiner_who_comes_after_a_rotation_is_sent_the_key_by_an_organizers_laptop(region: Region) -> None:
    pilar = region.found()
    amina, chidi = region.laptop(pilar, "Amina"), region.laptop(pilar, "Chidi")
    invitation = invite_to(pilar, "recorder")
    pilar.share()
    joao = region.join(invitation, "João")
    region.clock.ms += 1000
    rights.revoke(pilar.circle, me(chidi))
    pilar.share()
    joao.share()
    amina.share()
    joao.share()
    assert lacking(joao.circle.roster.state) == []
    assert opens_newest(joao, 1)
    assert joao.circle.roster.state.owed == {}


def test_a_recorder_becomes_an_organizer_and_reads_what_organizers_keep(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina", "recorder")
    assert not opens_newest(amina, 0)
    rights.change_right(pilar.circle, me(amina), "organizer")
    pilar.share()
    amina.share()
    assert amina.circle.right == "organizer"
    assert opens_newest(amina, 0)
    assert rights.change_right(amina.circle, me(pilar), "recorder") is False
    amina.share()
    pilar.share()
    assert pilar.circle.right == "recorder"
    assert not opens_newest(pilar, 0)
    assert len(pilar.circle.roster.state.epochs[1]) == 1


def test_what_a_lowered_laptop_had_written_without_knowing_no_longer_counts(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    add_member(amina, "Shared before")
    amina.share()
    pilar.share()
    rights.change_right(pilar.circle, me(amina), "recorder")
    add_member(amina, "Written apart")
    pilar.share()
    amina.share()
    pilar.share()
    assert names(pilar) == ["Amina", "Pilar", "Shared before"] == names(amina)
    add_member(amina, "Written after")
    amina.share()
    pilar.share()
    assert "Written after" in names(pilar)
    assert hashes(pilar)["private"] == hashes(amina)["private"]


@pytest.mark.parametrize("closed", [True, False])
def test_a_laptop_whose_right_went_down_and_up_while_it_was_away_is_told_what_waits(
    region: Region, closed: bool
) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina", "recorder")
    pilar.share()
    add_member(amina, "Ana")
    add_member(amina, "Ben")
    if closed:
        Exchange(amina.circle).close_tail()
    for right in ("reader", "recorder"):
        rights.change_right(pilar.circle, me(amina), right)
        pilar.share()
    region.clock.ms += HEARD_LATELY_MS
    amina.share()
    pilar.share()
    assert amina.verbs.rescue.own_actions() == (2 if closed else 0)
    assert ("Ana" in names(amina)) == (not closed), "what nobody had yet is given under the right that it has now"
    if closed:
        pilar.verbs.rescue.take_in(me(amina))
    pilar.share()
    amina.share()
    assert amina.verbs.rescue.own_actions() == 0
    assert {"Ana", "Ben"} <= set(names(amina)) and hashes(pilar)["private"] == hashes(amina)["private"]


def test_a_revocation_in_the_past_takes_back_what_a_thief_wrote(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    add_member(amina, "By Amina")
    amina.share()
    stolen_at = region.clock.ms
    region.clock.ms += 60_000
    add_member(amina, "By a thief")
    amina.share()
    pilar.share()
    assert "By a thief" in names(pilar)
    rights.revoke(pilar.circle, me(amina), since=stolen_at)
    assert names(pilar) == ["Amina", "By Amina", "Pilar"]
    pilar.share()
    assert names(pilar) == ["Amina", "By Amina", "Pilar"]


def test_what_was_shared_at_once_with_what_a_thief_wrote_is_told(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    amina.share()
    began = region.clock.ms
    add_member(amina, "By Amina")
    stolen_at = region.clock.ms
    region.clock.ms += 60_000
    add_member(amina, "By a thief")
    amina.share()
    pilar.share()
    rights.revoke(pilar.circle, me(amina), since=stolen_at)
    assert names(pilar) == ["Amina", "Pilar"]
    told = swept(pilar.circle, me(amina), stolen_at)
    assert told is not None and told.actions == 1 and began <= told.first_ms <= stolen_at
    assert swept(pilar.circle, me(amina), began - 1) is None


def test_the_founders_laptop_is_stolen_and_another_organizer_takes_the_list_over(
    region: Region, tmp_path: Path
) -> None:
    pilar = region.found(admitted=False)
    invited = invite_to(pilar)
    stick = tmp_path / "stick"
    pilar.write_bundle(stick)
    amina = region.join(invited, "Amina", stick)
    amina.write_bundle(stick)
    pilar.read_bundle(stick)
    pilar.write_bundle(stick)
    amina.read_bundle(stick)
    assert rights.revoke(amina.circle, me(pilar))
    assert amina.circle.roster.sequencer == amina.circle.secrets.device.sign.public
    assert amina.circle.roster.devices[me(pilar)].revoked
    assert opens_newest(amina, 1)
    amina.admit(region.code)
    assert amina.circle.roster.hub


def test_the_list_is_handed_to_another_laptop_and_to_a_hub_and_back(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    assert taking_over.hand_to(pilar.circle, me(amina)) is False
    pilar.share()
    assert pilar.circle.roster.sequencer == amina.circle.secrets.device.sign.public
    assert pilar.circle.roster.hub == ""


def test_invitations_are_listed_and_cancelled(region: Region) -> None:
    pilar = region.found()
    invitation = invite_to(pilar, "recorder", uses=3)
    (row,) = inviting.open_invitations(pilar.circle)
    assert (row.right, row.uses, row.used, row.waits) == ("recorder", 3, 0, True)
    pilar.share()
    region.join(invitation, "Amina").share()
    pilar.share()
    (row,) = inviting.open_invitations(pilar.circle)
    assert (row.used, row.waits) == (1, False)
    inviting.cancel(pilar.circle, row.id)
    assert inviting.open_invitations(pilar.circle) == []
    pilar.share()
    assert inviting.open_invitations(pilar.circle) == []


def test_who_is_shut_out_does_not_come_back_by_the_invitation_that_it_came_in_by(region: Region) -> None:
    pilar = region.found()
    shared, apart = invite_to(pilar, "recorder", uses=4), invite_to(pilar, "recorder")
    pilar.share()
    thief = region.join(shared, "Thief")
    thief.share()
    pilar.share()
    assert "its_invitation" in what_was_on_it(pilar.circle, me(thief)).to_do
    rights.revoke(pilar.circle, me(thief))
    assert [row.id for row in inviting.open_invitations(pilar.circle)] == [apart.id]
    assert "its_invitation" not in what_was_on_it(pilar.circle, me(thief)).to_do
    pilar.share()
    with pytest.raises(CircleError):
        region.join(shared, "Thief again").share()
    assert region.join(apart, "Amina").circle.right == "recorder"


def test_who_is_shut_out_does_not_come_back_by_an_invitation_that_it_made(region: Region) -> None:
    pilar = region.found()
    jo = region.laptop(pilar, "Jo")
    made = invite_to(jo, "organizer", uses=5)
    jo.share()
    pilar.share()
    rights.revoke(pilar.circle, me(jo))
    assert inviting.open_invitations(pilar.circle) == []
    pilar.share()
    with pytest.raises(CircleError):
        region.join(made, "Thief").share()


def test_a_shutting_out_that_is_cut_off_is_done_again_whole(region: Region, monkeypatch: pytest.MonkeyPatch) -> None:
    pilar = region.found()
    invitation = invite_to(pilar, "recorder", uses=3)
    pilar.share()
    thief = region.join(invitation, "Thief")
    thief.share()
    pilar.share()
    with monkeypatch.context() as killed, pytest.raises(KeyboardInterrupt):
        killed.setattr(make, "revoke", interrupted)
        rights.revoke(pilar.circle, me(thief))
    rights.revoke(pilar.circle, me(thief))
    assert pilar.circle.roster.devices[me(thief)].revoked and inviting.open_invitations(pilar.circle) == []


def interrupted(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_a_laptop_beyond_the_uses_is_refused_and_its_work_ceases_to_count(region: Region, tmp_path: Path) -> None:
    pilar = region.found(admitted=False)
    invited = invite_to(pilar, "recorder")
    stick = tmp_path / "stick"
    pilar.write_bundle(stick)
    amina, chidi = region.join(invited, "Amina", stick), region.join(invited, "Chidi", stick)
    amina.write_bundle(tmp_path / "amina")
    chidi.write_bundle(tmp_path / "chidi")
    amina.read_bundle(tmp_path / "chidi")
    assert names(amina) == ["Amina", "Chidi", "Pilar"]
    pilar.read_bundle(tmp_path / "amina")
    pilar.read_bundle(tmp_path / "chidi")
    assert names(pilar) == ["Amina", "Pilar"]
    pilar.write_bundle(stick)
    amina.read_bundle(stick)
    assert names(amina) == ["Amina", "Pilar"]
    chidi.read_bundle(stick)
    assert chidi.circle.roster.devices[me(chidi)].revoked
    assert hashes(pilar)["private"] == hashes(amina)["private"]


@pytest.mark.parametrize("right", ["recorder", "reader"])
def test_what_was_written_before_a_laptop_heard_that_it_may_do_less_is_judged_alike_everywhere(
    region: Region, tmp_path: Path, right: str
) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    rights.change_right(pilar.circle, me(amina), right)
    pilar.share()
    amina.verbs.records.edit("!charter", amina.circle.id, {"objective": "Bread for all"})
    add_member(amina, "João")
    pilar.write_bundle(tmp_path / "stick")
    amina.read_bundle(tmp_path / "stick")
    assert amina.circle.right == right
    amina.share()
    assert check(amina.circle) == []
    pilar.share()
    assert hashes(amina)["private"] == hashes(pilar)["private"]
    # All of it was written under the former right, so it is judged by that: nobody had it when the right was taken.
    for engine in (amina, pilar):
        assert [bundle.actions for bundle in engine.verbs.rescue.bundles()] == [2]
    pilar.verbs.rescue.take_in(me(amina))
    pilar.share()
    amina.share()
    assert hashes(amina)["private"] == hashes(pilar)["private"]
    assert "João" in {row["name"] for row in amina.circle.reader.list("member")}


def test_a_laptop_without_the_newest_keys_changes_them_for_nobody(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    invitation = invite_to(pilar)
    pilar.share()
    pilar.write_bundle(tmp_path / "stick")
    bo = region.join(invitation, "Bo", tmp_path / "stick")
    rights.revoke(pilar.circle, me(amina))
    pilar.share()
    bo.share()
    assert bo.circle.right == "organizer"
    assert not opens_newest(bo, 1)
    with pytest.raises(Refused, match="newest keys"):
        rights.revoke(bo.circle, me(pilar))
    for engine in (pilar, bo, pilar):
        engine.share()
    assert opens_newest(bo, 1)
    rights.revoke(bo.circle, me(pilar))
    bo.share()
    assert (bo.share().requests, bo.share().sent) == (1, 0)
