"""Owns what happens when something is asked of a transfer in the list."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktopxfer.errors import DesktopxferError
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.ui import text
from desktopxfer.ui.confirmation import Confirmation
from desktopxfer.ui.surroundings import show_in_folder
from desktopxfer.ui.transfer_actions import Action
from desktopxfer.workers.manager import TransferManager
from desktopxfer.workers.state import Transfer


class TransferControl(QObject):
    """Does what concerns one transfer and needs nothing else of the window."""

    failed = Signal(object)  # DesktopxferError

    def __init__(self, manager: TransferManager, window: QWidget) -> None:
        super().__init__(window)
        self._transfers = manager.transfers
        self._interruptions = manager.interruptions
        self._window = window

    @Slot(object, object)
    def perform(self, transfer: Transfer, action: Action) -> None:
        match action:
            case Action.PAUSE:
                self._do(self._interruptions.pause, transfer)
            case Action.RESUME | Action.SEND_NOW | Action.RETRY_FAILED:
                self._do(self._interruptions.resume, transfer)
            case Action.DISCARD:
                self.discard(transfer)
            case Action.CANCEL:
                self._do(self._interruptions.cancel, transfer)
            case Action.REMOVE:
                self._do(self._transfers.remove, [transfer])
            case Action.SHOW_IN_FOLDER:
                show_in_folder(transfer.saved_paths[0])

    def discard(self, transfer: Transfer, *, over: QWidget | None = None) -> None:
        """Asks first, `over` a dialog, unless nothing has been done yet that would be lost."""
        if transfer.stage is Stage.QUEUED:
            self._do(self._interruptions.cancel, transfer)
            return
        question = Confirmation(
            self.tr("Discard transfer?"),
            self._what_is_lost(transfer),
            yes=self.tr("Discard"),
            no=self.tr("Keep"),
            parent=over or self._window,
        )
        question.confirmed.connect(partial(self._do, self._interruptions.cancel, transfer))
        question.open()

    def _what_is_lost(self, transfer: Transfer) -> str:
        name = text.isolated(transfer.title)
        if transfer.direction is Direction.SENDING:
            words = self.tr(
                "“{name}” will not go on. What has arrived at {peer} is not kept for it any more; "
                "your own files stay as they are."
            )
            return words.format(name=name, peer=text.isolated(transfer.peer_name))
        arrived = transfer.progress.done_bytes if transfer.progress else 0
        words = self.tr(
            "The unfinished part files of “{name}” are removed, and it cannot go on. Of {size} "
            "that have arrived, files that are complete already stay where they are."
        )
        return words.format(name=name, size=text.size(arrived))

    def _do(self, command: Callable[..., object], *what: object) -> None:
        try:
            command(*what)
        except DesktopxferError as error:
            self.failed.emit(error)
