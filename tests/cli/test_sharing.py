"""Laptops, a hub and a stick as processes of their own: what users see when they share."""

from __future__ import annotations

import json
import re
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

from learningcircles.circle.believing import note_clock
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
from learningcircles_sync.hub.running import own_address
from tests.cli.outside import PROGRAM, Laptop, hub

Maker = Callable[[str], Laptop]


def names(laptop: Laptop) -> list[str]:
    return sorted(row["name"] for row in laptop.rows("list", "member"))


def invitation_of(laptop: Laptop, right: str = "recorder") -> str:
    made = laptop.ask("circle", "invite", "--right", right)
    assert set(made) == {"invitation", "right", "uses", "expires", "works_now"} and made["works_now"]
    return str(made["invitation"])


def test_two_laptops_share_through_a_hub(laptop: Maker, tmp_path: Path) -> None:
    first, second = laptop("first"), laptop("second")
    with hub(tmp_path / "hub") as (said, process):
        assert set(said) == {"url", "fingerprint", "code"} and said["url"].startswith("https://")
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        amina = first.ask("add", "member", "name=Amina", "phone=1")
        outcome = first.ask("sync")
        keys = {"sent", "received", "requests", "bytes_up", "bytes_down", "waiting", "to_review"}
        assert keys <= set(outcome) and outcome["waiting"] == 0
        text = invitation_of(first)
        joined = second.ask("circle", "join", text, "--as", "Bo", "--device", "Red")
        assert set(joined) == {"circle", "file", "device"}
        assert names(second) == ["Amina", "Bo", "Pilar"]

        first.ask("edit", "member", amina["id"], "phone=2", "notes=kiln")
        second.ask("edit", "member", amina["id"], "phone=3", "email=amina@example.org")
        for each in (first, second, first):
            each.ask("sync")
        hashes = [each.ask("check")["state_hash"]["private"] for each in (first, second)]
        assert hashes[0] == hashes[1]
        record = second.ask("show", "member", amina["id"])
        assert (record["notes"], record["email"]) == ("kiln", "amina@example.org")
        (item,) = second.rows("review")
        assert {item["kept"], item["other"]} == {"2", "3"} and item["field"] == "phone"
        second.ask("review", "resolve", item["id"], "--take", "other")
        second.ask("sync")
        first.ask("sync")
        assert first.rows("review") == [] and first.ask("show", "member", amina["id"])["phone"] == item["other"]
        assert first.refused("circle", "join", text, "--as", "x", "--device", "y")[0] == 1
        assert laptop("third").refused("circle", "join", text, "--as", "x", "--device", "y")[0] == 1, "it serves once"

        nothing = first.ask("sync")
        assert nothing["requests"] == 1 and nothing["bytes_up"] <= 250
        process.send_signal(signal.SIGKILL)
        process.wait(10)
        first.ask("add", "member", "name=While the hub is away")
        code, sentence = first.refused("sync")
        assert code == 1 and sentence
        assert first.ask("circle", "status")["waiting"] == 1


def test_a_hub_started_without_an_address_is_reached_by_its_networks_own(laptop: Maker, tmp_path: Path) -> None:
    first = laptop("first")
    with hub(tmp_path / "hub", "--listen", "0.0.0.0:0") as (said, _):
        assert said["url"].startswith(f"https://{own_address()}:")
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        assert first.ask("circle", "status")["hub"] == said["url"]


def test_moving_to_another_hub_is_said(founder: Laptop, tmp_path: Path) -> None:
    with hub(tmp_path / "one") as (one, _), hub(tmp_path / "two") as (two, _):
        assert founder.ask("circle", "hub", one["code"]) == {"ok": True, "hub": one["url"], "former": None}
        moved = founder.run("circle", "hub", two["code"])
        assert moved.returncode == 0, moved.stderr
        assert two["url"] in moved.stdout and f"no longer through {one['url']}" in moved.stdout


def test_a_stick_carries_what_three_laptops_wrote_without_any_hub(laptop: Maker, tmp_path: Path) -> None:
    first, second, third = laptop("first"), laptop("second"), laptop("third")
    stick = str(tmp_path / "stick.bundle")
    first.ask("circle", "new", "Mill Lane", "--as", "Odile", "--device", "A")
    invitations = [invitation_of(first), invitation_of(first)]
    wrote = first.ask("bundle", "write", stick)
    assert set(wrote) == {"segments", "new", "bytes"}
    second.ask("circle", "join", invitations[0], "--as", "Karim", "--device", "B", "--bundle", stick)
    third.ask("circle", "join", invitations[1], "--as", "Nadia", "--device", "C", "--bundle", stick)
    second.ask("add", "member", "name=From B")
    first.ask("add", "member", "name=From A")
    for each in (second, third, first, second, third):
        each.ask("bundle", "read", stick)
        each.ask("bundle", "write", stick)
    first.ask("bundle", "read", stick)
    again = third.ask("bundle", "read", stick)
    assert again["new"] == 0, "reading twice is harmless"
    assert names(first) == names(second) == names(third)
    assert {"From A", "From B", "Karim", "Nadia", "Odile"} == set(names(third))
    hashes = {each.ask("check")["state_hash"]["private"] for each in (first, second, third)}
    assert len(hashes) == 1


def test_a_receipt_says_what_has_arrived(laptop: Maker, tmp_path: Path) -> None:
    first, second = laptop("first"), laptop("second")
    stick = tmp_path / "stick.bundle"
    first.ask("circle", "new", "Mill Lane", "--as", "Odile", "--device", "A")
    invitation = invitation_of(first)
    first.ask("bundle", "write", str(stick))
    second.ask("circle", "join", invitation, "--as", "Karim", "--device", "B", "--bundle", str(stick))
    first.ask("add", "member", "name=New")
    assert first.ask("circle", "status")["waiting"] > 0
    first.ask("bundle", "write", str(stick))
    assert second.ask("bundle", "read", str(stick))["new"] > 0
    receipt = stick.with_name("stick.bundle.receipt")
    assert first.ask("receipt", str(receipt)) == {"waiting": 0}
    assert first.ask("circle", "status")["waiting"] == 0
    receipt.write_bytes(receipt.read_bytes()[:-1])
    assert first.refused("receipt", str(receipt))[0] == 1


def test_leaving_shares_what_waits(laptop: Maker, tmp_path: Path) -> None:
    first, second = laptop("first"), laptop("second")
    with hub(tmp_path / "hub", "--no-tls") as (said, _):
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        second.ask("circle", "join", invitation_of(first), "--as", "Bo", "--device", "Red")
        second.ask("add", "member", "name=Last words")
        assert second.ask("leave")["ok"]
        assert second.refused("list", "member")[0] == 1 and not list(second.folder.glob("*.circle*"))
        first.ask("sync")
    assert "Last words" in names(first)


def test_learners_and_other_circles_see_what_is_published(laptop: Maker, tmp_path: Path) -> None:
    first, other = laptop("first"), laptop("other")
    with hub(tmp_path / "hub", "--no-tls") as (said, _):
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        more = subprocess.run(
            [*PROGRAM[:1], "-m", "learningcircles_sync.hub.main", "code", "--data", str(tmp_path / "hub"), "--json"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        other.ask(
            "circle", "new", "Mill Lane", "--as", "Odile", "--device", "A", "--hub", json.loads(more.stdout)["code"]
        )
        pilar = first.rows("list", "member")[0]["id"]
        first.ask("edit", "member", pilar, "phone=0999123", "notes=canary-secret")
        first.ask("add", "offer", "title=Bicycle repair", f"member={pilar}", "reach=5")
        first.ask("add", "offer", "title=Only near circles", "reach=3")
        first.ask("add", "offer", "title=Only our own", "reach=1")
        first.ask("add", "meetup", "title=Open day", "start=2030-05-04T11:00", "minutes=120", "reach=5")
        first.ask("sync")
        other.ask("sync")
        page = subprocess.run(["curl", "-sf", said["url"]], capture_output=True, text=True, check=True).stdout
        assert "Bicycle repair" in page and "Open day" in page
        assert "Only near circles" not in page and "Only our own" not in page
    assert [(row["title"], row["circle"]) for row in other.rows("find", "open")] == [("Open day", "Harbour")]
    assert [row["title"] for row in other.rows("find", "only")] == ["Only near circles"], "offline, and no further"
    for file in (tmp_path / "hub").rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert b"canary-secret" not in data and b"0999123" not in data and b"Pilar" not in data


def test_killing_a_batch_loses_nothing_that_was_acknowledged(founder: Laptop) -> None:
    for stop_after in (1, 7, 23):
        before = len(founder.rows("list", "member"))
        process = subprocess.Popen(
            [*PROGRAM, "batch", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=founder.environment
        )
        assert process.stdin is not None and process.stdout is not None
        step = json.dumps({"do": "add", "entity": "member", "fields": {"name": "Kept"}})
        process.stdin.write(f"{step}\n" * 60)
        process.stdin.flush()
        acknowledged = sum(json.loads(process.stdout.readline())["ok"] for _ in range(stop_after))
        process.kill()
        process.wait(10)
        process.stdout.close()
        process.stdin.close()
        assert len(founder.rows("list", "member")) >= before + acknowledged
        assert founder.ask("check")["ok"]


def test_a_learner_signs_up_without_the_app(laptop: Maker, tmp_path: Path) -> None:
    first = laptop("first")
    with hub(tmp_path / "hub", "--no-tls") as (said, _):
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        meetup = first.ask("add", "meetup", "title=Open day", "start=2030-05-04T11:00", "minutes=120", "reach=5")
        first.ask("sync")
        circle = first.ask("circle", "status")["circle"]
        form = f"{said['url']}/circles/{circle}/items/{meetup['id']}/answer"
        curl = ["curl", "-sf", "-o", str(tmp_path / "page"), "-w", "%{redirect_url}"]
        sent = subprocess.run(
            [*curl, "--data-urlencode", "name=Zoë canary-name", "--data-urlencode", "contact=0777", form],
            capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
        assert "/answers/" in sent
        first.ask("sync")
        (signup,) = first.rows("inbox")
        assert (signup["name"], signup["contact"], signup["kind"]) == ("Zoë canary-name", "0777", "meetup")
        answers = first.batch([{"do": "inbox"}, {"do": "answer", "signup": signup["id"], "state": "declined"}])
        assert answers[0]["records"][0]["id"] == answers[1]["id"] == signup["id"]
        assert first.ask("inbox", "accept", signup["id"])["state"] == "accepted"
        assert first.rows("inbox") == [] and len(first.rows("inbox", "--all")) == 1
        assert [row["answer"] for row in first.rows("list", "rsvp")] == ["yes"]
        first.ask("sync")
        first.ask("sync")
        page = subprocess.run(["curl", "-sf", sent], capture_output=True, text=True, check=True).stdout
        assert "says yes" in page and "canary-name" not in page
    for file in (tmp_path / "hub").rglob("*"):
        assert not file.is_file() or b"canary-name" not in file.read_bytes()


def test_a_clock_that_is_days_off_is_refused_until_it_is_trusted(laptop: Maker) -> None:
    first = laptop("first")
    first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue")
    circle = open_circle(Home.default({"LEARNINGCIRCLES_HOME": str(first.folder)}))
    note_clock(circle, 400 * 24 * 3_600_000, circle.surroundings.now_ms())
    circle.close()
    told = first.run("circle", "status", "--json")
    assert json.loads(told.stdout)["clock_off_s"] == 400 * 24 * 3_600
    apart = "This laptop's clock is 13 months behind the hub's. Please set right whichever of them is wrong.\n"
    assert told.stderr == apart
    code, sentence = first.refused("add", "member", "name=Amina")
    assert code == 1 and "says that today is 20" in sentence and "--trust-clock" in sentence
    assert names(first) == ["Pilar"], "reading goes on"
    first.ask("add", "member", "name=Amina", "--trust-clock")
    assert names(first) == ["Amina", "Pilar"]
    first.ask("add", "member", "name=Marek")
    assert len(names(first)) == 3, "it was answered: nobody is asked the same again"


def test_who_came_to_a_meetup_that_was_removed_meanwhile_is_asked_about(laptop: Maker, tmp_path: Path) -> None:
    first, second, stick = laptop("first"), laptop("second"), str(tmp_path / "stick")
    first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue")
    tea = first.ask("add", "meetup", "title=Tea", "start=2026-11-20T18:00")["id"]
    text = invitation_of(first)
    first.ask("bundle", "write", stick)
    second.ask("circle", "join", text, "--as", "Bo", "--device", "Red", "--bundle", stick)
    first.ask("remove", "meetup", tea)
    (bo,) = (row["id"] for row in second.rows("list", "member") if row["name"] == "Bo")
    came = {"do": "attend", "meetup": tea, "state": "attended"}
    assert all(each["ok"] for each in second.batch([{**came, "member": bo}, {**came, "name": "Lea"}]))
    for writer, reader in ((second, first), (first, second)):
        writer.ask("bundle", "write", stick)
        reader.ask("bundle", "read", stick)
    for side in (first, second):
        (item,) = side.rows("review")
        assert (item["record"], item["field"], item["kept"], len(item["noted"])) == (tea, "#deleted", True, 2)
        said = side.run("review").stdout
        assert re.search(r"Tea was removed \(Pilar on Blue, [-: 0-9]+\)\. Without knowing of that others noted:", said)
        assert re.search(r"noted: attendance Bo, came \(Bo on Red, [-: 0-9]+\); attendance Lea, came \(Bo on Red", said)
        assert said.endswith("--take other brings it back, --take kept leaves it removed\n")
    first.ask("review", "resolve", said.split()[0], "--take", "other")
    assert first.rows("review") == [] and first.ask("show", "meetup", tea)["deleted"] is False
    assert len(first.rows("list", "attendance")) == 2
