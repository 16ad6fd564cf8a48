"""Owns what a test needs from the machine: says which Debian package is missing.

A developer's run skips such a test; on CI a skip is a failure (conftest.py), so CI installs it.
"""

import os
import shutil

import pytest


def programs(**packages: str) -> None:
    """Skips the test unless these programs are there: `programs(xdotool="xdotool", ip="iproute2")`.

    Each keyword is a program (`_` for `-`), its value the Debian package that has it. Call it in a
    fixture or a test.
    """
    missing = {
        package
        for program, package in packages.items()
        if shutil.which(program.replace("_", "-")) is None
    }
    if missing:
        pytest.skip(f"needs: apt-get install {' '.join(sorted(missing))}")


def root() -> None:
    """Skips the test unless it runs as root, which network namespaces and mounts need."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("needs root")
