"""Owns what can be done with a transfer, and which of it when."""

from enum import Enum

from PySide6.QtCore import QCoreApplication

from desktopxfer.errors import (
    Cancelled,
    NotDesktopxfer,
    Paused,
    PausedThere,
    Refused,
    Stopped,
    UnknownHost,
    Unreachable,
)
from desktopxfer.offer import Kind
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.ui import text
from desktopxfer.workers.state import Transfer

translate = QCoreApplication.translate


class Action(Enum):
    """The value is the name of its icon."""

    ANSWER = "inbox"
    DECLINE = "close"
    PAUSE = "pause"
    RESUME = "resume"
    SEND_NOW = "arrow-up"  # although the device was not seen
    RETRY_FAILED = "retry"
    DISCARD = "discard"
    CANCEL = "stop"
    SHOW_TEXT = "text"
    COPY_TEXT = "clipboard"
    SHOW_IN_FOLDER = "folder"
    SEND_AGAIN = "again"
    CHECK = "diagnose"
    COPY = "copy"
    UNFOLD = "chevron-right"  # shows the files, or hides them
    UNFOLD_FAILED = "warning"  # shows only those that failed
    REMOVE = "remove"  # from the list, and only from there

    @property
    def label(self) -> str:
        return _labels()[self]


def _labels() -> dict[Action, str]:
    return {
        Action.ANSWER: translate("Action", "Answer…"),
        Action.DECLINE: translate("Action", "Decline"),
        Action.PAUSE: translate("Action", "Pause"),
        Action.RESUME: translate("Action", "Resume"),
        Action.SEND_NOW: translate("Action", "Try to send now"),
        Action.RETRY_FAILED: translate("Action", "Retry failed"),
        Action.DISCARD: translate("Action", "Discard"),
        Action.CANCEL: translate("Action", "Cancel"),
        Action.SHOW_TEXT: translate("Action", "Show text"),
        Action.COPY_TEXT: translate("Action", "Copy text"),
        Action.SHOW_IN_FOLDER: translate("Action", "Show in folder"),
        Action.SEND_AGAIN: translate("Action", "Send again"),
        Action.CHECK: translate("Action", "Diagnose…"),
        Action.COPY: translate("Action", "Copy what went wrong"),
        Action.UNFOLD: translate("Action", "Show the files"),
        Action.UNFOLD_FAILED: translate("Action", "Show only what failed"),
        Action.REMOVE: translate("Action", "Remove from the list"),
    }


def can_unfold(transfer: Transfer) -> bool:
    """A text has nothing in it but itself, unless something went wrong."""
    has_list = transfer.can_look_into and transfer.kind is not Kind.TEXT
    return bool(has_list or transfer.skipped or transfer.entry_errors)


LABELLED = {
    *(Action.ANSWER, Action.DECLINE, Action.RESUME, Action.RETRY_FAILED),
    *(Action.SHOW_IN_FOLDER, Action.SEND_AGAIN, Action.SHOW_TEXT, Action.COPY_TEXT),
}
# What the user or the other one has done on purpose, or what mends itself.
AWAY = (Unreachable, Refused, UnknownHost, NotDesktopxfer)  # whose reason can be looked for
AS_WANTED = (Cancelled, Paused, PausedThere, Stopped)


def actions(transfer: Transfer) -> tuple[Action, ...]:
    """The buttons of a transfer's row; Return presses the first one."""
    sending = transfer.direction is Direction.SENDING
    match transfer.stage:
        case Stage.WAITING if not sending and transfer.decision is None:
            return Action.ANSWER, Action.DECLINE
        case Stage.QUEUED:
            found = [Action.SEND_NOW, Action.DISCARD]
            return (*found, Action.CHECK) if isinstance(transfer.error, AWAY) else tuple(found)
        case Stage.INTERRUPTED:
            found = [Action.RESUME, Action.DISCARD]
        case Stage.FINISHED:
            found = [Action.RETRY_FAILED] if transfer.can_retry_failed else []
            if transfer.is_readable:
                found += [Action.SHOW_TEXT, Action.COPY_TEXT]
            elif transfer.saved_paths:
                found.append(Action.SHOW_IN_FOLDER)
        case Stage.FAILED | Stage.DECLINED | Stage.CANCELLED:
            found = [Action.RESUME] if transfer.can_resume else []
            found += [Action.SEND_AGAIN] if sending and transfer.can_send_again else []
        case _ if transfer.can_pause:
            return Action.PAUSE, Action.CANCEL
        case _:
            return (Action.CANCEL,)
    if isinstance(transfer.error, AWAY):
        found.append(Action.CHECK)
    return (*found, Action.COPY) if has_failed(transfer) else tuple(found)


def menu_groups(transfer: Transfer) -> tuple[tuple[Action, ...], ...]:
    """Everything that can be done with a transfer, in groups as a menu shows them."""
    unfolding: tuple[Action, ...] = (Action.UNFOLD,) if can_unfold(transfer) else ()
    if unfolding and (transfer.entry_errors or transfer.skipped):
        unfolding = (*unfolding, Action.UNFOLD_FAILED)
    removing = (Action.REMOVE,) if transfer.stage.ended else ()
    return actions(transfer), unfolding, removing


def has_failed(transfer: Transfer) -> bool:
    """Whether something went wrong; what was cancelled or paused here is as it should be."""
    as_wanted = transfer.error is None or isinstance(transfer.error, AS_WANTED)
    return bool(transfer.entry_errors or transfer.failed or transfer.skipped or not as_wanted)


def wrongs(transfer: Transfer) -> list[str]:
    """Everything that went wrong, a sentence each, to be copied."""
    told = [*transfer.skipped, *transfer.entry_errors.values()]
    if transfer.error is not None and not isinstance(transfer.error, AS_WANTED):
        told.insert(0, transfer.error)
    return [text.to_copy(text.sentence(error)) for error in told]
