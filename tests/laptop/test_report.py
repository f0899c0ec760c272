"""A problem report helps to find a fault and names nobody."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import found
from learningcircles.laptop.home import Home
from learningcircles.laptop.keystore import FileKeystore
from learningcircles.laptop.report import problem_report


def test_it_counts_everything_and_names_nobody(tmp_path: Path) -> None:
    home = Home(tmp_path / "Rosalind’s folder", FileKeystore(tmp_path / "keys"))
    with closing(found(home, "Quayside Circle", "Rosalind Okonkwo", "Rosalind’s laptop")) as circle:
        verbs = Verbs(circle)
        fields = {"name": "Thaddeus Brightwater", "phone": "0188776655", "email": "thaddeus@example.org"}
        member, _ = verbs.records.add("member", {**fields, "notes": "Comes on Mondays", "topics": ["xylophone"]})
        gone, _ = verbs.records.add("offer", {"title": "Marimba", "member": member})
        verbs.records.remove("offer", gone)
        said = problem_report(circle, {"Learning Circles": "1.2.3"}, circle.surroundings.now_ms())
    assert "Learning Circles: 1.2.3" in said and "member: 2 (0)" in said and "offer: 0 (1)" in said
    assert "Check: nothing wrong" in said and "this one" in said
    for secret in (
        *fields.values(),
        "Mondays",
        "xylophone",
        "Marimba",
        "Quayside",
        "Rosalind",
        "Okonkwo",
        str(tmp_path),
    ):
        assert secret.casefold() not in said.casefold()
    assert circle.id.hex() not in said and member.hex() not in said
