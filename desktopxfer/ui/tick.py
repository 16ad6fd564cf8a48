"""Owns how a tick box is drawn, in a row or beside words."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox

from desktopxfer.ui import icons, rows, theme
from desktopxfer.ui.mirror import mirror, upright
from desktopxfer.ui.theme import Colours, Space

SIZE = 16
RADIUS = 4


def paint_tick_box(
    painter: QPainter, place: QRect, state: Qt.CheckState, colours: Colours, *, enabled: bool = True
) -> None:
    """A box in the middle of `place`: empty, ticked, or with a dash for "in part"."""
    box = QRectF(0, 0, SIZE, SIZE)
    box.moveCenter(QRectF(place).center())
    with upright(painter, box):
        _paint_box(painter, box, state, colours, enabled=enabled)


def _paint_box(
    painter: QPainter, box: QRectF, state: Qt.CheckState, colours: Colours, *, enabled: bool
) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    filled = state is not Qt.CheckState.Unchecked
    ground = colours.accent if enabled else colours.muted
    painter.setPen(QPen(icons.tint(ground if filled else colours.muted, 1.0), 1.25))
    painter.setBrush(icons.tint(ground if filled else colours.surface, 1.0))
    painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), RADIUS, RADIUS)
    pen = QPen(icons.tint(colours.on_accent if enabled else colours.surface, 1.0), 1.75)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    if state is Qt.CheckState.Checked:
        painter.drawPolyline(
            QPolygonF(
                [box.topLeft() + QPointF(*point) for point in ((4.5, 8.5), (7, 11), (11.5, 5.5))]
            )
        )
    elif filled:
        painter.drawLine(box.topLeft() + QPointF(5, 8), box.topLeft() + QPointF(11, 8))
    painter.restore()


class TickBox(QCheckBox):
    """A choice of its own, with the box that the rows have."""

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(SIZE + Space.S + words + Space.XS, max(SIZE, self.fontMetrics().height()) + 4)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.colours(self.palette())
        painter = QPainter(self)
        mirror(painter, self.rect(), self.layoutDirection())
        box = QRect(0, 0, SIZE, self.height())
        paint_tick_box(painter, box, self.checkState(), colours, enabled=self.isEnabled())
        words = self.rect().adjusted(SIZE + Space.S, 0, 0, 0)
        colour = colours.text if self.isEnabled() else colours.muted
        rows.paint_text(painter, words, self.text(), self.font(), colour)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(icons.tint(colours.accent, 1.0), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(SIZE + Space.XS, 0.75, -0.75, -0.75)
            painter.drawRoundedRect(ring, RADIUS, RADIUS)
