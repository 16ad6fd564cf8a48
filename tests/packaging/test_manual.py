import gzip
import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktopxfer import __version__, cli
from tests import needs

CHECKOUT = Path(__file__).parents[2]
WIDTH = 80

if sys.platform == "win32":
    pytest.skip("there is no man", allow_module_level=True)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = subprocess.check_output([sys.executable, CHECKOUT / "packaging/linux/manual.py"])
    file = tmp_path_factory.mktemp("manual") / "desktopxfer.1.gz"  # as it is installed
    file.write_bytes(gzip.compress(written))
    return file


def read(page: Path) -> str:
    """What somebody reads in a terminal; nobody finds fault with it."""
    needs.programs(man="man-db", groff="groff-base")
    command = ["man", "--local-file", "--warnings", "--encoding=UTF-8", str(page)]
    environment = {"PATH": "/usr/bin:/bin", "MANWIDTH": str(WIDTH), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    return re.sub(".\x08", "", done.stdout)


def section(text: str, title: str) -> str:
    found = re.search(rf"^{title}\n(.*?)(?=^\S)", text, re.MULTILINE | re.DOTALL)
    assert found, title
    return found[1]


def test_it_says_every_command_with_every_option(page: Path) -> None:
    commands = section(read(page), "COMMANDS")
    about = dict(re.findall(r"^   (\w+)\n(.*?)(?=^   \w|\Z)", commands, re.MULTILINE | re.DOTALL))
    assert tuple(about) == cli.COMMANDS
    parser = cli.command_parser()
    [table] = [each for each in parser._actions if each.choices]
    assert isinstance(table.choices, dict)
    for name, words in table.choices.items():
        said = [*re.findall(r"^       (\S+)", about[name], re.MULTILINE)]
        for action in words._actions[1:]:  # without --help
            assert (action.option_strings or [action.metavar or "|".join(action.choices)])[
                0
            ] in said
            assert " ".join(action.help.split()).rstrip(".").casefold() in plain(about[name])


def plain(text: str) -> str:
    """Without what a page does to fit words into its lines."""
    return " ".join(re.sub(r"‐\n +", "", text).split()).casefold()


def test_it_says_the_options_without_a_command(page: Path) -> None:
    options = section(read(page), "OPTIONS")
    for parser in (cli.window_parser(), cli.command_parser()):
        for action in parser._actions:
            for option in {*action.option_strings} - {"-h", "--help"}:
                assert f"       {option}" in options


def test_it_says_the_exit_codes(page: Path) -> None:
    said = re.findall(r"^       (\d+) +(\S.*)", section(read(page), "EXIT STATUS"), re.MULTILINE)
    assert [number for number, _ in said] == re.findall(r"\d+", cli.EXIT_CODES)
    assert "blocked" in dict(said)["5"]


def test_its_foot_has_the_version(page: Path) -> None:
    assert read(page).rstrip().splitlines()[-1].startswith(f"desktopxfer {__version__} ")
