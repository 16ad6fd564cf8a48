"""Owns the program's icon in the formats of Windows and macOS, which Qt does not write."""

import struct
import sys
import tempfile
from pathlib import Path

import tree  # of ../linux, where the .spec file has put it on the path

ICO_SIZES = (16, 24, 32, 48, 64, 256)
ICNS_TYPES = {b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def of_this_system(folder: Path) -> str | None:
    """The file, made in `folder`; None where a program carries no icon."""
    match sys.platform:
        case "win32":
            made, content = folder / "desktopxfer.ico", ico()
        case "darwin":
            made, content = folder / "desktopxfer.icns", icns()
        case _:
            return None
    made.write_bytes(content)
    return str(made)


def ico() -> bytes:
    """For Windows: pictures of Windows' own kind, and only the largest as PNG (all read that)."""
    pictures = [_picture(size) for size in ICO_SIZES]
    place = 6 + 16 * len(pictures)
    entries, content = b"", b""
    for size, picture in zip(ICO_SIZES, pictures, strict=True):
        entries += struct.pack("<4B2H2I", size % 256, size % 256, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
        content += picture
    return struct.pack("<3H", 0, 1, len(pictures)) + entries + content


def _picture(size: int) -> bytes:
    if size == 256:
        return _drawn(size, "png")
    return _drawn(size, "ico")[6 + 16 :]  # of a whole file with one picture


def icns() -> bytes:
    """For macOS."""
    content = b""
    for kind, size in ICNS_TYPES.items():
        picture = _drawn(size, "png")
        content += kind + struct.pack(">I", 8 + len(picture)) + picture
    return b"icns" + struct.pack(">I", 8 + len(content)) + content


def _drawn(size: int, ending: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"icon.{ending}")
        tree.draw(size, file)
        return file.read_bytes()
