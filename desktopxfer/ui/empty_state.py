"""Owns what stands where a list has nothing to show: what to do next."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktopxfer.ui import icons, theme
from desktopxfer.ui.theme import Space

PICTURE = 40


class EmptyState(QWidget):
    """A picture, what is missing, and what to do about it."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._picture = QLabel()
        self._heading = theme.plain_label(bold=True, wrap=True)
        self._advice = theme.plain_label(muted=True, wrap=True)
        self._advice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        layout.setSpacing(Space.S)
        layout.addStretch(1)
        for label in (self._picture, self._heading, self._advice):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addStretch(2)
        self._tint()

    def say(self, heading: str, advice: str) -> None:
        self._heading.setText(heading)
        self._advice.setText(advice)

    @property
    def words(self) -> str:
        return f"{self._heading.text()}\n{self._advice.text()}"

    def _tint(self) -> None:
        colour = theme.colours(self.palette()).muted
        scale = self.devicePixelRatioF()
        self._picture.setPixmap(icons.pixmap(self._icon, colour, PICTURE, scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for both, the words matter more than the picture."""
        super().resizeEvent(event)
        layout = self.layout()
        assert layout is not None
        picture = 0 if self._picture.isHidden() else PICTURE + Space.S
        words = layout.totalHeightForWidth(self.width()) - picture
        self._picture.setVisible(self.height() >= words + PICTURE + Space.S)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)
