"""Owns `send`: files and folders to a device."""

import argparse
from typing import Any

from desktopxfer.commands import sending
from desktopxfer.commands.arguments import path_argument
from desktopxfer.commands.context import Context
from desktopxfer.commands.neighbours import named, wanted_device
from desktopxfer.device import Device
from desktopxfer.transfer import sender
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.progress import Finished
from desktopxfer.transfer.shipment import new_key

HELP = "send files and folders to a device"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="+", type=path_argument, metavar="PATH", help="file or folder"
    )
    parser.add_argument(
        "--to",
        required=True,
        metavar="TARGET",
        help="device name, device id (its first digits are enough) or HOST[:PORT]",
    )
    sending.add_arguments(parser)


def run(context: Context, arguments: argparse.Namespace) -> int:
    key = new_key()

    def find(control: Control) -> Device:
        return wanted_device(context, arguments.to, control)

    def begin(device: Device, *how: Any, **options: Any) -> Finished:
        with named(arguments.to):
            return sender.send(arguments.paths, device, *how, key=key, **options)

    report = context.report([path.absolute() for path in arguments.paths], key=key)
    return sending.send(context, arguments, begin, find, report)
