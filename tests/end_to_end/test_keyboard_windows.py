"""Does the main jobs in two real windows with the keyboard alone."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.end_to_end.desktop import CHECKOUT, START_TIMEOUT_S, Window, wait_until
from tests.end_to_end.two_windows import TwoWindows

pytestmark = [pytest.mark.screen, pytest.mark.slow, pytest.mark.timeout(240)]

MIB = 1 << 20
MOST_STEPS = 60  # more controls than any window has


@pytest.fixture
def windows(private_screen: None, tmp_path: Path) -> TwoWindows:
    """Not yet open. The limit makes it certain that the pause comes in the middle."""
    return TwoWindows(tmp_path, name="keyboard", send_limit=3 * MIB)


def go_to(windows: TwoWindows, window: Window, name: str) -> None:
    """Tab by tab, until the focus is on the control of this name."""
    seen = []
    for _ in range(MOST_STEPS):
        here = window.ask("focus")["name"]
        if here == name:
            return
        seen.append(here)
        windows.desktop.key("Tab")
        wait_until(partial(_has_left, window, here), f"past {here!r}")
    raise AssertionError(f"the tab key never comes to {name!r}, only to {seen}")


def _is_at(window: Window, name: str) -> bool:
    return bool(window.ask("focus")["name"] == name)


def _has_left(window: Window, name: str) -> bool:
    return not _is_at(window, name)


def go_to_row(windows: TwoWindows, window: Window, words: str) -> None:
    """Row by row in the list that has the focus."""
    windows.desktop.key("Home")
    for _ in range(MOST_STEPS):
        if words in window.ask("focus")["row"]:
            return
        windows.desktop.key("Down")
    raise AssertionError(f"no row with {words!r}")


def test_all_of_it_without_a_mouse(windows: TwoWindows, tmp_path: Path) -> None:
    photos = tmp_path / "Photos"
    photos.mkdir()
    (photos / "film.mkv").write_bytes(bytes(30 * MIB))
    (photos / "run me.sh").write_text("true")
    with windows:
        desktop, alice, bob = windows.desktop, windows.alice, windows.bob
        taken = windows.downloads(windows.bob_name) / "Photos"
        taken.mkdir(parents=True)
        (taken / "film.mkv").write_text("another")
        command = [sys.executable, "-m", "desktopxfer", "--profile"]
        start = subprocess.run(
            [*command, str(tmp_path / windows.alice_name), str(photos)],
            env=desktop.environment,
            cwd=CHECKOUT,
            timeout=START_TIMEOUT_S,
            check=False,
        )
        assert start.returncode == 0
        alice.widget("Choose devices…")
        wait_until(lambda: desktop.active() == alice.id, "Alice's window is in front")
        go_to(windows, alice, "Devices")
        go_to_row(windows, alice, windows.bob_name)
        windows.shot("device")
        desktop.key("Return")

        bob.widget("accept")
        desktop.activate(desktop.window("wants to send files"))
        go_to(windows, bob, "What is offered")
        desktop.key("End", "space")
        wait_until(lambda: bob.widgets("1 of 2 files, 31.5 MB of 31.5 MB"), "one is unticked")
        bob.widget("Keep both")
        go_to(windows, bob, "Keep both")
        desktop.key("Right")
        assert bob.ask("focus")["name"] == "Skip identical"
        windows.shot("offer")
        go_to(windows, bob, "Accept")
        desktop.key("Return")

        windows.wait_for_bytes(alice, MIB)
        windows.focus(alice)
        go_to(windows, alice, "Transfers")
        desktop.key("space")
        windows.wait_for_stage(alice, "interrupted")
        windows.shot("paused")
        desktop.key("space")
        windows.wait_for_stage(alice, "moving")
        desktop.key("Right")
        go_to(windows, alice, "Files of the transfer")
        go_to_row(windows, alice, "film.mkv")
        windows.shot("entries")
        go_to(windows, alice, "Hide the files")
        desktop.key("space")

        go_to(windows, alice, "Settings")
        desktop.key("space")
        go_to(windows, alice, "General")
        for page in ("Network", "This computer"):
            desktop.key("Right")
            wait_until(partial(_is_at, alice, page), page)
        windows.shot("settings")
        desktop.key("Escape")
        windows.wait_for_stage(alice, "finished", timeout_s=60)
        go_to(windows, alice, "History")
        desktop.key("space")
        go_to(windows, alice, "Past transfers")
        go_to_row(windows, alice, "Photos")
        windows.shot("history")
        desktop.key("Escape")
        wait_until(lambda: not alice.widgets("Past transfers"), "the history is closed")
        desktop.key("ctrl+q")
        wait_until(lambda: not alice.running, "Alice's window is closed", START_TIMEOUT_S)

        assert sorted(file.name for file in taken.iterdir()) == ["film (2).mkv", "film.mkv"]
