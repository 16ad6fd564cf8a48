"""Owns a sentence in a dialog that may have a mark in front of it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktopxfer.ui import icons, theme
from desktopxfer.ui.mirror import margins
from desktopxfer.ui.theme import Space, TypeSize


class Remark(QWidget):
    """A sentence that may have a mark in front of it; a bad one has its colour and its mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = ""
        self._words = theme.plain_label(size=TypeSize.SMALL, muted=True, wrap=True)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._words)

    @property
    def words(self) -> str:
        return self._words.text()

    def say(self, words: str, mark: str = "") -> None:
        """`mark`: "", "warn" or "bad"."""
        self._words.setText(words)
        self._colour = mark
        self._layout.setContentsMargins(margins(theme.ICON + Space.S if mark else 0, 0, 0, 0))
        if self._words.property("invalid") != (mark == "bad"):
            self._words.setProperty("invalid", mark == "bad")
            self.style().unpolish(self._words)  # or the style sheet does not look again
            self.style().polish(self._words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._colour:
            return
        colours = theme.colours(self.palette())
        place = QRectF(0, 0, theme.ICON, theme.ICON)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            place.moveRight(self.width())
        colour = colours.bad if self._colour == "bad" else colours.warn
        icons.paint(QPainter(self), "warning", colour, place)
