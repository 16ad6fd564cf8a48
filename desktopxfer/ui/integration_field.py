"""Owns the field in which people say what this computer does with the program by itself."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktopxfer.desktop.integration import Integrated
from desktopxfer.ui.theme import Space
from desktopxfer.ui.tick import TickBox


class IntegrationField(QVBoxLayout):
    """Shows nothing that can be ticked until it is known how it is now."""

    def __init__(self) -> None:
        super().__init__()
        self._now: Integrated | None = None
        self.starts_at_login = TickBox(self.tr("Start with the computer, in the background"))
        self.is_in_menus = TickBox(self.tr("“Send with desktopxfer” in the file manager"))
        self.advice = self.tr(
            "A file manager that is open may show it only when it is started again."
        )
        self.setSpacing(Space.XS)
        for box in (self.starts_at_login, self.is_in_menus):
            box.setEnabled(False)
            self.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        self.is_in_menus.setAccessibleDescription(self.advice)

    def show_integrated(self, now: Integrated) -> None:
        """How it is; what has been ticked meanwhile stays."""
        if self._now is None:
            self.starts_at_login.setChecked(now.starts_at_login)
            self.is_in_menus.setChecked(now.is_in_menus)
        self._now = now
        for box in (self.starts_at_login, self.is_in_menus):
            box.setEnabled(True)

    @property
    def chosen(self) -> Integrated | None:
        """None if it shall be as it is."""
        wanted = Integrated(self.starts_at_login.isChecked(), self.is_in_menus.isChecked())
        return None if self._now in {None, wanted} else wanted
