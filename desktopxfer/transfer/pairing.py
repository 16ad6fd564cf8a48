"""Owns how two devices come to trust each other: both people compare one short code."""

import time
from collections.abc import Callable

from desktopxfer.device import Device, Peer
from desktopxfer.errors import CodesDiffer, NoAnswer, TimedOut
from desktopxfer.network.wakeup import Interrupted
from desktopxfer.protocol.messages import Confirm, Pair
from desktopxfer.protocol.session import State
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.connecting import connect
from desktopxfer.transfer.conversation import CheckPeer, Conversation, LocalDevice

COMPARE_TIMEOUT_S = 300.0  # two people who look for each other's screen

# Called in the pairing's thread with who is there and the short code; must return at once. The
# answer comes through Control.confirm().
AskCode = Callable[[Peer, str], None]


def pair(
    device: Device,
    local: LocalDevice,
    *,
    check_peer: CheckPeer,
    ask: AskCode,
    control: Control,
) -> Peer:
    """Pairs with a device: blocks until both people have confirmed. Pinning is the caller's.

    Raises CodesDiffer when either person says that the codes are not the same, and what connect()
    raises.
    """
    with control.running():
        conversation, peer, code = connect(device, local, control, check_peer=check_peer)
        with conversation.to_its_end(control):
            conversation.send(Pair())
            compare(conversation, peer, code, ask, control)
            return peer


def compare(
    conversation: Conversation, peer: Peer, code: str, ask: AskCode, control: Control
) -> None:
    """Asks the person here and waits until both sides have confirmed. The same on either side."""
    conversation.channel.deadline = time.monotonic() + COMPARE_TIMEOUT_S
    ask(peer, code)
    sent = False
    while conversation.session.state is not State.DONE:
        confirmed = control.confirmed()
        if confirmed is False:
            raise CodesDiffer(peer.name)
        if confirmed and not sent:
            sent = True
            conversation.send(Confirm())
            continue
        try:
            conversation.next()  # Confirm, or a Cancel that raises; the table allows nothing else
        except TimedOut:
            raise NoAnswer(peer.name) from None
        except Interrupted:
            continue
