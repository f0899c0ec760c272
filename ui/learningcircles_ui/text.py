"""Numbers, hours, dates and sentences as this person's language writes them."""

from __future__ import annotations

import datetime
import re
import time
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ParamSpec

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QDateTime, QLocale, Qt, QTime
from PySide6.QtGui import QGuiApplication

from learningcircles.circle.deeds import of_label
from learningcircles.circle.naming import ID_SHOWN
from learningcircles.circle.undo import Undone
from learningcircles.entities.declare import Entity, Field
from learningcircles.entities.fields import fields_of_learning
from learningcircles.errors import CircleError, Day, Hours, Labels
from learningcircles.moments import after, local_moment
from learningcircles.phrase import Phrase, Phrases, fill, roughly
from learningcircles_ui.language_names import language_named
from learningcircles_ui.place import clock_form, figures, told_by_system

_ACTIONS = (
    QT_TRANSLATE_NOOP("labels", "An earlier change"),
    QT_TRANSLATE_NOOP("labels", "Answers from outside"),
    QT_TRANSLATE_NOOP("labels", "Consents"),
    QT_TRANSLATE_NOOP("labels", "Bring back what was removed"),
    QT_TRANSLATE_NOOP("labels", "Several changes"),
    QT_TRANSLATE_NOOP("labels", "Request follows its exchanges"),
    QT_TRANSLATE_NOOP("labels", "Add members"),
    QT_TRANSLATE_NOOP("labels", "Add offers"),
    QT_TRANSLATE_NOOP("labels", "Add requests"),
    QT_TRANSLATE_NOOP("labels", "Add meetups"),
    QT_TRANSLATE_NOOP("labels", "Add exchanges"),
    QT_TRANSLATE_NOOP("labels", "Add member"),
    QT_TRANSLATE_NOOP("labels", "Add consent"),
    QT_TRANSLATE_NOOP("labels", "Add offer"),
    QT_TRANSLATE_NOOP("labels", "Add request"),
    QT_TRANSLATE_NOOP("labels", "Add meetup"),
    QT_TRANSLATE_NOOP("labels", "Add learning record"),
    QT_TRANSLATE_NOOP("labels", "Add place"),
    QT_TRANSLATE_NOOP("labels", "Add topic"),
    QT_TRANSLATE_NOOP("labels", "Undone: {label}."),
    QT_TRANSLATE_NOOP("labels", "Done again: {label}."),
)
"""What the journal calls actions that have no name in them; `action` and `undone` look them up."""

_WHOLE_ID = re.compile(r"[0-9a-f]{32}")
_GONE = {
    "": QT_TRANSLATE_NOOP("sentences", "What this is about is no longer in this circle."),
    "no_member": QT_TRANSLATE_NOOP("sentences", "This member is no longer in this circle."),
    "no_meetup": QT_TRANSLATE_NOOP("sentences", "This meetup is no longer in this circle."),
    "no_device": QT_TRANSLATE_NOOP("sentences", "This laptop is no longer in this circle."),
    "no_invitation": QT_TRANSLATE_NOOP("sentences", "This invitation is no longer open."),
    "no_signup": QT_TRANSLATE_NOOP("sentences", "This answer from outside is no longer there."),
    "no_review": QT_TRANSLATE_NOOP("sentences", "This is settled already."),
}
"""What is said, by an error's code, where its sentence would show an id, which no person knows."""

_YEARS = "_year"
"""How the names of fields that hold a year end: no language groups its figures."""
_MINUTE, _HOUR, _DAY = 60_000, 3_600_000, 86_400_000
_KEPT = 1_024
_all_kept: list[dict[object, str]] = []
_Asked = ParamSpec("_Asked")


def locale() -> QLocale:
    """Return the locale in use."""
    return QLocale()


def _kept(write: Callable[_Asked, str]) -> Callable[_Asked, str]:
    """Keep what days and lengths look like: the same few stand in a table's cells again with every key.

    What they look like depends on the language, on the region that the environment tells, and on the year.
    """

    written: dict[object, str] = {}
    _all_kept.append(written)

    @wraps(write)
    def kept(*asked: _Asked.args, **how: _Asked.kwargs) -> str:
        seen = QLocale(), told_by_system(), QGuiApplication.isRightToLeft(), _this_year()
        wanted = seen, asked, *how.items()
        found = written.get(wanted)
        if found is None:
            if len(written) >= _KEPT:
                written.clear()
            found = written[wanted] = write(*asked, **how)
        return found

    return kept


def _this_year() -> int:
    return time.localtime().tm_year


def forget_written() -> None:
    """Write days and lengths anew: another language's words are in use."""
    for written in _all_kept:
        written.clear()


def number(value: int) -> str:
    """Return a whole number with this language's grouping."""
    return figures(locale()).toString(value)


def grouped(words: str, value: int) -> str:
    """Return words that Qt has put a number into as this language groups its figures: "4,981 rows"."""
    return words.replace(str(value), number(value), 1)


@_kept
def hours(minutes: int, *, signed: bool = False) -> str:
    """Return minutes as people say them: "2 h", "1 h 30 min", "20 min", "+9 h 6 min", "\u221215 min".

    The only way in which they are shown. No two lengths look alike, and each is read back to the minute.
    """
    whole, rest = divmod(abs(minutes), 60)
    sign = "" if minutes >= 0 else "\u2212"
    if signed and minutes > 0:
        sign = "+"
    translate = QCoreApplication.translate
    parts = [translate("text", "{hours} h").format(hours=_ungrouped(whole))] * bool(whole or not rest)
    parts += [translate("text", "{minutes} min").format(minutes=_ungrouped(rest))] * bool(rest)
    return _kept_together(sign + " ".join(parts))


def length(minutes: int | None) -> str:
    """Return how long something took: "1 h 30 min"; empty where nobody counted."""
    return hours(minutes).replace(" ", "\u00a0") if minutes else ""


@_kept
def day(iso: str | None, *, short: bool = False) -> str:
    """Return "2026-11-20" as "20 November 2026", or short as "20 Nov"; what is no date as it stands."""
    date = QDate.fromString(iso or "", "yyyy-MM-dd")
    if not date.isValid():
        return iso or ""
    if short and date.year() != _this_year():
        return _written(date, "MMM d, yyyy" if _american() else "d MMM yyyy")
    return _written(date, _short_day() if short else _long_day())


def weekday(iso: str) -> str:
    """Return "2026-11-17" as "Tuesday 17 November"."""
    date = QDate.fromString(iso, "yyyy-MM-dd")
    if not date.isValid():
        return iso
    spanish = locale().language() == QLocale.Language.Spanish
    return _written(date, "dddd d 'de' MMMM" if spanish else "dddd, MMMM d" if _american() else "dddd d MMMM")


def month(iso: str | None) -> str:
    """Return "2021-03-02" as "March 2021"."""
    date = QDate.fromString(iso or "", "yyyy-MM-dd")
    return locale().toString(date, "MMMM yyyy") if date.isValid() else (iso or "")


@_kept
def clock(at: str) -> str:
    """Return the time of "2026-11-20T18:00" as this language writes it."""
    written = QTime.fromString(at[11:16], "HH:mm")
    return locale().toString(written, clock_form()) if written.isValid() else at[11:16]


def from_to(at: str, minutes: int | None) -> str:
    """Return when something of that length is: "09:30 – 12:30", or only when it begins."""
    if not minutes or len(at) < 16:
        return clock(at)
    begins = local_moment(at[:16])
    if begins is None:
        return clock(at)
    return _kept_together(f"{clock(at)} – {clock(after(begins, minutes).isoformat())}")


def moment(start: Mapping[str, Any] | None, *, year: bool = False) -> str:
    """Return a meetup's start as "Tue 17 Nov, 18:00", or with its year as "17 Nov 2026, 18:00"."""
    return _at(str((start or {}).get("at", "")), year)


@_kept
def _at(at: str, year: bool) -> str:
    date = QDate.fromString(at[:10], "yyyy-MM-dd")
    if not date.isValid():
        return at
    if year:
        return _kept_together(f"{locale().toString(date, 'd MMM yyyy')}, {clock(at)}")
    return _kept_together(f"{locale().toString(date, 'ddd')} {day(at[:10], short=True)}, {clock(at)}")


def instant(milliseconds: int) -> str:
    """Return an instant (ms since 1970) in this laptop's time: "20 Nov 2026, 18:04"."""
    when = QDateTime.fromMSecsSinceEpoch(milliseconds)
    at = clock(when.toString("yyyy-MM-ddTHH:mm"))
    return _kept_together(f"{locale().toString(when.date(), 'd MMM yyyy')}, {at}")


def span(milliseconds: int) -> str:
    """Return about how long that is: "20 minutes", "3 hours", "30 years"."""
    translate = QCoreApplication.translate
    number, unit = roughly(milliseconds)
    words = {
        "minute": translate("text", "%n minute(s)", "", number),
        "hour": translate("text", "%n hour(s)", "", number),
        "day": translate("text", "%n day(s)", "", number),
        "month": translate("text", "%n month(s)", "", number),
        "year": translate("text", "%n year(s)", "", number),
    }
    return words[unit]


def ago(milliseconds: int, now: int) -> str:
    """Return how long ago an instant was: "just now", "12 minutes ago"; a clock set back counts as now."""
    past = max(0, now - milliseconds)
    translate = QCoreApplication.translate
    if past < _MINUTE:
        return translate("text", "just now")
    if past < _HOUR:
        return translate("text", "%n minute(s) ago", "", past // _MINUTE)
    if past < _DAY:
        return translate("text", "%n hour(s) ago", "", past // _HOUR)
    return translate("text", "%n day(s) ago", "", past // _DAY)


def now() -> datetime.datetime:
    """Return this laptop's date and time; every day and hour here follows from it."""
    return datetime.datetime.now()


def today() -> str:
    """Return this laptop's date, as 2026-11-20."""
    return now().date().isoformat()


def in_days(iso: str) -> int:
    """Return how many days from today a date is; negative in the past."""
    return QDate.fromString(today(), "yyyy-MM-dd").daysTo(QDate.fromString(iso[:10], "yyyy-MM-dd"))


def band(birth_year: int) -> str:
    """Return the age band of someone born in that year, by the end of this year."""
    age = datetime.date.today().year - birth_year
    if age < 18:
        return QCoreApplication.translate("text", "under 18")
    low = age // 10 * 10
    return QCoreApplication.translate("text", "{low} to {high}").format(low=number(low), high=number(low + 9))


def ages(low: int, high: int | None) -> str:
    """Return years of age from one to another, or from one on."""
    if high is None:
        return QCoreApplication.translate("text", "{low} and older").format(low=number(low))
    return QCoreApplication.translate("text", "{low} to {high}").format(low=number(low), high=number(high))


def sentence(error: CircleError) -> str:
    """Return an error in this person's language; of what is named by its id alone, that it is gone."""
    if any(isinstance(value, str) and _WHOLE_ID.fullmatch(value) for value in error.params.values()):
        return QCoreApplication.translate("sentences", str(_GONE.get(error.code, _GONE[""])))
    template = QCoreApplication.translate("sentences", error.template)
    grouped = not str(error.params.get("field", "")).endswith(_YEARS)
    params = {name: _param(name, value, grouped) for name, value in error.params.items()}
    return fill(template.replace(" ({field})", ""), params)


def field_label(field: Field) -> str:
    """Return a field's label."""
    return QCoreApplication.translate("fields", field.label)


def kind_label(entity: Entity, *, plural: bool = False) -> str:
    """Return what a kind of record is called."""
    return QCoreApplication.translate("fields", entity.plural if plural else entity.label)


def laptop(name: str, device: bytes | None) -> str:
    """Return what a laptop is called; where it has told no name, what tells it apart; None: no id is told."""
    if name:
        return name
    if device is None:
        return QCoreApplication.translate("Laptops", "Laptop without a name")
    words = QCoreApplication.translate("Laptops", "Laptop without a name ({id})")
    return words.format(id=device.hex()[:ID_SHOWN])


def former_member() -> str:
    """Return what somebody is called whose name is gone."""
    return QCoreApplication.translate("Attendance", "A former member")


def choice_label(field: Field | None, code: Any) -> str:
    """Return what a choice's code means; a code that this version does not know stands for itself."""
    if field is not None and code in field.choices:
        return QCoreApplication.translate("fields", field.choice_labels[field.choices.index(code)])
    return str(code or "")


def field_of_learning(code: str) -> str:
    """Return the name of a field of ISCED-F 2013: "Computer use"; a code that is none stands for itself."""
    field = fields_of_learning().get(code)
    return code if field is None else field.name(locale().name()[:2])


def labelled(label: str, words: str) -> str:
    """Return words after what they are, with the colon as this language sets it: "Phone: 0123"."""
    return QCoreApplication.translate("text", "{label}: {words}").format(label=label, words=words)


def listed(words: Any) -> str:
    """Return a set field for a line: "Bicycle repair, Bread"."""
    return ", ".join(str(word) for word in words or ())


def language_name(code: str) -> str:
    """Return a language as this program's language calls it: "pt" as "Portuguese", "pt-BR" as "Portuguese (Brazil)".

    One that has no name there is called by its own; unknown codes stay as they are. A name that is written the other
    way is isolated (UAX 9), so that it does not turn the line that it stands in.
    """
    found, shown = QLocale(code.replace("-", "_")), locale().name()[:2]
    native = found.nativeLanguageName() if found.language() != QLocale.Language.C else ""
    ours = language_named(code, shown)
    name, way = ours or native, Qt.LayoutDirection.LeftToRight if ours else found.textDirection()
    base, _, region = code.rpartition("-")
    if base and native and len(region) == 2:
        where = found.nativeTerritoryName() if shown in ("fr", "es") else QLocale.territoryToString(found.territory())
        return f"{language_name(base)} ({where})"
    if name and way != QGuiApplication.layoutDirection():
        return f"\u2068{name}\u2069"
    return name or code


def _param(name: str, value: object, grouped: bool) -> str:
    if isinstance(value, CircleError):
        return sentence(value)
    if isinstance(value, Phrases):
        return " ".join(_phrase("sentences", each) for each in value)
    if isinstance(value, Labels):
        return listed(QCoreApplication.translate("fields", each) for each in value)
    if name in ("label", "reason", "expected"):
        return QCoreApplication.translate("sentences" if name == "expected" else "fields", str(value))
    if isinstance(value, Hours):
        return hours(value)
    if isinstance(value, Day):
        return day(value)
    return number(value) if type(value) is int and grouped else str(value)


def _ungrouped(value: int) -> str:
    """A number in this language's figures whose thousands are not parted: "1,250 h" is a thousand hours to one and one
    and a quarter to another."""
    plain = figures(locale())
    plain.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return plain.toString(value)


def _written(date: QDate, form: str) -> str:
    """Write a day; in French the first of a month is "1er"."""
    first = date.day() == 1 and locale().language() == QLocale.Language.French
    return locale().toString(date, re.sub(r"(?<!d)d(?!d)", "d'er'", form) if first else form)


def _long_day() -> str:
    if _american():
        return "MMMM d, yyyy"
    return "d MMMM yyyy" if locale().language() != QLocale.Language.Spanish else "d 'de' MMMM 'de' yyyy"


def _short_day() -> str:
    return "MMM d" if _american() else "d MMM"


def _american() -> bool:
    return locale().language() == QLocale.Language.English and locale().territory() == QLocale.Country.UnitedStates


def _kept_together(text: str) -> str:
    """Isolate figures within right-to-left text (UAX 9), so that signs and parts stay where they belong."""
    return f"\u2066{text}\u2069" if QGuiApplication.isRightToLeft() else text


def as_written(text: str) -> str:
    """Isolate what somebody wrote, or a date, from right-to-left text about it (UAX 9).

    Its first letter says how it runs; where it has none, as in a telephone number, it runs from left to right.
    """
    return f"\u2068{text}\u2069" if text and QGuiApplication.isRightToLeft() else text


def action(label: str | None) -> str:
    """Return what the label of an action of the journal says ("Change Amina") in this person's language.

    Labels are kept in English, since they are shared; names within them stay as they are.
    """
    return deed(of_label(label or ""))


def deed(phrase: Phrase) -> str:
    """Return what an action did ("Remove Amina") in this person's language."""
    return _phrase("labels", phrase)


def undone(done: Undone) -> str:
    """Return the sentences of an undo or redo in this person's language."""
    template = QCoreApplication.translate("labels", done.verb + ": {label}.")
    label = deed(done.deed).removesuffix(".")  # a name such as "Amina A." brings its own
    return " ".join([template.format(label=label), *(_phrase("sentences", each) for each in done.kept)])


def _phrase(context: str, phrase: Phrase) -> str:
    translate = QCoreApplication.translate
    told = dict(phrase.names)
    if "day" in told:
        told["day"] = day(told["day"])
    if "label" in told:
        told["label"] = translate("fields", told["label"]).lower()
    if "whole" in told:
        told["whole"] = translate(context, told["whole"])
    return fill(translate(context, phrase.template), told)


def told(sentence: str) -> str:
    """Return one of the core's own sentences in this person's language."""
    return QCoreApplication.translate("sentences", sentence)


def phrase(words: Phrase) -> str:
    """Return one of the core's own sentences, with names in it, in this person's language."""
    return _phrase("sentences", words)
