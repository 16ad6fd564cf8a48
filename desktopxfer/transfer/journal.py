"""Owns what one receive writes down while it runs, so that a later connection can go on."""

from collections.abc import Mapping, Sequence

from desktopxfer.errors import DesktopxferError
from desktopxfer.transfer.store import Store


class Journal:
    """The notes about one received transfer. Belongs to the transfer's thread.

    Each is on the disk before the step that it speaks of: whatever a crash leaves behind, the next
    run finds out how far this one had come. Raises ProfileUnusable.
    """

    def __init__(self, store: Store, key: str) -> None:
        self._store = store
        self._key = key
        record = store.get(key)
        self.staging = record.staging if record else ""
        # Folders of this transfer's own with their names here, and files that got another one than
        # was offered: a crash must not make them get a third.
        self.names = store.names(key)
        # Files that are complete and durable. Those of the last batch may lack their final name.
        self.saved = {entry for entry, error in store.ended(key).items() if not error}
        # An earlier connection has made something here, and be it only empty folders.
        self.goes_on = bool(self.staging or self.names or self.saved)

    def note_staging(self, name: str) -> None:
        self.staging = name
        self._store.change(self._key, staging=name)

    def note_names(self, names: Mapping[int, str]) -> None:
        if names:
            self.names.update(names)
            self._store.note_names(self._key, names)

    def note_saved(self, entries: Sequence[int]) -> None:
        if entries:
            self.saved.update(entries)
            self._store.note_ended(self._key, [(entry, "") for entry in entries])

    def note_failed(self, errors: Mapping[int, DesktopxferError]) -> None:
        if errors:
            self.saved.difference_update(errors)
            self._store.note_ended(
                self._key, [(entry, error.code) for entry, error in errors.items()]
            )
