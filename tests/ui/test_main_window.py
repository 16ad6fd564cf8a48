from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMessageBox, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from desktopxfer.desktop.integration import Integrated
from desktopxfer.device import Address, Device, Trust
from desktopxfer.errors import (
    CannotListen,
    ConnectionLost,
    Damaged,
    DesktopxferError,
    DeviceBlocked,
    ForeignFile,
    IdentityChanged,
    LinkSkipped,
    PortReplaced,
    PortTaken,
    ProfileUnusable,
)
from desktopxfer.offer import Decision
from desktopxfer.settings import Visibility
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.ui import text
from desktopxfer.ui.device_actions import DeviceAction
from desktopxfer.ui.device_picker import DevicePicker
from desktopxfer.ui.empty_state import EmptyState
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.main_window import MainWindow
from desktopxfer.ui.notice import Notice
from desktopxfer.ui.offer_dialog import OfferDialog
from desktopxfer.ui.settings_dialog import SettingsDialog
from desktopxfer.ui.this_device import StatusLine
from desktopxfer.ui.transfer_actions import Action
from desktopxfer.workers.state import Leftover, Visible
from tests.ui.dragging import Drag, dragged, row_of, somewhere_else
from tests.ui.fake_manager import FakeManager, device, folder_of, offer, receiving, sending
from tests.ui.shown import button, click, labels, shown

DESK, NAS = device("Desk-PC", 1), device("NAS", 2, online=False)


# Offers -----------------------------------------------------------------------------------------


def test_an_offer_opens_a_dialog_that_stands_in_nobodys_way(
    window: MainWindow, manager: FakeManager
) -> None:
    transfer = manager.add(receiving(offer("Bob")))
    (dialog,) = shown(window, OfferDialog)
    assert not dialog.isModal()
    assert dialog.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    into = Decision(Path("/tmp"))
    dialog.decided.emit(into)
    assert manager.answered == [(transfer, into)]


def test_a_decision_that_cannot_be_noted_is_said(
    window: MainWindow, manager: FakeManager, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ProfileUnusable("/profile", "read-only")

    monkeypatch.setattr(manager.offers, "answer", refuse)
    manager.add(receiving(offer("Bob")))
    shown(window, OfferDialog)[0].decided.emit(Decision(None))
    assert [notice.sentence for notice in shown(window, Notice)] == [
        text.sentence(ProfileUnusable("/profile", "read-only"))
    ]


# This device ------------------------------------------------------------------------------------


def test_the_window_says_where_this_device_can_be_reached(
    window: MainWindow, manager: FakeManager
) -> None:
    (status,) = shown(window, StatusLine)
    manager.listen(Address("192.168.1.20"), Address("fe80::1%eth0"))
    said = text.to_copy(status.words)
    assert said == "Reachable at 192.168.1.20:26710, [fe80::1%eth0]:26710"
    manager.listen(Address("10.0.0.1", 26711), note=PortTaken("26710"))
    said = text.to_copy(status.words)
    taken = text.to_copy(text.sentence(PortTaken("26710")))
    assert said == f"Reachable at 10.0.0.1:26711 · {taken}"
    manager.listen(error=CannotListen("10.9.9.9:1", "not ours"))
    assert status.words == text.sentence(CannotListen("10.9.9.9:1", "not ours"))
    manager.listen()
    assert "not in a network" in status.words


@pytest.mark.parametrize("width", [640, 980])
def test_what_is_wrong_with_the_port_can_be_read_in_full(
    window: MainWindow, manager: FakeManager, qtbot: QtBot, width: int
) -> None:
    window.resize(width, 680)
    note = PortReplaced("26710", "26711")
    manager.listen(Address("192.168.1.20", 26711), note=note)
    (said,) = (label for label in shown(window, QLabel) if label.text() == text.sentence(note))
    qtbot.waitUntil(lambda: said.height() >= said.heightForWidth(said.width()) > 0)
    assert said.width() > 400


@pytest.mark.parametrize("width", [640, 980])
def test_what_to_type_as_an_address_can_be_read_in_full(
    window: MainWindow, qtbot: QtBot, width: int
) -> None:
    window.resize(width, 680)
    click(qtbot, window, "Add by address")
    (line,) = shown(window, QLineEdit)
    needed = line.fontMetrics().horizontalAdvance(line.placeholderText())
    qtbot.waitUntil(lambda: line.width() - 2 * 12 > needed)  # 12: padding, border and cursor
    assert any("192.168.1.20" in said for said in labels(window))


def test_empty_lists_say_what_to_do_next(window: MainWindow, manager: FakeManager) -> None:
    manager.listen(Address("192.168.1.20"))
    no_transfers, no_devices = sorted(
        (state.words for state in shown(window, EmptyState)), key=lambda words: "192." in words
    )
    assert "Open desktopxfer on the other computer" in no_devices
    assert "192.168.1.20:26710" in no_devices
    assert "Drop files or folders on a device" in no_transfers
    manager.show_devices(DESK)
    manager.add(sending())
    assert shown(window, EmptyState) == []
    manager.show_devices()
    assert len(shown(window, EmptyState)) == 1


def test_settings_are_applied_and_shown(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    assert "MyLaptop" in labels(window)
    click(qtbot, window, "Settings")
    (dialog,) = shown(window, SettingsDialog)
    new = msgspec.structs.replace(manager.preferences.current, device_name="Renamed", port=0)
    dialog.chosen.emit(new)
    dialog.close()
    assert manager.preferences.current == new
    assert "Renamed" in labels(window)


def test_the_settings_say_who_may_ask_at_the_moment_and_can_end_it(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    manager.visibility.open_to_everyone(540)
    click(qtbot, window, "Settings")
    (dialog,) = shown(window, SettingsDialog)
    (words,) = (each.text() for each in dialog.findChildren(QRadioButton) if each.isChecked())
    assert "9 min" in words
    dialog.visibility_chosen.emit(Visibility.TRUSTED)
    dialog.close()
    assert manager.visibility.visible == Visible(Visibility.TRUSTED)


def test_the_settings_say_what_this_computer_does_by_itself_and_change_it(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    manager.integration.integrated = Integrated(starts_at_login=False, is_in_menus=True)
    click(qtbot, window, "Settings")
    (dialog,) = shown(window, SettingsDialog)
    click(qtbot, dialog, "This computer")
    click(qtbot, dialog, "Start with the computer, in the background")
    click(qtbot, dialog, "Save")
    wanted = Integrated(starts_at_login=True, is_in_menus=True)
    assert manager.noted == [("integrate", wanted)]
    refusal = ForeignFile("/home/bob/.config/autostart/desktopxfer.desktop")
    manager.integration.refused.emit(refusal)
    assert [notice.sentence for notice in window.findChildren(Notice)] == [text.sentence(refusal)]


def test_part_files_are_discarded_in_the_settings_after_a_question(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    transfer = receiving(offer("Anna"), Stage.INTERRUPTED)
    manager.leftovers.found = (Leftover(transfer, Path("/home/bob"), 1_000),)
    click(qtbot, window, "Settings")
    (dialog,) = shown(window, SettingsDialog)
    discard = "Discard the part files of \u2068a.txt\u2069"
    click(qtbot, dialog, "This computer")
    click(qtbot, dialog, discard)
    click(qtbot, shown(dialog, QMessageBox)[0], "Discard")
    assert manager.noted == [("cancel", transfer)]
    manager.leftovers.found = ()
    manager.history.changed.emit(manager.history)
    assert not [each for each in shown(dialog, IconButton) if each.accessibleName() == discard]
    dialog.close()


def test_settings_that_cannot_be_saved_are_said_and_not_shown(
    window: MainWindow, manager: FakeManager
) -> None:
    manager.refusal = ProfileUnusable("/profile", "read-only")
    window._apply(msgspec.structs.replace(manager.preferences.current, device_name="Renamed"))
    assert "MyLaptop" in labels(window)
    (notice,) = shown(window, Notice)
    assert notice.sentence == text.sentence(manager.refusal)


@pytest.mark.parametrize(
    ("visibility", "words"),
    [
        (Visibility.EVERYONE, "Visible to everyone"),
        (Visibility.TRUSTED, "Trusted devices only"),
        (Visibility.NOBODY, "Visible to nobody"),
    ],
)
def test_the_visibility_is_chosen_in_the_header(
    window: MainWindow, manager: FakeManager, visibility: Visibility, words: str
) -> None:
    (choice,) = (action for action in window.findChildren(QAction) if action.data() == visibility)
    choice.trigger()
    assert manager.preferences.current.visibility is visibility
    assert button(window, words)
    assert [each.isChecked() for each in choice.actionGroup().actions() if each is not choice] == [
        False,
        False,
        False,
    ]


def test_everyone_may_ask_for_ten_minutes_and_they_are_counted(
    window: MainWindow, manager: FakeManager
) -> None:
    (choice,) = (action for action in window.findChildren(QAction) if "10 minutes" in action.text())
    choice.trigger()
    assert button(window, "Visible to everyone for 10 min")
    assert choice.isChecked()
    manager.visibility.see(Visibility.EVERYONE, 42)
    assert button(window, "Visible to everyone for 42 s")
    manager.visibility.see(Visibility.TRUSTED)
    assert button(window, "Trusted devices only")
    assert not choice.isChecked()


def test_a_visibility_that_cannot_be_saved_is_said_and_not_shown(
    window: MainWindow, manager: FakeManager
) -> None:
    manager.refusal = ProfileUnusable("/profile", "read-only")
    for action in window._header.findChildren(QAction):
        action.trigger()
    assert len(shown(window, Notice)) == 1
    assert button(window, "Visible to everyone")
    (checked,) = (each for each in window._header.findChildren(QAction) if each.isChecked())
    assert checked.data() == Visibility.EVERYONE


def test_an_address_is_added_or_its_fault_said(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    click(qtbot, window, "Add by address")
    (line,) = shown(window, QLineEdit)
    qtbot.keyClicks(line, "http://nas")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert manager.devices.added == []
    assert any("is not an address" in said for said in labels(window))
    line.clear()
    qtbot.keyClicks(line, "nas:26711")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert manager.devices.added == [Address("nas", 26711)]
    assert shown(window, QLineEdit) == []


def test_escape_puts_the_address_line_away(qtbot: QtBot, window: MainWindow) -> None:
    click(qtbot, window, "Add by address")
    (line,) = shown(window, QLineEdit)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert shown(window, QLineEdit) == []
    assert button(window, "Add by address")


def test_a_device_is_forgotten(window: MainWindow, manager: FakeManager) -> None:
    manager.show_devices(NAS)
    window._devices.requested.emit(NAS, DeviceAction.FORGET)
    assert manager.noted == [("forget", NAS)]


@pytest.mark.parametrize(
    ("which", "problem"),
    [
        (replace(DESK, impostor=True), IdentityChanged("Desk-PC")),
        (replace(DESK, trust=Trust.BLOCKED), DeviceBlocked("Desk-PC")),
    ],
)
def test_nothing_is_sent_to_an_impostor_or_a_blocked_device(
    qtbot: QtBot, window: MainWindow, manager: FakeManager, which: Device, problem: DesktopxferError
) -> None:
    manager.show_devices(which)
    Drag(window, dragged("/tmp/a")).drop(row_of(window, "Desk-PC"))
    (notice,) = shown(window, Notice)
    assert notice.sentence == text.sentence(problem)
    window.offer_paths([Path("/tmp/a")])
    window._devices.setCurrentIndex(window._devices.model().index(0, 0))
    qtbot.keyClick(window._devices, Qt.Key.Key_Return)
    Drag(window, dragged("/tmp/a")).drop(somewhere_else(window))
    (picker,) = shown(window, DevicePicker)
    assert picker._model.rowCount() == 0
    assert manager.sent == []
    assert len(shown(window, Notice)) == 1  # the same sentence is not said twice


def test_an_alarm_stays_until_it_is_closed(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    manager.alarmed.emit(IdentityChanged("Bob"))
    manager.alarmed.emit(IdentityChanged("Bob"))
    (notice,) = shown(window, Notice)
    assert notice.sentence.startswith(
        "WARNING: what calls itself \u2068Bob\u2069 is not the device you trust"
    )
    assert notice.property("notice") == "bad"
    click(qtbot, window, "Close this notice")
    qtbot.waitUntil(lambda: shown(window, Notice) == [])
    manager.alarmed.emit(IdentityChanged("Bob"))
    assert len(shown(window, Notice)) == 1


def test_a_notice_stays_until_it_is_closed(qtbot: QtBot, window: MainWindow) -> None:
    window.notify("A file of the profile was damaged.")
    (notice,) = shown(window, Notice)
    assert notice.sentence == "A file of the profile was damaged."
    click(qtbot, window, "Close this notice")
    qtbot.waitUntil(lambda: shown(window, Notice) == [])


def test_a_flood_of_notices_leaves_room_for_the_lists(window: MainWindow) -> None:
    for number in range(10):
        window.notify(f"Notice {number}")
    assert [notice.sentence for notice in shown(window, Notice)] == [
        f"Notice {number}" for number in range(6, 10)
    ]


# What must hold for all of it -------------------------------------------------------------------


def test_it_opens_no_larger_than_the_screen(window: MainWindow) -> None:
    assert window.size() == window.size().boundedTo(window.screen().availableSize())


def test_what_peers_say_is_shown_as_plain_text(window: MainWindow, manager: FakeManager) -> None:
    evil = "<img src='file:///etc/passwd'>&amp;\u202egpj.exe"
    manager.show_devices(device(evil))
    transfer = receiving(offer(evil, folder_of(2, "<b>bold</b>")))
    transfer.entry_errors = {1: Damaged("<i>it</i>")}
    transfer.skipped = [LinkSkipped("<u>under</u>")]
    manager.add(transfer)
    window._transfers.perform(Action.UNFOLD, transfer)
    window.notify(text.sentence(ConnectionLost(evil)))
    window.grab()
    for label in window.findChildren(QLabel):
        if label.pixmap().isNull() and label.buddy() is None:
            assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
        assert "\u202e" not in label.text()
    for each in window.findChildren(QWidget):
        assert "<img" not in each.toolTip()
        assert "<b>bold" not in each.toolTip()


def focus_chain(window: MainWindow) -> Iterator[QWidget]:
    current = window.nextInFocusChain()
    while current is not None and current is not window:
        if current.isVisible() and current.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield current
        current = current.nextInFocusChain()


def test_every_control_can_be_reached_and_has_a_name(
    window: MainWindow, manager: FakeManager
) -> None:
    manager.show_devices(DESK)
    manager.listen(Address("192.168.1.20"))
    manager.add(sending())
    names = []
    for each in focus_chain(window):
        words = each.text() if isinstance(each, QAbstractButton) else ""
        names.append(each.accessibleName() or words)
    assert all(names)
    wanted = ["Visible to everyone", "Settings", "Devices", "Add by address"]
    wanted += ["All", "Active", "Failed", "History", "Transfers"]
    wanted += ["Choose files to send", "Choose a folder to send", "Copy the addresses"]
    assert [name for name in names if name in wanted] == wanted


def test_closing_asks_while_something_runs(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    running = manager.add(sending())
    window.close()
    assert window.isVisible()
    (question,) = shown(window, QMessageBox)
    assert question.textFormat() is Qt.TextFormat.PlainText
    assert "can go on when desktopxfer is open again" in question.text()
    click(qtbot, question, "Stay")
    assert window.isVisible()
    window.close()
    click(qtbot, shown(window, QMessageBox)[0], "Quit")
    assert not window.isVisible()
    window.show()
    manager.change(running, Stage.FINISHED)


def test_closing_asks_nothing_when_all_is_done(window: MainWindow, manager: FakeManager) -> None:
    manager.add(receiving(offer(), Stage.FINISHED))
    window.close()
    assert not window.isVisible()


def test_closing_asks_nothing_for_what_waits(window: MainWindow, manager: FakeManager) -> None:
    manager.add(sending(stage=Stage.QUEUED))
    manager.add(sending(stage=Stage.INTERRUPTED))
    window.close()
    assert not window.isVisible()


def test_closing_says_that_an_open_offer_is_cancelled(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    offered = manager.add(receiving(offer()))
    window.close()
    (question,) = (each for each in shown(window, QMessageBox))
    assert question.text() == "An offer that you have not answered yet is cancelled."
    click(qtbot, question, "Stay")
    manager.change(offered, Stage.DECLINED)


def test_received_and_sent_are_told_apart_without_colours(
    window: MainWindow, manager: FakeManager
) -> None:
    sent = manager.add(sending("Desk-PC"))
    came = manager.add(receiving(offer("Bob"), Stage.MOVING))
    assert (sent.direction, came.direction) == (Direction.SENDING, Direction.RECEIVING)
    model = window._transfers.model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert "from \u2068Bob" in said[0]
    assert "to \u2068Desk-PC" in said[1]


def test_a_key_opens_the_settings(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitActive(window)
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert shown(window, SettingsDialog)
