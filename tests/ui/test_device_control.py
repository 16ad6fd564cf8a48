"""What the window does when something is asked of a device."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from desktopxfer.device import Device, Trust
from desktopxfer.errors import ProfileUnusable
from desktopxfer.ui import text
from desktopxfer.ui.device_actions import DeviceAction
from desktopxfer.ui.main_window import MainWindow
from desktopxfer.ui.notice import Notice
from desktopxfer.ui.rename_dialog import RenameDialog
from tests.ui.fake_manager import FakeManager, device
from tests.ui.shown import click, shown

HOSTILE = "<h1>A</h1>{name}\n\u202eevil"
NEW, TRUSTED = device("Bob"), device("Bob", trust=Trust.TRUSTED)


def ask(window: MainWindow, which: Device, action: DeviceAction) -> None:
    window._devices.requested.emit(which, action)


def rename(qtbot: QtBot, window: MainWindow, words: str) -> None:
    (dialog,) = shown(window, RenameDialog)
    (line,) = dialog.findChildren(QLineEdit)
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    line.insert(words)  # as if pasted
    qtbot.keyClick(line, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("written", "nickname"),
    [("Brother", "Brother"), ("", ""), ("  ", ""), ("DESKTOP-7XK2", ""), ("a\u202eb", "a\ufffdb")],
)
def test_a_device_gets_a_name_of_ours(
    qtbot: QtBot, window: MainWindow, manager: FakeManager, written: str, nickname: str
) -> None:
    which = replace(TRUSTED, own_name="DESKTOP-7XK2")
    ask(window, which, DeviceAction.RENAME)
    rename(qtbot, window, written)
    assert manager.noted == [("rename", which, nickname)]
    assert shown(window, RenameDialog) == []


def test_a_rename_can_be_left(qtbot: QtBot, window: MainWindow, manager: FakeManager) -> None:
    ask(window, NEW, DeviceAction.RENAME)
    click(qtbot, shown(window, RenameDialog)[0], "Cancel")
    assert manager.noted == []


def test_a_folder_is_chosen_to_accept_into_and_taken_back(
    window: MainWindow, manager: FakeManager
) -> None:
    ask(window, TRUSTED, DeviceAction.ACCEPT_INTO)
    (chooser,) = shown(window, QFileDialog)
    assert chooser.fileMode() is QFileDialog.FileMode.Directory
    assert manager.noted == []
    chooser.fileSelected.emit("/tmp/from Bob")
    chooser.close()
    assert manager.noted == [("accept from", TRUSTED, Path("/tmp/from Bob"))]
    accepted = replace(TRUSTED, accept_into="/tmp/from Bob")
    ask(window, accepted, DeviceAction.ACCEPT_INTO)
    assert manager.noted[1:] == [("accept from", accepted, None)]


def test_a_new_device_is_blocked_and_unblocked_at_once(
    window: MainWindow, manager: FakeManager
) -> None:
    ask(window, NEW, DeviceAction.BLOCK)
    ask(window, NEW, DeviceAction.UNBLOCK)
    assert manager.noted == [("block", NEW), ("unblock", NEW)]


@pytest.mark.parametrize(
    ("action", "words"), [(DeviceAction.BLOCK, "Block"), (DeviceAction.FORGET, "Forget")]
)
def test_trust_is_given_up_only_on_purpose(
    qtbot: QtBot, window: MainWindow, manager: FakeManager, action: DeviceAction, words: str
) -> None:
    for answer in ("Keep", words):
        ask(window, TRUSTED, action)
        (question,) = shown(window, QMessageBox)
        assert manager.noted == []
        assert question.defaultButton().text() == "Keep"
        click(qtbot, question, answer)
    if action is DeviceAction.BLOCK:
        assert manager.noted == [("block", TRUSTED)]
    else:
        assert manager.noted == [("forget", TRUSTED)]


@pytest.mark.parametrize(
    "action",
    [DeviceAction.BLOCK, DeviceAction.UNBLOCK, DeviceAction.FORGET, DeviceAction.ACCEPT_INTO],
)
def test_what_cannot_be_saved_is_said(
    window: MainWindow, manager: FakeManager, action: DeviceAction
) -> None:
    manager.refusal = ProfileUnusable("/profile", "read-only")
    ask(window, replace(NEW, accept_into="/tmp"), action)
    assert [notice.sentence for notice in shown(window, Notice)] == [text.sentence(manager.refusal)]


def test_hostile_names_are_plain_text(window: MainWindow) -> None:
    hostile = replace(TRUSTED, name=HOSTILE, own_name=HOSTILE)
    for action in (DeviceAction.RENAME, DeviceAction.FORGET, DeviceAction.ACCEPT_INTO):
        ask(window, hostile, action)
    plain = Qt.TextFormat.PlainText
    (rename,), (question,) = shown(window, RenameDialog), shown(window, QMessageBox)
    assert question.textFormat() is plain
    assert "<h1>A</h1>{name}\ufffd\ufffdevil" in question.text()
    (label,) = rename.findChildren(QLabel)
    assert label.textFormat() is plain
    assert "<h1>A</h1>{name}\ufffd\ufffdevil" in label.text()
    (chooser,) = shown(window, QFileDialog)
    assert "\u202e" not in chooser.windowTitle()
    chooser.close()
