"""Owns one connection of a send, from the offer to the receipt."""

import io
import os
import time

from blake3 import blake3

from desktopxfer.device import Peer
from desktopxfer.errors import (
    ChangedWhileSending,
    DesktopxferError,
    ProtocolViolation,
    Unreadable,
    entry_error,
    peer_error,
)
from desktopxfer.offer import Entry, Offer, path_of
from desktopxfer.protocol.framing import HEADER
from desktopxfer.protocol.messages import (
    Accept,
    Decline,
    End,
    FileEnd,
    FileFailed,
    FileResults,
    FileStart,
    ManifestEnd,
    Message,
    OfferStart,
    Receipt,
    ResumePoints,
)
from desktopxfer.protocol.session import manifest_pages
from desktopxfer.text_safety import printable
from desktopxfer.transfer.conversation import Conversation
from desktopxfer.transfer.names import PATH_LIMIT
from desktopxfer.transfer.outgoing import open_source
from desktopxfer.transfer.prefix import hash_prefix
from desktopxfer.transfer.progress import (
    EntryRestarted,
    Finished,
    Meter,
    Offered,
    OnEvent,
    Stage,
    StageChanged,
)
from desktopxfer.transfer.shipment import Shipment

PULSE_S = 0.05  # between two looks at the connection while this side reads its own disk
CHUNK_BYTES = 256 * 1024  # one read, one Data frame; measured: 128 to 512 KiB are equal
GATHER_BYTES = 128 * 1024  # small frames leave together: fewer system calls for small files
IDLE_TIMEOUT_S = 60.0  # the receiver takes no byte
# A slow stick may have gigabytes to flush before it can promise that they are safe. A computer that
# is gone is noticed by keep-alive long before.
RECEIPT_TIMEOUT_S = 1800.0


class Delivery:
    """One connection's part of a send."""

    def __init__(self, conversation: Conversation, shipment: Shipment, on_event: OnEvent) -> None:
        self._conversation = conversation
        self._channel = conversation.channel
        self._session = conversation.session
        self._shipment = shipment
        self._outgoing = shipment.outgoing
        self._on_event = on_event
        self._meter = Meter(on_event)
        self._chunk = memoryview(bytearray(CHUNK_BYTES))
        self._gathered = bytearray()
        self._flushed_at = 0.0
        self._saved = 0
        self._saved_bytes = 0
        self._errors: dict[int, DesktopxferError] = {}

    def run(self, peer: Peer) -> Finished:
        self._offer(peer)
        self._on_event(StageChanged(Stage.CHECKING if self._shipment.agreed else Stage.WAITING))
        self._await_decision(peer)
        with self._conversation.moving():
            try:
                return self._deliver(peer)
            except BaseException:
                self._shipment.note_stop(self._meter.done_bytes)
                raise

    def _deliver(self, peer: Peer) -> Finished:
        self._begin(peer)
        self._channel.idle_timeout_s = IDLE_TIMEOUT_S
        for index in self._session.wanted_files:
            self._send_entry(index, self._outgoing.entries[index])
        # Nothing is read here: the receipt may have come already, and is awaited below.
        self._channel.send(self._gathered, self._session.send(End()))
        self._gathered.clear()
        self._on_event(StageChanged(Stage.FINISHING))
        self._await_receipt()
        self._meter.report()
        finished = Finished(
            files=self._saved,
            failed=len(self._errors),
            total_bytes=self._saved_bytes,
            seconds=self._meter.seconds,
        )
        self._shipment.note_finished(finished, self._errors)
        self._on_event(finished)
        return finished

    # The offer --------------------------------------------------------------------------------

    def _offer(self, peer: Peer) -> None:
        transfer_id = self._shipment.transfer_id
        offer = Offer(transfer_id.hex(), peer, self._outgoing.entries, self._shipment.kind)
        self._on_event(Offered(offer))
        self._channel.idle_timeout_s = IDLE_TIMEOUT_S
        self._conversation.send(
            OfferStart(transfer_id, len(offer.entries), offer.total_bytes, offer.kind)
        )
        digest = blake3()
        for page in manifest_pages(self._outgoing.entries):
            frame = self._session.send(page)
            digest.update(frame[HEADER.size :])
            self._channel.send(frame)
        self._conversation.send(ManifestEnd(digest.digest()))
        self._channel.idle_timeout_s = None

    def _await_decision(self, peer: Peer) -> None:
        """For as long as a person takes; keep-alive notices when the other computer is gone."""
        while True:
            match self._conversation.next():
                case ResumePoints():
                    pass  # the session keeps them
                case Accept():
                    return
                case Decline(error=code):
                    raise peer_error(code, peer.name)
                case other:
                    raise ProtocolViolation(peer.name, f"a {type(other).__name__} message")

    def _begin(self, peer: Peer) -> None:
        """Counts what the other side has already."""
        entries, saved = self._outgoing.entries, self._session.saved_files
        saved_bytes = sum(entries[index].size for index in saved)
        wanted_bytes = sum(entries[index].size for index in self._session.wanted_files)
        prefixes = sum(offset for offset, _ in self._session.resume.values())
        self._meter.start(saved_bytes + wanted_bytes, saved_bytes + prefixes)
        self._shipment.note_agreed(
            peer.device_id,
            peer.name,
            len(saved) + len(self._session.wanted_files),
            saved_bytes + wanted_bytes,
        )
        self._on_event(StageChanged(Stage.MOVING))
        for index in saved:
            self._ended(index, None)

    def _await_receipt(self) -> None:
        self._channel.idle_timeout_s = RECEIPT_TIMEOUT_S
        while not isinstance(message := self._conversation.next(), Receipt):
            self._note(message)

    # One entry --------------------------------------------------------------------------------

    def _send_entry(self, index: int, entry: Entry) -> None:
        """An entry that cannot be sent fails alone, with its reason; the rest goes on."""
        path = self._outgoing.source(index)
        try:
            descriptor, status = open_source(path, entry)
        except DesktopxferError as error:
            self._meter.restart(self._prefix_of(index))
            self._fail(index, error)
            return
        with io.FileIO(descriptor) as file:
            problem = self._send_file(index, file, status)
        if problem is not None:
            self._fail(index, problem(printable(path, PATH_LIMIT)))

    def _send_file(
        self, index: int, file: io.FileIO, status: os.stat_result
    ) -> type[DesktopxferError] | None:
        """Sends the content; returns why it must not be trusted, if so."""
        try:
            hasher, offset = self._skip_prefix(index, file)
        except OSError:
            self._meter.restart(self._prefix_of(index))
            return Unreadable
        self._gather(FileStart(index, offset))
        left = status.st_size - offset
        while left:
            try:
                count = file.readinto(self._chunk[:left])
            except OSError:
                return Unreadable
            if not count:
                return ChangedWhileSending
            piece = self._chunk[:count]
            hasher.update(piece)
            self._send_data(piece)
            left -= count
        after = os.fstat(file.fileno())
        if (after.st_size, after.st_mtime_ns) != (status.st_size, status.st_mtime_ns):
            return ChangedWhileSending
        self._gather(FileEnd(hasher.digest(), after.st_mtime_ns))
        return None

    def _prefix_of(self, index: int) -> int:
        """How much of a file the other side has, by its own word."""
        return self._session.resume.get(index, (0, b""))[0]

    def _skip_prefix(self, index: int, file: io.FileIO) -> tuple[blake3, int]:
        """Goes on behind what the other side has, if that is how the file begins."""
        if index not in self._session.resume:
            return blake3(), 0
        offset, digest = self._session.resume[index]
        hasher = hash_prefix(file.fileno(), offset, self._pulse)
        if hasher is not None and hasher.digest() == digest:
            return hasher, offset
        file.seek(0)
        self._meter.restart(offset)
        self._on_event(EntryRestarted(index))
        return blake3(), 0

    def _fail(self, index: int, error: DesktopxferError) -> None:
        self._gather(FileFailed(index, error.code))
        self._meter.never_coming(self._session.data_left)
        self._ended(index, error)

    def _ended(self, index: int, error: DesktopxferError | None) -> None:
        if error is None:
            self._saved += 1
            self._saved_bytes += self._outgoing.entries[index].size
        else:
            self._errors[index] = error
        self._meter.entry_ended(index, error)

    # Bytes ------------------------------------------------------------------------------------

    def _gather(self, message: Message) -> None:
        """Small frames leave together; large data takes them along."""
        self._gathered += self._session.send(message)
        if len(self._gathered) >= GATHER_BYTES:
            self._flush()

    def _send_data(self, piece: memoryview) -> None:
        self._gathered += self._session.send_data(len(piece))
        if len(piece) < GATHER_BYTES:
            self._gathered += piece
            self._meter.add(len(piece))
            if len(self._gathered) >= GATHER_BYTES:
                self._flush()
        else:
            self._flush(piece)
            self._meter.add(len(piece))

    def _pulse(self) -> None:
        """While only this disk works: hears a cancel, and lets the other side hear something."""
        if time.monotonic() - self._flushed_at > PULSE_S:
            self._flush()
            self._meter.report()

    def _flush(self, piece: memoryview | None = None) -> None:
        self._channel.send(self._gathered, *([piece] if piece else []))
        self._gathered.clear()
        self._flushed_at = time.monotonic()
        self._shipment.note_progress(self._meter.done_bytes)
        for message in self._conversation.poll():
            self._note(message)

    def _note(self, message: Message | memoryview) -> None:
        """The receiver's results, which arrive in batches while files are still being sent."""
        if not isinstance(message, FileResults):
            raise ProtocolViolation(self._channel.name, "something else than results")
        for result in message.results:
            error = None
            if result.error:
                error = entry_error(result.error, path_of(self._outgoing.entries, result.entry))
            self._ended(result.entry, error)
