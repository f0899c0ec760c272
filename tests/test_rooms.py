"""The law of the rooms (docs/architecture.md): who may import whom, and what lives in one room alone."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS = ("learningcircles", "sync", "ui", "resources")
SOURCES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
TREES = {path: ast.parse(path.read_text("utf-8")) for path in SOURCES}

HUB = "sync/learningcircles_sync/hub/"
TRANSPORTS = (
    "sync/learningcircles_sync/deadline.py",
    "sync/learningcircles_sync/http.py",
    "sync/learningcircles_sync/lan/find.py",
)
LAN_SERVER = "sync/learningcircles_sync/lan/server.py"
STORE_FILES = "aside catalogue keeping letters merging room rosters schema store_sqlite writer"
HUB_STORE = tuple(f"{HUB}{name}.py" for name in STORE_FILES.split())
WITHIN = ("ui/learningcircles_ui/interrupts.py", "ui/learningcircles_ui/display.py")
"""Sockets that reach no network: a pair that lets a signal wake Qt, and the display's own."""

ONLY_IN = {
    "cryptography": ("learningcircles/crypto/",),
    "PySide6": ("ui/learningcircles_ui/",),
    "requests": ("sync/learningcircles_sync/http.py",),
    "rapidfuzz": ("learningcircles/fuzzy.py",),
    "sqlcipher3": ("learningcircles/storage/connect.py",),
    "sqlite_utils": ("learningcircles/storage/",),
    "sqlite3": HUB_STORE,
    "starlette": (HUB,),
    "granian": (HUB,),
    "asyncio": (HUB,),
    "zeroconf": ("sync/learningcircles_sync/lan/find.py",),
    "ifaddr": ("sync/learningcircles_sync/lan/find.py",),
    "socket": (*TRANSPORTS, LAN_SERVER, f"{HUB}running.py", *WITHIN),
    "ssl": (*TRANSPORTS, f"{HUB}folder.py"),
    "urllib": (*TRANSPORTS, HUB),
    "http": (LAN_SERVER,),
    "socketserver": (LAN_SERVER,),
    "select": (),
    "ftplib": (),
    "smtplib": (),
    "xmlrpc": (),
}
HUB_KNOWS = ("buckets", "hub", "knock", "protocol", "serve", "store")
"""What of sync the hub is made of: protocol and merge, never the engine that asks."""
CLIENT = re.compile(
    r"learningcircles(\.circle|\.storage|\.intake|_ui|_sync\.(engine|preparing|talking|session|dial|http|line|doors|joining|stick|lan))\b"
)
SQL = re.compile(
    r"\s*(SELECT|INSERT (OR|INTO)|REPLACE INTO|UPDATE \w+ SET|DELETE FROM|PRAGMA|VACUUM|ATTACH"
    r"|BEGIN IMMEDIATE|COMMIT|ROLLBACK|(CREATE|DROP|ALTER) (TABLE|(UNIQUE )?INDEX|VIRTUAL|TRIGGER|VIEW))\b"
)
LONGEST = 45
"""Lines of the longest function that there is; shorten it and this."""
MOST_METHODS = 20
WIDE: dict[str, int] = {}
"""Classes over the law, and how many methods they have. None may grow, and none may join them."""
UPWARDS = {
    "learningcircles/": ("learningcircles_sync", "learningcircles_ui", "learningcircles_resources"),
    "sync/": ("learningcircles_ui",),
    "resources/": ("learningcircles", "learningcircles_sync", "learningcircles_ui"),
}


def modules(path: Path) -> Iterator[str]:
    """Yield every module that a file imports, wherever it stands, by name or as a text."""
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and _called(node) in ("lazy", "import_module", "__import__"):
            yield from (word.value for word in node.args if isinstance(word, ast.Constant))


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def imported(path: Path) -> set[str]:
    """Return the top-level packages that a file imports."""
    return {name.partition(".")[0] for name in modules(path)}


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


def test_sql_stays_in_storage_and_the_hubs_store() -> None:
    wrong = []
    for path in SOURCES:
        if name_of(path).startswith(("learningcircles/storage/", *HUB_STORE)):
            continue
        for node in ast.walk(TREES[path]):
            says = isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.match(node.value)
            runs = isinstance(node, ast.Call) and _called(node) in ("execute", "executemany", "executescript")
            if says or runs:
                wrong.append(f"{name_of(path)}:{node.lineno}")
    assert not wrong


def test_the_hub_knows_nothing_of_the_asking_side() -> None:
    allowed = tuple(f"learningcircles_sync.{name}" for name in HUB_KNOWS)
    wrong = [
        f"{name_of(path)} imports {module}"
        for path in SOURCES
        for module in modules(path)
        if name_of(path).startswith(HUB)
        if (module.startswith("learningcircles_sync.") and not module.startswith(allowed)) or CLIENT.match(module)
    ]
    assert not wrong
    asked = "import sys, learningcircles_sync.hub.main, learningcircles_sync.hub.running; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.split()
    assert "learningcircles_sync.serve" in loaded
    assert [module for module in loaded if CLIENT.match(module)] == []


def test_the_command_line_loads_no_qt() -> None:
    asked = "import sys, learningcircles_ui.cli.main; print([m for m in sys.modules if 'PySide' in m])"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


def functions() -> Iterator[tuple[int, str]]:
    """Yield how many lines each function has, and where it stands."""
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield (node.end_lineno or 0) - node.lineno + 1, f"{name_of(path)} {node.name}"


def test_files_stay_short() -> None:
    lengths = {name_of(path): path.read_text("utf-8").count("\n") for path in SOURCES}
    assert [name for name, lines in lengths.items() if lines > 500] == []
    assert statistics.median(lengths.values()) <= 150


def test_functions_stay_short() -> None:
    found = sorted(functions())
    lengths = [lines for lines, _ in found]
    assert statistics.median(lengths) <= 8
    assert lengths[int(0.95 * len(lengths))] <= 35
    assert [name for lines, name in found if lines > LONGEST] == []


def test_classes_stay_narrow_and_wide_ones_do_not_grow() -> None:
    wide = {}
    for tree in TREES.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                methods = sum(isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) for part in node.body)
                if methods > MOST_METHODS:
                    wide[node.name] = methods
    assert [f"{name}: {count}" for name, count in wide.items() if count > WIDE.get(name, MOST_METHODS)] == []
    assert WIDE.keys() == wide.keys(), "whoever has become narrow is taken off the list"


def test_every_module_says_what_it_is() -> None:
    silent = [name_of(path) for path in SOURCES if not ast.get_docstring(TREES[path])]
    assert not silent
