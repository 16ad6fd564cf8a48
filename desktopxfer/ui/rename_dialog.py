"""Owns the dialog in which a device gets a name of our own."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktopxfer.device import Device
from desktopxfer.text_safety import DEVICE_NAME_LIMIT, printable
from desktopxfer.ui import text, theme
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.theme import Space, TypeSize

WIDTH = 380


class RenameDialog(QDialog):
    """Only this device shows the name; the other one can neither see nor change it."""

    chosen = Signal(str)  # empty: the device is called again what it calls itself

    def __init__(self, device: Device, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own_name = text.name(device.own_name or device.name)
        self.setWindowTitle(self.tr("Rename device"))
        self._name = QLineEdit(text.name(device.name))
        self._name.setMaxLength(DEVICE_NAME_LIMIT)
        self._name.setPlaceholderText(own_name)
        self._name.setAccessibleName(self.tr("Name"))
        self._name.selectAll()
        advice = self.tr("It calls itself {name}. Only you see the name that you give it.")
        words = theme.plain_label(
            advice.format(name=text.isolated(own_name)), size=TypeSize.SMALL, muted=True, wrap=True
        )
        self._name.setAccessibleDescription(words.text())
        cancel = IconButton("", self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        rename = IconButton("check", self.tr("Rename"), kind="primary")
        rename.setObjectName("rename")
        rename.setDefault(True)
        rename.clicked.connect(self._choose)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(rename)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.S)
        layout.addWidget(self._name)
        layout.addWidget(words)
        layout.addSpacing(Space.S)
        layout.addLayout(buttons)
        self.setFixedWidth(WIDTH)

    @Slot()
    def _choose(self) -> None:
        self.accept()
        name = printable(self._name.text(), DEVICE_NAME_LIMIT).strip()
        # What it calls itself anyway is no name of ours: then it may go on changing it.
        self.chosen.emit("" if name == self._name.placeholderText() else name)
