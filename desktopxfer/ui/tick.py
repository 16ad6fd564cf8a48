"""Owns how a tick box in a row is drawn."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktopxfer.ui import icons
from desktopxfer.ui.theme import Colours

SIZE = 16
RADIUS = 4


def paint_tick_box(
    painter: QPainter, place: QRect, state: Qt.CheckState, colours: Colours, *, enabled: bool = True
) -> None:
    """A box in the middle of `place`: empty, ticked, or with a dash for "in part"."""
    box = QRectF(0, 0, SIZE, SIZE)
    box.moveCenter(QRectF(place).center())
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
