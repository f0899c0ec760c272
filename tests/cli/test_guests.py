"""Guests from the command line: by first names alone, as at a screen, and that is said."""

from __future__ import annotations

import datetime
import json

import pytest

from tests.cli.outside import Laptop

SAID = "Guests are noted by first names alone."


@pytest.mark.parametrize("command", ["attend", "rsvp"])
def test_of_a_guest_no_more_than_the_first_name_is_kept_and_that_is_said(founder: Laptop, command: str) -> None:
    founder.ask("add", "meetup", "title=Open day", "start=2026-11-28T11:00")
    noted = founder.ask(command, "Open day", "--guest", "Zora Neale", "--guest", "Nina")["noted"]
    assert [row["name"] for row in noted] == ["Zora", "Nina"]
    assert SAID in founder.run(command, "Open day", "--guest", "Ada Petrova").stdout
    assert SAID not in founder.run(command, "Open day", "--guest", "Olga").stdout
    entity = {"attend": "attendance", "rsvp": "rsvp"}[command]
    assert sorted(row["name"] for row in founder.rows("list", entity)) == ["Ada", "Nina", "Olga", "Zora"]
    assert "Neale" not in founder.run("history", entity, noted[0]["id"]).stdout


@pytest.mark.parametrize("name", ["Bob, Tim", "Bob and Tim", "Bob & Tim", "Petrova, Ada", "Bob + 2"])
def test_one_guest_is_named_at_a_time(founder: Laptop, name: str) -> None:
    """Of two names none is dropped in silence, and nobody else of the same command is noted."""
    meetup = founder.ask("add", "meetup", "title=Open day", "start=2026-11-28T11:00")["id"]
    for command in ("attend", "rsvp"):
        refused = founder.run(command, "Open day", "--guest", "Nina", "--guest", name)
        assert (refused.returncode, refused.stdout) == (1, "")
        assert refused.stderr == f"Name one guest at a time, the first name first, not “{name}”.\n"
        (reply,) = founder.batch([{"do": command, "meetup": meetup, "name": name}])
        assert reply["error"]["code"] == "several_guests"
    assert founder.rows("list", "attendance") == founder.rows("list", "rsvp") == []


def test_a_line_of_a_batch_keeps_no_more_either(founder: Laptop) -> None:
    meetup = founder.ask("add", "meetup", "title=Open day", "start=2026-11-28T11:00")["id"]
    steps = [{"do": do, "meetup": meetup, "name": "Zora Neale"} for do in ("attend", "rsvp")]
    assert all(reply["ok"] for reply in founder.batch(steps))
    assert [row["name"] for kind in ("attendance", "rsvp") for row in founder.rows("list", kind)] == ["Zora", "Zora"]


def test_a_guest_is_told_by_the_name_that_was_typed_or_stands_there(founder: Laptop) -> None:
    day = (datetime.date.today() + datetime.timedelta(days=9)).isoformat()
    meetup = founder.ask("add", "meetup", "title=Choir", f"start={day}T18:00")["id"]
    founder.ask("rsvp", "Choir", "--guest", "Zora Neale")
    founder.ask("add", "rsvp", f"meetup={meetup}", "name=Ada Petrova", "answer=yes")
    founder.ask("edit", "meetup", meetup, "state=cancelled")
    for name in ("Zora Neale", "Ada Petrova"):
        assert len(founder.ask("told", "Choir", "--guest", name)["told"]) == 1
    assert founder.rows("tell") == []


@pytest.mark.parametrize("name", ["?", ",", "12"])
def test_signs_alone_are_nobodys_name(founder: Laptop, name: str) -> None:
    meetup = founder.ask("add", "meetup", "title=Open day", "start=2026-11-28T11:00")["id"]
    said = f"“{name}” is no name: a name has at least one letter."
    for command, entity, says in (("attend", "attendance", "state"), ("rsvp", "rsvp", "answer")):
        refused = founder.run(command, "Open day", "--guest", "Nina", "--guest", name)
        assert (refused.returncode, refused.stdout, refused.stderr) == (1, "", f"{said}\n")
        assert founder.batch([{"do": command, "meetup": meetup, "name": name}])[0]["error"]["code"] == "no_letter"
        word = {"state": "attended", "answer": "yes"}[says]
        rows = "\n".join(json.dumps({"meetup": meetup, "name": each, says: word}) for each in ("Nina", name))
        refused = founder.run("add", entity, "--from", "-", stdin=rows)
        assert (refused.returncode, refused.stderr) == (1, f"Line 2: {said} Nothing was added.\n")
        assert founder.rows("list", entity) == []


@pytest.mark.parametrize("name", ["李", "(Bo)", "0170 1234567"])
def test_whatever_has_a_letter_is_a_name_and_a_telephone_number_is_still_hidden(founder: Laptop, name: str) -> None:
    founder.ask("add", "meetup", "title=Open day", "start=2026-11-28T11:00")
    (noted,) = founder.ask("attend", "Open day", "--guest", name)["noted"]
    assert noted["name"] == (name if "1" not in name else "…")
