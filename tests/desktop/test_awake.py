import contextlib
import ctypes
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktopxfer.desktop import awake
from desktopxfer.desktop.awake import Wakefulness
from tests import needs
from tests.sleep_services import DEADLINE_S, LOGIN, PORTAL, POWER, Kind, Lock, Service, running_bus

WHY = "Files are being sent"
linux = pytest.mark.skipif(sys.platform != "linux", reason="D-Bus")

HOLD_AND_SAY = f"""
from desktopxfer.desktop import awake
with awake.staying_awake({WHY!r}):
    input()
"""


def until_over() -> None:
    """Waits until the threads that speak to the system have ended."""
    for thread in threading.enumerate():
        if thread.name == "awake":
            thread.join(DEADLINE_S)
            assert not thread.is_alive()


@pytest.fixture
def wakefulness() -> Iterator[Wakefulness]:
    yield Wakefulness(awake._on_linux, grace_s=0)
    until_over()


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    needs.programs(dbus_daemon="dbus-daemon")
    with running_bus(tmp_path) as address:
        for which in ("SYSTEM", "SESSION"):
            monkeypatch.setenv(f"DBUS_{which}_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def login(bus: str) -> Iterator[Service]:
    with Service(bus, LOGIN) as service:
        yield service


def granted(service: Service) -> Lock:
    return service.granted.get(timeout=DEADLINE_S)


# What is asked, and until when ------------------------------------------------------------------


@linux
def test_sleep_and_nothing_else_is_held_off(login: Service, wakefulness: Wakefulness) -> None:
    with wakefulness.held(WHY):
        lock = granted(login)
        assert lock.words == ("sleep", "desktopxfer", WHY, "block")
        assert not lock.released.is_set()
    assert lock.released.wait(DEADLINE_S)


@linux
def test_an_error_releases_too(login: Service, wakefulness: Wakefulness) -> None:
    locks = []

    def fail() -> None:
        with wakefulness.held(WHY):
            locks.append(granted(login))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    (lock,) = locks
    assert lock.released.wait(DEADLINE_S)


@linux
def test_several_hold_one_lock_until_the_last_lets_go(
    login: Service, wakefulness: Wakefulness
) -> None:
    with wakefulness.held(WHY):
        lock = granted(login)
        with wakefulness.held("another reason"), wakefulness.held("a third"):
            pass
        assert not lock.released.is_set()
    assert lock.released.wait(DEADLINE_S)
    assert login.calls == 1


@linux
def test_who_comes_after_the_last_holds_again(login: Service, wakefulness: Wakefulness) -> None:
    for _ in range(3):
        with wakefulness.held(WHY):
            lock = granted(login)
        assert lock.released.wait(DEADLINE_S)


@linux
def test_killing_the_program_releases(login: Service) -> None:
    program = subprocess.Popen([sys.executable, "-c", HOLD_AND_SAY], stdin=subprocess.PIPE)
    with program:
        lock = granted(login)
        assert not lock.released.is_set()
        program.kill()
        assert lock.released.wait(DEADLINE_S)


@linux
def test_the_lock_is_not_left_to_a_program_that_we_start(login: Service) -> None:
    with awake._login_manager(WHY):
        lock = granted(login)
        child = subprocess.Popen(["cat"], stdin=subprocess.PIPE, close_fds=False)
    with child:
        assert lock.released.wait(DEADLINE_S)


@linux
def test_what_is_over_in_a_moment_asks_for_nothing(login: Service) -> None:
    patient = Wakefulness(awake._on_linux, grace_s=DEADLINE_S)
    with patient.held(WHY):
        pass
    until_over()
    assert login.calls == 0


# Other services ---------------------------------------------------------------------------------

OTHERS = [
    (POWER, ("desktopxfer", WHY)),
    (PORTAL, ("", 4, {"reason": ("s", WHY)})),
]


@linux
@pytest.mark.parametrize("refused", [True, False], ids=["refused", "nobody there"])
@pytest.mark.parametrize(("kind", "words"), OTHERS, ids=["power", "portal"])
def test_when_one_does_not_agree_the_next_one_is_asked(
    bus: str, wakefulness: Wakefulness, kind: Kind, words: tuple[object, ...], refused: bool
) -> None:
    refusing = Service(bus, LOGIN, refuses=True) if refused else contextlib.nullcontext()
    with refusing, Service(bus, kind) as service:
        with wakefulness.held(WHY):
            lock = granted(service)
            assert lock.words == words
            assert not lock.released.is_set()
        assert lock.released.wait(DEADLINE_S)


# What must not matter ---------------------------------------------------------------------------


@linux
def test_without_a_bus_everything_goes_on(
    wakefulness: Wakefulness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 'nothing'}")
    for address in (None, "unix:path=/", "tcp:host=localhost,port=1", "nonsense"):
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
        if address is not None:
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        with wakefulness.held(WHY):
            pass
        until_over()


@linux
def test_a_bus_that_says_nothing_is_not_waited_for(
    wakefulness: Wakefulness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(awake, "CALL_TIMEOUT_S", 0.2)
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(tmp_path / "bus"))
        silent.listen()
        for which in ("SYSTEM", "SESSION"):
            monkeypatch.setenv(f"DBUS_{which}_BUS_ADDRESS", f"unix:path={tmp_path / 'bus'}")
        with wakefulness.held(WHY):
            heard, _ = silent.accept()  # it is being asked, and holding has begun all the same
        with heard, wakefulness.held(WHY):
            pass
        until_over()


def test_a_system_that_hangs_hangs_nobody_and_is_asked_once() -> None:
    asked, over = threading.Semaphore(0), threading.Event()

    @contextlib.contextmanager
    def hanging(_reason: str) -> Iterator[None]:
        asked.release()
        over.wait(DEADLINE_S)
        yield

    wakefulness = Wakefulness(hanging, grace_s=0)
    with wakefulness.held(WHY):
        assert asked.acquire(timeout=DEADLINE_S)
    for _ in range(3):
        with wakefulness.held(WHY):
            pass
    assert not asked.acquire(blocking=False)
    over.set()
    until_over()


def test_without_a_thread_to_spare_everything_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    with Wakefulness(awake._on_linux).held(WHY):
        pass


def test_many_threads_may_hold_and_let_go_at_once() -> None:
    held = 0
    most = 0

    @contextlib.contextmanager
    def counting(_reason: str) -> Iterator[None]:
        nonlocal held, most
        held += 1
        most = max(most, held)
        yield
        held -= 1

    wakefulness = Wakefulness(counting, grace_s=0)

    def hold() -> None:
        for _ in range(200):
            with wakefulness.held(WHY):
                pass

    threads = [threading.Thread(target=hold) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(DEADLINE_S)
    until_over()
    assert held == 0
    assert most <= 1


# Other systems ----------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for caffeinate")
def test_on_macos_caffeinate_runs_for_as_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = tmp_path / "said"
    program = tmp_path / "caffeinate"
    program.write_text(f'#!/bin/sh\necho "$$ $@" > {said}.new && mv {said}.new {said}\nexec cat\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with awake._on_macos(WHY):
        deadline = time.monotonic() + DEADLINE_S
        while not said.exists():
            assert time.monotonic() < deadline
        process, *words = said.read_text().split()
        assert words == ["-i", "-w", str(os.getpid())]
        os.kill(int(process), 0)
    with pytest.raises(ProcessLookupError):
        os.kill(int(process), 0)


def test_on_windows_the_thread_says_so_and_takes_it_back(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[int] = []
    kernel = SimpleNamespace(SetThreadExecutionState=said.append)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    with awake._on_windows(WHY):
        assert said == [0x80000001]
    assert said == [0x80000001, 0x80000000]
