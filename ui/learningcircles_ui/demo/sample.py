"""Loading the sample circles through the same verbs that everybody uses; dates are relative to today."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from typing import Any

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import found
from learningcircles.laptop.home import Home
from learningcircles_ui.demo.words import SampleWords

Data = Mapping[str, Any]


def circles(language: str = "en") -> list[dict[str, Any]]:
    """Return the sample circles of the resources in a language; what they and their people are called stays."""
    found: list[dict[str, Any]] = _held("region.json")["circles"]
    words = _words(language)
    return [words.circle(each) for each in found]


def sample_circle(home: Home, language: str = "en") -> Path:
    """Found the first sample circle on this laptop alone and return its file."""
    data = circles(language)[0]
    person = str(data["members"][0]["name"])
    device = _words(language).said(f"{person.partition(' ')[0]}’s laptop")
    with closing(found(home, data["name"], person, device)) as circle:
        load(Verbs(circle), data)
        return circle.path


def load(verbs: Verbs, data: Data) -> None:
    """Fill a fresh circle."""
    today = datetime.date.fromisoformat(verbs.desk.today())
    told = {name: data[name] for name in ("objective", "project", "agreements")}
    verbs.records.edit("charter", verbs.circle.id, {**told, "reach": 5})
    for place in data["places"]:
        verbs.records.add("place", place)
    members = [_member(verbs, row, today, founder=place == 0) for place, row in enumerate(data["members"])]
    verbs.swaps.opening_balances({members[place]: minutes for place, minutes in data["opening"]})
    for row in data["consents"]:
        _consent(verbs, row, members, today)
    for row in data["listings"]:
        _listing(verbs, row, members, today)
    for row in data["swaps"]:
        _swap(verbs, row, members, today)
    for row in data["learning"]:
        _learned(verbs, row, members, today)
    for row in data["meetups"]:
        _meetup(verbs, row, members, today)


_AT_HOME = {(12, 24), (12, 25), (12, 26), (12, 31), (1, 1)}


def _held(name: str) -> Any:
    return json.loads((files("learningcircles_resources") / "sample" / name).read_text("utf-8"))


def _words(language: str) -> SampleWords:
    return SampleWords({} if language == "en" else _held("words.json").get(language, {}))


def _day(today: datetime.date, days: int) -> str:
    return (today + datetime.timedelta(days=days)).isoformat()


def meeting_day(today: datetime.date, days: int) -> str:
    """Return the day so many days from today, or the next one on which a circle would really meet."""
    day = today + datetime.timedelta(days=days)
    while (day.month, day.day) in _AT_HOME:
        day += datetime.timedelta(days=1)
    return day.isoformat()


def _member(verbs: Verbs, row: Data, today: datetime.date, *, founder: bool) -> bytes:
    fields = {name: value for name, value in row.items() if name != "joined_days_ago"}
    fields["joined"] = _day(today, -row["joined_days_ago"])
    if founder and verbs.desk.person is not None:
        verbs.records.edit("member", verbs.desk.person, fields)
        return verbs.desk.person
    id_, _ = verbs.records.add("member", fields)
    return id_


def _consent(verbs: Verbs, row: Data, members: list[bytes], today: datetime.date) -> None:
    until = _day(today, row["until_days"]) if row["until_days"] else None
    fields = {"member": members[row["member"]], "purpose": row["purpose"], "given": True, "how": row["how"]}
    verbs.records.add("consent", {**fields, "on": _day(today, -row["days_ago"]), "until": until})


def _listing(verbs: Verbs, row: Data, members: list[bytes], today: datetime.date) -> None:
    fields = {name: row[name] for name in ("title", "topic", "field", "reach", "state", "languages")}
    fields |= {"member": members[row["member"]], "expires": _day(today, row["expires_days"])}
    verbs.records.add(row["kind"], fields)


def _swap(verbs: Verbs, row: Data, members: list[bytes], today: datetime.date) -> None:
    id_, _ = verbs.swaps.record(
        members[row["provider"]], members[row["receiver"]], row["minutes"], row["topic"], _day(today, -row["days_ago"]),
        source=row["source"], proposed=row["state"] != "confirmed",
    )  # fmt: skip
    if row["state"] == "declined":
        verbs.swaps.decline(id_)
    elif row["state"] == "disputed":
        verbs.swaps.dispute(id_)


def _learned(verbs: Verbs, row: Data, members: list[bytes], today: datetime.date) -> None:
    told = {name: value for name, value in row.items() if name not in ("member", "days_ago")}
    verbs.learning.note(members[row["member"]], on=_day(today, -row["days_ago"]), **told)


def _meetup(verbs: Verbs, row: Data, members: list[bytes], today: datetime.date) -> None:
    start = f"{meeting_day(today, row['day'])}T{row['at']}"
    id_, _ = verbs.meetups.plan(
        row["title"], start, row["minutes"], place=row["place"], host=members[row["host"]], reach=row["reach"]
    )
    if row["state"] == "cancelled":
        verbs.meetups.cancel(id_)
    for answer in ("yes", "maybe"):
        for person in row.get(answer, ()):
            verbs.meetups.rsvp(id_, members[person], answer)
    for state, key in (("attended", "came"), ("no_show", "no_show")):
        for person in row.get(key, ()):
            verbs.meetups.attend(id_, member=members[person], state=state)
    for guest in row.get("guests", ()):
        verbs.meetups.attend(id_, guest_name=guest)
    if row.get("headcount"):
        verbs.meetups.headcount(id_, row["headcount"])
