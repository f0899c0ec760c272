"""Commands with files: import, export, backup, restore, lock, unlock."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from learningcircles.entities.registry import entity as declared
from learningcircles.errors import Refused, Unreadable, Usage
from learningcircles.laptop.copies import EXPORT, note_copy
from learningcircles.phrase import in_hours
from learningcircles_ui.cli import imported, recovery
from learningcircles_ui.cli.lazy import lazy
from learningcircles_ui.cli.output import counted, record_json, say
from learningcircles_ui.cli.session import FILE, UNLOCKED, Session, as_json, asked_passphrase, pass_session, passphrase
from learningcircles_ui.display import draw_unseen

if TYPE_CHECKING:
    from learningcircles.intake.preview import Preview


_UNSURE = (
    "What was here before is damaged: who was erased, or shut out, after the backup was made may be there again."
    " Look, and do it again where it is so."
)


@click.command("import")
@click.argument("kind")
@click.argument("file", type=FILE)
@click.option("--dry-run", is_flag=True, help="Only show what would happen.")
@click.option("--changes", is_flag=True, help="Also take over what is new of people who are here.")
@click.option("--removals", is_flag=True, help="Also take away what the list no longer says of people who are here.")
@click.option("--sheet", default="", metavar="NAME", help="The sheet of a workbook, where several fit.")
@click.option(
    "--encoding", default="", metavar="NAME",
    help="How a text's letters are written, where they are guessed wrong: cp1250, cp1251, utf-8 and others.",
)  # fmt: skip
@as_json
@pass_session
def import_file(
    session: Session, kind: str, file: Path, dry_run: bool, changes: bool, removals: bool, sheet: str, encoding: str,
    as_json: bool,
) -> None:  # fmt: skip
    """Import a table (CSV, XLSX, ODS), an address book (vCard) or a calendar; doubtful rows are named and left out."""
    look, today = lazy("learningcircles.intake.preview").preview, session.verbs.desk.today()
    _check_encoding(encoding)
    seen = look(session.reader, kind, file, sheet=sheet, encoding=encoding or None, today=today)
    if encoding and not seen.encoding:
        raise Usage("no_encoding", "{file} tells itself how its letters are written: leave out --encoding.",
                    file=file.name)  # fmt: skip
    if seen.sheets:
        raise Usage("which_sheet", "{file} has several sheets of {kinds}: {sheets}. Say which with --sheet.",
                    file=file.name, kinds=declared(kind).plural.lower(), sheets=", ".join(seen.sheets))  # fmt: skip
    document = imported.document(seen)
    needs = _needs(session, seen)
    document |= {"hints": needs} if needs else {}
    if not dry_run:
        also = {row.number for row in seen.rows if row.state == "changed"} if changes else set()
        less = {row.number for row in seen.rows if row.gone and not row.is_unmeant} if removals else set()
        made = lazy("learningcircles.intake.importing").import_preview(session.verbs, seen, also=also, less=less)
        document |= {"added": len(made.added), "balances": made.balances, "changed": len(made.changed)}
    taken_over = f", {document['changed']} changed" if document["changed"] else ""
    summed = f"{document['good']} of {document['rows']} rows are good; {document['added']} added{taken_over}."
    lines = [*imported.told(file, seen, document["doubtful"]), *needs, summed]
    say(as_json, document, "\n".join(lines))
    nothing = not (document["added"] or document["changed"])
    if not dry_run and nothing and seen.rows and all(row.problems for row in seen.rows):
        raise Refused("no_good_row", "Nothing was imported: no row of {file} is good.", file=file.name)


def _check_encoding(name: str) -> None:
    if name and not lazy("learningcircles.intake.alphabets").known_as(name):
        labels = lazy("learningcircles.intake.alphabets").ENCODING_LABELS
        known = ", ".join(each if each == label.lower() else f"{each} ({label})" for each, label in labels.items())
        raise Usage("encoding_unknown", "--encoding takes one of {known}; not {name}.", known=known, name=name)


def _needs(session: Session, seen: Preview) -> list[str]:
    """Return what those who come in under 18 still need."""
    if seen.kind != "member":
        return []
    hints, today = lazy("learningcircles.circle.people").hints, session.verbs.desk.today()
    return [hint for row in seen.good for hint in hints(row.fields, today)]


@click.command("export")
@click.argument("kind")
@click.argument("file", type=FILE, required=False)
@click.option("--format", "form", type=click.Choice(["csv", "xlsx", "json", "ics", "vcf", "pdf"]), required=True)
@as_json
@pass_session
def export_file(session: Session, kind: str, file: Path | None, form: str, as_json: bool) -> None:
    """Export records; what is written is readable by whoever has the file."""
    entity = declared(kind)
    target = file or Path(f"{entity.name.lstrip('!')}.{form}")
    ids = session.reader.ids(entity.name, order=entity.title)
    if form == "pdf":
        count = _write_pdf(session, kind, target)
    else:
        count = lazy("learningcircles.intake.export").export(session.reader, kind, form, target, ids=ids)
    about = lazy("learningcircles.papers.subjects").on_table(session.reader, entity.name, ids)
    note_copy(session.verbs.circle, EXPORT, str(target.absolute()), about=about)
    sentence = f"{target} holds {counted(count, 'record', 'records')}, readable by whoever has the file."
    say(as_json, {"file": str(target), "records": count}, sentence)


def _write_pdf(session: Session, kind: str, target: Path) -> int:
    draw_unseen()
    try:
        printing = lazy("learningcircles_ui.print.directory")
    except ImportError as error:
        raise Refused("no_qt", "A PDF needs the desktop's parts: install learning-circles[desktop].") from error
    count: int = printing.write_directory(session.home, session.reader, kind, target)
    return count


@click.command()
@click.argument("file", type=FILE)
@as_json
@pass_session
def backup(session: Session, file: Path, as_json: bool) -> None:
    """Write a sealed backup. LEARNINGCIRCLES_PASSPHRASE seals it for another machine."""
    sentence = lazy("learningcircles.laptop.backup").backup(session.home, session.verbs.circle, file, passphrase())
    say(as_json, {"file": str(file), "sentence": sentence}, sentence or f"The backup is in {file}.")


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="FILE | ENTITY ID")
@click.option("--replace", is_flag=True, help="Replace the circle that is here.")
@click.option("--sheet", "by_sheet", is_flag=True, help="Open it with the recovery sheet (LEARNINGCIRCLES_SHEET).")
@as_json
@pass_session
def restore(session: Session, words: tuple[str, ...], replace: bool, by_sheet: bool, as_json: bool) -> None:
    """Restore a backup FILE, or a removed record: ENTITY ID."""
    if len(words) == 2:
        record = session.resolve(words[0], words[1])
        session.verbs.records.restore(words[0], record)
        without = session.verbs.swaps.taken_back(record) if words[0] == "member" else 0
        stays = f" The opening balance of {in_hours(without)} stays undone." if without else ""
        say(as_json, record_json(session.reader.get(words[0], record)), f"Restored.{stays}")
        return
    if len(words) != 1:
        raise click.UsageError("Give a backup FILE, or ENTITY and ID.")
    sheet = recovery.read_words() if by_sheet else None
    done = lazy("learningcircles.laptop.backup").restore(
        session.home, Path(words[0]), passphrase(), sheet=sheet, replace=replace
    )
    document = {
        "ok": True,
        "circle": done.circle.circle_id.hex(),
        "file": str(done.circle.path),
        "set_aside": str(done.set_aside) if done.set_aside else None,
        "renewed": done.renewed,
        "erased": done.erased,
        "unsure": done.unsure,
        "locked": done.locked,
    }
    lines = ["The backup is restored."]
    lines += ["Who was erased since stays erased."] if done.erased else []
    lines += [_UNSURE] if done.unsure else []
    lines += ["This laptop goes on under a new identity in the circle."] if done.renewed else []
    lines += [f"What was here before is in {done.set_aside}."] if done.set_aside else []
    lines += ["It opens with the passphrase that was given, as where the backup was made."] if done.locked else []
    lines += [UNLOCKED] if done.locked is False else []
    say(as_json, document, "\n".join(lines))


@click.command()
@as_json
@pass_session
def lock(session: Session, as_json: bool) -> None:
    """Protect this circle with a passphrase (LEARNINGCIRCLES_PASSPHRASE, or asked for)."""
    held = session.held
    lazy("learningcircles.laptop.lock").lock(session.home, held, asked_passphrase(twice=True))
    say(as_json, {"ok": True, "locked": True}, f"{held.called} opens only with its passphrase now.")


@click.command()
@as_json
@pass_session
def unlock(session: Session, as_json: bool) -> None:
    """Take the passphrase off."""
    held = session.held
    lazy("learningcircles.laptop.lock").unlock(session.home, held, asked_passphrase())
    say(as_json, {"ok": True, "locked": False}, f"{held.called} opens without a passphrase now.")


@click.command()
@click.argument("file", type=FILE, required=False)
@pass_session
def report(session: Session, file: Path | None) -> None:
    """Write a problem report: versions, counts and what `check` says; nobody's name.

    Of a circle that is damaged it holds what can be read.
    """
    programs = lazy("learningcircles_ui.programs").programs()
    reports = lazy("learningcircles.laptop.report")
    try:
        with lazy("learningcircles.storage.connect").plain_errors():
            circle = session.verbs.circle
            made = reports.problem_report(circle, programs, circle.surroundings.now_ms())
    except Unreadable as error:  # nothing that somebody could have put otherwise: this is what a report is for
        made = reports.unopened_report(error, programs)
    if file is None:
        click.echo(made)
        return
    lazy("learningcircles.laptop.files").write_whole(file, made.encode())
    click.echo(f"The report is in {file}. It names nobody; look through it before you send it.")


COMMANDS = (report, import_file, export_file, backup, restore, lock, unlock)
