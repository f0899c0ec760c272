"""The learners' pages: what the region's circles show to the web (reach 5). No script, no cookie, no tracking."""

from __future__ import annotations

import datetime
import hashlib
import zoneinfo
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from learningcircles.surroundings import Surroundings
from learningcircles_sync.hub import catalogue
from learningcircles_sync.hub.answering import Forms
from learningcircles_sync.hub.catalogue import Shown
from learningcircles_sync.hub.texts import Texts, choose
from learningcircles_sync.hub.visitors import Network

if TYPE_CHECKING:
    from learningcircles_sync.hub.store_sqlite import SqliteStore

WEB = 5
OF_A_LEAF = 100
"""So many cards stand on one page of a list."""
PAGES = Path(__file__).with_name("pages")
FIGURES = "figures"
KINDS = {"meetups": "meetup", "offers": "offer", "requests": "request"}
_environment = jinja2.Environment(
    loader=jinja2.FileSystemLoader(PAGES), autoescape=True, trim_blocks=True, lstrip_blocks=True,
)  # fmt: skip
_style = (PAGES / "style.css").read_text("utf-8")
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def routes(store: SqliteStore, world: Surroundings, proxies: Sequence[Network] = ()) -> list[Route]:
    """Return the pages' routes. `proxies`: whose word on a visitor's address is taken."""
    pages = Pages(store, world.now_ms)
    return [
        *Forms(pages, world, proxies).routes(),
        Route("/", pages.home),
        Route("/meetups", pages.listing("meetups")),
        Route("/offers", pages.listing("offers")),
        Route("/requests", pages.listing("requests")),
        Route("/circles/{circle}", pages.circle),
        Route("/search", pages.search),
        Route("/meetups.ics", pages.calendar),
        Route("/about", pages.about),
        Route("/style.css", pages.style),
    ]


class Pages:
    """The pages over one store."""

    def __init__(self, store: SqliteStore, now_ms: Callable[[], int]) -> None:
        self.store = store
        self._now_ms = now_ms

    def language(self, request: Request) -> str:
        """Return the language in which a page is shown."""
        return _texts(request).code

    async def home(self, request: Request) -> Response:
        """What the region offers: next meetups, offers and requests, circles."""
        found = await self._items()
        kinds = {name: self._of(found, kind)[:6] for name, kind in KINDS.items()}
        return self.page(request, "home.html", listings=kinds, circles=_circles(found))

    def listing(self, name: str) -> Callable[[Request], Any]:
        """Return the page of all meetups, offers or requests."""

        async def page(request: Request) -> Response:
            found = self._of(await self._items(KINDS[name]), KINDS[name])
            return self.page(request, "list.html", name=name, **_leaf(request, found))

        return page

    async def circle(self, request: Request) -> Response:
        """Everything that one circle shows."""
        try:
            found = await self._items(circle=bytes.fromhex(request.path_params["circle"]))
        except ValueError:
            found = []
        charter = next((item for item in found if item.body.get("kind") == "charter"), None)
        if not found:
            return self.page(request, "missing.html", status=404)
        kinds = {name: self._of(found, kind) for name, kind in KINDS.items()}
        figures = sorted((item.body for item in found if item.body.get("kind") == FIGURES), key=_month, reverse=True)
        return self.page(
            request, "circle.html", listings=kinds, charter=charter, figures=figures, name=found[0].circle_name
        )

    async def search(self, request: Request) -> Response:
        """What holds every word that was typed."""
        typed = request.query_params.get("q", "")[:200]
        words = typed.casefold().split()
        found = [item for item in await self._items() if words and all(word in _words(item) for word in words)]
        found = [item for item in found if not is_over(item, self._now()) and item.body.get("kind") != FIGURES]
        return self.page(request, "search.html", typed=typed, **_leaf(request, _sorted(found)))

    async def calendar(self, request: Request) -> Response:
        """The meetups as iCalendar (RFC 5545)."""
        found = self._of(await self._items("meetup"), "meetup")
        now = self._now().strftime("%Y%m%dT%H%M%SZ")
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Learning Circles//Hub//EN"]
        for item in found:
            lines += _event(item, now)
        body = "\r\n".join(_folded([*lines, "END:VCALENDAR"])) + "\r\n"
        return Response(body, media_type="text/calendar; charset=utf-8", headers=HEADERS)

    async def about(self, request: Request) -> Response:
        """What this site is and what it keeps."""
        return self.page(request, "about.html")

    async def style(self, request: Request) -> Response:
        """The style sheet."""
        return Response(_style, media_type="text/css", headers={**HEADERS, "Cache-Control": "max-age=3600"})

    def _now(self) -> datetime.datetime:
        return datetime.datetime.fromtimestamp(self._now_ms() / 1000, datetime.UTC)

    def _of(self, found: list[Shown], kind: str) -> list[Shown]:
        """Return the items of a kind, without meetups that have ended."""
        now = self._now()
        return _sorted([item for item in found if item.body.get("kind") == kind and not is_over(item, now)])

    async def _items(self, kind: str = "", circle: bytes | None = None) -> list[Shown]:
        def read() -> list[Shown]:
            with self.store.snapshot() as connection:
                return catalogue.items(connection, self.store.today(), reach=WEB, kind=kind, circle=circle)

        return await run_in_threadpool(read)

    def page(
        self,
        request: Request,
        template: str,
        *,
        status: int = 200,
        more: Mapping[str, str] | None = None,
        **values: Any,
    ) -> Response:
        """Return a page; `more` are further headers of it."""
        texts = replace(_texts(request), year=self._now().year)
        body = _environment.get_template(template).render(
            t=texts, when=texts.when, path=request.url.path, typed=values.pop("typed", ""), **values
        )
        headers = {**HEADERS, **(more or {}), "ETag": f'"{hashlib.sha256(body.encode()).hexdigest()[:32]}"'}
        headers |= {"Content-Language": texts.code, "Vary": "Accept-Language"}
        if request.headers.get("if-none-match") == headers["ETag"]:
            return Response(status_code=304, headers=headers)
        return Response(body, status, media_type="text/html; charset=utf-8", headers=headers)


def _leaf(request: Request, found: list[Shown]) -> dict[str, Any]:
    """Return the rows of the leaf that is asked for, its number from 1, and how many leaves there are."""
    typed = request.query_params.get("page", "")[:6]
    leaves = max(1, -(-len(found) // OF_A_LEAF))
    leaf = min(max(1, int(typed) if typed.isascii() and typed.isdigit() else 1), leaves)
    return {"rows": found[(leaf - 1) * OF_A_LEAF : leaf * OF_A_LEAF], "leaf": leaf, "leaves": leaves}


def _texts(request: Request) -> Texts:
    return choose(request.query_params.get("lang", ""), request.headers.get("accept-language", ""))


def is_over(item: Shown, now: datetime.datetime) -> bool:
    """Return whether this is a meetup that has ended, by the clocks of its own zone; one that is on is not over."""
    at = _at(item)
    if item.body.get("kind") != "meetup" or not at:
        return False
    minutes = item.body.get("minutes")
    try:
        start = datetime.datetime.fromisoformat(at)
        start = start.replace(tzinfo=zoneinfo.ZoneInfo(str(item.body["start"].get("zone") or "UTC")))
        return start + datetime.timedelta(minutes=minutes if type(minutes) is int else 0) <= now
    except (ValueError, OSError, OverflowError, zoneinfo.ZoneInfoNotFoundError):
        return at[:10] < now.date().isoformat()  # what another program published, as far as it can be read


def _sorted(found: list[Shown]) -> list[Shown]:
    return sorted(found, key=lambda item: (_at(item), str(item.body.get("title", "")).casefold()))


def _at(item: Shown) -> str:
    start = item.body.get("start")
    return str(start.get("at", "")) if isinstance(start, dict) else ""


def _month(body: Mapping[str, Any]) -> str:
    return str(body.get("month", ""))


def _words(item: Shown) -> str:
    shown = " ".join(str(value) for value in item.body.values())
    return f"{shown} {item.circle_name}".casefold()


def _circles(found: list[Shown]) -> list[Shown]:
    return sorted((item for item in found if item.body.get("kind") == "charter"), key=lambda item: item.circle_name)


def _event(item: Shown, now: str) -> list[str]:
    """Return a meetup's lines; none where another program published no day and time that can be read."""
    try:
        at = datetime.datetime.fromisoformat(_at(item)).isoformat()[:16].replace("-", "").replace(":", "") + "00"
    except ValueError:
        return []
    minutes = item.body.get("minutes")
    lines = ["BEGIN:VEVENT", f"UID:{item.id.hex()}@{item.circle.hex()}", f"DTSTAMP:{now}"]
    lines += [f"DTSTART;TZID={_zone(item.body['start'].get('zone'))}:{at}"]
    lines += [f"DURATION:PT{minutes}M"] if type(minutes) is int and minutes > 0 else []
    lines += [f"SUMMARY:{_escaped(item.body.get('title'))}", f"LOCATION:{_escaped(item.body.get('place'))}"]
    return [*lines, f"COMMENT:{_escaped(item.circle_name)}", "END:VEVENT"]


def _zone(name: Any) -> str:
    """Return a zone's name if there is such a zone, else UTC: what stands in a line of its own must not break it."""
    try:
        return zoneinfo.ZoneInfo(name).key if isinstance(name, str) else "UTC"
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        return "UTC"


def _escaped(value: Any) -> str:
    text = value.replace("\r", "") if isinstance(value, str) else ""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(lines: list[str]) -> list[str]:
    folded: list[str] = []
    for line in lines:
        while len(line.encode()) > 75:
            cut = next(size for size in range(74, 0, -1) if len(line[:size].encode()) <= 74)
            folded.append(line[:cut])
            line = " " + line[cut:]
        folded.append(line)
    return folded
