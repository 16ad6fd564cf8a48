"""Owns the way to a send: of files, texts and pictures, to whom, and what waits for a device."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktopxfer.device import Device
from desktopxfer.errors import DeviceNotFound
from desktopxfer.offer import Kind
from desktopxfer.transfer.clippings import Clipping
from desktopxfer.transfer.shipment import What
from desktopxfer.transfer.store import Record
from desktopxfer.ui import text
from desktopxfer.ui.device_actions import refusal
from desktopxfer.ui.device_control import DeviceControl
from desktopxfer.ui.device_picker import DevicePicker
from desktopxfer.ui.drop import Item, PathChooser
from desktopxfer.ui.pasting import Pasted, Pasting
from desktopxfer.ui.text_editor import TextEditor
from desktopxfer.workers.manager import TransferManager
from desktopxfer.workers.state import Transfer


class SendControl(QObject):
    """Opens the choosers that are needed, and starts to send."""

    waiting_changed = Signal(str)  # what waits for a device, in words; "" for nothing
    failed = Signal(object)  # DesktopxferError

    _devices_shown = Signal(object)  # tuple[Device, ...]: for the pickers that are open

    def __init__(
        self, manager: TransferManager, device_control: DeviceControl, window: QWidget
    ) -> None:
        super().__init__(window)
        self._sending = manager.sending
        self._device_control = device_control
        self._window = window
        self._devices: tuple[Device, ...] = ()
        self._waiting: tuple[Item, ...] = ()  # dropped, pasted or given at the start
        self._sent: dict[str, tuple[What, Device]] = {}  # to send again, by transfer
        self._editor: TextEditor | None = None  # it keeps what was written, also when closed
        self._pasting = Pasting(self)
        self._pasting.taken.connect(self._take_pasted)
        self._pasting.failed.connect(self.failed)
        manager.transfers.removed.connect(self._forget)

    def show_devices(self, devices: tuple[Device, ...]) -> None:
        """Takes those that are in the list now."""
        self._devices = devices
        self._devices_shown.emit(devices)

    # To whom --------------------------------------------------------------------------------------

    @Slot(object, object)
    def take(self, items: tuple[Item, ...], device: Device | None) -> None:
        """Sends them, or asks to whom."""
        if not items:
            return
        if device is None:
            self._pick_devices(items)
        elif self._may_send_to(device):
            self._send_all(items, device)

    @Slot(object)
    def take_device(self, device: Device) -> None:
        """Sends what waits, or asks what to send."""
        if not self._may_send_to(device):
            return
        if self._waiting:
            self._send_to_all(self._waiting, [device])
        else:
            self.choose_files(device)

    def _may_send_to(self, device: Device) -> bool:
        """Says why not, if not."""
        if (problem := refusal(device)) is not None:
            self.failed.emit(problem)
        return problem is None

    def _pick_devices(self, items: tuple[Item, ...]) -> None:
        picker = DevicePicker(self._devices, text.summary(items), self._window)
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picker.chosen.connect(partial(self._send_to_all, items))
        self._devices_shown.connect(picker.update_devices)
        picker.show()

    def _send_to_all(self, items: tuple[Item, ...], devices: Sequence[Device]) -> None:
        if items == self._waiting:
            self.drop_waiting()
        known = {device.key for device in self._devices}
        for device in devices:
            if device.key not in known:  # an address that was typed in the picker
                self._device_control.add_address(device.addresses[0])
            self._send_all(items, device)

    def _send_all(self, items: Sequence[Item], device: Device) -> None:
        """Files go together; each text and picture is a transfer of its own."""
        if paths := tuple(item for item in items if isinstance(item, Path)):
            self._send(paths, device)
        for item in items:
            if isinstance(item, Clipping):
                self._send(item, device)

    def _send(self, what: What, device: Device) -> None:
        transfer = self._sending.send(what, device)
        self._sent[transfer.key] = (what, device)

    # What waits for a device ----------------------------------------------------------------------

    def offer(self, items: Sequence[Item]) -> None:
        """Keeps them until the user says which devices get them."""
        self._set_waiting(tuple(dict.fromkeys((*self._waiting, *items))))

    @Slot()
    def pick_for_waiting(self) -> None:
        self._pick_devices(self._waiting)

    @Slot()
    def drop_waiting(self) -> None:
        self._set_waiting(())

    def _set_waiting(self, items: tuple[Item, ...]) -> None:
        self._waiting = items
        self.waiting_changed.emit(text.summary(items) if items else "")

    # Texts and the clipboard ----------------------------------------------------------------------

    @Slot()
    @Slot(object)
    def write_text(self, device: Device | None = None, words: str = "") -> None:
        if device is not None and not self._may_send_to(device):
            return
        if self._editor is None:
            self._editor = TextEditor(self._window)
            self._editor.written.connect(self._take_text)
        self._editor.write(device, words)

    @Slot(object, object)
    def _take_text(self, clipping: Clipping, device: Device | None) -> None:
        """Without a device it waits for one: whoever closes the picker has not lost it."""
        if device is not None:
            self.take((clipping,), device)
        else:
            self.offer((clipping,))
            self.pick_for_waiting()

    def paste(self, device: Device | None) -> None:
        """What is on the clipboard waits for a device, or goes to this one.

        A text is shown before it goes: nobody sees what is on the clipboard, and it may be a
        password.
        """
        if device is None or self._may_send_to(device):
            self._pasting.paste(device)

    @Slot(object)
    def _take_pasted(self, pasted: Pasted) -> None:
        match pasted:
            case Pasted(items, None):
                self.offer(items)
            case Pasted((Clipping(kind=Kind.TEXT) as clipping,), device):
                self.write_text(device, clipping.text)
            case Pasted(items, device):
                self.take(items, device)

    # Choosers -------------------------------------------------------------------------------------

    @Slot()
    @Slot(object)
    def choose_files(self, device: Device | None = None) -> None:
        self._open_chooser(device, folder=False)

    @Slot()
    @Slot(object)
    def choose_folder(self, device: Device | None = None) -> None:
        self._open_chooser(device, folder=True)

    def _open_chooser(self, device: Device | None, *, folder: bool) -> None:
        chooser = PathChooser(self._window, device, folder=folder)
        chooser.chosen.connect(self.take)
        chooser.show()

    # Once more ------------------------------------------------------------------------------------

    def send_again(self, transfer: Transfer) -> None:
        """To the device where it is now: it may have started anew with another address."""
        if transfer.key in self._sent:
            what, device = self._sent[transfer.key]
            now = {each.key: each for each in self._devices}
            self._send(what, now.get(device.key, device))
        else:  # by an earlier run of the program
            self._send_once_more(transfer.paths, transfer.device_id, transfer.peer_name)

    @Slot(object)
    def send_past_again(self, record: Record) -> None:
        paths = tuple(map(Path, record.paths))
        self._send_once_more(paths, record.device_id, record.peer_name)

    def _send_once_more(self, paths: tuple[Path, ...], device_id: str, name: str) -> None:
        """To a device that is known by its id only, if it is in the list."""
        for device in self._devices:
            if device.device_id and device.device_id == device_id:
                self.take(paths, device)
                return
        self.failed.emit(DeviceNotFound(name))

    @Slot(object)
    def _forget(self, transfers: Sequence[Transfer]) -> None:
        for transfer in transfers:
            self._sent.pop(transfer.key, None)
