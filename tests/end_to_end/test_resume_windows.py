"""Tries in two real windows that nothing is lost: paused, closed, opened again, resumed."""

import contextlib
import os
import shutil
from pathlib import Path

import pytest

from tests.command_line import mounted
from tests.end_to_end.desktop import START_TIMEOUT_S, Window, wait_until
from tests.end_to_end.test_pairing_windows import pair
from tests.end_to_end.trees import compare, make_sparse, make_tree
from tests.end_to_end.two_windows import TwoWindows

pytestmark = [pytest.mark.screen, pytest.mark.slow]

MIB = 1 << 20
TRANSFER_TIMEOUT_S = 60.0


@pytest.fixture
def windows(private_screen: None, tmp_path: Path, request: pytest.FixtureRequest) -> TwoWindows:
    """Not yet open. The limit makes it certain that the pause comes in the middle."""
    name = request.node.name.removeprefix("test_")
    return TwoWindows(tmp_path, name=name, send_limit=10 * MIB)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    photos = tmp_path / "Photos"
    make_tree(photos, files=200, folders=20)
    make_sparse(photos / "film.mkv", 300 * MIB + 123)
    return photos


@pytest.mark.parametrize(("pauses", "resumes"), [("alice", "bob"), ("bob", "alice")])
def test_paused_on_one_side_and_resumed_on_the_other_with_restarts_between(
    windows: TwoWindows, tmp_path: Path, photos: Path, pauses: str, resumes: str
) -> None:
    with windows:
        windows.drag_to_bob(photos)
        windows.desktop.press(windows.bob, "accept")
        windows.wait_for_bytes(windows.alice, 8 * MIB)
        windows.wait_for_bytes(windows.bob, 8 * MIB)
        windows.shot("moving")
        windows.press_in_row(side(windows, pauses), "Pause")
        for window in (windows.alice, windows.bob):
            windows.wait_for_stage(window, "interrupted")
        done = windows.newest(windows.bob)["done_bytes"]
        windows.shot("paused")
        windows.close_both()
        assert not (windows.downloads(windows.bob_name) / "Photos" / "film.mkv").exists()
        windows.reopen_both()
        for window in (windows.alice, windows.bob):
            assert windows.stage(window) == "interrupted"
        windows.shot("opened again")
        windows.press_in_row(side(windows, resumes), "Resume")
        for window in (windows.alice, windows.bob):
            windows.wait_for_stage(window, "finished", timeout_s=TRANSFER_TIMEOUT_S)
        windows.shot("finished")
        assert done >= 8 * MIB

    assert compare(photos, windows.downloads(windows.bob_name) / "Photos") == []


@pytest.mark.parametrize("where", ["row", "settings"])
def test_what_is_discarded_leaves_nothing(windows: TwoWindows, photos: Path, where: str) -> None:
    with windows:
        windows.drag_to_bob(photos / "film.mkv")
        windows.desktop.press(windows.bob, "accept")
        windows.wait_for_bytes(windows.bob, 8 * MIB)
        windows.press_in_row(windows.bob, "Pause")
        windows.wait_for_stage(windows.bob, "interrupted")
        if where == "row":
            windows.press_in_row(windows.bob, "Discard")
        else:
            windows.desktop.press(windows.bob, "Settings")
            windows.desktop.press(windows.bob, "This computer")
            part_files = "Discard the part files of \u2068film.mkv\u2069"
            windows.bob.widget(part_files)
            windows.shot("settings")
            windows.desktop.press(windows.bob, part_files)
        windows.bob.widget("Keep")
        windows.shot("what discarding removes")
        windows.desktop.press(windows.bob, "Discard")
        windows.wait_for_stage(windows.bob, "cancelled")

    assert list(windows.downloads(windows.bob_name).iterdir()) == []


def test_a_drop_on_a_device_that_is_off_goes_when_it_is_there(
    windows: TwoWindows, photos: Path
) -> None:
    notes = photos / "notes.txt"
    notes.write_text("hello")
    with windows:
        pair(windows)
        windows.bob.close()

        def off() -> bool:
            rows = windows.alice.rows(windows.bob_name, view="devices")
            return any("Last seen today" in text for row in rows for text in row["texts"])

        wait_until(off, "Bob is off", START_TIMEOUT_S)
        windows.drag_to_bob(notes)
        windows.wait_for_stage(windows.alice, "queued")
        windows.shot("waiting")
        windows.reopen_bob()
        windows.desktop.press(windows.bob, "accept", timeout_s=START_TIMEOUT_S)
        windows.wait_for_stage(windows.alice, "finished", timeout_s=TRANSFER_TIMEOUT_S)

    assert (windows.downloads(windows.bob_name) / "notes.txt").read_text() == "hello"


def test_a_full_disk_is_said_and_when_there_is_room_it_goes_on(
    windows: TwoWindows, tmp_path: Path, photos: Path
) -> None:
    film = photos / "film.mkv"
    os.truncate(film, 96 * MIB)
    ballast = windows.downloads(windows.bob_name) / "ballast"
    with mounted(ballast.parent, f"size={160 * MIB}"), windows:
        windows.drag_to_bob(photos)
        windows.desktop.press(windows.bob, "accept")
        windows.wait_for_bytes(windows.bob, 8 * MIB)
        fill(ballast)
        for window in (windows.alice, windows.bob):
            windows.wait_for_stage(window, "interrupted", timeout_s=TRANSFER_TIMEOUT_S)
        windows.bob.row("the disk is full. Make room", view="transfers")
        windows.alice.row("has no room for it", view="transfers")
        windows.shot("full")
        windows.press_in_row(windows.bob, "Resume")  # too early: it is as full as before
        windows.bob.row("the disk is full. Make room", view="transfers")
        ballast.unlink()
        for window in (windows.alice, windows.bob):
            windows.wait_for_stage(window, "finished", timeout_s=TRANSFER_TIMEOUT_S)
        windows.shot("finished")
        assert compare(photos, ballast.parent / "Photos") == []


def fill(file: Path) -> None:
    """Takes all the room that there is on a disk."""
    with contextlib.suppress(OSError), file.open("wb", buffering=0) as ballast:
        while ballast.write(bytes(MIB)):
            pass
    assert shutil.disk_usage(file.parent).free < MIB


def side(windows: TwoWindows, name: str) -> Window:
    return windows.alice if name == "alice" else windows.bob
