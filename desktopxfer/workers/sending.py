"""Owns how a send starts: at once, or when its device is there."""

from functools import partial

from desktopxfer.device import Device, Trust
from desktopxfer.errors import DesktopxferError, OutOfDescriptors
from desktopxfer.transfer.clippings import Clipping
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.progress import Direction, Stage, StageChanged
from desktopxfer.transfer.shipment import Shipment, What, new_key, title_of
from desktopxfer.workers.devices import Devices
from desktopxfer.workers.errands import Errands
from desktopxfer.workers.preferences import Preferences
from desktopxfer.workers.running import Running
from desktopxfer.workers.state import Transfer
from desktopxfer.workers.texts import preview
from desktopxfer.workers.transfers import Transfers


class Sending:
    """Lives in the GUI thread."""

    def __init__(
        self,
        transfers: Transfers,
        memory: Memory,
        running: Running,
        devices: Devices,
        preferences: Preferences,
        notes: Errands,
    ) -> None:
        self._transfers = transfers
        self._memory = memory
        self._running = running
        self._devices = devices
        self._preferences = preferences
        self._notes = notes

    def send(self, what: What, device: Device) -> Transfer:
        """Starts to send; the row is there at once.

        To a trusted device that is off it waits, also beyond the end of the program.
        """
        transfer = Transfer(
            new_key(),
            Direction.SENDING,
            device.name,
            device.device_id,
            title=title_of(what),
            trust=device.trust,
        )
        if isinstance(what, Clipping):
            transfer.kind, transfer.preview = what.kind, preview(what.text)
        else:
            transfer.paths = tuple(what)
        self._transfers.add(transfer)
        if device.trust is Trust.TRUSTED and not device.online and not device.typed:
            self._notes.run(
                partial(
                    Shipment.new,
                    self._memory,
                    what,
                    device,
                    key=transfer.key,
                    stage=Stage.QUEUED,
                ),
                partial(self._note_queued, transfer, None),
            )
        else:
            self._start(transfer, device, what, otherwise=Stage.FAILED)
        return transfer

    def go_on(self, transfer: Transfer, device: Device) -> None:
        """Sends what the store has of a transfer."""
        self._start(transfer, device, None, otherwise=transfer.stage)

    def _start(
        self, transfer: Transfer, device: Device, what: What | None, *, otherwise: Stage
    ) -> None:
        try:
            self._running.send(
                transfer.key,
                device,
                self._devices.locate,
                patience_s=self._preferences.patience_s,
                what=what,
            )
        except OutOfDescriptors as error:
            self._transfers.note(transfer, StageChanged(otherwise, error))
        else:
            self._transfers.note(transfer, StageChanged(Stage.PREPARING))

    def queue_again(self, transfer: Transfer, why: DesktopxferError | None) -> None:
        """Nobody has seen it yet: it goes when its device is there."""
        self._notes.run(
            partial(self._memory.store.change, transfer.key, stage=Stage.QUEUED),
            partial(self._note_queued, transfer, why),
        )
        transfer.note(StageChanged(Stage.PREPARING))  # until it stands in the store

    def _note_queued(
        self, transfer: Transfer, why: DesktopxferError | None, error: DesktopxferError | None
    ) -> None:
        """`why` it was queued after a try; `error` if that could not be written down."""
        if error is None:
            self._transfers.note(transfer, StageChanged(Stage.QUEUED, why))
        else:
            self._transfers.note(transfer, StageChanged(Stage.FAILED, error))
