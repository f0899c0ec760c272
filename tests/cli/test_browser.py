"""The learners' pages in a real browser: what circles publish is there, and the page breaks none of its own rules."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.cli.outside import Laptop, hub

QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--enable-logging=stderr", "--v=0",
)  # fmt: skip


def opened(url: str, folder: Path, *more: str) -> tuple[str, str]:
    """Open a page; return its document after loading and what the browser complained of."""
    browser = shutil.which("chromium")
    assert browser is not None, "start.py test installs it"
    command = [browser, *QUIET, f"--user-data-dir={folder}", *more, "--dump-dom", url]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=120)
    return ended.stdout, "\n".join(line for line in ended.stderr.splitlines() if "CONSOLE" in line)


def test_a_learner_reads_what_circles_publish(laptop: Callable[[str], Laptop], tmp_path: Path) -> None:
    first = laptop("first")
    with hub(tmp_path / "hub", "--no-tls") as (said, _):
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        first.ask("add", "offer", "title=Bicycle <b>repair</b>", "reach=5")
        first.ask("add", "offer", "title=Only for us", "reach=1")
        first.ask("add", "meetup", "title=Open day", "start=2030-05-04T11:00", "minutes=120", "reach=5")
        first.ask("sync")
        page, complaints = opened(said["url"], tmp_path / "browser")
        assert "Bicycle &lt;b&gt;repair&lt;/b&gt;" in page and "Open day" in page and "Harbour" in page
        assert "Only for us" not in page and "Pilar" not in page
        assert page.count(">Harbour<") == 3, "once below what it offers and plans, once as the title of its card"
        assert complaints == "", "a strict CSP refuses nothing of our own"
        narrow, complaints = opened(said["url"] + "/offers", tmp_path / "browser", "--window-size=320,640")
        assert "Bicycle" in narrow and complaints == ""
        spanish, _ = opened(said["url"], tmp_path / "spanish", "--accept-lang=es", "--lang=es")
        assert '<html lang="es"' in spanish
