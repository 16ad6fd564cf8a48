"""Owns the profile folder and the settings in it."""

import contextlib
import os
import platform
import sqlite3
import tempfile
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self, TypeVar

import msgspec
import platformdirs

from desktopxfer.errors import DamagedFile, DesktopxferError, ProfileBusy, ProfileUnusable

T = TypeVar("T")

DEFAULT_PORT = 26710  # unassigned by IANA, and below every system's range for outgoing connections
LOCK_TIMEOUT_S = 10.0  # a change takes milliseconds, unless the disk is busy
RECENT_FOLDERS = 8  # as many as fit the chooser's menu without scrolling


class Visibility(StrEnum):
    """Who sees this device and may offer files to it."""

    EVERYONE = "everyone"
    TRUSTED = "trusted"  # everyone sees it, trusted devices may offer
    NOBODY = "nobody"


class WhenClosed(StrEnum):
    """What the close button of the window does where there is a tray; without one it quits."""

    ASK = "ask"
    HIDE = "hide"  # the program goes on in the tray
    QUIT = "quit"


def host_name() -> str:
    """This computer's name, without its domain: what a new device calls itself."""
    return platform.node().split(".")[0] or "computer"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What the user chose. Fields of a newer version are ignored, missing ones get defaults."""

    device_name: str = msgspec.field(default_factory=host_name)
    download_folder: str = msgspec.field(default_factory=platformdirs.user_downloads_dir)
    port: Annotated[int, msgspec.Meta(ge=0, le=65535)] = DEFAULT_PORT  # 0 is any free one
    # An IP address; "" is every interface, 127.0.0.1 keeps everything on this computer.
    listen_host: str = ""
    visibility: Visibility = Visibility.EVERYONE
    recent_folders: tuple[str, ...] = ()
    # Bytes a second, of all transfers together; 0 is no limit.
    send_limit: Annotated[int, msgspec.Meta(ge=0)] = 0
    receive_limit: Annotated[int, msgspec.Meta(ge=0)] = 0
    retry_minutes: Annotated[int, msgspec.Meta(ge=0)] = 10  # after a lost connection; 0 is never
    language: str = ""  # of the window, such as "de"; "" is the system's
    notifications: bool = True
    when_closed: WhenClosed = WhenClosed.ASK

    def with_recent_folder(self, folder: Path) -> Self:
        others = [recent for recent in self.recent_folders if recent != str(folder)]
        return msgspec.structs.replace(self, recent_folders=(str(folder), *others)[:RECENT_FOLDERS])


def default_root() -> Path:
    """The system's own place for a program's data."""
    return Path(platformdirs.user_data_dir("desktopxfer", appauthor=False))


class Profile:
    """The folder that holds everything this device remembers: settings, identity, known devices.

    Without an explicit root it is default_root().
    Raises ProfileUnusable when the folder cannot be made.
    """

    def __init__(self, root: Path | None = None) -> None:
        self.root = root or default_root()
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise ProfileUnusable(str(self.root), error.strerror or str(error)) from error
        self.warnings: list[DesktopxferError] = []  # about files that had to be set aside

    @property
    def identity_file(self) -> Path:
        return self.root / "identity.pem"

    @property
    def known_devices_file(self) -> Path:
        return self.root / "known_devices.json"

    @property
    def transfers_file(self) -> Path:
        return self.root / "transfers.db"

    @property
    def settings_file(self) -> Path:
        return self.root / "settings.json"

    @property
    def has_settings(self) -> bool:
        """Whether somebody has chosen, or agreed to, what is set."""
        return self.settings_file.exists()

    def load_settings(self) -> Settings:
        """The saved settings, or the defaults; a damaged file is set aside, never overwritten."""
        return self.load(self.settings_file, Settings) or Settings()

    def save_settings(self, settings: Settings) -> None:
        self.save(self.settings_file, settings)

    @contextlib.contextmanager
    def locked(self, name: str = "profile", timeout_s: float = LOCK_TIMEOUT_S) -> Iterator[None]:
        """For one that must be the only one: others wait, in this process or not.

        The unnamed lock is for a change that loads a file and saves it again. SQLite knows how to
        lock a file on every system so that the lock ends with its owner, even with one that is
        killed. Nothing is ever written into this file. Raises ProfileBusy after `timeout_s`.
        """
        file = self.root / f"{name}.lock"
        with contextlib.ExitStack() as held:
            try:
                lock = sqlite3.connect(file, timeout=timeout_s, isolation_level=None)
                held.enter_context(contextlib.closing(lock)).execute("BEGIN EXCLUSIVE")
            except sqlite3.Error as error:
                if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
                    detail = "another program does not let go of it"
                    raise ProfileBusy(str(self.root), detail) from error
                raise ProfileUnusable(str(self.root), str(error)) from error
            yield

    def load(self, file: Path, kind: type[T]) -> T | None:
        """One JSON file of the profile, or None when it is missing or had to be set aside."""
        try:
            content = file.read_bytes()
            try:
                return msgspec.json.decode(content, type=kind)
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
                damage = str(error)
                aside = file.with_name(f"{file.name}.damaged")
                os.replace(file, aside)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise ProfileUnusable(str(self.root), error.strerror or str(error)) from error
        self.warnings.append(DamagedFile(str(aside), damage))
        return None

    def save(self, file: Path, value: object, *, mode: int = 0o600) -> None:
        """Replaces a file of the profile in one step: a crash leaves the old one or the new one."""
        self.save_bytes(file, msgspec.json.format(msgspec.json.encode(value)), mode=mode)

    def save_bytes(self, file: Path, content: bytes, *, mode: int = 0o600) -> None:
        try:
            descriptor, part = tempfile.mkstemp(dir=self.root, prefix=f"{file.name}.")
            try:
                with os.fdopen(descriptor, "wb") as stream:
                    stream.write(content)
                    stream.flush()
                    os.fsync(descriptor)
                if hasattr(os, "fchmod"):
                    os.chmod(part, mode)
                os.replace(part, file)
            except BaseException:
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(part)
                raise
        except OSError as error:
            raise ProfileUnusable(str(self.root), error.strerror or str(error)) from error
