"""Owns what the command line says: sentences for people, one JSON object a line for programs."""

import io
import json
import os
import shlex
import shutil
import sys
import threading
import time
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from desktopxfer.device import Address, Device, Peer, short_id
from desktopxfer.errors import DesktopxferError, LinkSkipped, NotAFile, restored
from desktopxfer.offer import Kind, Offer, path_of
from desktopxfer.text_safety import REPLACED, printable, visible_lines
from desktopxfer.transfer.progress import (
    Connected,
    Direction,
    EntriesEnded,
    EntriesSkipped,
    Event,
    Finished,
    GoesOn,
    Offered,
    Paired,
    Progress,
    Stage,
    StageChanged,
)
from desktopxfer.transfer.store import Record

if TYPE_CHECKING:
    from tqdm import tqdm


# The two streams --------------------------------------------------------------------------------


class OutputLost(Exception):
    """Nobody reads what this program says any more (`| head`), or the disk it goes to is full."""


_lock = threading.Lock()  # several transfers report at once; a line must stay whole


def prepare() -> None:
    """Before the first word: a name that the terminal's encoding lacks is shown as escapes."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def answer(line: str) -> None:
    """What was asked for, on stdout. Raises OutputLost."""
    _write(sys.stdout, line + "\n")


def say(sentence: str) -> None:
    """What a person should know, on stderr. Raises OutputLost."""
    _write(sys.stderr, sentence + "\n")


def ask(question: str) -> None:
    """Waits for no answer."""
    _write(sys.stderr, f"{question} ")


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # closed before the start
        return
    try:
        with _lock, _beside_bars(stream):
            stream.write(text)
            stream.flush()
    except OSError as error:
        raise OutputLost from error


def _beside_bars(stream: TextIO) -> AbstractContextManager[None]:
    """Takes progress bars off the terminal while something else is written, if there are any."""
    loaded = sys.modules.get("tqdm")
    return loaded.tqdm.external_write_mode(file=stream) if loaded else nullcontext()


def program() -> str:
    """How this program was started, for a person to type it again. A clone's is not on PATH."""
    # A frozen program is called by a bare name when it was found on PATH.
    started = sys.executable if getattr(sys, "frozen", False) else sys.argv[0]
    if not os.path.isfile(started) or os.path.basename(started) == "__main__.py":
        return f"{shlex.quote(sys.executable)} -m desktopxfer"
    name = os.path.basename(started)
    found = shutil.which(name)
    return name if found and os.path.samefile(found, started) else shlex.quote(started)


def fall_silent() -> None:
    """After OutputLost: what is still buffered must not fail once more at the program's end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


# One transfer -----------------------------------------------------------------------------------


class TransferReport:
    """Reports one transfer, in the thread that runs it.

    `sources` are what this side sends, none for a text; None where it receives.
    `problems` counts what did not arrive; links and pipes are left out by design and do not count.
    """

    def __init__(
        self,
        sources: Sequence[Path] | None = None,
        *,
        key: str = "",
        transfer_id: str = "",
        start: str = "desktopxfer",
    ) -> None:
        self.problems = 0
        self.key = key  # in the store
        self.transfer_id = transfer_id  # "" until it is known
        self._start = start  # how a person starts this program with this profile
        self._sources = sources or ()
        self._sends = sources is not None
        self._offer: Offer | None = None
        self._connected: Connected | None = None
        self._goes_on = False  # what is offered now was accepted earlier
        self._reconnects = False
        self._stage: Stage | None = None

    @property
    def resumable(self) -> bool:
        """Whether it can go on, by the stage that was reported last."""
        return self._stage in {Stage.QUEUED, Stage.INTERRUPTED}

    def __call__(self, event: Event) -> None:
        match event:
            case StageChanged(stage=stage):
                self._change_stage(stage)
            case GoesOn(key=key):
                self.key, self._goes_on = key, True
            case Connected():
                self._connected = event
            case Offered(offer=offer):
                self._take_offer(offer)
            case EntriesSkipped(errors=skipped):
                for error in skipped:
                    self._count(error.subject, error)
            case EntriesEnded(results=results):
                self._failed_alone(results)
            case Progress():
                self._progress(event)
            case Paired(peer=peer):
                self._paired(peer)
            case Finished():
                self._finished(event, event.paths or self._sources)

    def _take_offer(self, offer: Offer) -> None:
        self._offer = offer
        self.transfer_id = offer.transfer_id
        if self._goes_on:
            self._resumed(offer)

    def _failed_alone(self, results: Sequence[tuple[int, DesktopxferError | None]]) -> None:
        for index, error in results:
            if error is not None:
                path = path_of(self._offer.entries, index) if self._offer else ""
                self._count(path, error)

    def _count(self, path: str, error: DesktopxferError) -> None:
        self.problems += not isinstance(error, LinkSkipped | NotAFile)
        self._entry_failed(path, error)

    def _change_stage(self, stage: Stage) -> None:
        if stage is Stage.WAITING and self._sends and self._connected:
            self._waiting(self._connected.peer, self._connected.code)
        elif stage is Stage.RECONNECTING and self._connected and not self._reconnects:
            self._reconnects = True  # said once, not for every try
            self._reconnecting()
        elif stage is Stage.MOVING:
            self._reconnects = False
        self._stage = stage

    def offered(self, offer: Offer, code: str) -> None:
        """Somebody wants to send something to this device."""

    def text(self, text: str) -> None:
        """This text has arrived for the person here."""

    def taken(self, path: str) -> None:
        """The person here is asked about a file of an offer: something has its name already."""

    def code(self, peer: Peer, code: str) -> None:
        """Both people have to compare this."""

    def failed(self, error: DesktopxferError) -> None:
        """The whole transfer ended early."""

    def absent(self, name: str, why: DesktopxferError) -> None:
        """The device is not there, and is waited for."""

    def asked(self, name: str) -> None:
        """The device that was sending will go on."""

    def _waiting(self, peer: Peer, code: str) -> None:
        """The person there is asked, who may want to compare the code with the one here."""

    def _resumed(self, offer: Offer) -> None:
        """Somebody goes on with what this device has agreed to before."""

    def _reconnecting(self) -> None: ...

    def _paired(self, peer: Peer) -> None: ...

    def _progress(self, progress: Progress) -> None: ...

    def _entry_failed(self, path: str, error: DesktopxferError) -> None: ...

    def _finished(self, finished: Finished, paths: Iterable[Path]) -> None: ...


# For people -------------------------------------------------------------------------------------


class People(TransferReport):
    """Sentences on stderr, results on stdout, a progress bar where stderr is a terminal."""

    _bar: "tqdm[NoReturn] | None" = None

    def offered(self, offer: Offer, code: str) -> None:
        say(
            f"{printable(offer.peer.name)} ({offer.peer.short_id}, code {spaced(code)}) "
            f"offers {self._content(offer)}."
        )

    @staticmethod
    def _content(offer: Offer) -> str:
        amount = size(offer.total_bytes)
        if offer.kind is Kind.TEXT:
            return f"a text: {amount}"
        return f"{printable(offer.title)}: {_files(offer.files)}, {amount}"

    def text(self, text: str) -> None:
        shown = visible_lines(text)
        answer(shown.removesuffix("\n"))
        if shown.count(REPLACED) > text.count(REPLACED):
            say(
                f"Characters that hide something or steer a terminal are shown as {REPLACED}. "
                "With --into a text is saved as it came."
            )

    def code(self, peer: Peer, code: str) -> None:
        say(f"Pairing with {printable(peer.name)} ({peer.short_id}). The code is {spaced(code)}.")

    def failed(self, error: DesktopxferError) -> None:
        self._close_bar()
        say(printable(str(error), 2000))
        if self.resumable:
            say(f"To go on: {self._resume}")

    def absent(self, name: str, why: DesktopxferError) -> None:
        say(f"{printable(str(why), 2000)}\nWaiting for {printable(name)} …")

    def asked(self, name: str) -> None:
        say(
            f"{printable(name)} goes on sending. To take it, this device has to be open: "
            f"the window, or {self._start} receive"
        )

    @property
    def _resume(self) -> str:
        return f"{self._start} resume {self.key[:SHORT_KEY]}"

    def _resumed(self, offer: Offer) -> None:
        say(
            f"{printable(offer.peer.name)} ({offer.peer.short_id}) "
            f"goes on with {printable(offer.title)}."
        )

    def _reconnecting(self) -> None:
        self._close_bar()
        say("The connection was lost. Trying again …")

    def _waiting(self, peer: Peer, code: str) -> None:
        say(f"Waiting for {printable(peer.name)} to accept (code {spaced(code)}) …")

    def _paired(self, peer: Peer) -> None:
        say(f"{printable(peer.name)} ({peer.short_id}) is trusted now.")

    def _progress(self, progress: Progress) -> None:
        if sys.stderr is None or not sys.stderr.isatty():
            return
        if self._bar is None:
            from tqdm import tqdm  # noqa: PLC0415 - slow to import, and most runs show no bar

            self._bar = tqdm(
                desc=printable(self._offer.title if self._offer else "", 30),
                unit="B",
                unit_scale=True,
                initial=progress.done_bytes,  # or the speed would count what came earlier
                dynamic_ncols=True,
            )
        self._bar.total = progress.total_bytes
        self._bar.update(progress.done_bytes - self._bar.n)

    def _entry_failed(self, _path: str, error: DesktopxferError) -> None:
        say(printable(str(error), 2000))

    def _finished(self, finished: Finished, paths: Iterable[Path]) -> None:
        self._close_bar()
        speed = finished.total_bytes / max(finished.seconds, 1e-3)
        is_text = self._offer is not None and self._offer.kind is Kind.TEXT and not finished.failed
        say(
            f"{'1 text' if is_text else _files(finished.files)}, "
            f"{size(finished.total_bytes)} in {finished.seconds:.1f} s "
            f"({size(round(speed))}/s)"
            + (f"; {_files(finished.failed)} failed." if finished.failed else ".")
        )
        if self._sends and self.key and finished.failed:
            say(f"To send what failed again: {self._resume}")
        if not self._sends:
            for path in paths:
                answer(printable(str(path), 5000))

    def _close_bar(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None


def spaced(code: str) -> str:
    """`482 913`: in halves, as people read it aloud."""
    return f"{code[:3]} {code[3:]}"


SHORT_KEY = 8  # as many digits of a transfer's id as a person is shown
UNITS = ("kB", "MB", "GB", "TB", "PB")


def size(count: int) -> str:
    """`4.2 GB`, as the window shows it."""
    if count < 1000:
        return f"{count} B"
    amount, power = count / 1000, 0
    while amount >= 999.5 and power < len(UNITS) - 1:  # 999.5 would be rounded to 1000
        amount, power = amount / 1000, power + 1
    return f"{amount:.{0 if amount >= 99.95 else 1}f} {UNITS[power]}"


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"


# For programs -----------------------------------------------------------------------------------


def emit(event: str, **fields: object) -> None:
    """One JSON object on one line of stdout. ASCII, so that no encoding can break it."""
    answer(json.dumps({"event": event, **fields}))


class Programs(TransferReport):
    """One JSON object a line on stdout, as README.md documents them."""

    def offered(self, offer: Offer, code: str) -> None:
        emit(
            "offer",
            **{"transfer": offer.transfer_id, "from": offer.peer.name},
            device_id=offer.peer.device_id,
            kind=offer.kind.value,
            files=offer.files,
            bytes=offer.total_bytes,
            code=code,
        )

    def text(self, text: str) -> None:
        emit("text", transfer=self.transfer_id, text=text)

    def taken(self, path: str) -> None:
        emit("taken", transfer=self.transfer_id, path=path)

    def code(self, peer: Peer, code: str) -> None:
        emit("code", code=code, **{"from": peer.name}, device_id=peer.device_id)

    def failed(self, error: DesktopxferError) -> None:
        emit(
            "failed",
            transfer=self.transfer_id,
            error=error.code,
            message=str(error),
            resumable=self.resumable,
        )

    def absent(self, name: str, why: DesktopxferError) -> None:
        emit("absent", name=name, error=why.code, message=str(why))

    def asked(self, name: str) -> None:
        emit("asked", transfer=self.transfer_id, name=name)

    def _resumed(self, offer: Offer) -> None:
        emit(
            "resumed",
            **{"transfer": offer.transfer_id, "from": offer.peer.name},
            device_id=offer.peer.device_id,
            kind=offer.kind.value,
            files=offer.files,
            bytes=offer.total_bytes,
        )

    def _reconnecting(self) -> None:
        emit("reconnecting", transfer=self.transfer_id)

    def _waiting(self, peer: Peer, code: str) -> None:
        self.code(peer, code)

    def _paired(self, peer: Peer) -> None:
        emit("paired", device_id=peer.device_id, name=peer.name)

    def _progress(self, progress: Progress) -> None:
        emit(
            "progress",
            transfer=self.transfer_id,
            done_bytes=progress.done_bytes,
            total_bytes=progress.total_bytes,
            bytes_per_second=round(progress.bytes_per_second),
        )

    def _entry_failed(self, path: str, error: DesktopxferError) -> None:
        emit(
            "entry_failed",
            transfer=self.transfer_id,
            path=path,
            error=error.code,
            message=str(error),
        )

    def _finished(self, finished: Finished, paths: Iterable[Path]) -> None:
        emit(
            "finished",
            transfer=self.transfer_id,
            files=finished.files,
            failed=finished.failed,
            bytes=finished.total_bytes,
            seconds=round(finished.seconds, 3),
            paths=[str(path) for path in paths],
        )


# Single answers ---------------------------------------------------------------------------------


def failed(error: DesktopxferError, *, as_json: bool) -> None:
    """Why a command ended, or could not even begin."""
    (Programs() if as_json else People()).failed(error)


def listening(address: Address, device_id: str, *, as_json: bool) -> None:
    if as_json:
        emit("listening", host=address.host, port=address.port, device_id=device_id)
    else:
        everywhere = address.host in {"::", "0.0.0.0"}  # noqa: S104 - a text
        where = f"port {address.port}" if everywhere else f"{address}"
        say(f"Listening at {where} as {short_id(device_id)}. Ctrl+C ends it.")


def device(found: Device, *, as_json: bool) -> None:
    addresses = [str(address) for address in found.addresses]
    if as_json:
        emit(
            "device",
            device_id=found.device_id,
            name=found.name,
            platform=found.platform,
            addresses=addresses,
            online=found.online,
            trust=found.trust,
        )
    else:
        identity = short_id(found.device_id) if found.device_id else "never met"
        state = "online" if found.online else "not seen"
        name = printable(found.name, 64)
        answer(f"{name:24}  {identity:9}  {found.trust:7}  {state:8}  {', '.join(addresses)}")


def identity(device_id: str, name: str, profile: Path, *, as_json: bool) -> None:
    if as_json:
        emit("identity", device_id=device_id, name=name, profile=str(profile))
    else:
        answer(f"{printable(name, 64)}\ndevice id  {device_id}\nshort form {short_id(device_id)}")


def transfer(record: Record, *, running: bool, as_json: bool) -> None:
    """One line of a history. `running` tells whether some program is at it."""
    if as_json:
        error = restored(record.error, record.subject, record.detail) if record.error else None
        emit(
            "transfer",
            id=record.key,
            transfer=record.transfer_id,
            direction=record.direction.value,
            stage="running" if running else record.stage.value,
            device_id=record.device_id,
            name=record.peer_name,
            title=record.title,
            files=record.files,
            failed=record.failed,
            bytes=record.total_bytes,
            done_bytes=record.done_bytes,
            error=record.error,
            message=str(error) if error else "",
            paths=list(record.paths),
            began=record.began,
        )
    else:
        when = time.strftime("%Y-%m-%d %H:%M", time.localtime(record.began))
        way = "to" if record.direction is Direction.SENDING else "from"
        answer(
            f"{record.key[:SHORT_KEY]}  {when}  {_state(record, running=running):18}  "
            f"{printable(record.title, 64)} {way} {printable(record.peer_name, 64)}"
            + (f"  {_files(record.files)}, {size(record.total_bytes)}" if record.files else "")
        )


def _state(record: Record, *, running: bool) -> str:
    state = "running" if running else record.stage.value
    if running or record.stage is Stage.INTERRUPTED:
        if record.total_bytes:
            state += (
                f" at {100 * min(record.done_bytes, record.total_bytes) // record.total_bytes} %"
            )
    elif record.failed:
        state += f", {record.failed} failed"
    return state
