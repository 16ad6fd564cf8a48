"""Pastes in two real windows what other programs have copied: a text, files, a picture."""

import random
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.end_to_end.desktop import wait_until
from tests.end_to_end.two_windows import TwoWindows

pytestmark = [pytest.mark.screen, pytest.mark.slow]

WORDS = "The room is 4.12, at half past nine.\nhttps://example.org/minutes?of=today\n\n<b>Grüße</b>"


@pytest.fixture
def windows(private_screen: None, tmp_path: Path, request: pytest.FixtureRequest) -> TwoWindows:
    """Not yet open: a failure inside its `with` block leaves a picture and the programs' words."""
    return TwoWindows(tmp_path, name=request.node.name.removeprefix("test_"))


def accept_at_bob(windows: TwoWindows) -> None:
    """And waits until everything has arrived."""
    windows.bob.widget("accept")
    windows.shot("offer")
    windows.desktop.press(windows.bob, "accept")
    windows.wait_for_stage(windows.alice, "finished", timeout_s=30)
    windows.wait_for_stage(windows.bob, "finished")
    windows.shot("finished")


def send_what_waits_to_bob(windows: TwoWindows) -> None:
    desktop, alice = windows.desktop, windows.alice
    desktop.press(alice, "Choose devices…")
    windows.wait_for_focus(alice, "Devices")
    windows.go_to_row(alice, windows.bob_name)
    # The only device is ticked already; on a machine with other tests there are more.
    if not alice.rows(windows.bob_name, view="Devices")[0]["ticked"]:
        desktop.key("space")
    windows.shot("picker")
    windows.go_to(alice, "Send")
    desktop.key("Return")


def test_a_text_is_shown_where_it_was_accepted_and_can_be_copied_there(windows: TwoWindows) -> None:
    with windows:
        desktop, alice, bob = windows.desktop, windows.alice, windows.bob
        with desktop.start_clipboard("text", WORDS):
            windows.focus(alice)
            desktop.key("ctrl+v")
            alice.widget("Choose devices…")
            windows.shot("waits")
        send_what_waits_to_bob(windows)
        bob.widget("accept")
        windows.shot("offer")
        desktop.press(bob, "accept")
        bob.widget(WORDS)
        windows.shot("shown")
        assert desktop.clipboard() == ""  # nothing gets there by itself
        desktop.press(bob, "copy")
        wait_until(lambda: desktop.clipboard() == WORDS, "the text is on the clipboard")
        windows.shot("copied")
        windows.wait_for_stage(alice, "finished")

    assert not windows.downloads(windows.bob_name).exists()


def test_files_that_any_file_manager_has_copied_arrive(windows: TwoWindows, tmp_path: Path) -> None:
    folder = tmp_path / "copied"
    names = {"Nautilus": "Grüße & 100 %.txt", "Nautilus 3.38": "a b.txt", "Dolphin": "写真.jpg"}
    for name in names.values():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(name)
    (folder / "Photos").mkdir()
    (folder / "Photos" / "1.jpg").write_text("1")
    copied = {program: [folder / name] for program, name in names.items()}
    copied["script"] = [folder / "Photos", folder / "a b.txt"]  # one of them again

    with windows:
        desktop, alice = windows.desktop, windows.alice
        windows.focus(alice)
        for number, (program, paths) in enumerate(copied.items()):
            with desktop.start_clipboard("files", program, *map(str, paths)):
                desktop.key("ctrl+v")
                more = f" and {number} more" if number else ""
                words = f"{names['Nautilus']}{more}: choose a device"
                alice.widget(words)
        windows.shot("wait")
        send_what_waits_to_bob(windows)
        accept_at_bob(windows)

    downloads = windows.downloads(windows.bob_name)
    for file in (*names.values(), "Photos/1.jpg"):
        assert (downloads / file).read_bytes() == (folder / file).read_bytes()
    assert len(list(downloads.iterdir())) == 4


def test_a_picture_goes_to_the_chosen_device_and_arrives_as_a_png(
    windows: TwoWindows, tmp_path: Path
) -> None:
    noise = random.Random(5).randbytes(320 * 200 * 4)  # 250 kB, more than goes at once
    picture = QImage(noise, 320, 200, QImage.Format.Format_ARGB32)
    file = tmp_path / "noise.png"
    assert picture.save(str(file))

    with windows:
        desktop, alice, bob = windows.desktop, windows.alice, windows.bob
        with desktop.start_clipboard("picture", str(file)):
            windows.focus(alice)
            windows.go_to(alice, "Devices")
            windows.go_to_row(alice, windows.bob_name)
            desktop.key("ctrl+v")
            windows.wait_for_stage(bob, "waiting")
        accept_at_bob(windows)

    (arrived,) = windows.downloads(windows.bob_name).iterdir()
    assert arrived.match("Picture *.png")
    assert QImage(str(arrived)).convertToFormat(picture.format()) == picture
