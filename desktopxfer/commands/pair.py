"""Owns `pair`: compares codes with a device, so that both trust each other."""

import argparse
import threading

from desktopxfer import reporting
from desktopxfer.commands.context import Context, on_stop
from desktopxfer.commands.neighbours import named, wanted_device
from desktopxfer.commands.questions import SAME_CODE, YES_OR_NO, means_yes, read_line
from desktopxfer.device import Peer
from desktopxfer.transfer import pairing
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.progress import Paired

HELP = "compare codes with a device and trust each other"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", metavar="TARGET", help="device name, device id or HOST[:PORT]")


def run(context: Context, arguments: argparse.Namespace) -> int:
    control = Control()
    report = context.report()

    def ask(peer: Peer, code: str) -> None:
        report.code(peer, code)
        if not context.as_json:
            reporting.ask(f"{SAME_CODE} {YES_OR_NO}")
        # Reading the answer must not keep us from hearing the other side.
        threading.Thread(
            target=lambda: control.confirm(means_yes(read_line())), name="stdin", daemon=True
        ).start()

    with control.wakeup, on_stop(control.cancel), named(arguments.target):
        device = wanted_device(context, arguments.target, control)
        peer = pairing.pair(
            device, context.local, check_peer=context.known.check, ask=ask, control=control
        )
    context.known.met(peer, device)
    context.known.trust(peer)
    report(Paired(peer))
    return 0
