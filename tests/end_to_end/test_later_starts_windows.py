"""Tries with real windows what a second start does to the one that is open."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.desktop import CHECKOUT, START_TIMEOUT_S, wait_until
from tests.end_to_end.trees import make_sparse
from tests.end_to_end.two_windows import TwoWindows

pytestmark = [pytest.mark.screen, pytest.mark.slow]

MIB = 1 << 20


@pytest.fixture
def windows(private_screen: None, tmp_path: Path) -> TwoWindows:
    """Not yet open. The limit makes it certain that the second start comes in mid-transfer."""
    return TwoWindows(tmp_path, name="second start", send_limit=5 * MIB)


def test_in_mid_transfer_the_open_window_takes_the_paths_and_comes_to_the_front(
    windows: TwoWindows, tmp_path: Path
) -> None:
    film = tmp_path / "film.mkv"
    make_sparse(film, 500 * MIB)
    files = [tmp_path / f"{name}.txt" for name in "abc"]
    for file in files:
        file.touch()

    with windows:
        desktop = windows.desktop
        alices = windows.alice.id
        windows.drag_to_bob(film)
        desktop.press(windows.bob, "accept")
        windows.wait_for_bytes(windows.alice, 2 * MIB)
        desktop.minimise(alices)
        wait_until(lambda: desktop.active() != alices, "Alice's window is out of the way")
        profile = tmp_path / windows.alice_name
        starts = [
            subprocess.Popen(
                [sys.executable, "-m", "desktopxfer", "--profile", str(profile), *words],
                env=desktop.environment,
                cwd=CHECKOUT,
            )
            for words in ([*map(str, files)], [str(tmp_path)], [])
        ]
        assert [start.wait(START_TIMEOUT_S) for start in starts] == [0, 0, 0]
        windows.alice.widget("Choose devices…")
        wait_until(lambda: desktop.active() == alices, "Alice's window is in front")
        windows.shot("paths wait")
        assert windows.stage(windows.alice) == "moving"
        assert set(desktop.windows("desktopxfer")) == {alices, windows.bob.id}


def test_what_is_quit_in_mid_transfer_can_go_on(windows: TwoWindows, tmp_path: Path) -> None:
    film = tmp_path / "film.mkv"
    make_sparse(film, 500 * MIB)
    with windows:
        windows.drag_to_bob(film)
        windows.desktop.press(windows.bob, "accept")
        windows.wait_for_bytes(windows.alice, 2 * MIB)
        profile = tmp_path / windows.alice_name
        done = subprocess.run(
            [sys.executable, "-m", "desktopxfer", "--profile", str(profile), "--quit"],
            env=windows.desktop.environment,
            cwd=CHECKOUT,
            timeout=START_TIMEOUT_S,
        )
        assert done.returncode == 0
        assert windows.alice.process.wait(START_TIMEOUT_S) == 0
        windows.wait_for_stage(windows.bob, "interrupted")
