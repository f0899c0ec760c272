"""The right to erasure: a person's words are in no file of any laptop or hub afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from erasing import (
    LATER,
    MAIL,
    NAME,
    PHONE,
    amina_lives,
    filed,
    hub_bytes,
    hub_region,
    hub_traces,
    invented,
    plain_pages,
    redactions,
    region_world,
    sayings,
    share,
    state,
    traces,
)
from memory_store import MemoryRoom
from sync_region import Region, add_member, hashes

from learningcircles.errors import NotAllowed, NotFound, Refused, Unreachable
from learningcircles.journal.scrub import Scrub
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.sequencing import propose
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.held import held_segments
from learningcircles.trust import redacting
from learningcircles.trust.placing import settle
from learningcircles_sync.push import Push, erasures


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


def test_nobodys_file_holds_a_word_of_who_was_erased(region: Region) -> None:
    first = region.found()
    second = region.laptop(first, "Jo")
    away = region.laptop(first, "Bo", "recorder")
    marek = add_member(first, "Marek Kowalczyk", phone="+33 111 222 333")
    amina = amina_lives(first, marek)
    share(first, second, away)
    assert traces(second) and hub_traces(region, first), "there is nothing to erase"
    for engine in (first, second):
        engine.verbs.drafts.keep_draft("member", {"name": NAME, "phone": PHONE})

    done = erase(second.verbs, amina)
    assert not done.done and done.segments, "the hub has not placed it yet"
    named = {tuple(row[:3]) for row in second.circle.roster.proposals[0].read().fields["erase"]}
    sealed = [row.segment.payload or b"" for row in map(filed, Exchange(first.circle).after({}, 10**9))
              if row[:3] in named and row.space < 2]  # fmt: skip
    assert sealed and all(payload[50:90] in hub_bytes(region) for payload in sealed)
    share(second, first)
    assert not [payload for payload in sealed if payload[50:90] in hub_bytes(region)], "sealed, but still there"
    pages = b"".join(plain_pages(first.circle.path, first.circle.secrets.file_key))
    assert not [payload for payload in sealed if payload[50:90] in pages]

    for engine in (first, second):
        assert traces(engine) == []
        assert check(engine.circle) == []
        assert engine.verbs.reader.find_one("member", amina) is None
        assert engine.verbs.reader.find("Adeyemi") == []
    assert hub_traces(region, first) == []
    assert hashes(first) == hashes(second)
    assert first.verbs.reader.get("member", marek)["notes"] == "Neighbour of …, call …. Likes chess."
    assert first.verbs.reader.balance(marek) == -90, "what Marek received stays received"
    assert first.verbs.reader.balance(marek) + first.verbs.reader.pot() == 0
    assert first.circle.connection.execute("SELECT sum(minutes) FROM balance").fetchone()[0] == 0
    assert redactions(first) == 1, "nothing to erase again"


def test_the_hub_keeps_payloads_until_it_holds_what_is_said_instead(region: Region) -> None:
    first = region.found()
    amina = amina_lives(first, add_member(first, "Marek"))
    first.share()
    erase(first.verbs, amina)
    roster, refused = settle(first.circle.roster, region.key, region.clock())
    assert not refused and roster.state.redactions
    held = Exchange(first.circle)
    rows = [filed(segment) for segment in held.after({}, 10**9)]
    again = set(roster.state.redactions.entries[0].restated)
    room, push = MemoryRoom(), Push(roster, 0)
    room.append([row for row in rows if row[:3] not in again])
    assert again and erasures(room, push) == []
    room.append(rows)
    named = roster.state.redactions.entries[0].erase
    assert {row[:3] for row in erasures(room, push)} == set(named)
    later = Push(roster, len(roster.placed))
    assert erasures(room, later) == [], "nothing new, nothing to do"
    later.filed = [row for row in rows if row[:3] in named][:1]
    assert erasures(room, later), "what comes back from a laptop is dropped again"


def test_what_others_wrote_in_the_same_segments_keeps_its_place(region: Region) -> None:
    """The fold is the same as though the erased changesets had never been: stamps, laptops, history, undo."""
    first = region.found()
    second = region.laptop(first, "Jo")
    marek = add_member(first, "Marek Kowalczyk", phone="0111")
    amina = amina_lives(first, marek)
    share(first, second)
    first.verbs.records.edit("member", marek, {"phone": "0222"})
    second.verbs.records.edit("member", marek, {"phone": "0333"})
    share(first, second)
    asked = [(item.field, item.kept, item.other) for item in first.verbs.review.items()]
    history = [(line.at, line.device, line.field, line.after) for line in first.verbs.reader.history("member", marek)]
    erase(first.verbs, amina)
    share(first, second)
    assert [(item.field, item.kept, item.other) for item in first.verbs.review.items()] == asked
    after = [(line.at, line.device, line.field, line.after) for line in second.verbs.reader.history("member", marek)]
    assert [line for line in after if line[2] != "notes"] == [line for line in history if line[2] != "notes"]
    assert first.circle.reader.state_hash() == second.circle.reader.state_hash()


def test_two_people_erased_one_after_the_other(region: Region) -> None:
    first = region.found()
    second = region.laptop(first, "Jo")
    marek = add_member(first, "Marek Kowalczyk", phone="+33 111 222 333")
    amina = amina_lives(first, marek)
    share(first, second)
    erase(first.verbs, amina)
    share(first, second)
    erase(second.verbs, marek)
    share(second, first)
    for engine in (first, second):
        assert traces(engine) == []
        assert not [text for text in sayings(engine.circle) if "Kowalczyk" in text or "111 222" in text]
        assert check(engine.circle) == []
        assert [row["title"] for row in engine.verbs.reader.list("meetup")] == ["Open day"]
    assert hashes(first) == hashes(second)


def test_a_segment_of_which_nothing_was_left_stays_settled_when_its_restatement_is_erased_in_turn(
    region: Region,
) -> None:
    first = region.found()
    second = region.laptop(first, "Jo")
    marek = add_member(first, "Marek Kowalczyk", phone="+33 111 222 333")
    amina = amina_lives(first, marek)
    share(first, second)
    second.verbs.records.edit("member", amina, {"phone": LATER[0]})  # a segment that speaks of her alone
    share(second, first)
    for person in (amina, marek):
        erase(first.verbs, person)
        share(first, second)
    for engine in (first, second):
        assert check(engine.circle) == []
        waits = engine.circle.connection.execute("SELECT count(*) FROM segment WHERE state='waits'").fetchone()
        assert waits == (0,)
    late = region.laptop(first, "Bo")
    share(late, first, second)
    assert hashes(late)["private"] == hashes(first)["private"] == hashes(second)["private"]


def test_two_organizers_erase_different_people_apart(region: Region) -> None:
    first = region.found()
    second = region.laptop(first, "Jo")
    marek = add_member(first, "Marek Kowalczyk", phone="+33 111 222 333")
    amina = amina_lives(first, marek)
    share(first, second)
    erase(first.verbs, amina)
    erase(second.verbs, marek)
    share(first, second, first, second)
    for engine in (first, second):
        assert traces(engine) == []
        assert not [text for text in sayings(engine.circle) if "Kowalczyk" in text or "111 222" in text]
        assert check(engine.circle) == []
        assert [row["title"] for row in engine.verbs.reader.list("meetup")] == ["Open day"]
    assert hub_traces(region, first) == []
    assert hashes(first) == hashes(second)


def test_what_stands_in_the_place_of_what_was_erased_twice_is_the_newest_whatever_came_first(region: Region) -> None:
    first = region.found()
    second, third = region.laptop(first, "Jo"), region.laptop(first, "Bo", "recorder")
    marek, friend = add_member(first, "Marek Kowalczyk"), add_member(first, "Zoë")
    amina = add_member(first, NAME, phone=PHONE)
    first.verbs.records.edit("member", friend, {"notes": f"Neighbour of {NAME} and of Marek Kowalczyk"})
    share(first, second)
    erase(first.verbs, amina)
    erase(second.verbs, marek)
    first.share()
    region.lose_answer(2)
    with suppress(Unreachable):
        second.share()
    region.spoil = None
    # They have erased the same segment apart, and neither has looked yet at what the other said instead.
    assert redactions(second) == 2
    Exchange(third.circle).receive_roster(second.circle.roster.placed, [])
    device = first.circle.secrets.device.id
    whole = [filed(segment) for segment in Exchange(second.circle).after({}, 10**9)]
    for own, notes in ((True, "Neighbour of … and of Marek Kowalczyk"), (False, f"Neighbour of {NAME} and of …")):
        Exchange(third.circle).receive([each.segment for each in whole if (each.device == device) == own])
        assert third.verbs.reader.get("member", friend)["notes"] == notes
        assert check(third.circle) == []
    assert state(third) == state(second)


def test_what_is_said_instead_counts_when_it_comes_after_the_erasing_of_what_was_said_before(region: Region) -> None:
    first = region.found()
    second, away = region.laptop(first, "Jo"), region.laptop(first, "Bo")
    marek, friend = add_member(first, "Marek Kowalczyk", phone="+33 111 222 333"), add_member(first, "Zoë")
    amina = amina_lives(first, marek)
    first.verbs.leaving.leave(amina)
    share(first, second)
    erase(second.verbs, amina)
    second.share()
    away.share()  # holds what the second says instead, and nothing else of these segments
    first.verbs.merging.merge(marek, amina)
    erase(first.verbs, marek)  # both, without knowing: what the second has said of the one is erased after this
    first.share()
    share(second, first)
    newest = first.circle.roster.state.redactions.entries[-1]
    assert newest.erase and not newest.restated, "nothing has to come before what was said first is gone"
    share(away, first, second)
    for engine in (first, second, away):
        assert check(engine.circle) == []
        assert engine.verbs.reader.get("member", friend)["name"] == "Zoë"
    assert hashes(away) == hashes(first) == hashes(second)


def test_a_payload_that_no_redaction_takes_away_cannot_be_withheld(region: Region) -> None:
    first = region.found()
    second = region.laptop(first, "Jo")
    add_member(first, "Marek")
    first.share()
    lacking = Exchange(first.circle).after(Exchange(second.circle).have(), 10**9)
    bare = [segment._replace(payload=None) for segment in lacking]
    took = Exchange(second.circle).receive(bare)
    assert took.new == 0 and {code for _, code in took.rejected} <= {"malformed", "gap"}
    second.share()
    assert hashes(first) == hashes(second)


def test_only_an_organizer_erases_and_nobody_oneself(region: Region) -> None:
    first = region.found()
    recorder = region.laptop(first, "Bo", "recorder")
    region.laptop(first, "Jo")
    amina = add_member(first, NAME)
    share(first, recorder)
    with pytest.raises(NotAllowed):
        erase(recorder.verbs, amina)
    assert first.verbs.desk.person is not None
    with pytest.raises(Refused):
        erase(first.verbs, first.verbs.desk.person)


def test_a_recorders_restatement_counts_nowhere(region: Region) -> None:
    """Who may not erase cannot put words into others' mouths either: nothing names their segment."""
    first = region.found()
    recorder = region.laptop(first, "Bo", "recorder")
    marek = add_member(first, "Marek")
    share(first, recorder)
    exchange = Exchange(recorder.circle)
    exchange.close_tail()
    taken = next(held for held in held_segments(recorder.circle) if held.name[0] == 1 and held.rows)
    exchange.restate({1: [taken.rows]})
    before = hashes(first)["private"]
    share(recorder, first)
    assert state(first) == state(recorder)
    assert hashes(first)["private"] == before
    assert first.verbs.reader.get("member", marek)["name"] == "Marek"


def test_nothing_is_written_again_of_who_was_erased(region: Region) -> None:
    first = region.found()
    amina = amina_lives(first, add_member(first, "Marek"))
    first.share()
    erase(first.verbs, amina)
    share(first)
    with pytest.raises(Refused), first.circle.change("Revive") as change:
        change.set("member", amina, {"name": NAME})
    assert first.verbs.reader.find_one("member", amina) is None
    with pytest.raises(NotFound):
        first.verbs.swaps.record(amina, first.verbs.desk.person or b"", 30, "Chess")


def test_an_organizer_who_says_others_changes_otherwise_is_found_out(region: Region) -> None:
    first = region.found()
    second = region.laptop(first, "Jo")
    marek = add_member(first, "Marek Kowalczyk")
    amina = amina_lives(first, marek)
    share(first, second)
    held = [each for each in held_segments(first.circle) if each.name[0] == 1]
    scrub = Scrub(frozenset([amina]), frozenset(), frozenset(), (NAME, PHONE, MAIL))
    rows = [
        row._replace(changeset=left) for each in held for row in each.rows if (left := scrub.without(row.changeset))
    ]
    forged = [row._replace(changeset=invented(row.changeset, marek)) for row in rows]
    exchange = Exchange(first.circle)
    exchange.close_tail()
    again = exchange.restate({1: [forged]})
    erased = {each.name: each.hash for each in held}
    keys = first.circle.secrets.device
    for entry in redacting.redact(first.circle.roster, keys, [amina], [], erased, again, {}, [], region_world(first)):
        propose(first.circle, entry)
    share(first, second)
    assert second.verbs.reader.get("member", marek)["name"] == "Marek the Forger", "it counts everywhere"
    assert state(first) == state(second)
    assert second.verbs.reader.restated_otherwise() == 1
    assert check(second.circle) == [
        "When somebody was erased, 1 changes of others were not said again as they had been."
    ]
    second.share()
    region.clock.ms += 31 * 24 * 3600 * 1000
    second.share()
    assert check(second.circle) == [] and second.verbs.reader.restated_otherwise() == 0, "it is told for a month"


def test_who_runs_a_circle_alone_erases_themselves(region: Region) -> None:
    first = region.found()
    own = region.laptop(first, "Pilar")  # another laptop of hers
    recorder = region.laptop(first, "Bo", "recorder")
    me = first.verbs.desk.person
    assert me is not None
    first.verbs.records.edit("member", me, {"name": NAME, "phone": PHONE})
    own.share()
    own.verbs.records.edit("member", me, {"email": MAIL})
    share(first, own, recorder)
    erase(first.verbs, me)
    share(first, own, recorder)
    for engine in (first, own, recorder):
        assert traces(engine) == [] and check(engine.circle) == []
        assert engine.verbs.reader.find_one("member", me) is None
    assert first.verbs.desk.person is None
    marek = add_member(first, "Marek")
    share(first, own, recorder)
    assert own.verbs.reader.get("member", marek)["name"] == "Marek"
    assert state(first) == state(own) == state(recorder)


class Cut(BaseException):
    """The power is cut."""


def test_an_erasing_that_is_cut_off_between_two_entries_is_whole_or_has_not_begun(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is erased in half would be found by nobody any more."""
    monkeypatch.setattr(redacting, "REDACTED_AT_ONCE", 2)
    first = region.found()
    second = region.laptop(first, "Jo")
    marek = add_member(first, "Marek")
    amina = amina_lives(first, marek)
    share(first, second)
    for number in range(3):
        first.verbs.records.edit("member", marek, {"notes": f"Friend {number} of {NAME}"})
        share(first, second)
    stored = Exchange.receive_roster
    calls: list[int] = []

    def cut(self: Exchange, *given: Any, **named: Any) -> object:
        calls.append(1)
        if len(calls) == 2:
            raise Cut
        return stored(self, *given, **named)

    with monkeypatch.context() as patched, suppress(Cut):
        patched.setattr(Exchange, "receive_roster", cut)
        erase(first.verbs, amina)
    for _ in range(3):
        share(first, second)
    assert traces(second) == [] and hub_traces(region, first) == []
