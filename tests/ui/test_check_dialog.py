"""The connection check in the window: from where it is opened, and what it shows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktopxfer.device import Address, Device, Trust
from desktopxfer.diagnosis.finding import Finding, Kind, Level
from desktopxfer.errors import (
    Cancelled,
    ConnectionLost,
    DesktopxferError,
    OutOfDescriptors,
    Refused,
    Unreachable,
)
from desktopxfer.transfer.progress import Stage
from desktopxfer.ui.check_dialog import CheckDialog
from desktopxfer.ui.device_actions import DeviceAction, device_actions
from desktopxfer.ui.finding_row import ICONS, FindingRow, advice, sentence
from desktopxfer.ui.main_window import MainWindow
from desktopxfer.ui.notice import Notice
from desktopxfer.ui.transfer_actions import Action, actions
from tests.ui.fake_manager import FakeManager, device, sending
from tests.ui.shown import click, shown

DESK = device("Desk-PC", 1, trust=Trust.TRUSTED)
NAS = device("Office NAS", 2, online=False)
FACTS = {"name": "Desk-PC", "address": "192.168.1.30:26710", "port": "26710"}
REACHED = Finding(Kind.REACHED, FACTS)
BLOCKED = Finding(Kind.BLOCKED_HERE, FACTS, command="sudo ufw allow 26710/tcp")


@pytest.fixture
def around(manager: FakeManager, window: MainWindow) -> FakeManager:
    manager.show_devices(DESK, NAS)
    return manager


def dialog(window: MainWindow) -> CheckDialog:
    (found,) = shown(window, CheckDialog)
    return found


def rows(window: MainWindow) -> list[FindingRow]:
    """From the top."""
    return sorted(shown(dialog(window), FindingRow), key=lambda row: row.y())


def words(row: FindingRow) -> str:
    said = "\n".join(label.text() for label in row.findChildren(QLabel))
    return said.translate({0x2068: None, 0x2069: None})


def summary(window: MainWindow) -> str:
    label = dialog(window).findChild(QLabel, "summary")
    assert isinstance(label, QLabel)
    return label.text()


def choice(window: MainWindow) -> QComboBox:
    found = dialog(window).findChild(QComboBox)
    assert isinstance(found, QComboBox)
    return found


# From where -------------------------------------------------------------------------------------


def test_the_button_at_the_bottom_looks_at_this_computer(
    qtbot: QtBot, window: MainWindow, around: FakeManager
) -> None:
    click(qtbot, window, "Diagnose")
    assert dialog(window).device is None
    assert [check.device for check in around.checks.started] == [None]


@pytest.mark.parametrize("which", [DESK, NAS, device("Typed", 3, typed=True)])
def test_the_menu_of_a_device_checks_with_it(
    window: MainWindow, around: FakeManager, which: Device
) -> None:
    assert any(DeviceAction.CHECK in group for group in device_actions(which))
    window._devices.requested.emit(which, DeviceAction.CHECK)
    assert dialog(window).device == which
    assert [check.device for check in around.checks.started] == [which]


@pytest.mark.parametrize("error", [Unreachable("Desk-PC"), Refused("Desk-PC")])
@pytest.mark.parametrize("stage", [Stage.FAILED, Stage.INTERRUPTED, Stage.QUEUED])
def test_the_row_of_a_device_that_was_not_reached_leads_there(
    window: MainWindow, around: FakeManager, stage: Stage, error: DesktopxferError
) -> None:
    transfer = sending("Desk-PC", stage=stage)
    transfer.device_id, transfer.error = DESK.device_id, error
    assert Action.CHECK in actions(transfer)
    around.add(transfer)
    window._transfers.requested.emit(transfer, Action.CHECK)
    assert dialog(window).device == DESK


def test_other_failures_lead_to_no_check() -> None:
    for error in (None, ConnectionLost("Desk-PC"), Cancelled()):
        transfer = sending("Desk-PC", stage=Stage.FAILED)
        transfer.error = error
        assert Action.CHECK not in actions(transfer)


@pytest.mark.parametrize(("name", "host"), [("192.168.1.77", "192.168.1.77"), ("no address", None)])
def test_a_transfer_to_somebody_who_was_never_met(
    window: MainWindow, around: FakeManager, name: str, host: str | None
) -> None:
    transfer = sending(name, stage=Stage.FAILED)
    window._transfers.requested.emit(transfer, Action.CHECK)
    (check,) = around.checks.started
    addresses = check.device.addresses if check.device else ()
    assert addresses == ((Address(host),) if host else ())
    assert dialog(window).device == check.device


# What it shows ----------------------------------------------------------------------------------


def test_findings_appear_as_they_come_the_worst_first(
    qtbot: QtBot, window: MainWindow, around: FakeManager
) -> None:
    click(qtbot, window, "Diagnose")
    assert summary(window).startswith("Looking")
    around.checks.find(REACHED)
    assert [words(row).strip() for row in rows(window)] == [
        "Desk-PC answers at 192.168.1.30:26710."
    ]
    around.checks.find(Finding(Kind.FIREWALL_UNKNOWN), BLOCKED, Finding(Kind.MDNS_ALONE, {
        "interface": "eth0"}))  # fmt: skip
    assert [row.finding.kind for row in rows(window)] == [
        Kind.BLOCKED_HERE,
        Kind.FIREWALL_UNKNOWN,
        Kind.MDNS_ALONE,
        Kind.REACHED,
    ]
    assert "On this computer, let TCP port 26710 in." in words(rows(window)[0])
    around.checks.end()
    assert summary(window) == "Something is in the way."


@pytest.mark.parametrize(
    ("findings", "said"),
    [
        ([REACHED], "No problem was found."),
        ([REACHED, Finding(Kind.FIREWALL_UNKNOWN)], "No problem was found."),
        ([Finding(Kind.UNHEARD, FACTS)], "No problem was found, but something may be in the way."),
        ([BLOCKED, REACHED], "Something is in the way."),
    ],
)
def test_the_end_is_said_in_a_line(
    qtbot: QtBot, window: MainWindow, around: FakeManager, findings: list[Finding], said: str
) -> None:
    click(qtbot, window, "Diagnose")
    around.checks.find(*findings)
    around.checks.end()
    assert summary(window) == said


def test_a_level_is_told_by_a_form_and_a_word(window: MainWindow) -> None:
    assert len({ICONS[level] for level in Level}) == len(Level)
    signs = []
    for kind in (Kind.NO_NETWORK, Kind.UNHEARD, Kind.FIREWALL_UNKNOWN, Kind.REACHED):
        row = FindingRow(Finding(kind, FACTS))
        row.setParent(window)
        sign = row.findChild(QLabel)
        assert isinstance(sign, QLabel)
        assert row.accessibleName().startswith(f"{sign.accessibleName()}: ")
        signs.append(sign.accessibleName())
    assert signs == ["Problem", "Warning", "Note", "In order"]


def test_a_screen_reader_reads_all_of_a_finding(window: MainWindow) -> None:
    row = FindingRow(BLOCKED)
    row.setParent(window)
    interface = QAccessible.queryAccessibleInterface(row)
    assert interface is not None
    told = interface.text(QAccessible.Text.Name)
    for part in ("Problem", "cannot reach this computer", "let TCP port", "sudo ufw allow"):
        assert part in told


def test_strangers_texts_are_plain(window: MainWindow) -> None:
    odd = "<b>Bob</b>\u202e\x1b[2J\n<img src=x>"
    finding = Finding(Kind.REACHED, {**FACTS, "name": odd})
    row = FindingRow(finding)
    row.setParent(window)
    for label in row.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()
    assert "\x1b" not in words(row)
    assert "\n" not in sentence(finding)
    assert "\u202e" not in sentence(finding)
    assert "<b>Bob</b>" in words(row)


def test_an_error_is_said_as_everywhere(window: MainWindow) -> None:
    finding = Finding(Kind.REACH_FAILED, FACTS, Refused("Desk-PC"))
    assert "Nothing answers at" in sentence(finding)
    assert advice(finding) == ""


# What can be done with it -----------------------------------------------------------------------


def test_the_report_is_copied_when_it_is_complete(
    qtbot: QtBot, window: MainWindow, around: FakeManager
) -> None:
    click(qtbot, window, "Diagnose")
    around.checks.find(REACHED)
    (copy,) = (
        each for each in shown(dialog(window), QPushButton) if each.text() == "Copy the report"
    )
    assert not copy.isEnabled()
    around.checks.end("all of it")
    click(qtbot, dialog(window), "Copy the report")
    assert QGuiApplication.clipboard().text() == "all of it"


def test_a_command_is_copied_alone(qtbot: QtBot, window: MainWindow, around: FakeManager) -> None:
    click(qtbot, window, "Diagnose")
    around.checks.find(BLOCKED)
    click(qtbot, dialog(window), "Copy the command")
    assert QGuiApplication.clipboard().text() == "sudo ufw allow 26710/tcp"


def test_again_begins_anew(qtbot: QtBot, window: MainWindow, around: FakeManager) -> None:
    click(qtbot, window, "Diagnose")
    around.checks.find(BLOCKED)
    first = around.checks.started[0]
    click(qtbot, dialog(window), "Check again")
    assert around.noted == [("cancel", first)]
    assert len(around.checks.started) == 2
    assert rows(window) == []
    around.checks.changed.emit(first)  # what the earlier one still says is not shown
    assert rows(window) == []
    around.checks.find(REACHED)
    assert [row.finding for row in rows(window)] == [REACHED]


def test_another_device_is_chosen(qtbot: QtBot, window: MainWindow, around: FakeManager) -> None:
    click(qtbot, window, "Diagnose")
    box = choice(window)
    assert [box.itemText(at) for at in range(box.count())][1:] == ["Desk-PC", "Office NAS"]
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert around.checks.started[-1].device == DESK


def test_the_chosen_device_stays_when_others_come_and_go(
    window: MainWindow, around: FakeManager
) -> None:
    window._devices.requested.emit(NAS, DeviceAction.CHECK)
    around.show_devices(device("Newcomer", 7), DESK)
    assert dialog(window).device == NAS
    assert len(around.checks.started) == 1


def test_closing_ends_the_check(qtbot: QtBot, window: MainWindow, around: FakeManager) -> None:
    click(qtbot, window, "Diagnose")
    (check,) = around.checks.started
    qtbot.keyClick(dialog(window), Qt.Key.Key_Escape)
    assert around.noted == [("cancel", check)]
    around.checks.find(REACHED)  # too late: nobody looks
    QApplication.processEvents()
    assert shown(window, CheckDialog) == []
    click(qtbot, window, "Diagnose")
    assert rows(window) == []


def test_a_second_wish_goes_to_the_dialog_that_is_open(
    qtbot: QtBot, window: MainWindow, around: FakeManager
) -> None:
    click(qtbot, window, "Diagnose")
    window._devices.requested.emit(DESK, DeviceAction.CHECK)
    assert dialog(window).device == DESK
    assert len(around.checks.started) == 2


def test_what_keeps_it_from_beginning_is_said(
    qtbot: QtBot, window: MainWindow, around: FakeManager
) -> None:
    around.refusal = OutOfDescriptors(detail="too many open files")
    click(qtbot, window, "Diagnose")
    assert any("no further connection" in each.sentence for each in shown(window, Notice))
