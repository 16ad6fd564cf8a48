import gc
import weakref
from collections.abc import Iterator
from threading import Thread

import pytest
from pytestqt.qtbot import QtBot

from desktopxfer.ui.garbage import Collector


class Node:
    """Refers to itself, as a dialog and its slots do."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    gc.enable()  # as in a program
    collector = Collector()
    yield collector
    collector.close()
    gc.disable()


def make_garbage() -> None:
    for _ in range(100_000):
        Node()


def test_no_other_thread_collects(qtbot: QtBot, collector: Collector) -> None:
    dialog = weakref.ref(Node())
    thread = Thread(target=make_garbage)
    thread.start()
    thread.join()
    assert dialog() is not None
    qtbot.waitUntil(lambda: dialog() is None)


def test_the_end_leaves_it_to_python_again(collector: Collector) -> None:
    assert not gc.isenabled()
    collector.close()
    assert gc.isenabled()
    dialog = weakref.ref(Node())
    make_garbage()
    assert dialog() is None
