"""Types into real shells, and looks at what they propose."""

import os
import select
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktopxfer import cli
from tests import needs

if sys.platform == "win32":
    pytest.skip("there are no such shells", allow_module_level=True)

import pty

CHECKOUT = Path(__file__).parents[2]
TIMEOUT_S = 30.0
READY = "ready>"
# Another person's choice, which a shell must take for a name and nothing else.
HOSTILE = "$(touch caught) `touch caught`;'x"
# It notes its words, and answers as the real one does.
PROGRAM = f"""#!/bin/sh
case $* in
  "trust list")
    printf '%-24s  %s\\n' Desk-PC 'abcd efgh  trusted' "Anna's Mac" 'abcd efgh  trusted' \\
      {shlex.quote(HOSTILE)} 'abcd efgh  trusted'
    ;;
  resume) echo '5d0e1f22  2026-01-02 10:00  interrupted         Photos to Desk-PC' ;;
  history) echo '77aa1f22  2026-01-02 10:00  finished            Photos to Desk-PC' ;;
  *)
    for word; do printf '%s\\n' "$word"; done >said.part
    mv said.part said
    ;;
esac
"""
# A prompt that is easily found, and the completion as a login would load it.
SETTINGS = {
    "bash": f"PS1='{READY}'; . ./_desktopxfer",
    "zsh": f"PS1='{READY}'; fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D",
    "fish": f"function fish_prompt; echo -n '{READY}'; end; source _desktopxfer",
}
STARTS = {
    "bash": ("bash", "--rcfile", "settings", "-i"),
    "zsh": ("zsh", "-i"),
    "fish": ("fish", "--no-config", "--init-command", "source settings", "--interactive"),
}


@dataclass
class Shell:
    """A shell at a terminal, in a folder of its own."""

    folder: Path
    terminal: int
    seen: str = ""

    def wait_for_prompt(self) -> None:
        self._wait(lambda: READY in self.seen)
        self.seen = ""

    def words(self, keys: str) -> list[str]:
        """What the program gets for these keys, of which a tab completes; --option=value as two."""
        said = self.folder / "said"
        said.unlink(missing_ok=True)
        os.write(self.terminal, f"desktopxfer {keys}\r".encode())
        self._wait(said.exists)
        self.wait_for_prompt()
        lines = said.read_text().splitlines()
        pairs = (line.split("=") if line.startswith("--") else [line] for line in lines)
        return [word for pair in pairs for word in pair]

    def _wait(self, is_there: Callable[[], bool]) -> None:
        deadline = time.monotonic() + TIMEOUT_S
        while not is_there():
            assert time.monotonic() < deadline, self.seen
            if select.select([self.terminal], [], [], 0.02)[0]:
                self.seen += os.read(self.terminal, 65536).decode(errors="replace")


def completion(shell: str) -> str:
    script = CHECKOUT / "packaging" / "linux" / "completion.py"
    return subprocess.check_output([sys.executable, script, shell], text=True)


@pytest.fixture(params=STARTS)
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shell]:
    name = request.param
    needs.programs(**{name: name, "setsid": "util-linux"})
    (tmp_path / "desktopxfer").write_text(PROGRAM)
    (tmp_path / "desktopxfer").chmod(0o755)
    (tmp_path / "_desktopxfer").write_text(completion(name))
    for settings in ("settings", ".zshrc"):
        (tmp_path / settings).write_text(SETTINGS[name])
    (tmp_path / "Photo album").mkdir()
    (tmp_path / "Photo.raw").touch()
    environment = {
        "HOME": str(tmp_path),
        "LC_ALL": "C.UTF-8",
        "PATH": f"{tmp_path}:/usr/bin:/bin",
        "TERM": "xterm",
    }
    terminal, end = pty.openpty()
    with subprocess.Popen(
        ["setsid", "--ctty", "--wait", *STARTS[name]],
        stdin=end,
        stdout=end,
        stderr=end,
        cwd=tmp_path,
        env=environment,
    ) as process:
        os.close(end)
        shell = Shell(tmp_path, terminal)
        try:
            shell.wait_for_prompt()
            yield shell
        finally:
            os.close(terminal)  # with its terminal a shell ends
            process.wait(TIMEOUT_S)


def test_it_completes_commands_options_and_what_they_take(shell: Shell) -> None:
    assert shell.words("que\t") == ["queue"]
    assert shell.words("send Photo.\t--ret\t5") == ["send", "Photo.raw", "--retry", "5"]
    assert shell.words("receive --into Photo\\ a\t --acc\ttru\t") in (
        ["receive", "--into", f"Photo album{end}", "--accept", "trusted"] for end in ("", "/")
    )
    assert shell.words("--prof\tPhoto\\ a\t tru\tforg\t")[2:] == ["trust", "forget"]
    assert shell.words("Photo.r\t") == ["Photo.raw"]


def test_it_completes_names_of_devices_and_ids(shell: Shell) -> None:
    assert shell.words("send x --to De\t") == ["send", "x", "--to", "Desk-PC"]
    assert shell.words("pair Anna\t") == ["pair", "Anna's Mac"]
    assert shell.words("trust forget Des\t") == ["trust", "forget", "Desk-PC"]
    assert shell.words("discard 5d\t") == ["discard", "5d0e1f22"]
    assert shell.words("send --again 77\t") == ["send", "--again", "77aa1f22"]


def test_a_device_cannot_choose_a_name_that_the_shell_runs(shell: Shell) -> None:
    assert shell.words("pair \\$\t") == ["pair", HOSTILE]
    assert not (shell.folder / "caught").exists()


@pytest.mark.parametrize("shell", ["fish"], indirect=True)
def test_every_command_and_option_is_proposed(shell: Shell) -> None:
    """fish says without a terminal what it proposes; the others are written from the same list."""

    def proposed(line: str) -> set[str]:
        ask = f"source _desktopxfer; complete --do-complete={shlex.quote(line)}"
        command = ["fish", "--no-config", "--command", ask]
        said = subprocess.check_output(command, text=True, cwd=shell.folder)
        return {each.split("\t")[0] for each in said.splitlines()}

    assert proposed("desktopxfer ") >= {*cli.COMMANDS}
    parser = cli.command_parser()
    [table] = [each for each in parser._actions if each.choices]
    assert isinstance(table.choices, dict)
    for name, words in table.choices.items():
        options = {each.option_strings[-1] for each in words._actions[1:] if each.option_strings}
        assert proposed(f"desktopxfer {name} --") >= options
    assert proposed("desktopxfer --") >= {
        *("--profile", "--hidden", "--quit", "--selftest", "--version"),
    }
