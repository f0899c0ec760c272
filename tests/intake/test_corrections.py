"""A corrected export comes back: what is new is told, and taken over where it is wanted."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import xlsxwriter

from learningcircles.circle.facets import Verbs
from learningcircles.intake.as_days import numbers_meant
from learningcircles.intake.export import export
from learningcircles.intake.importing import import_preview
from learningcircles.intake.preview import Preview, preview
from learningcircles.intake.rows import State
from tests.intake.listed import seen
from tests.intake.test_ods import cell as ods_cell
from tests.intake.test_ods import written


@pytest.fixture
def people(verbs: Verbs) -> dict[str, bytes]:
    """Three members with most of what an export holds."""
    whole = {"phone": "+33 1 23 45 67 89", "email": "zoe@example.org", "place": "Quay", "topics": ["chess", "yoga"],
             "languages": ["fr", "ar"], "birth_year": 1960, "address": {"street": "1 rue A", "city": "Lyon"},
             "notes": "two\nlines", "status": "active"}  # fmt: skip
    named = {"Zoë O'Neill": whole, "Amina Adeyemi": {"phone": "0601"}, "Bo": {}}
    return {name: verbs.records.add("member", {"name": name, **fields})[0] for name, fields in named.items()}


def corrected(verbs: Verbs, file: Path, name: str, **cells: str) -> Preview:
    """Export all members, write other cells into somebody's row, and read the file again."""
    export(verbs.reader, "member", "csv", file)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    next(row for row in rows if row["Name"] == name).update({key.replace("_", " "): cells[key] for key in cells})
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        writer = csv.DictWriter(opened, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return preview(verbs.reader, "member", file, today=verbs.desk.today())


def test_what_was_not_corrected_says_nothing_new(verbs: Verbs, people: dict[str, bytes], tmp_path: Path) -> None:
    seen = corrected(verbs, tmp_path / "people.csv", "Bo")
    assert {row.duplicate_of for row in seen.rows} >= set(people.values())
    assert {row.state for row in seen.rows} == {State.KNOWN}


def test_what_somebody_offers_is_no_new_skill(verbs: Verbs, people: dict[str, bytes], tmp_path: Path) -> None:
    """The list of people, saved as it is seen, tells offers and skills in one column."""
    member = people["Zoë O'Neill"]
    verbs.records.add("offer", {"member": member, "title": "An hour of Portuguese", "topic": "Portuguese"})
    verbs.records.add("offer", {"member": member, "title": "Singing"})
    seen = corrected(verbs, tmp_path / "people.csv", "Zoë O'Neill", Skills="Portuguese; singing; chess; yoga")
    assert {row.state for row in seen.rows} == {State.KNOWN}
    seen = corrected(verbs, tmp_path / "people.csv", "Zoë O'Neill", Skills="Portuguese; chess; yoga; baking")
    (row,) = seen.of(State.CHANGED)
    assert row.here is not None and row.here.changes == [("topics", [], ["baking"])]


def test_corrections_are_taken_over_as_one_and_undone_as_one(
    verbs: Verbs, people: dict[str, bytes], tmp_path: Path
) -> None:
    zoe = people["Zoë O'Neill"]
    before = verbs.reader.get("member", zoe)
    cells = {"Name": "Zoé O'Neill-Roux", "Phone": "0699999999", "Skills": "Chess; pottery", "Notes": ""}
    seen = corrected(verbs, tmp_path / "people.csv", "Zoë O'Neill", **cells)
    (row,) = seen.of(State.CHANGED)
    assert row.duplicate_of == zoe and row.here is not None
    assert row.here.changes == [
        ("name", "Zoë O'Neill", "Zoé O'Neill-Roux"), ("phone", "+33 1 23 45 67 89", "0699999999"),
        ("topics", ["chess"], ["Chess", "pottery"]),
    ]  # fmt: skip
    assert row.gone == [("topics", ["yoga"], None), ("notes", "two\nlines", None)], "told, and not taken with the rest"
    assert import_preview(verbs, seen).changed == [], "nothing is taken over unasked"
    made = import_preview(verbs, seen, also=[row.number])
    assert (made.added, made.changed) == ([], [zoe])
    after = verbs.reader.get("member", zoe)
    assert (after["name"], after["phone"], after["topics"]) == (
        "Zoé O'Neill-Roux",
        "0699999999",
        ["Chess", "pottery", "yoga"],
    )
    assert after["notes"] == "two\nlines" and verbs.reader.count("member") == 4
    verbs.undo.undo()
    assert verbs.reader.get("member", zoe) == before


def test_a_number_of_another_circle_means_nobody_here(verbs: Verbs, people: dict[str, bytes], tmp_path: Path) -> None:
    for name in ("Ana Ruiz", "Bea Ek"):
        people[name], _ = verbs.records.add("member", {"name": name})
    numbers = [verbs.reader.get("member", each)["number"] for each in people.values()]
    file = tmp_path / "theirs.csv"
    rows = [f"Else{at} Somebody{at},070{at},{number}" for at, number in enumerate(numbers)]
    file.write_text("\n".join(["Name,Phone,Member number", *rows]), encoding="utf-8")
    seen = preview(verbs.reader, "member", file, today=verbs.desk.today())
    for row in seen.rows:
        assert row.state is State.NEW and row.here is None and "number" not in row.fields and not row.more
    assert seen.mapping.unused == ["Member number"], "a number that nobody gets is not said to be read"
    for known in (0, 5):  # those who married, alone or among the others
        same = [f"{name},,{number}" for name, number in zip(people, numbers, strict=True)][:known]
        text = "\n".join(["Name,Phone,Member number", *rows[: 4 + known // 5], *same])
        file.write_text(text, encoding="utf-8")
        states = [row.state for row in preview(verbs.reader, "member", file, today=verbs.desk.today()).rows]
        assert states[: len(states) - known] == [State.DOUBTFUL] * (len(states) - known)


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Member no", "417"), ("Membership number", "0042"), ("Member No.", "12-3"), ("N° adhérent", "A 7"),
        ("Member number", "417"), ("Member ID", "2024-015"), ("Nº de socio", "9"), ("Mitgliedsnummer", "M-12"),
    ],
)  # fmt: skip
def test_a_number_of_elsewhere_is_kept_in_the_notes(verbs: Verbs, tmp_path: Path, title: str, number: str) -> None:
    file = tmp_path / "theirs.csv"
    file.write_text(f"Name,{title},Notes\nBo Ek,{number},tall\n", encoding="utf-8")
    seen = preview(verbs.reader, "member", file, today=verbs.desk.today())
    assert [row.state for row in seen.rows] == [State.NEW] and not seen.mapping.unused
    import_preview(verbs, seen)
    (bo,) = verbs.reader.list("member", where={"name": "Bo Ek"})
    assert bo["notes"] == f"tall\n{title}: {number}" and bo["number"] != number


def test_a_status_is_changed_by_no_list(verbs: Verbs, people: dict[str, bytes], tmp_path: Path) -> None:
    seen = corrected(verbs, tmp_path / "people.csv", "Zoë O'Neill", Status="left", Phone="0699999999")
    (row,) = seen.of(State.CHANGED)
    assert row.here is not None and [each.field for each in row.here.changes] == ["phone"] and not row.problems
    assert row.here.kept == [("status", "active", "left")]
    seen = corrected(verbs, tmp_path / "people.csv", "Zoë O'Neill", Status="left")
    assert [row.duplicate_of for row in seen.of(State.KEPT)] == [people["Zoë O'Neill"]]


@pytest.mark.parametrize(("told", "state"), [("1:30", State.KNOWN), ("2:00", State.KEPT), ("0", State.KEPT)])
def test_a_balance_that_the_circle_has_is_nothing_new_and_another_one_is_said(
    verbs: Verbs, people: dict[str, bytes], tmp_path: Path, told: str, state: State
) -> None:
    bo = people["Bo"]
    verbs.swaps.opening_balances({bo: 90})
    number = verbs.reader.get("member", bo)["number"]
    seen = read(verbs, people, tmp_path / "a.csv", f"Member number,Name,Balance\n{number},Bo,{told}\n")
    assert [row.state for row in seen.rows] == [state] and verbs.reader.balance(bo) == 90


def test_what_the_list_no_longer_says_goes_only_where_that_is_wanted_too(
    verbs: Verbs, people: dict[str, bytes], tmp_path: Path
) -> None:
    zoe, cells = people["Zoë O'Neill"], {"Skills": "chess", "Phone": "", "Address": ""}
    before = verbs.reader.get("member", zoe)
    seen = corrected(verbs, tmp_path / "people.csv", "Zoë O'Neill", **cells)
    (row,) = seen.of(State.SHORTER)
    assert [change.field for change in row.gone] == ["phone", "address", "topics"] and not row.state.takeable
    assert import_preview(verbs, seen, also=[row.number]).changed == []
    assert import_preview(verbs, seen, less=[row.number]).changed == [zoe]
    after = verbs.reader.get("member", zoe)
    assert (after["phone"], after["address"], after["topics"]) == (None, None, ["chess"])
    assert after["notes"] == before["notes"]
    verbs.undo.undo()
    assert verbs.reader.get("member", zoe) == before


def test_parts_of_an_address_that_were_emptied_go_alone(verbs: Verbs, people: dict[str, bytes], tmp_path: Path) -> None:
    number = verbs.reader.get("member", people["Zoë O'Neill"])["number"]
    file = tmp_path / "a.csv"
    file.write_text(f"Member number,Name,Street,City\n{number},Zoë O'Neill,,Nice\n", encoding="utf-8")
    seen = preview(verbs.reader, "member", file, today=verbs.desk.today())
    assert seen.rows[0].gone == [("address", {"street": "1 rue A"}, None)]
    import_preview(verbs, seen, also=[2], less=[2])
    assert verbs.reader.get("member", people["Zoë O'Neill"])["address"] == {"city": "Nice"}


def read(verbs: Verbs, people: dict[str, bytes], file: Path, text: str) -> Preview:
    """Read a list in which N stands for Zoë's number, and take all of it that can be taken."""
    number = verbs.reader.get("member", people["Zoë O'Neill"])["number"]
    file.write_text(text.replace("{N}", str(number)), encoding="utf-8")
    seen = preview(verbs.reader, "member", file, today=verbs.desk.today())
    import_preview(verbs, seen, also=[row.number for row in seen.rows])
    return seen


@pytest.mark.parametrize("titles", ["Member number,Name,City", "Member number,Name,Street,City"])
def test_part_of_an_address_leaves_the_rest(
    verbs: Verbs, people: dict[str, bytes], tmp_path: Path, titles: str
) -> None:
    cells = "{N},Zoë O'Neill,Villeurbanne" if titles.count(",") == 2 else "{N},Zoë O'Neill,,Villeurbanne"
    read(verbs, people, tmp_path / "a.csv", f"{titles}\n{cells}\n")
    address = {"street": "1 rue A", "city": "Villeurbanne"}
    assert verbs.reader.get("member", people["Zoë O'Neill"])["address"] == address


def test_a_first_name_alone_takes_no_surname_away(verbs: Verbs, people: dict[str, bytes], tmp_path: Path) -> None:
    read(
        verbs, people, tmp_path / "a.csv", "Member number,First name,Phone,Email\n{N},Zoë,0611111111,zoe@example.org\n"
    )
    zoe = verbs.reader.get("member", people["Zoë O'Neill"])
    assert (zoe["name"], zoe["phone"]) == ("Zoë O'Neill", "0611111111")


def test_of_two_rows_on_one_person_the_second_waits_for_somebody_to_choose(
    verbs: Verbs, people: dict[str, bytes], tmp_path: Path
) -> None:
    rows = "{N},Zoë O'Neill,0611111111\n{N},Zoë O'Neill,0622222222\n"
    seen = read(verbs, people, tmp_path / "a.csv", f"Member number,Name,Phone\n{rows}")
    assert [row.state for row in seen.rows] == [State.CHANGED, State.BLOCKED]
    assert seen.rows[1].problems[0].sentence.startswith("Row 2 says something of the same person as well.")
    assert verbs.reader.get("member", people["Zoë O'Neill"])["phone"] == "0611111111"


def test_what_a_corrected_row_says_and_no_field_holds_is_kept_below_the_notes(
    verbs: Verbs, people: dict[str, bytes], tmp_path: Path
) -> None:
    cells = "{N},Zoë O'Neill,0611111111,spring of 61,3:00\n"
    seen = read(verbs, people, tmp_path / "a.csv", f"Member number,Name,Phone,Year of birth,Balance\n{cells}")
    assert [each.field for each in seen.rows[0].problems] == ["birth_year"]
    notes = verbs.reader.get("member", people["Zoë O'Neill"])["notes"]
    assert notes == "two\nlines\nYear of birth: spring of 61"


def test_whoever_is_one_person_with_another_now_is_founded_no_more(
    verbs: Verbs, people: dict[str, bytes], tmp_path: Path
) -> None:
    zoe = people["Zoë O'Neill"]
    other, _ = verbs.records.add("member", {"name": "Zoé Oneill", "phone": "0700"})
    numbers = {each: verbs.reader.get("member", each)["number"] for each in (zoe, other)}
    verbs.merging.merge(zoe, other)
    rows = f"{numbers[zoe]},Zoë O'Neill,0611111111\n{numbers[other]},Zoé Oneill,0722222222\n"
    file = tmp_path / "old.csv"
    file.write_text(f"Member number,Name,Phone\n{rows}", encoding="utf-8")
    seen = preview(verbs.reader, "member", file, today=verbs.desk.today())
    assert {row.duplicate_of for row in seen.rows} == {min(zoe, other)} and not seen.good


def test_a_second_telephone_comes_below_the_notes_that_stand_and_once(
    verbs: Verbs, people: dict[str, bytes], tmp_path: Path
) -> None:
    for phone, second in (("0611111111", "06225"), ("0633333333", "0622"), ("0633333333", "0622")):
        row = f"{{N}},Zoë O'Neill,{phone} ::: {second},spring of 61\n"
        read(verbs, people, tmp_path / "a.csv", f"Member number,Name,Phone,Year of birth\n{row}")
    zoe = verbs.reader.get("member", people["Zoë O'Neill"])
    assert (
        zoe["notes"] == "two\nlines\ntel: 06225\nYear of birth: spring of 61\ntel: 0622"
        and zoe["phone"] == "0633333333"
    )


def test_what_no_field_holds_is_taken_over_alone_and_once(
    verbs: Verbs, people: dict[str, bytes], tmp_path: Path
) -> None:
    stood = "tel: 06025 (her sister's)\nborn around 1950 or so"
    verbs.records.edit("member", people["Amina Adeyemi"], {"notes": stood})
    cells = {"Year of birth": "around 1950", "Phone": "0601 ::: 0602"}
    (row,) = corrected(verbs, tmp_path / "people.csv", "Amina Adeyemi", **cells).of(State.CHANGED)
    assert row.here is not None and row.here.leftover and not row.here.changes
    seen = corrected(verbs, tmp_path / "people.csv", "Amina Adeyemi", **cells)
    assert import_preview(verbs, seen, also=[row.number]).changed == [people["Amina Adeyemi"]]
    kept = verbs.reader.get("member", people["Amina Adeyemi"])["notes"]
    assert kept == f"{stood}\ntel: 0602\nYear of birth: around 1950"
    cells["Notes"] = kept
    again = corrected(verbs, tmp_path / "people.csv", "Amina Adeyemi", **cells)
    assert {row.state for row in again.rows} == {State.KNOWN}, "the notes say it already"


def test_taking_over_tells_how_far_it_is_and_can_be_stopped(
    verbs: Verbs, people: dict[str, bytes], tmp_path: Path
) -> None:
    seen = corrected(verbs, tmp_path / "people.csv", "Bo", Phone="0700")
    (row,) = seen.of(State.CHANGED)
    before = verbs.reader.get("member", people["Bo"])

    def stop(done: int, whole: int) -> None:
        assert (done, whole) == (1, 1)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        import_preview(verbs, seen, also=[row.number], told=stop)
    assert verbs.reader.get("member", people["Bo"]) == before


@pytest.mark.parametrize("form", ["{count:02}-Jan", "01-{month}", "2026-01-{count:02}"])
def test_a_number_that_a_spreadsheet_took_for_a_day_is_still_known(
    verbs: Verbs, people: dict[str, bytes], tmp_path: Path, form: str
) -> None:
    place, count = str(verbs.reader.get("member", people["Bo"])["number"]).split("-")
    assert place == "1"
    month = ("", "janv.", "févr.", "mars", "avr.", "mai")[int(count)]
    cells = {"Member number": form.format(count=int(count), month=month), "Phone": "0700"}
    (row,) = corrected(verbs, tmp_path / "people.csv", "Bo", **cells).of(State.CHANGED)
    assert row.here is not None and (row.duplicate_of, row.here.changes) == (people["Bo"], [("phone", None, "0700")])


@pytest.mark.parametrize(("name", "meant"), [("Ana Ruiz", "Ana Ruiz"), ("Bob Ruiz", "Bob Ruiz"), ("A. Ruiz", "")])
def test_a_number_that_may_be_two_peoples_corrects_whoever_is_called_so_or_nobody(
    verbs: Verbs, tmp_path: Path, name: str, meant: str
) -> None:
    ids = [verbs.records.add("member", {"name": each, "phone": "0601"})[0] for each in ("Ana Ruiz", "Bob Ruiz")]
    first = str(verbs.reader.get("member", ids[0])["number"])
    place, count = first.split("-")
    with verbs.circle.change("Member numbers", own=True) as change:  # as a second laptop gave it
        change.set("member", ids[1], {"number": f"{count}-{place}"})
    cell = f"2026-{int(place):02}-{int(count):02}"
    file = tmp_path / "people.csv"
    file.write_text(f"Member number,Name,Phone,Neighbourhood\n{cell},{name},0601,Quay\n", encoding="utf-8")
    seen = preview(verbs.reader, "member", file, today=verbs.desk.today())
    import_preview(verbs, seen, take="all")
    held = [verbs.reader.get("member", each) for each in ids]
    assert [each["name"] for each in held] == ["Ana Ruiz", "Bob Ruiz"]
    assert [each["name"] for each in held if each["place"] == "Quay"] == [meant][: bool(meant)]
    if not meant:
        (problem,) = seen.rows[0].problems
        assert f"may be member {first} or {count}-{place}" in problem.sentence and problem.blocks


@pytest.mark.parametrize("cell", ["'{number}", '="{number}"'])
def test_a_number_that_was_kept_from_becoming_a_day_is_known(
    verbs: Verbs, people: dict[str, bytes], tmp_path: Path, cell: str
) -> None:
    number = str(verbs.reader.get("member", people["Bo"])["number"])
    cells = {"Member number": cell.format(number=number), "Phone": "0700"}
    (row,) = corrected(verbs, tmp_path / "people.csv", "Bo", **cells).of(State.CHANGED)
    assert row.duplicate_of == people["Bo"]


def test_the_order_of_two_rows_decides_nothing_where_one_says_nothing_new(
    verbs: Verbs, people: dict[str, bytes], tmp_path: Path
) -> None:
    number = verbs.reader.get("member", people["Zoë O'Neill"])["number"]
    old, new = f"{number},Zoë O'Neill,+33 1 23 45 67 89\n", f"{number},Zoë O'Neill,0699\n"
    for rows, states in ((old + new, [State.KNOWN, State.CHANGED]), (new + old, [State.CHANGED, State.KNOWN])):
        read = seen(verbs, tmp_path, f"Member number,Name,Phone\n{rows}").rows
        assert [each.state for each in read] == states


def test_first_and_family_name_alone_shorten_no_name(verbs: Verbs, tmp_path: Path) -> None:
    ana = verbs.records.add("member", {"name": "Ana Ruiz Gómez", "email": "a@b.org"})[0]
    people = {"Zoë O'Neill": ana}
    titles = "Member number,First name,Last name,Email,Phone\n"
    (row,) = read(verbs, people, tmp_path / "a.csv", titles + "{N},Ana,Ruiz,a@b.org,0601\n").rows
    assert row.here is not None and row.here.changes == [("phone", None, "0601")]
    (row,) = read(verbs, people, tmp_path / "a.csv", titles + "{N},Ana,Roux,a@b.org,0601\n").rows
    assert row.here is not None and row.here.changes == [("name", "Ana Ruiz Gómez", "Ana Roux")]


def test_what_a_number_may_have_been() -> None:
    assert numbers_meant("Jan-58") == ["Jan-58", "1-58"]
    assert "1-58" in numbers_meant("1958-01-01")
    assert [numbers_meant(cell) for cell in ("A-77", "1-2")] == [["A-77"], ["1-2"]]


@pytest.mark.parametrize("cells", [("Zoe Ek", "0699"), ("Zoe Ek", "")])
def test_a_hidden_row_of_who_is_here_is_taken_only_where_it_is_wanted(
    verbs: Verbs, tmp_path: Path, cells: tuple[str, str]
) -> None:
    id_ = verbs.records.add("member", {"name": "Zoe Ek", "phone": "0601"})[0]
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Member number", "Name", "Phone"])
        sheet.write_row(1, 0, [verbs.reader.get("member", id_)["number"], *cells])
        sheet.set_row(1, None, None, {"hidden": True})
    found = preview(verbs.reader, "member", file, today=verbs.desk.today())
    (row,) = found.rows
    assert row.is_unmeant and row.state is (State.DOUBTFUL if cells[1] else State.SHORTER)
    import_preview(verbs, found)
    assert verbs.reader.get("member", id_)["phone"] == "0601"
    import_preview(verbs, found, also={row.number}, less={row.number})
    assert verbs.reader.get("member", id_)["phone"] == (cells[1] or None)


@pytest.mark.parametrize("form", ["csv", "xlsx", "ods"])
def test_a_formula_that_failed_takes_nothing_away(verbs: Verbs, tmp_path: Path, form: str) -> None:
    told = {"phone": "0601", "topics": ["chess"], "address": {"city": "Lyon"}, "notes": "here"}
    id_ = verbs.records.add("member", {"name": "Zoe Ek", **told})[0]
    titles = ["Member number", "Name", "Phone", "Skills", "Address", "City", "Notes"]
    cells = [str(verbs.reader.get("member", id_)["number"]), "Zoe Ek", "#N/A", "#REF!", "#VALUE!", "", ""]
    file = tmp_path / f"a.{form}"
    if form == "csv":
        file.write_text(f"{','.join(titles)}\n{','.join(cells)}\n", "utf-8")
    elif form == "xlsx":
        with xlsxwriter.Workbook(file) as book:
            sheet = book.add_worksheet()
            sheet.write_row(0, 0, titles)
            for place, text in enumerate(cells):
                write = sheet.write_formula if text.startswith("#") else sheet.write_string
                write(1, place, *(("=NA()", None, text) if text.startswith("#") else (text,)))
    else:
        failed = 'office:value-type="string" office:string-value="" calcext:value-type="error"'
        row = [ods_cell(text) for text in cells]
        wrong = [each.replace('office:value-type="string"', failed) for each in row]
        row = [each if text[:1] == "#" else good for text, each, good in zip(cells, wrong, row, strict=True)]
        written(file, [[ods_cell(title) for title in titles], row])
    (read,) = preview(verbs.reader, "member", file, today=verbs.desk.today()).rows
    assert [change.field for change in read.gone] == ["notes"], read.gone
