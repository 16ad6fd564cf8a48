"""Owns the start of the program: the command line reads the words, the window opens if asked."""

import sys
from collections.abc import Sequence
from pathlib import Path

from desktopxfer import cli, reporting, screen
from desktopxfer.errors import DesktopxferError, NoScreen


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the program and returns its exit code (README.md lists them)."""
    return cli.main(sys.argv[1:] if argv is None else argv, open_window, test_itself)


def open_window(profile_root: Path | None, paths: Sequence[Path]) -> int:
    """Opens the window, or says why it cannot open."""
    try:
        screen.check()
        from desktopxfer import app  # noqa: PLC0415 - the command line runs without Qt

        return app.main(profile_root, paths)
    except NoScreen:
        reporting.failed(NoScreen(detail=reporting.program()), as_json=False)
        return NoScreen.exit_code
    except DesktopxferError as error:
        reporting.failed(error, as_json=False)
        return error.exit_code


def test_itself() -> int:
    """Tries whether this copy is whole."""
    from desktopxfer import selftest  # noqa: PLC0415 - as above

    return selftest.main()


if __name__ == "__main__":
    sys.exit(main())
