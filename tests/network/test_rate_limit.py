import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktopxfer.network.rate_limit import (
    BURST_S,
    SLICE_S,
    SLOWEST,
    RateLimit,
    RateLimits,
    parse_rate,
)


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def move(limit: RateLimit, clock: Clock, wanted: int) -> int:
    """One claim and the wait for its turn; returns how much moved."""
    count, turn = limit.claim(wanted)
    clock.now += limit.seconds_until(turn)
    return count


def test_without_a_rate_everything_may_move_at_once(clock: Clock) -> None:
    limit = RateLimit(clock=clock)
    for _ in range(10):
        count, turn = limit.claim(10**9)
        assert (count, limit.seconds_until(turn)) == (10**9, 0)


def test_a_claim_is_short_so_that_others_get_their_turn(clock: Clock) -> None:
    limit = RateLimit(1_000_000, clock)
    assert limit.claim(10**9)[0] == 1_000_000 * SLICE_S
    assert limit.claim(7)[0] == 7


def test_what_moves_takes_as_long_as_the_rate_says(clock: Clock) -> None:
    limit = RateLimit(1_000_000, clock)
    began = clock.now
    moved = sum(move(limit, clock, 64 * 1024) for _ in range(1000))
    assert moved / (clock.now - began) == pytest.approx(1_000_000, rel=0.01)


def test_turns_come_in_the_order_of_the_claims(clock: Clock) -> None:
    limit = RateLimit(1_000_000, clock)
    turns = [limit.claim(10_000)[1] for _ in range(5)]
    waits = [limit.seconds_until(turn) for turn in turns]
    assert waits == pytest.approx([0, 0.01, 0.02, 0.03, 0.04])


def test_who_is_woken_late_may_make_up_for_it(clock: Clock) -> None:
    limit = RateLimit(1_000_000, clock)
    began, moved = clock.now, 0
    while clock.now < began + 10:
        moved += move(limit, clock, 10_000)
        clock.now += 0.009
    assert moved / (clock.now - began) == pytest.approx(1_000_000, rel=0.02)


def test_time_in_which_nobody_wanted_anything_is_not_saved_up(clock: Clock) -> None:
    limit = RateLimit(1_000_000, clock)
    clock.now += 3600
    began = clock.now
    moved = 0
    while clock.now == began:
        moved += move(limit, clock, 10_000)
    assert moved <= 1_000_000 * BURST_S + 2 * 10_000


def test_what_did_not_move_is_there_for_others(clock: Clock) -> None:
    limit = RateLimit(1_000_000, clock)
    count, _ = limit.claim(50_000)
    limit.give_back(count)
    assert limit.seconds_until(limit.claim(50_000)[1]) == 0


def test_a_new_rate_holds_for_who_waits_already(clock: Clock) -> None:
    limit = RateLimit(1_000_000, clock)
    limit.claim(50_000)
    _, turn = limit.claim(50_000)
    assert limit.seconds_until(turn) == pytest.approx(0.05)
    limit.rate = 10_000_000
    assert limit.seconds_until(turn) == pytest.approx(0.005)
    limit.rate = 100_000
    assert limit.seconds_until(turn) == pytest.approx(0.5)
    limit.rate = 0
    assert limit.seconds_until(turn) == 0


def test_a_limit_that_begins_counts_nothing_of_before(clock: Clock) -> None:
    limit = RateLimit(clock=clock)
    limit.claim(10**12)
    limit.rate = 1_000_000
    assert limit.seconds_until(limit.claim(1)[1]) == 0


def test_a_rate_is_never_so_slow_that_it_looks_like_silence(clock: Clock) -> None:
    assert RateLimit(1, clock).rate == SLOWEST


Step = tuple[int, int, float]  # which connection, how much it wants, how late it is


@given(
    st.integers(SLOWEST, 10**9),
    st.lists(
        st.tuples(st.integers(0, 3), st.integers(1, 300_000), st.floats(0, 1)),
        min_size=1,
        max_size=60,
    ),
)
def test_over_any_time_no_more_moves_than_the_rate_allows(rate: int, steps: list[Step]) -> None:
    clock = Clock()
    limit = RateLimit(rate, clock)
    waiting: dict[int, tuple[int, int]] = {}  # connection -> what it has claimed, its turn
    moved = [(clock.now, 0)]
    for connection, wanted, late in steps:
        clock.now += late * SLICE_S
        if connection not in waiting:
            waiting[connection] = limit.claim(wanted)
        count, turn = waiting[connection]
        if not limit.seconds_until(turn):
            del waiting[connection]
            unused = count // 3
            limit.give_back(unused)
            moved.append((clock.now, count - unused))
    most = max(1, int(rate * SLICE_S))
    for first, last in itertools.combinations(range(len(moved)), 2):
        total = sum(count for _, count in moved[first + 1 : last + 1])
        time = moved[last][0] - moved[first][0]
        assert total <= rate * (time + BURST_S) + 5 * most + 1


def test_both_directions_are_set_at_once() -> None:
    limits = RateLimits()
    limits.set(sending=200_000, receiving=0)
    assert (limits.sending.rate, limits.receiving.rate) == (200_000, 0)


@pytest.mark.parametrize(
    ("text", "rate"),
    [("0", 0), ("1500", 1500), ("500k", 500_000), ("1.5M", 1_500_000), (" 2g ", 2_000_000_000)],
)
def test_a_rate_is_read_as_people_write_it(text: str, rate: int) -> None:
    assert parse_rate(text) == rate


@pytest.mark.parametrize("text", ["", "k", "-1", "nan", "inf", "1e99", "2 MB/s", "fast"])
def test_what_is_no_rate_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - argparse says the rest
        parse_rate(text)
