"""Owns what the person at the terminal types when asked."""

import contextlib
import os

SAME_CODE = "Do both screens show it?"


def read_yes() -> bool:
    """Reads one line of standard input; its end means no. Takes no byte of the next line.

    Not through sys.stdin: its lock, held by a thread that still reads, aborts the program's end.
    """
    line = b""
    with contextlib.suppress(OSError):  # closed
        while (byte := os.read(0, 1)) and byte != b"\n":
            line += byte
    return line.strip().lower() in {b"y", b"yes"}
