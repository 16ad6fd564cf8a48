"""Owns `queue`: what waits for a trusted device that is off."""

import argparse
import os

from desktopxfer.commands import transfers
from desktopxfer.commands.arguments import path_argument
from desktopxfer.commands.context import Context
from desktopxfer.device import Device, Trust
from desktopxfer.errors import BadAddress, DeviceNotFound, NotTrusted, PathMissing
from desktopxfer.transfer.devices import devices_around, find, pinned
from desktopxfer.transfer.progress import Stage
from desktopxfer.transfer.shipment import Shipment

HELP = "let files wait for a trusted device that is off; without PATH: list what waits"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", type=path_argument, metavar="PATH", help="file or folder"
    )
    parser.add_argument("--to", default="", metavar="DEVICE", help="name or id of a trusted device")
    parser.set_defaults(wrong_usage=parser.error)


def run(context: Context, arguments: argparse.Namespace) -> int:
    store = context.memory.store
    if bool(arguments.paths) is not bool(arguments.to):
        arguments.wrong_usage("PATHs and the device they are for (--to) belong together")
    if not arguments.paths:
        transfers.show(context, store.records(Stage.QUEUED), none="Nothing is queued.")
        return 0
    device = _trusted(context, arguments.to)
    for path in arguments.paths:
        if not os.path.lexists(path):
            raise PathMissing(str(path))
    shipment = Shipment.new(context.memory, arguments.paths, device, stage=Stage.QUEUED)
    record = store.get(shipment.key)
    transfers.show(context, [record] if record else [], none="")
    return 0


def _trusted(context: Context, target: str) -> Device:
    """Whether it is there does not matter. Raises AmbiguousDevice, NotTrusted."""
    devices = devices_around((), context.known, context.device_id)
    trusted = [device for device in devices if device.trust is Trust.TRUSTED]
    try:
        device = pinned(context.known, find(target, trusted))
    except (DeviceNotFound, BadAddress):
        raise NotTrusted(target) from None
    if not device.device_id:
        raise NotTrusted(target)
    return device
