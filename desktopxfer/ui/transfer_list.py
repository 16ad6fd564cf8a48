"""Owns the list of transfers: its pointer, its keys, its menu."""

from collections.abc import Collection

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktopxfer.ui.pressable import PressableList
from desktopxfer.ui.transfer_actions import Action, actions, menu_groups, wrongs
from desktopxfer.ui.transfer_delegate import TransferDelegate
from desktopxfer.ui.transfer_model import TRANSFER, Filter, TransferModel
from desktopxfer.workers.state import Transfer

ENDING = {Action.CANCEL, Action.PAUSE, Action.DISCARD}


class TransferList(PressableList):
    """Every transfer of this run, the newest first."""

    # Transfer, Action: everything but COPY, which the list does itself.
    requested = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transfers")
        self.setAccessibleName(self.tr("Transfers"))
        self._transfers = TransferModel(self)
        self._delegate = TransferDelegate(self)
        self.setModel(self._transfers)
        self.set_delegate(self._delegate)
        self._buttons = self.make_actions(Action)
        self._buttons[Action.COPY].setShortcut(QKeySequence.StandardKey.Copy)
        self._buttons[Action.CANCEL].setShortcut(QKeySequence.StandardKey.Delete)
        # Not the same key: who clears row after row must not cancel the next one.
        self._buttons[Action.REMOVE].setShortcut("Shift+Del")

    # What the window does -------------------------------------------------------------------------

    @property
    def transfers(self) -> list[Transfer]:
        return self._transfers.transfers

    def add(self, transfer: Transfer) -> None:
        self._transfers.add(transfer)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._transfers.index_of(transfer))

    def change(self, transfer: Transfer) -> None:
        self._transfers.change(transfer)

    def remove(self, transfers: Collection[Transfer]) -> None:
        self._transfers.remove(transfers)

    def ended(self) -> list[Transfer]:
        """Those of the rows shown that have ended."""
        return [transfer for transfer in self._transfers.shown if transfer.stage.ended]

    def set_filter(self, which: Filter) -> None:
        current = self.current_transfer()
        self._transfers.set_filter(which)
        if current is not None:
            self.setCurrentIndex(self._transfers.index_of(current))

    def set_unfolded(self, transfer: Transfer | None) -> None:
        """Says whose files are shown."""
        self._delegate.unfolded = transfer.key if transfer else ""
        self.viewport().update()

    def select(self, transfer: Transfer) -> None:
        """Has its row in sight, unless the filter hides it."""
        index = self._transfers.index_of(transfer)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def is_empty(self) -> bool:
        return not self._transfers.rowCount()

    def current_transfer(self) -> Transfer | None:
        return _transfer(self.currentIndex())

    # What can be done with a row ------------------------------------------------------------------

    def perform(self, action: Action, transfer: Transfer) -> None:
        """Does it, or asks the window to; nothing when it cannot be done now."""
        if action is Action.COPY:
            if said := "\n".join(wrongs(transfer)):
                QGuiApplication.clipboard().setText(said)
            return
        if any(action in group for group in menu_groups(transfer)):
            self.requested.emit(transfer, action)

    def trigger(self, kind: Action) -> None:
        transfer = self.current_transfer()
        if transfer is None:
            return
        if kind is Action.COPY and Action.COPY_TEXT in actions(transfer):
            kind = Action.COPY_TEXT
        if kind is Action.CANCEL:  # one key ends it, whatever the end is called
            ends = {Action.DECLINE, Action.DISCARD}.intersection(actions(transfer))
            kind = next(iter(ends), kind)
        self.perform(kind, transfer)

    def menu(self) -> QMenu | None:
        transfer = self.current_transfer()
        if transfer is None:
            return None
        is_open = self._delegate.unfolded == transfer.key
        words = self.tr("Hide the files") if is_open else Action.UNFOLD.label
        self._buttons[Action.UNFOLD].setText(words)
        return self.make_menu(map(self._buttons.__getitem__, g) for g in menu_groups(transfer))

    # Events ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        transfer = self.current_transfer()
        if transfer is None:
            super().keyPressEvent(event)
            return
        is_open = self._delegate.unfolded == transfer.key
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                primary = next(iter(actions(transfer)), Action.UNFOLD)
                # Return must not end what goes well: that has keys of its own.
                self.perform(Action.UNFOLD if primary in ENDING else primary, transfer)
            case Qt.Key.Key_Space if pausing := _pausing(transfer):
                self.perform(pausing, transfer)
            case Qt.Key.Key_Right if not is_open:
                self.perform(Action.UNFOLD, transfer)
            case Qt.Key.Key_Left if is_open:
                self.perform(Action.UNFOLD, transfer)
            case _:
                super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        transfer = _transfer(self.indexAt(event.position().toPoint()))
        if transfer is not None and self.part(event) is None:
            self.perform(Action.UNFOLD, transfer)

    def press(self, index: QModelIndex, kind: Action) -> None:
        if (transfer := _transfer(index)) is not None:
            self.perform(kind, transfer)


def _pausing(transfer: Transfer) -> Action | None:
    """What one key does by turns."""
    does = actions(transfer)
    return next((each for each in (Action.PAUSE, Action.RESUME) if each in does), None)


def _transfer(index: QModelIndex) -> Transfer | None:
    transfer = index.data(TRANSFER)
    return transfer if isinstance(transfer, Transfer) else None
