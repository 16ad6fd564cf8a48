"""Owns how a row of a list is drawn: its ground, its badge, its texts."""

from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from desktopxfer.ui import icons, theme
from desktopxfer.ui.mirror import upright
from desktopxfer.ui.theme import Colours, Space

BADGE = 36  # the round ground of a row's icon
State = QStyle.StateFlag
Index: TypeAlias = QModelIndex | QPersistentModelIndex


def card(option: QStyleOptionViewItem) -> QRect:
    """The part of a row that its ground fills; the rest keeps it apart from the next row."""
    return option.rect.adjusted(Space.XS, 1, -Space.XS, -1)


def paint_ground(
    painter: QPainter,
    option: QStyleOptionViewItem,
    colours: Colours,
    *,
    target: bool = False,
    ground: str = "",
) -> None:
    """Hovered, selected, with the keyboard's focus, or what a drop would hit (`target`).

    `ground` is the colour that a row has otherwise; most have none.
    """
    state = option.state
    if target:
        ground = colours.accent_soft
    elif state & State.State_Selected:
        ground = colours.selected
    elif state & State.State_MouseOver:
        ground = colours.hover
    ringed = target or bool(state & State.State_HasFocus and state & State.State_Active)
    if not ground and not ringed:
        return
    painter.setPen(QPen(icons.tint(colours.accent, 1.0), 1.5) if ringed else Qt.PenStyle.NoPen)
    painter.setBrush(icons.tint(ground, 1.0) if ground else Qt.BrushStyle.NoBrush)
    inner = QRectF(card(option)).adjusted(0.75, 0.75, -0.75, -0.75)
    painter.drawRoundedRect(inner, theme.RADIUS, theme.RADIUS)


def paint_ring(painter: QPainter, view: QAbstractItemView, row: QRect, index: Index) -> None:
    """Around the current row of a tree that has the focus: Qt's own is hardly seen in the dark."""
    if not view.hasFocus() or index.sibling(index.row(), 0) != view.currentIndex().siblingAtColumn(
        0
    ):
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(icons.tint(theme.colours(view.palette()).accent, 1.0), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = QRectF(row).adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(ring, theme.CONTROL_RADIUS, theme.CONTROL_RADIUS)
    painter.restore()


def paint_badge(painter: QPainter, rect: QRect, icon: str, colour: str, colours: Colours) -> None:
    """A line icon on a round ground of its own colour."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(icons.tint(colour, 0.14 if colours is theme.LIGHT else 0.2))
    painter.drawEllipse(rect)
    inset = (rect.width() - theme.ICON) / 2
    icons.paint(painter, icon, colour, QRectF(rect).adjusted(inset, inset, -inset, -inset))


def paint_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    colour: str,
    *,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> int:
    """One line of plain text, shortened to the rectangle; returns the width it took.

    Names are shortened in the middle, so that `.exe` at their end stays in sight.
    """
    if rect.width() <= 0:
        return 0
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, elide, rect.width())
    painter.setFont(font)
    painter.setPen(icons.tint(colour, 1.0))
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    with upright(painter, QRectF(rect)):
        painter.drawText(rect, flags, shown)
    return min(rect.width(), metrics.horizontalAdvance(shown))


def paint_title(painter: QPainter, rect: QRect, title: str, other: str, colours: Colours) -> None:
    """`Photos +3  → Desk-PC`: the title leaves the other name at most half of the line."""
    bold, plain = theme.font(bold=True), theme.font()
    room = min(QFontMetrics(plain).horizontalAdvance(other), rect.width() // 2)
    own = rect.adjusted(0, 0, -room - Space.S, 0)
    taken = paint_text(painter, own, title, bold, colours.text)
    rest = rect.adjusted(taken + Space.S, 0, 0, 0)
    paint_text(painter, rest, other, plain, colours.muted)


def line_height(font: QFont) -> int:
    return QFontMetrics(font).height()


def paint_two_lines(painter: QPainter, rect: QRect, text: str, font: QFont, colour: str) -> None:
    """Plain text over two lines of the rectangle's width, the second one shortened at its end."""
    layout = QTextLayout(text, font)
    wrap = QTextOption()
    wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(wrap)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(rect.width())
    split = first.textStart() + first.textLength()
    layout.endLayout()
    height = line_height(font)
    upper = QRect(rect.left(), rect.top(), rect.width(), height)
    right = Qt.TextElideMode.ElideRight
    paint_text(painter, upper, text[:split].rstrip(), font, colour, elide=right)
    paint_text(painter, upper.translated(0, height), text[split:], font, colour, elide=right)
