"""What a process may be denied by its system, for root as for anybody: room on the disk, memory, another's folders."""

from __future__ import annotations

import ctypes
import resource
from collections.abc import Callable

Limit = Callable[[], None]
_PR_CAPBSET_DROP = 24
_DAC_OVERRIDE, _DAC_READ_SEARCH = 1, 2


def no_file_beyond(size: int) -> Limit:
    """No file may grow beyond `size` bytes: a write past it fails, as on a full disk."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def no_memory_beyond(size: int) -> Limit:
    """No more than `size` bytes of address space."""
    return lambda: resource.setrlimit(resource.RLIMIT_AS, (size, size))


def obey_permissions() -> None:
    """Root, too, may write only where a folder's permissions let its owner (Linux capabilities(7))."""
    system = ctypes.CDLL(None, use_errno=True)
    for capability in (_DAC_OVERRIDE, _DAC_READ_SEARCH):
        system.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0)  # denied to others, who need no telling
