import pytest
from PySide6.QtCore import QDate, QDateTime, QTime

from desktopxfer.device import Address, Trust
from desktopxfer.errors import (
    Cancelled,
    ConnectionLost,
    Declined,
    LinkSkipped,
    Unreachable,
    Vanished,
)
from desktopxfer.offer import TOP, Decision, Entry, EntryKind
from desktopxfer.transfer.progress import Progress, Stage
from desktopxfer.ui import text
from tests.ui.fake_manager import folder_of, moving, offer, receiving, sending


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (99_949, "99.9 kB"),
        (99_950, "100 kB"),
        (999_949, "1.0 MB"),
        (4_200_000_000, "4.2 GB"),
        (3 * 2**31, "6.4 GB"),
        (10**18, "1.0 EB"),
        (2**63 - 1, "9.2 EB"),
        (10**24, "9.2 EB"),
    ],
)
def test_sizes_are_decimal(count: int, said: str) -> None:
    assert text.size(count) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.0, "1 s"),
        (59.4, "59 s"),
        (60, "1 min"),
        (185, "3 min"),
        (3600, "1 h 0 min"),
        (7_500, "2 h 5 min"),
        (10**9, "days"),
    ],
)
def test_durations_are_what_a_person_plans_with(seconds: float, said: str) -> None:
    assert text.duration(seconds) == said


def test_one_is_not_said_as_many() -> None:
    assert text.files(1) == "1 file"
    assert text.items(1) == "1 item"
    assert text.files(8213) == "8,213 files"


def test_addresses_beyond_the_third_are_counted() -> None:
    some = tuple(Address(f"10.0.0.{number}") for number in range(1, 6))
    assert text.addresses(some[:2]) == "\u206810.0.0.1:26710\u2069, \u206810.0.0.2:26710\u2069"
    assert text.addresses(some).endswith("10.0.0.3:26710\u2069 and 2 more")


def test_a_name_from_outside_is_one_short_line() -> None:
    assert text.name("a\nb\x1b[1m\u202e") == "a\ufffdb\ufffd[1m\ufffd"
    assert len(text.name("x" * 5_000_000)) <= 1000


def test_a_name_in_a_line_of_ours_cannot_turn_it_around() -> None:
    waiting = sending("\u05d1\u05d5\u05d1", stage=Stage.WAITING)
    assert "\u2068\u05d1\u05d5\u05d1\u2069" in text.status(waiting)


def test_every_stage_has_words() -> None:
    for stage in Stage:
        for transfer in (sending(stage=stage), receiving(offer(), stage)):
            assert text.status(transfer) or stage is Stage.MOVING


def test_a_running_transfer_says_how_far_how_fast_and_how_long() -> None:
    transfer = moving(sending(), 2_000_000_000, 4_000_000_000, speed=100_000_000)
    assert text.status(transfer) == "2.0 GB of 4.0 GB · 100 MB/s · 20 s left"
    assert text.permille(transfer) == 500


def test_a_transfer_that_stalls_says_so() -> None:
    transfer = moving(sending(), 1000, 2000, speed=0)
    assert text.status(transfer) == "1.0 kB of 2.0 kB · waiting for data"


def test_a_bar_is_full_only_when_everything_is_there() -> None:
    transfer = moving(sending(), 2**40, 2**40)
    assert text.permille(transfer) == 999
    transfer.stage = Stage.FINISHED
    assert text.permille(transfer) == 1000
    assert text.permille(moving(sending(), 0, 0)) == 0


def test_an_offer_says_who_what_and_the_code() -> None:
    said = text.status(receiving(offer("Bob", folder_of(306))))
    assert (
        said
        == "Code \u2066\u200e123\u2009456\u2069 · \u2068Bob\u2069 wants to send 306 files, 353 kB"
    )


def test_the_code_stands_first_where_a_narrow_row_does_not_cut_it_off() -> None:
    waiting = sending("A computer with a long name", stage=Stage.WAITING)
    waiting.code = "123456"
    assert text.status(waiting).startswith("Code \u2066\u200e123\u2009456\u2069 · Waiting for ")


def test_only_folders_and_a_part_of_the_offer_are_said_as_such() -> None:
    empty = receiving(offer(entries=[Entry(TOP, "empty", EntryKind.FOLDER)]))
    assert text.amount(empty) == "1 item"
    part = receiving(offer(entries=folder_of(9)), Stage.MOVING)
    part.decision = Decision(into=None)
    part.progress = Progress(0, 1000, 0)
    assert text.amount(part) == "1.0 kB of 9.0 kB offered"


def test_failures_are_counted() -> None:
    transfer = receiving(offer(entries=folder_of(307)), Stage.FINISHED)
    assert text.failures(transfer) == ""
    transfer.entry_errors = {index: Vanished(str(index)) for index in (1, 2, 3)}
    transfer.skipped = [LinkSkipped("a"), LinkSkipped("b")]
    assert text.failures(transfer) == "3 of 307 failed · 2 skipped"
    transfer.offer = None
    assert text.failures(transfer) == "3 failed · 2 skipped"


def test_a_failure_of_nobody_in_particular_reads_well() -> None:
    assert text.sentence(ConnectionLost()).startswith("The connection to the other device ")
    assert text.sentence(Unreachable()).startswith("The other device cannot be reached")


def test_an_end_is_the_sentence_of_its_error() -> None:
    for stage, error in (
        (Stage.FAILED, ConnectionLost("Bob")),
        (Stage.DECLINED, Declined("Bob")),
        (Stage.CANCELLED, Cancelled()),
    ):
        transfer = sending(stage=stage)
        transfer.error = error
        assert text.status(transfer) == text.sentence(error)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-400, "Last seen today"),  # the clock was set since
        (0, "Last seen today"),
        (1, "Last seen yesterday"),
        (2, "Last seen 2 days ago"),
        (6, "Last seen 6 days ago"),
    ],
)
def test_the_last_day_a_device_was_seen(days: int, said: str) -> None:
    noon = QDateTime(QDate.currentDate().addDays(-days), QTime(12, 0))
    assert text.last_seen(float(noon.toSecsSinceEpoch())) == said


@pytest.mark.parametrize("time", [1.0, 1e300])
def test_a_silly_time_is_shown_somehow(time: float) -> None:
    assert text.last_seen(time).startswith("Last seen")


def test_a_trusted_device_has_no_code_to_compare() -> None:
    assert "Code \u2066\u200e123\u2009456\u2069" in text.status(receiving(offer()))
    assert "Code" not in text.status(receiving(offer(), trust=Trust.TRUSTED))
