"""Owns `receive`: accepts what others send, without a window."""

import argparse
import os
import queue
import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from desktopxfer import reporting
from desktopxfer.commands import resume, sending
from desktopxfer.commands.arguments import folder_argument, rate_argument
from desktopxfer.commands.context import Context, on_stop
from desktopxfer.commands.neighbours import announced, device_again
from desktopxfer.commands.questions import (
    KEEP_REPLACE_SKIP,
    SAME_CODE,
    YES_OR_NO,
    OnTaken,
    means_yes,
    on_taken,
    read_line,
)
from desktopxfer.device import Address, Device, Peer
from desktopxfer.errors import (
    Declined,
    DesktopxferError,
    IdentityChanged,
    NotReceiving,
    PortReplaced,
    Stopped,
    UpdateHere,
    UpdateThere,
    code_for_peer,
    code_of,
)
from desktopxfer.network.listener import Listener
from desktopxfer.offer import Conflicts, Decision, Entry, Kind, Offer, path_of
from desktopxfer.reporting import OutputLost
from desktopxfer.settings import Visibility
from desktopxfer.text_safety import printable
from desktopxfer.transfer import receiver
from desktopxfer.transfer.admission import Admission
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.clippings import read_text
from desktopxfer.transfer.progress import (
    EntriesEnded,
    Event,
    Finished,
    GoesOn,
    Paired,
    ResumeWanted,
)
from desktopxfer.transfer.room import check_room
from desktopxfer.transfer.shipment import new_key
from desktopxfer.transfer.store import Record
from desktopxfer.transfer.taken import taken_files

HELP = "accept what others send, without a window"

# Python runs a signal's handler between two steps of the main thread. A signal that comes in the
# moment before a wait begins is noticed only when the wait ends; so none is endless.
SIGNAL_CHECK_S = 1.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--into",
        type=folder_argument,
        metavar="DIR",
        help="where to save, texts too; otherwise files go to the download folder of the settings, "
        "and texts are printed",
    )
    parser.add_argument(
        "--accept",
        choices=("ask", "trusted", "everyone"),
        default="ask",
        help="ask on the terminal (the default), or take what trusted devices or everyone sends",
    )
    parser.add_argument(
        "--listen", metavar="IP:PORT", help="where to listen; port 0 takes any free one"
    )
    parser.add_argument(
        "--conflicts",
        choices=tuple(choice.replace("_", "-") for choice in Conflicts),
        default="keep-both",
        help="what happens with a name that is taken (default: keep-both)",
    )
    parser.set_defaults(wrong_usage=parser.error)
    parser.add_argument(
        "--limit",
        type=rate_argument,
        metavar="RATE",
        help="bytes a second, such as 500k or 2M; 0 is no limit (default: as in the settings)",
    )
    parser.add_argument("--once", action="store_true", help="end after one transfer")


def run(context: Context, arguments: argparse.Namespace) -> int:
    settings = context.settings
    if arguments.conflicts == Conflicts.ASK and arguments.accept != "ask":
        arguments.wrong_usage("--conflicts ask needs somebody to ask: --accept ask")
    if arguments.limit is not None:
        context.local.limits.receiving.rate = arguments.limit
    if arguments.listen:
        host, port = Address.parse(arguments.listen, lowest_port=0)
        listener = Listener(host, port)
    else:
        host = settings.listen_host
        listener = Listener(host, settings.port, or_next=True)
    receiving = _Receiving(context, listener, arguments)
    if not arguments.listen and listener.port != settings.port != 0:
        reporting.say(str(PortReplaced(str(settings.port), str(listener.port))))
    with on_stop(receiving.stop, receiving.close), announced(context, host, listener.port):
        reporting.listening(listener.address, context.device_id, as_json=context.as_json)
        return receiving.run()


@dataclass(frozen=True, slots=True, eq=False)
class _Question:
    """Something that the person at the terminal decides about one connection."""

    control: Control
    text: str
    answer: Callable[[str | None], None]  # takes what read_line() returned


@dataclass(frozen=True, slots=True)
class _Answer:
    question: _Question
    line: str | None


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

    def __init__(self, context: Context, listener: Listener, arguments: argparse.Namespace) -> None:
        self.context = context
        self.into = arguments.into or Path(os.path.abspath(context.settings.download_folder))
        self.shows_texts = arguments.into is None
        self.conflicts = Conflicts(arguments.conflicts.replace("-", "_"))
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
        self._sending: dict[Control, threading.Thread] = {}  # what others asked to go on with
        self._carriers: dict[str, Control] = {}  # which connection carries a transfer, by key
        self._only = ""  # with --once: the one transfer that is there, by key
        self._end: Callable[[Control], None] = Control.cancel  # what becomes of what arrives

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
            self._finish(self._running, self._end)
            self._finish(self._sending, Control.stop)  # second: the first ones may begin some

    def _finish(
        self, running: dict[Control, threading.Thread], end: Callable[[Control], None]
    ) -> None:
        with self._lock:
            running = dict(running)
        for control in running:
            end(control)
        for thread in running.values():
            thread.join()

    def stop(self) -> None:
        """Ends run(). For a signal handler: it only leaves a note, whatever the thread is at."""
        self.inbox.put(_Stop(KeyboardInterrupt()))

    def close(self) -> None:
        """Likewise, but what runs is interrupted and can go on later."""
        self._end = Control.stop
        self.stop()

    def _converse(self) -> int:
        while True:
            try:
                note = self.inbox.get(timeout=SIGNAL_CHECK_S)
            except queue.Empty:
                continue
            match note:
                case _Question() as question:
                    self._questions.append(question)
                case _Answer(question, line):
                    self._reading = False
                    if question in self._questions:  # else it came too late
                        self._questions.remove(question)
                        question.answer(line)
                case _Ended(control, exit_code):
                    self._questions = [one for one in self._questions if one.control != control]
                    if self._once and exit_code is not None:
                        return exit_code
                case _Stop(error):
                    raise error
            if self._questions and not self._reading:
                self._ask_person(self._questions[0])

    def ask_next(self, question: _Question) -> None:
        """Before all that wait: it belongs to the one that was just answered. Main thread."""
        self._questions.insert(0, question)

    def _ask_person(self, question: _Question) -> None:
        def read() -> None:
            self.inbox.put(_Answer(question, read_line()))

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
        arrival = _Arrival(self, control)
        try:
            exit_code = arrival.receive(sock, address)
        except OutputLost as lost:
            self.inbox.put(_Stop(lost))
        finally:
            self._listener.release(address)
            with self._lock:
                del self._running[control]
                if self._carriers.get(arrival.key) is control:
                    del self._carriers[arrival.key]
            self.inbox.put(_Ended(control, exit_code))

    def claim(self, key: str, control: Control) -> bool:
        """Whether there is room for this transfer: with --once only for the first.

        A later connection that goes on with a transfer takes it over from an earlier one.
        """
        with self._lock:
            if self._once and self._only not in {"", key}:
                return False
            self._only = key
            self._carriers[key] = control
            return True

    def carries(self, key: str, control: Control) -> bool:
        """Whether no later connection has taken this transfer over."""
        with self._lock:
            return self._carriers.get(key) is control

    # What this device was sending ------------------------------------------------------------

    def go_on_sending(self, key: str) -> None:
        """The device that was receiving wants the rest. Any thread."""
        record = self.context.memory.store.get(key)
        if record is None:
            return
        control = Control()
        thread = threading.Thread(
            target=self._send, args=(record, control), name=f"send to {record.peer_name}"
        )
        with self._lock:
            self._sending[control] = thread
            thread.start()

    def _send(self, record: Record, control: Control) -> None:
        context = self.context

        def begin(device: Device, *how: Any, **options: Any) -> Finished:
            return resume.go_on(record, device, *how, **options)

        def find(control: Control) -> Device:
            return device_again(context, record, control)

        try:
            report = resume.report_on(context, record)
            sending.deliver(context, begin, find, report, control, sending.patience_s(context))
        except OutputLost as lost:
            self.inbox.put(_Stop(lost))
        finally:
            with self._lock:
                del self._sending[control]


class _Arrival:
    """One connection of the receive command, in its own thread."""

    def __init__(self, receiving: _Receiving, control: Control) -> None:
        self._receiving = receiving
        self._control = control
        self._report = receiving.context.report(key=new_key())
        self._offered = False
        self._into = receiving.into
        self._entries: Sequence[Entry] = ()
        self._undecided: list[int] = []  # with ASK: files that would meet one of their name
        self._chosen: dict[OnTaken, set[int]] = {choice: set() for choice in OnTaken}
        self._refusal: DesktopxferError | None = None  # by this computer, not by the person

    def receive(self, sock: socket.socket, address: Address) -> int | None:
        """Returns the exit code that this would mean; None if nothing was offered."""
        try:
            finished = receiver.receive(
                sock,
                address,
                self._receiving.context.local,
                memory=self._receiving.context.memory,
                admission=self._receiving.admission,
                ask=self._ask,
                ask_code=self._ask_code,
                on_event=self._on_event,
                control=self._control,
                key=self.key,
            )
        except DesktopxferError as error:
            if isinstance(error, Stopped) and not self._receiving.carries(self.key, self._control):
                return None  # another connection goes on with it
            # Who said nothing that concerns the person here was only somebody at the port.
            if self._offered or isinstance(error, IdentityChanged | UpdateHere | UpdateThere):
                self._report.failed(error)
            return error.exit_code if self._offered else None
        if not self._offered:
            return None
        if finished is None:
            return (self._refusal or Declined()).exit_code
        return 1 if self._report.problems else 0

    @property
    def key(self) -> str:
        """In the store; another one once it is known that it goes on with an earlier transfer."""
        return self._report.key

    @property
    def _kept(self) -> Path:
        """Where the profile keeps a text that is shown here."""
        return self._receiving.context.memory.clippings.folder(self.key)

    def _ask(self, offer: Offer, code: str) -> None:
        if not self._receiving.claim(self.key, self._control):
            self._control.answer(Decision(None, error=code_of(NotReceiving)))
            return
        self._offered = True
        self._report.offered(offer, code)
        shown = offer.kind is Kind.TEXT and self._receiving.shows_texts
        if shown:
            self._into = self._kept
        try:
            if self._receiving.conflicts is Conflicts.KEEP_BOTH:  # else it may be there already
                check_room(self._into, offer.total_bytes)
        except DesktopxferError as error:  # nobody is asked for what cannot be
            self._refusal = error
            self._report.failed(error)
            self._control.answer(Decision(None, error=code_for_peer(error)))
            return
        if self._receiving.conflicts is Conflicts.ASK:
            self._entries = offer.entries
            self._undecided = taken_files(self._into, offer.entries)
        if self._receiving.asks:
            what = "Show it?" if shown else f"Save in {self._into}?"
            text = f"{what} {YES_OR_NO}"
            self._receiving.inbox.put(_Question(self._control, text, self._decide))
        else:
            self._accept()

    def _decide(self, line: str | None) -> None:
        if means_yes(line):
            self._accept()
        else:
            self._control.answer(Decision(None))

    def _accept(self) -> None:
        """Once it is known what happens with each file whose name is taken."""
        if self._undecided:
            path = path_of(self._entries, self._undecided[0])
            self._report.taken(path)
            text = f"{printable(path)} is there already. {KEEP_REPLACE_SKIP}"
            self._receiving.ask_next(_Question(self._control, text, self._choose))
            return
        decision = Decision(
            self._into,
            frozenset(self._chosen[OnTaken.SKIP]),
            conflicts=self._receiving.conflicts,
            replaced=frozenset(self._chosen[OnTaken.REPLACE]),
        )
        self._control.answer(decision)

    def _choose(self, line: str | None) -> None:
        choice, for_all = on_taken(line)
        chosen = self._undecided if for_all else self._undecided[:1]
        self._chosen[choice].update(chosen)
        self._undecided = self._undecided[len(chosen) :]
        self._accept()

    def _ask_code(self, peer: Peer, code: str) -> None:
        self._report.code(peer, code)
        text = f"{SAME_CODE} {YES_OR_NO}"
        self._receiving.inbox.put(_Question(self._control, text, self._confirm))

    def _confirm(self, line: str | None) -> None:
        self._control.confirm(means_yes(line))

    def _on_event(self, event: Event) -> None:
        match event:
            case Paired(peer=peer):
                self._receiving.context.known.trust(peer)
            case GoesOn(key=key):
                if not self._receiving.claim(key, self._control):
                    raise NotReceiving
                self._offered = True
            case ResumeWanted(key=key):
                self._receiving.go_on_sending(key)
            case Finished(paths=(file,)) if file.parent == self._kept:
                event = replace(event, paths=())  # of no use to anybody, and gone in a week
                self._show(file)
        self._report(event)

    def _show(self, file: Path) -> None:
        try:
            self._report.text(read_text(file))
        except DesktopxferError as error:
            self._report(EntriesEnded(((0, error),)))
