"""The law of the rooms (docs/architecture.md): who may import whom, and what lives in one room alone."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS = ("learningcircles", "sync", "ui", "resources")
SOURCES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]

ONLY_IN = {
    "cryptography": ("learningcircles/crypto/",),
    "PySide6": ("ui/learningcircles_ui/",),
    "requests": ("sync/learningcircles_sync/http.py",),
    "sqlcipher3": ("learningcircles/storage/connect.py",),
    "sqlite3": ("sync/learningcircles_sync/hub/",),
    "starlette": ("sync/learningcircles_sync/hub/",),
    "granian": ("sync/learningcircles_sync/hub/",),
    "zeroconf": ("sync/learningcircles_sync/lan/find.py",),
    "ifaddr": ("sync/learningcircles_sync/lan/find.py",),
    "http": ("sync/learningcircles_sync/lan/server.py",),
}
UPWARDS = {
    "learningcircles/": ("learningcircles_sync", "learningcircles_ui", "learningcircles_resources"),
    "sync/": ("learningcircles_ui",),
    "resources/": ("learningcircles", "learningcircles_sync", "learningcircles_ui"),
}


def imported(path: Path) -> Iterator[str]:
    """Yield the top-level package of every import of a file, wherever it stands."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_no_room_reaches_upwards() -> None:
    wrong = [
        f"{name_of(path)} imports {package}"
        for path in SOURCES
        for room, above in UPWARDS.items()
        if name_of(path).startswith(room)
        for package in imported(path)
        if package in above
    ]
    assert not wrong


def test_libraries_stay_in_their_rooms() -> None:
    wrong = [
        f"{name_of(path)} imports {package}"
        for path in SOURCES
        for package in imported(path)
        if package in ONLY_IN and not name_of(path).startswith(ONLY_IN[package])
    ]
    assert not wrong


def test_sql_stays_in_storage_and_the_hub() -> None:
    words = ("SELECT ", "INSERT ", "UPDATE ", "DELETE FROM", "PRAGMA ", "CREATE TABLE")
    allowed = ("learningcircles/storage/", "sync/learningcircles_sync/hub/")
    wrong = []
    for path in SOURCES:
        if name_of(path).startswith(allowed):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith(words):
                wrong.append(f"{name_of(path)}:{node.lineno}")
    assert not wrong


def test_the_command_line_loads_no_qt() -> None:
    asked = "import sys, learningcircles_ui.cli.main; print([m for m in sys.modules if 'PySide' in m])"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


def test_files_and_functions_stay_short() -> None:
    long = [name_of(path) for path in SOURCES if path.read_text("utf-8").count("\n") > 500]
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno > 60:
                long.append(f"{name_of(path)} {node.name}")
    assert not long


def test_every_module_says_what_it_is() -> None:
    silent = [name_of(path) for path in SOURCES if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert not silent
