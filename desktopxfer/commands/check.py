"""Owns `check`: looks at what may keep this device and another one apart, and says what to do."""

import argparse

from desktopxfer import reporting
from desktopxfer.commands.context import Context, on_stop
from desktopxfer.commands.neighbours import wanted_device
from desktopxfer.device import Device
from desktopxfer.diagnosis import check as connection
from desktopxfer.diagnosis.finding import Finding, Kind, Level, paragraph
from desktopxfer.errors import DeviceNotFound
from desktopxfer.text_safety import printable
from desktopxfer.transfer.cancel import Control

HELP = "find out why devices do not find or reach each other"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "device",
        nargs="?",
        metavar="TARGET",
        help="connect to this device too, and let it connect back: its name, id or HOST[:PORT]",
    )


def run(context: Context, arguments: argparse.Namespace) -> int:
    found: list[Finding] = []

    def tell(finding: Finding) -> None:
        found.append(finding)
        report(finding, as_json=context.as_json)

    control = Control()
    with control.wakeup, on_stop(control.cancel):
        device: Device | None = None
        missing: DeviceNotFound | None = None
        if arguments.device:
            try:
                device = wanted_device(context, arguments.device, control)
            except DeviceNotFound as error:  # which the check may explain
                missing = error
        subject = connection.Subject(
            context.local,
            context.settings.listen_host,
            context.settings.port,
            context.known.check,
            device,
        )
        connection.check(subject, tell, control)
        if missing is not None:
            tell(Finding(Kind.NOT_FOUND, error=missing))
    problems = sum(each.level is Level.PROBLEM for each in found)
    if not context.as_json:
        reporting.say(_summary(problems))
    return 1 if problems else 0


def report(found: Finding, *, as_json: bool) -> None:
    """One thing that was found."""
    if as_json:
        reporting.emit(
            "finding",
            finding=found.kind.code,
            level=found.level.value,
            message=found.sentence,
            advice=found.advice,
            command=found.command,
            facts=dict(found.facts),
            error=found.error.code if found.error else "",
        )
    else:
        for line in paragraph(found):
            reporting.answer(printable(line, 2000))


def _summary(problems: int) -> str:
    match problems:
        case 0:
            return "No problem was found."
        case 1:
            return "1 problem was found."
        case _:
            return f"{problems} problems were found."
