"""Owns `history`: lists what was sent and received and still is to be, or forgets what is over."""

import argparse

from desktopxfer import reporting
from desktopxfer.commands import transfers
from desktopxfer.commands.arguments import count_argument
from desktopxfer.commands.context import Context
from desktopxfer.transfer.progress import Stage

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
    parser.add_argument(
        "--clear",
        action="store_true",
        help="forget all that is over, or with --search what is found; the files stay",
    )


def run(context: Context, arguments: argparse.Namespace) -> int:
    store = context.memory.store
    if not arguments.clear:
        records = store.records(search=arguments.search, limit=arguments.limit)
        transfers.show(context, records, none="No transfer is remembered.")
        return 0
    over = store.records(*(stage for stage in Stage if stage.ended), search=arguments.search)
    store.forget(*(record.key for record in over))
    if context.as_json:
        transfers.show(context, over, none="")
    else:
        count = "1 transfer is" if len(over) == 1 else f"{len(over)} transfers are"
        reporting.say(f"{count} forgotten.")
    return 0
