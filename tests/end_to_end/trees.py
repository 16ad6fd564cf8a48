"""Owns the trees that travel in tests: how one is made, and how two are compared."""

import os
import random
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from blake3 import blake3

# Nothing here that a receiver has to rename on some system: what is sent has to arrive unchanged.
STEMS = (
    "notes",
    "with two  spaces",
    "-rf",
    ".hidden",
    "100% & 'quoted' #1; $HOME",
    "[brackets] {braces} ~",
    "Überweisung",
    "Отчёт за год",
    "報告書",
    "보고서",
    "تقرير",
    "रिपोर्ट",
    "דוח",
    "photo 📷🏔",
    "a name that is quite long " + "and goes on " * 12,
)
SUFFIXES = (".txt", "", ".tar.gz", ".JPG")
# A prime number of nanoseconds more for each file, so that coarser clocks and zones show.
FIRST_MTIME_NS = 1_500_000_000_000_000_001
MTIME_STEP_NS = 86_400_000_000_007
MOST_BYTES = 8192  # of a file with a size of its own
BLOCK_BYTES = 1 << 20
ZEROS = bytes(BLOCK_BYTES)


@dataclass(frozen=True, slots=True)
class Node:
    """What has to survive of one file or folder."""

    folder: bool
    size: int
    mtime_ns: int
    executable: bool
    digest: str


def make_tree(root: Path, files: int, folders: int, *, size: int | None = None) -> None:
    """Makes `root` with `files` files in `folders` folders below it; always the same ones.

    Without a `size` in bytes every file has its own, every fiftieth is empty, every seventh is
    executable, and one folder in ten is left empty.
    """
    root.mkdir(parents=True)
    places = [root]
    empty: list[Path] = []
    for number in range(folders):
        place = places[number // 5] / f"{STEMS[number % len(STEMS)]} {number}"
        place.mkdir()
        (empty if size is None and number % 10 == 9 else places).append(place)
    block = random.Random(files).randbytes(MOST_BYTES if size is None else size)
    for number in range(files):
        name = f"{STEMS[number % len(STEMS)]} {number}{SUFFIXES[number % len(SUFFIXES)]}"
        if size is None:
            length = 0 if number % 50 == 0 else 1 + number * 7919 % MOST_BYTES
        else:
            length = size
        content = (number.to_bytes(8, "big") + block)[:length]
        _write(places[number % len(places)] / name, content, number, executable=number % 7 == 0)
    for number, folder in enumerate(reversed([*places, *empty])):  # children before their parents
        _set_mtime(folder, number)


def make_sparse(file: Path, size: int, *, islands: int = 16, island_bytes: int = 1 << 20) -> None:
    """Makes a file of `size` bytes that is mostly holes, with data at both ends and in between."""
    block = random.Random(size).randbytes(island_bytes)
    with file.open("wb") as stream:
        stream.truncate(size)
        for number in range(islands):
            # Odd places, so that nothing falls on a block boundary by luck.
            stream.seek(max(0, (size - island_bytes) * number // (islands - 1) - number % 2))
            stream.write(block)
    _set_mtime(file, islands)


def _write(file: Path, content: bytes, number: int, *, executable: bool) -> None:
    file.write_bytes(content)
    if executable:
        file.chmod(0o755)
    _set_mtime(file, number)


def _set_mtime(path: Path, number: int) -> None:
    moment = FIRST_MTIME_NS + number * MTIME_STEP_NS % 10**17
    os.utime(path, ns=(moment, moment))


def read_tree(root: Path) -> Mapping[str, Node]:
    """Everything at and below `root` by its path below it; `root` itself is "."."""
    return dict(_nodes(root, "."))


def compare(sent: Path, arrived: Path) -> list[str]:
    """What differs between two files or trees, one line each; nothing when they are identical."""
    before, after = read_tree(sent), read_tree(arrived)
    lines = [f"missing: {path}" for path in before.keys() - after.keys()]
    lines += [f"not sent: {path}" for path in after.keys() - before.keys()]
    for path in before.keys() & after.keys():
        lines += [f"{what}: {path}" for what in _differences(before[path], after[path])]
    return sorted(lines)


def _differences(before: Node, after: Node) -> Iterator[str]:
    if before.folder != after.folder:
        yield "file and folder confused"
        return
    if before.size != after.size:
        yield f"size {before.size} became {after.size}"
    elif before.digest != after.digest:
        yield "content changed"
    if before.mtime_ns != after.mtime_ns:
        yield f"mtime {before.mtime_ns} became {after.mtime_ns}"
    if before.executable != after.executable:
        yield f"executable {before.executable} became {after.executable}"


def _nodes(path: Path, name: str) -> Iterator[tuple[str, Node]]:
    status = path.lstat()
    if stat.S_ISDIR(status.st_mode):
        yield name, Node(True, 0, status.st_mtime_ns, False, "")
        for child in sorted(os.listdir(path)):
            yield from _nodes(path / child, child if name == "." else f"{name}/{child}")
    elif stat.S_ISREG(status.st_mode):
        executable = bool(status.st_mode & stat.S_IXUSR)
        yield name, Node(False, status.st_size, status.st_mtime_ns, executable, digest(path))
    else:
        raise AssertionError(f"neither a file nor a folder: {path}")


def digest(file: Path) -> str:
    """BLAKE3 of the content, with blocks of zeros left out: most of a sparse file is nothing else.

    Read and not mapped, because mapped holes of a RAM disk fill the memory.
    """
    hasher = blake3()
    buffer = bytearray(BLOCK_BYTES)
    view = memoryview(buffer)
    place = 0
    with file.open("rb", buffering=0) as stream:
        while count := stream.readinto(buffer):
            if buffer != ZEROS:
                hasher.update(place.to_bytes(8, "big"))
                hasher.update(view[:count])
            place += count
    return f"{hasher.hexdigest()} {place}"
