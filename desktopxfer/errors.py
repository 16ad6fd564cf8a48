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
    nobody: ClassVar[str] = "the other device"

    def __init__(self, subject: str = "", detail: str = "") -> None:
        self.subject = subject
        self.detail = detail
        super().__init__(subject, detail)

    def __str__(self) -> str:
        words = self.sentence.format(subject=self.subject or self.nobody, detail=self.detail)
        return words if self.subject else capitalized(words)

    @property
    def code(self) -> str:
        """The stable short name, as it travels in messages and in `--json` output."""
        return code_of(type(self))


def capitalized(sentence: str) -> str:
    """The first letter alone: `str.capitalize` makes all others small."""
    return sentence[:1].upper() + sentence[1:]


def code_of(error: type[DesktopxferError]) -> str:
    """`ConnectionLost` -> `connection_lost`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", error.__name__).lower()


# Reaching the other device -----------------------------------------------------------------------


class Unreachable(DesktopxferError):
    sentence = (
        "{subject} cannot be reached. Check that it is on, that it is in the same network "
        "and that desktopxfer is open there."
    )
    exit_code = 4


class Refused(DesktopxferError):
    sentence = "Nothing answers at {subject}. Open desktopxfer there, or check address and port."
    exit_code = 4


class UnknownHost(DesktopxferError):
    sentence = "No computer called {subject} was found. Check the spelling, or use its address."
    exit_code = 4


class DeviceNotFound(DesktopxferError):
    sentence = (
        "No device called {subject} was found. Open desktopxfer there, or give its address instead."
    )
    exit_code = 4


class UnknownDevice(DesktopxferError):
    sentence = (
        "No known device has the name or id {subject}. "
        "See the devices and their ids with: desktopxfer devices."
    )
    exit_code = 2


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


class IdentityChanged(DesktopxferError):
    sentence = (
        "WARNING: what calls itself {subject} is not the device you trust: it shows another "
        "certificate, so nothing was sent or accepted. If {subject} was reinstalled, forget it in "
        "the list of devices and pair again; otherwise somebody may be posing as it."
    )
    exit_code = 5


class DeviceBlocked(DesktopxferError):
    sentence = "{subject} is blocked on this computer. Unblock it in the list of devices first."
    exit_code = 5


class CodesDiffer(DesktopxferError):
    sentence = (
        "The codes were not the same on both screens, so {subject} is not trusted. Somebody may "
        "sit between the two devices: try again in another network before you send anything."
    )
    exit_code = 5


class ConnectionToSelf(DesktopxferError):
    sentence = "{subject} is this very device. Choose another one."
    exit_code = 4


class BadCertificate(DesktopxferError):
    sentence = "{subject} shows a certificate that is not acceptable ({detail}). Nothing was sent."


class ConnectionLost(DesktopxferError):
    sentence = (
        "The connection to {subject} was lost before the end. "
        "Check the network, then try again from the computer that began."
    )


class TimedOut(DesktopxferError):
    sentence = (
        "{subject} stopped answering. Check that it is awake and connected, "
        "then try again from the computer that began."
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
    sentence = "Nobody answered at {subject}. Ask the person there, then try again."
    exit_code = 3


class Unanswered(DesktopxferError):
    sentence = (
        "Nobody here answered in time, so what {subject} offered was declined. "
        "Ask for it to be sent again."
    )
    exit_code = 3


class NotReceiving(DesktopxferError):
    sentence = "{subject} does not accept files at the moment."
    exit_code = 3


class TooManyConnections(DesktopxferError):
    sentence = "{subject} is busy with too many transfers. Try again in a moment."


class NotEnoughSpace(DesktopxferError):
    sentence = "{subject} has not enough free space for this."
    exit_code = 3


class CannotSave(DesktopxferError):
    sentence = "{subject} could not save the files: its folder or disk cannot be written to."


class Cancelled(DesktopxferError):
    sentence = "Cancelled."
    exit_code = 130


class CancelledThere(DesktopxferError):
    sentence = "{subject} cancelled."


class Stopped(DesktopxferError):
    sentence = "The program was closed. Resume to go on where it stopped."
    exit_code = 130


class AlreadyRunning(DesktopxferError):
    sentence = "{subject} is already on its way, perhaps in another window of desktopxfer."


class Paused(DesktopxferError):
    sentence = "Paused. Resume it when you like: what has arrived is kept and not sent again."
    exit_code = 130


class PausedThere(DesktopxferError):
    sentence = (
        "{subject} paused this transfer. Resume it here or there: what has arrived is kept and "
        "not sent again."
    )


class UnknownTransfer(DesktopxferError):
    sentence = (
        "{subject} does not have this transfer any more, so it cannot go on. "
        "It has to be sent again from the start."
    )


class NoSuchTransfer(DesktopxferError):
    sentence = "No transfer has the id {subject}. See them and their ids with: desktopxfer history."
    exit_code = 2


class AmbiguousTransfer(DesktopxferError):
    sentence = "The ids of several transfers begin with {subject}. Give more of it: {detail}."
    exit_code = 2


class TransferOver(DesktopxferError):
    sentence = "{subject} is over: nothing is left of it to resume or to discard."
    exit_code = 2


class NotRunning(DesktopxferError):
    sentence = "{subject} is not on its way at the moment, so there is nothing to pause."


class NotPaused(DesktopxferError):
    sentence = (
        "{subject} has not paused: the program that runs it does not answer. Try again in a moment."
    )


class NotTrusted(DesktopxferError):
    sentence = (
        "{subject} is not a device that you trust, and only for those anything can wait. "
        "Pair with it first, or send when it is there."
    )
    exit_code = 2


# One entry ---------------------------------------------------------------------------------------


class Vanished(DesktopxferError):
    sentence = "{subject} is no longer there."


class Unreadable(DesktopxferError):
    sentence = "{subject} cannot be read. Check its permissions."


class ChangedWhileSending(DesktopxferError):
    sentence = (
        "{subject} changed while it was being sent. "
        "Resume the transfer when nothing writes to it: only what failed is sent again."
    )


class LinkSkipped(DesktopxferError):
    sentence = "{subject} is a link and was skipped. Send what it points to instead."


class NotAFile(DesktopxferError):
    sentence = "{subject} is a device or a pipe, not a file, and was skipped."


class TooDeep(DesktopxferError):
    sentence = "{subject} lies too deep in folders within folders and was skipped. Send it alone."


class Damaged(DesktopxferError):
    sentence = (
        "{subject} arrived damaged and was thrown away. "
        "Resume the transfer: only what failed is sent again."
    )


class NotText(DesktopxferError):
    sentence = "{subject} is not valid text (UTF-8). Send it as a file."


class NamesRefused(DesktopxferError):
    sentence = "{subject} refused, because the name of a file or folder could do harm there."


class EntryFailed(DesktopxferError):
    sentence = "{subject} did not arrive. Look at the other screen for the reason."


class UnsafeName(DesktopxferError):
    sentence = "{subject} was refused, because the name of a file or folder could do harm."


class DiskFull(DesktopxferError):
    sentence = "The disk is full: {subject} was not saved. Make room, then resume the transfer."


class ReadOnlyFolder(DesktopxferError):
    sentence = "{subject} cannot be written to. Choose another folder."


class DiskFailed(DesktopxferError):
    sentence = "{subject} could not be saved: the disk reported a fault ({detail})."


# This computer -----------------------------------------------------------------------------------


class PathMissing(DesktopxferError):
    sentence = "There is no file or folder {subject}."


class NothingToSend(DesktopxferError):
    sentence = "There is nothing to send: {subject}."


class TextTooLong(DesktopxferError):
    sentence = "A text may have 1 MiB at most. Save it as a file and send that."


class TextGone(DesktopxferError):
    sentence = "This text is not kept any more. Ask for it to be sent again."


class NothingToPaste(DesktopxferError):
    sentence = "There are no files, no picture and no text on the clipboard."


class TooManyEntries(DesktopxferError):
    sentence = "That is too much for one transfer ({detail}). Send it in parts."


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


class PortReplaced(DesktopxferError):
    sentence = (
        "The port {subject} is used by another program, so this device listens at port {detail}. "
        "Others find it all the same; only typed addresses need the new number."
    )


class CannotListen(DesktopxferError):
    sentence = (
        "This computer cannot listen at {subject} ({detail}). Choose one of its own IP addresses, "
        "or 0.0.0.0 for all of them, and a port from 1024 on."
    )


class CannotDiscover(DesktopxferError):
    sentence = (
        "This computer cannot look for other devices ({detail}). "
        "Check its network, or give the address of the other device instead."
    )


class DamagedIdentity(DesktopxferError):
    sentence = (
        "The file {subject}, which proves who this device is, is damaged ({detail}). Restore it "
        "from a backup; or remove it to start as a new device that others have to meet again."
    )


class NoScreen(DesktopxferError):
    """The detail is how this program is started here."""

    sentence = (
        "There is no screen to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. "
        "Without one there is the command line: {detail} --help."
    )


class ScreenUnreachable(DesktopxferError):
    sentence = (
        "The screen {subject} cannot be used: nothing answers there, or this user may not use it. "
        "Check DISPLAY and XAUTHORITY."
    )


class ScreenLibrariesMissing(DesktopxferError):
    sentence = "A window cannot open: the system lacks {subject}. {detail}"


class OutOfDescriptors(DesktopxferError):
    sentence = (
        "This computer lets desktopxfer open no further connection ({detail}). "
        "Wait until a transfer has ended, then try again."
    )


class ProfileUnusable(DesktopxferError):
    sentence = "The profile {subject} cannot be used ({detail}). Choose another with --profile."


class DamagedFile(DesktopxferError):
    sentence = (
        "A file of the profile was damaged ({detail}) and was set aside as {subject}. "
        "desktopxfer goes on without it."
    )


class DamagedList(DesktopxferError):
    sentence = "The list of files of a transfer is damaged ({detail}). It cannot be resumed."


class ProfileBusy(ProfileUnusable):
    pass


class WindowSilent(DesktopxferError):
    sentence = (
        "A window of desktopxfer is open with the profile {subject}, and does not answer. "
        "Wait until it has closed, or end it, then try again."
    )


class ForeignFile(DesktopxferError):
    sentence = (
        "{subject} was made by somebody else, so desktopxfer left it as it is. "
        "Move it away, then try again."
    )


class NoFileManager(DesktopxferError):
    sentence = (
        "None of the file managers that desktopxfer can be added to is installed here. "
        "These are Nautilus, Dolphin, Nemo, Caja and Thunar."
    )


class CannotSetUp(DesktopxferError):
    sentence = (
        "{subject} could not be changed ({detail}), so this computer is not set up as you wanted. "
        "Check the permissions, then try again."
    )


class DamagedActions(DesktopxferError):
    sentence = (
        "The file {subject}, which holds the actions of a file manager, is damaged ({detail}) and "
        "was left as it is. Mend or remove it, then try again."
    )


# Short names that may arrive from a peer. Everything else is for this side's screen only.

PEER_ERRORS: dict[str, type[DesktopxferError]] = {
    code_of(error): error
    for error in (
        *(Declined, NoAnswer, NotReceiving, TooManyConnections, NotEnoughSpace, CannotSave),
        CodesDiffer,
        *(CancelledThere, UpdateHere, UpdateThere, NamesRefused),
        *(PausedThere, UnknownTransfer),
    )
}
ENTRY_ERRORS: dict[str, type[DesktopxferError]] = {
    code_of(error): error
    for error in (
        *(Vanished, Unreadable, ChangedWhileSending, LinkSkipped, NotAFile),
        *(Damaged, DiskFull, DiskFailed, ReadOnlyFolder, NotText),
    )
}

# What another device may meet when it connects back to this one.
CHECK_ERRORS: dict[str, type[DesktopxferError]] = {
    code_of(error): error for error in (Unreachable, Refused, NotDesktopxfer, WrongDevice)
}


def peer_error(code: str, peer: str) -> DesktopxferError:
    """Why the other side ended the transfer; an unknown name (a newer peer) is FailedThere."""
    return PEER_ERRORS.get(code, FailedThere)(peer)


def entry_error(code: str, path: str) -> DesktopxferError:
    """Why one entry failed at the other side; an unknown name is EntryFailed."""
    return ENTRY_ERRORS.get(code, EntryFailed)(path)


def check_error(code: str, peer: str) -> DesktopxferError:
    """What the other side met when it connected back; an unknown name is FailedThere."""
    return CHECK_ERRORS.get(code, FailedThere)(peer)


def code_for_peer(error: DesktopxferError) -> str:
    """What the other side is told when this side gives up: the same thing, seen from there."""
    seen_from_there: type[DesktopxferError]
    match error:
        case Unanswered():
            seen_from_there = NoAnswer
        case Cancelled():
            seen_from_there = CancelledThere
        case Paused():
            seen_from_there = PausedThere
        case DiskFull() | NotEnoughSpace():
            seen_from_there = NotEnoughSpace
        case ReadOnlyFolder() | FolderMissing() | FolderUnusable() | DiskFailed():
            seen_from_there = CannotSave
        case UnsafeName():
            seen_from_there = NamesRefused
        case UpdateHere():
            seen_from_there = UpdateThere
        case UpdateThere():
            seen_from_there = UpdateHere
        case AlreadyRunning():
            seen_from_there = TooManyConnections
        case IdentityChanged() | DeviceBlocked():  # whoever poses as another learns nothing
            seen_from_there = NotReceiving
        case _:
            seen_from_there = type(error) if error.code in PEER_ERRORS else FailedThere
    return code_of(seen_from_there)


# What may become of a transfer that both people had agreed to.

# Trying again by itself may help: the other device is away, busy or somewhere else.
RETRIABLE = (
    *(ConnectionLost, TimedOut, Unreachable, Refused, UnknownHost, TooManyConnections),
    *(NotDesktopxfer, WrongDevice),
)
# What has arrived is kept, and either side may resume when the reason is gone.
RESUMABLE = (
    *RETRIABLE,
    *(Paused, PausedThere, Stopped, FailedThere, NoAnswer, NotReceiving, OutOfDescriptors),
    *(DiskFull, DiskFailed, ReadOnlyFolder, FolderMissing, FolderUnusable),
    *(NotEnoughSpace, CannotSave, ProfileUnusable),
    *(IdentityChanged, DeviceBlocked, BadCertificate, UpdateHere, UpdateThere),
)


def restored(code: str, subject: str, detail: str) -> DesktopxferError:
    """The error that had this short name, from a profile that may be another version's."""
    kind = _BY_CODE.get(code, DesktopxferError)
    return kind(subject, detail or (code if kind is DesktopxferError else ""))


_BY_CODE = {code_of(kind): kind for kind in DesktopxferError.__subclasses__()}
