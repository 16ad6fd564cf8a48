"""Owns every thread that speaks with another device, from its start to its end."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, Signal, Slot

from desktopxfer.device import Device
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.transfer.admission import Admission
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.conversation import LocalDevice
from desktopxfer.transfer.memory import Memory
from desktopxfer.workers.threads import (
    Accepted,
    Ended,
    PairThread,
    ProbeThread,
    ReceiveThread,
    Report,
    SendThread,
    TransferThread,
)


class Running(QObject):
    """Starts threads under a key of the caller's. Lives in the GUI thread; only wait() blocks.

    What starts one raises OutOfDescriptors when the system has nothing left to run it with.
    """

    reported = Signal(object)  # Report, in the GUI thread; nothing comes after Ended

    def __init__(
        self,
        local: LocalDevice,
        known: KnownDevices,
        memory: Memory,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.local = local  # as which the next threads speak
        self._known = known
        self._memory = memory
        self._threads: dict[str, TransferThread] = {}

    def send(self, key: str, paths: Sequence[Path], device: Device) -> None:
        self._run(
            SendThread(key, self.local, self._known, device, self._memory, paths, parent=self)
        )

    def receive(self, key: str, accepted: Accepted, admission: Admission) -> None:
        self._run(
            ReceiveThread(
                key, self.local, self._known, self._memory, accepted, admission, parent=self
            )
        )

    def probe(self, key: str, device: Device) -> None:
        """Asks a typed address who is there."""
        self._run(ProbeThread(key, self.local, self._known, device, parent=self))

    def pair(self, key: str, device: Device) -> None:
        self._run(PairThread(key, self.local, self._known, device, parent=self))

    def control(self, key: str) -> Control | None:
        """What may be done to a thread; None once it has ended."""
        thread = self._threads.get(key)
        return None if thread is None else thread.control

    def cancel(self, key: str) -> None:
        """Ends what runs under this key, if anything does; it reports when it has cleaned up."""
        if (control := self.control(key)) is not None:
            control.cancel()

    def cancel_all(self) -> None:
        for key in self._threads:
            self.cancel(key)

    def wait(self, deadline: QDeadlineTimer) -> bool:
        """Whether every thread ends before the deadline."""
        return all(thread.wait(deadline) for thread in self._threads.values())

    def _run(self, thread: TransferThread) -> None:
        self._threads[thread.key] = thread
        thread.reported.connect(self._take_report)
        thread.start()

    @Slot(object)
    def _take_report(self, report: Report) -> None:
        self.reported.emit(report)
        if isinstance(report.event, Ended):
            thread = self._threads.pop(report.key)
            thread.wait()  # it has said its last word
            thread.deleteLater()
