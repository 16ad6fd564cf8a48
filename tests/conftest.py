"""Owns what holds for every test: an own home, no screen, no skip on CI, its own garbage."""

import gc
import os
import signal
import sys
from collections.abc import Generator, Iterator

import hypothesis
import pytest

CI = os.environ.get("CI") == "true"
SWEEP_TIMEOUT_S = 900  # the longest take a minute

# Before anything imports Qt. A test that wants a real screen starts a program of its own with Xvfb.
if sys.platform == "linux":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Started with nohup, every program that a test starts would ignore a terminal that goes away, and
# started by a script with `&`, Ctrl+C.
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# No example is wrong for being slow: machines differ. On CI the same examples run every time.
hypothesis.settings.register_profile("desktopxfer", deadline=None, derandomize=CI)
hypothesis.settings.load_profile("desktopxfer")


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test, and no program a test starts, touches the profile of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as environment:
        for variable in ("HOME", "USERPROFILE"):
            environment.setenv(variable, str(home))
        for variable in ("DATA", "CONFIG", "CACHE", "STATE"):
            environment.setenv(f"XDG_{variable}_HOME", str(home / variable.lower()))
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Gives up a sweep later than other tests: even on a slow computer it hangs by then."""
    for item in items:
        if item.get_closest_marker("slow") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(SWEEP_TIMEOUT_S))


def pytest_collection_finish() -> None:
    """From now on garbage is collected here, by the thread that makes the windows.

    Others may not destroy them: those of the tested program, and the one that listens to the other
    process of `make test`.
    """
    gc.collect()
    gc.freeze()
    gc.disable()


@pytest.fixture(autouse=True)
def own_garbage() -> Iterator[None]:
    """What a test leaves behind is destroyed in its name, not in that of some later one."""
    yield
    gc.collect(1)


@pytest.fixture(scope="module", autouse=True)
def old_garbage() -> Iterator[None]:
    """What outlived the test that made it."""
    yield
    gc.collect()


def failed_if_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    """On CI a skip is a failure: whatever a test needs, `.ci/run` installs."""
    if CI and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} must not be skipped on CI: {reason}"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    failed_if_skipped(report)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    failed_if_skipped(report)
    return report
