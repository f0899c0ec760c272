"""`learningcircles-hub`: run a hub with one command."""

from __future__ import annotations

import json
import logging
import os
import secrets
import signal
import sys
import threading
from contextlib import closing, suppress
from pathlib import Path
from typing import NoReturn

import click

from learningcircles import __version__
from learningcircles.errors import CircleError, Usage
from learningcircles.surroundings import real
from learningcircles_sync.hub import keeping
from learningcircles_sync.hub.folder import Folder
from learningcircles_sync.hub.running import Listening, serve_until_stopped
from learningcircles_sync.hub.schema import DatabaseError
from learningcircles_sync.hub.store_sqlite import SqliteStore

DATA = click.option(
    "--data", required=True, type=click.Path(path_type=Path, file_okay=False), help="Where the hub keeps everything."
)
JSON = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def hub() -> None:
    """A regional hub: it joins the circles of a region."""


@hub.command()
@DATA
@click.option("--listen", default="0.0.0.0:8443", metavar="HOST:PORT", help="Port 0 takes a free one.")
@click.option("--url", help="The address it gives out; else this machine's own on its network.")
@click.option("--no-tls", is_flag=True, help="Behind such a proxy, or on loopback.")
@click.option("--database", metavar="URL", hidden=True, help="PostgreSQL instead of a file: of no use yet.")
@click.option("--domain", metavar="NAME", help="The name that browsers know it by.")
@click.option("--proxy", multiple=True, metavar="ADDRESS", help="A proxy that names who asked in X-Forwarded-For.")
@click.option("--while-asked", is_flag=True, hidden=True, help="Stop when standard input ends: with its asker.")
@JSON
def serve(
    data: Path,
    listen: str,
    url: str | None,
    no_tls: bool,
    database: str | None,
    domain: str | None,
    proxy: tuple[str, ...],
    while_asked: bool,
    as_json: bool,
) -> None:
    """Run the hub until it is stopped."""
    if database:
        raise Usage("no_postgres", "This version keeps a hub's data in its folder: it knows no --database.")
    folder = Folder(data)
    folder.make()
    with folder.running():
        listening = Listening.parse(listen, url=url, domain=domain, tls=not no_tls, proxies=proxy)
        if while_asked:
            threading.Thread(target=_stop_with_input, daemon=True).start()
        with closing(SqliteStore(folder.database, real().now_ms, folder.key().public)) as store:
            serve_until_stopped(folder, store, listening, lambda: _announce(folder, store, listening, as_json))


def _stop_with_input() -> None:
    """Stop once whoever started this hub has ended, however that came: the system closes its end of the pipe."""
    while os.read(sys.stdin.fileno(), 4_096):  # past Python's buffer, whose lock would outlive this thread
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def _announce(folder: Folder, store: SqliteStore, listening: Listening, as_json: bool) -> None:
    folder.note_address(listening.url, listening.fingerprint)
    code = _new_code(folder, store)
    document = {
        "url": listening.url,
        "fingerprint": listening.fingerprint.hex() if listening.fingerprint else None,
        "code": code,
    }
    text = f"The hub is running at {listening.url}\nThis code lets one circle in:\n{code}"
    click.echo(json.dumps(document) if as_json else text)
    sys.stdout.flush()
    for warning in listening.warnings:
        click.echo(warning, err=True)


def _new_code(folder: Folder, store: SqliteStore) -> str:
    code = secrets.token_bytes(16)
    store.new_code(code)
    return folder.code_text(code)


@hub.command()
@DATA
@JSON
def code(data: Path, as_json: bool) -> None:
    """Make a code that lets one more circle in."""
    folder = Folder(data)
    folder.key()
    store = SqliteStore(folder.database, real().now_ms)
    try:
        text = _new_code(folder, store)
    finally:
        store.close()
    click.echo(json.dumps({"code": text}) if as_json else text)


@hub.command()
@DATA
@JSON
def init(data: Path, as_json: bool) -> None:
    """Make the hub's folder, key and database without running it."""
    folder = Folder(data)
    folder.make()
    SqliteStore(folder.database, real().now_ms).close()
    _done(as_json, f"The hub's folder is {data}.", data=str(data))


@hub.command()
@DATA
@click.option("--replace", is_flag=True, help="Make a new one; it is shown from the next start on.")
@JSON
def certificate(data: Path, replace: bool, as_json: bool) -> None:
    """Say which TLS certificate laptops pin, or replace it: its key may have become known to somebody.

    Laptops take the new one on the word of the hub's key. Invitations and codes that are out name the old one.
    """
    folder = _existing(data)
    url, pinned = folder.address()
    if replace:
        pinned = folder.replace_certificate().fingerprint
        folder.note_address(url, pinned)
    document = {"url": url, "fingerprint": pinned.hex() if pinned else None}
    told = f"{url} shows the certificate {pinned.hex()}." if pinned else f"{url} shows no certificate of its own."
    later = " Start the hub anew, and invite again whoever has not joined yet." if replace else ""
    click.echo(json.dumps(document) if as_json else told + later)


@hub.command()
@DATA
@JSON
def check(data: Path, as_json: bool) -> None:
    """Look whether everything that this hub keeps is as it was brought."""
    problems, lines = keeping.check(_existing(data))
    document: dict[str, object] = {"ok": not problems, "problems": problems}
    if lines:
        document["database"] = lines
    click.echo(json.dumps(document) if as_json else _said(problems))
    if problems:
        raise click.exceptions.Exit(1)


@hub.command()
@DATA
@click.argument("file", type=click.Path(path_type=Path))
@JSON
def backup(data: Path, file: Path, as_json: bool) -> None:
    """Copy everything into FILE while the hub runs."""
    keeping.backup(_existing(data), file)
    _done(as_json, f"The backup is in {file}. It holds the hub's keys: keep it safe.", file=str(file))


@hub.command()
@DATA
@click.argument("file", type=click.Path(path_type=Path))
@JSON
def restore(data: Path, file: Path, as_json: bool) -> None:
    """Bring a backup back into an empty folder."""
    keeping.restore(Folder(data), file)
    _done(as_json, "Restored. What laptops have shared since then comes back from them.", data=str(data))


@hub.command()
@DATA
@JSON
def migrate(data: Path, as_json: bool) -> None:
    """Bring the database up to this version (serve does it by itself)."""
    SqliteStore(_existing(data).database, real().now_ms).close()
    _done(as_json, "The database is up to date.", data=str(data))


def _done(as_json: bool, sentence: str, **document: str) -> None:
    click.echo(json.dumps({"ok": True, **document}) if as_json else sentence)


def _existing(data: Path) -> Folder:
    folder = Folder(data)
    folder.key()
    return folder


def _said(problems: list[str]) -> str:
    return "\n".join(problems) if problems else "Everything is in order."


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and end the process; errors are one sentence on stderr.

    Everything is closed by then, and Python is not taken down: up to 3.13 that ends a foreign thread which asks for
    Python meanwhile, and the server's own (Rust) abort the process then, after all is done.
    """
    code = run(arguments)
    logging.shutdown()
    for stream in filter(None, (sys.stdout, sys.stderr)):  # None: it was closed before the program began
        with suppress(OSError, ValueError):  # whoever read it has gone
            stream.flush()
    os._exit(code)


def run(arguments: list[str] | None = None) -> int:
    """Return the exit code of a command line: 1 data or surroundings, 2 usage."""
    try:
        result = hub.main(args=arguments, standalone_mode=False, prog_name="learningcircles-hub")
    except CircleError as error:
        return _fail(str(error), error.exit_code)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.exceptions.NoArgsIsHelpError:
        return _fail(f"learningcircles-hub needs one of: {', '.join(sorted(hub.commands))}.", 2)
    except click.ClickException as error:
        return _fail(error.format_message(), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return 0
    except (OSError, DatabaseError) as error:
        return _fail(f"The hub cannot go on: {error}.", 1)
    return result if isinstance(result, int) else 0


def _fail(sentence: str, code: int) -> int:
    click.echo(sentence, err=True)
    return code


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    main()
