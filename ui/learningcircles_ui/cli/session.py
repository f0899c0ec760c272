"""What every command shares: which circle, opened when first asked for, and how answers look."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from learningcircles.errors import Refused, Usage
from learningcircles_ui.cli.lazy import lazy

if TYPE_CHECKING:
    from learningcircles.circle.circle import Circle
    from learningcircles.circle.facets import Verbs
    from learningcircles.circle.reader import Reader
    from learningcircles.laptop.home import CircleFile, Home


class Session:
    """One run of the command line."""

    def __init__(self, circle: str | None, *, trust_clock: bool = False) -> None:
        self.circle = circle
        self.trust_clock = trust_clock
        self._home: Home | None = None
        self._verbs: Verbs | None = None

    @property
    def home(self) -> Home:
        """This laptop's folder."""
        if self._home is None:
            self._home = lazy("learningcircles.laptop.home").Home.default()
        return self._home

    @property
    def held(self) -> CircleFile:
        """The circle file that is meant; raises NotFound or Usage."""
        return self.home.find(self.circle)

    @property
    def verbs(self) -> Verbs:
        """The circle's verbs; opens the file at first."""
        if self._verbs is None:
            opened = lazy("learningcircles.laptop.founding").open_circle(
                self.home, self.circle, passphrase=passphrase(), to_read=True
            )
            self._take(opened)
            opened.before_first_write = _trust if self.trust_clock else _ask
            if opened.refusal is None:
                self._look_after(opened)
        assert self._verbs is not None
        return self._verbs

    @staticmethod
    def _look_after(opened: Circle) -> None:
        renewed = lazy("learningcircles.laptop.succession").mend(opened)
        lazy("learningcircles.laptop.reserve").keep_reserve(opened.path)
        if renewed:
            click.echo(renewed, err=True)

    def open(self) -> None:
        """Open the circle now, for whoever wants its errors before anything else."""
        assert self.verbs

    @property
    def reader(self) -> Reader:
        """What can be read of the circle."""
        return self.verbs.reader

    def use(self, circle: Any) -> None:
        """Take a circle that is open already (just founded or joined): its file is known by what lies beside it."""
        with suppress(Refused):
            lazy("learningcircles.laptop.sheets").keep_key_file(circle)
        self._take(circle)

    def _take(self, circle: Any) -> None:
        self._verbs = lazy("learningcircles.circle.facets").Verbs(circle)

    def resolve(self, entity: str, beginning: str, part: str = "") -> bytes:
        """Return the id that begins so; charter and settings need none.

        Raises InvalidValue or NotFound, which name the `part` of a line that it stands in.
        """
        if not beginning:
            self._needs_no_id(entity)
        return self.verbs.desk.resolve(entity, beginning, part) if part else self.reader.resolve(entity, beginning)

    @staticmethod
    def _needs_no_id(entity: str) -> None:
        found = lazy("learningcircles.entities.registry").entity(entity)
        if not found.single:
            raise Usage("no_id", "Say which {kind}: its id is missing.", kind=found.label.lower())

    def close(self) -> None:
        """Close the file, and say what became of a damaged list of circles."""
        if self._home is not None and self._home.index.told:
            click.echo(self._home.index.told, err=True)
            self._home = None
        if self._verbs is not None:
            if self._verbs.circle.refusal is None:
                lazy("learningcircles.laptop.founding").note_name(self.home, self._verbs.circle)
            self._verbs.circle.close()
            self._verbs = None


def _trust(circle: Circle) -> None:
    lazy("learningcircles.circle.believing").trust_clock(circle)


def _ask(circle: Circle) -> None:
    believing, day_of = lazy("learningcircles.circle.believing"), lazy("learningcircles.zone").day_of
    try:
        believing.check_clock(circle)
    except Refused as error:
        told = "{sentence} If it is right, go on with --trust-clock, which this laptop remembers."
        raise Refused(error.code, told, sentence=str(error)) from error
    if (last := believing.silent_since(circle)) is not None:
        click.echo(
            f"This laptop's clock says {day_of(circle.surroundings.now_ms())}, and what was written here last is of"
            f" {day_of(last)}. If the clock is wrong, set it right, and take back what is written now (undo).",
            err=True,
        )


def passphrase() -> str:
    """Return the passphrase of a locked circle from the environment; never from the command line, which others see."""
    return str(lazy("os").environ.get("LEARNINGCIRCLES_PASSPHRASE", ""))


def asked_passphrase(*, twice: bool = False) -> str:
    """Return the passphrase from the environment, or ask whoever sits at the terminal; raises Usage elsewhere."""
    word = passphrase()
    if word:
        return word
    if not lazy("sys").stdin.isatty():
        raise Usage("no_passphrase", "Give the passphrase in LEARNINGCIRCLES_PASSPHRASE.")
    return str(click.prompt("Passphrase", hide_input=True, confirmation_prompt=twice, err=True))


class FilePath(click.Path):
    """A file's path; an empty word is none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path; raises click's usage error."""
        if value == "":
            self.fail("a file needs a name.", param, ctx)
        return super().convert(value, param, ctx)


UNLOCKED = "It opens without a passphrase here (lock sets one)."
FILE = FilePath(path_type=Path)
FILE_OR_STDIN = FilePath(path_type=Path, allow_dash=True)
pass_session = click.make_pass_decorator(Session)
as_json = click.option("--json", "as_json", is_flag=True, help="One JSON document, or one a line for lists.")
