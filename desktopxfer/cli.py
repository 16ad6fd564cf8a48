"""Owns the words of the command line: which command they name, or that they ask for the window."""

import argparse
import contextlib
import importlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from desktopxfer import __version__
from desktopxfer.commands.arguments import folder_argument, place_argument
from desktopxfer.errors import Cancelled, DesktopxferError
from desktopxfer.settings import default_root

if TYPE_CHECKING:
    from desktopxfer.commands.context import Context

EXIT_CODES = """exit codes: 0 all arrived, 1 something failed, 2 usage, 3 declined, 4 unreachable,
5 not the device it claims to be, or blocked, 130 stopped or paused"""

OpenWindow = Callable[[Path | None, Sequence[Path], bool], int]  # True: only its tray
TestItself = Callable[[], int]


def main(argv: Sequence[str], open_window: OpenWindow, test_itself: TestItself) -> int:
    """Runs one command, tests the program or opens the window. Returns the exit code."""
    try:
        arguments = _parse(argv)
    except SystemExit as end:  # argparse: 2 for usage, 0 for --help
        return end.code if isinstance(end.code, int) else 2
    if arguments.command is None and arguments.quit:
        return _quit(arguments.profile or default_root())
    if arguments.command is None and not arguments.selftest:
        return open_window(arguments.profile, arguments.paths, arguments.hidden)
    from desktopxfer import reporting  # noqa: PLC0415 - slow; a second start waits for none

    reporting.prepare()
    try:
        return test_itself() if arguments.selftest else _run(arguments)
    except reporting.OutputLost:
        reporting.fall_silent()
        return 1


def _quit(profile_root: Path) -> int:
    from desktopxfer import reporting  # noqa: PLC0415 - loads the engine
    from desktopxfer.desktop import instance  # noqa: PLC0415 - no command needs it

    try:
        if instance.quit_open(profile_root):
            reporting.say("desktopxfer is closed. What it was transferring can go on later.")
    except DesktopxferError as error:
        reporting.failed(error, as_json=False)
        return error.exit_code
    return 0


def _run(arguments: argparse.Namespace) -> int:
    from desktopxfer import reporting  # noqa: PLC0415 - loads the engine
    from desktopxfer.commands.context import Context  # noqa: PLC0415 - likewise

    try:
        context = Context.load(arguments)
        with contextlib.closing(context.memory):
            return int(arguments.command(context, arguments))
    except SystemExit as end:  # wrong usage that only the command notices
        return end.code if isinstance(end.code, int) else 2
    except KeyboardInterrupt:
        return Cancelled.exit_code
    except DesktopxferError as error:
        reporting.failed(error, as_json=arguments.json)
        return error.exit_code


# The words --------------------------------------------------------------------------------------


COMMANDS = (  # each a module of `commands`, which nobody waits for who wants another one
    *("send", "receive", "resume", "pause", "discard", "queue"),
    *("history", "pair", "trust", "devices", "check", "identity", "integrate"),
)

USAGE = f"""desktopxfer [--profile DIR] [--hidden] [PATH...]
       desktopxfer [--profile DIR] --quit
       desktopxfer [--profile DIR] {{{",".join(COMMANDS)}}} ..."""


class Command(Protocol):
    """What each of these modules is."""

    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser, /) -> None: ...

    def run(self, context: "Context", arguments: argparse.Namespace, /) -> int:
        """Returns the exit code. Raises errors of errors.py and KeyboardInterrupt. Main thread."""


def _parse(argv: Sequence[str]) -> argparse.Namespace:
    """The `command` is None where the window was asked for. Raises SystemExit, as argparse does."""
    word = _first_word(argv)
    if word in COMMANDS:
        return command_parser(word).parse_args(argv)
    if word in {"-h", "--help", "--version"}:
        return command_parser().parse_args(argv)
    parser = window_parser()
    if word and not word.startswith("-") and not os.path.lexists(place_argument(word)):
        parser.error(
            f"there is no command and no file or folder {word!r}. "
            "Check the spelling; desktopxfer --help lists the commands"
        )
    arguments = parser.parse_args(argv, argparse.Namespace(command=None))
    if arguments.quit and arguments.paths:
        parser.error("--quit takes no files: they would wait in a window that closes")
    for path in arguments.paths:
        if not os.path.lexists(path):
            parser.error(f"there is no file or folder {str(path)!r}")
    return arguments


def _first_word(argv: Sequence[str]) -> str:
    """The first one after --profile, or "". A file that is called like a command is `./send`."""
    words = iter(argv)
    for word in words:
        if word == "--profile":
            next(words, None)
        elif not word.startswith("--profile="):
            return word
    return ""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "desktopxfer",
        usage=USAGE,
        description="Sends files from one computer to another. Without a command it opens the "
        "window, and PATHs wait there for a device; --hidden begins in the tray, and --quit "
        "closes it.",
        epilog=EXIT_CODES,
        allow_abbrev=False,  # _first_word() knows no `--prof`
    )
    parser.add_argument(
        "--profile",
        type=folder_argument,
        metavar="DIR",
        help="keep identity, settings and memory in DIR",
    )
    parser.add_argument(
        "--selftest",
        action="store_true",
        help="try whether this copy of the program is whole and works on this computer",
    )
    return parser


def window_parser() -> argparse.ArgumentParser:
    """Of the words that open the window."""
    parser = _parser()
    parser.add_argument(
        "paths",
        nargs="*",
        type=place_argument,
        metavar="PATH",
        help="a file or folder that waits in the window for a device",
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--hidden",
        action="store_true",
        help="no window: begin in the tray, or minimised where there is none",
    )
    how.add_argument(
        "--quit",
        action="store_true",
        help="close the window that is open, also in the tray; what it transfers can go on later",
    )
    return parser


def command_parser(*names: str) -> argparse.ArgumentParser:
    """Of what begins with one of these commands; without any, of them all, --help and --version.

    Loads the engine.
    """
    parser = _parser()
    parser.add_argument("--version", action="version", version=f"desktopxfer {__version__}")
    commands = parser.add_subparsers(
        required=True, title="commands", metavar="", prog="desktopxfer"
    )
    for name in names or COMMANDS:
        command = cast("Command", importlib.import_module(f"desktopxfer.commands.{name}"))
        words = commands.add_parser(
            name, help=command.HELP, description=command.HELP, epilog=EXIT_CODES
        )
        command.add_arguments(words)
        words.add_argument("--json", action="store_true", help="one JSON object a line on stdout")
        words.set_defaults(command=command.run)
    return parser
