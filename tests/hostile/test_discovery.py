"""Packets of multicast DNS that no honest device sends, at a real program that looks around."""

import random
import re
import socket
import struct
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.command_line import DEADLINE_S, LOOPBACK, Program, new_profile

GROUP = ("224.0.0.251", 5353)
ESCAPES = b"\x1b[2J\x1b]0;owned\x07"
PTR, SRV, TXT, A, NSEC = 12, 33, 16, 1, 47
DEVICE_ID = b"ab" * 32


def label(*words: bytes) -> bytes:
    return b"".join(bytes([len(word)]) + word for word in words) + b"\0"


SERVICE = label(b"_desktopxfer", b"_tcp", b"local")
INSTANCE = label(ESCAPES, b"_desktopxfer", b"_tcp", b"local")
MALLORY = label(b"mallory", b"_desktopxfer", b"_tcp", b"local")
HOST = label(b"mallory", b"local")


def packet(*records: tuple[bytes, int, bytes], count: int | None = None) -> bytes:
    words = struct.pack("!HHHHHH", 0, 0x8400, 0, len(records) if count is None else count, 0, 0)
    for name, kind, content in records:
        words += name + struct.pack("!HHIH", kind, 1, 120, len(content)) + content
    return words


def field(words: bytes) -> bytes:
    return bytes([len(words)]) + words


VISIBLE = packet(
    (SERVICE, PTR, MALLORY),
    (MALLORY, SRV, struct.pack("!HHH", 0, 0, 4444) + HOST),
    (MALLORY, TXT, field(b"id=" + DEVICE_ID) + field(b"name=" + ESCAPES) + field(b"v=1")),
    (HOST, A, bytes([127, 0, 0, 9])),
)
BROKEN = [
    b"",
    b"\0",
    ESCAPES * 10,
    packet(count=65535),
    packet((SERVICE, PTR, INSTANCE), count=5),
    packet((SERVICE, PTR, b"\x3f" + ESCAPES)),
    packet((SERVICE, PTR, label(ESCAPES))),
    packet((SERVICE, PTR, SERVICE)),
    packet((label(b"\xff\xfe" + ESCAPES), PTR, INSTANCE)),
    packet((INSTANCE, TXT, b"\xff" + ESCAPES)),
    packet((INSTANCE, A, b"\x7f")),
    packet((INSTANCE, NSEC, INSTANCE + ESCAPES)),
    packet((b"\xc0\x0c", PTR, b"\xc0\x0c")),  # a name that points to itself
    packet((b"\xc0\x0e\xc0\x0c", PTR, b"\xc0\x0c" * 100)),
]


def shower(over: threading.Event) -> None:
    """Broken packets, and each with some bytes changed, until it is over."""
    chance = random.Random(1)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(LOOPBACK))
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_LOOP, 1)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        sock.bind((LOOPBACK, GROUP[1]))  # what comes from another port is no answer
        while not over.wait(0.01):
            changed = bytearray(chance.choice(BROKEN[2:]))
            for _ in range(3):
                changed[chance.randrange(len(changed))] = chance.randrange(256)
            for words in (*BROKEN, bytes(changed), VISIBLE):
                sock.sendto(words, GROUP)


@pytest.mark.skipif(sys.platform != "linux", reason="multicast on loopback")
def test_hostile_packets_reach_no_terminal(tmp_path: Path) -> None:
    """KDE Connect CVE-2025-32901, zeroconf CVE-2026-47180..48487: crashes by one small packet.

    The one device that is well announced shows that the packets arrive; its name is escapes.
    """
    over = threading.Event()
    thread = threading.Thread(target=shower, args=(over,))
    thread.start()
    try:
        with Program(
            *("--profile", new_profile(tmp_path, "Ann"), "devices", "--wait", "2")
        ) as program:
            assert program.wait() == 0
    finally:
        over.set()
        thread.join(DEADLINE_S)
    assert program.err == []
    assert [line for line in program.out if re.search(r"[\x00-\x1f\x7f-\x9f]", line)] == []
    (row,) = [line for line in program.out if "ABAB-ABAB" in line]
    assert "127.0.0.9:4444" in row
    assert row.startswith("\N{REPLACEMENT CHARACTER}[2J")


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_hostile_packets_take_no_memory(tmp_path: Path) -> None:
    """zeroconf CVE-2026-47180..48487: packets of 3 kB exhausted the memory."""
    over = threading.Event()
    thread = threading.Thread(target=shower, args=(over,))
    with Program(*("--profile", new_profile(tmp_path, "Ann"), "devices", "--wait", "3")) as program:
        began = time.monotonic()
        thread.start()
        sizes = []
        while program.process.poll() is None:
            status = Path(f"/proc/{program.process.pid}/statm").read_text().split()
            if len(status) > 1 and time.monotonic() - began > 1.5:
                sizes.append(int(status[1]) * 4096)
            threading.Event().wait(0.1)
        over.set()
        thread.join(DEADLINE_S)
        assert program.wait() == 0
    grown = max(sizes) - sizes[0] if sizes else 0
    assert grown < 32 * 1024 * 1024
