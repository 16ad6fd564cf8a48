"""Owns the way to the device that is meant: the first address where it proves to be it."""

from desktopxfer.device import Device, Peer, Trust
from desktopxfer.errors import (
    DesktopxferError,
    IdentityChanged,
    WrongDevice,
)
from desktopxfer.network.channel import Channel
from desktopxfer.network.dialing import dial
from desktopxfer.protocol.session import Role
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.conversation import CheckPeer, Conversation, LocalDevice


def probe(device: Device, local: LocalDevice, *, control: Control) -> tuple[Peer, str]:
    """Asks who is at a device's addresses, without offering anything. Also the short code."""
    with control.running():
        conversation, peer, code = connect(device, local, control)
        conversation.channel.say_goodbye()
        return peer, code


def connect(
    device: Device,
    local: LocalDevice,
    control: Control,
    *,
    check_peer: CheckPeer = lambda _peer: None,
) -> tuple[Conversation, Peer, str]:
    """Greets the device at the first of its addresses where it is really this device.

    Returns the conversation, who is there, and the short code. Anybody can announce any address, so
    whatever goes wrong before a device has proven to be the wanted one only leads to the next
    address. Raises Interrupted, and the first such error when no address is left.
    """
    wrong: DesktopxferError | None = None
    sockets = dial(device.addresses, wakeup=control.wakeup, name=device.name)
    while True:
        try:
            sock, address = next(sockets)
        except DesktopxferError as error:
            raise wrong or error from None
        channel = Channel(
            sock, local.context, server=False, wakeup=control.wakeup, name=device.name
        )
        conversation = Conversation(channel, Role.SENDER)
        try:
            peer, code = conversation.greet(local, address, expected_id=device.device_id)
            check_peer(peer)
        except DesktopxferError as error:
            if channel.peer_id and device.device_id in {"", channel.peer_id}:
                conversation.give_up(error)
                raise
            channel.close()
            posing = isinstance(error, WrongDevice) and device.trust is Trust.TRUSTED
            wrong = wrong or (IdentityChanged(device.name) if posing else error)
        except BaseException:
            channel.close()
            raise
        else:
            return conversation, peer, code
