"""Owns what this side remembers of one send: what was dropped, how it goes by on the wire."""

import os
import secrets
import stat
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self, TypeAlias

from desktopxfer.device import Device
from desktopxfer.errors import DesktopxferError, TextTooLong, TooManyEntries, UnknownTransfer
from desktopxfer.offer import EntryKind, Kind, is_text
from desktopxfer.protocol.messages import TRANSFER_ID_BYTES
from desktopxfer.protocol.session import fits_manifest
from desktopxfer.transfer.clippings import Clipping
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.milestones import Milestones
from desktopxfer.transfer.outgoing import Outgoing, entry_of, scan
from desktopxfer.transfer.progress import Direction, Finished, Stage
from desktopxfer.transfer.store import Contents, Record

# A connection may be lost before this side hears that the other one has agreed: then it FAILED here
# and is INTERRUPTED there.
RESUMED = {Stage.INTERRUPTED, Stage.FINISHED, Stage.FAILED}
CHECK_EVERY = 1000  # files looked at, some milliseconds

What: TypeAlias = Sequence[Path] | Clipping  # what one transfer sends


def new_key() -> str:
    """A name for a transfer that no other one of the profile has."""
    return secrets.token_hex(8)


def may_go_on(record: Record) -> bool:
    """Whether the device that was receiving may ask for the rest of a send."""
    return record.stage in RESUMED and (record.stage is not Stage.FINISHED or record.failed > 0)


def title_of(what: What) -> str:
    """The first dropped thing, and how many more there are: `Photos` or `Photos +3`."""
    if isinstance(what, Clipping):
        return what.name
    first = what[0].name or str(what[0])
    return first if len(what) == 1 else f"{first} +{len(what) - 1}"


class Shipment:
    """One send and its record. Belongs to the transfer's thread. Raises ProfileUnusable."""

    def __init__(self, memory: Memory, record: Record) -> None:
        self._store = memory.store
        self._most_bytes = record.done_bytes
        self.moved_at = 0.0  # when it last came further than ever before; by the steady clock
        self.key = record.key
        self._milestones = Milestones(memory.store, record.key)
        self.kind = record.kind
        self.paths = [Path(path) for path in record.paths] or memory.clippings.files(self.key)
        self.transfer_id = bytes.fromhex(record.transfer_id)
        self.agreed = record.accepted  # the other side has said yes, perhaps long ago
        self.outgoing = Outgoing([], [], {})

    @classmethod
    def new(
        cls,
        memory: Memory,
        what: What,
        device: Device,
        *,
        key: str = "",
        stage: Stage = Stage.INTERRUPTED,
    ) -> Self:
        """Remembers what was dropped on a device; QUEUED waits until the device is there."""
        clipping = what if isinstance(what, Clipping) else None
        record = Record(
            key=key or new_key(),
            direction=Direction.SENDING,
            stage=stage,
            transfer_id=secrets.token_hex(TRANSFER_ID_BYTES),
            device_id=device.device_id,
            peer_name=device.name,
            title=title_of(what),
            paths=() if isinstance(what, Clipping) else tuple(map(os.path.abspath, what)),
            kind=clipping.kind if clipping else Kind.FILES,
        )
        if clipping:
            memory.clippings.keep(record.key, clipping)
        memory.store.add(record)
        return cls(memory, record)

    @classmethod
    def load(cls, memory: Memory, key: str) -> Self:
        """What was begun earlier. Raises UnknownTransfer."""
        record = memory.store.get(key)
        if (
            record is None
            or record.direction is not Direction.SENDING
            or record.stage not in {Stage.QUEUED, *RESUMED}
        ):
            raise UnknownTransfer
        memory.store.change(key, stage=Stage.INTERRUPTED)
        return cls(memory, record)

    def pack(
        self, on_found: Callable[[int, int], None], stop: Callable[[], None]
    ) -> list[DesktopxferError]:
        """Makes the list of entries, or takes up the one from before; returns what was skipped.

        Raises what scan() raises, TooManyEntries and TextTooLong.
        """
        contents = self._store.contents(self.key)
        if contents is None:
            self.outgoing = scan(self.paths, on_found=on_found, stop=stop)
            if not fits_manifest(self.outgoing.entries):
                raise TooManyEntries(detail="its names alone are too long a list")
            self._keep_contents()
        else:
            self.outgoing = Outgoing(contents.entries, [], contents.disk_names)
            self.look_again(stop)
        if self.kind is Kind.TEXT and not is_text(self.outgoing.entries):
            raise TextTooLong
        return self.outgoing.skipped

    def look_again(self, stop: Callable[[], None]) -> None:
        """A file that has changed is offered as it is now; one that is gone fails when opened.

        Of a transfer that was over only what failed is sent again, so only that is looked at.
        """
        failed = self._store.ended(self.key)
        entries, changed = self.outgoing.entries, False
        for index in sorted(failed) or range(len(entries)):
            entry = entries[index]
            if index % CHECK_EVERY == 0:
                stop()
            if entry.kind is EntryKind.FOLDER:
                continue
            try:
                status = os.lstat(self.outgoing.source(index))
            except OSError:
                continue
            if stat.S_ISREG(status.st_mode):
                now = entry_of(entry.parent, entry.name, status)
                entries[index], changed = now, changed or now != entry
        if changed:
            self._keep_contents()

    def _keep_contents(self) -> None:
        entries, disk_names = self.outgoing.entries, self.outgoing.disk_names
        self._store.keep_contents(self.key, Contents(entries, disk_names))

    # Notes --------------------------------------------------------------------------------------

    def note_agreed(self, device_id: str, peer_name: str, files: int, total_bytes: int) -> None:
        self.agreed = True
        self._milestones.begin()
        self._store.change(
            self.key,
            accepted=True,
            device_id=device_id,
            peer_name=peer_name,
            files=files,
            total_bytes=total_bytes,
        )

    def note_progress(self, done_bytes: int) -> None:
        """May be called often."""
        if done_bytes > self._most_bytes:
            self._most_bytes, self.moved_at = done_bytes, time.monotonic()
        self._milestones.note(done_bytes)

    def note_stop(self, done_bytes: int) -> None:
        self._milestones.stop(done_bytes)

    def note_finished(self, finished: Finished, errors: Mapping[int, DesktopxferError]) -> None:
        if errors:
            results = [(entry, error.code) for entry, error in errors.items()]
            self._store.note_ended(self.key, results)
        self._store.finish(
            self.key,
            stage=Stage.FINISHED,
            files=finished.files,
            failed=finished.failed,
            total_bytes=finished.total_bytes,
            done_bytes=finished.total_bytes,
            seconds=finished.seconds,
            error="",
            subject="",
            detail="",
        )
