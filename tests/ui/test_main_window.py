from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QRadioButton,
    QWidget,
)
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
from desktopxfer.offer import Decision, Entry, EntryKind
from desktopxfer.settings import Visibility
from desktopxfer.transfer.progress import (
    Direction,
    EntriesEnded,
    GoesOn,
    Offered,
    Progress,
    Stage,
)
from desktopxfer.transfer.resumption import Inside
from desktopxfer.ui import text
from desktopxfer.ui.device_actions import DeviceAction
from desktopxfer.ui.device_picker import DevicePicker
from desktopxfer.ui.drop import DropZone, PathChooser
from desktopxfer.ui.empty_state import EmptyState
from desktopxfer.ui.entry_tree import EntryView
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.main_window import MainWindow
from desktopxfer.ui.notice import Notice
from desktopxfer.ui.offer_dialog import OfferDialog
from desktopxfer.ui.settings_dialog import SettingsDialog
from desktopxfer.ui.this_device import StatusLine
from desktopxfer.ui.transfer_actions import Action, menu_groups
from desktopxfer.workers.state import Leftover, Visible
from tests.ui.fake_manager import FakeManager, device, folder_of, moving, offer, receiving, sending
from tests.ui.shown import button, click, shown

LEFT = Qt.MouseButton.LeftButton
COPY_OR_MOVE = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
DESK, NAS = device("Desk-PC", 1), device("NAS", 2, online=False)


def dragged(*paths: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return data


class Drag:
    """A drag from another program, as Qt delivers it to the window."""

    def __init__(self, window: MainWindow, data: QMimeData) -> None:
        self.window, self.data = window, data
        self.is_inside = False

    def enter(self) -> bool:
        at = QPoint(5, 5)
        event = QDragEnterEvent(at, COPY_OR_MOVE, self.data, LEFT, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(self.window, event)
        self.is_inside = event.isAccepted()
        return self.is_inside

    def move(self, at: QPoint) -> Qt.DropAction:
        event = QDragMoveEvent(at, COPY_OR_MOVE, self.data, LEFT, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.window, event)
        return event.dropAction()

    def leave(self) -> None:
        QApplication.sendEvent(self.window, QDragLeaveEvent())

    def drop(self, at: QPoint) -> Qt.DropAction:
        assert self.is_inside or self.enter()
        event = QDropEvent(
            QPointF(at), COPY_OR_MOVE, self.data, LEFT, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(self.window, event)
        return event.dropAction()


def row_of(window: MainWindow, name: str) -> QPoint:
    """The middle of a device's row, in the window."""
    devices = window._devices
    row = [each.name for each in devices.devices].index(name)
    centre = devices.visualRect(devices.model().index(row, 0)).center()
    return devices.viewport().mapTo(window, centre)


def somewhere_else(window: MainWindow) -> QPoint:
    return window._drop_zone.mapTo(window, QPoint(20, 20))


def labels(window: QWidget) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


# Drops ------------------------------------------------------------------------------------------


def test_it_opens_no_larger_than_the_screen(window: MainWindow) -> None:
    assert window.size() == window.size().boundedTo(window.screen().availableSize())


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


# Transfers --------------------------------------------------------------------------------------


def test_transfers_appear_change_and_are_filtered(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    running, broken = manager.add(sending(title="running")), manager.add(sending(title="broken"))
    broken.error = ConnectionLost("Desk-PC")
    manager.change(broken, Stage.FAILED)
    model = window._transfers.model()
    assert "lost" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for words, titles in (
        ("Active", ["running"]),
        ("Failed", ["broken"]),
        ("All", ["broken", "running"]),
    ):
        click(qtbot, window, words)
        assert [model.index(row, 0).data() for row in range(model.rowCount())] == titles
    manager.change(running, Stage.FINISHED)
    click(qtbot, window, "Active")
    assert "Nothing is on its way\n" in [state.words for state in shown(window, EmptyState)]


def titles(window: MainWindow) -> list[str]:
    model = window._transfers.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


ENDS = (Stage.FINISHED, Stage.FAILED, Stage.DECLINED, Stage.CANCELLED)


def clears(window: MainWindow) -> list[QAbstractButton]:
    return [
        each for each in shown(window, QAbstractButton) if each.accessibleName() == "Clear finished"
    ]


def test_what_has_ended_is_cleared_with_the_mouse(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    assert clears(window) == []
    running, *ended = (manager.add(sending(title=f"T{number}")) for number in range(5))
    assert clears(window) == []
    for transfer, stage in zip(ended, ENDS, strict=True):
        manager.change(transfer, stage)
    click(qtbot, window, "Clear finished")
    assert titles(window) == ["T0"]
    assert clears(window) == []
    manager.change(running, Stage.FINISHED)
    click(qtbot, window, "Clear finished")
    assert any("No transfers yet" in state.words for state in shown(window, EmptyState))


def test_what_has_ended_is_cleared_with_the_keyboard(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    manager.change(manager.add(sending()), Stage.FINISHED)
    (clear,) = clears(window)
    for _ in window.findChildren(QWidget):
        if QApplication.focusWidget() is clear:
            break
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is clear
    qtbot.keyClick(clear, Qt.Key.Key_Space)
    assert titles(window) == []


def test_clearing_leaves_alone_what_the_filter_hides(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    good, broken = manager.add(sending(title="good")), manager.add(sending(title="broken"))
    broken.error = ConnectionLost("Desk-PC")
    manager.change(broken, Stage.FAILED)
    manager.change(good, Stage.FINISHED)
    click(qtbot, window, "Active")
    assert clears(window) == []
    click(qtbot, window, "Failed")
    click(qtbot, window, "Clear finished")
    click(qtbot, window, "All")
    assert titles(window) == ["good"]


def test_a_row_is_removed_from_its_menu_and_its_files_with_it(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    kept, gone = manager.add(sending(title="kept")), manager.add(sending(title="gone"))
    for transfer in (kept, gone):
        transfer.offer = offer()
        manager.change(transfer, Stage.FINISHED)
    window._transfers.perform(Action.UNFOLD, gone)
    assert window._files.isVisible()
    window._transfers.setCurrentIndex(window._transfers.model().index(0, 0))
    menu = window._transfers.menu()
    assert menu is not None
    (remove,) = (each for each in menu.actions() if each.text() == "Remove from the list")
    remove.trigger()
    assert titles(window) == ["kept"]
    assert not window._files.isVisible()


@pytest.mark.parametrize(
    ("action", "stage", "call"),
    [
        (Action.PAUSE, Stage.MOVING, "pause"),
        (Action.RESUME, Stage.INTERRUPTED, "resume"),
        (Action.RETRY_FAILED, Stage.FINISHED, "resume"),
        (Action.DISCARD, Stage.QUEUED, "cancel"),
        (Action.CANCEL, Stage.MOVING, "cancel"),
    ],
)
def test_what_is_done_with_a_row_is_passed_on_and_a_refusal_said(
    window: MainWindow, manager: FakeManager, action: Action, stage: Stage, call: str
) -> None:
    transfer = sending(stage=stage)
    transfer.agreed, transfer.failed = True, 1
    manager.add(transfer)
    window._transfers.perform(action, transfer)
    assert manager.noted == [(call, transfer)]
    manager.refusal = ProfileUnusable("/profile", "read-only")
    window._transfers.perform(action, transfer)
    assert [notice.sentence for notice in shown(window, Notice)] == [text.sentence(manager.refusal)]


@pytest.mark.parametrize("receives", [True, False])
def test_to_discard_what_was_interrupted_asks_and_says_what_is_removed(
    qtbot: QtBot, window: MainWindow, manager: FakeManager, receives: bool
) -> None:
    transfer = receiving(offer("<b>Anna")) if receives else sending("<b>Anna")
    transfer.stage, transfer.progress = Stage.INTERRUPTED, Progress(710, 1000, 0.0)
    manager.add(transfer)
    window._transfers.perform(Action.DISCARD, transfer)
    (question,) = shown(window, QMessageBox)
    assert question.textFormat() is Qt.TextFormat.PlainText
    assert ("part files" in question.text()) is receives
    assert ("710 B" in question.text()) is receives
    click(qtbot, question, "Keep")
    assert manager.noted == []
    window._transfers.perform(Action.DISCARD, transfer)
    click(qtbot, shown(window, QMessageBox)[0], "Discard")
    assert manager.noted == [("cancel", transfer)]


def test_what_an_earlier_run_has_dropped_can_be_sent_again(
    window: MainWindow, manager: FakeManager
) -> None:
    manager.show_devices(DESK)
    transfer = sending(stage=Stage.FAILED)
    transfer.error = ConnectionLost("Desk-PC")
    transfer.paths, transfer.device_id = (Path("/tmp/a"),), DESK.device_id
    manager.add(transfer)
    window._transfers.perform(Action.SEND_AGAIN, transfer)
    assert manager.sent == [((Path("/tmp/a"),), DESK)]
    manager.show_devices()
    window._transfers.perform(Action.SEND_AGAIN, transfer)
    assert "No device called" in shown(window, Notice)[0].sentence


def test_show_in_folder_opens_the_folder_around_and_nothing_that_came(
    window: MainWindow, manager: FakeManager, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    arrived = receiving(offer(), Stage.FINISHED)
    arrived.saved_paths = (Path("/home/anna/Downloads/run me.sh"),)
    manager.add(arrived)
    window._transfers.perform(Action.SHOW_IN_FOLDER, arrived)
    assert opened == [QUrl.fromLocalFile("/home/anna/Downloads")]


def test_send_again_sends_the_same_to_the_same(window: MainWindow, manager: FakeManager) -> None:
    manager.show_devices(DESK)
    Drag(window, dragged("/tmp/a", "/tmp/b")).drop(row_of(window, "Desk-PC"))
    (transfer,) = window._transfers.transfers
    transfer.error = ConnectionLost("Desk-PC")
    manager.change(transfer, Stage.FAILED)
    window._transfers.perform(Action.SEND_AGAIN, transfer)
    assert manager.sent[1] == manager.sent[0]


def test_send_again_goes_to_where_the_device_is_now(
    window: MainWindow, manager: FakeManager
) -> None:
    manager.show_devices(DESK)
    Drag(window, dragged("/tmp/a")).drop(row_of(window, "Desk-PC"))
    (transfer,) = window._transfers.transfers
    transfer.error = ConnectionLost("Desk-PC")
    manager.change(transfer, Stage.FAILED)
    moved = replace(DESK, addresses=(Address("192.168.1.31", 26711),))
    manager.show_devices(moved)
    window._transfers.perform(Action.SEND_AGAIN, transfer)
    assert manager.sent[1] == ((Path("/tmp/a"),), moved)


def test_a_transfer_unfolds_to_its_files_and_folds_again(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    transfer = receiving(offer(entries=folder_of(3)), Stage.MOVING)
    transfer.skipped = [LinkSkipped("Photos/latest")]
    manager.add(transfer)
    window._transfers.perform(Action.UNFOLD, transfer)
    (view,) = shown(window, EntryView)
    transfer.ended_entries = {1, 2}
    transfer.entry_errors = {2: Damaged("IMG_000001.jpg")}
    manager.change(transfer)
    model = view.model()
    folder = model.index(0, 0)
    states = [model.index(row, 2, folder).data() for row in range(model.rowCount(folder))]
    assert states == ["Saved", text.sentence(Damaged("IMG_000001.jpg")), "Waiting"]
    assert text.sentence(LinkSkipped("Photos/latest")) in labels(window)
    click(qtbot, window, "Only failed")
    assert model.rowCount(model.index(0, 0)) == 1
    click(qtbot, window, "Hide the files")
    assert shown(window, EntryView) == []


def test_unfolded_files_follow_a_transfer_that_goes_on(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    transfer = receiving(offer(entries=folder_of(2)), Stage.FINISHED)
    transfer.ended_entries, transfer.entry_errors = {1, 2}, {2: Damaged("IMG_000001.jpg")}
    manager.add(transfer)
    window._transfers.perform(Action.UNFOLD, transfer)
    assert states(window) == ["Saved", text.sentence(Damaged("IMG_000001.jpg"))]
    (view,) = shown(window, EntryView)
    view.collapseAll()
    transfer.offer = offer(entries=folder_of(2))
    manager.change(transfer, Stage.MOVING)
    assert shown(window, EntryView) == [view]  # the same things: nothing is folded or unfolded
    assert not view.isExpanded(view.model().index(0, 0))
    transfer.entry_errors.clear()
    manager.change(transfer, Stage.FINISHED)
    assert states(window) == ["Saved", "Saved"]
    transfer.offer = offer(entries=[*folder_of(1), Entry(0, "IMG_000001.jpg", EntryKind.FILE, 99)])
    manager.change(transfer)
    (view,) = shown(window, EntryView)
    folder = view.model().index(0, 0)
    assert view.model().index(1, 1, folder).data() == "99 B"


def test_what_was_interrupted_unfolds_also_after_a_restart(
    window: MainWindow, manager: FakeManager
) -> None:
    transfer = receiving(offer(), Stage.INTERRUPTED)
    transfer.offer, transfer.agreed, transfer.decision = None, True, Decision(Path("/tmp"))
    manager.add(transfer)
    assert Action.UNFOLD in chain.from_iterable(menu_groups(transfer))
    window._transfers.perform(Action.UNFOLD, transfer)
    assert manager.noted == [("look into", transfer)]
    assert shown(window, EntryView) == []
    failed = Damaged("IMG_000001.jpg")
    transfer.look_into(Inside(folder_of(4), frozenset({4}), ((1, None), (2, failed))))
    manager.change(transfer)
    assert states(window) == ["Saved", text.sentence(failed), "Waiting", "Not accepted"]
    (view,) = shown(window, EntryView)
    transfer.note(GoesOn(transfer.key, frozenset({4})))
    transfer.note(Offered(offer(entries=folder_of(4))))
    manager.change(transfer, Stage.MOVING)
    assert shown(window, EntryView) == [view]
    transfer.note(EntriesEnded(((2, None), (3, None))))
    manager.change(transfer, Stage.FINISHED)
    assert states(window) == ["Saved", "Saved", "Saved", "Not accepted"]


def test_a_sender_that_starts_again_claims_nothing_of_its_files(
    window: MainWindow, manager: FakeManager
) -> None:
    transfer = sending(stage=Stage.INTERRUPTED)
    transfer.agreed = True
    manager.add(transfer)
    window._transfers.perform(Action.UNFOLD, transfer)
    transfer.look_into(Inside(folder_of(2), frozenset(), ()))
    manager.change(transfer)
    (view,) = shown(window, EntryView)
    assert view.model().columnCount() == 2
    transfer.note(Offered(offer(entries=folder_of(2))))
    transfer.note(EntriesEnded(((1, None),)))
    manager.change(transfer, Stage.MOVING)
    assert states(window) == ["Saved", "Waiting"]


def test_what_is_unticked_in_an_unfolded_offer_is_shown_so(
    window: MainWindow, manager: FakeManager
) -> None:
    transfer = manager.add(receiving(offer(entries=folder_of(2))))
    window._transfers.perform(Action.UNFOLD, transfer)
    manager.offers.answer(transfer, Decision(Path("/tmp"), unwanted=frozenset({2})))
    assert states(window) == ["Waiting", "Not accepted"]


def states(window: MainWindow) -> list[str]:
    (view,) = shown(window, EntryView)
    model = view.model()
    folder = model.index(0, 0)
    return [model.index(row, 2, folder).data() for row in range(model.rowCount(folder))]


def test_another_transfer_unfolds_in_its_place(window: MainWindow, manager: FakeManager) -> None:
    one = manager.add(receiving(offer(entries=folder_of(1, "One")), Stage.MOVING))
    two = manager.add(receiving(offer(entries=folder_of(1, "Two")), Stage.MOVING))
    for transfer, name in ((one, "One"), (two, "Two")):
        window._transfers.perform(Action.UNFOLD, transfer)
        (view,) = shown(window, EntryView)
        assert view.model().index(0, 0).data() == name
    window._transfers.perform(Action.UNFOLD, two)
    assert shown(window, EntryView) == []


def test_a_transfer_can_be_unfolded_before_its_list_is_complete(
    window: MainWindow, manager: FakeManager
) -> None:
    transfer = manager.add(sending(stage=Stage.PREPARING))
    transfer.skipped = [LinkSkipped(str(number)) for number in range(10)]
    window._transfers.perform(Action.UNFOLD, transfer)
    assert shown(window, EntryView) == []
    assert any("7 more were skipped" in said for said in labels(window))
    transfer.offer = offer(entries=folder_of(2))
    manager.change(transfer, Stage.MOVING)
    assert len(shown(window, EntryView)) == 1


def test_a_hundred_thousand_files_unfold_without_being_asked_about(
    window: MainWindow, manager: FakeManager, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: Counter[str] = Counter()
    name = text.name

    def counted(words: str) -> str:
        calls["name"] += 1
        return name(words)

    monkeypatch.setattr(text, "name", counted)  # every row that is painted says its name
    transfer = receiving(offer(entries=folder_of(100_000)), Stage.MOVING)
    manager.add(transfer)
    window._transfers.perform(Action.UNFOLD, transfer)
    (view,) = shown(window, EntryView)
    view.grab()
    model = view.model()
    assert model.rowCount(model.index(0, 0)) < 2_000
    assert 0 < calls["name"] < 1_000
    calls.clear()
    for done in range(1, 11):  # a second of progress
        transfer.ended_entries |= set(range(done * 100))
        moving(transfer, done, 100)
        manager.change(transfer)
    view.grab()
    assert calls["name"] < 1_000


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
    qtbot: QtBot,
    window: MainWindow,
    manager: FakeManager,
    which: Device,
    problem: DesktopxferError,
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
