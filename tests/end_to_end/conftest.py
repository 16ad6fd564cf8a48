"""Owns what tests with real windows need."""

import pytest

from desktopxfer import screen
from tests import needs
from tests.end_to_end.desktop import PROGRAMS


@pytest.fixture
def private_screen() -> None:
    """Skips the test unless a private screen can be made and windows can open on it."""
    needs.programs(**PROGRAMS)
    needs.libraries(screen.ALWAYS | screen.XCB)
