"""Owns the benchmarks: our command line beside what Debian offers, and the floors we must keep.

What is measured: the whole wait of the person who sends, from starting the sending program to its
end, process start and handshake included; the other side already listens. A side that reports
nothing back (socat) is waited for as well. Everything runs on this computer over loopback, from
RAM disk to RAM disk, one after the other in turns; the table shows medians and ratios within this
run, so that the machine's own speed cancels out. The memory that a copy needs is kept from going
back to the host of a virtual machine, which would make whoever needs it next wait: _keep_memory().
The program's byte code is made beforehand, as it is on installation: in a checkout that must not
write any (PYTHONDONTWRITEBYTECODE) each start would compile it again (measured: 0.09 s).
What arrived is compared once for each program.

    big      one file of 2 GiB
    small    10 000 files of 4 KiB in 100 folders
    memory   peak memory of sender and receiver for a file of 1 GiB and a sparse one of 16 GiB,
             saved on the ordinary disk: 16 GiB of zeros would fill a RAM disk
    resume   both programs are killed half way, with a file of 4 GiB and with a tree of 20 000 files
             of 64 KiB: how much is sent again, and how long until new content flows
    window   how long the event loop of two real windows stands still at most while a file and
             many small ones go from one to the other at full speed
    unfolded for how long it does at most in 99 of 100 turns while the receiving window shows all
             100 000 files that arrive

Ends with 1 when a floor is missed, with 2 when something did not work.
"""

import argparse
import compileall
import contextlib
import ctypes
import dataclasses
import mmap
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from ctypes import c_int64
from dataclasses import dataclass
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))  # `tests` is no installed package

from tests.benchmarks import peers
from tests.benchmarks.measure import CHECKOUT, BenchmarkFailed, install
from tests.benchmarks.peers import OUR_NAME, Ours, Peer
from tests.benchmarks.resume import kill_and_resume
from tests.benchmarks.window import MOVING, longest_blocks, typical_block_unfolded
from tests.end_to_end import desktop
from tests.end_to_end.trees import compare, make_sparse, make_tree

RAM_DISK = Path("/dev/shm")
KIB, MIB, GIB = 1 << 10, 1 << 20, 1 << 30
PUNCH_HOLE = 3  # FALLOC_FL_PUNCH_HOLE with FALLOC_FL_KEEP_SIZE (Linux)
MOST_MEMORY = 100 * MIB
MOST_BLOCKED_MS = 50.0
MOST_USUALLY_BLOCKED_MS = 16.0  # one picture of 60 a second
MOST_SENT_AGAIN = 0.01  # of everything
MOST_WAIT_S = 3.0
WIDE_BLOCK_BYTES = 256 * KIB  # the fastest of those tried; socat's own 8 KiB is what people run
# How many times as fast as the other one we have to be at least.
BIG_FLOORS = {"socat TLS": 1 / 1.25, "scp": 1.8}
SMALL_FLOORS = {"rsync over ssh": 1.0}


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is sent."""

    big_bytes: int = 2 * GIB
    small_files: int = 10_000
    small_folders: int = 100
    small_bytes: int = 4 * KIB
    memory_bytes: tuple[int, ...] = (1 * GIB, 16 * GIB)
    window_bytes: int = 2 * GIB
    window_files: int = 5_000
    unfolded_files: int = 100_000
    resume_bytes: int = 4 * GIB
    resume_files: int = 20_000
    resume_file_bytes: int = 64 * KIB


TINY = Sizes(
    big_bytes=4 * MIB,
    small_files=50,
    small_folders=5,
    memory_bytes=(4 * MIB, 64 * MIB),
    window_bytes=64 * MIB,
    window_files=200,
    unfolded_files=20_000,
    resume_bytes=64 * MIB,
    resume_files=2_000,
    resume_file_bytes=32 * KIB,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `met` is None where there is no floor."""

    case: str
    who: str
    measured: str
    compared: str = ""
    floor: str = ""
    met: bool | None = None

    def cells(self) -> tuple[str, ...]:
        verdict = {None: "", True: "met", False: "MISSED"}[self.met]
        return self.case, self.who, self.measured, self.compared, self.floor, verdict


HEADER = ("case", "who", "measured", "ours is", "floor", "")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the chosen benchmarks and prints the table. Returns the exit code."""
    parser = argparse.ArgumentParser(
        description="Measures desktopxfer beside scp, rsync and socat over loopback."
    )
    parser.add_argument("--case", action="append", choices=CASES, help="only this one (repeatable)")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="medians of N (5)")
    parser.add_argument(
        "--tiny", action="store_true", help="little to send, no floors: a rehearsal"
    )
    options = parser.parse_args(arguments)
    sizes = TINY if options.tiny else Sizes()
    rows: list[Row] = []
    compileall.compile_dir(CHECKOUT / "desktopxfer", quiet=1)
    try:
        for case in options.case or CASES:
            _say(f"{case} ...")
            with _folders() as folders:
                rows += CASES[case](sizes, options.runs, *folders)
    except (BenchmarkFailed, AssertionError) as error:
        _say(str(error))
        return 2
    _print_table([HEADER, *(row.cells() for row in rows)])
    return 1 if not options.tiny and any(row.met is False for row in rows) else 0


@contextlib.contextmanager
def _folders() -> Iterator[tuple[Path, Path]]:
    """A folder of our own on the RAM disk and one on the ordinary disk."""
    with (
        tempfile.TemporaryDirectory(prefix="desktopxfer-bench-", dir=RAM_DISK) as ram,
        tempfile.TemporaryDirectory(prefix="desktopxfer-bench-") as disk,
    ):
        yield Path(ram), Path(disk)


def big(sizes: Sizes, runs: int, ram: Path, disk: Path) -> list[Row]:
    source = ram / "big.bin"
    _need_room(ram, 3 * sizes.big_bytes)  # of it one for _keep_memory()
    _make_random(source, sizes.big_bytes)
    return _race("big", source, sizes.big_bytes, runs, BIG_FLOORS, ram)


def small(sizes: Sizes, runs: int, ram: Path, disk: Path) -> list[Row]:
    source = ram / "small"
    make_tree(source, sizes.small_files, sizes.small_folders, size=sizes.small_bytes)
    total = sizes.small_files * sizes.small_bytes
    return _race("small", source, total, runs, SMALL_FLOORS, ram)


def memory(sizes: Sizes, runs: int, ram: Path, disk: Path) -> list[Row]:
    """One run each: a peak has no median."""
    rows = []
    ours = Ours(ram)
    for size in sizes.memory_bytes:
        _need_room(disk, size)
        source, into = disk / "memory.bin", disk / "into"
        make_sparse(source, size)
        into.mkdir()
        run = ours.run(source, into)
        _need_identical(source, into / source.name)
        shutil.rmtree(into)
        for side, ended in (("sender", run.sender), ("receiver", run.receiver)):
            rows.append(
                Row(
                    "memory",
                    f"{side}, {_bytes(size)}",
                    _bytes(ended.peak_bytes),
                    floor=f"< {_bytes(MOST_MEMORY)}",
                    met=ended.peak_bytes < MOST_MEMORY,
                )
            )
    return rows


def resume(sizes: Sizes, runs: int, ram: Path, disk: Path) -> list[Row]:
    """One run each."""
    _need_room(ram, 2 * sizes.resume_bytes)
    file, tree = ram / "file.bin", ram / "tree"
    make_tree(tree, sizes.resume_files, sizes.small_folders, size=sizes.resume_file_bytes)
    _make_random(file, sizes.resume_bytes)
    rows = []
    for source, who in ((tree, f"{sizes.resume_files} files"), (file, _bytes(sizes.resume_bytes))):
        folder = ram / f"resume {who}"
        folder.mkdir()
        resumed = kill_and_resume(source, folder)
        _need_identical(source, folder / "into" / source.name)
        shutil.rmtree(folder)
        again, wait_s = resumed.sent_again_bytes / resumed.total_bytes, resumed.wait_s
        rows += [
            Row(
                "resume",
                f"{who}, sent again",
                f"{again:.2%}",
                floor=f"< {MOST_SENT_AGAIN:.0%}",
                met=again < MOST_SENT_AGAIN,
            ),
            Row(
                "resume",
                f"{who}, wait",
                f"{wait_s:.2f} s",
                floor=f"< {MOST_WAIT_S:.0f} s",
                met=wait_s < MOST_WAIT_S,
            ),
        ]
    return rows


def window(sizes: Sizes, runs: int, ram: Path, disk: Path) -> list[Row]:
    """The longest block of each run, and of these the median: other programs take turns too."""
    install(desktop.PROGRAMS)
    _need_room(ram, 2 * sizes.window_bytes)
    source = ram / "window"
    make_tree(source, sizes.window_files, sizes.small_folders)
    _make_random(source / "big.bin", sizes.window_bytes)
    longest: dict[tuple[str, str], list[float]] = {}
    for run in range(runs):
        folder = ram / f"run {run}"
        for side, phase, blocked_ms in longest_blocks(source, folder):
            longest.setdefault((side, phase), []).append(blocked_ms)
            _say(f"window {run + 1}/{runs}: {side}, {phase} {blocked_ms:.0f} ms")
        shutil.rmtree(folder)
    return [
        _blocked_row(side, phase, statistics.median(values))
        for (side, phase), values in longest.items()
    ]


def unfolded(sizes: Sizes, runs: int, ram: Path, disk: Path) -> list[Row]:
    install(desktop.PROGRAMS)
    source = ram / "unfolded"
    make_tree(source, sizes.unfolded_files, sizes.small_folders)
    usual: list[float] = []
    for run in range(runs):
        folder = ram / f"run {run}"
        usual.append(typical_block_unfolded(source, folder))
        _say(f"unfolded {run + 1}/{runs}: {usual[-1]:.1f} ms")
        shutil.rmtree(folder)
    blocked_ms = statistics.median(usual)
    return [
        Row(
            "unfolded",
            "receiver, 99 of 100",
            f"{blocked_ms:.1f} ms",
            floor=f"< {MOST_USUALLY_BLOCKED_MS:.0f} ms",
            met=blocked_ms < MOST_USUALLY_BLOCKED_MS,
        )
    ]


def _blocked_row(side: str, phase: str, blocked_ms: float) -> Row:
    row = Row("window", f"{side}, {phase}", f"{blocked_ms:.0f} ms")
    if phase != MOVING:
        return row
    met = blocked_ms <= MOST_BLOCKED_MS
    return dataclasses.replace(row, floor=f"<= {MOST_BLOCKED_MS:.0f} ms", met=met)


CASES: Mapping[str, Callable[[Sizes, int, Path, Path], list[Row]]] = {
    "big": big,
    "small": small,
    "memory": memory,
    "resume": resume,
    "window": window,
    "unfolded": unfolded,
}


def _race(
    case: str,
    source: Path,
    total_bytes: int,
    runs: int,
    floors: Mapping[str, float],
    folder: Path,
) -> list[Row]:
    """Everyone copies in turns, each time somebody else first: a busy moment hits all of them."""
    install(peers.PROGRAMS)
    with contextlib.ExitStack() as stack:
        ssh = stack.enter_context(peers.private_sshd(folder))
        tls = peers.Tls(peers.make_certificate(folder))
        ours = Ours(folder)
        rivals: list[Peer] = [peers.Scp(ssh), peers.Rsync(ssh)]
        if source.is_file():
            wide = dataclasses.replace(tls, block_bytes=WIDE_BLOCK_BYTES)
            rivals += [peers.SocatTls(tls), peers.SocatTls(wide, "socat TLS -b 262144")]
        rivals.append(peers.TarSocatTls(tls))
        everyone = [ours, *rivals]
        seconds: dict[str, list[float]] = {peer.name: [] for peer in everyone}
        _keep_memory(folder, total_bytes)
        for run in range(runs):
            first = run % len(everyone)
            for peer in everyone[first:] + everyone[:first]:
                seconds[peer.name].append(_copy(peer, source, folder / "into", check=run == 0))
                _say(f"{case} {run + 1}/{runs}: {peer.name} {seconds[peer.name][-1]:.2f} s")
    medians = {name: statistics.median(values) for name, values in seconds.items()}
    return [
        _speed_row(case, name, median, medians[ours.name], total_bytes, floors.get(name))
        for name, median in medians.items()
    ]


def _copy(peer: Peer, source: Path, into: Path, *, check: bool) -> float:
    into.mkdir()
    try:
        seconds = peer.copy(source, into)
        if check:
            # The others keep whole seconds or, as a stream, no times at all.
            _need_identical(source, into / source.name, times=isinstance(peer, Ours))
        return seconds
    finally:
        shutil.rmtree(into)


def _speed_row(
    case: str, name: str, median: float, ours: float, total_bytes: int, floor: float | None
) -> Row:
    ratio = median / ours
    return Row(
        case,
        name,
        f"{median:.2f} s, {total_bytes / median / 1e6:.0f} MB/s",
        "" if name == OUR_NAME else f"{ratio:.2f} x as fast",
        "" if floor is None else f">= {floor:.2f} x",
        None if floor is None else ratio >= floor,
    )


def _need_identical(sent: Path, arrived: Path, *, times: bool = True) -> None:
    differences = compare(sent, arrived)
    if not times:
        differences = [line for line in differences if not line.startswith("mtime")]
    if differences:
        raise BenchmarkFailed("\n".join(["not identical:", *differences[:10]]))


def _need_room(folder: Path, count: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < count * 1.1:
        raise BenchmarkFailed(f"{folder} has {_bytes(free)} free; this needs {_bytes(count)}.")


def _keep_memory(ram: Path, size: int) -> None:
    """Leaves so many bytes of memory free as single pages, each between two that stay in use.

    A virtual machine gives free memory back to its host in blocks of megabytes (measured: the next
    receiver of 2 GiB spends 1.6 to 6 s in the system instead of 1.1). Such pages come together to
    no block, and are what the system hands out first.
    """
    page = mmap.PAGESIZE
    file = ram / "comb"
    _make_random(file, 2 * size)
    fallocate = ctypes.CDLL(None, use_errno=True).fallocate
    with file.open("r+b") as comb:
        for place in range(0, 2 * size, 2 * page):
            if fallocate(comb.fileno(), PUNCH_HOLE, c_int64(place), c_int64(page)):
                number = ctypes.get_errno()
                raise OSError(number, os.strerror(number), str(file))


def _make_random(file: Path, size: int) -> None:
    block = os.urandom(16 * MIB)  # more than any window in which something could be found again
    with file.open("wb") as stream:
        for place in range(0, size, len(block)):
            stream.write(block[: size - place])


def _bytes(count: float) -> str:
    return f"{count / GIB:.3g} GiB" if count >= GIB else f"{count / MIB:.0f} MiB"


def _print_table(lines: Sequence[tuple[str, ...]]) -> None:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        )


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
