"""The tree of an offer: ticks, sums, results, and 100 000 entries."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from desktopxfer.errors import Damaged, DesktopxferError, Unreadable
from desktopxfer.offer import TOP, Entry, EntryKind
from desktopxfer.ui import text
from desktopxfer.ui.entry_model import RISK_ROLE, STEP, Column, EntryModel
from desktopxfer.ui.entry_tree import EntryView
from desktopxfer.ui.risk import Risk, risk_of

CHECKED, UNCHECKED, PARTLY = (
    Qt.CheckState.Checked,
    Qt.CheckState.Unchecked,
    Qt.CheckState.PartiallyChecked,
)


def file(parent: int, name: str, size: int = 1, *, executable: bool = False) -> Entry:
    return Entry(parent, name, EntryKind.FILE, size, executable=executable)


def folder(parent: int, name: str) -> Entry:
    return Entry(parent, name, EntryKind.FOLDER)


PHOTOS = (
    folder(TOP, "Photos"),  # 0
    folder(0, "2025"),  # 1
    file(1, "a.jpg", 100),  # 2
    file(1, "b.jpg", 200),  # 3
    folder(0, "empty"),  # 4
    file(0, "index.html", 30),  # 5
    file(TOP, "notes.txt", 4),  # 6
)


@st.composite
def trees(draw: st.DrawFn) -> list[Entry]:
    """Entries whose folders come before what is in them, but in no other order."""
    entries: list[Entry] = []
    for number in range(draw(st.integers(1, 30))):
        folders = [at for at, entry in enumerate(entries) if entry.kind is EntryKind.FOLDER]
        parent = draw(st.sampled_from([TOP, *folders]))
        if draw(st.booleans()):
            entries.append(folder(parent, f"d{number}"))
        else:
            entries.append(file(parent, f"f{number}", draw(st.integers(0, 2**40))))
    return entries


def below(entries: Sequence[Entry], entry: int) -> set[int]:
    """The entry and everything in it."""
    found = {entry}
    for at, other in enumerate(entries):
        if other.parent in found:
            found.add(at)
    return found


def leaves(entries: Sequence[Entry]) -> set[int]:
    return set(range(len(entries))) - {entry.parent for entry in entries}


def unfold(model: EntryModel, parent: QModelIndex | None = None) -> None:
    parent = parent or QModelIndex()
    while model.canFetchMore(parent):
        model.fetchMore(parent)
    for row in range(model.rowCount(parent)):
        unfold(model, model.index(row, 0, parent))


def rows(model: EntryModel, parent: QModelIndex | None = None) -> list[object]:
    """What is shown, as nested lists."""
    parent = parent or QModelIndex()
    shown: list[object] = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        shown.append(index.data())
        if children := rows(model, index):
            shown.append(children)
    return shown


@given(trees(), st.lists(st.tuples(st.integers(0, 29), st.booleans()), max_size=12))
def test_ticks_agree_with_a_set_of_files(
    entries: list[Entry], clicks: list[tuple[int, bool]]
) -> None:
    model = EntryModel(entries, checkable=True)
    ticked = leaves(entries)
    for at, tick in clicks:
        entry = at % len(entries)
        touched = below(entries, entry) & leaves(entries)
        ticked = ticked | touched if tick else ticked - touched
        model.tick(entry, tick)
    for entry in range(len(entries)):
        inside = below(entries, entry) & leaves(entries)
        state = PARTLY if inside & ticked else UNCHECKED
        assert model.check_state(entry) == (CHECKED if inside <= ticked else state)
    wanted = {entry for entry in range(len(entries)) if below(entries, entry) & ticked}
    assert model.unwanted() == set(range(len(entries))) - wanted
    assert model.wanted_bytes() == sum(entries[entry].size for entry in ticked)
    assert model.wanted_files() == sum(entries[at].kind is EntryKind.FILE for at in ticked)


@given(trees())
def test_shows_every_entry_once_below_its_folder(entries: list[Entry]) -> None:
    model = EntryModel(entries)
    unfold(model)
    for entry, this in enumerate(entries):
        index = model.index_of(entry)
        assert index.data() == this.name
        assert model.entry_at(index.parent()) == this.parent
        assert model.entry_at(model.index(index.row(), 0, index.parent())) == entry


@given(
    trees(),
    st.lists(st.lists(st.tuples(st.integers(0, 29), st.booleans()), max_size=8), max_size=4),
    st.integers(0, 4),
)
def test_only_failed_shows_failures_and_the_folders_around_them(
    entries: list[Entry], batches: list[list[tuple[int, bool]]], filter_from: int
) -> None:
    model = EntryModel(entries, results=True)
    tester = QAbstractItemModelTester(model)
    ended: dict[int, DesktopxferError | None] = {}
    for number, batch in enumerate(batches):
        model.set_only_failed(number >= filter_from)
        unfold(model)
        results = {at % len(entries): None if saved else Damaged("x") for at, saved in batch}
        results = {at: error for at, error in results.items() if at not in ended}
        ended.update(results)
        model.set_results(results.items())
    model.set_only_failed(True)
    unfold(model)
    failed = {entry for entry, error in ended.items() if error}
    shown = {entry for entry in range(len(entries)) if model.index_of(entry).isValid()}
    assert shown == {entry for entry in range(len(entries)) if below(entries, entry) & failed}
    assert model.failed() == len(failed)
    del tester


def test_folders_stand_before_files_and_names_in_order() -> None:
    model = EntryModel((file(TOP, "b"), file(TOP, "A"), folder(TOP, "Z"), file(TOP, "c")))
    assert rows(model) == ["Z", "A", "b", "c"]


def test_a_folder_shows_the_size_of_what_is_in_it() -> None:
    model = EntryModel(PHOTOS)
    unfold(model)
    assert model.index_of(0, Column.SIZE).data() == "330 B"
    assert model.index_of(1, Column.SIZE).data() == "300 B"
    assert model.index_of(6, Column.SIZE).data() == "4 B"


def repainted(model: EntryModel) -> set[int]:
    """Filled with the entries whose rows are to be painted again."""
    changed: set[int] = set()

    def note(first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            changed.add(model.entry_at(model.index(row, 0, first.parent())))

    model.dataChanged.connect(note)
    return changed


def test_a_click_on_a_box_repaints_the_folders_around_it(qtbot: QtBot) -> None:
    model = EntryModel(PHOTOS, checkable=True)
    unfold(model)
    changed = repainted(model)
    with qtbot.waitSignal(model.ticks_changed):
        model.setData(model.index_of(2), UNCHECKED.value, Qt.ItemDataRole.CheckStateRole)
    assert changed >= {2, 1, 0}
    assert model.index_of(0).data(Qt.ItemDataRole.CheckStateRole) == PARTLY
    model.tick(0, False)
    assert changed >= {0, 1, 2, 3, 4, 5}


def test_space_ticks_all_selected_rows_alike(qtbot: QtBot) -> None:
    model = EntryModel(PHOTOS, checkable=True)
    view = EntryView(model)
    qtbot.addWidget(view)
    view.show()
    view.expandAll()
    model.tick(2, False)
    view.selectAll()
    view.selectionModel().setCurrentIndex(
        model.index_of(3, Column.SIZE), view.selectionModel().SelectionFlag.NoUpdate
    )
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert model.unwanted() == set(range(len(PHOTOS)))
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert model.unwanted() == set()


def test_a_mouse_click_unticks(qtbot: QtBot) -> None:
    model = EntryModel(PHOTOS, checkable=True)
    view = EntryView(model)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    box = view.visualRect(model.index_of(6))
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 10, box.center().y())
    )
    assert model.unwanted() == {6}


def test_the_only_thing_offered_is_unfolded(qtbot: QtBot) -> None:
    model = EntryModel(PHOTOS[:6])
    view = EntryView(model)
    qtbot.addWidget(view)
    assert view.isExpanded(model.index_of(0))


def test_without_boxes_everything_is_wanted() -> None:
    model = EntryModel(PHOTOS)
    assert model.index(0, 0).data(Qt.ItemDataRole.CheckStateRole) is None
    assert model.unwanted() == frozenset()
    assert model.wanted_files() == 4
    assert model.wanted_bytes() == 334


def test_says_what_became_of_each_entry() -> None:
    model = EntryModel(PHOTOS, results=True, unwanted={6})
    unfold(model)

    def state(entry: int) -> str:
        return str(model.index_of(entry, Column.STATE).data())

    assert state(2) == "Waiting"
    assert state(6) == "Not accepted"
    model.set_results([(2, None), (3, Unreadable("b.jpg"))])
    assert state(2) == "Saved"
    assert "\u2068b.jpg\u2069 cannot be read" in state(3)
    assert state(1) == state(0) == "1 failed"
    error = model.error(3)
    assert error is not None
    assert text.sentence(error) == state(3)
    model.set_results([(4, None), (5, None)])
    assert state(4) == "Saved"


def test_a_saved_folder_counts_only_when_all_in_it_is_saved() -> None:
    model = EntryModel(PHOTOS, results=True)
    model.set_results([(0, None), (1, None), (2, None)])
    assert model.index_of(0, Column.STATE).data() == "Waiting"
    model.set_results([(3, None), (4, None), (5, None)])
    assert model.index_of(0, Column.STATE).data() == "Saved"


@given(
    trees(),
    st.lists(st.lists(st.tuples(st.integers(0, 29), st.booleans()), max_size=8), max_size=4),
)
def test_every_row_that_says_something_else_is_painted_again(
    entries: list[Entry], batches: list[list[tuple[int, bool]]]
) -> None:
    model = EntryModel(entries, results=True)
    unfold(model)

    def said() -> list[str]:
        return [model.index_of(at, Column.STATE).data() for at in range(len(entries))]

    changed = repainted(model)
    ended: set[int] = set()
    for batch in [*batches, None]:
        before = said()
        changed.clear()
        if batch is None:
            model.finish()
        else:
            results = {at % len(entries): None if saved else Damaged("x") for at, saved in batch}
            model.set_results([(at, error) for at, error in results.items() if at not in ended])
            ended |= results.keys()
        pairs = enumerate(zip(before, said(), strict=True))
        assert changed >= {at for at, (old, new) in pairs if old != new}


def test_a_folder_in_which_others_wait_is_not_painted_again() -> None:
    model = EntryModel(PHOTOS, results=True)
    unfold(model)
    changed = repainted(model)
    model.set_results([(2, None)])
    assert changed == {2}
    model.set_results([(3, None)])
    assert changed == {1, 2, 3}


def test_nothing_waits_after_the_end() -> None:
    model = EntryModel(PHOTOS, results=True)
    unfold(model)
    model.set_results([(2, None), (3, None), (5, None)])
    model.finish()
    states = [model.index_of(entry, Column.STATE).data() for entry in range(len(PHOTOS))]
    assert states == ["Saved", "Saved", "Saved", "Saved", "", "Saved", "Not accepted"]


def test_only_failed_and_back_again() -> None:
    model = EntryModel(PHOTOS, results=True)
    model.set_results([(3, Damaged("b.jpg"))])
    model.set_only_failed(True)
    unfold(model)
    assert rows(model) == ["Photos", ["2025", ["b.jpg"]]]
    model.set_results([(6, Damaged("notes.txt"))])
    assert rows(model) == ["Photos", ["2025", ["b.jpg"]], "notes.txt"]
    model.set_only_failed(False)
    unfold(model)
    assert rows(model) == [
        "Photos",
        ["2025", ["a.jpg", "b.jpg"], "empty", "index.html"],
        "notes.txt",
    ]


@pytest.mark.parametrize(
    ("entry", "risk"),
    [
        (file(TOP, "setup.EXE"), Risk.RUNS),
        (file(TOP, "Invoice.pdf                .scr"), Risk.RUNS),
        (file(TOP, "setup.exe. ."), Risk.RUNS),
        (file(TOP, "photo.jpg", executable=True), Risk.RUNS),
        (file(TOP, "firefox.desktop"), Risk.RUNS),
        (file(TOP, ".desktop"), Risk.RUNS),
        (file(TOP, "package.deb"), Risk.RUNS),
        (file(TOP, "budget.xlsm"), Risk.RUNS),
        (folder(TOP, "Installer.app"), Risk.RUNS),
        (file(TOP, ".bashrc"), Risk.HIDDEN),
        (folder(TOP, ".ssh"), Risk.HIDDEN),
        (file(TOP, "exe"), None),
        (file(TOP, "photo.jpg"), None),
        (folder(TOP, "project.py"), None),
        (file(TOP, "archive.tar.gz"), None),
    ],
)
def test_marks_what_could_do_harm(entry: Entry, risk: Risk | None) -> None:
    assert risk_of(entry) is risk
    assert EntryModel([entry]).index(0, 0).data(RISK_ROLE) is risk


def test_a_screen_reader_hears_the_mark() -> None:
    model = EntryModel([file(TOP, "setup.exe")])
    heard = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "setup.exe" in heard
    assert "can run as a program" in heard
    assert "can run as a program" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert model.risky_files() == 1


def test_a_hostile_name_is_plain_text_everywhere() -> None:
    model = EntryModel([file(TOP, "<img src=x>\n\u202egpj.exe")])
    index = model.index(0, 0)
    assert index.data() == "<img src=x>\ufffd\ufffdgpj.exe"
    assert "&lt;img src=x&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_a_long_name_is_elided_in_the_middle(qtbot: QtBot) -> None:
    view = EntryView(EntryModel([file(TOP, "a" * 250 + ".exe")]))
    qtbot.addWidget(view)
    assert view.textElideMode() is Qt.TextElideMode.ElideMiddle


def test_a_name_keeps_its_room_in_a_narrow_window(qtbot: QtBot) -> None:
    view = EntryView(EntryModel(PHOTOS, results=True))
    qtbot.addWidget(view)
    view.show()
    for width in (300, 900, 300):
        view.resize(width, 200)
        assert view.columnWidth(Column.NAME) >= view.viewport().width() // 3


def test_a_total_beyond_64_bits_is_still_a_total() -> None:
    model = EntryModel([folder(TOP, "d"), *(file(0, f"{n}", 2**63 - 1) for n in range(4))])
    assert model.wanted_bytes() == 4 * (2**63 - 1)
    assert model.index_of(0, Column.SIZE).data().endswith("EB")


class Insertions:
    """Counts the rows that a model announces."""

    def __init__(self, model: EntryModel) -> None:
        self.count = 0
        model.rowsInserted.connect(self.add)

    def add(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.count += last - first + 1


@pytest.fixture
def many() -> list[Entry]:
    return [folder(TOP, "Photos"), *(file(0, f"IMG_{n:06d}.jpg", n) for n in range(100_000))]


def test_unfolding_100_000_entries_inserts_a_few_steps(qtbot: QtBot, many: list[Entry]) -> None:
    model = EntryModel(many, checkable=True)
    insertions = Insertions(model)
    view = EntryView(model)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    assert view.isExpanded(model.index(0, 0))
    assert insertions.count <= 4 * STEP
    model.tick(0, False)
    assert len(model.unwanted()) == 100_001


def test_scrolling_to_the_end_goes_on_unfolding(qtbot: QtBot, many: list[Entry]) -> None:
    model = EntryModel([*many, file(TOP, "zuletzt.txt")])
    view = EntryView(model)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    photos = model.index(0, 0)
    view.expand(photos)
    for _ in range(3):
        before = model.rowCount(photos)
        view.scrollToBottom()
        qtbot.waitUntil(lambda before=before: model.rowCount(photos) > before)  # type: ignore[misc]
        assert model.rowCount(photos) <= before + 3 * STEP
    assert model.index(1, 0).data() == "zuletzt.txt"  # after what there is of the folder
