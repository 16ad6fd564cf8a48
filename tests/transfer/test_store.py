import contextlib
import itertools
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktopxfer.offer import TOP, Conflicts, Entry, EntryKind, Kind
from desktopxfer.settings import Profile
from desktopxfer.transfer import store as store_module
from desktopxfer.transfer.database import Database
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.transfer.store import (
    CONTENTS_LAST_S,
    PIECE,
    WISHES_LAST_S,
    Contents,
    Record,
    Store,
)
from tests import needs
from tests.command_line import environment

KEY, OTHER = "0123456789abcdef", "fedcba9876543210"
DAMAGED = {1: "", 2: "damaged", 3: ""}


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path)


@pytest.fixture
def clock() -> SimpleNamespace:
    return SimpleNamespace(now=1_700_000_000.0)


@pytest.fixture
def store(profile: Profile, clock: SimpleNamespace) -> Iterator[Store]:
    store = Store(profile, clock=lambda: clock.now)
    yield store
    store.close()
    assert not profile.warnings


def again(store: Store, profile: Profile, clock: SimpleNamespace) -> Store:
    """The store after a restart."""
    store.close()
    return Store(profile, clock=lambda: clock.now)


def record(key: str = KEY, stage: Stage = Stage.INTERRUPTED, **fields: object) -> Record:
    defaults = Record(key=key, direction=Direction.SENDING, stage=stage)
    return msgspec.structs.replace(defaults, **fields)


def keys(records: list[Record]) -> list[str]:
    return [each.key for each in records]


def files(count: int) -> list[Entry]:
    return [Entry(TOP, f"file {number}", EntryKind.FILE, number, 7) for number in range(count)]


# Records ------------------------------------------------------------------------------------------

texts = st.text(st.characters(categories=None), max_size=40)  # lone surrogates too
paths = texts.filter(lambda path: "\0" not in path)
counts = st.integers(0, 2**63 - 1)
seconds = st.floats(0, 1e12)
records = st.builds(
    Record,
    key=st.just(KEY),
    direction=st.sampled_from(Direction),
    stage=st.sampled_from([Stage.QUEUED, Stage.INTERRUPTED, Stage.FINISHED, Stage.FAILED]),
    transfer_id=texts,
    device_id=texts,
    peer_name=texts,
    title=texts,
    files=counts,
    failed=counts,
    total_bytes=counts,
    done_bytes=counts,
    error=texts,
    subject=texts,
    detail=texts,
    paths=st.lists(paths).map(tuple),
    into=texts,
    staging=texts,
    conflicts=st.sampled_from(Conflicts),
    accepted=st.booleans(),
    seconds=seconds,
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store(Profile(tmp_path_factory.mktemp("profile")))
    yield store
    store.close()


@given(before=records, after=records)
def test_every_record_comes_back_as_it_was(shared: Store, before: Record, after: Record) -> None:
    shared.forget(KEY)
    shared.add(before)
    for expected in (before, after):
        if expected is after:
            fields = msgspec.structs.asdict(after)
            shared.change(fields.pop("key"), **fields)
        got = shared.get(KEY)
        assert got is not None
        times = {"began": got.began, "changed": got.changed}
        assert got == msgspec.structs.replace(expected, **times)


def test_every_stage_that_lasts_can_be_kept(store: Store) -> None:
    lasting = [
        stage for stage in Stage if stage.ended or stage in {Stage.QUEUED, Stage.INTERRUPTED}
    ]
    for number, stage in enumerate(lasting):
        store.add(record(f"{number:016x}", stage))
        assert [each.stage for each in store.records(stage)] == [stage]
    assert not Stage.QUEUED.ended
    assert not Stage.INTERRUPTED.ended


def test_the_store_says_when_it_began_and_changed(store: Store, clock: SimpleNamespace) -> None:
    began = clock.now
    store.add(record())
    clock.now += 5
    store.change(KEY, title="Photos")
    clock.now += 5
    got = store.get(KEY)
    assert got is not None
    assert (got.title, got.began, got.changed) == ("Photos", began, began + 5)


def test_claims_larger_than_the_database_holds_are_kept_as_the_largest(store: Store) -> None:
    store.add(record(total_bytes=2**70))
    got = store.get(KEY)
    assert got is not None
    assert got.total_bytes == 2**63 - 1


def test_a_mistake_of_the_caller_is_no_fault_of_the_profile(store: Store) -> None:
    store.add(record(title="first"))
    with pytest.raises(sqlite3.IntegrityError):
        store.add(record(title="second"))
    with pytest.raises(TypeError):
        store.change(KEY, colour="red")
    assert [each.title for each in store.records()] == ["first"]


def test_an_unknown_key_is_nothing(store: Store) -> None:
    store.change(KEY, title="x")
    store.note_ended(KEY, [(1, "")], done_bytes=7)
    store.note_names(KEY, {1: "x"})
    store.keep_contents(KEY, Contents(files(3)))
    store.finish(KEY, stage=Stage.FINISHED)
    store.wish(KEY, "pause")
    store.forget(KEY)
    assert store.get(KEY) is None
    assert store.contents(KEY) is None
    assert (store.ended(KEY), store.names(KEY), store.take_wishes([KEY])) == ({}, {}, {})
    assert store.records() == []


def test_a_transfer_is_found_by_what_the_wire_says_the_latest_first(store: Store) -> None:
    transfer_id, device_id = "ab" * 16, "cd" * 32
    store.add(record(KEY, transfer_id=transfer_id, device_id=device_id))
    store.add(record(OTHER, transfer_id=transfer_id, device_id=device_id))
    store.add(record("1" * 16, transfer_id=transfer_id, device_id="ef" * 32))
    found = store.find(Direction.SENDING, device_id, transfer_id)
    assert found is not None
    assert found.key == OTHER
    assert store.find(Direction.RECEIVING, device_id, transfer_id) is None


def test_what_was_added_last_stands_first(store: Store, clock: SimpleNamespace) -> None:
    for number in range(5):
        clock.now -= 100  # a clock that was set back
        store.add(record(f"{number:016x}", Stage.FAILED if number % 2 else Stage.QUEUED))
    store.change(f"{0:016x}", title="changed")
    assert [int(key, 16) for key in keys(store.records())] == [4, 3, 2, 1, 0]
    assert [int(key, 16) for key in keys(store.records(limit=2))] == [4, 3]
    assert [int(key, 16) for key in keys(store.records(Stage.FAILED))] == [3, 1]
    assert [int(key, 16) for key in keys(store.records(Stage.FAILED, Stage.QUEUED, limit=1))] == [4]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", True),
        ("ÄPFEL", True),
        ("a\u0308pfel", True),  # composed otherwise, as macOS does
        ("STRASSE", True),
        ("bob", True),
        ("100%", True),
        ("a_b", True),
        ("sommer/2024", True),
        ("\udcff", True),
        ("ａｐｆｅｌ", False),
        ("1000%", False),
        ("%", True),
        ("_", True),
        ("a.b", False),
        ("a%b", False),
        ("?", False),
        ("'; --", False),
        ("Bob's desk/home", False),  # no hit across two of them
    ],
)
def test_a_search_takes_every_sign_for_itself(store: Store, search: str, found: bool) -> None:
    store.add(
        record(
            title="Äpfel",
            peer_name="Bob's desk",
            paths=("/home/ann/Straße/100%", "/a_b/Sommer/2024", "/not/\udcff/unicode"),
        )
    )
    store.add(record(OTHER))
    assert (KEY in keys(store.records(search=search))) is found


def test_a_search_follows_what_changed(store: Store) -> None:
    store.add(record(title="before"))
    store.change(KEY, title="after", paths=("/moved",))
    assert [len(store.records(search=text)) for text in ("before", "after", "moved")] == [0, 1, 1]


# What is in them ----------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [0, 1, PIECE - 1, PIECE, 2 * PIECE + 1])
def test_contents_come_back_as_they_were(store: Store, count: int) -> None:
    contents = Contents(
        files(count),
        {number: f"/not/\udcff/unicode/{number}" for number in range(0, count, 3)},
        frozenset(range(0, count, 7)),
        frozenset(range(0, count, 5)),
        {number: (2**63 - 1, -number) for number in range(0, count, 9)},
    )
    store.add(record(), contents)
    store.add(record(OTHER))
    assert store.contents(KEY) == contents
    assert store.contents(OTHER) is None
    store.keep_contents(OTHER, contents)
    store.keep_contents(KEY, Contents(files(1)))
    assert store.contents(OTHER) == contents
    assert store.contents(KEY) == Contents(files(1))


def test_entries_that_are_opened_again_are_forgotten_with_what_they_were(store: Store) -> None:
    store.add(record(), Contents(files(4)))
    store.note_ended(KEY, [(0, ""), (1, ""), (2, "unreadable")])
    store.keep_contents(KEY, Contents(files(5)), reopened=[1, 2, 3])
    assert store.ended(KEY) == {0: ""}
    assert store.contents(KEY) == Contents(files(5))


@given(unwanted=st.frozensets(st.integers(0, 10_000)))
def test_any_choice_of_entries_comes_back(shared: Store, unwanted: frozenset[int]) -> None:
    shared.forget(KEY)
    shared.add(record(), Contents([], {}, unwanted))
    contents = shared.contents(KEY)
    assert contents is not None
    assert contents.unwanted == unwanted


def test_a_damaged_list_is_said_and_is_none(store: Store, profile: Profile) -> None:
    store.add(record(), Contents(files(10)))
    other = sqlite3.connect(profile.transfers_file)
    with other:
        other.execute("UPDATE contents SET packed = x'00ff' WHERE piece = 1")
    other.close()
    assert store.contents(KEY) is None
    assert "damaged" in str(profile.warnings.pop())


def test_a_later_result_replaces_an_earlier_one(store: Store) -> None:
    store.add(record())
    store.note_ended(KEY, [(1, "damaged"), (2, "damaged")], done_bytes=10)
    store.note_ended(KEY, iter([(1, ""), (3, "")]), done_bytes=30)
    store.note_ended(KEY, [])
    assert store.ended(KEY) == DAMAGED
    got = store.get(KEY)
    assert got is not None
    assert got.done_bytes == 30


def test_the_names_of_folders_come_back(store: Store) -> None:
    store.add(record())
    store.note_names(KEY, {1: "a"})
    store.note_names(KEY, {7: "not \udcff unicode"})
    store.note_names(KEY, {1: "b"})
    assert store.names(KEY) == {1: "b", 7: "not \udcff unicode"}


def test_the_end_leaves_what_failed_for_a_retry(store: Store) -> None:
    store.add(record(), Contents(files(4)))
    store.note_ended(KEY, DAMAGED.items())
    store.note_names(KEY, {0: "a"})
    store.wish(KEY, "pause")
    store.finish(KEY, stage=Stage.FINISHED, failed=1)
    got = store.get(KEY)
    assert got is not None
    assert (got.stage, got.failed) == (Stage.FINISHED, 1)
    assert store.ended(KEY) == {2: "damaged"}
    assert store.contents(KEY) is not None
    assert store.names(KEY) == {0: "a"}
    assert store.take_wishes([KEY]) == {}


def test_nothing_is_left_of_what_was_forgotten(store: Store, profile: Profile) -> None:
    for key in (KEY, OTHER):
        store.add(record(key), Contents(files(4)))
        store.note_ended(key, DAMAGED.items())
        store.note_names(key, {0: "a"})
        store.wish(key, "pause")
    store.forget(KEY)
    assert store.get(KEY) is None
    assert store.ended(OTHER) == DAMAGED
    store.forget(OTHER, KEY)
    other = sqlite3.connect(profile.transfers_file)
    for table in ("transfers", "contents", "ended", "folders", "wishes"):
        assert other.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    other.close()


# How long it is kept ------------------------------------------------------------------------------


def test_lists_that_nobody_needs_go_after_a_week(
    store: Store, profile: Profile, clock: SimpleNamespace
) -> None:
    kept = {Stage.QUEUED, Stage.INTERRUPTED, Stage.FAILED}
    stages = [*kept, Stage.FINISHED, Stage.DECLINED, Stage.CANCELLED]
    for stage in stages:
        store.add(record(stage.value, stage), Contents(files(3)))
    store.add(record("partly", Stage.FINISHED, failed=1), Contents(files(3)))
    clock.now += CONTENTS_LAST_S
    store = again(store, profile, clock)
    assert all(store.contents(stage.value) for stage in stages)
    clock.now += 1
    store = again(store, profile, clock)
    assert {stage for stage in stages if store.contents(stage.value)} == kept
    assert store.contents("partly")
    assert len(store.records()) == len(stages) + 1
    store.close()


def test_the_history_is_bounded_and_what_has_not_ended_stays(
    store: Store, profile: Profile, clock: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "HISTORY", 3)
    store.add(record("waiting", Stage.QUEUED))
    store.add(record("resumable", Stage.INTERRUPTED))
    for number in range(9):
        store.add(record(str(number), [Stage.FINISHED, Stage.FAILED, Stage.DECLINED][number % 3]))
    assert keys(store.records()) == ["8", "7", "6", "resumable", "waiting"]
    monkeypatch.setattr(store_module, "HISTORY", 1)
    store = again(store, profile, clock)
    assert keys(store.records()) == ["8", "resumable", "waiting"]
    store.close()


# Wishes -------------------------------------------------------------------------------------------


def test_a_wish_reaches_the_process_that_runs_the_transfer_once(
    store: Store, profile: Profile, clock: SimpleNamespace
) -> None:
    command_line = Store(profile, clock=lambda: clock.now)
    store.add(record())
    store.add(record(OTHER))
    assert store.take_wishes([KEY, OTHER]) == {}
    command_line.wish(KEY, "resume")
    command_line.wish(KEY, "pause")
    assert store.take_wishes([OTHER]) == {}
    assert store.take_wishes([KEY, OTHER]) == {KEY: "pause"}
    assert store.take_wishes([KEY, OTHER]) == {}
    command_line.wish(OTHER, "pause")
    assert command_line.take_wishes([KEY]) == {}
    assert store.take_wishes({KEY, OTHER}) == {OTHER: "pause"}
    assert command_line.take_wishes([OTHER]) == {}
    command_line.close()


def test_a_wish_that_nobody_took_does_not_meet_the_next_run(
    store: Store, clock: SimpleNamespace
) -> None:
    store.add(record())
    store.wish(KEY, "pause")
    clock.now += WISHES_LAST_S + 1
    assert store.take_wishes([KEY]) == {}
    store.wish(KEY, "pause")
    assert store.take_wishes([KEY]) == {KEY: "pause"}


WISHER = """
import sys
from pathlib import Path
from desktopxfer.settings import Profile
from desktopxfer.transfer.store import Store
store = Store(Profile(Path(sys.argv[1])))
for line in sys.stdin:
    store.wish(line.strip(), "pause")
    print("wished", flush=True)
"""


def test_a_wish_comes_from_another_process(store: Store, profile: Profile) -> None:
    own = Store(profile)
    own.add(record())
    with running(WISHER, profile.root) as wisher:
        assert wisher.stdin
        assert wisher.stdout
        for _ in range(3):
            assert own.take_wishes([KEY]) == {}
            wisher.stdin.write(f"{KEY}\n")
            wisher.stdin.flush()
            assert wisher.stdout.readline() == "wished\n"
            assert own.take_wishes([KEY]) == {KEY: "pause"}
        wisher.stdin.close()
    own.close()


# Many at once, and kills --------------------------------------------------------------------------

# Says what is committed, after it is: a number for each step. Whatever is said has to be there.
WRITER = """
import itertools, sys
from pathlib import Path
from desktopxfer.offer import TOP, Entry, EntryKind
from desktopxfer.settings import Profile
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.transfer.store import Contents, Record, Store
root, name, last = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
profile = Profile(root)
store = Store(profile)
assert not profile.warnings, profile.warnings
entries = [Entry(TOP, f"file {number}", EntryKind.FILE) for number in range(600)]
for number in range(last):
    key = f"{name} {number}"
    store.add(
        Record(key=key, direction=Direction.SENDING, stage=Stage.INTERRUPTED), Contents(entries)
    )
    print("added", number, flush=True)
    store.note_ended(key, [(entry, "") for entry in range(256)], done_bytes=256)
    print("noted", number, flush=True)
    store.finish(key, stage=Stage.FINISHED, title="done")
    print("finished", number, flush=True)
    if number >= 4:
        store.forget(f"{name} {number - 4}")
        print("forgotten", number, flush=True)
store.close()
"""


def running(script: str, *words: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, words)],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def check_survivors(profile: Profile, name: str, said: list[str]) -> None:
    """Every step that was said is there whole; the one after it is there whole or not at all."""
    store = Store(profile)
    assert not profile.warnings
    done = len(said)
    steps = [
        (step, number)
        for number in range(done + 1)
        for step in ("added", "noted", "finished", "forgotten")
        if step != "forgotten" or number >= 4
    ]
    assert said == [f"{step} {number}" for step, number in steps[:done]]
    assert any(state(store, name) == expected(steps[:count]) for count in (done, done + 1)), (
        f"{state(store, name)} after {said[-3:]}"
    )
    store.close()


State = dict[int, tuple[Stage, str, int, int, int]]


def state(store: Store, name: str) -> State:
    states = {}
    for each in store.records():
        of, number = each.key.rsplit(" ", 1)
        if of == name:
            contents = store.contents(each.key)
            assert contents is not None
            entries, ended = len(contents.entries), len(store.ended(each.key))
            states[int(number)] = (each.stage, each.title, each.done_bytes, entries, ended)
    return states


def expected(steps: list[tuple[str, int]]) -> State:
    states: State = {}
    for step, number in steps:
        match step:
            case "added":
                states[number] = (Stage.INTERRUPTED, "", 0, 600, 0)
            case "noted":
                states[number] = (Stage.INTERRUPTED, "", 256, 600, 256)
            case "finished":
                states[number] = (Stage.FINISHED, "done", 256, 600, 0)
            case "forgotten":
                del states[number - 4]
    return states


@pytest.mark.parametrize("lines", [0, 1, 2, 3, 5, 8, 13, 21, 34, 55])
def test_a_killed_process_loses_nothing_that_it_had_said(profile: Profile, lines: int) -> None:
    with running(WRITER, profile.root, "writer", 10_000) as writer:
        assert writer.stdout
        said = [writer.stdout.readline().strip() for _ in range(lines)]
        writer.kill()  # in whatever it does meanwhile
        said += [line.strip() for line in writer.stdout if line.endswith("\n")]
    check_survivors(profile, "writer", said)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="strace is a program for Linux")
@pytest.mark.parametrize("call", ["pwrite64", "fsync,fdatasync", "rename,unlink", "ftruncate"])
def test_a_kill_at_any_call_of_the_system_loses_nothing(tmp_path: Path, call: str) -> None:
    needs.programs(strace="strace")
    for attempt, when in enumerate(itertools.chain(range(1, 9), itertools.count(9, 11))):
        profile = Profile(tmp_path / str(attempt))
        killing = f"inject={call}:signal=KILL:when={when}"
        quiet = ["strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}", "-e", killing]
        ended = subprocess.run(
            [*quiet, sys.executable, "-c", WRITER, profile.root, "writer", "6"],
            env=environment(),
            capture_output=True,
            text=True,
            timeout=60,
        )
        check_survivors(profile, "writer", ended.stdout.splitlines())
        if ended.returncode == 0:
            break
    assert attempt > 0


def test_processes_write_at_once(profile: Profile) -> None:
    last = 25
    writers = [running(WRITER, profile.root, f"writer {number}", last) for number in range(3)]
    for writer in writers:
        assert len(writer.communicate(timeout=100)[0].splitlines()) == 4 * last - 4
        assert writer.returncode == 0
    store = Store(profile)
    for number in range(3):
        finished = (Stage.FINISHED, "done", 256, 600, 0)
        assert state(store, f"writer {number}") == dict.fromkeys(range(last - 4, last), finished)
    store.close()
    assert not profile.warnings


def test_threads_use_one_store(store: Store) -> None:
    failed: list[BaseException] = []

    def use(name: str) -> None:
        try:
            for number in range(40):
                key = f"{name} {number}"
                store.add(record(key, title=name), Contents(files(20)))
                store.note_ended(key, [(entry, "") for entry in range(20)])
                assert len(store.ended(key)) == 20
                assert store.take_wishes([key]) == {}
                store.wish(key, "pause")
                assert store.take_wishes([key]) == {key: "pause"}
                assert store.contents(key) == Contents(files(20))
                store.finish(key, stage=Stage.FINISHED)
                assert len(store.records(Stage.FINISHED, search=name)) == number + 1
        except BaseException as error:  # noqa: BLE001 - shown by the test
            failed.append(error)

    threads = [threading.Thread(target=use, args=(f"thread {number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert len(store.records()) == 160


# Damage -------------------------------------------------------------------------------------------


def test_a_file_of_the_first_version_is_taken_along(profile: Profile) -> None:
    with (
        contextlib.closing(
            Database(profile, profile.transfers_file, store_module._MIGRATIONS[:1])
        ) as database,
        database.writing() as connection,
    ):
        for number, each in enumerate((KEY, OTHER), start=1):
            names = [f'"{name}"' for name in (*Record.__struct_fields__, "searched")]
            known = dict(zip(names, store_module._row(record(each)), strict=True))
            del known['"kind"']  # which came later
            fields = ", ".join("?" for _ in known)
            connection.execute(
                f"INSERT INTO transfers ({', '.join(known)}, number) VALUES ({fields}, {number})",
                [*known.values()],
            )
            connection.execute("INSERT INTO ended VALUES (?, 3, x'')", (number,))
    with contextlib.closing(Store(profile)) as store:
        assert profile.warnings == []
        assert [each.key for each in store.records()] == [OTHER, KEY]
        assert store.ended(KEY) == store.ended(OTHER) == {3: ""}
        store.change(KEY, conflicts=Conflicts.ASK)
        store.forget(OTHER)
        assert store.ended(OTHER) == {}
    with contextlib.closing(Store(profile)) as store:
        assert profile.warnings == []
        assert [each.conflicts for each in store.records()] == [Conflicts.ASK]
        assert [each.kind for each in store.records()] == [Kind.FILES]


def test_a_file_with_any_byte_wrong_is_readable_or_set_aside(profile: Profile) -> None:
    with_everything = Store(profile)
    for number in range(12):
        key = f"{number:016x}"
        with_everything.add(record(key, title="Photos", paths=("/a", "/b")), Contents(files(30)))
        with_everything.note_ended(key, DAMAGED.items())
        with_everything.note_names(key, {0: "a"})
        with_everything.wish(key, "pause")
    with_everything.close()
    good = profile.transfers_file.read_bytes()
    set_aside = 0
    for at in range(0, len(good), 173):
        content = bytearray(good)
        content[at] ^= 0x85
        copy = Profile(profile.root / str(at))
        copy.transfers_file.write_bytes(content)
        survivor = Store(copy)
        set_aside += bool(copy.warnings)
        assert len(survivor.records()) in ({0} if copy.warnings else {11, 12})
        for each in survivor.records():
            survivor.contents(each.key)
            survivor.ended(each.key)
            survivor.names(each.key)
            survivor.note_ended(each.key, [(1, "")], done_bytes=3)
            survivor.finish(each.key, stage=Stage.FINISHED)
        survivor.take_wishes([KEY])
        survivor.close()
    assert 0 < set_aside < len(good) / 173
