"""Owns how single words of the command line become values. Loads nothing of the engine."""

import argparse
import os
from pathlib import Path
from urllib.parse import unquote_to_bytes

from desktopxfer.network.rate_limit import parse_rate

FILE = "file://"
LONGEST_S = 24 * 3600


def path_argument(text: str) -> Path:
    """An empty word is a mistake (`send "$FILE"` without a FILE), not the current folder."""
    if not text:
        raise argparse.ArgumentTypeError("an empty path")
    return Path(text)


def place_argument(text: str) -> Path:
    """A path, or the address of one that some file managers say instead: `file:///tmp/a%20b`."""
    if text.startswith(FILE) and not os.path.lexists(text):
        return Path(
            os.fsdecode(unquote_to_bytes(text.removeprefix(FILE).removeprefix("localhost")))
        )
    return path_argument(text)


def seconds_argument(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:  # argparse would show the name of this function
        raise argparse.ArgumentTypeError(f"not a number: {text!r}") from None
    if not 0 <= seconds <= LONGEST_S:
        raise argparse.ArgumentTypeError(f"not between 0 and {LONGEST_S} seconds")
    return seconds


def rate_argument(text: str) -> int:
    """Bytes a second; 0 is no limit."""
    try:
        return parse_rate(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"not a rate like 500k or 2M: {text!r}") from None


def count_argument(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > 9 or not int(text):
        raise argparse.ArgumentTypeError(f"not a number of at least 1: {text!r}")
    return int(text)


def folder_argument(text: str) -> Path:
    """In full and without `..`, as it will be shown; links stay as they are. It may be missing."""
    folder = Path(os.path.abspath(path_argument(text)))
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise argparse.ArgumentTypeError(f"{text!r} is no folder")
    return folder
