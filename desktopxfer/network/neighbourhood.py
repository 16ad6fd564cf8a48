"""Owns one session of multicast DNS (RFC 6762, 6763): who is heard, and what this device says."""

import asyncio
import socket
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from zeroconf import (
    BadTypeInNameException,
    DNSQuestionType,
    IPVersion,
    ServiceInfo,
    ServiceStateChange,
)
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from desktopxfer.errors import CannotDiscover, DesktopxferError
from desktopxfer.network.announcement import SERVICE_TYPE, Announcement, Found, by_device, read
from desktopxfer.network.interfaces import LocalAddress

# Whoever is on the network can make up devices without end. Networks that multicast reaches have
# some dozens of real ones; what finds no place here can still be reached by its address.
MAX_ANNOUNCEMENTS = 256
MAX_QUESTIONS = 16  # at a time, so that made-up names do not make us flood the network

PUBLISH_AFTER_S = 0.1  # one change arrives as several packets, on every interface
RESOLVE_TIMEOUT_S = 3.0  # an answer may come half a second late, and a lost question is repeated

# Radio networks lose multicast packets in bursts, so what was said is repeated for two minutes, the
# goodbye too: an answer that was due before it (RFC 6762, 6: up to a second late) may follow it and
# would let the device seem to be there for as long as its records live.
# RFC 6762, 8.3: in intervals that at least double, and never for ever.
FIRST_REPEAT_S = 2.0
LAST_REPEAT_S = 64.0

# Asks for multicast answers: a unicast one reaches only one of several programs on one computer.
ASK_EVERYONE = DNSQuestionType.QM


class Neighbourhood:
    """Hears who is around and speaks for this device, on the interfaces it is told.

    Belongs to one running event loop; so do all calls. `on_change` gets every device around
    when one of them may have changed.
    Raises OSError when multicast DNS cannot be used at all.
    """

    def __init__(
        self, device_id: str, label: str, on_change: Callable[[tuple[Found, ...]], None]
    ) -> None:
        self.error: DesktopxferError | None = None  # why nobody is heard
        self._device_id = device_id
        self._label = label
        self._on_change = on_change
        self._loop = asyncio.get_running_loop()
        version = IPVersion.All if socket.has_dualstack_ipv6() else IPVersion.V4Only
        self._mdns = AsyncZeroconf(interfaces=[], ip_version=version)
        self._here: tuple[LocalAddress, ...] = ()
        self._joined: list[LocalAddress] = []  # one for each interface and IP version
        self._browser: AsyncServiceBrowser | None = None
        self._heard: dict[str, Found] = {}  # by the announcement's name
        self._questions: dict[str, asyncio.Task[None]] = {}
        self._question_slots = asyncio.Semaphore(MAX_QUESTIONS)
        self._publishing: asyncio.TimerHandle | None = None
        self._said: Announcement | None = None
        self._service: AsyncServiceInfo | None = None
        self._saying: asyncio.Future[Any] | None = None
        self._repeat_at = self._repeat_after_s = 0.0

    async def follow(self, here: tuple[LocalAddress, ...]) -> None:
        """Takes part on the interfaces of these addresses, and no longer on any other."""
        self._here = here
        links = _links(here)
        kept = [link for link in self._joined if link in links]
        if len(kept) < len(self._joined):
            await self._take_part(kept)
        failure = "no network" if not links else ""
        for link in [link for link in links if link not in kept]:
            try:
                await self._take_part([*self._joined, link])
            except OSError as error:  # an interface without multicast must not spoil the others
                failure = error.strerror or str(error)
        if len(self._joined) > len(kept):
            await self._browse()
        self.error = None if self._joined else CannotDiscover(detail=failure)
        if not self._joined:
            for name in tuple(self._heard):
                self._forget(name)

    async def _take_part(self, links: list[LocalAddress]) -> None:
        await self._mdns.async_update_interfaces([str(link.ip) for link in links])
        self._joined = links

    async def _browse(self) -> None:
        """Asks who is there. The old browser would not ask on a new interface."""
        if self._browser:
            await self._browser.async_cancel()
        self._browser = AsyncServiceBrowser(
            self._mdns.zeroconf, SERVICE_TYPE, [self._on_service], question_type=ASK_EVERYONE
        )

    # Saying --------------------------------------------------------------------------------------

    async def say(self, said: Announcement | None) -> None:
        """Announces this, or takes back what was announced. Called at times, it repeats it."""
        if said == self._said:
            self._repeat()
            return
        self._said = said
        self._repeat_after_s = FIRST_REPEAT_S
        self._repeat_at = self._loop.time() + FIRST_REPEAT_S
        if self._saying:  # it would go on to say what no longer holds
            self._saying.cancel()
        if said:
            self._service = said.service(self._label)
            # Without the probing of RFC 6762, 8.1: nobody has this label by chance, and who takes
            # it on purpose must not silence us.
            self._saying = asyncio.ensure_future(
                await self._mdns.async_update_service(self._service)
            )
        elif self._service:
            self._saying = None
            await (await self._mdns.async_unregister_service(self._service))

    def _repeat(self) -> None:
        if not self._service or self._repeat_after_s > LAST_REPEAT_S:
            return
        if self._loop.time() >= self._repeat_at:
            mdns = self._mdns.zeroconf
            ttl = None if self._said else 0
            mdns.async_send(mdns.generate_service_broadcast(self._service, ttl))
            self._repeat_after_s *= 2
            self._repeat_at += self._repeat_after_s

    # Hearing -------------------------------------------------------------------------------------

    def listen_again(self) -> None:
        """Goes by what is still valid: an address may have been taken back, a device be silent.

        The records with the addresses live for two minutes. Then who made them is asked, and
        forgotten if nothing comes back.
        """
        for name in tuple(self._heard):
            self._consider(name)

    def _on_service(self, *, name: str, state_change: ServiceStateChange, **_: object) -> None:
        if state_change is not ServiceStateChange.Removed:
            self._consider(name)
            return
        if question := self._questions.pop(name, None):
            question.cancel()
        self._forget(name)

    def _consider(self, name: str) -> None:
        """Takes what is known of an announcement, or asks for it in the background."""
        known = self._heard.keys() | self._questions.keys()
        if name in self._questions or (name not in known and len(known) >= MAX_ANNOUNCEMENTS):
            return
        try:
            service = AsyncServiceInfo(SERVICE_TYPE, name)
        except BadTypeInNameException:
            return
        if service.load_from_cache(self._mdns.zeroconf):
            self._take(name, service)
            return
        self._questions[name] = question = self._loop.create_task(self._ask(name, service))
        question.add_done_callback(partial(self._asked, name))

    async def _ask(self, name: str, service: AsyncServiceInfo) -> None:
        async with self._question_slots:
            answered = await service.async_request(
                self._mdns.zeroconf, RESOLVE_TIMEOUT_S * 1000, ASK_EVERYONE
            )
        if answered:
            self._take(name, service)
        else:
            self._forget(name)

    def _asked(self, name: str, question: asyncio.Task[None]) -> None:
        if self._questions.get(name) is question:
            del self._questions[name]

    def _take(self, name: str, service: ServiceInfo) -> None:
        found = read(service, self._here)
        if found is None or found.device_id == self._device_id:
            self._forget(name)
        elif found != self._heard.get(name):
            self._heard[name] = found
            self._publish_soon()

    def _forget(self, name: str) -> None:
        if self._heard.pop(name, None):
            self._publish_soon()

    def _publish_soon(self) -> None:
        if self._publishing is None:
            self._publishing = self._loop.call_later(PUBLISH_AFTER_S, self._publish)

    def _publish(self) -> None:
        self._publishing = None
        self._on_change(by_device(self._heard.values(), self._here))

    async def close(self) -> None:
        """Says goodbye, three times within a quarter of a second."""
        if self._saying:
            self._saying.cancel()
        if self._publishing:
            self._publishing.cancel()
        for question in tuple(self._questions.values()):
            question.cancel()
        if self._browser:
            await self._browser.async_cancel()
        await self._mdns.async_close()


def _links(here: Sequence[LocalAddress]) -> list[LocalAddress]:
    """One address to speak from for each interface and IP version."""
    if all(address.ip.is_loopback for address in here):
        # Multicast over ::1 works on few systems; over 127.0.0.1 on all.
        return [replace(address, host="127.0.0.1", prefix_length=8) for address in here[:1]]
    links: dict[tuple[str, int, int], LocalAddress] = {}
    for address in here:
        link = (address.interface, address.index, address.ip.version)
        # Whoever hears an IPv6 packet from a link-local address learns the zone of those in it.
        if link not in links or (address.ip.version == 6 and address.ip.is_link_local):
            links[link] = address
    return list(links.values())
