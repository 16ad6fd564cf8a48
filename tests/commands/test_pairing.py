import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktopxfer.device import short_id
from desktopxfer.errors import (
    AmbiguousDevice,
    CodesDiffer,
    DeviceBlocked,
    DeviceNotFound,
    IdentityChanged,
    NotReceiving,
)
from tests.command_line import WITHOUT_NAME_SERVER, Program, Receiver, new_profile, run


@pytest.fixture
def anna(tmp_path: Path) -> Path:
    return new_profile(tmp_path, "Anna")


@pytest.fixture
def bob(tmp_path: Path) -> Iterator[Receiver]:
    with Receiver(tmp_path) as receiver:
        yield receiver
        receiver.stop()


def trusted(profile: Path) -> list[str]:
    """Whom this profile trusts, by name."""
    listed = run("--profile", profile, "trust", "list", "--json").events
    return [event["name"] for event in listed if event["trust"] == "trusted"]


def pair(anna: Path, bob: Receiver) -> None:
    with Program("--profile", anna, "pair", bob.target, "--json") as asking:
        here, there = asking.event("code"), bob.event("code")
        assert here["code"] == there["code"]
        assert (here["from"], there["from"]) == ("Bob", "Anna")
        asking.type("yes\n")
        bob.type("yes\n")
        assert asking.wait() == 0
        assert asking.event("paired")["device_id"] == bob.listening["device_id"]
        bob.event("paired")


def test_two_people_who_see_the_same_code_trust_each_other(anna: Path, bob: Receiver) -> None:
    pair(anna, bob)
    assert trusted(anna) == ["Bob"]
    assert trusted(bob.profile) == ["Anna"]


def test_one_who_is_not_there_cannot_be_paired_with(anna: Path) -> None:
    hasty = "from desktopxfer.commands import neighbours\nneighbours.FIND_TIMEOUT_S = 0.1"
    program = run("--profile", anna, "pair", "Nobody", setup=hasty + WITHOUT_NAME_SERVER)
    assert program.process.returncode == DeviceNotFound.exit_code
    assert program.err == [str(DeviceNotFound("Nobody"))]


@pytest.mark.parametrize("who", ["here", "there"])
def test_one_who_sees_another_code_ends_it(anna: Path, bob: Receiver, who: str) -> None:
    with Program("--profile", anna, "pair", bob.target) as asking:
        asking.said(r"Pairing with Bob \(\w{4}-\w{4}\)\. The code is \d{3} \d{3}\.")
        bob.event("code")
        (asking if who == "here" else bob).type("no\n")
        assert asking.wait() == CodesDiffer.exit_code
        assert "The codes were not the same" in asking.sentences
    assert not trusted(anna)
    assert not trusted(bob.profile)


def test_a_pairing_is_stopped_with_its_question(anna: Path, bob: Receiver, letter: Path) -> None:
    with Program("--profile", anna, "pair", bob.target) as asking:
        bob.event("code")
        asking.interrupt()
        assert asking.wait() == 130
    other = new_profile(anna.parent, "Carol")
    with Program("--profile", other, "send", letter, "--to", bob.target) as sender:
        bob.event("offer")
        bob.type("yes\n")  # to the code
        bob.type("yes\n")  # to the offer
        assert sender.wait() == 0
    assert not trusted(bob.profile)


def test_only_trusted_devices_may_send_to_one_that_accepts_those(
    anna: Path, bob: Receiver, letter: Path, tmp_path: Path
) -> None:
    pair(anna, bob)
    bob.stop()
    with Receiver(tmp_path, "--accept", "trusted") as careful:
        stranger = new_profile(tmp_path, "Carol")
        words = ("send", letter, "--to", careful.target)
        refused = run("--profile", stranger, *words, "--json")
        assert refused.process.returncode == NotReceiving.exit_code
        assert run("--profile", anna, *words).process.returncode == 0
        careful.event("finished")
        careful.stop()
    assert (careful.into / letter.name).read_text() == "Dear Bob"


def test_nothing_is_sent_to_one_who_poses_as_a_trusted_device(
    anna: Path, bob: Receiver, letter: Path, tmp_path: Path
) -> None:
    pair(anna, bob)
    (tmp_path / "elsewhere").mkdir()
    with Receiver(tmp_path / "elsewhere", "--accept", "everyone", name="Bob") as impostor:
        program = run("--profile", anna, "send", letter, "--to", impostor.target)
        assert program.process.returncode == IdentityChanged.exit_code
        assert "WARNING: what calls itself Bob is not the device you trust" in program.sentences
        impostor.stop()
        assert not impostor.into.exists()
        assert not any(event["event"] == "offer" for event in impostor.events)


def test_a_blocked_device_gets_nothing_and_a_forgotten_one_is_new(
    anna: Path, bob: Receiver, letter: Path
) -> None:
    pair(anna, bob)
    for_anna = ("--profile", anna)
    short = bob.listening["device_id"][:8]
    shown = f"Bob ({short_id(short)})"
    blocked = run(*for_anna, "trust", "block", "Bob")
    assert blocked.process.returncode == 0
    assert blocked.sentences == f"{shown} is blocked: it may not even ask."
    refused = run(*for_anna, "send", letter, "--to", bob.target, "--json")
    assert refused.process.returncode == DeviceBlocked.exit_code
    assert refused.event("failed")["error"] == "device_blocked"
    forgotten = run(*for_anna, "trust", "forget", short)
    assert forgotten.process.returncode == 0
    assert forgotten.sentences == f"{shown} is forgotten: when it comes again, it is new."
    assert run(*for_anna, "trust", "list", "--json").events == []
    again = run(*for_anna, "trust", "forget", "Bob")
    assert again.process.returncode == 2


@pytest.mark.parametrize("action", ["forget", "block"])
@pytest.mark.parametrize("who", ["3f2a91bc", "No Body", "192.0.2.7", "desk:99999"])
def test_nobody_is_forgotten_who_was_never_met(anna: Path, action: str, who: str) -> None:
    program = run("--profile", anna, "trust", action, who)
    assert program.process.returncode == 2
    assert f"No known device has the name or id {who}." in program.sentences
    assert "desktopxfer devices" in program.sentences
    for_programs = run("--profile", anna, "trust", action, who, "--json")
    assert for_programs.event("failed")["error"] == "unknown_device"


def test_one_with_a_trusted_devices_name_can_be_blocked(anna: Path) -> None:
    trusted, other = {"device_id": "3f" * 32, "trust": "trusted"}, {"device_id": "e7" * 32}
    met = [{**device, "name": "Bob"} for device in (trusted, other)]
    (anna / "known_devices.json").write_text(json.dumps(met))
    which = run("--profile", anna, "trust", "block", "Bob")
    assert which.process.returncode == AmbiguousDevice.exit_code
    assert "3F3F-3F3F" in which.sentences
    assert "E7E7-E7E7" in which.sentences
    assert run("--profile", anna, "trust", "block", "e7e7e7e7").process.returncode == 0
    listed = run("--profile", anna, "trust", "list", "--json").events
    assert {event["device_id"]: event["trust"] for event in listed} == {
        trusted["device_id"]: "trusted",
        other["device_id"]: "blocked",
    }


def test_who_trusts_nobody_is_told_so(anna: Path) -> None:
    program = run("--profile", anna, "trust", "list")
    assert (program.process.returncode, program.out) == (0, [])
    assert program.err == ["No device is trusted or blocked."]


def test_the_list_is_of_all_devices(anna: Path) -> None:
    program = run("--profile", anna, "trust", "list", "Bob")
    assert program.process.returncode == 2
    assert "list takes no ID" in program.sentences


@pytest.mark.parametrize("action", ["forget", "block"])
def test_whom_to_forget_has_to_be_said(anna: Path, action: str) -> None:
    program = run("--profile", anna, "trust", action)
    assert program.process.returncode == 2
    assert f"{action} needs the ID of a device" in program.sentences


def test_a_typed_address_that_never_answered_is_forgotten(anna: Path) -> None:
    typed = [{"typed": ["192.0.2.7:26710"]}, {"typed": ["nas.example:4000"]}]
    (anna / "known_devices.json").write_text(json.dumps(typed))
    blocked = run("--profile", anna, "trust", "block", "192.0.2.7")
    assert blocked.process.returncode == 2  # there is nobody to recognise again
    assert run("--profile", anna, "trust", "forget", "192.0.2.7").process.returncode == 0
    (left,) = json.loads((anna / "known_devices.json").read_text())
    assert left["typed"] == ["nas.example:4000"]
    assert run("--profile", anna, "trust", "forget", "nas.example").process.returncode == 2
    assert run("--profile", anna, "trust", "forget", "nas.example:4000").process.returncode == 0
