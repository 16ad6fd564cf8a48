"""Owns the way out of the program: the folder around what came or went, shown to the user."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show_in_folder(path: Path) -> None:
    """Opens the folder around it, never the thing itself: nothing from a peer is opened."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
