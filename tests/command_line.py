"""Owns running the command line in tests: real processes, their events, their end."""

import contextlib
import json
import os
import queue
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any, NoReturn, Self

import pytest

from desktopxfer.errors import DesktopxferError, code_of
from desktopxfer.transfer.names import STAGING_PREFIX
from tests import needs

CHECKOUT = Path(__file__).parent.parent
LOOPBACK = "127.0.0.1"
DEADLINE_S = 60.0  # for what takes a second on an idle machine

Event = dict[str, Any]

# Run before the program, in its process. For a test that wants to be refused by the disk: root may
# do everything, unless it gives up the two capabilities that say so.
WITHOUT_ROOT_POWERS = """
import ctypes, os
if os.geteuid() == 0:
    class Header(ctypes.Structure):
        _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]
    class Data(ctypes.Structure):
        _fields_ = [(name, ctypes.c_uint32) for name in ("effective", "permitted", "inheritable")]
    libc, header, data = ctypes.CDLL(None), Header(0x20080522, 0), (Data * 2)()
    assert libc.capget(ctypes.byref(header), data) == 0
    data[0].effective &= ~0b110  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    assert libc.capset(ctypes.byref(header), data) == 0
"""
# Names are looked up without asking a name server: only this computer's are known.
WITHOUT_NAME_SERVER = """
import socket
def lookup(host, *arguments, ask=socket.getaddrinfo, **options):
    if host is None or host == "localhost" or not host.strip("0123456789abcdef.:"):
        return ask(host, *arguments, **options)
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
socket.getaddrinfo = lookup
"""

# Patience is tested elsewhere; here it would only take time.
HASTY = """
from desktopxfer.commands import neighbours
from desktopxfer.network import channel, dialing
dialing.CONNECT_TIMEOUTS_S = (0.05, 0.1)
channel.HANDSHAKE_TIMEOUT_S = 0.2
neighbours.FIND_TIMEOUT_S = 0.2
"""


def command(*words: str | Path, setup: str = "") -> list[str]:
    """The words that start the program; `setup` is Python that runs before it in its process."""
    start = f"{setup}\nimport sys\nfrom desktopxfer.__main__ import main\nsys.exit(main())"
    return [sys.executable, *(["-c", start] if setup else ["-m", "desktopxfer"]), *map(str, words)]


def environment(**variables: str) -> dict[str, str]:
    fixed = {"PYTHONPATH": str(CHECKOUT), "PYTHONWARNINGS": "error", "PYTHONFAULTHANDLER": "1"}
    return {**os.environ, **fixed, **variables}


def new_profile(folder: Path, name: str, **settings: object) -> Path:
    """A profile that stays on this computer."""
    profile = folder / f"profile of {name}"
    profile.mkdir(exist_ok=True)
    chosen = {"device_name": name, "listen_host": LOOPBACK, **settings}
    (profile / "settings.json").write_text(json.dumps(chosen))
    return profile


class Program:
    """One run of the program. What it says is kept; it may never show a traceback."""

    def __init__(
        self, *words: str | Path, setup: str = "", stdin: int | None = None, **options: Any
    ) -> None:
        options = {"env": environment(), "cwd": CHECKOUT, **options}
        self.process = subprocess.Popen(
            command(*words, setup=setup),
            stdin=subprocess.PIPE if stdin is None else stdin,
            stdout=options.pop("stdout", subprocess.PIPE),
            stderr=options.pop("stderr", subprocess.PIPE),
            **options,
        )
        self.out: list[str] = []
        self.err: list[str] = []
        self._news: queue.SimpleQueue[tuple[list[str], str | None]] = queue.SimpleQueue()
        self._readers = [
            threading.Thread(target=self._read, args=(stream, lines), daemon=True)
            for stream, lines in ((self.process.stdout, self.out), (self.process.stderr, self.err))
            if stream
        ]
        self._open = len(self._readers)
        for reader in self._readers:
            reader.start()

    def _read(self, stream: IO[bytes], lines: list[str]) -> None:
        with stream:
            for line in stream:
                self._news.put((lines, line.decode("utf-8", "backslashreplace").rstrip("\n")))
        self._news.put((lines, None))

    def until(self, condition: Callable[[], object]) -> None:
        """Waits until what it has said so far satisfies this."""
        while not condition():
            assert self._open, f"it ended: {self.out} {self.err}"
            try:
                self._take(*self._news.get(timeout=DEADLINE_S))
            except queue.Empty:
                self._fail_with_stacks()

    def _take(self, lines: list[str], line: str | None) -> None:
        if line is None:
            self._open -= 1
        else:
            lines.append(line)

    @property
    def events(self) -> list[Event]:
        """What it said with --json; every line has to be an object with an event."""
        events = [json.loads(line) for line in self.out]
        assert all(event["event"] for event in events)
        return events

    def event(self, kind: str, **fields: object) -> Event:
        """Waits for the first event of this kind, with these fields."""

        def found() -> list[Event]:
            return [
                event
                for event in self.events
                if event["event"] == kind and fields.items() <= event.items()
            ]

        self.until(found)
        return found()[0]

    def said(self, pattern: str) -> re.Match[str]:
        """Waits for a sentence on stderr."""

        def found() -> re.Match[str] | None:
            return re.search(pattern, "\n".join(self.err))

        self.until(found)
        match = found()
        assert match
        return match

    def type(self, line: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(line.encode())
        self.process.stdin.flush()

    def end_of_input(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()

    def interrupt(self, number: signal.Signals = signal.SIGINT) -> None:
        self.process.send_signal(number)

    def wait(self) -> int:
        """Its exit code."""
        try:
            exit_code = self.process.wait(DEADLINE_S)
        except subprocess.TimeoutExpired:
            self._fail_with_stacks()
        self._read_to_the_end()
        everything = "\n".join((*self.out, *self.err))
        assert "Traceback" not in everything, everything
        assert "Exception ignored" not in everything, everything
        return exit_code

    def _read_to_the_end(self) -> None:
        for reader in self._readers:
            reader.join(DEADLINE_S)
        while not self._news.empty():
            self._take(*self._news.get())

    def _fail_with_stacks(self) -> NoReturn:
        """It hangs: what it said, and where each of its threads is."""
        self.process.send_signal(signal.SIGABRT)
        self.process.wait(DEADLINE_S)
        self._read_to_the_end()
        pytest.fail("\n".join(("it hangs:", *self.out, *self.err)))

    @property
    def sentences(self) -> str:
        return "\n".join(self.err)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for reader in self._readers:
            reader.join(DEADLINE_S)
        if self.process.stdin:
            with contextlib.suppress(BrokenPipeError):
                self.process.stdin.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def run(*words: str | Path, **options: Any) -> Program:
    """Runs the program to its end, without anything typed."""
    with Program(*words, stdin=subprocess.DEVNULL, **options) as program:
        program.wait()
        return program


class Receiver(Program):
    """A `receive` with --json on a free port of this computer."""

    def __init__(
        self,
        folder: Path,
        *words: str,
        name: str = "Bob",
        setup: str = "",
        into: Path | None = None,
    ) -> None:
        self.profile = new_profile(folder, name)
        self.into = into or folder / f"received by {name}"
        super().__init__(
            *("--profile", self.profile, "receive", "--json", "--into", self.into),
            *("--listen", f"{LOOPBACK}:0", *words),
            setup=setup,
        )
        try:
            self.listening = self.event("listening")
        except BaseException:
            self.close()
            raise

    @property
    def target(self) -> str:
        return f"{LOOPBACK}:{self.listening['port']}"

    def stop(self) -> None:
        """Ctrl+C."""
        self.interrupt()
        assert self.wait() == 130


def send_to(
    target: object, profile: Path, letter: Path, *words: str, setup: str = HASTY
) -> Program:
    return run("--profile", profile, "send", letter, "--to", str(target), *words, setup=setup)


def said(error: type[DesktopxferError]) -> str:
    """The part of its sentence that names nothing."""
    return max(re.split(r"\{\w+\}", error.sentence), key=len).strip()


def assert_failed(
    program: Program, error: type[DesktopxferError], exit_code: int | None = None
) -> None:
    """It ended with this error's sentence, or with --json its event, and nothing else."""
    assert program.process.returncode == (error.exit_code if exit_code is None else exit_code)
    if "--json" in program.process.args:  # type: ignore[operator]
        assert [event["error"] for event in program.events if event["event"] == "failed"] == [
            code_of(error)
        ]
        assert said(error) in program.events[-1]["message"]
        assert not program.err
    else:
        assert said(error) in program.sentences
        assert not program.out


def leftovers(folder: Path) -> Sequence[Path]:
    """What an unfinished transfer must not leave behind."""
    return [path for path in folder.rglob("*") if path.name.startswith(STAGING_PREFIX)]


@contextlib.contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    """A small disk of its own; skips the test where none may be mounted."""
    needs.root()
    folder.mkdir()
    disk = ["mount", "-t", "tmpfs", "-o", options, "desktopxfer-test", str(folder)]
    tried = subprocess.run(disk, capture_output=True, text=True)
    if tried.returncode != 0:
        pytest.skip(f"needs to mount a disk: {tried.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)
