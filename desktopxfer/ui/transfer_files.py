"""Owns the pane with the files of one transfer: what became of each, and what failed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktopxfer.offer import Entry
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.ui import text, theme
from desktopxfer.ui.elided_label import ElidedLabel
from desktopxfer.ui.entry_tree import EntryModel, EntryView
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.mirror import margins
from desktopxfer.ui.theme import Space, TypeSize
from desktopxfer.ui.transfer_actions import has_failed, wrongs
from desktopxfer.workers.state import Transfer

MOST_SKIPPED = 3  # sentences; "Copy" has them all


class TransferFiles(QFrame):
    """The files of the transfer that is unfolded; hidden without one."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("files")
        self._transfer: Transfer | None = None
        self._model: EntryModel | None = None
        self._view: EntryView | None = None
        self._entries: Sequence[Entry] = ()  # what the tree shows
        self._unwanted: frozenset[int] = frozenset()  # of these, what the tree says so of
        self._shows_results = False
        self._told = 0  # of the entries that ended, how many the tree shows as such
        self._told_failed: set[int] = set()  # of these, the ones that failed
        self._title = ElidedLabel(bold=True)
        self._only_failed = IconButton("warning", self.tr("Only failed"), kind="segment")
        self._only_failed.setCheckable(True)
        self._only_failed.toggled.connect(self._filter)
        self._copy = IconButton("copy", kind="flat", name=self.tr("Copy what went wrong"))
        self._copy.clicked.connect(self._copy_wrongs)
        close = IconButton("close", kind="flat", name=self.tr("Hide the files"))
        close.clicked.connect(self.closed)
        self._skipped = theme.plain_label(size=TypeSize.SMALL, wrap=True)
        self._skipped.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = QHBoxLayout()
        top.setContentsMargins(margins(Space.M, Space.XS, Space.XS, 0))
        top.setSpacing(Space.XS)
        top.addWidget(self._title, 1)
        for button in (self._only_failed, self._copy, close):
            top.addWidget(button)
        around = QHBoxLayout()
        around.setContentsMargins(Space.M, 0, Space.M, 0)
        around.addWidget(self._skipped)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, Space.XS, 0, Space.XS)
        self._layout.setSpacing(Space.XS)
        self._layout.addLayout(top)
        self._layout.addLayout(around)
        self._layout.addStretch(0)
        self.hide()

    @property
    def transfer(self) -> Transfer | None:
        return self._transfer

    def show_transfer(self, transfer: Transfer, *, only_failed: bool = False) -> None:
        """Shows the files of a transfer instead of another's."""
        if transfer is not self._transfer:
            self._drop_tree()
            self._transfer = transfer
            self._only_failed.setChecked(False)
        self.update_transfer(transfer)
        self._only_failed.setChecked(only_failed)
        self.show()

    def close_transfer(self) -> None:
        self.hide()
        self._drop_tree()
        self._transfer = None

    def update_transfer(self, transfer: Transfer) -> None:
        """Takes over what became of the files meanwhile, if they are the ones shown."""
        if transfer is not self._transfer:
            return
        self._title.setText(f"{text.title(transfer)}  {text.counterpart(transfer)}")
        if self._model is not None and self._is_stale(transfer):
            self._drop_tree()
        if self._view is None and transfer.entries:
            self._plant_tree(transfer)
        if self._model is not None and (ended := transfer.ended_entries[self._told :]):
            errors = transfer.entry_errors
            self._told += len(ended)
            self._told_failed.update(entry for entry in ended if entry in errors)
            self._model.set_results([(entry, errors.get(entry)) for entry in ended])
        if self._model is not None and transfer.stage is Stage.FINISHED:
            self._model.finish()
        self._only_failed.setVisible(bool(transfer.entry_errors))
        self._copy.setVisible(has_failed(transfer))
        self._show_skipped(transfer)

    def _is_stale(self, transfer: Transfer) -> bool:
        """Whether it went on, and what had failed is there now or a file is not what it was."""
        if self._told_failed - transfer.entry_errors.keys():
            return True
        if _has_results(transfer) is not self._shows_results:
            return True
        entries, unwanted = transfer.entries, _unwanted(transfer)
        if entries is self._entries and unwanted is self._unwanted:
            return False
        if list(entries) != list(self._entries) or unwanted != self._unwanted:
            return True
        self._entries, self._unwanted = entries, unwanted  # so that they are compared once
        return False

    def _plant_tree(self, transfer: Transfer) -> None:
        self._entries, self._unwanted = transfer.entries, _unwanted(transfer)
        self._shows_results = _has_results(transfer)
        self._model = EntryModel(
            self._entries, results=self._shows_results, unwanted=self._unwanted
        )
        self._view = EntryView(self._model, self)
        self._view.setAccessibleName(self.tr("Files of the transfer"))
        self._model.setParent(self._view)
        self._layout.insertWidget(2, self._view, 1)

    def _drop_tree(self) -> None:
        self._told, self._told_failed = 0, set()
        self._entries = ()
        if self._view is not None:
            self._layout.removeWidget(self._view)
            self._view.hide()
            self._view.deleteLater()
        self._view = self._model = None

    def _show_skipped(self, transfer: Transfer) -> None:
        said = [text.sentence(error) for error in transfer.skipped[:MOST_SKIPPED]]
        if more := len(transfer.skipped) - len(said):
            said.append(self.tr("%Ln more were skipped.", "", more))
        self._skipped.setText("\n".join(said))
        self._skipped.setVisible(bool(said))

    @Slot(bool)
    def _filter(self, only_failed: bool) -> None:
        if self._model is not None:
            self._model.set_only_failed(only_failed)
            if only_failed and self._view is not None:
                self._view.expandAll()

    @Slot()
    def _copy_wrongs(self) -> None:
        if self._transfer is not None:
            QGuiApplication.clipboard().setText("\n".join(wrongs(self._transfer)))


def _has_results(transfer: Transfer) -> bool:
    """Whether it is known what became of each. After a restart a sender has to be told anew."""
    return transfer.offer is not None or transfer.direction is Direction.RECEIVING


def _unwanted(transfer: Transfer) -> frozenset[int]:
    return transfer.decision.unwanted if transfer.decision else frozenset()
