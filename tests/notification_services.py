"""Owns a notification service on a bus of a test's own, as strict as the real ones.

It checks every signature, and what the specification says besides: a service that takes anything
shows nothing. What stands in its notifications is looked at as it was on the wire.
"""

import contextlib
import os
import queue
import select
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection

DEADLINE_S = 30
NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
EMITTER = DBusAddress(PATH, interface=NAME)
SIGNATURES = {"GetCapabilities": None, "Notify": "susssasa{sv}i", "CloseNotification": "u"}
HINTS = {"urgency": "y", "desktop-entry": "s", "category": "s"}
CATEGORIES = {"transfer", "transfer.complete", "transfer.error"}
EVERYTHING = ("actions", "body", "body-markup")


@dataclass(frozen=True, slots=True)
class Shown:
    """One call of Notify."""

    number: int
    replaces: int
    icon: str
    title: str
    body: str
    actions: tuple[str, ...]
    hints: dict[str, tuple[str, Any]]
    timeout_ms: int

    def button(self, words: str) -> str:
        """The name of the action that is called so."""
        return dict(zip(self.actions[1::2], self.actions[::2], strict=True))[words]


class NotificationService:
    """Use in a `with` block. Notes what it is asked, and clicks as it is told to."""

    def __init__(
        self, address: str, capabilities: Sequence[str] = EVERYTHING, *, answers: bool = True
    ) -> None:
        self.shown: queue.Queue[Shown] = queue.Queue()
        self.closed: queue.Queue[int] = queue.Queue()
        self.wrong: list[str] = []  # why calls were refused
        self._capabilities = capabilities
        self._answers = answers
        self._last = 0
        self._senders: dict[int, str] = {}  # of everything that was ever shown, by number
        self._wake, self._end = os.pipe()
        self._lock = threading.Lock()
        self._bus = open_dbus_connection(address)
        reply = self._bus.send_and_get_reply(message_bus.RequestName(NAME), timeout=DEADLINE_S)
        assert reply.body == (1,), "another one has the name"
        self._thread = threading.Thread(target=self._serve, name=NAME)
        self._thread.start()

    # What a hand does -----------------------------------------------------------------------------

    def click(self, number: int, action: str = "default", token: str = "") -> None:
        """As GNOME's does it: the token first, and then it is closed."""
        if token:
            self._signal("ActivationToken", "us", (number, token))
        self._signal("ActionInvoked", "us", (number, action))
        self.dismiss(number)

    def dismiss(self, number: int) -> None:
        self._signal("NotificationClosed", "uu", (number, 2))

    def next(self) -> Shown:
        return self.shown.get(timeout=DEADLINE_S)

    def _signal(self, member: str, signature: str, body: tuple[Any, ...]) -> None:
        with self._lock:
            self._bus.send(new_signal(EMITTER, member, signature, body))

    # What it is asked -----------------------------------------------------------------------------

    def _serve(self) -> None:
        while True:
            with contextlib.suppress(TimeoutError):
                while True:
                    self._take(self._bus.receive(timeout=0))
            if self._wake in select.select([self._wake, self._bus.sock], [], [])[0]:
                return

    def _take(self, message: Message) -> None:
        if message.header.message_type is not MessageType.method_call or not self._answers:
            return
        try:
            reply = self._answer(message)
        except (AssertionError, KeyError) as wrong:
            self.wrong.append(repr(wrong))
            reply = new_error(message, "org.freedesktop.DBus.Error.InvalidArgs")
        with self._lock:
            self._bus.send(reply)

    def _answer(self, message: Message) -> Message:
        fields = message.header.fields
        assert fields[HeaderFields.path] == PATH
        assert fields[HeaderFields.interface] == NAME
        member = fields[HeaderFields.member]
        assert fields.get(HeaderFields.signature) == SIGNATURES[member], fields
        sender = fields[HeaderFields.sender]
        match member:
            case "GetCapabilities":
                return new_method_return(message, "as", (list(self._capabilities),))
            case "Notify":
                return new_method_return(message, "u", (self._notify(sender, *message.body),))
            case _:
                (number,) = message.body
                assert self._senders[number] == sender, "closes what it has not shown"
                self.closed.put(number)
                return new_method_return(message)

    def _notify(
        self,
        sender: str,
        application: str,
        replaces: int,
        icon: str,
        title: str,
        body: str,
        actions: list[str],
        hints: dict[str, tuple[str, Any]],
        timeout_ms: int,
    ) -> int:
        assert application == "desktopxfer"
        if replaces:
            assert self._senders[replaces] == sender, "replaces what it has not shown"
        assert len(actions) % 2 == 0
        assert not actions or "actions" in self._capabilities
        assert {name: kind for name, (kind, _) in hints.items()} == HINTS
        assert hints["category"][1] in CATEGORIES
        assert timeout_ms in {-1, 0}
        if not replaces:
            self._last += 1
        number = replaces or self._last
        self._senders[number] = sender
        said = Shown(number, replaces, icon, title, body, tuple(actions), hints, timeout_ms)
        self.shown.put(said)
        return number

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._end)
        self._thread.join(DEADLINE_S)
        self._bus.close()
        os.close(self._wake)
