"""Owns the dialogs that ask about offers and pairings: which are open, and which have to wait."""

from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktopxfer.device import Device, Trust
from desktopxfer.errors import Cancelled, CodesDiffer, DesktopxferError
from desktopxfer.offer import Decision, Kind
from desktopxfer.ui.offer_dialog import OfferDialog
from desktopxfer.ui.offer_question import OfferQuestion
from desktopxfer.ui.pairing_dialog import PairingDialog
from desktopxfer.ui.text_offer import TextOffer
from desktopxfer.workers.manager import TransferManager
from desktopxfer.workers.state import Pairing, Transfer

MOST_TRUSTED = 3  # dialogs of trusted devices at a time; more would hide each other

Question: TypeAlias = Transfer | Pairing
Dialog: TypeAlias = OfferQuestion | PairingDialog


class Questions(QObject):
    """Asks about what other devices want, without burying the screen.

    Of all devices that are not trusted one asks at a time: the next one when the first is answered
    or put away. Offers are rows of the window meanwhile.
    """

    failed = Signal(object)  # DesktopxferError: an answer could not be noted
    accepted = Signal(object)  # Transfer: the person here has said yes to an offer

    def __init__(self, manager: TransferManager, window: QWidget) -> None:
        super().__init__(window)
        self._manager = manager
        self._window = window
        self._waiting: dict[str, Question] = {}  # the others by key, the oldest first
        self._offers: dict[str, OfferQuestion] = {}
        self._pairings: dict[str, PairingDialog] = {}
        self._are_held = False
        self._first: QDialog | None = None  # what is to be answered before anything else
        manager.offers.received.connect(self._take_offer)
        manager.offers.withdrawn.connect(self._withdraw)
        manager.transfers.changed.connect(self._follow)
        manager.pairings.changed.connect(self._take_pairing)

    # What the user starts -------------------------------------------------------------------------

    def pair(self, device: Device) -> None:
        try:
            pairing = self._manager.pairings.pair(device)
        except DesktopxferError as error:
            self.failed.emit(error)
        else:
            self._open_pairing(pairing)

    def answer(self, transfer: Transfer) -> None:
        """Brings an offer's dialog to the front, whatever else is open."""
        self._waiting.pop(transfer.key, None)
        dialog = self._offers.get(transfer.key) or self._make_offer(transfer)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def decide(self, transfer: Transfer, decision: Decision) -> None:
        """Answers an offer without its dialog."""
        self._decide(transfer, decision)

    def hold(self, held: bool) -> None:
        """While they are held, no dialog of an offer opens by itself: it is told elsewhere."""
        self._are_held = held
        if not held:
            self._ask_next()

    def wait_for(self, dialog: QDialog) -> None:
        """Until this one is closed nothing opens by itself: it would cover what it is not about."""
        self._first = dialog
        dialog.finished.connect(self._go_on)

    @Slot(int)
    def _go_on(self, _result: int) -> None:
        self._first = None
        self._ask_next()

    # What the manager tells -----------------------------------------------------------------------

    @Slot(object)
    def _take_offer(self, transfer: Transfer) -> None:
        self._ask(transfer.key, transfer)

    @Slot(object)
    def _withdraw(self, transfer: Transfer) -> None:
        self._waiting.pop(transfer.key, None)
        if (dialog := self._offers.get(transfer.key)) is not None:
            dialog.withdraw()
            self._ask_next()

    @Slot(object)
    def _follow(self, transfer: Transfer) -> None:
        """An offer may be answered elsewhere: in its row, or with the block of its sender."""
        if transfer.decision is None:
            return
        self._waiting.pop(transfer.key, None)
        if (dialog := self._offers.get(transfer.key)) is not None:
            dialog.close()

    @Slot(object)
    def _take_pairing(self, pairing: Pairing) -> None:
        if (dialog := self._pairings.get(pairing.key)) is not None:
            dialog.show_pairing(pairing)
            if isinstance(pairing.error, Cancelled):  # by the person here, or for another pairing
                dialog.close()
            self._ask_next()
        elif pairing.error is not None or pairing.paired:
            self._waiting.pop(pairing.key, None)
        else:
            self._close_ended_pairings(pairing.device_id)
            self._ask(pairing.key, pairing)

    def _close_ended_pairings(self, device_id: str) -> None:
        """What became of an earlier try would only confuse beside a new one."""
        for dialog in list(self._pairings.values()):
            if dialog.pairing.device_id == device_id and _has_ended(dialog.pairing):
                dialog.close()

    # Whose turn it is -----------------------------------------------------------------------------

    def _ask(self, key: str, question: Question) -> None:
        QApplication.alert(self._window)
        self._waiting[key] = question
        self._ask_next()

    def _ask_next(self) -> None:
        """Opens what may be asked now. A dialog that closes comes back to here."""
        if self._first is not None:
            return
        for key, question in list(self._waiting.items()):
            if key not in self._waiting:  # asked since, when another dialog gave way
                continue
            if self._are_held and isinstance(question, Transfer):
                continue
            if _is_trusted(question):
                if self._count_trusted() < MOST_TRUSTED:
                    self._open(key, question)
            elif strangers := self._open_strangers():
                if all(map(_may_give_way, strangers)):
                    for dialog in strangers:
                        dialog.close()
            else:
                self._open(key, question)

    def _open(self, key: str, question: Question) -> None:
        del self._waiting[key]
        if isinstance(question, Transfer):
            self._make_offer(question).show()
        else:
            self._open_pairing(question)

    def _count_trusted(self) -> int:
        dialogs = self._offers.values()
        return sum(each.isVisible() and _is_trusted(each.transfer) for each in dialogs)

    def _open_strangers(self) -> list[Dialog]:
        dialogs: tuple[Dialog, ...] = (*self._offers.values(), *self._pairings.values())
        return [each for each in dialogs if each.isVisible() and _is_of_stranger(each)]

    # Offers ---------------------------------------------------------------------------------------

    def _make_offer(self, transfer: Transfer) -> OfferQuestion:
        dialog: OfferQuestion
        if transfer.kind is Kind.TEXT:
            dialog = TextOffer(transfer, self._window)
        else:
            dialog = OfferDialog(transfer, self._manager.preferences.current, self._window)
        dialog.trusted.connect(partial(self._trust, transfer))
        dialog.decided.connect(partial(self._answer, dialog))
        dialog.block_wanted.connect(partial(self._block_sender, transfer))
        dialog.finished.connect(partial(self._forget_offer, transfer))
        self._offers[transfer.key] = dialog
        return dialog

    def _answer(self, dialog: OfferQuestion, decision: Decision) -> None:
        if decision.accepted:
            self.accepted.emit(dialog.transfer)
        self._decide(dialog.transfer, decision, remember_conflicts=dialog.remembers_conflicts)

    def _decide(
        self, transfer: Transfer, decision: Decision, *, remember_conflicts: bool = False
    ) -> None:
        self._waiting.pop(transfer.key, None)
        try:
            self._manager.offers.answer(transfer, decision, remember_conflicts=remember_conflicts)
        except DesktopxferError as error:
            self.failed.emit(error)

    def _trust(self, transfer: Transfer) -> None:
        try:
            self._manager.offers.trust_sender(transfer)
        except DesktopxferError as error:
            self.failed.emit(error)

    def _block_sender(self, transfer: Transfer) -> None:
        try:
            self._manager.offers.block_sender(transfer)
        except DesktopxferError as error:
            self.failed.emit(error)

    def _forget_offer(self, transfer: Transfer, _result: int) -> None:
        if (dialog := self._offers.pop(transfer.key, None)) is not None:
            dialog.deleteLater()
        self._ask_next()

    # Pairings -------------------------------------------------------------------------------------

    def _open_pairing(self, pairing: Pairing) -> None:
        dialog = PairingDialog(pairing, self._window)
        dialog.answered.connect(partial(self._confirm, dialog))
        dialog.cancelled.connect(partial(self._leave, dialog))
        dialog.block_wanted.connect(partial(self._block_pairing, dialog))
        dialog.finished.connect(partial(self._forget_pairing, dialog))
        self._pairings[pairing.key] = dialog
        dialog.show()

    def _confirm(self, dialog: PairingDialog, same: bool) -> None:
        self._manager.pairings.confirm(dialog.pairing, same)
        dialog.show_pairing(dialog.pairing)

    def _leave(self, dialog: PairingDialog) -> None:
        self._manager.pairings.cancel(dialog.pairing)

    def _block_pairing(self, dialog: PairingDialog) -> None:
        try:
            self._manager.pairings.block(dialog.pairing)
        except DesktopxferError as error:
            self.failed.emit(error)

    def _forget_pairing(self, dialog: PairingDialog, _result: int) -> None:
        if self._pairings.pop(dialog.pairing.key, None) is not None:
            dialog.deleteLater()
        self._ask_next()


def _is_trusted(question: Question) -> bool:
    return isinstance(question, Transfer) and question.trust is Trust.TRUSTED


def _has_ended(pairing: Pairing) -> bool:
    return pairing.paired or pairing.error is not None


def _is_of_stranger(dialog: Dialog) -> bool:
    if isinstance(dialog, PairingDialog):
        return not dialog.pairing.started_here
    return not _is_trusted(dialog.transfer)


def _may_give_way(dialog: Dialog) -> bool:
    """Whether there is nothing left to answer in it, and nothing that must be read."""
    if isinstance(dialog, PairingDialog):
        return _has_ended(dialog.pairing) and not isinstance(dialog.pairing.error, CodesDiffer)
    return dialog.transfer.stage.ended
