"""Owns what all lists of rows have alike: how they scroll, and a menu by pointer and keyboard."""

from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QListView, QMenu, QWidget


class Labelled(Protocol):
    """Something that can be done with a row."""

    @property
    def label(self) -> str: ...


Kind = TypeVar("Kind", bound=Labelled)


class RowList(QListView):
    """Rows of one height, drawn by a delegate and never edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)  # a thousand rows are laid out by measuring one
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def make_actions(self, kinds: Iterable[Kind]) -> dict[Kind, QAction]:
        """An action for each, for the menu; its shortcut works in this list only."""
        return {kind: self._make_action(kind) for kind in kinds}

    def _make_action(self, kind: Labelled) -> QAction:
        action = QAction(kind.label, self)
        action.setData(kind)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self._trigger)
        self.addAction(action)
        return action

    @Slot()
    def _trigger(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.trigger(action.data())

    def trigger(self, kind: Any) -> None:
        """Does it with the current row, if there is one and it can be done."""

    def menu(self) -> QMenu | None:
        """What can be done with the current row; None without one."""
        return None

    def make_menu(self, groups: Iterable[Iterable[QAction]]) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group in groups:
            menu.addSeparator()  # Qt shows none where a group is empty
            menu.addActions(list(group))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            where = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        else:
            where = event.globalPos()
            self.setCurrentIndex(self.indexAt(event.pos()))
        if menu := self.menu():
            menu.popup(where)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()  # the rows are as high as the font asks for
        super().changeEvent(event)
