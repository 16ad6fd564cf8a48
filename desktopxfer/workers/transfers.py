"""Owns the rows: the transfers in the window, and what is noted of each."""

from collections.abc import Collection, Iterator

from PySide6.QtCore import QObject, Signal

from desktopxfer.errors import DesktopxferError, ProfileUnusable
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.progress import Connected
from desktopxfer.transfer.store import Record
from desktopxfer.workers.state import Transfer
from desktopxfer.workers.threads import Happening


class Transfers(QObject):
    """Lives in the GUI thread."""

    added = Signal(object)  # Transfer
    changed = Signal(object)  # Transfer
    removed = Signal(object)  # tuple[Transfer, ...]: they are in the list no more
    refused = Signal(object)  # DesktopxferError: what was asked for could not be done

    def __init__(self, known: KnownDevices, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._memory = memory
        self._rows: dict[str, Transfer] = {}

    def __iter__(self) -> Iterator[Transfer]:
        """Those that there are now; rows may come and go meanwhile."""
        return iter([*self._rows.values()])

    def get(self, key: str) -> Transfer | None:
        return self._rows.get(key)

    def add(self, transfer: Transfer) -> None:
        self._rows[transfer.key] = transfer
        self.added.emit(transfer)

    def record(self, key: str) -> Record | None:
        """What the store has of a transfer; when it cannot be read, `refused` says why."""
        try:
            return self._memory.store.get(key)
        except ProfileUnusable as error:
            self.refused.emit(error)
            return None

    def reopen(self, record: Record) -> Transfer:
        """The row of a transfer of the store; makes one if there is none."""
        if (transfer := self._rows.get(record.key)) is None:
            known = self._known.get(record.device_id)
            transfer = Transfer.remembered(record, known.trust, known.nickname)
            self.add(transfer)
        return transfer

    def note(self, transfer: Transfer, event: Happening) -> None:
        """Writes down what happened, and tells."""
        transfer.note(event)
        if isinstance(event, Connected):
            known = self._known.get(event.peer.device_id)
            transfer.trust = known.trust
            transfer.peer_name = known.nickname or event.peer.name
        self.changed.emit(transfer)

    def tell(self, error: DesktopxferError | None) -> None:
        """Of an errand: says what went wrong, if anything did."""
        if error is not None:
            self.refused.emit(error)

    def remove(self, transfers: Collection[Transfer]) -> None:
        """Forgets transfers that have ended, and leaves alone what they saved."""
        ended = tuple(each for each in transfers if each.stage.ended)
        for transfer in ended:
            self._rows.pop(transfer.key, None)
        if ended:
            self.removed.emit(ended)
