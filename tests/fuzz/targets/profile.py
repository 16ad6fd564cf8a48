"""Owns the fuzzing of the profile's files: settings and known devices.

The first byte chooses the file, the rest is its content.
"""

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from desktopxfer.device import Address, Peer, Trust
from desktopxfer.errors import DesktopxferError
from desktopxfer.identity.known_devices import KnownDevice, KnownDevices
from desktopxfer.settings import Profile, Settings, Visibility
from desktopxfer.text_safety import device_name
from desktopxfer.transfer.devices import devices_around, find, pinned
from tests.fuzz.choices import as_text

ID, OTHER_ID = "ab" * 32, "cd" * 32
ADDRESS = Address("192.168.1.20", 26710)


def target(data: bytes) -> None:
    with tempfile.TemporaryDirectory(prefix="desktopxfer-fuzz-") as folder:
        profile = Profile(Path(folder))
        if data[:1] < b"\x80":
            check_settings(profile, data[1:])
        else:
            check_known_devices(profile, data[1:])
        assert not list(profile.root.glob("*.json.?*[!d]")), "a part file was left"


def check_settings(profile: Profile, content: bytes) -> None:
    file = profile.root / "settings.json"
    file.write_bytes(content)
    settings = profile.load_settings()
    assert check_set_aside(profile, file, content) or settings == Settings()
    assert 0 <= settings.port <= 65535
    assert device_name(settings.device_name)
    settings = settings.with_recent_folder(Path("somewhere"))
    profile.save_settings(settings)
    assert profile.load_settings() == settings


def check_known_devices(profile: Profile, content: bytes) -> None:
    file = profile.known_devices_file
    file.write_bytes(content)
    known = KnownDevices(profile)
    assert check_set_aside(profile, file, content) or not known.all()
    peer = Peer(ID, device_name(as_text(content[:40])), "Linux", ADDRESS)
    for device in devices_around((), known, OTHER_ID):
        assert device.key
        assert device.addresses or device.device_id
        with suppress(DesktopxferError):
            find(device.name, [device])
        if device.addresses:
            pinned(known, device)
            assert Address.parse(str(device.addresses[0])) == device.addresses[0]
    with suppress(DesktopxferError):
        known.check(peer)
    known.trust(peer)
    known.met(peer)
    known.typed(ADDRESS)
    assert known.get(ID).trust is Trust.TRUSTED
    assert KnownDevices(profile).all() == known.all()
    assert devices_around((), known, OTHER_ID)


def check_set_aside(profile: Profile, file: Path, content: bytes) -> bool:
    """Whether the file was good; a damaged one is kept as it was, and the user is told."""
    aside = file.with_name(f"{file.name}.damaged")
    if aside.exists():
        assert aside.read_bytes() == content
        assert len(profile.warnings) == 1
        return False
    assert file.read_bytes() == content
    assert not profile.warnings
    return True


def seeds() -> Iterator[bytes]:
    chosen = Settings(
        device_name="Anna's laptop",
        download_folder="/home/anna/Downloads",
        port=0,
        listen_host="127.0.0.1",
        visibility=Visibility.TRUSTED,
        recent_folders=("/a", "C:\\b"),
    )
    devices = [
        KnownDevice(
            device_id=ID,
            name="Bob",
            platform="Windows",
            addresses=("192.168.1.20:26710", "[fe80::1]:26711"),
            typed=("bob.lan:26710",),
            last_seen=1.7e9,
            trust=Trust.TRUSTED,
            nickname="Robert",
            accept_into="/home/anna/Bob",
        ),
        KnownDevice(device_id=OTHER_ID, name="Bob ", trust=Trust.BLOCKED),
        KnownDevice(typed=("nas:26710", "not an address", "::1")),
    ]
    for first, value in ((b"\x00", chosen), (b"\xff", devices)):
        whole = msgspec.json.format(msgspec.json.encode(value))
        yield first + whole
        yield first + whole[: len(whole) // 2]  # what a power cut can leave
        yield first + bytes(len(whole))
        yield first + whole.replace(b"a", b"\xff")
        yield first + whole[:1] + b'"x":' + b"[" * 2_000
        yield first
    for content in (b"null", b"{}", b"[]", b'{"port": 65536}', b'{"device_name": "\\ud800"}'):
        yield b"\x00" + content
        yield b"\xff" + content
    yield b'\xff[{"device_id": "\\u0000", "trust": "new", "last_seen": 1e999}]'
