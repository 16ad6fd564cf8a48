"""Owns the way from a wish to diagnose something to the dialog that does it."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktopxfer.device import Address, Device
from desktopxfer.errors import BadAddress, DesktopxferError
from desktopxfer.ui.check_dialog import CheckDialog
from desktopxfer.workers.manager import TransferManager
from desktopxfer.workers.state import ConnectionCheck, Transfer


class CheckControl(QObject):
    """Opens one dialog at a time, and passes on what is found."""

    failed = Signal(object)  # DesktopxferError

    def __init__(self, manager: TransferManager, window: QWidget) -> None:
        super().__init__(window)
        self._checks = manager.checks
        self._window = window
        self._devices: tuple[Device, ...] = ()
        self._dialog: CheckDialog | None = None
        self._check: ConnectionCheck | None = None  # the latest; earlier ones are not shown
        manager.devices.changed.connect(self._take_devices)
        manager.checks.changed.connect(self._take_check)

    @Slot(object)
    def _take_devices(self, devices: tuple[Device, ...]) -> None:
        self._devices = devices
        if self._dialog is not None:
            self._dialog.set_devices(devices)

    @Slot()
    @Slot(object)
    def check(self, device: Device | None = None) -> None:
        """Opens the dialog, which begins at once."""
        if self._dialog is None:
            self._dialog = dialog = CheckDialog(self._devices, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.wanted.connect(self._start)
            dialog.finished.connect(self._leave)
            dialog.open()
        self._dialog.choose(device)
        self._start(device)

    def check_transfer(self, transfer: Transfer) -> None:
        """The way to the other device of a transfer, as far as it is known."""
        self.check(self._counterpart(transfer))

    def _counterpart(self, transfer: Transfer) -> Device | None:
        for device in self._devices:
            if transfer.device_id and device.device_id == transfer.device_id:
                return device
        try:
            address = Address.parse(transfer.peer_name)
        except BadAddress:
            return None
        return Device("", str(address), "", (address,), online=False, typed=True)

    @Slot(object)
    def _start(self, device: Device | None) -> None:
        self._stop()
        try:
            self._check = self._checks.start(device)
        except DesktopxferError as error:
            self.failed.emit(error)
            return
        self._take_check(self._check)

    @Slot(object)
    def _take_check(self, check: ConnectionCheck) -> None:
        if check is self._check and self._dialog is not None:
            self._dialog.show_check(check)

    def _stop(self) -> None:
        check, self._check = self._check, None
        if check is not None:
            self._checks.cancel(check)

    @Slot()
    def _leave(self) -> None:
        self._stop()
        self._dialog = None
