"""English, French and Spanish are complete: every text of the desktop and the core, with its plurals."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "resources"))

import translate  # the tool beside the data, not a package
from learningcircles.circle import following
from learningcircles.circle.changes import Changes
from learningcircles.circle.undo import Undone
from learningcircles.entities.people import MEMBER
from learningcircles.errors import InvalidValue
from learningcircles.intake.convert import chosen_of
from learningcircles.phrase import Phrase, Phrases, whole
from learningcircles_ui import text
from learningcircles_ui.cli.output import span
from learningcircles_ui.keys import key_names
from learningcircles_ui.settings import LANGUAGES, speak

TEXTS = translate.collect()


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    speak(qapp, "en")


def test_the_cores_texts_are_collected_wherever_the_project_lies(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    link = tmp_path / "hub"
    link.symlink_to(translate.ROOT)
    monkeypatch.setattr(translate, "ROOT", link)
    assert translate.collect() == TEXTS


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_untranslated(language: str) -> None:
    assert len(TEXTS) > 300
    lacking = translate.missing(TEXTS, translate.read(language), language)
    assert lacking == [], "run resources/translate.py and translate what it names"


def test_no_text_names_a_key_that_another_keyboard_does_not_have() -> None:
    assert [each.source for each in TEXTS if "Ctrl+" in each.source] == []


def test_no_sentence_speaks_of_how_things_are_made() -> None:
    made = re.compile(
        r"\b(hmac|vectors?|hash(es)?|segments?|epochs?|sequencers?|tails?|folds?|folded|rosters?|payloads?|schema"
        r"|countersign\w*|changesets?|tombstones?|msgpack|zstd|malformed)\b",
        re.IGNORECASE,
    )
    assert [each.source for each in TEXTS if made.search(each.source)] == []


@pytest.mark.parametrize(("language", "parcel"), [("fr", "paquet"), ("es", "paquete")])
def test_what_a_circle_is_carried_in_is_called_a_stick(language: str, parcel: str, qapp: QApplication) -> None:
    speak(qapp, language)
    assert not [each.source for each in TEXTS if " bundle" in each.source], "nor is it in English"
    held = [each for each in TEXTS if " stick" in each.source and "parcel" not in each.source]
    told = [QCoreApplication.translate(each.context, each.source) for each in held]
    assert len(told) > 3 and not [each for each in told if f" {parcel}" in each]


def test_a_change_has_one_word_in_french() -> None:
    told = [form for forms in translate.read("fr").forms.values() for form in forms]
    assert len([form for form in told if "modification" in form.lower()]) > 10
    assert not [form for form in told if "changement" in form.lower()]


@pytest.mark.parametrize(
    ("hours", "told"),
    [(3, "3 hours"), (23, "23 hours"), (23.8, "1 day"), (59 * 24, "59 days"), (400 * 24, "13 months")]
    + [(730 * 24, "2 years"), (30 * 8766, "30 years")],
)
def test_a_length_is_told_in_the_unit_that_people_would_use(qapp: QApplication, hours: float, told: str) -> None:
    speak(qapp, "en")  # whatever spoke here before: a plural is a translation of its own in English, too
    milliseconds = int(hours * 3_600_000)
    assert text.span(milliseconds) == told == span(milliseconds)


@pytest.mark.parametrize(("minutes", "told"), [(90, "1 hour"), (59, "59 minutes"), (47 * 60 + 59, "1 day")])
def test_what_is_told_as_the_least_is_no_more_than_it_is(minutes: int, told: str) -> None:
    assert span(minutes * 60_000, least=True) == told


@pytest.mark.parametrize("language", ["fr", "es"])
def test_placeholders_survive_translation(language: str) -> None:
    known = translate.read(language)
    wrong = []
    for each in TEXTS:
        for form in known.forms[each.context, each.source]:
            wanted = set(re.findall(r"\{\w+\}|%n", each.source))
            if set(re.findall(r"\{\w+\}|%n", form)) != wanted:
                wrong.append((each.source, form))
    assert wrong == []


@pytest.mark.parametrize("language", ["fr", "es"])
def test_what_is_loaded_is_what_was_written(qapp: QApplication, language: str) -> None:
    speak(qapp, language)
    known = translate.read(language)
    for each in TEXTS:
        if not each.plural:
            shown = QCoreApplication.translate(each.context, each.source)
            assert shown == known.forms[each.context, each.source][0], each


def test_plurals_follow_the_language(qapp: QApplication) -> None:
    said = {}
    for language in LANGUAGES:
        speak(qapp, language)
        said[language] = [text.ago(0, minutes * 60_000) for minutes in (1, 2)]
        assert QLocale().name()[:2] == language
    assert said == {
        "en": ["1 minute ago", "2 minutes ago"],
        "fr": ["il y a 1 minute", "il y a 2 minutes"],
        "es": ["hace 1 minuto", "hace 2 minutos"],
    }


def test_actions_keep_names_and_change_verbs(qapp: QApplication) -> None:
    speak(qapp, "fr")
    assert text.action("Change Amina Adeyemi") == "Modifier Amina Adeyemi"
    assert text.action("Add member") == "Ajouter un membre"
    assert text.action(following.LABEL) == "La demande suit ses échanges"
    assert text.action("Something new by a later version") == "Something new by a later version"
    kept = Phrase("{who} has changed the {label} of {name} since.", {"who": "Pilar", "label": "Phone", "name": "Amina"})
    done = Undone(Changes(), "Undone", Phrase("Change {name}", {"name": "Amina"}), Phrases([kept]))
    assert done.sentence == "Undone: Change Amina. Pilar has changed the phone of Amina since."
    assert text.undone(done) == "Annulé\u00a0: Modifier Amina. Pilar a modifié ceci depuis\u00a0: Amina, téléphone."
    assert text.deed(whole("My own {words}")) == "My own {words}"


def test_the_data_is_in_the_package() -> None:
    folder = files("learningcircles_resources")
    for place in ("icons/LICENSE.txt", "fonts/LICENSE.txt", *(f"translations/{code}.qm" for code in LANGUAGES)):
        assert (folder / place).is_file()


def test_french_marks_never_begin_a_line() -> None:
    """A colon, a question mark, a quotation mark stand after a space that does not break."""
    loose = [form for forms in translate.read("fr").forms.values() for form in forms if re.search(r" [:;!?»]|« ", form)]
    assert loose == []


NOT_ON_SCREEN = ("laptop/inviting.py", "laptop/report.py", "storage/")
"""Said by the commands alone, in a report for whoever mends the program, or of the file's inside."""


def test_no_sentence_is_said_without_being_collected() -> None:
    """However an error comes by its sentence: handed to a function, kept under a name, chosen from a table."""
    known = {each.source for each in TEXTS}
    left = []
    for room in ("learningcircles", "sync/learningcircles_sync", "ui/learningcircles_ui"):
        for path in sorted((translate.ROOT / room).rglob("*.py")):
            parts = set(path.relative_to(translate.ROOT).parts)
            if not parts & {"hub", "cli", "demo", "screens"} and not any(each in str(path) for each in NOT_ON_SCREEN):
                left += [f"{path.name}: {each}" for each in sentences(ast.parse(path.read_text("utf-8")))]
    assert [each for each in left if each.partition(": ")[2] not in known] == []


def test_no_words_that_a_sentence_takes_in_are_left_out() -> None:
    """What a value is to be, "a date", stands in the middle of a sentence, and is handed to whoever makes it."""
    known = {each.source for each in TEXTS if each.context == "sentences"}
    found = set[str]()
    for room in ("learningcircles", "sync/learningcircles_sync"):
        for path in sorted((translate.ROOT / room).rglob("*.py")):
            found |= set(handed(ast.parse(path.read_text("utf-8")), "expected"))
    assert {"a date", "a number of hours", "yes or no", "words"} <= found and found - known == set()


def handed(tree: ast.AST, name: str) -> Iterator[str]:
    """Yield the words that are handed on under a name, to functions of the same file or as a keyword."""
    made = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    takes = {node.name: [each.arg for each in node.args.args] for node in made}
    for call in ast.walk(tree):
        if isinstance(call, ast.Call):
            names = takes.get(ast.unparse(call.func), [])
            given = [*zip(names, call.args, strict=False), *((each.arg, each.value) for each in call.keywords)]
            yield from (
                str(words.value)
                for arg, words in given
                if arg == name and isinstance(words, ast.Constant) and words.value
            )


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        ("en", "Unknown is none of Guest, Applied, Active, Paused, Left, Anonymised (Status)."),
        ("fr", "Unknown n’est aucun de\u00a0: Invité, Candidat, Actif, En pause, Parti, Anonymisé (Statut)."),
        ("es", "Unknown no es ninguno de: Invitado, Solicitante, Activo, En pausa, Se fue, Anonimizado (Estado)."),
    ],
)
def test_choices_are_named_as_lists_show_them_and_read_so(qapp: QApplication, language: str, wrong: str) -> None:
    field = MEMBER.field("status")
    assert field is not None
    speak(qapp, language)
    with pytest.raises(InvalidValue) as caught:
        chosen_of(field, "Unknown")
    assert text.sentence(caught.value) == wrong
    assert [chosen_of(field, text.choice_label(field, code)) for code in field.choices] == list(field.choices)


def sentences(tree: ast.AST) -> Iterator[str]:
    """Yield what reads as a sentence and is neither a docstring nor the word of an assertion."""
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            if isinstance(node, ast.Expr | ast.Assert) or not isinstance(child, ast.Constant):
                continue
            words = child.value if isinstance(child.value, str) else ""
            if re.fullmatch(r"[A-Z“][^\n]*(\s[^\n]*){3,}[.!…]", words):
                yield words


def test_spanish_keys_are_called_as_they_are_marked(qapp: QApplication) -> None:
    native = QKeySequence.SequenceFormat.NativeText
    try:
        speak(qapp, "es")
        assert [QKeySequence(each).toString(native) for each in ("Ctrl+Shift+E", "Del", "Return")] == [
            "Ctrl+Mayús+E", "Supr", "Intro",
        ]  # fmt: skip
        assert QKeySequence("Esc").toString(native) in key_names()
    finally:
        speak(qapp, "en")
