"""Owns what every command needs: the profile it works with, and how it is stopped."""

import argparse
import contextlib
import shlex
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
        self, sources: Sequence[Path] | None = None, *, key: str = "", transfer_id: str = ""
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
