"""Owns our icons: line drawings tinted to the palette, and the program's own."""

import contextlib
from functools import lru_cache

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton, QWidget

from desktopxfer.resources import resource_path
from desktopxfer.ui import theme
from desktopxfer.ui.mirror import upright

PLATFORMS = {
    "linux": "terminal",
    "windows": "desktop",
    "darwin": "laptop",
    "macos": "laptop",
    "android": "phone",
    "ios": "phone",
}


def app_icon() -> QIcon:
    return QIcon(str(resource_path("icons/desktopxfer.svg")))


def device_icon(platform: str) -> str:
    """The name of the icon for what a device says it runs; a plain screen for anything new."""
    return PLATFORMS.get(platform.lower(), "desktop") if platform else "address"


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, scale: float) -> QPixmap:
    """A line icon, `size` device independent pixels large, sharp on a screen of that scale."""
    drawing = resource_path(f"icons/{name}.svg").read_bytes()
    renderer = QSvgRenderer(QByteArray(drawing.replace(b"currentColor", colour.encode())))
    pixmap = QPixmap(QSize(size, size) * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def icon(name: str, colour: str, disabled: str, scale: float) -> QIcon:
    icon = QIcon(pixmap(name, colour, theme.ICON, scale))
    icon.addPixmap(pixmap(name, disabled, theme.ICON, scale), QIcon.Mode.Disabled)
    return icon


def paint(
    painter: QPainter, name: str, colour: str, rect: QRectF, *, pointing: bool = False
) -> None:
    """Draws a line icon into a square; a `pointing` one is mirrored with its row."""
    drawing = pixmap(name, colour, round(rect.width()), painter.device().devicePixelRatio())
    with contextlib.nullcontext() if pointing else upright(painter, rect):
        painter.drawPixmap(rect.topLeft(), drawing)


def tint(colour: str, alpha: float) -> QColor:
    """A colour that lets its ground shine through."""
    tinted = QColor(colour)
    tinted.setAlphaF(alpha)
    return tinted


class IconButton(QPushButton):
    """A button with one of our icons, tinted anew when the colours change.

    `kind` is what the style sheet knows: "", "primary", "flat" or "segment". Without a text it is
    square, and `name` is what a screen reader says and what the tooltip shows.
    """

    def __init__(
        self,
        icon: str,
        text: str = "",
        *,
        kind: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon = icon
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setIconSize(QSize(theme.ICON, theme.ICON))
        if name:
            self.setAccessibleName(name)
        if not text:
            self.setProperty("square", True)
            theme.set_tooltip(self, name)
        self._tint()

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self._tint()

    def _tint(self) -> None:
        if self._icon:
            colours = theme.colours(self.palette())
            primary = self.property("kind") == "primary"
            colour = colours.on_accent if primary else colours.text
            scale = self.devicePixelRatioF()
            self.setIcon(icon(self._icon, colour, colours.muted, scale))

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange}:
            self._tint()
        return super().event(event)
