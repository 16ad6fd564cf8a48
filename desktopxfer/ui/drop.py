"""Owns the ways in which files come into the window: drops, the drop zone, the two choosers."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QWidget

from desktopxfer.device import Device
from desktopxfer.transfer.clippings import Clipping
from desktopxfer.ui import icons, theme
from desktopxfer.ui.elided_label import ElidedLabel
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.mirror import margins
from desktopxfer.ui.theme import Space

Item: TypeAlias = Path | Clipping  # one thing that is to be sent
GNOME_FILES = "x-special/gnome-copied-files"


def local_paths(data: QMimeData) -> tuple[Path, ...]:
    """The files and folders of this computer in a drag or a copy; others are left out.

    Never looks at the disk: on a dead network drive that would stop the window.
    """
    return tuple(_path(url) for url in _urls(data) if url.isLocalFile() and url.path())


def _urls(data: QMimeData) -> Sequence[QUrl]:
    """Scripts know only what GNOME's file managers paste: `copy` or `cut`, then a URL a line."""
    if data.hasUrls() or not data.hasFormat(GNOME_FILES):
        return data.urls()
    lines = bytes(data.data(GNOME_FILES).data()).splitlines()
    return [QUrl.fromEncoded(line) for line in lines[1:]]


def _path(url: QUrl) -> Path:
    if sys.platform == "win32":
        return Path(url.toLocalFile())
    # Not toLocalFile(): it would replace the bytes of a name that is not UTF-8.
    encoded = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
    return Path(os.fsdecode(unquote_to_bytes(encoded)))


class PathChooser(QFileDialog):
    """The system's dialog to choose files, or one folder; for one device or still for none."""

    chosen = Signal(object, object)  # tuple[Path, ...], Device | None

    def __init__(self, parent: QWidget, device: Device | None, *, folder: bool) -> None:
        super().__init__(parent)
        self._device = device
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if folder:
            self.setFileMode(QFileDialog.FileMode.Directory)
            self.setOption(QFileDialog.Option.ShowDirsOnly)
            self.setWindowTitle(self.tr("Choose a folder to send"))
        else:
            self.setFileMode(QFileDialog.FileMode.ExistingFiles)
            self.setWindowTitle(self.tr("Choose files to send"))
        self.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Choose"))
        self.filesSelected.connect(self._choose)

    @Slot("QStringList")
    def _choose(self, files: Sequence[str]) -> None:
        self.chosen.emit(tuple(map(Path, files)), self._device)


class DropZone(QFrame):
    """The place at the bottom that welcomes drops, and holds what still waits for a device."""

    files_wanted = Signal()
    folder_wanted = Signal()
    text_wanted = Signal()
    devices_wanted = Signal()  # for the paths that wait
    waiting_dropped = Signal()  # nobody is to get them

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting = ""
        self._hovered = False
        self._picture = QLabel()
        self._words = ElidedLabel()
        self._choose = IconButton("arrow-up", self.tr("Choose devices…"), kind="primary")
        self._choose.clicked.connect(self.devices_wanted)
        self._drop = IconButton("close", kind="flat", name=self.tr("Do not send them"))
        self._drop.clicked.connect(self.waiting_dropped)
        files = IconButton("file", self.tr("Files…"), name=self.tr("Choose files to send"))
        files.clicked.connect(self.files_wanted)
        folder = IconButton("folder", self.tr("Folder…"), name=self.tr("Choose a folder to send"))
        folder.clicked.connect(self.folder_wanted)
        text = IconButton("text", self.tr("Text…"), name=self.tr("Write a text to send"))
        text.clicked.connect(self.text_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(margins(Space.L, Space.M, Space.M, Space.M))
        layout.setSpacing(Space.S)
        layout.addWidget(self._picture)
        layout.addWidget(self._words, 1)
        for button in (self._choose, self._drop, files, folder, text):
            layout.addWidget(button)
        self._update()

    @property
    def words(self) -> str:
        return self._words.text()

    def set_waiting(self, summary: str) -> None:
        """Says what waits for a device; "" for nothing."""
        self._waiting = summary
        self._update()

    def set_hovered(self, hovered: bool) -> None:
        """Whether a drag is over the window that would ask for the devices."""
        if hovered != self._hovered:
            self._hovered = hovered
            self._update()

    def _update(self) -> None:
        for button in (self._choose, self._drop):
            button.setVisible(bool(self._waiting))
        if self._hovered:
            words = self.tr("Drop here to choose the devices")
        elif self._waiting:
            words = self.tr("{items}: choose a device").format(items=self._waiting)
        else:
            words = self.tr("Drop files or folders on a device, or anywhere to choose one")
        self._words.setText(words)
        colours = theme.colours(self.palette())
        colour = colours.accent if self._hovered or self._waiting else colours.muted
        icon = "file" if self._waiting else "inbox"
        scale = self.devicePixelRatioF()
        self._picture.setPixmap(icons.pixmap(icon, colour, theme.ICON + Space.XS, scale))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.colours(self.palette())
        lit = self._hovered or bool(self._waiting)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(icons.tint(colours.accent if self._hovered else colours.line, 1.0), 1.5)
        if not lit:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(icons.tint(colours.accent_soft if lit else colours.surface, 1.0))
        inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inner, theme.RADIUS, theme.RADIUS)
