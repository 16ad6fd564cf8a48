"""Owns how an entry of an offer is drawn."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktopxfer.ui import icons, rows, text, theme
from desktopxfer.ui.entry_model import ICON_ROLE, RISK_ROLE, Column
from desktopxfer.ui.risk import Risk
from desktopxfer.ui.rows import Index
from desktopxfer.ui.theme import Colours, Space
from desktopxfer.ui.tick import paint_tick_box

Feature = QStyleOptionViewItem.ViewItemFeature
Part = QStyle.SubElement


class EntryDelegate(QStyledItemDelegate):
    """Draws one cell: tick box, icon, text, and a mark at the end of a risky name.

    Qt says what goes where, so that clicks meet the tick box; the colours are ours.
    """

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(ICON_ROLE):  # only its room: a QIcon would keep the colours of its time
            option.features |= Feature.HasDecoration
            option.decorationSize = QSize(theme.ICON, theme.ICON)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        colours = theme.colours(cell.palette)
        painter.save()
        ground = QStyle.PrimitiveElement.PE_PanelItemViewItem
        cell.widget.style().drawPrimitive(ground, cell, painter, cell.widget)
        if cell.features & Feature.HasCheckIndicator:
            box = _part(cell, Part.SE_ItemViewItemCheckIndicator)
            enabled = bool(cell.state & QStyle.StateFlag.State_Enabled)
            paint_tick_box(painter, box, cell.checkState, colours, enabled=enabled)
        if icon := index.data(ICON_ROLE):
            place = _part(cell, Part.SE_ItemViewItemDecoration)
            icons.paint(painter, icon, _icon_colour(icon, colours), _square(place))
        words = _part(cell, Part.SE_ItemViewItemText).adjusted(Space.XS, 0, -Space.XS, 0)
        if risk := index.data(RISK_ROLE):
            words = self._paint_mark(painter, words, risk, cell, colours)
        colour = colours.muted if _is_faded(cell, index) else colours.text
        align = QStyle.visualAlignment(cell.direction, cell.displayAlignment)
        # In a right-to-left window too: `.bashrc`, `4.0 MB`. The model has made them printable.
        shown = text.ISOLATED.format(cell.text)
        rows.paint_text(
            painter, words, shown, cell.font, colour, elide=cell.textElideMode, align=align
        )
        painter.restore()

    def _paint_mark(
        self,
        painter: QPainter,
        words: QRect,
        risk: Risk,
        cell: QStyleOptionViewItem,
        colours: Colours,
    ) -> QRect:
        """Draws it behind the room for the name, and returns the room that is left."""
        width = theme.ICON + Space.S
        mark = QRect(words.right() + 1 - width, words.top(), width, words.height())
        icon = "warning" if risk is Risk.RUNS else "hidden"
        mark = QStyle.visualRect(cell.direction, words, mark)
        icons.paint(painter, icon, colours.warn, _square(mark))
        left = words.adjusted(0, 0, -width, 0)
        return QStyle.visualRect(cell.direction, words, left)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        return hint.expandedTo(QSize(0, theme.CONTROL_HEIGHT - Space.XS))


def _part(cell: QStyleOptionViewItem, part: QStyle.SubElement) -> QRect:
    return cell.widget.style().subElementRect(part, cell, cell.widget)


def _square(place: QRect) -> QRectF:
    square = QRect(0, 0, theme.ICON, theme.ICON)
    square.moveCenter(place.center())
    return QRectF(square)


def _icon_colour(icon: str, colours: Colours) -> str:
    return {"warning": colours.bad, "check": colours.good}.get(icon, colours.muted)


def _is_faded(cell: QStyleOptionViewItem, index: Index) -> bool:
    """Sizes and states stand back; so does the name of what is not ticked."""
    has_box = bool(cell.features & Feature.HasCheckIndicator)
    unticked = has_box and cell.checkState is Qt.CheckState.Unchecked
    return unticked or index.column() != Column.NAME
