"""Owns the line at the top of a dialog that says who asks."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktopxfer.device import Trust
from desktopxfer.ui import rows, theme
from desktopxfer.ui.elided_label import ElidedLabel
from desktopxfer.ui.theme import Space, TypeSize
from desktopxfer.ui.trust_mark import TrustLabel


class Badge(QWidget):
    """A line icon on a round ground."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tone = "accent"
        self.setFixedSize(QSize(rows.BADGE, rows.BADGE))

    def show_icon(self, icon: str, tone: str = "accent") -> None:
        """`tone`: "accent", "good", "warn" or "bad"."""
        self._icon, self._tone = icon, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones = {"good": colours.good, "warn": colours.warn, "bad": colours.bad}
        colour = tones.get(self._tone, colours.accent)
        rows.paint_badge(painter, self.rect(), self._icon, colour, colours)


class PeerLine(QWidget):
    """A badge, what the device wants or does, and below it which device that is."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.badge = Badge(icon)
        self._heading = ElidedLabel(size=TypeSize.HEADING, bold=True)
        self._details = ElidedLabel(muted=True)
        self._below = QHBoxLayout()
        self._below.setSpacing(Space.M)
        self._below.addWidget(self._details, 1)
        names = QVBoxLayout()
        names.setSpacing(Space.XS // 2)
        names.addWidget(self._heading)
        names.addLayout(self._below)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.M)
        line.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(names, 1)

    def say(self, heading: str, *details: str) -> None:
        self._heading.setText(heading)
        self._details.setText(" · ".join(filter(None, details)))

    def mark(self, trust: Trust) -> None:
        """Shows once and for all whether the device is trusted."""
        self._below.insertWidget(0, TrustLabel(trust))
