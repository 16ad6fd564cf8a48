"""Owns pages of which one is seen, with a row of buttons that choose it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.theme import Space


class Pages(QWidget):
    """All pages are as large as the largest, so that nothing moves when another one is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = QButtonGroup(self)
        self._row = QHBoxLayout()
        self._row.setSpacing(Space.XS)
        self._row.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._stack = QStackedWidget()
        self._buttons.idClicked.connect(self._stack.setCurrentIndex)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.M)
        layout.addLayout(self._row)
        layout.addWidget(self._stack, 1)

    def add_page(self, name: str, page: QWidget) -> None:
        """The first one is seen first."""
        button = IconButton("", name, kind="segment")
        button.setCheckable(True)
        button.setAutoExclusive(True)  # said as one of several, not as a tick box
        button.setChecked(self._stack.count() == 0)
        self._buttons.addButton(button, self._stack.addWidget(page))
        self._row.addWidget(button)
