"""Owns one TLS connection: bytes in and out of a socket, for the one thread that owns it."""

import contextlib
import selectors
import socket
import time
from collections.abc import Callable

from OpenSSL import SSL

from desktopxfer.errors import (
    BadCertificate,
    ConnectionLost,
    DesktopxferError,
    NotDesktopxfer,
    TimedOut,
    TooManyConnections,
)
from desktopxfer.identity import certificate
from desktopxfer.identity.certificate import Identity
from desktopxfer.network.rate_limit import RateLimit
from desktopxfer.network.wakeup import Wakeup

ALPN = b"desktopxfer/1"  # names the frames and Hello; versions of the rest are negotiated inside

# A listener without a place left says so in the only words that need no handshake: a TLS alert
# (RFC 8446, 6: level fatal, internal_error, "such as a memory allocation failure").
BUSY = bytes.fromhex("15 0303 0002 02 50")
BUSY_REASON = "alert internal error"  # what OpenSSL calls it

# Socket reads of this size through a memory BIO cost a fifth less than one read a TLS record.
READ_BYTES = 256 * 1024
# Measured: taking 256 or 512 KiB at a time makes glibc give memory back to the system after each
# call and doubles the processor time of sending; at 1 MiB it keeps it.
TAKE_BYTES = 1024 * 1024
RECORD_BYTES = 16 * 1024  # the most a TLS record carries, so the most one SSL_read returns
MAX_BACKLOG = 1024 * 1024  # read while a send waits; results of a transfer stay far below

HANDSHAKE_TIMEOUT_S = 10.0
GOODBYE_TIMEOUT_S = 1.0
PROGRESS_BYTES = 1024  # fewer in a whole idle timeout are a drip that only holds a place
KEEPALIVE_IDLE_S, KEEPALIVE_INTERVAL_S, KEEPALIVE_PROBES = 20, 5, 4
# Linux counts not only silence but also the time in which a living receiver takes nothing: one that
# waits for gigabytes to reach a slow disk must not be cut off.
UNACKNOWLEDGED_TIMEOUT_S = 300
# Without this the system calls a socket writable only when a third of megabytes is free again; at a
# receiver that limits itself that takes longer than the idle timeout.
UNSENT_BYTES = 128 * 1024  # also what a cancel waits behind
LIMIT_CHECK_S = 0.05  # how soon a wait for our own limit notices that the limit is another one


def tls_context(identity: Identity) -> SSL.Context:
    """The settings of every connection of this device. May be shared by threads.

    Any certificate passes the handshake as long as its owner holds the key; who it is, is compared
    by its hash before the first byte. The `ssl` module of the standard library cannot do that: it
    has no way to ask a client for a certificate that no authority signed.
    """
    context = SSL.Context(SSL.TLS_METHOD)
    context.set_min_proto_version(SSL.TLS1_3_VERSION)
    context.set_options(SSL.OP_NO_TICKET)  # nothing to resume: each connection proves identity anew
    context.set_session_cache_mode(SSL.SESS_CACHE_OFF)
    context.use_privatekey(identity.key)
    context.use_certificate(identity.certificate)
    context.set_verify(
        SSL.VERIFY_PEER | SSL.VERIFY_FAIL_IF_NO_PEER_CERT,
        lambda _connection, _certificate, _error, depth, _ok: depth == 0,
    )
    context.set_alpn_protos([ALPN])
    context.set_alpn_select_callback(
        lambda _connection, offered: ALPN if ALPN in offered else SSL.NO_OVERLAPPING_PROTOCOLS
    )
    return context


class Channel:
    """A mutually authenticated TLS 1.3 connection over one socket.

    Belongs to one thread: using a TLS object from two threads corrupts the stream. Other threads
    only call `wakeup.set()`, which raises Interrupted in the owner at its next wait or call.
    Every wait ends at `deadline` (monotonic; absolute, so a peer cannot stretch it), and when
    waiting took `idle_timeout_s` altogether while fewer than PROGRESS_BYTES moved.
    Owns the socket from the start. Raises errors of errors.py, with `name` as their subject.
    """

    def __init__(
        self, sock: socket.socket, context: SSL.Context, *, server: bool, wakeup: Wakeup, name: str
    ) -> None:
        self.name = name
        self.wakeup = wakeup
        self.peer_id = ""  # once the handshake has proven it
        self.deadline: float | None = None
        self.idle_timeout_s = None
        self.received_bytes = 0  # from the socket, for tests and statistics
        self.sent_bytes = 0
        # For what a client sends and a server receives. To be set when the content begins: what
        # comes before has deadlines on the other side.
        self.limit: RateLimit | None = None
        self._sock = sock
        self._server = server
        self._tls = SSL.Connection(context, None)
        if server:
            self._tls.set_accept_state()
        else:
            self._tls.set_connect_state()
        self._cipher = memoryview(bytearray(READ_BYTES))
        self._plain = memoryview(bytearray(READ_BYTES + 2 * RECORD_BYTES))
        self._backlog = bytearray()
        self._unsent = memoryview(b"")
        self._ended = False
        self._leaving = False  # nothing interrupts a goodbye; it is short
        sock.setblocking(False)
        _tune(sock)
        try:
            self._selector = selectors.DefaultSelector()
        except OSError as error:  # no descriptors left
            sock.close()
            raise ConnectionLost(name) from error
        self._selector.register(sock, selectors.EVENT_READ)
        self._selector.register(wakeup, selectors.EVENT_READ)

    @property
    def idle_timeout_s(self) -> float | None:
        return self._idle_timeout_s

    @idle_timeout_s.setter
    def idle_timeout_s(self, seconds: float | None) -> None:
        self._idle_timeout_s = seconds
        self._idle_s = 0.0  # spent waiting while `_idle_bytes` moved
        self._idle_bytes = 0

    # The handshake --------------------------------------------------------------------------------

    def handshake(self) -> None:
        """Proves the peer's id. Raises NotDesktopxfer, BadCertificate or TooManyConnections."""
        self.deadline = time.monotonic() + HANDSHAKE_TIMEOUT_S
        try:
            while not self._shake():
                if not self._read_socket():
                    raise NotDesktopxfer(self.name)
        except TimedOut as error:
            raise NotDesktopxfer(self.name) from error
        except SSL.Error as error:
            with contextlib.suppress(DesktopxferError):
                self._flush()  # the alert that tells the other side why
            busy = BUSY_REASON in str(error)
            raise (TooManyConnections if busy else NotDesktopxfer)(self.name) from error
        if self._tls.get_alpn_proto_negotiated() != ALPN:
            raise NotDesktopxfer(self.name)
        try:
            peer = self._tls.get_peer_certificate(as_cryptography=True)
        except Exception as error:  # OpenSSL takes some at which cryptography raises many things
            raise BadCertificate(self.name, "it is malformed") from error
        if peer is None:
            raise BadCertificate(self.name, "there is none")
        try:
            certificate.check(peer)
        except BadCertificate as error:
            raise BadCertificate(self.name, error.detail) from error
        self.peer_id = certificate.device_id(peer)
        self._backlog += self._decrypt()  # what came in one packet with the end of the handshake

    def _shake(self) -> bool:
        try:
            self._tls.do_handshake()
            return True
        except SSL.WantReadError:
            return False
        finally:
            with contextlib.suppress(ConnectionLost):  # what it said before is still to be read
                self._flush()

    def exporter(self, label: bytes) -> bytes:
        """32 bytes that only the two ends of this very connection share (RFC 8446, 7.5)."""
        return self._tls.export_keying_material(label, 32)

    # Sending --------------------------------------------------------------------------------------

    def send(self, *chunks: bytes | bytearray | memoryview) -> None:
        """Returns when the system has taken every byte. What arrives meanwhile is kept."""
        self._check()
        for chunk in chunks:
            try:
                self._tls.sendall(chunk)
            except SSL.Error as error:
                raise ConnectionLost(self.name) from error
        self._flush()

    def _flush(self) -> None:
        while True:
            if not self._unsent:
                try:
                    self._unsent = memoryview(self._tls.bio_read(TAKE_BYTES))
                except SSL.WantReadError:
                    return
            try:
                count = self._move(self._sock.send, self._unsent, limited=not self._server)
            except BlockingIOError:
                self._wait_writable()
            except OSError as error:
                self._unsent = memoryview(b"")
                if self.peer_id:
                    self._hear_last_words()
                if not self._backlog:
                    raise ConnectionLost(self.name) from error
                return
            else:
                self.sent_bytes += count
                self._moved(count)
                self._unsent = self._unsent[count:]

    def _wait_writable(self) -> None:
        events = selectors.EVENT_WRITE
        if not self._ended and len(self._backlog) < MAX_BACKLOG:
            events |= selectors.EVENT_READ
        self._selector.modify(self._sock, events)
        try:
            if self._wait() & selectors.EVENT_READ:
                self._backlog += self._decrypt_available()
        finally:
            self._selector.modify(self._sock, selectors.EVENT_READ)

    def _hear_last_words(self) -> None:
        """After the connection broke: keeps what the other side said before.

        One that gives up says why and closes, and that reason beats a broken pipe: the caller meets
        it in the next receive() or poll(), and the broken pipe only in the send() after that.
        """
        self.limit = None
        with contextlib.suppress(DesktopxferError):
            while len(self._backlog) < MAX_BACKLOG and (piece := self._decrypt_available()):
                self._backlog += piece

    # Receiving ------------------------------------------------------------------------------------

    def receive(self) -> memoryview:
        """Waits for bytes. The view is valid until the next call on this channel.

        Raises ConnectionLost at the end of the stream: the conversation says when it is over, an
        end of stream never does.
        """
        while not (piece := self.poll()):
            if self._ended:
                raise ConnectionLost(self.name)
            self._wait()
        return piece

    def poll(self) -> memoryview:
        """What has arrived already, without waiting but for our own limit; may be empty."""
        self._check()
        if self._backlog:
            piece, self._backlog = memoryview(self._backlog), bytearray()
            self._moved(len(piece))
        else:
            before = self.received_bytes
            piece = self._decrypt_available()
            # Not len(piece): a sender that limits itself takes its time over a single record.
            self._moved(self.received_bytes - before)
        return piece

    def _decrypt_available(self) -> memoryview:
        try:
            count = self._move(self._sock.recv_into, self._cipher, limited=self._server)
        except BlockingIOError:
            return self._plain[:0]
        except OSError:
            count = 0
        self.received_bytes += count
        if not count:
            self._ended = True
            return self._plain[:0]
        self._tls.bio_write(self._cipher[:count])
        return self._decrypt()

    def _decrypt(self) -> memoryview:
        filled = 0
        try:
            while True:
                filled += self._tls.recv_into(self._plain[filled : filled + RECORD_BYTES])
        except SSL.WantReadError:
            pass
        except SSL.ZeroReturnError:
            self._ended = True
        except SSL.Error as error:
            raise ConnectionLost(self.name) from error
        return self._plain[:filled]

    def _read_socket(self) -> bool:
        """Waits for bytes of the handshake; False at the end of the stream."""
        self._wait()
        try:
            count = self._sock.recv_into(self._cipher)
        except BlockingIOError:
            return True
        except OSError:
            return False
        self.received_bytes += count
        if count:
            self._tls.bio_write(self._cipher[:count])
        return bool(count)

    # Our own limit --------------------------------------------------------------------------------

    def _move(self, move: Callable[[memoryview], int], data: memoryview, *, limited: bool) -> int:
        """Reads or writes at once what the system takes, after waiting for our turn in the limit.

        That wait is nobody's idleness.
        """
        limit = self.limit if limited else None
        if limit is None or not limit.rate:
            return move(data)
        count, turn = limit.claim(len(data))
        moved = 0
        try:
            while (seconds := limit.seconds_until(turn)) > 0:
                self._pause(min(seconds, LIMIT_CHECK_S))
            moved = move(data[:count])
            return moved
        finally:
            limit.give_back(count - moved)

    def _pause(self, seconds: float) -> None:
        self._selector.unregister(self._sock)  # whatever happens there has to wait as well
        try:
            self._selector.select(seconds)
        finally:
            self._selector.register(self._sock, selectors.EVENT_READ)
        self._check()

    # Waiting for the other side, the only place ---------------------------------------------------

    def _wait(self) -> int:
        """Waits for the socket; returns its events. Raises Interrupted and TimedOut."""
        self._check()
        began = time.monotonic()
        limits = []
        if self.deadline is not None:
            limits.append(self.deadline - began)
        if self.idle_timeout_s is not None:
            limits.append(self.idle_timeout_s - self._idle_s)
        ready = self._selector.select(max(0.0, min(limits)) if limits else None)
        self._idle_s += time.monotonic() - began
        if not ready:
            raise TimedOut(self.name)
        self._check()
        return next((events for key, events in ready if key.fileobj is self._sock), 0)

    def _check(self) -> None:
        """Raises Interrupted, and TimedOut after the deadline even if there is plenty to read."""
        if not self._leaving:
            self.wakeup.check()
        if self.deadline is not None and time.monotonic() >= self.deadline:
            raise TimedOut(self.name)

    def _moved(self, count: int) -> None:
        self._idle_bytes += count
        if self._idle_bytes >= PROGRESS_BYTES:
            self._idle_bytes = 0
            self._idle_s = 0.0

    # The end --------------------------------------------------------------------------------------

    def say_goodbye(self, *last_words: bytes) -> None:
        """Sends last words if that is quick, waits briefly for the other side to hang up, closes.

        Closing with unread bytes would reset the connection and could take the last words with it.
        Whoever did not prove an identity gets none.
        """
        self._leaving = True
        self._selector.unregister(self.wakeup)
        self.idle_timeout_s = None
        self.limit = None
        self.deadline = time.monotonic() + GOODBYE_TIMEOUT_S
        with contextlib.suppress(DesktopxferError, OSError, SSL.Error):
            if self.peer_id:
                self.send(*last_words)
            self._tls.shutdown()
            self._flush()
            self._sock.shutdown(socket.SHUT_WR)
            while not self._ended:
                self._wait()
                self._ended = not self._sock.recv_into(self._cipher)
        self.close()

    def close(self) -> None:
        self._selector.close()
        self._sock.close()


def _tune(sock: socket.socket) -> None:
    """Small frames leave at once, and a computer that is gone is noticed within a minute."""
    with contextlib.suppress(OSError):  # not a TCP socket (tests), or an option the system lacks
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for option, value in (
            ("TCP_KEEPIDLE", KEEPALIVE_IDLE_S),
            ("TCP_KEEPINTVL", KEEPALIVE_INTERVAL_S),
            ("TCP_KEEPCNT", KEEPALIVE_PROBES),
            ("TCP_USER_TIMEOUT", UNACKNOWLEDGED_TIMEOUT_S * 1000),
            ("TCP_NOTSENT_LOWAT", UNSENT_BYTES),
        ):
            if hasattr(socket, option):
                sock.setsockopt(socket.IPPROTO_TCP, getattr(socket, option), value)
