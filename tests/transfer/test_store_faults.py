"""The memory of a device fails in the middle of a transfer: nothing is lost, nothing is claimed."""

import contextlib
import errno
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktopxfer import errors
from desktopxfer.offer import Conflicts, Decision
from desktopxfer.transfer import incoming
from desktopxfer.transfer.database import Database
from desktopxfer.transfer.folder import Folder
from desktopxfer.transfer.progress import Stage
from tests.transfer.engine import ReceivingDevice, SendingDevice
from tests.transfer.test_resume import parts, tree

FILES = 6


class Fault:
    """Lets the nth write to one device's store from now on fail, and those after it not."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.left = -1
        self.database: Database | None = None
        writing = Database.writing
        fault = self

        @contextlib.contextmanager
        def failing(database: Database) -> Iterator[sqlite3.Connection]:
            if database is fault.database:
                fault.left -= 1
                if fault.left == 0:
                    raise errors.ProfileUnusable("transfers.db", "disk I/O error")
            with writing(database) as connection:
                yield connection

        monkeypatch.setattr(Database, "writing", failing)

    def at(self, device: SendingDevice | ReceivingDevice, call: int) -> None:
        self.database, self.left = device.memory.store._database, call

    @property
    def struck(self) -> bool:
        return self.left <= 0


@pytest.fixture
def source(tmp_path: Path) -> Path:
    source = tmp_path / "Photos"
    (source / "inner" / "empty").mkdir(parents=True)
    for number in range(FILES):
        (source / "inner" / str(number)).write_bytes(os.urandom(1000))
    return source


@pytest.mark.parametrize("side", ["sender", "receiver"])
def test_a_store_that_fails_once_at_any_call_costs_nothing(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch, side: str
) -> None:
    monkeypatch.setattr(incoming, "BATCH_FILES", 2)
    fault = Fault(monkeypatch)
    call = 0
    while call == 0 or fault.struck:
        call += 1
        into = tmp_path / str(call)
        into.mkdir()
        send_with_fault(source, into, list(Conflicts)[call % len(Conflicts)], fault, side, call)
    assert call > 3


def send_with_fault(
    source: Path, into: Path, conflicts: Conflicts, fault: Fault, side: str, call: int
) -> None:
    decision = Decision(into, conflicts=conflicts)
    with SendingDevice() as alice, ReceivingDevice(into, lambda _offer: decision) as bob:
        fault.at(alice if side == "sender" else bob, call)
        with contextlib.suppress(errors.DesktopxferError):
            finished = alice.send([source], bob.device)
            assert (finished.files, finished.failed) == (FILES, 0)
        records = alice.memory.store.records()
        if not records:  # it was not even begun
            return
        if records[0].stage is not Stage.FINISHED:
            finished = alice.resume(bob.device)
            assert (finished.files, finished.failed) == (FILES, 0)
    found, expected = tree(into / "Photos"), tree(source)
    if conflicts is not Conflicts.KEEP_BOTH:
        # Nobody knows any more who made a folder that others may have used.
        for name in ("inner", "inner/empty"):
            found[name] = expected[name]
    assert found == expected
    assert [path.name for path in into.iterdir()] == ["Photos"]


def test_a_file_that_gets_no_name_is_not_taken_for_saved(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk refuses the name, and the store to note it."""
    fault = Fault(monkeypatch)
    move = Folder.move
    with SendingDevice() as alice, ReceivingDevice(tmp_path / "into") as bob:

        def refuse(self: Folder, name: str, *rest: Any) -> None:
            if name == "3":
                fault.at(bob, 1)
                monkeypatch.setattr(Folder, "move", move)
                raise OSError(errno.EIO, "Input/output error")
            move(self, name, *rest)

        monkeypatch.setattr(Folder, "move", refuse)
        with pytest.raises(errors.DesktopxferError):
            alice.send([source], bob.device)
        assert fault.struck
        finished = alice.resume(bob.device)
        assert (finished.files, finished.failed) == (FILES, 0)
        assert tree(tmp_path / "into" / "Photos") == tree(source)
        assert parts(tmp_path / "into") == []
