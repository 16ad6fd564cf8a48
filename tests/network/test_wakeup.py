import selectors
import threading

import pytest

from desktopxfer.network.wakeup import Interrupted, Wakeup
from tests.network.peers import DEADLINE_S


def is_ready(wakeup: Wakeup) -> bool:
    with selectors.DefaultSelector() as selector:
        selector.register(wakeup, selectors.EVENT_READ)
        return bool(selector.select(0))


def test_it_is_silent_until_it_is_set() -> None:
    with Wakeup() as wakeup:
        assert not is_ready(wakeup)
        wakeup.check()
        wakeup.set()
        assert is_ready(wakeup)
        with pytest.raises(Interrupted):
            wakeup.check()


def test_clearing_it_is_going_on() -> None:
    with Wakeup() as wakeup:
        for _ in range(1000):
            wakeup.set()
        wakeup.clear()
        assert not is_ready(wakeup)
        wakeup.check()


def test_another_thread_ends_a_wait() -> None:
    with Wakeup() as wakeup, selectors.DefaultSelector() as selector:
        selector.register(wakeup, selectors.EVENT_READ)
        other = threading.Thread(target=wakeup.set)
        other.start()
        assert selector.select(DEADLINE_S)
        other.join(DEADLINE_S)


def test_setting_it_more_often_than_anybody_looks_does_not_block() -> None:
    with Wakeup() as wakeup:
        for _ in range(100_000):
            wakeup.set()
        assert is_ready(wakeup)


def test_it_may_be_set_after_its_end() -> None:
    with Wakeup() as wakeup:
        pass
    wakeup.set()
