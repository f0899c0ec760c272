"""A region in one process: a hub, any number of laptops, a clock that tests move, and a network that may fail."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from memory_store import MemoryStore

from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import Unreachable
from learningcircles.laptop.founding import found
from learningcircles.laptop.home import Home
from learningcircles.laptop.inviting import invite
from learningcircles.surroundings import Surroundings, seeded
from learningcircles.trust.invitation import HubCode, Invitation
from learningcircles_sync.dial import Direct
from learningcircles_sync.engine import Engine
from learningcircles_sync.joining import join_from_bundle, join_from_hub
from learningcircles_sync.line import Transport
from learningcircles_sync.serve import Answer, Identity, Receiver

URL = "https://hub.example"
CODE = b"one-time"


@dataclass
class Clock:
    """A wall clock; every look at it takes 3 ms."""

    ms: int = 1_800_000_000_000

    def __call__(self) -> int:
        self.ms += 3
        return self.ms


@dataclass
class Region:
    """One hub and the laptops that reach it while `reachable`; `spoil` may change an answer on its way."""

    folder: Path
    clock: Clock = field(default_factory=Clock)
    store: MemoryStore = field(default_factory=lambda: MemoryStore({CODE: None}))
    reachable: bool = True
    spoil: Callable[[bytes], bytes] | None = None
    laptops: int = 0
    others: dict[str, Receiver] = field(default_factory=dict)
    """Further hubs by address."""

    def __post_init__(self) -> None:
        self.key = SigningKey(b"h" * 32)
        self.receiver = Receiver(self.store, Identity(self.key, "Hub", URL), self.clock)
        self.code = HubCode(URL, None, CODE).text()

    def answer(self, method: str, path: str, body: bytes) -> Answer:
        """Let the hub answer, where the network lets it."""
        if not self.reachable:
            raise Unreachable("no_answer", "The hub does not answer.")
        answer = self.receiver.answer(method, path, body)
        return answer._replace(body=self.spoil(answer.body)) if self.spoil else answer

    def lose_answer(self, number: int) -> None:
        """Let the line break as the hub answers for the *number*th time from now, and hold again after it."""
        answers: list[bytes] = []

        def breaks(answer: bytes) -> bytes:
            answers.append(answer)
            if len(answers) == number:
                raise Unreachable("no_answer", "The hub does not answer.")
            return answer

        self.spoil = breaks

    def transports(self, url: str, fingerprint: bytes | None) -> Transport:
        """Reach the hub by its address."""
        if url in self.others:
            return Direct(self.others[url].answer)
        if url != URL:
            raise Unreachable("no_answer", "There is nobody at this address.")
        return Direct(self.answer)

    def home(self) -> tuple[Home, Surroundings]:
        """Return a fresh laptop."""
        self.laptops += 1
        folder = self.folder / f"laptop {self.laptops}"
        home = Home.default({"LEARNINGCIRCLES_HOME": str(folder)})
        return home, seeded(self.laptops, self.clock)

    def engine(self, home: Home, circle: Circle, world: Surroundings) -> Engine:
        """Return the engine of an open circle."""
        return Engine(home, Verbs(circle, zone="Europe/Lisbon"), world, self.transports)

    def found(self, *, admitted: bool = True) -> Engine:
        """Found a circle, in the hub or not."""
        home, world = self.home()
        engine = self.engine(home, found(home, "Riverside", "Pilar", "Hall laptop", world), world)
        if admitted:
            engine.admit(self.code)
        return engine

    def join(self, invitation: Invitation, person: str, bundle: Path | None = None) -> Engine:
        """Join with a fresh laptop, from a bundle or by the hub."""
        home, world = self.home()
        device = f"{person}'s laptop"
        if bundle is not None:
            return self.engine(home, join_from_bundle(home, invitation, person, device, bundle, world), world)
        circle = join_from_hub(home, invitation, person, device, world, self.transports)
        return self.engine(home, circle, world)

    def laptop(self, founder: Engine, person: str, right: str = "organizer") -> Engine:
        """Invite and join through the hub; both have shared afterwards."""
        invited = invite_to(founder, right)
        founder.share()
        joined = self.join(invited, person)
        joined.share()
        founder.share()
        return joined


def invite_to(engine: Engine, right: str = "organizer", uses: int = 1) -> Invitation:
    """Return a fresh invitation of the engine's circle."""
    roster = engine.circle.roster
    return invite(engine.circle, right, uses, hub=roster.hub, fingerprint=roster.fingerprint).invitation


def add_member(engine: Engine, name: str, **fields: object) -> bytes:
    """Add a member and return its id."""
    return engine.verbs.records.add("member", {"name": name, **fields})[0]


def hashes(engine: Engine) -> dict[str, str | None]:
    """Return the state hashes."""
    return engine.circle.reader.state_hash()


class MemoryMark:
    """A mark that lives as long as the test."""

    def __init__(self) -> None:
        self.heads: dict[int, tuple[int, bytes]] = {}

    def read(self) -> dict[int, tuple[int, bytes]]:
        """Return the marks."""
        return dict(self.heads)

    def write(self, heads: Mapping[int, tuple[int, bytes]]) -> None:
        """Move them."""
        self.heads = dict(heads)


def me(engine: Engine) -> bytes:
    """Return which laptop this is."""
    return engine.circle.secrets.device.id


def names(engine: Engine) -> list[str]:
    """Return what the members are called, in order."""
    return [str(row["name"]) for row in engine.circle.reader.list("member", order="name")]


def name_set(engine: Engine) -> set[str]:
    """Return what the members are called, each once."""
    return {str(row["name"]) for row in engine.circle.reader.list("member")}
