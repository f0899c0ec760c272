"""Lists written to a file and looked at, as the import dialog does."""

from __future__ import annotations

from pathlib import Path

from learningcircles.circle.facets import Verbs
from learningcircles.intake.preview import Preview, preview

ZONE = "Europe/Paris"


def seen(verbs: Verbs, tmp_path: Path, text: str, kind: str = "member", name: str = "list.csv") -> Preview:
    """What the preview tells of a list of records of *kind* that reads *text*."""
    file = tmp_path / name
    file.write_bytes(text.encode())
    return preview(verbs.reader, kind, file, zone=ZONE, today=verbs.desk.today())
