"""Owns `send`: files and folders, or a text, to a device."""

import argparse
import contextlib
import os
from pathlib import Path
from typing import Any

from desktopxfer.commands import cargo, sending, transfers
from desktopxfer.commands.context import Context
from desktopxfer.commands.neighbours import device_again, named, wanted_device
from desktopxfer.device import Device
from desktopxfer.errors import NothingToSend, PathMissing
from desktopxfer.offer import Kind
from desktopxfer.transfer import sender
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.clippings import Clipping, read_text
from desktopxfer.transfer.progress import Direction, Finished
from desktopxfer.transfer.shipment import What, new_key
from desktopxfer.transfer.store import Record

HELP = "send files and folders, or a text, to a device"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    cargo.add_arguments(parser)
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
    if cargo.is_given(arguments) is bool(arguments.again):
        arguments.wrong_usage("either PATHs or --text or --again ID")
    record = transfers.wanted_transfer(context, arguments.again) if arguments.again else None
    sent = record is not None and record.direction is Direction.SENDING
    if not (arguments.to or sent):
        arguments.wrong_usage("--to has to say which device")
    what = _again(context, record) if record else cargo.cargo(arguments)
    key = new_key()

    def find(control: Control) -> Device:
        if record and not arguments.to:
            return device_again(context, record, control)
        return wanted_device(context, arguments.to, control)

    def begin(device: Device, *how: Any, **options: Any) -> Finished:
        with named(arguments.to) if arguments.to else contextlib.nullcontext():
            return sender.send(what, device, *how, key=key, **options)

    sources = [] if isinstance(what, Clipping) else [path.absolute() for path in what]
    report = context.report(sources, key=key)
    return sending.send(context, arguments, begin, find, report)


def _again(context: Context, record: Record) -> What:
    """What an earlier transfer sent or received. Raises NothingToSend, PathMissing, TextGone."""
    paths = [Path(path) for path in record.paths]
    if record.kind is Kind.TEXT:
        paths = paths or [*context.memory.clippings.files(record.key)]
    if not paths:
        raise NothingToSend(f"nothing of {record.key} is there")
    if record.kind is Kind.TEXT:
        return Clipping.of_text(read_text(paths[0]))
    for path in paths:  # of what was received nothing may be left
        if not os.path.lexists(path):
            raise PathMissing(str(path))
    return paths
