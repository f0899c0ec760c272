"""Which records stand on a paper: each of them, since whoever is erased may be on it by that one alone."""

from __future__ import annotations

from learningcircles.circle.facets import Verbs
from learningcircles.papers.noticeboard import leads, next_meetup, noticeboard
from learningcircles.papers.subjects import (
    on_cards,
    on_coming,
    on_evening,
    on_learned,
    on_noticeboard,
    on_poster,
    on_sign_in,
    on_statement,
    on_table,
)

TODAY = "2026-11-20"


def test_each_paper_names_what_stands_on_it(verbs: Verbs) -> None:
    reader, add = verbs.reader, verbs.records.add
    ana, twin, bo, away = (add("member", {"name": name})[0] for name in ("Ana", "A. Ruiz", "Bo", "Cem"))
    verbs.records.edit("member", away, {"status": "left"})
    verbs.merging.merge(ana, twin, stays=ana)
    verbs.records.edit("!charter", reader.circle, {"name": "Harbour"})
    charter = {each.id for each in reader.list("!charter")}
    assert charter, "it is at the head of each"
    kitchen, other_place = (add("place", {"name": name})[0] for name in ("Kitchen", "Hall"))
    bread, _ = verbs.meetups.plan("Bread", "2026-12-03T18:00", place="Kitchen")
    later, _ = verbs.meetups.plan("Later", "2026-12-04T18:00", place="Hall")
    answer, _ = verbs.meetups.rsvp(bread, away)
    offer, taken = (add("offer", {"member": twin, "title": title, "state": state})[0]
                    for title, state in (("Bread", "open"), ("Wood", "withdrawn")))  # fmt: skip
    request, _ = add("request", {"member": bo, "title": "Tea"})
    learned, _ = add("learning", {"member": twin, "topic": "Bread"})
    add("learning", {"member": bo, "topic": "Bread"})
    swap, _ = verbs.swaps.record(twin, bo, 30, "Bread", TODAY)
    one = {ana, twin}
    assert on_cards(reader, [ana]) == {*one, *charter} and on_cards(reader, [bo]) == {bo, *charter}
    assert on_statement(reader, ana) == {*one, swap, *charter} == on_statement(reader, twin)
    assert on_learned(reader, ana) == {*one, learned, *charter}
    assert on_poster(reader, bread) == {bread, kitchen, *charter} and other_place not in on_poster(reader, bread)
    assert on_noticeboard(reader, TODAY) == {offer, request, bread, *charter}
    sheet = on_sign_in(reader, bread)
    assert {bread, answer, ana, bo} <= sheet and not sheet & {away, later, taken}
    said, came = verbs.meetups.rsvp(later, ana)[0], verbs.meetups.attend(later, member=bo)[0]
    assert on_coming(reader, later) == {later, said, *one, *charter}
    assert on_coming(reader, bread) == {bread, answer, away, *charter}, "whoever has left has answered all the same"
    assert on_evening(reader, later) == {later, said, came, *one, *reader.ids("member"), *charter} - {away}
    assert on_table(reader, "member", [ana]) == {*one, offer, taken, *charter}
    assert on_table(reader, "swap", [swap]) == {swap, *one, bo, *charter}
    assert on_table(reader, "rsvp", [answer]) == {answer, bread, away, *charter}
    assert on_table(reader, "place", [kitchen]) == {kitchen, *charter}


def test_a_strip_names_todays_meetup_only_where_no_other_one_is_to_come(verbs: Verbs) -> None:
    """It hangs there tomorrow as well, and today's may have begun."""
    today = verbs.desk.today()
    first, _ = verbs.meetups.plan("Repair café", f"{today}T05:00", place="Hall")
    assert (found := next_meetup(verbs.reader, today)) is not None and found.id == first
    bare, _ = verbs.meetups.plan("Somewhere", "2099-01-01T18:00")
    assert (found := next_meetup(verbs.reader, today)) is not None and found.id == first, "there one may ask"
    later, _ = verbs.meetups.plan("Bread", "2099-02-01T18:00", place="Library")
    assert (found := next_meetup(verbs.reader, today)) is not None and found.id == later != bare


def test_a_strip_names_no_meetup_that_has_begun(verbs: Verbs) -> None:
    """It leads nowhere from tomorrow on: a meetup of a later day is named, also without a place, or none."""
    begun, _ = verbs.meetups.plan("Repair café", "2026-11-20T17:30", place="Hall")
    found = next_meetup(verbs.reader, "2026-11-20T17:29")
    assert found is not None and found.id == begun, "there one may still ask"
    for now in ("2026-11-20T17:31", "2026-11-20T23:59"):
        assert next_meetup(verbs.reader, now) is None
        assert begun not in on_noticeboard(verbs.reader, now)
        board = noticeboard(verbs.reader, now)
        assert (board.next_title, board.next_start, board.next_place) == ("", {}, "") and not leads(board)
    bare, _ = verbs.meetups.plan("Somewhere", "2099-01-01T18:00")
    found = next_meetup(verbs.reader, "2026-11-20T17:31")
    assert found is not None and found.id == bare
