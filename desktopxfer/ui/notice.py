"""Owns the bars above the lists that tell what went wrong, until someone closes them."""

from typing import Literal

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktopxfer.ui import icons, theme
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.theme import Space


class Notice(QFrame):
    """One sentence. Deletes itself when closed."""

    def __init__(
        self, sentence: str, kind: Literal["warn", "bad"] = "bad", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.closed = False
        self.setProperty("notice", kind)
        self._icon = QLabel()
        self._words = theme.plain_label(sentence, wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = IconButton("close", kind="flat", name=self.tr("Close this notice"))
        close.clicked.connect(self.close_notice)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.XS, Space.XS, Space.XS)
        layout.setSpacing(Space.S)
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._tint()

    @property
    def sentence(self) -> str:
        return self._words.text()

    @Slot()
    def close_notice(self) -> None:
        self.closed = True
        self.hide()
        self.deleteLater()

    def _tint(self) -> None:
        colours = theme.colours(self.palette())
        colour = colours.warn if self.property("notice") == "warn" else colours.bad
        scale = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap("warning", colour, theme.ICON, scale))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)
