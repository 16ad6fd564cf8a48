"""Owns `integrate`: our entry in the file managers' menus, and the start with the computer."""

import argparse

from desktopxfer import reporting
from desktopxfer.commands.context import Context
from desktopxfer.desktop import integration, program
from desktopxfer.desktop.integration import Integrated

HELP = "put the program into the menus of the file managers, for this user"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--autostart", action="store_true", help="and let it start with the computer, hidden"
    )
    which.add_argument("--remove", action="store_true", help="take all of that away again")


def run(context: Context, arguments: argparse.Namespace) -> int:
    before, _ = integration.look()
    wanted = Integrated(
        starts_at_login=not arguments.remove and (arguments.autostart or before.starts_at_login),
        is_in_menus=not arguments.remove,
    )
    now, errors = integration.change(wanted, program.command(context.profile.root))
    for error in errors:
        reporting.failed(error, as_json=context.as_json)
    _report(now, as_json=context.as_json)
    return max((error.exit_code for error in errors), default=0)


def _report(now: Integrated, *, as_json: bool) -> None:
    if as_json:
        reporting.emit("integrated", menus=now.is_in_menus, autostart=now.starts_at_login)
        return
    words = {True: "yes", False: "no"}
    reporting.answer(f"in the file managers' menus: {words[now.is_in_menus]}")
    reporting.answer(f"starts with the computer:    {words[now.starts_at_login]}")
