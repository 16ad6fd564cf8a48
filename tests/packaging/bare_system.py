"""Owns a bare Debian in a folder: only what a package depends on, and what is run in it."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Before a test gets a home of its own: the next run on this computer is to find it again.
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "desktopxfer-tests"
PROGRAMS = {"debootstrap": "debootstrap", "unshare": "util-linux", "dpkg-deb": "dpkg"}
# A namespace of its own: whatever is mounted in it is gone with the process.
ENTER = """
mount -t proc proc "$0/proc"
mount --rbind /dev "$0/dev"
if [ -d /tmp/.X11-unix ]; then
  mkdir --parents "$0/tmp/.X11-unix"
  mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix"
fi
exec chroot "$0" "$@"
"""
# Neither the system's own, nor a note that something was installed.
PASSING = ("proc", "dev", "sys", "tmp", "run", "var/log", "var/cache", "var/lib/dpkg")


@dataclass(frozen=True, slots=True)
class BareSystem:
    root: Path

    def command(self, *words: str, **variables: str) -> list[str]:
        """The words that start a program in it, in an environment of its own. Needs root."""
        fixed = {
            "HOME": "/root",
            "LANG": "C.UTF-8",
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            **variables,
        }
        enter = ["unshare", "--mount", "sh", "-euc", ENTER, str(self.root)]
        return [*enter, "env", "-i", *(f"{name}={value}" for name, value in fixed.items()), *words]

    def run(self, *words: str, **variables: str) -> str:
        """What a program in it says on stdout; AssertionError with everything if it fails."""
        return run(self.command(*words, **variables))

    def bring(self, file: Path) -> str:
        """Copies a file into its /tmp and returns its path there."""
        shutil.copy(file, self.root / "tmp")
        return f"/tmp/{file.name}"

    def files(self) -> set[str]:
        """The paths of all that is in it, but for what passes."""
        return set(_walk(self.root))


def run(command: Iterable[object], **options: Any) -> str:
    """What a program says on stdout; AssertionError with everything if it fails."""
    words = [*map(str, command)]
    done: subprocess.CompletedProcess[str]
    done = subprocess.run(words, capture_output=True, text=True, **options)
    assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def _walk(root: Path) -> Iterator[str]:
    for folder, folders, files in os.walk(root):
        inside = os.path.relpath(folder, root)
        folders[:] = [
            name for name in folders if os.path.normpath(f"{inside}/{name}") not in PASSING
        ]
        for name in (*folders, *files):
            yield os.path.normpath(f"{inside}/{name}")


def make(folder: Path, depends: str) -> BareSystem:
    """A new one in `folder`. It takes a minute, and seconds if there was one before."""
    mirror, release = _mirror()
    key = hashlib.sha256(depends.encode()).hexdigest()[:12]
    archive = CACHE / f"{release}-{key}.tar"
    system = BareSystem(folder)
    if archive.exists():
        folder.mkdir()
        run(["tar", "--extract", "--numeric-owner", "--file", archive, "--directory", folder])
        return system
    run(["debootstrap", "--variant=minbase", release, folder, mirror])
    packages = [each.partition("|")[2] or each for each in depends.split(",")]
    names = [package.split("(")[0].strip() for package in packages]
    # A mirror may be of another day than this computer.
    dates = ("-o", "Acquire::Check-Valid-Until=false", "-o", "Acquire::Check-Date=false")
    install = ("--quiet", "--yes", "--no-install-recommends", "install", *names)
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    system.run("apt-get", *dates, "--quiet", "update", **quiet)
    system.run("apt-get", *dates, *install, **quiet)
    system.run("apt-get", "clean")
    CACHE.mkdir(parents=True, exist_ok=True)
    part = archive.with_suffix(f".{os.getpid()}")
    run(["tar", "--create", "--numeric-owner", "--file", part, "--directory", folder, "."])
    part.replace(archive)
    return system


def _mirror() -> tuple[str, str]:
    """Where this computer gets its own Debian from, and which release that is."""
    listed = run(
        [
            *(
                "apt-get",
                "indextargets",
                "--format",
                "$(REPO_URI) $(CODENAME) $(LABEL) $(COMPONENT)",
            ),
            "Created-By: Packages",
        ]
    )
    for line in listed.splitlines():
        address, release, label, component = line.split()
        if (label, component) == ("Debian", "main") and "-" not in release:
            return address, release
    raise AssertionError(f"no Debian mirror among:\n{listed}")
