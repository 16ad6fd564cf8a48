"""Owns the list of past transfers: what it shows of each, and what can be done with one."""

import time
from enum import Enum

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QMenu,
    QStyleOptionViewItem,
    QWidget,
)

from desktopxfer import errors
from desktopxfer.offer import Kind
from desktopxfer.transfer.clippings import lasts
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.transfer.store import Record
from desktopxfer.ui import icons, rows, text, theme
from desktopxfer.ui.mirror import mirror, unmirrored
from desktopxfer.ui.pressable import Part, PressableDelegate, PressableList
from desktopxfer.ui.rows import Index
from desktopxfer.ui.theme import Colours, Space, TypeSize
from desktopxfer.workers.history import History

translate = QCoreApplication.translate

RECORD = Qt.ItemDataRole.UserRole
FIRST = 200  # records that are read at once, milliseconds; as many again when one scrolls on
BUTTON, BUTTON_ICON = 28, 16


class PastAction(Enum):
    """The value is the name of its icon."""

    SHOW_TEXT = "text"
    SHOW_IN_FOLDER = "folder"
    SEND_AGAIN = "again"
    COPY = "copy"
    REMOVE = "remove"  # from the history, and only from there

    @property
    def label(self) -> str:
        match self:
            case PastAction.SHOW_TEXT:
                return translate("PastAction", "Show text")
            case PastAction.SHOW_IN_FOLDER:
                return translate("PastAction", "Show in folder")
            case PastAction.SEND_AGAIN:
                return translate("PastAction", "Send again")
            case PastAction.COPY:
                return translate("PastAction", "Copy what went wrong")
            case PastAction.REMOVE:
                return translate("PastAction", "Remove from the history")


def past_actions(record: Record) -> tuple[PastAction, ...]:
    """In the order of the menu; Return does the first one."""
    found = []
    if record.kind is Kind.TEXT:
        if record.paths and lasts(record, time.time()):
            found.append(PastAction.SHOW_TEXT)
    elif record.paths:
        if record.direction is Direction.SENDING:
            found.append(PastAction.SEND_AGAIN)
        found.append(PastAction.SHOW_IN_FOLDER)
    if record.error:
        found.append(PastAction.COPY)
    return (*found, PastAction.REMOVE)


def buttons(record: Record) -> tuple[PastAction, ...]:
    """Those that the row shows; the others are in its menu."""
    return tuple(each for each in past_actions(record) if each is not PastAction.COPY)


def wrong(record: Record) -> str:
    """Why it is not finished; empty when it is."""
    if not record.error:
        return ""
    return text.sentence(errors.restored(record.error, record.subject, record.detail))


class PastModel(QAbstractListModel):
    """The ended transfers in which something is found, the newest first; read as one scrolls."""

    def __init__(self, history: History, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._search = ""
        self._limit = FIRST
        self._records: list[Record] = []

    def read(self, search: str) -> None:
        """Reads anew what has `search` in it. Raises ProfileUnusable."""
        self._limit = FIRST if search != self._search else max(FIRST, self._limit)
        self._search = search
        found = self._history.find(search, self._limit)
        self.beginResetModel()
        self._records = found
        self.endResetModel()

    def remove(self, record: Record) -> None:
        """Takes a row away before it is gone from the disk too."""
        for row, each in enumerate(self._records):
            if each.key == record.key:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._records[row]
                self.endRemoveRows()
                return

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._records)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and len(self._records) >= self._limit

    def fetchMore(self, _parent: Index) -> None:
        self._limit *= 2
        known = {record.key for record in self._records}
        found = self._history.find(self._search, self._limit)
        older = [record for record in found if record.key not in known]
        if older:
            first = len(self._records)
            self.beginInsertRows(QModelIndex(), first, first + len(older) - 1)
            self._records += older
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        record = self._records[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text.past_title(record)
            case Qt.ItemDataRole.AccessibleTextRole:
                other = text.heard_counterpart(record.direction, record.peer_name)
                return ", ".join(filter(None, _described(record, other)))
            case Qt.ItemDataRole.ToolTipRole:
                where = map(text.name, record.paths[:1] if record.kind is Kind.FILES else ())
                said = _described(record, text.past_counterpart(record))
                return theme.plain_tooltip("\n".join((*said, *where)))
            case _ if role == RECORD:
                return record
        return None


def _described(record: Record, other: str) -> tuple[str, ...]:
    return text.past_title(record), other, text.past_status(record)


def _badge(record: Record, colours: Colours) -> tuple[str, str]:
    sending = record.direction is Direction.SENDING
    arrow = "arrow-up" if sending else "arrow-down"
    match record.stage:
        case Stage.FINISHED if record.failed:
            return "warning", colours.warn
        case Stage.FINISHED:
            return arrow, colours.good
        case Stage.FAILED:
            return "warning", colours.bad
        case _:
            return "close", colours.muted


def action_at(
    point: QPoint, row: QRect, record: Record, direction: Qt.LayoutDirection
) -> PastAction | None:
    """The button at a point of the list."""
    point = unmirrored(point, row, direction)
    where = places(row, record).items()
    return next((action for action, rect in where if rect.contains(point)), None)


def places(row: QRect, record: Record) -> dict[PastAction, QRect]:
    """Where the buttons of a row are, as one reads from the left; see mirror.py."""
    card = _card(row)
    right = card.right()
    found = {}
    for action in reversed(buttons(record)):
        found[action] = QRect(right - BUTTON + 1, card.center().y() - BUTTON // 2, BUTTON, BUTTON)
        right = found[action].left() - Space.XS
    return found


def _card(row: QRect) -> QRect:
    return row.adjusted(Space.M, 1, -Space.M, -1)


class PastDelegate(PressableDelegate):
    """Draws the rows."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        large = rows.line_height(theme.font(bold=True))
        small = rows.line_height(theme.font(TypeSize.SMALL))
        return QSize(200, large + small + 2 + 2 * Space.S + Space.XS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = theme.colours(option.palette)
        record: Record = index.data(RECORD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirror(painter, option.rect, option.direction)
        rows.paint_ground(painter, option, colours)
        card = _card(option.rect)
        badge = QRect(card.left(), 0, rows.BADGE, rows.BADGE)
        badge.moveCenter(QPoint(badge.center().x(), card.center().y()))
        rows.paint_badge(painter, badge, *_badge(record, colours), colours)
        where = places(option.rect, record)
        left = badge.right() + Space.M
        right = min(rect.left() for rect in where.values()) - Space.M
        _paint_words(painter, card, left, right, record, colours)
        for action, rect in where.items():
            self._paint_button(painter, rect, action, record, colours)
        painter.restore()

    def _paint_button(
        self, painter: QPainter, rect: QRect, action: PastAction, record: Record, colours: Colours
    ) -> None:
        hot = self.hot == (record.key, action)
        if hot:
            painter.setPen(QPen(icons.tint(colours.line, 1.0), 1))
            painter.setBrush(icons.tint(colours.surface, 1.0))
            inner = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(inner, theme.CONTROL_RADIUS, theme.CONTROL_RADIUS)
        inset = (BUTTON - BUTTON_ICON) / 2
        icon = QRectF(rect).adjusted(inset, inset, -inset, -inset)
        icons.paint(painter, action.value, colours.text if hot else colours.muted, icon)

    def part_at(
        self, point: QPoint, row: QRect, index: Index, direction: Qt.LayoutDirection
    ) -> Part | None:
        record: Record = index.data(RECORD)
        action = action_at(point, row, record, direction)
        return (record.key, action) if action else None


def _paint_words(
    painter: QPainter, card: QRect, left: int, right: int, record: Record, colours: Colours
) -> None:
    small = theme.font(TypeSize.SMALL)
    heights = rows.line_height(theme.font(bold=True)), rows.line_height(small)
    top = card.center().y() - (sum(heights) + 2) // 2
    first = QRect(left, top, right - left, heights[0])
    second = QRect(left, first.bottom() + 3, right - left, heights[1])
    title, other = text.past_title(record), text.past_counterpart(record)
    rows.paint_title(painter, first, title, other, colours)
    elide = Qt.TextElideMode.ElideRight
    status = text.past_status(record)
    rows.paint_text(painter, second, status, small, colours.muted, elide=elide)


class PastList(PressableList):
    """The rows, with their buttons, keys and menu."""

    requested = Signal(object, object)  # Record, PastAction: everything but COPY

    def __init__(self, model: PastModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history")
        self.setAccessibleName(self.tr("Past transfers"))
        self.setModel(model)
        self.set_delegate(PastDelegate(self))
        self._actions = self.make_actions(PastAction)
        self._actions[PastAction.COPY].setShortcut(QKeySequence.StandardKey.Copy)
        self._actions[PastAction.REMOVE].setShortcut("Shift+Del")

    def perform(self, action: PastAction, record: Record) -> None:
        """Does it, or asks the dialog to; nothing when it cannot be done."""
        if action not in past_actions(record):
            return
        if action is PastAction.COPY:
            QGuiApplication.clipboard().setText(text.to_copy(wrong(record)))
        else:
            self.requested.emit(record, action)

    def trigger(self, kind: PastAction) -> None:
        if record := _record(self.currentIndex()):
            self.perform(kind, record)

    def menu(self) -> QMenu | None:
        record = _record(self.currentIndex())
        if record is None:
            return None
        *doing, removing = (self._actions[each] for each in past_actions(record))
        return self.make_menu([doing, [removing]])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        record = _record(self.currentIndex())
        if record and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            first = past_actions(record)[0]
            if first is not PastAction.REMOVE:
                self.perform(first, record)
            return
        super().keyPressEvent(event)

    def press(self, index: QModelIndex, kind: PastAction) -> None:
        if record := _record(index):
            self.perform(kind, record)


def _record(index: QModelIndex) -> Record | None:
    record = index.data(RECORD)
    return record if isinstance(record, Record) else None
