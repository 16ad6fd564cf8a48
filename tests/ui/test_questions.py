"""Which offers and pairings are asked about, and when."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktopxfer.device import Trust
from desktopxfer.errors import (
    Cancelled,
    CancelledThere,
    CodesDiffer,
    OutOfDescriptors,
    ProfileUnusable,
)
from desktopxfer.offer import Decision
from desktopxfer.ui import arming, text
from desktopxfer.ui.device_actions import DeviceAction
from desktopxfer.ui.main_window import MainWindow
from desktopxfer.ui.notice import Notice
from desktopxfer.ui.offer_dialog import OfferDialog
from desktopxfer.ui.pairing_dialog import PairingDialog
from desktopxfer.ui.questions import MOST_TRUSTED
from desktopxfer.ui.transfer_actions import Action
from desktopxfer.workers.state import Transfer
from tests.ui.fake_manager import FakeManager, device, offer, receiving
from tests.ui.shown import click, shown


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arming, "ARMING_MS", 0)


def asked_about(window: MainWindow) -> list[Transfer]:
    return [dialog.transfer for dialog in shown(window, OfferDialog)]


def words(window: PairingDialog) -> str:
    labels = window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


# Offers -------------------------------------------------------------------------------------------


def test_a_declined_dialog_is_gone(qtbot: QtBot, window: MainWindow, manager: FakeManager) -> None:
    transfer = manager.add(receiving(offer("Bob")))
    (dialog,) = shown(window, OfferDialog)
    click(qtbot, dialog, "Decline")
    assert manager.answered == [(transfer, Decision(None))]
    assert shown(window, OfferDialog) == []
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(OfferDialog) == []


def test_a_closed_dialog_answers_nothing_and_can_be_opened_again(
    window: MainWindow, manager: FakeManager
) -> None:
    transfer = manager.add(receiving(offer("Bob")))
    (dialog,) = shown(window, OfferDialog)
    dialog.close()
    assert shown(window, OfferDialog) == []
    assert manager.answered == []
    for _ in range(2):  # there is one dialog, however often it is asked for
        window._transfers.perform(Action.ANSWER, transfer)
    assert [each.transfer for each in shown(window, OfferDialog)] == [transfer]


def test_declining_in_the_row_takes_the_dialog_along(
    window: MainWindow, manager: FakeManager
) -> None:
    transfer = manager.add(receiving(offer("Bob")))
    window._transfers.perform(Action.DECLINE, transfer)
    assert manager.answered == [(transfer, Decision(None))]
    assert shown(window, OfferDialog) == []


def test_a_withdrawn_offer_is_said_to_be_so(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    transfer = manager.add(receiving(offer("Bob")))
    manager.offers.withdrawn.emit(transfer)
    (dialog,) = shown(window, OfferDialog)
    assert not [each for each in dialog.findChildren(QAbstractButton) if each.text() == "Accept"
                and each.isVisible()]  # fmt: skip
    click(qtbot, dialog, "Close")
    assert shown(window, OfferDialog) == []
    assert manager.answered == []


def test_strangers_ask_one_at_a_time(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    flood = [manager.add(receiving(offer(f"Bob {number}"))) for number in range(20)]
    assert asked_about(window) == [flood[0]]
    assert window._transfers.model().rowCount() == 20  # the rows are there at once
    manager.withdraw(flood[1])  # while it waits for its turn
    click(qtbot, shown(window, OfferDialog)[0], "Decline")
    assert asked_about(window) == [flood[2]]
    shown(window, OfferDialog)[0].close()  # put away, to be answered in its row
    assert asked_about(window) == [flood[3]]
    window._transfers.perform(Action.DECLINE, flood[4])
    window._transfers.perform(Action.DECLINE, flood[3])
    assert asked_about(window) == [flood[5]]
    window._transfers.perform(Action.ANSWER, flood[9])  # asked for by the person here
    assert asked_about(window) == [flood[5], flood[9]]


def test_a_withdrawn_offer_of_a_stranger_holds_up_nobody(
    window: MainWindow, manager: FakeManager
) -> None:
    first, second, third = (manager.add(receiving(offer(f"Bob {n}"))) for n in range(3))
    manager.withdraw(first)
    assert asked_about(window) == [second]
    manager.withdraw(second)
    manager.withdraw(third)
    assert asked_about(window) == [third]  # nobody else wants to ask
    assert manager.answered == []


def test_strangers_hold_up_no_trusted_device(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    stranger = manager.add(receiving(offer("Bob")))
    trusted = [
        manager.add(receiving(offer(f"Anna {n}"), trust=Trust.TRUSTED))
        for n in range(MOST_TRUSTED + 1)
    ]
    assert asked_about(window) == [stranger, *trusted[:MOST_TRUSTED]]
    click(qtbot, shown(window, OfferDialog)[1], "Decline")
    assert asked_about(window) == [stranger, *trusted[1:]]


def test_a_sender_is_trusted_before_its_offer_is_answered(
    window: MainWindow, manager: FakeManager
) -> None:
    transfer = manager.add(receiving(offer("Bob")))
    (dialog,) = shown(window, OfferDialog)
    dialog.trusted.emit()
    dialog.decided.emit(Decision(Path("/tmp")))
    assert manager.noted == [("trust_sender", transfer)]
    assert manager.answered == [(transfer, Decision(Path("/tmp")))]


def test_a_sender_is_blocked_from_its_offer(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    first, second = (manager.add(receiving(offer(f"Bob {n}"))) for n in range(2))
    (dialog,) = shown(window, OfferDialog)
    qtbot.waitUntil(dialog._block.isEnabled)
    click(qtbot, dialog, "Block this device")
    assert manager.noted == [("block_sender", first)]
    assert asked_about(window) == [second]


def test_an_offer_that_is_answered_elsewhere_is_asked_about_no_more(
    window: MainWindow, manager: FakeManager
) -> None:
    first, second, third = (manager.add(receiving(offer(f"Bob {n}"))) for n in range(3))
    for transfer in (second, first):  # as when their sender is blocked
        manager.offers.answer(transfer, Decision(None))
    assert asked_about(window) == [third]


@pytest.mark.parametrize("signal", ["trusted", "block_wanted"])
def test_trust_that_cannot_be_saved_is_said(
    window: MainWindow, manager: FakeManager, signal: str
) -> None:
    manager.add(receiving(offer("Bob")))
    manager.refusal = ProfileUnusable("/profile", "read-only")
    getattr(shown(window, OfferDialog)[0], signal).emit()
    assert [notice.sentence for notice in shown(window, Notice)] == [text.sentence(manager.refusal)]


# Pairings -----------------------------------------------------------------------------------------


def test_a_pairing_that_is_started_here(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    manager.show_devices(device("Bob"))
    window._devices.requested.emit(device("Bob"), DeviceAction.PAIR)
    (dialog,) = shown(window, PairingDialog)
    (pairing,) = manager.pairings.started
    assert "Connecting" in words(dialog)
    manager.change_pairing(pairing, code="482913")
    assert "482" in words(dialog)
    qtbot.waitUntil(dialog._same.isEnabled)
    click(qtbot, dialog, "They are the same")
    assert manager.noted == [("confirm", pairing, True)]
    assert "Waiting for" in words(dialog)
    manager.change_pairing(pairing, paired=True)
    assert "is trusted now" in words(dialog)
    qtbot.waitUntil(dialog._leave.isEnabled)
    click(qtbot, dialog, "Close")
    assert shown(window, PairingDialog) == []
    assert len(manager.noted) == 1
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(PairingDialog) == []


def test_a_pairing_that_is_started_there(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    pairing = manager.ask_to_pair("Bob")
    (dialog,) = shown(window, PairingDialog)
    assert dialog.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    click(qtbot, dialog, "They differ")
    assert manager.noted == [("confirm", pairing, False)]
    manager.change_pairing(pairing, error=CodesDiffer("Bob"))
    assert "Somebody may sit between" in words(dialog)


def test_a_pairing_that_cannot_begin_is_said(window: MainWindow, manager: FakeManager) -> None:
    manager.refusal = OutOfDescriptors(detail="Too many open files")
    window._questions.pair(device("Bob"))
    assert [notice.sentence for notice in shown(window, Notice)] == [text.sentence(manager.refusal)]
    assert shown(window, PairingDialog) == []


def test_leaving_a_pairing_cancels_it(window: MainWindow, manager: FakeManager) -> None:
    pairing = manager.ask_to_pair("Bob")
    shown(window, PairingDialog)[0].close()
    assert manager.noted == [("cancel", pairing)]
    manager.change_pairing(pairing, error=Cancelled())
    assert shown(window, PairingDialog) == []


def test_who_wants_to_pair_can_be_blocked(
    qtbot: QtBot, window: MainWindow, manager: FakeManager
) -> None:
    pairing = manager.ask_to_pair("Bob")
    (dialog,) = shown(window, PairingDialog)
    qtbot.waitUntil(dialog._block.isEnabled)
    click(qtbot, dialog, "Block this device")
    assert ("block", pairing) in manager.noted
    assert shown(window, PairingDialog) == []


def test_strangers_take_turns_in_offering_and_pairing(
    window: MainWindow, manager: FakeManager
) -> None:
    first = manager.add(receiving(offer("Bob")))
    manager.ask_to_pair("Carol", 2)
    gone = manager.ask_to_pair("Dave", 3)
    last = manager.add(receiving(offer("Eve")))
    assert asked_about(window) == [first]
    assert shown(window, PairingDialog) == []
    manager.change_pairing(gone, error=CancelledThere("Dave"))  # before its turn
    window._transfers.perform(Action.DECLINE, first)
    (carol,) = shown(window, PairingDialog)
    assert carol.pairing.name == "Carol"
    assert asked_about(window) == []
    manager.change_pairing(carol.pairing, error=CancelledThere("Carol"))
    assert shown(window, PairingDialog) == []
    assert asked_about(window) == [last]


def test_codes_that_differed_are_read_before_the_next_one_asks(
    window: MainWindow, manager: FakeManager
) -> None:
    manager.change_pairing(manager.ask_to_pair("Mallory"), error=CodesDiffer("Mallory"))
    waiting = manager.add(receiving(offer("Bob")))
    (dialog,) = shown(window, PairingDialog)
    assert asked_about(window) == []
    dialog.close()
    assert asked_about(window) == [waiting]


def test_strangers_hold_up_no_pairing_of_ours(window: MainWindow, manager: FakeManager) -> None:
    manager.ask_to_pair("Mallory", 7)
    window._devices.requested.emit(device("Bob"), DeviceAction.PAIR)
    assert [dialog.pairing.name for dialog in shown(window, PairingDialog)] == ["Mallory", "Bob"]


def test_a_new_try_takes_the_place_of_the_last_one(
    window: MainWindow, manager: FakeManager
) -> None:
    window._devices.requested.emit(device("Bob", 1), DeviceAction.PAIR)
    manager.change_pairing(manager.pairings.started[0], code="111111", error=CancelledThere("Bob"))
    manager.ask_to_pair("Bob", 1)
    (dialog,) = shown(window, PairingDialog)
    assert "482" in words(dialog)


def test_of_two_pairings_with_one_device_the_one_that_gave_way_is_gone(
    window: MainWindow, manager: FakeManager
) -> None:
    window._devices.requested.emit(device("Bob", 1), DeviceAction.PAIR)
    theirs = manager.ask_to_pair("Bob", 1)
    manager.change_pairing(manager.pairings.started[0], code="111111", error=Cancelled())
    assert [dialog.pairing for dialog in shown(window, PairingDialog)] == [theirs]
