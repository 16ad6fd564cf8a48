"""Owns the window: what lies where in it, and what each of its parts asks of the manager."""

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktopxfer.desktop.instance import Wish
from desktopxfer.device import Device
from desktopxfer.errors import DesktopxferError
from desktopxfer.offer import Decision
from desktopxfer.settings import Settings, Visibility
from desktopxfer.ui import text, theme
from desktopxfer.ui.add_address import AddAddress
from desktopxfer.ui.check_control import CheckControl
from desktopxfer.ui.closing import what_closing_ends
from desktopxfer.ui.confirmation import Confirmation
from desktopxfer.ui.device_control import DeviceControl
from desktopxfer.ui.device_list import DeviceList
from desktopxfer.ui.drop import DropZone, local_paths
from desktopxfer.ui.empty_state import EmptyState
from desktopxfer.ui.history_dialog import HistoryDialog
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.mirror import margins
from desktopxfer.ui.notice import Notices
from desktopxfer.ui.questions import Questions
from desktopxfer.ui.send_control import SendControl
from desktopxfer.ui.settings_dialog import SettingsDialog
from desktopxfer.ui.text_control import TextControl
from desktopxfer.ui.theme import Space, TypeSize
from desktopxfer.ui.this_device import Header, StatusLine
from desktopxfer.ui.transfer_actions import Action
from desktopxfer.ui.transfer_control import TransferControl
from desktopxfer.ui.transfer_files import TransferFiles
from desktopxfer.ui.transfer_list import TransferList
from desktopxfer.ui.transfer_model import Filter
from desktopxfer.ui.welcome_dialog import WelcomeDialog
from desktopxfer.workers.manager import TransferManager
from desktopxfer.workers.state import Listening, Transfer


class MainWindow(QMainWindow):
    """The one window: shows what the manager tells, passes on what the user wants, never waits."""

    closed = Signal()  # for good: the program shall end

    def __init__(self, manager: TransferManager, device_id: str) -> None:
        super().__init__()
        self._manager = manager
        self._device_id = device_id
        self._questions = Questions(manager, self)
        self._device_control = DeviceControl(manager, self)
        self._send_control = SendControl(manager, self._device_control, self)
        self._text_control = TextControl(manager, self)
        self._transfer_control = TransferControl(manager, self)
        self._check_control = CheckControl(manager, self)
        self._listening: Listening | None = None
        self._is_dragged_over = False
        self._late_devices: tuple[Device, ...] | None = None  # came during a drag
        self._may_close = False
        self.setWindowTitle("desktopxfer")
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._make_parts()
        self._lay_out()
        self._connect_parts()
        self._connect_manager()
        self._header.show_settings(manager.preferences.current)
        self._header.show_visible(manager.visibility.visible)
        self._say_what_next()
        # A tenth is left for the title bar, whose height nobody knows before it is there.
        usual = QSize(theme.roomy(980), theme.roomy(680))
        self.resize(usual.boundedTo(self.screen().availableSize() * 0.9))

    # What it is made of ---------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self._header = Header(self._device_id)
        self._notices = Notices()
        self._devices = DeviceList()
        self._no_devices = EmptyState("search")
        self._add_address = AddAddress()
        self._transfers = TransferList()
        self._no_transfers = EmptyState("inbox")
        self._files = TransferFiles()
        self._filters = QButtonGroup(self)
        self._clear = IconButton(
            "", self.tr("Clear"), kind="segment", name=self.tr("Clear finished")
        )
        self._history = IconButton("history", kind="flat", name=self.tr("History"))
        what_clearing_does = self.tr("Takes what has ended off the list; the files stay")
        theme.set_tooltip(self._clear, what_clearing_does)
        self._drop_zone = DropZone()
        self._status = StatusLine()

    def _lay_out(self) -> None:
        self._device_pages = _pages(self._devices, self._no_devices)
        self._transfer_pages = _pages(self._transfers, self._no_transfers)
        left = _panel(_heading(self.tr("Devices")), self._device_pages, self._add_address)
        unfolding = QSplitter(Qt.Orientation.Vertical)
        unfolding.setChildrenCollapsible(False)
        unfolding.addWidget(self._transfer_pages)
        unfolding.addWidget(self._files)
        unfolding.setStretchFactor(0, 3)
        unfolding.setStretchFactor(1, 2)
        right = _panel(self._make_filter(), unfolding)
        panels = _Panels(Qt.Orientation.Horizontal)
        panels.setChildrenCollapsible(False)
        panels.setHandleWidth(Space.M)
        panels.addWidget(left)
        panels.addWidget(right)
        left.setMinimumWidth(220)
        panels.setMinimumHeight(250)
        left.lower()  # a splitter stacks the first on top, and what is on top is read last
        panels.setStretchFactor(1, 1)
        panels.setSizes([290, 660])
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.S)
        layout.setSpacing(Space.M)
        layout.addWidget(self._header)
        layout.addWidget(self._notices)
        layout.addWidget(panels, 1)
        layout.addWidget(self._drop_zone)
        layout.addWidget(self._status)
        self.setCentralWidget(centre)
        # No control is marked as chosen before the user has gone to one.
        centre.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        centre.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_filter(self) -> QWidget:
        heading = _heading(self.tr("Transfers"))
        layout = heading.layout()
        assert layout is not None
        layout.addWidget(self._clear)
        words = {
            Filter.ALL: self.tr("All"),
            Filter.ACTIVE: self.tr("Active"),
            Filter.FAILED: self.tr("Failed"),
        }
        for number, (which, label) in enumerate(words.items()):
            button = IconButton("", label, kind="segment")
            button.setCheckable(True)
            button.setAutoExclusive(True)  # said as one of several, not as a tick box
            button.setChecked(which is Filter.ALL)
            self._filters.addButton(button, number)
            layout.addWidget(button)
        layout.addWidget(self._history)
        return heading

    def _connect_parts(self) -> None:
        self._header.visibility_chosen.connect(self._set_visibility)
        self._header.opening_chosen.connect(self._open_to_everyone)
        self._header.settings_wanted.connect(self._open_settings)
        self._devices.activated_device.connect(self._send_control.take_device)
        self._devices.requested.connect(self._device_control.perform)
        self._device_control.files_wanted.connect(self._send_control.choose_files)
        self._device_control.folder_wanted.connect(self._send_control.choose_folder)
        self._device_control.text_wanted.connect(self._send_control.write_text)
        self._device_control.pairing_wanted.connect(self._questions.pair)
        self._device_control.check_wanted.connect(self._check_control.check)
        self._device_control.failed.connect(self._show_error)
        self._check_control.failed.connect(self._show_error)
        self._status.check_wanted.connect(self._check_control.check)
        self._send_control.failed.connect(self._show_error)
        self._text_control.failed.connect(self._show_error)
        self._transfer_control.failed.connect(self._show_error)
        self._questions.failed.connect(self._show_error)
        self._questions.accepted.connect(self._text_control.await_text)
        self._add_address.added.connect(self._device_control.add_address)
        self._transfers.requested.connect(self._perform)
        self._files.closed.connect(self._fold)
        self._filters.idClicked.connect(self._filter)
        self._clear.clicked.connect(self._clear_ended)
        self._history.clicked.connect(self._open_history)
        self._drop_zone.files_wanted.connect(self._send_control.choose_files)
        self._drop_zone.folder_wanted.connect(self._send_control.choose_folder)
        self._drop_zone.text_wanted.connect(self._send_control.write_text)
        self._drop_zone.devices_wanted.connect(self._send_control.pick_for_waiting)
        self._send_control.waiting_changed.connect(self._drop_zone.set_waiting)
        self._drop_zone.waiting_dropped.connect(self._send_control.drop_waiting)
        for keys, slot in (
            (QKeySequence.StandardKey.Open, self._send_control.choose_files),
            (QKeySequence.StandardKey.Paste, self._paste),
            (QKeySequence("Ctrl+,"), self._open_settings),  # Qt knows none outside of a Mac
            (QKeySequence.StandardKey.Quit, self.close),
        ):
            QShortcut(keys, self).activated.connect(slot)

    def _connect_manager(self) -> None:
        manager = self._manager
        manager.transfers.added.connect(self._add_transfer)
        manager.transfers.changed.connect(self._change_transfer)
        manager.transfers.removed.connect(self._remove_transfers)
        manager.devices.changed.connect(self._show_devices)
        manager.presence.listening_changed.connect(self._show_listening)
        manager.visibility.changed.connect(self._header.show_visible)
        manager.alarmed.connect(self._alarm)
        manager.transfers.refused.connect(self._show_error)
        manager.history.refused.connect(self._show_error)
        manager.integration.refused.connect(self._show_error)
        manager.history.changed.connect(self._count_leftovers)

    # What the manager tells -----------------------------------------------------------------------

    @Slot(object)
    def _add_transfer(self, transfer: Transfer) -> None:
        self._transfers.add(transfer)
        self._say_what_next()

    @Slot(object)
    def _change_transfer(self, transfer: Transfer) -> None:
        self._transfers.change(transfer)
        self._files.update_transfer(transfer)
        self._say_what_next()

    @Slot(object)
    def _show_devices(self, devices: tuple[Device, ...]) -> None:
        if self._is_dragged_over:
            self._late_devices = devices  # no row may move away under what is about to be dropped
            return
        self._devices.set_devices(devices)
        self._say_what_next()
        self._send_control.show_devices(devices)

    @Slot(object)
    def _show_listening(self, listening: Listening) -> None:
        self._listening = listening
        self._status.show_listening(listening)
        self._say_what_next()

    @Slot(object)
    def _remove_transfers(self, transfers: Sequence[Transfer]) -> None:
        self._transfers.remove(transfers)
        for transfer in transfers:
            if transfer is self._files.transfer:
                self._fold()
        self._say_what_next()

    def offer_paths(self, paths: Sequence[Path]) -> None:
        """Keeps paths until the user says which devices get them."""
        self._send_control.offer(paths)

    @Slot()
    def _paste(self) -> None:
        """For the device that the keyboard is at. A text field pastes by itself."""
        device = self._devices.current_device() if self._devices.hasFocus() else None
        self._send_control.paste(device)

    @Slot(object)
    def take_wish(self, wish: Wish) -> None:
        """Does what a later start of the program wants of the window that is open."""
        if wish.quits:
            self._close_at_once()
            return
        self.offer_paths(wish.paths)
        if not wish.hidden:
            self.come_forward(wish.token)

    def come_forward(self, token: str = "") -> None:
        """In front of all windows and with the focus, as far as the desktop lets it.

        `token` is what Wayland wants for it.
        """
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # where Qt looks for it
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # Dragging -------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_paths(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)  # a moving drag would delete the source
            event.accept()
            self._is_dragged_over = True
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        position = self.mapToGlobal(event.position().toPoint())
        self._devices.scroll_at(position)
        device = self._devices.device_at(position)
        self._devices.set_drop_target(device)
        self._drop_zone.set_hovered(device is None)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        device = self._devices.device_at(self.mapToGlobal(event.position().toPoint()))
        self._end_drag()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._send_control.take(local_paths(event.mimeData()), device)

    def _end_drag(self) -> None:
        self._is_dragged_over = False
        late, self._late_devices = self._late_devices, None
        if late is not None:
            self._show_devices(late)
        self._devices.set_drop_target(None)
        self._drop_zone.set_hovered(False)

    # Transfers ------------------------------------------------------------------------------------

    @Slot(object, object)
    def _perform(self, transfer: Transfer, action: Action) -> None:
        match action:
            case Action.ANSWER:
                self._questions.answer(transfer)
            case Action.DECLINE:
                self._questions.decide(transfer, Decision(None))
            case Action.SEND_AGAIN:
                self._send_control.send_again(transfer)
            case Action.CHECK:
                self._check_control.check_transfer(transfer)
            case Action.SHOW_TEXT | Action.COPY_TEXT:
                self._text_control.perform(transfer, action)
            case Action.UNFOLD if self._files.transfer is transfer:
                self._fold()
            case Action.UNFOLD | Action.UNFOLD_FAILED:
                self._manager.remembered.look_into(transfer)
                self._files.show_transfer(transfer, only_failed=action is Action.UNFOLD_FAILED)
                self._transfers.set_unfolded(transfer)
            case _:
                self._transfer_control.perform(transfer, action)

    @Slot()
    def _fold(self) -> None:
        self._files.close_transfer()
        self._transfers.set_unfolded(None)

    @Slot(int)
    def _filter(self, number: int) -> None:
        self._transfers.set_filter(list(Filter)[number])
        self._say_what_next()

    @Slot()
    def _clear_ended(self) -> None:
        """Of what the filter shows: nothing vanishes that the user did not see."""
        self._manager.transfers.remove(self._transfers.ended())

    # The past -------------------------------------------------------------------------------------

    @Slot()
    def _open_history(self) -> None:
        if (dialog := self.findChild(HistoryDialog)) is None:
            dialog = HistoryDialog(self._manager.history, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.send_again_wanted.connect(self._send_control.send_past_again)
            dialog.text_wanted.connect(self._text_control.show_past)
            dialog.failed.connect(self._show_error)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    # This device and the others -------------------------------------------------------------------

    def welcome(self) -> None:
        """Asks what has to be known at the very first start, and can do without an answer."""
        dialog = WelcomeDialog(self._manager.preferences.current, self)
        dialog.chosen.connect(self._apply)
        self._connect_integration(dialog)
        dialog.open()

    def _connect_integration(self, dialog: SettingsDialog | WelcomeDialog) -> None:
        integration = self._manager.integration
        integration.known.connect(dialog.show_integrated)
        dialog.integration_chosen.connect(integration.choose)
        integration.look()

    @Slot()
    def _open_settings(self) -> None:
        dialog = SettingsDialog(self._manager.preferences.current, self._device_id, self)
        dialog.show_visible(self._manager.visibility.visible)
        self._manager.visibility.changed.connect(dialog.show_visible)
        dialog.chosen.connect(self._apply)
        dialog.visibility_chosen.connect(self._set_visibility)
        dialog.discard_wanted.connect(partial(self._transfer_control.discard, over=dialog))
        self._manager.leftovers.counted.connect(dialog.show_leftovers)
        self._count_leftovers()
        self._connect_integration(dialog)
        dialog.open()

    @Slot()
    def _count_leftovers(self) -> None:
        """While somebody looks at them."""
        if self.findChild(SettingsDialog) is not None:
            try:
                self._manager.leftovers.count()
            except DesktopxferError as error:
                self._show_error(error)

    @Slot(object)
    def _set_visibility(self, visibility: Visibility) -> None:
        try:
            self._manager.visibility.choose(visibility)
        except DesktopxferError as error:
            self._show_error(error)
        self._header.show_visible(self._manager.visibility.visible)

    @Slot(int)
    def _open_to_everyone(self, seconds: int) -> None:
        try:
            self._manager.visibility.open_to_everyone(seconds)
        except DesktopxferError as error:
            self._show_error(error)
        self._header.show_visible(self._manager.visibility.visible)

    @Slot(object)
    def _apply(self, settings: Settings) -> None:
        try:
            self._manager.preferences.apply(settings)
        except DesktopxferError as error:
            self._show_error(error)
        self._header.show_settings(self._manager.preferences.current)

    # While nobody looks at it ---------------------------------------------------------------------

    @Slot(object, str)
    def show_transfer(self, transfer: Transfer, token: str = "") -> None:
        """Comes to the front with the row selected."""
        self.come_forward(token)
        self._filters.button(list(Filter).index(Filter.ALL)).click()  # no filter may hide it
        self._transfers.select(transfer)

    @Slot(object, str)
    def ask_about(self, transfer: Transfer, token: str = "") -> None:
        """Comes to the front with the dialog of an offer."""
        self.show_transfer(transfer, token)
        self._questions.answer(transfer)

    @Slot(object, str)
    def show_text(self, transfer: Transfer, token: str = "") -> None:
        """Comes to the front with a text that has arrived."""
        self.show_transfer(transfer, token)
        self._text_control.perform(transfer, Action.SHOW_TEXT)

    @Slot(object, object)
    def decide(self, transfer: Transfer, decision: Decision) -> None:
        """Answers an offer without its dialog."""
        self._questions.decide(transfer, decision)

    def hold_offers(self, held: bool) -> None:
        """While they are held, no dialog of an offer opens by itself."""
        self._questions.hold(held)

    @property
    def visibility_choices(self) -> Sequence[QAction]:
        """Who may offer files, for a menu elsewhere."""
        return self._header.choices

    # Words ----------------------------------------------------------------------------------------

    def notify(self, sentence: str) -> None:
        """Shows a sentence of ours above the lists until it is closed; the same one only once."""
        self._notices.say(sentence)

    @Slot(object)
    def _show_error(self, error: DesktopxferError) -> None:
        self.notify(text.sentence(error))

    @Slot(object)
    def _alarm(self, error: DesktopxferError) -> None:
        self._show_error(error)
        QApplication.alert(self)

    def _say_what_next(self) -> None:
        """Shows the lists, or what to do while there is nothing in them."""
        self._device_pages.setCurrentIndex(0 if self._devices.devices else 1)
        self._no_devices.say(self.tr("No devices yet"), self._device_advice())
        self._clear.setVisible(bool(self._transfers.ended()))
        self._transfer_pages.setCurrentIndex(1 if self._transfers.is_empty() else 0)
        match list(Filter)[self._filters.checkedId()]:
            case Filter.ACTIVE:
                heading, advice = self.tr("Nothing is on its way"), ""
            case Filter.FAILED:
                heading, advice = self.tr("Nothing failed"), ""
            case _:
                heading = self.tr("No transfers yet")
                advice = self.tr(
                    "Drop files or folders on a device to send them. "
                    "What others send to you appears here and asks you first."
                )
        self._no_transfers.say(heading, advice)

    def _device_advice(self) -> str:
        advice = self.tr("Open desktopxfer on the other computer, in the same network.")
        if self._listening is None or not self._listening.addresses:
            return advice
        own = str(self._listening.addresses[0])
        typed = self.tr("If it does not appear, add this one there by its address: {address}")
        return f"{advice}\n\n{typed.format(address=own)}"

    # The end --------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        words = what_closing_ends(self._transfers.transfers)
        if self._may_close or not words:
            event.accept()
            self.closed.emit()
            return
        event.ignore()
        self.come_forward()
        if any(each.isVisible() for each in self.findChildren(Confirmation, "quit")):
            return  # it is in front of the window
        question = Confirmation(
            self.tr("Quit desktopxfer?"),
            words,
            yes=self.tr("Quit"),
            no=self.tr("Stay"),
            parent=self,
        )
        question.setObjectName("quit")
        question.confirmed.connect(self._close_at_once)
        self._questions.wait_for(question)
        question.open()

    @Slot()
    def _close_at_once(self) -> None:
        self._may_close = True
        self.close()


class _Panels(QSplitter):
    """From right to left Qt places both a pixel too far to the right, and asks for no margins."""

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        if self.isRightToLeft():
            self.setContentsMargins(0, 0, 1, 0)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().grownBy(self.contentsMargins())


def _heading(words: str) -> QWidget:
    """The line above a list; more may be added to its right."""
    heading = QWidget()
    layout = QHBoxLayout(heading)
    layout.setContentsMargins(margins(Space.M, Space.S, Space.S, Space.XS))
    layout.setSpacing(Space.XS)
    label = theme.plain_label(words, size=TypeSize.BODY, bold=True)
    layout.addWidget(label, 1)
    least = heading.minimumSizeHint().height()  # more than a button's, with large letters
    heading.setMinimumHeight(max(theme.CONTROL_HEIGHT + Space.S, least))
    return heading


def _panel(*parts: QWidget) -> QFrame:
    panel = QFrame()
    panel.setProperty("panel", True)
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(1, 1, 1, Space.XS)
    layout.setSpacing(0)
    for part in parts:
        layout.addWidget(part, 1 if isinstance(part, QStackedWidget | QSplitter) else 0)
    return panel


def _pages(*pages: QWidget) -> QStackedWidget:
    stack = QStackedWidget()
    for page in pages:
        stack.addWidget(page)
    return stack
