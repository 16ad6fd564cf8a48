"""Owns every thread that speaks with another device, from its start to its end."""

from collections.abc import Collection

from PySide6.QtCore import QDeadlineTimer, QObject, Signal, Slot

from desktopxfer.device import Device
from desktopxfer.diagnosis.check import Subject
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.transfer.admission import Admission
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.conversation import LocalDevice
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.progress import GoesOn
from desktopxfer.transfer.shipment import What
from desktopxfer.transfer.store import Record
from desktopxfer.workers.threads import (
    Accepted,
    AskThread,
    CheckThread,
    Ended,
    Locate,
    PairThread,
    ProbeThread,
    ReceiveThread,
    Report,
    SendThread,
    TransferThread,
)


class Running(QObject):
    """Starts threads under a key of the caller's. Lives in the GUI thread; only wait() blocks.

    What starts one raises OutOfDescriptors when the system has nothing left to run it with. The
    latest thread of a key speaks for it, and what an earlier one still says is not heard.
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
        self._threads: dict[int, TransferThread] = {}  # by number
        self._speakers: dict[str, TransferThread] = {}  # by key

    def send(
        self,
        key: str,
        device: Device,
        locate: Locate,
        *,
        patience_s: float,
        what: What | None = None,
    ) -> None:
        """Sends `what`; without it it goes on with what the store has under the key."""
        self._run(
            SendThread(
                key,
                self.local,
                self._known,
                device,
                self._memory,
                what,
                patience_s,
                locate,
                parent=self,
            )
        )

    def ask_to_go_on(self, record: Record, device: Device) -> None:
        """Asks the device from which a transfer of the store was received."""
        self._run(AskThread(record.key, self.local, self._known, device, record, parent=self))

    def receive(self, key: str, accepted: Accepted, admission: Admission) -> None:
        self._run(
            ReceiveThread(
                key, self.local, self._known, self._memory, accepted, admission, parent=self
            )
        )

    def probe(self, key: str, device: Device) -> None:
        """Asks a typed address who is there."""
        self._run(ProbeThread(key, self.local, self._known, device, parent=self))

    def check(self, key: str, subject: Subject) -> None:
        """Looks for what keeps devices apart."""
        self._run(CheckThread(key, subject, self._known, parent=self))

    def pair(self, key: str, device: Device) -> None:
        self._run(PairThread(key, self.local, self._known, device, parent=self))

    def control(self, key: str) -> Control | None:
        """What may be done to the thread of this key; None when it has none, or it has ended."""
        thread = self._speakers.get(key)
        return None if thread is None else thread.control

    def cancel(self, key: str) -> None:
        """Ends what runs under this key, if anything does; it reports when it has cleaned up."""
        if (control := self.control(key)) is not None:
            control.cancel()

    def drop(self, key: str) -> None:
        """Stops what runs under this key, which says nothing more."""
        if (thread := self._speakers.pop(key, None)) is not None:
            thread.control.stop()

    def stop_all(self, *, interrupting: Collection[str]) -> None:
        """Interrupts these, so that they can go on some day, and cancels all others."""
        for thread in self._threads.values():
            if thread.key in interrupting:
                thread.control.stop()
            else:
                thread.control.cancel()

    def wait(self, deadline: QDeadlineTimer) -> bool:
        """Whether every thread ends before the deadline."""
        return all(thread.wait(deadline) for thread in self._threads.values())

    def _run(self, thread: TransferThread) -> None:
        self._threads[thread.number] = thread
        self._speakers[thread.key] = thread
        thread.reported.connect(self._take_report)
        thread.start()

    @Slot(object)
    def _take_report(self, report: Report) -> None:
        thread = self._threads[report.thread]
        if isinstance(report.event, GoesOn):
            self._speakers = {
                key: speaker for key, speaker in self._speakers.items() if speaker is not thread
            }
            self._speakers[report.key] = thread
        is_heard = self._speakers.get(report.key) is thread
        if isinstance(report.event, Ended):
            del self._threads[report.thread]
            if is_heard:
                del self._speakers[report.key]
            thread.wait()  # it has said its last word
            thread.deleteLater()
        if is_heard:
            self.reported.emit(report)
