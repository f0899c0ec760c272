"""laptop.json: which file is which circle, which one is being made, moved or removed, and this laptop's own choices."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from learningcircles.errors import Unreadable
from learningcircles.laptop.files import make_folder, read_if_there, remove, write_durably
from learningcircles.laptop.locking import FileLock

CIRCLES, BEGUN, SETTINGS = "circles", "begun", "settings"
MOVED, LEFT, NAMES = "moved", "left", "names"
"""A file that stands aside while another takes its place (name → name aside); one whose circle leaves this laptop; what
circles are called whose files are not called so (id → name)."""
SENTENCES = {
    "began_anew": "The file laptop.json of this laptop was damaged, and is kept under another name. Its circles were"
    " found again; its own settings begin anew."
}
_ASIDE = "laptop (damaged {number}).json"
_ID = re.compile(r"[0-9a-f]{32}\Z")


class Index:
    """The file of one home. Programs change it one after the other, so that none undoes what another wrote."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / "laptop.json"
        self.told = ""
        """One of SENTENCES, where the file was damaged and begins anew."""

    def files(self, kind: str = CIRCLES) -> dict[str, bytes]:
        """Return {file's name: circle's id}; raises Unreadable when the file is damaged and cannot be set aside."""
        return {name: bytes.fromhex(id_) for name, id_ in self._read().get(kind, {}).items()}

    def is_lost(self) -> bool:
        """Return whether there is none: nothing was begun here yet, or somebody has removed it."""
        return not self._path.exists()

    def moved(self) -> dict[str, str]:
        """Return {file's name: name under which it stands aside meanwhile}."""
        return {str(name): str(aside) for name, aside in self._read().get(MOVED, {}).items()}

    def names(self) -> dict[bytes, str]:
        """Return {circle's id: what it is called}, where that is not what its file is called."""
        return {bytes.fromhex(id_): str(name) for id_, name in self._read().get(NAMES, {}).items() if _is_id(id_)}

    def settings(self) -> dict[str, Any]:
        """Return a copy of the choices."""
        return dict(self._read().get(SETTINGS, {}))

    @contextmanager
    def changing(self) -> Iterator[dict[str, Any]]:
        """Give what it holds, {kind: {name: value}}, to be changed, and write it when the block ends well."""
        make_folder(self._folder)
        with FileLock(self._folder / "laptop.lock"):
            held = self._held()
            for kind in (CIRCLES, BEGUN, MOVED, LEFT, NAMES, SETTINGS):
                held.setdefault(kind, {})
            yield held
            kept = {kind: names for kind, names in held.items() if names}
            write_durably(self._path, json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True).encode())

    def forget_damaged(self) -> None:
        """Remove what was damaged and set aside: it names the circles that this laptop had then."""
        for path in self._folder.glob(_ASIDE.format(number="*")):
            remove(path)

    def _read(self) -> dict[str, Any]:
        held = self._understood()
        if held is not None:
            return held
        with FileLock(self._folder / "laptop.lock"):
            return self._held()

    def _held(self) -> dict[str, Any]:
        """Return what the file holds; nothing where it is damaged, and it stands aside from then on. Under the lock."""
        held = self._understood()
        if held is not None:
            return held
        tries = (self._path.with_name(_ASIDE.format(number=number)) for number in range(1, 1000))
        try:
            self._path.rename(next(each for each in tries if not each.exists()))
        except OSError as error:
            raise Unreadable("bad_home", "The file {file} is damaged.", file=str(self._path)) from error
        self.told = SENTENCES["began_anew"]
        return {}

    def _understood(self) -> dict[str, Any] | None:
        """Return what the file holds; None where it is damaged."""
        data = read_if_there(self._path)
        if data is None:
            return {}
        try:
            held = json.loads(data)
        except ValueError:
            return None
        return dict(held) if _is_index(held) else None


def _is_index(held: object) -> bool:
    if not isinstance(held, dict) or not all(isinstance(names, dict) for names in held.values()):
        return False
    return all(_is_id(id_) for kind in (CIRCLES, BEGUN, LEFT) for id_ in held.get(kind, {}).values())


def _is_id(text: object) -> bool:
    return isinstance(text, str) and _ID.match(text) is not None
