"""What somebody types, asked in this process: what is refused, in which words, and what is noted."""

from __future__ import annotations

import json
import re
import stat
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from click import Context

from learningcircles.circle.facets import Verbs
from learningcircles.crypto.pages import PAGE_BYTES
from learningcircles.laptop.files import write_whole
from learningcircles.laptop.founding import found, open_circle
from learningcircles.laptop.home import Home
from learningcircles.phrase import in_hours
from learningcircles_ui import cli as cli_rooms
from learningcircles_ui.cli.exchanges import minutes_of
from learningcircles_ui.cli.main import ROOMS, cli, run
from learningcircles_ui.parts.qr import read_code


class Typed:
    """One laptop's command line."""

    def __init__(self, home: Home, capsys: pytest.CaptureFixture[str]) -> None:
        self.home = home
        self._capsys = capsys

    def __call__(self, *words: str) -> tuple[int, str]:
        code = run([*words])
        said = self._capsys.readouterr()
        return code, (said.out + said.err).strip()


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    monkeypatch.setenv("LEARNINGCIRCLES_HOME", str(tmp_path / "home"))
    home = Home.default()
    circle = found(home, "Harbour", "Pilar", "Blue")
    verbs = Verbs(circle)
    for name in ("Amina", "Marek"):
        verbs.records.add("member", {"name": name})
    circle.close()
    return Typed(home, capsys)


def test_every_command_is_found_in_the_room_that_holds_it() -> None:
    held = {room: [each.name for each in import_module(f"learningcircles_ui.cli.{room}").COMMANDS] for room in ROOMS}
    assert held == {room: list(names) for room, names in ROOMS.items()}
    every = {each.name for each in iter_modules(cli_rooms.__path__)}
    rooms = {name for name in every if hasattr(import_module(f"learningcircles_ui.cli.{name}"), "COMMANDS")}
    assert rooms - set(ROOMS) == {"circles", "laptops"}, "both are of circle_group"
    listed = cli.list_commands(Context(cli))
    assert listed == sorted(listed) and all(cli.get_command(Context(cli), name) is not None for name in listed)
    assert cli.get_command(Context(cli), "opne") is None


def test_options_are_named_as_they_are_typed(typed: Typed) -> None:
    swap = ("swap", "--hours", "1")
    assert typed(*swap, "--from", "Marek", "--to", "Marek") == (1, "Nobody can exchange time with themselves (--to).")
    assert typed(*swap, "--from", "Marek", "--to", "Amina", "--on", "soon")[1].endswith("(--on).")
    assert typed("learned", "Amina", "chess", "--field", "9999x")[1].endswith("(--field).")
    assert typed("opening", "Amina") == (2, "Amina should read MEMBER=HOURS.")
    assert typed("find", " ") == (2, "Say what to find: a word, or the beginning of one.")


def test_a_member_who_stands_twice_in_opening_is_refused(typed: Typed) -> None:
    assert typed("opening", "Amina=1", "Amina=2") == (2, "Amina stands there twice.")
    assert typed("opening", "Amina=1", "amina=2") == (1, "amina stands there twice.")
    assert json.loads(typed("balance", "Amina", "--json")[1])["minutes"] == 0


def test_days_that_nobody_means_are_refused_when_written_and_stay_where_they_stand(typed: Typed) -> None:
    swap = ("swap", "--from", "Marek", "--to", "Amina", "--hours", "1", "--on")
    today = open_today(typed.home)
    ahead = f"{int(today[:4]) + 1}{today[4:]}"
    assert typed(*swap, "0001-01-01") == (1, "When must lie in the years 1900 to 2199, not in 1 (--on).")
    far = f"{ahead[:4]}-12-31" if ahead[5:] < "12-31" else f"{int(ahead[:4]) + 1}-01-01"
    assert typed(*swap, far) == (1, f"{far} lies more than a year ahead (--on).")
    assert typed(*swap, ahead)[0] == 0
    code, sentence = typed("add", "member", "name=Bo", "joined=2099-01-01")
    assert code == 1 and sentence == "2099-01-01 is still to come: nobody has joined on it yet (joined)."
    assert typed("add", "meetup", "title=Old", "start=1812-06-24T10:00")[0] == 1


def test_what_is_stored_already_opens_and_folds(typed: Typed) -> None:
    circle = open_circle(typed.home, None)
    with circle.change("From an older program") as change:
        member = change.new_id()
        change.set("member", member, {"name": "Old", "joined": "0001-01-01", "status": "active"})
    circle.close()
    assert typed("check", "--rebuild")[0] == 0
    assert json.loads(typed("show", "member", member.hex(), "--json")[1])["joined"] == "0001-01-01"
    assert typed("edit", "member", member.hex(), "phone=0123")[0] == 0


def test_what_a_mended_file_lacks_is_said_in_numbers_once(typed: Typed) -> None:
    circle = open_circle(typed.home, None)
    struck = circle.connection.execute("SELECT rootpage FROM sqlite_master WHERE name IN ('tail', 'e_member')")
    pages = [page for (page,) in struck.fetchall()]
    circle.close()
    with circle.path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE_BYTES)
            file.write(bytes(PAGE_BYTES))
    code, said = typed("check", "--rebuild", "--json")
    document = json.loads(next(line for line in said.splitlines() if line.startswith("{")))
    assert code == 1 and not document["ok"] and document["mended"]["lost"]
    assert document["mended"]["missing"] == [{"kind": "member", "missing": 3, "of": 3}]
    assert "3 of 3 members could not be read." in said and document["mended"]["damaged_file"] in said
    assert typed("check")[0] == 0


def open_today(home: Home) -> str:
    circle = open_circle(home, None)
    today = Verbs(circle).desk.today()
    circle.close()
    return today


def test_who_is_under_18_is_noted_and_nothing_is_refused(typed: Typed, tmp_path: Path) -> None:
    year = int(open_today(typed.home)[:4]) - 10
    code, said = typed("add", "member", "name=Zoé", f"birth_year={year}")
    assert code == 0 and "Zoé is under 18: please note a parent or guardian." in said
    assert "an emergency contact" in said
    made = json.loads(typed("add", "member", "name=Ida", f"birth_year={year}", "guardian=Ada", "--json")[1])
    assert made["hints"] == ["Ida is under 18: please note an emergency contact."]
    assert "hints" not in json.loads(typed("add", "member", "name=Old", "birth_year=1950", "--json")[1])
    assert "under 18" not in typed("edit", "member", made["id"], "phone=0123")[1]
    people = tmp_path / "people.csv"
    people.write_text(f"Name,Born\nUma,{year}\nOla,1950\n")
    said = typed("import", "member", str(people))[1].splitlines()
    assert said[-1] == "2 of 2 rows are good; 2 added." and said[0].startswith("Uma is under 18") and len(said) == 3


def test_days_to_come_in_lists_are_named_by_row(typed: Typed, tmp_path: Path) -> None:
    people, done = tmp_path / "people.csv", tmp_path / "people.json"
    people.write_text("Name,Member since\nUma,2099-01-01\nOla,2020-01-01\n")
    done.write_text('{"name": "Uma", "joined": "2099-01-01"}\n{"name": "Ida", "birth_year": 2098}\n{"name": "Ivo"}\n')
    for file, first in ((people, 2), (done, 1)):
        code, said = typed("import", "member", str(file))
        assert code == 0 and f"Row {first}: 2099-01-01 is still to come" in said and "1 added" in said
    swaps = tmp_path / "swaps.csv"
    swaps.write_text("From,To,Hours,Date\nAmina,Marek,2,2098-01-01\nAmina,Marek,1:30,2026-01-05\n")
    code, said = typed("import", "swap", str(swaps))
    assert code == 0 and "Row 2: 2098-01-01 lies more than a year ahead" in said and "1 added" in said


@pytest.mark.parametrize("name", ["drawn.svg", "text", "text.invitation", "drawn.png"])
def test_an_invitation_is_read_however_it_was_saved(typed: Typed, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    code, said = typed("circle", "invite", "--save", str(file))
    assert code == 0 and read_code(file) == said.splitlines()[0]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_what_is_no_invitation_is_told_truly(typed: Typed, tmp_path: Path) -> None:
    text, drawing = tmp_path / "passwd", tmp_path / "a.svg"
    text.write_text("root:x:0:0\n")
    drawing.write_text("<svg><rect/></svg>")
    who = ("--as", "Q", "--device", "Q1")
    assert typed("circle", "join", str(text), *who) == (1, "passwd is neither a picture nor a text that can be read.")
    assert "a.svg does not say in words" in typed("circle", "join", str(drawing), *who)[1]


def test_what_holds_names_is_for_its_owner_alone(typed: Typed, tmp_path: Path) -> None:
    written = {
        "a.csv": ("export", "member", "a.csv", "--format", "csv"),
        "a.bundle": ("bundle", "write", "a.bundle"),
        "a.json": ("member", "held", "Amina", "a.json", "--format", "json"),
        "a.txt": ("report", "a.txt"),
    }
    for name, words in written.items():
        assert typed(*(str(tmp_path / word) if word == name else word for word in words))[0] == 0
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600, name
    shown = tmp_path / "shown.csv"
    shown.touch()
    shown.chmod(0o644)
    write_whole(shown, b"x")
    assert stat.S_IMODE(shown.stat().st_mode) == 0o644 and shown.read_bytes() == b"x"


@pytest.mark.parametrize(
    "words",
    [
        ("report", "{}/x"), ("bundle", "write", "{}/x"), ("export", "member", "{}/x.csv", "--format", "csv"),
        ("backup", "{}/x"), ("member", "held", "Amina", "{}/x", "--format", "json"),
        ("circle", "invite", "--save", "{}/x"),
    ],
)  # fmt: skip
def test_no_folder_is_made_for_a_file(typed: Typed, tmp_path: Path, words: tuple[str, ...]) -> None:
    folder = tmp_path / "missing"
    assert typed(*(word.format(folder) for word in words)) == (1, f"There is no folder {folder}.")
    assert not folder.exists()


def test_people_are_named_and_numbers_say_what_they_count(typed: Typed) -> None:
    """Full ids, `minutes 90` and "Nobody X.." stood there."""
    said = typed("swap", "--from", "Amina", "--to", "Marek", "--hours", "1.5", "--topic", "bread", "--on", "2026-11-20")
    assert re.fullmatch(r"Recorded exchange Amina → Marek on 2026-11-20: [0-9a-f]{8}", said[1])
    shown = typed("show", "swap", said[1][-8:])[1]
    assert re.search(r"provider  Amina \([0-9a-f]{8}\)\n", shown) and re.search(r"minutes  1 h 30 min\n", shown)
    assert typed("learned", "Amina", "bread", "--hours", "2")[0] == 0
    assert typed("topics")[1] == "bread: 0 offer it, 0 ask for it; learned by 1 informal"
    assert re.search(r"\nexchange  bread  .*[0-9a-f]{8}$", "\n" + typed("find", "bread")[1], re.MULTILINE)
    assert re.fullmatch(
        r"Merged: shown as (Amina|Marek) \([0-9a-f]{8}\)\.", typed("member", "merge", "Amina", "Marek")[1]
    )
    assert typed("member", "part", "Nobody X.") == (1, "There is no member Nobody X.")
    assert typed("show", "swap", "abcdef") == (1, "There is no exchange with the id abcdef.")
    assert "Blue (may run the circle)" in typed("circle", "status")[1]
    assert not re.search(r"journal|hash|segment|[0-9a-f]{16}", typed("member", "erase", "Marek", "--yes")[1])


def test_members_who_were_merged_are_meant_by_either_name(typed: Typed) -> None:
    for stays in ("Amina", "Marek"):
        said = typed("member", "merge", "Amina", "Marek", "--stays", stays)[1]
        assert re.fullmatch(rf"Merged: shown as {stays} \([0-9a-f]{{8}}\)\.", said), said
        for name in ("Amina", "Mar"):
            given = typed("swap", "--from", name, "--to", "Pilar", "--hours", "1", "--topic", "bread")
            assert given[0] == 0 and f"Recorded exchange {stays} → Pilar" in given[1], given
        hidden = "Marek" if stays == "Amina" else "Amina"
        assert typed("member", "erase", hidden, "--yes")[0] == 1, "for good only by the name that is shown"
        assert typed("member", "part", hidden)[0] == 0


def test_members_who_were_merged_are_parted_by_name(typed: Typed) -> None:
    assert typed("member", "merge", "Amina", "Marek")[0] == 0
    for name in ("Amina", "Marek"):  # one of them is hidden under the other
        assert typed("member", "part", name)[0] == 0, name
        assert typed("member", "merge", "Amina", "Marek")[0] == 0
    assert typed("member", "part", "Amina") == (0, "Separated.")
    assert typed("member", "different", "Amina", "Marek") == (0, "Noted.")


def test_a_laptop_that_takes_part_is_not_told_to_be_rescued(typed: Typed, tmp_path: Path) -> None:
    code, said = typed("rescue", "save", str(tmp_path / "mine"))
    assert code == 0 and "takes part in the circle" in said and "rescue take" not in said


def test_of_a_damaged_file_the_plain_sentence_comes_first(typed: Typed) -> None:
    (file,) = (row.path for row in typed.home.circles())
    data = bytearray(file.read_bytes())
    data[-100] ^= 1
    file.write_bytes(data)
    code, said = typed("check")
    assert code == 1 and said.startswith("The circle file is damaged. Rebuild it") and " cannot be read." in said


def test_hours_that_the_command_line_shows_can_be_typed_into_it() -> None:
    shown = ["0 h", "20 min", "-15 min", "1 h 30 min", "1250 h"]
    assert [in_hours(minutes) for minutes in (0, 20, -15, 90, 75_000)] == shown
    assert all(minutes_of(in_hours(minutes)) == minutes for minutes in range(-1_441, 1_441))
    assert (minutes_of("2"), minutes_of("1,5"), minutes_of("-1:30"), minutes_of("90 min")) == (120, 90, -90, 90)
