"""Owns `send`: files and folders to a device."""

import argparse
import contextlib
import os
from pathlib import Path
from typing import Any

from desktopxfer.commands import sending, transfers
from desktopxfer.commands.arguments import path_argument
from desktopxfer.commands.context import Context
from desktopxfer.commands.neighbours import device_again, named, wanted_device
from desktopxfer.device import Device
from desktopxfer.errors import NothingToSend, PathMissing
from desktopxfer.transfer import sender
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.progress import Direction, Finished
from desktopxfer.transfer.shipment import new_key

HELP = "send files and folders to a device"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", type=path_argument, metavar="PATH", help="file or folder"
    )
    parser.add_argument(
        "--to",
        default="",
        metavar="TARGET",
        help="device name, device id (its first digits are enough) or HOST[:PORT]",
    )
    parser.add_argument(
        "--again",
        default="",
        metavar="ID",
        help="instead of PATHs: all of an earlier transfer, to where it went unless --to is given",
    )
    sending.add_arguments(parser)
    parser.set_defaults(wrong_usage=parser.error)


def run(context: Context, arguments: argparse.Namespace) -> int:
    if bool(arguments.paths) is bool(arguments.again):
        arguments.wrong_usage("either PATHs or --again ID")
    record = transfers.wanted_transfer(context, arguments.again) if arguments.again else None
    sent = record is not None and record.direction is Direction.SENDING
    if not (arguments.to or sent):
        arguments.wrong_usage("--to has to say which device")
    paths = [Path(path) for path in record.paths] if record else arguments.paths
    for path in paths if record else ():  # of what was received nothing may be left
        if not os.path.lexists(path):
            raise PathMissing(str(path))
    if not paths:
        raise NothingToSend(f"nothing of {arguments.again} is there")
    key = new_key()

    def find(control: Control) -> Device:
        if record and not arguments.to:
            return device_again(context, record, control)
        return wanted_device(context, arguments.to, control)

    def begin(device: Device, *how: Any, **options: Any) -> Finished:
        with named(arguments.to) if arguments.to else contextlib.nullcontext():
            return sender.send(paths, device, *how, key=key, **options)

    report = context.report([path.absolute() for path in paths], key=key)
    return sending.send(context, arguments, begin, find, report)
