"""Owns `devices`: lists who is around."""

import argparse
import time

from desktopxfer import reporting
from desktopxfer.commands.arguments import seconds_argument
from desktopxfer.commands.context import Context, interrupt, on_stop
from desktopxfer.commands.neighbours import Neighbours

HELP = "list the devices around"

WAIT_S = 3.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--wait",
        type=seconds_argument,
        default=WAIT_S,
        metavar="SECONDS",
        help=f"how long to listen for them (default: {WAIT_S:.0f})",
    )


def run(context: Context, arguments: argparse.Namespace) -> int:
    with on_stop(interrupt), Neighbours(context) as neighbours:
        deadline = time.monotonic() + arguments.wait
        while (left := deadline - time.monotonic()) > 0:
            neighbours.wait(left)
        devices, deaf = neighbours.devices(), neighbours.error
    for device in devices:
        reporting.device(device, as_json=context.as_json)
    if deaf:
        reporting.say(str(deaf))
    elif not devices and not context.as_json:
        reporting.say("No device was found. Open desktopxfer on the other computer.")
    return 0
