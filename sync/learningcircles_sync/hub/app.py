"""The hub as an ASGI app: the laptops' endpoints, the learners' pages, health and metrics."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, generate_latest
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from learningcircles.surroundings import Surroundings
from learningcircles_sync.buckets import OF_A_NETWORK, Buckets
from learningcircles_sync.hub import web
from learningcircles_sync.hub.visitors import Network, whose
from learningcircles_sync.protocol import BODY_BYTES, MEDIA_TYPE

if TYPE_CHECKING:
    from learningcircles_sync.hub.store_sqlite import SqliteStore
    from learningcircles_sync.serve import Receiver

BODY_SECONDS = 60
"""A request that takes longer to arrive is given up."""


def build(receiver: Receiver, store: SqliteStore, world: Surroundings, proxies: Sequence[Network] = ()) -> Starlette:
    """Return the app of a hub. `proxies`: whose word on a visitor's address is taken."""
    registry = CollectorRegistry()
    networks = Buckets(OF_A_NETWORK, world.now_ms)
    asked = Counter("learningcircles_requests", "Requests of laptops", ["path", "status"], registry=registry)

    async def laptops(request: Request) -> Response:
        if wait := networks.wait_s(whose(request, proxies)):
            asked.labels(request.url.path, 429).inc()
            return PlainTextResponse("Too often.", 429, {"Retry-After": str(wait)})
        body = await _body(request)
        if body is None:
            return PlainTextResponse("Too much, or too slow.", 413)
        answer = await run_in_threadpool(receiver.answer, request.method, request.url.path, body)
        asked.labels(request.url.path, answer.status).inc()
        later = {"Retry-After": str(answer.wait_s)} if answer.wait_s else None
        return Response(answer.body, answer.status, later, media_type=MEDIA_TYPE)

    async def metrics(request: Request) -> Response:
        return PlainTextResponse(generate_latest(registry))

    async def ready(request: Request) -> Response:
        await run_in_threadpool(store.catalogue_digest, b"")
        return JSONResponse({"ready": True})

    endpoints = [Route(path, laptops, methods=[method]) for path, method in _LAPTOPS]
    health = [Route("/healthz", _health), Route("/readyz", ready), Route("/metrics", metrics)]
    return Starlette(routes=[*endpoints, *health, *web.routes(store, world, proxies)])


_LAPTOPS = [("/v1/hub", "GET"), *((f"/v1/{name}", "POST") for name in ("admit", "join", "sync", "catalogue"))]


async def _health(request: Request) -> Response:
    return JSONResponse({"ok": True})


async def _body(request: Request) -> bytes | None:
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for chunk in request.stream():
                size += len(chunk)
                if size > BODY_BYTES:
                    return None
                parts.append(chunk)
    except (TimeoutError, ClientDisconnect):
        return None
    return b"".join(parts)
