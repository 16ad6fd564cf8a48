"""Owns the tree that shows an offer's entries: its keys, its columns, its unfolding."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktopxfer.ui import rows, text, theme
from desktopxfer.ui.entry_delegate import EntryDelegate
from desktopxfer.ui.entry_model import Column, EntryModel
from desktopxfer.ui.rows import Index

__all__ = ["EntryModel", "EntryView"]

MOST_ROWS = 9  # that a tree asks room for; a larger one scrolls
ROOM_TO_UNFOLD = 6  # rows that a folded tree asks room for
WIDE_SIZES = (999, 999_900, 999_900_000, 999_900_000_000)  # some languages write kB in full
WIDE_STATE = "m" * 16  # as wide as what became of a file is shown at most


class EntryView(QTreeView):
    """Shows an EntryModel, and unfolds large folders further as one scrolls towards their end."""

    def __init__(self, model: EntryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = model
        self.setItemDelegate(EntryDelegate(self))
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # or a long name could hide its .exe
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAllColumnsShowFocus(True)
        self.setHeaderHidden(True)
        self.setModel(model)
        self._lay_out_columns()
        for change in (
            self.verticalScrollBar().valueChanged,
            self.verticalScrollBar().rangeChanged,
        ):
            change.connect(self._fetch_in_sight)
        if model.rowCount() == 1:
            self.expand(model.index(0, 0))  # the only thing offered: show what is in it

    def _lay_out_columns(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(0)
        widest = self.fontMetrics().horizontalAdvance
        largest = max(map(text.size, WIDE_SIZES), key=widest)
        for column, words in ((Column.SIZE, largest), (Column.STATE, WIDE_STATE)):
            if column < header.count():
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(column, widest(words) + theme.Space.XL)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the words about a file give way to its name; a tooltip has them."""
        super().resizeEvent(event)
        if self.header().count() > Column.STATE:
            widest = self.fontMetrics().horizontalAdvance(WIDE_STATE) + theme.Space.XL
            self.header().resizeSection(Column.STATE, min(widest, self.viewport().width() // 3))

    @Slot()
    def _fetch_in_sight(self) -> None:
        """Goes on with every folder whose last row so far is in sight."""
        index = self.indexAt(self.viewport().rect().topLeft())
        while index.isValid() and self.visualRect(index).top() <= self.viewport().height():
            folder = index.parent()
            is_last = index.row() == self._entries.rowCount(folder) - 1
            if is_last and self._entries.canFetchMore(folder):
                self._entries.fetchMore(folder)
                return  # the new rows call again
            index = self.indexBelow(index)

    def sizeHint(self) -> QSize:
        """As high as what is unfolded, within reason."""
        index, count = self._entries.index(0, 0), 0
        while index.isValid() and count < MOST_ROWS:
            index, count = self.indexBelow(index), count + 1
        count = max(count, min(ROOM_TO_UNFOLD, self._entries.entry_count))
        height = count * self.sizeHintForRow(0) + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 2 * self.sizeHintForRow(0))

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().drawRow(painter, option, index)
        rows.paint_ring(painter, self, option.rect, index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        match event.key():
            case Qt.Key.Key_Space if current.isValid():
                self._toggle_selected()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if current.isValid():
                # Not on to the dialog around: Return on a file must not press its default button.
                self.setExpanded(current, not self.isExpanded(current))
            case _:
                super().keyPressEvent(event)

    def _toggle_selected(self) -> None:
        """Ticks all selected rows alike; Qt's own ticks one, and only in the first column."""
        current = self._entries.entry_at(self.currentIndex())
        ticked = self._entries.check_state(current) is not Qt.CheckState.Checked
        for index in self.selectionModel().selectedRows():
            self._entries.tick(self._entries.entry_at(index), ticked)
