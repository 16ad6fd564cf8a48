"""Owns every thread behind the window and keeps the list of transfers and devices for it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktopxfer.device import Address, Device
from desktopxfer.errors import DesktopxferError
from desktopxfer.identity.certificate import Identity
from desktopxfer.offer import Decision, Offer
from desktopxfer.settings import Profile, Settings
from desktopxfer.transfer.progress import Direction, Progress, Stage


@dataclass(slots=True)
class Transfer:
    """One transfer as the window sees it. Changed only in the GUI thread, by TransferManager."""

    key: str  # unique in this process
    direction: Direction
    peer_name: str
    device_id: str = ""  # "" until connected to a typed address
    title: str = ""  # "Photos" or "Photos +3"
    stage: Stage = Stage.PREPARING
    offer: Offer | None = None  # once the list of entries is complete
    decision: Decision | None = None  # receiving side, once accepted: where to, and what not
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


@dataclass(frozen=True, slots=True)
class Listening:
    """Where this device can be reached, for the status bar."""

    addresses: tuple[Address, ...]  # of this computer, with the port in use; empty on failure
    error: DesktopxferError | None = None  # why nobody can send to this device
    note: DesktopxferError | None = None  # PortTaken: another port than the chosen one is in use


class TransferManager(QObject):
    """Starts, cancels and watches transfers. Lives in the GUI thread; no call here blocks.

    Every signal carries one object and is emitted in the GUI thread.
    """

    transfer_added = Signal(object)  # Transfer
    transfer_changed = Signal(object)  # Transfer
    offer_received = Signal(object)  # Transfer: RECEIVING, WAITING, its offer is there
    offer_withdrawn = Signal(object)  # Transfer: the sender cancelled or vanished while we waited
    devices_changed = Signal(object)  # tuple[Device, ...], sorted for display
    listening_changed = Signal(object)  # Listening

    def __init__(self, profile: Profile, identity: Identity, settings: Settings) -> None: ...

    def start(self) -> None:
        """Starts to listen and to look for devices."""

    def send(self, paths: Sequence[Path], device: Device) -> Transfer: ...

    def answer(self, transfer: Transfer, decision: Decision) -> None:
        """Answers an offer. Without effect once it was withdrawn."""

    def cancel(self, transfer: Transfer) -> None:
        """Ends a transfer in any stage; the row changes when the thread has cleaned up."""

    def add_address(self, address: Address) -> None:
        """Remembers a typed address and asks it who it is."""

    def remove_device(self, device: Device) -> None:
        """Forgets the typed addresses of a device."""

    def apply(self, settings: Settings) -> None:
        """Takes new settings and saves them; listens and announces anew where that changed."""

    @property
    def settings(self) -> Settings: ...

    def shutdown(self) -> None:
        """Cancels everything and waits for every thread."""
