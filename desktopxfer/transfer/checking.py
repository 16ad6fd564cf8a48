"""Owns the question whether the other side can connect back, and the answer to it."""

import time

from desktopxfer.device import Address, Peer
from desktopxfer.errors import (
    CHECK_ERRORS,
    BadCertificate,
    DesktopxferError,
    FailedThere,
    NotDesktopxfer,
    WrongDevice,
    check_error,
    code_of,
)
from desktopxfer.network.channel import Channel
from desktopxfer.network.dialing import dial
from desktopxfer.protocol.messages import Check, Checked
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.conversation import Conversation, LocalDevice

ANSWER_TIMEOUT_S = 20.0  # the other side takes at most 6 s to connect and 10 s to shake hands


def ask_back(conversation: Conversation, port: int) -> DesktopxferError | None:
    """Why the other side cannot connect to this one at `port`; None if it can.

    To be asked right after the greeting. Raises what ends the conversation: NotReceiving or
    TooManyConnections when the other side does not try, FailedThere when it knows no such question.
    """
    conversation.send(Check(port))
    conversation.channel.deadline = time.monotonic() + ANSWER_TIMEOUT_S
    code = conversation.expect(Checked).error
    return check_error(code, conversation.channel.name) if code else None


def connect_back(peer: Peer, port: int, local: LocalDevice, control: Control) -> Checked:
    """What a peer is told who asked for it. Blocks for 16 seconds at most.

    Connects to where the peer came from and nowhere else, and says nothing there: a handshake is
    all that an identity takes. Raises Interrupted.
    """
    at = Address(peer.address.host, port)
    try:
        sock, _ = next(dial([at], wakeup=control.wakeup, name=peer.name))
        channel = Channel(sock, local.context, server=False, wakeup=control.wakeup, name=peer.name)
        try:
            channel.handshake()
        finally:
            channel.close()
        if channel.peer_id != peer.device_id:
            return Checked(code_of(WrongDevice))
    except BadCertificate:
        return Checked(code_of(NotDesktopxfer))
    except DesktopxferError as error:
        return Checked(error.code if error.code in CHECK_ERRORS else code_of(FailedThere))
    return Checked("")
