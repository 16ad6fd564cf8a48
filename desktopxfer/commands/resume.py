"""Owns `resume`: goes on with a transfer where it stopped."""

import argparse
from pathlib import Path
from typing import Any

from desktopxfer.commands import sending, transfers
from desktopxfer.commands.context import Context, on_stop
from desktopxfer.commands.neighbours import device_again
from desktopxfer.device import Device
from desktopxfer.errors import AlreadyRunning, DesktopxferError, TransferOver
from desktopxfer.reporting import TransferReport
from desktopxfer.transfer import resumption, sender
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.progress import Direction, Finished, Stage, StageChanged
from desktopxfer.transfer.store import Record

HELP = "go on with a transfer where it stopped; without ID: list those that can go on"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", nargs="?", default="", metavar="ID", help=transfers.ID)
    sending.add_arguments(parser)


def run(context: Context, arguments: argparse.Namespace) -> int:
    if not arguments.id:
        records = context.memory.store.records(Stage.QUEUED, Stage.INTERRUPTED)
        transfers.show(context, records, none="Nothing is interrupted or queued.")
        return 0
    record = transfers.wanted_transfer(context, arguments.id)
    if record.stage not in {Stage.QUEUED, Stage.INTERRUPTED} and not (
        record.stage is Stage.FINISHED and record.failed
    ):
        raise TransferOver(record.title)
    if context.memory.runs(record.key):
        raise AlreadyRunning(record.title)
    report = report_on(context, record)
    if record.direction is Direction.RECEIVING:
        return _ask(context, record, report)

    def begin(device: Device, *how: Any, **options: Any) -> Finished:
        return go_on(record, device, *how, **options)

    return sending.send(
        context, arguments, begin, lambda control: device_again(context, record, control), report
    )


def report_on(context: Context, record: Record) -> TransferReport:
    sends = record.direction is Direction.SENDING
    sources = [Path(path) for path in record.paths] if sends else None
    report = context.report(sources, key=record.key, transfer_id=record.transfer_id)
    report(StageChanged(record.stage))
    return report


def go_on(record: Record, *how: Any, **options: Any) -> Finished:
    """As sender.resume(); but what was queued stays so until its device is reached."""
    try:
        return sender.resume(
            record.key, *how, **options, waits=lambda: record.stage is Stage.QUEUED
        )
    except AlreadyRunning:
        raise AlreadyRunning(record.title) from None


def _ask(context: Context, record: Record, report: TransferReport) -> int:
    control = Control()
    try:
        with control.wakeup, on_stop(control.cancel):
            device = device_again(context, record, control)
            resumption.ask_to_go_on(
                record, device, context.local, check_peer=context.known.check, control=control
            )
    except DesktopxferError as error:
        report.failed(error)
        return error.exit_code
    report.asked(record.peer_name)
    return 0
