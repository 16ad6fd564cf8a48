"""Owns the list of transfers: its pointer, its keys, its menu."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktopxfer.ui.row_list import RowList
from desktopxfer.ui.transfer_actions import Action, actions, menu_groups, wrongs
from desktopxfer.ui.transfer_delegate import TransferDelegate, action_at
from desktopxfer.ui.transfer_model import TRANSFER, Filter, TransferModel
from desktopxfer.workers.state import Transfer

ENDING = {Action.CANCEL, Action.PAUSE, Action.DISCARD}


class TransferList(RowList):
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
        self.setItemDelegate(self._delegate)
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._delegate.pressed = None
        part = self._part(event)
        if part is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._delegate.pressed = self._delegate.hot = part
        self.setCurrentIndex(self.indexAt(event.position().toPoint()))
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._delegate.pressed = self._delegate.pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
            return
        self.viewport().update()
        transfer = _transfer(self.indexAt(event.position().toPoint()))
        if transfer is not None and pressed == self._part(event):
            self.perform(pressed[1], transfer)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._part(event):
            self.mousePressEvent(event)  # two quick clicks on a button are two clicks
        elif transfer := _transfer(self.indexAt(event.position().toPoint())):
            self.perform(Action.UNFOLD, transfer)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hot(self._part(event))
        if self._delegate.pressed is None:
            super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hot(None)
        super().leaveEvent(event)

    def _set_hot(self, part: tuple[str, Action] | None) -> None:
        if part != self._delegate.hot:
            self._delegate.hot = part
            self.viewport().update()

    def _part(self, event: QMouseEvent) -> tuple[str, Action] | None:
        """The button, or the like, under the pointer."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        transfer = _transfer(index)
        if transfer is None:
            return None
        action = action_at(point, self.visualRect(index), transfer, self.layoutDirection())
        return (transfer.key, action) if action else None


def _pausing(transfer: Transfer) -> Action | None:
    """What one key does by turns."""
    does = actions(transfer)
    return next((each for each in (Action.PAUSE, Action.RESUME) if each in does), None)


def _transfer(index: QModelIndex) -> Transfer | None:
    transfer = index.data(TRANSFER)
    return transfer if isinstance(transfer, Transfer) else None
