"""Small facts of a circle file: its clock, its open segments, who sits at it."""

from __future__ import annotations

from learningcircles.storage.connect import Connection

Value = int | bytes | str


class Meta:
    """Reads and writes facts by name. Between `begin` and `save` they live in memory: nobody else can change them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._held: dict[str, Value | None] | None = None
        self._new: set[str] = set()
        self.written = 0

    def begin(self) -> None:
        """A transaction has begun."""
        self._held, self._new = {}, set()

    def save(self) -> None:
        """Write down what is new; the transaction ends."""
        held = self._held or {}
        rows = [(key, held[key]) for key in sorted(self._new)]
        self._connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", rows)
        self.forget()

    def forget(self) -> None:
        """Forget what was not saved: the transaction was rolled back."""
        self._held, self._new = None, set()

    def number(self, key: str) -> int:
        """Return a number, 0 at first."""
        value = self._get(key)
        return value if isinstance(value, int) else 0

    def data(self, key: str) -> bytes:
        """Return bytes, empty at first."""
        value = self._get(key)
        return value if isinstance(value, bytes) else b""

    def put(self, key: str, value: Value) -> None:
        """Keep a value."""
        self.written += 1
        if self._held is None:
            self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
        else:
            self._held[key] = value
            self._new.add(key)

    def _get(self, key: str) -> Value | None:
        if self._held is not None and key in self._held:
            return self._held[key]
        row = self._connection.execute("SELECT value FROM meta WHERE key=?", (key,)).fetchone()
        value: Value | None = row[0] if row else None
        if self._held is not None:
            self._held[key] = value
        return value
