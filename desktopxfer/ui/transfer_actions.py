"""Owns what can be done with a transfer, and which of it when."""

from enum import Enum

from PySide6.QtCore import QCoreApplication

from desktopxfer.errors import Cancelled
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.ui import text
from desktopxfer.workers.state import Transfer

translate = QCoreApplication.translate


class Action(Enum):
    """The value is the name of its icon."""

    ANSWER = "inbox"
    DECLINE = "close"
    CANCEL = "stop"
    SHOW_IN_FOLDER = "folder"
    SEND_AGAIN = "again"
    COPY = "copy"
    UNFOLD = "chevron-right"  # shows the files, or hides them
    UNFOLD_FAILED = "warning"  # shows only those that failed
    REMOVE = "remove"  # from the list, and only from there

    @property
    def label(self) -> str:
        match self:
            case Action.ANSWER:
                return translate("Action", "Answer…")
            case Action.DECLINE:
                return translate("Action", "Decline")
            case Action.CANCEL:
                return translate("Action", "Cancel")
            case Action.SHOW_IN_FOLDER:
                return translate("Action", "Show in folder")
            case Action.SEND_AGAIN:
                return translate("Action", "Send again")
            case Action.COPY:
                return translate("Action", "Copy what went wrong")
            case Action.UNFOLD:
                return translate("Action", "Show the files")
            case Action.UNFOLD_FAILED:
                return translate("Action", "Show only what failed")
            case Action.REMOVE:
                return translate("Action", "Remove from the list")


def can_unfold(transfer: Transfer) -> bool:
    return transfer.offer is not None or bool(transfer.skipped)


LABELLED = {Action.ANSWER, Action.DECLINE, Action.SHOW_IN_FOLDER, Action.SEND_AGAIN}


def actions(transfer: Transfer) -> tuple[Action, ...]:
    """The buttons of a transfer's row; Return presses the first one."""
    sending = transfer.direction is Direction.SENDING
    match transfer.stage:
        case Stage.WAITING if not sending and transfer.decision is None:
            return Action.ANSWER, Action.DECLINE
        case Stage.FINISHED:
            found = [Action.SHOW_IN_FOLDER] if transfer.saved_paths else []
        case Stage.FAILED | Stage.DECLINED | Stage.CANCELLED:
            found = [Action.SEND_AGAIN] if sending else []
        case _:
            return (Action.CANCEL,)
    return (*found, Action.COPY) if has_failed(transfer) else tuple(found)


def menu_groups(transfer: Transfer) -> tuple[tuple[Action, ...], ...]:
    """Everything that can be done with a transfer, in groups as a menu shows them."""
    unfolding: tuple[Action, ...] = (Action.UNFOLD,) if can_unfold(transfer) else ()
    if unfolding and (transfer.entry_errors or transfer.skipped):
        unfolding = (*unfolding, Action.UNFOLD_FAILED)
    removing = (Action.REMOVE,) if transfer.stage.ended else ()
    return actions(transfer), unfolding, removing


def has_failed(transfer: Transfer) -> bool:
    """Whether something went wrong; what this side cancelled itself is as it should be."""
    cancelled = transfer.error is None or isinstance(transfer.error, Cancelled)
    return bool(transfer.entry_errors or transfer.skipped or not cancelled)


def wrongs(transfer: Transfer) -> list[str]:
    """Everything that went wrong, a sentence each."""
    told = [*transfer.skipped, *transfer.entry_errors.values()]
    if transfer.error is not None and not isinstance(transfer.error, Cancelled):
        told.insert(0, transfer.error)
    return [text.sentence(error) for error in told]
