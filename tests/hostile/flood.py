"""Owns a flood of connections that never authenticate: `python -m tests.hostile.flood PORT N S`.

N connections within about S seconds (0: as fast as it goes), from three addresses of this computer.
Some say nothing and stay, some say the start of a handshake, some begin a real one and stay, some
begin a real one and hang up, some talk nonsense, some hang up at once.
It runs as a program of its own, at a low priority: what is measured beside it is what the
flood costs the victim, not the processor time of an attacker who would be another computer.
"""

import contextlib
import os
import socket
import ssl
import sys
import time
from collections import deque

SOURCES = ("127.0.0.2", "127.0.0.3", "127.0.0.4")
HELD = 100  # open at a time; more than these addresses have places for


def client_hello() -> bytes:
    """The first words of a TLS client, as good as those of an honest one."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_alpn_protocols(["desktopxfer/1"])
    said = ssl.MemoryBIO()
    with contextlib.suppress(ssl.SSLWantReadError):
        context.wrap_bio(ssl.MemoryBIO(), said).do_handshake()
    return said.read()


HELLO = client_hello()
# What each says, and whether it stays.
BEHAVIOUR = (
    (b"", True),
    (b"", False),
    (HELLO[:40], True),
    (HELLO, True),
    (HELLO, False),
    (b"GET / HTTP/1.1\r\n\r\n", True),
)


def flood(port: int, count: int, seconds: float) -> int:
    """Returns how many connections came about."""
    held: deque[socket.socket] = deque()
    made = 0
    began = time.monotonic()
    for number in range(count):
        ahead_s = number / count * seconds - (time.monotonic() - began)
        if ahead_s > 0.001:
            time.sleep(ahead_s)
        sock = socket.socket()
        try:
            sock.settimeout(5)
            sock.bind((SOURCES[number % len(SOURCES)], 0))
            sock.connect(("127.0.0.1", port))
            words, stays = BEHAVIOUR[number // len(SOURCES) % len(BEHAVIOUR)]
            sock.sendall(words)
            if stays:
                held.append(sock)
            else:
                sock.close()
            made += 1
        except OSError:
            sock.close()
        if len(held) > HELD:
            held.popleft().close()
    for sock in held:
        sock.close()
    return made


def main() -> None:
    port, count, seconds = sys.argv[1:]
    with contextlib.suppress(AttributeError):  # Windows has no such call
        os.nice(15)
    began = time.monotonic()
    made = flood(int(port), int(count), float(seconds))
    print(made, f"{time.monotonic() - began:.2f}", flush=True)


if __name__ == "__main__":
    main()
