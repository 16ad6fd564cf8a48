"""Owns every failure a user can meet: one class for each thing the screen would say differently."""

import re
from typing import ClassVar


class DesktopxferError(Exception):
    """A failure with a sentence for the user.

    `subject` is what it is about (a device, a path, an address), `detail` what the system said.
    `sentence` is a class attribute and not the docstring, because `python -OO` drops docstrings.
    """

    sentence: ClassVar[str] = "Something went wrong: {detail}"
    exit_code: ClassVar[int] = 1
    nobody: ClassVar[str] = "The other device"

    def __init__(self, subject: str = "", detail: str = "") -> None:
        self.subject = subject
        self.detail = detail
        super().__init__(subject, detail)

    def __str__(self) -> str:
        return self.sentence.format(subject=self.subject or self.nobody, detail=self.detail)

    @property
    def code(self) -> str:
        """The stable short name, as it travels in messages and in `--json` output."""
        return code_of(type(self))


def code_of(error: type[DesktopxferError]) -> str:
    """`ConnectionLost` -> `connection_lost`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", error.__name__).lower()


def from_code(code: str, subject: str = "") -> DesktopxferError:
    """The error for a short name that a peer sent; an unknown one (a newer peer) becomes FailedThere."""
    return ENTRY_AND_PEER_ERRORS.get(code, FailedThere)(subject)


# Reaching the other device -----------------------------------------------------------------------


class Unreachable(DesktopxferError):
    sentence = (
        "{subject} cannot be reached. Check that it is on, that it is in the same network "
        "and that desktopxfer is open there."
    )
    exit_code = 4


class Refused(DesktopxferError):
    sentence = "Nothing answers at {subject}. Open desktopxfer there, or check the address and port."
    exit_code = 4


class UnknownHost(DesktopxferError):
    sentence = "No computer called {subject} was found. Check the spelling, or use its address."
    exit_code = 4


class DeviceNotFound(DesktopxferError):
    sentence = (
        "No device called {subject} was found. Open desktopxfer there, or give its address instead."
    )
    exit_code = 4


class AmbiguousDevice(DesktopxferError):
    sentence = "More than one device is called {subject}. Give its device id instead: {detail}."
    exit_code = 2


class NotDesktopxfer(DesktopxferError):
    sentence = (
        "{subject} answers, but it is not desktopxfer: another program uses that port. "
        "Check the address and port."
    )
    exit_code = 4


class WrongDevice(DesktopxferError):
    sentence = (
        "A different device answers at the address of {subject}, so nothing was sent. "
        "If it was reinstalled, remove it from the list and add it again."
    )
    exit_code = 4


class ConnectionToSelf(DesktopxferError):
    sentence = "{subject} is this very device. Choose another one."
    exit_code = 4


class BadCertificate(DesktopxferError):
    sentence = "{subject} shows a certificate that cannot be trusted ({detail}), so nothing was sent."


class ConnectionLost(DesktopxferError):
    sentence = (
        "The connection to {subject} was lost before everything had arrived. "
        "Check the network and send again."
    )


class TimedOut(DesktopxferError):
    sentence = (
        "{subject} stopped answering. Check that it is awake and connected, then send again."
    )


class UpdateHere(DesktopxferError):
    sentence = "{subject} uses a newer version of desktopxfer. Update desktopxfer on this computer."


class UpdateThere(DesktopxferError):
    sentence = "{subject} uses an older version of desktopxfer. Update desktopxfer there."


class ProtocolViolation(DesktopxferError):
    sentence = (
        "{subject} sent something that desktopxfer does not understand ({detail}), "
        "so the transfer was stopped."
    )


class FailedThere(DesktopxferError):
    sentence = "{subject} could not go on. Look at its screen for the reason."


# The other person's answer -----------------------------------------------------------------------


class Declined(DesktopxferError):
    sentence = "{subject} declined."
    exit_code = 3


class NoAnswer(DesktopxferError):
    sentence = "Nobody answered at {subject}. Ask the person there, then send again."
    exit_code = 3


class NotReceiving(DesktopxferError):
    sentence = "{subject} does not accept files at the moment."
    exit_code = 3


class TooManyConnections(DesktopxferError):
    sentence = "{subject} is busy with too many transfers. Try again in a moment."


class NotEnoughSpace(DesktopxferError):
    sentence = "{subject} has not enough free space for this."
    exit_code = 3


class Cancelled(DesktopxferError):
    sentence = "Cancelled."
    exit_code = 130


class CancelledThere(DesktopxferError):
    sentence = "{subject} cancelled."


# One entry ---------------------------------------------------------------------------------------


class Vanished(DesktopxferError):
    sentence = "{subject} is no longer there."


class Unreadable(DesktopxferError):
    sentence = "{subject} cannot be read. Check its permissions."


class ChangedWhileSending(DesktopxferError):
    sentence = "{subject} changed while it was being sent. Send it again when nothing writes to it."


class LinkSkipped(DesktopxferError):
    sentence = "{subject} is a link and was skipped. Send what it points to instead."


class NotAFile(DesktopxferError):
    sentence = "{subject} is a device or a pipe, not a file, and was skipped."


class Damaged(DesktopxferError):
    sentence = "{subject} arrived damaged and was thrown away. Send it again."


class UnsafeName(DesktopxferError):
    sentence = "{subject} has a name that could do harm, so nothing was accepted."


class DiskFull(DesktopxferError):
    sentence = "The disk is full: {subject} was not saved. Make room and send it again."


class ReadOnlyFolder(DesktopxferError):
    sentence = "{subject} cannot be written to. Choose another folder."


class DiskFailed(DesktopxferError):
    sentence = "{subject} could not be saved: the disk reported a fault ({detail})."


# This computer -----------------------------------------------------------------------------------


class PathMissing(DesktopxferError):
    sentence = "There is no file or folder {subject}."


class NothingToSend(DesktopxferError):
    sentence = "There is nothing to send: {subject}."


class TooManyEntries(DesktopxferError):
    sentence = "That is more than {detail} files and folders in one transfer. Send it in parts."


class FolderMissing(DesktopxferError):
    sentence = "The folder {subject} is not there. Choose another folder."


class FolderUnusable(DesktopxferError):
    sentence = "The folder {subject} cannot be used ({detail}). Choose another folder."


class BadAddress(DesktopxferError):
    sentence = (
        "{subject} is not an address. Write a name or address, with a port if it is not the "
        "usual one, like desk-pc, 192.168.1.20:26710 or [fe80::1%eth0]:26710."
    )
    exit_code = 2


class PortTaken(DesktopxferError):
    sentence = "The port {subject} is used by another program. Choose another port, or 0 for any."


class CannotListen(DesktopxferError):
    sentence = "This computer cannot listen at {subject} ({detail})."


class DamagedIdentity(DesktopxferError):
    sentence = (
        "The file {subject}, which proves who this device is, is damaged ({detail}). Restore it from "
        "a backup; or remove it to start as a new device that others have to meet again."
    )


class NoScreen(DesktopxferError):
    sentence = (
        "There is no screen to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. "
        "Without one there is the command line: desktopxfer --help."
    )


class ScreenUnreachable(DesktopxferError):
    sentence = (
        "The screen {subject} cannot be used: nothing answers there, or this user may not use it. "
        "Check DISPLAY and XAUTHORITY."
    )


class ScreenLibrariesMissing(DesktopxferError):
    sentence = "A window cannot open: the system lacks {subject}. {detail}"


class ProfileUnusable(DesktopxferError):
    sentence = "The profile folder {subject} cannot be used ({detail}). Choose another with --profile."


# What may arrive as a short name from a peer. Everything else is for this side's screen only.
ENTRY_AND_PEER_ERRORS: dict[str, type[DesktopxferError]] = {
    code_of(error): error
    for error in (
        *(Declined, NoAnswer, NotReceiving, TooManyConnections, NotEnoughSpace),
        *(CancelledThere, UpdateHere, UpdateThere, ProtocolViolation, UnsafeName, ReadOnlyFolder),
        *(TimedOut, FailedThere),
        *(Vanished, Unreadable, ChangedWhileSending, LinkSkipped, NotAFile),
        *(Damaged, DiskFull, DiskFailed),
    )
}
