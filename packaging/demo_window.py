"""Owns one window of the demo: the program itself, but at a place on the screen."""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow

from desktopxfer import app


class Placement(QObject):
    """Puts the main window into column `place` of `columns` before it is seen."""

    def __init__(self, place: int, columns: int) -> None:
        super().__init__()
        self._place = place
        self._columns = columns

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Show and isinstance(watched, QMainWindow):
            column = watched.screen().availableGeometry()
            column.setWidth(column.width() // self._columns)
            column.translate(self._place * column.width(), 0)
            # A tenth is left for the title bar, whose height nobody knows before it is there.
            watched.resize(watched.size().boundedTo(column.size() * 0.9))
            area = watched.rect()
            area.moveCenter(column.center())
            watched.move(area.topLeft())
        return False


def main(profile: Path, place: int, columns: int) -> int:
    application = QApplication(sys.argv[:1])  # app.main() goes on with the one that is there
    placement = Placement(place, columns)
    application.installEventFilter(placement)
    return app.main(profile, [])


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
