"""Owns the start of the program: the command line reads the words, the window opens if asked."""

import atexit
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from desktopxfer import cli, screen
from desktopxfer.desktop import instance
from desktopxfer.desktop.instance import Wish
from desktopxfer.errors import DesktopxferError, NoScreen
from desktopxfer.settings import default_root


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the program and returns its exit code (README.md lists them)."""
    # At its end Python would look through everything that is left, for tens of milliseconds.
    atexit.register(gc.freeze)
    return cli.main(sys.argv[1:] if argv is None else argv, open_window, test_itself)


def open_window(profile_root: Path | None, paths: Sequence[Path], hidden: bool) -> int:
    """Opens the window, or says why it cannot open; one that is open already gets the paths."""
    try:
        if instance.hand_over(profile_root or default_root(), Wish.of(paths, hidden=hidden)):
            return 0
        screen.check()
        from desktopxfer import app  # noqa: PLC0415 - brings Qt, others must not wait for it

        return app.main(profile_root, paths, hidden=hidden)
    except DesktopxferError as error:
        from desktopxfer import reporting  # noqa: PLC0415 - loads the engine

        if isinstance(error, NoScreen):
            error = NoScreen(detail=reporting.program())
        reporting.failed(error, as_json=False)
        return error.exit_code


def test_itself() -> int:
    """Tries whether this copy is whole."""
    from desktopxfer import selftest  # noqa: PLC0415 - brings Qt

    return selftest.main()


if __name__ == "__main__":
    sys.exit(main())
