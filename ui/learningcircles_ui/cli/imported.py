"""What an import says of a file: what was taken how, and what is wrong with which row."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from learningcircles_ui.cli.lazy import lazy
from learningcircles_ui.cli.output import cell, counted, plain

if TYPE_CHECKING:
    from learningcircles.intake.rows import Change, Preview, Row


def document(seen: Preview) -> dict[str, Any]:
    """Return what JSON says of a file that was looked at; nothing is added yet."""
    return {
        "rows": len(seen.rows),
        "good": len(seen.good),
        "doubtful": [_doubtful(row) for row in seen.doubtful],
        "added": 0,
        "changed": 0,
        "left_out": list(seen.mapping.unused),
        "titles_row": seen.titles_row,
        "unlike": seen.unlike,
        "encoding": seen.encoding,
        "mixed": seen.mixed,
        "either": dict(seen.either),
        "yearless": dict(seen.yearless),
        "turned": dict(seen.turned),
        "sheet": seen.sheet,
        "series": [each._asdict() for each in seen.series],
    }


def told(file: Path, seen: Preview, doubtful: Sequence[dict[str, Any]]) -> list[str]:
    """Return the same in sentences: of the file first, then of its rows, then what was left out."""
    lines = [f"Sheet {seen.sheet} of {seen.name}."] if seen.sheet else []
    lines += [_unlike(seen)] if seen.unlike else []
    lines += [_mixed(seen)] if seen.mixed else []
    lines += [_either(title, cell) for title, cell in seen.either.items()]
    lines += [_yearless(title, cell) for title, cell in seen.yearless.items()]
    lines += [f"{title}: names such as “{cell}” were turned." for title, cell in seen.turned.items()]
    lines += [_repeats(*each) for each in seen.series]
    lines += [f"Row {row['row']}: {' '.join([*row['problems'], *_double(row)])}" for row in doubtful]
    return [*lines, _left_out(file, seen.mapping.unused)] if seen.mapping.unused else lines


def _doubtful(row: Row) -> dict[str, Any]:
    here = row.here
    asked = row.otherwise.here if here is None and row.otherwise is not None else None
    told = here or asked
    return {
        "row": row.number,
        "state": row.state.value,
        "problems": [problem.sentence for problem in row.problems],
        "duplicate": plain(row.duplicate_of),
        "duplicate_row": row.duplicate_row,
        "changes": sorted(change.field for change in here.changes) if here is not None else None,
        "differences": _changes(told.changes) if told is not None else [],
        "gone": _changes(() if row.is_unmeant else row.gone),
        "kept": _changes(told.kept) if told is not None else [],
    }


def _changes(changes: Sequence[Change]) -> list[dict[str, Any]]:
    return [{"field": each.field, "before": plain(each.before), "after": plain(each.after)} for each in changes]


def _left_out(file: Path, unused: Sequence[str]) -> str:
    """A table's titles are somebody's words; lines of calendars and cards are told in ours."""
    if file.suffix.lower() not in lazy("learningcircles.intake.entries").ENDINGS:
        return f"Columns left out: {', '.join(dict.fromkeys(unused))}."
    return f"Left out: {', '.join(dict.fromkeys(map(lazy('learningcircles.intake.entry').called, unused)))}."


def _mixed(seen: Preview) -> str:
    return f"{seen.name} mixes two encodings, UTF-8 and {seen.encoding}: each line was read as the one that it is in."


def _either(title: str, cell: str) -> str:
    return (
        f"{title}: {cell} may be two days, and nothing in the column tells which; the day was taken to come first."
        " If the month does, write the days as 2020-05-31 in the list before it is imported."
    )


def _unlike(seen: Preview) -> str:
    titles = ", ".join(seen.mapping.used)
    return f"{seen.name} does not look like a list: row {seen.titles_row} was taken for its titles ({titles})."


def _yearless(title: str, cell: str) -> str:
    return f"{title}: a birthday without a year, such as {cell}, gives no year of birth, and is left out."


def _repeats(title: str, dates: int, more: bool) -> str:
    goes_on = " It goes on after these: import it again later." if more else ""
    given = counted(dates, "date is", "dates are")
    return f"{title} repeats: of the twelve months from its next one {given} given.{goes_on}"


def _double(row: dict[str, Any]) -> list[str]:
    """Return what the row looks like, if anything; after a problem, which ends with a full stop, as a sentence."""
    told = "Looks" if row["problems"] else "looks"
    if row["duplicate_row"] is not None:
        return [f"{told} like row {row['duplicate_row']} of this file."]
    if row["changes"] is not None:
        return _here(row)
    if not row["duplicate"]:
        return []
    said = "; ".join(map(_otherwise, row["differences"]))
    alike = [] if row["problems"] and said else [f"{told} like something that is here already."]
    return [*alike, *([f"If it is: {said}."] if said else []), *_kept(row)]


def _here(row: dict[str, Any]) -> list[str]:
    """Return what is said of somebody who is here, and what it takes to take it over."""
    told = ["Is here already." if row["problems"] else "is here already."]
    if row["state"] == "known":
        return [*told, "Nothing is new."]
    said = [*map(_otherwise, row["differences"])]
    said += ["something for the notes"] if row["state"] in ("changed", "doubtful") and not said else []
    how = " With --changes it is taken over." if row["state"] == "changed" else ""
    told += [f"New: {'; '.join(said)}.{how}"] if said else []
    gone = "; ".join(map(_gone, row["gone"]))
    told += [f"No longer in the list: {gone}. With --removals it is taken away."] if gone else []
    return told + _kept(row)


def _kept(row: dict[str, Any]) -> list[str]:
    return [f"{_otherwise(each)} is changed in the program, not by a list." for each in row["kept"]]


def _otherwise(change: dict[str, Any]) -> str:
    """Return "phone 0123 → 0145"; of a set what comes: "topics also pottery"."""
    before, after = change["before"], change["after"]
    if isinstance(after, list) and not before:
        return f"{change['field']} also {cell(after)}"
    held = lazy("learningcircles.phrase").in_hours if change["field"] == "balance" else cell
    return f"{change['field']} {'empty' if before is None else held(before)} → {held(after)}"


def _gone(change: dict[str, Any]) -> str:
    """Return "phone 0123 → empty"; of a set or an address what goes: "topics yoga"."""
    whole = not isinstance(change["before"], list | dict)
    return f"{change['field']} {cell(change['before'])}{' → empty' if whole else ''}"
