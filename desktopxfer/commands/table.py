"""Owns the table of the commands: which module does what each word asks for."""

import argparse
from typing import Protocol

from desktopxfer.commands import (
    check,
    devices,
    discard,
    history,
    identity,
    integrate,
    pair,
    pause,
    queue,
    receive,
    resume,
    send,
    trust,
)
from desktopxfer.commands.context import Context


class Command(Protocol):
    """What each module of `commands` is."""

    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser, /) -> None: ...

    def run(self, context: Context, arguments: argparse.Namespace, /) -> int:
        """Returns the exit code. Raises errors of errors.py and KeyboardInterrupt. Main thread."""


COMMANDS: dict[str, Command] = {
    "send": send,
    "receive": receive,
    "resume": resume,
    "pause": pause,
    "discard": discard,
    "queue": queue,
    "history": history,
    "pair": pair,
    "trust": trust,
    "devices": devices,
    "check": check,
    "identity": identity,
    "integrate": integrate,
}
