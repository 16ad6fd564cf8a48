"""Owns the command line: the same engine as the window, without Qt."""

import argparse
import contextlib
import os
import queue
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from msgspec.structs import replace

from desktopxfer import __version__, reporting
from desktopxfer.device import Address, Device, Peer, Trust
from desktopxfer.errors import (
    Cancelled,
    Declined,
    DesktopxferError,
    DeviceNotFound,
    IdentityChanged,
    NotReceiving,
    PortReplaced,
    UnknownHost,
    UpdateHere,
    UpdateThere,
    code_for_peer,
    code_of,
)
from desktopxfer.identity import certificate
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.network.listener import Listener
from desktopxfer.offer import Decision, Offer
from desktopxfer.reporting import OutputLost, People, Programs, TransferReport
from desktopxfer.settings import Profile, Settings, Visibility
from desktopxfer.transfer import receiver, sender
from desktopxfer.transfer.admission import Admission
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.conversation import LocalDevice
from desktopxfer.transfer.devices import devices_around, find, is_address, pinned
from desktopxfer.transfer.pairing import pair
from desktopxfer.transfer.progress import Connected, Event, Paired
from desktopxfer.transfer.room import check_room

if TYPE_CHECKING:
    from desktopxfer.network.announcement import Found

FIND_TIMEOUT_S = 5.0  # a device that is there answers an mDNS question within a second or two
REMEMBERED_TIMEOUT_S = 2.0  # for a known device to say where it is now, before the old address
NAMESAKES_TIMEOUT_S = 0.5  # for others of that name to be heard: answers come within 120 ms
DEVICES_WAIT_S = 3.0
LONGEST_WAIT_S = 24 * 3600

SAME_CODE = "Do both screens show it?"

EXIT_CODES = """exit codes: 0 all arrived, 1 something failed, 2 usage, 3 declined, 4 unreachable,
5 not the device it claims to be, 130 interrupted"""

OpenWindow = Callable[[Path | None, Sequence[Path]], int]


def main(argv: Sequence[str], open_window: OpenWindow) -> int:
    """Runs one command, or opens the window. Returns the exit code."""
    try:
        arguments = _parser().parse_args(argv) if _names_a_command(argv) else _window(argv)
    except SystemExit as end:  # argparse: 2 for usage, 0 for --help
        return end.code if isinstance(end.code, int) else 2
    if arguments.command is None:
        return open_window(arguments.profile, arguments.paths)
    reporting.prepare()
    try:
        return _run(arguments)
    except OutputLost:
        reporting.fall_silent()
        return 1


def _run(arguments: argparse.Namespace) -> int:
    try:
        return int(arguments.command(_Context.load(arguments), arguments))
    except KeyboardInterrupt:
        return Cancelled.exit_code
    except DesktopxferError as error:
        reporting.failed(error, as_json=arguments.json)
        return error.exit_code


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


def _path(text: str) -> Path:
    """An empty word is a mistake (`send "$FILE"` without a FILE), not the current folder."""
    if not text:
        raise argparse.ArgumentTypeError("an empty path")
    return Path(text)


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 <= seconds <= LONGEST_WAIT_S:
        raise argparse.ArgumentTypeError(f"not between 0 and {LONGEST_WAIT_S} seconds")
    return seconds


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--profile", type=_path, metavar="DIR", help="keep identity, settings and memory in DIR"
    )


def _window(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("desktopxfer", usage=USAGE)
    _common(parser)
    parser.add_argument("paths", nargs="*", type=_path)
    return parser.parse_args(argv, argparse.Namespace(command=None))


USAGE = """desktopxfer [--profile DIR] [PATH...]
       desktopxfer [--profile DIR] {send,receive,pair,trust,devices,identity} ..."""


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
    commands = parser.add_subparsers(
        required=True, title="commands", metavar="", prog="desktopxfer"
    )
    for name, (run, text, add_arguments) in COMMANDS.items():
        command = commands.add_parser(name, help=text, description=text, epilog=EXIT_CODES)
        add_arguments(command)
        command.add_argument("--json", action="store_true", help="one JSON object a line on stdout")
        command.set_defaults(command=run)
    return parser


def _send_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=_path, metavar="PATH")
    parser.add_argument(
        "--to",
        required=True,
        metavar="TARGET",
        help="device name, device id (its first digits are enough) or HOST[:PORT]",
    )


def _receive_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--into", type=_path, metavar="DIR", help="save here")
    parser.add_argument("--accept", choices=("ask", "trusted", "everyone"), default="ask")
    parser.add_argument("--listen", metavar="HOST:PORT", help="port 0 takes any free one")
    parser.add_argument("--once", action="store_true", help="end after one transfer")


def _pair_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", metavar="TARGET", help="device name, device id or HOST[:PORT]")


def _trust_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("list", "forget", "block"))
    parser.add_argument("id", nargs="?", default="", metavar="ID", help="device id or name")


def _devices_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--wait", type=_seconds, default=DEVICES_WAIT_S, metavar="SECONDS")


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
    """What Ctrl+C, SIGTERM and a closed terminal do. Main thread only."""
    signals = [signal.SIGINT, signal.SIGTERM]
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signals.append(signal.SIGHUP)  # unless nohup was asked for
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

    with control.wakeup, _on_stop(control.cancel):
        try:
            device = _target(context, arguments.to, control)
            sender.send(
                arguments.paths,
                device,
                context.local,
                check_peer=context.known.check,
                on_event=on_event,
                control=control,
            )
        except DesktopxferError as error:
            if isinstance(error, UnknownHost) and not is_address(arguments.to):
                error = DeviceNotFound(arguments.to)  # the word was meant as a device's name
            report.failed(error)
            return error.exit_code
    return 1 if report.problems else 0


def _target(context: _Context, text: str, control: Control) -> Device:
    """The device that TARGET means. Raises DeviceNotFound, AmbiguousDevice or BadAddress."""
    if is_address(text):
        return pinned(context.known, find(text, ()))
    with _Neighbours(context) as neighbours:
        began = time.monotonic()
        while True:
            waited_s = time.monotonic() - began
            if device := _found_after(waited_s, text, neighbours.devices()):
                return device
            control.check()
            neighbours.wait(0.1)  # so that Ctrl+C is seen


def _found_after(waited_s: float, text: str, devices: Sequence[Device]) -> Device | None:
    """The device, or None while waiting on may still change the answer."""
    try:
        device = find(text, devices)
    except DeviceNotFound:
        if waited_s < FIND_TIMEOUT_S:
            return None
        raise
    if device.online:
        enough_s = NAMESAKES_TIMEOUT_S
    else:
        enough_s = REMEMBERED_TIMEOUT_S if device.device_id else FIND_TIMEOUT_S
    return device if waited_s >= enough_s else None


class _Neighbours:
    """The devices that are heard at the moment or known from before."""

    def __init__(self, context: _Context) -> None:
        # Only where somebody is looked for: it takes as long to import as everything else together.
        from desktopxfer.network.discovery import Discovery  # noqa: PLC0415

        self._context = context
        self._found: tuple[Found, ...] = ()
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
    if not arguments.listen and listener.port != settings.port != 0:
        reporting.say(str(PortReplaced(str(settings.port), str(listener.port))))
    with _on_stop(receiving.stop), _announced(context, host, listener.port):
        reporting.listening(listener.address, context.device_id, as_json=context.as_json)
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


@dataclass(frozen=True, slots=True, eq=False)
class _Question:
    """Something that the person at the terminal decides about one connection."""

    control: Control
    text: str
    answer: Callable[[bool], None]


@dataclass(frozen=True, slots=True)
class _Answer:
    question: _Question
    yes: bool


@dataclass(frozen=True, slots=True)
class _Ended:
    """A connection is over; its question, if it still stands, with it."""

    control: Control
    exit_code: int | None  # None: it came to no offer, and was only somebody at the port


@dataclass(frozen=True, slots=True)
class _Stop:
    """The person, or whoever reads the output, wants no more."""

    error: BaseException


class _Receiving:
    """The receive command: a thread for each connection, one for the answer that is typed.

    The main thread owns the questions and asks them one by one.
    """

    def __init__(
        self, context: _Context, listener: Listener, into: Path, arguments: argparse.Namespace
    ) -> None:
        self.context = context
        self.into = into
        self.asks = arguments.accept == "ask"
        trusted_only = arguments.accept == "trusted"
        self.admission = Admission(
            context.known, Visibility.TRUSTED if trusted_only else context.settings.visibility
        )
        self.inbox: queue.SimpleQueue[_Question | _Answer | _Ended | _Stop] = queue.SimpleQueue()
        self._listener = listener
        self._once = arguments.once
        self._questions: list[_Question] = []
        self._reading = False  # a line that answers the question which was shown before it
        self._lock = threading.Lock()
        self._running: dict[Control, threading.Thread] = {}
        self._taken = False  # with --once: the one transfer is there

    def run(self) -> int:
        """Listens until stop(), or with --once until one offer has come to its end."""
        accepting = threading.Thread(
            target=self._listener.serve, args=(self._begin,), name="listener"
        )
        accepting.start()
        try:
            return self._converse()
        finally:
            self._listener.close()
            accepting.join()
            with self._lock:
                running = dict(self._running)
            for control in running:
                control.cancel()
            for thread in running.values():
                thread.join()

    def stop(self) -> None:
        """Ends run(). For a signal handler: it only leaves a note, whatever the thread is at."""
        self.inbox.put(_Stop(KeyboardInterrupt()))

    def _converse(self) -> int:
        while True:
            match self.inbox.get():
                case _Question() as question:
                    self._questions.append(question)
                case _Answer(question, yes):
                    self._reading = False
                    if question in self._questions:  # else it came too late
                        self._questions.remove(question)
                        question.answer(yes)
                case _Ended(control, exit_code):
                    self._questions = [one for one in self._questions if one.control != control]
                    if self._once and exit_code is not None:
                        return exit_code
                case _Stop(error):
                    raise error
            if self._questions and not self._reading:
                self._ask_person(self._questions[0])

    def _ask_person(self, question: _Question) -> None:
        def read() -> None:
            self.inbox.put(_Answer(question, _read_yes()))

        if not self.context.as_json:
            reporting.ask(question.text)
        self._reading = True
        # A daemon: nothing ends a read from a terminal, and the program need not wait for it.
        threading.Thread(target=read, name="stdin", daemon=True).start()

    def _begin(self, sock: socket.socket, address: Address) -> None:
        control = Control()
        thread = threading.Thread(
            target=self._serve, args=(sock, address, control), name=f"receive from {address}"
        )
        with self._lock:  # it must be listed before it can end
            try:
                thread.start()
            except RuntimeError:  # the system allows no more threads
                control.wakeup.close()
                raise
            self._running[control] = thread

    def _serve(self, sock: socket.socket, address: Address, control: Control) -> None:
        exit_code: int | None = 1
        try:
            exit_code = _Arrival(self, control).receive(sock, address)
        except OutputLost as lost:
            self.inbox.put(_Stop(lost))
        finally:
            self._listener.release(address)
            with self._lock:
                del self._running[control]
            self.inbox.put(_Ended(control, exit_code))

    def claim(self) -> bool:
        """Whether there is room for one more transfer: with --once only for the first."""
        with self._lock:
            free = not (self._once and self._taken)
            self._taken = True
        return free


class _Arrival:
    """One connection of the receive command, in its own thread."""

    def __init__(self, receiving: _Receiving, control: Control) -> None:
        self._receiving = receiving
        self._control = control
        self._report = receiving.context.report()
        self._offered = False
        self._refusal: DesktopxferError | None = None  # by this computer, not by the person

    def receive(self, sock: socket.socket, address: Address) -> int | None:
        """Returns the exit code that this would mean; None if nothing was offered."""
        try:
            finished = receiver.receive(
                sock,
                address,
                self._receiving.context.local,
                admission=self._receiving.admission,
                ask=self._ask,
                ask_code=self._ask_code,
                on_event=self._on_event,
                control=self._control,
            )
        except DesktopxferError as error:
            # Who said nothing that concerns the person here was only somebody at the port.
            if self._offered or isinstance(error, IdentityChanged | UpdateHere | UpdateThere):
                self._report.failed(error)
            return error.exit_code if self._offered else None
        if not self._offered:
            return None
        if finished is None:
            return (self._refusal or Declined()).exit_code
        return 1 if self._report.problems else 0

    def _ask(self, offer: Offer, code: str) -> None:
        if not self._receiving.claim():
            self._control.answer(Decision(None, error=code_of(NotReceiving)))
            return
        self._offered = True
        self._report.offered(offer, code)
        try:
            check_room(self._receiving.into, offer.total_bytes)
        except DesktopxferError as error:  # nobody is asked for what cannot be
            self._refusal = error
            self._report.failed(error)
            self._control.answer(Decision(None, error=code_for_peer(error)))
            return
        if self._receiving.asks:
            text = f"Save in {self._receiving.into}?"
            self._receiving.inbox.put(_Question(self._control, text, self._decide))
        else:
            self._decide(True)

    def _decide(self, yes: bool) -> None:
        self._control.answer(Decision(self._receiving.into if yes else None))

    def _ask_code(self, peer: Peer, code: str) -> None:
        self._report.code(peer, code)
        self._receiving.inbox.put(_Question(self._control, SAME_CODE, self._control.confirm))

    def _on_event(self, event: Event) -> None:
        if isinstance(event, Paired):
            self._receiving.context.known.trust(event.peer)
        self._report(event)


def _read_yes() -> bool:
    """Reads one line of standard input; its end means no. Takes no byte of the next line.

    Not through sys.stdin: its lock, held by a thread that still reads, aborts the program's end.
    """
    line = b""
    with contextlib.suppress(OSError):  # closed
        while (byte := os.read(0, 1)) and byte != b"\n":
            line += byte
    return line.strip().lower() in {b"y", b"yes"}


# pair, trust ------------------------------------------------------------------------------------


def _pair(context: _Context, arguments: argparse.Namespace) -> int:
    control = Control()
    report = context.report()

    def ask(peer: Peer, code: str) -> None:
        report.code(peer, code)
        if not context.as_json:
            reporting.ask(SAME_CODE)
        # Reading the answer must not keep us from hearing the other side.
        threading.Thread(
            target=lambda: control.confirm(_read_yes()), name="stdin", daemon=True
        ).start()

    with control.wakeup, _on_stop(control.cancel):
        try:
            device = _target(context, arguments.target, control)
            peer = pair(
                device, context.local, check_peer=context.known.check, ask=ask, control=control
            )
        except DesktopxferError as error:
            report.failed(error)
            return error.exit_code
    context.known.met(peer, device)
    context.known.trust(peer)
    report(Paired(peer))
    return 0


def _trust(context: _Context, arguments: argparse.Namespace) -> int:
    devices = devices_around((), context.known, context.device_id)
    if arguments.action == "list":
        for device in devices:
            if device.trust is not Trust.NEW:
                reporting.device(device, as_json=context.as_json)
        return 0
    if not arguments.id:
        raise DeviceNotFound("without an id")
    device = find(arguments.id, devices)
    if not device.device_id:
        raise DeviceNotFound(arguments.id)
    if arguments.action == "forget":
        context.known.forget(device)
    else:
        known = context.known.get(device.device_id)
        context.known.remember(replace(known, trust=Trust.BLOCKED))
    return 0


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
    "pair": (_pair, "compare codes with a device and trust each other", _pair_arguments),
    "trust": (_trust, "list, forget or block devices that were met", _trust_arguments),
    "devices": (_devices, "list the devices around", _devices_arguments),
    "identity": (_identity, "show who this device is", _identity_arguments),
}
