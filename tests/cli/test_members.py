"""Members who leave, are erased or here twice, and Review, from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from tests.cli.outside import Laptop

AMINA = "Amina Adeyemi"


def test_leaving_and_erasing_from_the_command_line(founder: Laptop, tmp_path: Path) -> None:
    amina = founder.ask("add", "member", f"name={AMINA}", "phone=+33 612 345 678")["id"]
    founder.ask("add", "offer", "title=Bread", f"member={amina}")
    founder.ask("swap", "--from", AMINA, "--to", "Pilar", "--minutes", "60", "--topic", "Bread")
    seen = founder.ask("member", "leave", AMINA, "--dry-run")
    assert (seen["name"], seen["minutes"], len(seen["listings"]), seen["left"]) == (AMINA, 60, 1, False)
    assert founder.ask("member", "leave", AMINA)["left"]
    assert founder.rows("balance")[-1] == {"member": None, "name": None, "minutes": 60}
    founder.ask("undo")
    held = tmp_path / "held.json"
    assert founder.ask("member", "held", AMINA, str(held), "--format", "json")["records"] == 3
    assert json.loads(held.read_text("utf-8"))["records"]["member"][0]["phone"] == "+33 612 345 678"
    founder.ask("member", "held", AMINA, str(tmp_path / "held.pdf"), "--format", "pdf")
    pages = pypdfium2.PdfDocument(tmp_path / "held.pdf")
    assert AMINA in pages[0].get_textpage().get_text_range()
    founder.ask("add", "place", "name=The mill")
    founder.ask("export", "place", str(tmp_path / "places.csv"), "--format", "csv")
    founder.ask("export", "member", str(tmp_path / "people.csv"), "--format", "csv")
    assert founder.refused("member", "erase", AMINA)[0] == 1
    hall = founder.ask("add", "meetup", "title=Tea", "start=2030-05-04T11:00", f"notes=Ask {AMINA}")["id"]
    cake = founder.ask("add", "meetup", "title=Amina and cake", "start=2030-05-05T11:00")["id"]
    left = {"words": ["Amina"], "text": "Amina and cake"}
    seen = founder.ask("member", "erase", AMINA, "--dry-run")
    assert seen["name"] == AMINA and seen["exchanges"] == 1 and seen["shared"] == []
    told = {"entity": "meetup", "id": hall, "title": "Tea", "field": "notes"}
    assert seen["reworded"] == [{**told, "before": f"Ask {AMINA}", "after": "Ask …"}]
    assert seen["left"] == [{**told, "title": "Amina and cake", "id": cake, "field": "title", **left}]
    done = founder.ask("member", "erase", AMINA, "--yes")
    assert done["done"] and done["segments"] and done["waits"] == []
    assert {Path(copy["where"]).name for copy in done["copies"]} == {"held.json", "held.pdf", "people.csv"}
    assert founder.rows("find", "Adeyemi") == [] and founder.ask("check")["ok"]
    assert founder.rows("member", "copies", "--destroyed") == []
    assert founder.refused("show", "member", amina)[0] == 1


def test_nobody_is_meant_who_is_not_called_so(founder: Laptop) -> None:
    anna = founder.ask("add", "member", "name=Anna Berg", "notes=sister of Tom", "topics=bicycle repair")["id"]
    for verb in ("erase", "anonymise"):
        for word in ("Tom", "Anna", "bicycle"):
            said = ["member", verb, word, *(["--yes"] if verb == "erase" else [])]
            assert founder.refused(*said)[0] == 1, said
    assert founder.refused("swap", "--from", "bicycle", "--to", "Pilar", "--hours", "1")[0] == 1
    assert founder.ask("show", "member", anna)["name"] == "Anna Berg"
    founder.ask("swap", "--from", "an", "--to", "Pilar", "--hours", "1", "--topic", "Tea")
    assert founder.ask("member", "anonymise", "anna berg")["status"] == "anonymised"


def test_merging_and_taking_apart_from_the_command_line(founder: Laptop) -> None:
    one, two = (founder.ask("add", "member", f"name={name}")["id"] for name in (AMINA, "Amina Adeyemy"))
    (pair,) = founder.rows("member", "duplicates")
    assert {pair["one"], pair["other"]} == {one, two} and pair["why"] == "name"
    assert founder.ask("member", "merge", one, two)["id"] == min(one, two)
    assert len(founder.rows("list", "member")) == 2
    founder.ask("opening", f"{max(one, two)}=1")
    assert sum(row["minutes"] for row in founder.rows("balance")) == 0
    founder.ask("undo")
    founder.ask("member", "part", max(one, two))
    assert len(founder.rows("list", "member")) == 3 and founder.rows("member", "duplicates") == []
    for stays in (one, two):
        told = founder.ask("member", "merge", one, two, "--stays", stays)
        assert (told["id"], told["name"]) == (stays, AMINA if stays == one else "Amina Adeyemy")
        founder.ask("member", "part", one)
    third = founder.ask("add", "member", "name=Bo")["id"]
    for said in (third, "Nobody"):
        code, sentence = founder.refused("member", "merge", one, two, "--stays", said)
        assert code == 1 and "stays" in sentence, sentence
    founder.ask("remove", "member", third)
    replies = founder.batch(
        [
            {"do": "merge", "one": one, "other": two, "stays": third},
            {"do": "merge", "one": one, "other": two, "stays": max(one, two)},
            {"do": "show", "entity": "member", "id": max(one, two)},
            {"do": "undo"},
        ]
    )
    assert [reply["ok"] for reply in replies] == [False, True, True, True]
    assert replies[0]["error"]["field"] == "stays" and replies[1]["id"] == max(one, two)
    replies = founder.batch(
        [
            {"do": "merge", "one": one, "other": two},
            {"do": "leave", "member": one},
            {"do": "anonymise", "member": one},
            {"do": "anonymise", "member": one},
        ]
    )
    assert [reply["ok"] for reply in replies] == [True, True, True, False]


def test_review_of_two_laptops_from_the_command_line(
    founder: Laptop, laptop: Callable[[str], Laptop], tmp_path: Path
) -> None:
    amina = founder.ask("add", "member", f"name={AMINA}", "languages=pl")["id"]
    invitation = founder.ask("circle", "invite")["invitation"]
    stick = str(tmp_path / "stick.bundle")
    founder.ask("bundle", "write", stick)
    other = laptop("second")
    other.ask("circle", "join", invitation, "--as", "Jo", "--device", "Green", "--bundle", stick)
    for one, phone in ((founder, "0123"), (other, "0145")):
        one.ask("edit", "member", amina, f"phone={phone}", f"place=Place {phone}", "--drop", "languages=pl")
        one.ask("swap", "--from", AMINA, "--to", "Pilar", "--minutes", "60", "--on", "2026-01-05")
    other.ask("edit", "member", amina, "--add", "languages=pl")
    other.ask("bundle", "write", stick)
    founder.ask("bundle", "read", stick)
    (asked,) = founder.rows("review")
    assert (asked["field"], {asked["kept"], asked["other"]}) == ("phone", {"0123", "0145"})
    assert asked["kept_who"] and asked["other_who"] and asked["kept_at"] and asked["other_at"]
    for every in ("--every", "--all"):
        rows = {row["field"]: row for row in founder.rows("review", every)}
        assert rows.keys() == {"phone", "place", "languages/pl"}, "and no number that the program gave"
    told = founder.run("review", "--every").stdout
    assert f"{AMINA}, neighbourhood: kept Place 0145 (Jo on Green, " in told and "; other Place 0123 (Pilar on " in told
    assert f"{AMINA}, languages: pl was added (Jo on Green, " in told and "); now there" in told
    assert asked["id"] in founder.run("review").stdout and "neighbourhood" not in founder.run("review").stdout
    founder.ask("review", "resolve", rows["place"]["id"], "--take", "other")
    assert founder.ask("show", "member", amina)["place"] == "Place 0123"
    assert founder.ask("review", "take-all", "Green", "--others")["settled"] == 1
    assert [row["field"] for row in founder.rows("review", "--every")] == ["phone"]
    (twins,) = founder.rows("review", "exchanges")
    assert (twins["minutes"], twins["other_minutes"], twins["on"]) == (60, 60, "2026-01-05")
    told = founder.run("review", "exchanges").stdout
    assert f"exchange {AMINA} → Pilar on 2026-01-05, 1 h in both" in told and twins["one"][:8] in told
    founder.ask("review", "same", twins["one"], twins["other"])
    assert founder.rows("review", "exchanges") == []
    assert founder.ask("review", "take-all", "Blue")["settled"] == 1
    assert founder.ask("show", "member", amina)["phone"] == "0123"
    assert founder.rows("review") == []
