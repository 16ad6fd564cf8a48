"""Owns breaking the programs at a system call (strace), and the small tree that they send then."""

import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktopxfer.settings import Profile
from desktopxfer.transfer.progress import Stage
from tests import needs
from tests.command_line import leftovers
from tests.transfer.engine import DEADLINE_S, ReceivingDevice, SendingDevice

END_TIMEOUT_S = 10.0
FILES = 5
ALICE, BOB = "profile of Alice", "profile of Bob"  # as new_profile() calls them
# Python that lets any other process of the same user look into this one, as some systems refuse.
TRACEABLE = "import ctypes; ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1))"
# Loading modules changes nothing; what comes after it is worth breaking.
LOADED = f"""
{TRACEABLE}
import importlib, pkgutil, desktopxfer
for module in pkgutil.walk_packages(desktopxfer.__path__, "desktopxfer."):
    if not module.name.startswith(("desktopxfer.ui", "desktopxfer.workers", "desktopxfer.app")):
        importlib.import_module(module.name)
print('{{"event": "loaded"}}', flush=True)
input()
"""


@contextmanager
def broken_at(process: int, call: str, when: str, how: str) -> Iterator[None]:
    """Breaks a process and its later threads at their `when`-th `call`; each counts its own.

    `how` is what strace injects: `signal=KILL`, just before the call, or `error=EIO`. Ends with the
    block, if the process lives as long.
    """
    needs.programs(strace="strace")
    inject = ["-e", f"trace=?{call}", "-e", f"inject=?{call}:{how}:when={when}"]
    strace = ["strace", "-f", "-o", os.devnull, *inject, "-p", str(process)]
    with subprocess.Popen(strace, stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr
        said = tracer.stderr.readline()
        assert "attached" in said, said
        rest = threading.Thread(target=tracer.stderr.read)
        rest.start()
        try:
            yield
        finally:
            tracer.terminate()  # the process goes on without it
            try:
                tracer.wait(END_TIMEOUT_S)
            except subprocess.TimeoutExpired:
                # It waits for the end of a process that was dying as it let go of it, and that
                # cannot end before its threads are let go of, too.
                tracer.kill()
            rest.join(DEADLINE_S)


# The tree -----------------------------------------------------------------------------------------


def make_small_tree(folder: Path) -> Path:
    """Of everything that a tree may have in it, something."""
    tree = folder / "Trip"
    (tree / "inner" / "deep").mkdir(parents=True)
    (tree / "empty").mkdir()
    (tree / "first").write_text("first")
    (tree / "nothing").touch()
    (tree / "inner" / "big").write_bytes(os.urandom(300 * 1024))
    (tree / "inner" / "tool").write_text("#!/bin/sh\n")
    (tree / "inner" / "tool").chmod(0o755)
    (tree / "inner" / "deep" / "last").write_text("last")
    return tree


def assert_complete_or_absent(source: Path, into: Path) -> None:
    """Every final name that is there is that of a whole file."""
    unfinished = leftovers(into)
    for path in into.rglob("*"):
        if not any(folder == path or folder in path.parents for folder in unfinished):
            assert _state(path) == _state(source.parent / path.relative_to(into)), path


def assert_identical(source: Path, into: Path) -> None:
    """Nothing else is there, no " (2)" and no part file; the dates of folders count as well."""
    sent = {path.relative_to(source.parent): path for path in (source, *source.rglob("*"))}
    arrived = {path.relative_to(into): path for path in into.rglob("*")}
    assert sorted(arrived) == sorted(sent)
    for name, path in arrived.items():
        assert _state(path) == _state(sent[name]), name
        assert path.stat().st_mtime_ns == sent[name].stat().st_mtime_ns, name


def _state(path: Path) -> tuple[bytes, int, bool]:
    if path.is_dir():
        return b"", 0, True
    return path.read_bytes(), path.stat().st_mtime_ns, os.access(path, os.X_OK)


# What a person does then --------------------------------------------------------------------------


def go_on(source: Path, folder: Path, into: Path) -> None:
    """Both programs are started again, and asked for the rest; everything has to be there then.

    Nobody who has agreed is asked a second time.
    """
    with (
        ReceivingDevice(into, profile=Profile(folder / BOB)) as bob,
        SendingDevice(Profile(folder / ALICE)) as alice,
    ):
        record = next(iter(alice.memory.store.records()), None)
        agreed = bob.memory.store.records(Stage.INTERRUPTED, Stage.FINISHED)
        if record is None:
            finished = alice.send([source], bob.device)
        else:
            finished = alice.resume(bob.device)
        assert bob.offers.qsize() == (0 if agreed else 1)
        assert (finished.files, finished.failed) == (FILES, 0)
        bob.outcome()
        for device in (alice, bob):
            assert device.memory.store.records(Stage.INTERRUPTED) == []
    assert_identical(source, into)
