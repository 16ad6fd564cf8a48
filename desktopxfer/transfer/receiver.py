"""Owns one receive, from an accepted socket to what is agreed to; arrival.py does the rest."""

import socket
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from desktopxfer.device import Address, Peer
from desktopxfer.errors import (
    Cancelled,
    CancelledThere,
    CodesDiffer,
    ConnectionLost,
    Declined,
    DesktopxferError,
    ProtocolViolation,
    TimedOut,
    Unanswered,
    UnknownTransfer,
    code_of,
)
from desktopxfer.network.channel import Channel
from desktopxfer.network.wakeup import Interrupted
from desktopxfer.offer import Decision, Entry, Kind, Offer
from desktopxfer.protocol.messages import (
    Check,
    Decline,
    ManifestEnd,
    OfferStart,
    Pair,
    Resume,
    Resuming,
)
from desktopxfer.protocol.session import Role
from desktopxfer.transfer import names
from desktopxfer.transfer.admission import CODES_DIFFER_COOL_DOWN_S, Admission
from desktopxfer.transfer.arrival import Arrival
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.checking import connect_back
from desktopxfer.transfer.conversation import Conversation, LocalDevice
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.outcome import stage_after
from desktopxfer.transfer.pairing import AskCode, compare
from desktopxfer.transfer.progress import (
    Connected,
    Direction,
    Finished,
    GoesOn,
    Offered,
    OnEvent,
    Paired,
    ResumeWanted,
    Stage,
    StageChanged,
)
from desktopxfer.transfer.shipment import may_go_on, new_key
from desktopxfer.transfer.store import Contents, Record

MANIFEST_TIMEOUT_S = 120.0  # the largest list there may be, at 10 Mbit/s
DECISION_TIMEOUT_S = 3600.0  # a person may be at lunch; an offer must not hold its place for ever
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
    reported), wanted this side to go on sending (ResumeWanted), to be connected to (a check), or
    only to know who is here.
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
    """What comes before anything is saved: who is there, what they want, what is agreed to."""

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
        self._entries: Sequence[Entry] = ()  # with the names that the person here was shown
        self._arrival: Arrival | None = None  # once something was agreed to

    def on_stop(self, why: DesktopxferError) -> None:
        agreed = self._arrival is not None and self._arrival.agreed
        self._on_event(StageChanged(stage_after(why, agreed=agreed), why))

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
        if isinstance(first, Check):
            with self._admission.check(peer):
                self._conversation.send(connect_back(peer, first.port, local, self._control))
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
            offer = Offer(first.transfer_id.hex(), peer, self._entries, self._session.kind)
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

    def _first(self) -> OfferStart | Pair | Resume | Check | None:
        """None when the other side hangs up after the greeting: it only asked who is here."""
        self._channel.deadline = time.monotonic() + MANIFEST_TIMEOUT_S
        try:
            match self._conversation.next():
                case OfferStart() | Pair() | Resume() | Check() as first:
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
        if record is None or not may_go_on(record):
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
        return names.with_final_names(entries)

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
                raise Unanswered(offer.peer.name) from None
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
        if record.kind is Kind.TEXT and offer.kind is not Kind.TEXT:
            return None
        contents = self._store.contents(record.key)
        if contents is None or not _same_tree(contents.entries, self._session.entries):
            return None
        if not self._admission.trusts(offer.peer) and self._grew(record, contents):
            return None
        return record

    def _grew(self, record: Record, contents: Contents) -> bool:
        """Whether more is to come than what is still missing of what was agreed to.

        What is here already does not count: or each connection could bring as much as all of it.
        """
        ended = self._store.ended(record.key)
        agreed, offered = contents.entries, self._session.entries
        wanted = [index for index in range(len(agreed)) if index not in contents.unwanted]
        # Of a finished one only the failures are remembered.
        unended = "" if record.stage is Stage.FINISHED else None
        missing = [index for index in wanted if ended.get(index, unended) != ""]
        again = [i for i in wanted if ended.get(i, unended) == "" and agreed[i] != offered[i]]
        return sum(offered[i].size for i in (*missing, *again)) > sum(
            agreed[i].size for i in missing
        )

    # What was agreed to -----------------------------------------------------------------------

    def _begin(self, offer: Offer, decision: Decision, into: Path) -> Finished:
        is_kept = offer.kind is Kind.TEXT and into == self._memory.clippings.folder(self._key)
        if is_kept:
            self._memory.clippings.prepare(self._key)
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
            accepted=True,
            kind=Kind.TEXT if is_kept else Kind.FILES,
        )
        contents = Contents(
            self._session.entries, unwanted=decision.unwanted, replaced=decision.replaced
        )
        self._store.add(record, contents)
        return self._arrive(record, contents, goes_on=False)

    def _go_on(self, record: Record, offer: Offer, code: str) -> Finished | None:
        if record.stage is Stage.CANCELLED:
            self._conversation.send(Decline(code_of(CancelledThere)))
            return None
        contents = self._store.contents(record.key) or Contents(self._session.entries)
        self._on_event(GoesOn(record.key, contents.unwanted))
        self._on_event(Connected(offer.peer, code))
        self._on_event(Offered(offer))
        return self._arrive(record, contents, goes_on=True)

    def _arrive(self, record: Record, contents: Contents, *, goes_on: bool) -> Finished:
        self._arrival = Arrival(
            self._conversation, self._memory, self._on_event, self._control, self._entries
        )
        return self._arrival.run(record, contents, goes_on=goes_on)


def _same_tree(agreed: Sequence[Entry], offered: Sequence[Entry]) -> bool:
    """Whether the same things are offered; their sizes and dates may have changed since."""
    return len(agreed) == len(offered) and all(
        (one.parent, one.name, one.kind) == (other.parent, other.name, other.kind)
        for one, other in zip(agreed, offered, strict=True)
    )
