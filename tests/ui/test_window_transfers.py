from collections import Counter
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktopxfer.device import Address
from desktopxfer.errors import ConnectionLost, Damaged, LinkSkipped, ProfileUnusable
from desktopxfer.offer import Decision, Entry, EntryKind
from desktopxfer.transfer.progress import EntriesEnded, GoesOn, Offered, Progress, Stage
from desktopxfer.transfer.resumption import Inside
from desktopxfer.ui import text
from desktopxfer.ui.empty_state import EmptyState
from desktopxfer.ui.entry_tree import EntryView
from desktopxfer.ui.main_window import MainWindow
from desktopxfer.ui.notice import Notice
from desktopxfer.ui.transfer_actions import Action, menu_groups
from tests.ui.dragging import Drag, dragged, row_of
from tests.ui.fake_manager import FakeManager, device, folder_of, moving, offer, receiving, sending
from tests.ui.shown import click, labels, shown

DESK, NAS = device("Desk-PC", 1), device("NAS", 2, online=False)


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
    transfer.ended_entries = [1, 2]
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
    transfer.ended_entries, transfer.entry_errors = [1, 2], {2: Damaged("IMG_000001.jpg")}
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
        transfer.ended_entries += range(done * 100 - 100, done * 100)
        moving(transfer, done, 100)
        manager.change(transfer)
    view.grab()
    assert calls["name"] < 1_000
