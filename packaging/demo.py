"""Owns `make demo`: two devices on this computer, Alice's and Bob's, each with a window."""

import argparse
import subprocess
import sys
from pathlib import Path

from desktopxfer import reporting, screen
from desktopxfer.errors import DesktopxferError
from desktopxfer.settings import Profile, Settings

PATIENCE_S = 10  # for a window to put away what it was receiving, after Ctrl+C


def prepare(folder: Path, device_name: str) -> Path:
    """Makes a profile that talks to nobody but this computer. One that exists stays as it is."""
    root = folder / device_name.lower()
    received = root / "received"
    received.mkdir(parents=True, exist_ok=True)
    if not (root / "settings.json").exists():
        settings = Settings(
            device_name=device_name,
            download_folder=str(received),
            listen_host="127.0.0.1",
        )
        Profile(root).save_settings(settings)
    return root


def run(profiles: list[Path]) -> None:
    """Opens a window for each profile and returns when all are closed, or after Ctrl+C."""
    windows = [
        subprocess.Popen([sys.executable, "-m", "desktopxfer", "--profile", profile])
        for profile in profiles
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


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="holds both profiles and what they receive")
    folder: Path = parser.parse_args().folder.absolute()
    try:
        screen.check()
        profiles = [prepare(folder, name) for name in ("Alice", "Bob")]
    except DesktopxferError as error:
        reporting.failed(error, as_json=False)
        return error.exit_code
    print(f"Drop files on Bob in Alice's window; they arrive in {profiles[1] / 'received'}.")
    print("Ctrl+C here closes both windows.", flush=True)
    run(profiles)
    return 0


if __name__ == "__main__":
    sys.exit(main())
