"""Owns one send of the command line, new or resumed: waits for its device, finds it again."""

import argparse
import contextlib
from collections.abc import Callable
from dataclasses import replace
from typing import Self

from desktopxfer.commands.arguments import rate_argument, seconds_argument
from desktopxfer.commands.context import Context, on_stop
from desktopxfer.commands.neighbours import Neighbours
from desktopxfer.device import Device, Peer
from desktopxfer.errors import RETRIABLE, DesktopxferError, DeviceNotFound, Unreachable
from desktopxfer.reporting import TransferReport
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.connecting import connect
from desktopxfer.transfer.progress import Connected, Event, Finished
from desktopxfer.transfer.sender import Retry

WAIT_S = 2.0  # between two looks for a device that is off

Find = Callable[[Control], Device]  # in the transfer's thread; raises errors of errors.py
Begin = Callable[..., Finished]  # sender.send or sender.resume, but for what deliver() adds


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--wait", action="store_true", help="when the device is off: wait until it is there"
    )
    parser.add_argument(
        "--retry",
        type=seconds_argument,
        metavar="SECONDS",
        help="how long to connect again by itself when the connection is lost; 0 never "
        "(default: as in the settings)",
    )
    parser.add_argument(
        "--limit",
        type=rate_argument,
        metavar="RATE",
        help="bytes a second, such as 500k or 2M; 0 is no limit (default: as in the settings)",
    )


def send(
    context: Context,
    arguments: argparse.Namespace,
    begin: Begin,
    find: Find,
    report: TransferReport,
) -> int:
    """Sends until the end, or until it is stopped. Main thread. Returns the exit code."""
    if arguments.limit is not None:
        context.local.limits.sending.rate = arguments.limit
    patience = patience_s(context) if arguments.retry is None else arguments.retry
    control = Control()
    if arguments.wait:
        find = _patient(context, find, report)
    with on_stop(control.cancel, control.stop):
        return deliver(context, begin, find, report, control, patience)


def patience_s(context: Context) -> float:
    """How long a lost connection is made again by itself."""
    return context.settings.retry_minutes * 60.0


def deliver(
    context: Context,
    begin: Begin,
    find: Find,
    report: TransferReport,
    control: Control,
    patience: float,
) -> int:
    """Likewise, in whatever thread. Errors of errors.py go to the report."""

    def on_event(event: Event) -> None:
        if isinstance(event, Connected):
            context.known.met(event.peer)
            whereabouts.peer = event.peer
        report(event)

    try:
        with control.running(), _Whereabouts(context) as whereabouts:
            whereabouts.device = find(control)
            begin(
                whereabouts.device,
                context.local,
                memory=context.memory,
                check_peer=context.known.check,
                on_event=on_event,
                control=control,
                retry=Retry(patience, whereabouts.now) if patience else None,
            )
    except DesktopxferError as error:
        report.failed(error)
        return error.exit_code
    return 1 if report.problems else 0


class _Whereabouts:
    """Where the device of one transfer is. Belongs to the transfer's thread.

    Listens for it from the first loss of the connection on, so that no try has to wait for that.
    """

    def __init__(self, context: Context) -> None:
        self.device: Device | None = None  # where it was looked for first
        self.peer: Peer | None = None  # who answered there
        self._context = context
        self._listening = contextlib.ExitStack()
        self._neighbours: Neighbours | None = None

    def now(self) -> Device:
        """Raises Unreachable when it was never reached: one who wants to wait for it says so."""
        assert self.device
        if self.peer is None:
            raise Unreachable(self.device.name)
        if self._neighbours is None:
            self._neighbours = self._listening.enter_context(Neighbours(self._context))
        for device in self._neighbours.devices():
            if device.device_id == self.peer.device_id:
                addresses = dict.fromkeys((*device.addresses, *self.device.addresses))
                return replace(device, addresses=tuple(addresses))
        return replace(self.device, device_id=self.peer.device_id)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._listening.close()


def _patient(context: Context, find: Find, report: TransferReport) -> Find:
    """Looks for the device until it is there and answers."""

    def find_patiently(control: Control) -> Device:
        told = False
        device: Device | None = None
        while True:
            try:
                device = find(control)
                conversation, *_ = connect(
                    device, context.local, control, check_peer=context.known.check
                )
            except (DeviceNotFound, *RETRIABLE) as error:
                if not told:
                    report.absent(device.name if device else error.subject, error)
                    told = True
            else:
                conversation.channel.say_goodbye()
                return device
            control.wait(WAIT_S)

    return find_patiently
