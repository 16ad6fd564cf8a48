"""Owns what happens when something is asked of a device in the list."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktopxfer.device import Address, Device, Trust
from desktopxfer.errors import DesktopxferError
from desktopxfer.ui import text
from desktopxfer.ui.confirmation import Confirmation
from desktopxfer.ui.device_actions import DeviceAction
from desktopxfer.ui.rename_dialog import RenameDialog
from desktopxfer.workers.manager import TransferManager


class DeviceControl(QObject):
    """Does what concerns the memory of a device; passes on what begins something with it."""

    files_wanted = Signal(object)  # Device to choose files for
    folder_wanted = Signal(object)  # Device to choose a folder for
    text_wanted = Signal(object)  # Device to write a text to
    pairing_wanted = Signal(object)  # Device
    check_wanted = Signal(object)  # Device
    failed = Signal(object)  # DesktopxferError

    def __init__(self, manager: TransferManager, window: QWidget) -> None:
        super().__init__(window)
        self._devices = manager.devices
        self._preferences = manager.preferences
        self._window = window

    @Slot(object)
    def add_address(self, address: Address) -> None:
        self._note(self._devices.add_address, address)

    @Slot(object, object)
    def perform(self, device: Device, action: DeviceAction) -> None:
        match action:
            case DeviceAction.SEND_FILES:
                self.files_wanted.emit(device)
            case DeviceAction.SEND_FOLDER:
                self.folder_wanted.emit(device)
            case DeviceAction.SEND_TEXT:
                self.text_wanted.emit(device)
            case DeviceAction.PAIR:
                self.pairing_wanted.emit(device)
            case DeviceAction.CHECK:
                self.check_wanted.emit(device)
            case DeviceAction.RENAME:
                dialog = RenameDialog(device, self._window)
                dialog.chosen.connect(partial(self._rename, device))
                dialog.finished.connect(dialog.deleteLater)
                dialog.open()
            case DeviceAction.ACCEPT_INTO if device.accept_into:
                self._note(self._devices.accept_from, device, None)
            case DeviceAction.ACCEPT_INTO:
                self._choose_folder(device)
            case DeviceAction.UNBLOCK:
                self._note(self._devices.unblock, device)
            case DeviceAction.BLOCK | DeviceAction.FORGET:
                self._remove(device, action)

    def _choose_folder(self, device: Device) -> None:
        words = self.tr("Where to save what {name} sends").format(name=text.name(device.name))
        home = self._preferences.current.download_folder
        chooser = QFileDialog(self._window, words, home)
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(partial(self._accept_into, device))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _remove(self, device: Device, action: DeviceAction) -> None:
        """Trust is only had again by comparing codes; nothing else is worth a question."""
        blocks = action is DeviceAction.BLOCK
        note = self._devices.block if blocks else self._devices.forget
        if device.trust is not Trust.TRUSTED:
            self._note(note, device)
            return
        question = Confirmation(
            self.tr("Block device?") if blocks else self.tr("Forget device?"),
            (
                self.tr(
                    "{name} will not be trusted any more and may ask for nothing. To trust it "
                    "again, you have to unblock it and to compare codes."
                )
                if blocks
                else self.tr(
                    "{name} will not be trusted any more. When it appears again, it will be a new "
                    "device; to trust it, you have to compare codes."
                )
            ).format(name=text.isolated(device.name)),
            yes=self.tr("Block") if blocks else self.tr("Forget"),
            no=self.tr("Keep"),
            parent=self._window,
        )
        question.confirmed.connect(partial(self._note, note, device))
        question.open()

    def _rename(self, device: Device, name: str) -> None:
        self._note(self._devices.rename, device, name)

    def _accept_into(self, device: Device, folder: str) -> None:
        self._note(self._devices.accept_from, device, Path(folder))

    def _note(self, note: Callable[..., None], *what: object) -> None:
        try:
            note(*what)
        except DesktopxferError as error:
            self.failed.emit(error)
