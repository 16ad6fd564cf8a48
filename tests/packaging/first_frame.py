"""Owns the measurement of how soon a window is there: from the start of its process to its frame.

Run as `first_frame.py COMMAND...`; prints seconds. It makes a screen without a window manager, so
that whatever is seen there is the window's own drawing.
"""

import os
import subprocess
import sys
import time

READY_TIMEOUT_S = 60.0
STEP = 16  # pixels between two that are looked at


def main(command: list[str]) -> None:
    read, write = os.pipe()
    options = ["-screen", "0", "1000x700x24", "-nolisten", "tcp", "-noreset"]
    screen = subprocess.Popen(["Xvfb", "-displayfd", str(write), *options], pass_fds=[write])
    try:
        os.close(write)
        with os.fdopen(read) as stream:
            display = f":{stream.readline().strip()}"
        print(_measure(command, display))
    finally:
        screen.terminate()
        screen.wait()


def _measure(command: list[str], display: str) -> float:
    os.environ.update(DISPLAY=display, QT_QPA_PLATFORM="xcb")
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - now that there is a screen

    QGuiApplication(sys.argv[:1])
    empty = _seen()
    words = [word.replace("{display}", display) for word in command]
    began = time.monotonic()
    program = subprocess.Popen(words)
    try:
        while len(_seen() - empty) < 3:  # a ground, a panel, and something on them
            assert program.poll() is None, "it ended"
            assert time.monotonic() - began < READY_TIMEOUT_S, "it shows nothing"
        return time.monotonic() - began
    finally:
        program.terminate()
        program.wait()


def _seen() -> set[int]:
    """The colours on the screen."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - as above

    picture = QGuiApplication.primaryScreen().grabWindow(0).toImage()
    columns, rows = range(0, picture.width(), STEP), range(0, picture.height(), STEP)
    return {picture.pixel(x, y) for x in columns for y in rows}


if __name__ == "__main__":
    main(sys.argv[1:])
