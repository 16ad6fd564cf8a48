"""Owns `send`: files and folders to a device."""

import argparse

from desktopxfer.commands.context import Context, on_stop, path_argument
from desktopxfer.commands.neighbours import named, wanted_device
from desktopxfer.errors import DesktopxferError
from desktopxfer.transfer import sender
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.progress import Connected, Event

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


def run(context: Context, arguments: argparse.Namespace) -> int:
    control = Control()
    report = context.report([path.absolute() for path in arguments.paths])

    def on_event(event: Event) -> None:
        if isinstance(event, Connected):
            context.known.met(event.peer)
        report(event)

    with control.wakeup, on_stop(control.cancel):
        try:
            with named(arguments.to):
                sender.send(
                    arguments.paths,
                    wanted_device(context, arguments.to, control),
                    context.local,
                    memory=context.memory,
                    check_peer=context.known.check,
                    on_event=on_event,
                    control=control,
                )
        except DesktopxferError as error:
            report.failed(error)
            return error.exit_code
    return 1 if report.problems else 0
