"""Owns `queue`: what waits for a trusted device that is off."""

import argparse
import os

from desktopxfer.commands import cargo, transfers
from desktopxfer.commands.context import Context
from desktopxfer.device import Device, Trust
from desktopxfer.errors import BadAddress, DeviceNotFound, NotTrusted, PathMissing
from desktopxfer.transfer.devices import devices_around, find, pinned
from desktopxfer.transfer.progress import Stage
from desktopxfer.transfer.shipment import Shipment

HELP = "let files or a text wait for a trusted device that is off; without: list what waits"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    cargo.add_arguments(parser)
    parser.add_argument("--to", default="", metavar="DEVICE", help="name or id of a trusted device")
    parser.set_defaults(wrong_usage=parser.error)


def run(context: Context, arguments: argparse.Namespace) -> int:
    store = context.memory.store
    if cargo.is_given(arguments) is not bool(arguments.to):
        arguments.wrong_usage("PATHs or --text and the device they are for (--to) belong together")
    if not arguments.to:
        transfers.show(context, store.records(Stage.QUEUED), none="Nothing is queued.")
        return 0
    device = _trusted(context, arguments.to)
    what = cargo.cargo(arguments)
    for path in arguments.paths:
        if not os.path.lexists(path):
            raise PathMissing(str(path))
    shipment = Shipment.new(context.memory, what, device, stage=Stage.QUEUED)
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
