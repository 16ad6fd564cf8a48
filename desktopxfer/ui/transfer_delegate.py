"""Owns how a transfer is drawn, and what lies where in its row."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QStyleOptionViewItem,
    QWidget,
)

from desktopxfer.errors import RETRIABLE, Stopped
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.ui import icons, rows, text, theme
from desktopxfer.ui.mirror import mirror, unmirrored
from desktopxfer.ui.pressable import Part, PressableDelegate
from desktopxfer.ui.rows import Index
from desktopxfer.ui.theme import Colours, Space, TypeSize
from desktopxfer.ui.transfer_actions import LABELLED, Action, actions, can_unfold
from desktopxfer.ui.transfer_model import TRANSFER
from desktopxfer.workers.state import Transfer

CHEVRON = 18
BUTTON = 28  # a row's buttons are a little smaller than the window's
BUTTON_ICON = 16
BAR = 6
LABELS_FROM = 460  # narrower rows show their buttons as icons only
CUT = (*RETRIABLE, Stopped, type(None))  # what cut a transfer off; the rest stands in its way
PRIMARY = {Action.ANSWER, Action.RESUME}
WITH_BAR = {Stage.MOVING, Stage.FINISHING}
# Likewise, when they come after something has moved and their words are few.
STANDING = {
    *(Stage.PREPARING, Stage.CONNECTING, Stage.RECONNECTING, Stage.CHECKING),
    *(Stage.WAITING, Stage.INTERRUPTED),
}


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of one transfer's row are."""

    chevron: QRect  # empty when there is nothing to unfold
    badge: QRect
    title: QRect
    status: QRect
    bar: QRect  # empty without progress
    failures: QRect  # empty when nothing failed
    buttons: tuple[tuple[Action, QRect], ...]
    labelled: bool


def action_at(
    point: QPoint, row: QRect, transfer: Transfer, direction: Qt.LayoutDirection
) -> Action | None:
    """What a click at a point of the list asks for."""
    where, point = places(row, transfer), unmirrored(point, row, direction)
    for action, rect in where.buttons:
        if rect.contains(point):
            return action
    if where.failures.contains(point):
        return Action.UNFOLD_FAILED
    return Action.UNFOLD if where.chevron.contains(point) else None


def places(row: QRect, transfer: Transfer) -> Places:
    """As one reads from the left; see mirror.py."""
    card = row.adjusted(Space.XS + Space.XS, 1, -Space.XS - Space.S, -1)
    middle = card.center().y()
    chevron = QRect(card.left(), middle - CHEVRON // 2, CHEVRON, CHEVRON)
    badge = QRect(chevron.right() + Space.XS, middle - rows.BADGE // 2, rows.BADGE, rows.BADGE)
    labelled = row.width() >= LABELS_FROM
    buttons = _buttons(card, actions(transfer), labelled)
    right = min([rect.left() - Space.M for _, rect in buttons] or [card.right()])
    left = badge.right() + Space.M
    failures = text.failures(transfer)
    has_bar = _has_bar(transfer)
    lines = _line_heights()
    three = bool(has_bar or failures or _is_long(transfer))
    height = lines[0] + 2 + lines[1] + (lines[1] + 2 if three else 0)
    top = middle - height // 2
    first = QRect(left, top, right - left, lines[0])
    status = QRect(left, first.bottom() + 3, right - left, lines[1])
    third = status.translated(0, lines[1] + 2)
    link = QRect()
    if failures:
        width = QFontMetrics(_small()).horizontalAdvance(failures) + BUTTON_ICON + Space.XS
        link = QRect(third.left(), third.top(), min(width, third.width()), third.height())
        if has_bar:
            link.moveRight(third.right())
    bar = third if has_bar else QRect()
    if has_bar and failures:
        bar = third.adjusted(0, 0, -link.width() - Space.M, 0)
    if not can_unfold(transfer):
        chevron = QRect()
    return Places(chevron, badge, first, status, bar, link, buttons, labelled)


def _buttons(
    card: QRect, wanted: tuple[Action, ...], labelled: bool
) -> tuple[tuple[Action, QRect], ...]:
    metrics = QFontMetrics(_small())
    right = card.right()
    found = []
    for action in reversed(wanted):
        width = BUTTON
        if labelled and action in LABELLED:
            label = metrics.horizontalAdvance(action.label)
            width = Space.S + BUTTON_ICON + Space.XS + label + Space.M
        rect = QRect(right - width + 1, card.center().y() - BUTTON // 2, width, BUTTON)
        found.append((action, rect))
        right = rect.left() - Space.S
    return tuple(reversed(found))


def _has_bar(transfer: Transfer) -> bool:
    stands = transfer.stage in STANDING and transfer.progress is not None
    return transfer.stage in WITH_BAR or (stands and not _is_long(transfer))


def _is_long(transfer: Transfer) -> bool:
    """Whether the status is a sentence that may take two lines."""
    has_sentence = transfer.stage.ended or transfer.stage is Stage.INTERRUPTED
    if transfer.error is None or transfer.is_paused or not has_sentence:
        return False
    return not text.failures(transfer)


def _small() -> QFont:
    return theme.font(TypeSize.SMALL)


def _line_heights() -> tuple[int, int]:
    return rows.line_height(theme.font(bold=True)), rows.line_height(_small())


def badge(transfer: Transfer, colours: Colours) -> tuple[str, str]:
    """The icon and the colour that tell a transfer's state at a glance."""
    sending = transfer.direction is Direction.SENDING
    match transfer.stage:
        case Stage.FINISHED if text.failures(transfer):
            return "warning", colours.warn
        case Stage.FINISHED:
            return "check", colours.good
        case Stage.FAILED:
            return "warning", colours.bad
        case Stage.DECLINED | Stage.CANCELLED:
            return "close", colours.muted
        case Stage.INTERRUPTED if transfer.is_paused:
            return "pause", colours.warn
        case Stage.INTERRUPTED if isinstance(transfer.error, CUT):
            return "unplugged", colours.warn
        case Stage.INTERRUPTED:
            return "warning", colours.warn
        case Stage.QUEUED:
            return "clock", colours.muted
        case Stage.RECONNECTING:
            return "unplugged", colours.accent
        case Stage.WAITING:
            return "clock" if sending else "inbox", colours.accent
        case _:
            return "arrow-up" if sending else "arrow-down", colours.accent


class TransferDelegate(PressableDelegate):
    """Draws the rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.unfolded = ""  # the key of the transfer whose files are shown

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        large, small = _line_heights()
        return QSize(200, large + 2 * (small + 2) + 2 * Space.S + Space.XS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = theme.colours(option.palette)
        transfer: Transfer = index.data(TRANSFER)
        where = places(option.rect, transfer)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirror(painter, option.rect, option.direction)
        rows.paint_ground(painter, option, colours)
        if not where.chevron.isEmpty():
            self._paint_chevron(painter, where.chevron, transfer, colours)
        rows.paint_badge(painter, where.badge, *badge(transfer, colours), colours)
        title, other = text.title(transfer), text.counterpart(transfer)
        rows.paint_title(painter, where.title, title, other, colours)
        _paint_status(painter, where.status, transfer, colours)
        if not where.bar.isEmpty():
            _paint_bar(painter, where.bar, transfer, colours)
        if not where.failures.isEmpty():
            self._paint_failures(painter, where.failures, transfer, colours)
        for action, rect in where.buttons:
            self._paint_button(painter, rect, transfer, action, colours, where.labelled)
        painter.restore()

    def _paint_chevron(
        self, painter: QPainter, rect: QRect, transfer: Transfer, colours: Colours
    ) -> None:
        icon = "chevron-down" if self.unfolded == transfer.key else "chevron-right"
        lit = self.hot == (transfer.key, Action.UNFOLD)
        icons.paint(
            painter, icon, colours.text if lit else colours.muted, QRectF(rect), pointing=True
        )

    def _paint_failures(
        self, painter: QPainter, rect: QRect, transfer: Transfer, colours: Colours
    ) -> None:
        font = _small()
        font.setUnderline(self.hot == (transfer.key, Action.UNFOLD_FAILED))
        icon = QRectF(rect.left(), 0, BUTTON_ICON, BUTTON_ICON)
        icon.moveTop(rect.center().y() + 0.5 - BUTTON_ICON / 2)
        icons.paint(painter, "warning", colours.warn, icon)
        words = rect.adjusted(BUTTON_ICON + Space.XS, 0, 1, 0)
        rows.paint_text(painter, words, text.failures(transfer), font, colours.warn)

    def _paint_button(
        self,
        painter: QPainter,
        rect: QRect,
        transfer: Transfer,
        action: Action,
        colours: Colours,
        labelled: bool,
    ) -> None:
        primary = action in PRIMARY
        hot = self.hot == (transfer.key, action)
        pressed = hot and self.pressed == self.hot
        edge, ground, ink = colours.line, colours.surface, colours.text
        if primary:
            ground = edge = colours.accent_hover if hot else colours.accent
            ink = colours.on_accent
        elif pressed:
            ground = colours.selected
        elif hot:
            ground, edge = colours.hover, colours.muted
        painter.setPen(QPen(icons.tint(edge, 1.0), 1))
        painter.setBrush(icons.tint(ground, 1.0))
        inner = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, theme.CONTROL_RADIUS, theme.CONTROL_RADIUS)
        with_label = labelled and action in LABELLED
        inset = Space.S if with_label else (BUTTON - BUTTON_ICON) / 2
        icon = QRectF(rect.left() + inset, 0, BUTTON_ICON, BUTTON_ICON)
        icon.moveTop(rect.top() + (BUTTON - BUTTON_ICON) / 2)
        icons.paint(painter, action.value, ink, icon)
        if with_label:
            words = rect.adjusted(Space.S + BUTTON_ICON + Space.XS, 0, 0, 0)
            rows.paint_text(painter, words, action.label, _small(), ink)

    def part_at(
        self, point: QPoint, row: QRect, index: Index, direction: Qt.LayoutDirection
    ) -> Part | None:
        transfer: Transfer = index.data(TRANSFER)
        action = action_at(point, row, transfer, direction)
        return (transfer.key, action) if action else None


def _paint_status(painter: QPainter, rect: QRect, transfer: Transfer, colours: Colours) -> None:
    status = text.status(transfer)
    colour = colours.bad if transfer.stage is Stage.FAILED else colours.muted
    if _is_long(transfer):
        rows.paint_two_lines(painter, rect, status, _small(), colour)
    else:
        elide = Qt.TextElideMode.ElideRight
        rows.paint_text(painter, rect, status, _small(), colour, elide=elide)


def _paint_bar(painter: QPainter, rect: QRect, transfer: Transfer, colours: Colours) -> None:
    font = _small()
    width = QFontMetrics(font).horizontalAdvance("100 %") + Space.S
    right = Qt.AlignmentFlag.AlignRight
    percent = text.percent(transfer)
    rows.paint_text(
        painter, rect.adjusted(rect.width() - width, 0, 0, 0), percent, font, colours.text,
        align=right,
    )  # fmt: skip
    track = QRectF(rect.left(), 0, rect.width() - width, BAR)
    track.moveTop(rect.center().y() + 0.5 - BAR / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(icons.tint(colours.line, 1.0))
    painter.drawRoundedRect(track, BAR / 2, BAR / 2)
    if done := text.permille(transfer):
        track.setWidth(max(BAR, track.width() * done / 1000))
        moves = transfer.stage in WITH_BAR
        painter.setBrush(icons.tint(colours.accent if moves else colours.muted, 1.0))
        painter.drawRoundedRect(track, BAR / 2, BAR / 2)
