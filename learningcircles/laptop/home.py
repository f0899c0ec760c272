"""A laptop's folder: its circle files, keys, marks and settings.

    NAME.circle …       one encrypted file per circle
    laptop.json         which file is which circle; settings. Nobody's name but the circles' own
    keys/  marks/       by circle id
    *.lock              so that programs wait for each other

LEARNINGCIRCLES_HOME moves all of it: two homes are two laptops on one machine.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

import platformdirs

from learningcircles.entities.validate import shown_line
from learningcircles.errors import CircleError, InvalidValue, NotFound, Refused, Unreadable, Usage
from learningcircles.laptop.files import cannot_write, make_folder, read_if_there, remove, sync_folder
from learningcircles.laptop.index import BEGUN, CIRCLES, LEFT, MOVED, NAMES, SETTINGS, Index
from learningcircles.laptop.keystore import Keystore, keystore_for
from learningcircles.laptop.locking import FileLock
from learningcircles.laptop.mark import Mark
from learningcircles.lazy import lazy
from learningcircles.storage.connect import FIRST
from learningcircles.storage.in_use import ENDING, in_use, nobody_else
from learningcircles.storage.schema import BEFORE

SUFFIX = ".circle"
GOING, COMING = ".leaving", ".restoring"
"""How the name of a circle file ends on its way out, and until it takes its place."""
HUB, RESERVE = ".hub", ".reserve"
"""How the name ends of what says where a circle's hub is, and of what keeps room for a day with a full disk."""
BEFORE_RESTORE, DAMAGED = SET_ASIDE = ("before restore", "damaged")
"""Why a circle file was set aside: its name says so."""
KEPT = ".kept"
"""How the name ends of a backup that is looked into."""
BY_SHEET = ".recovery"
"""How the name ends of what holds the file's key, sealed to the recovery sheet."""
BESIDE = (
    "", "-wal", "-shm", "-journal", ".new", ".lock", ENDING, BY_SHEET, HUB, RESERVE, GOING, f"{GOING}-wal",
    BEFORE, f"{BEFORE}.part", f"{BEFORE}.part-journal", FIRST, f"{FIRST}-wal", f"{FIRST}-shm",
    KEPT, f"{KEPT}-wal", f"{KEPT}-shm",
)  # fmt: skip
"""What may lie beside a circle file: SQLite's own files, the two locks, the sealed key, where its hub is, a reserve,
itself on its way out, as it was before an upgrade, with a first page made anew, and as a backup holds it."""
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)\Z", re.IGNORECASE)


class CircleFile(NamedTuple):
    """A circle on this laptop. `name` is the file's name without its ending, `own_name` what the circle is called where
    that is something else, as far as this laptop has heard, and no other circle here is called that."""

    name: str
    path: Path
    circle_id: bytes
    own_name: str = ""

    @property
    def called(self) -> str:
        """What people are shown: the circle's own name, else its file's."""
        return self.own_name or self.name


class Home:
    """One laptop: everything that it has lies in `folder`."""

    def __init__(self, folder: Path, keys: Keystore) -> None:
        self.folder = folder
        self.keys = keys
        self.index = Index(folder)
        self._at_work = False

    @classmethod
    def default(cls, environ: Mapping[str, str] | None = None) -> Home:
        """Return this user's home, or the one that LEARNINGCIRCLES_HOME names."""
        held = os.environ if environ is None else environ
        named = held.get("LEARNINGCIRCLES_HOME")
        folder = Path(named) if named else Path(platformdirs.user_data_dir("Learning Circles", appauthor=False))
        return cls(folder, keystore_for(folder / "keys", held))

    def circles(self) -> list[CircleFile]:
        """Return the circles of this laptop whose files are there, by name.

        What a power cut left half-moved or half-removed is brought to its end first, if that can be done now: a file
        that another program holds, or a program that is at work here, keeps nobody from the other circles.
        """
        if not self._at_work and (self.index.moved() or self.index.files(LEFT)):
            with suppress(OSError, CircleError), self.alone(wait=False):
                pass
        if self.index.is_lost():
            _find_again(self)
        return sorted((row for row in _rows(self) if row.path.is_file()), key=lambda row: _in_order(row.called))

    def missing(self) -> list[CircleFile]:
        """Return the circles of this laptop whose files are not where they were."""
        return [row for row in _rows(self) if not row.path.is_file()]

    def find(self, path: str | Path | None = None) -> CircleFile:
        """Return the circle of a file, of a name (the circle's or its file's), or (None) the only one.

        Raises NotFound, or Usage where there are several.
        """
        rows = self.circles()
        if path is not None:
            wanted = Path(path)
            match = [row for row in rows if is_file_of(row, wanted)]
            match = match or [row for row in rows if row.called == str(path)]
            match = match or [row for row in rows if row.name == str(path)]
            if not match:
                gone = (row for row in self.missing() if is_named(row, path))
                raise next(map(file_gone, gone), None) or _not_ours(wanted)
            return match[0]
        if not rows:
            raise next(map(file_gone, self.missing()), None) or _none_yet(self.folder)
        if len(rows) > 1:
            raise which_circle(rows)
        return rows[0]

    def by_id(self, circle_id: bytes) -> CircleFile | None:
        """Return the circle with this id, if this laptop has it."""
        return next((row for row in self.circles() if row.circle_id == circle_id), None)

    def path_for(self, name: str) -> Path:
        """Return a free path for a new circle of this name; raises InvalidValue without any letter in it."""
        plain = _UNFIT.sub(" ", unicodedata.normalize("NFC", name)).strip(" .")[:80]
        if not plain:
            raise InvalidValue("circle_name", "A circle needs a name.", field="name")
        stem = f"{plain} circle" if _RESERVED.match(plain) else plain
        make_folder(self.folder)
        tries = [stem, *(f"{stem} {number}" for number in range(2, 1000))]
        free = (self.folder / (each + SUFFIX) for each in tries)
        path = next((each for each in free if not each.exists()), None)
        if path is None:
            raise Refused("too_many_files", "There are too many circle files called {name}.", name=name)
        return path

    def set_aside(self, held: CircleFile) -> list[Path]:
        """Return the files of this circle that stood here before a backup took their place, or a mended one."""
        own = re.compile(re.escape(held.name) + rf" \((?:{'|'.join(SET_ASIDE)}) \d+\)\Z")
        registered = {row.path for row in self.circles()}
        found = (path for path in held.path.parent.glob(f"*{SUFFIX}") if own.match(path.stem))
        return sorted(path for path in found if path not in registered)

    @contextmanager
    def alone(self, *, wait: bool = True) -> Iterator[None]:
        """Let no other program choose a name for a circle file meanwhile. Not to be nested.

        Raises Refused where what was left half-moved or half-removed cannot be brought to its end, and, without
        `wait`, Locked where another program is at it.
        """
        make_folder(self.folder)
        with FileLock(self.folder / "founding.lock", wait=wait):
            self._at_work = True
            try:
                with _plain_errors(self.folder):
                    self._clear(BEGUN)
                    self._clear(LEFT)
                    _bring_back(self.folder, self.index)
                yield
            finally:
                self._at_work = False

    @contextmanager
    def new_file(self, name: str, circle_id: bytes) -> Iterator[Path]:
        """Give a free path for a circle's file and register it when the block ends well.

        Otherwise file, key and marks are removed: at once after an error, by the next program that makes a file
        after a power cut.
        """
        with self.alone():
            path = self.path_for(name)
            with self.index.changing() as held:
                held[BEGUN][self._name(path)] = circle_id.hex()
            try:
                yield path
                self.register(path, circle_id)
            except BaseException:
                self._clear(BEGUN)
                raise

    @contextmanager
    def moved(self, path: Path, aside: Path) -> Iterator[None]:
        """Let a circle's file stand aside while the block puts another in its place, or gives it up; within `alone`.

        Nobody has it open meanwhile. Where nothing stands in its place afterwards, it is moved back, after a power
        cut by the next program that looks. Raises Refused where another program has it open.
        """
        with nobody_else(path):
            with self.index.changing() as held:
                held[MOVED][self._name(path)] = self._name(aside)
            try:
                try:
                    move_file(path, aside)
                except OSError as error:
                    raise in_use(path) from error
                yield
            finally:
                _bring_back(self.folder, self.index)

    def give_up(self, path: Path, circle_id: bytes) -> None:
        """Remove a circle's file, key and marks, and all that names it; a power cut only delays what is left of that.

        The key goes first: should anything fail after that, what is left cannot be read. Raises Refused where a file
        cannot be removed now; the next program that looks tries again.
        """
        with self.index.changing() as held:
            name = self._name(path)
            held[CIRCLES].pop(name, None)
            held[MOVED].pop(name, None)
            held[NAMES].pop(circle_id.hex(), None)
            held[LEFT][name] = circle_id.hex()
            for choice in [each for each, value in held[SETTINGS].items() if value == circle_id.hex()]:
                del held[SETTINGS][choice]
        with _plain_errors(self.folder):
            self._clear(LEFT)
            self.index.forget_damaged()

    def register(self, path: Path, circle_id: bytes) -> None:
        """Note that `path`, inside this home, is a circle of this laptop."""
        with self.index.changing() as held:
            held[CIRCLES][self._name(path)] = circle_id.hex()
            held[BEGUN].pop(self._name(path), None)

    def unregister(self, path: Path) -> None:
        """Forget a circle's file; its name is in no file of this home afterwards."""
        with self.index.changing() as held:
            held[NAMES].pop(held[CIRCLES].pop(self._name(path), ""), None)

    def mark(self, circle_id: bytes, device: bytes) -> Mark:
        """Return the high-water mark of this laptop's identity in a circle."""
        return Mark(self.folder / "marks" / f"{circle_id.hex()}.{device.hex()[:8]}.mark")

    def forget_marks(self, circle_id: bytes) -> None:
        """Remove the marks of a circle that leaves this laptop."""
        for path in (self.folder / "marks").glob(f"{circle_id.hex()}.*"):
            remove(path)

    @property
    def settings(self) -> dict[str, Any]:
        """Choices of this laptop that no other one shares (a copy; see `set_setting`)."""
        return self.index.settings()

    def set_setting(self, name: str, value: Any) -> None:
        """Keep a choice of this laptop; None forgets it."""
        with self.index.changing() as held:
            held[SETTINGS][name] = value
            if value is None:
                del held[SETTINGS][name]

    def _name(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()

    def _clear(self, kind: str) -> None:
        """Remove what a program left half-made, or what is to leave this laptop."""
        rows = self.index.files(kind)
        if not rows:
            return
        for name, circle_id in rows.items():
            path = self.folder / name
            if self.by_id(circle_id) is None:
                self.keys.delete(circle_id.hex())
                self.forget_marks(circle_id)
            older = self.set_aside(CircleFile(path.stem, path, circle_id)) if kind == LEFT else []
            for each in (*older, coming(path), path):
                remove_files(each)
        with self.index.changing() as held:
            for name in rows:
                held[kind].pop(name, None)


def _rows(home: Home) -> list[CircleFile]:
    names = home.index.names()
    rows = [(Path(each).stem, home.folder / each, id_) for each, id_ in home.index.files().items()]
    called = [names.get(id_, stem) for stem, _, id_ in rows]
    # Of circles that are called the same, their files' names tell which is which.
    return [
        CircleFile(*row, names.get(row[2], "") if called.count(own) == 1 else "")
        for row, own in zip(rows, called, strict=True)
    ]


def is_file_of(held: CircleFile, path: Path) -> bool:
    """Return whether a path leads to a circle's file: also through a link, or, on Windows and macOS, in other case or
    with letters and accents apart."""
    with suppress(OSError):
        return held.path.absolute() == path.absolute() or held.path.samefile(path)
    return False


def is_named(held: CircleFile, path: str | Path) -> bool:
    """Return whether a circle's file, its name or the circle's own is meant."""
    return is_file_of(held, Path(path)) or str(path) in (held.called, held.name)


def which_circle(rows: Sequence[CircleFile]) -> Usage:
    """Return the question which of several circles is meant."""
    names = ", ".join(row.called for row in rows)
    return Usage("which_circle", "This laptop has several circles: {names}. Say which with --circle.", names=names)


def call(home: Home, circle_id: bytes, name: str) -> None:
    """Remember what a circle of this laptop is called, in a line: its file keeps the name that it was given."""
    name = shown_line(name)
    held = home.by_id(circle_id)
    if held is None or not name or name == home.index.names().get(circle_id, held.name):
        return
    with home.index.changing() as rows:
        rows[NAMES][circle_id.hex()] = name
        if name == held.name:
            del rows[NAMES][circle_id.hex()]


def _in_order(name: str) -> list[str | int]:
    """Return what names are sorted by: "Circle 2" comes before "Circle 10"."""
    return [int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", name.casefold())]


@contextmanager
def _plain_errors(folder: Path) -> Iterator[None]:
    """Say which file of a folder the system does not let go."""
    try:
        yield
    except OSError as error:
        raise cannot_write(Path(str(error.filename or folder)), error) from error


def _find_again(home: Home) -> None:
    """Register the circle files that lie here: whose they are is told by the sealed keys beside each."""
    for path in home.folder.glob(f"*{SUFFIX}") if home.folder.is_dir() else ():
        try:
            beside = read_if_there(path.with_name(path.name + BY_SHEET))
            found = lazy("learningcircles.laptop.sealing").read_sealed(beside) if beside is not None else None
        except Unreadable:
            continue
        if found is not None:
            with suppress(OSError, CircleError):  # a folder that cannot be written to: it is found next time
                home.register(path, found.circle)


def _bring_back(folder: Path, index: Index) -> None:
    """Move back what stands aside while nothing has taken its place."""
    rows = index.moved()
    if not rows:
        return
    for name, aside in rows.items():
        remove_files(coming(folder / name))
        if not (folder / name).exists():
            move_file(folder / aside, folder / name, ("-wal", ""))  # once it stands there, all of it does
    with index.changing() as held:
        for name in rows:
            held[MOVED].pop(name, None)


def file_gone(held: CircleFile) -> NotFound:
    """The error where a circle's file, which this home had, is not there any more."""
    return NotFound(
        "file_gone",
        "{path} is not where it was. Is a disk or a stick missing? If the file is gone for good, the circle comes back"
        " from a backup, from its hub or from a stick.",
        path=held.path,
    )


def _none_yet(folder: Path) -> NotFound:
    if folder.is_dir():
        return NotFound("no_circle_yet", "There is no circle on this laptop yet. Found one, or join one.")
    return NotFound(
        "no_home", "There is no circle on this laptop yet: there is no folder {folder}.", folder=str(folder)
    )


def _not_ours(path: Path) -> NotFound | Unreadable:
    if path.is_file():
        return Unreadable("not_ours", "{path} is not a circle file of this laptop.", path=str(path))
    return NotFound("no_circle", "There is no circle file {path} on this laptop.", path=str(path))


def move_file(path: Path, target: Path, endings: Sequence[str] = ("", "-wal")) -> None:
    """Move a circle file with what SQLite has not brought into it yet."""
    for ending in endings:
        beside = path.with_name(path.name + ending)
        if beside.exists():
            beside.rename(target.with_name(target.name + ending))
    remove(path.with_name(path.name + "-shm"))
    sync_folder(path.parent)


def coming(path: Path) -> Path:
    """Return where a circle's file is made that is to stand at `path`."""
    return path.with_name(path.name + COMING)


def remove_files(path: Path) -> None:
    """Remove a circle file and what lies beside it."""
    for ending in BESIDE:
        remove(path.with_name(path.name + ending))
