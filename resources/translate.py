"""Bring the translations up to date: `python resources/translate.py` collects every text, keeps what is translated,
names what is not, and writes the .ts files and the .qm files that the desktop loads. `--check` only looks.

Texts come from the desktop (`self.tr`, `QCoreApplication.translate`) and from the core: the templates of its errors
(context "sentences"), labels of fields (context "fields") and names of actions (context "labels").
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as Tree
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "learningcircles_resources" / "translations"
LANGUAGES = ("en", "fr", "es")
FORMS = 2
"""Plural forms: English, French and Spanish each have two."""

ERRORS = frozenset(
    {"Refused", "InvalidValue", "NotFound", "NotAllowed", "Unreadable", "Locked", "Unreachable", "Usage", "Broken"}
)
SAID_AT = {"code_row": 3, "_puzzled": 2}
"""Functions that make an error, and which of what they are given is its sentence, or the words for what it expects."""
ALIASES = frozenset({"translate", "QCoreApplication.translate", "QT_TRANSLATE_NOOP"})


class Text(NamedTuple):
    """One text to translate. `plural`: it holds %n."""

    context: str
    source: str
    plural: bool


class Known(NamedTuple):
    """What stands in a .ts file, by context and source."""

    forms: dict[tuple[str, str], tuple[str, ...]]


def collect() -> list[Text]:
    """Return every text of the desktop and the core, sorted."""
    found: set[Text] = set()
    for path in sorted((ROOT / "ui" / "learningcircles_ui").rglob("*.py")):
        found |= set(_screen_texts(ast.parse(path.read_text("utf-8")), ""))
    for folder in ("learningcircles", "sync/learningcircles_sync", "ui/learningcircles_ui"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if not {"hub", "cli", "demo"} & set(path.relative_to(ROOT).parts):
                tree = ast.parse(path.read_text("utf-8"))
                found |= set(_raised(tree)) | (set() if folder.startswith("ui") else set(_declared(tree)))
    return sorted(text for text in found if text.source)


def read(language: str) -> Known:
    """Return what a language's .ts file holds."""
    path = FOLDER / f"{language}.ts"
    forms: dict[tuple[str, str], tuple[str, ...]] = {}
    if path.is_file():
        for context in Tree.parse(path).getroot().iter("context"):
            name = context.findtext("name", "")
            for message in context.iter("message"):
                forms[name, message.findtext("source", "")] = _forms(message)
    return Known(forms)


def missing(texts: list[Text], known: Known, language: str) -> list[Text]:
    """Return the texts that a language lacks; English needs its plurals only."""
    wanted = [text for text in texts if text.plural or language != "en"]
    return [text for text in wanted if not all(known.forms.get((text.context, text.source), ("",)))]


def write(texts: list[Text], known: Known, language: str) -> None:
    """Write a language's .ts file: every text, with the translation where there is one."""
    root = Tree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, Tree.Element] = {}
    for text in texts:
        if language == "en" and not text.plural:
            continue
        if text.context not in contexts:
            contexts[text.context] = Tree.SubElement(root, "context")
            Tree.SubElement(contexts[text.context], "name").text = text.context
        forms = known.forms.get((text.context, text.source), ())
        _message(contexts[text.context], text, tuple(map(spaced, forms)) if language == "fr" else forms)
    Tree.indent(root, " ")
    body = Tree.tostring(root, encoding="unicode")
    (FOLDER / f"{language}.ts").write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")


def spaced(form: str) -> str:
    """Return a French text whose marks never begin a line: the space before them, or after «, does not break."""
    return re.sub(r" (?=[:;!?»])|(?<=«) ", "\u00a0", form)


def release(language: str) -> None:
    """Make the .qm file with Qt's own lrelease, which lies beside this Python. The .ts file names its language."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    ts, qm = (FOLDER / f"{language}{ending}" for ending in (".ts", ".qm"))
    command = [str(tool), str(ts), "-qm", str(qm), "-silent"]
    subprocess.run(command, check=True)


def _screen_texts(tree: ast.AST, context: str) -> Iterator[Text]:
    for node in ast.iter_child_nodes(tree):
        inner = node.name if isinstance(node, ast.ClassDef) else context
        if isinstance(node, ast.Call):
            yield from _called(node, context)
        yield from _screen_texts(node, inner)


def _called(call: ast.Call, context: str) -> Iterator[Text]:
    name = ast.unparse(call.func)
    if name == "self.tr" and (source := _constant(call.args, 0)) is not None:
        yield Text(context, source, len(call.args) > 2)
    if name in ALIASES and (source := _constant(call.args, 1)) is not None:
        yield Text(_constant(call.args, 0) or "", source, len(call.args) > 3)


def _raised(tree: ast.AST) -> Iterator[Text]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).rpartition(".")[2]
            source = _constant(node.args, SAID_AT.get(name, 1))
            if source and (name in ERRORS or name == "_wrong" or name in SAID_AT):
                yield Text("sentences", source, False)


def _declared(tree: ast.AST) -> Iterator[Text]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _declaration(node)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [target.id for target in targets if isinstance(target, ast.Name)]
            yield from _assigned(names, node.value)


def _assigned(names: list[str], value: ast.expr) -> Iterator[Text]:
    if any(name.endswith("_LABELS") for name in names):
        values = value.values if isinstance(value, ast.Dict) else [value]
        yield from (Text("fields", words, False) for each in values for words in _constants(each))
    if any(name.endswith("_DEEDS") for name in names):
        values = value.values if isinstance(value, ast.Dict) else [value]
        yield from (Text("labels", words, False) for each in values for words in _constants(each))
    if any(name in ("shown", "_ELSE") or name.endswith("SENTENCES") for name in names):
        values = value.values if isinstance(value, ast.Dict) else [value]
        told = [words for each in values for words in _constants(each)]
        yield from (Text("sentences", words, False) for words in told if words.endswith("."))


def _declaration(call: ast.Call) -> Iterator[Text]:
    name = ast.unparse(call.func).rpartition(".")[2]
    if name in ("Field", "Entity"):
        labels = [_constant(call.args, at) for at in ((1,) if name == "Field" else (1, 2))]
        labels += [words for key in call.keywords if key.arg == "choice_labels" for words in _constants(key.value)]
        yield from (Text("fields", words, False) for words in labels if words)
    elif name in ("change", "group") and (source := _constant(call.args, 0)) is not None:
        yield Text("labels", source, False)


def _constant(args: list[ast.expr], at: int) -> str | None:
    node = args[at] if len(args) > at else None
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _constants(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def _forms(message: Tree.Element) -> tuple[str, ...]:
    translation = message.find("translation")
    if translation is None:
        return ("",)
    plural = translation.findall("numerusform")
    return tuple(form.text or "" for form in plural) if plural else (translation.text or "",)


def _message(context: Tree.Element, text: Text, forms: tuple[str, ...]) -> None:
    message = Tree.SubElement(context, "message", {"numerus": "yes"} if text.plural else {})
    Tree.SubElement(message, "source").text = text.source
    done = bool(forms) and all(forms)
    translation = Tree.SubElement(message, "translation", {} if done else {"type": "unfinished"})
    if text.plural:
        for at in range(FORMS):
            Tree.SubElement(translation, "numerusform").text = forms[at] if at < len(forms) else ""
    elif forms:
        translation.text = forms[0]


def main(arguments: list[str]) -> int:
    """Update the files, or with --check only look; return 1 where a text is not translated."""
    texts = collect()
    lacking = 0
    for language in LANGUAGES:
        known = read(language)
        for text in missing(texts, known, language):
            lacking += 1
            print(f"{language}: {text.context}: {text.source}")
        if "--check" not in arguments:
            write(texts, known, language)
            release(language)
    print(f"{len(texts)} texts, {lacking} translations missing")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
