"""Owns the shape of an offer: what lies below which folder, and marks summed up over folders."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from operator import attrgetter

from desktopxfer.offer import TOP, Entry


class Outline:
    """An offer's entries in depth-first order, so that everything below a folder is one slice.

    Built once in linear time (0.1 s for 100 000 entries) and never changed.
    """

    __slots__ = ("_entry_at", "_extents", "_positions", "bytes_below", "parents")

    def __init__(self, entries: Sequence[Entry]) -> None:
        count = len(entries)
        self.parents = array("i", map(attrgetter("parent"), entries))
        self.bytes_below = list(map(attrgetter("size"), entries))  # of a file: its size
        self._extents = array("i", [1]) * count  # how many entries: itself and all below it
        self._sum_up()
        self._positions = array("i", bytes(4 * count))
        self._entry_at = array("i", bytes(4 * count))
        self._line_up()

    def __len__(self) -> int:
        return len(self.parents)

    def _sum_up(self) -> None:
        parents, extents, total = self.parents, self._extents, self.bytes_below
        for entry in range(len(parents) - 1, -1, -1):  # a folder stands before what is in it
            parent = parents[entry]
            if parent != TOP:
                extents[parent] += extents[entry]
                total[parent] += total[entry]

    def _line_up(self) -> None:
        positions, entry_at, extents = self._positions, self._entry_at, self._extents
        free = array("i", bytes(4 * len(self)))  # where the next child of each folder goes
        top = 0
        for entry, parent in enumerate(self.parents):
            if parent == TOP:
                position = top
                top += extents[entry]
            else:
                position = free[parent]
                free[parent] += extents[entry]
            positions[entry] = position
            free[entry] = position + 1
            entry_at[position] = entry

    def has_children(self, entry: int) -> bool:
        return entry == TOP or self._extents[entry] > 1

    def children(self, entry: int) -> Iterator[int]:
        """What lies directly in a folder or at TOP, in the order of the offer."""
        below = self.below(entry)
        position = below.start + (entry != TOP)
        while position < below.stop:
            child = self._entry_at[position]
            yield child
            position += self._extents[child]

    def lineage(self, entry: int) -> Iterator[int]:
        """The entry and the folders around it, from the inside out."""
        while entry != TOP:
            yield entry
            entry = self.parents[entry]

    def folders_around(self, entries: Iterable[int]) -> set[int]:
        """Every folder in which one of these entries lies, however deep."""
        found: set[int] = set()
        for folder in {self.parents[entry] for entry in entries}:
            for around in self.lineage(folder):
                if around in found:
                    break
                found.add(around)
        return found

    def below(self, entry: int) -> range:
        """The positions of an entry and of everything below it; of TOP: all."""
        if entry == TOP:
            return range(len(self))
        start = self._positions[entry]
        return range(start, start + self._extents[entry])

    def position(self, entry: int) -> int:
        return self._positions[entry]

    def in_order(self) -> Sequence[int]:
        """All entries by position."""
        return self._entry_at


NO_MARK = 255  # of a folder with something in it: only what it holds is marked


class Marks:
    """A small number (below NO_MARK) on every file and empty folder, asked about whole folders.

    Searching and filling a slice of bytes costs microseconds even for 100 000 entries.
    """

    __slots__ = ("_marks", "_outline")

    def __init__(self, outline: Outline, mark: int) -> None:
        self._outline = outline
        self._marks = bytearray(
            NO_MARK if outline.has_children(entry) else mark for entry in outline.in_order()
        )

    def entries_with(self, mark: int) -> Iterator[int]:
        """The files and empty folders that carry a mark."""
        chosen = bytes(value == mark for value in range(256))
        return compress(self._outline.in_order(), self._marks.translate(chosen))

    def of(self, entry: int) -> int:
        return self._marks[self._outline.position(entry)]

    def put(self, entry: int, mark: int) -> None:
        """Marks one entry itself."""
        self._marks[self._outline.position(entry)] = mark

    def fill(self, entry: int, mark: int) -> None:
        """Marks everything below a folder, or one file."""
        below = self._outline.below(entry)
        table = bytes([mark] * NO_MARK + [NO_MARK])
        self._marks[below.start : below.stop] = self._marks[below.start : below.stop].translate(
            table
        )

    def has(self, entry: int, mark: int) -> bool:
        """Whether the entry or anything below it carries that mark."""
        below = self._outline.below(entry)
        return self._marks.find(mark, below.start, below.stop) >= 0

    def count(self, entry: int, mark: int) -> int:
        below = self._outline.below(entry)
        return self._marks.count(mark, below.start, below.stop)
