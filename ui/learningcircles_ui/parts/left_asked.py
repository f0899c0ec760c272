"""Names that were asked about and are left in a field for the next one: none of them goes without a trace."""

from __future__ import annotations

from learningcircles_ui.parts.asked import Asked


def left_behind(asked: Asked, letters: str, anew: str | None) -> str:
    """Return the name that was asked about and is answered no more, with these letters in its field; empty where it
    goes on, or somebody takes it back. `anew`: the next name, where that stands behind it (see `Asked.typed`).
    """
    name, now = asked.letters.strip(), letters.strip()
    if not name or not now:
        return ""
    if anew is not None:
        return name
    # Marked, it is typed over: what a field holds is changed letter by letter otherwise, from one of its ends.
    over = len(now) == 1 < len(name) - 1 or (now[0] != name[0] and now[-1] != name[-1])
    return name if over and not letters.startswith(asked.letters) and name not in now else ""
