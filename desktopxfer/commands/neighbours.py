"""Owns the devices around for a command: which one its TARGET means, and that they see this one."""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Self

from desktopxfer.commands.context import Context
from desktopxfer.device import Device
from desktopxfer.errors import DesktopxferError, DeviceNotFound, UnknownHost
from desktopxfer.settings import Visibility
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.devices import devices_around, find, is_address, pinned
from desktopxfer.transfer.store import Record

if TYPE_CHECKING:
    from desktopxfer.network.announcement import Found
    from desktopxfer.network.discovery import Discovery

FIND_TIMEOUT_S = 5.0  # a device that is there answers an mDNS question within a second or two
REMEMBERED_TIMEOUT_S = 2.0  # for a known device to say where it is now, before the old address
NAMESAKES_TIMEOUT_S = 0.3  # for others of that name to be heard: answers come within 120 ms


def wanted_device(context: Context, text: str, control: Control) -> Device:
    """The device that TARGET means. Raises DeviceNotFound, AmbiguousDevice or BadAddress."""
    if is_address(text):
        return pinned(context.known, find(text, ()))
    return _heard(context, lambda devices: find(text, devices), control)


def device_again(context: Context, record: Record, control: Control) -> Device:
    """Where the device of an earlier transfer is now. Raises what wanted_device() raises."""
    if not record.device_id:  # it never answered
        return wanted_device(context, record.peer_name, control)
    return _heard(context, lambda devices: _same(devices, record), control)


def _same(devices: Sequence[Device], record: Record) -> Device:
    """By its identity: anybody may have its name meanwhile. Raises DeviceNotFound."""
    for device in devices:
        if device.device_id == record.device_id and device.addresses:
            return device
    raise DeviceNotFound(record.peer_name)


def _heard(
    context: Context, choose: Callable[[Sequence[Device]], Device], control: Control
) -> Device:
    """The device that is chosen of those around, once there was time to hear all of them."""
    with Neighbours(context) as neighbours:
        began = now = time.monotonic()
        heard_at: float | None = None
        while True:
            try:
                device = choose(neighbours.devices())
            except DeviceNotFound:
                if now >= began + FIND_TIMEOUT_S:
                    raise
            else:
                if device.online:
                    heard_at = heard_at or now
                    ends_at = heard_at + NAMESAKES_TIMEOUT_S
                else:
                    ends_at = began + (REMEMBERED_TIMEOUT_S if device.device_id else FIND_TIMEOUT_S)
                if now >= ends_at:
                    return device
            control.check()
            neighbours.wait(0.1)  # so that Ctrl+C is seen
            now = time.monotonic()


@contextlib.contextmanager
def named(target: str) -> Iterator[None]:
    """While connecting to TARGET: a word that is no computer's name was meant as a device's.

    Raises DeviceNotFound then.
    """
    try:
        yield
    except UnknownHost:
        if is_address(target):
            raise
        raise DeviceNotFound(target) from None


class Neighbours:
    """The devices that are heard at the moment or known from before."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._found: tuple[Found, ...] = ()
        self._changed = threading.Event()
        self._discovery = _discovery(context, context.settings.listen_host, self._take)

    def _take(self, found: "tuple[Found, ...]") -> None:
        self._found = found
        self._changed.set()

    def devices(self) -> tuple[Device, ...]:
        return devices_around(self._found, self._context.known, self._context.device_id)

    @property
    def error(self) -> DesktopxferError | None:
        """Why nobody can be heard at the moment."""
        return self._discovery.error

    def wait(self, seconds: float) -> None:
        """Returns after that time, or as soon as the devices have changed."""
        self._changed.wait(seconds)
        self._changed.clear()

    def __enter__(self) -> Self:
        self._discovery.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._discovery.close()


@contextlib.contextmanager
def announced(context: Context, host: str, port: int) -> Iterator[None]:
    """Lets the devices around see that this one listens here, unless nobody may see it."""
    if context.settings.visibility is Visibility.NOBODY:
        yield
        return
    discovery = _discovery(context, host, lambda _found: None)
    discovery.announce(context.local.name, context.local.platform, port)
    discovery.start()
    try:
        yield
    finally:
        discovery.close()


def _discovery(
    context: Context, host: str, on_change: "Callable[[tuple[Found, ...]], None]"
) -> "Discovery":
    # With zeroconf a command starts a quarter slower: not those that neither look nor are seen.
    from desktopxfer.network.discovery import Discovery  # noqa: PLC0415 - as just said

    return Discovery(context.device_id, host, on_change)
