from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktopxfer.device import Address, Device
from desktopxfer.ui.device_actions import DeviceAction
from desktopxfer.ui.device_picker import DevicePicker
from desktopxfer.ui.drop import DropZone, PathChooser
from desktopxfer.ui.main_window import MainWindow
from tests.ui.dragging import Drag, dragged, row_of, somewhere_else
from tests.ui.fake_manager import FakeManager, device, sending
from tests.ui.shown import click, shown

DESK, NAS = device("Desk-PC", 1), device("NAS", 2, online=False)


# Drops ------------------------------------------------------------------------------------------


def test_a_drop_on_a_device_sends(window: MainWindow, manager: FakeManager) -> None:
    manager.show_devices(DESK, NAS)
    drag = Drag(window, dragged("/tmp/a b.txt", "/tmp/Photos"))
    assert drag.enter()
    over = row_of(window, "NAS")
    assert drag.move(over) is Qt.DropAction.CopyAction  # a moving one would delete the source
    assert drag.drop(over) is Qt.DropAction.CopyAction
    assert manager.sent == [((Path("/tmp/a b.txt"), Path("/tmp/Photos")), NAS)]
    assert shown(window, DevicePicker) == []


def test_a_drag_lights_what_a_drop_would_hit(window: MainWindow, manager: FakeManager) -> None:
    manager.show_devices(DESK, NAS)
    drag = Drag(window, dragged("/tmp/a"))
    drag.enter()
    before = window.grab().toImage()
    drag.move(row_of(window, "Desk-PC"))
    over_row = window.grab().toImage()
    drag.move(somewhere_else(window))
    over_zone = window.grab().toImage()
    drag.leave()
    assert window.grab().toImage() == before
    assert len({before.cacheKey(), over_row.cacheKey(), over_zone.cacheKey()}) == 3
    assert over_row != before
    assert over_zone not in (before, over_row)


def test_no_row_moves_away_under_a_drag(window: MainWindow, manager: FakeManager) -> None:
    manager.show_devices(DESK)
    drag = Drag(window, dragged("/tmp/a"))
    drag.enter()
    over = row_of(window, "Desk-PC")
    drag.move(over)
    manager.show_devices(NAS, DESK)  # another device appears above it
    drag.drop(over)
    assert manager.sent == [((Path("/tmp/a"),), DESK)]
    assert [each.name for each in window._devices.devices] == ["NAS", "Desk-PC"]
    drag.enter()
    manager.show_devices(DESK)
    drag.leave()
    assert [each.name for each in window._devices.devices] == ["Desk-PC"]


def test_a_drop_elsewhere_asks_for_the_devices(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    manager.show_devices(DESK, NAS)
    Drag(window, dragged("/tmp/a", "/tmp/b")).drop(somewhere_else(window))
    assert manager.sent == []
    (picker,) = shown(window, DevicePicker)
    assert not picker.isModal()  # drops and answers stay possible
    picker.chosen.emit((DESK, NAS))
    paths = (Path("/tmp/a"), Path("/tmp/b"))
    assert manager.sent == [(paths, DESK), (paths, NAS)]


def test_an_open_picker_hears_of_devices(window: MainWindow, manager: FakeManager) -> None:
    Drag(window, dragged("/tmp/a")).drop(somewhere_else(window))
    (picker,) = shown(window, DevicePicker)
    manager.show_devices(DESK)
    assert "Desk-PC" in {
        picker._model.index(row, 0).data() for row in range(picker._model.rowCount())
    }
    picker.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    manager.show_devices(DESK, NAS)  # the closed one is told no more


def test_an_address_typed_in_the_picker_is_remembered(
    window: MainWindow, manager: FakeManager
) -> None:
    manager.show_devices(DESK)
    Drag(window, dragged("/tmp/a")).drop(somewhere_else(window))
    (picker,) = shown(window, DevicePicker)
    typed = Device("", "nas:26710", "", (Address("nas"),), online=False, typed=True)
    picker.chosen.emit((DESK, typed))
    assert manager.devices.added == [Address("nas")]
    assert [to for _, to in manager.sent] == [DESK, typed]


def test_two_drops_are_asked_about_side_by_side(window: MainWindow, manager: FakeManager) -> None:
    manager.show_devices(DESK)
    for path in ("/tmp/a", "/tmp/b"):
        Drag(window, dragged(path)).drop(somewhere_else(window))
    first, second = shown(window, DevicePicker)
    second.chosen.emit((DESK,))
    first.chosen.emit((DESK,))
    assert [paths for paths, _ in manager.sent] == [(Path("/tmp/b"),), (Path("/tmp/a"),)]


def test_what_is_no_file_here_is_refused(window: MainWindow, manager: FakeManager) -> None:
    manager.show_devices(DESK)
    elsewhere = QMimeData()
    elsewhere.setUrls([QUrl("https://example.net/a")])
    text = QMimeData()
    text.setText("hello")
    for data in (elsewhere, text):
        assert not Drag(window, data).enter()


def test_only_the_window_takes_drops(window: MainWindow, manager: FakeManager) -> None:
    manager.show_devices(DESK)
    manager.add(sending())
    assert [each for each in window.findChildren(QWidget) if each.acceptDrops()] == []


# Paths that wait --------------------------------------------------------------------------------


def test_paths_given_at_the_start_wait_for_a_device(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    paths = (Path("/tmp/a"), Path("/tmp/b"), Path("/tmp/c"))
    window.offer_paths(paths)
    (zone,) = shown(window, DropZone)
    assert zone.words == "a and 2 more: choose a device"
    manager.show_devices(DESK, NAS)
    devices = window._devices
    devices.setCurrentIndex(devices.model().index(1, 0))
    qtbot.keyClick(devices, Qt.Key.Key_Return)
    assert manager.sent == [(paths, NAS)]
    assert "Drop files" in zone.words


def test_waiting_paths_can_go_to_several_devices(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    manager.show_devices(DESK, NAS)
    window.offer_paths([Path("/tmp/a")])
    click(qtbot, window, "Choose devices…")
    (picker,) = shown(window, DevicePicker)
    picker.chosen.emit((DESK, NAS))
    assert len(manager.sent) == 2
    assert "Drop files" in window._drop_zone.words


def test_waiting_paths_can_be_dropped(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    window.offer_paths([Path("/tmp/a")])
    click(qtbot, window, "Do not send them")
    assert "Drop files" in window._drop_zone.words
    assert manager.sent == []


# Choosers ---------------------------------------------------------------------------------------


def test_files_are_chosen_for_nobody_yet_or_for_a_device(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    manager.show_devices(DESK)
    click(qtbot, window, "Files…")
    (chooser,) = shown(window, PathChooser)
    assert chooser.fileMode() is QFileDialog.FileMode.ExistingFiles
    chooser.filesSelected.emit(["/tmp/a"])
    chooser.close()
    assert len(shown(window, DevicePicker)) == 1
    window._devices.requested.emit(DESK, DeviceAction.SEND_FOLDER)
    (chooser,) = shown(window, PathChooser)
    assert chooser.fileMode() is QFileDialog.FileMode.Directory
    chooser.filesSelected.emit(["/tmp/Photos"])
    chooser.close()
    assert manager.sent == [((Path("/tmp/Photos"),), DESK)]


def test_return_on_a_device_chooses_files_for_it(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    manager.show_devices(DESK)
    window._devices.setCurrentIndex(window._devices.model().index(0, 0))
    qtbot.keyClick(window._devices, Qt.Key.Key_Return)
    (chooser,) = shown(window, PathChooser)
    chooser.filesSelected.emit(["/tmp/a"])
    chooser.close()
    assert manager.sent == [((Path("/tmp/a"),), DESK)]
