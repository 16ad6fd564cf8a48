"""Owns `history`: lists what was sent and received, and what still is to be."""

import argparse

from desktopxfer.commands import transfers
from desktopxfer.commands.arguments import count_argument
from desktopxfer.commands.context import Context

HELP = "list what was sent and received, the latest first"

LINES = 50


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--search", default="", metavar="TEXT", help="only with this in the name, path or device"
    )
    parser.add_argument(
        "--limit",
        type=count_argument,
        default=LINES,
        metavar="N",
        help=f"at most so many (default: {LINES})",
    )


def run(context: Context, arguments: argparse.Namespace) -> int:
    records = context.memory.store.records(search=arguments.search, limit=arguments.limit)
    transfers.show(context, records, none="No transfer is remembered.")
    return 0
