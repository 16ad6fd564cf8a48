import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktopxfer.desktop import program
from desktopxfer.errors import CannotSetUp
from desktopxfer.resources import resource_path
from desktopxfer.settings import default_root
from tests import needs

STRANGE = [
    "plain",
    "two words",
    "100%f 50%",
    'say "hi"',
    "it's",
    "back\\slash\\\\",
    "$HOME `id` ${x}",
    "a;b&c|d<e>f(g)*?[h]~#!",
    "a=b",
    "Grüße – 你好 – مرحبا",
    "-n",
]


def test_it_starts_this_very_program_from_anywhere(tmp_path: Path) -> None:
    words = program.command(default_root())
    said = subprocess.check_output([*words, "--version"], cwd=tmp_path, text=True)
    assert said.startswith("desktopxfer ")


def test_another_profile_goes_along(tmp_path: Path) -> None:
    assert program.command(default_root()) == program.command(tmp_path)[:-2]
    assert program.command(tmp_path)[-2:] == ("--profile", str(tmp_path))


def test_a_frozen_copy_starts_itself_and_an_appimage_the_image(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/desktopxfer/desktopxfer")
    monkeypatch.delenv("APPIMAGE", raising=False)
    assert program.command(default_root()) == ("/opt/desktopxfer/desktopxfer",)
    monkeypatch.setenv("APPIMAGE", "/home/anna/desktopxfer.AppImage")
    assert program.command(default_root()) == ("/home/anna/desktopxfer.AppImage",)


def test_windows_starts_the_program_without_a_console(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "executable", "/programs/desktopxfer.exe")
    assert program.command(default_root()) == ("/programs/desktopxferw.exe",)


# Exec= --------------------------------------------------------------------------------------------


@pytest.fixture
def listener(tmp_path: Path) -> Path:
    """A program with a strange name that writes down what it is called with."""
    script = tmp_path / "it's a $strange %f \\na\"me"
    script.write_text('#!/bin/sh\nprintf "%s\\0" "$@" >"$HEARD.part"; mv "$HEARD.part" "$HEARD"\n')
    script.chmod(0o755)
    return script


def test_a_desktop_starts_what_was_meant(
    listener: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GLib reads it: it starts programs for GNOME, Xfce, Cinnamon and MATE."""
    needs.programs(gio="libglib2.0-bin")
    heard = tmp_path / "heard"
    monkeypatch.setenv("HEARD", str(heard))
    entry = tmp_path / "x.desktop"
    text = program.filled("desktopxfer.desktop", [str(listener), *STRANGE])
    entry.write_text(text, encoding="utf-8")
    files = [tmp_path / "a b", tmp_path / "c'd"]
    for file in files:
        file.touch()
    subprocess.run(["gio", "launch", entry, *files], check=True, timeout=60)
    for _ in range(3000):
        if heard.exists():
            break
        subprocess.run(["sleep", "0.01"], check=True)
    assert heard.read_bytes() == b"".join(
        os.fsencode(word) + b"\0" for word in (*STRANGE, *map(str, files))
    )


@pytest.mark.parametrize("name", ["two\nlines", "bell\a", os.fsdecode(b"\xff")])
def test_what_no_entry_can_hold_is_said(name: str) -> None:
    with pytest.raises(CannotSetUp, match="name"):
        program.exec_value(["/bin/true", name])


def test_the_entry_is_valid_as_it_is_and_filled_in(tmp_path: Path) -> None:
    """Dolphin's menu is of a type that only KDE knows."""
    needs.programs(desktop_file_validate="desktop-file-utils")
    name = "desktopxfer.desktop"
    ours = tmp_path / name
    ours.write_text(program.filled(name, [f"{tmp_path}/it's 100 %", "--profile", "a b"]), "utf-8")
    for entry in (resource_path(f"linux/{name}"), ours):
        said = subprocess.run(["desktop-file-validate", entry], capture_output=True, text=True)
        assert (said.returncode, said.stdout) == (0, "")


def test_the_entry_claims_no_kind_of_file() -> None:
    """Else it would open every folder on a desktop that knows no other program for them."""
    assert "MimeType" not in resource_path("linux/desktopxfer.desktop").read_text("utf-8")


def test_the_scripts_are_clean() -> None:
    if shutil.which("shellcheck"):
        subprocess.run(["shellcheck", resource_path("linux/script.sh")], check=True)
