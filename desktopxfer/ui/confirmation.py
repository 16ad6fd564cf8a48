"""Owns the question before something that cannot simply be taken back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget


class Confirmation(QMessageBox):
    """Asks in plain text, whatever names are in it; not to do it is the default. Use open()."""

    confirmed = Signal()

    def __init__(self, title: str, words: str, *, yes: str, no: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(title)
        self.setText(words)
        self.addButton(yes, QMessageBox.ButtonRole.AcceptRole).clicked.connect(self.confirmed)
        self.setDefaultButton(self.addButton(no, QMessageBox.ButtonRole.RejectRole))
