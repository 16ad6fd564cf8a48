"""Owns `pause`: interrupts a transfer that another process runs, until somebody resumes it."""

import argparse
import time

from desktopxfer.commands import transfers
from desktopxfer.commands.context import Context, interrupt, on_stop
from desktopxfer.errors import NotPaused, NotRunning
from desktopxfer.transfer.memory import PAUSE

HELP = "interrupt a transfer that another process runs, until somebody resumes it"

# Whoever runs it hears the wish within half a second; then it has to tell the other side, and to
# make durable what has arrived.
TIMEOUT_S = 30.0
LOOK_S = 0.05


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help=transfers.ID)


def run(context: Context, arguments: argparse.Namespace) -> int:
    record = transfers.wanted_transfer(context, arguments.id)
    memory = context.memory
    if not memory.runs(record.key):
        raise NotRunning(record.title)
    deadline = time.monotonic() + TIMEOUT_S
    with on_stop(interrupt):
        memory.store.wish(record.key, PAUSE)
        while memory.runs(record.key):
            if time.monotonic() > deadline:
                raise NotPaused(record.title)
            time.sleep(LOOK_S)
    transfers.show(context, [memory.store.get(record.key) or record], none="")
    return 0
