"""Owns the rows of the list of transfers: the newest first, through one filter."""

from collections.abc import Collection, Sequence
from enum import Enum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from desktopxfer.transfer.progress import Stage
from desktopxfer.ui import text, theme
from desktopxfer.ui.rows import Index
from desktopxfer.ui.transfer_actions import has_failed
from desktopxfer.workers.state import Transfer

TRANSFER = Qt.ItemDataRole.UserRole


class Filter(Enum):
    """Which transfers are shown."""

    ALL = "all"
    ACTIVE = "active"  # on their way, queued, or to be resumed
    FAILED = "failed"  # not arrived in full, for now or for good

    def shows(self, transfer: Transfer) -> bool:
        match self:
            case Filter.ACTIVE:
                return not transfer.stage.ended
            case Filter.FAILED:
                return has_failed(transfer) or transfer.stage is Stage.INTERRUPTED
            case _:
                return True


class TransferModel(QAbstractListModel):
    """All transfers of this run."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._transfers: dict[str, Transfer] = {}  # by key, the oldest first
        self._shown: list[Transfer] = []  # the oldest first: row 0 is the last one
        self._filter = Filter.ALL

    def add(self, transfer: Transfer) -> None:
        self._transfers[transfer.key] = transfer
        if self._filter.shows(transfer):
            self.beginInsertRows(QModelIndex(), 0, 0)
            self._shown.append(transfer)
            self.endInsertRows()

    def change(self, transfer: Transfer) -> None:
        """A transfer is no longer what it was: has its row painted, shown or hidden."""
        if transfer.key not in self._transfers:  # it was removed, and has still something to say
            return
        index = self.index_of(transfer)
        match index.isValid(), self._filter.shows(transfer):
            case True, True:
                self.dataChanged.emit(index, index)
            case True, False:
                self.beginRemoveRows(QModelIndex(), index.row(), index.row())
                del self._shown[-1 - index.row()]
                self.endRemoveRows()
            case False, True:
                self._show_again(transfer)

    def _show_again(self, transfer: Transfer) -> None:
        keys = list(self._transfers)
        older = set(keys[: keys.index(transfer.key)])
        place = sum(shown.key in older for shown in self._shown)
        row = len(self._shown) - place
        self.beginInsertRows(QModelIndex(), row, row)
        self._shown.insert(place, transfer)
        self.endInsertRows()

    def remove(self, transfers: Collection[Transfer]) -> None:
        keys = {transfer.key for transfer in transfers}
        for row in range(len(self._shown) - 1, -1, -1):
            if self._at(row).key in keys:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._shown[-1 - row]
                self.endRemoveRows()
        for key in keys:
            self._transfers.pop(key, None)

    def set_filter(self, which: Filter) -> None:
        self.beginResetModel()
        self._filter = which
        self._shown = [each for each in self._transfers.values() if which.shows(each)]
        self.endResetModel()

    @property
    def transfers(self) -> list[Transfer]:
        """All of them, whatever the filter; the oldest first."""
        return list(self._transfers.values())

    @property
    def shown(self) -> Sequence[Transfer]:
        """Those that the filter lets through; the oldest first."""
        return self._shown

    def index_of(self, transfer: Transfer) -> QModelIndex:
        """The row of a transfer; invalid while the filter hides it."""
        for row in range(len(self._shown)):  # what changes is almost always among the newest
            if self._at(row) is transfer:
                return self.index(row)
        return QModelIndex()

    def _at(self, row: int) -> Transfer:
        return self._shown[-1 - row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        transfer = self._at(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text.title(transfer)
            case Qt.ItemDataRole.AccessibleTextRole:
                other = text.heard_counterpart(transfer.direction, transfer.peer_name)
                return ", ".join(_described(transfer, other))
            case Qt.ItemDataRole.ToolTipRole:
                return theme.plain_tooltip(
                    "\n".join(_described(transfer, text.counterpart(transfer)))
                )
            case _ if role == TRANSFER:
                return transfer
        return None


def _described(transfer: Transfer, other: str) -> list[str]:
    """All that a row shows, for who cannot see it and where it was shortened."""
    parts = [text.title(transfer), other, text.status(transfer)]
    has_said = transfer.stage.ended or transfer.stage is Stage.INTERRUPTED
    if transfer.progress and not has_said:
        parts.append(text.percent(transfer))
    return [part for part in (*parts, text.failures(transfer)) if part]
