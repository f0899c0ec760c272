"""Search as one types, in a large circle of all kinds of records: every beginning of a word, in every list."""

from __future__ import annotations

import json
import statistics
import sys
from contextlib import closing
from pathlib import Path

from benchmarks.baseline import COLUMNS, Plain, durable, open_plain, put_plain
from benchmarks.measure import Table
from benchmarks.mixed import fill
from benchmarks.programs import Laptop, launch_saying
from learningcircles.circle.changes import Record
from learningcircles.entities.registry import ENTITIES
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
from learningcircles.storage.search import words_of

KINDS = ("member", "offer", "request", "swap", "learning", "meetup")
PLACES = {
    "people 1": "People", "exchanges 1": "Exchanges", "exchanges 3": "all three lists", "meetups 1": "Meetups",
    "learning 1": "Learning", "find": "Find",
}  # fmt: skip
LONGER = [
    "kemi",
    "lives",
    "harbour street",
    "lives in",
    "a l",
    "zo a",
    "ña",
    "فاطمة",
    "لي",
    "100",
    "+33",
    "example.org",
    "qqqq",
    "portugeuse",
]
AIM_MS = 16
AIM_WAIT_S = 0.1


def searching(table: Table, folder: Path, size: int) -> None:
    """Make a circle of so many records once, and type every beginning of one or two letters and some longer words."""
    folder.mkdir()
    laptop = Laptop(folder / "laptop")
    laptop.run("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue")
    fill(laptop, size)
    asked, database = folder / "words.json", folder / "plain.db"
    asked.write_text(json.dumps(_written_down(laptop, database, size)), "utf-8")
    figures: dict[str, list[tuple[float, float, str]]] = {}
    for what, *more in (("ours",), ("bare", str(database))):
        command = [sys.executable, "-m", "benchmarks.window_keys", what, str(asked), *more]
        figures |= json.loads(launch_saying(command, laptop.environment, folder)[1])
    bare = sorted(cpu for cpu, _, _ in figures["bare"])
    for place, name in PLACES.items():
        cpu, wall, word = max(figures[place])
        usual = statistics.median(each[0] for each in figures[place])
        note = f"“{word}”, {wall:.0f} ms of wall time; {sum(each[0] > AIM_MS for each in figures[place])} above the aim"
        aim = "" if place.endswith("3") else f"≤{AIM_MS} ms"
        table.add(f"worst key, {name}", size, cpu, bare[-1], "ms", aim=aim, note=note)
        table.add(f"usual key, {name}", size, usual, statistics.median(bare), "ms", note=f"{len(bare)} words")

    _long_lists(table, laptop, folder, size)


def _long_lists(table: Table, laptop: Laptop, folder: Path, size: int) -> None:
    command = [sys.executable, "-m", "benchmarks.window_lists"]
    waits = json.loads(launch_saying(command, laptop.environment, folder)[1])
    quiet = waits.pop("") * 1000
    step = max(waits, key=waits.__getitem__)
    longest = waits[step] * 1000
    note = f"“{step}”; {sum(wait > AIM_WAIT_S for wait in waits.values())} of {len(waits)} steps above the aim"
    table.add("longest wait of the window, lists", size, longest, quiet, "ms", aim="≤100 ms", note=note)


def _written_down(laptop: Laptop, database: Path, size: int) -> list[str]:
    """Put what every record says into a plain table with a full-text index; return the words to look for.

    In a small circle they are a sample.
    """
    with closing(open_circle(Home.default(laptop.environment))) as circle:
        records = [record for kind in KINDS for record in circle.reader.list(kind)]
    beginnings: set[str] = set()
    for record in records:
        beginnings.update(word[:letters] for word in words_of(_text(record)) for letters in (1, 2))
    with closing(open_plain(database)) as db, durable(db):
        put_plain(db, (_plain(record) for record in records))
        db.execute("CREATE VIRTUAL TABLE text USING fts5 (said, content='', prefix='1 2')")
        db.executemany(
            "INSERT INTO text (rowid, said) VALUES (?, ?)",
            ((number, _text(record)) for number, record in enumerate(records, 1)),
        )
    words = [*sorted(beginnings), *LONGER]
    return words[:: 5 * len(words) // size + 1]


def _plain(record: Record) -> Plain:
    shown = [record[name] for name in ("name", "title", "topic", "place", "notes", "on") if record[name]]
    return (record.id, *[str(part) for part in [*shown, *[""] * len(COLUMNS)][: len(COLUMNS) - 1]])


def _text(record: Record) -> str:
    said = [record[field.name] for field in ENTITIES[record.entity].fields if field.search and record[field.name]]
    return " ".join(" ".join(part) if isinstance(part, list) else str(part) for part in said)
