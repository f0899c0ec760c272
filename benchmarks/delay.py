"""A slow line: a TCP proxy that lets every byte arrive later than it was sent."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

CHUNK = 64 * 1024


@contextmanager
def slow_line(port: int, delay_s: float) -> Iterator[int]:
    """Give the port of a line to 127.0.0.1:`port` on which each way takes `delay_s` seconds more."""
    loop = asyncio.new_event_loop()
    line = _Line(port, delay_s)
    thread = threading.Thread(target=loop.run_forever, name="slow line", daemon=True)
    thread.start()
    server = asyncio.run_coroutine_threadsafe(line.listen(), loop).result()
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        asyncio.run_coroutine_threadsafe(line.close(server), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


class _Line:
    def __init__(self, port: int, delay_s: float) -> None:
        self._port = port
        self._delay_s = delay_s
        self._under_way: set[asyncio.Task[None]] = set()

    async def listen(self) -> asyncio.Server:
        return await asyncio.start_server(self._call, "127.0.0.1", 0)

    async def close(self, server: asyncio.Server) -> None:
        server.close()
        for task in list(self._under_way):
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _call(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # The callers' handshake is answered here at once; on a real line it would take a round trip.
        task = asyncio.current_task()
        assert task is not None
        self._under_way.add(task)
        try:
            await asyncio.sleep(2 * self._delay_s)
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._port)
            await asyncio.gather(self._carry(reader, far_writer), self._carry(far_reader, writer))
        finally:
            self._under_way.discard(task)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass on what comes, each piece `delay_s` after it came, in order."""
        loop = asyncio.get_running_loop()
        pieces: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def deliver() -> None:
            while True:
                due, piece = await pieces.get()
                await asyncio.sleep(max(0.0, due - loop.time()))
                if not piece:
                    break
                writer.write(piece)
                await writer.drain()
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

        delivering = asyncio.ensure_future(deliver())
        with suppress(OSError):
            while piece := await reader.read(CHUNK):
                pieces.put_nowait((loop.time() + self._delay_s, piece))
        pieces.put_nowait((loop.time() + self._delay_s, b""))
        with suppress(OSError):
            await delivering
