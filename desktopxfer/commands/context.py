"""Owns what every command needs: the profile it works with, and how it is stopped."""

import argparse
import contextlib
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from desktopxfer import reporting
from desktopxfer.identity import certificate
from desktopxfer.identity.known_devices import KnownDevices
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

    @classmethod
    def load(cls, arguments: argparse.Namespace) -> Self:
        profile = Profile(arguments.profile)
        settings = profile.load_settings()
        known = KnownDevices(profile)
        local = LocalDevice(certificate.load_or_create(profile), settings.device_name)
        local.limits.set(sending=settings.send_limit, receiving=settings.receive_limit)
        memory = Memory(profile)
        for warning in profile.warnings:
            reporting.say(warning)
        return cls(profile, settings, local, known, memory, arguments.json)

    @property
    def device_id(self) -> str:
        return self.local.identity.device_id

    def report(self, sources: Sequence[Path] = ()) -> TransferReport:
        return Programs(sources) if self.as_json else People(sources)


@contextlib.contextmanager
def on_stop(action: Callable[[], None]) -> Iterator[None]:
    """What Ctrl+C, SIGTERM and a closed terminal do. Main thread only."""
    signals = [signal.SIGINT, signal.SIGTERM]
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signals.append(signal.SIGHUP)  # unless nohup was asked for
    before = [signal.signal(number, lambda *_: action()) for number in signals]
    try:
        yield
    finally:
        for number, handler in zip(signals, before, strict=True):
            signal.signal(number, handler)


def interrupt() -> None:
    """For on_stop, where there is nothing to tidy up."""
    raise KeyboardInterrupt


def path_argument(text: str) -> Path:
    """An empty word is a mistake (`send "$FILE"` without a FILE), not the current folder."""
    if not text:
        raise argparse.ArgumentTypeError("an empty path")
    return Path(text)


def folder_argument(text: str) -> Path:
    """In full and without `..`, as it will be shown; links stay as they are."""
    return Path(os.path.abspath(path_argument(text)))
