"""Half-written forms: kept in this file alone, over a killed program, and in nobody else's."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from laptop_pairs import carry, home_at

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.foreseeing import foresee
from learningcircles.laptop.founding import open_circle
from learningcircles.storage.check import check

BEGUN = {"name": "Zoé O’Neill", "phone": "01 23", "topics": "pottery, gl", "member": bytes(range(16)), "minutes": None}
KEEPS = """
import os, signal
from learningcircles.circle.facets import Verbs
from learningcircles.laptop.foreseeing import foresee
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
verbs = Verbs(open_circle(Home.default(os.environ)))
verbs.drafts.keep_draft("member", {"name": "Zoé O’Neill"})
os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
"""


def test_a_draft_is_kept_replaced_and_dropped(verbs: Verbs) -> None:
    drafts = verbs.drafts
    assert drafts.draft("member") is None
    drafts.keep_draft("member", BEGUN)
    drafts.keep_draft("offer", {"title": "Bread"})
    held = drafts.draft("member")
    assert held is not None and held.values == BEGUN
    assert {name for name, _ in drafts.drafts()} == {"member", "offer"}
    drafts.keep_draft("member", {"name": "Zoé"})
    held = drafts.draft("member")
    assert held is not None and held.values == {"name": "Zoé"}
    drafts.drop_draft("member")
    assert drafts.draft("member") is None and [name for name, _ in drafts.drafts()] == ["offer"]


def test_a_draft_is_no_action_and_goes_nowhere(verbs: Verbs, other: Verbs) -> None:
    before, hashes = verbs.undo.next_undo(), verbs.reader.state_hash()
    verbs.drafts.keep_draft("member", BEGUN)
    assert verbs.undo.next_undo() == before and verbs.reader.state_hash() == hashes
    carry(verbs, other)
    assert list(other.drafts.drafts()) == [] and verbs.drafts.draft("member") is not None
    assert check(verbs.circle) == []


def test_a_draft_outlives_a_killed_program_and_is_not_readable_on_the_disk(verbs: Verbs, tmp_path: Path) -> None:
    verbs.circle.close()
    done = subprocess.run([sys.executable, "-c", KEEPS], env=environment(tmp_path / "one"), check=False)
    assert done.returncode == (signal.SIGTERM if os.name == "nt" else -signal.SIGKILL)
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert len(files) > 2 and not [each for each in files if b"Neill" in each.read_bytes()]
    held = Verbs(open_circle(home_at(tmp_path / "one"))).drafts.draft("member")
    assert held is not None and held.values == {"name": "Zoé O’Neill"}


def test_drafts_about_somebody_go_when_they_are_anonymised(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    amina, bo = people
    verbs.drafts.keep_draft(f"member {amina.hex()}", {"notes": "Moved"})
    verbs.drafts.keep_draft(f"member {amina.hex()} beside 0c", {"notes": "Moved to Antwerp"})
    verbs.drafts.keep_draft("swap", {"provider": amina, "minutes": 60})
    verbs.drafts.keep_draft("offer", {"member": bo})
    verbs.leaving.leave(amina, anonymise=True)
    assert [name for name, _ in verbs.drafts.drafts()] == ["offer"]


def environment(home: Path) -> dict[str, str]:
    """The surroundings of a program that uses this laptop's folder."""
    return {**os.environ, "LEARNINGCIRCLES_HOME": str(home)}


def test_an_erasure_says_before_how_many_drafts_it_drops(verbs: Verbs) -> None:
    member, _ = verbs.records.add("member", {"name": "Zebedee Quixworth"})
    assert foresee(verbs, member).drafts == 0
    verbs.drafts.keep_draft("member", {"name": "Ana"})
    verbs.drafts.keep_draft("swap", {"notes": "Ask zebedee quixworth"})
    assert foresee(verbs, member).drafts == 1


def test_an_erasure_asks_nobody_to_finish_a_filter(verbs: Verbs) -> None:
    member, _ = verbs.records.add("member", {"name": "Zebedee Quixworth"})
    verbs.drafts.keep_draft("filter people", {"place": "Quixworth"})
    assert foresee(verbs, member).drafts == 0
