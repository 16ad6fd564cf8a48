import subprocess
import sys
from pathlib import Path

import pytest

import desktopxfer
from desktopxfer.cli import command_parser

PROGRAM = """
import sys
from desktopxfer.__main__ import main
try:
    sys.exit(main(sys.argv[1:]))
finally:
    qt = [name for name in sys.modules if name.partition(".")[0] in {"PySide6", "shiboken6"}]
    if qt:
        print("loaded:", *qt, file=sys.stderr)
"""


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["identity"], ["send", "--help"]])
def test_the_command_line_never_loads_qt(words: list[str], tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, "--profile", str(tmp_path), *words],
        capture_output=True,
        text=True,
    )
    assert (run.returncode, run.stderr) == (0, "")


def test_the_help_says_what_the_options_of_the_window_do() -> None:
    words = " ".join(command_parser().format_help().partition("options:")[0].split())
    assert "--hidden begins in the tray, and --quit closes it." in words


def test_the_installed_command_says_its_version() -> None:
    command = Path(sys.executable).with_name("desktopxfer")
    if not command.exists():
        pytest.skip("needs: pip install -e .")
    assert desktopxfer.__version__ in subprocess.check_output([command, "--version"], text=True)


# What a start does that finds a window open; nobody wants to wait for an engine it does not use.
HEAVY = {
    "PySide6",
    "OpenSSL",
    "zeroconf",
    "blake3",
    "desktopxfer.transfer",
    "desktopxfer.reporting",
}


def test_a_start_loads_nothing_heavy_before_it_has_looked_for_an_open_window(
    tmp_path: Path,
) -> None:
    program = f"""
import sys
from pathlib import Path
from desktopxfer import __main__
from desktopxfer.desktop import instance
__main__.instance.hand_over = lambda root, wish: print(wish.paths[0]) or True
code = __main__.main(["--profile", {str(tmp_path)!r}, "."])
print(code, *({HEAVY!r} & sys.modules.keys()))
"""
    said = subprocess.check_output([sys.executable, "-c", program], text=True, cwd=tmp_path)
    assert said.splitlines() == [str(tmp_path), "0"]


def test_a_command_loads_no_other_one(tmp_path: Path) -> None:
    program = f"""
import sys
from desktopxfer import __main__, cli
code = __main__.main(["--profile", {str(tmp_path)!r}, "identity"])
commands = {{name for name in cli.COMMANDS if f"desktopxfer.commands.{{name}}" in sys.modules}}
print(code, *commands, file=sys.stderr)
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.stderr.splitlines() == ["0 identity"]
