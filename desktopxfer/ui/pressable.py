"""Owns the buttons that are only drawn in the rows of a list: which is pointed at, or pressed.

A thousand rows of real ones would crawl; each has a key and a place in the menu too.
"""

from typing import Any, TypeAlias

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from desktopxfer.ui import theme
from desktopxfer.ui.row_list import RowList
from desktopxfer.ui.rows import Index

Part: TypeAlias = tuple[str, Any]  # the key of a row, and what its button does: a Labelled


class PressableDelegate(QStyledItemDelegate):
    """Draws rows with buttons in them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hot: Part | None = None  # under the pointer
        self.pressed: Part | None = None

    def part_at(
        self, point: QPoint, row: QRect, index: Index, direction: Qt.LayoutDirection
    ) -> Part | None:
        """The button, or the like, at a point of the list."""
        raise NotImplementedError

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A button says what it does; the rest of the row says everything that was shortened."""
        if event.type() is QEvent.Type.ToolTip and index.isValid():
            part = self.part_at(event.pos(), option.rect, index, option.direction)
            if part is not None:
                QToolTip.showText(event.globalPos(), theme.plain_tooltip(part[1].label), view)
                return True
        return super().helpEvent(event, view, option, index)


class PressableList(RowList):
    """Rows with buttons in them. A press that leaves its button does nothing."""

    def set_delegate(self, delegate: PressableDelegate) -> None:
        self._pressable = delegate
        self.setItemDelegate(delegate)

    def press(self, index: QModelIndex, kind: Any) -> None:
        """Does what a button of a row does."""
        raise NotImplementedError

    def part(self, event: QMouseEvent) -> Part | None:
        """The button, or the like, under the pointer."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        if not index.isValid():
            return None
        return self._pressable.part_at(point, self.visualRect(index), index, self.layoutDirection())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressable.pressed = None
        part = self.part(event)
        if part is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._pressable.pressed = self._pressable.hot = part
        self.setCurrentIndex(self.indexAt(event.position().toPoint()))
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressable.pressed = self._pressable.pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
            return
        self.viewport().update()
        if pressed == self.part(event):
            self.press(self.indexAt(event.position().toPoint()), pressed[1])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.part(event):
            self.mousePressEvent(event)  # two quick clicks on a button are two clicks
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hot(self.part(event))
        if self._pressable.pressed is None:
            super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hot(None)
        super().leaveEvent(event)

    def _set_hot(self, part: Part | None) -> None:
        if part != self._pressable.hot:
            self._pressable.hot = part
            self.viewport().update()
