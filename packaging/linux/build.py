"""Owns `make package`: everything that can be made on Linux, into dist/."""

import argparse
import ctypes
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import deb
import libraries
import rpm
import run
import tree

from desktopxfer import __version__, screen

FORMATS = {"deb": deb.build, "rpm": rpm.build, "run": run.build}
# Programs with the Debian packages that have them; the key is what they are for.
TOOLS = {
    "bundle": {"objdump": "binutils"},
    "deb": {"dpkg-deb": "dpkg"},
    "rpm": {"rpmbuild": "rpm"},
    "run": {"makeself": "makeself", "xz": "xz-utils"},
}
SPEC = tree.ROOT / "packaging" / "pyinstaller" / "desktopxfer.spec"


def main() -> int:
    parser = argparse.ArgumentParser(description="Makes installers for Linux.")
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help="deb, rpm, run; all of them")
    parser.add_argument("--fast", action="store_true", help="compress less: for tests")
    parser.add_argument("--dist", type=Path, default=tree.ROOT / "dist", help="where to put them")
    parser.add_argument("--work", type=Path, default=tree.ROOT / "build", help="where to work")
    parser.add_argument("--bundle", type=Path, help="take this one, and freeze no other")
    arguments = parser.parse_args()
    formats = arguments.formats or [*FORMATS]
    if unknown := {*formats} - FORMATS.keys():
        parser.error(f"not among {', '.join(FORMATS)}: {', '.join(sorted(unknown))}")
    if missing := _missing(formats):
        print(f"Install what is missing with:\n  sudo apt-get install {' '.join(missing)}")
        return 1
    dist, work = arguments.dist.resolve(), arguments.work.resolve()
    dist.mkdir(parents=True, exist_ok=True)
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch := _epoch())
    os.umask(0o022)
    try:
        bundle = arguments.bundle or _freeze(work)
        _say("bundle", bundle)
        for name in formats:
            made = FORMATS[name](bundle, dist, work, __version__, epoch, fast=arguments.fast)
            _say(name, made)
    except (libraries.BundleWrong, subprocess.CalledProcessError) as error:
        print(f"That did not work: {error}", file=sys.stderr)
        return 1
    return 0


def _missing(formats: list[str]) -> list[str]:
    """The Debian packages that have to be installed first."""
    tools = {**TOOLS["bundle"]}
    for name in formats:
        tools |= TOOLS[name]
    packages = {package for tool, package in tools.items() if shutil.which(tool) is None}
    for library, package in (screen.ALWAYS | screen.XCB | screen.WAYLAND).items():
        try:
            ctypes.CDLL(library)  # to be bundled, or to be linked to while we look
        except OSError:
            packages.add(package)
    return sorted(packages)


def _epoch() -> int:
    """The date that everything gets, in seconds since 1970: that of the commit."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    git = ["git", "-C", str(tree.ROOT), "log", "-1", "--format=%ct"]
    try:
        return int(subprocess.check_output(git, text=True, stderr=subprocess.DEVNULL))
    except (OSError, subprocess.CalledProcessError, ValueError):  # not a clone
        return int(time.time())


def _freeze(work: Path) -> Path:
    subprocess.run(
        [
            *(
                sys.executable,
                "-m",
                "PyInstaller",
                "--noconfirm",
                "--clean",
                "--log-level",
                "ERROR",
            ),
            *("--workpath", work / "pyinstaller", "--distpath", work / "bundle", SPEC),
        ],
        check=True,
        # The order of a set is in the byte code.
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    return work / "bundle" / "desktopxfer"


def _say(what: str, made: Path) -> None:
    files = [made] if made.is_file() else [*made.rglob("*")]
    size = sum(file.lstat().st_size for file in files if not file.is_dir())
    print(f"{what:8}{size / 1e6:8.1f} MB  {made}")


if __name__ == "__main__":
    sys.exit(main())
