"""Owns the other program in a drag: a window that offers files by a genuine XDND drag.

Run as `drag_source.py TITLE X Y PATH...`. Prints one JSON object a line: `ready`; `dragging`;
`action` each time what the target would do with a drop changes; `dropped` with what it did.
"""

import json
import sys

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDrag, QMouseEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel


class DragSource(QLabel):
    def __init__(self, title: str, paths: list[str]) -> None:
        super().__init__(title)
        self.setWindowTitle(title)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._paths = paths
        self._pressed = QPoint()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        _say("ready")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        if way < QApplication.startDragDistance():
            return
        files = QMimeData()
        files.setUrls([QUrl.fromLocalFile(path) for path in self._paths])
        picture = QPixmap(32, 32)
        picture.fill(QColor("goldenrod"))
        drag = QDrag(self)
        drag.setMimeData(files)
        drag.setPixmap(picture)
        drag.actionChanged.connect(self._action_changed)
        _say("dragging")
        # A move is offered too, as file managers do: a target that took it would lose the files.
        done = drag.exec(
            Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.CopyAction
        )
        _say("dropped", action=str(done.name))

    def _action_changed(self, action: Qt.DropAction) -> None:
        _say("action", action=str(action.name))


def _say(event: str, **more: str) -> None:
    print(json.dumps({"event": event, **more}), flush=True)


def main() -> None:
    title, x, y, *paths = sys.argv[1:]
    application = QApplication(sys.argv[:1])
    source = DragSource(title, paths)
    source.setGeometry(int(x), int(y), 160, 80)
    source.show()
    application.exec()


if __name__ == "__main__":
    main()
