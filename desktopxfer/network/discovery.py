"""Owns the thread that finds the devices around and lets them find this one."""

import asyncio
import contextlib
import logging
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import zeroconf

from desktopxfer.errors import CannotDiscover, DesktopxferError
from desktopxfer.network import interfaces
from desktopxfer.network.announcement import Announcement, Found
from desktopxfer.network.interfaces import LocalAddress
from desktopxfer.network.neighbourhood import Neighbourhood

POLL_S = 3.0  # how soon a new interface, or the end of a silent device, is noticed
ASLEEP_S = 30.0  # a poll this late means that the computer slept

_log = logging.getLogger(__name__)


class Discovery:
    """Looks for devices and, between announce() and hide(), shows this one to them.

    `listen_host` limits both to one address ("": all interfaces; a loopback address: this computer
    only). `on_change` gets every device around whenever one comes, changes or goes, and also when
    `error` or this computer's own addresses change; it runs in the discovery's own thread and must
    return at once. A network that is missing or without multicast raises nothing: it is the
    `error`. Only close() blocks.
    """

    def __init__(
        self, device_id: str, listen_host: str, on_change: Callable[[tuple[Found, ...]], None]
    ) -> None:
        self.error: DesktopxferError | None = None  # why no device is heard at the moment
        self._device_id = device_id
        self._listen_host = listen_host
        self._on_change = on_change
        # A window and a command line with one identity are two instances of it: the end of one must
        # not hide the other. A name of the user's choice could be taken.
        self._label = f"{device_id[:32]}-{secrets.token_hex(4)}"
        self._shown: _Shown | None = None
        self._around: tuple[Found, ...] = ()
        self._here: tuple[LocalAddress, ...] | None = None
        self._closing = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken = asyncio.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begins to look for devices."""
        try:
            self._loop = loop = asyncio.new_event_loop()
        except OSError as error:  # no descriptors
            self._tell(CannotDiscover(detail=error.strerror or repr(error)))
            return
        self._thread = threading.Thread(
            target=self._run, args=(loop,), name="discovery", daemon=True
        )
        self._thread.start()

    def announce(self, name: str, platform: str, port: int) -> None:
        """Shows this device, or changes what it says of itself. Any thread."""
        self._shown = _Shown(name, platform, port)
        self._wake()

    def hide(self) -> None:
        """Takes the announcement back and goes on looking. Any thread."""
        self._shown = None
        self._wake()

    def close(self) -> None:
        """Says goodbye and waits for the thread: some tenths of a second. Not from `on_change`."""
        self._closing = True
        self._wake()
        if self._thread:
            self._thread.join()

    def _wake(self) -> None:
        if self._loop:
            with contextlib.suppress(RuntimeError):  # closed
                self._loop.call_soon_threadsafe(self._woken.set)

    def _run(self, loop: asyncio.AbstractEventLoop) -> None:
        try:
            with asyncio.Runner(loop_factory=lambda: loop) as runner:
                runner.run(self._live())
        except Exception as error:  # noqa: BLE001 - a thread's border: the program goes on
            _log.exception("discovery ended")
            self._tell(CannotDiscover(detail=repr(error)))

    async def _live(self) -> None:
        while not self._closing:
            await self._live_while_awake()
            self._found(())

    async def _live_while_awake(self) -> None:
        """One neighbourhood, until close() or until the computer has slept."""
        neighbourhood: Neighbourhood | None = None
        awake = True
        while awake:
            self._woken.clear()
            try:
                if neighbourhood is None:
                    neighbourhood = Neighbourhood(self._device_id, self._label, self._found)
                await self._look_after(neighbourhood)
            except (OSError, zeroconf.Error) as error:
                self._tell(CannotDiscover(detail=getattr(error, "strerror", "") or repr(error)))
            awake = await self._pause()
        if neighbourhood:
            await neighbourhood.close()

    async def _look_after(self, neighbourhood: Neighbourhood) -> None:
        here = interfaces.reachable_at(self._listen_host)
        shown = self._shown
        await neighbourhood.follow(here)
        await neighbourhood.say(
            Announcement(self._device_id, shown.name, shown.platform, shown.port, here)
            if shown and here
            else None
        )
        neighbourhood.listen_again()
        self._tell(neighbourhood.error)
        before, self._here = self._here, here
        if before not in (None, here):
            self._on_change(self._around)

    async def _pause(self) -> bool:
        """Waits for the next poll. False at the end, or when the computer slept meanwhile."""
        before = time.time()  # a monotonic clock stops while the computer sleeps
        if not self._closing:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(POLL_S):
                    await self._woken.wait()
        return not self._closing and time.time() - before < ASLEEP_S

    def _found(self, around: tuple[Found, ...]) -> None:
        if around != self._around and not self._closing:
            self._around = around
            self._on_change(around)

    def _tell(self, error: DesktopxferError | None) -> None:
        if str(error) != str(self.error):
            self.error = error
            self._on_change(self._around)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the user lets others see; the addresses are added as they come and go."""

    name: str
    platform: str
    port: int
