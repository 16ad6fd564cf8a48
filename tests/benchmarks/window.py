"""Owns the measurement of how long the event loop of real windows stands still."""

from collections.abc import Iterator
from pathlib import Path

from tests.end_to_end.desktop import Window
from tests.end_to_end.two_windows import TwoWindows

OFFER_TIMEOUT_S = 60.0
TRANSFER_TIMEOUT_S = 300.0
ASKING, MOVING = "from the drop to the question", "while it moves"


def longest_blocks(source: Path, folder: Path) -> Iterator[tuple[str, str, float]]:
    """Sends `source` from one window to another, both with their files below `folder`.

    Yields whose window, in which phase, and the longest time in milliseconds for which its event
    loop did not come round.
    """
    with TwoWindows(folder) as windows:
        sides = {"sender": windows.alice, "receiver": windows.bob}
        _reset(sides)
        windows.drag_to_bob(source)
        windows.wait_for_stage(windows.bob, "waiting", timeout_s=OFFER_TIMEOUT_S)
        windows.bob.widget("accept")
        yield from _report(sides, ASKING)
        _reset(sides)
        windows.desktop.press(windows.bob, "accept")
        windows.wait_for_stage(windows.bob, "finished", timeout_s=TRANSFER_TIMEOUT_S)
        windows.wait_for_stage(windows.alice, "finished")
        yield from _report(sides, MOVING)


def typical_block_unfolded(source: Path, folder: Path) -> float:
    """Sends `source` to a window that shows all its entries meanwhile.

    Returns the 99th percentile of the times, in milliseconds, for which its event loop did not come
    round: what 99 of 100 strokes of a key wait at most.
    """
    with TwoWindows(folder) as windows:
        bob = windows.bob
        windows.drag_to_bob(source)
        windows.wait_for_stage(bob, "waiting", timeout_s=OFFER_TIMEOUT_S)
        windows.desktop.press(bob, "accept", timeout_s=OFFER_TIMEOUT_S)
        windows.wait_for_stage(bob, "moving", timeout_s=OFFER_TIMEOUT_S)
        windows.desktop.choose(bob, source.name, "Show the files", view="transfers")
        bob.row(source.name, view="Files of the transfer")
        bob.ask("reset")
        windows.wait_for_stage(bob, "finished", timeout_s=TRANSFER_TIMEOUT_S)
        return float(bob.ask("loop")["p99_ms"])


def _reset(sides: dict[str, Window]) -> None:
    for window in sides.values():
        window.ask("reset")


def _report(sides: dict[str, Window], phase: str) -> Iterator[tuple[str, str, float]]:
    for side, window in sides.items():
        yield side, phase, window.ask("loop")["longest_ms"]
