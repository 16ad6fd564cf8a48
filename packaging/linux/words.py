"""Owns what the command line understands, read off its parsers: for the manual and the shells."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from desktopxfer import cli


class Kind(Enum):
    """What somebody may type in one place."""

    NOTHING = "nothing"  # or what nobody can guess, such as a number
    FILE = "file"
    FOLDER = "folder"
    DEVICE = "device"
    TRANSFER = "transfer"  # the id of one that can go on
    PAST = "past"  # the id of any


KINDS = {
    "DEVICE": Kind.DEVICE,
    "DIR": Kind.FOLDER,
    "ID": Kind.TRANSFER,
    "PATH": Kind.FILE,
    "TARGET": Kind.DEVICE,
}


@dataclass(frozen=True, slots=True)
class Argument:
    """An option, or a word without a name."""

    option: str  # "" for a word
    value: str  # as help calls it; "" for an option without one
    choices: tuple[str, ...]
    kind: Kind
    help: str
    is_repeated: bool

    @property
    def takes_value(self) -> bool:
        return bool(self.value or self.choices)


@dataclass(frozen=True, slots=True)
class Command:
    """One of them; the one without a name opens the window."""

    name: str
    help: str
    usage: str  # without the name of the program
    options: tuple[Argument, ...]
    words: tuple[Argument, ...]


def commands() -> list[Command]:
    """The window first, with the options that stand before every command."""
    parser = cli.command_parser()
    [table] = (each for each in _actions(parser) if isinstance(each, argparse._SubParsersAction))
    helps = {each.dest: each.help or "" for each in table._choices_actions}
    window = _command("", "open the window", cli.window_parser())
    return [
        window,
        *(_command(name, helps[name], each) for name, each in table.choices.items()),
    ]


def options_of_the_program() -> tuple[Argument, ...]:
    """Those that stand before a command, or instead of one."""
    both = (*_arguments("", cli.command_parser()), *_arguments("", cli.window_parser()))
    return tuple({each.option: each for each in both if each.option}.values())


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """All but --help."""
    for action in parser._actions:
        if not isinstance(action, argparse._HelpAction):
            yield action


def _command(name: str, help_: str, parser: argparse.ArgumentParser) -> Command:
    arguments = _arguments(name, parser)
    setattr(parser, "color", False)  # noqa: B010 - which parsers before Python 3.14 do not have
    usage = " ".join(parser.format_usage().split()).removeprefix(f"usage: desktopxfer {name} ")
    return Command(
        name,
        help_,
        usage.removeprefix("[-h] "),
        tuple(each for each in arguments if each.option),
        tuple(each for each in arguments if not each.option),
    )


def _arguments(command: str, parser: argparse.ArgumentParser) -> list[Argument]:
    return [
        _argument(command, action)
        for action in _actions(parser)
        if not isinstance(action, argparse._SubParsersAction)
    ]


def _argument(command: str, action: argparse.Action) -> Argument:
    choices = tuple(map(str, action.choices or ()))
    takes_none = bool(action.option_strings) and action.nargs == 0
    value = "" if takes_none else str(action.metavar or "|".join(choices))
    option = action.option_strings[-1] if action.option_strings else ""
    kind = KINDS.get(value, Kind.NOTHING)
    if kind is Kind.TRANSFER and command == "trust":
        kind = Kind.DEVICE
    elif kind is Kind.TRANSFER and option:
        kind = Kind.PAST
    return Argument(option, value, choices, kind, action.help or "", action.nargs == "*")
