"""Owns how tests find and press what is shown."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)


def shown(window: QWidget, kind: type[W]) -> list[W]:
    QApplication.processEvents()  # what was put into a layout is shown in the next turn
    return [each for each in window.findChildren(kind) if each.isVisible()]


def labels(window: QWidget) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def button(parent: QWidget, words: str) -> QAbstractButton:
    (found,) = (
        each
        for each in parent.findChildren(QAbstractButton)
        if each.isVisible() and words in (each.text(), each.accessibleName())
    )
    return found


def click(qtbot: QtBot, parent: QWidget, words: str) -> None:
    qtbot.mouseClick(button(parent, words), Qt.MouseButton.LeftButton)
