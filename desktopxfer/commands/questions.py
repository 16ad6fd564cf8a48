"""Owns what the person at the terminal types when asked."""

import contextlib
import os
from enum import Enum

SAME_CODE = "Do both screens show it?"


YES_OR_NO = "[y/N]"
KEEP_REPLACE_SKIP = "Keep both, replace or skip? [K/r/s; with “all”: and all that follow]"


class OnTaken(Enum):
    """What happens with a file that meets one of its name."""

    KEEP_BOTH = "keep"
    REPLACE = "replace"
    SKIP = "skip"


def means_yes(line: str | None) -> bool:
    """Of what read_line() returned; the end of standard input means no."""
    return line is not None and line.lower() in {"y", "yes"}


def on_taken(line: str | None) -> tuple[OnTaken, bool]:
    """Likewise; and whether it is said for all that follow, as the end of standard input is."""
    if line is None:
        return OnTaken.KEEP_BOTH, True
    word, _, rest = line.lower().partition(" ")
    choices = {form: each for each in OnTaken for form in (each.value, each.value[0])}
    return choices.get(word, OnTaken.KEEP_BOTH), rest.strip() == "all"


def read_line() -> str | None:
    """Reads one line of standard input; None at its end. Takes no byte of the next line.

    Not through sys.stdin: its lock, held by a thread that still reads, aborts the program's end.
    """
    line = byte = b""
    with contextlib.suppress(OSError):  # closed
        while (byte := os.read(0, 1)) and byte != b"\n":
            line += byte
    return line.decode(errors="replace").strip() if line or byte else None
