import importlib
import os
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from desktopxfer import cli, commands
from desktopxfer.commands import (
    check,
    devices,
    discard,
    history,
    identity,
    integrate,
    pair,
    pause,
    queue,
    receive,
    resume,
    send,
    trust,
)
from tests.command_line import new_profile, run


def test_identity_stays_the_same(tmp_path: Path) -> None:
    bob = new_profile(tmp_path, "Bob")
    identity = run("--profile", bob, "identity", "--json").event("identity")
    assert re.fullmatch("[0-9a-f]{64}", identity["device_id"])
    people = run(f"--profile={bob}", "identity")
    assert people.out[:2] == ["Bob", f"device id  {identity['device_id']}"]


def test_a_profile_is_named_in_full(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(new_profile(tmp_path, "Bob"))
    for words in ("link", "./nowhere/../link/"):
        identity = run("--profile", words, "identity", "--json", cwd=tmp_path).event("identity")
        assert identity["profile"] == str(tmp_path / "link")


def test_a_profile_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    program = run("--profile", tmp_path / "file" / "profile", "identity", "--json")
    assert program.process.returncode == 1
    assert program.event("failed")["error"] == "profile_unusable"


@pytest.mark.parametrize(
    "words",
    [
        ("send",),
        ("send", "x"),
        ("send", "--to", "Bob"),
        ("send", "x", "--again", "3f2a", "--to", "Bob"),
        ("send", "", "--to", "Bob"),  # `send "$FILE"` without a FILE is not the current folder
        ("receive", "--into", ""),
        ("receive", "--into", __file__),
        ("--profile", __file__, "identity"),
        ("receive", "--accept", "nobody"),
        ("receive", "extra"),
        ("trust", "everyone"),
        ("receive", "--conflicts", "keep_both"),
        *(("receive", "--limit", rate) for rate in ("fast", "-1", "nan", "")),
        ("send", "x", "--to", "Bob", "--retry", "-1"),
        ("history", "--limit", "0"),
        ("pause",),
        ("discard",),
        ("identity", "--nonsense"),
        ("--nonsense",),
        ("--nonsense", "x"),
        ("--prof", "x", "identity"),
        ("--profile", "", "identity"),
        *(("devices", "--wait", wait) for wait in ("-1", "nan", "inf", "1e99", "soon", "")),
    ],
)
def test_wrong_usage(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    assert cli.main(words, no_window, no_selftest) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("usage: desktopxfer")
    assert " _" not in captured.err  # no name of a function of ours
    assert not captured.out


def no_window(_profile: Path | None, _paths: Sequence[Path], _hidden: bool) -> int:
    raise AssertionError("no window was asked for")


def no_selftest() -> int:
    raise AssertionError("no test of the program was asked for")


@pytest.mark.parametrize("words", [("--help",), ("send", "--help"), ("--version",)])
def test_help_is_an_answer(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    assert cli.main(words, no_window, no_selftest) == 0
    captured = capsys.readouterr()
    assert captured.out
    assert not captured.err


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("./send",),
        ("letter.txt", "receive"),
        ("--profile=p", "a"),
        ("--", "send"),
        ("--hidden",),
        ("--profile=p", "--hidden", "letter.txt"),
    ],
)
def test_without_a_command_the_window_opens(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("send", "receive", "letter.txt", "a"):
        (tmp_path / name).touch()
    opened = []

    def open_window(profile: Path | None, paths: Sequence[Path], hidden: bool) -> int:
        opened.append((profile, [*paths], hidden))
        return 7

    assert cli.main(words, open_window, no_selftest) == 7
    paths = [Path(word) for word in words if not word.startswith("--")]
    profile = tmp_path / "p" if "--profile=p" in words else None
    assert opened == [(profile, paths, "--hidden" in words)]


@pytest.mark.parametrize("word", ["--hidden", "letter.txt"])
def test_who_ends_the_window_wants_nothing_else_of_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, word: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letter.txt").touch()
    assert cli.main(["--profile=p", "--quit", word], no_window, no_selftest) == 2
    assert cli.main(["--profile=p", "--quit"], no_window, no_selftest) == 0
    assert not (tmp_path / "p").exists()


def test_a_file_may_be_named_by_its_address(tmp_path: Path) -> None:
    names = ["two words", "100 %", 'it\'s "quoted"', os.fsdecode(b"\xff")]
    paths = [tmp_path / name for name in names]
    for path in paths:
        path.touch()
    opened: list[Path] = []

    def open_window(_profile: Path | None, given: Sequence[Path], _hidden: bool) -> int:
        opened.extend(given)
        return 0

    words = [path.as_uri() for path in paths]
    words.append(paths[0].as_uri().replace("file://", "file://localhost"))
    assert cli.main(words, open_window, no_selftest) == 0
    assert opened == [*paths, paths[0]]
    assert cli.main([f"file://{tmp_path}/absent"], no_window, no_selftest) == 2


def test_every_command_is_named_and_every_name_is_one() -> None:
    # Loaded by name, so that only here the type checker sees what each one is.
    known: dict[str, cli.Command] = {
        "send": send,
        "receive": receive,
        "resume": resume,
        "pause": pause,
        "discard": discard,
        "queue": queue,
        "history": history,
        "pair": pair,
        "trust": trust,
        "devices": devices,
        "check": check,
        "identity": identity,
        "integrate": integrate,
    }
    assert tuple(known) == cli.COMMANDS
    modules = (path.stem for path in Path(commands.__file__).parent.glob("*.py"))
    found = {
        name
        for name in modules
        if hasattr(importlib.import_module(f"desktopxfer.commands.{name}"), "HELP")
    }
    assert found == set(cli.COMMANDS)


def test_a_link_that_leads_nowhere_is_something_that_exists(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    assert cli.main([str(tmp_path / "link")], lambda _profile, _paths, _hidden: 7, no_selftest) == 7


@pytest.mark.parametrize(
    "words", [("recieve",), ("recieve", "--into", "x"), ("--profile", "p", "recieve", "--once")]
)
def test_a_word_that_is_neither_command_nor_path_opens_no_window(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert cli.main(words, no_window, no_selftest) == 2
    said = capsys.readouterr().err
    assert said.startswith("usage: desktopxfer")
    assert "no command and no file or folder 'recieve'" in said
    assert "desktopxfer --help" in said


@pytest.mark.parametrize("words", [("letter.txt", "gone.txt"), ("--", "gone.txt")])
def test_a_path_that_is_gone_opens_no_window(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    words: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letter.txt").touch()
    assert cli.main(words, no_window, no_selftest) == 2
    assert "no file or folder 'gone.txt'" in capsys.readouterr().err


def test_a_program_that_is_refused_its_words_says_how_they_go(tmp_path: Path) -> None:
    program = run("--profile", tmp_path, "send")
    assert program.process.returncode == 2
    assert program.err[0].startswith("usage: desktopxfer")
