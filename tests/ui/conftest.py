"""Owns what the tests of the window share: one look, a window with a stand-in for the manager."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktopxfer.settings import Settings
from desktopxfer.ui import language, theme
from desktopxfer.ui.main_window import MainWindow
from tests.ui.fake_manager import FakeManager

OWN_ID = "3f2a91bc" * 8


@pytest.fixture(scope="session", autouse=True)
def look(qapp: QApplication) -> theme.Theme:
    language.speak(qapp, "en")
    return theme.Theme(qapp)


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], str]]:
    """Lets what is made from now on speak another language, until the end of the test."""
    yield partial(language.speak, qapp)
    language.speak(qapp, "en")


@pytest.fixture
def manager(tmp_path: Path) -> FakeManager:
    return FakeManager(Settings(device_name="MyLaptop", download_folder=str(tmp_path)))


@pytest.fixture
def window(qtbot: QtBot, manager: FakeManager) -> Iterator[MainWindow]:
    window = MainWindow(manager.as_manager(), OWN_ID)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window._may_close = True
