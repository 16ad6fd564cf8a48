"""Owns how what is laid out from left to right is drawn, and hit, from right to left."""

import contextlib
from collections.abc import Iterator

from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QTransform
from PySide6.QtWidgets import QStyle

RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft


def mirror(painter: QPainter, row: QRect, direction: Qt.LayoutDirection) -> None:
    """From here on `row` is drawn as its mirror image where one reads from the right.

    So all places are thought of from left to right; what must not be turned is drawn upright().
    """
    painter.setLayoutDirection(direction)  # which a text's start is at
    if direction is RIGHT_TO_LEFT:
        painter.setTransform(_flip(QRectF(row)), combine=True)


@contextlib.contextmanager
def upright(painter: QPainter, rect: QRectF) -> Iterator[None]:
    """For texts and pictures, which keep their own direction at the mirrored place."""
    if painter.worldTransform().m11() >= 0:
        yield
        return
    painter.save()
    painter.setTransform(_flip(rect), combine=True)
    yield
    painter.restore()


def _flip(rect: QRectF) -> QTransform:
    """Left for right, about the middle of the rectangle."""
    return QTransform(-1, 0, 0, 1, rect.left() + rect.right(), 0)


def margins(start: int, top: int, end: int, bottom: int) -> QMargins:
    """Of a layout, from where one begins to read: Qt mirrors a layout, but not its margins."""
    if QGuiApplication.layoutDirection() is RIGHT_TO_LEFT:
        start, end = end, start
    return QMargins(start, top, end, bottom)


def unmirrored(point: QPoint, row: QRect, direction: Qt.LayoutDirection) -> QPoint:
    """Where a point of the screen is as the row is thought of; and the other way round."""
    return QStyle.visualPos(direction, row, point)
