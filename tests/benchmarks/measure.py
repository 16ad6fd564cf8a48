"""Owns how a command is started, timed and weighed."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
END_TIMEOUT_S = 10.0
LISTEN_TIMEOUT_S = 20.0
LISTEN_STATE = "0A"  # TCP_LISTEN in /proc/net/tcp
POLL_S = 0.005


class BenchmarkFailed(Exception):
    """A command did not do its work, so there is nothing to compare."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    exit_code: int
    peak_bytes: int  # the largest resident memory of any one process of it
    output: str


class Command:
    """A running command of ours with its output in a file, unless `stdout` takes it."""

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        stdin: int = subprocess.DEVNULL,
        stdout: int | None = None,
    ) -> None:
        self.arguments = list(arguments)
        self._output = tempfile.TemporaryFile()  # noqa: SIM115
        self._process = subprocess.Popen(
            self.arguments,
            stdin=stdin,
            stdout=self._output if stdout is None else stdout,
            stderr=self._output,
            cwd=CHECKOUT,  # so that `python -m desktopxfer` is this code, installed or not
        )
        self._ended: Ended | None = None

    @property
    def pid(self) -> int:
        return self._process.pid

    def output(self) -> str:
        size = os.fstat(self._output.fileno()).st_size
        return os.pread(self._output.fileno(), size, 0).decode(errors="replace")

    def wait(self) -> Ended:
        """Waits for its end.

        The system counts the peak from before the command's own program was loaded, so it is at
        least this program's own size: too high by a little rather than too low.
        """
        if self._ended is None:
            _, status, usage = os.wait4(self.pid, 0)
            code = os.waitstatus_to_exitcode(status)
            self._process.returncode = code  # subprocess need not wait for it again
            self._ended = Ended(code, usage.ru_maxrss * 1024, self.output())
            self._output.close()
        return self._ended

    def succeed(self) -> Ended:
        """Waits for its end. Raises BenchmarkFailed with what it said unless it ended well."""
        ended = self.wait()
        if ended.exit_code != 0:
            command = " ".join(self.arguments)
            raise BenchmarkFailed(f"{command}\nended with {ended.exit_code}:\n{ended.output}")
        return ended

    @property
    def running(self) -> bool:
        if self._ended is None and os.waitid(
            os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT
        ):
            self.wait()
        return self._ended is None

    def end(self) -> None:
        """Ends it by its process id if it still runs."""
        if not self.running:
            return
        self._process.terminate()
        deadline = time.monotonic() + END_TIMEOUT_S
        while self.running:
            if time.monotonic() > deadline:
                self._process.kill()
            time.sleep(POLL_S)


@contextlib.contextmanager
def background(
    arguments: Sequence[str], *, stdin: int = subprocess.DEVNULL, stdout: int | None = None
) -> Iterator[Command]:
    """A command that runs beside the block and is ended with it."""
    command = Command(arguments, stdin=stdin, stdout=stdout)
    try:
        yield command
    finally:
        command.end()


def wait_for_listener(port: int, command: Command) -> None:
    """Until somebody listens at a TCP port of 127.0.0.1. Does not connect: some serve only once."""
    deadline = time.monotonic() + LISTEN_TIMEOUT_S
    while not _listens(port):
        if not command.running or time.monotonic() > deadline:
            raise BenchmarkFailed(
                f"{command.arguments[0]} does not listen: {command.wait().output}"
            )
        time.sleep(POLL_S)


def _listens(port: int) -> bool:
    for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]:
        local, state = line.split()[1], line.split()[3]
        if state == LISTEN_STATE and int(local.rpartition(":")[2], 16) == port:
            return True
    return False


def install(programs: dict[str, str]) -> None:
    """Installs the Debian packages of the programs that are missing, or says which they are.

    `programs` maps a program to its package.
    """
    missing = sorted(
        {package for program, package in programs.items() if not shutil.which(program)}
    )
    if not missing:
        return
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(f"The benchmarks need more programs. Install them with: sudo {' '.join(command)}")
    print(f"installing {' '.join(missing)}", file=sys.stderr)
    subprocess.run(["apt-get", "update"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
