"""Owns the conversation with the desktop's notification service. Linux; elsewhere Qt has one.

https://specifications.freedesktop.org/notification-spec/latest/
"""

import contextlib
import html
from collections import deque

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    message_bus,
    new_method_call,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

from desktopxfer.desktop.notification import ACTIONS, MARKUP, LauncherProgress, Notification, Press

NAME = INTERFACE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
SERVICE = DBusAddress(PATH, NAME, INTERFACE)
APPLICATION = "desktopxfer"
# To whom it may concern: the docks of Ubuntu and KDE listen.
# https://wiki.ubuntu.com/Unity/LauncherAPI
LAUNCHER = DBusAddress(
    "/com/canonical/unity/launcherentry/desktopxfer", interface="com.canonical.Unity.LauncherEntry"
)
CALL_TIMEOUT_S = 5.0  # for a service that must be started first
MOST_SIGNALS = 1000  # kept of what arrives during a call; others may signal as they like

DEFAULT_TIME_MS, FOR_EVER_MS = -1, 0
NORMAL = 1  # the urgency; the next one would break through "do not disturb"


class NotificationService:
    """One connection to whichever service there is. Belongs to one thread.

    Every method may take CALL_TIMEOUT_S, and raises whatever jeepney and sockets do: then the
    connection is worth nothing any more. A service that was started anew is taken as a new one.
    """

    def __init__(self, icon: str) -> None:
        """`icon` is a name or a URI."""
        self._icon = icon
        self._bus: DBusConnection = open_dbus_connection("SESSION", auth_timeout=CALL_TIMEOUT_S)
        self._owner = ""  # the service's unique name
        self._ids: dict[str, int] = {}  # of what is shown, by key
        self._tokens: dict[int, str] = {}  # by id; each comes right before its click
        self._signals: deque[Message] = deque(maxlen=MOST_SIGNALS)
        wanted = {"type": "signal", "interface": INTERFACE, "path": PATH}
        self._bus.filter(MatchRule(**wanted), queue=self._signals)
        self._presses: list[Press] = []
        try:
            # To the bus, the sender is whoever owns the name at the time.
            self._ask(message_bus.AddMatch(MatchRule(**wanted, sender=NAME)))
        except BaseException:
            self.close()
            raise

    def fileno(self) -> int:
        """Readable when somebody may have clicked."""
        return int(self._bus.sock.fileno())

    def capabilities(self) -> frozenset[str]:
        """What the service can do now. Starts it if need be."""
        reply = self._ask(new_method_call(SERVICE, "GetCapabilities"))
        owner = reply.header.fields[HeaderFields.sender]
        if owner != self._owner:
            self._owner = owner
            self._ids.clear()  # numbers of the one before; this one means others with them
        return frozenset(reply.body[0])

    def show(self, notification: Notification) -> frozenset[str]:
        """Shows or replaces it. Returns what the service can do."""
        can = self.capabilities()
        self._take_signals()  # they came before the answer: what is closed is not replaced
        body = notification.body
        buttons = notification.buttons if ACTIONS in can else ()
        arguments = (
            APPLICATION,
            self._ids.get(notification.key, 0),
            self._icon,
            notification.title,
            html.escape(body, quote=False) if MARKUP in can else body,
            [word for button in buttons for word in button],
            {
                "desktop-entry": ("s", APPLICATION),
                "category": ("s", notification.kind.value),
                "urgency": ("y", NORMAL),
            },
            FOR_EVER_MS if notification.stays else DEFAULT_TIME_MS,
        )
        call = new_method_call(SERVICE, "Notify", "susssasa{sv}i", arguments)
        self._ids[notification.key] = self._ask(call).body[0]
        return can

    def show_progress(self, progress: LauncherProgress) -> None:
        """In the dock, where there is one that shows it; it goes with the connection."""
        shown = {
            "progress": ("d", progress.share or 0.0),
            "progress-visible": ("b", progress.share is not None),
        }
        entry = f"application://{APPLICATION}.desktop"
        self._bus.send(new_signal(LAUNCHER, "Update", "sa{sv}", (entry, shown)))

    def withdraw(self, key: str) -> None:
        """Without effect when it is gone already."""
        if (number := self._ids.pop(key, None)) is not None:
            self._bus.send(new_method_call(SERVICE, "CloseNotification", "u", (number,)))

    def withdraw_all(self) -> None:
        for key in list(self._ids):
            self.withdraw(key)

    def presses(self) -> list[Press]:
        """What was clicked since the last call. Waits for nothing."""
        with contextlib.suppress(TimeoutError):
            while True:
                self._bus.recv_messages(timeout=0)
        self._take_signals()
        presses, self._presses = self._presses, []
        return presses

    def _take_signals(self) -> None:
        while self._signals:
            self._take(self._signals.popleft())

    def _take(self, signal: Message) -> None:
        fields, body = signal.header.fields, signal.body
        said = fields.get(HeaderFields.member), fields.get(HeaderFields.signature)
        # What is sent to this connection alone comes through, whoever sends it.
        if fields.get(HeaderFields.sender) != self._owner or said not in _SIGNALS:
            return
        number, content = body
        key = next((key for key, each in self._ids.items() if each == number), None)
        if key is None:  # shown by others: everybody hears of every click
            return
        match said[0]:
            case "ActivationToken":
                self._tokens[number] = content
            case "ActionInvoked":
                self._presses.append(Press(key, content, self._tokens.pop(number, "")))
            case _:
                self._tokens.pop(number, None)
                del self._ids[key]

    def _ask(self, call: Message) -> Message:
        reply = self._bus.send_and_get_reply(call, timeout=CALL_TIMEOUT_S)
        unwrap_msg(reply)  # raises what an error in it says
        return reply

    def close(self) -> None:
        self._bus.close()


_SIGNALS = {("ActivationToken", "us"), ("ActionInvoked", "us"), ("NotificationClosed", "uu")}
