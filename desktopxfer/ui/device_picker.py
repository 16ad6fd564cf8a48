"""Owns the question to which devices something is sent."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QStackedLayout,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktopxfer.device import Address, Device
from desktopxfer.ui import rows, text, theme
from desktopxfer.ui.add_address import AddAddress
from desktopxfer.ui.device_actions import refusal
from desktopxfer.ui.device_list import DEVICE, DeviceDelegate, DeviceModel
from desktopxfer.ui.elided_label import ElidedLabel
from desktopxfer.ui.empty_state import EmptyState
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.mirror import mirror
from desktopxfer.ui.row_list import RowList
from desktopxfer.ui.rows import Index
from desktopxfer.ui.theme import Space, TypeSize
from desktopxfer.ui.tick import paint_tick_box

CHECK = Qt.ItemDataRole.CheckStateRole
MOST_ROWS = 6  # that the dialog asks room for; a longer list scrolls
WIDTH = 420


class TickableDevices(DeviceModel):
    """The devices around us and those typed in here, each with a tick box."""

    ticks_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around: tuple[Device, ...] = ()
        self._typed: list[Device] = []
        self._ticked: set[str] = set()  # keys; also of a device that may come back

    @property
    def ticked(self) -> tuple[Device, ...]:
        return tuple(device for device in self.devices if device.key in self._ticked)

    def set_around(self, devices: Iterable[Device]) -> None:
        """Shows those that one may send to. Ticks stay, also of an address that is a device now."""
        self._around = tuple(device for device in devices if refusal(device) is None)
        for typed in list(self._typed):
            if known := self._reached_at(typed.addresses[0]):
                self._typed.remove(typed)
                if typed.key in self._ticked:
                    self._ticked.add(known.key)
        self._show_all()

    def add_address(self, address: Address) -> Device:
        """Ticks the device that has this address, a new one if nobody has."""
        device = self._reached_at(address)
        if device is None:
            device = Device("", str(address), "", (address,), online=False, typed=True)
            if device not in self._typed:
                self._typed.append(device)
        self._ticked.add(device.key)
        self._show_all()
        return device

    def toggle(self, index: Index) -> None:
        device = index.data(DEVICE)
        if isinstance(device, Device):
            self._ticked ^= {device.key}
            self.dataChanged.emit(index, index)
            self.ticks_changed.emit()

    def _reached_at(self, address: Address) -> Device | None:
        return next((device for device in self._around if address in device.addresses), None)

    def _show_all(self) -> None:
        self.set_devices((*self._around, *self._typed))
        self.ticks_changed.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == CHECK:
            ticked = self.devices[index.row()].key in self._ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """How a screen reader ticks."""
        if role != CHECK:
            return False
        if Qt.CheckState(value) != self.data(index, CHECK):
            self.toggle(index)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable


class TickableDelegate(DeviceDelegate):
    """Draws a device behind its tick box."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = theme.colours(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirror(painter, option.rect, option.direction)
        rows.paint_ground(painter, option, colours)
        box = QRect(rows.card(option))
        box.setWidth(theme.ICON + 2 * Space.M)
        paint_tick_box(painter, box, index.data(CHECK), colours)
        device = QStyleOptionViewItem(option)
        device.rect = option.rect.adjusted(box.width() - Space.S, 0, 0, 0)
        device.state &= ~(
            QStyle.StateFlag.State_Selected
            | QStyle.StateFlag.State_MouseOver
            | QStyle.StateFlag.State_HasFocus
        )
        device.direction = Qt.LayoutDirection.LeftToRight  # it is mirrored with the row
        super().paint(painter, device, index)
        painter.restore()


class TickableList(RowList):
    """A click anywhere on a row, or the space bar, ticks it."""

    def __init__(self, model: TickableDevices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._devices = model
        self.setModel(model)
        self.setItemDelegate(TickableDelegate(self))
        self.clicked.connect(model.toggle)

    def sizeHint(self) -> QSize:
        shown = min(max(self._devices.rowCount(), 3), MOST_ROWS)
        row = self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex())
        return QSize(row.width(), shown * row.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._devices.toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)


class TypedAddress(AddAddress):
    """Keeps Return to itself: it adds the address, and must not press the dialog's Send."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)


class DevicePicker(QDialog):
    """Asks for one or several devices. `summary` says what they are to get."""

    chosen = Signal(object)  # tuple[Device, ...], never empty

    def __init__(
        self, devices: Sequence[Device], summary: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Send to"))
        self._model = TickableDevices(self)
        self._model.ticks_changed.connect(self._update)
        self._make_widgets()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        heading = QVBoxLayout()
        heading.setSpacing(Space.XS // 2)
        words = self.tr("Send to which devices?")
        heading.addWidget(theme.plain_label(words, size=TypeSize.HEADING, bold=True))
        heading.addWidget(ElidedLabel(text.name(summary), muted=True))
        layout.addLayout(heading)
        layout.addWidget(self._panel(), 1)
        layout.addLayout(self._answers())
        self._model.set_around(devices)
        self._list.setCurrentIndex(self._model.index(0))
        if self._model.rowCount() == 1:
            self._model.toggle(self._model.index(0))
        self.resize(WIDTH, self.sizeHint().height())
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def update_devices(self, devices: Sequence[Device]) -> None:
        """Takes over who is around now; ticks and the current row stay."""
        current = self._list.currentIndex().data(DEVICE)
        self._model.set_around(devices)
        index = self._model.index_of(current.key) if current else QModelIndex()
        self._list.setCurrentIndex(index if index.isValid() else self._model.index(0))

    def _make_widgets(self) -> None:
        self._list = TickableList(self._model)
        self._list.setAccessibleName(self.tr("Devices"))
        self._empty = EmptyState("search")
        self._empty.say(
            self.tr("No devices found yet"),
            self.tr("Open desktopxfer on the other computer, or add its address below."),
        )
        self._address = TypedAddress()
        self._address.added.connect(self._add_address)
        self._send = IconButton("arrow-up", self.tr("Send"), kind="primary")
        self._send.setObjectName("send")
        self._send.setAutoDefault(True)
        self._send.setDefault(True)
        self._send.clicked.connect(self._choose)
        self._cancel = IconButton("", self.tr("Cancel"))
        self._cancel.setAutoDefault(True)
        self._cancel.clicked.connect(self.reject)

    def _panel(self) -> QFrame:
        panel = QFrame()
        panel.setProperty("panel", True)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(Space.XS, Space.XS, Space.XS, Space.XS)
        inside.setSpacing(Space.XS)
        inside.addLayout(self._stack, 1)
        inside.addWidget(self._address)
        return panel

    def _answers(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addStretch(1)
        line.addWidget(self._cancel)
        line.addWidget(self._send)
        return line

    @Slot()
    def _update(self) -> None:
        count = len(self._model.ticked)
        self._send.setEnabled(count > 0)
        several = self.tr("Send to %Ln device(s)", "", count)
        self._send.setText(several if count > 1 else self.tr("Send"))
        self._stack.setCurrentWidget(self._list if self._model.devices else self._empty)

    @Slot(object)
    def _add_address(self, address: Address) -> None:
        device = self._model.add_address(address)
        self._list.setCurrentIndex(self._model.index_of(device.key))
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _choose(self) -> None:
        self.accept()
        self.chosen.emit(self._model.ticked)
