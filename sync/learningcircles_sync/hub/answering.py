"""The learners' forms: answering a listing, signing up for a meetup, and the private link that tells what came of it.

Plain HTML forms, no script, no cookie. The link holds the message's id, which nobody can guess; whoever has it sees
the answer's state, never a name.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from learningcircles.errors import CircleError, Refused
from learningcircles.journal.letter import CONTACT_LETTERS, NAME_LETTERS, WORDS_LETTERS, Letter
from learningcircles.surroundings import Surroundings
from learningcircles_sync.buckets import Buckets
from learningcircles_sync.hub import letters
from learningcircles_sync.hub.catalogue import Shown
from learningcircles_sync.hub.letters import Became
from learningcircles_sync.hub.schema import STORAGE
from learningcircles_sync.hub.visitors import OF_A_CIRCLE, OF_AN_ADDRESS, Network, whose

if TYPE_CHECKING:
    from learningcircles_sync.hub.web import Pages

FORM_BYTES = 16 * 1024
FORM_SECONDS = 20
"""A form that takes longer to arrive is given up."""
FIELDS = 12
WEB = 5
Headers = Mapping[str, str]
HIDDEN: Headers = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}
LIMITS = {"name": NAME_LETTERS, "contact": CONTACT_LETTERS, "words": WORDS_LETTERS}


class Typed(NamedTuple):
    """What a form was filled with; `trap` is a field that people do not see and programs fill in."""

    name: str = ""
    contact: str = ""
    words: str = ""
    trap: str = ""


class Forms:
    """The forms over the pages' store. `proxies`: whose word on a visitor's address is taken."""

    def __init__(self, pages: Pages, world: Surroundings, proxies: Sequence[Network] = ()) -> None:
        self._pages = pages
        self._world = world
        self._proxies = proxies
        self._addresses = Buckets(OF_AN_ADDRESS, world.now_ms)
        self._circles = Buckets(OF_A_CIRCLE, world.now_ms)

    def routes(self) -> list[Route]:
        """Return the forms' routes."""
        return [
            Route("/circles/{circle}/items/{item}/answer", self.form, methods=["GET"]),
            Route("/circles/{circle}/items/{item}/answer", self.send, methods=["POST"]),
            Route("/circles/{circle}/answers/{message}", self.state),
        ]

    async def form(self, request: Request) -> Response:
        """The empty form."""
        item = await self._item(request)
        return self._missing(request) if item is None else self._show(request, item, Typed(), "")

    async def send(self, request: Request) -> Response:
        """Seal what was typed, and go on to the private link."""
        item, typed = await self._item(request), await _typed(request)
        if item is None:
            return self._missing(request)
        if wait := self._addresses.wait_s(whose(request, self._proxies)):
            return self._later(request, item, typed, wait)
        if typed is None or typed.trap:
            return self._show(request, item, Typed(), "not_taken", status=400)
        if not typed.name or (not typed.contact and item.body.get("kind") != "meetup"):
            return self._show(request, item, typed, "needed", status=400)
        if wait := self._circles.wait_s(item.circle):
            return self._later(request, item, typed, wait)
        language = self._pages.language(request)
        letter = Letter(str(item.body["kind"]), item.id, typed.name, typed.contact, typed.words, language)
        try:
            message = await run_in_threadpool(
                letters.leave, self._pages.store, item.circle, letter, self._world.seal, self._world.now_ms()
            )
        except Refused as error:
            wrong = "hub_full" if error.code == STORAGE else "full"
            return self._show(request, item, typed, wrong, status=503)
        link = f"/circles/{item.circle.hex()}/answers/{message.hex()}?lang={language}"
        return RedirectResponse(link, 303, headers=HIDDEN)

    async def state(self, request: Request) -> Response:
        """What became of a message."""
        circle, message = _hex(request.path_params["circle"]), _hex(request.path_params["message"])
        found = await run_in_threadpool(letters.state_of, self._pages.store, circle, message)
        status = 404 if found.became is Became.UNKNOWN else 200
        return self._pages.page(
            request, "answer.html", status=status, more=HIDDEN, became=found.became.value, on=found.on
        )

    async def _item(self, request: Request) -> Shown | None:
        circle, item = _hex(request.path_params["circle"]), _hex(request.path_params["item"])
        try:
            return await run_in_threadpool(letters.find_item, self._pages.store, circle, item, WEB)
        except CircleError:
            return None

    def _show(
        self, request: Request, item: Shown, typed: Typed, wrong: str, *, status: int = 200, more: Headers = HIDDEN
    ) -> Response:
        return self._pages.page(
            request, "form.html", status=status, more=more, item=item, form=typed, wrong=wrong, limits=LIMITS
        )

    def _later(self, request: Request, item: Shown, typed: Typed | None, wait_s: int) -> Response:
        more = {**HIDDEN, "Retry-After": str(wait_s)}
        return self._show(request, item, typed or Typed(), "too_many", status=429, more=more)

    def _missing(self, request: Request) -> Response:
        return self._pages.page(request, "missing.html", status=404)


async def _typed(request: Request) -> Typed | None:
    """Return what a form holds; None where it is larger, or arrives more slowly, than any that people fill in."""
    data = b""
    try:
        async with asyncio.timeout(FORM_SECONDS):
            async for chunk in request.stream():
                data += chunk
                if len(data) > FORM_BYTES:
                    return None
        held = parse_qs(data.decode("utf-8"), max_num_fields=FIELDS)
    except (ValueError, TimeoutError, ClientDisconnect):
        return None
    texts = {name: held.get(name, [""])[0].strip()[:most] for name, most in LIMITS.items()}
    return Typed(**texts, trap=held.get("website", [""])[0])


def _hex(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""
