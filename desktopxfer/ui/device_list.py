"""Owns the list of devices: what it shows of each, and what can be done with one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QMargins,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktopxfer.device import Device, Trust, short_id
from desktopxfer.ui import icons, rows, text, theme
from desktopxfer.ui.device_actions import DeviceAction, device_actions, refusal
from desktopxfer.ui.folder_box import path_text
from desktopxfer.ui.mirror import mirror, unmirrored
from desktopxfer.ui.row_list import RowList
from desktopxfer.ui.rows import Index
from desktopxfer.ui.theme import Colours, Space, TypeSize
from desktopxfer.ui.trust_mark import TrustMark, trust_mark

translate = QCoreApplication.translate

DEVICE = Qt.ItemDataRole.UserRole
MENU = 18  # the sign that a row has a menu
MENU_PATH = 40  # characters of a path, in a menu
EDGE = 24  # as near to the list's edge a drag makes it scroll


class DeviceModel(QAbstractListModel):
    """The devices as the manager reports them, in its order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._devices: tuple[Device, ...] = ()

    @property
    def devices(self) -> tuple[Device, ...]:
        return self._devices

    def set_devices(self, devices: Sequence[Device]) -> None:
        new = tuple(devices)
        if [device.key for device in new] == [device.key for device in self._devices]:
            self._devices = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._devices = new
        self.endResetModel()

    def index_of(self, key: str) -> QModelIndex:
        for row, device in enumerate(self._devices):
            if device.key == key:
                return self.index(row)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._devices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        device = self._devices[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text.name(device.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(_described(device))
            case Qt.ItemDataRole.ToolTipRole:
                known = [*_described(device), *map(str, device.addresses)]
                if (problem := refusal(device)) is not None:
                    known.append(text.sentence(problem))
                return theme.plain_tooltip("\n".join(known))
            case _ if role == DEVICE:
                return device
        return None


def details(device: Device) -> str:
    """The line under a device's name."""
    parts = [short_id(device.device_id)] if device.device_id else []
    if device.impostor:
        parts.insert(0, translate("DeviceModel", "Not the device you trust"))
    else:
        parts.append(text.presence(device))
    if device.typed and device.addresses and str(device.addresses[0]) != device.name:
        parts.append(text.isolated(str(device.addresses[0])))
    return " · ".join(parts)


def _described(device: Device) -> list[str]:
    """All that a row shows, and what it calls itself where it has a name of ours."""
    parts = [text.name(device.name)]
    if device.own_name:
        own = translate("DeviceModel", "calls itself {name}")
        parts.append(own.format(name=text.isolated(device.own_name)))
    if device.device_id:
        parts.append(_mark(device, theme.LIGHT).words)
    parts.append(details(device))
    if device.accept_into:
        into = translate("DeviceModel", "Accepted automatically into {folder}")
        parts.append(into.format(folder=text.isolated(device.accept_into)))
    return parts


def _mark(device: Device, colours: Colours) -> TrustMark:
    return trust_mark(device.trust, colours, impostor=device.impostor)


class DeviceDelegate(QStyledItemDelegate):
    """Draws one device: what it is, its name, whether it is trusted, its short id, its presence."""

    def __init__(self, parent: QWidget, *, has_menu: bool = False) -> None:
        super().__init__(parent)
        self.target = ""  # the key of the device that a drop would hit
        self._has_menu = has_menu

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        lines = rows.line_height(theme.font(bold=True)) + rows.line_height(_small())
        return QSize(160, max(lines + 2, rows.BADGE) + 2 * Space.S + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        device: Device = index.data(DEVICE)
        colours = theme.colours(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirror(painter, option.rect, option.direction)
        rows.paint_ground(
            painter,
            option,
            colours,
            target=device.key == self.target,
            ground=colours.bad_soft if device.impostor else "",
        )
        card = rows.card(option).adjusted(Space.S, 0, -Space.S, 0)
        badge = QRect(card.left(), 0, rows.BADGE, rows.BADGE)
        badge.moveTop(card.center().y() - rows.BADGE // 2)
        self._paint_badge(painter, badge, device, colours)
        self._paint_presence(painter, badge, device, colours)
        self._paint_texts(painter, card.adjusted(rows.BADGE + Space.M, 0, 0, 0), device, colours)
        if self._has_menu and option.state & (
            QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected
        ):
            icons.paint(painter, "more", colours.muted, QRectF(menu_place(option.rect)))
        painter.restore()

    def _paint_badge(
        self, painter: QPainter, badge: QRect, device: Device, colours: Colours
    ) -> None:
        icon, colour = icons.device_icon(device.platform), colours.muted
        if device.impostor:
            icon, colour = "warning", colours.bad
        elif device.online and device.trust is not Trust.BLOCKED:
            colour = colours.accent
        rows.paint_badge(painter, badge, icon, colour, colours)

    def _paint_presence(
        self, painter: QPainter, badge: QRect, device: Device, colours: Colours
    ) -> None:
        """A full dot or a ring: told apart without their colours too."""
        dot = QRect(0, 0, 10, 10)
        dot.moveCenter(badge.bottomRight() - QPoint(4, 4))
        full = colours.good if device.online else colours.surface
        painter.setBrush(icons.tint(full, 1.0))
        edge = colours.surface if device.online else colours.muted
        painter.setPen(QPen(icons.tint(edge, 1.0), 2 if device.online else 1.5))
        painter.drawEllipse(dot)

    def _paint_texts(
        self, painter: QPainter, rect: QRect, device: Device, colours: Colours
    ) -> None:
        bold, small = theme.font(bold=True), _small()
        above, below = rows.line_height(bold), rows.line_height(small)
        top = rect.center().y() - (above + below + 2) // 2
        upper = QRect(rect.left(), top, rect.width(), above)
        lower = QRect(rect.left(), top + above + 2, rect.width(), below)
        if device.device_id:
            mark = _mark(device, colours)
            mark.paint(painter, upper.adjusted(upper.width() - mark.width, 0, 0, 0))
            upper.adjust(0, 0, -mark.width - Space.S, 0)
        if self._has_menu:
            lower.adjust(0, 0, -MENU - Space.XS, 0)
        blocked = device.trust is Trust.BLOCKED
        colour = colours.muted if blocked else colours.text
        rows.paint_text(painter, upper, text.name(device.name), bold, colour)
        colour = colours.bad if device.impostor else colours.muted
        elide = Qt.TextElideMode.ElideRight
        rows.paint_text(painter, lower, details(device), small, colour, elide=elide)


def menu_place(row: QRect) -> QRect:
    """Where a row shows that it has a menu."""
    place = QRect(0, 0, MENU, MENU)
    place.moveBottomRight(row.bottomRight() - QPoint(Space.XS + Space.S, Space.S))
    return place


class DeviceList(RowList):
    """The devices around us. A drop is the window's business: it asks `device_at()`."""

    activated_device = Signal(object)  # Device: Return or a double click
    requested = Signal(object, object)  # Device, DeviceAction: all but COPY_ID, done here

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("devices")
        self.setAccessibleName(self.tr("Devices"))
        self._devices = DeviceModel(self)
        self._delegate = DeviceDelegate(self, has_menu=True)
        self.setModel(self._devices)
        self.setItemDelegate(self._delegate)
        self._buttons = self.make_actions(DeviceAction)
        self._buttons[DeviceAction.COPY_ID].setShortcut(QKeySequence.StandardKey.Copy)
        self._buttons[DeviceAction.FORGET].setShortcut(QKeySequence.StandardKey.Delete)
        self._buttons[DeviceAction.RENAME].setShortcut("F2")
        self._buttons[DeviceAction.ACCEPT_INTO].setCheckable(True)
        self.doubleClicked.connect(self._activate)

    @property
    def devices(self) -> tuple[Device, ...]:
        return self._devices.devices

    def set_devices(self, devices: Sequence[Device]) -> None:
        """Shows these devices; the current one stays current."""
        current = self.current_device()
        self._devices.set_devices(devices)
        if current is not None:
            self.setCurrentIndex(self._devices.index_of(current.key))

    def current_device(self) -> Device | None:
        device = self.currentIndex().data(DEVICE)
        return device if isinstance(device, Device) else None

    def device_at(self, position: QPoint) -> Device | None:
        """The device at a point of the screen."""
        local = self.viewport().mapFromGlobal(position)
        if not self.isVisible() or not self.viewport().rect().contains(local):
            return None
        device = self.indexAt(local).data(DEVICE)
        return device if isinstance(device, Device) else None

    def set_drop_target(self, device: Device | None) -> None:
        target = device.key if device else ""
        if target != self._delegate.target:
            self._delegate.target = target
            self.viewport().update()

    def scroll_at(self, position: QPoint) -> None:
        """Scrolls when a drag comes near the upper or lower edge."""
        local = self.viewport().mapFromGlobal(position)
        if not self.viewport().rect().contains(local):
            return
        bar = self.verticalScrollBar()
        if local.y() < EDGE:
            bar.setValue(bar.value() - EDGE)
        elif local.y() > self.viewport().height() - EDGE:
            bar.setValue(bar.value() + EDGE)

    def menu(self) -> QMenu | None:
        device = self.current_device()
        if device is None:
            return None
        self._show_accept_into(device)
        return self.make_menu(map(self._buttons.__getitem__, g) for g in device_actions(device))

    def _show_accept_into(self, device: Device) -> None:
        button = self._buttons[DeviceAction.ACCEPT_INTO]
        button.setChecked(bool(device.accept_into))
        words = self.tr("Accept automatically into {folder}")
        if device.accept_into:
            folder = path_text(Path(device.accept_into), MENU_PATH)
            button.setText(theme.plain_button_text(words.format(folder=folder)))
        else:
            button.setText(DeviceAction.ACCEPT_INTO.label)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        around = QMargins(Space.XS, Space.XS, Space.XS, Space.XS)  # a hand is not that exact
        row, direction = self.visualRect(index), self.layoutDirection()
        place = menu_place(row).marginsAdded(around)
        is_hit = place.contains(unmirrored(point, row, direction))
        is_meant = event.button() is Qt.MouseButton.LeftButton and is_hit
        if is_meant and index == self.currentIndex() and (menu := self.menu()):
            corner = unmirrored(place.bottomLeft(), row, direction)
            menu.popup(self.viewport().mapToGlobal(corner))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._activate(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _activate(self, index: QModelIndex) -> None:
        device = index.data(DEVICE)
        if isinstance(device, Device):
            self.activated_device.emit(device)

    def trigger(self, kind: DeviceAction) -> None:
        device = self.current_device()
        if device is None:
            return
        self._show_accept_into(device)  # the click has changed it; only the window does
        if not any(kind in group for group in device_actions(device)):
            return
        if kind is DeviceAction.COPY_ID:
            QGuiApplication.clipboard().setText(device.device_id)
        else:
            self.requested.emit(device, kind)


def _small() -> QFont:
    return theme.font(TypeSize.SMALL)
