"""Owns which remembered transfer an ID means, and lists of them."""

from collections.abc import Iterable

from desktopxfer import reporting
from desktopxfer.commands.context import Context
from desktopxfer.errors import AmbiguousTransfer, NoSuchTransfer
from desktopxfer.transfer.progress import Stage
from desktopxfer.transfer.store import Record

ID = "the first digits of a transfer's id, or its whole id on the wire"


def wanted_transfer(context: Context, text: str) -> Record:
    """The transfer that ID means. Raises NoSuchTransfer or AmbiguousTransfer.

    The id on the wire counts only as a whole: its digits are the other side's choice.
    """
    digits = text.lower()
    found = [
        record
        for record in context.memory.store.records()
        if digits and (record.key.startswith(digits) or record.transfer_id == digits)
    ]
    if not found:
        raise NoSuchTransfer(text)
    if len(found) > 1:
        raise AmbiguousTransfer(text, ", ".join(record.key for record in found[:5]))
    return found[0]


def show(context: Context, records: Iterable[Record], *, none: str) -> None:
    """One line for each, or for a person the sentence that there is none."""
    empty = True
    for record in records:
        empty = False
        running = record.stage is Stage.INTERRUPTED and context.memory.runs(record.key)
        reporting.transfer(record, running=running, as_json=context.as_json)
    if empty and not context.as_json:
        reporting.say(none)
