"""Clocks that are wrong: nobody refuses a change for its time, and a laptop that is far off asks before it writes."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sync_region import URL, Region, add_member, hashes, invite_to

from learningcircles.circle.believing import ASKS_MS, check_clock, clock_off, is_doubtful, silent_since, trust_clock
from learningcircles.circle.facets import Verbs
from learningcircles.clock import FOLLOW_AHEAD_MS, milliseconds, next_tick, stamp_at
from learningcircles.errors import NotAllowed, Refused
from learningcircles.laptop.inviting import cancel, open_invitations
from learningcircles.laptop.taking_over import hand_to
from learningcircles.surroundings import Surroundings
from learningcircles.zone import local_day
from learningcircles_sync import doors
from learningcircles_sync.engine import Engine
from learningcircles_sync.schedule import EVERY_MS, Schedule
from learningcircles_sync.serve import Identity, Receiver
from learningcircles_ui.cli.session import _ask

YEAR_MS = 365 * 24 * 3_600_000
HOUR_MS = 3_600_000


def shift(region: Region, engine: Engine, off: Callable[[], int]) -> Engine:
    """Let a laptop's clock be off by so many ms."""
    circle = engine.circle
    world = Surroundings(lambda: region.clock() + off(), circle.surroundings.random, circle.surroundings.seal)
    circle.surroundings = world
    return Engine(engine.home, Verbs(circle, zone="Europe/Lisbon"), world, region.transports)


def test_who_writes_alone_years_after_the_last_change_is_warned_of_the_clock(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    add_member(pilar, "Amina")
    assert silent_since(pilar.circle) is None
    written = region.clock.ms
    region.clock.ms += 10 * YEAR_MS
    assert silent_since(pilar.circle) == pytest.approx(written, abs=1000)
    _ask(pilar.circle)
    assert "If the clock is wrong, set it right" in capsys.readouterr().err
    add_member(pilar, "Bo")
    _ask(pilar.circle)
    assert silent_since(pilar.circle) is None and capsys.readouterr().err == "", "nobody is told twice"


@pytest.mark.parametrize("years", [-50, -1, 1, 5, 30])
def test_a_laptop_years_off_shares_both_ways_and_its_later_words_win(tmp_path: Path, years: int) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    amina = shift(region, region.laptop(pilar, "Amina"), lambda: years * YEAR_MS)
    one = add_member(pilar, "João", phone="1")
    pilar.share()
    amina.share()
    amina.verbs.records.edit("member", one, {"phone": "2"})
    amina.share()
    pilar.share()
    assert pilar.circle.reader.get("member", one)["phone"] == "2", "who has seen a value can overwrite it"
    pilar.verbs.records.edit("member", one, {"phone": "3"})
    pilar.share()
    amina.share()
    assert amina.circle.reader.get("member", one)["phone"] == "3"
    assert hashes(pilar) == hashes(amina)
    assert not pilar.share().obstacles and not amina.share().obstacles
    tick = pilar.circle.connection.execute("SELECT value FROM meta WHERE key='own_tick'").fetchone()[0]
    assert milliseconds(tick) <= region.clock.ms + FOLLOW_AHEAD_MS, "a wrong clock spreads no further"


def test_a_clock_that_jumps_while_running_never_takes_a_tick_back() -> None:
    draw = random.Random(7)
    tick, seen, now = 0, 0, 1_800_000_000_000
    for _ in range(2_000):
        now = max(0, now + draw.choice([1, 50, -HOUR_MS, HOUR_MS, -YEAR_MS, YEAR_MS, 30 * YEAR_MS, -30 * YEAR_MS]))
        seen = max(seen, stamp_at(draw.randrange(2 * 1_800_000_000_000)))
        following = next_tick(now, tick, seen)
        assert following > tick
        assert milliseconds(following) <= max(now + FOLLOW_AHEAD_MS + 1, milliseconds(tick) + 1)
        tick = following


def test_jumps_on_a_sharing_laptop_lose_and_refuse_nothing(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    off = [0]
    amina = shift(region, region.laptop(pilar, "Amina"), lambda: off[0])
    draw = random.Random(3)
    for number in range(12):
        off[0] = draw.choice([0, -YEAR_MS, 30 * YEAR_MS, HOUR_MS, -HOUR_MS])
        add_member(amina, f"Member {number}")
        assert not amina.share().obstacles
        pilar.share()
    off[0] = 0
    amina.share()
    assert hashes(pilar) == hashes(amina)
    assert pilar.circle.reader.count("member") == 14
    history = [pilar.circle.reader.history("member", row.id) for row in pilar.circle.reader.list("member")]
    assert all(lines for lines in history)


def test_a_schedule_goes_on_when_the_clock_is_set_back() -> None:
    schedule = Schedule(random.Random(1).randbytes)
    schedule.succeeded(YEAR_MS)
    assert not schedule.due(YEAR_MS + 1)
    assert schedule.due(YEAR_MS // 2), "it was set back by half a year: share now, not in half a year"
    assert schedule.wait(YEAR_MS // 2) <= EVERY_MS


def test_the_hubs_time_is_remembered_and_a_day_off_asks_before_the_first_write(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    off = [0]
    amina = shift(region, region.laptop(pilar, "Amina"), lambda: off[0])
    offer, _ = amina.verbs.records.add("offer", {"title": "Bicycle repair", "reach": 5})
    amina.share()
    assert abs(clock_off(amina.circle)) < 1_000 and not is_doubtful(amina.circle)
    off[0] = 6 * 60_000
    amina.share()
    assert -7 * 60_000 < amina.state().clock_off_ms < -5 * 60_000, "the app warns from five minutes on"
    check_clock(amina.circle)

    off[0] = 3 * YEAR_MS
    amina.share()
    assert is_doubtful(amina.circle)
    again = Engine(amina.home, amina.verbs, amina.circle.surroundings, region.transports)
    assert again.state().clock_off_ms < -ASKS_MS, "also in another run of the program"
    amina.circle.before_first_write = check_clock
    with pytest.raises(Refused, match="and this laptop's clock says 2030-01-14"):
        amina.verbs.records.add("member", {"name": "Not yet"})
    assert amina.circle.reader.count("member", where={"name": "Not yet"}) == 0
    off[0] = 0
    amina.verbs.records.add("member", {"name": "Now"})
    assert amina.circle.before_first_write is None, "it asks before the first write alone"
    off[0] = 3 * YEAR_MS
    amina.verbs.records.add("member", {"name": "Later"})
    amina.share()
    body = amina.circle.reader.get("item", offer)["body"]
    assert body is not None and body["expires"] < "2027-08", "a wrong date neither withdraws nor prolongs"


def test_what_the_hub_would_say_after_a_jump_is_not_put_into_its_mouth(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    off = [2 * 24 * HOUR_MS]
    amina = shift(region, region.laptop(pilar, "Amina"), lambda: off[0])
    amina.share()
    with pytest.raises(Refused, match="says that today is 2027-01-15, and this laptop's clock says 2027-01-17"):
        check_clock(amina.circle)
    off[0] += YEAR_MS
    with pytest.raises(Refused) as jumped:
        check_clock(amina.circle)
    sentence = str(jumped.value)
    assert "clock said 2027-01-17, the hub at" in sentence and "said 2027-01-15; now the clock says 2028" in sentence


def test_a_clock_that_is_as_wrong_a_year_later_is_known_to_be_wrong(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    amina = shift(region, region.laptop(pilar, "Amina"), lambda: -YEAR_MS)
    amina.share()
    region.clock.ms += YEAR_MS
    assert clock_off(amina.circle) == 0, "it may have been set right meanwhile"
    amina.share()
    assert is_doubtful(amina.circle)


def test_a_clock_that_was_years_ahead_and_was_set_right_is_believed(tmp_path: Path) -> None:
    """Nothing was shared since: what the hub said then is the time of then; an invitation is for a week from now."""
    region = Region(tmp_path)
    off = [30 * YEAR_MS]
    pilar = shift(region, region.found(), lambda: off[0])
    pilar.share()
    assert is_doubtful(pilar.circle)
    off[0] = 0
    region.clock.ms += 20 * 24 * HOUR_MS
    assert clock_off(pilar.circle) == 0
    invitation = invite_to(pilar)
    pilar.share()
    assert region.join(invitation, "Amina").share().waiting == 0
    region.clock.ms += 30 * YEAR_MS
    assert abs(clock_off(pilar.circle)) < 1_000, "what the hub said of the clock as it was before is forgotten"


@pytest.mark.parametrize("years", [-1, 30])
def test_an_invitation_of_a_laptop_years_off_lasts_a_week_by_the_hubs_clock(tmp_path: Path, years: int) -> None:
    region = Region(tmp_path)
    pilar = shift(region, region.found(), lambda: years * YEAR_MS)
    pilar.share()
    invitation = invite_to(pilar)
    pilar.share()
    region.clock.ms += 6 * 24 * HOUR_MS
    late = invite_to(pilar)
    pilar.share()
    assert region.join(invitation, "Amina").share().waiting == 0
    region.clock.ms += 8 * 24 * HOUR_MS
    with pytest.raises(NotAllowed, match="expired"):
        region.join(late, "Bo")


@pytest.mark.parametrize("years", [-3, 3])
def test_an_invitation_says_by_whose_clock_it_ends_where_the_hubs_is_years_off(tmp_path: Path, years: int) -> None:
    """Who invites hears only then of the hub's clock, and no invitation stays that is open for years."""
    region = Region(tmp_path)
    pilar = shift(region, region.found(), lambda: -years * YEAR_MS)
    made = doors.invite(pilar, "recorder", uses=2)
    assert made.works_now and abs(made.expires - region.clock.ms - 7 * 24 * HOUR_MS) < HOUR_MS
    until = local_day(made.expires, "UTC")[:7]
    assert made.clocks_differ and f"until {until}" in made.sentence and "by the hub's clock" in made.sentence
    assert [each.expires for each in open_invitations(pilar.circle)] == [made.expires]
    assert region.join(made.invitation, "Amina").share().waiting == 0
    region.clock.ms += 8 * 24 * HOUR_MS
    with pytest.raises(NotAllowed, match="expired"):
        region.join(made.invitation, "Bo")


def test_an_invitation_by_a_hub_whose_clock_was_years_ahead_is_named_once_that_is_right(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar, off = region.found(), [4 * YEAR_MS]
    hub = region.receiver
    hub._now_ms = lambda: region.clock.ms + off[0]
    pilar.share()
    made = doors.invite(pilar, "recorder")
    assert made.clocks_differ and "cancel this invitation" in made.sentence
    (row,) = open_invitations(pilar.circle)
    assert not row.by_wrong_clock, "by that clock it lasts a week"
    off[0] = 0
    for _ in range(2):
        pilar.share()
    good = doors.invite(pilar, "recorder", days=366)
    assert [(each.id, each.by_wrong_clock) for each in open_invitations(pilar.circle)] == [
        (good.invitation.id, False), (made.invitation.id, True),
    ]  # fmt: skip
    cancel(pilar.circle, made.invitation.id)
    pilar.share()
    with pytest.raises(NotAllowed):
        region.join(made.invitation, "Bo")
    assert [each.id for each in open_invitations(pilar.circle)] == [good.invitation.id]


def test_an_invitation_says_nothing_of_clocks_that_agree(tmp_path: Path) -> None:
    made = doors.invite(Region(tmp_path).found(), "recorder")
    assert made.works_now and made.sentence == "The invitation can be used now."


def test_a_clock_that_fell_back_to_1970_is_seen_without_any_hub(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found(admitted=False)
    off = [0]
    amina = shift(region, pilar, lambda: off[0])
    stick = tmp_path / "stick"
    amina.write_bundle(stick)
    assert not is_doubtful(amina.circle)
    chidi_home = region.laptops
    assert chidi_home
    # What others wrote tells the time, too.
    hub = region.found()
    other = shift(region, region.laptop(hub, "Other"), lambda: off[0])
    add_member(hub, "João")
    hub.share()
    other.share()
    off[0] = -(region.clock.ms - YEAR_MS)
    assert is_doubtful(other.circle)
    with pytest.raises(Refused, match="others have written into this circle on 20"):
        check_clock(other.circle)
    off[0] = 0
    assert not is_doubtful(other.circle)


def hub_says(region: Region, off: Callable[[], int]) -> None:
    """Let the hub's clock be off by so many ms."""
    region.receiver = Receiver(region.store, Identity(region.key, "Hub", URL), lambda: region.clock() + off())


def may_add(engine: Engine, name: str) -> bool:
    """Write as another run of the program would."""
    engine.circle.before_first_write = check_clock
    try:
        engine.verbs.records.add("member", {"name": name})
    except Refused as error:
        assert error.code == "clock_doubtful"
        return False
    return True


@pytest.mark.parametrize("years", [-10, 30])
def test_one_hub_with_a_wrong_clock_stops_nobody_for_long(tmp_path: Path, years: int) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    amina, chidi = region.laptop(pilar, "Amina"), region.laptop(pilar, "Chidi")
    off = [years * YEAR_MS]
    hub_says(region, lambda: off[0])
    for each in (pilar, amina, chidi):
        each.share()
        assert not may_add(each, "Not yet")
    with pytest.raises(Refused, match=f"The hub at {URL} says that today is {2027 + years}-.*clock says 2027-01-15"):
        check_clock(pilar.circle)
    trust_clock(pilar.circle)
    region.clock.ms += 40 * 24 * HOUR_MS
    assert may_add(pilar, "Once") and may_add(pilar, "Again"), "it was answered, and the hub says nothing else"
    amal = pilar.verbs.reader.get("member", add_member(pilar, "Amal"))
    assert amal["joined"] is None, "whichever of the two is wrong, nobody joins in another year for good"
    assert any("left empty" in hint for hint in pilar.verbs.people.hints(amal))
    assert is_doubtful(pilar.circle), "by such a date nothing is published or withdrawn"
    pilar.share()
    assert not may_add(amina, "Not yet")
    amina.share()
    assert may_add(amina, "Two against the hub"), "what Pilar has written since is dated as this laptop dates it"
    assert amina.verbs.reader.get("member", add_member(amina, "Ana"))["joined"] == "2027-02-24"
    chidi.circle.surroundings = replace(chidi.circle.surroundings, now_ms=lambda: region.clock() - 2 * YEAR_MS)
    assert not may_add(chidi, "Its own clock is wrong")
    off[0] = 2 * years * YEAR_MS
    pilar.share()
    assert not may_add(pilar, "The hub says something else now"), "an answer is to what was asked"


@pytest.mark.parametrize("days", [-3, 3])
def test_an_answer_about_the_clock_ends_with_what_it_answered(tmp_path: Path, days: int) -> None:
    """The hub was wrong, and was set right; a year later it is the laptop that may be."""
    region = Region(tmp_path)
    pilar = region.found()
    off = [days * 24 * HOUR_MS]
    hub_says(region, lambda: off[0])
    pilar.share()
    assert not may_add(pilar, "Not yet")
    trust_clock(pilar.circle)
    pilar.share()
    assert may_add(pilar, "All the same"), "it says the same once more"
    off[0] = 0
    pilar.share()
    off[0] = days * 24 * HOUR_MS
    pilar.share()
    assert not may_add(pilar, "Not yet")


def test_a_laptop_that_is_thirty_years_off_is_not_believed_for_being_asked_by_another(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    off = [-30 * YEAR_MS]
    amina = shift(region, region.laptop(pilar, "Amina"), lambda: off[0])
    amina.share()
    region.clock.ms += HOUR_MS
    for number in range(2):
        add_member(pilar, f"Member {number}")
        pilar.share()
        amina.share()
        assert not may_add(amina, "Not yet")
    trust_clock(amina.circle)
    assert may_add(amina, "All the same")
    off[0] = -32 * YEAR_MS
    assert not may_add(amina, "Not yet"), "it has jumped since it was trusted"


def test_a_hub_that_the_circle_has_left_says_nothing_any_more(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    hub_says(region, lambda: 30 * YEAR_MS)
    pilar.share()
    assert not may_add(pilar, "Not yet")
    hand_to(pilar.circle, amina.circle.secrets.device.id)
    pilar.share()
    assert not pilar.circle.roster.hub
    assert may_add(pilar, "Now")


def test_summer_time_and_travel_move_no_meetup(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found(admitted=False)
    starts = ["2027-03-28T02:30", "2027-10-31T02:30", "2027-10-30T23:59"]  # a gap, a fold, the evening before
    made = [pilar.verbs.meetups.plan(f"At {at}", at, 60)[0] for at in starts]
    abroad = Verbs(pilar.circle, zone="Pacific/Kiritimati")
    for id_, at in zip(made, starts, strict=True):
        assert abroad.reader.get("meetup", id_)["start"] == {"at": at, "zone": "Europe/Lisbon"}
    fold = 1_824_940_800_000 + 3_600_000  # 2027-10-31, the hour that comes twice
    days = {local_day(fold + step, "Europe/Lisbon") for step in range(0, 2 * HOUR_MS, HOUR_MS // 4)}
    assert days == {"2027-10-31"}
    assert local_day(fold, "Pacific/Kiritimati") == "2027-10-31"
    assert local_day(fold, "Pacific/Pago_Pago") == "2027-10-30"
