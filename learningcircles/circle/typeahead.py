"""Who is meant by a few letters: names first, tolerant of accents, order and a slip of the finger; and what is usual.

A word of a name is met by its beginning, also one that an apostrophe parts: "ob" begins O'Brien as "b" does. Where no
name begins so, names that nearly do are offered: one letter wrong, missing, doubled or swapped from three letters on,
two from six on (optimal string alignment distance), the first one only then. They are offered, not taken: see `Meant`.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from learningcircles.circle.changes import Hit, Record
from learningcircles.circle.closeness import ELSEWHERE, closeness
from learningcircles.circle.nearly import Nearly, allowed_in, is_short
from learningcircles.circle.reader import Reader
from learningcircles.fuzzy import OSA
from learningcircles.storage.collate import by_letters
from learningcircles.storage.search import known_by, words_of
from learningcircles.storage.subjects import same

_POOL = 200
"""Records looked through, at most, among those of which any word begins as typed."""
_AT_ONCE = 12
_RECENT, _TOPICS = 5, 30
_GONE = frozenset({"left", "anonymised"})


class Usual(NamedTuple):
    """What two people usually exchange: minutes (None before the first time), and topics, likeliest first."""

    minutes: int | None
    topics: Sequence[str]


class Meant(NamedTuple):
    """Whom words mean: the `hits` that are offered, best first, and who is meant for `certain`, who is then the first.

    Only that one is marked, or taken unasked.
    """

    hits: Sequence[Hit]
    certain: bytes | None


def suggest(reader: Reader, kind: str, words: str, *, limit: int = 7, but: bytes | None = None) -> list[Hit]:
    """Return the records of a kind that are likeliest meant by what was typed, best first, without the one `but`."""
    hits = {hit.id: hit for hit in reader.find(words, entities=[kind], limit=_POOL)}
    for hit in reader.named_from(kind, words, limit=limit + 1):
        hits.setdefault(hit.id, hit)
    ranked = _here_first(reader, kind, sorted(hits.values(), key=lambda hit: _rank(words, hit.title)), limit)
    if not any(closeness(words, hit.title) < ELSEWHERE for hit in hits.values()):
        ranked = [*reader.hits(kind, reader.near.ids(kind, words_of(words), limit)), *ranked]
    kept = {hit.id: hit for hit in reversed(ranked) if hit.id != but}
    return list(kept.values())[::-1][:limit]


def _here_first(reader: Reader, kind: str, ranked: Sequence[Hit], limit: int) -> list[Hit]:
    """Return who is offered with those last who left; no more of them are read than it takes to offer one too many."""
    if kind != "member":
        return list(ranked)
    here: list[Hit] = []
    gone: list[Hit] = []
    for begin in range(0, len(ranked), _AT_ONCE):
        some = ranked[begin : begin + _AT_ONCE]
        left = {row.id for row in reader.many(kind, [hit.id for hit in some]) if row["status"] in _GONE}
        for hit in some:
            (gone if hit.id in left else here).append(hit)
        if len(here) > limit:
            break
    return [*here, *gone]


def meant(
    reader: Reader, kind: str, words: str, *, limit: int = 7, but: bytes | None = None, counts: bool = True
) -> Meant:
    """Return whom words mean. `but` cannot be chosen, and `counts` all the same, unless nobody would mean them: "ana"
    may be either of two Anas.
    """
    certain = reader.near.only(kind, words, never=None if counts else but)
    first = reader.hits(kind, [certain]) if certain is not None and certain != but else []
    others = [hit for hit in suggest(reader, kind, words, limit=limit, but=but) if hit.id != certain]
    return Meant([*first, *others][:limit], certain)


def certain_of(titles: Sequence[str], words: str) -> int | None:
    """Return the place of the only one of these titles that words mean for certain, as `meant` decides it; or None."""
    names = Nearly()
    names.learn([(place, by_letters(title)) for place, title in enumerate(titles)])
    return names.only(words, lambda places: places[:2])


def _rank(words: str, name: str) -> tuple[int, bool]:
    """Return how close a name is; among equals the one that is spelt as typed, with its accents, comes first."""
    spelt = unicodedata.normalize("NFC", name).casefold().split()
    typed = unicodedata.normalize("NFC", words).casefold().split()
    return closeness(words, name), not all(any(part.startswith(word) for part in spelt) for word in typed)


def slips(words: str, name: str) -> int | None:
    """Return how many letters are wrong if `words` are the beginnings of this name's words; None for too many."""
    typed, parts = words_of(words), known_by(name)
    if not typed or not parts:
        return None
    least = [min((_slips(word, part) for part in parts), default=99) for word in typed]
    fits = all(count <= allowed_in(word) for count, word in zip(least, typed, strict=True))
    return sum(least) if fits else None


def likely_topics(topics: Sequence[str], words: str, *, usual: Sequence[str] = (), limit: int = 6) -> list[str]:
    """Return the topics that are meant by what was typed, likeliest first: itself, beginnings of its words, slips.

    The `usual` ones come first among equals, and are all there is before anything is typed. A slip in the first letter
    makes another word: "rowing" is not "sewing".
    """
    place = {same(topic): at for at, topic in enumerate(usual)}
    if not words.strip():
        known = {same(topic): topic for topic in topics}
        return [known.get(key, usual[at]) for key, at in place.items()][:limit]
    ranks = [((closeness(words, topic), place.get(same(topic), len(place)), topic), topic) for topic in topics]
    exact = [topic for topic in topics if same(topic) == same(words)]
    found = [topic for rank, topic in sorted(ranks) if rank[0] < ELSEWHERE and topic not in exact]
    if not exact and not found:
        near = [(count, topic) for topic in topics if (count := slips(words, topic)) is not None]
        found = [topic for _, topic in sorted(near) if _begins_alike(words, topic)]
    return [*exact, *found][:limit]


def certain_topic(topics: Sequence[str], words: str) -> str | None:
    """Return the one topic that words mean for certain: they begin its name, and no word of another one; or are it."""
    whole = [topic for topic in topics if same(topic) == same(words)]
    alike = [topic for topic in topics if closeness(words, topic) < ELSEWHERE]
    begun = [topic for topic in alike if len(alike) == 1 and closeness(words, topic) == 0]
    return next(iter([*whole, *begun]), None)


def certain_place(topics: Sequence[str], words: str) -> str | None:
    """Return the one of these places that words mean for certain, as `certain_topic` does; but where a name goes on
    after a whole word, only that much may be meant: "Library" beside "Library annex, 2nd floor".
    """
    certain = certain_topic(topics, words)
    whole = certain is not None and words_of(words)[-1:] and words_of(words)[-1] in words_of(certain)
    return None if certain is not None and whole and same(certain) != same(words) else certain


def learnable(reader: Reader, member: bytes) -> list[str]:
    """Return what a member is likeliest learning: what they asked for, received, and noted last."""
    asked = reader.list("request", where={"member": member, "state": ["open", "matched"]}, limit=_RECENT)
    had = [*_swaps(reader, {"receiver": member}, _RECENT)]
    noted = reader.list("learning", where={"member": member}, order="on", descending=True, limit=_RECENT)
    return list(dict.fromkeys(str(row["topic"]) for row in [*asked, *had, *noted] if row["topic"]))


def usual(reader: Reader, provider: bytes, receiver: bytes) -> Usual:
    """Return what these two usually exchange: the commonest of the last five lengths, the latest of equals."""
    pair = _swaps(reader, {"provider": provider, "receiver": receiver}, _TOPICS)
    back = pair or _swaps(reader, {"provider": receiver, "receiver": provider}, _RECENT)
    lengths = Counter(int(row["minutes"]) for row in back[:_RECENT] if row["minutes"])
    given = _swaps(reader, {"provider": provider}, _TOPICS)
    offers = reader.list("offer", where={"member": provider}, limit=_TOPICS)
    topics = [str(row["topic"] or row["title"] or "") for row in [*pair, *given, *offers]]
    person = reader.find_one("member", provider)
    skills = person["topics"] if person is not None else None
    told = dict.fromkeys(topic for topic in [*topics, *(skills or ())] if topic)
    return Usual(lengths.most_common(1)[0][0] if lengths else None, list(told))


def _swaps(reader: Reader, where: dict[str, bytes], limit: int) -> Sequence[Record]:
    return reader.list("swap", where=where, order="on", descending=True, limit=limit)


def _begins_alike(words: str, name: str) -> bool:
    typed, parts = words_of(words), known_by(name)
    return bool(typed) and any(part[:1] == typed[0][:1] for part in parts)


def _slips(word: str, part: str) -> int:
    """The least distance between the typed word and any beginning of about its length."""
    if is_short(word) and part[:1] != word[:1]:
        return 99
    lengths = {min(max(len(word) + more, 1), len(part)) for more in (-1, 0, 1)}
    return min(OSA.distance(word, part[:length]) for length in lengths)
