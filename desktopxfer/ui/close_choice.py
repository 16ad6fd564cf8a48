"""Owns the question what the close button shall do: asked once, answered for good."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from desktopxfer.settings import WhenClosed
from desktopxfer.ui import icons


class CloseChoice(QMessageBox):
    """Explains what it means to go on in the tray. Escape chooses nothing. Use open()."""

    chosen = Signal(object)  # WhenClosed: HIDE or QUIT

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIconPixmap(icons.app_icon().pixmap(48, 48))
        self.setWindowTitle(self.tr("Keep desktopxfer running?"))
        self.setText(
            self.tr(
                "It can go on without its window: transfers continue, and others can send to you. "
                "Its icon in the tray brings the window back."
            )
        )
        self.setInformativeText(
            self.tr("What you choose holds from now on. The settings can change it.")
        )
        for words, role, choice in (
            (self.tr("Quit"), QMessageBox.ButtonRole.DestructiveRole, WhenClosed.QUIT),
            (self.tr("Keep running"), QMessageBox.ButtonRole.AcceptRole, WhenClosed.HIDE),
        ):
            button = self.addButton(words, role)
            button.clicked.connect(partial(self.chosen.emit, choice))
            self.setDefaultButton(button)
        self.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
