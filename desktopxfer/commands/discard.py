"""Owns `discard`: gives an interrupted or queued transfer up, with its part files."""

import argparse

from desktopxfer.commands import transfers
from desktopxfer.commands.context import Context
from desktopxfer.errors import AlreadyRunning, TransferOver, UnknownTransfer
from desktopxfer.transfer import resumption

HELP = "give an interrupted or queued transfer up, and remove its part files"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help=transfers.ID)


def run(context: Context, arguments: argparse.Namespace) -> int:
    record = transfers.wanted_transfer(context, arguments.id)
    try:
        resumption.discard(context.memory, record.key)
    except AlreadyRunning:
        raise AlreadyRunning(record.title) from None
    except UnknownTransfer:
        raise TransferOver(record.title) from None
    transfers.show(context, [context.memory.store.get(record.key) or record], none="")
    return 0
