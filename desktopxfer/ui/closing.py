"""Owns what is said of transfers before the program ends."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.workers.state import Transfer

translate = QCoreApplication.translate  # by this name lupdate finds the words

AT_REST = {Stage.QUEUED, Stage.INTERRUPTED}  # nothing runs, and nothing is lost


def what_closing_ends(transfers: Iterable[Transfer]) -> str:
    """Of what runs; empty when nothing does."""
    running = [each for each in transfers if not (each.stage.ended or each.stage in AT_REST)]
    asking = sum(
        each.direction is Direction.RECEIVING and each.stage is Stage.WAITING for each in running
    )
    moving = len(running) - asking
    said = []
    if moving == 1:
        said.append(
            translate(
                "closing",
                "A transfer is not finished. It can go on when desktopxfer is open again.",
            )
        )
    elif moving:
        words = translate(
            "closing",
            "{count} transfers are not finished. They can go on when desktopxfer is open again.",
        )
        said.append(words.format(count=moving))
    if asking == 1:
        said.append(translate("closing", "An offer that you have not answered yet is cancelled."))
    elif asking:
        words = translate("closing", "{count} offers that you have not answered yet are cancelled.")
        said.append(words.format(count=asking))
    return "\n".join(said)
