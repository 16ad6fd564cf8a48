"""Owns the window in which a text is written that is to be sent."""

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktopxfer.device import Device
from desktopxfer.errors import DesktopxferError
from desktopxfer.offer import MAX_TEXT_BYTES
from desktopxfer.transfer.clippings import Clipping
from desktopxfer.ui import text, theme
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.plain_text import PlainTextField
from desktopxfer.ui.remark import Remark
from desktopxfer.ui.theme import Space, TypeSize


class TextEditor(QDialog):
    """Stands in nobody's way: open it with write(). Closed, it keeps what was written."""

    written = Signal(object, object)  # Clipping, Device | None; it has closed itself, and is empty

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._device: Device | None = None
        self.setWindowTitle(self.tr("Send text"))
        self._heading = theme.plain_label(size=TypeSize.HEADING, bold=True)
        self._field = PlainTextField()
        self._field.setObjectName("text")
        self._field.setAccessibleName(self.tr("Text to send"))
        self._field.setPlaceholderText(self.tr("Write or paste a text or a link"))
        self._field.textChanged.connect(self._update)
        self._remark = Remark()
        self._cancel = IconButton("", self.tr("Cancel"))
        self._cancel.clicked.connect(self.reject)
        self._send = IconButton("arrow-up", kind="primary", text=self.tr("Send…"))
        self._send.setObjectName("send")
        self._send.clicked.connect(self._finish)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._send.click)
        self._lay_out()
        self._update()

    def _lay_out(self) -> None:
        answers = QHBoxLayout()
        answers.setSpacing(Space.S)
        answers.addWidget(self._remark, 1, Qt.AlignmentFlag.AlignVCenter)
        answers.addWidget(self._cancel)
        answers.addWidget(self._send)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(self._heading)
        layout.addWidget(self._field, 1)
        layout.addLayout(answers)
        self.resize(520, 340)

    def write(self, device: Device | None = None, words: str = "") -> None:
        """Opens for a device, or still for none; `words` are added to what is there."""
        self._device = device
        if device is None:
            self._heading.setText(self.tr("Send text"))
            self._send.setText(self.tr("Send…"))
        else:
            heading = self.tr("Send text to {name}")
            self._heading.setText(heading.format(name=text.isolated(device.name)))
            self._send.setText(self.tr("Send"))
        if words:
            data = QMimeData()
            data.setText(words)
            self._field.insertFromMimeData(data)
        self.show()
        self.raise_()
        self.activateWindow()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clipping(self) -> Clipping:
        return Clipping.of_text(self._field.words, self.tr("Text"))

    @Slot()
    def _update(self) -> None:
        """At most four bytes a character: only a very long text has to be counted."""
        characters = self._field.document().characterCount() - 1
        too_long = characters * 4 > MAX_TEXT_BYTES and self._is_too_long()
        self._send.setEnabled(characters > 0 and not too_long)
        words = self.tr("Longer than 1 MiB. Save it as a file and send that.")
        self._remark.say(words if too_long else "", "bad" if too_long else "")

    def _is_too_long(self) -> bool:
        return len(self._field.words.encode("utf-8", "replace")) > MAX_TEXT_BYTES

    @Slot()
    def _finish(self) -> None:
        try:
            clipping = self._clipping()
        except DesktopxferError as error:  # only spaces
            self._remark.say(text.sentence(error), "bad")
            return
        self.accept()
        self._field.clear()
        self.written.emit(clipping, self._device)
