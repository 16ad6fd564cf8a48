"""Owns what is taken from the clipboard to be sent: copied files, a picture, or else a text."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from desktopxfer.device import Device
from desktopxfer.errors import DesktopxferError, NothingToPaste, NothingToSend
from desktopxfer.transfer.clippings import Clipping
from desktopxfer.ui.drop import Item, local_paths
from desktopxfer.workers.question import Question


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was on the clipboard, and the device that it was meant for, if any."""

    items: tuple[Item, ...]
    device: Device | None


class Pasting(QObject):
    """Reads the clipboard. A picture is packed in a thread: a large one takes a second."""

    taken = Signal(object)  # Pasted, with at least one item
    failed = Signal(object)  # DesktopxferError: nothing is there that can be sent

    @Slot()
    def paste(self, device: Device | None = None) -> None:
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None on some systems
        try:
            if data is None:
                raise NothingToPaste
            self._take(data, device)
        except DesktopxferError as error:
            self.failed.emit(error)

    def _take(self, data: QMimeData, device: Device | None) -> None:
        if paths := local_paths(data):
            self.taken.emit(Pasted(paths, device))
            return
        image = data.imageData() if data.hasImage() else None
        if isinstance(image, QImage) and not image.isNull():
            question = Question(_packing(image, self.tr("Picture"), device), "picture")
            question.answered.connect(self.taken, Qt.ConnectionType.QueuedConnection)
            question.start()
            return
        try:
            clipping = Clipping.of_text(data.text(), self.tr("Text"))
        except NothingToSend:
            raise NothingToPaste from None
        self.taken.emit(Pasted((clipping,), device))


def _packing(image: QImage, word: str, device: Device | None) -> Callable[[], Pasted]:
    def pack() -> Pasted:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        return Pasted((Clipping.of_picture(bytes(buffer.data().data()), word),), device)

    return pack
