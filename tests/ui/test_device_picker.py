"""Choosing the devices that something is sent to."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktopxfer.device import Address, Device
from desktopxfer.ui.device_picker import DevicePicker

CHECK = Qt.ItemDataRole.CheckStateRole
Pick = Callable[..., DevicePicker]


def device(name: str, number: int) -> Device:
    address = Address(f"192.168.1.{number}")
    return Device(f"{number:064x}", name, "Linux", (address,), online=True)


DESK, MAC, NAS = device("Desk-PC", 1), device("Mac-Bob", 2), device("NAS", 3)


@pytest.fixture
def pick(qtbot: QtBot) -> Pick:
    def pick(*devices: Device, summary: str = "Photos") -> DevicePicker:
        picker = DevicePicker(devices, summary)
        qtbot.addWidget(picker)
        with qtbot.waitExposed(picker):
            picker.open()
        return picker

    return pick


def rows(picker: DevicePicker) -> QListView:
    found = picker.findChild(QListView)
    assert isinstance(found, QListView)
    return found


def row(picker: DevicePicker, number: int) -> QModelIndex:
    return rows(picker).model().index(number, 0)


def send(picker: DevicePicker) -> QPushButton:
    found = picker.findChild(QPushButton, "send")
    assert isinstance(found, QPushButton)
    return found


def ticked(picker: DevicePicker) -> list[str]:
    model = rows(picker).model()
    indexes = [model.index(number, 0) for number in range(model.rowCount())]
    return [index.data() for index in indexes if index.data(CHECK) == Qt.CheckState.Checked]


def click(picker: DevicePicker, number: int) -> None:
    point = rows(picker).visualRect(row(picker, number)).center()
    QTest.mouseClick(rows(picker).viewport(), Qt.MouseButton.LeftButton, pos=point)


def type_address(picker: DevicePicker, words: str) -> QLineEdit:
    opener = next(
        button for button in picker.findChildren(QPushButton) if button.text() == "Add by address"
    )
    QTest.mouseClick(opener, Qt.MouseButton.LeftButton)
    line = picker.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Return)
    return line


def test_clicked_devices_are_chosen(qtbot: QtBot, pick: Pick) -> None:
    picker = pick(DESK, MAC, NAS)
    assert not send(picker).isEnabled()
    click(picker, 0)
    click(picker, 2)
    with qtbot.waitSignal(picker.chosen) as chosen:
        QTest.mouseClick(send(picker), Qt.MouseButton.LeftButton)
    assert chosen.args == [(DESK, NAS)]
    assert not picker.isVisible()


def test_a_second_click_takes_the_tick_back(pick: Pick) -> None:
    picker = pick(DESK, MAC)
    click(picker, 0)
    click(picker, 0)
    assert ticked(picker) == []
    assert not send(picker).isEnabled()


def test_a_click_on_the_box_ticks_once(pick: Pick) -> None:
    picker = pick(DESK, MAC)
    box = rows(picker).visualRect(row(picker, 0))
    point = QPoint(box.left() + 20, box.center().y())
    QTest.mouseClick(rows(picker).viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert ticked(picker) == ["Desk-PC"]


def test_the_keyboard_is_enough(qtbot: QtBot, pick: Pick) -> None:
    picker = pick(DESK, MAC, NAS)
    keys = rows(picker)
    QTest.keyClick(keys, Qt.Key.Key_Space)
    QTest.keyClick(keys, Qt.Key.Key_Down)
    QTest.keyClick(keys, Qt.Key.Key_Space)
    with qtbot.waitSignal(picker.chosen) as chosen:
        QTest.keyClick(keys, Qt.Key.Key_Return)
    assert chosen.args == [(DESK, MAC)]


def test_return_sends_nothing_to_nobody(qtbot: QtBot, pick: Pick) -> None:
    picker = pick(DESK, MAC)
    with qtbot.assertNotEmitted(picker.chosen):
        QTest.keyClick(rows(picker), Qt.Key.Key_Return)
    assert picker.isVisible()


def test_the_only_device_is_ticked_already(pick: Pick) -> None:
    picker = pick(DESK)
    assert ticked(picker) == ["Desk-PC"]
    assert send(picker).isEnabled()


def test_ticks_and_the_current_row_outlive_an_update(pick: Pick) -> None:
    picker = pick(DESK, MAC)
    click(picker, 1)
    picker.update_devices((NAS, DESK, MAC))
    assert ticked(picker) == ["Mac-Bob"]
    assert rows(picker).currentIndex().data() == "Mac-Bob"
    picker.update_devices((NAS,))
    assert ticked(picker) == []
    assert not send(picker).isEnabled()
    picker.update_devices((MAC, NAS))
    assert ticked(picker) == ["Mac-Bob"]


def test_without_devices_it_says_what_to_do(pick: Pick) -> None:
    picker = pick()
    said = " ".join(label.text() for label in picker.findChildren(QLabel) if label.isVisible())
    assert "Open desktopxfer on the other computer" in said
    picker.update_devices((DESK, MAC))
    assert rows(picker).isVisible()


def test_a_typed_address_is_a_device(qtbot: QtBot, pick: Pick) -> None:
    picker = pick()
    with qtbot.assertNotEmitted(picker.chosen):
        type_address(picker, "desk.example:4000")
    address = Address("desk.example", 4000)
    with qtbot.waitSignal(picker.chosen) as chosen:
        QTest.keyClick(rows(picker), Qt.Key.Key_Return)
    assert chosen.args == [
        (Device("", "desk.example:4000", "", (address,), online=False, typed=True),)
    ]


def test_return_in_the_line_sends_nothing_to_those_ticked(qtbot: QtBot, pick: Pick) -> None:
    picker = pick(DESK)
    with qtbot.assertNotEmitted(picker.chosen):
        line = type_address(picker, "no address!")
    assert line.isVisible()
    assert picker.isVisible()
    assert ticked(picker) == ["Desk-PC"]


def test_the_typed_address_of_a_known_device_ticks_that(pick: Pick) -> None:
    picker = pick(DESK, MAC)
    type_address(picker, "192.168.1.2")
    assert ticked(picker) == ["Mac-Bob"]
    assert rows(picker).model().rowCount() == 2


def test_a_typed_address_that_turns_out_to_be_a_device_keeps_its_tick(pick: Pick) -> None:
    picker = pick(DESK, MAC)
    type_address(picker, "192.168.1.3")
    assert ticked(picker) == ["192.168.1.3:26710"]
    picker.update_devices((DESK, MAC, NAS))
    assert ticked(picker) == ["NAS"]
    assert rows(picker).model().rowCount() == 3


def test_escape_chooses_nobody(qtbot: QtBot, pick: Pick) -> None:
    picker = pick(DESK)
    with qtbot.assertNotEmitted(picker.chosen):
        QTest.keyClick(picker, Qt.Key.Key_Escape)
    assert not picker.isVisible()


def test_hostile_names_are_shown_as_they_are(pick: Pick) -> None:
    evil = device("<b>Evil</b>\n\u202e & Co", 9)
    picker = pick(evil, summary="<img src=x> & more")
    assert row(picker, 0).data() == "<b>Evil</b>\ufffd\ufffd & Co"
    labels = picker.findChildren(QLabel)
    assert any(label.text() == "<img src=x> & more" for label in labels)
    plain = Qt.TextFormat.PlainText
    assert all(label.textFormat() == plain for label in labels if label.text())


def test_a_screen_reader_hears_everything(pick: Pick) -> None:
    picker = pick(DESK, MAC)
    model = rows(picker).model()
    tester = QAbstractItemModelTester(model)
    assert "Desk-PC" in row(picker, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.setData(row(picker, 0), Qt.CheckState.Checked.value, CHECK)
    assert model.setData(row(picker, 0), Qt.CheckState.Checked.value, CHECK)
    assert ticked(picker) == ["Desk-PC"]
    focusable = [
        widget
        for widget in picker.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    for widget in focusable:
        words = widget.text() if isinstance(widget, QPushButton) else widget.accessibleName()
        assert words, widget
    del tester
