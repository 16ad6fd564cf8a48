"""Tries trust in two real windows with the mouse: paired, refused, blocked, and an impostor."""

from pathlib import Path

import pytest

from tests import needs
from tests.end_to_end.desktop import PROGRAMS, Window, wait_until
from tests.end_to_end.two_windows import TwoWindows

pytestmark = [pytest.mark.screen, pytest.mark.slow]


@pytest.fixture
def windows(tmp_path: Path, request: pytest.FixtureRequest) -> TwoWindows:
    """Not yet open: a failure inside its `with` block leaves a picture and the programs' words."""
    needs.programs(**PROGRAMS)
    return TwoWindows(tmp_path, name=request.node.name.removeprefix("test_"))


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    notes = tmp_path / "notes.txt"
    notes.write_text("hello")
    return notes


def code(window: Window) -> str:
    """The code that a window shows large."""
    (label,) = wait_until(lambda: window.widgets("code"), "a code in the window")
    return "".join(label["text"].split())


def says(window: Window, words: str) -> None:
    """Waits until the window shows these words somewhere."""
    plain = {0x2068: None, 0x2069: None}
    wait_until(
        lambda: any(words in shown["text"].translate(plain) for shown in window.widgets("")),
        f"{words!r} in the window",
    )


def device_says(window: Window, name: str, words: str) -> None:
    """Waits until the row of a device shows these words."""

    def said() -> bool:
        rows = window.rows(name, view="devices")
        return any(words in text for row in rows for text in row["texts"])

    wait_until(said, f"{words!r} in the row of {name}")


def ask_to_pair(windows: TwoWindows) -> None:
    """Alice's hand chooses it from Bob's menu; then both screens show one code."""
    windows.desktop.choose(windows.alice, windows.bob_name, "Pair…", view="devices")
    assert code(windows.alice) == code(windows.bob)
    assert len(code(windows.bob)) == 6


def pair(windows: TwoWindows) -> None:
    ask_to_pair(windows)
    for window in (windows.alice, windows.bob):
        windows.desktop.press(window, "same")
    for window in (windows.alice, windows.bob):
        says(window, "is trusted now")
        windows.desktop.press(window, "leave")


def test_two_people_pair_with_the_mouse(windows: TwoWindows, notes: Path) -> None:
    with windows:
        alice, bob = windows.alice, windows.bob
        device_says(alice, windows.bob_name, "New")
        ask_to_pair(windows)
        windows.shot("code")
        alice.widget("same")  # armed: from now on a key could press it
        windows.desktop.key("Return", "space", "KP_Enter")  # none answers: it still asks below
        windows.desktop.press(alice, "same")
        says(alice, f"Waiting for {windows.bob_name} to confirm…")
        device_says(alice, windows.bob_name, "New")  # one alone trusts nobody
        windows.shot("waiting")
        windows.desktop.press(bob, "same")
        says(alice, f"{windows.bob_name} is trusted now")
        says(bob, f"{windows.alice_name} is trusted now")
        windows.shot("trusted")
        for window, other in ((alice, windows.bob_name), (bob, windows.alice_name)):
            device_says(window, other, "Trusted")
            windows.desktop.press(window, "leave")

        windows.drag_to_bob(notes)
        bob.widget("accept")
        assert bob.widgets("Trusted")
        assert not bob.widgets("code")  # nothing left to compare
        windows.shot("offer of a trusted device")
        windows.desktop.press(bob, "accept")
        windows.wait_for_stage(alice, "finished")


def test_codes_that_differ_end_the_pairing(windows: TwoWindows) -> None:
    with windows:
        ask_to_pair(windows)
        windows.desktop.press(windows.alice, "same")
        windows.desktop.press(windows.bob, "differ")
        for window in (windows.alice, windows.bob):
            says(window, "Somebody may sit between the two devices")
        windows.shot("they differ")
        device_says(windows.alice, windows.bob_name, "New")
        device_says(windows.bob, windows.alice_name, "New")


def test_a_closed_question_ends_the_pairing(windows: TwoWindows) -> None:
    with windows:
        ask_to_pair(windows)
        windows.desktop.press(windows.alice, "same")
        windows.desktop.press(windows.alice, "leave")
        says(windows.bob, f"{windows.alice_name} cancelled.")
        windows.shot("cancelled")
        device_says(windows.bob, windows.alice_name, "New")


def test_an_offer_can_be_trusted_at_once(windows: TwoWindows, notes: Path) -> None:
    with windows:
        windows.drag_to_bob(notes)
        shown = code(windows.bob)
        wait_until(
            lambda: windows.alice.rows(
                f"Code \u2066\u200e{shown[:3]}\u2009{shown[3:]}\u2069", view="transfers"
            ),
            "the same code in the sender's row",
        )
        windows.desktop.press(windows.bob, "same")
        windows.shot("same code")
        windows.desktop.press(windows.bob, "accept")
        windows.wait_for_stage(windows.alice, "finished")
        device_says(windows.bob, windows.alice_name, "Trusted")


def test_a_blocked_device_is_not_heard_of_again(windows: TwoWindows, notes: Path) -> None:
    with windows:
        windows.drag_to_bob(notes)
        windows.desktop.press(windows.bob, "block")
        windows.wait_for_stage(windows.alice, "declined")
        device_says(windows.bob, windows.alice_name, "Blocked")

        windows.press_in_row(windows.alice, "Send again")
        wait_until(
            lambda: len(windows.alice.rows("does not accept files", view="transfers")) == 1,
            "the second offer is refused",
        )
        windows.shot("blocked")
        assert len(windows.bob.rows(view="transfers")) == 1
        assert not windows.bob.widgets("accept")

        windows.desktop.choose(windows.bob, windows.alice_name, "Unblock", view="devices")
        device_says(windows.bob, windows.alice_name, "New")


def test_a_reinstalled_device_is_not_taken_for_the_old_one(
    windows: TwoWindows, notes: Path
) -> None:
    with windows:
        pair(windows)
        windows.reinstall_alice()
        device_says(windows.bob, windows.alice_name, "Impostor")
        windows.drag_to_bob(notes)
        says(windows.bob, f"what calls itself {windows.alice_name} is not the device you trust")
        windows.shot("impostor")
        assert not windows.bob.rows(view="transfers")
        windows.wait_for_stage(windows.alice, "declined")


def test_everyone_may_ask_for_ten_minutes(windows: TwoWindows) -> None:
    with windows:
        windows.desktop.press(windows.bob, "Visible to everyone")
        windows.desktop.choose_item(windows.bob, "Everyone for 10 minutes")
        says(windows.bob, "Visible to everyone for 10 min")
        windows.shot("ten minutes")
        windows.desktop.press(windows.bob, "Visible to everyone for 10 min")
        windows.desktop.choose_item(windows.bob, "Only trusted devices")
        says(windows.bob, "Trusted devices only")
        windows.desktop.choose(windows.alice, windows.bob_name, "Pair…", view="devices")
        says(windows.alice, "does not let new devices ask at the moment")
        windows.shot("only trusted devices")
