"""Owns the command line: the same engine as the window, without Qt."""

import argparse
import contextlib
import queue
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from desktopxfer import __version__, reporting
from desktopxfer.device import Address, Device
from desktopxfer.errors import (
    Cancelled,
    Declined,
    DesktopxferError,
    DeviceNotFound,
    NotReceiving,
    UnknownHost,
    code_of,
)
from desktopxfer.identity import certificate
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.network.listener import Listener
from desktopxfer.offer import Decision, Offer
from desktopxfer.reporting import People, Programs, TransferReport
from desktopxfer.settings import Profile, Settings, Visibility
from desktopxfer.transfer import receiver, sender
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.conversation import LocalDevice
from desktopxfer.transfer.devices import devices_around, find
from desktopxfer.transfer.progress import Connected, Event

if TYPE_CHECKING:
    from desktopxfer.network.announcement import Found

FIND_TIMEOUT_S = 5.0  # a device that is there answers an mDNS question within a second or two
DEVICES_WAIT_S = 3.0

EXIT_CODES = """exit codes: 0 all arrived, 1 something failed, 2 usage, 3 declined, 4 unreachable,
130 interrupted"""

OpenWindow = Callable[[Path | None, Sequence[Path]], int]


def main(argv: Sequence[str], open_window: OpenWindow) -> int:
    """Runs one command, or opens the window. Returns the exit code."""
    try:
        arguments = _parser().parse_args(argv) if _names_a_command(argv) else _window(argv)
    except SystemExit as end:  # argparse: 2 for usage, 0 for --help
        return end.code if isinstance(end.code, int) else 2
    if arguments.command is None:
        return open_window(arguments.profile, arguments.paths)
    try:
        return int(arguments.command(_Context.load(arguments), arguments))
    except KeyboardInterrupt:
        return Cancelled.exit_code
    except DesktopxferError as error:
        reporting.failed(error, as_json=arguments.json)
        return error.exit_code
    except BrokenPipeError:  # whoever read our output has gone
        sys.stderr.close()
        return 1


# The words --------------------------------------------------------------------------------------


def _names_a_command(argv: Sequence[str]) -> bool:
    """Whether the first word after --profile is a command; a file of that name is `./send`."""
    words = iter(argv)
    for word in words:
        if word == "--profile":
            next(words, None)
        elif not word.startswith("--profile="):
            return word in COMMANDS or word in {"-h", "--help", "--version"}
    return False


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--profile", type=Path, metavar="DIR", help="keep identity, settings and memory in DIR"
    )


def _window(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("desktopxfer", usage=USAGE)
    _common(parser)
    parser.add_argument("paths", nargs="*", type=Path)
    return parser.parse_args(argv, argparse.Namespace(command=None))


USAGE = """desktopxfer [--profile DIR] [PATH...]
       desktopxfer [--profile DIR] {send,receive,devices,identity} ..."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "desktopxfer",
        usage=USAGE,
        description="Sends files from one computer to another. Without a command it opens the "
        "window, and PATHs wait there for a device.",
        epilog=EXIT_CODES,
    )
    _common(parser)
    parser.add_argument("--version", action="version", version=f"desktopxfer {__version__}")
    commands = parser.add_subparsers(required=True, title="commands", metavar="")
    for name, (run, text, add_arguments) in COMMANDS.items():
        command = commands.add_parser(name, help=text, description=text, epilog=EXIT_CODES)
        add_arguments(command)
        command.add_argument("--json", action="store_true", help="one JSON object a line on stdout")
        command.set_defaults(command=run)
    return parser


def _send_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument(
        "--to",
        required=True,
        metavar="TARGET",
        help="device name, device id (its first digits are enough) or HOST[:PORT]",
    )


def _receive_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--into", type=Path, metavar="DIR", help="save here")
    parser.add_argument("--accept", choices=("ask", "everyone"), default="ask")
    parser.add_argument("--listen", metavar="HOST:PORT", help="port 0 takes any free one")
    parser.add_argument("--once", action="store_true", help="end after one transfer")


def _devices_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--wait", type=float, default=DEVICES_WAIT_S, metavar="SECONDS")


def _identity_arguments(_parser: argparse.ArgumentParser) -> None: ...


# What every command needs -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Context:
    profile: Profile
    settings: Settings
    local: LocalDevice
    known: KnownDevices
    as_json: bool

    @classmethod
    def load(cls, arguments: argparse.Namespace) -> "_Context":
        profile = Profile(arguments.profile)
        settings = profile.load_settings()
        known = KnownDevices(profile)
        local = LocalDevice(certificate.load_or_create(profile), settings.device_name)
        for warning in profile.warnings:
            reporting.say(warning)
        return cls(profile, settings, local, known, arguments.json)

    @property
    def device_id(self) -> str:
        return self.local.identity.device_id

    def report(self, sources: Sequence[Path] = ()) -> TransferReport:
        return Programs(sources) if self.as_json else People(sources)


@contextlib.contextmanager
def _on_stop(action: Callable[[], None]) -> Iterator[None]:
    """What Ctrl+C and SIGTERM do. Main thread only."""
    signals = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, lambda *_: action()) for number in signals]
    try:
        yield
    finally:
        for number, handler in zip(signals, before, strict=True):
            signal.signal(number, handler)


def _interrupt() -> None:
    raise KeyboardInterrupt


# send -------------------------------------------------------------------------------------------


def _send(context: _Context, arguments: argparse.Namespace) -> int:
    control = Control()
    report = context.report([path.absolute() for path in arguments.paths])

    def on_event(event: Event) -> None:
        if isinstance(event, Connected):
            context.known.met(event.peer)
        report(event)

    with _on_stop(control.cancel):
        try:
            device = _target(context, arguments.to, control)
            sender.send(arguments.paths, device, context.local, on_event=on_event, control=control)
        except DesktopxferError as error:
            if isinstance(error, UnknownHost) and not _is_address(arguments.to):
                error = DeviceNotFound(arguments.to)  # the word was meant as a device's name
            report.failed(error)
            return error.exit_code
    return 1 if report.problems else 0


def _target(context: _Context, text: str, control: Control) -> Device:
    """The device that TARGET means. Raises DeviceNotFound, AmbiguousDevice or BadAddress."""
    if _is_address(text):
        return find(text, ())
    with _Neighbours(context) as neighbours:
        deadline = time.monotonic() + FIND_TIMEOUT_S
        while True:
            device = find(text, neighbours.devices())
            if device.device_id or time.monotonic() >= deadline:
                return device
            control.check()
            neighbours.wait(0.25)  # so that Ctrl+C is seen


def _is_address(text: str) -> bool:
    """Whether it can only be an address, so that nobody has to be looked for."""
    return "." in text or ":" in text or text == "localhost"


class _Neighbours:
    """The devices that are heard at the moment or known from before."""

    def __init__(self, context: _Context) -> None:
        # Only where somebody is looked for: it takes as long to import as everything else together.
        from desktopxfer.network.discovery import Discovery  # noqa: PLC0415

        self._context = context
        self._found: "tuple[Found, ...]" = ()
        self._changed = threading.Event()
        self.discovery = Discovery(
            context.device_id, context.settings.listen_host, on_change=self._take
        )

    def _take(self, found: "tuple[Found, ...]") -> None:
        self._found = found
        self._changed.set()

    def devices(self) -> tuple[Device, ...]:
        return devices_around(self._found, self._context.known, self._context.device_id)

    def wait(self, seconds: float) -> None:
        """Returns after that time, or as soon as the devices have changed."""
        self._changed.wait(seconds)
        self._changed.clear()

    def __enter__(self) -> Self:
        self.discovery.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.discovery.close()


# receive ----------------------------------------------------------------------------------------


def _receive(context: _Context, arguments: argparse.Namespace) -> int:
    settings = context.settings
    if arguments.listen:
        host, port = Address.parse(arguments.listen, lowest_port=0)
        listener = Listener(host, port)
    else:
        host = settings.listen_host
        listener = Listener(host, settings.port, or_next=True)
    into = (arguments.into or Path(settings.download_folder)).absolute()
    receiving = _Receiving(context, listener, into, arguments)
    with _on_stop(_interrupt), _announced(context, host, listener.port):
        reporting.listening(host, listener.port, context.device_id, as_json=context.as_json)
        return receiving.run()


@contextlib.contextmanager
def _announced(context: _Context, host: str, port: int) -> Iterator[None]:
    if context.settings.visibility is Visibility.NOBODY:
        yield
        return
    from desktopxfer.network.discovery import Discovery  # noqa: PLC0415 - see _Neighbours

    discovery = Discovery(context.device_id, host, on_change=lambda _found: None)
    discovery.announce(context.local.name, context.local.platform, port)
    discovery.start()
    try:
        yield
    finally:
        discovery.close()


@dataclass(frozen=True, slots=True)
class _Question:
    """An offer that waits for the person at the terminal."""

    offer: Offer
    code: str
    report: TransferReport
    control: Control


class _Receiving:
    """The receive command: a thread for each connection, questions asked one by one in this one."""

    def __init__(
        self, context: _Context, listener: Listener, into: Path, arguments: argparse.Namespace
    ) -> None:
        self._context = context
        self._listener = listener
        self._into = into
        self._ask = arguments.accept == "ask"
        self._once = arguments.once
        self._inbox: queue.SimpleQueue[_Question | int] = queue.SimpleQueue()  # or an exit code
        self._lock = threading.Lock()
        self._running: dict[Control, threading.Thread] = {}
        self._taken = False  # with --once: the one transfer is there

    def run(self) -> int:
        """Listens until Ctrl+C, or with --once until one offer has come to its end."""
        accepting = threading.Thread(
            target=self._listener.serve, args=(self._begin,), name="listener"
        )
        accepting.start()
        try:
            while True:
                match self._inbox.get():
                    case _Question() as question:
                        self._put(question)
                    case int() as exit_code if self._once:
                        return exit_code
        finally:
            self._listener.close()
            accepting.join()
            with self._lock:
                running = dict(self._running)
            for control, thread in running.items():
                control.cancel()
                thread.join()

    def _begin(self, sock: socket.socket, address: Address) -> None:
        control = Control()
        thread = threading.Thread(
            target=self._one, args=(sock, address, control), name=f"receive from {address}"
        )
        with self._lock:
            self._running[control] = thread
        thread.start()

    def _one(self, sock: socket.socket, address: Address, control: Control) -> None:
        report = self._context.report()
        offered = False

        def ask(offer: Offer, code: str) -> None:
            nonlocal offered
            with self._lock:
                busy = self._once and self._taken
                self._taken = True
            if busy:
                control.answer(Decision(None, error=code_of(NotReceiving)))
                return
            offered = True
            report.offered(offer, code)
            if self._ask:
                self._inbox.put(_Question(offer, code, report, control))
            else:
                control.answer(Decision(self._into))

        exit_code = 0
        try:
            finished = receiver.receive(
                sock, address, self._context.local, ask=ask, on_event=report, control=control
            )
            exit_code = 1 if report.problems else 0 if finished else Declined.exit_code
        except DesktopxferError as error:
            exit_code = error.exit_code
            if offered:  # before that it was not a transfer, only somebody at the port
                report.failed(error)
        finally:
            self._listener.release(address)
            with self._lock:
                del self._running[control]
            if offered:
                self._inbox.put(exit_code)

    def _put(self, question: _Question) -> None:
        """Asks the person; with --json the answer is a line `yes` or `no` as well."""
        if not self._context.as_json:
            print(f"Save in {self._into}? [y/N] ", end="", file=sys.stderr, flush=True)
        accepted = sys.stdin.readline().strip().lower() in {"y", "yes"}
        question.control.answer(Decision(self._into if accepted else None))


# devices, identity ------------------------------------------------------------------------------


def _devices(context: _Context, arguments: argparse.Namespace) -> int:
    with _on_stop(_interrupt), _Neighbours(context) as neighbours:
        deadline = time.monotonic() + arguments.wait
        while (left := deadline - time.monotonic()) > 0:
            neighbours.wait(left)
        devices = neighbours.devices()
    for device in devices:
        reporting.device(device, as_json=context.as_json)
    return 0


def _identity(context: _Context, _arguments: argparse.Namespace) -> int:
    reporting.identity(
        context.device_id, context.local.name, context.profile.root, as_json=context.as_json
    )
    return 0


COMMANDS = {
    "send": (_send, "send files and folders to a device", _send_arguments),
    "receive": (_receive, "accept what others send, without a window", _receive_arguments),
    "devices": (_devices, "list the devices around", _devices_arguments),
    "identity": (_identity, "show who this device is", _identity_arguments),
}
