"""Owns a drag from another program, and where it may be dropped in the window."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from desktopxfer.ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
COPY_OR_MOVE = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


def dragged(*paths: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return data


class Drag:
    """A drag from another program, as Qt delivers it to the window."""

    def __init__(self, window: MainWindow, data: QMimeData) -> None:
        self.window, self.data = window, data
        self.is_inside = False

    def enter(self) -> bool:
        at = QPoint(5, 5)
        event = QDragEnterEvent(at, COPY_OR_MOVE, self.data, LEFT, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(self.window, event)
        self.is_inside = event.isAccepted()
        return self.is_inside

    def move(self, at: QPoint) -> Qt.DropAction:
        event = QDragMoveEvent(at, COPY_OR_MOVE, self.data, LEFT, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.window, event)
        return event.dropAction()

    def leave(self) -> None:
        QApplication.sendEvent(self.window, QDragLeaveEvent())

    def drop(self, at: QPoint) -> Qt.DropAction:
        assert self.is_inside or self.enter()
        event = QDropEvent(
            QPointF(at), COPY_OR_MOVE, self.data, LEFT, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(self.window, event)
        return event.dropAction()


def row_of(window: MainWindow, name: str) -> QPoint:
    """The middle of a device's row, in the window."""
    devices = window._devices
    row = [each.name for each in devices.devices].index(name)
    centre = devices.visualRect(devices.model().index(row, 0)).center()
    return devices.viewport().mapTo(window, centre)


def somewhere_else(window: MainWindow) -> QPoint:
    return window._drop_zone.mapTo(window, QPoint(20, 20))
