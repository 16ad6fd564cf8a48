"""Owns what every command needs: the profile it works with, and how it is stopped."""

import argparse
import contextlib
import os
import shlex
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from desktopxfer import reporting
from desktopxfer.identity import certificate
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.network.rate_limit import parse_rate
from desktopxfer.reporting import People, Programs, TransferReport
from desktopxfer.settings import Profile, Settings
from desktopxfer.transfer.conversation import LocalDevice
from desktopxfer.transfer.memory import Memory


@dataclass(frozen=True, slots=True)
class Context:
    """What one run of a command works with."""

    profile: Profile
    settings: Settings
    local: LocalDevice
    known: KnownDevices
    memory: Memory
    as_json: bool
    start: str  # how a person starts this program with this profile

    @classmethod
    def load(cls, arguments: argparse.Namespace) -> Self:
        profile = Profile(arguments.profile)
        settings = profile.load_settings()
        known = KnownDevices(profile)
        local = LocalDevice(certificate.load_or_create(profile), settings.device_name)
        local.limits.set(sending=settings.send_limit, receiving=settings.receive_limit)
        memory = Memory(profile)
        for warning in profile.warnings:
            reporting.say(str(warning))
        start = reporting.program()
        if arguments.profile:
            start += f" --profile {shlex.quote(str(arguments.profile))}"
        return cls(profile, settings, local, known, memory, arguments.json, start)

    @property
    def device_id(self) -> str:
        return self.local.identity.device_id

    def report(
        self, sources: Sequence[Path] = (), *, key: str = "", transfer_id: str = ""
    ) -> TransferReport:
        kind = Programs if self.as_json else People
        return kind(sources, key=key, transfer_id=transfer_id, start=self.start)


@contextlib.contextmanager
def on_stop(action: Callable[[], None], closed: Callable[[], None] | None = None) -> Iterator[None]:
    """What Ctrl+C does, and what SIGTERM and a closed terminal do. Main thread only."""
    closed = closed or action
    actions = {signal.SIGINT: action, signal.SIGTERM: closed}
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        actions[signal.SIGHUP] = closed  # unless nohup was asked for
    before = {
        number: signal.signal(number, lambda *_, act=act: act()) for number, act in actions.items()
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def interrupt() -> None:
    """For on_stop, where there is nothing to tidy up."""
    raise KeyboardInterrupt


def path_argument(text: str) -> Path:
    """An empty word is a mistake (`send "$FILE"` without a FILE), not the current folder."""
    if not text:
        raise argparse.ArgumentTypeError("an empty path")
    return Path(text)


LONGEST_S = 24 * 3600


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
    """In full and without `..`, as it will be shown; links stay as they are."""
    return Path(os.path.abspath(path_argument(text)))
