"""Owns one receive, from an accepted socket to the receipt."""

import contextlib
import socket
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from desktopxfer.device import Address, Peer
from desktopxfer.errors import (
    Cancelled,
    CancelledThere,
    CodesDiffer,
    ConnectionLost,
    Declined,
    DesktopxferError,
    NoAnswer,
    ProtocolViolation,
    TimedOut,
    UnknownTransfer,
    code_of,
    entry_error,
)
from desktopxfer.network.channel import Channel
from desktopxfer.network.wakeup import Interrupted
from desktopxfer.offer import Decision, Entry, EntryKind, Offer, path_of
from desktopxfer.protocol.messages import (
    MAX_RESULTS,
    MAX_RESUME_POINTS,
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
    Resume,
    ResumePoint,
    ResumePoints,
    Resuming,
)
from desktopxfer.protocol.session import Role, entry_bits, wanted_bits
from desktopxfer.transfer import names
from desktopxfer.transfer.admission import CODES_DIFFER_COOL_DOWN_S, Admission
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.conversation import Conversation, LocalDevice
from desktopxfer.transfer.incoming import Incoming, Outcome
from desktopxfer.transfer.journal import Journal
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.outcome import remembered, stage_after
from desktopxfer.transfer.pairing import AskCode, compare
from desktopxfer.transfer.progress import (
    Connected,
    Direction,
    EntryRestarted,
    Finished,
    GoesOn,
    Meter,
    Offered,
    OnEvent,
    Paired,
    ResumeWanted,
    Stage,
    StageChanged,
)
from desktopxfer.transfer.room import promised
from desktopxfer.transfer.shipment import NOTE_INTERVAL_S, new_key
from desktopxfer.transfer.store import Contents, Record

MANIFEST_TIMEOUT_S = 120.0  # the largest list there may be, at 10 Mbit/s
DECISION_TIMEOUT_S = 3600.0  # a person may be at lunch; an offer must not hold its place for ever
IDLE_TIMEOUT_S = 60.0  # without a byte from a sender that has files to send
# A sender reads again what this side has of a file before it goes on behind it. No disk that
# anybody sends from is slower than this.
SLOWEST_READ = 10_000_000  # bytes a second

# Called in the transfer's thread with the offer and the short code; must return at once. The
# answer comes through Control.answer().
Ask = Callable[[Offer, str], None]


def receive(
    sock: socket.socket,
    address: Address,
    local: LocalDevice,
    *,
    memory: Memory,
    admission: Admission,
    ask: Ask,
    ask_code: AskCode,
    on_event: OnEvent,
    control: Control,
    key: str = "",
) -> Finished | None:
    """Receives one transfer over an accepted socket. Blocks; runs in a thread of its own.

    Nobody is asked when it goes on with one that was interrupted: then GoesOn says which. A new one
    is called `key` in the store; "" makes one.
    Returns None when this side declined, when the other side wanted to pair (then Paired was
    reported), wanted this side to go on sending (ResumeWanted), or only to know who is here.
    Raises an error of errors.py otherwise, Cancelled among them, after telling the other side. The
    stage that was reported last says what became of it: after INTERRUPTED what has arrived is kept,
    otherwise what is unfinished was removed. Whatever happens, the socket is closed.
    """
    with control.running():
        channel = Channel(
            sock, local.context, server=True, wakeup=control.wakeup, name=str(address)
        )
        conversation = Conversation(channel, Role.RECEIVER)
        reception = _Reception(conversation, memory, admission, on_event, control, key or new_key())
        with conversation.to_its_end(control, reception.on_stop):
            return reception.run(local, address, ask, ask_code)


class _Reception:
    def __init__(
        self,
        conversation: Conversation,
        memory: Memory,
        admission: Admission,
        on_event: OnEvent,
        control: Control,
        key: str,
    ) -> None:
        self._memory = memory
        self._store = memory.store
        self._admission = admission
        self._conversation = conversation
        self._channel = conversation.channel
        self._session = conversation.session
        self._on_event = on_event
        self._control = control
        self._key = key
        self._agreed = False
        self._meter = Meter(on_event)
        self._entries: Sequence[Entry] = ()  # with the names that the person here was shown
        self._saved = 0
        self._saved_before = 0  # of these, by earlier connections
        self._failed = 0
        self._saved_bytes = 0
        self._prefixes_left = 0  # bytes that the sender still has to read before it goes on
        self._next_note = 0.0

    def on_stop(self, why: DesktopxferError) -> None:
        self._on_event(StageChanged(stage_after(why, agreed=self._agreed), why))

    def run(
        self, local: LocalDevice, address: Address, ask: Ask, ask_code: AskCode
    ) -> Finished | None:
        peer, code = self._conversation.greet(local, address)
        first = self._first()
        if first is None:
            return None
        if isinstance(first, Resume):
            self._answer_resume(first, peer)
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
            agreement = self._earlier(offer) or self._ask(offer, code, ask)
        if isinstance(agreement, Record):
            return self._go_on(agreement, offer, code)
        if agreement.into is None:
            if agreement.error == code_of(Declined):
                self._admission.refused(peer)
            self._conversation.send(Decline(agreement.error))
            return None
        self._admission.welcomed(peer)
        return self._begin(offer, agreement, agreement.into)

    def _first(self) -> OfferStart | Pair | Resume | None:
        """None when the other side hangs up after the greeting: it only asked who is here."""
        self._channel.deadline = time.monotonic() + MANIFEST_TIMEOUT_S
        try:
            match self._conversation.next():
                case OfferStart() | Pair() | Resume() as first:
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

    def _answer_resume(self, wanted: Resume, peer: Peer) -> None:
        """The other side was receiving from this device, and is ready to go on."""
        record = self._store.find(Direction.SENDING, peer.device_id, wanted.transfer_id.hex())
        if record is None or record.stage not in {Stage.INTERRUPTED, Stage.FINISHED}:
            self._conversation.send(Decline(code_of(UnknownTransfer)))
            return
        self._conversation.send(Resuming())
        self._on_event(ResumeWanted(record.key))

    # The offer --------------------------------------------------------------------------------

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

    def _ask(self, offer: Offer, code: str, ask: Ask) -> Decision:
        """Waits for the person here while listening for the other side's Cancel."""
        self._on_event(Connected(offer.peer, code))
        self._on_event(Offered(offer))
        self._on_event(StageChanged(Stage.WAITING))
        ask(offer, code)
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

    def _earlier(self, offer: Offer) -> Record | None:
        """The transfer that this offer goes on with: the person here has agreed to it before.

        More bytes than were agreed to are only taken from a trusted device without asking again.
        """
        record = self._store.find(Direction.RECEIVING, offer.peer.device_id, offer.transfer_id)
        if record is None or record.stage is Stage.CANCELLED:
            return record
        if not record.accepted or record.stage not in {Stage.INTERRUPTED, Stage.FINISHED}:
            return None
        contents = self._store.contents(record.key)
        if contents is None or not _same_tree(contents.entries, self._session.entries):
            return None
        agreed_bytes = sum(entry.size for entry in contents.entries)
        if offer.total_bytes > agreed_bytes and not self._admission.trusts(offer.peer):
            return None
        return record

    # One transfer -----------------------------------------------------------------------------

    def _begin(self, offer: Offer, decision: Decision, into: Path) -> Finished:
        record = Record(
            key=self._key,
            direction=Direction.RECEIVING,
            stage=Stage.INTERRUPTED,
            transfer_id=offer.transfer_id,
            device_id=offer.peer.device_id,
            peer_name=offer.peer.name,
            title=offer.title,
            files=offer.files,
            total_bytes=offer.total_bytes,
            into=str(into),
            conflicts=decision.conflicts,
        )
        self._store.add(record, Contents(self._session.entries, unwanted=decision.unwanted))
        return self._run(record, decision.unwanted)

    def _go_on(self, record: Record, offer: Offer, code: str) -> Finished | None:
        if record.stage is Stage.CANCELLED:
            self._conversation.send(Decline(code_of(CancelledThere)))
            return None
        self._key = record.key
        self._agreed = True
        self._on_event(GoesOn(record.key))
        self._on_event(Connected(offer.peer, code))
        self._on_event(Offered(offer))
        contents = self._store.contents(record.key)
        unwanted = contents.unwanted if contents else frozenset()
        return self._run(record, unwanted)

    def _run(self, record: Record, unwanted: frozenset[int]) -> Finished:
        with (
            self._memory.claim(record.key, self._control, takeover=self._agreed),
            remembered(
                self._store, record.key, self._on_event, self._control, lambda: self._agreed
            ),
        ):
            if self._agreed:
                record = self._take_up(record, unwanted)
            incoming = Incoming(
                Path(record.into),
                self._entries,
                [entry.name for entry in self._entries],
                Journal(self._store, record.key),
                unwanted=unwanted,
                conflicts=record.conflicts,
            )
            self._agreed = True
            try:
                self._accept(incoming, unwanted)
                with promised(Path(record.into), self._bytes_left), self._conversation.moving():
                    return self._take(incoming)
            except BaseException as error:
                if self._keeps(error):
                    incoming.suspend()
                else:
                    incoming.discard()
                raise

    def _take_up(self, record: Record, unwanted: frozenset[int]) -> Record:
        """The record as the thread before left it, and brought up to date for this one."""
        entries = self._session.entries
        self._store.keep_contents(record.key, Contents(entries, unwanted=unwanted))
        record = self._store.get(record.key) or record
        if record.stage is Stage.FINISHED:  # of which only the failures are remembered
            failed = self._store.ended(record.key)
            self._store.note_ended(
                record.key,
                (
                    (index, "")
                    for index, entry in enumerate(entries)
                    if entry.kind is EntryKind.FILE and index not in unwanted | failed.keys()
                ),
            )
        return record

    def _keeps(self, error: BaseException) -> bool:
        why = self._control.reason if isinstance(error, Interrupted) else error
        if not isinstance(why, DesktopxferError):
            return True  # a defect of ours
        return stage_after(why, agreed=True) is Stage.INTERRUPTED

    def _bytes_left(self) -> int:
        return self._meter.total_bytes - self._meter.done_bytes

    def _accept(self, incoming: Incoming, unwanted: frozenset[int]) -> None:
        if incoming.finds_something:
            self._on_event(StageChanged(Stage.CHECKING))
        incoming.prepare(self._pulse)
        entries, saved = self._session.entries, incoming.saved
        points = [
            ResumePoint(index, beginning.length, beginning.digest)
            for index, beginning in sorted(incoming.beginnings.items())
        ]
        for start in range(0, len(points), MAX_RESUME_POINTS):
            page = points[start : start + MAX_RESUME_POINTS]
            self._conversation.send(ResumePoints(tuple(page)))
        count = len(entries)
        self._conversation.send(
            Accept(
                wanted_bits(count, unwanted | saved),
                entry_bits(count, saved) if saved else b"",
            )
        )
        saved_bytes = sum(entries[index].size for index in saved)
        total_bytes = saved_bytes + sum(entries[i].size for i in self._session.wanted_files)
        self._prefixes_left = sum(point.offset for point in points)
        self._meter.start(total_bytes, saved_bytes + self._prefixes_left)
        self._saved = self._saved_before = len(saved)
        self._saved_bytes = saved_bytes
        for index in saved:
            self._meter.entry_ended(index)
        self._store.change(
            self._key,
            stage=Stage.INTERRUPTED,
            accepted=True,
            files=len(saved) + len(self._session.wanted_files),
            total_bytes=total_bytes,
        )
        self._on_event(StageChanged(Stage.MOVING))

    def _pulse(self) -> None:
        """While only the disk works: hears what either side says."""
        self._control.check()
        for _ in self._conversation.poll():  # nothing but Cancel may come, and that raises
            pass

    def _take(self, incoming: Incoming) -> Finished:
        self._channel.deadline = None
        self._channel.idle_timeout_s = IDLE_TIMEOUT_S + self._prefixes_left / SLOWEST_READ
        while True:
            match self._conversation.next():
                case memoryview() as piece:
                    incoming.write(piece)
                    self._meter.add(len(piece))
                case FileStart(entry=index, offset=offset):
                    self._start(incoming, index, offset)
                case FileEnd(digest=digest, mtime_ns=mtime_ns):
                    incoming.end(digest, mtime_ns)
                    if incoming.batch_is_full:
                        self._report(self._results(incoming.settle()))
                case FileFailed(entry=index, error=error):
                    if index in incoming.beginnings:  # it was not even begun
                        self._forget_prefix(index)
                    problem = entry_error(error, path_of(self._entries, index))
                    incoming.abandon(index, problem)
                    self._meter.never_coming(self._session.data_left)
                    self._fail(index, problem)
                case End():
                    return self._finish(incoming)

    def _start(self, incoming: Incoming, index: int, offset: int) -> None:
        if index in self._session.resume:
            self._prefixes_left -= self._session.resume[index][0]
            self._channel.idle_timeout_s = IDLE_TIMEOUT_S + self._prefixes_left / SLOWEST_READ
            if not offset:
                self._meter.restart(self._session.resume[index][0])
                self._on_event(EntryRestarted(index))
        self._note_progress()
        incoming.start(index, offset)

    def _forget_prefix(self, index: int) -> None:
        length, _ = self._session.resume[index]
        self._prefixes_left -= length
        self._meter.restart(length)

    def _note_progress(self) -> None:
        """What is shown of it after a crash."""
        if (now := time.monotonic()) >= self._next_note:
            self._next_note = now + NOTE_INTERVAL_S
            self._store.change(self._key, done_bytes=self._meter.done_bytes)

    def _finish(self, incoming: Incoming) -> Finished:
        self._on_event(StageChanged(Stage.FINISHING))
        results = self._results(incoming.finish())
        finished = Finished(
            files=self._saved,
            failed=self._failed,
            total_bytes=self._saved_bytes,
            seconds=self._meter.seconds,
            paths=incoming.saved_paths(),
        )
        # Before the receipt: should that be lost, the sender asks again and is told the same.
        self._store.finish(
            self._key,
            stage=Stage.FINISHED,
            files=finished.files,
            failed=finished.failed,
            done_bytes=finished.total_bytes,
            seconds=finished.seconds,
            paths=tuple(str(path) for path in finished.paths),
            staging="",
            error="",
            subject="",
            detail="",
        )
        self._meter.report()
        with contextlib.suppress(ConnectionLost, TimedOut):
            self._report(results)
            self._conversation.send(Receipt(self._saved - self._saved_before))
        self._on_event(finished)
        return finished

    def _results(self, outcomes: list[Outcome]) -> list[Result]:
        """Counts how files ended; what the other side is to be told."""
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
        return results

    def _report(self, results: list[Result]) -> None:
        for start in range(0, len(results), MAX_RESULTS):
            self._conversation.send(FileResults(tuple(results[start : start + MAX_RESULTS])))

    def _fail(self, index: int, error: DesktopxferError) -> None:
        self._failed += 1
        self._meter.entry_ended(index, error)


def _same_tree(agreed: Sequence[Entry], offered: Sequence[Entry]) -> bool:
    """Whether the same things are offered; their sizes and dates may have changed since."""
    return len(agreed) == len(offered) and all(
        (one.parent, one.name, one.kind) == (other.parent, other.name, other.kind)
        for one, other in zip(agreed, offered, strict=True)
    )
