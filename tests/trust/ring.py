"""A circle's list in memory, and the keys of all who are on it."""

from __future__ import annotations

from learningcircles.journal.segment import SCHEMA, VERSION, ZERO_HASH, Header
from learningcircles.surroundings import Surroundings, seeded
from learningcircles.trust import make
from learningcircles.trust.counts import Verdict, judge
from learningcircles.trust.entry import Entry
from learningcircles.trust.epochs import EpochKeys, open_epochs
from learningcircles.trust.members import Last
from learningcircles.trust.placing import settle
from learningcircles.trust.roster import Roster

NOW = 1_800_000_000_000


class Ring:
    """A circle as data: its founder places what is proposed."""

    def __init__(self) -> None:
        self.now = NOW
        self.world: Surroundings = seeded(1, self._tick)
        founding = make.found(self.world)
        self.founder = founding.keys
        self.roster = founding.roster
        self.held: dict[bytes, EpochKeys] = {founding.keys.id: founding.epochs}

    def _tick(self) -> int:
        self.now += 5
        return self.now

    def place(self, *entries: Entry) -> list[str]:
        """Place what holds; return why the others are refused."""
        waiting = Roster.replay(self.roster.placed, [*self.roster.kept, *entries])
        self.roster, refused = settle(waiting, self.founder.sign, self._tick())
        return [code for _, code in refused]

    def keys_of(self, keys: make.DeviceKeys) -> EpochKeys:
        """Return what a laptop can open."""
        return {**self.held.get(keys.id, {}), **open_epochs(self.roster, keys.id, keys.receive)}

    def laptop(self, right: str = "recorder", *, publish: bool = False) -> make.DeviceKeys:
        """Invite and let in."""
        entry, invitation = make.invite(
            self.roster, self.founder, self.keys_of(self.founder), self.world, right=right, publish=publish
        )
        self.place(entry)
        add, keys, epochs = make.join(self.roster, invitation, self.world)
        self.held[keys.id] = epochs
        assert self.place(add) == []
        return keys

    def revoke(
        self, by: make.DeviceKeys, target: make.DeviceKeys, last: Last | None = None, on: Roster | None = None
    ) -> Entry:
        """Return a revocation, made on an older roster where `on` says so."""
        return make.revoke(on or self.roster, by, self.keys_of(by), target.id, last or {}, self.world)

    def right(self, by: make.DeviceKeys, target: make.DeviceKeys, right: str, last: Last | None = None) -> Entry:
        """Return a change of right."""
        return make.change_right(self.roster, by, self.keys_of(by), target.id, right, False, last or {}, self.world)

    def opens(self, keys: make.DeviceKeys) -> set[int]:
        """Return the spaces whose newest key a laptop can open."""
        held = self.keys_of(keys)
        return {space for space, chain in self.roster.state.epochs.items() if (space, chain[-1].name) in held}

    def verdict(self, keys: make.DeviceKeys, space: int, seq: int, head: bytes | None = None) -> Verdict:
        """Judge a segment of a laptop whose header hash is `bytes([seq]) * 32`."""
        named = head or self.roster.head
        header = Header(
            VERSION, self.roster.circle, space, keys.id, seq, ZERO_HASH, 1, named, SCHEMA, bytes(12), ZERO_HASH
        )
        return judge(self.roster, header, bytes([seq]) * 32)
