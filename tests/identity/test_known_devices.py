import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktopxfer import settings
from desktopxfer.device import Address, Device, Peer, Trust
from desktopxfer.errors import ProfileUnusable
from desktopxfer.identity.known_devices import MAX_ADDRESSES, KnownDevice, KnownDevices
from desktopxfer.settings import Profile

BOB = "b0" * 32
CAROL = "ca" * 32


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path)


def peer(device_id: str = BOB, host: str = "192.168.1.20", name: str = "Bob") -> Peer:
    return Peer(device_id, name, "Linux", Address(host, 26710))


def never_met(*addresses: Address) -> Device:
    return Device("", str(addresses[0]), "", addresses, online=False, typed=True)


def of(known: KnownDevices, device_id: str = BOB) -> KnownDevice:
    (device,) = (device for device in known.all() if device.device_id == device_id)
    return device


def test_nobody_is_known_at_first(profile: Profile) -> None:
    assert KnownDevices(profile).all() == ()
    assert not profile.known_devices_file.exists()


def test_a_device_that_was_met_is_known_after_a_restart(profile: Profile) -> None:
    KnownDevices(profile).met(peer())
    (bob,) = KnownDevices(profile).all()
    assert (bob.device_id, bob.name, bob.platform) == (BOB, "Bob", "Linux")
    assert bob.addresses == ("192.168.1.20:26710",)
    assert bob.last_seen > 1_700_000_000


def test_the_last_good_address_stands_first_and_once(profile: Profile) -> None:
    known = KnownDevices(profile)
    for host in ("192.168.1.20", "10.0.0.2", "192.168.1.20"):
        known.met(peer(host=host, name="Robert"))
    assert of(known).addresses == ("192.168.1.20:26710", "10.0.0.2:26710")
    assert of(known).name == "Robert"


def test_a_limited_number_of_addresses_is_kept(profile: Profile) -> None:
    known = KnownDevices(profile)
    for number in range(2 * MAX_ADDRESSES):
        known.met(peer(host=f"10.0.0.{number}"))
    newest = 2 * MAX_ADDRESSES - 1
    expected = tuple(f"10.0.0.{newest - back}:26710" for back in range(MAX_ADDRESSES))
    assert of(known).addresses == expected


def test_an_address_with_a_zone_is_not_kept(profile: Profile) -> None:
    known = KnownDevices(profile)
    known.met(peer(host="fe80::1%eth0"))
    assert of(known).addresses == ()


def test_a_typed_address_is_remembered_until_it_answers(profile: Profile) -> None:
    nas, known = Address("nas.lan"), KnownDevices(profile)
    known.typed(nas)
    known.typed(nas)
    assert [(each.device_id, each.typed) for each in KnownDevices(profile).all()] == [
        ("", ("nas.lan:26710",))
    ]
    known.met(peer(), never_met(nas))
    (bob,) = KnownDevices(profile).all()
    assert bob.typed == ("nas.lan:26710",)
    assert bob.addresses == ("192.168.1.20:26710",)


def test_what_was_asked_for_by_identity_was_not_typed(profile: Profile) -> None:
    known = KnownDevices(profile)
    announced = Device(BOB, "Bob", "Linux", (Address("10.0.0.2"),), online=True)
    known.met(peer(), announced)
    assert of(known).typed == ()


def test_two_typed_addresses_are_two_until_they_turn_out_to_be_one(profile: Profile) -> None:
    known = KnownDevices(profile)
    known.typed(Address("nas.lan"))
    known.typed(Address("10.0.0.9", 99))
    assert [device.typed for device in known.all()] == [("nas.lan:26710",), ("10.0.0.9:99",)]
    known.typed(Address("nas.lan"), BOB)
    known.typed(Address("10.0.0.9", 99), BOB)
    assert [device.typed for device in known.all()] == [("nas.lan:26710", "10.0.0.9:99")]


def test_a_typed_address_that_another_device_took_over_is_that_devices(profile: Profile) -> None:
    nas, known = Address("nas.lan"), KnownDevices(profile)
    known.met(peer(), never_met(nas))
    known.met(peer(CAROL), never_met(nas))
    assert of(known, BOB).typed == ()
    assert of(known, CAROL).typed == ("nas.lan:26710",)


def test_a_forgotten_device_is_gone_with_all_its_addresses(profile: Profile) -> None:
    known = KnownDevices(profile)
    known.met(peer(), never_met(Address("nas.lan")))
    known.met(peer(CAROL))
    known.forget(Device(BOB, "Bob", "Linux", (Address("10.0.0.2"),), online=True))
    assert [device.device_id for device in KnownDevices(profile).all()] == [CAROL]


def test_only_the_forgotten_one_of_several_typed_addresses_is_gone(profile: Profile) -> None:
    known = KnownDevices(profile)
    known.met(peer())
    known.typed(Address("nas.lan"))
    known.typed(Address("other.lan"))
    known.forget(never_met(Address("nas.lan")))
    assert [device.typed for device in known.all()] == [(), ("other.lan:26710",)]


def test_what_a_command_line_notes_beside_the_window_is_kept(profile: Profile) -> None:
    window, command_line = KnownDevices(profile), KnownDevices(profile)
    command_line.met(peer(BOB))
    window.met(peer(CAROL))
    assert {device.device_id for device in window.all()} == {BOB, CAROL}
    assert {device.device_id for device in KnownDevices(profile).all()} == {BOB, CAROL}


def test_a_damaged_file_is_set_aside_and_nobody_is_known(profile: Profile) -> None:
    profile.known_devices_file.write_text('[{"device_id": 7}]')
    known = KnownDevices(profile)
    assert known.all() == ()
    assert len(profile.warnings) == 1
    known.met(peer())
    assert of(KnownDevices(profile)).name == "Bob"
    aside = profile.known_devices_file.with_name("known_devices.json.damaged")
    assert aside.read_text() == '[{"device_id": 7}]'


def test_what_a_newer_version_noted_about_devices_does_not_stop_this_one(profile: Profile) -> None:
    profile.known_devices_file.write_text(json.dumps([{"device_id": BOB, "trusted": True}]))
    assert of(KnownDevices(profile)).device_id == BOB
    assert not profile.warnings


def test_a_device_that_connects_to_us_was_seen_but_not_where_it_listens(profile: Profile) -> None:
    known = KnownDevices(profile)
    known.trust(peer(name="Old"))
    known.seen(peer(name="New"))
    (bob,) = KnownDevices(profile).all()
    assert (bob.name, bob.addresses, bob.trust) == ("New", (), Trust.TRUSTED)
    assert bob.last_seen > 1_700_000_000


def test_what_was_decided_elsewhere_meanwhile_is_not_taken_back(profile: Profile) -> None:
    """A device is blocked by a command while the window, which does not know, notes other things.

    The same happens between two threads, when one has to wait for the other one's disk.
    """
    window, command = KnownDevices(profile), KnownDevices(profile)
    window.trust(peer())
    command.remember(peer(), trust=Trust.BLOCKED)
    window.seen(peer())
    assert of(KnownDevices(profile)).trust is Trust.BLOCKED
    command.remember(peer(), trust=Trust.TRUSTED)
    window.remember(peer(), nickname="My Bob")
    assert (of(window).trust, of(window).nickname) == (Trust.TRUSTED, "My Bob")


ADD = """
import sys
from pathlib import Path
from desktopxfer.device import Address, Peer
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.settings import Profile

folder, prefix = sys.argv[1:]
known = KnownDevices(Profile(Path(folder)))
print("ready", flush=True)
input()
for number in range(50):
    known.met(Peer(f"{prefix}{number:02}" * 16, f"{prefix}{number}", "", Address("10.0.0.1")))
"""


def test_two_programs_lose_nothing_of_each_other(profile: Profile) -> None:
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", ADD, str(profile.root), prefix],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for prefix in ("aa", "bb")
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    for program in programs:
        program.communicate()
        assert program.returncode == 0
    expected = {f"{prefix}{number}" for prefix in ("aa", "bb") for number in range(50)}
    assert {known.name for known in KnownDevices(profile).all()} == expected


def test_two_memories_in_one_program_lose_nothing_of_each_other(profile: Profile) -> None:
    memories = [KnownDevices(profile), KnownDevices(profile)]

    def add(which: int) -> None:
        for number in range(25):
            memories[which].met(peer(f"{which}{number:03}" * 16, name=f"{which} {number}"))

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(add, range(2)))
    assert len(KnownDevices(profile).all()) == 50


HOLD = """
import sys
from pathlib import Path
from desktopxfer.settings import Profile

with Profile(Path(sys.argv[1])).locked():
    print("locked", flush=True)
    input()
"""


def test_a_lock_that_nobody_lets_go_of_is_not_waited_for_without_end(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "LOCK_TIMEOUT_S", 0.1)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(profile.root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(ProfileUnusable, match="another program"):
            KnownDevices(profile).met(peer())
        holder.kill()
    KnownDevices(profile).met(peer())  # the lock has ended with it
    assert [known.name for known in KnownDevices(profile).all()] == ["Bob"]


def test_a_lock_that_cannot_be_made_is_said(profile: Profile) -> None:
    (profile.root / "profile.lock").mkdir()
    with pytest.raises(ProfileUnusable):
        KnownDevices(profile).met(peer())
