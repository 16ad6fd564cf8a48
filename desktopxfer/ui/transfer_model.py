"""Owns the transfers as a tree: the newest first, their entries below them, fetched in batches."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from desktopxfer.errors import DesktopxferError
from desktopxfer.offer import EntryKind, path_of
from desktopxfer.ui import text, theme
from desktopxfer.ui.rows import Index
from desktopxfer.ui.transfer_actions import has_failed
from desktopxfer.workers.manager import Transfer

TRANSFER = Qt.ItemDataRole.UserRole  # the Transfer of a row, also of the rows below it
LINE = Qt.ItemDataRole.UserRole + 1  # the Line of a row below a transfer
BATCH = 256  # more rows than any screen shows; laid out in a few milliseconds


class Filter(Enum):
    """Which transfers are shown."""

    ALL = "all"
    ACTIVE = "active"
    FAILED = "failed"

    def shows(self, transfer: Transfer) -> bool:
        match self:
            case Filter.ACTIVE:
                return not transfer.stage.ended
            case Filter.FAILED:
                return has_failed(transfer)
            case _:
                return True


@dataclass(frozen=True, slots=True)
class Line:
    """What is shown of one entry, or of something that was skipped before the offer."""

    path: str
    is_folder: bool = False
    size: int | None = None  # bytes; None where there is none to tell
    error: DesktopxferError | None = None
    ended: bool = False  # it is saved, if there is no error
    unwanted: bool = False  # the receiver left it out


@dataclass(eq=False, slots=True)
class _Row:
    """A transfer and what is unfolded of it.

    `lines` are the rows that can be fetched: an entry's index, or -1, -2, ... for what was skipped.
    """

    transfer: Transfer
    serial: int
    only_failed: bool = False
    lines: Sequence[int] = field(default_factory=tuple)
    fetched: int = 0

    def all_lines(self) -> Sequence[int]:
        skipped = range(-len(self.transfer.skipped), 0)
        if self.only_failed:
            return [*skipped, *self.transfer.entry_errors]  # errors come and never go
        entries = self.transfer.offer.entries if self.transfer.offer else ()
        return range(skipped.start, len(entries))  # costs nothing, however many there are

    def line(self, row: int) -> Line:
        index = self.lines[row]
        transfer = self.transfer
        if index < 0:
            error = transfer.skipped[index]
            return Line(error.subject, error=error)
        assert transfer.offer is not None
        entry = transfer.offer.entries[index]
        unwanted = transfer.decision is not None and index in transfer.decision.unwanted
        return Line(
            path_of(transfer.offer.entries, index),
            entry.kind is EntryKind.FOLDER,
            None if entry.kind is EntryKind.FOLDER else entry.size,
            transfer.entry_errors.get(index),
            index in transfer.ended_entries,
            unwanted,
        )


class TransferModel(QAbstractItemModel):
    """All transfers of this run, through one filter.

    An index of a transfer has the internal id 0, one below it the serial number of its transfer.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, _Row] = {}  # by transfer key, the oldest first
        self._shown: list[_Row] = []  # the newest first
        self._places: dict[int, int] = {}  # serial -> place in _shown
        self._filter = Filter.ALL

    # What the window does -------------------------------------------------------------------------

    def add(self, transfer: Transfer) -> None:
        row = _Row(transfer, serial=len(self._rows) + 1)
        self._rows[transfer.key] = row
        if self._filter.shows(transfer):
            self._show(row)

    def change(self, transfer: Transfer) -> None:
        """A transfer is no longer what it was: repaints, shows or hides its row."""
        row = self._rows[transfer.key]
        place = self._places.get(row.serial)
        if place is None:
            if self._filter.shows(transfer):
                self._show(row)
        elif not self._filter.shows(transfer):
            self._hide(row, place)
        else:
            index = self.index(place, 0)
            self._update_lines(row, index)
            self.dataChanged.emit(index, index)

    def set_filter(self, which: Filter) -> None:
        self.beginResetModel()
        self._filter = which
        for row in self._shown:
            row.fetched = 0
            row.only_failed = False
        shown = [row for row in self._rows.values() if which.shows(row.transfer)]
        self._shown = shown[::-1]
        self._renumber()
        self.endResetModel()

    @property
    def transfers(self) -> list[Transfer]:
        """All of them, whatever the filter; the oldest first."""
        return [row.transfer for row in self._rows.values()]

    def index_of(self, transfer: Transfer) -> QModelIndex:
        place = self._places.get(self._rows[transfer.key].serial)
        return QModelIndex() if place is None else self.index(place, 0)

    def _show(self, row: _Row) -> None:
        newer = sum(other.serial > row.serial for other in self._shown)
        self.beginInsertRows(QModelIndex(), newer, newer)
        self._shown.insert(newer, row)
        self._renumber()
        self.endInsertRows()

    def _hide(self, row: _Row, place: int) -> None:
        self.beginRemoveRows(QModelIndex(), place, place)
        row.fetched = 0
        del self._shown[place]
        self._renumber()
        self.endRemoveRows()

    def _renumber(self) -> None:
        self._places = {row.serial: place for place, row in enumerate(self._shown)}

    # The rows below a transfer --------------------------------------------------------------------

    def set_only_failed(self, index: Index, only_failed: bool) -> None:
        """For a transfer that is folded: whether it unfolds to all its entries."""
        row = self._row(index)
        self.forget(index)
        row.only_failed = only_failed

    def only_failed(self, index: Index) -> bool:
        return self._row(index).only_failed

    def forget(self, index: Index) -> None:
        """Drops the fetched rows below a transfer: nobody looks at them."""
        row = self._row(index)
        if row.fetched:
            self.beginRemoveRows(self._top(index), 0, row.fetched - 1)
            row.fetched = 0
            self.endRemoveRows()

    def fetch_next(self, index: Index) -> None:
        """The next batch below a transfer."""
        row = self._row(index)
        if not row.fetched:
            row.lines = row.all_lines()
        more = min(BATCH, len(row.lines) - row.fetched)
        if more > 0:
            self.beginInsertRows(self._top(index), row.fetched, row.fetched + more - 1)
            row.fetched += more
            self.endInsertRows()

    def _update_lines(self, row: _Row, index: QModelIndex) -> None:
        if not row.fetched:
            return
        lines = row.all_lines()
        if len(lines) == len(row.lines):
            return
        if lines[: row.fetched] == row.lines[: row.fetched]:
            row.lines = lines
        else:  # the offer came, or one more thing was skipped, while it was unfolded
            self.forget(index)
            self.fetch_next(index)

    def canFetchMore(self, parent: Index) -> bool:
        # Only the first batch: a tree view asks whenever it lays out, and would get them all.
        if not self._is_transfer(parent):
            return False
        return not self._row(parent).fetched and self.hasChildren(parent)

    def fetchMore(self, parent: Index) -> None:
        self.fetch_next(parent)

    # What a view asks -----------------------------------------------------------------------------

    def _is_transfer(self, index: Index) -> bool:
        return index.isValid() and not index.internalId()

    def _row(self, index: Index) -> _Row:
        serial = index.internalId()
        return self._shown[self._places[serial] if serial else index.row()]

    def _top(self, index: Index) -> QModelIndex:
        return self.index(index.row(), 0)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if column or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        serial = self._row(parent).serial if parent.isValid() else 0
        return self.createIndex(row, column, serial)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        place = self._places.get(index.internalId()) if index.isValid() else None
        return QModelIndex() if place is None else self.createIndex(place, 0, 0)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._shown)
        return self._row(parent).fetched if self._is_transfer(parent) else 0

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        if not parent.isValid():
            return bool(self._shown)
        if not self._is_transfer(parent):
            return False
        transfer = self._row(parent).transfer
        entries = transfer.offer.entries if transfer.offer else ()
        return bool(entries or transfer.skipped)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._row(index)
        if role == TRANSFER:
            return row.transfer
        if self._is_transfer(index):
            return _transfer_data(row.transfer, role)
        return _line_data(row.line(index.row()), role)


def _transfer_data(transfer: Transfer, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return title(transfer)
        case Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(_spoken(transfer))
        case Qt.ItemDataRole.ToolTipRole:
            return theme.plain_tooltip("\n".join(_spoken(transfer)))
    return None


def title(transfer: Transfer) -> str:
    return text.name(transfer.title) or "…"


def _spoken(transfer: Transfer) -> list[str]:
    parts = [title(transfer), text.counterpart(transfer), text.status(transfer)]
    if not transfer.stage.ended and transfer.progress:
        parts.append(text.percent(transfer))
    return [part for part in (*parts, text.failures(transfer)) if part]


def outcome(line: Line) -> str:
    """How an entry ended; empty while it has not."""
    if line.error is not None:
        return text.sentence(line.error)
    if line.unwanted:
        return text.left_out()
    return text.arrived() if line.ended else ""


def _line_data(line: Line, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return text.name(line.path)
        case Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (text.name(line.path), outcome(line)) if part)
        case Qt.ItemDataRole.ToolTipRole:
            return theme.plain_tooltip("\n".join((text.name(line.path), outcome(line))))
        case _ if role == LINE:
            return line
    return None
