"""Owns a label that shortens its text to the room it has."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktopxfer.ui import theme
from desktopxfer.ui.theme import TypeSize


class ElidedLabel(QLabel):
    """One line of plain text; what is shortened away, the tooltip and screen readers have."""

    def __init__(
        self,
        text: str = "",
        *,
        size: TypeSize = TypeSize.BODY,
        bold: bool = False,
        muted: bool = False,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(size, bold=bold))
        self._muted = muted
        self._elide = elide
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        theme.set_tooltip(self, text)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.colours(self.palette())
        painter = QPainter(self)
        painter.setPen(QColor(colours.muted if self._muted else colours.text))
        shown = self.fontMetrics().elidedText(self.text(), self._elide, self.width())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), flags | Qt.TextFlag.TextSingleLine, shown)
