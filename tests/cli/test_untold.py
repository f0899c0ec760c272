"""Whom to tell what became of a meetup, from the command line."""

from __future__ import annotations

import datetime

from tests.cli.outside import Laptop


def test_who_means_to_come_is_listed_and_noted_as_told(founder: Laptop) -> None:
    day = (datetime.date.today() + datetime.timedelta(days=9)).isoformat()
    for name in ("Amina", "Bo"):
        founder.ask("add", "member", f"name={name}", f"phone=+33 1 23 45 67 8{len(name)}")
    meetup = founder.ask("add", "meetup", "title=Choir", f"start={day}T18:00")["id"]
    founder.ask("rsvp", "Choir", "--member", "Amina", "--member", "Bo", "--guest", "Zoe")
    assert founder.rows("tell") == []
    founder.ask("edit", "meetup", meetup, "state=cancelled")
    rows = founder.rows("tell")
    assert [(row["name"], row["contact"]) for row in rows] == [
        ("Amina", "+33 1 23 45 67 85"), ("Bo", "+33 1 23 45 67 82"), ("Zoe", ""),
    ]  # fmt: skip
    assert all(row["called_off"] and row["changed"] == ["state"] and row["meetup"] == meetup for row in rows)
    assert founder.run("tell").stdout.splitlines()[0] == "Choir  called off  Amina  +33 1 23 45 67 85"
    assert founder.ask("told", "Choir", "--member", "Bo")["told"] == [rows[1]["id"]]
    assert founder.batch([{"do": "told", "rsvp": rows[2]["id"]}])[0]["ok"]
    assert [row["name"] for row in founder.rows("tell")] == ["Amina"]
    code, sentence = founder.refused("told", "Choir", "--member", "Bo")
    assert (code, sentence) == (1, "Not everybody named is to be told about this meetup; “tell” lists who is.")
    assert founder.run("told", "Choir").stdout == "Noted 1 person as told.\n"
    assert founder.rows("tell") == []
    assert founder.ask("check", "--rebuild")["ok"]
