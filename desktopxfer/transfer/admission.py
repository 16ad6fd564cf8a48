"""Owns the door: which devices may ask the person here for something, and how often."""

import contextlib
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktopxfer.device import Peer, Trust
from desktopxfer.errors import IdentityChanged, NotReceiving, TooManyConnections
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.settings import Visibility

# A person can read a few offers of strangers, and a flood of them would only hide the right one.
MAX_PENDING_STRANGERS = 4
MAX_PENDING_STRANGERS_PER_HOST = 2  # one computer with many certificates leaves room for others
# After a "no" the same stranger, or the computer it came from, must wait; each time twice as long.
# New certificates cost nothing, so the address counts as well. An honest person who is told "no,
# the other folder" notices little of it.
COOL_DOWN_S = 5.0
CODES_DIFFER_COOL_DOWN_S = 30.0
MAX_COOL_DOWN_S = 3600.0
# Of connecting back to who asks for it. A person who looks for what is wrong presses a button some
# times; nobody is to keep this computer knocking at others.
CHECKS_PER_HOST = 6
CHECKS = 20
CHECKS_WITHIN_S = 60.0
MAX_REMEMBERED = 1000  # refusals; the oldest are forgotten first


@dataclass(slots=True)
class _Refusal:
    until: float
    wait_s: float


class Admission:
    """Decides before anyone is asked. Every method may be called from any thread.

    Trusted devices always may ask, unless nobody may; a device has at most one question open.
    """

    def __init__(
        self,
        known: KnownDevices,
        visibility: Visibility,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.visibility = visibility
        self._known = known
        self._clock = clock
        self._lock = threading.Lock()
        self._pending: dict[str, str] = {}  # device id -> host of a stranger, "" of who is trusted
        self._refusals: dict[str, _Refusal] = {}  # by device id and by host
        self._checks: deque[tuple[float, str]] = deque()  # when, for which host; the latest ones
        self._checking = threading.Lock()

    @contextlib.contextmanager
    def question(self, peer: Peer) -> Iterator[None]:
        """Holds a device's place from before its offer is read until the person has answered.

        Raises IdentityChanged, DeviceBlocked, NotReceiving or TooManyConnections; ProfileUnusable
        when it cannot be read whom the person trusts.
        """
        stranger = self._let_in(peer)
        with self._lock:
            if peer.device_id in self._pending or (stranger and self._is_crowded(peer)):
                raise TooManyConnections(peer.name)
            self._pending[peer.device_id] = peer.address.host if stranger else ""
        try:
            yield
        finally:
            with self._lock:
                del self._pending[peer.device_id]

    @contextlib.contextmanager
    def check(self, peer: Peer) -> Iterator[None]:
        """While a connection back to a device is tried, whether it can be reached: one at a time.

        Nobody is asked. Raises what question() raises.
        """
        self._let_in(peer)
        if not self._checking.acquire(blocking=False):
            raise TooManyConnections(peer.name)
        try:
            self._count_check(peer)
            yield
        finally:
            self._checking.release()

    def _count_check(self, peer: Peer) -> None:
        now = self._clock()
        while self._checks and self._checks[0][0] <= now - CHECKS_WITHIN_S:
            self._checks.popleft()
        same = sum(host == peer.address.host for _, host in self._checks)
        if len(self._checks) >= CHECKS or same >= CHECKS_PER_HOST:
            raise TooManyConnections(peer.name)
        self._checks.append((now, peer.address.host))

    def _let_in(self, peer: Peer) -> bool:
        """Whether it is a stranger, of those who may ask for anything. Raises what says no."""
        self._known.refresh()
        stranger = self._known.get(peer.device_id).trust is not Trust.TRUSTED
        self._check_visibility(stranger)
        if stranger:
            self._check_cool_down(peer)
        try:
            self._known.check(peer)
        except IdentityChanged:
            self.refused(peer)  # said once, loudly; a flood of warnings would only train to ignore
            raise
        return stranger

    def trusts(self, peer: Peer) -> bool:
        return self._known.get(peer.device_id).trust is Trust.TRUSTED

    def refused(self, peer: Peer, cool_down_s: float = COOL_DOWN_S) -> None:
        """The person said no: keeps the device from asking again at once."""
        now = self._clock()
        with self._lock:
            for key in (peer.device_id, peer.address.host):
                before = self._refusals.pop(key, None)
                wait_s = min(before.wait_s * 2, MAX_COOL_DOWN_S) if before else cool_down_s
                self._refusals[key] = _Refusal(now + wait_s, wait_s)
            while len(self._refusals) > MAX_REMEMBERED:
                del self._refusals[next(iter(self._refusals))]

    def welcomed(self, peer: Peer) -> None:
        """The person said yes: earlier refusals count no more."""
        with self._lock:
            for key in (peer.device_id, peer.address.host):
                self._refusals.pop(key, None)

    def _is_crowded(self, peer: Peer) -> bool:
        """Whether too many strangers, or too many from the same computer, wait for an answer."""
        hosts = [host for host in self._pending.values() if host]
        same = hosts.count(peer.address.host)
        return len(hosts) >= MAX_PENDING_STRANGERS or same >= MAX_PENDING_STRANGERS_PER_HOST

    def _check_visibility(self, stranger: bool) -> None:
        if self.visibility is Visibility.NOBODY:
            raise NotReceiving
        if stranger and self.visibility is Visibility.TRUSTED:
            raise NotReceiving

    def _check_cool_down(self, peer: Peer) -> None:
        now = self._clock()
        with self._lock:
            refusals = [self._refusals.get(key) for key in (peer.device_id, peer.address.host)]
        if any(refusal and now < refusal.until for refusal in refusals):
            raise NotReceiving(peer.name)
