"""The question whether to accept an offer."""

import os
import shutil
import threading
from collections import namedtuple
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import QElapsedTimer, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktopxfer.device import Address, Peer, Trust
from desktopxfer.offer import TOP, Conflicts, Decision, Entry, EntryKind, Offer
from desktopxfer.settings import Settings
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.ui import arming, offer_dialog
from desktopxfer.ui.arming import ARMING_MS
from desktopxfer.ui.conflict_choice import ConflictChoice
from desktopxfer.ui.entry_tree import EntryModel, EntryView
from desktopxfer.ui.offer_dialog import OfferDialog
from desktopxfer.ui.taken_list import Column, TakenView
from desktopxfer.ui.trust_mark import TrustLabel
from desktopxfer.workers import free_space
from desktopxfer.workers.free_space import Room
from desktopxfer.workers.state import Transfer

Usage = namedtuple("Usage", "total used free")  # noqa: PYI024  # as shutil returns it
GB = 10**9


def file(parent: int, name: str, size: int) -> Entry:
    return Entry(parent, name, EntryKind.FILE, size)


PHOTOS = (
    Entry(TOP, "Photos", EntryKind.FOLDER),
    file(0, "a.jpg", GB),
    file(0, "b.jpg", 2 * GB),
    file(TOP, "notes.txt", 0),
)


def transfer(
    entries: Sequence[Entry] = PHOTOS,
    *,
    name: str = "Anna",
    platform: str = "Linux",
    code: str = "",
    trust: Trust = Trust.NEW,
) -> Transfer:
    peer = Peer("3f2a91bc" * 8, name, platform, Address("192.168.1.20"))
    offer = Offer("0" * 32, peer, entries)
    return Transfer(
        key="1",
        direction=Direction.RECEIVING,
        peer_name=name,
        device_id=peer.device_id,
        title=offer.title,
        stage=Stage.WAITING,
        offer=offer,
        code=code,
        trust=trust,
    )


class Asked:
    """A dialog as a person meets it, and what it decided."""

    def __init__(self, dialog: OfferDialog) -> None:
        self.dialog = dialog
        self.decisions: list[Decision] = []
        self.said: list[str] = []  # in its order
        dialog.decided.connect(self._decide)
        dialog.trusted.connect(self._trust)
        dialog.block_wanted.connect(self._block)

    def _decide(self, decision: Decision) -> None:
        self.decisions.append(decision)
        self.said.append("decided")

    def _trust(self) -> None:
        self.said.append("trusted")

    def _block(self) -> None:
        self.said.append("block")

    def button(self, name: str) -> QPushButton:
        found = self.dialog.findChild(QPushButton, name)
        assert isinstance(found, QPushButton)
        return found

    @property
    def accept(self) -> QPushButton:
        return self.button("accept")

    @property
    def decline(self) -> QPushButton:
        return self.button("decline")

    @property
    def folders(self) -> QComboBox:
        found = self.dialog.findChild(QComboBox)
        assert isinstance(found, QComboBox)
        return found

    @property
    def tree(self) -> EntryView:
        found = self.dialog.findChild(EntryView)
        assert isinstance(found, EntryView)
        return found

    def untick(self, *rows: int, ticked: bool = False) -> None:
        """Sets the tick box of an entry, given the rows that lead to it."""
        model = self.tree.model()
        index = QModelIndex()
        for row in rows:
            index = model.index(row, 0, index)
            self.tree.expand(index)
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        assert model.setData(index, state.value, Qt.ItemDataRole.CheckStateRole)

    @property
    def words(self) -> str:
        labels = self.dialog.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


Ask: TypeAlias = Callable[..., Asked]


@pytest.fixture(autouse=True)
def disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """A disk with 50 GB free, or whatever it is told."""

    def holds(free: int) -> None:
        monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(100 * GB, 0, free))

    holds(50 * GB)
    return holds


@pytest.fixture
def ask(qtbot: QtBot, tmp_path: Path) -> Ask:
    def ask(
        which: Transfer | None = None, *, recent: Iterable[Path] = (), downloads: Path = tmp_path
    ) -> Asked:
        settings = Settings(
            device_name="x",
            download_folder=str(downloads),
            recent_folders=tuple(map(str, recent)),
        )
        dialog = OfferDialog(which or transfer(), settings)
        qtbot.addWidget(dialog)
        asked = Asked(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return asked

    return ask


@pytest.fixture
def armed(qtbot: QtBot, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> Ask:
    monkeypatch.setattr(arming, "ARMING_MS", 0)

    def armed(*arguments: object, **keywords: object) -> Asked:
        asked = ask(*arguments, **keywords)
        qtbot.waitUntil(asked.accept.isEnabled)
        return asked

    return armed


# Answers ------------------------------------------------------------------------------------------


def test_accept_saves_everything_in_the_download_folder(armed: Ask, tmp_path: Path) -> None:
    asked = armed()
    QTest.mouseClick(asked.accept, Qt.MouseButton.LeftButton)
    assert asked.decisions == [Decision(tmp_path)]
    assert not asked.dialog.isVisible()


def test_decline_declines(qtbot: QtBot, ask: Ask) -> None:
    asked = ask()
    with qtbot.waitSignal(asked.dialog.finished):
        QTest.mouseClick(asked.decline, Qt.MouseButton.LeftButton)
    assert asked.decisions == [Decision(None)]


def test_decline_is_the_default_and_has_the_focus(ask: Ask) -> None:
    asked = ask()
    assert asked.decline.isDefault()
    assert asked.dialog.focusWidget() is asked.decline
    QTest.keyClick(asked.dialog, Qt.Key.Key_Return)
    assert asked.decisions == [Decision(None)]


def test_return_on_accept_accepts(armed: Ask, tmp_path: Path) -> None:
    asked = armed()
    asked.dialog.activateWindow()
    asked.accept.setFocus()
    QTest.keyClick(asked.accept, Qt.Key.Key_Return)
    assert asked.decisions == [Decision(tmp_path)]


def test_return_in_the_tree_answers_nothing(armed: Ask) -> None:
    asked = armed()
    asked.tree.setCurrentIndex(asked.tree.model().index(0, 0))
    QTest.keyClick(asked.tree, Qt.Key.Key_Return)
    assert asked.dialog.isVisible()
    assert asked.decisions == []


@pytest.mark.parametrize("close", ["escape", "close"])
def test_closing_answers_nothing_and_can_be_taken_back(
    qtbot: QtBot, armed: Ask, close: str, tmp_path: Path
) -> None:
    asked = armed()
    asked.untick(1)
    with qtbot.waitSignal(asked.dialog.finished):
        if close == "escape":
            QTest.keyClick(asked.dialog, Qt.Key.Key_Escape)
        else:
            asked.dialog.close()
    assert asked.decisions == []
    asked.dialog.show()
    qtbot.waitUntil(asked.accept.isEnabled)
    QTest.mouseClick(asked.accept, Qt.MouseButton.LeftButton)
    assert asked.decisions == [Decision(tmp_path, frozenset({3}))]


def test_accept_is_armed_half_a_second_after_it_appeared(qtbot: QtBot, ask: Ask) -> None:
    since = QElapsedTimer()
    since.start()
    asked = ask()
    QTest.mouseClick(asked.accept, Qt.MouseButton.LeftButton)
    assert asked.decisions == []
    qtbot.waitUntil(asked.accept.isEnabled)
    assert since.elapsed() >= ARMING_MS * 0.95  # a coarse timer may be early by a twentieth
    asked.dialog.hide()
    since.restart()
    asked.dialog.show()
    assert not asked.accept.isEnabled()
    qtbot.waitUntil(asked.accept.isEnabled)
    assert since.elapsed() >= ARMING_MS * 0.95


def test_opens_without_taking_the_focus_or_blocking_other_windows(ask: Ask) -> None:
    dialog = ask().dialog
    assert dialog.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not dialog.isModal()


# Ticks --------------------------------------------------------------------------------------------


def test_what_is_unticked_is_not_wanted(armed: Ask, tmp_path: Path) -> None:
    asked = armed()
    asked.untick(0, 1)
    assert "2 of 3 files, 1.0 GB of 3.0 GB" in asked.words
    asked.untick(1)
    QTest.mouseClick(asked.accept, Qt.MouseButton.LeftButton)
    assert asked.decisions == [Decision(tmp_path, frozenset({2, 3}))]


def test_nothing_ticked_cannot_be_accepted(armed: Ask) -> None:
    asked = armed()
    asked.untick(0)
    asked.untick(1)
    assert not asked.accept.isEnabled()
    assert "Tick what you want" in asked.words
    asked.untick(1, ticked=True)
    assert asked.accept.isEnabled()


def test_says_how_much_it_is(ask: Ask) -> None:
    asked = ask()
    assert "Photos +1" in asked.words.translate({0x2068: None, 0x2069: None})
    assert "3 files, 1 folder, 3.0 GB" in asked.words


def test_an_empty_folder_alone_can_be_accepted(armed: Ask, tmp_path: Path) -> None:
    asked = armed(transfer((Entry(TOP, "empty", EntryKind.FOLDER),)))
    QTest.mouseClick(asked.accept, Qt.MouseButton.LeftButton)
    assert asked.decisions == [Decision(tmp_path)]


def test_says_that_something_can_run(ask: Ask) -> None:
    assert "can run" not in ask().words
    assert "One of the files can run" in ask(transfer((file(TOP, "setup.exe", 1),))).words
    two = (file(TOP, "setup.exe", 1), file(TOP, "b.sh", 1))
    assert "2 of the files can run" in ask(transfer(two)).words


# Where to save ------------------------------------------------------------------------------------


def test_says_what_is_free_and_what_will_be(qtbot: QtBot, ask: Ask) -> None:
    asked = ask()
    qtbot.waitUntil(lambda: "50.0 GB free, 47.0 GB after this" in asked.words)
    asked.untick(0, 1)
    assert "50.0 GB free, 49.0 GB after this" in asked.words


def test_too_little_space_until_less_is_wanted(
    qtbot: QtBot, ask: Ask, disk: Callable[[int], None]
) -> None:
    disk(2 * GB)
    asked = ask()
    qtbot.waitUntil(lambda: "Not enough space: 3.0 GB needed, 2.0 GB free" in asked.words)
    assert not asked.accept.isEnabled()
    asked.untick(0, 0)
    qtbot.waitUntil(asked.accept.isEnabled)
    assert "2.0 GB free, 0 B after this" in asked.words


def test_looks_again_while_it_is_open(
    qtbot: QtBot, ask: Ask, disk: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offer_dialog, "LOOK_AGAIN_MS", 20)
    asked = ask()
    qtbot.waitUntil(asked.accept.isEnabled)
    disk(GB)
    qtbot.waitUntil(lambda: "1.0 GB free" in asked.words)
    assert not asked.accept.isEnabled()


def test_a_missing_download_folder_will_be_made(armed: Ask, tmp_path: Path) -> None:
    folder = tmp_path / "home" / "Downloads"
    asked = armed(downloads=folder)
    QTest.mouseClick(asked.accept, Qt.MouseButton.LeftButton)
    assert asked.decisions == [Decision(folder)]


def test_any_other_missing_folder_is_not_there(qtbot: QtBot, armed: Ask, tmp_path: Path) -> None:
    asked = armed(recent=[tmp_path / "unplugged"])
    asked.folders.setCurrentIndex(1)
    assert not asked.accept.isEnabled()
    qtbot.waitUntil(lambda: "unplugged\u2069 is not there. Choose another folder." in asked.words)
    assert not asked.accept.isEnabled()
    asked.folders.setCurrentIndex(0)
    qtbot.waitUntil(asked.accept.isEnabled)


def test_a_read_only_folder_cannot_be_used(
    qtbot: QtBot, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda _path, mode: not mode & os.W_OK)
    asked = ask()
    qtbot.waitUntil(lambda: "cannot be written to. Choose another folder." in asked.words)
    assert not asked.accept.isEnabled()


def test_a_folder_that_does_not_answer_is_said_and_another_works(
    qtbot: QtBot, armed: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offer_dialog, "PATIENCE_MS", 20)
    dead, revive = tmp_path / "dead", threading.Event()
    alive = free_space.room_in

    def room_in(folder: Path, *, may_create: bool = False) -> Room:
        if folder == dead:
            assert revive.wait(60)
        return alive(folder, may_create=may_create)

    monkeypatch.setattr(free_space, "room_in", room_in)
    asked = armed(recent=[dead])
    asked.folders.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "This folder does not answer" in asked.words)
    assert not asked.accept.isEnabled()
    asked.folders.setCurrentIndex(0)
    qtbot.waitUntil(asked.accept.isEnabled)
    with qtbot.waitSignal(asked.dialog._free_space.answered):
        revive.set()
    assert asked.accept.isEnabled()  # the late answer is about another folder


def test_a_recent_folder_can_be_chosen(qtbot: QtBot, armed: Ask, tmp_path: Path) -> None:
    recent = tmp_path / "recent"
    recent.mkdir()
    asked = armed(recent=[recent, tmp_path])
    assert asked.folders.count() == 2
    asked.folders.setCurrentIndex(1)
    qtbot.waitUntil(asked.accept.isEnabled)
    QTest.mouseClick(asked.accept, Qt.MouseButton.LeftButton)
    assert asked.decisions == [Decision(recent)]


def test_browsing_chooses_a_folder(qtbot: QtBot, armed: Ask, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    asked = armed()
    browse = next(
        button for button in asked.dialog.findChildren(QPushButton) if "Browse" in button.text()
    )
    QTest.mouseClick(browse, Qt.MouseButton.LeftButton)
    browser = asked.dialog.findChild(QFileDialog)
    assert isinstance(browser, QFileDialog)
    browser.fileSelected.emit(str(other))
    browser.close()
    qtbot.waitUntil(asked.accept.isEnabled)
    QTest.mouseClick(asked.accept, Qt.MouseButton.LeftButton)
    assert asked.decisions == [Decision(other)]


# The sender ---------------------------------------------------------------------------------------


def test_says_who_it_is(ask: Ask) -> None:
    asked = ask()
    assert "Anna" in asked.words
    assert "3F2A-91BC" in asked.words
    assert "New device" not in asked.words


def test_a_new_device_shows_the_code(ask: Ask) -> None:
    asked = ask(transfer(code="482913"))
    code = asked.dialog.findChild(QLabel, "code")
    assert isinstance(code, QLabel)
    assert code.text().split() == ["482", "913"]
    assert "New device" in asked.words
    assert "Both screens show this code" in asked.words


def test_an_accepted_device_is_trusted_if_the_codes_are_the_same(armed: Ask) -> None:
    asked = armed(transfer(code="482913"))
    same = asked.dialog.findChild(QCheckBox, "same")
    assert isinstance(same, QCheckBox)
    assert not same.isChecked()
    QTest.keyClick(same, Qt.Key.Key_Space)
    QTest.mouseClick(asked.accept, Qt.MouseButton.LeftButton)
    assert asked.said == ["trusted", "decided"]


def test_a_declined_device_is_not_trusted(armed: Ask) -> None:
    asked = armed(transfer(code="482913"))
    same = asked.dialog.findChild(QCheckBox, "same")
    assert isinstance(same, QCheckBox)
    same.setChecked(True)
    QTest.mouseClick(asked.decline, Qt.MouseButton.LeftButton)
    assert asked.said == ["decided"]


def test_a_trusted_device_has_a_mark_and_no_code(ask: Ask) -> None:
    new, trusted = ask(transfer(code="482913")), ask(transfer(code="1", trust=Trust.TRUSTED))
    for asked, mark in ((new, "New"), (trusted, "Trusted")):
        label = asked.dialog.findChild(TrustLabel)
        assert isinstance(label, TrustLabel)
        assert label.accessibleName() == mark
        assert (asked.dialog.findChild(QLabel, "code") is None) is (mark == "Trusted")
    assert not trusted.button("block").isVisible()


def test_a_device_is_shown_under_the_name_given_here(ask: Ask) -> None:
    which = transfer(name="DESKTOP-7XK2", trust=Trust.TRUSTED)
    which.peer_name = "Anna's computer"
    assert "Anna's computer" in ask(which).words


def test_a_new_device_can_be_blocked(armed: Ask) -> None:
    asked = armed()
    QTest.mouseClick(asked.button("block"), Qt.MouseButton.LeftButton)
    assert asked.said == ["block"]
    assert not asked.dialog.isVisible()


def test_the_sender_withdraws(qtbot: QtBot, armed: Ask) -> None:
    asked = armed()
    asked.dialog.withdraw()
    assert "withdrew this offer" in asked.words
    assert not asked.accept.isVisible()
    asked.dialog.hide()
    asked.dialog.show()
    assert not asked.accept.isEnabled()
    with qtbot.waitSignal(asked.dialog.finished):
        QTest.mouseClick(asked.decline, Qt.MouseButton.LeftButton)
    assert asked.decisions == []


HOSTILE = "<h1>A</h1> & B\n\u202eevil\x1b[31m"


def test_hostile_words_are_shown_as_they_are(ask: Ask) -> None:
    asked = ask(transfer((file(TOP, HOSTILE, 1),), name=HOSTILE, platform=HOSTILE))
    assert asked.words.count("<h1>A</h1> & B\ufffd\ufffdevil\ufffd[31m") >= 3
    assert "\u202e" not in asked.words + asked.dialog.windowTitle()
    plain = Qt.TextFormat.PlainText
    labels = asked.dialog.findChildren(QLabel)
    assert all(label.textFormat() is plain for label in labels if label.text())


def test_a_long_name_makes_the_window_no_wider(ask: Ask) -> None:
    ordinary, long = ask(), ask(transfer((file(TOP, "n" * 255, 1),), name="w" * 256))
    assert long.dialog.minimumSizeHint().width() <= ordinary.dialog.minimumSizeHint().width()
    assert long.dialog.width() == ordinary.dialog.width()


def test_every_control_has_a_name(ask: Ask) -> None:
    asked = ask()
    for widget in asked.dialog.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            words = widget.text() if isinstance(widget, QPushButton) else widget.accessibleName()
            assert words, widget


def test_100_000_files_are_asked_about_a_screenful_at_a_time(ask: Ask) -> None:
    many = [Entry(TOP, "Photos", EntryKind.FOLDER)]
    many += [file(0, f"IMG_{number:06d}.jpg", 1) for number in range(100_000)]
    asked = ask(transfer(many))
    assert "100,000 files" in asked.words
    model = asked.tree.model()
    assert isinstance(model, EntryModel)
    assert model.rowCount(model.index(0, 0)) < 5_000
    asked.untick(0)
    assert len(model.unwanted()) == 100_001


# Names that are taken ---------------------------------------------------------------------------


def conflicts(asked: Asked) -> ConflictChoice:
    found = asked.dialog.findChild(ConflictChoice)
    assert isinstance(found, ConflictChoice)
    return found


def choose(asked: Asked, words: str) -> None:
    (choice,) = (
        each
        for each in asked.dialog.findChildren(QRadioButton)
        if each.text().replace("&", "") == words
    )
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=QPoint(8, choice.height() // 2))
    assert choice.isChecked()


def test_nothing_is_asked_while_no_name_is_taken(qtbot: QtBot, armed: Ask) -> None:
    asked = armed()
    qtbot.waitUntil(asked.accept.isEnabled)
    assert conflicts(asked).isHidden()
    QTest.mouseClick(asked.accept, Qt.MouseButton.LeftButton)
    assert asked.decisions[0].conflicts is Conflicts.KEEP_BOTH
    assert not asked.dialog.remembers_conflicts


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ("Keep both", Conflicts.KEEP_BOTH),
        ("Skip identical", Conflicts.SKIP_IDENTICAL),
        ("Replace", Conflicts.REPLACE),
    ],
)
def test_one_line_asks_once_what_happens_with_taken_names(
    qtbot: QtBot, armed: Ask, tmp_path: Path, words: str, chosen: Conflicts
) -> None:
    (tmp_path / "Photos").mkdir()
    asked = armed()
    qtbot.waitUntil(lambda: "“\u2068Photos\u2069” is in this folder already." in asked.words)
    choose(asked, words)
    assert conflicts(asked).choice is chosen
    (remember,) = asked.dialog.findChildren(QCheckBox, "remember conflicts")
    assert remember.text() == "Remember this for \u2068Anna\u2069"
    remember.click()
    QTest.mouseClick(asked.accept, Qt.MouseButton.LeftButton)
    assert asked.decisions[0].conflicts is chosen
    assert asked.dialog.remembers_conflicts


def test_what_was_remembered_is_suggested(qtbot: QtBot, armed: Ask, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    what = transfer()
    what.conflicts = Conflicts.REPLACE
    asked = armed(what)
    qtbot.waitUntil(lambda: not conflicts(asked).isHidden())
    assert conflicts(asked).choice is Conflicts.REPLACE


def test_only_names_that_are_ticked_are_asked_about(
    qtbot: QtBot, armed: Ask, tmp_path: Path
) -> None:
    (tmp_path / "Photos").mkdir()
    (tmp_path / "notes.txt").touch()
    asked = armed()
    qtbot.waitUntil(lambda: "and 1 more are in this folder already" in asked.words)
    asked.untick(0)
    assert "“\u2068notes.txt\u2069” is in this folder already." in asked.words
    asked.untick(1)
    assert conflicts(asked).isHidden()


def test_another_folder_is_asked_again(qtbot: QtBot, armed: Ask, tmp_path: Path) -> None:
    (tmp_path / "Photos").mkdir()
    other = tmp_path / "other"
    other.mkdir()
    asked = armed(recent=[other])
    qtbot.waitUntil(lambda: not conflicts(asked).isHidden())
    asked.folders.setCurrentIndex(1)
    assert conflicts(asked).isHidden()
    asked.folders.setCurrentIndex(0)
    qtbot.waitUntil(lambda: not conflicts(asked).isHidden())


def test_the_dialog_grows_for_the_question(
    qtbot: QtBot, armed: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offer_dialog, "LOOK_AGAIN_MS", 20)
    asked = armed()
    before = asked.tree.height()
    (tmp_path / "Photos").mkdir()
    qtbot.waitUntil(lambda: not conflicts(asked).isHidden())
    qtbot.waitUntil(lambda: conflicts(asked).height() > 0 and asked.tree.height() >= before)


# Asked for each -----------------------------------------------------------------------------------


def taken(asked: Asked) -> TakenView:
    found = asked.dialog.findChild(TakenView)
    assert isinstance(found, TakenView)
    return found


def listed(asked: Asked) -> list[tuple[str, str]]:
    """The rows as a screen reader says them, and which of the three choices is marked."""
    model, role = taken(asked).model(), Qt.ItemDataRole.AccessibleTextRole
    rows = []
    for row in range(model.rowCount()):
        (marked,) = (
            model.headerData(column, Qt.Orientation.Horizontal)
            for column in (Column.KEEP_BOTH, Column.REPLACE, Column.SKIP)
            if "chosen" in model.index(row, column).data(role)
        )
        rows.append((model.index(row, 0).data(), marked))
        said = f"\u2068{rows[-1][0]}\u2069: {marked}"
        assert model.index(row, 0).data(role) == said
    return rows


@pytest.fixture
def asked_for_each(qtbot: QtBot, armed: Ask, tmp_path: Path) -> Asked:
    """All three files are there already."""
    (tmp_path / "Photos").mkdir()
    for name in ("Photos/a.jpg", "Photos/b.jpg", "notes.txt"):
        (tmp_path / name).touch()
    asked = armed()
    qtbot.waitUntil(lambda: not conflicts(asked).isHidden())
    assert not taken(asked).isVisible()
    choose(asked, "Ask for each")
    qtbot.waitUntil(taken(asked).isVisible)
    return asked


def click(asked: Asked, row: int, column: Column) -> None:
    where = taken(asked).visualRect(taken(asked).model().index(row, column)).center()
    QTest.mouseClick(taken(asked).viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_each_taken_file_is_asked_about(qtbot: QtBot, asked_for_each: Asked) -> None:
    asked = asked_for_each
    both = "Keep both"
    assert listed(asked) == [("Photos/a.jpg", both), ("Photos/b.jpg", both), ("notes.txt", both)]
    click(asked, 0, Column.REPLACE)
    click(asked, 2, Column.SKIP)
    assert listed(asked) == [
        ("Photos/a.jpg", "Replace"),
        ("Photos/b.jpg", both),
        ("notes.txt", "Skip"),
    ]
    (remember,) = asked.dialog.findChildren(QCheckBox, "remember conflicts")
    remember.click()
    qtbot.waitUntil(asked.accept.isEnabled)
    QTest.mouseClick(asked.accept, Qt.MouseButton.LeftButton)
    (decision,) = asked.decisions
    assert decision.conflicts is Conflicts.ASK
    assert (set(decision.replaced), set(decision.unwanted)) == ({1}, {3})
    assert asked.dialog.remembers_conflicts


def test_it_is_answered_by_keyboard(asked_for_each: Asked) -> None:
    view = taken(asked_for_each)
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(view, key)
    assert [choice for _, choice in listed(asked_for_each)] == ["Replace", "Skip", "Keep both"]
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert [choice for _, choice in listed(asked_for_each)] == ["Replace"] * 3
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert [choice for _, choice in listed(asked_for_each)] == ["Keep both"] * 3
    QTest.keyClick(view, Qt.Key.Key_Return)  # must not press the default button, Decline
    assert asked_for_each.dialog.isVisible()
    assert view.accessibleName()


def test_a_heading_chooses_for_all(asked_for_each: Asked) -> None:
    header = taken(asked_for_each).header()
    at = header.sectionViewportPosition(Column.REPLACE) + 5
    QTest.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, header.height() // 2)
    )
    assert [choice for _, choice in listed(asked_for_each)] == ["Replace"] * 3


def test_only_what_is_ticked_is_asked_about_and_its_choice_is_remembered(
    qtbot: QtBot, asked_for_each: Asked
) -> None:
    asked = asked_for_each
    click(asked, 0, Column.REPLACE)
    click(asked, 1, Column.REPLACE)
    asked.untick(0, 0)
    assert listed(asked) == [("Photos/b.jpg", "Replace"), ("notes.txt", "Keep both")]
    asked.untick(0, 0, ticked=True)
    assert [choice for _, choice in listed(asked)] == ["Replace", "Replace", "Keep both"]
    asked.untick(0, 1)
    qtbot.waitUntil(asked.accept.isEnabled)
    QTest.mouseClick(asked.accept, Qt.MouseButton.LeftButton)
    assert asked.decisions[0].replaced == {1}
    assert asked.decisions[0].unwanted == {2}


def test_what_was_chosen_for_each_counts_only_while_each_is_asked_for(
    qtbot: QtBot, asked_for_each: Asked
) -> None:
    asked = asked_for_each
    click(asked, 0, Column.REPLACE)
    click(asked, 1, Column.SKIP)
    choose(asked, "Keep both")
    assert not taken(asked).isVisible()
    qtbot.waitUntil(asked.accept.isEnabled)
    QTest.mouseClick(asked.accept, Qt.MouseButton.LeftButton)
    assert asked.decisions == [Decision(asked.folders.currentData())]


def test_what_was_remembered_asks_for_each_at_once(
    qtbot: QtBot, armed: Ask, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").touch()
    what = transfer()
    what.conflicts = Conflicts.ASK
    asked = armed(what)
    qtbot.waitUntil(taken(asked).isVisible)
    assert listed(asked) == [("notes.txt", "Keep both")]


def test_another_folder_has_another_list(qtbot: QtBot, armed: Ask, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    other = tmp_path / "other"
    (other / "Photos").mkdir(parents=True)
    (other / "Photos" / "b.jpg").touch()
    what = transfer()
    what.conflicts = Conflicts.ASK
    asked = armed(what, recent=[other])
    qtbot.waitUntil(lambda: listed(asked) == [("notes.txt", "Keep both")])
    asked.folders.setCurrentIndex(1)
    qtbot.waitUntil(lambda: listed(asked) == [("Photos/b.jpg", "Keep both")])


def test_10_000_taken_files_are_shown_at_once(
    qtbot: QtBot, armed: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [Entry(TOP, "Photos", EntryKind.FOLDER)]
    many += [file(0, f"IMG_{number:05d}.jpg", 1) for number in range(10_000)]
    (tmp_path / "Photos").mkdir()
    monkeypatch.setattr(os.path, "lexists", lambda _path: True)
    what = transfer(many)
    what.conflicts = Conflicts.ASK
    asked = armed(what)
    qtbot.waitUntil(lambda: taken(asked).model().rowCount() == 10_000)
    assert len(taken(asked).findChildren(QWidget)) < 20  # no widget for a row
    view = taken(asked)
    view.setFocus()
    took = QElapsedTimer()
    took.start()
    view.selectAll()
    QTest.keyClick(view, Qt.Key.Key_Right)
    view.scrollToBottom()
    asked.dialog.grab()
    assert took.elapsed() < 5_000  # some 30 ms; a widget for each row would take a minute
    qtbot.waitUntil(asked.accept.isEnabled)
    QTest.mouseClick(asked.accept, Qt.MouseButton.LeftButton)
    assert len(asked.decisions[0].replaced) == 10_000
