"""Owns how trust is shown: an icon and a word, so that it is never a matter of colour alone."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktopxfer.device import Trust
from desktopxfer.ui import icons, rows, theme
from desktopxfer.ui.mirror import mirror
from desktopxfer.ui.theme import Colours, Space, TypeSize

translate = QCoreApplication.translate

ICON = 14  # beside small text


@dataclass(frozen=True, slots=True)
class TrustMark:
    icon: str
    words: str
    colour: str  # one of the scheme

    @property
    def width(self) -> int:
        """That painting it takes."""
        metrics = QFontMetrics(theme.font(TypeSize.SMALL))
        return ICON + Space.XS + metrics.horizontalAdvance(self.words)

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """From the left of the rectangle, in the middle of its height."""
        place = QRectF(rect.left(), 0, ICON, ICON)
        place.moveTop(rect.center().y() + 0.5 - ICON / 2)
        icons.paint(painter, self.icon, self.colour, place)
        words = rect.adjusted(ICON + Space.XS, 0, 1, 0)
        rows.paint_text(painter, words, self.words, theme.font(TypeSize.SMALL), self.colour)


def trust_mark(trust: Trust, colours: Colours, *, impostor: bool = False) -> TrustMark:
    match trust:
        case Trust.BLOCKED:
            return TrustMark("blocked", translate("TrustMark", "Blocked"), colours.muted)
        case Trust.TRUSTED:
            return TrustMark("shield-check", translate("TrustMark", "Trusted"), colours.good)
        case _ if impostor:
            return TrustMark("warning", translate("TrustMark", "Impostor"), colours.bad)
        case _:
            return TrustMark("shield", translate("TrustMark", "New"), colours.muted)


class TrustLabel(QLabel):
    """The mark of one device, in a dialog; to a screen reader it is a label."""

    def __init__(self, trust: Trust, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trust = trust
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(self._mark().words)

    def _mark(self) -> TrustMark:
        return trust_mark(self._trust, theme.colours(self.palette()))

    def sizeHint(self) -> QSize:
        height = rows.line_height(theme.font(TypeSize.SMALL))
        return QSize(self._mark().width, max(ICON, height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        mirror(painter, self.rect(), self.layoutDirection())
        self._mark().paint(painter, self.rect())
