"""Owns the list of files whose names are taken, and what is chosen for each of them."""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktopxfer.offer import Entry, path_of
from desktopxfer.ui import icons, rows, text, theme
from desktopxfer.ui.rows import Index
from desktopxfer.ui.theme import Space

MOST_ROWS = 6  # that it asks room for; a longer list scrolls
DOT = 14  # as large as the mark of a radio button
CHOSEN_ROLE = Qt.ItemDataRole.UserRole  # whether the cell is what is chosen for its row


class Column(IntEnum):
    FILE = 0
    KEEP_BOTH = 1
    REPLACE = 2
    SKIP = 3


class TakenModel(QAbstractTableModel):
    """Files of an offer, and for each of them one of three choices. Lives in the GUI thread."""

    def __init__(self, entries: Sequence[Entry], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries = entries
        self._files: Sequence[int] = ()
        self._chosen: dict[int, Column] = {}  # by entry; the others: KEEP_BOTH

    def show_files(self, files: Sequence[int]) -> None:
        """What was chosen for a file is remembered while it is not shown."""
        if files != self._files:
            self.beginResetModel()
            self._files = files
            self.endResetModel()

    def choose(self, shown: Iterable[int], choice: Column) -> None:
        """For rows, by number."""
        changed = list(shown)
        for row in changed:
            self._chosen[self._files[row]] = choice
        if changed:
            first, last = min(changed), max(changed)
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    def choice(self, row: int) -> Column:
        return self._chosen.get(self._files[row], Column.KEEP_BOTH)

    def chosen(self, choice: Column) -> frozenset[int]:
        """The shown files for which this was chosen, as entries."""
        return frozenset(
            file for file in self._files if self._chosen.get(file, Column.KEEP_BOTH) is choice
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._files)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._label(Column(section))
            case Qt.ItemDataRole.ToolTipRole if section != Column.FILE:
                return theme.plain_tooltip(self.tr("Choose this for all"))
        return None

    def _label(self, column: Column) -> str:
        match column:
            case Column.FILE:
                return self.tr("File")
            case Column.KEEP_BOTH:
                return self.tr("Keep both")
            case Column.REPLACE:
                return self.tr("Replace")
            case Column.SKIP:
                return self.tr("Skip")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        choice, column = self.choice(index.row()), Column(index.column())
        if column is not Column.FILE:
            is_chosen = choice is column
            if role == Qt.ItemDataRole.AccessibleTextRole:
                words = self.tr("{choice}: chosen") if is_chosen else "{choice}"
                return words.format(choice=self._label(column))
            return is_chosen if role == CHOSEN_ROLE else None
        path = text.name(path_of(self._entries, self._files[index.row()]))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return path
            case Qt.ItemDataRole.ToolTipRole:
                return theme.plain_tooltip(path)
            case Qt.ItemDataRole.AccessibleTextRole:
                words = self.tr("{name}: {choice}")
                return words.format(name=text.isolated(path), choice=self._label(choice))
        return None


class TakenView(QTreeView):
    """A click chooses for a file, one on the heading for all, an arrow key for the selected."""

    def __init__(self, model: TakenModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken = model
        self.setAccessibleName(self.tr("Files that are there already"))
        self.setItemDelegate(_Delegate(self))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(model)
        model.modelReset.connect(self._take_room)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionsClickable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.FILE, QHeaderView.ResizeMode.Stretch)
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        header.setDefaultAlignment(align)
        for column in (Column.KEEP_BOTH, Column.REPLACE, Column.SKIP):
            header.resizeSection(column, header.sectionSizeHint(column) + Space.S)
        header.sectionClicked.connect(self._choose_for_all)
        self.clicked.connect(self._choose_for_one)

    @Slot()
    def _take_room(self) -> None:
        self.updateGeometry()

    @Slot(int)
    def _choose_for_all(self, section: int) -> None:
        if section != Column.FILE:
            self._taken.choose(range(self._taken.rowCount()), Column(section))

    @Slot(QModelIndex)
    def _choose_for_one(self, index: QModelIndex) -> None:
        if index.column() != Column.FILE:
            self._taken.choose([index.row()], Column(index.column()))

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().drawRow(painter, option, index)
        rows.paint_ring(painter, self, option.rect, index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        backwards, forwards = Qt.Key.Key_Left, Qt.Key.Key_Right
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            backwards, forwards = forwards, backwards
        key = event.key()
        if key == backwards:
            self._choose_beside(-1)
        elif key in {forwards, Qt.Key.Key_Space}:
            self._choose_beside(1, around=key == Qt.Key.Key_Space)
        elif key not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:  # which would press Decline
            super().keyPressEvent(event)

    def _choose_beside(self, step: int, *, around: bool = False) -> None:
        """For what is selected: what stands before or after the choice of the current row."""
        current = self.currentIndex()
        if not current.isValid():
            return
        choice = self._taken.choice(current.row()) + step
        if around and choice > Column.SKIP:
            choice = Column.KEEP_BOTH
        choice = min(max(choice, Column.KEEP_BOTH), Column.SKIP)
        selected = [index.row() for index in self.selectionModel().selectedRows()]
        self._taken.choose(selected or [current.row()], Column(choice))

    def sizeHint(self) -> QSize:
        """As high as its rows, within reason."""
        count = max(1, min(self._taken.rowCount(), MOST_ROWS))
        height = self.header().sizeHint().height() + count * self.sizeHintForRow(0)
        height = min(height, self.screen().availableSize().height() // 6)  # others need room too
        return QSize(super().sizeHint().width(), height + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        height = self.header().sizeHint().height() + 2 * theme.CONTROL_HEIGHT
        return QSize(super().minimumSizeHint().width(), height)


class _Delegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        colours = theme.colours(cell.palette)
        painter.save()
        ground = QStyle.PrimitiveElement.PE_PanelItemViewItem
        cell.widget.style().drawPrimitive(ground, cell, painter, cell.widget)
        inside = cell.rect.adjusted(Space.S, 0, -Space.S, 0)
        if index.column() == Column.FILE:
            colour = colours.text if cell.state & QStyle.StateFlag.State_Enabled else colours.muted
            align = QStyle.visualAlignment(cell.direction, cell.displayAlignment)
            shown = text.ISOLATED.format(cell.text)
            rows.paint_text(painter, inside, shown, cell.font, colour, align=align)
        else:
            dot = QRectF(0, 0, DOT, DOT)
            dot.moveCenter(QPointF(0, QRectF(inside).center().y()))
            dot.moveLeft(inside.left())
            if cell.direction is Qt.LayoutDirection.RightToLeft:
                dot.moveRight(inside.right())
            _paint_dot(painter, dot, bool(index.data(CHOSEN_ROLE)), cell)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, theme.CONTROL_HEIGHT - Space.XS))


def _paint_dot(painter: QPainter, dot: QRectF, chosen: bool, cell: QStyleOptionViewItem) -> None:
    """As a radio button has it."""
    colours = theme.colours(cell.palette)
    enabled = bool(cell.state & QStyle.StateFlag.State_Enabled)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent = colours.accent if enabled else colours.muted
    width = 5.0 if chosen else 1.0
    painter.setPen(QPen(icons.tint(accent if chosen else colours.muted, 1.0), width))
    painter.setBrush(icons.tint(colours.surface, 1.0))
    inset = width / 2
    painter.drawEllipse(dot.adjusted(inset, inset, -inset, -inset))
