"""Owns the devices that the tests of the workers use."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.workers.side import Side


@pytest.fixture
def new_side(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[..., Side]]:
    sides: list[Side] = []

    def make(name: str, **settings: object) -> Side:
        side = Side(tmp_path, name, **settings)
        sides.append(side)
        side.manager.start()
        return side

    yield make
    for side in sides:
        assert side.manager.shutdown()
