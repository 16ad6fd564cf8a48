"""Owns the window with what was sent and received: found, shown, sent again, forgotten."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktopxfer.errors import DesktopxferError
from desktopxfer.transfer.progress import Direction
from desktopxfer.transfer.store import Record
from desktopxfer.ui.confirmation import Confirmation
from desktopxfer.ui.empty_state import EmptyState
from desktopxfer.ui.history_list import PastAction, PastList, PastModel
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.surroundings import show_in_folder
from desktopxfer.ui.theme import Space
from desktopxfer.workers.history import History

TYPING_MS = 150  # after the last key: who types a word searches once


class HistoryDialog(QDialog):
    """Stands in nobody's way: open it with show()."""

    send_again_wanted = Signal(object)  # Record
    text_wanted = Signal(object)  # Record of one that is still kept
    failed = Signal(object)  # DesktopxferError

    def __init__(self, history: History, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self.setWindowTitle(self.tr("History"))
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Search by name, device or folder"))
        self._search.setAccessibleName(self.tr("Search the history"))
        self._search.setClearButtonEnabled(True)
        self._model = PastModel(history, self)
        self._list = PastList(self._model)
        self._nothing = EmptyState("history")
        self._clear = IconButton("remove", self.tr("Clear…"), name=self.tr("Clear the history"))
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._lay_out()
        self._search.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self._read)
        self._list.requested.connect(self._perform)
        self._clear.clicked.connect(self._ask_to_clear)
        history.changed.connect(self._read)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self._search.setFocus)
        self._read()

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._nothing)
        panel = QFrame()
        panel.setProperty("panel", True)
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(1, Space.XS, 1, Space.XS)
        inside.addWidget(self._pages)
        self._clear.setAutoDefault(False)
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        top.addWidget(self._search, 1)
        top.addWidget(self._clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addLayout(top)
        layout.addWidget(panel, 1)
        self.setMinimumSize(360, 280)
        self.resize(640, 560)

    @Slot()
    def _read(self) -> None:
        at, current = self._list.verticalScrollBar().value(), self._list.currentIndex().row()
        try:
            self._model.read(self._search.text().strip())
        except DesktopxferError as error:
            self.failed.emit(error)
        self._list.setCurrentIndex(self._model.index(max(0, current)))
        self._list.verticalScrollBar().setValue(at)
        self._show_page()

    def _show_page(self) -> None:
        is_empty = not self._model.rowCount()
        if self._search.text().strip():
            self._nothing.say(self.tr("Nothing found"), "")
        else:
            advice = self.tr("What you send and receive is listed here when it is over.")
            self._nothing.say(self.tr("No past transfers"), advice)
            self._clear.setEnabled(not is_empty)
        self._pages.setCurrentIndex(1 if is_empty else 0)

    @Slot(object, object)
    def _perform(self, record: Record, action: PastAction) -> None:
        match action:
            case PastAction.SHOW_TEXT:
                self.text_wanted.emit(record)
            case PastAction.SHOW_IN_FOLDER:
                show_in_folder(Path(record.paths[0]))
            case PastAction.SEND_AGAIN if record.direction is Direction.SENDING:
                self.send_again_wanted.emit(record)
            case PastAction.REMOVE:
                self._model.remove(record)
                self._history.forget([record])
                self._show_page()

    @Slot()
    def _ask_to_clear(self) -> None:
        question = Confirmation(
            self.tr("Clear the history?"),
            self.tr(
                "All past transfers are forgotten, with the texts that came. "
                "The files stay where they are."
            ),
            yes=self.tr("Clear"),
            no=self.tr("Keep"),
            parent=self,
        )
        question.confirmed.connect(self._history.clear)
        question.open()
