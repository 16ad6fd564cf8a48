"""Owns `trust`: lists, forgets or blocks devices that were met."""

import argparse
from collections.abc import Sequence
from dataclasses import replace

from desktopxfer import reporting
from desktopxfer.commands.context import Context
from desktopxfer.device import Device, Trust, short_id
from desktopxfer.errors import BadAddress, DeviceNotFound, UnknownDevice
from desktopxfer.text_safety import printable
from desktopxfer.transfer.devices import devices_around, find

HELP = "list, forget or block devices that were met"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "action", choices=("list", "forget", "block"), help="a blocked device may not even ask"
    )
    parser.add_argument(
        "id", nargs="?", default="", metavar="ID", help="device id, name or typed address"
    )
    parser.set_defaults(wrong_usage=parser.error)


def run(context: Context, arguments: argparse.Namespace) -> int:
    devices = devices_around((), context.known, context.device_id)
    match arguments.action, arguments.id:
        case "list", "":
            _list(context, [device for device in devices if device.trust is not Trust.NEW])
        case "list", _:
            arguments.wrong_usage("list takes no ID")
        case action, "":
            arguments.wrong_usage(f"{action} needs the ID of a device")
        case "forget", target:
            device = _named(target, devices)
            context.known.forget(device)
            _confirm(context, device, "is forgotten: when it comes again, it is new")
        case _, target:
            device = _named(target, _met(devices))
            context.known.block(device)
            _confirm(context, device, "is blocked: it may not even ask")
    return 0


def _confirm(context: Context, device: Device, what: str) -> None:
    if not context.as_json:
        identity = f" ({short_id(device.device_id)})" if device.device_id else ""
        reporting.say(f"{printable(device.name)}{identity} {what}.")


def _list(context: Context, devices: Sequence[Device]) -> None:
    for device in devices:
        reporting.device(device, as_json=context.as_json)
    if not devices and not context.as_json:
        reporting.say("No device is trusted or blocked.")


def _named(target: str, devices: Sequence[Device]) -> Device:
    """Raises UnknownDevice or AmbiguousDevice."""
    # Nothing is sent: one who has a trusted device's name is as good as any to forget or block.
    equal = [replace(device, impostor=False) for device in devices]
    try:
        device = find(target, equal)
    except (DeviceNotFound, BadAddress):
        raise UnknownDevice(target) from None
    if device.device_id:
        return device
    for typed in devices:  # one that never answered is only its address
        if not typed.device_id and typed.addresses == device.addresses:
            return typed
    raise UnknownDevice(target)


def _met(devices: Sequence[Device]) -> Sequence[Device]:
    """Those that have proven who they are."""
    return [device for device in devices if device.device_id]
