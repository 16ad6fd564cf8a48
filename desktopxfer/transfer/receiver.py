"""Owns one receive, from an accepted socket to the receipt."""

import socket
import time
from collections.abc import Callable, Sequence

import msgspec

from desktopxfer.device import Address, Peer
from desktopxfer.errors import (
    Cancelled,
    CodesDiffer,
    ConnectionLost,
    Declined,
    DesktopxferError,
    NoAnswer,
    ProtocolViolation,
    TimedOut,
    code_of,
    entry_error,
)
from desktopxfer.network.channel import Channel
from desktopxfer.network.wakeup import Interrupted
from desktopxfer.offer import Decision, Entry, Offer, path_of
from desktopxfer.protocol.messages import (
    Accept,
    Decline,
    End,
    FileEnd,
    FileFailed,
    FileResults,
    FileStart,
    ManifestEnd,
    OfferStart,
    Pair,
    Receipt,
    Result,
)
from desktopxfer.protocol.session import Role, wanted_bits
from desktopxfer.transfer import names
from desktopxfer.transfer.admission import CODES_DIFFER_COOL_DOWN_S, Admission
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.conversation import Conversation, LocalDevice
from desktopxfer.transfer.incoming import Incoming, Outcome
from desktopxfer.transfer.pairing import AskCode, compare
from desktopxfer.transfer.progress import (
    Connected,
    Finished,
    Meter,
    Offered,
    OnEvent,
    Paired,
    Stage,
    StageChanged,
)

MANIFEST_TIMEOUT_S = 120.0  # the largest list there may be, at 10 Mbit/s
DECISION_TIMEOUT_S = 3600.0  # a person may be at lunch; an offer must not hold its place for ever
IDLE_TIMEOUT_S = 60.0  # without a byte from a sender that has files to send

# Called in the transfer's thread with the offer and the short code; must return at once. The
# answer comes through Control.answer().
Ask = Callable[[Offer, str], None]


def receive(
    sock: socket.socket,
    address: Address,
    local: LocalDevice,
    *,
    admission: Admission,
    ask: Ask,
    ask_code: AskCode,
    on_event: OnEvent,
    control: Control,
) -> Finished | None:
    """Receives one transfer over an accepted socket. Blocks; runs in a thread of its own.

    Returns None when this side declined, when the other side wanted to pair (then Paired was
    reported) or only to know who is here.
    Raises an error of errors.py otherwise, Cancelled among them, after telling the other side and
    removing what is unfinished. Whatever happens, the socket is closed.
    """
    with control.running():
        channel = Channel(
            sock, local.context, server=True, wakeup=control.wakeup, name=str(address)
        )
        conversation = Conversation(channel, Role.RECEIVER)
        with conversation.to_its_end(lambda: on_event(StageChanged(Stage.CANCELLED))):
            reception = _Reception(conversation, admission, on_event, control)
            return reception.run(local, address, ask, ask_code)


class _Reception:
    def __init__(
        self,
        conversation: Conversation,
        admission: Admission,
        on_event: OnEvent,
        control: Control,
    ) -> None:
        self._admission = admission
        self._conversation = conversation
        self._channel = conversation.channel
        self._session = conversation.session
        self._on_event = on_event
        self._control = control
        self._meter = Meter(on_event)
        self._entries: Sequence[Entry] = ()  # with the names that the person here was shown
        self._saved = 0
        self._failed = 0
        self._saved_bytes = 0

    def run(
        self, local: LocalDevice, address: Address, ask: Ask, ask_code: AskCode
    ) -> Finished | None:
        peer, code = self._conversation.greet(local, address)
        if (first := self._first()) is None:
            return None
        with self._admission.question(peer):
            if isinstance(first, Pair):
                self._pair(peer, code, ask_code)
                return None
            try:
                self._entries = self._read_entries()
            except TimedOut:  # it held a place that others wanted, and nobody here saw it
                self._admission.refused(peer)
                raise
            offer = Offer(first.transfer_id.hex(), peer, self._entries)
            self._on_event(Connected(peer, code))
            self._on_event(Offered(offer))
            self._on_event(StageChanged(Stage.WAITING))
            ask(offer, code)
            decision = self._decision()
        if decision.into is None:
            if decision.error == code_of(Declined):
                self._admission.refused(peer)
            self._conversation.send(Decline(decision.error))
            return None
        self._admission.welcomed(peer)
        incoming = Incoming(
            decision.into,
            offer.entries,
            [entry.name for entry in offer.entries],
            decision.unwanted,
        )
        try:
            self._accept(decision)
            return self._take(incoming)
        except BaseException:
            incoming.discard()
            raise

    def _first(self) -> OfferStart | Pair | None:
        """None when the other side hangs up after the greeting: it only asked who is here."""
        self._channel.deadline = time.monotonic() + MANIFEST_TIMEOUT_S
        try:
            match self._conversation.next():
                case OfferStart() | Pair() as first:
                    return first
                case other:
                    raise ProtocolViolation(self._channel.name, f"a {type(other).__name__} message")
        except ConnectionLost:
            return None

    def _pair(self, peer: Peer, code: str, ask_code: AskCode) -> None:
        try:
            compare(self._conversation, peer, code, ask_code, self._control)
        except CodesDiffer:
            # Each attempt is one guess of a man in the middle; guessing must be slow.
            self._admission.refused(peer, CODES_DIFFER_COOL_DOWN_S)
            raise
        except Cancelled:  # by the person here, who need not see the question again at once
            self._admission.refused(peer)
            raise
        self._admission.welcomed(peer)
        self._on_event(Paired(peer))

    def _read_entries(self) -> list[Entry]:
        """The offered entries with their final names. Raises UnsafeName for the whole offer."""
        while not isinstance(self._conversation.next(), ManifestEnd):
            pass
        self._channel.deadline = None
        entries = self._session.entries
        names.check(entries)
        final = names.final_names(entries)
        return [
            entry if entry.name == name else msgspec.structs.replace(entry, name=name)
            for entry, name in zip(entries, final, strict=True)
        ]

    def _decision(self) -> Decision:
        """Waits for the person here while listening for the other side's Cancel."""
        self._channel.deadline = time.monotonic() + DECISION_TIMEOUT_S
        while True:
            if (decision := self._control.decision()) is not None:
                return decision
            try:
                self._conversation.next()  # nothing but Cancel may come, and that raises
            except TimedOut:
                raise NoAnswer from None
            except Interrupted:
                continue

    def _accept(self, decision: Decision) -> None:
        self._conversation.send(Accept(wanted_bits(len(self._session.entries), decision.unwanted)))
        self._meter.start(
            sum(self._session.entries[index].size for index in self._session.wanted_files)
        )
        self._on_event(StageChanged(Stage.MOVING))

    def _take(self, incoming: Incoming) -> Finished:
        self._channel.deadline = None
        self._channel.idle_timeout_s = IDLE_TIMEOUT_S
        while True:
            match self._conversation.next():
                case memoryview() as piece:
                    incoming.write(piece)
                    self._meter.add(len(piece))
                case FileStart(entry=index):
                    incoming.start(index)
                case FileEnd(digest=digest, mtime_ns=mtime_ns):
                    incoming.end(digest, mtime_ns)
                    if incoming.batch_is_full:
                        self._report(incoming.settle())
                case FileFailed(entry=index, error=error):
                    incoming.abandon()
                    self._meter.never_coming(self._session.data_left)
                    self._fail(index, entry_error(error, path_of(self._entries, index)))
                case End():
                    return self._finish(incoming)

    def _finish(self, incoming: Incoming) -> Finished:
        self._on_event(StageChanged(Stage.FINISHING))
        self._report(incoming.finish())
        self._conversation.send(Receipt(self._saved))
        self._meter.report()
        finished = Finished(
            files=self._saved,
            failed=self._failed,
            total_bytes=self._saved_bytes,
            seconds=self._meter.seconds,
            paths=incoming.saved_paths(),
        )
        self._on_event(finished)
        return finished

    def _report(self, outcomes: list[Outcome]) -> None:
        results = []
        for outcome in outcomes:
            if outcome.error is None:
                self._saved += 1
                self._saved_bytes += self._session.entries[outcome.index].size
                self._meter.entry_ended(outcome.index)
                results.append(Result(outcome.index))
            else:
                self._fail(outcome.index, outcome.error)
                results.append(Result(outcome.index, outcome.error.code))
        if results:
            self._conversation.send(FileResults(tuple(results)))

    def _fail(self, index: int, error: DesktopxferError) -> None:
        self._failed += 1
        self._meter.entry_ended(index, error)
