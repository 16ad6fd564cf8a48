"""Two devices that come to trust each other, or do not."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktopxfer import errors
from desktopxfer.device import Address, Device, Peer, Trust
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.settings import Profile
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.conversation import LocalDevice
from desktopxfer.transfer.pairing import pair
from desktopxfer.transfer.progress import Paired
from tests.transfer.engine import DEADLINE_S, ReceivingDevice, new_device, send


@pytest.fixture
def bob(tmp_path: Path) -> Iterator[ReceivingDevice]:
    with ReceivingDevice(tmp_path / "into") as device:
        yield device


def pair_with(
    bob: ReceivingDevice,
    mine: Callable[[Control], None],
    theirs: Callable[[Control], None],
    local: LocalDevice | None = None,
) -> tuple[Peer, str, str]:
    """Pairs; `mine` and `theirs` answer on either side. Returns who was met and both codes."""
    codes: list[str] = []
    control = Control()

    def answer_there() -> None:
        _, code, their_control = bob.codes.get(timeout=DEADLINE_S)
        codes.append(code)
        theirs(their_control)

    def ask(_peer: Peer, code: str) -> None:
        codes.append(code)
        mine(control)

    other = threading.Thread(target=answer_there)
    other.start()
    try:
        peer = pair(
            bob.device,
            local or new_device("Alice"),
            check_peer=lambda _peer: None,
            ask=ask,
            control=control,
        )
    finally:
        other.join(DEADLINE_S)
    first, second = codes
    return peer, first, second


def yes(control: Control) -> None:
    control.confirm(True)


def no(control: Control) -> None:
    control.confirm(False)


def leave(control: Control) -> None:
    control.cancel()


def test_both_see_one_code_and_end_paired(bob: ReceivingDevice) -> None:
    alice = new_device("Alice")
    peer, one, other = pair_with(bob, yes, yes, alice)
    assert bob.outcome() is None
    assert one == other
    assert peer.device_id == bob.local.identity.device_id
    (paired,) = [event for event in bob.events if isinstance(event, Paired)]
    assert (paired.peer.device_id, paired.peer.name) == (alice.identity.device_id, "Alice")


@pytest.mark.parametrize(
    ("mine", "theirs", "here", "there"),
    [
        (no, yes, errors.CodesDiffer, errors.CodesDiffer),
        (yes, no, errors.CodesDiffer, errors.CodesDiffer),
        (leave, yes, errors.Cancelled, errors.CancelledThere),
        (yes, leave, errors.CancelledThere, errors.Cancelled),
    ],
)
def test_one_no_is_enough(
    bob: ReceivingDevice,
    mine: Callable[[Control], None],
    theirs: Callable[[Control], None],
    here: type[errors.DesktopxferError],
    there: type[errors.DesktopxferError],
) -> None:
    with pytest.raises(here):
        pair_with(bob, mine, theirs)
    assert isinstance(bob.outcome(), there)
    assert not any(isinstance(event, Paired) for event in bob.events)


def test_guessing_is_slow(bob: ReceivingDevice) -> None:
    with pytest.raises(errors.CodesDiffer):
        pair_with(bob, yes, no)
    bob.outcome()
    with pytest.raises(errors.NotReceiving):  # another certificate from the same computer
        pair(
            bob.device,
            new_device("Alice"),
            check_peer=lambda _peer: None,
            ask=lambda _peer, _code: None,
            control=Control(),
        )
    assert isinstance(bob.outcome(), errors.NotReceiving)
    assert bob.codes.empty()


# Who it is, later ---------------------------------------------------------------------------------


def test_a_reinstalled_device_is_not_let_in_under_its_old_name(
    bob: ReceivingDevice, tmp_path: Path
) -> None:
    before, after = new_device("Anna's laptop"), new_device("ANNA'S  laptop")
    (tmp_path / "file").touch()
    bob.known.trust(Peer(before.identity.device_id, before.name, "Linux", Address("x")))
    with pytest.raises(errors.NotReceiving):  # who poses as another learns nothing
        send([tmp_path / "file"], bob.device, local=after)
    failure = bob.outcome()
    assert isinstance(failure, errors.IdentityChanged)
    assert failure.exit_code == 5
    assert bob.offers.empty()
    send([tmp_path / "file"], bob.device, local=before)


def test_nothing_is_sent_to_another_certificate_at_a_trusted_address(
    bob: ReceivingDevice, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    trusted = Device("0" * 64, "Bob", "", bob.device.addresses, online=True, trust=Trust.TRUSTED)
    with pytest.raises(errors.IdentityChanged, match="WARNING: what calls itself Bob"):
        send([tmp_path / "file"], trusted)
    bob.outcome()
    assert bob.offers.empty()


def test_nothing_is_sent_to_a_stranger_with_a_trusted_name(
    bob: ReceivingDevice, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    known = KnownDevices(Profile(tmp_path / "profile"))
    known.trust(Peer("0" * 64, "Bob", "Linux", Address("elsewhere")))
    with pytest.raises(errors.IdentityChanged):
        send([tmp_path / "file"], bob.device, check_peer=known.check)
    bob.outcome()
    assert bob.offers.empty()


def test_a_blocked_device_is_not_heard(bob: ReceivingDevice, tmp_path: Path) -> None:
    alice = new_device("Alice")
    (tmp_path / "file").touch()
    known = bob.known.get(alice.identity.device_id)
    bob.known.remember(known, trust=Trust.BLOCKED)
    with pytest.raises(errors.NotReceiving):
        send([tmp_path / "file"], bob.device, local=alice)
    assert isinstance(bob.outcome(), errors.DeviceBlocked)
    assert bob.offers.empty()
