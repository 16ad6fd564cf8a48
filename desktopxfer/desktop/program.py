"""Owns the command that starts this very program, and how others want it written down."""

import os
import re
import sys
import sysconfig
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from desktopxfer.desktop.own_files import COMMENT
from desktopxfer.errors import CannotSetUp
from desktopxfer.resources import resource_path
from desktopxfer.settings import default_root

PLAIN = re.compile(r"[A-Za-z0-9@%+:,./_-]+")  # what no reader of an Exec line takes for more


def command(profile_root: Path) -> tuple[str, ...]:
    """The words that start the window with this profile, from anywhere and after a restart."""
    profile = () if profile_root == default_root() else ("--profile", str(profile_root))
    return (*_start(), *profile)


def _start() -> tuple[str, ...]:
    if getattr(sys, "frozen", False):
        if sys.platform == "win32":  # the other one of the two programs opens a console
            return (str(Path(sys.executable).with_name("desktopxferw.exe")),)
        # What runs in an AppImage is gone when it ends; the image itself stays.
        return (os.environ.get("APPIMAGE") or sys.executable,)
    if sys.platform == "win32":  # the script that pip makes would open a console
        return (str(Path(sys.executable).with_name("pythonw.exe")), "-m", "desktopxfer")
    script = Path(sysconfig.get_path("scripts"), "desktopxfer")
    return (str(script),) if script.exists() else (sys.executable, "-m", "desktopxfer")


def filled(name: str, words: Sequence[str]) -> str:
    """The text `name` of resources/linux, marked as ours, with this copy of the program in it.

    What is installed for all users takes these texts as they are.
    """
    text = resource_path(f"linux/{name}").read_text("utf-8")
    icon = speakable(str(resource_path("icons/desktopxfer.svg"))).replace("\\", "\\\\")
    for key, value in ((r"Exec=", exec_value(words)), (r"Icon(?:-Name)?=", icon)):
        text = re.sub(rf"(?m)^({key})desktopxfer\b", partial(_with_value, value), text)
    return COMMENT + text


def _with_value(value: str, key: "re.Match[str]") -> str:
    return key[1] + value


def exec_value(words: Sequence[str]) -> str:
    """The value of Exec= in a desktop entry, without field codes.

    First quoted for the reader of the command line, then for that of the file:
    https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
    Raises CannotSetUp for a name that no such file can hold.
    """
    if "%" in words[0]:  # GLib looks for a program of that name before it reads its own %%
        words = ("env", *words)
    return " ".join(map(_exec_word, map(speakable, words)))


def _exec_word(word: str) -> str:
    word = word.replace("%", "%%")
    if PLAIN.fullmatch(word):
        return word
    quoted = re.sub(r'(["`$\\])', r"\\\1", word)
    return '"' + quoted.replace("\\", "\\\\") + '"'


def speakable(word: str) -> str:
    """The word itself. Raises CannotSetUp for one that a file of text cannot hold as it is."""
    if not word.isprintable():  # neither line breaks nor names that are no text
        raise CannotSetUp(repr(word), "no file of settings can hold that name")
    return word
