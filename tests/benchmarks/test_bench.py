"""The benchmarks run, and every row stands beside a baseline. What they measure is judged by people, not here."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
SIZE, LAPTOPS = 50, 3


def run(folder: Path) -> list[dict[str, Any]]:
    file = folder / "rows.json"
    words = ["--sizes", str(SIZE), "--laptops", str(LAPTOPS), "--times", "2", "--json", str(file)]
    ended = subprocess.run(
        [sys.executable, "-m", "benchmarks", *words],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, timeout=240,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    rows: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))["rows"]
    assert [line.startswith(row["name"]) for line, row in zip(ended.stdout.splitlines()[1:], rows, strict=True)]
    return rows


def documented() -> set[str]:
    """Return the names of the rows that docs/benchmarks.md explains."""
    text = (ROOT / "docs" / "benchmarks.md").read_text("utf-8")
    cells = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    return {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


def test_every_documented_row_is_there_with_a_baseline_and_a_ratio(tmp_path: Path) -> None:
    rows = run(tmp_path)
    for row in rows:
        assert row["ours"] > 0 and row["baseline"] > 0, row
        assert row["ratio"] == row["ours"] / row["baseline"], row
    plain = {re.sub(r"nothing new, \d+ laptops", "nothing new, N laptops", row["name"]) for row in rows}
    assert plain | {"one change, against a circle of N"} == documented()
    nothing_is_lost = [row for row in rows if row["name"].startswith("…")]
    assert len(nothing_is_lost) == 4
    assert all(row["ours"] == row["baseline"] for row in nothing_is_lost)
    requests = [row["ours"] for row in rows if row["name"].endswith(": requests")]
    assert requests == [1, 1]
