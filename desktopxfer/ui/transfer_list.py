"""Owns the list of transfers: its pointer, its keys, its menu, what is unfolded."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QMenu, QTreeView, QWidget

from desktopxfer.ui.transfer_actions import Action, actions, wrongs
from desktopxfer.ui.transfer_delegate import TransferDelegate, places
from desktopxfer.ui.transfer_model import LINE, TRANSFER, Filter, Line, TransferModel, outcome
from desktopxfer.workers.manager import Transfer

NEAR_PX = 400  # as near to the end of a batch the next one is fetched


class TransferList(QTreeView):
    """Every transfer of this run, the newest first, each unfolding to its entries."""

    # Transfer, Action: what only the window can do (ANSWER, DECLINE, CANCEL, SHOW..., SEND_AGAIN)
    requested = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transfers")
        self.setAccessibleName(self.tr("Transfers"))
        self._transfers = TransferModel(self)
        self._delegate = TransferDelegate(self)
        self.setModel(self._transfers)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.collapsed.connect(self._transfers.forget)
        self.verticalScrollBar().valueChanged.connect(self._fetch_near)
        self.verticalScrollBar().rangeChanged.connect(self._fetch_near)
        self._buttons = {action: self._make_action(action) for action in Action}
        self._buttons[Action.COPY].setShortcut(QKeySequence.StandardKey.Copy)
        self._buttons[Action.CANCEL].setShortcut(QKeySequence.StandardKey.Delete)

    def _make_action(self, action: Action) -> QAction:
        button = QAction(action.label, self)
        button.setData(action)
        button.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        button.triggered.connect(self._trigger)
        self.addAction(button)
        return button

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
        if self.isExpanded(self._transfers.index_of(transfer)):
            self.viewport().update()  # the entries in sight; cheaper than to name each of them

    def set_filter(self, which: Filter) -> None:
        current = self.current_transfer()
        self._transfers.set_filter(which)
        if current is not None:
            self.setCurrentIndex(self._transfers.index_of(current))

    def is_empty(self) -> bool:
        return not self._transfers.rowCount()

    def current_transfer(self) -> Transfer | None:
        transfer = self.currentIndex().data(TRANSFER)
        return transfer if isinstance(transfer, Transfer) else None

    # What can be done with a row ------------------------------------------------------------------

    def perform(self, action: Action, index: QModelIndex) -> None:
        """Does it, or asks the window to."""
        transfer = index.data(TRANSFER)
        if not isinstance(transfer, Transfer):
            return
        top = index.parent() if index.parent().isValid() else index
        match action:
            case Action.UNFOLD:
                self.setExpanded(top, not self.isExpanded(top))
            case Action.UNFOLD_FAILED:
                self._unfold_failed(top)
            case Action.COPY:
                self._copy(index)
            case _ if action in actions(transfer):
                self.requested.emit(transfer, action)

    def _unfold_failed(self, top: QModelIndex) -> None:
        only_failed = self.isExpanded(top) and self._transfers.only_failed(top)
        self.collapse(top)
        self._transfers.set_only_failed(top, not only_failed)
        self.setExpanded(top, not only_failed)

    def _copy(self, index: QModelIndex) -> None:
        line = index.data(LINE)
        if isinstance(line, Line):
            said = outcome(line) or line.path
        else:
            said = "\n".join(wrongs(index.data(TRANSFER)))
        if said:
            QGuiApplication.clipboard().setText(said)

    def _trigger(self) -> None:
        button = self.sender()
        assert isinstance(button, QAction)
        action = button.data()
        transfer = self.current_transfer()
        if transfer and action is Action.CANCEL and Action.DECLINE in actions(transfer):
            action = Action.DECLINE  # one key ends it, whoever has to decide
        self.perform(action, self.currentIndex())

    def menu(self) -> QMenu | None:
        """Everything that can be done with the current row."""
        transfer = self.current_transfer()
        if transfer is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in actions(transfer):
            menu.addAction(self._buttons[action])
        index = self.currentIndex()
        top = index.parent() if index.parent().isValid() else index
        if self._transfers.hasChildren(top):
            menu.addSeparator()
            unfold = self._buttons[Action.UNFOLD]
            is_open = self.isExpanded(top)
            unfold.setText(self.tr("Hide the files") if is_open else Action.UNFOLD.label)
            menu.addAction(unfold)
            if transfer.entry_errors or transfer.skipped:
                menu.addAction(self._buttons[Action.UNFOLD_FAILED])
        return menu

    # Events ---------------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            where = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        else:
            where = event.globalPos()
            self.setCurrentIndex(self.indexAt(event.pos()))
        if menu := self.menu():
            menu.popup(where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        transfer = self.current_transfer()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and transfer:
            primary = next(iter(actions(transfer)), Action.UNFOLD)
            # Return must not end what goes well: cancelling has a key of its own.
            self.perform(
                Action.UNFOLD if primary is Action.CANCEL else primary, self.currentIndex()
            )
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._delegate.pressed = None
        if event.button() is Qt.MouseButton.LeftButton and (part := self._part(event)):
            self._delegate.pressed = self._delegate.hot = part
            self.setCurrentIndex(self.indexAt(event.position().toPoint()))
            self.viewport().update()
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._delegate.pressed = self._delegate.pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
            return
        self.viewport().update()
        if pressed == self._part(event):
            self.perform(pressed[1], self.indexAt(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._part(event):
            self.mousePressEvent(event)  # two quick clicks on a button are two clicks
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hot(self._part(event))
        if self._delegate.pressed is None:
            super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hot(None)
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    def _set_hot(self, part: tuple[str, Action] | None) -> None:
        if part != self._delegate.hot:
            self._delegate.hot = part
            self.viewport().update()

    def _part(self, event: QMouseEvent) -> tuple[str, Action] | None:
        """The button, or the like, under the pointer."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        transfer = index.data(TRANSFER)
        if not isinstance(transfer, Transfer) or index.parent().isValid():
            return None
        action = places(self.visualRect(index), transfer).action_at(point)
        if action is Action.UNFOLD and not self._transfers.hasChildren(index):
            return None
        return (transfer.key, action) if action else None

    def _fetch_near(self) -> None:
        """Fetches on when the end of what was fetched of a transfer comes near."""
        index = self.indexAt(QPoint(0, 0))
        limit = self.viewport().height() + NEAR_PX
        while index.isValid() and self.visualRect(index).top() < limit:
            top = index.parent()
            if top.isValid() and index.row() == self._transfers.rowCount(top) - 1:
                self._transfers.fetch_next(top)
                return
            index = self.indexBelow(index)
