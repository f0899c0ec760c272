"""A consent is one person's yes to one purpose: for no other purpose does it count, and the newest decides."""

from __future__ import annotations

from typing import Any

from laptop_pairs import carry

from learningcircles.circle.facets import Verbs


def shown(verbs: Verbs) -> dict[str, Any]:
    """Title → name of the listings that are published."""
    verbs.publish.refresh()
    bodies = (row["body"] for row in verbs.reader.list("item"))
    return {body["title"]: body.get("name") for body in bodies if body is not None and body["kind"] == "offer"}


def say(verbs: Verbs, member: bytes, given: bool, purpose: str = "publish_listing", **fields: str) -> bytes:
    return verbs.records.add("consent", {"member": member, "purpose": purpose, "given": given, **fields})[0]


def test_a_yes_to_print_is_no_yes_to_the_web(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    verbs.records.add("offer", {"title": "Knitting", "member": people[0], "reach": 5})
    say(verbs, people[0], True, "name_in_print")
    assert shown(verbs) == {"Knitting": None}
    yes = say(verbs, people[0], True)
    assert shown(verbs) == {"Knitting": "Amina"}
    verbs.records.edit("consent", yes, {"withdrawn": verbs.desk.today()})
    assert shown(verbs) == {"Knitting": None}, "taken back: shown without a name"


def test_of_several_consents_the_newest_decides(verbs: Verbs, people: tuple[bytes, bytes], other: Verbs) -> None:
    amina, bo = people
    verbs.records.add("offer", {"title": "Knitting", "member": amina, "reach": 5})
    for _ in range(2):
        say(verbs, amina, True)
    no = say(verbs, amina, False)
    assert shown(verbs) == {}, "who says no is not shown"
    say(verbs, amina, True, on="2020-01-01", how="paper")
    assert shown(verbs) == {}, "a paper from before does not undo it"
    carry(verbs, other)
    say(other, amina, True)
    carry(other, verbs)
    assert shown(verbs) == {"Knitting": "Amina"}
    verbs.records.remove("consent", no)
    verbs.merging.merge(amina, bo)
    say(verbs, bo, False)
    assert shown(verbs) == {}, "two records of one person have one will"
