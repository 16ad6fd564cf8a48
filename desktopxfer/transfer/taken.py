"""Owns the question which of the files of an offer would meet a file of their name."""

import os
from collections.abc import Sequence
from pathlib import Path

from desktopxfer.offer import TOP, Entry, EntryKind


def taken_files(into: Path, entries: Sequence[Entry]) -> list[int]:
    """Those whose names something in a folder has that could be replaced: no folder.

    `entries` have the names that they would get. A folder that cannot be asked has none. Blocks,
    for seconds where there are a million.
    """
    folders = {TOP: str(into)}
    taken = []
    for index, entry in enumerate(entries):
        if (folder := folders.get(entry.parent)) is None:
            continue
        path = os.path.join(folder, entry.name)
        is_folder = os.path.isdir(path) and not os.path.islink(path)
        if entry.kind is EntryKind.FILE:
            if not is_folder and os.path.lexists(path):
                taken.append(index)
        elif is_folder:  # a link is not entered: another folder is made beside it
            folders[index] = path
    return taken
