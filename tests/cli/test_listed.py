"""What a list says to people who did not ask for JSON: it names whom a record is about."""

from __future__ import annotations

from tests.cli.outside import Laptop


def _lines(laptop: Laptop, kind: str) -> list[list[str]]:
    """Return the columns after the id."""
    return [line.split("  ")[1:] for line in laptop.run("list", kind).stdout.splitlines()]


def test_who_came_and_who_means_to_are_named(founder: Laptop) -> None:
    amina = founder.ask("add", "member", "name=Amina Adeyemi")["id"]
    founder.ask("add", "meetup", "title=Open day", "start=2030-05-04T11:00", f"host={amina}")
    founder.ask("rsvp", "Open day", "--member", "Amina", "--guest", "Zoë", "--answer", "maybe")
    founder.ask("attend", "Open day", "--member", "Amina", "--guest", "Nina", "--headcount", "4")
    when = "Open day, 2030-05-04 11:00"
    assert _lines(founder, "meetup") == [["Open day", "Amina Adeyemi"]]
    assert sorted(_lines(founder, "rsvp")) == [["maybe", when, "Amina Adeyemi"], ["maybe", when, "Zoë"]]
    assert sorted(_lines(founder, "attendance")) == [
        ["attended", when, "Amina Adeyemi"],
        ["attended", when, "Nina"],
        ["–", when, "4 people without a name"],
    ]
    (guest,) = (row for row in founder.rows("list", "attendance") if row.get("name"))
    assert guest.keys() == {"id", "meetup", "name", "state", "deleted"}, "JSON is for programs, and has the ids"


def test_whose_the_others_are_is_named(founder: Laptop) -> None:
    amina = founder.ask("add", "member", "name=Amina Adeyemi")["id"]
    founder.ask("add", "offer", "title=Bread", f"member={amina}")
    founder.ask("add", "offer", "title=Repair café")
    founder.ask("swap", "--from", "Amina", "--to", "Pilar", "--hours", "1", "--topic", "bread")
    founder.ask("learned", "Amina", "chess")
    assert _lines(founder, "offer") == [["Bread", "Amina Adeyemi"], ["Repair café", "–"]]
    assert _lines(founder, "swap") == [["bread", "Amina Adeyemi", "Pilar"]]
    assert _lines(founder, "learning") == [["chess", "Amina Adeyemi"]]
    assert _lines(founder, "member") == [["Pilar"], ["Amina Adeyemi"]]
    founder.ask("remove", "member", amina)
    assert _lines(founder, "learning") == [["chess", "Amina Adeyemi"]]
