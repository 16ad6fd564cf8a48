import json
import os
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktopxfer.errors import AmbiguousDevice
from tests.command_line import LOOPBACK, Receiver, assert_failed, new_profile, run

# However slow this computer is, it is not for want of time that nobody is found.
PATIENT = """
from desktopxfer.commands import neighbours
neighbours.FIND_TIMEOUT_S = neighbours.REMEMBERED_TIMEOUT_S = 60.0
"""

RUN = os.urandom(3).hex()  # another run of these tests may be at it on this computer
UNIQUE, TWIN = f"Unique Desk {RUN}", f"Twin Desk {RUN}"


@pytest.fixture(scope="module")
def neighbours(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Receiver, Receiver, Receiver]]:
    """Three devices on this computer; two have the same name."""
    folders = [tmp_path_factory.mktemp("neighbour") for _ in range(3)]
    words = ("--accept", "everyone")
    with (
        Receiver(folders[0], *words, name=UNIQUE) as unique,
        Receiver(folders[1], *words, name=TWIN) as twin,
        Receiver(folders[2], *words, name=TWIN) as other_twin,
    ):
        yield unique, twin, other_twin
        for each in (unique, twin, other_twin):
            each.stop()


Neighbours = tuple[Receiver, Receiver, Receiver]


def test_a_device_is_found_by_its_name(
    tmp_path: Path, neighbours: Neighbours, letter: Path
) -> None:
    anna = new_profile(tmp_path, "Anna")
    program = run(
        "--profile", anna, "send", letter, "--to", UNIQUE.lower(), "--json", setup=PATIENT
    )
    assert program.process.returncode == 0
    unique, *_ = neighbours
    unique.event("finished", transfer=program.event("finished")["transfer"])


def test_a_device_is_found_by_the_start_of_its_id(
    tmp_path: Path, neighbours: Neighbours, letter: Path
) -> None:
    _, twin, _ = neighbours
    short = twin.listening["device_id"][:8].upper()
    anna = new_profile(tmp_path, "Anna")
    words = ("send", letter, "--to", f"{short[:4]}-{short[4:]}", "--json")
    program = run("--profile", anna, *words, setup=PATIENT)
    assert program.process.returncode == 0
    twin.event("finished", transfer=program.event("finished")["transfer"])


def test_a_device_that_moved_is_found_where_it_is_now(
    tmp_path: Path, neighbours: Neighbours, letter: Path
) -> None:
    unique, *_ = neighbours
    anna = new_profile(tmp_path, "Anna")
    with socket.create_server((LOOPBACK, 0)) as gone:
        old = {
            "device_id": unique.listening["device_id"],
            "name": UNIQUE,
            "platform": "Linux",
            "addresses": [f"{LOOPBACK}:{gone.getsockname()[1]}"],
            "typed": [],
            "last_seen": 1.0,
        }
    (anna / "known_devices.json").write_text(json.dumps([old]))
    program = run("--profile", anna, "send", letter, "--to", UNIQUE, setup=PATIENT)
    assert program.process.returncode == 0


def test_two_devices_of_one_name_have_to_be_told_apart(
    tmp_path: Path, neighbours: Neighbours, letter: Path
) -> None:
    anna = new_profile(tmp_path, "Anna")
    patient = PATIENT + "neighbours.NAMESAKES_TIMEOUT_S = 3.0"
    program = run("--profile", anna, "send", letter, "--to", TWIN, setup=patient)
    assert_failed(program, AmbiguousDevice)
    for twin in neighbours[1:]:
        short = twin.listening["device_id"][:8].upper()
        assert f"{short[:4]}-{short[4:]}" in program.sentences


def test_devices_lists_who_is_around(tmp_path: Path, neighbours: Neighbours) -> None:
    anna = new_profile(tmp_path, "Anna")
    listed: dict[str, Any] = {}
    wait_s = 1
    # Until they are all heard: a slow computer gets more time.
    while not {each.listening["device_id"] for each in neighbours} <= listed.keys():
        program = run("--profile", anna, "devices", "--wait", str(wait_s), "--json")
        listed = {event["device_id"]: event for event in program.events}
        wait_s += 1
    for each in neighbours:
        event = listed[each.listening["device_id"]]
        assert event["online"]
        assert each.target in event["addresses"]
    people = run("--profile", anna, "devices", "--wait", str(wait_s))
    assert any(
        re.match(rf"{UNIQUE} +[0-9A-F]{{4}}-[0-9A-F]{{4}} +new +online", line)
        for line in people.out
    )


def test_who_finds_nobody_is_told_what_to_do(tmp_path: Path) -> None:
    alone = new_profile(tmp_path, "Anna", listen_host="127.66.6.6")  # where nobody else is
    words = ("--profile", alone, "devices", "--wait", "0")
    program = run(*words)
    assert program.process.returncode == 0
    assert program.err == ["No device was found. Open desktopxfer on the other computer."]
    for_programs = run(*words, "--json")
    assert (for_programs.out, for_programs.err) == ([], [])


WITHOUT_MULTICAST = """
import errno
from desktopxfer.network import discovery
def refuse(*_): raise OSError(errno.EPERM, "Operation not permitted")
discovery.Neighbourhood = refuse
"""


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_who_cannot_look_for_devices_is_told_why(tmp_path: Path, words: tuple[str, ...]) -> None:
    anna = new_profile(tmp_path, "Anna")
    said, wait_s = "", 0.5
    while "cannot look for other devices (Operation not permitted)" not in said:
        wait_s *= 2  # a slow computer gets more time
        given = ("--profile", anna, "devices", "--wait", str(wait_s))
        program = run(*given, *words, setup=WITHOUT_MULTICAST)
        assert program.process.returncode == 0
        assert not program.out
        said = program.sentences
