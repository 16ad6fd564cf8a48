"""Owns `make demo`: two devices on this computer, Alice's and Bob's, each with its window."""

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from desktopxfer import reporting, screen
from desktopxfer.errors import DesktopxferError, NoScreen
from desktopxfer.settings import DEFAULT_PORT, Profile, Settings

NAMES = ("Alice", "Bob")  # from left to right
WINDOW = Path(__file__).with_name("demo_window.py")
PATIENCE_S = 10  # for a window to put away what it was receiving, after Ctrl+C


def prepare(folder: Path, name: str, port: int) -> Path:
    """Makes a new profile that talks to nobody but this computer.

    An earlier demo's is thrown away: who was renamed or blocked in it is so no more. What arrived
    in it stays.
    """
    root = folder / name.lower() / "profile"
    if root.exists():
        shutil.rmtree(root)
    received = received_by(folder, name)
    received.mkdir(parents=True, exist_ok=True)
    Profile(root).save_settings(
        Settings(
            device_name=name,
            download_folder=str(received),
            port=port,
            listen_host="127.0.0.1",
        )
    )
    return root


def received_by(folder: Path, name: str) -> Path:
    return folder / name.lower() / "received"


def open_windows(profiles: list[Path]) -> None:
    """Returns when all windows are closed, by hand or with Ctrl+C."""
    windows = [
        subprocess.Popen([sys.executable, WINDOW, profile, str(place), str(len(profiles))])
        for place, profile in enumerate(profiles)
    ]
    try:
        for window in windows:
            window.wait()
    except KeyboardInterrupt:  # the windows were told too: the terminal tells everyone
        for window in windows:
            end(window)


def end(window: "subprocess.Popen[bytes]") -> None:
    try:
        window.wait(PATIENCE_S)
    except subprocess.TimeoutExpired:
        window.kill()
        window.wait()


def main(folder: Path) -> int:
    try:
        screen.check()
        profiles = [
            prepare(folder, name, port) for port, name in enumerate(NAMES, start=DEFAULT_PORT)
        ]
    except DesktopxferError as error:
        reporting.failed(error, as_json=False)
        if isinstance(error, NoScreen):
            command = Path(sys.executable).with_name("desktopxfer")  # which is on nobody's PATH
            reporting.say(f"In this clone that is: {shlex.quote(str(command))} --help")
        return error.exit_code
    print(f"Drop files on Bob in Alice's window; they arrive in {received_by(folder, 'Bob')}.")
    print("Ctrl+C here closes both windows.", flush=True)
    open_windows(profiles)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).absolute()))
