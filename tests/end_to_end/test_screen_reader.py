"""Reads two real windows as a screen reader does, over AT-SPI, and answers an offer with it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import needs
from tests.end_to_end.desktop import HERE, START_TIMEOUT_S, Window, wait_until
from tests.end_to_end.two_windows import TwoWindows

pytestmark = [pytest.mark.screen, pytest.mark.slow]

MIB = 1 << 20
SYSTEM_PYTHON = "/usr/bin/python3"
NEEDED = {
    SYSTEM_PYTHON: "python3",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",  # which D-Bus starts by itself
    "/usr/lib/python3/dist-packages/pyatspi/__init__.py": "python3-pyatspi",
}
ISOLATES = {0x2068: None, 0x2069: None, 0x2009: " "}
Thing = dict[str, Any]


@pytest.fixture
def windows(private_screen: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TwoWindows:
    needs.files(NEEDED)
    monkeypatch.setenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
    return TwoWindows(tmp_path, name="screen reader", send_limit=2 * MIB)


def read(windows: TwoWindows, window: Window, *action: str) -> str:
    script = str(HERE / "screen_reader.py")
    command = [SYSTEM_PYTHON, script, str(window.process.pid), *action]
    ended = subprocess.run(
        command,
        env=windows.desktop.environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=START_TIMEOUT_S,
    )
    return ended.stdout


def heard(windows: TwoWindows, window: Window) -> list[Thing]:
    """What is on the screen of it, the names without marks that nobody hears."""
    things: list[Thing] = json.loads(read(windows, window))
    for thing in things:
        thing["name"] = thing["name"].translate(ISOLATES)
    return [thing for thing in things if "showing" in thing["states"]]


def named(things: list[Thing], role: str) -> dict[str, Thing]:
    return {thing["name"]: thing for thing in things if thing["role"] == role}


def when(
    windows: TwoWindows, window: Window, condition: Callable[[list[Thing]], bool], what: str
) -> list[Thing]:
    """What is heard as soon as it is so."""

    def look() -> list[Thing]:
        things = heard(windows, window)
        return things if condition(things) else []

    return wait_until(look, what, START_TIMEOUT_S)


def test_an_offer_is_read_ticked_and_accepted_without_seeing_it(
    windows: TwoWindows, tmp_path: Path
) -> None:
    photos = tmp_path / "Photos"
    photos.mkdir()
    (photos / "film.mkv").write_bytes(bytes(30 * MIB))
    (photos / "run me.sh").write_text("true")
    with windows:
        alice, bob = windows.alice, windows.bob
        windows.drag_to_bob(photos)
        bob.widget("accept")

        said = when(windows, bob, lambda said: "Accept" in named(said, "push button"), "the offer")
        (title,) = named(said, "dialog")
        assert title == f"{windows.alice_name} wants to send files — desktopxfer"
        labels = named(said, "label")
        assert f"{windows.alice_name} wants to send you files" in labels
        assert {"New", "2 files, 1 folder, 31.5 MB", "Save in"} <= labels.keys()
        (code,) = [name for name in labels if name.replace(" ", "").isdigit()]
        assert len(code) == len("123 456")
        buttons = named(said, "push button")
        assert {"Accept", "Decline", "Browse…", "Block this device"} <= buttons.keys()
        assert "Press" in buttons["Accept"]["actions"]
        cells = named(said, "table cell")
        names = {"Photos", "film.mkv", "run me.sh: can run as a program"}
        assert names <= {name for name, cell in cells.items() if "checked" in cell["states"]}
        assert "expanded" in cells["Photos"]["states"]
        assert "tree What is offered" in cells["film.mkv"]["above"]
        assert "31.5 MB" in cells

        # Qt lets a screen reader select a cell, but not tick it: that is the space bar's.
        windows.desktop.activate(windows.desktop.window("wants to send files"))
        read(windows, bob, "SetFocus", "tree", "What is offered")
        windows.desktop.key("End", "space")
        said = when(
            windows,
            bob,
            lambda said: (
                "checked"
                not in named(said, "table cell")["run me.sh: can run as a program"]["states"]
            ),
            "the tick is gone",
        )
        assert "1 of 2 files, 31.5 MB of 31.5 MB" in named(said, "label")
        read(windows, bob, "Press", "push button", "Accept")

        windows.wait_for_bytes(alice, MIB)
        said = when(
            windows,
            alice,
            lambda said: any("%" in name for name in named(said, "list item")),
            "the percent in the sender's row",
        )
        (row,) = [name for name in named(said, "list item") if name.startswith("Photos")]
        assert row.startswith(f"Photos, to {windows.bob_name}, ")
        assert " MB of 31.5 MB" in row
        assert row.endswith(" %")
        (device,) = [name for name in named(said, "list item") if name.startswith(windows.bob_name)]
        assert ", New, " in device
        assert device.endswith(" · Online")
        assert {"Settings", "History", "Diagnose", "Choose files to send"} <= named(
            said, "push button"
        ).keys()
        filters = named(said, "radio button")
        assert [name for name, each in filters.items() if "checked" in each["states"]] == ["All"]
        assert not [each for each in said if "<qt>" in each["name"] + each["description"]]

        windows.wait_for_stage(windows.bob, "finished", timeout_s=60)
        saved = windows.downloads(windows.bob_name) / "Photos"
        assert [file.name for file in saved.iterdir()] == ["film.mkv"]
        said = heard(windows, bob)
        (row,) = [name for name in named(said, "list item") if name.startswith("Photos")]
        assert row.startswith(f"Photos, from {windows.alice_name}, ")
