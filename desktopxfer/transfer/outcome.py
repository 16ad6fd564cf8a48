"""Owns how a transfer that did not finish is told and remembered."""

import contextlib
from collections.abc import Callable, Iterator

from desktopxfer.errors import (
    RESUMABLE,
    RETRIABLE,
    Cancelled,
    CancelledThere,
    Declined,
    DesktopxferError,
    NoAnswer,
    NotReceiving,
    Paused,
    ProfileUnusable,
    Stopped,
    Unanswered,
)
from desktopxfer.network.wakeup import Interrupted
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.progress import OnEvent, Stage, StageChanged
from desktopxfer.transfer.store import Store


def stage_after(error: DesktopxferError, *, agreed: bool, waits: bool = False) -> Stage:
    """What a transfer is after an error.

    `agreed` tells whether both people had said yes, `waits` whether it waits for a device that is
    off: then it does so until somebody there has seen it.
    """
    match error:
        case Cancelled() | CancelledThere():
            return Stage.CANCELLED
        case Paused() | Stopped():
            return Stage.INTERRUPTED
        case _ if agreed and isinstance(error, RESUMABLE):
            return Stage.INTERRUPTED
        case _ if waits and not agreed and isinstance(error, RETRIABLE):
            return Stage.QUEUED
        case Declined() | NoAnswer() | NotReceiving() | Unanswered():
            return Stage.DECLINED
        case _:
            return Stage.FAILED


@contextlib.contextmanager
def remembered(
    store: Store,
    key: str,
    on_event: OnEvent,
    control: Control,
    agreed: Callable[[], bool],
    waits: Callable[[], bool] = lambda: False,
) -> Iterator[None]:
    """Around all of a transfer: notes how it ended, when that was with an error, and tells it.

    `agreed` and `waits` as in stage_after().
    A defect leaves the record as it stands: interrupted.
    """
    try:
        yield
    except (DesktopxferError, Interrupted) as caught:
        error = control.reason if isinstance(caught, Interrupted) else caught
        stage = stage_after(error, agreed=agreed(), waits=waits())
        ended = {"error": error.code, "subject": error.subject, "detail": error.detail}
        with contextlib.suppress(ProfileUnusable):  # the first error says more
            if stage in {Stage.INTERRUPTED, Stage.QUEUED}:
                store.change(key, stage=stage, **ended)
            else:
                store.finish(key, stage=stage, staging="", **ended)
        on_event(StageChanged(stage, error))
        raise
