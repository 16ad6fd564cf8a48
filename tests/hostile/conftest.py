"""Owns the target that every hostile test attacks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.harness import Target


@pytest.fixture
def target(tmp_path: Path) -> Iterator[Target]:
    """A receiving device. After the test it must be as if nothing had happened."""
    root = tmp_path / "target"
    root.mkdir()
    with Target(root) as attacked:
        yield attacked
        attacked.check()
