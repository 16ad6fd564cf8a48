"""Owns one connection with its session: greets the other side, then speaks in messages."""

import contextlib
import platform
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from OpenSSL import SSL

from desktopxfer.desktop.awake import staying_awake
from desktopxfer.device import Address, Peer
from desktopxfer.errors import (
    Cancelled,
    ConnectionLost,
    ConnectionToSelf,
    DesktopxferError,
    Paused,
    ProtocolViolation,
    Stopped,
    TimedOut,
    UpdateHere,
    UpdateThere,
    WrongDevice,
    code_for_peer,
    peer_error,
)
from desktopxfer.identity import verification
from desktopxfer.identity.certificate import Identity
from desktopxfer.network.channel import Channel, tls_context
from desktopxfer.network.rate_limit import RateLimits
from desktopxfer.network.wakeup import Interrupted
from desktopxfer.protocol.framing import encode
from desktopxfer.protocol.messages import (
    VERSION,
    Cancel,
    Hello,
    Message,
    Reveal,
    Welcome,
)
from desktopxfer.protocol.session import Role, Session, State, common_version
from desktopxfer.text_safety import device_name
from desktopxfer.transfer.cancel import Control

VERSIONS = (VERSION,)
HELLO_TIMEOUT_S = 10.0  # a program answers at once; nobody is asked before this is over

_CONTENT = {State.FILES, State.FILE, State.RECEIPT}

M = TypeVar("M")

# Called with who is there, before anything of ours is offered or read; raises to refuse it.
CheckPeer: TypeAlias = Callable[[Peer], None]


@dataclass(frozen=True, slots=True)
class LocalDevice:
    """This side of every conversation.

    A changed copy, from dataclasses.replace(), keeps the limits of the connections that run.
    """

    identity: Identity
    name: str
    platform: str = field(default_factory=platform.system)
    limits: RateLimits = field(default_factory=RateLimits, compare=False)
    context: SSL.Context = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # As others will show it. Whatever a settings file holds, it must fit the Hello.
        object.__setattr__(self, "name", device_name(self.name))
        object.__setattr__(self, "platform", device_name(self.platform))
        object.__setattr__(self, "context", tls_context(self.identity))


class Conversation:
    """A session over a channel; belongs to the channel's thread.

    A Cancel from the other side raises the error it stands for, wherever it arrives.
    """

    def __init__(self, channel: Channel, role: Role) -> None:
        self.channel = channel
        self.session = Session(role)
        self._incoming: Iterator[Message | memoryview] = iter(())
        self._limits = RateLimits()  # none before it is known who is there

    def send(self, *messages: Message) -> None:
        self.channel.send(b"".join(self.session.send(message) for message in messages))

    def next(self) -> Message | memoryview:
        """Waits for a message or a piece of file data: a view, valid until the next call."""
        while (message := self._step()) is None:
            self._incoming = self.session.receive(self.channel.receive())
        return message

    def poll(self) -> Iterator[Message | memoryview]:
        """What has arrived already, without waiting."""
        while True:
            while (message := self._step()) is not None:
                yield message
            piece = self.channel.poll()
            if not piece:
                return
            self._incoming = self.session.receive(piece)

    def expect(self, kind: type[M]) -> M:
        message = self.next()
        if not isinstance(message, kind):
            raise ProtocolViolation(self.channel.name, f"a {type(message).__name__} message")
        return message

    def _step(self) -> Message | memoryview | None:
        try:
            message = next(self._incoming, None)
        except ProtocolViolation as error:
            raise ProtocolViolation(self.channel.name, error.detail) from error
        if isinstance(message, Cancel):
            raise peer_error(message.error, self.channel.name)
        return message

    # Greeting -------------------------------------------------------------------------------------

    def greet(
        self, local: LocalDevice, address: Address, *, expected_id: str = ""
    ) -> tuple[Peer, str]:
        """Handshake, Hello, Welcome, Reveal. Returns who is there and the short code.

        Raises WrongDevice before the first byte of ours when it is not the expected one.
        """
        self._limits = local.limits
        self.channel.handshake()
        if expected_id and self.channel.peer_id != expected_id:
            raise WrongDevice(self.channel.name)
        self.channel.deadline = time.monotonic() + HELLO_TIMEOUT_S
        own_id, peer_id = local.identity.device_id, self.channel.peer_id
        if own_id == peer_id:
            raise ConnectionToSelf(self.channel.name)
        exporter = self.channel.exporter(verification.EXPORTER_LABEL)
        nonce = verification.new_nonce()
        hello: Hello | Welcome
        if self.session.role is Role.SENDER:
            hello, other_nonce = self._introduce(local, nonce)
            code = verification.short_code(
                sender_id=own_id,
                receiver_id=peer_id,
                sender_nonce=nonce,
                receiver_nonce=other_nonce,
                exporter=exporter,
            )
        else:
            hello, other_nonce = self._welcome(local, nonce)
            code = verification.short_code(
                sender_id=peer_id,
                receiver_id=own_id,
                sender_nonce=other_nonce,
                receiver_nonce=nonce,
                exporter=exporter,
            )
        name = device_name(hello.name)
        self.channel.name = name
        self.channel.deadline = None
        return Peer(peer_id, name, device_name(hello.platform), address), code

    def _introduce(self, local: LocalDevice, nonce: bytes) -> tuple[Welcome, bytes]:
        commitment = verification.commitment(nonce)
        self.send(Hello(VERSIONS, local.name, local.platform, commitment))
        welcome = self.expect(Welcome)
        if welcome.version not in VERSIONS:
            raise ProtocolViolation(self.channel.name, "a version that was not offered")
        self.send(Reveal(nonce))
        return welcome, welcome.nonce

    def _welcome(self, local: LocalDevice, nonce: bytes) -> tuple[Hello, bytes]:
        hello = self.expect(Hello)
        version = common_version(hello.versions, VERSIONS)
        if version is None:
            newer = max(hello.versions) > max(VERSIONS)
            raise (UpdateHere if newer else UpdateThere)(device_name(hello.name))
        self.send(Welcome(version, local.name, local.platform, nonce))
        reveal = self.expect(Reveal)
        if not verification.opens(reveal.nonce, hello.commitment):
            raise ProtocolViolation(self.channel.name, "a nonce that was not committed to")
        return hello, reveal.nonce

    @contextlib.contextmanager
    def moving(self) -> Iterator[None]:
        """While content moves, from the acceptance to the receipt.

        It keeps to this device's limit, and the computer awake. What comes before does not: a
        person may take an hour, and the offer has a deadline on the other side.
        """
        sends = self.session.role is Role.SENDER
        self.channel.limit = self._limits.sending if sends else self._limits.receiving
        try:
            with staying_awake("Files are being sent" if sends else "Files are being received"):
                yield
        finally:
            self.channel.limit = None

    # The end --------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def to_its_end(
        self, control: Control, on_stop: Callable[[DesktopxferError], None] = lambda _why: None
    ) -> Iterator[None]:
        """Closes the conversation however it ends, and lets the other side know why.

        `on_stop` is called first when this side stops it, as the goodbye may take a second.
        """
        try:
            yield
        except (Interrupted, Cancelled, Paused, Stopped):
            why = control.reason
            on_stop(why)
            self.give_up(why)
            raise why from None
        except DesktopxferError as error:
            self.give_up(error)
            raise
        except BaseException:
            self.channel.close()
            raise
        self.channel.say_goodbye()

    def give_up(self, error: DesktopxferError) -> None:
        """Tells the other side why, unless it knows or is gone, and closes."""
        is_gone = isinstance(error, ConnectionLost | Stopped) or (
            # What is over for who hears a reason only waits to go on for who hears none.
            isinstance(error, TimedOut) and self.session.state in _CONTENT
        )
        if is_gone or self.session.state.final:
            self.channel.say_goodbye()
        else:
            self.channel.say_goodbye(encode(Cancel(code_for_peer(error))))
