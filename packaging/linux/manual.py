"""Owns the manual page, written from the command line's own parsers. Run, prints it."""

import re
import time
from datetime import UTC, datetime

import words

from desktopxfer import __version__, cli

HEAD = """.TH DESKTOPXFER 1 "{date}" "desktopxfer {version}" "User Commands"
.SH NAME
desktopxfer \\- send files from one computer to another
.SH SYNOPSIS
{synopsis}
.SH DESCRIPTION
Sends files and folders from one computer to another in the same network.
The other person accepts, and they arrive: whole, encrypted, checked, with
their dates and their tree.
There is no account, no server and no setting up.
.PP
Without a command it opens the window; what is named as
.I PATH
waits there for a device.
When a window of the same profile is open already, that one takes it and comes to the front.
A file that is called like a command is written
.BR ./send .
The commands need no screen.
"""
TAIL = """.SH DEVICES
.I TARGET
is a device's name, the first digits of its device id, or
.IR HOST [: PORT ].
A device that is met for the first time is
.IR new .
.B desktopxfer pair
shows the same six digits on both computers; when both people say that they agree,
the devices trust each other from then on.
.SH INTERRUPTIONS
Ctrl+C cancels a transfer for good, on both sides.
SIGTERM, a closed terminal and a lost connection only interrupt it:
.B resume
lists what can go on, and
.BI resume\\~ ID
goes on, also after a restart of either computer.
.SH EXIT STATUS
{exit_codes}
.SH FILES
.TP
.I ~/.local/share/desktopxfer
The profile: settings, the identity of this device, the devices it has met, what is remembered of
transfers.
With
.B XDG_DATA_HOME
it lies below that folder, and
.B \\-\\-profile
names another one.
.TP
.RI .desktopxfer\\- ...
A hidden folder beside the place of a file that is not complete yet.
.SH EXAMPLES
.TP
.B desktopxfer send Photos \\-\\-to Desk\\-PC
Sends a folder, once the person there accepts.
.TP
.B desktopxfer receive \\-\\-accept trusted \\-\\-into /srv/incoming
Takes what trusted devices send, and nothing else.
.TP
.B desktopxfer check Desk\\-PC
Says what keeps the two computers apart, and what to do about it.
.SH NETWORK
It listens on TCP port 26710, or on the next one that is free, and finds devices with mDNS on UDP
port 5353.
"""


def page(version: str, epoch: int) -> str:
    """The page in roff. `epoch` is the date that it bears, in seconds since 1970."""
    window, *commands = words.commands()
    date = datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%d")
    synopsis = [
        ".B desktopxfer\n.RB [ \\-\\-profile\n.IR DIR ]\n.RB [ \\-\\-hidden ]\n.RI [ PATH ...]",
        ".br\n.B desktopxfer\n.RB [ \\-\\-profile\n.IR DIR ]\n.B \\-\\-quit",
        ".br\n.B desktopxfer\n.RB [ \\-\\-profile\n.IR DIR ]\n.I command\n[argument...]",
    ]
    parts = [
        HEAD.format(date=date, version=version, synopsis="\n".join(synopsis)).rstrip(),
        ".SH OPTIONS",
        *map(_entry, (*words.options_of_the_program(), *window.words)),
        ".SH COMMANDS",
        "Each takes the options that stand with it, and",
        ".BR \\-\\-help .",
        *map(_command, commands),
        TAIL.format(exit_codes=_exit_codes()).rstrip(),
    ]
    return "\n".join(parts) + "\n"


def _command(command: words.Command) -> str:
    return "\n".join(
        [
            f".SS {_plain(command.name)}",
            f"{_plain(_sentence(command.help))}",
            ".PP",
            f".B {_plain(command.name)}",
            _plain(command.usage),
            *map(_entry, (*command.words, *command.options)),
        ]
    )


def _entry(argument: words.Argument) -> str:
    value = argument.value
    if argument.option and value:
        tag = f'.BI {_plain(argument.option)} " {_plain(value)}"'
    elif argument.option:
        tag = f".B {_plain(argument.option)}"
    else:
        tag = f".I {_plain(value)}"
    return f".TP\n{tag}\n{_plain(_sentence(argument.help))}"


def _exit_codes() -> str:
    listed = re.split(r",\s(?=\d)", cli.EXIT_CODES.removeprefix("exit codes: "))
    codes = (each.split(" ", 1) for each in listed)
    return "\n".join(f".TP\n.B {number}\n{_plain(_sentence(text))}" for number, text in codes)


def _sentence(text: str) -> str:
    text = text.removesuffix(".")
    return text[:1].upper() + text[1:] + "."


def _plain(text: str) -> str:
    """Text that roff shows as it is: an option is to be copied with real hyphens."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    return f"\\&{text}" if text.startswith((".", "'")) else text


if __name__ == "__main__":
    print(page(__version__, int(time.time())), end="")
