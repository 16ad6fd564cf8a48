"""Texts and the clipboard: what is pasted, written, offered, shown and copied."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktopxfer.device import Trust
from desktopxfer.offer import MAX_TEXT_BYTES, TOP, Decision, Entry, EntryKind, Kind
from desktopxfer.transfer.clippings import LASTS_S, Clipping
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.transfer.store import Record
from desktopxfer.ui import text
from desktopxfer.ui.device_picker import DevicePicker
from desktopxfer.ui.history_list import PastAction, past_actions
from desktopxfer.ui.main_window import MainWindow
from desktopxfer.ui.notice import Notice
from desktopxfer.ui.offer_dialog import OfferDialog
from desktopxfer.ui.plain_text import LONGEST_LINE, MOST_LINES, PlainTextField, PlainTextView
from desktopxfer.ui.text_editor import TextEditor
from desktopxfer.ui.text_offer import TextOffer
from desktopxfer.ui.text_view import TextView
from desktopxfer.ui.transfer_actions import Action, actions, can_unfold
from desktopxfer.workers.state import Transfer
from tests.ui.fake_manager import FakeManager, device, offer, receiving, sending
from tests.ui.shown import click

DESK = device("Desk-PC", 1, trust=Trust.TRUSTED)
ENTRY = Entry(TOP, "Text 2026-11-22 19.30.txt", EntryKind.FILE, 212)


@pytest.fixture(autouse=True)
def clipboard(qapp: object) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def copied() -> str:
    return QGuiApplication.clipboard().text()


def copy(**what: object) -> None:
    """Puts something on the clipboard as another program does."""
    data = QMimeData()
    if "urls" in what:
        data.setUrls(what["urls"])  # type: ignore[arg-type]
    if "image" in what:
        data.setImageData(what["image"])
    if "words" in what:
        data.setText(what["words"])  # type: ignore[arg-type]
    if "html" in what:
        data.setHtml(what["html"])  # type: ignore[arg-type]
    QGuiApplication.clipboard().setMimeData(data)


def press(widget: QWidget, key: Qt.Key = Qt.Key.Key_V) -> None:
    QTest.keyClick(widget, key, Qt.KeyboardModifier.ControlModifier)


def paste(window: MainWindow) -> None:
    window.activateWindow()
    press(window)


def picture() -> QImage:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    return image


def waiting(window: MainWindow) -> str:
    return window._drop_zone.words


def sent_text(manager: FakeManager) -> str:
    [(clipping, _)] = manager.sent
    assert isinstance(clipping, Clipping)
    return clipping.text


# Pasting ------------------------------------------------------------------------------------------


def test_copied_files_wait_as_if_dropped(window: MainWindow, manager: FakeManager) -> None:
    manager.show_devices(DESK)
    copy(urls=[QUrl.fromLocalFile("/tmp/a b.txt"), QUrl("https://example.org/c")], words="/tmp/a")
    paste(window)
    assert waiting(window).startswith("a b.txt: ")
    window._devices.setCurrentIndex(window._devices.model().index(0, 0))
    QTest.keyClick(window._devices, Qt.Key.Key_Return)
    assert manager.sent == [((Path("/tmp/a b.txt"),), DESK)]
    assert waiting(window).startswith("Drop")


def test_a_picture_waits_as_a_file(qtbot: QtBot, window: MainWindow, manager: FakeManager) -> None:
    copy(image=picture(), html="<img src='https://example.org/a.png'>")
    paste(window)
    qtbot.waitUntil(lambda: waiting(window).startswith("Picture 2"))
    [item] = window._send_control._waiting
    assert isinstance(item, Clipping)
    assert item.name.endswith(".png")
    assert item.kind is Kind.FILES
    assert QImage.fromData(QByteArray(item.content)).size() == picture().size()
    assert not manager.sent


def test_a_text_waits_by_its_first_words(window: MainWindow, manager: FakeManager) -> None:
    manager.show_devices(DESK)
    copy(words="\n  https://example.org/\u202egnp\nand more", html="<b>x</b>")
    paste(window)
    assert waiting(window).startswith("“https://example.org/\N{REPLACEMENT CHARACTER}gnp”: ")
    window._send_control.take_device(DESK)
    assert sent_text(manager) == "\n  https://example.org/\u202egnp\nand more"


def test_what_waits_goes_to_each_device_that_is_chosen(
    window: MainWindow, manager: FakeManager
) -> None:
    other = device("Laptop", 2)
    manager.show_devices(DESK, other)
    copy(words="a text")
    paste(window)
    copy(urls=[QUrl.fromLocalFile("/tmp/a"), QUrl.fromLocalFile("/tmp/b")])
    paste(window)
    assert waiting(window).startswith("a text and 1 more") is False
    assert "2 more" in waiting(window)
    window._send_control.pick_for_waiting()
    picker = window.findChild(DevicePicker)
    assert picker is not None
    picker.chosen.emit((DESK, other))
    picker.close()
    files = (Path("/tmp/a"), Path("/tmp/b"))
    assert [what.text if isinstance(what, Clipping) else what for what, _ in manager.sent] == [
        files,
        "a text",
        files,
        "a text",
    ]


def test_the_device_that_the_keyboard_is_at_gets_it(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    manager.show_devices(DESK)
    window.activateWindow()
    window._devices.setCurrentIndex(window._devices.model().index(0, 0))
    window._devices.setFocus()
    copy(image=picture())
    press(window._devices)
    qtbot.waitUntil(lambda: len(manager.sent) == 1)
    assert manager.sent[0][1] == DESK


def test_a_text_for_a_device_is_looked_at_first(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    """It may be a password, and nobody sees what is on the clipboard."""
    manager.show_devices(DESK)
    window.activateWindow()
    window._devices.setCurrentIndex(window._devices.model().index(0, 0))
    window._devices.setFocus()
    copy(words="hunter2")
    press(window._devices)
    assert not manager.sent
    editor = window.findChild(TextEditor)
    assert editor is not None
    qtbot.waitUntil(editor.isActiveWindow)
    press(field_of(editor), Qt.Key.Key_Return)
    assert manager.sent[0][1] == DESK
    assert sent_text(manager) == "hunter2"


def test_a_text_field_pastes_by_itself(window: MainWindow, manager: FakeManager) -> None:
    window._add_address.findChildren(QPushButton)[0].click()
    [field] = window._add_address.findChildren(QLineEdit)
    window.activateWindow()
    field.setFocus()
    copy(words="192.168.1.7")
    press(field)
    assert field.text() == "192.168.1.7"
    assert waiting(window).startswith("Drop")


@pytest.mark.parametrize("words", ["", " \n"])
def test_an_empty_clipboard_is_said(window: MainWindow, words: str) -> None:
    if words:
        copy(words=words)
    paste(window)
    [notice] = window.findChildren(Notice)
    assert "clipboard" in notice.sentence
    assert waiting(window).startswith("Drop")


def test_too_long_a_text_is_said(window: MainWindow) -> None:
    copy(words="x" * (MAX_TEXT_BYTES + 1))
    paste(window)
    [notice] = window.findChildren(Notice)
    assert "1 MiB" in notice.sentence


# Writing ------------------------------------------------------------------------------------------


def open_editor(window: MainWindow) -> TextEditor:
    window._drop_zone.text_wanted.emit()
    editor = window.findChild(TextEditor)
    assert editor is not None
    return editor


def field_of(editor: QWidget) -> PlainTextField:
    [field] = editor.findChildren(PlainTextField)
    return field


def test_what_was_written_waits_while_the_device_is_chosen(
    window: MainWindow, manager: FakeManager
) -> None:
    manager.show_devices(DESK, device("Laptop", 2))
    editor = open_editor(window)
    assert not editor._send.isEnabled()
    QTest.keyClicks(field_of(editor), "two lines")
    editor._send.click()
    assert not editor.isVisible()
    picker = window.findChild(DevicePicker)
    assert picker is not None
    picker.close()
    assert waiting(window).startswith("“two lines”: ")
    window._send_control.take_device(DESK)
    assert sent_text(manager) == "two lines"


def test_a_closed_editor_keeps_what_was_written(window: MainWindow) -> None:
    editor = open_editor(window)
    field_of(editor).setPlainText("a draft")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert field_of(open_editor(window)).words == "a draft"


def test_a_sent_text_is_gone_from_the_editor(window: MainWindow, manager: FakeManager) -> None:
    manager.show_devices(DESK)
    window._send_control.write_text(DESK)
    editor = open_editor(window)
    window._send_control.write_text(DESK)
    field_of(editor).setPlainText("sent")
    editor._send.click()
    assert sent_text(manager) == "sent"
    assert field_of(editor).words == ""


def test_nothing_of_it_is_changed(window: MainWindow, manager: FakeManager) -> None:
    editor = open_editor(window)
    words = "a\u00a0b\n\tc\u202e \N{PILE OF POO}\u200d\u2003e"
    copy(words=words, html="<h1>styled</h1>")
    field_of(editor).paste()
    assert field_of(editor).words == words


def test_files_are_not_pasted_as_a_text(window: MainWindow) -> None:
    editor = open_editor(window)
    copy(urls=[QUrl.fromLocalFile("/tmp/a")], words="file:///tmp/a")
    field_of(editor).paste()
    assert field_of(editor).words == ""


def test_only_spaces_are_not_sent(window: MainWindow, manager: FakeManager) -> None:
    manager.show_devices(DESK)
    editor = open_editor(window)
    window._send_control.write_text(DESK)
    field_of(editor).setPlainText(" \n ")
    editor._send.click()
    assert editor.isVisible()
    assert "empty" in editor._remark.words
    assert not manager.sent


def test_the_limit_is_in_bytes(window: MainWindow) -> None:
    """1 MiB without a line break does not freeze the field either."""
    editor = open_editor(window)
    for words, fits in (
        ("x" * MAX_TEXT_BYTES, True),
        ("é" * (MAX_TEXT_BYTES // 2), True),
        ("é" * (MAX_TEXT_BYTES // 2 + 1), False),
    ):
        field_of(editor).clear()
        copy(words=words)
        field_of(editor).paste()
        assert editor._send.isEnabled() is fits
        assert bool(editor._remark.words) is not fits


# Offers -------------------------------------------------------------------------------------------


def offered(*, trust: Trust = Trust.NEW, into: Path = Path("/profile/clippings/1")) -> Transfer:
    transfer = receiving(offer("Bob", [ENTRY], Kind.TEXT), trust=trust)
    transfer.kind, transfer.into = Kind.TEXT, into
    return transfer


def test_nothing_is_seen_before_it_is_accepted(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    transfer = manager.add(offered())
    assert text.title(transfer) == "Text"
    assert not window.findChildren(OfferDialog)
    [dialog] = window.findChildren(TextOffer)
    assert dialog.isVisible()
    assert ENTRY.name not in str([w.text() for w in dialog.findChildren(QPushButton)])
    qtbot.waitUntil(dialog._accept.isEnabled)
    dialog._accept.click()
    assert manager.answered == [(transfer, Decision(transfer.into))]


def test_it_can_be_declined(window: MainWindow, manager: FakeManager) -> None:
    transfer = manager.add(offered())
    [dialog] = window.findChildren(TextOffer)
    dialog._decline.click()
    assert manager.answered == [(transfer, Decision(None))]


def test_a_withdrawn_text_cannot_be_accepted(window: MainWindow, manager: FakeManager) -> None:
    transfer = manager.add(offered())
    [dialog] = window.findChildren(TextOffer)
    manager.withdraw(transfer)
    assert not dialog._accept.isVisible()
    assert "withdrew" in dialog._remark.words


# Reading ------------------------------------------------------------------------------------------


def arrived(tmp_path: Path, words: str = "first line\nsecond") -> Transfer:
    file = tmp_path / ENTRY.name
    file.write_bytes(words.encode())
    transfer = offered(into=tmp_path)
    transfer.stage, transfer.saved_paths = Stage.FINISHED, (file,)
    transfer.preview = "first line"
    transfer.decision = Decision(tmp_path)
    return transfer


def shown(qtbot: QtBot, window: MainWindow) -> TextView:
    qtbot.waitUntil(lambda: bool(window.findChildren(TextView)))
    [view] = window.findChildren(TextView)
    qtbot.waitUntil(view._copy.isEnabled)
    return view


def test_who_accepts_sees_it_when_it_is_there(
    qtbot: QtBot, window: MainWindow, manager: FakeManager, tmp_path: Path
) -> None:
    transfer = manager.add(offered())
    [dialog] = window.findChildren(TextOffer)
    qtbot.waitUntil(dialog._accept.isEnabled)
    dialog._accept.click()
    there = arrived(tmp_path)
    transfer.stage, transfer.saved_paths = there.stage, there.saved_paths
    manager.change(transfer)
    view = shown(qtbot, window)
    assert view._view.toPlainText() == "first line\nsecond"
    assert copied() == ""  # nothing gets there by itself
    view._copy.click()
    assert copied() == "first line\nsecond"


def test_what_was_accepted_once_and_for_all_is_a_row_only(
    qtbot: QtBot, window: MainWindow, manager: FakeManager, tmp_path: Path
) -> None:
    transfer = arrived(tmp_path)
    manager.transfers.added.emit(transfer)
    manager.change(transfer)
    assert not window.findChildren(TextView)
    assert copied() == ""
    assert text.title(transfer) == "first line"
    assert actions(transfer) == (Action.SHOW_TEXT, Action.COPY_TEXT)
    assert not can_unfold(transfer)
    window._transfers.perform(Action.SHOW_TEXT, transfer)
    shown(qtbot, window)


def test_its_notification_leads_to_the_window_its_row_and_the_text(
    qtbot: QtBot, window: MainWindow, manager: FakeManager, tmp_path: Path
) -> None:
    """Also where a filter hides the row, and once more with the text open already."""
    transfer = arrived(tmp_path)
    manager.transfers.added.emit(transfer)
    click(qtbot, window, "Failed")
    window.hide()
    for _ in range(2):
        window.show_text(transfer)
        assert window.isVisible()
        assert window._transfers.current_transfer() is transfer
        view = shown(qtbot, window)
        assert view._view.toPlainText() == "first line\nsecond"
        qtbot.waitUntil(view.isActiveWindow)
    assert copied() == ""


def test_the_row_copies_it(
    qtbot: QtBot, window: MainWindow, manager: FakeManager, tmp_path: Path
) -> None:
    manager.transfers.added.emit(arrived(tmp_path))
    window.activateWindow()
    window._transfers.setFocus()
    press(window._transfers, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: copied() == "first line\nsecond")


def test_a_text_that_is_gone_is_said(
    qtbot: QtBot, window: MainWindow, manager: FakeManager, tmp_path: Path
) -> None:
    transfer = arrived(tmp_path)
    manager.transfers.added.emit(transfer)
    transfer.saved_paths[0].unlink()
    for action in (Action.SHOW_TEXT, Action.COPY_TEXT):
        window._transfers.perform(action, transfer)
        qtbot.waitUntil(lambda: bool(window.findChildren(Notice)))
        [notice] = window.findChildren(Notice)
        assert "not kept" in notice.sentence
        notice.close_notice()
        qtbot.waitUntil(lambda: not window.findChildren(Notice))
    qtbot.waitUntil(lambda: not window.findChildren(TextView))


HOSTILE = "\x1b]0;owned\x07\x1b[2J \u202egnp.exe\u2066 \0 \u2028 <b>b</b> <a href='https://e'>e</a>"


def test_everything_in_it_is_plain_text(
    qtbot: QtBot, window: MainWindow, manager: FakeManager, tmp_path: Path
) -> None:
    transfer = arrived(tmp_path, HOSTILE)
    window._text_control.perform(transfer, Action.SHOW_TEXT)
    view = shown(qtbot, window)
    words = view._view.toPlainText()
    assert "<b>b</b> <a href='https://e'>e</a>" in words
    assert not set(words) & set("\x1b\x07\0\u202e\u2066\u2028")
    assert "�" in view._remark.words
    view._copy.click()
    assert copied() == words
    assert not view._view.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByMouse


def test_a_saved_file_has_every_byte(
    qtbot: QtBot, window: MainWindow, manager: FakeManager, tmp_path: Path
) -> None:
    window._text_control.perform(arrived(tmp_path, HOSTILE + "\r\n"), Action.SHOW_TEXT)
    view = shown(qtbot, window)
    view._save_as(str(tmp_path / "saved.txt"))
    qtbot.waitUntil(lambda: view._remark.words == "Saved.")
    assert (tmp_path / "saved.txt").read_bytes() == (HOSTILE + "\r\n").encode()
    view._save_as(str(tmp_path / "nowhere" / "saved.txt"))
    qtbot.waitUntil(lambda: view._remark.words != "Saved.")


@pytest.mark.timeout(60)  # Qt alone takes minutes for the first one
@pytest.mark.parametrize(
    "words",
    [
        "x" * MAX_TEXT_BYTES,
        "\N{ARABIC LETTER BEH}" * (MAX_TEXT_BYTES // 2),
        "\N{COMBINING ACUTE ACCENT}" * (MAX_TEXT_BYTES // 2),
        "\u202e" * (MAX_TEXT_BYTES // 3),
        "\N{PILE OF POO}" * (MAX_TEXT_BYTES // 4),
        "\0" * MAX_TEXT_BYTES,
        "\n" * MAX_TEXT_BYTES,
        "\t" * MAX_TEXT_BYTES,
    ],
    ids=["x", "arabic", "marks", "bidi", "emoji", "nul", "lines", "tabs"],
)
def test_1_mib_of_anything_does_not_freeze_the_view(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, words: str
) -> None:
    window._text_control.perform(arrived(tmp_path, words), Action.SHOW_TEXT)
    view = shown(qtbot, window)
    view._view.selectAll()
    view.resize(400, 300)
    view.grab()
    assert view._view.blockCount() <= MOST_LINES + MAX_TEXT_BYTES // LONGEST_LINE


def test_a_long_line_is_copied_as_one(qtbot: QtBot) -> None:
    view = PlainTextView()
    qtbot.addWidget(view)
    words = "a\n" + "\N{PILE OF POO}b" * LONGEST_LINE + "\n\nc"
    assert view.show_text(words)
    view.selectAll()
    data = view.createMimeDataFromSelection()
    assert data.text() == words
    assert data.formats() == ["text/plain"]
    cursor = view.textCursor()
    cursor.setPosition(1)
    cursor.setPosition(5, cursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    assert view.createMimeDataFromSelection().text() == "\n\N{PILE OF POO}b"


def test_very_many_lines_are_not_all_shown(qtbot: QtBot) -> None:
    view = PlainTextView()
    qtbot.addWidget(view)
    assert view.show_text("\n" * (MOST_LINES - 1))
    assert not view.show_text("\n" * MOST_LINES)
    assert view.blockCount() == MOST_LINES


# The past -----------------------------------------------------------------------------------------


def past(direction: Direction = Direction.RECEIVING, age_s: float = 60.0) -> Record:
    return Record(
        key="0123456789abcdef",
        direction=direction,
        stage=Stage.FINISHED,
        title="hunter2",
        kind=Kind.TEXT,
        files=1,
        total_bytes=212,
        paths=("/profile/clippings/1/a.txt",) if direction is Direction.RECEIVING else (),
        changed=time.time() - age_s,
    )


def test_the_history_tells_nothing_of_a_text() -> None:
    assert text.past_title(past()) == "Text"
    assert past_actions(past()) == (PastAction.SHOW_TEXT, PastAction.REMOVE)
    assert past_actions(past(age_s=LASTS_S + 1)) == (PastAction.REMOVE,)
    assert past_actions(past(Direction.SENDING)) == (PastAction.REMOVE,)


def test_a_text_of_an_earlier_run_is_shown(
    qtbot: QtBot, window: MainWindow, manager: FakeManager, tmp_path: Path
) -> None:
    file = arrived(tmp_path).saved_paths[0]
    record = replace(past(), paths=(str(file),))
    window._text_control.show_past(record)
    assert shown(qtbot, window)._view.toPlainText() == "first line\nsecond"


def test_a_text_of_an_earlier_run_cannot_be_sent_again() -> None:
    transfer = Transfer.remembered(past(Direction.SENDING), Trust.TRUSTED)
    transfer.stage = Stage.FAILED
    assert Action.SEND_AGAIN not in actions(transfer)
    assert Action.SEND_AGAIN in actions(sending(stage=Stage.FAILED))
