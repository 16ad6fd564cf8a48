import os
import shlex
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desktopxfer.desktop.thunar import Thunar
from desktopxfer.errors import CannotSetUp, DamagedActions

COMMAND = ('/opt/it\'s 100 % <my> & "yours"/desktopxfer', "--profile", "/home/änna/p")
MINE = b"""<?xml version='1.0' encoding="UTF-8"?>
<!-- my own -->
<actions >
\t<action><name>Gr\xc3\xbc\xc3\x9fe &amp; more</name><unique-id>17-1</unique-id>
\t\t<command>echo &lt;%f></command><patterns>*</patterns><directories/>   </action>

  <action><name>Other</name><unique-id>desktopxfer</unique-id></action></actions>
<!-- the end -->
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "system"))
    folder = tmp_path / "config" / "Thunar"
    folder.mkdir(parents=True)
    return folder / "uca.xml"


def commands(file: Path) -> list[str]:
    return [each.findtext("command", "") for each in ElementTree.parse(file).getroot()]


def test_the_other_actions_stay_to_the_last_byte(file: Path) -> None:
    file.write_bytes(MINE)
    file.chmod(0o600)
    thunar = Thunar()
    assert not thunar.is_on()
    for _ in range(3):  # once more changes nothing
        thunar.turn_on(COMMAND)
        assert thunar.is_on()
        assert len(commands(file)) == 3
    assert file.stat().st_mode & 0o777 == 0o600
    with_ours = file.read_bytes()
    begin, _, end = MINE.rpartition(b"</actions>")
    assert with_ours.startswith(begin)
    assert with_ours.endswith(b"</actions>" + end)
    thunar.turn_off()
    thunar.turn_off()
    assert file.read_bytes() == MINE


def test_the_command_survives_xml_and_the_shells_quoting(file: Path) -> None:
    Thunar().turn_on(COMMAND)
    (command,) = commands(file)
    assert shlex.split(command.replace("%%", "%")) == [*COMMAND, "%F"]
    assert command.count("%%") == 1


def test_the_systems_actions_are_not_lost_by_having_ones_own(file: Path, tmp_path: Path) -> None:
    system = tmp_path / "system" / "Thunar" / "uca.xml"
    system.parent.mkdir(parents=True)
    system.write_bytes(MINE)
    Thunar().turn_on(COMMAND)
    assert len(commands(file)) == 3
    assert system.read_bytes() == MINE


def test_without_any_there_is_ours_alone(file: Path) -> None:
    file.parent.rmdir()
    Thunar().turn_on(COMMAND)
    assert len(commands(file)) == 1
    Thunar().turn_off()
    assert commands(file) == []


@pytest.mark.parametrize(
    "damaged",
    [
        b"<actions><action></actions>",
        b"<actions>",
        b"not XML",
        b"<actions/>",
        b"<other></other>",
        MINE.decode().encode("utf-16"),
        MINE + b"<actions></actions>",
    ],
)
def test_a_damaged_file_stays_as_it_is_and_is_said(file: Path, damaged: bytes) -> None:
    file.write_bytes(damaged)
    for call in (Thunar().is_on, Thunar().turn_off, lambda: Thunar().turn_on(COMMAND)):
        with pytest.raises(DamagedActions, match="uca"):
            call()
    assert file.read_bytes() == damaged
    assert [*file.parent.iterdir()] == [file]


def test_a_file_kept_elsewhere_stays_a_link(file: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "dotfiles.xml"
    elsewhere.write_bytes(MINE)
    file.symlink_to(elsewhere)
    Thunar().turn_on(COMMAND)
    assert file.is_symlink()
    assert len(commands(elsewhere)) == 3


def test_a_file_that_cannot_be_read_is_said(file: Path) -> None:
    file.mkdir()
    with pytest.raises(CannotSetUp, match="uca"):
        Thunar().turn_on(COMMAND)


def test_a_name_that_is_no_text_is_said(file: Path) -> None:
    with pytest.raises(CannotSetUp):
        Thunar().turn_on([os.fsdecode(b"/opt/\xff")])
    assert not file.exists()
