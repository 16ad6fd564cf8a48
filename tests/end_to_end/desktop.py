"""Owns a private X display with a window manager, and the programs and the mouse on it."""

import contextlib
import itertools
import json
import os
import selectors
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self, TypeVar

from tests.end_to_end.namespaces import Computer

T = TypeVar("T")

HERE = Path(__file__).parent
CHECKOUT = HERE.parent.parent
PROGRAMS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "dbus-daemon": "dbus-daemon",
}
START_TIMEOUT_S = 30.0  # a cold start of Python and Qt on a busy machine
ACTION_TIMEOUT_S = 30.0  # nobody waits for it but what has failed
POLL_S = 0.02
SCREENSHOT = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication(sys.argv)
assert QGuiApplication.primaryScreen().grabWindow(0).save(sys.argv[1]), sys.argv[1]
"""


class Box(NamedTuple):
    """A rectangle on the screen, in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def centre(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2


def wait_until(condition: Callable[[], T], what: str, timeout_s: float = ACTION_TIMEOUT_S) -> T:
    """The first true value of `condition`; AssertionError with `what` after `timeout_s`."""
    deadline = time.monotonic() + timeout_s
    while not (value := condition()):
        assert time.monotonic() < deadline, f"not within {timeout_s:g} s: {what}"
        time.sleep(POLL_S)
    return value


class Program:
    """A process of ours with its output in a file; ended by its process id."""

    def __init__(
        self,
        command: Sequence[str],
        log: Path,
        environment: dict[str, str],
        pass_fds: Sequence[int] = (),
    ) -> None:
        self.log = log
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                [*_ends_with_us(), *command],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=environment,
                cwd=CHECKOUT,
                pass_fds=pass_fds,
            )

    @property
    def running(self) -> bool:
        return self.process.poll() is None

    def output(self) -> str:
        return self.log.read_text(errors="replace")

    def events(self) -> list[dict[str, Any]]:
        """The JSON objects among the complete lines of its output."""
        lines = self.output().split("\n")[:-1]
        return [json.loads(line) for line in lines if line.startswith("{")]

    def close(self) -> None:
        """Ends it, first politely."""
        if self.running:
            self.process.terminate()
            try:
                self.process.wait(ACTION_TIMEOUT_S)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class Window(Program):
    """desktopxfer in a real window, with the probe in it that says where things are."""

    def __init__(
        self,
        arguments: Sequence[str],
        log: Path,
        environment: dict[str, str],
        computer: Computer | None = None,
    ) -> None:
        self.id = ""  # of its X window, for whoever has found it
        self._connection, theirs = socket.socketpair()
        self._connection.settimeout(START_TIMEOUT_S)
        self._answers = self._connection.makefile("r", encoding="utf-8")
        with theirs:
            probe = [sys.executable, str(HERE / "window_probe.py"), str(theirs.fileno())]
            command = [*probe, *arguments]
            if computer is not None:
                command = computer.command(command)
            super().__init__(command, log, environment, [theirs.fileno()])

    def ask(self, question: str, text: str = "") -> Any:
        """One answer of window_probe.py. The window's event loop has to run for it."""
        line = json.dumps({"ask": question, "text": text}) + "\n"
        try:
            self._connection.sendall(line.encode())
            answer = self._answers.readline()
        except OSError as error:
            raise AssertionError(f"the window does not answer:\n{self.output()}") from error
        assert answer, f"the window is gone:\n{self.output()}"
        return json.loads(answer)

    def widget(self, name: str, *, timeout_s: float = ACTION_TIMEOUT_S) -> Box:
        """Where the enabled widget with this name or text is, as soon as there is one."""
        found = wait_until(
            lambda: self.widgets(name), f"an enabled {name!r} in the window", timeout_s
        )
        return Box(*found[0]["box"])

    def widgets(self, name: str) -> list[dict[str, Any]]:
        """All enabled widgets with this name or text."""
        widgets: list[dict[str, Any]] = self.ask("widgets", name)
        return [widget for widget in widgets if widget["enabled"]]

    def row(self, text: str, *, view: str = "", timeout_s: float = ACTION_TIMEOUT_S) -> Box:
        """Where the row with `text` is (in the list called `view`), as soon as there is one."""
        found = wait_until(
            lambda: self.rows(text, view=view), f"a row with {text!r} in the window", timeout_s
        )
        return Box(*found[0]["box"])

    def rows(self, text: str = "", *, view: str = "") -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.ask("rows", text)
        return [row for row in rows if not view or row["view"] == view]

    def menu_items(self, text: str = "") -> list[dict[str, Any]]:
        """Items of open menus that begin with `text`."""
        items: list[dict[str, Any]] = self.ask("menu", text)
        return items

    def close(self) -> None:
        super().close()
        self._answers.close()
        self._connection.close()


class Desktop:
    """A private Xvfb display with a D-Bus session and openbox; use it in a `with` block.

    `folder` gets the logs and the XDG folders of everything that runs here.
    """

    def __init__(self, folder: Path, size: tuple[int, int] = (1280, 800)) -> None:
        self._folder = folder
        self._size = size
        self._stack = contextlib.ExitStack()
        self._logs = 0
        self.environment: dict[str, str] = {}

    def __enter__(self) -> Self:
        with self._stack:
            runtime = self._folder / "run"
            runtime.mkdir(mode=0o700, parents=True)
            self.environment = {
                name: value
                for name, value in os.environ.items()
                if name not in {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP"}
            }
            self.environment["XDG_RUNTIME_DIR"] = str(runtime)
            self.environment["PYTHONPATH"] = str(CHECKOUT)  # this code, installed or not
            for variable in ("DATA", "CONFIG", "CACHE", "STATE"):
                home = self._folder / variable.lower()
                self.environment[f"XDG_{variable}_HOME"] = str(home)
            self._start_display()
            self._start_bus()
            manager = self.start(["openbox", "--sm-disable"])

            def managed() -> bool:
                # The window manager names the desktops once it is ready; before that this fails.
                assert manager.running, f"openbox does not start: {manager.output()}"
                return self._xdotool("get_num_desktops", check=False).returncode == 0

            wait_until(managed, "openbox is ready", START_TIMEOUT_S)
            self._stack = self._stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    def _start_display(self) -> None:
        width, height = self._size
        with _reading_end() as (read, write):
            screen = ["-screen", "0", f"{width}x{height}x24", "-dpi", "96"]
            self.start(
                ["Xvfb", "-displayfd", str(write), *screen, "-nolisten", "tcp", "-noreset"],
                pass_fds=[write],
            )
            os.close(write)
            self.environment["DISPLAY"] = f":{_first_line(read, 'Xvfb')}"

    def _start_bus(self) -> None:
        with _reading_end() as (read, write):
            self.start(
                ["dbus-daemon", "--session", "--nofork", f"--print-address={write}"],
                pass_fds=[write],
            )
            os.close(write)
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = _first_line(read, "dbus-daemon")

    def start(self, command: Sequence[str], *, pass_fds: Sequence[int] = ()) -> Program:
        """Starts a program on this display. It ends with the desktop at the latest."""
        return self._stack.enter_context(
            Program(command, self._log(Path(command[0]).name), self.environment, pass_fds)
        )

    def start_window(self, *arguments: str, computer: Computer | None = None) -> Window:
        """Starts desktopxfer with these arguments, with the probe in it; on this computer or not.

        Whatever network it is in, it shows itself here.
        """
        return self._stack.enter_context(
            Window(arguments, self._log("desktopxfer"), self.environment, computer)
        )

    def start_drag_source(self, title: str, corner: tuple[int, int], *paths: Path) -> Program:
        """Starts a program whose window, at `corner`, offers `paths` to be dragged."""
        script = str(HERE / "drag_source.py")
        place = [str(number) for number in corner]
        source = self.start([sys.executable, script, title, *place, *map(str, paths)])
        wait_until(lambda: _has(source, "ready"), f"{title} is shown", START_TIMEOUT_S)
        self.window(title)
        return source

    def start_clipboard(self, *words: str) -> Program:
        """Starts a program that has copied something: see clipboard.py for the words."""
        owner = self.start([sys.executable, str(HERE / "clipboard.py"), *words])
        wait_until(lambda: _has(owner, "ready"), f"{words} is copied", START_TIMEOUT_S)
        return owner

    def clipboard(self) -> str:
        """The text that another program would paste now."""
        command = [sys.executable, str(HERE / "clipboard.py"), "read"]
        said = subprocess.check_output(command, env=self.environment, timeout=START_TIMEOUT_S)
        return str(json.loads(said))

    def _log(self, name: str) -> Path:
        self._logs += 1
        return self._folder / f"{self._logs:02} {name}.log"

    # Windows -------------------------------------------------------------------------------------

    def windows(self, title: str, program: Program | None = None) -> list[str]:
        """The X ids of the visible windows whose title matches this regular expression."""
        whose = ["--all", "--pid", str(program.process.pid)] if program else []
        found = self._xdotool("search", "--onlyvisible", *whose, "--name", title, check=False)
        return found.stdout.split()

    def window(self, title: str, program: Program | None = None) -> str:
        """The X id of the window with this title, of any program or this, once it is visible."""
        return wait_until(
            lambda: self.windows(title, program), f"a window called {title!r}", START_TIMEOUT_S
        )[0]

    def geometry(self, window: str) -> Box:
        lines = self._xdotool("getwindowgeometry", "--shell", window).stdout.split()
        values = dict(line.split("=", 1) for line in lines)
        return Box(*(int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")))

    def place(self, window: str, box: Box) -> None:
        """Moves and resizes a window; the frame around it makes it a few pixels off."""
        self._xdotool("windowmove", "--sync", window, str(box.x), str(box.y))
        self._xdotool("windowsize", "--sync", window, str(box.width), str(box.height))

    def minimise(self, window: str) -> None:
        self._xdotool("windowminimize", "--sync", window)

    def activate(self, window: str) -> None:
        """Gives the focus to a window, as Alt and Tab do."""
        self._xdotool("windowactivate", "--sync", window)

    def active(self) -> str:
        """The X id of the window that has the focus; empty when none has."""
        return self._xdotool("getactivewindow", check=False).stdout.strip()

    # The keyboard --------------------------------------------------------------------------------

    def key(self, *names: str) -> None:
        """Presses keys, called as X calls them, in the window that has the focus."""
        self._xdotool("key", *names)

    def type(self, words: str) -> None:
        """Types what is on an American keyboard."""
        self._xdotool("type", "--delay", "2", words)

    # The mouse -----------------------------------------------------------------------------------

    def move(self, point: tuple[int, int]) -> None:
        self._xdotool("mousemove", *map(str, point))

    def click(self, target: Box) -> None:
        self.move(target.centre)
        self._xdotool("click", "1")

    def press(self, window: Window, name: str, *, timeout_s: float = ACTION_TIMEOUT_S) -> None:
        """Clicks on a button as soon as it can be pressed."""
        wait_until(lambda: window.widgets(name), f"{name!r} can be pressed", timeout_s)
        self._click_on(lambda: window.widgets(name), name)

    def press_row(self, window: Window, text: str, *, view: str) -> None:
        """Clicks on the row with `text` in the list called `view`."""
        self._click_on(lambda: window.rows(text, view=view), text)

    def choose(self, window: Window, text: str, item: str, *, view: str) -> None:
        """Chooses from the menu of the row with `text` in the list called `view`."""
        self._click_on(lambda: window.rows(text, view=view), text, button="3")
        self.choose_item(window, item)

    def choose_item(self, window: Window, item: str) -> None:
        """Clicks on the item of the open menu that begins with these words."""
        wait_until(lambda: window.menu_items(item), f"{item!r} in a menu")
        self._click_on(lambda: window.menu_items(item), item)

    def _click_on(
        self, find: Callable[[], list[dict[str, Any]]], name: str, *, button: str = "1"
    ) -> None:
        """A new window does not know at once where the window manager has put it."""
        steps = itertools.cycle((0, 1))  # a mouse that does not move tells no window anything

        def hovered() -> bool:
            if not (found := find()):
                return False
            x, y = Box(*found[0]["box"]).centre
            self.move((x + next(steps), y))
            return any(each["under_mouse"] for each in find())

        try:
            wait_until(hovered, f"the mouse is over {name!r}")
        except AssertionError as error:
            raise AssertionError(f"{error}; it is at {self._mouse()}, that at {find()}") from None
        self._xdotool("click", button)

    def _mouse(self) -> str:
        """Where the mouse is, and over which window."""
        lines = self._xdotool("getmouselocation", "--shell").stdout.split()
        values = dict(line.split("=", 1) for line in lines)
        name = self._xdotool("getwindowname", values["WINDOW"], check=False).stdout.strip()
        return f"{values['X']}, {values['Y']} over {name!r}"

    def drag(
        self,
        source: Program,
        start: Box,
        target: Callable[[], Box],
        window: Window,
        *,
        over_target: Callable[[], object] = lambda: None,
    ) -> None:
        """Drags from a drag source to a place in a window with the mouse and drops there.

        `target` says where the place is now: rows move when others come and go. Waits over it until
        the window has seen the drag there and said that it would take it: programs decide
        asynchronously, and a drop before that is lost. `over_target` is called then. The window
        fetches what was dropped after this returns: keep the source until it has.
        """
        x, y = start.centre
        self.move((x, y))
        self._xdotool("mousedown", "1")
        for step in range(1, 7):  # past the distance from which it counts as a drag
            self.move((x + 4 * step, y))
        x += 24
        wait_until(lambda: _has(source, "dragging"), "the drag starts")
        end_x, end_y = target().centre
        for step in range(1, 13):
            self.move((x + (end_x - x) * step // 12, y + (end_y - y) * step // 12))
        trembling = itertools.cycle((3, 0))

        def taken() -> bool:
            # A hand is never still. A drag that has only just begun asks with the next move only.
            end_x, end_y = target().centre
            self.move((end_x + next(trembling), end_y))
            seen = window.ask("drag") or (0, 0)
            near = abs(seen[0] - end_x) <= 4 and abs(seen[1] - end_y) <= 4
            return near and _last_action(source) == "CopyAction"

        wait_until(taken, "the window takes the drag")
        over_target()
        wait_until(taken, "the window still takes the drag")  # rows may have moved meanwhile
        self._xdotool("mouseup", "1")
        wait_until(lambda: _has(source, "dropped"), "the drop is done")

    def _xdotool(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            check=check,
            capture_output=True,
            text=True,
            timeout=ACTION_TIMEOUT_S,
        )

    # For people ----------------------------------------------------------------------------------

    def screenshot(self, file: Path) -> None:
        """Saves the whole screen as a picture."""
        file.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [sys.executable, "-c", SCREENSHOT, str(file)],
            env=self.environment,
            check=True,
            timeout=START_TIMEOUT_S,
        )


def _has(source: Program, event: str) -> bool:
    return any(said["event"] == event for said in source.events())


def _last_action(source: Program) -> str:
    return next(
        (said["action"] for said in reversed(source.events()) if said["event"] == "action"), ""
    )


def _ends_with_us() -> list[str]:
    """A prefix that makes the system end the process when this one is killed."""
    return ["setpriv", "--pdeathsig", "TERM"] if shutil.which("setpriv") else []


@contextlib.contextmanager
def _reading_end() -> Iterator[tuple[int, int]]:
    """A pipe; the writing end is closed by the caller once it is passed on."""
    read, write = os.pipe()
    try:
        yield read, write
    finally:
        os.close(read)


def _first_line(descriptor: int, program: str) -> str:
    received = b""
    with selectors.DefaultSelector() as selector:
        selector.register(descriptor, selectors.EVENT_READ)
        while not received.endswith(b"\n"):
            assert selector.select(START_TIMEOUT_S), f"{program} does not start"
            chunk = os.read(descriptor, 4096)
            assert chunk, f"{program} ended at once"
            received += chunk
    return received.decode().strip()
