"""Owns a D-Bus of a test's own, and services on it that are as strict as the real ones.

They check the signature of what they are asked: a service that takes anything shows nothing.
"""

import contextlib
import os
import queue
import select
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_call,
    new_method_return,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

DEADLINE_S = 30

CONFIGURATION = """<busconfig>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
    <allow user="*"/>
  </policy>
</busconfig>
"""


@contextlib.contextmanager
def running_bus(folder: Path) -> Iterator[str]:
    """The address of a real bus daemon."""
    address = folder / "bus"
    (folder / "bus.conf").write_text(CONFIGURATION.format(socket=address))
    daemon = subprocess.Popen(
        ["dbus-daemon", "--nofork", f"--config-file={folder / 'bus.conf'}", "--print-address"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert daemon.stdout is not None
    with daemon:
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


@dataclass(frozen=True, slots=True)
class Kind:
    """What one service is called and what it takes."""

    name: str
    path: str
    interface: str
    signature: str
    reply: str


LOGIN = Kind(
    "org.freedesktop.login1",
    "/org/freedesktop/login1",
    "org.freedesktop.login1.Manager",
    "ssss",
    "h",
)
POWER = Kind(
    "org.freedesktop.PowerManagement",
    "/org/freedesktop/PowerManagement/Inhibit",
    "org.freedesktop.PowerManagement.Inhibit",
    "ss",
    "u",
)
PORTAL = Kind(
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Inhibit",
    "sua{sv}",
    "o",
)


@dataclass(slots=True)
class Lock:
    """One promise to stay awake."""

    words: tuple[Any, ...]
    released: threading.Event = field(default_factory=threading.Event)


class Service:
    """Grants locks, and notices when they end: a closed descriptor, or a client that has gone."""

    def __init__(self, address: str, kind: Kind, *, refuses: bool = False) -> None:
        self.granted: queue.Queue[Lock] = queue.Queue()
        self.calls = 0
        self._kind = kind
        self._refuses = refuses
        self._held: dict[int | str, Lock] = {}  # by descriptor, or by the client's unique name
        self._wake, self._end = os.pipe()
        self._bus: DBusConnection = open_dbus_connection(address, enable_fds=True)
        self._ask("RequestName", "su", (kind.name, 0))
        self._ask("AddMatch", "s", ("member='NameOwnerChanged'",))
        self._thread = threading.Thread(target=self._serve, name=kind.name)
        self._thread.start()

    def _ask(self, method: str, signature: str, body: tuple[Any, ...]) -> None:
        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        reply = self._bus.send_and_get_reply(
            new_method_call(bus, method, signature, body), timeout=DEADLINE_S
        )
        assert reply.header.message_type is MessageType.method_return

    def _serve(self) -> None:
        while True:
            descriptors = [key for key in self._held if isinstance(key, int)]
            ready, _, _ = select.select([self._wake, self._bus.sock, *descriptors], [], [])
            if self._wake in ready:
                return
            for descriptor in set(ready) & set(descriptors):
                os.close(descriptor)
                self._held.pop(descriptor).released.set()
            if self._bus.sock in ready:
                with contextlib.suppress(TimeoutError):
                    while True:
                        self._take(self._bus.receive(timeout=0))

    def _take(self, message: Message) -> None:
        fields = message.header.fields
        if message.header.message_type is MessageType.method_call:
            self.calls += 1
            if (error := self._error(message)) is not None:
                self._bus.send(new_error(message, f"org.freedesktop.DBus.Error.{error}"))
            else:
                self._grant(message)
        elif fields.get(HeaderFields.member) == "NameOwnerChanged":
            name, _before, now = message.body
            if not now and name in self._held:
                self._held.pop(name).released.set()

    def _error(self, message: Message) -> str | None:
        fields, kind = message.header.fields, self._kind
        asked = (
            fields.get(HeaderFields.path),
            fields.get(HeaderFields.interface),
            fields.get(HeaderFields.member),
            fields.get(HeaderFields.signature),
        )
        if asked != (kind.path, kind.interface, "Inhibit", kind.signature):
            return "InvalidArgs"
        return "AccessDenied" if self._refuses else None

    def _grant(self, message: Message) -> None:
        lock = Lock(message.body)
        if self._kind.reply == "h":
            ours, theirs = os.pipe()
            self._held[ours] = lock
            self._bus.send(new_method_return(message, "h", (theirs,)))
            os.close(theirs)
        else:
            self._held[message.header.fields[HeaderFields.sender]] = lock
            value = 7 if self._kind.reply == "u" else "/request/7"
            self._bus.send(new_method_return(message, self._kind.reply, (value,)))
        self.granted.put(lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._end)
        self._thread.join(DEADLINE_S)
        self._bus.close()
        os.close(self._wake)
        for key in self._held:
            if isinstance(key, int):
                os.close(key)
