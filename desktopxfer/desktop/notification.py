"""Owns what the program says to the desktop, and what comes back."""

from dataclasses import dataclass
from enum import Enum

CLICK = "default"  # the name that everybody gives to a click beside the buttons

# What a service says that it can do.
ACTIONS, MARKUP = "actions", "body-markup"


class Kind(Enum):
    """What a notification is about, in the words of the desktops."""

    TRANSFER = "transfer"
    COMPLETE = "transfer.complete"
    FAILED = "transfer.error"


@dataclass(frozen=True, slots=True)
class Notification:
    """Plain text throughout, whoever wrote it."""

    key: str  # it replaces what was shown under the same key
    title: str
    body: str
    kind: Kind = Kind.TRANSFER
    # Name and words of each; of the CLICK as well, which some desktops show in a menu. They are
    # left out where a desktop has none.
    buttons: tuple[tuple[str, str], ...] = ()
    stays: bool = False  # until it is clicked or withdrawn


@dataclass(frozen=True, slots=True)
class LauncherProgress:
    """The bar over the program's icon in a dock or a task bar."""

    share: float | None  # 0 to 1; None: there is nothing to show


@dataclass(frozen=True, slots=True)
class Press:
    """Somebody clicked on a notification."""

    key: str
    button: str = CLICK
    token: str = ""  # Wayland's permission to bring a window to the front, if there came one
