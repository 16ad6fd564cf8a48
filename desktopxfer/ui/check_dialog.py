"""Owns the dialog of the connection check: with which device, and what was found."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktopxfer.device import Device
from desktopxfer.diagnosis.finding import Level
from desktopxfer.text_safety import printable
from desktopxfer.ui import text, theme
from desktopxfer.ui.finding_row import FindingRow
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.theme import Space
from desktopxfer.workers.state import ConnectionCheck

LONGEST_NAME = 40  # characters, as many as the narrowest dialog has room for


class CheckDialog(QDialog):
    """Shows each finding as it comes. Closing it ends the check."""

    wanted = Signal(object)  # Device | None: to check with, from the start

    def __init__(self, devices: Sequence[Device], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Connection check"))
        self._devices: list[Device | None] = [None]
        self._report = ""
        self._shown: list[FindingRow] = []  # from the top
        self._choice = QComboBox()
        self._choice.setAccessibleName(self.tr("Device to check the connection with"))
        self._choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._choice.setMinimumContentsLength(16)
        self._choice.activated.connect(self._begin)
        self._summary = theme.plain_label(bold=True, wrap=True)
        self._summary.setObjectName("summary")
        self._again = IconButton("again", self.tr("Check again"))
        self._again.clicked.connect(self._begin)
        self._copy = IconButton("copy", self.tr("Copy the report"), kind="flat")
        self._copy.clicked.connect(self._copy_report)
        self._close = IconButton("", self.tr("Close"))
        self._close.clicked.connect(self.reject)
        self._lay_out()
        self._choice.addItem(self.tr("No device: look at this computer only"))
        self.set_devices(devices)
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, Space.XS, 0, Space.XS)
        self._rows.setSpacing(0)
        self._rows.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._rows)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(self.tr("What was found"))
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self._scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        panel = QFrame()
        panel.setProperty("panel", True)
        around = QVBoxLayout(panel)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(self._scroll)
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        with_whom = theme.plain_label(self.tr("Check with"))
        with_whom.setBuddy(self._choice)
        top.addWidget(with_whom)
        top.addWidget(self._choice, 1)
        top.addWidget(self._again)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addLayout(top)
        layout.addWidget(self._summary)
        layout.addWidget(panel, 1)
        layout.addLayout(buttons)
        self.setMinimumSize(420, 320)
        self.resize(600, 560)

    # With which device ----------------------------------------------------------------------------

    def set_devices(self, devices: Sequence[Device]) -> None:
        """Those that can be chosen; the chosen one stays, also when it is not among them."""
        if [None, *devices] == self._devices:  # the list may be open
            return
        chosen = self.device
        self._devices = [None, *devices]
        self._choice.clear()
        self._choice.addItem(self.tr("No device: look at this computer only"))
        for device in devices:
            self._add_choice(device)
        self.choose(chosen)

    def _add_choice(self, device: Device) -> None:
        self._choice.addItem(printable(device.name, LONGEST_NAME))  # which Qt would just cut off
        tip = theme.plain_tooltip(text.name(device.name))
        self._choice.setItemData(self._choice.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)

    @property
    def device(self) -> Device | None:
        """The chosen one."""
        at = self._choice.currentIndex()
        return self._devices[at] if 0 <= at < len(self._devices) else None

    def choose(self, device: Device | None) -> None:
        key = device.key if device is not None else ""
        keys = [each.key if each is not None else "" for each in self._devices]
        if key not in keys:
            assert device is not None
            self._devices.append(device)
            self._add_choice(device)
            keys.append(key)
        self._choice.setCurrentIndex(keys.index(key))

    @Slot()
    def _begin(self) -> None:
        self.wanted.emit(self.device)

    # What was found -------------------------------------------------------------------------------

    def show_check(self, check: ConnectionCheck) -> None:
        """Takes over how far it is; one without findings begins anew."""
        if not check.findings:
            self._clear()
        for finding in check.findings[len(self._shown) :]:
            self._add(FindingRow(finding))
        self._report = check.report
        self._copy.setEnabled(bool(check.report))
        self._summary.setText(self._summarised(check))

    def _add(self, row: FindingRow) -> None:
        """The worst stands first, and of equals what came first."""
        at = sum(each.weight >= row.weight for each in self._shown)
        self._shown.insert(at, row)
        self._rows.insertWidget(at, row)

    def _clear(self) -> None:
        for row in self._shown:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._shown.clear()

    def _summarised(self, check: ConnectionCheck) -> str:
        if check.error is not None:
            return text.sentence(check.error)
        if not check.ended:
            return self.tr("Looking for what may be in the way…")
        match check.level:
            case Level.PROBLEM:
                return self.tr("Something is in the way.")
            case Level.WARNING:
                return self.tr("No problem was found, but something may be in the way.")
            case _:
                return self.tr("No problem was found.")

    @Slot()
    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
