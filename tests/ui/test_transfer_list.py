from collections import Counter
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QImage, QTransform, qGray
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktopxfer.errors import (
    Cancelled,
    CancelledThere,
    ConnectionLost,
    Damaged,
    Declined,
    DesktopxferError,
    DiskFull,
    LinkSkipped,
    NotEnoughSpace,
    NotReceiving,
    Paused,
    PausedThere,
    Stopped,
)
from desktopxfer.offer import Decision
from desktopxfer.transfer.progress import Progress, Stage
from desktopxfer.ui import text, theme
from desktopxfer.ui.transfer_actions import Action, actions
from desktopxfer.ui.transfer_delegate import places
from desktopxfer.ui.transfer_list import TransferList
from desktopxfer.ui.transfer_model import TRANSFER, Filter
from desktopxfer.workers.state import Transfer
from tests.ui.fake_manager import folder_of, moving, offer, receiving, sending

Role = Qt.ItemDataRole
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def transfers(qtbot: QtBot) -> TransferList:
    transfers = TransferList()
    qtbot.addWidget(transfers)
    transfers.resize(640, 480)
    transfers.show()
    qtbot.waitExposed(transfers)
    return transfers


def rows(transfers: TransferList) -> list[Transfer]:
    model = transfers.model()
    return [model.index(row, 0).data(TRANSFER) for row in range(model.rowCount())]


def index_of(transfers: TransferList, transfer: Transfer) -> QModelIndex:
    return transfers.model().index(rows(transfers).index(transfer), 0)


def place_of(transfers: TransferList, transfer: Transfer, action: Action) -> QPoint:
    where = places(transfers.visualRect(index_of(transfers, transfer)), transfer)
    if action is Action.UNFOLD:
        return where.chevron.center()
    if action is Action.UNFOLD_FAILED:
        return where.failures.center()
    return dict(where.buttons)[action].center()


def failed(*, asked: bool = False) -> Transfer:
    """`asked`: the other side may have agreed before the connection was lost."""
    transfer = sending(stage=Stage.FAILED)
    transfer.code = "123456" if asked else ""
    transfer.error = ConnectionLost("Bob")
    return transfer


def interrupted(why: DesktopxferError | None = None, *, receives: bool = True) -> Transfer:
    transfer = receiving(offer("Anna")) if receives else sending("Anna")
    transfer.agreed, transfer.progress = True, Progress(710, 1000, 0.0)
    transfer.stage, transfer.error = Stage.INTERRUPTED, why or Paused()
    return transfer


def half_failed() -> Transfer:
    transfer = arrived()
    transfer.failed, transfer.entry_errors = 1, {1: Damaged("IMG.jpg")}
    return transfer


def agreed(transfer: Transfer, stage: Stage) -> Transfer:
    transfer.stage, transfer.agreed = stage, True
    return transfer


def arrived(count: int = 3) -> Transfer:
    transfer = receiving(offer(entries=folder_of(count)), Stage.FINISHED)
    transfer.saved_paths = (Path("/home/anna/Photos"),)
    transfer.ended_entries = list(range(count + 1))
    return transfer


def test_the_newest_is_on_top(transfers: TransferList) -> None:
    old, new = sending(title="old"), sending(title="new")
    transfers.add(old)
    transfers.add(new)
    assert rows(transfers) == [new, old]
    assert transfers.transfers == [old, new]


def test_a_row_tells_a_screen_reader_what_it_shows(transfers: TransferList) -> None:
    transfer = moving(sending("Desk-PC", title="Photos"), 1_000_000, 2_000_000)
    transfers.add(transfer)
    said = index_of(transfers, transfer).data(Role.AccessibleTextRole)
    assert said == "Photos, to \u2068Desk-PC\u2069, 1.0 MB of 2.0 MB · 84.0 MB/s · 1 s left, 50 %"


def test_every_stage_can_be_painted_wide_and_narrow(transfers: TransferList) -> None:
    for stage in Stage:
        transfers.add(sending(stage=stage))
        transfers.add(receiving(offer(entries=folder_of(2)), stage))
    transfers.add(arrived())
    transfers.add(failed())
    for width in (900, 300, 60):
        transfers.resize(width, 2000)
        assert not transfers.grab().isNull()


def test_hostile_text_stays_text(transfers: TransferList) -> None:
    transfer = receiving(offer("<img src=x>\n\u202e"), Stage.MOVING)
    transfer.title = "<h1>title</h1>\x1b[31m"
    transfers.add(transfer)
    index = index_of(transfers, transfer)
    assert index.data(Role.DisplayRole) == "<h1>title</h1>\ufffd[31m"
    tooltip = index.data(Role.ToolTipRole)
    assert "<h1>" not in tooltip
    assert "<img" not in tooltip
    assert "\u202e" not in tooltip
    assert "\n" not in index.data(Role.AccessibleTextRole)
    transfers.grab()


def test_a_bar_shows_while_bytes_move_and_failures_beside_it(transfers: TransferList) -> None:
    transfer = sending()
    transfers.add(transfer)
    row = transfers.visualRect(index_of(transfers, transfer))
    assert not places(row, transfer).bar.isEmpty()
    assert places(row, transfer).failures.isEmpty()
    transfer.entry_errors = {1: Damaged("a")}
    both = places(row, transfer)
    assert not both.bar.intersects(both.failures)
    transfer.stage = Stage.FINISHED
    assert places(row, transfer).bar.isEmpty()


def test_a_refusal_has_two_lines_for_its_sentence(transfers: TransferList) -> None:
    refused = sending(stage=Stage.DECLINED)
    plain = places(transfers.rect(), refused)
    refused.error = NotReceiving("Desk-PC")
    assert places(transfers.rect(), refused).status.top() < plain.status.top()


@pytest.mark.parametrize("width", [900, 420])
def test_buttons_do_not_cover_the_text(transfers: TransferList, width: int) -> None:
    transfers.resize(width, 300)
    for transfer in (receiving(offer()), failed(), arrived(), sending()):
        transfers.add(transfer)
        where = places(transfers.visualRect(index_of(transfers, transfer)), transfer)
        assert where.buttons
        for _, rect in where.buttons:
            assert not rect.intersects(where.title)
            assert not rect.intersects(where.status)


@pytest.mark.parametrize(
    ("transfer", "expected"),
    [
        (sending(stage=Stage.PREPARING), (Action.CANCEL,)),
        (sending(stage=Stage.WAITING), (Action.CANCEL,)),
        (sending(stage=Stage.MOVING), (Action.CANCEL,)),
        (receiving(offer()), (Action.ANSWER, Action.DECLINE)),
        (receiving(offer(), Stage.MOVING), (Action.CANCEL,)),
        (agreed(sending(), Stage.MOVING), (Action.PAUSE, Action.CANCEL)),
        (agreed(receiving(offer()), Stage.RECONNECTING), (Action.PAUSE, Action.CANCEL)),
        (agreed(receiving(offer()), Stage.CHECKING), (Action.PAUSE, Action.CANCEL)),
        (agreed(sending(), Stage.FINISHING), (Action.CANCEL,)),
        (sending(stage=Stage.QUEUED), (Action.SEND_NOW, Action.DISCARD)),
        (interrupted(), (Action.RESUME, Action.DISCARD)),
        (interrupted(Stopped()), (Action.RESUME, Action.DISCARD)),
        (interrupted(ConnectionLost("Anna")), (Action.RESUME, Action.DISCARD, Action.COPY)),
        (interrupted(receives=False), (Action.RESUME, Action.DISCARD)),
        (half_failed(), (Action.RETRY_FAILED, Action.SHOW_IN_FOLDER, Action.COPY)),
        (sending(stage=Stage.FINISHED), ()),
        (arrived(), (Action.SHOW_IN_FOLDER,)),
        (failed(), (Action.SEND_AGAIN, Action.COPY)),
        (failed(asked=True), (Action.RESUME, Action.SEND_AGAIN, Action.COPY)),
    ],
)
def test_what_can_be_done_depends_on_the_stage(
    transfer: Transfer, expected: tuple[Action, ...]
) -> None:
    assert actions(transfer) == expected


def test_an_answered_offer_is_not_asked_about_again() -> None:
    transfer = receiving(offer())
    transfer.decision = Decision(Path("/tmp"))
    assert Action.ANSWER not in actions(transfer)


def test_what_this_side_cancelled_is_no_failure() -> None:
    for error, is_failure in ((Cancelled(), False), (CancelledThere("Bob"), True)):
        transfer = sending(stage=Stage.CANCELLED)
        transfer.error = error
        assert Filter.FAILED.shows(transfer) is is_failure
        assert (Action.COPY in actions(transfer)) is is_failure


def test_filters_show_what_they_say(transfers: TransferList) -> None:
    running, finished, broken = sending(), arrived(), failed()
    partly = arrived()
    partly.entry_errors = {1: Damaged("IMG.jpg")}
    paused, queued = interrupted(), sending(stage=Stage.QUEUED)
    for transfer in (running, finished, broken, partly, paused, queued):
        transfers.add(transfer)
    transfers.set_filter(Filter.ACTIVE)
    assert rows(transfers) == [queued, paused, running]
    transfers.set_filter(Filter.FAILED)
    assert rows(transfers) == [paused, partly, broken]
    transfers.set_filter(Filter.ALL)
    assert rows(transfers) == [queued, paused, partly, broken, finished, running]


def test_a_filtered_list_follows_what_happens(transfers: TransferList) -> None:
    one, two, three = sending(title="1"), sending(title="2"), sending(title="3")
    for transfer in (one, two, three):
        transfers.add(transfer)
    transfers.set_filter(Filter.ACTIVE)
    two.stage = Stage.FINISHED
    transfers.change(two)
    assert rows(transfers) == [three, one]
    transfers.set_filter(Filter.FAILED)
    assert transfers.is_empty()
    for transfer in (three, one, two):  # each takes its place, whatever the order
        transfer.stage, transfer.error = Stage.FAILED, Declined("Bob")
        transfers.change(transfer)
    assert rows(transfers) == [three, two, one]


def test_the_current_row_stays_current_through_a_filter(transfers: TransferList) -> None:
    running, broken = sending(), failed()
    transfers.add(broken)
    transfers.add(running)
    transfers.setCurrentIndex(index_of(transfers, broken))
    transfers.set_filter(Filter.FAILED)
    assert transfers.current_transfer() is broken
    transfers.set_filter(Filter.ACTIVE)
    assert transfers.current_transfer() is None


@pytest.mark.parametrize(
    ("make", "action"),
    [
        (sending, Action.CANCEL),
        (lambda: receiving(offer()), Action.ANSWER),
        (lambda: receiving(offer()), Action.DECLINE),
        (arrived, Action.SHOW_IN_FOLDER),
        (failed, Action.SEND_AGAIN),
        (arrived, Action.UNFOLD),
        (lambda: agreed(sending(), Stage.MOVING), Action.PAUSE),
        (interrupted, Action.RESUME),
        (interrupted, Action.DISCARD),
        (lambda: sending(stage=Stage.QUEUED), Action.DISCARD),
        (half_failed, Action.RETRY_FAILED),
    ],
)
def test_a_click_on_a_button_asks_the_window(
    qtbot: QtBot, transfers: TransferList, make: object, action: Action
) -> None:
    assert callable(make)
    transfer = make()
    transfers.add(failed())
    transfers.add(transfer)
    with qtbot.waitSignal(transfers.requested) as asked:
        qtbot.mouseClick(transfers.viewport(), LEFT, pos=place_of(transfers, transfer, action))
    assert asked.args == [transfer, action]


def test_a_click_that_leaves_the_button_does_nothing(qtbot: QtBot, transfers: TransferList) -> None:
    transfer = sending()
    transfers.add(transfer)
    where = place_of(transfers, transfer, Action.CANCEL)
    with qtbot.assertNotEmitted(transfers.requested):
        qtbot.mousePress(transfers.viewport(), LEFT, pos=where)
        qtbot.mouseRelease(transfers.viewport(), LEFT, pos=where - QPoint(200, 0))


def test_a_click_on_the_failures_unfolds_them(qtbot: QtBot, transfers: TransferList) -> None:
    transfer = arrived()
    transfer.entry_errors = {1: Damaged("IMG.jpg")}
    transfers.add(transfer)
    with qtbot.waitSignal(transfers.requested) as asked:
        place = place_of(transfers, transfer, Action.UNFOLD_FAILED)
        qtbot.mouseClick(transfers.viewport(), LEFT, pos=place)
    assert asked.args == [transfer, Action.UNFOLD_FAILED]


def test_copy_takes_every_sentence(qtbot: QtBot, transfers: TransferList) -> None:
    transfer = failed()
    transfer.entry_errors = {1: Damaged("a.txt"), 2: Damaged("b.txt")}
    transfer.skipped = [LinkSkipped("c")]
    transfers.add(transfer)
    place = place_of(transfers, transfer, Action.COPY)
    qtbot.mouseClick(transfers.viewport(), LEFT, pos=place)
    assert QGuiApplication.clipboard().text().splitlines() == [
        str(error)
        for error in (ConnectionLost("Bob"), LinkSkipped("c"), Damaged("a.txt"), Damaged("b.txt"))
    ]


@pytest.mark.parametrize(
    ("make", "key", "action"),
    [
        (lambda: receiving(offer()), Qt.Key.Key_Return, Action.ANSWER),
        (lambda: receiving(offer()), Qt.Key.Key_Delete, Action.DECLINE),
        (sending, Qt.Key.Key_Delete, Action.CANCEL),
        (arrived, Qt.Key.Key_Return, Action.SHOW_IN_FOLDER),
        (arrived, Qt.Key.Key_Right, Action.UNFOLD),
        (failed, Qt.Key.Key_Return, Action.SEND_AGAIN),
        (lambda: agreed(sending(), Stage.MOVING), Qt.Key.Key_Space, Action.PAUSE),
        (lambda: agreed(sending(), Stage.MOVING), Qt.Key.Key_Delete, Action.CANCEL),
        (interrupted, Qt.Key.Key_Space, Action.RESUME),
        (interrupted, Qt.Key.Key_Return, Action.RESUME),
        (interrupted, Qt.Key.Key_Delete, Action.DISCARD),
        (lambda: sending(stage=Stage.QUEUED), Qt.Key.Key_Delete, Action.DISCARD),
        (lambda: sending(stage=Stage.QUEUED), Qt.Key.Key_Return, Action.SEND_NOW),
        (half_failed, Qt.Key.Key_Return, Action.RETRY_FAILED),
    ],
)
def test_every_button_has_a_key(
    qtbot: QtBot, transfers: TransferList, make: object, key: Qt.Key, action: Action
) -> None:
    assert callable(make)
    transfer = make()
    transfers.add(transfer)
    transfers.activateWindow()
    transfers.setFocus()
    with qtbot.waitSignal(transfers.requested) as asked:
        qtbot.keyClick(transfers, key)
    assert asked.args == [transfer, action]


def test_return_never_pauses(qtbot: QtBot, transfers: TransferList) -> None:
    transfers.add(moves := agreed(sending(), Stage.MOVING))
    with qtbot.waitSignal(transfers.requested) as asked:
        qtbot.keyClick(transfers, Qt.Key.Key_Return)
    assert asked.args == [moves, Action.UNFOLD]


def test_an_interrupted_row_says_where_it_stands_and_why(transfers: TransferList) -> None:
    said = {}
    for why in (Paused(), PausedThere("Anna"), ConnectionLost("Anna"), Stopped(), DiskFull("a")):
        transfer = interrupted(why)
        transfers.add(transfer)
        index = index_of(transfers, transfer)
        said[type(why)] = index.data(Role.AccessibleTextRole).split(", ", 2)[2]
    anna = "\u2068Anna\u2069"
    assert said == {
        Paused: "Paused at 71 %",
        PausedThere: f"Paused by {anna} at 71 %",
        ConnectionLost: "Interrupted at 71 %: the connection was lost.",
        Stopped: "Interrupted at 71 %: desktopxfer was closed.",
        DiskFull: "Interrupted at 71 %: the disk is full. Make room, and it goes on by itself.",
    }
    full_there = interrupted(NotEnoughSpace("Anna"), receives=False)
    assert "no room for it. It goes on when there is some" in text.status(full_there)


def test_who_asks_to_go_on_has_lost_no_connection() -> None:
    asks = receiving(offer("Anna"), Stage.RECONNECTING)
    assert text.status(asks) == "Asking \u2068Anna\u2069 to go on…"
    assert text.status(sending(stage=Stage.RECONNECTING)) == "Connection lost, trying again…"


def test_what_was_paused_has_a_bar_and_a_long_reason_its_place(transfers: TransferList) -> None:
    row = QRect(0, 0, 640, 70)
    assert not places(row, interrupted()).bar.isEmpty()
    assert places(row, interrupted(DiskFull("a"))).bar.isEmpty()


def test_what_needs_nobodys_help_is_no_failure() -> None:
    for why in (Paused(), PausedThere("Anna"), Stopped()):
        assert Action.COPY not in actions(interrupted(why))


def test_return_never_cancels(qtbot: QtBot, transfers: TransferList) -> None:
    running = sending()
    transfers.add(running)
    with qtbot.assertNotEmitted(transfers.requested):
        qtbot.keyClick(transfers, Qt.Key.Key_Return)  # nothing to unfold yet either
    running.offer = offer()
    with qtbot.waitSignal(transfers.requested) as asked:
        qtbot.keyClick(transfers, Qt.Key.Key_Return)
    assert asked.args == [running, Action.UNFOLD]


def test_left_folds_only_what_is_unfolded(qtbot: QtBot, transfers: TransferList) -> None:
    transfer = arrived()
    transfers.add(transfer)
    with qtbot.assertNotEmitted(transfers.requested):
        qtbot.keyClick(transfers, Qt.Key.Key_Left)
    transfers.set_unfolded(transfer)
    with qtbot.assertNotEmitted(transfers.requested):
        qtbot.keyClick(transfers, Qt.Key.Key_Right)
    with qtbot.waitSignal(transfers.requested) as asked:
        qtbot.keyClick(transfers, Qt.Key.Key_Left)
    assert asked.args == [transfer, Action.UNFOLD]


def test_the_menu_has_what_the_row_has(transfers: TransferList) -> None:
    transfer = arrived()
    transfer.entry_errors = {1: Damaged("IMG.jpg")}
    transfers.add(transfer)
    menu = transfers.menu()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == [
        "Show in folder",
        "Copy what went wrong",
        "Show the files",
        "Show only what failed",
        "Remove from the list",
    ]
    transfers.set_unfolded(transfer)
    menu = transfers.menu()
    assert menu is not None
    assert "Hide the files" in [action.text() for action in menu.actions()]


def test_only_what_has_ended_can_be_removed(qtbot: QtBot, transfers: TransferList) -> None:
    running, ended = sending(), arrived()
    shift = Qt.KeyboardModifier.ShiftModifier
    transfers.add(running)
    menu = transfers.menu()
    assert menu is not None
    assert Action.REMOVE.label not in [action.text() for action in menu.actions()]
    with qtbot.assertNotEmitted(transfers.requested):
        qtbot.keyClick(transfers, Qt.Key.Key_Delete, shift)
    transfers.add(ended)
    transfers.setCurrentIndex(index_of(transfers, ended))
    with qtbot.assertNotEmitted(transfers.requested):
        qtbot.keyClick(transfers, Qt.Key.Key_Delete)  # the key that cancels
    with qtbot.waitSignal(transfers.requested) as asked:
        qtbot.keyClick(transfers, Qt.Key.Key_Delete, shift)
    assert asked.args == [ended, Action.REMOVE]


def test_removed_rows_are_gone_and_the_others_stay_what_they_were(
    transfers: TransferList,
) -> None:
    first, second, third, fourth = (sending(title=f"T{number}") for number in range(4))
    for transfer in (first, second, third, fourth):
        transfers.add(transfer)
    second.stage = Stage.FINISHED  # hidden by the filter, and removed all the same
    transfers.set_filter(Filter.ACTIVE)
    transfers.setCurrentIndex(index_of(transfers, first))
    transfers.remove([second, fourth])
    assert rows(transfers) == [third, first]
    assert transfers.transfers == [first, third]
    assert transfers.current_transfer() is first
    transfers.change(fourth)  # what is removed may still have something to say
    assert rows(transfers) == [third, first]


def test_without_a_row_there_is_no_menu(transfers: TransferList) -> None:
    assert transfers.menu() is None


def test_a_thousand_transfers_cost_what_is_in_sight(
    qtbot: QtBot, transfers: TransferList, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [sending(title=f"T{number}") for number in range(1000)]
    for transfer in many:
        transfers.add(transfer)
    qtbot.waitUntil(lambda: transfers.verticalScrollBar().maximum() > 0)
    transfers.grab()
    calls: Counter[str] = Counter()
    status = text.status

    def counted(transfer: Transfer) -> str:
        calls["status"] += 1
        return status(transfer)

    monkeypatch.setattr(text, "status", counted)  # every row that is painted says its status
    transfers.grab()
    in_sight = len([row for row in range(1000) if is_in_sight(transfers, row)])
    assert 0 < in_sight < 20
    assert calls["status"] <= in_sight
    calls.clear()
    for _ in range(100):  # ten seconds of progress
        transfers.change(moving(many[-1], 1, 2))
    transfers.grab()
    assert calls["status"] <= in_sight


def is_in_sight(transfers: TransferList, row: int) -> bool:
    visible = transfers.viewport().rect()
    return transfers.visualRect(transfers.model().index(row, 0)).intersects(visible)


def test_from_right_to_left_a_click_hits_what_is_drawn(
    qtbot: QtBot, transfers: TransferList
) -> None:
    transfers.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    transfers.add(running := sending())
    row = transfers.visualRect(index_of(transfers, running))
    drawn = transfers.width() - place_of(transfers, running, Action.CANCEL).x()
    assert drawn < row.center().x()  # the buttons are at the end of the line
    with qtbot.waitSignal(transfers.requested) as asked:
        place = QPoint(drawn, row.center().y())
        qtbot.mouseClick(transfers.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [running, Action.CANCEL]


def test_from_right_to_left_the_bar_grows_from_the_right(transfers: TransferList) -> None:
    transfers.add(half := moving(sending(), 500, 1000))
    bar = places(transfers.visualRect(index_of(transfers, half)), half).bar
    near, far = bar.left() + bar.width() // 5, bar.left() + 3 * bar.width() // 4

    def is_full(x: int) -> bool:
        picture = transfers.viewport().grab(QRect(x, bar.center().y(), 1, 1)).toImage()
        return picture.pixelColor(0, 0) == QColor(theme.LIGHT.accent)

    width = transfers.viewport().width()
    assert (is_full(near), is_full(far)) == (True, False)
    transfers.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert (is_full(width - near), is_full(width - far)) == (True, False)


def test_from_right_to_left_words_stay_readable(transfers: TransferList) -> None:
    transfers.add(some := sending(title="Photos"))
    title = places(transfers.visualRect(index_of(transfers, some)), some).title
    width = QFontMetrics(theme.font(bold=True)).horizontalAdvance("Photos")

    def word(x: int) -> QImage:
        place = QRect(x, title.top(), width, title.height())
        return transfers.viewport().grab(place).toImage()

    from_the_left = word(title.left())
    transfers.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    from_the_right = word(transfers.viewport().width() - title.left() - width)
    turned = from_the_left.transformed(QTransform.fromScale(-1, 1))
    # A fraction of a pixel may lie between them.
    assert _difference(from_the_right, from_the_left) < _difference(from_the_right, turned) / 2


def _difference(one: QImage, other: QImage) -> int:
    spots = product(range(one.width()), range(one.height()))
    return sum(abs(_grey(one, spot) - _grey(other, spot)) for spot in spots)


def _grey(picture: QImage, spot: tuple[int, int]) -> int:
    return qGray(picture.pixel(*spot))
