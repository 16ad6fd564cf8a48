"""Owns Anna, who sends, and Bob, who receives."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command_line import Receiver, leftovers, new_profile


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Anna's, who sends."""
    return new_profile(tmp_path_factory.mktemp("anna"), "Anna")


@pytest.fixture(scope="module")
def everyone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Receiver]:
    """Bob, who accepts whatever comes, all the time."""
    with Receiver(tmp_path_factory.mktemp("bob"), "--accept", "everyone") as receiver:
        yield receiver
        receiver.stop()
        assert not leftovers(receiver.into)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    file = tmp_path / f"letter {os.urandom(4).hex()}.txt"
    file.write_text("Dear Bob")
    return file


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    """A file that takes longer to send than anybody waits; it takes no room here."""
    file = tmp_path / "endless.bin"
    with file.open("wb") as stream:
        stream.truncate(2**40)
    return file
