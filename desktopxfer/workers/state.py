"""Owns the state that the window shows. Changed only in the GUI thread, by the manager."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from desktopxfer import errors
from desktopxfer.device import Address, Device, Peer, Trust
from desktopxfer.diagnosis.finding import Finding, Level
from desktopxfer.errors import (
    AlreadyRunning,
    ConnectionLost,
    DesktopxferError,
    DiskFull,
    NotEnoughSpace,
    TimedOut,
)
from desktopxfer.offer import Conflicts, Decision, Entry, Kind, Offer
from desktopxfer.settings import Visibility
from desktopxfer.transfer.outcome import stage_after
from desktopxfer.transfer.progress import (
    Connected,
    Direction,
    EntriesEnded,
    EntriesSkipped,
    EntryRestarted,
    Finished,
    GoesOn,
    Offered,
    Progress,
    Scanned,
    Stage,
    StageChanged,
)
from desktopxfer.transfer.resumption import Inside
from desktopxfer.transfer.store import Record
from desktopxfer.workers.threads import Happening

# What runs and can be paused, once both people have agreed.
_PAUSABLE = {
    Stage.PREPARING,
    Stage.CONNECTING,
    Stage.RECONNECTING,
    Stage.CHECKING,
    Stage.MOVING,
}


@dataclass(slots=True)
class Transfer:
    """One transfer, over however many connections and runs of the program it takes."""

    key: str  # as in the store
    direction: Direction
    peer_name: str
    device_id: str = ""  # "" until connected to a typed address
    title: str = ""  # "Photos" or "Photos +3"
    kind: Kind = Kind.FILES  # TEXT: one that is shown here, or was written here
    preview: str = ""  # of a TEXT: its beginning, one line, once it may be seen
    stage: Stage = Stage.PREPARING
    trust: Trust = Trust.NEW  # of the other device, when the transfer began
    offer: Offer | None = None  # once the list of entries is complete
    listed: Sequence[Entry] = ()  # of an earlier run, until it is offered anew: what is in it
    decision: Decision | None = None  # receiving side, once answered: where to, and what not
    code: str = ""  # six digits that both screens show; empty before the connection stands
    scanned_entries: int = 0  # while PREPARING
    scanned_bytes: int = 0
    progress: Progress | None = None
    entry_errors: dict[int, DesktopxferError] = field(default_factory=dict)  # by entry index
    ended_entries: list[int] = field(default_factory=list)  # saved or failed; new ones come last
    restarted_entries: set[int] = field(
        default_factory=set
    )  # what had arrived of them was of no use
    skipped: list[DesktopxferError] = field(default_factory=list)  # never offered, such as links
    # Why it FAILED, was DECLINED or CANCELLED, is INTERRUPTED, or still QUEUED after a try.
    error: DesktopxferError | None = None
    agreed: bool = False  # both people have said yes, perhaps in an earlier run of the program
    failed: int = 0  # entries that failed alone, once FINISHED
    paths: tuple[Path, ...] = ()  # sending side: what was dropped
    # Receiving side: the folder, once answered; of a text from the start.
    into: Path | None = None
    can_send_again: bool = True  # sending side: whether this run of the program has what it sent
    conflicts: Conflicts = Conflicts.KEEP_BOTH  # receiving side: the answer to suggest
    saved_paths: tuple[Path, ...] = ()  # receiving side, once FINISHED
    seconds: float = 0.0  # once FINISHED
    # The ended ones, to look one up: each connection tells again of all that ended before.
    _ended: set[int] = field(default_factory=set, repr=False)

    @classmethod
    def remembered(cls, record: Record, trust: Trust, nickname: str = "") -> Self:
        """The row of a transfer of the store, as it stands there."""
        transfer = cls(
            record.key,
            record.direction,
            nickname or record.peer_name,
            record.device_id,
            title=record.title,
            kind=record.kind,
            trust=trust,
            conflicts=record.conflicts,
        )
        if record.direction is Direction.SENDING:
            transfer.paths = tuple(Path(path) for path in record.paths)
            transfer.can_send_again = bool(transfer.paths)
        else:
            transfer.into = Path(record.into)
            transfer.decision = Decision(transfer.into, conflicts=record.conflicts)
        transfer.follow(record)
        return transfer

    def follow(self, record: Record) -> None:
        """Takes over how it stands in the store, where another program may have worked on it."""
        self.stage, self.agreed = record.stage, record.accepted
        self.failed, self.seconds = record.failed, record.seconds
        if self.direction is Direction.RECEIVING:
            self.saved_paths = tuple(Path(path) for path in record.paths)
        if record.accepted:
            self.progress = Progress(record.done_bytes, record.total_bytes, 0.0)
        self.error = None
        if record.error:
            self.error = errors.restored(record.error, record.subject, record.detail)

    @property
    def entries(self) -> Sequence[Entry]:
        """What is in it, as far as that is known."""
        return self.listed if self.offer is None else self.offer.entries

    @property
    def can_look_into(self) -> bool:
        """Whether its entries are known, or the store knows them."""
        return bool(self.entries) or (self.agreed and not self.stage.ended)

    @property
    def can_pause(self) -> bool:
        return self.agreed and self.stage in _PAUSABLE

    @property
    def can_resume(self) -> bool:
        """Whether it can go on; QUEUED means: now, whether the device was seen or not."""
        return self.stage in {Stage.INTERRUPTED, Stage.QUEUED} or self._may_be_agreed

    @property
    def can_discard(self) -> bool:
        """Whether it does not run, and leaves something behind that can be given up."""
        return self.stage in {Stage.INTERRUPTED, Stage.QUEUED}

    @property
    def can_retry_failed(self) -> bool:
        return self.stage is Stage.FINISHED and self.failed > 0

    @property
    def _may_be_agreed(self) -> bool:
        """Whether the other person may have said yes, and this side never heard it."""
        asked = self.direction is Direction.SENDING and bool(self.code)
        lost = isinstance(self.error, ConnectionLost | TimedOut)
        return asked and lost and self.stage is Stage.FAILED

    @property
    def is_readable(self) -> bool:
        """Whether a text has arrived that can be shown."""
        return self.kind is Kind.TEXT and bool(self.saved_paths)

    @property
    def is_paused(self) -> bool:
        """Whether one of the two people has paused it."""
        paused = isinstance(self.error, errors.Paused | errors.PausedThere)
        return self.stage is Stage.INTERRUPTED and paused

    @property
    def waits_for_room(self) -> bool:
        """Whether the receiver's disk is full; it goes on by itself when there is room."""
        full = isinstance(self.error, DiskFull | NotEnoughSpace)
        return self.stage is Stage.INTERRUPTED and full

    def note(self, event: Happening) -> None:
        """Writes down what happened."""
        match event:
            case StageChanged(stage=stage, error=error):
                self.stage, self.error = stage, error
                self.agreed = self.agreed or stage is Stage.MOVING
            case Scanned(entries=entries, total_bytes=total_bytes):
                self.scanned_entries, self.scanned_bytes = entries, total_bytes
            case Connected(peer=peer, code=code):
                self.device_id, self.code = peer.device_id, code
            case Offered(offer=offer):
                self.offer, self.title = offer, offer.title
            case GoesOn(unwanted=unwanted):
                self._restrict(unwanted)
            case Progress():
                self.progress = event
            case EntriesEnded(results=results):
                self._end_entries(results)
            case EntryRestarted(index=index):
                self.restarted_entries.add(index)
            case EntriesSkipped(errors=errors):
                self.skipped += errors
            case Finished():
                self.stage, self.error = Stage.FINISHED, None
                self.failed = event.failed
                self.saved_paths, self.seconds = event.paths, event.seconds
            case _:
                pass

    def look_into(self, inside: Inside) -> None:
        """Takes over what the store has of its entries."""
        self.listed = inside.entries
        self._restrict(inside.unwanted)
        self._end_entries(inside.results)

    def _restrict(self, unwanted: frozenset[int]) -> None:
        if self.decision is not None:
            self.decision = dataclasses.replace(self.decision, unwanted=unwanted)

    def _end_entries(self, results: tuple[tuple[int, DesktopxferError | None], ...]) -> None:
        for index, error in results:
            if index not in self._ended:
                self._ended.add(index)
                self.ended_entries.append(index)
            if error is None:
                self.entry_errors.pop(index, None)  # it failed before, and was tried again
            else:
                self.entry_errors[index] = error

    def end(self, error: DesktopxferError | None) -> None:
        """Writes down the end; what it was is in the stage that was reported last."""
        self.error = error
        if self.stage.ended or self.stage in {Stage.INTERRUPTED, Stage.QUEUED}:
            return
        if error is None:
            self.stage = Stage.DECLINED
        elif isinstance(error, AlreadyRunning) or (self.agreed and type(error) is DesktopxferError):
            self.stage = Stage.INTERRUPTED  # as it stands in the store, whoever else has it
        else:
            self.stage = stage_after(error, agreed=self.agreed)


@dataclass(frozen=True, slots=True)
class Leftover:
    """What an interrupted receive has on the disk."""

    transfer: Transfer
    folder: Path
    size: int  # bytes


@dataclass(slots=True)
class Pairing:
    """Two devices on the way to trust each other."""

    key: str  # unique in this process
    name: str  # of the other device
    device_id: str = ""
    peer: Peer | None = None  # once connected
    code: str = ""  # six digits to compare; empty while connecting
    started_here: bool = True
    confirmed: bool = False  # by the person here; waits for the other one
    paired: bool = False  # at the end: both have confirmed
    error: DesktopxferError | None = None  # at the end: why not


@dataclass(slots=True)
class ConnectionCheck:
    """One look for what keeps this device and perhaps another one apart."""

    key: str  # unique in this process
    device: Device | None = None
    findings: list[Finding] = field(default_factory=list)  # in the order in which they came
    report: str = ""  # at the end: all of it, to be copied
    ended: bool = False
    error: DesktopxferError | None = None  # at the end: why it did not come to its own

    @property
    def level(self) -> Level:
        """Of the worst finding so far."""
        return max(
            (each.level for each in self.findings), key=list(Level).index, default=Level.GOOD
        )


@dataclass(frozen=True, slots=True)
class Visible:
    """Who may ask at the moment."""

    to: Visibility
    seconds_left: int = 0  # of EVERYONE, before it is TRUSTED; 0: until somebody changes it


@dataclass(frozen=True, slots=True)
class Listening:
    """Where this device can be reached, for the status bar."""

    addresses: tuple[Address, ...]  # of this computer, with the port in use; empty on failure
    error: DesktopxferError | None = None  # why nobody can send to this device
    # CannotDiscover, or PortReplaced: not the chosen port, because it is taken.
    note: DesktopxferError | None = None
