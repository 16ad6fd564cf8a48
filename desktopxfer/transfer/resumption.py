"""Owns what becomes of a transfer that does not run: it is asked to go on, or it is discarded."""

import contextlib
from pathlib import Path

from desktopxfer.device import Device
from desktopxfer.errors import ProtocolViolation, UnknownTransfer, peer_error
from desktopxfer.protocol.messages import Decline, Resume, Resuming
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.connecting import connect
from desktopxfer.transfer.conversation import CheckPeer, LocalDevice
from desktopxfer.transfer.destination import Destination
from desktopxfer.transfer.folder import Folder
from desktopxfer.transfer.incoming import disk_error
from desktopxfer.transfer.journal import Journal
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.names import final_names
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.transfer.staging import Staging
from desktopxfer.transfer.store import Record


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
            outdated=contents.outdated,
        )
        destination.remove_empty_folders()
        destination.close()
