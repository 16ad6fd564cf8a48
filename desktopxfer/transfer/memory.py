"""Owns what this device remembers of its transfers, and which of them run at the moment."""

import contextlib
import threading
import time
from collections.abc import Iterator

from desktopxfer.errors import AlreadyRunning, ProfileBusy, ProfileUnusable
from desktopxfer.settings import Profile
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.clippings import Clippings, lasts
from desktopxfer.transfer.progress import Stage
from desktopxfer.transfer.store import Store

TAKEOVER_TIMEOUT_S = 10.0  # a stopped transfer answers in milliseconds, unless the disk holds it
WISH_INTERVAL_S = 0.5  # how soon a transfer hears what another process wants of it
WISH_TIMEOUT_S = 15.0  # longer than the store waits for another process
PAUSE = "pause"
LOCKS = "running"  # the folder of the profile with a file for each transfer


class Memory:
    """The store and the clippings of a profile, and the claims on its transfers.

    Any thread; of one process.

    A transfer is claimed by the thread that runs it: two of them would write to the same part
    files. A lock file tells other processes, and the system drops it with the process.
    """

    def __init__(self, profile: Profile) -> None:
        self.store = Store(profile)
        self.clippings = Clippings(profile)
        self._profile = profile
        self._holders: dict[str, Control] = {}
        self._changed = threading.Condition()
        self._listening = False  # a thread waits for wishes
        self._sweep()

    @contextlib.contextmanager
    def claim(self, key: str, control: Control, *, takeover: bool = False) -> Iterator[None]:
        """Holds a transfer. Raises AlreadyRunning when somebody else does.

        With `takeover` the thread of this process that holds it is stopped first: its connection is
        dead, and it does not know yet.
        """
        self._hold(key, control, takeover=takeover)
        try:
            with self._locked(key):
                try:
                    yield
                finally:
                    self._drop_clipping(key)
        finally:
            with self._changed:
                del self._holders[key]
                self._changed.notify_all()

    def forget(self, *keys: str) -> None:
        """Drops everything about these transfers. Raises ProfileUnusable."""
        self.store.forget(*keys)
        self.clippings.drop(keys)

    def runs(self, key: str) -> bool:
        """Whether some process works on a transfer right now."""
        try:
            with self._locked(key):
                return key in self._holders
        except AlreadyRunning:
            return True

    def close(self) -> None:
        """Once nothing runs any more."""
        with self._changed:
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._listening, WISH_TIMEOUT_S)
        self.store.close()

    def _hold(self, key: str, control: Control, *, takeover: bool) -> None:
        deadline = time.monotonic() + TAKEOVER_TIMEOUT_S
        with self._changed:
            while (holder := self._holders.get(key)) is not None:
                left = deadline - time.monotonic()
                if not takeover or left <= 0:
                    raise AlreadyRunning
                holder.stop()
                self._changed.wait(left)
            self._holders[key] = control
            if not self._listening:
                self._listening = True
                threading.Thread(target=self._hear_wishes, name="wishes", daemon=True).start()

    @contextlib.contextmanager
    def _locked(self, key: str) -> Iterator[None]:
        with contextlib.ExitStack() as held:
            try:
                held.enter_context(self._profile.locked(f"{LOCKS}/{key}", timeout_s=0))
            except ProfileBusy:
                raise AlreadyRunning from None
            yield

    def _hear_wishes(self) -> None:
        """A command line asks through the store. Ends with the last transfer that is claimed."""
        with self._changed:
            while self._holders:
                keys = list(self._holders)
                self._changed.release()
                try:
                    wishes = self._wishes(keys)
                finally:
                    self._changed.acquire()
                for key, wish in wishes.items():
                    if wish == PAUSE and key in self._holders:
                        self._holders[key].pause()
                self._changed.wait(WISH_INTERVAL_S)
            self._listening = False
            self._changed.notify_all()

    def _wishes(self, keys: list[str]) -> dict[str, str]:
        try:
            return self.store.take_wishes(keys)
        except ProfileUnusable:  # busy; the next time will do
            return {}

    def _drop_clipping(self, key: str) -> None:
        """If there is one, and this was the last use of it."""
        if not self.clippings.folder(key).exists():
            return
        with contextlib.suppress(ProfileUnusable):  # busy; the next start of a program will do it
            record = self.store.get(key)
            if record is None or not lasts(record, time.time()):
                self.clippings.drop([key])

    def _sweep(self) -> None:
        """Removes what belongs to transfers that will not run again."""
        self.clippings.sweep(self.store.get)
        folder = self._profile.root / LOCKS
        going_on = {record.key for record in self.store.records(Stage.QUEUED, Stage.INTERRUPTED)}
        with contextlib.suppress(OSError):
            folder.mkdir(mode=0o700, exist_ok=True)
            for file in folder.glob("*.lock"):
                if file.stem not in going_on and not self.runs(file.stem):
                    file.unlink(missing_ok=True)
