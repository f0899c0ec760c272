"""The baseline of a laptop: JSON lines in, plain SQLite, one POST to share; nothing that makes it a circle.

python -m benchmarks.bare_laptop DATABASE [URL]        reads steps from stdin, answers each with a line

{"do": "load", "file": F}     the members of a `batch` file, one executemany, one answer line each
{"do": "add", "fields": …}    one durable write           {"do": "edit", "numbers": […], "fields": …}   several
{"do": "sync", "everything": false}     one POST with what waits, or the whole table; what others sent is stored
{"do": "index"}               build a full-text index     {"do": "find", "text": …}
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.baseline import COLUMNS, Plain, durable, open_plain, pack, plain_row, put_plain, unpack
from learningcircles.lazy import lazy

Reply = dict[str, Any]
_FOUND = 50


class BareLaptop:
    """One plain database and the address of the bare hub."""

    def __init__(self, path: Path, url: str) -> None:
        self._db = open_plain(path)
        self._url = url
        self._position = 0
        self._waiting: list[Plain] = []

    def do(self, step: dict[str, Any]) -> Iterator[Reply]:
        """Do a step and yield its answers."""
        yield from getattr(self, "_" + step.pop("do"))(**step)

    def _load(self, file: str) -> Iterator[Reply]:
        with open(file, encoding="utf-8") as lines:
            rows = [plain_row(number, json.loads(line)["fields"]) for number, line in enumerate(lines)]
        self._put(rows)
        for row in rows:
            yield {"ok": True, "id": row[0].hex()}

    def _add(self, fields: dict[str, Any]) -> Iterator[Reply]:
        number = self._db.execute("SELECT count(*) FROM member").fetchone()[0]
        row = plain_row(number, fields)
        self._put([row])
        yield {"ok": True, "id": row[0].hex()}

    def _edit(self, numbers: list[int], fields: dict[str, Any]) -> Iterator[Reply]:
        ids = [number.to_bytes(16, "big") for number in numbers]
        held = [self._db.execute("SELECT * FROM member WHERE id=?", (id_,)).fetchone() for id_ in ids]
        new = [tuple(fields.get(name, value) for name, value in zip(COLUMNS, row, strict=True)) for row in held]
        self._put(new)
        yield {"ok": True}

    def _sync(self, everything: bool = False) -> Iterator[Reply]:
        body = pack(self._db.execute("SELECT * FROM member").fetchall() if everything else self._waiting)
        answer = lazy("requests").post(f"{self._url}/{self._position}", data=body, timeout=60)
        answer.raise_for_status()
        rows = unpack(answer.content)
        if rows:
            with durable(self._db):
                put_plain(self._db, rows)
        self._waiting.clear()
        self._position = int(answer.headers["position"])
        yield {"ok": True, "received": len(rows), "bytes_up": len(body), "bytes_down": len(answer.content)}

    def _index(self) -> Iterator[Reply]:
        with durable(self._db):
            self._db.execute("DROP TABLE IF EXISTS text")
            self._db.execute("CREATE VIRTUAL TABLE text USING fts5 (name, topics, notes, prefix='1 2')")
            self._db.execute(
                "INSERT INTO text (rowid, name, topics, notes) SELECT rowid, name, topics, notes FROM member"
            )
        yield {"ok": True}

    def _find(self, text: str) -> Iterator[Reply]:
        query = " ".join(f'"{word}"*' for word in text.split())
        sql = "SELECT m.* FROM text JOIN member m ON m.rowid = text.rowid WHERE text MATCH ? LIMIT ?"
        found = self._db.execute(sql, (query, _FOUND)).fetchall()
        yield {"ok": True, "records": [[row[0].hex(), *row[1:]] for row in found]}

    def _put(self, rows: list[Plain]) -> None:
        with durable(self._db):
            put_plain(self._db, rows)
        self._waiting += rows


def main() -> None:
    """Answer steps until stdin ends."""
    laptop = BareLaptop(Path(sys.argv[1]), "".join(sys.argv[2:3]))
    for line in sys.stdin:
        for reply in laptop.do(json.loads(line)):
            sys.stdout.write(json.dumps(reply) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
