"""What somebody learned, from the command line."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

from tests.cli.outside import Laptop

AMINA = "Amina Adeyemi"


def test_a_moment_is_noted_listed_counted_and_taken_back(founder: Laptop) -> None:
    amina = founder.ask("add", "member", f"name={AMINA}", "topics=bread,chess")["id"]
    noted = founder.ask("learned", "Amina", "patching a tube", "--hours", "0:20", "--with", "Marek")
    assert (noted["member"], noted["kind"], noted["minutes"], noted["with_whom"]) == (amina, "informal", 20, "Marek")
    founder.ask("learned", AMINA, "Chess", "--kind", "formal", "--on", "2026-11-20", "--field", "1015")
    assert [row["topic"] for row in founder.rows("list", "learning", "--where", "kind=formal")] == ["chess"], (
        "as it is called"
    )
    assert [row["id"] for row in founder.rows("find", "tube")] == [noted["id"]]
    told = {row["topic"]: row for row in founder.rows("topics")}
    assert told["chess"] == {
        "topic": "chess", "offers": 1, "asks": 0, "formal": 1, "non_formal": 0, "informal": 0,
    }  # fmt: skip
    assert founder.run("topics").stdout.splitlines()[0] == "bread: 1 offers it, 0 ask for it; learned by nobody yet"
    founder.ask("undo")
    assert [row["topic"] for row in founder.rows("list", "learning")] == ["patching a tube"]
    (one,) = founder.batch([{"do": "learned", "member": amina, "topic": "bread", "kind": "non_formal"}])
    assert one["ok"] and founder.ask("show", "learning", one["id"])["kind"] == "non_formal"


def test_what_makes_no_sense_is_refused_in_a_sentence(founder: Laptop) -> None:
    assert founder.refused("learned", "Nobody", "chess")[0] == 1
    assert founder.refused("learned", "Pilar", "chess", "--minutes", "5", "--hours", "1") == (
        2, "Give either --minutes or --hours.",
    )  # fmt: skip
    assert founder.refused("learned", "Pilar", "chess", "--kind", "best")[0] == 2
    assert founder.refused("learned", "Pilar", "chess", "--field", "9999")[0] == 1
    assert founder.rows("list", "learning") == []


def test_days_are_understood_as_they_are_typed_and_told(founder: Laptop) -> None:
    today = datetime.datetime.now(ZoneInfo(founder.environment["TZ"])).date()
    told = founder.run("learned", "Pilar", "chess", "--on", "yesterday").stdout
    day = datetime.date.fromisoformat(told.split(" on ")[1].strip(" .\n"))
    assert (today - day).days in (1, 2)  # it may be midnight meanwhile
    held = founder.ask("add", "offer", "title=Bread", "expires=12 May")["expires"]
    assert held.endswith("-05-12") and held >= today.isoformat()
    assert founder.refused("learned", "Pilar", "chess", "--on", "somewhen")[0] == 1
    (strict,) = founder.batch([{"do": "add", "entity": "offer", "fields": {"title": "Bread", "expires": "12 May"}}])
    assert not strict["ok"] and strict["error"]["field"] == "expires", "programs are not guessed at"
