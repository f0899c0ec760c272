"""What can go wrong, as one tree.

    CircleError                 everything this project raises on purpose
    ├── Refused                 the data or the surroundings do not allow it (exit 1)
    │   ├── InvalidValue        a field, row or option holds something it cannot hold
    │   ├── NotFound            no such record, circle, device or file
    │   ├── NotAllowed          this laptop's right does not cover it
    │   ├── Unreadable          a file or message is damaged, foreign, or from a newer version
    │   ├── Locked              a passphrase, a key or another program stands in the way
    │   └── Unreachable         the hub, the stick or the other laptop did not answer
    ├── Usage                   the command was put wrongly (exit 2)
    └── Broken                  we have a bug: an invariant of ours does not hold

Every error is one plain sentence for a person. The English sentence is a template that the desktop
translates; `code` is for programs and never changes.
"""

from __future__ import annotations

import errno
from typing import ClassVar

from learningcircles.phrase import fill, in_hours

_REASON_LABELS = {
    errno.ENOSPC: "no room is left on the disk",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "the file is too large",
    errno.EACCES: "access is refused",
    errno.EPERM: "that is not allowed",
    errno.EROFS: "the disk can only be read",
    errno.EIO: "the disk does not answer as it should",
    errno.ENOENT: "there is nothing of that name",
    errno.EISDIR: "it is a folder",
    errno.ENOTDIR: "it is not a folder",
}
"""What the system says most often; said here, the desktop can translate it."""


def reason(error: OSError) -> str:
    """Return why the system refused; the desktop writes it as its language does."""
    known = _REASON_LABELS.get(error.errno) if error.errno is not None else None
    return known or error.strerror or str(error)


class Hours(int):
    """Minutes that a sentence tells as a length: "1 h 30 min"; the desktop writes them as its language does."""

    def __str__(self) -> str:
        return in_hours(self)


class Day(str):
    """A date that a sentence tells: "2026-11-20"; the desktop writes it as its language does."""

    __slots__ = ()


class Labels(tuple[str, ...]):
    """Words of ours that a sentence lists: "Active, Paused"; the desktop says each in its language."""

    __slots__ = ()

    def __str__(self) -> str:
        return ", ".join(self)


class CircleError(Exception):
    """An error with a stable `code`, a translatable `template` and the `params` that fill it."""

    exit_code: ClassVar[int] = 1

    def __init__(self, code: str, template: str, **params: object) -> None:
        self.code = code
        self.template = template
        self.params = params
        super().__init__(fill(template, params) if params else template)


class Refused(CircleError):
    """The data or the surroundings do not allow it; nothing was changed."""


class InvalidValue(Refused):
    """A value that its field cannot hold. `field` names it for forms and for replies to programs."""

    def __init__(self, code: str, template: str, *, field: str = "", **params: object) -> None:
        self.field = field
        super().__init__(code, template, field=field, **params)


class NotFound(Refused):
    """There is no such record, circle, device or file.

    `removed`: the kind, id and name of a record that was removed, where that is why: it may be brought back.
    """

    removed: tuple[str, bytes, str] | None = None


class NotAllowed(Refused):
    """This laptop's right in the circle does not cover it."""


class Unreadable(Refused):
    """A file or message is damaged, foreign, or from a newer version."""


class Locked(Refused):
    """A passphrase, a missing key or another program stands in the way."""


class Unreachable(Refused):
    """The other side did not answer, or did not answer sensibly."""


class Usage(CircleError):
    """The command was put wrongly."""

    exit_code = 2


class Broken(CircleError):
    """An invariant of ours does not hold: a bug, never the user's doing."""
