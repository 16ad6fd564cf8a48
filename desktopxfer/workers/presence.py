"""Owns where this device is reached and found: listening, looking for others, being announced."""

from PySide6.QtCore import QObject, Signal, Slot

from desktopxfer.device import Address
from desktopxfer.errors import DesktopxferError, PortReplaced
from desktopxfer.network.announcement import Found
from desktopxfer.network.discovery import Discovery
from desktopxfer.network.interfaces import reachable_at
from desktopxfer.network.listener import Listener
from desktopxfer.settings import Settings, Visibility
from desktopxfer.transfer.conversation import LocalDevice
from desktopxfer.workers.state import Listening
from desktopxfer.workers.threads import ListenThread


class Presence(QObject):
    """Listens and discovers from start() to close(). Lives in the GUI thread; only close() blocks.

    Every signal is emitted in the GUI thread.
    """

    listening_changed = Signal(object)  # Listening
    accepted = Signal(object)  # Accepted: somebody connected
    found = Signal(object)  # tuple[Found, ...]: who is around

    _heard = Signal(object)  # as `found`, from the discovery's thread

    def __init__(
        self, local: LocalDevice, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._local = local
        self._settings = settings
        self._thread: ListenThread | None = None
        self._listening: Listening | None = None
        self._discovery: Discovery | None = None
        self._heard.connect(self._take_found)

    def start(self) -> None:
        self._listen()
        self._discovery = Discovery(
            self._local.identity.device_id,
            self._settings.listen_host,
            on_change=self._heard.emit,
        )
        self._announce()
        self._discovery.start()

    def follow(self, local: LocalDevice, settings: Settings) -> None:
        """Takes new settings; listens anew where they changed that."""
        before, self._settings = self._settings, settings
        self._local = local
        if (settings.port, settings.listen_host) != (before.port, before.listen_host):
            self._stop_listening()
            self._listen()
        self._announce()

    def close(self) -> None:
        """Accepts nobody any more, and says goodbye: some tenths of a second."""
        self._stop_listening()
        if self._discovery is not None:
            self._discovery.close()
            self._discovery = None

    @property
    def port(self) -> int | None:
        """At which this device listens; None while it does not."""
        return self._thread.listener.port if self._thread is not None else None

    @property
    def error(self) -> DesktopxferError | None:
        """Why it does not listen."""
        return self._listening.error if self._listening is not None else None

    def _listen(self) -> None:
        settings = self._settings
        try:
            listener = Listener(settings.listen_host, settings.port, or_next=True)
        except DesktopxferError as error:
            self._show(Listening((), error))
            return
        self._thread = ListenThread(listener, self)
        self._thread.accepted.connect(self.accepted)
        self._thread.start()
        self._show(self._reachable(listener))

    def _stop_listening(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.listener.close()
            thread.wait()
            thread.deleteLater()

    def _announce(self) -> None:
        if self._discovery is None:
            return
        if self._thread is None or self._settings.visibility is Visibility.NOBODY:
            self._discovery.hide()
        else:
            port = self._thread.listener.port
            self._discovery.announce(self._local.name, self._local.platform, port)

    @Slot(object)
    def _take_found(self, found: tuple[Found, ...]) -> None:
        self.found.emit(found)
        if self._thread is not None:  # what changed may be an interface of ours
            self._show(self._reachable(self._thread.listener))

    def _reachable(self, listener: Listener) -> Listening:
        own = reachable_at(listener.host)
        wanted = self._settings.port
        # Without any address that is what has to be said.
        note = self._discovery.error if self._discovery is not None and own else None
        if note is None and wanted not in {0, listener.port}:
            note = PortReplaced(str(wanted), str(listener.port))
        return Listening(tuple(Address(each.host, listener.port) for each in own), note=note)

    def _show(self, listening: Listening) -> None:
        if listening != self._listening:
            self._listening = listening
            self.listening_changed.emit(listening)
