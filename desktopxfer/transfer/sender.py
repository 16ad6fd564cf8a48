"""Owns one send, from dropped paths to the receipt."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from desktopxfer.device import Device
from desktopxfer.errors import (
    RETRIABLE,
    DesktopxferError,
)
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.connecting import connect
from desktopxfer.transfer.conversation import CheckPeer, LocalDevice
from desktopxfer.transfer.delivery import Delivery
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.outcome import remembered, stage_after
from desktopxfer.transfer.progress import (
    Connected,
    EntriesSkipped,
    Finished,
    OnEvent,
    Scanned,
    Stage,
    StageChanged,
)
from desktopxfer.transfer.shipment import Shipment, What

FIRST_DELAY_S, LONGEST_DELAY_S = 0.5, 5.0  # between two tries to connect again


@dataclass(frozen=True, slots=True)
class Retry:
    """How a lost connection is made again by itself, once both people had agreed."""

    patience_s: float  # how long without any success
    locate: Callable[[], Device]  # where the device is now; any thread, blocks briefly


def send(
    what: What,
    device: Device,
    local: LocalDevice,
    *,
    memory: Memory,
    check_peer: CheckPeer,
    on_event: OnEvent,
    control: Control,
    retry: Retry | None = None,
    waits: Callable[[], bool] = lambda: False,
    key: str = "",
) -> Finished:
    """Sends files and folders, or a clipping, to a device. Blocks; runs in a thread of its own.

    `check_peer` may refuse who is there (KnownDevices.check). Entries that fail alone are counted
    in the result. When the device is off and `waits` says so, asked at that moment, it is QUEUED.
    `key` names the transfer in the store; "" makes one.
    Raises an error of errors.py for everything that ends or interrupts the whole transfer:
    PathMissing, Unreachable, Declined, Cancelled, ... The stage that was reported last says what
    became of it; after INTERRUPTED, resume() goes on.
    """
    with control.running():
        shipment = Shipment.new(memory, what, device, key=key)
        with memory.claim(shipment.key, control):
            return _ship(
                shipment, device, local, memory, check_peer, on_event, control, retry, waits
            )


def resume(
    key: str,
    device: Device,
    local: LocalDevice,
    *,
    memory: Memory,
    check_peer: CheckPeer,
    on_event: OnEvent,
    control: Control,
    retry: Retry | None = None,
    waits: Callable[[], bool] = lambda: False,
) -> Finished:
    """Goes on with a transfer of the store: one that was interrupted, queued, or had failures.

    What the other side has is not sent again. Otherwise like send(). Raises UnknownTransfer.
    """
    with control.running(), memory.claim(key, control):
        shipment = Shipment.load(memory, key)
        return _ship(shipment, device, local, memory, check_peer, on_event, control, retry, waits)


def _ship(
    shipment: Shipment,
    device: Device,
    local: LocalDevice,
    memory: Memory,
    check_peer: CheckPeer,
    on_event: OnEvent,
    control: Control,
    retry: Retry | None,
    waits: Callable[[], bool],
) -> Finished:
    with remembered(memory.store, shipment.key, on_event, control, lambda: shipment.agreed, waits):
        on_event(StageChanged(Stage.PREPARING))
        skipped = shipment.pack(
            lambda entries, size: on_event(Scanned(entries, size)), control.check
        )
        if skipped:
            on_event(EntriesSkipped(tuple(skipped)))

        def deliver(device: Device) -> Finished:
            on_event(StageChanged(Stage.CONNECTING))
            conversation, peer, code = connect(device, local, control, check_peer=check_peer)

            def on_stop(why: DesktopxferError) -> None:
                on_event(StageChanged(stage_after(why, agreed=shipment.agreed), why))

            with conversation.to_its_end(control, on_stop):
                on_event(Connected(peer, code))
                return Delivery(conversation, shipment, on_event).run(peer)

        return _persist(deliver, device, shipment, on_event, control, retry)


def _persist(
    deliver: Callable[[Device], Finished],
    device: Device,
    shipment: Shipment,
    on_event: OnEvent,
    control: Control,
    retry: Retry | None,
) -> Finished:
    """Delivers, and again for as long as that may help and patience lasts."""
    delay_s, last_success = FIRST_DELAY_S, time.monotonic()
    while True:
        try:
            return deliver(device)
        except RETRIABLE:
            if retry is None or not shipment.agreed:
                raise
            if shipment.moved_at > last_success:
                delay_s, last_success = FIRST_DELAY_S, shipment.moved_at
            if time.monotonic() - last_success > retry.patience_s:
                raise
        on_event(StageChanged(Stage.RECONNECTING))
        control.wait(delay_s)
        shipment.look_again(control.check)
        delay_s = min(delay_s * 2, LONGEST_DELAY_S)
        device = retry.locate()
