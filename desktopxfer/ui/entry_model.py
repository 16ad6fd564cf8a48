"""Owns an offer's entries as a tree: what is ticked, what became of each, what rows show."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import IntEnum
from itertools import filterfalse
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt, Signal

from desktopxfer.errors import DesktopxferError
from desktopxfer.offer import TOP, Entry, EntryKind
from desktopxfer.ui import text, theme
from desktopxfer.ui.outline import Marks, Outline
from desktopxfer.ui.risk import Risk, risk_of
from desktopxfer.ui.rows import Index

STEP = 500  # rows that appear at once: several screens, and a few milliseconds of work
UNFETCHED = -1  # the row of an entry whose folder was not yet unfolded that far

UNTICKED, TICKED = 0, 1
WAITING, SAVED, FAILED, UNWANTED, UNREPORTED = 0, 1, 2, 3, 4

ICON_ROLE = Qt.ItemDataRole.UserRole  # the name of an icon, or ""
RISK_ROLE = Qt.ItemDataRole.UserRole + 1  # Risk or None


class Column(IntEnum):
    NAME = 0
    SIZE = 1
    STATE = 2


class EntryModel(QAbstractItemModel):
    """An offer's entries as a tree, its folders unfolded in steps. Lives in the GUI thread.

    With `checkable` every entry has a tick box, at first ticked; a folder shows what is in it.
    With `results` there is a column for what became of each entry; `unwanted` ones were never sent.
    """

    ticks_changed = Signal()

    def __init__(
        self,
        entries: Sequence[Entry],
        *,
        checkable: bool = False,
        results: bool = False,
        unwanted: Iterable[int] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._entries = entries
        self._outline = Outline(entries)
        self._ticks = Marks(self._outline, TICKED) if checkable else None
        self._results = Marks(self._outline, WAITING) if results else None
        self._wanted_sums: tuple[int, int] | None = None
        self._errors: dict[int, DesktopxferError] = {}
        self._only_failed = False
        self._children: dict[int, array[int]] = {}  # by folder, as shown; of unfolded ones only
        self._fetched: dict[int, int] = {}  # by folder, how many of its children have rows
        self._rows = array("i", [UNFETCHED]) * len(entries)
        if self._results:
            for entry in unwanted:
                self._results.put(entry, UNWANTED)
        self._flags = {
            (leaf, column): self._flags_of(leaf, column)
            for leaf in (False, True)
            for column in range(self.columnCount())
        }
        self.fetchMore(QModelIndex())

    @property
    def entry_count(self) -> int:
        """Of files and folders, whether unfolded or not."""
        return len(self._entries)

    # What is ticked -------------------------------------------------------------------------------

    def tick(self, entry: int, ticked: bool) -> None:
        """Ticks or unticks an entry, or everything with TOP; a folder takes along what is in it."""
        if self._ticks is None:
            return
        self._ticks.fill(entry, TICKED if ticked else UNTICKED)
        self._wanted_sums = None
        self._announce_below(entry)
        self._announce(self._outline.lineage(entry))
        self.ticks_changed.emit()

    def check_state(self, entry: int) -> Qt.CheckState:
        """Of a folder or TOP: PartiallyChecked when only some of what is in it is ticked."""
        if self._ticks is None or not self._ticks.has(entry, UNTICKED):
            return Qt.CheckState.Checked
        if self._ticks.has(entry, TICKED):
            return Qt.CheckState.PartiallyChecked
        return Qt.CheckState.Unchecked

    def unwanted(self) -> frozenset[int]:
        """The unticked entries, as Decision.unwanted has them: folders too when all in them are."""
        if self._ticks is None:
            return frozenset()
        wanted = bytearray(len(self._entries))
        for entry in self._ticks.entries_with(TICKED):
            for needed in self._outline.lineage(entry):
                if wanted[needed]:
                    break
                wanted[needed] = True
        return frozenset(entry for entry, is_wanted in enumerate(wanted) if not is_wanted)

    def wanted_bytes(self) -> int:
        return self._wanted()[0]

    def wanted_files(self) -> int:
        """How many files are ticked; folders do not count."""
        return self._wanted()[1]

    def _wanted(self) -> tuple[int, int]:
        """Bytes and files, counted once after each change."""
        if self._wanted_sums is None:
            every = range(len(self._entries))
            ticked = self._ticks.entries_with(TICKED) if self._ticks else every
            files = [
                self._entries[entry].size
                for entry in ticked
                if self._entries[entry].kind is EntryKind.FILE
            ]
            self._wanted_sums = sum(files), len(files)
        return self._wanted_sums

    def risky_files(self) -> int:
        """How many can run as a program, ticked or not."""
        return sum(risk_of(entry) is Risk.RUNS for entry in self._entries)

    # What became of them --------------------------------------------------------------------------

    def set_results(self, results: Iterable[tuple[int, DesktopxferError | None]]) -> None:
        """Notes entries that ended: their index, and why one failed (None: it is saved)."""
        if self._results is None:
            return
        ended = []
        for entry, error in results:
            ended.append(entry)
            if error is None:
                self._results.put(entry, SAVED)
            else:
                self._errors[entry] = error
                self._note_failed(entry)
        # A folder in which others still wait looks as before; painting is what takes long.
        self._announce(
            [*ended, *filterfalse(self._only_waits, self._outline.folders_around(ended))]
        )

    def _only_waits(self, folder: int) -> bool:
        assert self._results is not None
        return self._results.has(folder, WAITING) and not self._results.has(folder, FAILED)

    def finish(self) -> None:
        """Notes that nothing waits any more: files of which nothing was heard were not accepted.

        Of empty folders nothing is ever heard, so nothing is said.
        """
        if self._results is None:
            return
        ended = list(self._results.entries_with(WAITING))
        for entry in ended:
            is_file = self._entries[entry].kind is EntryKind.FILE
            self._results.put(entry, UNWANTED if is_file else UNREPORTED)
        self._announce([*ended, *self._outline.folders_around(ended)])

    def set_only_failed(self, only_failed: bool) -> None:
        """Shows only what failed and the folders around it, or everything again."""
        if only_failed == self._only_failed:
            return
        self.beginResetModel()
        self._only_failed = only_failed
        self._children.clear()
        self._fetched.clear()
        self._rows = array("i", [UNFETCHED]) * len(self._entries)
        self.endResetModel()
        self.fetchMore(QModelIndex())

    def failed(self, entry: int = TOP) -> int:
        """How many entries failed, in a folder or in all."""
        return self._results.count(entry, FAILED) if self._results else 0

    def error(self, entry: int) -> DesktopxferError | None:
        return self._errors.get(entry)

    def _note_failed(self, entry: int) -> None:
        assert self._results is not None
        lineage = self._outline.lineage(entry)
        first_failures = [each for each in lineage if not self._results.has(each, FAILED)]
        self._results.put(entry, FAILED)
        if self._only_failed and first_failures:
            self._appear(first_failures[-1])  # what is in it follows when it is unfolded

    def _appear(self, entry: int) -> None:
        folder = self._outline.parents[entry]
        children = self._children.get(folder)
        if children is None:
            return  # it will be among them when that folder is unfolded
        children.append(entry)
        if self._fetched[folder] == len(children) - 1:
            self.fetchMore(self.index_of(folder))

    # The tree, for Qt -----------------------------------------------------------------------------

    def entry_at(self, index: Index) -> int:
        """The entry of an index; TOP for the root."""
        return index.internalId() if index.isValid() else TOP

    def index_of(self, entry: int, column: int = Column.NAME) -> QModelIndex:
        """The index of an entry; the root's for TOP and where nothing is unfolded that far yet."""
        if entry == TOP or self._rows[entry] == UNFETCHED:
            return QModelIndex()
        return self.createIndex(self._rows[entry], column, entry)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        # Without hasIndex(): a view asks this of every row each time that more are unfolded.
        entry = parent.internalId() if parent.isValid() else TOP
        if not 0 <= row < self._fetched.get(entry, 0):
            return QModelIndex()
        return self.createIndex(row, column, self._children[entry][row])

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override] # noqa: B008
        if not child.isValid():
            return QModelIndex()
        return self.index_of(self._outline.parents[self.entry_at(child)])

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(Column) if self._results else len(Column) - 1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.column() > 0 else self._fetched.get(self.entry_at(parent), 0)

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        entry = self.entry_at(parent)
        return parent.column() <= 0 and self._outline.has_children(entry) and self._shows(entry)

    def canFetchMore(self, parent: Index) -> bool:
        if not self.hasChildren(parent):
            return False
        entry = self.entry_at(parent)
        return entry not in self._children or self._fetched[entry] < len(self._children[entry])

    def fetchMore(self, parent: Index) -> None:
        entry = self.entry_at(parent)
        if entry not in self._children:
            self._children[entry] = self._sorted_children(entry)
            self._fetched[entry] = 0
        children, first = self._children[entry], self._fetched[entry]
        end = min(first + STEP, len(children))
        if first == end:
            return
        self.beginInsertRows(self.index_of(entry), first, end - 1)
        for row in range(first, end):
            self._rows[children[row]] = row
        self._fetched[entry] = end
        self.endInsertRows()

    def _shows(self, entry: int) -> bool:
        return not self._only_failed or (
            self._results is not None and self._results.has(entry, FAILED)
        )

    def _sorted_children(self, folder: int) -> "array[int]":
        """Folders first, then by name."""

        def place(entry: int) -> tuple[bool, str]:
            return entries[entry].kind is EntryKind.FILE, entries[entry].name.casefold()

        entries = self._entries
        shown = filter(self._shows, self._outline.children(folder))
        return array("i", sorted(shown, key=place))

    def _announce(self, entries: Iterable[int]) -> None:
        """Has the rows of these entries painted again."""
        rows: defaultdict[int, list[int]] = defaultdict(list)
        for entry in entries:
            if (row := self._rows[entry]) != UNFETCHED:
                rows[self._outline.parents[entry]].append(row)
        for folder, changed_rows in rows.items():
            self._announce_rows(folder, min(changed_rows), max(changed_rows))

    def _announce_below(self, entry: int) -> None:
        below = self._outline.below(entry)
        for folder, fetched in self._fetched.items():
            if fetched and (entry == TOP or self._outline.position(folder) in below):
                self._announce_rows(folder, 0, fetched - 1)

    def _announce_rows(self, folder: int, first: int, last: int) -> None:
        children = self._children[folder]
        self.dataChanged.emit(
            self.index_of(children[first]),
            self.index_of(children[last], self.columnCount() - 1),
        )

    # What a row shows -----------------------------------------------------------------------------

    def _flags_of(self, leaf: bool, column: int) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if leaf:
            flags |= Qt.ItemFlag.ItemNeverHasChildren
        if self._ticks and column == Column.NAME:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        leaf = not self._outline.has_children(index.internalId())
        return self._flags[leaf, index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Name"), self.tr("Size"), self.tr("State"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entry_at(index)
        match index.column():
            case Column.NAME:
                return self._name_data(entry, role)
            case Column.SIZE:
                return self._size_data(entry, role)
            case Column.STATE:
                return self._state_data(entry, role)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self._ticks or not index.isValid():
            return False
        self.tick(self.entry_at(index), Qt.CheckState(value) is not Qt.CheckState.Unchecked)
        return True

    def _name_data(self, entry: int, role: int) -> Any:
        this = self._entries[entry]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text.name(this.name)
            case Qt.ItemDataRole.CheckStateRole if self._ticks:
                return self.check_state(entry)
            case Qt.ItemDataRole.ToolTipRole:
                return theme.plain_tooltip(self._described(this))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._described(this)
        if role == ICON_ROLE:
            return "file" if this.kind is EntryKind.FILE else "folder"
        return risk_of(this) if role == RISK_ROLE else None

    def _described(self, entry: Entry) -> str:
        risk = risk_of(entry)
        if risk is None:
            return text.name(entry.name)
        described = {
            Risk.RUNS: self.tr("{name}: can run as a program"),
            Risk.HIDDEN: self.tr("{name}: hidden, can change how programs behave"),
        }
        return described[risk].format(name=text.isolated(entry.name))

    def _size_data(self, entry: int, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text.size(self._outline.bytes_below[entry])
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _state_data(self, entry: int, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._state(entry)[1]
            case Qt.ItemDataRole.ToolTipRole:
                return theme.plain_tooltip(self._state(entry)[1])
        return self._state(entry)[0] if role == ICON_ROLE else None

    def _state(self, entry: int) -> tuple[str, str]:
        """An icon and words."""
        assert self._results is not None
        if error := self._errors.get(entry):
            return "warning", text.sentence(error)
        if failed := self.failed(entry):
            return "warning", text.failed(failed)
        if self._results.has(entry, WAITING):
            return "", self.tr("Waiting")
        if self._results.has(entry, SAVED):
            return "check", self.tr("Saved")
        if self._results.has(entry, UNWANTED):
            return "", self.tr("Not accepted")
        return "", ""
