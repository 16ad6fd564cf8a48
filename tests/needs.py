"""Owns what a test needs from the machine: says which Debian package is missing.

A developer's run skips such a test; on CI a skip is a failure (conftest.py), so CI installs it.
"""

import ctypes
import os
import shutil
from collections.abc import Iterable, Mapping

import pytest


def programs(**packages: str) -> None:
    """Skips the test unless these programs are there: `programs(xdotool="xdotool", ip="iproute2")`.

    Each keyword is a program (`_` for `-`), its value the Debian package that has it. Call it in a
    fixture or a test.
    """
    _skip_without(
        package
        for program, package in packages.items()
        if shutil.which(program.replace("_", "-")) is None
    )


def libraries(packages: Mapping[str, str]) -> None:
    """Skips the test unless these libraries load: `libraries({"libxcb.so.1": "libxcb1"})`."""

    def loads(library: str) -> bool:
        try:
            return bool(ctypes.CDLL(library))
        except OSError:
            return False

    _skip_without(package for library, package in packages.items() if not loads(library))


def files(packages: Mapping[str, str]) -> None:
    """Skips the test unless these files are there: what is not on the path, as a package's name."""
    _skip_without(package for file, package in packages.items() if not os.path.exists(file))


def root() -> None:
    """Skips the test unless it runs as root, which network namespaces and mounts need."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("needs root")


def _skip_without(missing: Iterable[str]) -> None:
    if packages := " ".join(sorted(set(missing))):
        pytest.skip(f"needs: apt-get install {packages}")
