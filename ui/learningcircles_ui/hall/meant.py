"""Whom the letters typed in the hall may mean, quickly: names are cut into words once, not with every letter, and
who does not begin so does not with another letter, either.
"""

from __future__ import annotations

from collections.abc import Sequence

from learningcircles.circle.closeness import ELSEWHERE, Cut, close, cut
from learningcircles.circle.nearly import Nearly, allowed_in, written
from learningcircles.fuzzy import OSA
from learningcircles.storage.collate import by_letters
from learningcircles.storage.search import words_of
from learningcircles.storage.spelling import plain_letters
from learningcircles_ui.hall.rows import Tile, recognised


class Meant:
    """Finds among these tiles. `but` cannot be chosen: no tile is shown of them, but letters may begin their name."""

    def __init__(self, tiles: Sequence[Tile], but: bytes | None = None) -> None:
        self._tiles = tiles
        self._but = but
        self._cut: Sequence[Cut] = ()
        self._letters = ""
        self._left: Sequence[int] = range(len(tiles))
        """The places of those that begin with these letters."""
        self._near: Nearly | None = None
        self._asked: tuple[str, Tile | None] = ("", None)
        """The letters that were asked about last, and whom they mean for certain: each are asked about twice."""

    def by(self, letters: str) -> Sequence[Tile]:
        """Return whom these letters may mean, likeliest first; who types a whole name means whoever has it."""
        found = self._tiles
        if letters.strip():
            named, certain = self._named(letters), self.certain(letters)
            found = [*named, *(tile for tile in self._begun(letters) if tile not in named)]
            found.sort(key=lambda tile: tile is not certain)
        return [tile for tile in found if tile.person.id != self._but]

    def left_out(self, letters: str) -> Tile | None:
        """Return the one that cannot be chosen, where these letters may mean nobody else."""
        found = {tile.person.id: tile for tile in (*self._named(letters), *self._begun(letters))}
        return found.get(self._but) if self._but is not None and len(found) == 1 else None

    def certain(self, letters: str) -> Tile | None:
        """Return who is meant for certain, by the name that is shown (see `Nearly.only`) or by all of their own.

        One word is no whole name where others have that first name, too: "José" may be short for any of them.
        """
        if letters == self._asked[0]:
            return self._asked[1]
        named = self._named(letters)
        shown = self._names().only(letters, lambda numbers: [self._tiles[number] for number in numbers[:2]])
        found = {tile.person.id: tile for tile in (*named, *([shown] if shown is not None else ()))}
        certain = next(iter(found.values())) if len(found) == 1 else None
        if certain is not None and any(tile.person.id != certain.person.id for tile in self._called(letters)):
            certain = None
        self._asked = letters, certain
        return certain

    def several(self, letters: str) -> Sequence[Tile]:
        """Return all who are called so, by their whole name or by the first words of it; by signs alone nobody is."""
        typed = words_of(letters)
        named = self._named(letters)
        if not typed or (named and len(typed) > 1):
            return named
        whole = recognised(letters)
        alike = [
            tile
            for tile in self._tiles
            if whole in tile.begun or words_of(tile.sought or tile.name)[: len(typed)] == typed
        ]
        return [*named, *(tile for tile in alike if tile not in named)]

    def nearly(self, letters: str) -> Sequence[Tile]:
        """Return whose first name the one typed word is but for a slip of the finger."""
        typed = words_of(letters)
        if len(typed) != 1:
            return []
        firsts = ((tile, words_of(tile.sought or tile.name)[:1]) for tile in self._nearest(typed))
        return [tile for tile, first in firsts if first and OSA.distance(typed[0], first[0]) <= allowed_in(typed[0])]

    def _called(self, letters: str) -> Sequence[Tile]:
        """Return who has the one word that is typed as a first name, spelt as it is if that has accents."""
        if len(words_of(letters)) != 1:
            return []
        typed = written(letters.strip())
        firsts = ((tile, written(" ".join((tile.sought or tile.name).split()[:1]))) for tile in self._tiles)
        return [tile for tile, first in firsts if typed in (first, plain_letters(first))]

    def _named(self, letters: str) -> Sequence[Tile]:
        whole = recognised(letters)
        return [tile for tile in self._tiles if tile.whole == whole] if whole else []

    def _names(self) -> Nearly:
        if self._near is None:
            self._near = Nearly()
            self._near.learn([(place, by_letters(tile.sought or tile.name)) for place, tile in enumerate(self._tiles)])
        return self._near

    def _begun(self, letters: str) -> Sequence[Tile]:
        if not self._cut:
            self._cut = [cut(tile.sought or tile.name) for tile in self._tiles]
        typed = words_of(letters)
        left = self._left if letters.startswith(self._letters) else range(len(self._tiles))
        found = ((close(typed, self._cut[place]), place) for place in left)
        begun = sorted((rank, self._tiles[place].here, place) for rank, place in found if rank < ELSEWHERE)
        self._letters, self._left = letters, [place for *_, place in begun]
        if begun:
            return [self._tiles[place] for _, _, place in begun]
        return self._nearest(typed)

    def _nearest(self, typed: Sequence[str]) -> Sequence[Tile]:
        return [self._tiles[place] for place in self._names().nearest(typed)]
