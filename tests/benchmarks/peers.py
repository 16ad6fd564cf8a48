"""Owns the programs that are compared: each copies a file or folder over loopback and is timed.

All of them encrypt, and both ends know each other's key. Beyond that they do what they do: ours and
rsync check what has arrived against a checksum, the others trust the channel; all but plain socat
keep trees and times.
"""

import contextlib
import getpass
import json
import os
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from tests.benchmarks.measure import (
    POLL_S,
    BenchmarkFailed,
    Command,
    Ended,
    background,
    wait_for_listener,
)

PROGRAMS = {
    "scp": "openssh-client",
    "ssh-keygen": "openssh-client",
    "/usr/sbin/sshd": "openssh-server",
    "rsync": "rsync",
    "socat": "socat",
    "openssl": "openssl",
    "tar": "tar",
}
HOST = "127.0.0.1"
OUR_NAME = "desktopxfer"
LISTEN_TIMEOUT_S = 30.0


class Peer(Protocol):
    """One way to copy."""

    @property
    def name(self) -> str: ...

    def copy(self, source: Path, into: Path) -> float:
        """Copies `source` below the folder `into`; returns how long the user waited, in seconds.

        The receiving side already listens, the start of the sending program counts, and it ends
        when both sides are done.
        """


@dataclass(frozen=True, slots=True)
class Run:
    """One transfer with our command line."""

    seconds: float
    sender: Ended
    receiver: Ended


@dataclass(frozen=True, slots=True)
class Ours:
    """`desktopxfer send` to `desktopxfer receive`, each with a profile of its own."""

    folder: Path
    name: str = OUR_NAME

    def copy(self, source: Path, into: Path) -> float:
        return self.run(source, into).seconds

    def run(self, source: Path, into: Path) -> Run:
        receive = ["receive", "--once", "--accept", "everyone", "--listen", f"{HOST}:0", "--json"]
        with background(self._command("receiver", *receive, "--into", str(into))) as receiver:
            port = listening_port(receiver)
            send = ["send", str(source), "--to", f"{HOST}:{port}", "--json"]
            start = time.monotonic()
            sender = Command(self._command("sender", *send)).succeed()
            seconds = time.monotonic() - start
            return Run(seconds, sender, receiver.succeed())

    def _command(self, profile: str, *arguments: str) -> list[str]:
        program = [sys.executable, "-m", "desktopxfer", "--profile", str(self.folder / profile)]
        return [*program, *arguments]


def listening_port(receiver: Command) -> int:
    """The port that `desktopxfer receive --json` says it listens at, as soon as it says so."""
    deadline = time.monotonic() + LISTEN_TIMEOUT_S
    while True:
        running = receiver.running
        for event in events(receiver.output() if running else receiver.wait().output):
            if event["event"] == "listening":
                return int(event["port"])
        if not running or time.monotonic() > deadline:
            raise BenchmarkFailed(f"our receiver does not listen: {receiver.wait().output}")
        time.sleep(POLL_S)


def events(output: str) -> Iterator[dict[str, Any]]:
    """The JSON objects in what our command line printed, one for each complete line."""
    for line in output.split("\n")[:-1]:
        if line.startswith("{"):
            yield json.loads(line)


@dataclass(frozen=True, slots=True)
class Ssh:
    """A private sshd that only this user can enter, with a key of its own."""

    port: int
    client: tuple[str, ...]  # options that every OpenSSH client understands

    @property
    def target(self) -> str:
        return f"{getpass.getuser()}@{HOST}"


@dataclass(frozen=True, slots=True)
class Scp:
    ssh: Ssh
    name: str = "scp"

    def copy(self, source: Path, into: Path) -> float:
        port = ["-P", str(self.ssh.port)]
        target = f"{self.ssh.target}:{into}"
        return _timed(["scp", "-q", "-r", "-p", *self.ssh.client, *port, str(source), target])


@dataclass(frozen=True, slots=True)
class Rsync:
    ssh: Ssh
    name: str = "rsync over ssh"

    def copy(self, source: Path, into: Path) -> float:
        shell = shlex.join(["ssh", *self.ssh.client, "-p", str(self.ssh.port)])
        target = f"{self.ssh.target}:{into}"
        return _timed(["rsync", "-a", "-e", shell, str(source), target])


@dataclass(frozen=True, slots=True)
class Tls:
    """How both socats are started: with one certificate that both ends show and trust."""

    certificate: Path
    block_bytes: int = 8192  # socat's own choice

    def listener(self, port: int, *, end: str) -> list[str]:
        address = f"OPENSSL-LISTEN:{port},bind={HOST},reuseaddr,{self._options}"
        return ["socat", "-u", "-b", str(self.block_bytes), address, end]

    def client(self, port: int, *, end: str) -> list[str]:
        address = f"OPENSSL:{HOST}:{port},{self._options}"
        return ["socat", "-u", "-b", str(self.block_bytes), end, address]

    @property
    def _options(self) -> str:
        return f"cert={self.certificate},cafile={self.certificate},verify=1"


@dataclass(frozen=True, slots=True)
class SocatTls:
    """One file as a stream through TLS: the least that any encrypted copy has to do."""

    tls: Tls
    name: str = "socat TLS"

    def copy(self, source: Path, into: Path) -> float:
        port = _free_port()
        with background(self.tls.listener(port, end=f"CREATE:{into / source.name}")) as listener:
            wait_for_listener(port, listener)
            start = time.monotonic()
            Command(self.tls.client(port, end=f"OPEN:{source},rdonly")).succeed()
            listener.succeed()
            return time.monotonic() - start


@dataclass(frozen=True, slots=True)
class TarSocatTls:
    """A tree as one tar stream through TLS."""

    tls: Tls
    name: str = "tar | socat TLS"

    def copy(self, source: Path, into: Path) -> float:
        port = _free_port()
        read, write = os.pipe()
        with background(["tar", "-C", str(into), "-xf", "-"], stdin=read) as unpacking:
            os.close(read)
            with background(self.tls.listener(port, end="STDOUT"), stdout=write) as listener:
                os.close(write)
                wait_for_listener(port, listener)
                start = time.monotonic()
                self._send(source, port)
                listener.succeed()
                unpacking.succeed()
                return time.monotonic() - start

    def _send(self, source: Path, port: int) -> None:
        read, write = os.pipe()
        pack = ["tar", "-C", str(source.parent), "-cf", "-", source.name]
        with background(pack, stdout=write) as packing:
            os.close(write)
            with background(self.tls.client(port, end="STDIN"), stdin=read) as client:
                os.close(read)
                packing.succeed()
                client.succeed()


def _timed(arguments: list[str]) -> float:
    start = time.monotonic()
    Command(arguments).succeed()
    return time.monotonic() - start


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def make_certificate(folder: Path) -> Path:
    """Makes a self-signed certificate with its key in one file, as socat wants it."""
    key, certificate, both = folder / "tls.key", folder / "tls.crt", folder / "tls.pem"
    kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    subprocess.run(
        ["openssl", "req", *kind, "-subj", f"/CN={HOST}", "-keyout", key, "-out", certificate],
        check=True,
        capture_output=True,
    )
    both.write_bytes(key.read_bytes() + certificate.read_bytes())
    return both


@contextlib.contextmanager
def private_sshd(folder: Path) -> Iterator[Ssh]:
    """An sshd on a free port of 127.0.0.1 that lets only a key made for it in, as this user."""
    for key in ("host_key", "user_key"):
        subprocess.run(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / key], check=True
        )
    port = _free_port()
    authorized, known = folder / "authorized_keys", folder / "known_hosts"
    authorized.write_bytes((folder / "user_key.pub").read_bytes())
    known.write_text(f"[{HOST}]:{port} {(folder / 'host_key.pub').read_text()}")
    config = folder / "sshd_config"
    config.write_text(
        f"ListenAddress {HOST}\nPort {port}\nHostKey {folder / 'host_key'}\n"
        f"AuthorizedKeysFile {authorized}\nStrictModes no\nUsePAM no\nPidFile none\n"
        "PasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin yes\n"
        "Subsystem sftp internal-sftp\nLogLevel ERROR\n"
    )
    if os.geteuid() == 0:
        # Where sshd shuts itself in as root; the system's own service makes it at boot.
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    options = {
        "IdentityFile": folder / "user_key",
        "IdentitiesOnly": "yes",
        "UserKnownHostsFile": known,
        "StrictHostKeyChecking": "yes",
        "BatchMode": "yes",
        "LogLevel": "ERROR",
    }
    client = ("-F", "none", *(f"-o{name}={value}" for name, value in options.items()))
    with background(["/usr/sbin/sshd", "-D", "-e", "-f", str(config)]) as sshd:
        wait_for_listener(port, sshd)
        yield Ssh(port, client)
