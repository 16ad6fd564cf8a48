from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from desktopxfer.desktop.notification import Notification, Press
from desktopxfer.device import Trust
from desktopxfer.errors import ProfileUnusable
from desktopxfer.settings import Settings, WhenClosed
from desktopxfer.transfer.progress import Stage
from desktopxfer.ui import background as background_module
from desktopxfer.ui.background import PATIENT_LOOKS, Background
from desktopxfer.ui.close_choice import CloseChoice
from desktopxfer.ui.main_window import MainWindow
from desktopxfer.ui.notice import Notice
from desktopxfer.ui.offer_dialog import OfferDialog
from desktopxfer.ui.tray import Tray
from tests.ui.conftest import OWN_ID
from tests.ui.fake_manager import FakeManager, offer, receiving, sending
from tests.ui.shown import click, shown

# The invisible screen knows no trays; whether one is there is what each test says.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")


class FakeNotifier(QObject):
    pressed = Signal(object)
    refused = Signal(object)
    changed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.capabilities: frozenset[str] = frozenset()
        self.said: list[Notification] = []
        self.closed = False

    def can(self, *capabilities: str) -> None:
        self.capabilities = frozenset(capabilities)
        self.changed.emit(self.capabilities)

    def show(self, notification: Notification) -> None:
        self.said.append(notification)

    def withdraw(self, key: str) -> None: ...

    def show_progress(self, share: float | None) -> None: ...

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def appear(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    def appear(is_there: bool) -> None:
        monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: is_there)

    appear(True)
    # The invisible screen leaves a closed window active. Here nobody looks at any.
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    monkeypatch.setattr(background_module, "Notifier", FakeNotifier)
    return appear


@pytest.fixture
def manager(tmp_path: Path) -> FakeManager:
    return FakeManager(Settings(download_folder=str(tmp_path)))


@pytest.fixture
def window(qtbot: QtBot, manager: FakeManager) -> MainWindow:
    window = MainWindow(manager.as_manager(), OWN_ID)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def background(
    manager: FakeManager, window: MainWindow, appear: Callable[[bool], None]
) -> Iterator[Background]:
    background = Background(manager.as_manager(), window)
    yield background
    background.close()
    QApplication.setQuitOnLastWindowClosed(True)
    window._close_at_once()


@pytest.fixture
def notifier(background: Background) -> FakeNotifier:
    (notifier,) = background.findChildren(FakeNotifier)
    return notifier


def want(manager: FakeManager, choice: WhenClosed) -> None:
    manager.preferences.apply(replace(manager.preferences.current, when_closed=choice))


def press_close(window: MainWindow) -> None:
    """As a hand does it in the title bar: Qt hears of it from the window system."""
    handle = window.windowHandle()
    assert handle is not None
    QApplication.sendEvent(handle, QCloseEvent())


def look(background: Background, times: int = 1) -> None:
    (tray,) = background.findChildren(Tray)
    for _ in range(times):
        tray.look()


# The close button ---------------------------------------------------------------------------------


def test_the_first_close_explains_and_asks_and_the_answer_is_kept(
    qtbot: QtBot, background: Background, window: MainWindow, manager: FakeManager
) -> None:
    background.start()
    press_close(window)
    assert window.isVisible()
    (question,) = shown(window, CloseChoice)
    assert "icon in the tray brings the window back" in question.text()
    click(qtbot, question, "Keep running")
    assert window.isHidden()
    assert manager.preferences.current.when_closed is WhenClosed.HIDE
    window.come_forward()
    press_close(window)
    assert window.isHidden()
    assert shown(window, CloseChoice) == []


def test_escape_chooses_nothing(
    qtbot: QtBot, background: Background, window: MainWindow, manager: FakeManager
) -> None:
    background.start()
    press_close(window)
    qtbot.keyClick(shown(window, CloseChoice)[0], Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown(window, CloseChoice) == [])
    assert window.isVisible()
    assert manager.preferences.current.when_closed is WhenClosed.ASK


def test_the_first_close_can_quit_for_good(
    qtbot: QtBot, background: Background, window: MainWindow, manager: FakeManager
) -> None:
    background.start()
    press_close(window)
    with qtbot.waitSignal(window.closed):
        click(qtbot, shown(window, CloseChoice)[0], "Quit")
    assert manager.preferences.current.when_closed is WhenClosed.QUIT
    window.show()
    with qtbot.waitSignal(window.closed):
        press_close(window)


def test_an_answer_that_cannot_be_saved_is_obeyed_all_the_same(
    qtbot: QtBot, background: Background, window: MainWindow, manager: FakeManager
) -> None:
    background.start()
    press_close(window)
    manager.refusal = ProfileUnusable("/profile", "Read-only file system")
    click(qtbot, shown(window, CloseChoice)[0], "Keep running")
    assert window.isHidden()
    window.show()
    assert any("Read-only" in each.sentence for each in shown(window, Notice))


def test_without_a_tray_closing_ends_the_program(
    qtbot: QtBot,
    background: Background,
    window: MainWindow,
    manager: FakeManager,
    appear: Callable[[bool], None],
) -> None:
    background.start()
    want(manager, WhenClosed.HIDE)
    appear(False)  # it has just gone, and nobody has looked since
    with qtbot.waitSignal(window.closed):
        press_close(window)


def test_whatever_else_closes_the_window_ends_the_program(
    qtbot: QtBot, background: Background, window: MainWindow, manager: FakeManager
) -> None:
    """Its own shortcut, the end of the session, the Quit in the menu of a Mac."""
    background.start()
    want(manager, WhenClosed.HIDE)
    for close in (
        window.close,
        lambda: window.windowHandle().close(),
        QApplication.closeAllWindows,
    ):
        window.show()
        with qtbot.waitSignal(window.closed):
            close()


@pytest.mark.parametrize("was_shown", [True, False])
def test_quitting_from_the_tray_asks_while_something_runs(
    qtbot: QtBot,
    background: Background,
    window: MainWindow,
    manager: FakeManager,
    was_shown: bool,
) -> None:
    background.start(hidden=not was_shown)
    window.hide()
    (tray,) = background.findChildren(Tray)
    sent = manager.add(sending("NAS"))
    tray.quit_wanted.emit()
    (question,) = shown(window, QMessageBox)
    assert "not finished" in question.text()
    assert window.isVisible()  # to see what it is about
    click(qtbot, question, "Stay")
    window.hide()
    manager.change(sent, Stage.FINISHED)
    with qtbot.waitSignal(window.closed):
        tray.quit_wanted.emit()


def test_no_offer_covers_the_question_whether_to_quit(
    qtbot: QtBot,
    background: Background,
    window: MainWindow,
    manager: FakeManager,
    notifier: FakeNotifier,
) -> None:
    notifier.can("actions")
    background.start(hidden=True)
    manager.add(receiving(offer("Bob")))  # asked about in a notification
    (tray,) = background.findChildren(Tray)
    for _ in range(2):  # however often
        tray.quit_wanted.emit()
    (question,) = shown(window, QMessageBox)
    assert "answer" in question.text()
    qtbot.waitUntil(lambda: not background._soon.isActive())
    assert shown(window, OfferDialog) == []
    click(qtbot, question, "Stay")
    assert len(shown(window, OfferDialog)) == 1


# With and without a tray --------------------------------------------------------------------------


def test_it_begins_hidden_in_the_tray_and_a_click_shows_it(
    qtbot: QtBot, background: Background, window: MainWindow
) -> None:
    background.start(hidden=True)
    look(background, 20)
    assert window.isHidden()
    (tray,) = background.findChildren(Tray)
    tray.opened.emit()
    assert window.isVisible()
    assert not window.isMinimized()


def test_a_tray_that_is_late_or_gone_for_a_moment_is_waited_for(
    background: Background, window: MainWindow, appear: Callable[[bool], None]
) -> None:
    appear(False)
    background.start(hidden=True)
    look(background, PATIENT_LOOKS - 2)
    appear(True)
    look(background)
    appear(False)
    look(background, PATIENT_LOOKS - 1)
    assert window.isHidden()


def test_it_is_never_hidden_where_no_tray_is(
    background: Background, window: MainWindow, appear: Callable[[bool], None]
) -> None:
    appear(False)
    background.start(hidden=True)
    look(background, PATIENT_LOOKS)
    assert window.isMinimized()
    assert window.isVisible()
    appear(True)  # the panel is back: so is it, unless somebody has looked at it
    look(background)
    assert window.isHidden()
    appear(False)
    look(background, PATIENT_LOOKS)
    window.come_forward()
    window.showMinimized()
    appear(True)
    look(background)
    assert window.isVisible()


def test_the_end_leaves_nothing_on_the_desktop(
    background: Background, window: MainWindow, notifier: FakeNotifier
) -> None:
    background.start()
    background.close()
    assert notifier.closed
    assert not any(each.isVisible() for each in background.findChildren(QSystemTrayIcon))


# Offers -------------------------------------------------------------------------------------------


def dialogs(window: MainWindow) -> list[OfferDialog]:
    return shown(window, OfferDialog)


def test_while_hidden_the_notification_asks_and_the_dialog_waits_for_the_window(
    qtbot: QtBot,
    background: Background,
    window: MainWindow,
    manager: FakeManager,
    notifier: FakeNotifier,
) -> None:
    background.start(hidden=True)
    notifier.can("actions")
    manager.add(receiving(offer(), trust=Trust.TRUSTED))
    assert len(notifier.said) == 1
    assert dialogs(window) == []
    window.come_forward()
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)


def test_a_notification_that_nobody_shows_leaves_it_to_the_dialog(
    background: Background,
    window: MainWindow,
    manager: FakeManager,
    notifier: FakeNotifier,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    background.start(hidden=True)
    notifier.can("actions")
    asked = manager.add(receiving(offer(), trust=Trust.TRUSTED))
    said: list[object] = []
    (icon,) = background.findChildren(QSystemTrayIcon)
    monkeypatch.setattr(icon, "showMessage", lambda *words: said.append(words[0]))
    notifier.refused.emit(notifier.said[0])
    assert len(dialogs(window)) == 1
    assert len(said) == 1
    icon.messageClicked.emit()
    assert window.isVisible()
    assert dialogs(window)[0].transfer is asked


@pytest.mark.parametrize("capabilities", [(), ("body",)])
def test_where_notifications_have_no_buttons_the_dialog_asks(
    background: Background,
    window: MainWindow,
    manager: FakeManager,
    notifier: FakeNotifier,
    capabilities: tuple[str, ...],
) -> None:
    background.start(hidden=True)
    notifier.can(*capabilities)
    manager.add(receiving(offer()))
    assert len(dialogs(window)) == 1


def test_what_is_decided_in_a_notification_is_answered(
    background: Background, window: MainWindow, manager: FakeManager, notifier: FakeNotifier
) -> None:
    background.start(hidden=True)
    notifier.can("actions")
    asked = manager.add(receiving(offer()))
    notifier.pressed.emit(Press(asked.key, "decline"))
    assert [(transfer, decision.into) for transfer, decision in manager.answered] == [(asked, None)]
    window.come_forward()
    assert dialogs(window) == []


def test_a_click_selects_the_row_whatever_is_filtered(
    background: Background, window: MainWindow, manager: FakeManager
) -> None:
    background.start(hidden=True)
    first = manager.add(sending("NAS"))
    manager.add(sending("Desk-PC"))
    manager.change(first, Stage.FINISHED)
    window._filters.button(1).click()  # what is active
    window.show_transfer(first)
    assert window.isVisible()
    assert window._transfers.current_transfer() is first
