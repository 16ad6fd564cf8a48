"""Tries the main job in two real windows: files dragged with the mouse, accepted, arrived."""

from pathlib import Path

import pytest

from tests.end_to_end.desktop import wait_until
from tests.end_to_end.trees import compare, make_sparse, make_tree
from tests.end_to_end.two_windows import TwoWindows

pytestmark = [pytest.mark.screen, pytest.mark.slow]

MIB = 1 << 20
GIB = 1 << 30
TRANSFER_TIMEOUT_S = 150.0


@pytest.fixture
def windows(private_screen: None, tmp_path: Path, request: pytest.FixtureRequest) -> TwoWindows:
    """Not yet open: a failure inside its `with` block leaves a picture and the programs' words."""
    return TwoWindows(tmp_path, name=request.node.name.removeprefix("test_"))


def test_dropped_folder_arrives_identical(windows: TwoWindows, tmp_path: Path) -> None:
    photos = tmp_path / "Photos"
    make_tree(photos, files=5_000, folders=200)
    make_sparse(photos / "film.mkv", 4 * GIB + 12_345)

    with windows:
        windows.shot("before")
        windows.drag_to_bob(photos)
        windows.wait_for_stage(windows.bob, "waiting", timeout_s=30)
        windows.bob.widget("accept")
        windows.shot("offer")
        windows.desktop.press(windows.bob, "accept")
        windows.wait_for_stage(windows.alice, "moving")
        windows.wait_for_bytes(windows.bob, GIB // 2, timeout_s=60)
        windows.shot("moving")
        windows.wait_for_stage(windows.bob, "finished", timeout_s=TRANSFER_TIMEOUT_S)
        windows.wait_for_stage(windows.alice, "finished")
        windows.shot("finished")

    assert compare(photos, windows.downloads(windows.bob_name) / "Photos") == []


@pytest.mark.parametrize("side", ["sender", "receiver"])
@pytest.mark.usefixtures("private_screen")
def test_cancel_in_mid_file_leaves_nothing(tmp_path: Path, side: str) -> None:
    film = tmp_path / "film.mkv"
    make_sparse(film, 4 * GIB)  # at this pace far more than passes before the click

    with TwoWindows(tmp_path, name=f"cancel_{side}", send_limit=20 * MIB) as windows:
        windows.drag_to_bob(film)
        windows.desktop.press(windows.bob, "accept")
        windows.wait_for_bytes(windows.alice, 1)
        windows.wait_for_bytes(windows.bob, 1)
        windows.shot("moving")
        here, there = windows.alice, windows.bob
        if side == "receiver":
            here, there = there, here
        windows.press_in_row(here, "Cancel")
        windows.wait_for_stage(here, "cancelled")
        wait_until(
            lambda: windows.stage(there) in {"failed", "cancelled"}, "the other side has ended"
        )
        windows.shot("cancelled")

    assert list(windows.downloads(windows.bob_name).rglob("*")) == []
    assert film.exists()


def test_declined_offer_writes_nothing(windows: TwoWindows, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    make_tree(notes, files=20, folders=4)

    with windows:
        windows.drag_to_bob(notes)
        windows.desktop.press(windows.bob, "decline")
        windows.wait_for_stage(windows.alice, "declined")
        windows.shot("declined")

    assert not (windows.downloads(windows.bob_name) / "notes").exists()


def test_drop_beside_the_devices_asks_for_one(windows: TwoWindows, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    make_tree(notes, files=20, folders=4)

    with windows:
        windows.drag(lambda: windows.alice.widget("DropZone"), notes)
        windows.alice.row(windows.bob_name, view="Devices")
        windows.shot("picker")
        # The only device is ticked already; on a machine with other tests there are more.
        if not windows.alice.rows(windows.bob_name, view="Devices")[0]["ticked"]:
            windows.desktop.press_row(windows.alice, windows.bob_name, view="Devices")
        windows.desktop.press(windows.alice, "send")
        windows.desktop.press(windows.bob, "accept")
        windows.wait_for_stage(windows.alice, "finished", timeout_s=30)
        windows.wait_for_stage(windows.bob, "finished")
        windows.shot("finished")

    assert compare(notes, windows.downloads(windows.bob_name) / "notes") == []
