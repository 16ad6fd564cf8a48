"""Owns the bars above the lists that tell what went wrong, until someone closes them."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktopxfer.ui import icons, theme
from desktopxfer.ui.fitting import Scrolling
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.mirror import margins
from desktopxfer.ui.theme import Space

# Others can make some appear, and must not push the lists out of sight.
MOST_NOTICES = 4
MOST_LINES = 12  # of words that are seen at a time; the rest is scrolled to


class Notice(QFrame):
    """One sentence. Deletes itself when closed."""

    closed = Signal()

    def __init__(self, sentence: str) -> None:
        super().__init__()
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
        self.hide()
        self.deleteLater()
        self.closed.emit()

    def _tint(self) -> None:
        colour = theme.colours(self.palette()).bad
        scale = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap("warning", colour, theme.ICON, scale))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)


class Notices(Scrolling):
    """The bars, the latest one at the bottom; out of the way while there are none."""

    def __init__(self) -> None:
        content = QWidget()
        self._bars = QVBoxLayout(content)
        self._bars.setContentsMargins(0, 0, 0, 0)
        self._bars.setSpacing(Space.S)
        super().__init__(content)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._open: list[Notice] = []
        self.verticalScrollBar().rangeChanged.connect(self._show_latest)
        self.hide()

    def say(self, sentence: str) -> None:
        """Shows a sentence until it is closed; the same one only once."""
        if sentence in {notice.sentence for notice in self._open}:
            return
        if len(self._open) >= MOST_NOTICES:
            self._open[0].close_notice()
        notice = Notice(sentence)
        notice.closed.connect(partial(self._forget, notice))
        self._open.append(notice)
        self._bars.addWidget(notice)
        self.show()

    def _forget(self, notice: Notice) -> None:
        self._open.remove(notice)
        self.setVisible(bool(self._open))

    def eventFilter(self, content: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:  # which Qt's areas keep to themselves
            self.updateGeometry()
        return super().eventFilter(content, event)

    @Slot(int, int)
    def _show_latest(self, _first: int, last: int) -> None:
        self.verticalScrollBar().setValue(last)

    def heightForWidth(self, width: int) -> int:
        most = MOST_LINES * self.fontMetrics().lineSpacing()
        return min(self._bars.totalHeightForWidth(width), most)
