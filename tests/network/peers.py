"""Owns the other side of a connection in tests: honest, foreign, hostile; always on loopback."""

import base64
import contextlib
import datetime
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from typing import Self, TypeVar

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from OpenSSL import SSL

from desktopxfer.device import Address
from desktopxfer.identity.certificate import COMMON_NAME, NOT_AFTER, NOT_BEFORE, Identity
from desktopxfer.network.channel import ALPN
from desktopxfer.protocol.framing import FrameReader, decode, encode
from desktopxfer.protocol.messages import FrameType, Message

T = TypeVar("T")

LOOPBACK = "127.0.0.1"
DEADLINE_S = 30.0  # for what takes milliseconds on an idle machine

HTTP = b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
SSH = b"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"
ZEROS = bytes(100_000)
# First bytes of TLS records.
TLS_RECORD_ALERT = 21
TLS_RECORD_HANDSHAKE = 22


def tcp_pair() -> tuple[socket.socket, socket.socket]:
    """Two ends of one connection."""
    with socket.create_server((LOOPBACK, 0)) as server:
        near = socket.create_connection(server.getsockname())
        far, _ = server.accept()
    return near, far


def reset(sock: socket.socket) -> None:
    """Closes so that the other side gets a reset instead of an end."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    sock.close()


# Certificates -----------------------------------------------------------------------------------


def forged(
    *,
    authority: bool = False,
    not_after: datetime.datetime = NOT_AFTER,
    issuer: Identity | None = None,
) -> Identity:
    """An identity like ours but for one thing."""
    key = ec.generate_private_key(ec.SECP256R1())
    called = "authority" if authority else COMMON_NAME
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, called)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer.certificate.subject if issuer else name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOT_BEFORE)
        .not_valid_after(not_after)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .sign(issuer.key if issuer else key, hashes.SHA256())
    )
    return Identity(key, certificate)


def stolen(victim: Identity) -> bytes:
    """A key (PEM) that claims to belong to the victim's certificate, but signs like another one.

    OpenSSL believes the public half that a key file states.
    """
    public = victim.certificate.public_key()
    assert isinstance(public, ec.EllipticCurvePublicKey)
    other = ec.generate_private_key(ec.SECP256R1())
    der = other.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    )
    claimed = der.replace(_point(other.public_key()), _point(public))
    begin, end = b"-----BEGIN EC PRIVATE KEY-----\n", b"-----END EC PRIVATE KEY-----\n"
    return begin + base64.encodebytes(claimed) + end


def _point(public: ec.EllipticCurvePublicKey) -> bytes:
    return public.public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    )


# A TLS program that is not ours -----------------------------------------------------------------


def foreign_context(
    identity: Identity | None = None,
    *,
    alpn: bytes | None = ALPN,
    newest: int = SSL.TLS1_3_VERSION,
) -> SSL.Context:
    """TLS without a single check, and whatever certificate, protocol and version the test wants."""
    context = SSL.Context(SSL.TLS_METHOD)
    context.set_max_proto_version(newest)
    context.set_verify(SSL.VERIFY_PEER, lambda *_: True)
    if identity:
        context.use_privatekey(identity.key)
        context.use_certificate(identity.certificate)
    if alpn:
        context.set_alpn_protos([alpn])
        context.set_alpn_select_callback(lambda _connection, _offered: alpn)
    return context


class ForeignTls:
    """A blocking TLS connection over one end of a socket. Closes it at the end."""

    def __init__(self, sock: socket.socket, context: SSL.Context, *, server: bool = False) -> None:
        self.sock = sock
        sock.settimeout(DEADLINE_S)
        self.tls = SSL.Connection(context, None)
        if server:
            self.tls.set_accept_state()
        else:
            self.tls.set_connect_state()

    def handshake(self) -> None:
        """Raises SSL.Error when refused, EOFError when the other side hangs up."""
        self._patiently(self.tls.do_handshake)

    def send(self, data: bytes) -> None:
        self.tls.sendall(data)
        self.flush()

    def receive(self) -> bytes:
        """Some bytes, or b"" at the end: a proper one, a plain one or a reset."""
        try:
            return self._patiently(lambda: self.tls.recv(65536))
        except (SSL.ZeroReturnError, EOFError, ConnectionError):
            return b""

    def receive_all(self) -> bytes:
        return b"".join(iter(self.receive, b""))

    def flush(self) -> None:
        with contextlib.suppress(SSL.WantReadError):
            while True:
                self.sock.sendall(self.tls.bio_read(65536))

    def _patiently(self, step: Callable[[], T]) -> T:
        while True:
            try:
                result = step()
            except SSL.WantReadError:
                self.flush()
            except SSL.Error:
                self.flush()  # the alert
                raise
            else:
                self.flush()
                return result
            if not (cipher := self.sock.recv(65536)):
                raise EOFError
            self.tls.bio_write(cipher)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.sock.close()


class Speaker(ForeignTls):
    """Speaks our frames over TLS, in whatever order and with whatever content the test wants."""

    def __init__(self, sock: socket.socket, identity: Identity, *, server: bool = False) -> None:
        super().__init__(sock, foreign_context(identity), server=server)
        self._frames = FrameReader()
        self._heard: Iterator[tuple[FrameType, memoryview]] = iter(())

    def say(self, *messages: Message) -> None:
        self.send(b"".join(encode(message) for message in messages))

    def hear(self) -> Message | None:
        """The next control message; None at the end."""
        while True:
            for code, payload in self._heard:
                if code is not FrameType.DATA:
                    return decode(code, bytes(payload))
            if not (piece := self.receive()):
                return None
            self._heard = self._frames.feed(memoryview(piece))


# Servers ----------------------------------------------------------------------------------------


class Server:
    """Accepts on loopback and hands each connection to `serve` in a thread, until closed."""

    def __init__(self, serve: Callable[[socket.socket], None]) -> None:
        self._serve = serve
        self._listening = socket.create_server((LOOPBACK, 0))
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._threads = [threading.Thread(target=self._accept, name="server")]
        self._threads[0].start()

    @property
    def address(self) -> Address:
        return Address(*self._listening.getsockname())

    def _accept(self) -> None:
        with contextlib.suppress(OSError):  # closed
            while True:
                sock, _ = self._listening.accept()
                thread = threading.Thread(target=self._one, args=(sock,), name="served")
                with self._lock:
                    self._open.add(sock)
                    self._threads.append(thread)
                thread.start()

    def _one(self, sock: socket.socket) -> None:
        with contextlib.suppress(OSError, EOFError, SSL.Error):
            self._serve(sock)
        with self._lock:
            self._open.discard(sock)
        sock.close()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)  # wakes accept(), which close() does not
        self._listening.close()
        self._threads[0].join(DEADLINE_S)
        with self._lock:
            for sock in self._open:
                with contextlib.suppress(OSError):
                    sock.shutdown(socket.SHUT_RDWR)
        for thread in self._threads[1:]:
            thread.join(DEADLINE_S)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def swallow(sock: socket.socket) -> None:
    """Reads to the end and says nothing."""
    while sock.recv(65536):
        pass


def saying(words: bytes) -> Callable[[socket.socket], None]:
    """A server that waits to be spoken to, says this to whatever it hears, and listens on."""

    def serve(sock: socket.socket) -> None:
        sock.recv(65536)
        sock.sendall(words)
        swallow(sock)

    return serve


def hanging_up(_sock: socket.socket) -> None:
    """A server that closes at once."""


class Proxy(Server):
    """Passes everything on to `target`, at most `step` bytes at a time.

    After `cut_after` bytes from the one that connects, both connections end.
    """

    def __init__(
        self,
        target: Address,
        *,
        step: int = 65536,
        cut_after: int | None = None,
    ) -> None:
        self._target = target
        self._step = step
        self._left = cut_after
        super().__init__(self._join)

    def _join(self, client: socket.socket) -> None:
        with socket.create_connection(self._target) as server:
            for sock in (client, server):
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            back = threading.Thread(target=self._pass_on, args=(server, client), name="back")
            back.start()
            self._pass_on(client, server, counted=True)
            if self._left == 0:
                for sock in (client, server):
                    with contextlib.suppress(OSError):
                        sock.shutdown(socket.SHUT_RDWR)
            back.join(DEADLINE_S)

    def _pass_on(
        self, source: socket.socket, target: socket.socket, *, counted: bool = False
    ) -> None:
        with contextlib.suppress(OSError):
            while piece := source.recv(self._step):
                if counted and self._left is not None:
                    piece = piece[: self._left]
                    self._left -= len(piece)
                target.sendall(piece)
                if counted and self._left == 0:
                    return
            target.shutdown(socket.SHUT_WR)


class Blackhole:
    """An address on loopback that answers nothing, like a computer behind a dead interface.

    Its queue of connections is full, so the system drops every further attempt.
    """

    def __init__(self) -> None:
        self._listening = socket.socket()
        self._listening.bind((LOOPBACK, 0))
        self._listening.listen(0)
        self._queued: list[socket.socket] = []
        while self._takes_one_more():
            pass

    def _takes_one_more(self) -> bool:
        sock = socket.socket()
        self._queued.append(sock)
        sock.settimeout(0.1)  # on loopback an answer comes while connect() is still running
        try:
            sock.connect(self._listening.getsockname())
        except TimeoutError:
            return False
        return True

    @property
    def address(self) -> Address:
        return Address(*self._listening.getsockname())

    def wake_up(self) -> None:
        """Takes the queued connections: the next attempt succeeds."""
        self._queued.pop().close()  # the attempt that would fill the queue again
        for _ in self._queued:
            self._listening.accept()[0].close()

    def close(self) -> None:
        for sock in (self._listening, *self._queued):
            sock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class CuttingProxy(Server):
    """Passes one connection on to `target` and cuts it once one side has said so many bytes.

    `cut_after` counts what the connecting side says, `cut_back_after` what it is answered. All that
    was passed on before arrives: the side that listens hears an end and no reset.
    """

    def __init__(
        self,
        target: Address,
        *,
        cut_after: int | None = None,
        cut_back_after: int | None = None,
    ) -> None:
        self._target = target
        self._cut_after = cut_after
        self._cut_back_after = cut_back_after
        self._cut = threading.Event()
        self.passed = 0  # bytes, from the connecting side
        self.passed_back = 0
        super().__init__(self._join)

    def _join(self, client: socket.socket) -> None:
        with socket.create_connection(self._target) as server:
            for sock in (client, server):
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            back = threading.Thread(target=self._back, args=(server, client), name="back")
            back.start()
            for count in self._pass_on(client, server, self._cut_after):
                self.passed += count
            back.join(DEADLINE_S)

    def _back(self, server: socket.socket, client: socket.socket) -> None:
        for count in self._pass_on(server, client, self._cut_back_after):
            self.passed_back += count
        if self._cut.is_set():
            with contextlib.suppress(OSError):
                swallow(server)

    def _pass_on(
        self, source: socket.socket, target: socket.socket, left: int | None
    ) -> Iterator[int]:
        with contextlib.suppress(OSError):
            while left != 0 and (piece := source.recv(65536)) and not self._cut.is_set():
                piece = piece[:left]
                target.sendall(piece)
                yield len(piece)
                left = None if left is None else left - len(piece)
        if left == 0:
            self._cut.set()
        for sock in (source, target) if self._cut.is_set() else (target,):
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_WR)
