"""Owns what can be done with a device, and which of it when."""

from enum import Enum

from PySide6.QtCore import QCoreApplication

from desktopxfer.device import Device, Trust
from desktopxfer.errors import DesktopxferError, DeviceBlocked, IdentityChanged

translate = QCoreApplication.translate


class DeviceAction(Enum):
    SEND_FILES = "send files"
    SEND_FOLDER = "send folder"
    SEND_TEXT = "send text"
    PAIR = "pair"
    ACCEPT_INTO = "accept into"  # on or off
    RENAME = "rename"
    CHECK = "check"
    COPY_ID = "copy id"
    BLOCK = "block"
    UNBLOCK = "unblock"
    FORGET = "forget"

    @property
    def label(self) -> str:
        match self:
            case DeviceAction.SEND_FILES:
                return translate("DeviceAction", "Send files…")
            case DeviceAction.SEND_FOLDER:
                return translate("DeviceAction", "Send a folder…")
            case DeviceAction.SEND_TEXT:
                return translate("DeviceAction", "Send text…")
            case DeviceAction.PAIR:
                return translate("DeviceAction", "Pair…")
            case DeviceAction.ACCEPT_INTO:
                return translate("DeviceAction", "Accept automatically into…")
            case DeviceAction.RENAME:
                return translate("DeviceAction", "Rename…")
            case DeviceAction.CHECK:
                return translate("DeviceAction", "Diagnose…")
            case DeviceAction.COPY_ID:
                return translate("DeviceAction", "Copy device id")
            case DeviceAction.BLOCK:
                return translate("DeviceAction", "Block")
            case DeviceAction.UNBLOCK:
                return translate("DeviceAction", "Unblock")
            case DeviceAction.FORGET:
                return translate("DeviceAction", "Forget")


def device_actions(device: Device) -> tuple[tuple[DeviceAction, ...], ...]:
    """In groups, as a menu shows them; none is empty."""
    sending: tuple[DeviceAction, ...] = (
        DeviceAction.SEND_FILES,
        DeviceAction.SEND_FOLDER,
        DeviceAction.SEND_TEXT,
    )
    trusting: tuple[DeviceAction, ...] = ()
    leaving: tuple[DeviceAction, ...] = (DeviceAction.COPY_ID, DeviceAction.BLOCK)
    match device.trust:
        case Trust.BLOCKED:
            sending = ()
            leaving = (DeviceAction.COPY_ID, DeviceAction.UNBLOCK)
        case Trust.TRUSTED:
            trusting = (DeviceAction.ACCEPT_INTO, DeviceAction.RENAME)
        case _ if device.impostor:
            sending = ()
        case _ if device.device_id:
            trusting = (DeviceAction.PAIR, DeviceAction.RENAME)
        case _:
            trusting = (DeviceAction.PAIR,)
            leaving = ()
    if _is_kept(device):
        leaving = (*leaving, DeviceAction.FORGET)
    return tuple(filter(None, (sending, trusting, (DeviceAction.CHECK,), leaving)))


def _is_kept(device: Device) -> bool:
    """Whether there is more to forget than what the network shows again at once."""
    noted = device.trust is not Trust.NEW or device.own_name
    return bool(device.typed or not device.online or noted)


def refusal(device: Device) -> DesktopxferError | None:
    """Why nothing is sent to a device, before anybody connects to it."""
    if device.trust is Trust.BLOCKED:
        return DeviceBlocked(device.name)
    return IdentityChanged(device.name) if device.impostor else None
