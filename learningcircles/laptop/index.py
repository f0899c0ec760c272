"""laptop.json: which file is which circle, which one is being made, moved or removed, and this laptop's own choices."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from learningcircles.errors import Unreadable
from learningcircles.laptop.files import make_folder, read_if_there, write_durably
from learningcircles.laptop.locking import FileLock

CIRCLES, BEGUN, SETTINGS = "circles", "begun", "settings"
MOVED, LEFT = "moved", "left"
"""A file that stands aside while another takes its place (name → name aside); one whose circle leaves this laptop."""
_ID = re.compile(r"[0-9a-f]{32}\Z")


class Index:
    """The file of one home. Programs change it one after the other, so that none undoes what another wrote."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / "laptop.json"

    def files(self, kind: str = CIRCLES) -> dict[str, bytes]:
        """Return {file's name: circle's id}; raises Unreadable when the file is damaged."""
        return {name: bytes.fromhex(id_) for name, id_ in self._read().get(kind, {}).items()}

    def is_lost(self) -> bool:
        """Return whether there is none: nothing was begun here yet, or somebody has removed it."""
        return not self._path.exists()

    def moved(self) -> dict[str, str]:
        """Return {file's name: name under which it stands aside meanwhile}."""
        return {str(name): str(aside) for name, aside in self._read().get(MOVED, {}).items()}

    def settings(self) -> dict[str, Any]:
        """Return a copy of the choices."""
        return dict(self._read().get(SETTINGS, {}))

    @contextmanager
    def changing(self) -> Iterator[dict[str, Any]]:
        """Give what it holds, {kind: {name: value}}, to be changed, and write it when the block ends well."""
        make_folder(self._folder)
        with FileLock(self._folder / "laptop.lock"):
            held = self._read()
            for kind in (CIRCLES, BEGUN, MOVED, LEFT, SETTINGS):
                held.setdefault(kind, {})
            yield held
            kept = {kind: names for kind, names in held.items() if names}
            write_durably(self._path, json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True).encode())

    def _read(self) -> dict[str, Any]:
        data = read_if_there(self._path)
        if data is None:
            return {}
        try:
            held = json.loads(data)
        except ValueError:
            held = None
        if not _is_index(held):
            raise Unreadable("bad_home", "The file {file} is damaged.", file=str(self._path))
        return dict(held)


def _is_index(held: object) -> bool:
    if not isinstance(held, dict) or not all(isinstance(names, dict) for names in held.values()):
        return False
    return all(_is_id(id_) for kind in (CIRCLES, BEGUN, LEFT) for id_ in held.get(kind, {}).values())


def _is_id(text: object) -> bool:
    return isinstance(text, str) and _ID.match(text) is not None
