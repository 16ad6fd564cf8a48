from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktopxfer.device import Address, Device
from desktopxfer.ui.device_list import DeviceList
from tests.ui.fake_manager import device

Role = Qt.ItemDataRole


@pytest.fixture
def devices(qtbot: QtBot) -> DeviceList:
    devices = DeviceList()
    qtbot.addWidget(devices)
    devices.resize(280, 400)
    devices.show()
    qtbot.waitExposed(devices)
    return devices


def texts(devices: DeviceList, role: Role = Role.AccessibleTextRole) -> list[str]:
    model = devices.model()
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def menu_texts(devices: DeviceList) -> list[str]:
    menu = devices.menu()
    assert isinstance(menu, QMenu)
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_a_row_says_who_it_is_and_whether_it_is_there(devices: DeviceList) -> None:
    typed = Device("", "nas.example.net", "", (Address("nas.example.net"),), False, True)
    devices.set_devices([device("Desk-PC", 0x91BC3F2A), device("NAS", 2, online=False), typed])
    desk, nas, address = texts(devices)
    assert desk == "Desk-PC, 91BC-3F2A · Online"
    assert nas == "NAS, 0000-0002 · Not seen"
    assert "Never answered" in address


def test_a_row_tells_all_addresses_in_its_tooltip(devices: DeviceList) -> None:
    several = replace(device("Desk-PC"), addresses=(Address("10.0.0.1"), Address("fe80::1")))
    devices.set_devices([several])
    (tooltip,) = texts(devices, Role.ToolTipRole)
    assert "10.0.0.1:26710" in tooltip
    assert "[fe80::1]:26710" in tooltip


def test_a_hostile_name_stays_one_line_of_text(devices: DeviceList) -> None:
    devices.set_devices([device("<b>Bob</b>\n\u202egpj.exe & Co")])
    (name,) = texts(devices, Role.DisplayRole)
    (tooltip,) = texts(devices, Role.ToolTipRole)
    assert name == "<b>Bob</b>\ufffd\ufffdgpj.exe & Co"
    assert "<b>" not in tooltip
    assert "&lt;b&gt;Bob" in tooltip
    devices.grab()  # the delegate paints it


def test_the_current_device_stays_current_when_others_come_and_go(devices: DeviceList) -> None:
    one, two, three = (device(f"D{number}", number) for number in (1, 2, 3))
    devices.set_devices([one, two])
    devices.setCurrentIndex(devices.model().index(1, 0))
    devices.set_devices([three, one, replace(two, online=False)])
    current = devices.current_device()
    assert current is not None
    assert current.key == two.key
    devices.set_devices([three])
    assert devices.current_device() is None


def test_it_knows_which_device_lies_under_a_point_of_the_screen(devices: DeviceList) -> None:
    one, two = device("One", 1), device("Two", 2)
    devices.set_devices([one, two])
    viewport = devices.viewport()
    for row, expected in enumerate((one, two)):
        centre = devices.visualRect(devices.model().index(row, 0)).center()
        assert devices.device_at(viewport.mapToGlobal(centre)) == expected
    below = QPoint(20, viewport.height() - 5)
    assert devices.device_at(viewport.mapToGlobal(below)) is None
    assert devices.device_at(viewport.mapToGlobal(QPoint(-30, 10))) is None


def test_a_drag_at_the_edge_scrolls(qtbot: QtBot, devices: DeviceList) -> None:
    devices.set_devices([device(f"D{number}", number) for number in range(50)])
    viewport = devices.viewport()
    bar = devices.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    devices.scroll_at(viewport.mapToGlobal(QPoint(20, viewport.height() - 2)))
    assert bar.value() > 0
    devices.scroll_at(viewport.mapToGlobal(QPoint(20, 2)))
    assert bar.value() == 0
    devices.scroll_at(viewport.mapToGlobal(QPoint(20, 100)))
    assert bar.value() == 0


def test_return_and_a_double_click_choose_a_device(qtbot: QtBot, devices: DeviceList) -> None:
    devices.set_devices([device("One", 1), device("Two", 2)])
    devices.setCurrentIndex(devices.model().index(1, 0))
    with qtbot.waitSignal(devices.activated_device) as chosen:
        qtbot.keyClick(devices, Qt.Key.Key_Return)
    assert chosen.args == [device("Two", 2)]
    first = devices.visualRect(devices.model().index(0, 0)).center()
    qtbot.mouseClick(devices.viewport(), Qt.MouseButton.LeftButton, pos=first)
    with qtbot.waitSignal(devices.activated_device) as chosen:
        qtbot.mouseDClick(devices.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert chosen.args == [device("One", 1)]


def test_the_menu_removes_only_what_would_not_come_back(devices: DeviceList) -> None:
    devices.set_devices(
        [device("Here", 1), device("Gone", 2, online=False), device("Typed", 3, typed=True)]
    )
    for row, removable in enumerate((False, True, True)):
        devices.setCurrentIndex(devices.model().index(row, 0))
        assert ("Remove" in menu_texts(devices)) is removable
        assert "Send files…" in menu_texts(devices)


def test_the_menu_and_its_keys_ask_the_window(qtbot: QtBot, devices: DeviceList) -> None:
    typed = device("Typed", 3, typed=True)
    devices.set_devices([typed])
    devices.setCurrentIndex(devices.model().index(0, 0))
    devices.setFocus()
    actions = {action.text(): action for action in devices.actions()}
    for words, signal in (
        ("Send files…", devices.files_wanted),
        ("Send a folder…", devices.folder_wanted),
        ("Remove", devices.remove_wanted),
    ):
        with qtbot.waitSignal(signal) as asked:
            actions[words].trigger()
        assert asked.args == [typed]
    actions["Copy device id"].trigger()
    assert QGuiApplication.clipboard().text() == typed.device_id


def test_without_devices_there_is_no_menu(devices: DeviceList) -> None:
    assert devices.menu() is None
