"""Owns the words of the command line: which command they name, or that they ask for the window."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from desktopxfer import __version__, reporting
from desktopxfer.commands import devices, identity, pair, receive, send, trust
from desktopxfer.commands.context import Context, path_argument
from desktopxfer.errors import Cancelled, DesktopxferError
from desktopxfer.reporting import OutputLost

EXIT_CODES = """exit codes: 0 all arrived, 1 something failed, 2 usage, 3 declined, 4 unreachable,
5 not the device it claims to be, 130 interrupted"""

OpenWindow = Callable[[Path | None, Sequence[Path]], int]


def main(argv: Sequence[str], open_window: OpenWindow) -> int:
    """Runs one command, or opens the window. Returns the exit code."""
    try:
        arguments = _parser().parse_args(argv) if _names_a_command(argv) else _window(argv)
    except SystemExit as end:  # argparse: 2 for usage, 0 for --help
        return end.code if isinstance(end.code, int) else 2
    if arguments.command is None:
        return open_window(arguments.profile, arguments.paths)
    reporting.prepare()
    try:
        return _run(arguments)
    except OutputLost:
        reporting.fall_silent()
        return 1


def _run(arguments: argparse.Namespace) -> int:
    try:
        return int(arguments.command(Context.load(arguments), arguments))
    except KeyboardInterrupt:
        return Cancelled.exit_code
    except DesktopxferError as error:
        reporting.failed(error, as_json=arguments.json)
        return error.exit_code


# The words --------------------------------------------------------------------------------------


class Command(Protocol):
    """What each module of `commands` is."""

    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser, /) -> None: ...

    def run(self, context: Context, arguments: argparse.Namespace, /) -> int:
        """Returns the exit code. Raises errors of errors.py and KeyboardInterrupt. Main thread."""


COMMANDS: dict[str, Command] = {
    "send": send,
    "receive": receive,
    "pair": pair,
    "trust": trust,
    "devices": devices,
    "identity": identity,
}


def _names_a_command(argv: Sequence[str]) -> bool:
    """Whether the first word after --profile is a command; a file of that name is `./send`."""
    words = iter(argv)
    for word in words:
        if word == "--profile":
            next(words, None)
        elif not word.startswith("--profile="):
            return word in COMMANDS or word in {"-h", "--help", "--version"}
    return False


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--profile",
        type=path_argument,
        metavar="DIR",
        help="keep identity, settings and memory in DIR",
    )


def _window(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("desktopxfer", usage=USAGE)
    _common(parser)
    parser.add_argument("paths", nargs="*", type=path_argument)
    return parser.parse_args(argv, argparse.Namespace(command=None))


USAGE = """desktopxfer [--profile DIR] [PATH...]
       desktopxfer [--profile DIR] {send,receive,pair,trust,devices,identity} ..."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "desktopxfer",
        usage=USAGE,
        description="Sends files from one computer to another. Without a command it opens the "
        "window, and PATHs wait there for a device.",
        epilog=EXIT_CODES,
    )
    _common(parser)
    parser.add_argument("--version", action="version", version=f"desktopxfer {__version__}")
    commands = parser.add_subparsers(
        required=True, title="commands", metavar="", prog="desktopxfer"
    )
    for name, command in COMMANDS.items():
        words = commands.add_parser(
            name, help=command.HELP, description=command.HELP, epilog=EXIT_CODES
        )
        command.add_arguments(words)
        words.add_argument("--json", action="store_true", help="one JSON object a line on stdout")
        words.set_defaults(command=command.run)
    return parser
