"""Named pipes and devices given as files: each is refused at once wherever a file is read, and nobody waits for it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from learningcircles.errors import Unreadable
from learningcircles.intake.preview import kind_in
from learningcircles.laptop.backup import is_backup, read_head
from learningcircles.laptop.files import read_if_there
from learningcircles.storage.connect import may_be_circle
from learningcircles_sync.bundle import check_bundle, check_free, read_receipt
from learningcircles_ui.cli.values import lines_of
from learningcircles_ui.parts.qr import read_code

READERS: tuple[Callable[[Path], Any], ...] = (
    kind_in, read_head, read_if_there, check_bundle, check_free, read_receipt, read_code,
    lambda file: [*lines_of(file)],
)  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="files have no such kinds there")
@pytest.mark.timeout(20)
def test_a_pipe_or_a_device_is_refused_at_once_wherever_a_file_is_read(tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "pipe.csv")
    for file in (pipe, Path("/dev/zero")):
        for read in READERS:
            with pytest.raises(Unreadable, match="is a pipe or a device, not a file"):
                read(file)
        assert not is_backup(file) and not may_be_circle(file)
