"""Owns the program's place in this computer as a whole: what is in force, how that is changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktopxfer.desktop import autostart, send_to
from desktopxfer.errors import DesktopxferError


@dataclass(frozen=True, slots=True)
class Integrated:
    """What this computer does with the program beside running it."""

    starts_at_login: bool
    is_in_menus: bool  # of the file managers


def look() -> tuple[Integrated, list[DesktopxferError]]:
    """How it is, and what could not be found out. May wait for the disk."""
    errors: list[DesktopxferError] = []

    def asked(is_on: Callable[[], bool]) -> bool:
        try:
            return is_on()
        except DesktopxferError as error:
            errors.append(error)
            return False

    starts, menus = autostart.of_this_system(), send_to.of_this_system()
    return Integrated(asked(starts.is_on), asked(menus.is_on)), errors


def change(wanted: Integrated, command: Sequence[str]) -> tuple[Integrated, list[DesktopxferError]]:
    """Makes it so, as far as the system lets us: how it is then, and what could not be done.

    `command` starts the window: program.command(). May wait for the disk and for other programs.
    """
    errors: list[DesktopxferError] = []
    starts, menus = autostart.of_this_system(), send_to.of_this_system()
    try:
        if wanted.starts_at_login:
            starts.turn_on(command)
        else:
            starts.turn_off()
    except DesktopxferError as error:
        errors.append(error)
    errors += menus.turn_on(command) if wanted.is_in_menus else menus.turn_off()
    return look()[0], errors
