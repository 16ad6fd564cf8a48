import string

import pytest

from desktopxfer import errors
from desktopxfer.errors import (
    ENTRY_ERRORS,
    PEER_ERRORS,
    Cancelled,
    CancelledThere,
    CannotSave,
    ConnectionLost,
    Declined,
    DesktopxferError,
    DiskFailed,
    DiskFull,
    EntryFailed,
    FailedThere,
    FolderMissing,
    FolderUnusable,
    NamesRefused,
    NoAnswer,
    NotEnoughSpace,
    NotReceiving,
    PathMissing,
    Paused,
    PausedThere,
    ProtocolViolation,
    ReadOnlyFolder,
    Unanswered,
    UnknownTransfer,
    UnsafeName,
    UpdateHere,
    UpdateThere,
    capitalized,
    code_for_peer,
    code_of,
    entry_error,
    peer_error,
)

ALL = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, DesktopxferError)
]


@pytest.mark.parametrize("kind", ALL)
def test_every_error_is_a_sentence(kind: type[DesktopxferError]) -> None:
    said = str(kind("Desk-PC", "errno 5"))
    assert said[0].isupper()
    assert said.rstrip(")")[-1] in ".?!" or said.endswith("errno 5")
    assert "{" not in said
    fields = {field for _, field, _, _ in string.Formatter().parse(kind.sentence) if field}
    assert fields <= {"subject", "detail"}


@pytest.mark.parametrize("kind", ALL)
def test_without_a_subject_it_is_the_other_device(kind: type[DesktopxferError]) -> None:
    said = str(kind())
    assert said == capitalized(str(kind("the other device")))
    assert "The other device" not in said[1:]


def test_no_two_errors_say_the_same() -> None:
    assert len({code_of(kind) for kind in ALL}) == len(ALL)
    sentences = [kind.sentence for kind in ALL if "sentence" in vars(kind)]
    assert len(set(sentences)) == len(sentences)


def test_a_code_is_the_name_in_small_letters() -> None:
    assert code_of(ConnectionLost) == ConnectionLost().code == "connection_lost"


@pytest.mark.parametrize("kind", ALL)
def test_the_exit_code_is_one_that_the_readme_lists(kind: type[DesktopxferError]) -> None:
    assert kind.exit_code in {1, 2, 3, 4, 5, 130}


@pytest.mark.parametrize("text", ["{detail}", "{0}", "{subject.__class__}", "%s", "}{"])
def test_a_name_with_braces_is_only_a_name(text: str) -> None:
    assert text in str(PathMissing(text))
    assert text in str(ProtocolViolation("Eve", text))


# What travels -----------------------------------------------------------------------------------


@pytest.mark.parametrize("code", PEER_ERRORS)
def test_what_a_peer_may_say_is_understood(code: str) -> None:
    error = peer_error(code, "Bob")
    assert error.code == code
    assert error.subject == "Bob"


@pytest.mark.parametrize("code", ["", "path_missing", "PathMissing", "__class__", "x" * 64, "\x1b"])
def test_what_a_peer_may_not_say_is_one_plain_sentence(code: str) -> None:
    assert type(peer_error(code, "Bob")) is FailedThere
    assert type(entry_error(code, "a/b")) is EntryFailed


@pytest.mark.parametrize("code", ENTRY_ERRORS)
def test_why_one_entry_failed_is_understood(code: str) -> None:
    error = entry_error(code, "a/b")
    assert error.code == code
    assert str(error).startswith("a/b ") or "a/b" in str(error)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (Cancelled(), CancelledThere),
        (Unanswered(), NoAnswer),
        (Paused(), PausedThere),
        (Declined(), Declined),
        (DiskFull("a"), NotEnoughSpace),
        (NotEnoughSpace("/data"), NotEnoughSpace),
        (ReadOnlyFolder("/data"), CannotSave),
        (FolderMissing("/data"), CannotSave),
        (FolderUnusable("/data"), CannotSave),
        (DiskFailed("a"), CannotSave),
        (UnsafeName("../x"), NamesRefused),
        (UpdateHere("Bob"), UpdateThere),
        (UpdateThere("Bob"), UpdateHere),
        (NotReceiving(), NotReceiving),
        (UnknownTransfer(), UnknownTransfer),
        (ProtocolViolation("Bob", "nonsense"), FailedThere),
        (DesktopxferError("Bob", "a defect"), FailedThere),
    ],
)
def test_the_other_side_sees_it_from_there(
    here: DesktopxferError, there: type[DesktopxferError]
) -> None:
    assert type(peer_error(code_for_peer(here), "Anna")) is there


@pytest.mark.parametrize("kind", ALL)
def test_whatever_ends_a_transfer_the_other_side_understands(kind: type[DesktopxferError]) -> None:
    assert code_for_peer(kind("secret path")) in {*PEER_ERRORS, "failed_there"}
