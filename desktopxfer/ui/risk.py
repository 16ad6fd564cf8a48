"""Owns which entries of an offer are marked, because opening them could do more than show them."""

from enum import Enum

from desktopxfer.offer import Entry, EntryKind

WINDOWS = (
    "appx appxbundle bat chm cmd com cpl dll exe gadget hta inf jar jnlp js jse lnk msc msi msix "
    "msixbundle msp mst pif ps1 psd1 psm1 reg scf scr sct sys url vb vbe vbs wsc wsf wsh xll "
)
MACOS = "applescript command dmg fileloc inetloc mpkg pkg scpt terminal tool webloc "
UNIX = (
    "appimage bash bin csh deb desktop elf fish flatpak flatpakref ksh ko out pl py pyc pyw pyz "
    "rb rpm run service sh snap so zsh "
)
MACROS = "docm dotm ppam potm ppsm pptm sldm xlam xlsm xltm"

# What a double click runs, installs or hands to a program that runs what is in it.
RUNNABLE = frozenset((WINDOWS + MACOS + UNIX + MACROS).split())
# macOS shows these folders as one thing and runs or installs them.
RUNNABLE_FOLDERS = frozenset(["action", "app", "kext", "mpkg", "pkg", "workflow"])


class Risk(Enum):
    RUNS = "runs"  # as a program, by its type or its executable bit
    HIDDEN = "hidden"  # a dotfile: file managers hide it, programs read their settings from it


def risk_of(entry: Entry) -> Risk | None:
    name = entry.name.rstrip(". ")  # Windows drops them and sees what is before
    _, dot, suffix = name.rpartition(".")
    runnable = RUNNABLE if entry.kind is EntryKind.FILE else RUNNABLE_FOLDERS
    if entry.executable or (dot and suffix.lower() in runnable):
        return Risk.RUNS
    return Risk.HIDDEN if name.startswith(".") else None
