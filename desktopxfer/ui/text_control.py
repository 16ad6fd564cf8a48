"""Owns what is done with texts that have arrived: they are shown, or copied when asked to."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktopxfer.transfer.store import Record
from desktopxfer.ui.text_view import TextView
from desktopxfer.ui.transfer_actions import Action
from desktopxfer.workers.manager import TransferManager
from desktopxfer.workers.state import Transfer
from desktopxfer.workers.texts import ReadText, read_text


class TextControl(QObject):
    """Opens their windows. Nothing gets to the clipboard by itself."""

    failed = Signal(object)  # DesktopxferError: a text is not kept any more

    def __init__(self, manager: TransferManager, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._awaited: set[str] = set()  # accepted by the person here, by key
        manager.transfers.changed.connect(self._follow)

    @Slot(object)
    def await_text(self, transfer: Transfer) -> None:
        """The person here has said yes to it, and wants to see it."""
        self._awaited.add(transfer.key)

    @Slot(object)
    def _follow(self, transfer: Transfer) -> None:
        if transfer.key not in self._awaited:
            return
        if transfer.is_readable:
            # The person may be elsewhere when it comes at last.
            is_here = QApplication.activeWindow() is not None
            self._show(transfer.saved_paths[0], transfer.peer_name, comes_forward=is_here)
        if transfer.is_readable or transfer.stage.ended:
            self._awaited.discard(transfer.key)

    def perform(self, transfer: Transfer, action: Action) -> None:
        if action is Action.COPY_TEXT:
            read_text(transfer.saved_paths[0], self._copy)
        else:
            self._show(transfer.saved_paths[0], transfer.peer_name)

    @Slot(object)
    def show_past(self, record: Record) -> None:
        self._show(Path(record.paths[0]), record.peer_name, record.changed)

    def _show(
        self, file: Path, sender: str, when: float | None = None, *, comes_forward: bool = True
    ) -> None:
        views = (view for view in self._window.findChildren(TextView) if view.file == file)
        view = next(views, None)
        if view is None:
            view = TextView(file, sender, self._window, when=when)
            view.failed.connect(self.failed)
        view.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not comes_forward)
        view.show()
        if comes_forward:
            view.raise_()
            view.activateWindow()

    @Slot(object)
    def _copy(self, read: ReadText) -> None:
        if read.error is not None:
            self.failed.emit(read.error)
        else:
            QGuiApplication.clipboard().setText(read.text)
