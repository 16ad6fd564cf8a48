"""Owns the line in which an address is typed, for devices that the network does not show."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktopxfer.device import Address
from desktopxfer.errors import BadAddress
from desktopxfer.ui import text, theme
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.theme import Space, TypeSize


class AddAddress(QWidget):
    """A button that becomes a line; what cannot be an address is said below it."""

    added = Signal(object)  # Address

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = IconButton("add", self.tr("Add by address"), kind="flat")
        self._open.clicked.connect(self._unfold)
        self._line = QLineEdit()
        self._line.setPlaceholderText(self.tr("Name or address"))
        self._line.setAccessibleName(self.tr("Address of the device"))
        self._line.setAcceptDrops(False)  # files dropped here mean the window
        self._line.returnPressed.connect(self._add)
        self._line.textEdited.connect(self._forgive)
        self._button = IconButton("check", kind="primary", name=self.tr("Add this device"))
        self._button.clicked.connect(self._add)
        self._example = theme.plain_label(
            self.tr("Such as desk-pc or 192.168.1.20"), size=TypeSize.SMALL, muted=True, wrap=True
        )
        self._wrong = theme.plain_label(size=TypeSize.SMALL, wrap=True)
        self._wrong.setProperty("invalid", True)
        line = QHBoxLayout()
        line.setSpacing(Space.XS)
        line.addWidget(self._line, 1)
        line.addWidget(self._button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.S, Space.XS, Space.S, Space.S)
        layout.setSpacing(Space.XS)
        layout.addWidget(self._open)
        layout.addLayout(line)
        layout.addWidget(self._example)
        layout.addWidget(self._wrong)
        self._fold()

    @Slot()
    def _unfold(self) -> None:
        self._open.hide()
        for widget in (self._line, self._button, self._example):
            widget.show()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold(self) -> None:
        self._line.clear()
        for widget in (self._line, self._button, self._example, self._wrong):
            widget.hide()
        self._open.show()

    @Slot()
    def _add(self) -> None:
        try:
            address = Address.parse(self._line.text())
        except BadAddress as error:
            self._wrong.setText(text.sentence(error))
            self._wrong.show()
            self._example.hide()  # the error has examples of its own
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._fold()
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)
        self.added.emit(address)

    @Slot()
    def _forgive(self) -> None:
        self._wrong.hide()
        self._example.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._line.isVisible():
            self._fold()
            self._open.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
