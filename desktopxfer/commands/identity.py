"""Owns `identity`: shows who this device is."""

import argparse

from desktopxfer import reporting
from desktopxfer.commands.context import Context

HELP = "show who this device is"


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """None beside those of every command."""


def run(context: Context, _arguments: argparse.Namespace) -> int:
    reporting.identity(
        context.device_id, context.local.name, context.profile.root, as_json=context.as_json
    )
    return 0
