"""Owns what is said of transfers before the program ends."""

from collections.abc import Iterable

from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.ui import text
from desktopxfer.workers.state import Transfer

AT_REST = {Stage.QUEUED, Stage.INTERRUPTED}  # nothing runs, and nothing is lost


def what_closing_ends(transfers: Iterable[Transfer]) -> str:
    """Of what runs; empty when nothing does."""
    running = [each for each in transfers if not (each.stage.ended or each.stage in AT_REST)]
    asking = sum(
        each.direction is Direction.RECEIVING and each.stage is Stage.WAITING for each in running
    )
    moving = len(running) - asking
    said = []
    if moving:
        said.append(text.counts.unfinished(moving))
    if asking:
        said.append(text.counts.unanswered(asking))
    return "\n".join(said)
