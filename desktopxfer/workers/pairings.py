"""Owns the pairings on their way: which there are, and which of two with one device goes on."""

import secrets

from PySide6.QtCore import QObject, Signal, Slot

from desktopxfer.device import Device
from desktopxfer.errors import Cancelled
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.transfer.progress import Paired
from desktopxfer.workers.devices import Devices
from desktopxfer.workers.running import Running
from desktopxfer.workers.state import Pairing
from desktopxfer.workers.threads import CodeAsked, Ended, Report


class Pairings(QObject):
    """Lives in the GUI thread."""

    changed = Signal(object)  # Pairing: there is a code to compare, or it has ended

    def __init__(
        self,
        known: KnownDevices,
        devices: Devices,
        running: Running,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._known = known
        self._devices = devices
        self._running = running
        self._pairings: dict[str, Pairing] = {}
        devices.blocking.connect(self._leave)

    def pair(self, device: Device) -> Pairing:
        """Starts to pair; `changed` brings the code to compare. Raises OutOfDescriptors."""
        pairing = Pairing(secrets.token_hex(8), device.name, device.device_id)
        self._running.pair(pairing.key, device)
        self._pairings[pairing.key] = pairing
        return pairing

    def confirm(self, pairing: Pairing, same: bool) -> None:
        """Says whether both screens show the same code."""
        if (control := self._running.control(pairing.key)) is not None:
            pairing.confirmed = same
            control.confirm(same)

    def cancel(self, pairing: Pairing) -> None:
        """Leaves without an answer."""
        self._running.cancel(pairing.key)

    def block(self, pairing: Pairing) -> None:
        """Leaves, and hears no more from the other device. Raises ProfileUnusable."""
        if pairing.peer is not None:
            self._devices.block(pairing.peer)

    @Slot(str)
    def _leave(self, device_id: str) -> None:
        for pairing in self._pairings.values():
            if pairing.device_id == device_id:
                self.cancel(pairing)

    def take_report(self, report: Report) -> bool:
        """Notes what a thread says. Whether it speaks of a pairing."""
        key, event = report.key, report.event
        if isinstance(event, CodeAsked):
            self._compare(key, event)
        elif (pairing := self._pairings.get(key)) is None:  # or it gave way too late
            return False
        elif isinstance(event, Paired):
            pairing.paired = True
        elif isinstance(event, Ended):
            del self._pairings[key]
            pairing.error = event.error
            self.changed.emit(pairing)
        return True

    def _compare(self, key: str, asked: CodeAsked) -> None:
        peer = asked.peer
        pairing = self._pairings.setdefault(key, Pairing(key, "", started_here=False))
        pairing.name = self._known.get(peer.device_id).nickname or peer.name
        pairing.device_id, pairing.peer, pairing.code = peer.device_id, peer, asked.code
        if (other := self._other(pairing)) is not None:
            # Both people have pressed "Pair" and would compare two codes. Both sides keep the same
            # one: what the device with the smaller id has started.
            started_here = self._running.local.identity.device_id < peer.device_id
            loser = other if pairing.started_here is started_here else pairing
            self._give_way(loser)
            if loser is pairing:
                return
        self.changed.emit(pairing)

    def _other(self, pairing: Pairing) -> Pairing | None:
        return next(
            (
                other
                for other in self._pairings.values()
                if other.device_id == pairing.device_id and other.code and other is not pairing
            ),
            None,
        )

    def _give_way(self, pairing: Pairing) -> None:
        del self._pairings[pairing.key]
        self.cancel(pairing)
        pairing.error = Cancelled()
        self.changed.emit(pairing)
