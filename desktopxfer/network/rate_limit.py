"""Owns how many bytes a second all connections of one direction may move together."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

# With less, what the system holds ready for one that limits itself would last for longer than the
# other side waits for a sign of life.
SLOWEST = 100_000  # bytes a second
FASTEST = 1_000_000_000_000  # more than any network has
SLICE_S = 0.05  # what one connection takes at once: short, so that many take turns smoothly
# A thread wakes up late, by a millisecond or by more on a busy computer; what it missed meanwhile
# it may make up for, but not what nobody wanted for minutes.
BURST_S = 0.1


class RateLimit:
    """A budget of bytes that time fills. Any thread.

    Who wants to move bytes claims some, waits for its turn and gives back what it did not move.
    Turns come in the order of the claims. Over any time t, at most rate * (t + BURST_S) bytes plus
    one claim of each connection move. A new rate holds for the claims that already wait, too.
    """

    def __init__(self, rate: int = 0, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._filled = 0.0  # bytes that time has granted until `_as_of`
        self._as_of = clock()
        self._claimed = 0  # bytes that connections have asked for
        self._rate = 0
        self.rate = rate

    @property
    def rate(self) -> int:
        """Bytes a second; 0: no limit. Less than SLOWEST becomes that."""
        return self._rate

    @rate.setter
    def rate(self, rate: int) -> None:
        with self._lock:
            self._fill()
            self._rate = max(rate, SLOWEST) if rate else 0

    def claim(self, wanted: int) -> tuple[int, int]:
        """How many of the wanted bytes may move, and the turn to wait for before they do."""
        with self._lock:
            self._fill()
            count = min(wanted, max(1, int(self._rate * SLICE_S))) if self._rate else wanted
            turn = self._claimed
            self._claimed += count
            return count, turn

    def seconds_until(self, turn: int) -> float:
        """0 when it is there, or when the limit was lifted."""
        with self._lock:
            self._fill()
            return max(0.0, (turn - self._filled) / self._rate) if self._rate else 0.0

    def give_back(self, count: int) -> None:
        """Of a claim: what did not move after all."""
        with self._lock:
            self._claimed -= count

    def _fill(self) -> None:
        now = self._clock()
        if self._rate:
            filled = self._filled + (now - self._as_of) * self._rate
            self._filled = min(filled, self._claimed + self._rate * BURST_S)
        else:
            self._filled = float(self._claimed)
        self._as_of = now


@dataclass(frozen=True, slots=True)
class RateLimits:
    """Those of one device."""

    sending: RateLimit = field(default_factory=RateLimit)
    receiving: RateLimit = field(default_factory=RateLimit)

    def set(self, *, sending: int, receiving: int) -> None:
        """In bytes a second, 0 for none; holds at once for what is running."""
        self.sending.rate = sending
        self.receiving.rate = receiving


def parse_rate(text: str) -> int:
    """Bytes a second from `2M`, `500k`, `1.5M` or a plain number. Raises ValueError."""
    number, factor = text.strip(), 1
    for unit, bytes_each in (("k", 1_000), ("M", 1_000_000), ("G", 1_000_000_000)):
        if number[-1:].lower() == unit.lower():
            number, factor = number[:-1], bytes_each
            break
    rate = float(number) * factor
    if not 0 <= rate <= FASTEST:  # nor is NaN
        raise ValueError(text)
    return round(rate)
