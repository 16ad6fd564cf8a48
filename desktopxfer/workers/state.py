"""Owns the state that the window shows. Changed only in the GUI thread, by the manager."""

from dataclasses import dataclass, field
from pathlib import Path

from desktopxfer.device import Address, Peer, Trust
from desktopxfer.errors import DesktopxferError
from desktopxfer.offer import Decision, Offer
from desktopxfer.settings import Visibility
from desktopxfer.transfer.outcome import stage_after
from desktopxfer.transfer.progress import (
    Connected,
    Direction,
    EntriesEnded,
    EntriesSkipped,
    Finished,
    Offered,
    Progress,
    Scanned,
    Stage,
    StageChanged,
)
from desktopxfer.workers.threads import Happening


@dataclass(slots=True)
class Transfer:
    """One transfer."""

    key: str  # unique in this process
    direction: Direction
    peer_name: str
    device_id: str = ""  # "" until connected to a typed address
    title: str = ""  # "Photos" or "Photos +3"
    stage: Stage = Stage.PREPARING
    trust: Trust = Trust.NEW  # of the other device, when the transfer began
    offer: Offer | None = None  # once the list of entries is complete
    decision: Decision | None = None  # receiving side, once answered: where to, and what not
    code: str = ""  # six digits that both screens show; empty before the connection stands
    scanned_entries: int = 0  # while PREPARING
    scanned_bytes: int = 0
    progress: Progress | None = None
    entry_errors: dict[int, DesktopxferError] = field(default_factory=dict)  # by entry index
    ended_entries: set[int] = field(default_factory=set)  # saved or failed
    skipped: list[DesktopxferError] = field(default_factory=list)  # never offered, such as links
    error: DesktopxferError | None = None  # why it FAILED, was DECLINED or CANCELLED
    saved_paths: tuple[Path, ...] = ()  # receiving side, once FINISHED
    seconds: float = 0.0  # once FINISHED

    def note(self, event: Happening) -> None:
        """Writes down what happened."""
        match event:
            case StageChanged(stage=stage, error=error):
                self.stage, self.error = stage, error
            case Scanned(entries=entries, total_bytes=total_bytes):
                self.scanned_entries, self.scanned_bytes = entries, total_bytes
            case Connected(peer=peer, code=code):
                self.device_id, self.code = peer.device_id, code
            case Offered(offer=offer):
                self.offer, self.title = offer, offer.title
            case Progress():
                self.progress = event
            case EntriesEnded(results=results):
                self.ended_entries.update(index for index, _ in results)
                self.entry_errors.update(
                    (index, error) for index, error in results if error is not None
                )
            case EntriesSkipped(errors=errors):
                self.skipped += errors
            case Finished():
                self.stage = Stage.FINISHED
                self.saved_paths, self.seconds = event.paths, event.seconds
            case _:
                pass

    def end(self, error: DesktopxferError | None) -> None:
        """Writes down the end; what it was is in the stage that was reported last."""
        self.error = error
        if not self.stage.ended and self.stage is not Stage.INTERRUPTED:
            self.stage = Stage.DECLINED if error is None else stage_after(error, agreed=False)


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
    note: DesktopxferError | None = None  # PortReplaced: not the chosen port, because it is taken
