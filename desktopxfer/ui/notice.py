"""Owns the bars above the lists that tell what went wrong, until someone closes them."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from desktopxfer.ui import icons, theme
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.mirror import margins
from desktopxfer.ui.theme import Space

MOST_NOTICES = 4  # others can make some appear, and must not push the lists out of sight


class Notice(QFrame):
    """One sentence. Deletes itself when closed."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.closed = False
        self.setProperty("notice", "bad")
        self._icon = QLabel()
        self._words = theme.plain_label(sentence, wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = IconButton("close", kind="flat", name=self.tr("Close this notice"))
        close.clicked.connect(self.close_notice)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(margins(Space.M, Space.XS, Space.XS, Space.XS))
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
        colour = theme.colours(self.palette()).bad
        scale = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap("warning", colour, theme.ICON, scale))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)


class Notices(QVBoxLayout):
    """The bars, the latest one at the bottom."""

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(Space.S)
        self._open: list[Notice] = []

    def say(self, sentence: str) -> None:
        """Shows a sentence until it is closed; the same one only once."""
        self._open = [notice for notice in self._open if not notice.closed]
        if sentence in {notice.sentence for notice in self._open}:
            return
        if len(self._open) >= MOST_NOTICES:
            self._open[0].close_notice()
        self._open.append(Notice(sentence))
        self.addWidget(self._open[-1])
