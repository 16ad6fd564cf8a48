"""Owns how a dialog gets the room that its words need, in whatever language they are."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

from desktopxfer.ui import theme


class Scrolling(QScrollArea):
    """Holds what may be higher than the screen; `fit()` makes it as high as it can be."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the focus of what is in it
        self._content = content
        self.setWidget(content)
        for ground in (self.viewport(), content):
            ground.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        width = self._content.minimumSizeHint().width() + bar
        return QSize(width, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        layout = self._content.layout()
        assert layout is not None
        return QSize(self.minimumSizeHint().width(), layout.totalHeightForWidth(self.width()))


def fit(dialog: QDialog, width: int) -> None:
    """Makes a dialog `width` pixels wide or more, and high enough for the words that wrap in it.

    The width is that for the usual letters; larger ones get more. To be called again when the words
    change: a dialog grows, up to the screen's height, and never shrinks. Qt does neither by itself,
    it squeezes what comes later.
    """
    layout = dialog.layout()
    assert layout is not None
    layout.activate()
    most = dialog.screen().availableSize() * 0.9
    least = max(min(theme.roomy(width), most.width()), layout.totalMinimumSize().width())
    dialog.setMinimumWidth(least)
    was_sized = dialog.testAttribute(Qt.WidgetAttribute.WA_Resized)
    now = dialog.size() if was_sized else QSize(least, 0)
    dialog.resize(now)
    margins = layout.contentsMargins()
    for scrolling in dialog.findChildren(Scrolling):
        scrolling.resize(now.width() - margins.left() - margins.right(), scrolling.height())
        scrolling.updateGeometry()
        around = scrolling.parentWidget()
        if scrolling.isHidden() and around and (pages := around.layout()):
            pages.invalidate()  # what is hidden does not tell
            around.updateGeometry()
    wraps = layout.hasHeightForWidth()
    needed = layout.totalHeightForWidth(now.width()) if wraps else layout.totalSizeHint().height()
    dialog.resize(now.width(), max(now.height(), min(needed, most.height())))
