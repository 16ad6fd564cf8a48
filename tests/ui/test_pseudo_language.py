"""In a language made up here, longer than English, nothing is cut off and nothing stays English."""

import re
import runpy
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QButtonGroup,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktopxfer.device import Address, Device, Trust
from desktopxfer.diagnosis.finding import Finding
from desktopxfer.diagnosis.finding import Kind as FindingKind
from desktopxfer.errors import (
    ConnectionLost,
    Damaged,
    DiskFull,
    LinkSkipped,
    Paused,
    PausedThere,
    Unreachable,
)
from desktopxfer.offer import TOP, Entry, EntryKind, Kind
from desktopxfer.settings import Settings, Visibility, host_name
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.transfer.store import Record
from desktopxfer.ui import language
from desktopxfer.ui.check_dialog import CheckDialog
from desktopxfer.ui.close_choice import CloseChoice
from desktopxfer.ui.device_picker import DevicePicker
from desktopxfer.ui.elided_label import ElidedLabel
from desktopxfer.ui.history_dialog import HistoryDialog
from desktopxfer.ui.language import LANGUAGES
from desktopxfer.ui.main_window import MainWindow
from desktopxfer.ui.offer_dialog import OfferDialog
from desktopxfer.ui.pages import Pages
from desktopxfer.ui.pairing_dialog import PairingDialog
from desktopxfer.ui.plain_text import MOST_LINES
from desktopxfer.ui.rename_dialog import RenameDialog
from desktopxfer.ui.row_list import RowList
from desktopxfer.ui.settings_dialog import SettingsDialog
from desktopxfer.ui.text_editor import TextEditor
from desktopxfer.ui.text_offer import TextOffer
from desktopxfer.ui.text_view import TextView
from desktopxfer.ui.transfer_actions import Action
from desktopxfer.ui.welcome_dialog import WelcomeDialog
from desktopxfer.workers.free_space import Room
from desktopxfer.workers.state import ConnectionCheck, Leftover, Pairing, Visible
from desktopxfer.workers.texts import ReadText
from tests.ui import fake_manager
from tests.ui.fake_manager import FakeManager, offer, receiving

TOOL: dict[str, Any] = runpy.run_path(str(Path(__file__).parents[2] / "packaging/translations.py"))
Role = Qt.ItemDataRole

# No letter of it is one of English; what stays in it is put in by the program.
LETTERS = dict(
    zip(
        map(ord, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "áƀçđéƒĝĥíĵķĺṁñóṕɋŕśţúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĹṀÑÓṔɊŔŚŢÚṼŴẊÝŽ",
        strict=True,
    )
)
KEPT = re.compile(r"(\{\w*\}|%L?n)")
LONGER = 0.4
# What is the same in all languages: names of our own and of Qt, units, keys, what a path is.
INTERNATIONAL = re.compile(
    rf"desktopxfer|Linux|[kMGT]B\b|\.sh\b|</?(qt|br)>|[0-9A-F]{{4}}-[0-9A-F]{{4}}|/[\w./-]+"
    rf"|{re.escape(host_name())}"
)


def pseudo(english: str) -> str:
    words = "".join(
        part if KEPT.fullmatch(part) else part.translate(LETTERS) for part in KEPT.split(english)
    )
    more = max(2, round(len(KEPT.sub("", english)) * LONGER))
    rest = ("óñĝ éŕéñ " * more)[:more].rstrip()
    return words + rest


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of a language that is written like German, and of one that is written like Arabic."""
    folder = tmp_path_factory.mktemp("translations")
    for code in ("de", "ar"):
        file = TOOL["update"](code, folder)
        tree = ET.parse(file)
        for message in tree.getroot().iter("message"):
            english = message.findtext("source", "")
            (translation,) = message.iter("translation")
            del translation.attrib["type"]
            for form in list(translation) or [translation]:
                form.text = pseudo(english)
        tree.write(file, encoding="utf-8")
        TOOL["release"](file)
    return folder


@pytest.fixture(params=["de", "ar"], ids=["ltr", "rtl"])
def pseudo_language(
    request: pytest.FixtureRequest, catalogues: Path, speak: Callable[[str], str]
) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:  # undone before English is spoken again
        patch.setattr(language, "resource_path", lambda _name: catalogues)
        for code in LANGUAGES:
            patch.setitem(LANGUAGES, code, "Đ")
        speak(request.param)
        yield


# All that is said --------------------------------------------------------------------------------


def said(window: QWidget) -> Iterator[str]:
    """Every word of a window that a person or a screen reader meets."""
    yield window.windowTitle()
    for widget in (window, *window.findChildren(QWidget)):
        yield widget.toolTip()
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield from (widget.text(), widget.placeholderText())
        if isinstance(widget, QComboBox):
            yield from map(widget.itemText, range(widget.count()))
        if isinstance(widget, RowList):
            yield from row_words(widget)
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from model_words(widget, QModelIndex())
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def row_words(rows: RowList) -> Iterator[str]:
    for row in range(rows.model().rowCount()):
        rows.setCurrentIndex(rows.model().index(row, 0))
        if menu := rows.menu():
            for action in menu.actions():
                yield action.text()


def model_words(view: QAbstractItemView, parent: QModelIndex) -> Iterator[str]:
    model = view.model()
    columns = range(view.header().count() if isinstance(view, QTreeView) else 1)
    for row in range(model.rowCount(parent)):
        for column in columns:
            index = model.index(row, column, parent)
            for role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
                if isinstance(words := index.data(role), str):
                    yield words
        yield from model_words(view, model.index(row, 0, parent))
    if isinstance(view, QTreeView):
        for column in columns:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, Role.DisplayRole))


def english(window: QWidget) -> set[str]:
    """What is said in letters that the made-up language does not have."""
    return {
        words for words in said(window) if re.search(r"[A-Za-z]{2}", INTERNATIONAL.sub(" ", words))
    }


def cut_off(window: QWidget) -> list[str]:
    """The words that have less room than they need."""
    found = []
    for widget in window.findChildren(QWidget):
        mine = widget.isVisible() and widget.window() is window
        if not mine or isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, QLabel) and widget.text():
            needs = widget.sizeHint()
            if widget.wordWrap():
                needs = QSize(0, widget.heightForWidth(widget.width()))
        elif isinstance(widget, QAbstractButton):
            needs = widget.sizeHint()
        else:
            continue
        if needs.width() > widget.width() or needs.height() > widget.height():
            found.append(
                f"{widget.text()!r} needs {needs.toTuple()}, has {widget.size().toTuple()}"
            )
        inside = QRect(widget.mapTo(window, QPoint()), widget.size())
        scrolls = any(area.isAncestorOf(widget) for area in window.findChildren(QScrollArea))
        if not (scrolls or window.rect().contains(inside)):
            found.append(f"{widget.text()!r} stands out of the window")
    return found


# The windows -------------------------------------------------------------------------------------

SETTINGS = Settings(device_name="Щ", download_folder="/ж", port=0)
BOX = Address("10.0.0.1")


def device(number: int, **more: Any) -> Device:
    return fake_manager.device(f"Щ{number}", number, **more)


def full_window(manager: FakeManager) -> MainWindow:
    window = MainWindow(manager.as_manager(), "1" * 64)
    manager.show_devices(
        device(1),
        device(2, online=False, trust=Trust.TRUSTED),
        device(3, trust=Trust.BLOCKED),
        device(4, typed=True),
    )
    entries = [Entry(TOP, "ж", EntryKind.FOLDER), Entry(0, "1.0", EntryKind.FILE, 7)]
    offered = fake_manager.offer("Щ", [*entries, Entry(0, "2.0", EntryKind.FILE, 7)])
    for stage in Stage:
        manager.add(fake_manager.sending("Щ", title="ж", stage=stage))
        manager.add(fake_manager.receiving(offered, stage))
    for error in (Paused(), PausedThere("Щ"), ConnectionLost("Щ"), DiskFull("ж"), Unreachable("Щ")):
        interrupted = fake_manager.moving(fake_manager.receiving(offered), 7, 14)
        interrupted.stage, interrupted.error = Stage.INTERRUPTED, error
        manager.add(interrupted)
    failed = fake_manager.receiving(offered, Stage.FINISHED)
    failed.entry_errors, failed.skipped = {1: Damaged("1.0")}, [LinkSkipped("ж")]
    failed.agreed = True
    manager.add(failed)
    manager.listen(BOX, Address("10.0.0.2"))
    window._transfers.perform(Action.UNFOLD, failed)
    window._show_error(DiskFull("ж"))
    window.offer_paths([Path("/ж"), Path("/з"), Path("/и")])
    return window


def empty_window(manager: FakeManager) -> MainWindow:
    window = MainWindow(manager.as_manager(), "1" * 64)
    manager.listen(BOX)
    manager.visibility.see(Visibility.EVERYONE, 500)
    return window


def offer_dialog(_manager: FakeManager) -> OfferDialog:
    entries = [Entry(TOP, "ж", EntryKind.FOLDER), Entry(0, "1.sh", EntryKind.FILE, 7)]
    asked = fake_manager.receiving(fake_manager.offer("Щ", entries))
    dialog = OfferDialog(asked, SETTINGS)
    dialog._take_answer(Room(Path("/ж"), 10**12, None))
    dialog._conflicts.ask_about(["ж", "з"])
    return dialog


def withdrawn_offer(manager: FakeManager) -> OfferDialog:
    dialog = offer_dialog(manager)
    dialog.withdraw()
    return dialog


def settings_dialog(_manager: FakeManager) -> SettingsDialog:
    dialog = SettingsDialog(SETTINGS, "1" * 64)
    dialog.show_visible(Visible(Visibility.EVERYONE, 500))
    dialog.show_leftovers([Leftover(fake_manager.sending("Щ", title="ж"), Path("/ж"), 1000)])
    dialog._send_limit.setText("0.01")
    dialog._check()
    return dialog


def network_settings(manager: FakeManager) -> SettingsDialog:
    return _turned(settings_dialog(manager), 1)


def computer_settings(manager: FakeManager) -> SettingsDialog:
    return _turned(settings_dialog(manager), 2)


def _turned(dialog: SettingsDialog, page: int) -> SettingsDialog:
    (buttons,) = dialog.findChildren(Pages)[0].findChildren(QButtonGroup)
    buttons.button(page).click()
    return dialog


def device_picker(_manager: FakeManager) -> DevicePicker:
    picker = DevicePicker([device(1), device(2, online=False)], "ж")
    for row in range(2):
        picker._model.toggle(picker._model.index(row, 0))
    return picker


def empty_picker(_manager: FakeManager) -> DevicePicker:
    return DevicePicker([], "ж")


def history(manager: FakeManager) -> HistoryDialog:
    manager.history.records = [
        Record(
            key=f"{number:032x}",
            direction=Direction.SENDING,
            title="ж",
            stage=stage,
            peer_name="Щ",
            paths=("/ж",),
            changed=1_700_000_000.0,
            files=2,
            total_bytes=7,
            error=error,
        )
        for number, (stage, error) in enumerate(
            [
                (Stage.FINISHED, ""),
                (Stage.FAILED, "connection_lost"),
                (Stage.CANCELLED, "cancelled"),
            ]
        )
    ]
    return HistoryDialog(manager.history, None)  # type: ignore[arg-type]


def empty_history(manager: FakeManager) -> HistoryDialog:
    return HistoryDialog(manager.history, None)  # type: ignore[arg-type]


def pairing(_manager: FakeManager) -> PairingDialog:
    asked = Pairing("1", "Щ", "1" * 64, started_here=False)
    asked.code = "123456"
    return PairingDialog(asked)


def rename(_manager: FakeManager) -> RenameDialog:
    return RenameDialog(device(1))


def welcome(_manager: FakeManager) -> WelcomeDialog:
    return WelcomeDialog(SETTINGS)


def text_editor(_manager: FakeManager) -> QWidget:
    editor = TextEditor()
    editor.write(device(1))
    return editor


def text_offer(_manager: FakeManager) -> QWidget:
    entry = Entry(TOP, "a.txt", EntryKind.FILE, 46)
    asked = receiving(offer("Щ", [entry], Kind.TEXT))
    asked.kind = Kind.TEXT
    return TextOffer(asked)


READING_MS = 10_000  # a thread reads it


def text_view(_manager: FakeManager) -> QWidget:
    view = TextView(Path(__file__), "Щ", when=1_700_000_000.0)
    copy = _copy_button(view)
    deadline = QDeadlineTimer(READING_MS)
    while not copy.isEnabled():
        assert not deadline.hasExpired()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    view._show_text(ReadText(view.file, "\n" * MOST_LINES, is_changed=True))  # with all remarks
    return view


def copied_text(manager: FakeManager) -> QWidget:
    view = text_view(manager)
    _copy_button(view).click()
    return view


def _copy_button(view: QWidget) -> QAbstractButton:
    (button,) = view.findChildren(QAbstractButton, "copy")
    return button


def close_choice(_manager: FakeManager) -> QWidget:
    return CloseChoice()


def connection_check(_manager: FakeManager) -> QWidget:
    """With everything that it can find."""
    dialog = CheckDialog([device(1)])
    dialog.choose(device(1))
    findings = [_finding(kind) for kind in FindingKind]
    dialog.show_check(ConnectionCheck("1", device(1), findings, "ж", ended=True))
    return dialog


def _finding(kind: FindingKind) -> Finding:
    fields = Formatter().parse(kind.sentence + kind.advice)
    facts = {name: "Щ" for _, name, _, _ in fields if name and name != "error"}
    return Finding(kind, facts, Unreachable("Щ"), "/ж")


def running_check(_manager: FakeManager) -> QWidget:
    dialog = CheckDialog([])
    dialog.show_check(ConnectionCheck("1"))
    return dialog


WINDOWS = [
    *(full_window, empty_window, offer_dialog, withdrawn_offer, settings_dialog, device_picker),
    *(network_settings, computer_settings),
    *(empty_picker, history, empty_history, pairing, rename, welcome, text_editor, text_offer),
    *(text_view, copied_text, close_choice, connection_check, running_check),
]


@pytest.mark.usefixtures("pseudo_language")
@pytest.mark.parametrize("make", WINDOWS)
def test_every_window_is_translated_and_has_room_for_it(
    qtbot: QtBot, make: Callable[[FakeManager], QWidget]
) -> None:
    manager = FakeManager(SETTINGS)
    window = make(manager)
    qtbot.addWidget(window, before_close_func=lambda each: setattr(each, "_may_close", True))
    if isinstance(window, QDialog):
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    window.show()
    qtbot.waitExposed(window)
    QApplication.processEvents()
    window.grab()
    assert english(window) == set()
    assert not cut_off(window), "\n".join(cut_off(window))
    assert window.width() <= 1280
    assert window.height() <= 800


@pytest.mark.usefixtures("pseudo_language")
def test_the_window_has_room_for_its_words_also_at_its_smallest(qtbot: QtBot) -> None:
    window = empty_window(FakeManager(SETTINGS))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.resize(window.minimumSize())
    QApplication.processEvents()
    assert not cut_off(window), "\n".join(cut_off(window))
    assert window.width() <= 800
