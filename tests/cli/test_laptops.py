"""Laptops of a circle as processes of their own: rights, shutting out, rescue bundles, who keeps the list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from learningcircles_ui.cli.circles import laptop_lines
from tests.cli.outside import Laptop, hub

Maker = Callable[[str], Laptop]


def names(laptop: Laptop) -> list[str]:
    return sorted(row["name"] for row in laptop.rows("list", "member"))


def join(founder: Laptop, laptop: Laptop, name: str, right: str, stick: Path | None = None) -> str:
    """Let a laptop in, through the hub or by a stick; return its device id."""
    text = founder.ask("circle", "invite", "--right", right)["invitation"]
    more: tuple[str, ...] = ()
    if stick is not None:
        founder.ask("bundle", "write", str(stick))
        more = ("--bundle", str(stick))
    joined = laptop.ask("circle", "join", text, "--as", name, "--device", f"{name}'s", *more)
    return str(joined["device"])


def test_a_stolen_laptop_is_shut_out_through_the_hub_and_its_work_taken_in(laptop: Maker, tmp_path: Path) -> None:
    first, second = laptop("first"), laptop("second")
    with hub(tmp_path / "hub") as (said, _):
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        device = join(first, second, "Bo", "organizer")
        first.ask("sync")
        second.ask("add", "member", "name=On paper", "phone=1")
        lost = first.ask("circle", "laptop", "Bo's")
        assert (lost["right"], lost["locked"], lost["shut_out"]) == ("organizer", False, False)
        assert {"entity": "member", "records": 2, "organizers": False} in lost["held"]
        assert lost["to_do"][0] == "shut_it_out" and "no_passphrase" in lost["to_do"]

        done = first.ask("circle", "revoke", "Bo's")
        assert done["works_now"] and done["was_on_it"]["to_do"][0] == "is_shut_out"
        code, sentence = second.refused("sync")
        assert code == 1 and "Nothing is lost" in sentence
        assert second.ask("circle", "status")["shut_out"]
        assert "Nothing is lost" in second.run("beside", "--seconds", "1").stdout
        assert second.ask("circle", "status")["waiting"] == 1
        said_of_it = second.run("circle", "status").stdout
        assert "this laptop is shut out" in said_of_it and "1 change that does not count is kept here" in said_of_it
        assert "wait to be shared" not in said_of_it and "may only" not in said_of_it
        assert "no longer takes part" in second.refused("add", "member", "name=Late")[1]
        kept = second.run("rescue", "show").stdout
        assert "Bo  Add On paper  On paper  name  On paper" in kept, "it can look at what is kept"
        rescue = tmp_path / "rescue"
        second.ask("rescue", "save", str(rescue))
        first.ask("bundle", "read", str(rescue))
        (row,) = first.rows("rescue", "list")
        assert (row["device"], row["actions"], row["records"]) == (device, 1, {"member": 1})
        assert "Work of other laptops waits (rescue list)" in first.run("rescue", "show").stdout
        assert ("name", "On paper") in [(row["field"], row["value"]) for row in first.rows("rescue", "show", device)]
        assert "Work of Bo's that does not count waits to be taken in" in first.run("sync").stdout
        shown = first.run("rescue", "show", device).stdout
        assert "Bo  Add On paper  On paper  name  On paper" in shown and "#deleted" not in shown
        assert first.ask("rescue", "leave-out", "Bo's") == {"actions": 1}
        assert first.rows("rescue", "list") == [] and first.rows("rescue", "list", "--left-out") == [row]
        assert "1 change waits to be taken in again" in first.run("rescue", "bring-back", device[:8]).stdout
        listed = first.run("rescue", "list").stdout
        assert listed.startswith(f"{device[:8]}  Bo's: 1 change (1 member), last at 20")
        gone = first.ask("add", "member", "name=Zebulon Quixworth")["id"]
        first.ask("member", "erase", gone, "--yes")
        first.ask("sync")
        took = first.ask("rescue", "take", device)
        assert took == {"actions": 1, "newer": 0, "erased": True, "erasures": [], "done": False, "copies": []}
        first.ask("undo")
        told = "1 change is taken in. This circle has erased somebody: look whether any of it still speaks of them."
        assert told in first.run("rescue", "take", device).stdout
        assert names(first) == ["Bo", "On paper", "Pilar"]
        assert first.rows("rescue", "list") == []
        assert first.ask("check")["ok"] and second.ask("check")["ok"]


def test_what_came_with_shutting_a_laptop_out_is_told_as_having_been_on_it(laptop: Maker, tmp_path: Path) -> None:
    first, second = laptop("first"), laptop("second")
    with hub(tmp_path / "hub") as (said, _):
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        join(first, second, "Bo", "recorder")
        first.ask("sync")
        for name in ("Ana", "Cy", "Di"):
            second.ask("add", "member", f"name={name}")
        second.ask("sync")
        assert "As far as this laptop knows, it held: 2 members" in first.run("circle", "laptop", "Bo's").stdout
        told = first.run("circle", "revoke", "Bo's").stdout
        assert "It held at most: 5 members" in told
        assert "no longer counts." in told and "shut it out now" not in told


def test_a_question_on_which_hours_may_hang_names_the_commands_that_answer_it(laptop: Maker, tmp_path: Path) -> None:
    first, second, stick = laptop("first"), laptop("second"), tmp_path / "stick"
    first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue")
    two = [first.ask("add", "member", f"name={name}")["id"] for name in ("Ana Paz", "Ana Pas")]
    join(first, second, "Bo", "organizer", stick)
    first.ask("member", "merge", *two)
    second.ask("member", "different", *two)
    for writer, reader in ((second, first), (first, second)):
        writer.ask("bundle", "write", str(stick))
        reader.ask("bundle", "read", str(stick))
    (asked, *_) = first.rows("review", "--every")
    code, sentence = first.refused("review", "resolve", asked["id"], "--take", "other")
    assert code == 1 and "member part or member different" in sentence
    code, sentence = first.refused("circle", "laptop", "Bo")
    assert code == 1 and "No laptop of this circle is called Bo. Give its whole name" in sentence


def test_an_erasure_that_nobody_heard_of_is_named_and_saved(laptop: Maker, tmp_path: Path) -> None:
    """Who keeps the list has erased somebody, and is shut out by another organizer before any stick went round."""
    first, second, stick = laptop("first"), laptop("second"), str(tmp_path / "stick")
    first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue")
    zora = first.ask("add", "member", "name=Zora")["id"]
    join(first, second, "Bo", "organizer", Path(stick))
    for writer, reader in ((second, first), (first, second)):
        writer.ask("bundle", "write", stick)
        reader.ask("bundle", "read", stick)
    first.ask("member", "erase", zora, "--yes")
    second.ask("circle", "revoke", "Blue")
    second.ask("bundle", "write", stick)
    first.ask("bundle", "read", stick)
    for words in (("circle", "status"), ("rescue", "show")):
        assert "This laptop had erased 1 member, and was shut out before" in first.run(*words).stdout
    assert [row["erase"] for row in first.rows("rescue", "show")] == [zora]
    first.ask("rescue", "save", stick)
    told = second.run("bundle", "read", stick).stdout
    assert "Blue, which was shut out, had erased a member, who is gone from this laptop now, too." in told
    assert names(second) == ["Bo", "Pilar"]


def test_rights_names_and_invitations(laptop: Maker, tmp_path: Path) -> None:
    first, second = laptop("first"), laptop("second")
    with hub(tmp_path / "hub") as (said, _):
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        device = join(first, second, "Bo", "recorder")
        first.ask("sync")
        first.ask("circle", "rename", "Bo's", "Red laptop")
        assert first.ask("circle", "right", "Red laptop", "organizer")["works_now"]
        assert "no longer shares through the hub" in first.refused("circle", "keeper", "Red laptop")[1]
        second.ask("sync")
        status = second.ask("circle", "status")
        assert status["right"] == "organizer"
        assert {"Blue", "Red laptop"} == {each["name"] for each in status["devices"]}
        assert second.ask("circle", "right", device, "recorder")["works_now"]
        assert "organizer" in second.refused("circle", "right", device, "organizer")[1]

        picture = tmp_path / "door.png"
        made = first.ask("circle", "invite", "--save", str(picture))
        (row,) = first.rows("circle", "invitations")
        assert (row["right"], row["uses"], row["used"], row["waits"]) == ("recorder", 1, 0, False)
        third = laptop("third")
        third.ask("circle", "join", str(picture), "--as", "Cy", "--device", "Green")
        assert names(third) == ["Bo", "Cy", "Pilar"]
        first.ask("sync")
        assert first.rows("circle", "invitations") == []
        made = first.ask("circle", "invite", "--save", str(tmp_path / "door.txt"))
        assert (tmp_path / "door.txt").read_text().strip() == made["invitation"]
        assert first.ask("circle", "cancel", made["invitation"])["works_now"]
        fourth = laptop("fourth")
        code, sentence = fourth.refused("circle", "join", str(tmp_path / "door.txt"), "--as", "Di", "--device", "D")
        assert code == 1 and "cancelled" in sentence

        assert first.ask("circle", "right", device, "reader")["works_now"]
        second.ask("add", "member", "name=Not heard yet")
        assert "1 change of this laptop does not count" in second.run("sync").stdout
        assert "An organizer reads it" in second.run("rescue", "save", str(tmp_path / "kept")).stdout


def test_the_list_is_taken_over_from_a_laptop_that_is_gone(laptop: Maker, tmp_path: Path) -> None:
    first, second, third = laptop("first"), laptop("second"), laptop("third")
    stick = tmp_path / "stick"
    first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue")
    join(first, second, "Bo", "organizer", stick)
    for reader, writer in ((first, second), (second, first)):
        writer.ask("bundle", "write", str(stick))
        reader.ask("bundle", "read", str(stick))
    assert first.ask("circle", "keeper")["sentence"] == "This laptop keeps the list."
    assert second.ask("circle", "keeper")["device"] == first.ask("circle", "status")["device"]
    asked = second.run("circle", "invite").stdout
    assert asked.endswith(
        "once this laptop has shared, by a stick or beside it, with the laptop that keeps the list.\n"
    )
    assert "No laptop shuts itself out" in first.refused("circle", "revoke", "Blue")[1]
    assert first.ask("circle", "keeper")["sentence"] == "This laptop keeps the list."
    member = second.ask("add", "member", "name=Zed Quux")["id"]
    assert "with the laptop that keeps the list" in second.run("member", "erase", member, "--yes").stdout
    second.ask("circle", "revoke", "Blue")
    for command in (("revoke", "Blue"), ("right", "Blue", "recorder")):
        assert "Blue is shut out already." in second.refused("circle", *command)[1]
    for unnamed in (("circle", "revoke", ""), ("circle", "right", " ", "recorder"), ("rescue", "take", "")):
        assert second.refused(*unnamed)[1] == "Say which laptop: its name, or how its id begins."
    second.ask("bundle", "write", str(stick))
    first.ask("bundle", "read", str(stick))
    assert first.run("rescue", "show").stdout == "Nothing that this laptop wrote waits to be taken in.\n"
    assert second.ask("circle", "keeper")["sentence"] == "This laptop keeps the list."
    join(second, third, "Cy", "recorder", stick)
    third.ask("bundle", "write", str(stick))
    second.ask("bundle", "read", str(stick))
    rights = {row["name"]: row["right"] for row in second.ask("circle", "status")["devices"]}
    assert rights == {"Blue": "revoked", "Bo's": "organizer", "Cy's": "recorder"}


def test_a_laptop_with_a_passphrase_is_known_to_have_one(laptop: Maker, tmp_path: Path) -> None:
    first, second = laptop("first"), laptop("second")
    with hub(tmp_path / "hub") as (said, _):
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        device = join(first, second, "Bo", "recorder")
        second.environment["LEARNINGCIRCLES_PASSPHRASE"] = "correct horse battery"
        assert second.run("lock").returncode == 0
        second.ask("sync")
        first.ask("sync")
        lost = first.ask("circle", "laptop", device)
        assert lost["locked"] and "has_passphrase" in lost["to_do"]


def test_a_hub_that_is_gone_for_good_is_replaced_with_the_recovery_sheet(laptop: Maker, tmp_path: Path) -> None:
    first, second = laptop("first"), laptop("second")
    stick = tmp_path / "stick"
    with hub(tmp_path / "hub") as (said, _):
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        join(first, second, "Bo", "recorder")
        sheet = first.ask("circle", "recovery", "print", str(tmp_path / "sheet.pdf"))
        assert sheet["works_now"]
        second.ask("sync")
    second.ask("add", "member", "name=Waits for a hub")
    assert "recovery sheet" in first.refused("circle", "keeper", "--here")[1]
    first.environment["LEARNINGCIRCLES_SHEET"] = " ".join(sheet["words"])
    assert first.ask("circle", "keeper", "--sheet")["sentence"] == "This laptop keeps the list."
    with hub(tmp_path / "new hub") as (said, _):
        first.ask("circle", "hub", said["code"])
        assert first.ask("circle", "keeper")["keeper"] == "hub"
        first.ask("bundle", "write", str(stick))
        second.ask("bundle", "read", str(stick))
        assert second.ask("sync")["waiting"] == 0
        first.ask("sync")
        assert "Waits for a hub" in names(first)
        assert first.ask("check")["ok"]


def test_a_copy_that_goes_on_beside_what_it_was_copied_from_is_told_as_one() -> None:
    common = {"right": "organizer", "left": None}
    blue = {"id": "b", "name": "Blue", "went_on_as": ["d"], "copy_of": None, **common}
    clone = {"id": "c", "name": "Blue (2)", "went_on_as": [], "copy_of": "b", **common}
    heir = {"id": "d", "name": "Blue (3)", "went_on_as": [], "copy_of": "b", **common}
    assert laptop_lines([blue, clone, heir]) == [
        "  Blue (went on as Blue (3))",
        "  Blue (2) (may run the circle, began as a copy of Blue)",
        "  Blue (3) (may run the circle)",
    ]


def test_a_circle_whose_file_is_gone_is_not_founded_anew_but_fetched_again(laptop: Maker, tmp_path: Path) -> None:
    first, second = laptop("first"), laptop("second")
    with hub(tmp_path / "hub") as (said, _):
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        join(first, second, "Bo", "organizer")
        (file,) = first.folder.glob("*.circle")
        file.unlink()
        for command in (("list", "member"), ("--circle", "Harbour", "circle", "status")):
            told = first.refused(*command)[1]
            assert "is not where it was" in told and "See restore FILE, and circle refill." in told
        assert first.ask("circle", "refill")["set_aside"] is None
        assert file.is_file() and {row["name"] for row in first.rows("list", "member")} == {"Pilar", "Bo"}


def test_an_erasure_of_a_laptop_that_is_shut_out_is_told_and_done_anew(laptop: Maker, tmp_path: Path) -> None:
    first, second = laptop("first"), laptop("second")
    stick = tmp_path / "stick"
    first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue")
    join(first, second, "Bo", "organizer", stick)
    second.ask("bundle", "write", str(stick))
    first.ask("bundle", "read", str(stick))
    member = first.ask("add", "member", "name=Zed Quux")["id"]
    first.ask("bundle", "write", str(stick))
    second.ask("bundle", "read", str(stick))
    assert not second.ask("member", "erase", member, "--yes")["done"]
    first.ask("circle", "revoke", "Bo's")
    second.ask("rescue", "save", str(tmp_path / "kept"))
    first.ask("bundle", "read", str(tmp_path / "kept"))
    assert "Bo's had erased Zed Quux. That does not count" in first.run("circle", "status").stdout
    assert "had erased Zed Quux, which does not count" in first.run("rescue", "list").stdout
    assert [row["erasures"][0]["member"] for row in first.rows("rescue", "list")] == [member]
    assert "That laptop had erased Zed Quux." in first.run("rescue", "show", "Bo's").stdout
    assert [row["name"] for row in first.rows("rescue", "show", "Bo's") if row.get("erase") == member] == ["Zed Quux"]
    first.ask("rescue", "leave-out", "Bo's")
    assert first.rows("rescue", "list") == []
    first.ask("rescue", "bring-back", "Bo's")
    done = first.ask("rescue", "take", "Bo's")
    assert not done["done"] and [row["name"] for row in done["erasures"]] == ["Zed Quux"]
    assert "say --erase and whom, if it is meant" in first.refused("rescue", "take", "Bo's")[1]
    assert "had erased nobody called “Zed”" in first.refused("rescue", "take", "Bo's", "--erase", "Zed")[1]
    done = first.ask("rescue", "take", "Bo's", "--erase", "zed quux")
    assert done["done"] and any(str(tmp_path) in each["where"] for each in done["copies"])
    assert first.rows("rescue", "list") == [] and "Zed Quux" not in first.run("list", "member").stdout
    first.ask("bundle", "write", str(stick))
    second.ask("bundle", "read", str(stick))
    assert "Zed Quux" not in second.run("list", "member").stdout
