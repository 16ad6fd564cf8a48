import importlib
import struct
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage, QImageReader

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture
def icons(monkeypatch: pytest.MonkeyPatch) -> Any:
    for folder in ("linux", "pyinstaller"):
        monkeypatch.syspath_prepend(CHECKOUT / "packaging" / folder)
    return importlib.import_module("icons")


def test_the_icon_for_windows_has_every_size_in_colour(icons: Any) -> None:
    buffer = QBuffer()
    buffer.setData(QByteArray(icons.ico()))
    reader = QImageReader(buffer, b"ico")
    sizes = []
    for number in range(reader.imageCount()):
        assert reader.jumpToImage(number)
        image = reader.read()
        sizes.append(image.width())
        assert is_drawn(image)
    assert tuple(sizes) == icons.ICO_SIZES


def test_the_icon_for_macos_has_every_size(icons: Any) -> None:
    content = icons.icns()
    assert struct.unpack(">4sI", content[:8]) == (b"icns", len(content))
    place, sizes = 8, {}
    while place < len(content):
        kind, length = struct.unpack(">4sI", content[place : place + 8])
        image = QImage.fromData(content[place + 8 : place + length])
        assert is_drawn(image)
        sizes[kind] = image.width()
        place += length
    assert sizes == icons.ICNS_TYPES


def is_drawn(image: QImage) -> bool:
    """Something in the middle, nothing in the corner."""
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    return middle.alpha() == 255 and image.pixelColor(0, 0).alpha() < 255
