import selectors
import signal
import sys
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


def test_whoever_is_woken_finds_it_set() -> None:
    for _ in range(500):
        with Wakeup() as wakeup, selectors.DefaultSelector() as selector:
            selector.register(wakeup, selectors.EVENT_READ)
            other = threading.Thread(target=wakeup.set)
            other.start()
            assert selector.select(DEADLINE_S)
            assert wakeup.is_set
            other.join(DEADLINE_S)


def test_nothing_comes_between_its_flag_and_its_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clear() there would leave a byte that wakes for nothing, again and again."""
    with Wakeup() as wakeup:
        clearing = threading.Thread(target=wakeup.clear)
        send = wakeup._theirs.send

        class Between:
            def send(self, byte: bytes) -> int:
                clearing.start()
                clearing.join(0.05)  # if nothing holds it up, it is through by then
                return send(byte)

            close = wakeup._theirs.close

        monkeypatch.setattr(wakeup, "_theirs", Between())
        wakeup.set()
        clearing.join(DEADLINE_S)
        assert not wakeup.is_set
        assert not is_ready(wakeup)


def test_a_signal_may_set_it_while_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    with Wakeup() as wakeup:
        send = wakeup._theirs.send

        class Interrupting:
            def send(self, byte: bytes) -> int:
                monkeypatch.undo()
                wakeup.set()
                return send(byte)

        monkeypatch.setattr(wakeup, "_theirs", Interrupting())
        wakeup.set()
        assert is_ready(wakeup)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_signal_that_comes_just_before_a_wait_ends_it() -> None:
    """Python runs its handler only after the wait, which here nothing else would end."""
    before = signal.signal(signal.SIGUSR1, lambda *_: None)
    try:
        with Wakeup() as outer, outer, selectors.DefaultSelector() as selector:
            selector.register(outer, selectors.EVENT_READ)
            with Wakeup() as inner:
                signal.raise_signal(signal.SIGUSR1)
                assert is_ready(inner)
            assert not is_ready(outer)
            signal.raise_signal(signal.SIGUSR1)
            assert selector.select(DEADLINE_S)
        assert signal.set_wakeup_fd(-1) == -1  # nothing is written to what is closed
    finally:
        signal.signal(signal.SIGUSR1, before)
