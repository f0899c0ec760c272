"""Who starts the program by a click is told in a box why it does not start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = '#!/bin/sh\nprintf "%s\\n" "$@" > "$SHOWN"\n'


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system's own box is shown")
@pytest.mark.parametrize("clicked", [True, False])
def test_a_program_that_a_click_has_started_and_that_cannot_start_says_so_in_a_box(
    tmp_path: Path, clicked: bool
) -> None:
    tools, shown = tmp_path / "bin", tmp_path / "shown"
    tools.mkdir()
    unable = "#!/bin/sh\necho 'Gtk-WARNING **: cannot open display: ' >&2\nexit 1\n"
    for tool, script in (("zenity", unable), ("xmessage", SCRIPT)):
        (tools / tool).write_text(script)
        (tools / tool).chmod(0o755)
    home = str(tmp_path / "home")
    environment = {**os.environ, "PATH": str(tools), "SHOWN": str(shown), "LEARNINGCIRCLES_HOME": home}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "GIO_LAUNCHED_DESKTOP_FILE_PID"):
        environment.pop(name, None)
    begun = "GIO_LAUNCHED_DESKTOP_FILE_PID=$$ " if clicked else ""
    command = f'{begun}exec "{sys.executable}" -m learningcircles_ui.cli.main'
    ended = subprocess.run(["/bin/sh", "-c", command], env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 1 and ended.stderr.startswith("There is no display here.")
    assert shown.exists() is clicked
    if clicked:
        assert shown.read_text().splitlines()[-1] == ended.stderr.strip()
