"""Owns what becomes of a transfer that does not run: asked to go on, looked into, discarded."""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktopxfer.device import Device
from desktopxfer.errors import (
    DamagedList,
    DesktopxferError,
    ProtocolViolation,
    UnknownTransfer,
    entry_error,
    peer_error,
)
from desktopxfer.offer import Entry, path_of
from desktopxfer.protocol.messages import Decline, Resume, Resuming
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.connecting import connect
from desktopxfer.transfer.conversation import CheckPeer, LocalDevice
from desktopxfer.transfer.destination import Destination
from desktopxfer.transfer.folder import Folder
from desktopxfer.transfer.incoming import disk_error
from desktopxfer.transfer.journal import Journal
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.names import final_names, with_final_names
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.transfer.staging import Staging
from desktopxfer.transfer.store import Record, Store


def ask_to_go_on(
    record: Record, device: Device, local: LocalDevice, *, check_peer: CheckPeer, control: Control
) -> None:
    """Receiving side: asks the device that was sending to connect and go on. Blocks.

    Raises what connect() raises, and UnknownTransfer when it has nothing to go on with.
    """
    with control.running():
        conversation, peer, _ = connect(device, local, control, check_peer=check_peer)
        with conversation.to_its_end(control):
            conversation.send(Resume(bytes.fromhex(record.transfer_id)))
            match conversation.next():
                case Resuming():
                    return
                case Decline(error=code):
                    raise peer_error(code, peer.name)
                case other:
                    raise ProtocolViolation(peer.name, f"a {type(other).__name__} message")


@dataclass(frozen=True, slots=True)
class Inside:
    """What is in a transfer, as Offered, GoesOn and EntriesEnded would tell."""

    entries: Sequence[Entry]
    unwanted: frozenset[int]
    results: tuple[tuple[int, DesktopxferError | None], ...]  # of a receive; a sender keeps none


def look_into(store: Store, key: str) -> Inside:
    """What the store has of the entries. A million take seconds. Raises DamagedList."""
    contents = store.contents(key)
    if contents is None:
        raise DamagedList(detail="there is none")
    entries = with_final_names(contents.entries)
    results = (
        (index, entry_error(code, path_of(entries, index)) if code else None)
        for index, code in store.ended(key).items()
    )
    return Inside(entries, contents.unwanted, tuple(results))


def discard(memory: Memory, key: str) -> None:
    """Gives an interrupted or queued transfer up: removes its part files and nothing else. Blocks.

    Raises UnknownTransfer, AlreadyRunning, and what the disk says.
    """
    control = Control()
    with control.wakeup, memory.claim(key, control):
        record = memory.store.get(key)
        if record is None or record.stage not in {Stage.QUEUED, Stage.INTERRUPTED}:
            raise UnknownTransfer
        if record.direction is Direction.RECEIVING:
            try:
                _remove_parts(memory, record)
            except FileNotFoundError:  # the whole folder is gone, and they with it
                pass
            except OSError as error:
                raise disk_error(error, record.into) from error
        memory.store.finish(key, stage=Stage.CANCELLED, staging="")


def part_bytes(record: Record) -> int:
    """What the part files of an interrupted receive take on the disk. Blocks."""
    with contextlib.suppress(OSError), Folder.open(Path(record.into)) as into:
        if record.staging:
            with into.open_folder(record.staging) as staging:
                return sum(staging.status(name).st_size for name in staging.names())
    return 0


def _remove_parts(memory: Memory, record: Record) -> None:
    journal = Journal(memory.store, record.key)
    with Folder.open(Path(record.into)) as into:
        if record.staging:
            Staging(into, record.staging).discard()
    contents = memory.store.contents(record.key)
    if contents is not None:
        destination = Destination(
            Path(record.into),
            contents.entries,
            final_names(contents.entries),
            contents.unwanted,
            record.conflicts,
            journal,
            replaced=contents.replaced,
            outdated=contents.outdated,
        )
        destination.remove_empty_folders()
        destination.close()
