from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktopxfer.desktop.integration import Integrated
from desktopxfer.settings import Settings, Visibility, host_name
from desktopxfer.ui.main_window import MainWindow
from desktopxfer.ui.welcome_dialog import WelcomeDialog
from tests.ui.fake_manager import FakeManager
from tests.ui.test_settings_dialog import button, field, write


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> WelcomeDialog:
    window.welcome()
    (dialog,) = window.findChildren(WelcomeDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.waitExposed(dialog)
    return dialog


@pytest.fixture
def before(manager: FakeManager) -> Settings:
    return manager.preferences.current


def test_what_is_written_becomes_the_settings(
    qtbot: QtBot, dialog: WelcomeDialog, manager: FakeManager, tmp_path: Path
) -> None:
    write(qtbot, field(dialog, "Name"), "Anna")
    write(qtbot, field(dialog, "Save to"), str(tmp_path / "here"))
    button(dialog, "Trusted devices only").click()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    now = manager.preferences.current
    assert now.device_name == "Anna"
    assert now.download_folder == str(tmp_path / "here")
    assert now.visibility is Visibility.TRUSTED


def test_it_may_start_with_the_computer(
    qtbot: QtBot, dialog: WelcomeDialog, manager: FakeManager
) -> None:
    button(dialog, "Start with the computer, in the background").click()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    wanted = Integrated(starts_at_login=True, is_in_menus=False)
    assert manager.noted == [("integrate", wanted)]


@pytest.mark.parametrize("how", ["skip", "escape", "close"])
def test_skipping_saves_what_there_was(
    qtbot: QtBot, dialog: WelcomeDialog, manager: FakeManager, before: Settings, how: str
) -> None:
    write(qtbot, field(dialog, "Name"), "Anna")
    button(dialog, "Start with the computer, in the background").click()
    with qtbot.waitSignal(dialog.chosen):
        match how:
            case "skip":
                qtbot.mouseClick(button(dialog, "Skip"), Qt.MouseButton.LeftButton)
            case "escape":
                qtbot.keyClick(dialog, Qt.Key.Key_Escape)
            case _:
                dialog.close()
    assert not dialog.isVisible()
    assert manager.preferences.current == before
    assert manager.noted == []


def test_one_may_write_at_once(qtbot: QtBot, dialog: WelcomeDialog, manager: FakeManager) -> None:
    assert dialog.focusWidget() is field(dialog, "Name")
    line = dialog.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "Bob")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert manager.preferences.current.device_name == "Bob"


def test_empty_fields_mean_the_usual(
    qtbot: QtBot, dialog: WelcomeDialog, manager: FakeManager
) -> None:
    write(qtbot, field(dialog, "Name"), " ")
    write(qtbot, field(dialog, "Save to"), " ")
    button(dialog, "Start").click()
    assert manager.preferences.current.device_name == host_name()
    assert manager.preferences.current.download_folder == Settings().download_folder


def test_half_a_path_is_said_and_not_taken(
    qtbot: QtBot, dialog: WelcomeDialog, manager: FakeManager, before: Settings
) -> None:
    write(qtbot, field(dialog, "Save to"), "Downloads")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not button(dialog, "Start").isEnabled()
    assert manager.preferences.current == before
