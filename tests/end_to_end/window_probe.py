"""Owns the test's eyes inside the window: runs the real program and says where things are in it.

Run as `window_probe.py SOCKET_FD ARGUMENT...`, with the arguments of desktopxfer. Answers questions
in JSON, one a line, on the inherited socket. It only looks: clicks and drags come from the mouse.
"""

import json
import socket
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QRect,
    QSocketNotifier,
    Qt,
    QTimer,
)
from PySide6.QtGui import QCursor, QDragMoveEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from desktopxfer.__main__ import main as desktopxfer
from desktopxfer.ui import transfer_delegate
from desktopxfer.ui.transfer_model import TRANSFER
from desktopxfer.workers.state import Transfer

TICK_MS = 5  # well below the 50 ms that the longest block is compared with
TEXT_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    Qt.ItemDataRole.ToolTipRole,
)


class EventLoopWatch(QObject):
    """Measures how long the event loop did not come round, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)
        self.reset()

    def reset(self) -> None:
        self._last = time.monotonic()
        self._gaps: list[float] = []

    def _tick(self) -> None:
        now = time.monotonic()
        self._gaps.append(max(0.0, (now - self._last) * 1000 - TICK_MS))
        self._last = now

    def report(self) -> dict[str, Any]:
        gaps = sorted(self._gaps, reverse=True)
        return {
            "longest_ms": gaps[0] if gaps else 0.0,
            "p99_ms": gaps[len(gaps) // 100] if gaps else 0.0,
            "ticks": len(gaps),
            "worst_ms": gaps[:10],
        }


class DragWatch(QObject):
    """Remembers where a window last saw a drag, on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.position: tuple[int, int] | None = None
        for window in QApplication.topLevelWidgets():
            if window.acceptDrops():
                window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragMoveEvent) and isinstance(window, QWidget):
            point = window.mapToGlobal(event.position().toPoint())
            self.position = point.x(), point.y()
        return False


class Probe(QObject):
    """Answers questions in the GUI thread, between the program's own events."""

    def __init__(self, connection: socket.socket) -> None:
        super().__init__()
        self._watch = EventLoopWatch()
        self._drags = DragWatch()
        self._connection = connection
        self._received = b""
        self._notifier = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._answers: dict[str, Callable[[str], Any]] = {
            "widgets": lambda text: [_describe(widget) for widget in _widgets(text)],
            "rows": lambda text: list(_rows(text)),
            "menu": lambda text: list(_menu_items(text)),
            "focus": lambda _: _focus(),
            "newest": lambda _: _newest_transfer(),
            "drag": lambda _: self._drags.position,
            "loop": lambda _: self._watch.report(),
            "reset": lambda _: self._watch.reset(),
        }

    def _read(self) -> None:
        chunk = self._connection.recv(1 << 16)
        if not chunk:
            self._notifier.setEnabled(False)
            return
        *lines, self._received = (self._received + chunk).split(b"\n")
        for line in lines:
            question = json.loads(line)
            answer = self._answers[question["ask"]](question.get("text", ""))
            self._connection.sendall(json.dumps(answer).encode() + b"\n")


def _widgets(text: str) -> Iterator[QWidget]:
    """Visible widgets that are called or show `text`, as a person or a screen reader sees them."""
    for widget in QApplication.allWidgets():
        if widget.isVisible() and (not text or text in _names(widget)):
            yield widget


def _names(widget: QWidget) -> tuple[str, ...]:
    called = widget.objectName(), widget.accessibleName(), type(widget).__name__
    return *called, widget.windowTitle(), _text(widget)


def _text(widget: QWidget) -> str:
    if isinstance(widget, QAbstractButton):
        return widget.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    return widget.text() if isinstance(widget, QLabel) else ""


def _describe(widget: QWidget) -> dict[str, Any]:
    return {
        "class": type(widget).__name__,
        "object_name": widget.objectName(),
        "accessible_name": widget.accessibleName(),
        "title": widget.windowTitle(),
        "text": _text(widget),
        "enabled": widget.isEnabled(),
        "under_mouse": widget.underMouse(),
        "window": widget.window().windowTitle(),
        "box": _box(widget, widget.rect()),
    }


def _box(widget: QWidget, rect: QRect) -> list[int]:
    corner = widget.mapToGlobal(rect.topLeft())
    return [corner.x(), corner.y(), rect.width(), rect.height()]


def _rows(text: str) -> Iterator[dict[str, Any]]:
    """Rows in visible lists and trees one of whose texts contains `text`."""
    for view in QApplication.allWidgets():
        if not isinstance(view, QAbstractItemView) or not view.isVisible():
            continue
        for index in _indexes(view.model(), QModelIndex()):
            texts = [str(index.data(role)) for role in TEXT_ROLES if index.data(role)]
            visible = view.visualRect(index).intersected(view.viewport().rect())
            if not visible.isEmpty() and any(text in shown for shown in texts):
                yield {
                    "view": view.objectName() or view.accessibleName() or type(view).__name__,
                    "texts": texts,
                    "ticked": index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked,
                    "under_mouse": _has_mouse(view, index),
                    "box": _box(view.viewport(), visible),
                    **_transfer(view, index),
                }


def _menu_items(text: str) -> Iterator[dict[str, Any]]:
    """Items in open menus whose words begin with `text`."""
    for menu in QApplication.allWidgets():
        if not isinstance(menu, QMenu) or not menu.isVisible():
            continue
        for action in menu.actions():
            words = action.text().replace("&&", "&")
            if action.isVisible() and words and words.startswith(text):
                yield {
                    "text": words,
                    "enabled": action.isEnabled(),
                    "ticked": action.isChecked(),
                    "under_mouse": menu.activeAction() is action,
                    "box": _box(menu, menu.actionGeometry(action)),
                }


def _has_mouse(view: QAbstractItemView, index: QModelIndex) -> bool:
    viewport = view.viewport()
    return viewport.underMouse() and view.indexAt(viewport.mapFromGlobal(QCursor.pos())) == index


def _focus() -> dict[str, Any]:
    """What the keyboard speaks to: a control, and in a list its current row and where that is."""
    widget = QApplication.focusWidget()
    if widget is None:
        return {"name": "", "row": "", "at": []}
    row, at = "", []
    if isinstance(widget, QAbstractItemView):
        index = widget.currentIndex()
        row = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        at = [index.row(), index.parent().row()]
    name = widget.accessibleName() or _text(widget) or widget.objectName()
    return {"name": name, "row": row, "at": at}


def _newest_transfer() -> dict[str, Any]:
    """The first row of the list of transfers; looks at nothing else, to disturb nothing."""
    for window in QApplication.topLevelWidgets():
        view = window.findChild(QAbstractItemView, "transfers")
        if isinstance(view, QAbstractItemView) and view.model().rowCount():
            return _transfer(view, view.model().index(0, 0))
    return {}


def _transfer(view: QAbstractItemView, index: QModelIndex) -> dict[str, Any]:
    """What is only drawn in the row of a transfer: its stage, and its buttons."""
    transfer = index.data(TRANSFER)
    if not isinstance(transfer, Transfer):
        return {}
    places = transfer_delegate.places(view.visualRect(index), transfer)
    return {
        "stage": transfer.stage.value,
        "done_bytes": transfer.progress.done_bytes if transfer.progress else 0,
        "buttons": {action.label: _box(view.viewport(), box) for action, box in places.buttons},
    }


def _indexes(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[QModelIndex]:
    for row in range(min(model.rowCount(parent), 1000)):  # no more would be on a screen
        index = model.index(row, 0, parent)
        yield index
        yield from _indexes(model, index)


def main() -> None:
    descriptor, *arguments = sys.argv[1:]
    connection = socket.socket(fileno=int(descriptor))
    run_event_loop = QApplication.exec
    probes = []

    def exec_with_probe() -> int:
        probes.append(Probe(connection))  # now that the application and its window are there
        return run_event_loop()

    QApplication.exec = staticmethod(exec_with_probe)  # type: ignore[method-assign]
    sys.exit(desktopxfer(arguments))


if __name__ == "__main__":
    main()
