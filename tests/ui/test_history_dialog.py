"""The window with what was sent and received."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from desktopxfer.device import Trust
from desktopxfer.errors import ProfileUnusable, Unreachable
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.transfer.store import Record
from desktopxfer.ui import history_list, text
from desktopxfer.ui.empty_state import EmptyState
from desktopxfer.ui.history_dialog import HistoryDialog
from desktopxfer.ui.history_list import RECORD, PastAction, PastList, places
from desktopxfer.ui.main_window import MainWindow
from desktopxfer.ui.notice import Notice
from tests.ui.fake_manager import FakeManager, device
from tests.ui.shown import click, shown

LEFT = Qt.MouseButton.LeftButton
Role = Qt.ItemDataRole


def sent(key: str, title: str = "Photos", **more: object) -> Record:
    fields: dict[str, object] = {
        "stage": Stage.FINISHED,
        "device_id": device("Desk-PC").device_id,
        "peer_name": "Desk-PC",
        "files": 3,
        "total_bytes": 4_200_000,
        "paths": ("/home/anna/Photos",),
        "changed": time.time(),
    }
    return Record(key=key, direction=Direction.SENDING, title=title, **(fields | more))  # type: ignore[arg-type]


def received(key: str, title: str = "video.mkv", **more: object) -> Record:
    fields: dict[str, object] = {
        "stage": Stage.FINISHED,
        "peer_name": "Anna",
        "paths": ("/home/anna/Downloads/video.mkv",),
        "changed": time.time(),
    }
    return Record(key=key, direction=Direction.RECEIVING, title=title, **(fields | more))  # type: ignore[arg-type]


def opened(qtbot: QtBot, window: MainWindow) -> HistoryDialog:
    click(qtbot, window, "History")
    (dialog,) = shown(window, HistoryDialog)
    return dialog


def rows(dialog: HistoryDialog) -> list[str]:
    model = dialog._list.model()
    return [model.index(row, 0).data(Role.AccessibleTextRole) for row in range(model.rowCount())]


def press(qtbot: QtBot, past: PastList, row: int, action: PastAction) -> None:
    index = past.model().index(row, 0)
    place = places(past.visualRect(index), index.data(RECORD))[action].center()
    qtbot.mouseClick(past.viewport(), LEFT, pos=place)


def test_it_says_when_who_what_how_much_and_how_it_ended(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    manager.history.records = [
        sent("1"),
        received("2", failed=2),
        sent("3", stage=Stage.FAILED, error="unreachable", subject="Desk-PC", files=0),
        received("4", stage=Stage.CANCELLED, error="cancelled", paths=()),
    ]
    dialog = opened(qtbot, window)
    assert not dialog.isModal()
    one, two, three, four = rows(dialog)
    assert one.startswith("Photos, to \u2068Desk-PC\u2069, Today ")
    assert one.endswith("Sent · 3 files, 4.2 MB")
    assert two.startswith("video.mkv, from \u2068Anna\u2069")
    assert "2 failed" in two
    assert text.sentence(Unreachable("Desk-PC")) in three
    assert "Cancelled" in four


def test_a_second_click_brings_the_same_window(qtbot: QtBot, window: MainWindow) -> None:
    assert opened(qtbot, window) is opened(qtbot, window)


def test_it_finds_what_is_typed(qtbot: QtBot, window: MainWindow, manager: FakeManager) -> None:
    manager.history.records = [sent("1", "Photos"), sent("2", "report.pdf")]
    dialog = opened(qtbot, window)
    (line,) = shown(dialog, QLineEdit)
    qtbot.keyClicks(line, "report")
    qtbot.waitUntil(lambda: len(rows(dialog)) == 1)
    assert rows(dialog)[0].startswith("report.pdf")
    qtbot.keyClicks(line, "zzz")
    qtbot.waitUntil(lambda: rows(dialog) == [])
    assert [state.words for state in shown(dialog, EmptyState)] == ["Nothing found\n"]


def test_show_in_folder_opens_the_folder_around(
    qtbot: QtBot, window: MainWindow, manager: FakeManager, monkeypatch: pytest.MonkeyPatch
) -> None:
    urls: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", urls.append)
    manager.history.records = [received("1")]
    press(qtbot, opened(qtbot, window)._list, 0, PastAction.SHOW_IN_FOLDER)
    assert urls == [QUrl.fromLocalFile("/home/anna/Downloads")]


def test_send_again_needs_the_device(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    manager.history.records = [sent("1")]
    dialog = opened(qtbot, window)
    press(qtbot, dialog._list, 0, PastAction.SEND_AGAIN)
    assert "No device called \u2068Desk-PC\u2069" in shown(window, Notice)[0].sentence
    desk = device("Desk-PC", trust=Trust.TRUSTED)
    manager.show_devices(desk)
    press(qtbot, dialog._list, 0, PastAction.SEND_AGAIN)
    assert manager.sent == [((Path("/home/anna/Photos"),), desk)]


def test_one_is_removed_and_all_are_cleared(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    first, *others = [sent(str(number), f"T{number}") for number in range(3)]
    manager.history.records = [first, *others]
    dialog = opened(qtbot, window)
    press(qtbot, dialog._list, 0, PastAction.REMOVE)
    assert manager.noted == [("forget", first)]
    assert len(rows(dialog)) == 2
    click(qtbot, dialog, "Clear the history")
    click(qtbot, shown(dialog, QMessageBox)[0], "Keep")
    assert len(rows(dialog)) == 2
    click(qtbot, dialog, "Clear the history")
    click(qtbot, shown(dialog, QMessageBox)[-1], "Clear")
    assert rows(dialog) == []
    assert "No past transfers" in shown(dialog, EmptyState)[0].words


def test_everything_has_a_key_and_a_place_in_the_menu(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    failed = sent("1", stage=Stage.FAILED, error="unreachable", subject="Desk-PC")
    manager.history.records = [failed]
    past = opened(qtbot, window)._list
    past.setCurrentIndex(past.model().index(0, 0))
    menu = past.menu()
    assert menu is not None
    assert [each.text() for each in menu.actions() if not each.isSeparator()] == [
        "Send again",
        "Show in folder",
        "Copy what went wrong",
        "Remove from the history",
    ]
    with qtbot.waitSignal(past.requested) as asked:
        qtbot.keyClick(past, Qt.Key.Key_Return)
    assert asked.args == [failed, PastAction.SEND_AGAIN]
    past.trigger(PastAction.COPY)
    assert QGuiApplication.clipboard().text() == str(Unreachable("Desk-PC"))
    past.trigger(PastAction.REMOVE)
    assert manager.noted == [("forget", failed)]


def test_what_ends_meanwhile_appears(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    dialog = opened(qtbot, window)
    manager.history.records = [sent("1")]
    manager.history.changed.emit(manager.history)
    assert len(rows(dialog)) == 1


def test_ten_thousand_are_read_as_one_scrolls(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    manager.history.records = [sent(str(number), f"T{number}") for number in range(10_000)]
    clock = QElapsedTimer()
    clock.start()
    dialog = opened(qtbot, window)
    assert manager.history.asked == [("", history_list.FIRST)]
    assert clock.elapsed() < 2_000
    past = dialog._list

    def at_the_end() -> bool:
        past.scrollToBottom()
        return past.model().rowCount() == 10_000

    qtbot.waitUntil(at_the_end)
    model = past.model()
    titles = [model.index(row, 0).data() for row in range(10_000)]
    assert titles == [f"T{number}" for number in range(10_000)]


def test_hostile_text_stays_text(qtbot: QtBot, window: MainWindow, manager: FakeManager) -> None:
    evil = "<img src=x>\n\u202eexe.\x1b[31m"
    manager.history.records = [received("1", evil, peer_name=evil, paths=("/tmp/<b>x</b>",))]
    dialog = opened(qtbot, window)
    index = dialog._list.model().index(0, 0)
    for role in (Role.DisplayRole, Role.AccessibleTextRole):
        assert "\u202e" not in index.data(role)
        assert "\n" not in index.data(role)
    assert "<img" not in index.data(Role.ToolTipRole)
    assert "<b>" not in index.data(Role.ToolTipRole)
    for width in (900, 360):
        dialog.resize(width, 300)
        assert not dialog.grab().isNull()


def test_a_history_that_cannot_be_read_is_said(
    qtbot: QtBot, window: MainWindow, manager: FakeManager, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> list[Record]:
        raise ProfileUnusable("/profile", "read-only")

    dialog = opened(qtbot, window)
    monkeypatch.setattr(manager.history, "find", refuse)
    manager.history.changed.emit(manager.history)
    assert rows(dialog) == []
    assert "read-only" in shown(window, Notice)[0].sentence
