"""The right to erasure where a laptop comes back with work that nobody has yet and that names who was erased."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from erasing import LATER, NAME, amina_lives, file_in, hub_region, hub_traces, plain_pages, share, state, traces
from sync_region import Region, add_member

from learningcircles.errors import Unreachable
from learningcircles.laptop import daily
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.rights import change_right
from learningcircles.storage.check import check
from learningcircles.storage.erase import UnknownWords
from learningcircles.storage.exchange import Exchange
from learningcircles_sync.preparing import HEARD_LATELY_MS
from learningcircles_sync.protocol import FIRST_BYTES


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


def test_who_returns_with_work_hears_of_erasures_before_giving_it(region: Region) -> None:
    """No organizer is there when it does: nobody could take out again what it has given."""
    first = region.found()
    bo, away = region.laptop(first, "Bo", "recorder"), region.laptop(first, "Yan", "recorder")
    amina = amina_lives(first, add_member(first, "Marek"))
    share(first, bo, away)
    kid = add_member(away, "Kid", notes=f"Child of {NAME}")
    away.verbs.records.add("offer", {"member": kid, "title": f"Bikes with {NAME}", "reach": 5})
    away.verbs.records.edit("member", amina, {"notes": "moved"})
    erase(first.verbs, amina)
    share(first, bo)
    region.clock.ms += HEARD_LATELY_MS
    outcome = away.share()
    assert (outcome.requests, outcome.waiting) == (2, 0)
    bo.share()
    assert traces(away) == traces(bo) == hub_traces(region, bo) == []
    assert bo.verbs.reader.get("member", kid)["notes"] == "Child of …"
    for engine in (first, bo, away):
        engine.share()
    assert state(first) == state(bo) == state(away) and check(away.circle) == check(bo.circle) == []


def test_what_was_closed_before_is_erased_by_the_first_share_of_an_organizer(region: Region) -> None:
    first = region.found()
    bo, away = region.laptop(first, "Bo", "recorder"), region.laptop(first, "Yan", "recorder")
    amina = amina_lives(first, add_member(first, "Marek"))
    share(first, bo, away)
    kid = add_member(away, "Kid", notes=f"Child of {NAME}")
    Exchange(away.circle).close_tail()
    erase(first.verbs, amina)
    share(first, bo)
    away.share()
    first.share()
    for engine in (bo, away):
        engine.share()
    assert traces(away) == traces(bo) == hub_traces(region, bo) == []
    assert bo.verbs.reader.get("member", kid)["notes"] == "Child of …"


STREET = {"street": "12 Harbour Lane", "city": "Riverside"}


@pytest.mark.parametrize(
    ("known", "fields"),
    [
        ({"phone": LATER[0]}, {"notes": f"Call {LATER[0]}"}),
        ({"phone": LATER[0]}, {"phone": LATER[0], "notes": f"Call {LATER[0]}"}),
        ({"address": STREET}, {"address": STREET, "notes": "Has the workshop at 12 Harbour Lane"}),
    ],
)
def test_what_the_laptop_that_was_away_knew_is_taken_from_nobody_who_has_it_too(
    region: Region, tmp_path: Path, known: dict[str, object], fields: dict[str, object]
) -> None:
    """A family's number, or a street: whoever has it comes on the stick that brings the erasure."""
    first = region.found()
    away = region.laptop(first, "Yan")
    amina = amina_lives(first, add_member(first, "Marek"))
    share(first, away)
    away.verbs.records.edit("member", amina, known)
    erase(first.verbs, amina)
    dora = add_member(first, "Dora Quist", **fields)
    hall, _ = first.verbs.records.add("place", {"name": STREET["street"]})
    first.share()
    first.write_bundle(tmp_path / "stick")
    away.read_bundle(tmp_path / "stick")
    assert UnknownWords(away.circle.connection).read()
    kid = add_member(away, "Kid", notes="Ask at 12 Harbour Lane")
    region.clock.ms += HEARD_LATELY_MS
    share(away, first)
    for each in (first, away):
        assert {name: each.verbs.reader.get("member", dora)[name] for name in fields} == fields
        assert each.verbs.reader.get("place", hall)["name"] == STREET["street"]
        assert each.verbs.reader.get("member", kid)["notes"] == "Ask at 12 Harbour Lane"
    assert state(first) == state(away) and check(away.circle) == []


@pytest.mark.parametrize("told", [False, True])
def test_what_only_the_laptop_that_was_away_knew_is_looked_for_in_what_it_had_closed(
    region: Region, tmp_path: Path, told: bool
) -> None:
    """A number that it had entered and not shared; by a stick another laptop has said again what it had closed."""
    first = region.found()
    bo, away = region.laptop(first, "Bo"), region.laptop(first, "Yan")
    amina = amina_lives(first, add_member(first, "Marek"))
    share(first, bo, away)
    kid = add_member(away, "Kid", notes=f"{NAME} has moved, now {LATER[0]}")
    away.write_bundle(tmp_path / "stick")
    away.verbs.records.edit("member", amina, {"phone": LATER[0]})
    erase(first.verbs, amina)
    share(first, bo)
    if told:
        bo.read_bundle(tmp_path / "stick")
        share(bo, first, bo)
    region.clock.ms += HEARD_LATELY_MS
    for _ in range(3):
        share(away, bo, first)
    assert {str(each.verbs.reader.get("member", kid)["notes"]) for each in (first, bo, away)} == {"… has moved, now …"}
    assert traces(away) == traces(bo) == traces(first) == hub_traces(region, bo) == []
    assert not UnknownWords(away.circle.connection).read()
    assert state(first) == state(bo) == state(away) and check(away.circle) == check(bo.circle) == []


@pytest.mark.parametrize("late", [False, True])
def test_no_backup_that_stays_holds_the_words_that_waited(region: Region, tmp_path: Path, late: bool) -> None:
    """A daily backup is made while they wait; where the laptop begins by listening, after it has removed the others."""
    first = region.found()
    away = region.laptop(first, "Yan")
    amina = amina_lives(first, add_member(first, "Marek"))
    share(first, away)
    away.verbs.records.edit("member", amina, {"phone": LATER[0]})  # open still: it never leaves
    erase(first.verbs, amina)
    first.share()
    first.write_bundle(tmp_path / "stick")
    away.read_bundle(tmp_path / "stick")
    assert UnknownWords(away.circle.connection).read()
    region.clock.ms += HEARD_LATELY_MS * late
    region.reachable = False
    with pytest.raises(Unreachable):
        away.share()
    kept = daily.back_up(away.home, away.circle, datetime.date(2027, 1, 15))
    assert kept is not None and kept.exists()
    region.reachable = True
    for _ in range(3):
        share(away, first)
    assert not UnknownWords(away.circle.connection).read() and traces(away) == []
    if kept.exists():  # they had been looked for before it was made
        (tmp_path / "copy").write_bytes(file_in(kept))
        assert not [w for page in plain_pages(tmp_path / "copy", away.circle.secrets.file_key) for w in LATER
                    if w.encode() in page]  # fmt: skip
    assert late or kept.exists()


def test_words_are_looked_for_a_few_times_at_most(region: Region) -> None:
    """Each look that finds something makes a redaction, and when that comes no word is new."""
    first = region.found(admitted=False)
    words = UnknownWords(first.circle.connection)
    with first.circle.transaction():
        words.add(["12 Harbour Lane"])
        for _ in range(10):
            words.looked(found=True)
            words.add([])
    assert not words.read()


def test_who_may_erase_no_more_forgets_the_words_that_it_was_to_look_for(region: Region) -> None:
    first = region.found()
    away = region.laptop(first, "Yan")
    amina = amina_lives(first, add_member(first, "Marek"))
    share(first, away)
    away.verbs.records.edit("member", amina, {"phone": LATER[0]})
    erase(first.verbs, amina)
    share(first)
    Exchange(away.circle).receive_roster(first.circle.roster.placed, [])
    assert UnknownWords(away.circle.connection).read()
    change_right(first.circle, away.circle.secrets.device.id, "recorder")
    share(first, away)
    assert not UnknownWords(away.circle.connection).read() and traces(away) == []


def test_listening_first_costs_one_request_and_only_with_work(region: Region) -> None:
    first = region.found()
    bo = region.laptop(first, "Bo", "recorder")
    share(first, bo)
    add_member(bo, "Ana")
    assert bo.share().requests == 1, "who is there all the time gives its work with its first request"
    region.clock.ms += HEARD_LATELY_MS
    assert bo.share().requests == 1
    region.clock.ms += HEARD_LATELY_MS
    add_member(bo, "Marek")
    region.reachable = False
    with pytest.raises(Exception, match="does not answer"):
        bo.share()
    assert bo.state().waiting == 1
    region.reachable = True
    assert (bo.share().requests, bo.share().requests) == (2, 1)


def test_a_backup_that_cannot_be_removed_keeps_nobody_from_sharing(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its disk is read-only just now, or it is open elsewhere: it goes with a later share."""
    first = region.found()
    bo = region.laptop(first, "Bo", "recorder")
    amina = amina_lives(first, add_member(first, "Marek"))
    share(first, bo)
    path = daily.back_up(bo.home, bo.circle, datetime.date(2027, 1, 15))
    assert path is not None
    erase(first.verbs, amina)
    first.share()
    with monkeypatch.context() as reads_only:
        reads_only.setattr(daily, "remove", refuse)
        bo.share()
        add_member(bo, "Mine")
        assert bo.share().waiting == 0 and path.exists()
    bo.share()
    assert not path.exists()


def refuse(path: Path) -> None:
    raise PermissionError(30, "Read-only file system", str(path))


@pytest.mark.parametrize("page", [200_000, 40_000])
def test_own_work_goes_out_over_a_line_that_breaks_in_a_page_of_what_others_wrote(region: Region, page: int) -> None:
    """A line of 40,000 bytes carries none of them whole."""
    first = region.found()
    bo = region.laptop(first, "Bo", "recorder")
    share(first, bo)
    amina = amina_lives(first, add_member(first, "Marek"))
    share(first, bo)
    text = Random(1)
    rows = [{"name": f"M{n}", "notes": text.randbytes(1_000).hex()} for n in range(600)]
    first.verbs.records.add_many("member", rows, label="Imported")
    kid = add_member(bo, "Kid", notes=f"Child of {NAME}")
    erase(first.verbs, amina)
    first.share()
    region.clock.ms += HEARD_LATELY_MS

    def weak(answer: bytes) -> bytes:
        if len(answer) > page:
            raise Unreachable("line_broke", "The line broke.")
        return answer

    region.spoil = weak
    with pytest.raises(Unreachable, match="broke"):
        bo.share()
    region.spoil = None
    first.share()
    assert first.verbs.reader.get("member", kid)["notes"] == "Child of …"
    assert len(first.circle.roster.state.redactions.entries) == 1, "it was taken out before it was given"
    region.spoil = weak if page > FIRST_BYTES * 2 else None
    for _ in range(10):
        with suppress(Unreachable):
            bo.share()
    assert state(bo) == state(first), "what others wrote comes page by page, as far as the line lasts"


@pytest.mark.parametrize("turns", ["pbc", "bpc"])
def test_words_that_one_of_two_who_erase_the_same_person_did_not_know_go_from_what_it_says_again(
    region: Region, turns: str
) -> None:
    """It has taken that person out of it, so nobody looks there for the person, but for the other one's words."""
    pilar = region.found()
    bo, cy = region.laptop(pilar, "Bo"), region.laptop(pilar, "Cy", "recorder")
    amina = amina_lives(pilar, add_member(pilar, "Marek"))
    share(pilar, bo, cy)
    pilar.verbs.records.edit("member", amina, {"phone": LATER[0]})
    nora = add_member(bo, "Nora", notes=f"Lodges with {NAME}, call {LATER[0]}. Cooks.")
    for engine in (pilar, bo):
        erase(engine.verbs, amina)
    named = {"p": pilar, "b": bo, "c": cy}
    share(*(named[each] for each in turns))
    for engine in (pilar, bo, cy):
        assert traces(engine) == [] and check(engine.circle) == [] and state(engine) == state(pilar)
        assert engine.circle.reader.get("member", nora)["notes"] == "Lodges with …, call +…. Cooks."
    assert hub_traces(region, bo) == []
