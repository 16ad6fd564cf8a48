"""Owns what the desktop is told of transfers while nobody looks at the window."""

import time
from collections.abc import Collection
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktopxfer.desktop.notification import ACTIONS, CLICK, Kind, Notification, Press
from desktopxfer.device import Trust
from desktopxfer.offer import Decision, Offer
from desktopxfer.offer import Kind as Content
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.ui import text
from desktopxfer.ui.arming import ARMING_MS
from desktopxfer.ui.risk import Risk, risk_of
from desktopxfer.ui.surroundings import show_in_folder
from desktopxfer.ui.transfer_actions import AS_WANTED, has_failed
from desktopxfer.workers.free_space import FreeSpace, Room
from desktopxfer.workers.manager import TransferManager
from desktopxfer.workers.notifier import Notifier
from desktopxfer.workers.state import Transfer

ACCEPT, DECLINE, ANSWER = "accept", "decline", "answer"  # the buttons
PATIENCE_MS = 1_500  # a sleeping disk takes longer, a dead network folder never answers
PAUSE_MS = 5_000  # between strangers' offers: who asks and withdraws for ever must not flash
MOST_ENTRIES = 2_000  # that are looked through here; it is the window's thread


class Matter(Enum):
    """What there is to say of a transfer; each is said once."""

    OFFER = auto()
    ARRIVED = auto()
    FAILED = auto()
    INTERRUPTED = auto()


class Notifications(QObject):
    """At most one notification a transfer, for as long as what it says is true.

    Only while no window of ours is the active one. Of all devices that are not trusted one offer is
    shown at a time, as of their dialogs.
    """

    row_wanted = Signal(object, str)  # Transfer, token: the window with its row
    answer_wanted = Signal(object, str)  # the same: the dialog of an offer
    text_wanted = Signal(object, str)  # the same: the window of a text that has arrived
    decided = Signal(object, object)  # Transfer, Decision

    def __init__(
        self, manager: TransferManager, notifier: Notifier, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = manager.preferences
        self._told: dict[str, Matter | None] = {}  # by key: the last news, shown or not
        self._shown: dict[str, Transfer] = {}
        self._since: dict[str, float] = {}  # when what is shown was shown
        self._strangers: dict[str, Transfer] = {}  # with offers that are not answered
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._show_stranger)
        self._accepting: dict[str, tuple[Transfer, str]] = {}  # with the token; ask for the room
        self._free_space = FreeSpace(self)
        self._free_space.answered.connect(self._take_room)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._ask_all)
        self._notifier = notifier
        notifier.pressed.connect(self.take_press)
        manager.transfers.added.connect(self._note)
        manager.transfers.changed.connect(self._follow)
        manager.transfers.removed.connect(self._forget)
        manager.offers.received.connect(self._offer)
        manager.offers.withdrawn.connect(self._follow)

    @property
    def can_ask(self) -> bool:
        """Whether an offer can be answered from its notification, as far as that is known."""
        return self._preferences.current.notifications and ACTIONS in self._notifier.capabilities

    # What the manager tells -----------------------------------------------------------------------

    @Slot(object)
    def _note(self, transfer: Transfer) -> None:
        """What a transfer begins with is no news: it was interrupted in an earlier run."""
        self._told[transfer.key] = _matter(transfer)

    @Slot(object)
    def _offer(self, transfer: Transfer) -> None:
        if _matter(transfer) is not Matter.OFFER:
            return
        if transfer.trust is Trust.TRUSTED:
            self._show(transfer, Matter.OFFER)
        else:
            self._strangers[transfer.key] = transfer
            self._show_stranger()

    @Slot(object)
    def _follow(self, transfer: Transfer) -> None:
        matter = _matter(transfer)
        if transfer.key not in self._told or matter is self._told[transfer.key]:
            return
        self._told[transfer.key] = matter
        self._settle(transfer)
        if matter is not None:
            self._show(transfer, matter)

    @Slot(object)
    def _forget(self, transfers: Collection[Transfer]) -> None:
        for transfer in transfers:
            self._told.pop(transfer.key, None)
            self._settle(transfer)

    # What is shown --------------------------------------------------------------------------------

    @Slot()
    def _show_stranger(self) -> None:
        is_shown = not self._shown.keys().isdisjoint(self._strangers)
        if self._strangers and not is_shown and not self._pause.isActive():
            self._pause.start()
            self._show(next(iter(self._strangers.values())), Matter.OFFER)

    def _show(self, transfer: Transfer, matter: Matter) -> None:
        if self._preferences.current.notifications and QApplication.activeWindow() is None:
            self._shown[transfer.key] = transfer
            self._since[transfer.key] = time.monotonic()
            self._notifier.show(self._notification(transfer, matter))

    def _settle(self, transfer: Transfer) -> None:
        """What is shown of it is not true any more."""
        self._accepting.pop(transfer.key, None)
        if self._shown.pop(transfer.key, None) is not None:
            self._notifier.withdraw(transfer.key)
        if self._strangers.pop(transfer.key, None) is not None:
            self._show_stranger()

    def _notification(self, transfer: Transfer, matter: Matter) -> Notification:
        is_text = transfer.kind is Content.TEXT
        # Nothing of what a text says: others may look on, and the desktop may keep it.
        title = self.tr("Text") if is_text else text.isolated(transfer.title)
        amount = text.amount(transfer)
        if is_text and transfer.offer is not None:
            amount = text.size(transfer.offer.total_bytes)
        peer = text.isolated(transfer.peer_name)
        click = (CLICK, self.tr("Open"))
        match matter:
            case Matter.OFFER:
                heading = self.tr("{name} wants to send you files")
                parts = [title, amount]
                if is_text:
                    heading = self.tr("{name} wants to send you a text")
                    parts = [amount]
                if transfer.trust is not Trust.TRUSTED:
                    parts.append(self.tr("New device"))
                accept = (ANSWER, self.tr("Answer…"))
                if _may_accept_unseen(transfer):
                    accept = (ACCEPT, self.tr("Accept"))
                buttons = (click, accept, (DECLINE, self.tr("Decline")))
                body = " · ".join(filter(None, parts))
                return Notification(
                    transfer.key, heading.format(name=peer), body, buttons=buttons, stays=True
                )
            case Matter.ARRIVED if transfer.is_readable:
                heading = self.tr("{name} sent you a text").format(name=peer)
                click = (CLICK, self.tr("Show text"))
                return Notification(transfer.key, heading, amount, Kind.COMPLETE, (click,))
            case Matter.ARRIVED:
                heading = self.tr("{title} has arrived").format(title=title)
                parts = [text.counterpart(transfer), amount, text.failures(transfer)]
                body = " · ".join(filter(None, parts))
                if _opens_folder(transfer):
                    click = (CLICK, self.tr("Show in folder"))
                return Notification(transfer.key, heading, body, Kind.COMPLETE, (click,))
            case Matter.INTERRUPTED:
                heading = self.tr("{title} was interrupted").format(title=title)
            case _:
                heading = self.tr("{title} did not arrive").format(title=title)
        body = f"{text.counterpart(transfer)} · {text.status(transfer)}"
        return Notification(transfer.key, heading, body, Kind.FAILED, (click,))

    # What is clicked ------------------------------------------------------------------------------

    @Slot(object)
    def take_press(self, press: Press) -> None:
        """Does what was clicked on; nothing when it was settled meanwhile."""
        transfer = self._shown.get(press.key)
        if transfer is None:
            return
        match _matter(transfer), press.button:
            case Matter.OFFER, "accept" if self._is_armed(transfer) and _may_accept_unseen(
                transfer
            ):
                self._accept(transfer, press.token)
            case Matter.OFFER, "decline":
                self.decided.emit(transfer, Decision(None))
            case Matter.OFFER, _:
                self.answer_wanted.emit(transfer, press.token)
            case Matter.ARRIVED, _ if transfer.is_readable:
                self.text_wanted.emit(transfer, press.token)
            case Matter.ARRIVED, _ if _opens_folder(transfer):
                show_in_folder(transfer.saved_paths[0])
            case _:
                self.row_wanted.emit(transfer, press.token)

    def _is_armed(self, transfer: Transfer) -> bool:
        """As the dialog: a click that was meant for what lay there before accepts nothing."""
        return time.monotonic() - self._since[transfer.key] >= ARMING_MS / 1000

    def _accept(self, transfer: Transfer, token: str) -> None:
        """Only what the dialog could accept as it opens; its folder has to say so now."""
        if transfer.into is not None:  # a text has its place, and nobody chooses another
            self.decided.emit(transfer, Decision(transfer.into))
            return
        self._accepting[transfer.key] = (transfer, token)
        self._patience.start()
        self._free_space.ask(self._folder, may_create=True)

    @property
    def _folder(self) -> Path:
        return Path(self._preferences.current.download_folder)

    @Slot(object)
    def _take_room(self, room: Room) -> None:
        if room.folder != self._folder:  # another one was chosen meanwhile: the patience ends
            return
        for transfer, _ in list(self._accepting.values()):
            assert transfer.offer is not None
            if room.error is None and transfer.offer.total_bytes <= room.free_bytes:
                del self._accepting[transfer.key]
                decision = Decision(room.folder, conflicts=transfer.conflicts)
                self.decided.emit(transfer, decision)
        self._ask_all()

    @Slot()
    def _ask_all(self) -> None:
        """What could not be accepted as it is: the dialog says why."""
        self._patience.stop()
        while self._accepting:
            _, (transfer, token) = self._accepting.popitem()
            self.answer_wanted.emit(transfer, token)


def _matter(transfer: Transfer) -> Matter | None:
    """What is to be said of it now. What a person here did, or what mends itself, is no news."""
    if transfer.direction is Direction.RECEIVING and transfer.decision is None:
        return Matter.OFFER if transfer.stage is Stage.WAITING else None
    wanted = isinstance(transfer.error, AS_WANTED)
    match transfer.stage:
        case Stage.FINISHED:
            return Matter.ARRIVED
        case Stage.INTERRUPTED if not wanted:
            return Matter.INTERRUPTED
        case Stage.FAILED | Stage.DECLINED | Stage.CANCELLED if transfer.error and not wanted:
            return Matter.FAILED
    return None


def _may_accept_unseen(transfer: Transfer) -> bool:
    """Whether all that the dialog would have shown before is in the notification too.

    A stranger's code has to be compared, and the dialog warns of programs: there nobody says yes
    without having seen it. Everything else is left as the dialog suggests it: all of it, into the
    usual folder, and taken names as they were answered for this device before.
    """
    offer = transfer.offer
    return transfer.trust is Trust.TRUSTED and offer is not None and not _may_be_risky(offer)


def _may_be_risky(offer: Offer) -> bool:
    if offer.kind is Content.TEXT:  # shown, never run; nobody sees the name of its file
        return False
    many = len(offer.entries) > MOST_ENTRIES
    return many or any(risk_of(entry) is Risk.RUNS for entry in offer.entries)


def _opens_folder(transfer: Transfer) -> bool:
    return bool(transfer.saved_paths) and not has_failed(transfer)
