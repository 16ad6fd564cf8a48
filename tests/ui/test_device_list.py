from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktopxfer.device import Address, Device, Trust
from desktopxfer.ui.device_actions import DeviceAction
from desktopxfer.ui.device_list import DeviceList, menu_place
from tests.ui.fake_manager import device

Role = Qt.ItemDataRole
NEW, TRUSTED = device("New", 1), device("Trusted", 2, trust=Trust.TRUSTED)
BLOCKED = device("Blocked", 3, trust=Trust.BLOCKED)
IMPOSTOR = replace(device("Bob", 4), impostor=True)
TYPED = Device("", "nas:26710", "", (Address("nas"),), online=False, typed=True)


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
    assert desk == "Desk-PC, New, 91BC-3F2A · Online"
    assert nas == "NAS, New, 0000-0002 · Not seen"
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


def test_the_menu_forgets_only_what_would_not_come_back(devices: DeviceList) -> None:
    shown = {
        device("Here", 1): False,
        device("Gone", 2, online=False): True,
        device("Typed", 3, typed=True): True,
        device("Trusted", 4, trust=Trust.TRUSTED): True,
        replace(device("Renamed", 5), own_name="DESKTOP-7XK2"): True,
    }
    devices.set_devices(list(shown))
    for row, kept in enumerate(shown.values()):
        devices.setCurrentIndex(devices.model().index(row, 0))
        assert ("Forget" in menu_texts(devices)) is kept
        assert "Send files…" in menu_texts(devices)


@pytest.mark.parametrize(
    ("which", "wanted", "unwanted"),
    [
        (NEW, {"Send files…", "Pair…", "Rename…", "Block"}, {"Accept automatically into…"}),
        (TRUSTED, {"Send files…", "Accept automatically into…", "Rename…", "Block"}, {"Pair…"}),
        (BLOCKED, {"Unblock", "Forget"}, {"Send files…", "Pair…", "Block"}),
        (IMPOSTOR, {"Copy device id", "Block"}, {"Send files…", "Pair…", "Rename…"}),
        (TYPED, {"Send files…", "Pair…", "Forget"}, {"Block", "Rename…", "Copy device id"}),
    ],
    ids=["new", "trusted", "blocked", "impostor", "typed"],
)
def test_the_menu_offers_what_suits_the_device(
    devices: DeviceList, which: Device, wanted: set[str], unwanted: set[str]
) -> None:
    devices.set_devices([which])
    devices.setCurrentIndex(devices.model().index(0, 0))
    texts = set(menu_texts(devices))
    assert wanted <= texts
    assert not unwanted & texts


def test_what_the_menu_does_not_offer_no_key_does(qtbot: QtBot, devices: DeviceList) -> None:
    devices.set_devices([NEW])
    devices.setCurrentIndex(devices.model().index(0, 0))
    devices.setFocus()
    with qtbot.assertNotEmitted(devices.requested):
        qtbot.keyClick(devices, Qt.Key.Key_Delete)
        devices.setCurrentIndex(QModelIndex())
        qtbot.keyClick(devices, Qt.Key.Key_F2)


@pytest.mark.parametrize("action", [each for each in DeviceAction if each.label != "Unblock"])
def test_the_menu_asks_the_window(qtbot: QtBot, devices: DeviceList, action: DeviceAction) -> None:
    which = TRUSTED if action is DeviceAction.ACCEPT_INTO else device("Typed", 3, typed=True)
    devices.set_devices([which])
    devices.setCurrentIndex(devices.model().index(0, 0))
    (button,) = (each for each in devices.actions() if each.data() is action)
    if action is DeviceAction.COPY_ID:
        button.trigger()
        assert QGuiApplication.clipboard().text() == which.device_id
        return
    with qtbot.waitSignal(devices.requested) as asked:
        button.trigger()
    assert asked.args == [which, action]


def test_accepting_automatically_is_ticked_only_when_it_is_so(devices: DeviceList) -> None:
    (button,) = (each for each in devices.actions() if each.data() is DeviceAction.ACCEPT_INTO)
    devices.set_devices([TRUSTED])
    devices.setCurrentIndex(devices.model().index(0, 0))
    button.trigger()  # the person may yet think better of it in the chooser
    assert not button.isChecked()
    devices.set_devices([replace(TRUSTED, accept_into="/home/anna/R&D")])
    assert any("R&&D" in words for words in menu_texts(devices))
    assert button.isChecked()
    assert "Accepted automatically into \u2068/home/anna/R&D\u2069" in texts(devices)[0]


def test_a_row_says_whether_it_is_trusted_without_colours(devices: DeviceList) -> None:
    devices.set_devices([NEW, TRUSTED, BLOCKED, IMPOSTOR])
    for said, mark in zip(texts(devices), ("New", "Trusted", "Blocked", "Impostor"), strict=True):
        assert f", {mark}, " in said
    assert "Not the device you trust" in texts(devices)[3]
    assert "may be posing as it" in texts(devices, Role.ToolTipRole)[3]
    pictures = set()
    for which in (NEW, TRUSTED, BLOCKED, IMPOSTOR):
        devices.set_devices([replace(which, name="Same", device_id="a" * 64)])
        grey = devices.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        pictures.add(bytes(grey.constBits()))
    assert len(pictures) == 4


def test_a_nickname_is_shown_and_its_own_name_told(devices: DeviceList) -> None:
    devices.set_devices([replace(TRUSTED, name="Sister", own_name="<b>DESKTOP")])
    assert texts(devices, Role.DisplayRole) == ["Sister"]
    assert "calls itself \u2068<b>DESKTOP\u2069" in texts(devices)[0]
    assert "&lt;b&gt;DESKTOP" in texts(devices, Role.ToolTipRole)[0]


def test_a_click_on_the_sign_of_a_menu_opens_it(qtbot: QtBot, devices: DeviceList) -> None:
    devices.set_devices([NEW, TRUSTED])
    row = devices.visualRect(devices.model().index(1, 0))
    qtbot.mouseClick(devices.viewport(), Qt.MouseButton.LeftButton, pos=menu_place(row).center())
    (menu,) = (each for each in devices.findChildren(QMenu) if each.isVisible())
    assert devices.current_device() == TRUSTED
    menu.close()
    qtbot.mouseClick(devices.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert not any(each.isVisible() for each in devices.findChildren(QMenu))


def test_without_devices_there_is_no_menu(devices: DeviceList) -> None:
    assert devices.menu() is None
