"""zstd, read through a cap: a frame's own word about its size is never believed."""

from __future__ import annotations

import io

import zstandard

from learningcircles.errors import Unreadable

FAST, SMALL = 3, 9
"""Levels: for what is on its way once, and for what is kept on every laptop and hub for ever (7 % smaller)."""


def squeeze(data: bytes, level: int = FAST) -> bytes:
    """Return `data` as one zstd frame (RFC 8878)."""
    return zstandard.ZstdCompressor(level=level, write_content_size=False).compress(data)


def expand(data: bytes, cap: int) -> bytes:
    """Return a frame's content; raises Unreadable when it is damaged or longer than `cap` bytes.

    `max_output_size` is ignored where a frame declares its size (32 kB → 1 GiB), hence the capped reader.
    """
    try:
        with zstandard.ZstdDecompressor(max_window_size=1 << 23).stream_reader(io.BytesIO(data)) as reader:
            content = reader.read(cap + 1)
    except (zstandard.ZstdError, MemoryError) as error:
        raise Unreadable("malformed", "This is damaged: {detail}.", detail="compression") from error
    if len(content) > cap:
        raise Unreadable("too_large", "This is larger than anything this program writes.")
    return content
