"""Owns a stand-in for a panel with a tray, as KDE, Xfce and the others have it over D-Bus."""

import contextlib
import os
import queue
import select
import threading
from typing import Any, Self

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    Properties,
    message_bus,
    new_error,
    new_method_call,
    new_method_return,
)
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

DEADLINE_S = 30
WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
PROPERTIES = {
    "IsStatusNotifierHostRegistered": ("b", True),
    "ProtocolVersion": ("i", 0),
    "RegisteredStatusNotifierItems": ("as", []),
}


class TrayWatcher:
    """Use in a `with` block: so long there is a tray."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._items: queue.Queue[str] = queue.Queue()  # the bus names of the icons that came
        self._bus = open_dbus_connection(address)
        reply = self._bus.send_and_get_reply(message_bus.RequestName(WATCHER), timeout=DEADLINE_S)
        assert reply.body == (1,), "another one has the name"
        self._wake, self._end = os.pipe()
        self._thread = threading.Thread(target=self._serve, name=WATCHER)
        self._thread.start()

    def item(self) -> "TrayItem":
        """The icon that comes next."""
        return TrayItem(self._address, self._items.get(timeout=DEADLINE_S))

    def _serve(self) -> None:
        while True:
            with contextlib.suppress(TimeoutError):
                while True:
                    message = self._bus.receive(timeout=0)
                    if message.header.message_type is MessageType.method_call:
                        self._bus.send(self._answer(message))
            if self._wake in select.select([self._wake, self._bus.sock], [], [])[0]:
                return

    def _answer(self, message: Message) -> Message:
        fields = message.header.fields
        match fields[HeaderFields.member], fields.get(HeaderFields.signature):
            case "RegisterStatusNotifierItem", "s":
                self._items.put(fields[HeaderFields.sender])
                return new_method_return(message)
            case "Get", "ss":
                return new_method_return(message, "v", (PROPERTIES[message.body[1]],))
            case "GetAll", "s":
                return new_method_return(message, "a{sv}", (PROPERTIES,))
            case _:
                return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._end)
        self._thread.join(DEADLINE_S)
        self._bus.close()
        os.close(self._wake)


class TrayItem:
    """One icon, as its panel sees it."""

    def __init__(self, address: str, owner: str) -> None:
        self._address = address
        self._item = DBusAddress("/StatusNotifierItem", owner, ITEM)
        self._menu = DBusAddress("/MenuBar", owner, "com.canonical.dbusmenu")

    def activate(self) -> None:
        """A click."""
        self._ask(new_method_call(self._item, "Activate", "ii", (0, 0)))

    def tooltip(self) -> str:
        ((_, (_, _, title, text)),) = self._ask(Properties(self._item).get("ToolTip"))
        return f"{title}{text}"

    def choose(self, words: str) -> None:
        """Clicks on an item of its menu."""
        asked = new_method_call(self._menu, "GetLayout", "iias", (0, -1, ["label"]))
        _, (_, _, children) = self._ask(asked)
        labels = {
            properties["label"][1].replace("_", ""): number
            for _, (number, properties, _) in children
            if "label" in properties
        }
        event = (labels[words], "clicked", ("s", ""), 0)
        self._ask(new_method_call(self._menu, "Event", "isvu", event))

    def _ask(self, call: Message) -> Any:
        with open_dbus_connection(self._address) as bus:
            return unwrap_msg(bus.send_and_get_reply(call, timeout=DEADLINE_S))
