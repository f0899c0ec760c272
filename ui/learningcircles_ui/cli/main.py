"""`learningcircles`: the desktop, and everything that it does to data as commands (docs/cli.md)."""

from __future__ import annotations

import gc
import io
import os
import shlex
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from typing import Any

import click

from learningcircles import __version__
from learningcircles.errors import CircleError
from learningcircles_ui.cli.lazy import lazy
from learningcircles_ui.cli.session import Session
from learningcircles_ui.display import load_desktop

WINDOWS = ("open", "demo")
"""Commands that open the desktop."""
ROOMS: Mapping[str, Sequence[str]] = {
    "records": ("fields", "add", "edit", "remove", "show", "list", "find", "history", "undo", "redo"),
    "exchanges": ("balance", "swap", "opening"),
    "gatherings": ("attend", "rsvp", "tell", "told"),
    "learning": ("learned", "topics"),
    "files": ("report", "import", "export", "backup", "restore", "lock", "unlock"),
    "share": ("sync", "beside", "bundle", "receipt", "leave"),
    "inbox": ("inbox",),
    "member": ("member",),
    "reviewing": ("review",),
    "circle_group": ("circle", "check"),
    "rescue": ("rescue",),
    "batch": ("batch",),
}
"""The modules of this package that hold commands, and which: a command's is loaded when it is called. The window needs
none of them.
"""
_ROOM_OF = {name: room for room, names in ROOMS.items() for name in names}
GARBAGE = 50_000
TRUST, CIRCLE = "--trust-clock", "--circle"


class Commands(click.Group):
    """The program's commands. What refusals ask for, of a doubtful clock or of which circle, may stand behind any."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Bring the program's own options to the front, up to a `--`."""
        end = args.index("--") if "--" in args else len(args)
        ours: list[str] = []
        others: list[str] = []
        words = iter(args[:end])
        for word in words:
            if word == CIRCLE:
                ours += [word, *(value for value in [next(words, None)] if value is not None)]
            else:
                (ours if word == TRUST or word.startswith(f"{CIRCLE}=") else others).append(word)
        return super().parse_args(ctx, [*ours, *others, *args[end:]])

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in their order, loaded or not."""
        return sorted({*self.commands, *_ROOM_OF})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, loaded with those of its room; None for no command."""
        if cmd_name in _ROOM_OF and cmd_name not in self.commands:
            for command in lazy(f"learningcircles_ui.cli.{_ROOM_OF[cmd_name]}").COMMANDS:
                self.add_command(command)
        return super().get_command(ctx, cmd_name)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Of a file or an address in a command's place it is said which command takes it."""
        word = args[0]
        if self.get_command(ctx, word) is None and (":" in word or os.path.exists(word)):
            ctx.fail(f"'{word}' is no command. To open it: learningcircles open {shlex.quote(word)}")
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(CIRCLE, metavar="FILE", envvar="LEARNINGCIRCLES_CIRCLE", help="Which circle; LEARNINGCIRCLES_CIRCLE too.")
@click.option(TRUST, is_flag=True, help="Write although this laptop's clock seems a day off; remembered.")
@click.version_option(__version__)
@click.pass_context
def cli(context: click.Context, circle: str | None, trust_clock: bool) -> None:
    """Neighbours teach each other: members, exchanges and meetups of a learning circle.

    Without a command the desktop opens.
    """
    session = Session(circle, trust_clock=trust_clock)
    context.obj = session
    context.call_on_close(session.close)
    if context.invoked_subcommand is None:
        raise click.exceptions.Exit(load_desktop().run(None, circle))
    if context.invoked_subcommand not in WINDOWS:
        # Little of what a command makes refers to itself, and it soon ends: look for garbage less often.
        gc.set_threshold(GARBAGE)


@cli.command("open")
@click.argument("what", metavar="[FILE | ADDRESS]", default="")
@click.pass_obj
def open_(session: Session, what: str) -> None:
    """Open an invitation, a hub's code, a stick's file, a circle or a list of people in the desktop's window.

    Without one of them it shows the window.
    """
    desktop = load_desktop()
    path = os.path.abspath(what) if os.path.exists(what) else what
    raise click.exceptions.Exit(desktop.run(None, session.circle, path))


@cli.command()
@click.option("--home", type=click.Path(), help="Where the sample region is kept.")
def demo(home: str | None) -> None:
    """A sample region on this machine: hub, two laptops, data; opens the desktop."""
    raise click.exceptions.Exit(lazy("learningcircles_ui.demo").run(home))


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; errors are one sentence on stderr, exit 1 (data, surroundings) or 2 (usage)."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Return the exit code of a command line."""
    _write_utf8()
    try:
        result: Any = cli.main(args=arguments, standalone_mode=False, prog_name="learningcircles")
    except CircleError as error:
        return _fail(_with_command(error), error.exit_code)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.Abort:
        return _fail("Stopped.", 1)
    except click.ClickException as error:
        return _fail(_sentence(error), error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # the edge of the process: nobody should ever see a traceback
        return _fail(_unforeseen(error), 1)
    return result if isinstance(result, int) else 0


def _write_utf8() -> None:
    """JSON is UTF-8 wherever it goes; a pipe's own encoding may not know every letter."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _with_command(error: CircleError) -> str:
    """Return an error's sentence; where commands bring a circle back, they are named."""
    how = " See restore FILE, and circle refill." if error.code == "file_gone" else ""
    return f"{error}{how}"


def _sentence(error: click.ClickException) -> str:
    if isinstance(error, click.exceptions.NoArgsIsHelpError) and isinstance(error.ctx.command, click.Group):
        known = ", ".join(error.ctx.command.list_commands(error.ctx))
        return f"{error.ctx.command_path} needs one of: {known}."
    return " ".join(error.format_message().split())  # a choice that is missing is listed line by line


def _unforeseen(error: Exception) -> str:
    try:
        with lazy("learningcircles.storage.connect").plain_errors():
            raise error
    except CircleError as plain:
        return str(plain)
    except ModuleNotFoundError as missing:
        return f"A part of the program is missing ({missing.name}): install learning-circles[desktop]."
    except ImportError as broken:
        return f"A part of the program could not be loaded ({broken.name or broken}). Install the program anew."
    except UnicodeEncodeError:
        return "A name holds letters that cannot be read here."
    except OSError as failed:
        return f"{failed.filename or 'The disk'} could not be used: {failed.strerror or failed}."
    except Exception:  # the edge of the process: nothing is above it that could say more
        return f"Something went wrong that should not have. What happened is written in {_report()}."


def _fail(sentence: str, code: int) -> int:
    click.echo(sentence, err=True)
    alert = lazy("learningcircles_ui.cli.alert")
    if alert.is_unread():
        alert.show(sentence)
    return code


def _report() -> str:
    with tempfile.NamedTemporaryFile("w", prefix="learningcircles-", suffix=".txt", delete=False) as file:
        traceback.print_exc(file=file)
    return file.name


if __name__ == "__main__":
    main()
