"""Owns two real windows side by side, Alice's and Bob's, and what a hand does in them."""

import contextlib
import json
import os
import re
import secrets
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.end_to_end.desktop import (
    ACTION_TIMEOUT_S,
    START_TIMEOUT_S,
    Box,
    Desktop,
    Program,
    Window,
    wait_until,
)
from tests.end_to_end.namespaces import Computer

SCREEN = (1920, 980)
ALICE_AT = Box(10, 150, 930, 780)
BOB_AT = Box(970, 150, 930, 780)
SOURCE_AT = (20, 30)
MOST_STEPS = 60  # more controls than any window has
SCREENSHOTS = os.environ.get("DESKTOPXFER_SCREENSHOTS", "")  # a folder for people to look at


class TwoWindows:
    """Two programs with profiles of their own that only know each other. Use in a `with` block.

    They listen at 127.0.0.1, which keeps what they announce on this computer too. With `computers`
    each is on one of its own instead, and has never been started before: it has no settings.
    """

    def __init__(
        self,
        folder: Path,
        *,
        name: str = "",
        send_limit: int = 0,
        computers: tuple[Computer, Computer] | None = None,
    ) -> None:
        self._folder = folder
        self._send_limit = send_limit  # bytes a second; 0 is none
        self._name = name  # of the screenshots
        self._shots = 0
        self._stack = contextlib.ExitStack()
        token = secrets.token_hex(3)  # other tests on this computer are heard as well
        self.alice_name, self.bob_name = names = f"Alice {token}", f"Bob {token}"
        self._computers = dict(zip(names, computers, strict=True)) if computers else {}

    def __enter__(self) -> Self:
        with self._stack:
            self.desktop = self._stack.enter_context(Desktop(self._folder / "desktop", SCREEN))
            self.alice = self._start(self.alice_name, ALICE_AT)
            self.bob = self._start(self.bob_name, BOB_AT)
            if not self._computers:
                self.wait_until_met()
            self._stack = self._stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None:
            with contextlib.suppress(Exception):
                self.shot("failed")
            for window in (self.alice, self.bob):
                error.add_note(f"{window.log.name}:\n{window.output()}")
        self._stack.close()

    def _start(self, name: str, place: Box) -> Window:
        (self._folder / name).mkdir(parents=True)
        if not self._computers:
            self._write_settings(name, self._send_limit)
        return self._open(name, place)

    def _write_settings(self, name: str, send_limit: int) -> None:
        settings = {
            "device_name": name,
            "download_folder": str(self.downloads(name)),
            "listen_host": "127.0.0.1",
            "send_limit": send_limit,
        }
        (self._folder / name / "settings.json").write_text(json.dumps(settings))

    def close_both(self) -> None:
        self.alice.close()
        self.bob.close()

    def reopen_both(self) -> None:
        """With what they remember, and without a limit from now on."""
        for name in (self.alice_name, self.bob_name):
            self._write_settings(name, 0)
        self.reopen_alice()
        self.reopen_bob()

    def reopen_alice(self) -> None:
        self.alice = self._open(self.alice_name, ALICE_AT)

    def reopen_bob(self) -> None:
        self.bob = self._open(self.bob_name, BOB_AT)
        self.wait_until_met()

    def wait_until_met(self) -> None:
        """Until each has the other in its list."""
        self.bobs_row()
        self.bob.row(self.alice_name, view="devices", timeout_s=START_TIMEOUT_S)

    def reinstall_alice(self) -> None:
        """Alice's program begins anew: with the name it had, and another certificate."""
        self.alice.close()
        profile = self._folder / self.alice_name
        for file in ("identity.pem", "known_devices.json"):
            (profile / file).unlink(missing_ok=True)
        self.reopen_alice()

    def _open(self, name: str, place: Box) -> Window:
        profile = self._folder / name
        computer = self._computers.get(name)
        window = self.desktop.start_window("--profile", str(profile), computer=computer)
        window.ask("reset")  # answered as soon as it runs; says why when it does not start
        window.id = self.desktop.window("^desktopxfer$", window)
        self.desktop.place(window.id, place)
        return window

    def downloads(self, name: str) -> Path:
        """Where a device saves what it gets."""
        return self._folder / f"{name}'s downloads"

    # What a hand does ----------------------------------------------------------------------------

    def bobs_row(self) -> Box:
        """Bob's place in Alice's list of devices, as soon as he is there."""
        return self.alice.row(self.bob_name, view="devices", timeout_s=START_TIMEOUT_S)

    def drag_to_bob(self, *paths: Path) -> Program:
        """Drags files from another program onto Bob in Alice's window."""
        return self.drag(self.bobs_row, *paths)

    def drag(self, target: Callable[[], Box], *paths: Path) -> Program:
        """Drags files from another program onto a place in Alice's window."""
        title = f"Files {secrets.token_hex(3)}"
        source = self.desktop.start_drag_source(title, SOURCE_AT, *paths)
        start = self.desktop.geometry(self.desktop.window(title))
        self.desktop.drag(
            source, start, target, self.alice, over_target=lambda: self.shot("over the target")
        )
        return source

    def focus(self, window: Window) -> None:
        """From now on keys go there."""
        self.desktop.activate(window.id)
        wait_until(lambda: self.desktop.active() == window.id, "the window has the focus")

    def go_to(self, window: Window, name: str) -> None:
        """Tab by tab, until the focus is on the control of this name."""
        seen = []
        for _ in range(MOST_STEPS):
            here = window.ask("focus")["name"]
            if here == name:
                return
            seen.append(here)
            self.desktop.key("Tab")
            wait_until(partial(_has_left, window, "name", here), f"past {here!r}")
        raise AssertionError(f"the tab key never comes to {name!r}, only to {seen}")

    def go_to_row(self, window: Window, words: str) -> None:
        """Down, row by row, in the list that has the focus."""
        for _ in range(MOST_STEPS):
            here = window.ask("focus")
            if words in here["row"]:
                return
            self.desktop.key("Down")
            wait_until(partial(_has_left, window, "at", here["at"]), f"past {here['row']!r}")
        raise AssertionError(f"no row with {words!r}")

    def press_in_row(self, window: Window, button: str) -> None:
        """Clicks on a button of the newest transfer."""

        def found() -> Any:
            return self.newest(window).get("buttons", {}).get(button)

        self.desktop.click(Box(*wait_until(found, f"a button {button!r} in a row")))

    def shot(self, name: str) -> None:
        """Saves the screen as a picture if somebody wants to look at it."""
        if SCREENSHOTS:
            self._shots += 1
            words = re.findall(r"\w+", f"{self._name} {self._shots} {name}")
            self.desktop.screenshot(Path(SCREENSHOTS) / f"{'-'.join(words)}.png")

    # What is seen --------------------------------------------------------------------------------

    def wait_for_focus(self, window: Window, name: str) -> None:
        wait_until(lambda: window.ask("focus")["name"] == name, f"the focus at {name!r}")

    def newest(self, window: Window) -> dict[str, Any]:
        """The newest transfer of a window; empty when it has none."""
        newest: dict[str, Any] = window.ask("newest")
        return newest

    def stage(self, window: Window) -> str:
        """The stage of a window's newest transfer."""
        stage: str = self.newest(window).get("stage", "")
        return stage

    def wait_for_stage(
        self, window: Window, stage: str, *, timeout_s: float = ACTION_TIMEOUT_S
    ) -> None:
        wait_until(lambda: self.stage(window) == stage, f"the stage {stage!r}", timeout_s)

    def wait_for_bytes(
        self, window: Window, count: int, *, timeout_s: float = ACTION_TIMEOUT_S
    ) -> None:
        wait_until(
            lambda: self.newest(window).get("done_bytes", 0) >= count,
            f"{count} bytes of progress",
            timeout_s,
        )


def _has_left(window: Window, what: str, before: object) -> bool:
    return bool(window.ask("focus")[what] != before)
