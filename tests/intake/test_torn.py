"""Lists that a forgotten mark has torn, or that two programs wrote: no row is lost, shifted or run together unseen."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.errors import InvalidValue
from learningcircles.intake.importing import import_preview
from learningcircles.intake.letters import decode_text
from learningcircles.intake.preview import Preview, preview
from learningcircles.intake.rows import State
from learningcircles.intake.table import parse_text


def seen(verbs: Verbs, tmp_path: Path, data: str | bytes) -> Preview:
    file = tmp_path / "list.csv"
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return preview(verbs.reader, "member", file, today=verbs.desk.today())


def told(found: Preview) -> dict[int, str]:
    return {row.number: " ".join(problem.sentence for problem in row.problems) for row in found.doubtful}


def names(found: Preview) -> list[str]:
    return [row.fields["name"] for row in found.good]


@pytest.mark.parametrize("torn", ['"Cleo,03,1', 'Cleo,"03,1', 'Cleo,03,"1'])
@pytest.mark.parametrize("end", ["", 'Eve,"05",1\n', '"Eve, E.",05,1\n', '"Fay",06,"1"\n'])
def test_a_quotation_mark_that_is_not_closed_takes_no_other_row(
    verbs: Verbs, tmp_path: Path, torn: str, end: str
) -> None:
    many = "".join(f"Member {number:04},6{number:04},1\n" for number in range(60))
    found = seen(verbs, tmp_path, f"Name,Phone,Hours\nAmina,01,1\n{torn}\n{many}{end}Dov,04,1\n")
    assert told(found) == {3: "A quotation mark is not closed here. The rows below were read without it."}
    assert found.rows[1].state is State.BLOCKED and found.doubtful == [found.rows[1]]
    assert len(found.good) == 62 + bool(end)
    import_preview(verbs, found, take="all")
    assert max(len(record["name"]) for record in verbs.reader.list("member")) < 12


def test_what_may_belong_to_the_torn_row_is_named_and_cells_of_several_lines_are_not(
    verbs: Verbs, tmp_path: Path
) -> None:
    text = 'Name,Phone,Notes\nBo,01,"says ""hi""\nand, and"\nCy,02,"a "word" and\na line"\nDov,03,"x\r\ny"\n'
    text += '"Ed" Fox,04,z\n'
    found = seen(verbs, tmp_path, text)
    assert list(told(found)) == [3, 4] and "row 3" in told(found)[4]
    assert names(found) == ["Bo", "Dov", "Ed Fox"]
    assert found.rows[0].fields["notes"] == 'says "hi"\nand, and'


def test_rows_that_two_stray_marks_hold_together_are_named(verbs: Verbs, tmp_path: Path) -> None:
    found = seen(verbs, tmp_path, 'Name,Phone\n"Ann,01\nBo,02\nCy",03\n"Two\nlines",04\n')
    assert (
        told(found) == {2: "Name goes over several lines: is a quotation mark missing?"}
        and found.rows[0].state is State.BLOCKED
    )
    assert names(found) == ["Two lines"]


def test_a_mark_left_open_in_a_long_file_is_found_in_time() -> None:
    table = parse_text("a.csv", ("name,phone\n" + '"x,1\ny,"2\n' * 3_000).encode())
    assert len(table.lines) == 6_001 and sum(line.unclosed for line in table.lines) == 6_000


def test_a_long_list_of_quoted_cells_is_read_in_time() -> None:
    begun = time.process_time()
    table = parse_text("a.csv", ("name,phone\n" + '"Amina, A.",01\n' * 40_000).encode())
    assert len(table.lines) == 40_001
    assert time.process_time() - begun < 2, "each row alone, not all before it again"


def test_rows_with_more_cells_than_titles_are_named_unless_the_rest_is_empty(verbs: Verbs, tmp_path: Path) -> None:
    found = seen(verbs, tmp_path, "Name,Phone,Hours\nA Bee,01,1,5\nC Dee,02,2,,\nE Fff,03,-0,25\n")
    assert list(told(found)) == [2, 4] and "“5” has none" in told(found)[2]
    assert [row.opening for row in found.good] == [120]
    assert all(row.state is State.BLOCKED for row in found.doubtful)


def test_two_encodings_in_one_file_are_read_line_by_line(verbs: Verbs, tmp_path: Path) -> None:
    data = "Prénom;Nom;Né en\nZoë;Müller;1990\n".encode() + "Léa;Nuñez;1980\n".encode("cp1252")
    found = seen(verbs, tmp_path, data)
    assert found.mixed and found.mapping.unused == []
    assert names(found) == ["Zoë Müller", "Léa Nuñez"]


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
def test_one_older_encoding_is_not_taken_for_two(encoding: str) -> None:
    words = "Nom;Lieu\nRenée;l'École\nJosé;d'État\nJürg;Île d'Oléron\n"
    text = words if encoding == "cp850" else words.replace("'", "’")
    assert decode_text(text.encode(encoding)) == (text, encoding, False)


def test_of_two_encodings_the_older_one_can_be_said(verbs: Verbs) -> None:
    data = "Név\nSzűcs Győző\n".encode() + "Tóth Ernő\n".encode("cp1250")
    assert decode_text(data).text.endswith("Ernõ\n"), "which is a letter of Estonia"
    assert decode_text(data, "cp1250") == ("Név\nSzűcs Győző\nTóth Ernő\n", "cp1250", True)
    with pytest.raises(InvalidValue, match="Turkish"):
        decode_text(data + b"\x8e\n", "cp1254")
