"""Owns what a running transfer reports: its stage, its progress, its end."""

import time
from collections import deque
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from desktopxfer.device import Peer
from desktopxfer.errors import DesktopxferError
from desktopxfer.offer import Offer

INTERVAL_S = 0.1  # at most ten reports a second: more than an eye follows, little work for a window
SPEED_WINDOW_S = 3.0  # long enough to be calm, short enough to show a stall


class Direction(Enum):
    SENDING = "sending"
    RECEIVING = "receiving"


class Stage(Enum):
    QUEUED = "queued"  # until the device is seen
    PREPARING = "preparing"  # walking the dropped folders
    CONNECTING = "connecting"
    RECONNECTING = "reconnecting"  # the connection was lost; tries again by itself
    WAITING = "waiting"  # for a person to accept or decline
    CHECKING = "checking"  # reads what is there already, to send or take only the rest
    MOVING = "moving"  # bytes flow
    FINISHING = "finishing"  # all bytes sent; the receiver makes them durable
    INTERRUPTED = "interrupted"  # can be resumed
    FINISHED = "finished"  # the receipt is there; single entries may have failed
    FAILED = "failed"
    DECLINED = "declined"
    CANCELLED = "cancelled"

    @property
    def ended(self) -> bool:
        return self in {Stage.FINISHED, Stage.FAILED, Stage.DECLINED, Stage.CANCELLED}


class StageChanged(Struct, frozen=True):
    stage: Stage
    error: DesktopxferError | None = None  # why, when it is over or interrupted


class Scanned(Struct, frozen=True):
    """While PREPARING: how much has been found so far."""

    entries: int
    total_bytes: int


class Connected(Struct, frozen=True):
    peer: Peer
    code: str  # six digits that both screens can show


class Paired(Struct, frozen=True):
    """Both people have confirmed the code: this device may be trusted from now on."""

    peer: Peer


class Offered(Struct, frozen=True):
    """The list of entries is complete; on the receiving side with the names they will get."""

    offer: Offer


class GoesOn(Struct, frozen=True):
    """Receiving side: this connection goes on with an earlier transfer, so nobody is asked."""

    key: str  # of that transfer, and of this one from now on
    unwanted: frozenset[int] = frozenset()  # as in the Decision of back then


class ResumeWanted(Struct, frozen=True):
    """The device to which this one was sending asks it to go on."""

    key: str  # of that transfer


class Progress(Struct, frozen=True):
    done_bytes: int
    total_bytes: int  # of the entries that were accepted
    bytes_per_second: float  # over the last SPEED_WINDOW_S, not the lifetime average

    @property
    def seconds_left(self) -> float | None:
        """None while nothing moves."""
        if self.bytes_per_second <= 0:
            return None
        return (self.total_bytes - self.done_bytes) / self.bytes_per_second


class EntriesEnded(Struct, frozen=True):
    """Entries that ended since the last report: index, and why it failed (None: saved)."""

    results: tuple[tuple[int, DesktopxferError | None], ...]


class EntryRestarted(Struct, frozen=True):
    """What had arrived of a file was of no use, as the file or the part has changed since."""

    index: int


class EntriesSkipped(Struct, frozen=True):
    """What was dropped and is not part of the offer: links, pipes, unreadable folders.

    All at once: a tree may hold a hundred thousand links, and a window takes a moment each time.
    """

    errors: tuple[DesktopxferError, ...]  # the subject is the path


class Finished(Struct, frozen=True):
    """The receipt: everything accepted has arrived and is durable, except what failed alone."""

    files: int  # saved
    failed: int  # entries that failed alone
    total_bytes: int  # of the saved files
    seconds: float  # from the acceptance to the receipt
    paths: tuple[Path, ...] = ()  # receiving side: where the dropped things are now


Event: TypeAlias = (
    StageChanged
    | Scanned
    | Connected
    | Paired
    | Offered
    | GoesOn
    | ResumeWanted
    | Progress
    | EntriesEnded
    | EntryRestarted
    | EntriesSkipped
    | Finished
)
OnEvent: TypeAlias = Callable[[Event], None]


class Meter:
    """Counts bytes and ended entries and reports them through `on_event`, at most every INTERVAL_S.

    Belongs to the thread that runs the transfer.
    """

    def __init__(self, on_event: OnEvent, clock: Callable[[], float] = time.monotonic) -> None:
        self._on_event = on_event
        self._clock = clock
        self._samples: deque[tuple[float, int]] = deque()
        self._ended: list[tuple[int, DesktopxferError | None]] = []
        self._next_report = 0.0
        self.started = 0.0
        self.done_bytes = 0
        self.total_bytes = 0

    def start(self, total_bytes: int, done_bytes: int = 0) -> None:
        """`done_bytes` of these are there from an earlier connection."""
        self.total_bytes = total_bytes
        self.done_bytes = done_bytes
        self.started = self._clock()
        self._samples.append((self.started, done_bytes))

    def add(self, count: int) -> None:
        self.done_bytes += count
        if self._clock() >= self._next_report:
            self.report()

    def never_coming(self, count: int) -> None:
        """Takes bytes of a failed entry out of the total, so that the rest still ends at 100 %."""
        self.total_bytes -= count

    def restart(self, count: int) -> None:
        """Takes bytes back that were there but have to come again."""
        self.done_bytes -= count
        self._samples = deque((at, done - count) for at, done in self._samples)

    def entry_ended(self, index: int, error: DesktopxferError | None = None) -> None:
        self._ended.append((index, error))

    @property
    def seconds(self) -> float:
        return self._clock() - self.started

    def report(self) -> None:
        """Reports now: regularly from add(), and once at the end."""
        now = self._clock()
        self._next_report = now + INTERVAL_S
        self._samples.append((now, self.done_bytes))
        while len(self._samples) > 2 and now - self._samples[0][0] > SPEED_WINDOW_S:
            self._samples.popleft()
        since, before = self._samples[0]
        speed = (self.done_bytes - before) / (now - since) if now > since else 0.0
        self._on_event(Progress(self.done_bytes, self.total_bytes, speed))
        if self._ended:
            self._on_event(EntriesEnded(tuple(self._ended)))
            self._ended.clear()
