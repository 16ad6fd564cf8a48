"""Builds the packages, and installs, tries and removes them: `make package-test`."""

import contextlib
import hashlib
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktopxfer import __version__, screen, selftest
from tests import needs
from tests.command_line import Receiver, new_profile
from tests.command_line import run as run_from_source
from tests.end_to_end import desktop
from tests.end_to_end.desktop import START_TIMEOUT_S, Box, Desktop, Program, wait_until
from tests.end_to_end.two_windows import SCREENSHOTS
from tests.packaging import bare_system
from tests.packaging.bare_system import BareSystem, run

if sys.platform != "linux":
    pytest.skip("makes packages for Linux", allow_module_level=True)

pytestmark = [pytest.mark.package, pytest.mark.timeout(1200)]

CHECKOUT = Path(__file__).parents[2]
LINUX = CHECKOUT / "packaging" / "linux"
OLDER = "0.0.1"
LARGEST_BUNDLE, LARGEST_DEB = 135e6, 42e6  # bytes
SLOWEST_START = 1.5  # times as long as from source
PAIRS = 7
WAYLAND_STARTS = 25
PROFILE = "/root/profile"
SETTINGS = {"device_name": "installed", "listen_host": "127.0.0.1", "send_limit": 50_000_000}
# What commands say with --json, and what of it is to outlive an upgrade.
KEPT = {
    "identity": ("device_id", "name"),
    "trust list": ("device_id", "name", "trust"),
    "history": ("id", "device_id", "direction", "stage", "title", "bytes", "paths"),
}
NOBODY = 65534
DARK = """[General]
ColorScheme=BreezeDark
[Colors:Window]
BackgroundNormal=32,35,38
ForegroundNormal=252,252,252
"""  # as KDE's settings say it, which Qt follows without a bus, but says that it misses one
KDE = {
    "XDG_CURRENT_DESKTOP": "KDE",
    "KDE_SESSION_VERSION": "6",
    "QT_LOGGING_RULES": "qt.qpa.theme.dbus=false",
}


@pytest.fixture(scope="module", autouse=True)
def tools() -> None:
    needs.root()
    needs.programs(
        **bare_system.PROGRAMS,
        objdump="binutils",
        makeself="makeself",
        xz="xz-utils",
        rpmbuild="rpm",
        setpriv="util-linux",
    )
    pytest.importorskip("PyInstaller")


@pytest.fixture
def own_screen() -> None:
    needs.programs(**desktop.PROGRAMS, identify="imagemagick")
    needs.libraries(screen.ALWAYS | screen.XCB)


@dataclass(frozen=True, slots=True)
class Built:
    """What one run of the build made."""

    folder: Path

    @property
    def bundle(self) -> Path:
        return self.folder / "work" / "bundle" / "desktopxfer"

    def made(self, ending: str) -> Path:
        [file] = (self.folder / "dist").glob(f"*.{ending}")
        return file


def build(checkout: Path, folder: Path, *formats: str, python: str = sys.executable) -> Built:
    """Compressed less than a release is."""
    script = checkout / "packaging" / "linux" / "build.py"
    places = ["--dist", folder / "dist", "--work", folder / "work"]
    when = run(["git", "-C", CHECKOUT, "log", "-1", "--format=%ct"]).strip()
    environment = {**os.environ, "PYTHONPATH": str(checkout), "SOURCE_DATE_EPOCH": when}
    run([python, script, *formats, "--fast", *places], env=environment)
    return Built(folder)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(CHECKOUT, tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second checkout of the same: a longer path, and a Python that has interned more."""
    copy = tmp_path_factory.mktemp("another folder") / "checkout"
    listed = run(["git", "-C", CHECKOUT, "ls-files", "-z", "--cached"]).split("\0")
    for name in filter(None, listed):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(CHECKOUT / name, copy / name)
    (copy / "sitecustomize.py").write_text("import sys; sys.intern('~')")
    return copy


def field(deb: Path, name: str) -> str:
    return run(["dpkg-deb", "--field", deb, name]).strip()


# What was built --------------------------------------------------------------------------------


def test_sizes(built: Built) -> None:
    files = [file for file in built.bundle.rglob("*") if file.is_file() and not file.is_symlink()]
    assert sum(file.stat().st_size for file in files) <= LARGEST_BUNDLE
    assert built.made("deb").stat().st_size <= LARGEST_DEB  # a release is compressed more


def test_the_version_is_the_programs_own(built: Built) -> None:
    assert field(built.made("deb"), "Version") == __version__
    asked = ["rpm", "--query", "--package", "--queryformat", "%{VERSION}", built.made("rpm")]
    assert run(asked) == __version__
    assert run([built.bundle / "desktopxfer", "--version"]).strip() == f"desktopxfer {__version__}"


def test_nobody_finds_fault_with_the_package(built: Built, tmp_path: Path) -> None:
    needs.programs(
        lintian="lintian", appstreamcli="appstream", desktop_file_validate="desktop-file-utils"
    )
    said = run(["lintian", "--allow-root", "--info", "--tag-display-limit", "0", built.made("deb")])
    found = [tag for tag in said.splitlines() if tag[:2] in {"E:", "W:", "I:"}]
    assert not found
    run(["dpkg-deb", "--extract", built.made("deb"), tmp_path])
    for entry in (tmp_path / "usr/share/applications").iterdir():
        assert not run(["desktop-file-validate", entry])
    [metainfo] = (tmp_path / "usr/share/metainfo").iterdir()
    run(["appstreamcli", "validate", "--no-net", metainfo])


def test_two_builds_of_the_same_are_the_same(built: Built, elsewhere: Path, tmp_path: Path) -> None:
    again = build(elsewhere, tmp_path)
    for ending in ("deb", "rpm", "run"):
        first, second = (each.made(ending).read_bytes() for each in (built, again))
        same = hashlib.sha256(first).digest() == hashlib.sha256(second).digest()
        assert same, f"{ending}: {differences(built.bundle, again.bundle)}"


def differences(one: Path, other: Path) -> str:
    command = ["diff", "--recursive", "--brief", str(one), str(other)]
    return subprocess.run(command, capture_output=True, text=True).stdout


def test_a_library_that_nobody_has_stops_the_build(built: Built, tmp_path: Path) -> None:
    plugin = next(built.bundle.rglob("libqxcb.so"))
    script = "import libraries, pathlib, sys; libraries.needs(pathlib.Path(sys.argv[1]))"
    for wrong, said in (
        (plugin.name, "neither in the bundle nor known to be the system's: libQt6"),
        ("libz.so.1", "in the bundle, and should be the system's: libz.so.1"),
    ):
        folder = tmp_path / wrong
        folder.mkdir()
        shutil.copy(plugin, folder / wrong)
        command = [sys.executable, "-c", script, str(folder)]
        asked = subprocess.run(command, cwd=LINUX, capture_output=True, text=True)
        assert said in asked.stderr


# Installed on a bare Debian, over an older version -----------------------------------------------


@pytest.fixture(scope="module")
def older(
    elsewhere: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Path:
    """The package that the commit before this one makes, called an older version.

    A shallow clone has no such commit. Then it is made of this one's sources.
    """
    folder = tmp_path_factory.mktemp("older")
    checkout, archive = folder / "checkout", folder / "checkout.tar"
    git = ["git", "-C", str(CHECKOUT)]
    verify = [*git, "rev-parse", "--quiet", "--verify", "HEAD~1"]
    if subprocess.run(verify, stdout=subprocess.DEVNULL).returncode == 0:
        run([*git, "archive", "--output", archive, "HEAD~1"])
        checkout.mkdir()
        run(["tar", "--extract", "--file", archive, "--directory", checkout])
    else:
        shutil.copytree(elsewhere, checkout)
        output = request.config.pluginmanager.getplugin("capturemanager")
        with output.global_and_fixture_disabled():
            print("\nThere is no commit before this one: it is upgraded from itself.")
    module = checkout / "desktopxfer" / "__init__.py"
    line = re.compile("^__version__ = .*$", re.MULTILINE)
    module.write_text(line.sub(f'__version__ = "{OLDER}"', module.read_text()))
    return build(checkout, folder, "deb", python=interpreter(checkout)).made("deb")


def interpreter(checkout: Path) -> str:
    """One with all that these sources want: this one, unless they want something else."""
    theirs, ours = (
        tomllib.loads((each / "pyproject.toml").read_text()) for each in (checkout, CHECKOUT)
    )
    if all(
        theirs[table][key] == ours[table][key]
        for table, key in (("project", "dependencies"), ("dependency-groups", "package"))
    ):
        return sys.executable
    environment = ".venv-{}.{}".format(*sys.version_info)
    run(["make", "-C", checkout, f"PYTHON={sys.executable}", f"{environment}/package"])
    return str(checkout / environment / "bin" / "python")


@dataclass(frozen=True, slots=True)
class Installed:
    system: BareSystem
    before: set[str]  # the files of the system without it
    past: dict[str, Any]  # what the older version said of itself and its past


@pytest.fixture(scope="module")
def installed(
    built: Built, older: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Installed]:
    folder = tmp_path_factory.mktemp("bare")
    deb = built.made("deb")
    depends = [each for package in (deb, older) for each in field(package, "Depends").split(", ")]
    system = bare_system.make(folder / "root", ", ".join(dict.fromkeys(depends)))
    before = system.files()
    system.run("dpkg", "--install", system.bring(older))
    assert system.run("desktopxfer", "--version").strip() == f"desktopxfer {OLDER}"
    meet_another(system)
    past = tell_past(system)
    system.run("dpkg", "--install", system.bring(deb))
    yield Installed(system, before, past)
    shutil.rmtree(system.root)


def meet_another(system: BareSystem) -> None:
    """A device of its own version pairs with it, and sends it a letter.

    With one of another version it need not be able to, as long as there has been no release.
    """
    settings = system.root / PROFILE.strip("/") / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps(SETTINGS))
    other = ("desktopxfer", "--profile", "/root/other")
    (system.root / "tmp" / "letter.txt").write_text("Dear installed program")
    with receiving(system) as port:
        to = f"127.0.0.1:{port}"
        run(system.command(*other, "pair", to), input="yes\n")
        system.run(*other, "send", "/tmp/letter.txt", "--to", to)
    assert (system.root / "received" / "letter.txt").read_text() == "Dear installed program"


@contextlib.contextmanager
def receiving(system: BareSystem) -> Iterator[int]:
    """The installed program receives one transfer, and says yes once; yields its port.

    Waits for its end.
    """
    words = ["--into", "/received", "--listen", "127.0.0.1:0", "--accept", "everyone", "--once"]
    command = system.command("desktopxfer", "--profile", PROFILE, "receive", "--json", *words)
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as receiver:
        try:
            assert receiver.stdout
            port = json.loads(receiver.stdout.readline())["port"]
            assert receiver.stdin
            receiver.stdin.write("yes\n")
            receiver.stdin.flush()
            yield port
            receiver.stdout.read()
            assert receiver.wait(START_TIMEOUT_S) == 0
        finally:
            if receiver.poll() is None:
                receiver.kill()


def tell_past(system: BareSystem) -> dict[str, Any]:
    """What is to outlive an upgrade, as the installed version says it."""
    ask = ("desktopxfer", "--profile", PROFILE)
    return {
        command: [
            {name: told[name] for name in names}
            for line in system.run(*ask, *command.split(), "--json").splitlines()
            if (told := json.loads(line))
        ]
        for command, names in KEPT.items()
    }


def test_an_upgrade_keeps_identity_trust_history_and_settings(installed: Installed) -> None:
    system = installed.system
    assert system.run("desktopxfer", "--version").strip() == f"desktopxfer {__version__}"
    assert tell_past(system) == installed.past
    [identity], [other], [letter] = installed.past.values()
    assert identity["name"] == SETTINGS["device_name"]
    assert other["trust"] == "trusted"
    assert letter == {**letter, "title": "letter.txt", "stage": "finished"}
    assert letter["device_id"] == other["device_id"]
    profile = system.root / PROFILE.strip("/")
    assert json.loads((profile / "settings.json").read_text()) == SETTINGS
    assert not [*profile.glob("*.damaged")]  # which is how one that cannot be read is set aside


def test_the_installed_program_is_whole(installed: Installed) -> None:
    *parts, _verdict = installed.system.run("desktopxfer", "--selftest").splitlines()
    assert [part[:2] for part in parts] == ["ok"] * len(selftest.PARTS)
    assert not installed.system.run("dpkg", "--verify", "desktopxfer")


def test_it_depends_on_who_has_the_libraries(installed: Installed) -> None:
    """Debian's own answer, for every library that a program or library of the bundle loads."""
    system = installed.system
    bundle = system.root / "opt" / "desktopxfer"
    needed = set()
    for file in bundle.rglob("*"):
        if file.is_file() and (file.suffix == ".so" or ".so." in file.name):
            needed |= set(re.findall(r"NEEDED +(\S+)", run(["objdump", "-p", file])))
    external = needed - {file.name for file in bundle.rglob("*.so*")}
    found = dict(re.findall(r"^\s+(\S+) .*=> (\S+)$", system.run("ldconfig", "-p"), re.MULTILINE))
    assert external <= found.keys()
    owners = set()
    for soname in external:
        path = os.path.realpath(f"/proc/self/cwd{found[soname]}")
        link = system.run("realpath", found[soname]).strip()
        names = (found[soname], link, link.removeprefix("/usr"), path)
        owners |= set(owners_of(system, names))
    depends = field_of_installed(system)
    assert owners == depends - {"hicolor-icon-theme", "xkb-data"}


def owners_of(system: BareSystem, names: Sequence[str]) -> set[str]:
    command = system.command("dpkg-query", "--search", *dict.fromkeys(names))
    found = subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
    assert found, f"nobody has {names}"
    return {line.partition(":")[0] for line in found}


def field_of_installed(system: BareSystem) -> set[str]:
    """The packages that it depends on, of alternatives the one that is there."""
    show = ("dpkg-query", "--show", "--showformat")
    relations = system.run(*show, "${Depends}", "desktopxfer").split(", ")
    there = set(system.run(*show, "${Package}\n").split())
    names = [
        {name for each in relation.split("|") if (name := each.split("(")[0].strip()) in there}
        for relation in relations
    ]
    assert all(len(each) == 1 for each in names), names
    return set().union(*names)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_its_window_opens(
    installed: Installed, own_screen: None, tmp_path: Path, look: str
) -> None:
    config = installed.system.root / "root" / ".config"
    config.mkdir(exist_ok=True)
    (config / "kdeglobals").write_text(DARK if look == "dark" else "")
    with Desktop(tmp_path / "desktop") as private:
        display = private.environment["DISPLAY"]
        where = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", **KDE}
        command = installed.system.command("desktopxfer", "--profile", PROFILE, **where)
        program = private.start(command)
        private.place(private.window("desktopxfer"), Box(5, 25, 1260, 760))
        picture = Path(SCREENSHOTS or tmp_path) / f"installed, {look}.png"

        def is_drawn() -> bool:
            assert program.running, program.output()
            private.screenshot(picture)
            colours, mean = run(["identify", "-format", "%k %[fx:mean]", picture]).split()
            return int(colours) > 100 and (float(mean) < 0.5) == (look == "dark")

        wait_until(is_drawn, f"the window is drawn, {look}", START_TIMEOUT_S)
        program.close()
        assert program.process.returncode == 0
        assert not program.output()


def test_it_sends_to_one_from_source(installed: Installed, tmp_path: Path) -> None:
    content = os.urandom(1_000_000)
    (installed.system.root / "tmp" / "picture.raw").write_bytes(content)
    with Receiver(tmp_path, "--accept", "everyone", "--once") as receiver:
        to = ("--to", receiver.target)
        installed.system.run("desktopxfer", "--profile", PROFILE, "send", "/tmp/picture.raw", *to)
        assert receiver.wait() == 0
    assert (receiver.into / "picture.raw").read_bytes() == content


def test_it_receives_from_one_from_source(installed: Installed, tmp_path: Path) -> None:
    picture = tmp_path / "photo.raw"
    picture.write_bytes(os.urandom(1_000_000))
    sender = new_profile(tmp_path, "from source")
    with receiving(installed.system) as port:
        sent = run_from_source("--profile", sender, "send", picture, "--to", f"127.0.0.1:{port}")
        assert sent.wait() == 0, sent.sentences
    received = installed.system.root / "received" / picture.name
    assert received.read_bytes() == picture.read_bytes()


def test_it_starts_about_as_fast_as_from_source(
    installed: Installed, own_screen: None, tmp_path: Path
) -> None:
    profile = new_profile(tmp_path, "from source")
    source = [sys.executable, "-m", "desktopxfer", "--profile", str(profile)]
    where = {"DISPLAY": "{display}", "QT_QPA_PLATFORM": "xcb"}
    there = installed.system.command("desktopxfer", "--profile", PROFILE, **where)
    measure = [sys.executable, str(Path(__file__).with_name("first_frame.py"))]
    here = {**os.environ, "PYTHONPATH": str(CHECKOUT)}

    def seconds(command: Sequence[str]) -> float:
        return float(run([*measure, *command], env=here, cwd=CHECKOUT))

    for command in (there, source):  # whose files are in memory then
        seconds(command)
    pairs = [(seconds(there), seconds(source)) for _ in range(PAIRS)]
    ratio = statistics.median(one / other for one, other in pairs)
    medians = [statistics.median(times) for times in zip(*pairs, strict=True)]
    print(f"first frame: installed {medians[0]:.3f} s, source {medians[1]:.3f} s, {ratio:.2f}")
    assert ratio <= SLOWEST_START, pairs


def test_no_start_on_wayland_ends_in_a_crash(built: Built, tmp_path: Path) -> None:
    needs.programs(weston="weston")
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    environment = {
        **{name: value for name, value in os.environ.items() if name != "DISPLAY"},
        "XDG_RUNTIME_DIR": str(runtime),
        "WAYLAND_DISPLAY": "wayland-test",
        "QT_QPA_PLATFORM": "wayland",
    }
    compositor = ["weston", "--backend=headless-backend.so", "--socket=wayland-test"]
    command = [str(built.bundle / "desktopxfer"), "--profile", str(new_profile(tmp_path, "W"))]
    with Program(compositor, tmp_path / "weston.log", environment) as weston:
        wait_until((runtime / "wayland-test").exists, "weston is ready", START_TIMEOUT_S)
        for number in range(WAYLAND_STARTS):
            log = tmp_path / f"{number}.log"
            with Program(command, log, {**environment, "WAYLAND_DEBUG": "1"}) as program:

                def is_shown(program: Program = program) -> bool:
                    assert program.running, program.output()[-2000:]
                    return bool(
                        re.search(r"\.set_title\(.*\.attach\(", program.output(), re.DOTALL)
                    )

                wait_until(is_shown, "the window is shown", START_TIMEOUT_S)
                program.close()
                assert program.process.returncode == 0, program.output()[-2000:]
        assert weston.running


# For one user, and for RPM ---------------------------------------------------------------------


@pytest.fixture
def user() -> Iterator["User"]:
    # Not below tmp_path, where only root may go.
    with tempfile.TemporaryDirectory(prefix="desktopxfer-user-") as home:
        os.chown(home, NOBODY, NOBODY)
        yield User(Path(home))


@dataclass(frozen=True, slots=True)
class User:
    """An ordinary user with a home."""

    home: Path

    @property
    def share(self) -> Path:
        return self.home / ".local" / "share"

    def command(self, *words: object) -> list[str]:
        become = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        path = f"PATH={self.home / 'programs'}:{os.defpath}"
        variables = [f"HOME={self.home}", f"TMPDIR={self.home}", path]
        return [*become, "env", "-i", *variables, *map(str, words)]

    def run(self, *words: object) -> str:
        return run(self.command(*words), cwd=self.home)

    def files(self) -> set[str]:
        return {str(path.relative_to(self.home)) for path in self.home.rglob("*")}


def test_an_ordinary_user_installs_and_removes_it(built: Built, user: User) -> None:
    archive = brought(built, user)
    share = user.share
    before = user.files()
    user.run(archive)
    desktopxfer = user.home / ".local" / "bin" / "desktopxfer"
    entry = share / "applications" / "desktopxfer.desktop"
    assert f"\nExec={desktopxfer} " in entry.read_text()
    assert "This copy of desktopxfer is whole." in user.run(desktopxfer, "--selftest")
    identity = user.run(desktopxfer, "identity", "--json")
    first = user.files()
    user.run(archive)  # once more, as an upgrade does
    assert user.files() == first
    assert user.run(desktopxfer, "identity", "--json") == identity
    uninstall = user.home / ".local" / "lib" / "desktopxfer" / "uninstall.sh"
    user.run("cp", uninstall, user.home / "kept.sh")
    profile = share / "desktopxfer"
    kept = {str(path.relative_to(user.home)) for path in (profile, *profile.rglob("*"))}
    user.run("sh", uninstall)
    assert profile / "identity.pem" in profile.iterdir()
    assert user.files() - {"kept.sh"} == before | kept
    user.run("sh", user.home / "kept.sh", "--purge-data")
    assert user.files() - {"kept.sh"} == before


def brought(built: Built, user: User) -> Path:
    """The archive, to a user for whom other programs have been installed before."""
    archive = user.home / built.made("run").name
    shutil.copy(built.made("run"), archive)
    archive.chmod(0o755)
    (user.share / "applications").mkdir(parents=True)
    (user.share / "applications" / "other.desktop").touch()
    dolphin = user.home / "programs" / "dolphin"
    dolphin.parent.mkdir()
    dolphin.touch(0o755)
    run(["chown", "--recursive", f"{NOBODY}:{NOBODY}", user.home])
    return archive


def test_the_menus_of_file_managers_are_the_persons_choice(built: Built, user: User) -> None:
    """An upgrade changes nothing of it, and the entry of the program itself always stays."""
    archive = brought(built, user)
    user.run(archive)
    desktopxfer = user.home / ".local" / "bin" / "desktopxfer"
    entry = user.share / "applications" / "desktopxfer.desktop"
    menu = user.share / "kio" / "servicemenus" / "desktopxfer.desktop"
    assert not menu.exists()
    for chosen in ([], ["--remove"]):
        said = json.loads(user.run(desktopxfer, "integrate", "--json", *chosen))
        user.run(archive)
        assert said["menus"] == menu.exists() == (not chosen)
        assert entry.exists()


def test_an_upgrade_closes_what_is_open(built: Built, user: User) -> None:
    """The window in the tray and a command: both would miss their files."""
    archive = brought(built, user)
    user.run(archive)
    profile = user.share / "desktopxfer"
    user.run("mkdir", profile)
    (profile / "settings.json").write_text(json.dumps({"listen_host": "127.0.0.1"}))
    desktopxfer = user.home / ".local" / "bin" / "desktopxfer"
    window = user.command("env", "QT_QPA_PLATFORM=offscreen", desktopxfer, "--hidden")
    where = ["--profile", user.home / "other", "receive", "--listen", "127.0.0.1:0", "--json"]
    with (
        Program(window, user.home / "window.log", {}) as open_window,
        Program(user.command(desktopxfer, *where), user.home / "receive.log", {}) as receiver,
    ):
        wait_until((profile / "window.socket").exists, "the window is there", START_TIMEOUT_S)
        wait_until(receiver.events, "it listens", START_TIMEOUT_S)
        assert "desktopxfer is open and will be closed." in user.run(archive)
        assert open_window.process.wait(START_TIMEOUT_S) == 0, open_window.output()
        assert receiver.process.wait(START_TIMEOUT_S) == 130, receiver.output()
    assert "is open" not in user.run(archive)


def test_the_rpm_has_the_same_program(built: Built, tmp_path: Path) -> None:
    database = ["--root", tmp_path, "--nodeps"]
    before = {path.name for path in tmp_path.iterdir()}
    foreign = ["--ignoreos", "--ignorearch", "--nosignature"]
    run(["rpm", *database, *foreign, "--install", built.made("rpm")])
    program = tmp_path / "opt" / "desktopxfer" / "desktopxfer"
    assert "This copy of desktopxfer is whole." in run([program, "--selftest"])
    assert (tmp_path / "usr" / "bin" / "desktopxfer").resolve() == program
    run(["rpm", *database, "--erase", "desktopxfer"])
    left = [path for path in tmp_path.rglob("*desktopxfer*") if "rpm" not in path.parts]
    assert not left
    assert before <= {path.name for path in tmp_path.iterdir()}


# Last, as nothing is installed after it ----------------------------------------------------------


def test_a_purge_asks_nothing_and_leaves_nothing_but_the_profile(installed: Installed) -> None:
    system = installed.system
    command = system.command("dpkg", "--purge", "desktopxfer")
    run(command, stdin=subprocess.DEVNULL)
    after = system.files()
    assert installed.before - after <= {"opt"}  # dpkg removes it when it is empty
    left = {path for path in after - installed.before if not path.startswith(("root", "received"))}
    assert not left
    assert "root/profile/identity.pem" in after
    assert not list((system.root / "var/lib/dpkg/info").glob("desktopxfer.*"))
