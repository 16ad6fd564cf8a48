"""Owns how the program goes on without its window: in the tray, and with notifications."""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from desktopxfer.desktop.notification import Notification, Press
from desktopxfer.errors import DesktopxferError
from desktopxfer.settings import WhenClosed
from desktopxfer.ui.close_choice import CloseChoice
from desktopxfer.ui.main_window import MainWindow
from desktopxfer.ui.notifications import Notifications
from desktopxfer.ui.tray import Tray
from desktopxfer.workers.manager import TransferManager
from desktopxfer.workers.notifier import Notifier

# Looks after which a missing tray is believed: a panel that is started anew, or one that comes
# later than a program that starts with the computer, is back by then.
PATIENT_LOOKS = 5


class Background(QObject):
    """Hides the window instead of closing it, where it can be found again: never without a tray.

    From its making on the program no longer ends with its last window, but when the main window is
    closed for good.
    """

    def __init__(self, manager: TransferManager, window: MainWindow) -> None:
        super().__init__(window)
        QApplication.setQuitOnLastWindowClosed(False)
        self._manager = manager
        self._window = window
        self._absences = 0  # looks in a row that found no tray
        self._is_surfaced = False  # shown minimised, because there was no tray any more
        self._last_message = ""  # the key of what the tray said
        self._notifier = Notifier(self)
        self._notifier.refused.connect(self._say_in_tray)
        # Of our own, so that it ends with us.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._hold_offers)
        self._notifier.changed.connect(self._hold_offers)
        self._tray = Tray(manager, window.visibility_choices, self)
        self._tray.progressed.connect(self._notifier.show_progress)
        self._tray.looked.connect(self._take_look)
        self._tray.opened.connect(self._open)
        self._tray.quit_wanted.connect(window.close)
        self._tray.message_clicked.connect(self._take_message_click)
        self._notifications = Notifications(manager, self._notifier, self)
        self._notifications.row_wanted.connect(window.show_transfer)
        self._notifications.answer_wanted.connect(window.ask_about)
        self._notifications.text_wanted.connect(window.show_text)
        self._notifications.decided.connect(window.decide)
        window.installEventFilter(self)

    def start(self, *, hidden: bool = False) -> None:
        """Shows the window; or `hidden` only the tray, and where there is none, minimised."""
        if not hidden:
            self._window.show()
        self._tray.start()

    def close(self) -> None:
        """Leaves nothing behind on the desktop."""
        self._window.removeEventFilter(self)
        self._notifier.close()
        self._tray.close()

    # The window -----------------------------------------------------------------------------------

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        match event.type():
            # Spontaneous is what a hand does with the title bar. Whatever else closes the window
            # ends the program: its own Quit, the end of the session, the Quit of a Mac's menu.
            case QEvent.Type.Close if event.spontaneous() and self._goes_on():
                event.ignore()
                return True
            case QEvent.Type.Show | QEvent.Type.Hide | QEvent.Type.WindowStateChange:
                self._is_surfaced = self._is_surfaced and self._window.isMinimized()
                # Later: a dialog must not be on the screen before the window it belongs to.
                self._soon.start()
        return False

    def _goes_on(self) -> bool:
        """Hides the window if that is wanted, or asks; False: it may close."""
        wanted = self._manager.preferences.current.when_closed
        if wanted is WhenClosed.QUIT or not self._tray.look():
            return False
        if wanted is WhenClosed.HIDE:
            self._window.hide()
        else:
            self._ask()
        return True

    def _ask(self) -> None:
        question = CloseChoice(self._window)
        question.chosen.connect(self._take_choice)
        question.open()

    @Slot(object)
    def _take_choice(self, wanted: WhenClosed) -> None:
        preferences = self._manager.preferences
        try:
            preferences.apply(replace(preferences.current, when_closed=wanted))
        except DesktopxferError as error:  # then it is asked again the next time
            self._window.notify(str(error))
        if wanted is WhenClosed.HIDE:
            self._window.hide()
        else:
            self._window.close()

    @Slot()
    def _hold_offers(self) -> None:
        """A dialog comes out of nowhere only where nothing quieter can ask."""
        self._window.hold_offers(self._window.isHidden() and self._notifications.can_ask)

    @Slot()
    def _open(self) -> None:
        self._window.come_forward()

    # The tray -------------------------------------------------------------------------------------

    @Slot(bool)
    def _take_look(self, is_there: bool) -> None:
        if is_there:
            self._absences = 0
            if self._is_surfaced and self._window.isMinimized():
                self._window.hide()
            return
        self._absences += 1
        if self._absences >= PATIENT_LOOKS and self._window.isHidden():
            self._window.showMinimized()
            self._is_surfaced = True

    @Slot(object)
    def _say_in_tray(self, notification: Notification) -> None:
        """Qt speaks to the systems that have no service of their own for it."""
        self._window.hold_offers(False)
        self._last_message = notification.key
        self._tray.show_message(notification)

    @Slot()
    def _take_message_click(self) -> None:
        self._notifications.take_press(Press(self._last_message))
