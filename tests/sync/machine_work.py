"""What people do on their laptops: the machine's rules for records, hours, meetups and taking back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from machine_world import World

from learningcircles.errors import NotFound
from learningcircles_sync.engine import Engine

LAPTOPS = st.integers(0, 9)
PAIRS = st.sampled_from([(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)])
PICKS = st.integers(0, 2)
VALUES = st.sampled_from(["1", "2", "3", None])
FIELDS = st.sampled_from(["phone", "notes"])
WORDS = st.sampled_from(["pt", "fr"])
MOST = 5
"""So few records of a kind that laptops meet on the same ones."""
SWAP_VERBS = ("confirm", "decline", "dispute", "reverse")


def pick(rows: Sequence[Any], number: int) -> Any:
    """Return one of some by any number; NotFound where there is none."""
    if not rows:
        raise NotFound("none", "There is none.")
    return rows[number % len(rows)]


def known(engine: Engine, entity: str, *, deleted: bool = True) -> list[bytes]:
    """Return the ids that a laptop knows, sorted."""
    return sorted(engine.circle.reader.ids(entity, deleted=deleted))


class Work(RuleBasedStateMachine):
    """Rules on one laptop's records."""

    world: World

    def on(self, number: int, work: Callable[[Engine], object]) -> None:
        """Do something on a laptop."""
        self.world.do(self.world.laptop(number), work)

    @rule(laptop=LAPTOPS, field=FIELDS, value=VALUES, words=st.sets(WORDS))
    def add_a_member(self, laptop: int, field: str, value: str | None, words: set[str]) -> None:
        def add(engine: Engine) -> None:
            if len(known(engine, "member")) < MOST:
                fields = {"name": "Member", field: value or "0", "languages": sorted(words)}
                engine.verbs.records.add("member", fields)

        self.on(laptop, add)

    @rule(laptop=LAPTOPS, reach=st.integers(1, 5))
    def add_an_offer(self, laptop: int, reach: int) -> None:
        def add(engine: Engine) -> None:
            if len(known(engine, "offer")) < MOST:
                engine.verbs.records.add("offer", {"title": "Kiln", "reach": reach})

        self.on(laptop, add)

    @rule(laptop=LAPTOPS, member=PICKS, field=FIELDS, value=VALUES)
    def edit(self, laptop: int, member: int, field: str, value: str | None) -> None:
        """Whoever has seen a value can overwrite it, whatever the clocks say."""

        def work(engine: Engine) -> None:
            id_ = pick(known(engine, "member"), member)
            engine.verbs.records.edit("member", id_, {field: value})
            assert engine.circle.reader.get("member", id_)[field] == value, "an edit does not show where it was made"

        self.on(laptop, work)

    @rule(laptops=PAIRS, member=PICKS, field=FIELDS, values=st.tuples(VALUES, VALUES), at_once=st.booleans())
    def two_edit_apart(
        self, laptops: tuple[int, int], member: int, field: str, values: tuple[str, str], at_once: bool
    ) -> None:
        """Neither has seen the other's; `at_once` at the very same moment."""
        one, other = (self.world.laptop(number) for number in laptops)
        with self.world.at_once(one, other) if at_once else nullcontext():
            for number, value in zip(laptops, values, strict=True):
                self.edit(number, member, field, value)

    @rule(laptops=PAIRS, member=PICKS, field=FIELDS, values=st.tuples(VALUES, VALUES))
    def one_edits_what_another_wrote(
        self, laptops: tuple[int, int], member: int, field: str, values: tuple[str, str]
    ) -> None:
        for number, value in zip(laptops, values, strict=True):
            self.edit(number, member, field, value)
            for each in laptops:
                self.world.share(self.world.laptop(each))

    @rule(laptop=LAPTOPS, member=PICKS, word=WORDS, adds=st.booleans())
    def change_a_list(self, laptop: int, member: int, word: str, adds: bool) -> None:
        def work(engine: Engine) -> None:
            id_ = pick(known(engine, "member"), member)
            words = {"languages": [word]}
            engine.verbs.records.edit("member", id_, add=words if adds else None, drop=None if adds else words)
            assert (word in engine.circle.reader.get("member", id_)["languages"]) == adds

        self.on(laptop, work)

    @rule(laptop=LAPTOPS, entity=st.sampled_from(["member", "offer", "swap", "meetup"]), which=PICKS)
    def remove_or_restore(self, laptop: int, entity: str, which: int) -> None:
        def work(engine: Engine) -> None:
            record = engine.circle.reader.get(entity, pick(known(engine, entity), which))
            verb = engine.verbs.records.restore if record.deleted else engine.verbs.records.remove
            verb(entity, record.id)
            assert engine.circle.reader.get(entity, record.id).deleted != record.deleted

        self.on(laptop, work)

    @rule(laptop=LAPTOPS, objective=VALUES)
    def change_the_charter(self, laptop: int, objective: str | None) -> None:
        def work(engine: Engine) -> None:
            engine.verbs.records.edit("!charter", engine.circle.id, {"objective": objective})

        self.on(laptop, work)

    # --- hours

    @rule(laptop=LAPTOPS, people=st.tuples(PICKS, PICKS), minutes=st.integers(1, 90), proposed=st.booleans())
    def record_a_swap(self, laptop: int, people: tuple[int, int], minutes: int, proposed: bool) -> None:
        def work(engine: Engine) -> None:
            if len(known(engine, "swap")) < MOST:
                members = known(engine, "member", deleted=False)
                one, other = (pick(members, number) for number in people)
                engine.verbs.swaps.record(one, other, minutes, "kiln", "2026-11-20", proposed=proposed)

        self.on(laptop, work)

    @rule(laptop=LAPTOPS, swap=PICKS, verb=st.sampled_from(SWAP_VERBS))
    def turn_a_swap(self, laptop: int, swap: int, verb: str) -> None:
        self.on(laptop, lambda engine: getattr(engine.verbs.swaps, verb)(pick(known(engine, "swap"), swap)))

    @rule(laptops=PAIRS, swap=PICKS, verbs=st.tuples(st.sampled_from(SWAP_VERBS), st.sampled_from(SWAP_VERBS)))
    def two_turn_a_swap_apart(self, laptops: tuple[int, int], swap: int, verbs: tuple[str, str]) -> None:
        """Neither has seen what became of it on the other: its hours may move on both."""
        for number, verb in zip(laptops, verbs, strict=True):
            self.turn_a_swap(number, swap, verb)

    @rule(laptop=LAPTOPS, swap=PICKS, minutes=st.integers(1, 90))
    def correct_a_swap(self, laptop: int, swap: int, minutes: int) -> None:
        self.on(laptop, lambda e: e.verbs.records.edit("swap", pick(known(e, "swap"), swap), {"minutes": minutes}))

    @rule(laptop=LAPTOPS, member=PICKS, minutes=st.integers(-60, 60))
    def bring_in_hours(self, laptop: int, member: int, minutes: int) -> None:
        self.on(laptop, lambda e: e.verbs.swaps.opening_balances({pick(known(e, "member"), member): minutes}))

    # --- meetups

    @rule(laptop=LAPTOPS, day=st.integers(10, 28))
    def plan_a_meetup(self, laptop: int, day: int) -> None:
        def work(engine: Engine) -> None:
            if len(known(engine, "meetup")) < 2:
                engine.verbs.meetups.plan("Open day", f"2027-02-{day}T18:00", 90, reach=5)

        self.on(laptop, work)

    @rule(laptop=LAPTOPS, meetup=PICKS, member=PICKS, answer=st.sampled_from(["yes", "no", "maybe"]))
    def answer_to_a_meetup(self, laptop: int, meetup: int, member: int, answer: str) -> None:
        def work(engine: Engine) -> None:
            person = pick(known(engine, "member"), member)
            id_, _ = engine.verbs.meetups.rsvp(pick(known(engine, "meetup"), meetup), person, answer)
            assert engine.circle.reader.get("rsvp", id_)["answer"] == answer

        self.on(laptop, work)

    @rule(laptop=LAPTOPS, meetup=PICKS, member=PICKS, state=st.sampled_from(["attended", "absent", "no_show"]))
    def mark_who_came(self, laptop: int, meetup: int, member: int, state: str) -> None:
        def work(engine: Engine) -> None:
            person = pick(known(engine, "member"), member)
            engine.verbs.meetups.attend(pick(known(engine, "meetup"), meetup), member=person, state=state)

        self.on(laptop, work)

    @rule(laptop=LAPTOPS, meetup=PICKS, people=st.integers(0, 9))
    def count_heads(self, laptop: int, meetup: int, people: int) -> None:
        self.on(laptop, lambda e: e.verbs.meetups.headcount(pick(known(e, "meetup"), meetup), people))

    # --- taking back, and settling what two changed

    @rule(laptop=LAPTOPS)
    def undo(self, laptop: int) -> None:
        self.on(laptop, lambda engine: engine.verbs.undo.undo())

    @rule(laptop=LAPTOPS)
    def redo(self, laptop: int) -> None:
        self.on(laptop, lambda engine: engine.verbs.undo.redo())

    @rule(laptop=LAPTOPS, which=PICKS, take=st.sampled_from(["kept", "other"]))
    def settle_a_review(self, laptop: int, which: int, take: str) -> None:
        def work(engine: Engine) -> None:
            item = pick(engine.verbs.review.items(), which)
            engine.verbs.review.resolve(item.id, take)
            assert item.id not in {each.id for each in engine.verbs.review.items()}

        self.on(laptop, work)
