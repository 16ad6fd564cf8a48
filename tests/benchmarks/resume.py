"""Owns what it costs when both programs are killed half way: what is sent again, and how long it
takes until they go on."""

import contextlib
import os
import shutil
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktopxfer.device import Address
from desktopxfer.protocol.framing import encode
from desktopxfer.protocol.session import manifest_pages
from desktopxfer.transfer.outgoing import scan
from tests.benchmarks.measure import BenchmarkFailed, Command, background
from tests.benchmarks.peers import HOST, listening_port
from tests.network.peers import Server

GREETING_BYTES = 8192  # more than the handshake and the small messages before the first content
STEP_BYTES = 256 * 1024

# A program of its own, as the person would start it again. Where the other device is it is told,
# for how long that takes is the network's matter.
RESUME = """
import sys
from pathlib import Path
from desktopxfer.device import Address, Device
from desktopxfer.identity import certificate
from desktopxfer.settings import Profile
from desktopxfer.transfer import sender
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.conversation import LocalDevice
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.progress import Stage

profile = Profile(Path(sys.argv[1]))
memory = Memory(profile)
record = memory.store.records(Stage.INTERRUPTED)[0]
finished = sender.resume(
    record.key,
    Device(record.device_id, record.peer_name, "", (Address.parse(sys.argv[2]),), online=True),
    LocalDevice(certificate.load_or_create(profile), "sender"),
    memory=memory,
    check_peer=lambda _peer: None,
    on_event=lambda _event: None,
    control=Control(),
)
memory.close()
sys.exit(finished.failed)
"""


@dataclass(frozen=True, slots=True)
class Resumed:
    """One transfer that was killed half way."""

    total_bytes: int
    sent_again_bytes: int  # counted on the wire: more than when nobody is killed
    wait_s: float  # from the start of the sending program until the first new content


class Wire(Server):
    """Passes everything on to `target` and counts what the one that connects says."""

    def __init__(self) -> None:
        self.target = Address(HOST, 0)
        self.passed = 0
        self._awaited: tuple[int, Callable[[], None]] | None = None
        super().__init__(self._join)

    def at(self, count: int, action: Callable[[], None]) -> None:
        """Counts from 0 again, and acts once, as soon as so many bytes have passed."""
        self.passed, self._awaited = 0, (count, action)

    def _join(self, client: socket.socket) -> None:
        with socket.create_connection(self.target) as server:
            for sock in (client, server):
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            back = threading.Thread(target=self._pass_on, args=(server, client), name="back")
            back.start()
            self._pass_on(client, server, self._count)
            back.join()

    def _count(self, count: int) -> None:
        self.passed += count
        if self._awaited and self.passed >= self._awaited[0]:
            (_, action), self._awaited = self._awaited, None
            action()

    def _pass_on(
        self,
        source: socket.socket,
        target: socket.socket,
        count: Callable[[int], None] = lambda _count: None,
    ) -> None:
        buffer = memoryview(bytearray(STEP_BYTES))
        with contextlib.suppress(OSError):
            while size := source.recv_into(buffer):
                target.sendall(buffer[:size])
                count(size)
        for sock in (source, target):
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)


def kill_and_resume(source: Path, folder: Path) -> Resumed:
    """Sends `source`, kills both programs half way, and lets them go on. Saves in `folder`/into."""
    total, offer = _sizes(source)
    with Wire() as wire:
        send = _program(folder, "sender", "send", str(source), "--to", str(wire.address))
        with _receiving(folder, wire) as receiver:
            Command(send).succeed()
            receiver.succeed()
        undisturbed = wire.passed
        shutil.rmtree(folder / "into")
        with _receiving(folder, wire) as receiver:
            programs = [receiver]

            def kill() -> None:
                for program in programs:
                    os.kill(program.pid, signal.SIGKILL)

            wire.at(offer + total // 2, kill)
            with background(send) as sender:
                programs.append(sender)
                for program in programs:
                    if program.wait().exit_code != -signal.SIGKILL:
                        raise BenchmarkFailed(f"it ended too soon:\n{program.wait().output}")
        passed = wire.passed
        with _receiving(folder, wire) as receiver:
            flows: list[float] = []
            wire.at(offer + GREETING_BYTES, lambda: flows.append(time.monotonic()))
            start = time.monotonic()
            resume = [sys.executable, "-c", RESUME, str(folder / "sender"), str(wire.address)]
            Command(resume).succeed()
            receiver.succeed()
        passed += wire.passed
    if not flows:
        raise BenchmarkFailed("there was nothing to go on with")
    return Resumed(total, passed - offer - undisturbed, flows[0] - start)


@contextlib.contextmanager
def _receiving(folder: Path, wire: Wire) -> Iterator[Command]:
    words = ["receive", "--once", "--accept", "everyone", "--listen", f"{HOST}:0", "--json"]
    program = _program(folder, "receiver", *words, "--into", str(folder / "into"))
    with background(program) as receiver:
        wire.target = Address(HOST, listening_port(receiver))
        yield receiver


def _sizes(source: Path) -> tuple[int, int]:
    """The bytes of the content, and of the list of it that is sent before."""
    entries = scan([source]).entries
    offer = sum(len(encode(page)) for page in manifest_pages(entries))
    return sum(entry.size for entry in entries), offer


def _program(folder: Path, profile: str, *words: str) -> list[str]:
    return [sys.executable, "-m", "desktopxfer", "--profile", str(folder / profile), *words]
