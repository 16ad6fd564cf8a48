"""Owns the list of devices: what it shows of each, and what can be done with one."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QListView, QMenu, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktopxfer.device import Device, short_id
from desktopxfer.ui import icons, rows, text, theme
from desktopxfer.ui.rows import Index
from desktopxfer.ui.theme import Space, TypeSize

DEVICE = Qt.ItemDataRole.UserRole
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
                return f"{text.name(device.name)}, {details(device)}"
            case Qt.ItemDataRole.ToolTipRole:
                known = "\n".join(map(str, device.addresses))
                return theme.plain_tooltip(f"{text.name(device.name)}\n{known}")
            case _ if role == DEVICE:
                return device
        return None


def details(device: Device) -> str:
    """The line under a device's name."""
    parts = [short_id(device.device_id)] if device.device_id else []
    parts.append(text.presence(device))
    if device.typed and device.addresses and str(device.addresses[0]) != device.name:
        parts.append(text.isolated(str(device.addresses[0])))
    return " · ".join(parts)


class DeviceDelegate(QStyledItemDelegate):
    """Draws one device: what it is, its name, its short id, whether it is there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.target = ""  # the key of the device that a drop would hit

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        lines = rows.line_height(theme.font(bold=True)) + rows.line_height(_small())
        return QSize(160, max(lines + 2, rows.BADGE) + 2 * Space.S + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        device: Device = index.data(DEVICE)
        colours = theme.colours(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows.paint_ground(painter, option, colours, target=device.key == self.target)
        card = rows.card(option).adjusted(Space.S, 0, -Space.S, 0)
        badge = QRect(card.left(), 0, rows.BADGE, rows.BADGE)
        badge.moveTop(card.center().y() - rows.BADGE // 2)
        colour = colours.accent if device.online else colours.muted
        rows.paint_badge(painter, badge, icons.device_icon(device.platform), colour, colours)
        self._paint_presence(painter, badge, device, colours)
        self._paint_texts(painter, card.adjusted(rows.BADGE + Space.M, 0, 0, 0), device, colours)
        painter.restore()

    def _paint_presence(
        self, painter: QPainter, badge: QRect, device: Device, colours: theme.Colours
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
        self, painter: QPainter, rect: QRect, device: Device, colours: theme.Colours
    ) -> None:
        bold, small = theme.font(bold=True), _small()
        above, below = rows.line_height(bold), rows.line_height(small)
        top = rect.center().y() - (above + below + 2) // 2
        upper = QRect(rect.left(), top, rect.width(), above)
        lower = QRect(rect.left(), top + above + 2, rect.width(), below)
        rows.paint_text(painter, upper, text.name(device.name), bold, colours.text)
        rows.paint_text(
            painter, lower, details(device), small, colours.muted, elide=Qt.TextElideMode.ElideRight
        )


class DeviceList(QListView):
    """The devices around us. A drop is the window's business: it asks `device_at()`."""

    activated_device = Signal(object)  # Device: Return or a double click
    files_wanted = Signal(object)  # Device to choose files for
    folder_wanted = Signal(object)  # Device to choose a folder for
    remove_wanted = Signal(object)  # Device that is to be forgotten

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("devices")
        self.setAccessibleName(self.tr("Devices"))
        self._devices = DeviceModel(self)
        self._delegate = DeviceDelegate(self)
        self.setModel(self._devices)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._make_actions()
        self.doubleClicked.connect(self._activate)

    def _make_actions(self) -> None:
        self._send_files = self._action(self.tr("Send files…"), "file")
        self._send_files.triggered.connect(self._want_files)
        self._send_folder = self._action(self.tr("Send a folder…"), "folder")
        self._send_folder.triggered.connect(self._want_folder)
        self._copy_id = self._action(self.tr("Copy device id"), "copy")
        self._copy_id.setShortcut(QKeySequence.StandardKey.Copy)
        self._copy_id.triggered.connect(self._copy)
        self._remove = self._action(self.tr("Remove"), "remove")
        self._remove.setShortcut(QKeySequence.StandardKey.Delete)
        self._remove.triggered.connect(self._want_removal)

    def _action(self, words: str, icon: str) -> QAction:
        action = QAction(words, self)
        action.setData(icon)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(action)
        return action

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
        """What can be done with the current device."""
        device = self.current_device()
        if device is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._send_files, self._send_folder])
        menu.addSeparator()
        menu.addAction(self._copy_id)
        self._copy_id.setEnabled(bool(device.device_id))
        if _is_removable(device):
            menu.addAction(self._remove)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            where = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        else:
            where = event.globalPos()
            self.setCurrentIndex(self.indexAt(event.pos()))
        if menu := self.menu():
            menu.popup(where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._activate(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    def _activate(self, index: QModelIndex) -> None:
        device = index.data(DEVICE)
        if isinstance(device, Device):
            self.activated_device.emit(device)

    def _want_files(self) -> None:
        if device := self.current_device():
            self.files_wanted.emit(device)

    def _want_folder(self) -> None:
        if device := self.current_device():
            self.folder_wanted.emit(device)

    def _want_removal(self) -> None:
        if (device := self.current_device()) and _is_removable(device):
            self.remove_wanted.emit(device)

    def _copy(self) -> None:
        if (device := self.current_device()) and device.device_id:
            QGuiApplication.clipboard().setText(device.device_id)


def _is_removable(device: Device) -> bool:
    """What the network shows right now would be back at once."""
    return device.typed or not device.online


def _small() -> QFont:
    return theme.font(TypeSize.SMALL)
