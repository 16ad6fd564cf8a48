"""Owns one connection of a receive, from what was agreed to until the receipt."""

import contextlib
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from desktopxfer.errors import (
    Cancelled,
    ConnectionLost,
    DesktopxferError,
    TimedOut,
    entry_error,
)
from desktopxfer.network.wakeup import Interrupted
from desktopxfer.offer import Entry, EntryKind, path_of
from desktopxfer.protocol.messages import (
    MAX_RESULTS,
    MAX_RESUME_POINTS,
    Accept,
    End,
    FileEnd,
    FileFailed,
    FileResults,
    FileStart,
    Receipt,
    Result,
    ResumePoint,
    ResumePoints,
)
from desktopxfer.protocol.session import entry_bits, wanted_bits
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.conversation import Conversation
from desktopxfer.transfer.incoming import Incoming, Outcome
from desktopxfer.transfer.journal import Journal
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.milestones import Milestones
from desktopxfer.transfer.outcome import remembered, stage_after
from desktopxfer.transfer.progress import (
    EntryRestarted,
    Finished,
    Meter,
    OnEvent,
    Stage,
    StageChanged,
)
from desktopxfer.transfer.room import promised
from desktopxfer.transfer.store import Contents, Record

IDLE_TIMEOUT_S = 60.0  # without a byte from a sender that has files to send
# A sender reads again what this side has of a file before it goes on behind it. No disk that
# anybody sends from is slower than this.
SLOWEST_READ = 10_000_000  # bytes a second


class Arrival:
    """Saves what was agreed to. Belongs to the transfer's thread."""

    def __init__(
        self,
        conversation: Conversation,
        memory: Memory,
        on_event: OnEvent,
        control: Control,
        entries: Sequence[Entry],
    ) -> None:
        """`entries` have the names that the person here was shown."""
        self._conversation = conversation
        self._channel = conversation.channel
        self._session = conversation.session
        self._memory = memory
        self._store = memory.store
        self._on_event = on_event
        self._control = control
        self._entries = entries
        self._key = ""
        # Whether what arrives is kept when it is interrupted: once the folder has turned out to be
        # one that can be written to.
        self.agreed = False
        self._meter = Meter(on_event)
        self._saved = 0
        self._saved_before = 0  # of these, by earlier connections
        self._failed = 0
        self._saved_bytes = 0
        self._prefixes_left = 0  # bytes that the sender still has to read before it goes on

    def run(self, record: Record, contents: Contents, *, goes_on: bool) -> Finished:
        """Takes what is missing of a transfer, be it new or one that `goes_on`.

        `contents` as they stand in the store.

        Raises what ends or interrupts it, after tidying up: see receive().
        """
        self.agreed = goes_on
        self._key = record.key
        with (
            self._memory.claim(record.key, self._control, takeover=goes_on),
            remembered(self._store, record.key, self._on_event, self._control, lambda: self.agreed),
        ):
            if goes_on:
                record, contents = self._take_up(record, contents)
            incoming = Incoming(
                Path(record.into),
                self._entries,
                [entry.name for entry in self._entries],
                Journal(self._store, record.key),
                unwanted=contents.unwanted,
                conflicts=record.conflicts,
                replaced=contents.replaced,
                outdated=contents.outdated,
                kind=self._session.kind,
            )
            self.agreed = True
            milestones = Milestones(self._store, record.key)
            try:
                self._accept(incoming, contents.unwanted, milestones)
                with promised(Path(record.into), self._bytes_left), self._conversation.moving():
                    return self._take(incoming, milestones)
            except BaseException as error:
                if self._keeps(error):
                    incoming.suspend()
                    if self._meter.started:
                        milestones.stop(self._meter.done_bytes)
                else:
                    incoming.discard()
                raise

    def _take_up(self, record: Record, contents: Contents) -> tuple[Record, Contents]:
        """What the thread before left in the store, brought up to date for this one."""
        entries = self._session.entries
        record = self._store.get(record.key) or record
        if record.stage is Stage.CANCELLED:  # while this thread waited for that one
            raise Cancelled
        if record.stage is Stage.FINISHED:  # of which only the failures are remembered
            failed = self._store.ended(record.key)
            self._store.note_ended(
                record.key,
                (
                    (index, "")
                    for index, entry in enumerate(entries)
                    if entry.kind is EntryKind.FILE
                    and index not in contents.unwanted | failed.keys()
                ),
            )
        changed = {
            index: (contents.entries[index].size, contents.entries[index].mtime_ns)
            for index, error in self._store.ended(record.key).items()
            if not error and contents.entries[index] != entries[index]
        }
        contents = replace(contents, entries=entries, outdated=contents.outdated | changed)
        self._store.keep_contents(record.key, contents, reopened=changed)
        return record, contents

    def _keeps(self, error: BaseException) -> bool:
        why = self._control.reason if isinstance(error, Interrupted) else error
        if not isinstance(why, DesktopxferError):
            return True  # a defect of ours
        return stage_after(why, agreed=True) is Stage.INTERRUPTED

    def _bytes_left(self) -> int:
        return self._meter.total_bytes - self._meter.done_bytes

    def _accept(self, incoming: Incoming, unwanted: frozenset[int], milestones: Milestones) -> None:
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
        milestones.begin()
        self._prefixes_left = sum(point.offset for point in points)
        self._meter.start(total_bytes, saved_bytes + self._prefixes_left)
        self._saved = self._saved_before = len(saved)
        self._saved_bytes = saved_bytes
        for index in saved:
            self._meter.entry_ended(index)
        self._store.change(
            self._key,
            stage=Stage.INTERRUPTED,
            files=len(saved) + len(self._session.wanted_files),
            total_bytes=total_bytes,
        )
        self._on_event(StageChanged(Stage.MOVING))

    def _pulse(self) -> None:
        """While only the disk works: hears what either side says."""
        self._control.check()
        for _ in self._conversation.poll():  # nothing but Cancel may come, and that raises
            pass

    def _take(self, incoming: Incoming, milestones: Milestones) -> Finished:
        self._channel.deadline = None
        self._channel.idle_timeout_s = IDLE_TIMEOUT_S + self._prefixes_left / SLOWEST_READ
        while True:
            match self._conversation.next():
                case memoryview() as piece:
                    incoming.write(piece)
                    self._meter.add(len(piece))
                    milestones.note(self._meter.done_bytes)
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
        incoming.start(index, offset)

    def _forget_prefix(self, index: int) -> None:
        length, _ = self._session.resume[index]
        self._prefixes_left -= length
        self._meter.restart(length)

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
        # Too late to stop: it is no longer one that could go on, all there is to know is dropped.
        with contextlib.suppress(ConnectionLost, TimedOut, Interrupted):
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
