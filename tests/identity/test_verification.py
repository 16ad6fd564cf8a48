import hashlib
import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktopxfer.identity import verification
from desktopxfer.identity.verification import commitment, new_nonce, opens, short_code

ANNA, BOB, MALLORY = (hashlib.sha256(name).hexdigest() for name in (b"Anna", b"Bob", b"Mallory"))
INPUTS = {
    "sender_id": bytes(range(32)),
    "receiver_id": bytes(range(32, 64)),
    "sender_nonce": bytes(range(64, 96)),
    "receiver_nonce": bytes(range(96, 128)),
    "exporter": bytes(range(128, 160)),
}


def code_of(inputs: dict[str, bytes]) -> str:
    return short_code(
        sender_id=inputs["sender_id"].hex(),
        receiver_id=inputs["receiver_id"].hex(),
        sender_nonce=inputs["sender_nonce"],
        receiver_nonce=inputs["receiver_nonce"],
        exporter=inputs["exporter"],
    )


# The code -----------------------------------------------------------------------------------------


def test_the_code_is_the_one_of_the_specification() -> None:
    """The same vector stands in PROTOCOL.md, for whoever writes a second implementation."""
    assert code_of(INPUTS) == "052438"
    assert (
        commitment(INPUTS["sender_nonce"]).hex()
        == "3485775aca233d0a1780985d21ee4abc7ad6cc9c4684fecb9097d6ee75e28ebf"
    )


@pytest.mark.parametrize("name", INPUTS)
@pytest.mark.parametrize("byte", [0, 15, 31])
@pytest.mark.parametrize("bit", [0, 7])
def test_the_code_depends_on_every_part_of_every_input(name: str, byte: int, bit: int) -> None:
    value = bytearray(INPUTS[name])
    value[byte] ^= 1 << bit
    assert code_of(INPUTS | {name: bytes(value)}) != code_of(INPUTS)


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(INPUTS, 2)))
def test_no_two_inputs_may_change_places(one: str, other: str) -> None:
    swapped = INPUTS | {one: INPUTS[other], other: INPUTS[one]}
    assert code_of(swapped) != code_of(INPUTS)


@given(st.fixed_dictionaries({name: st.binary(min_size=32, max_size=32) for name in INPUTS}))
def test_the_code_always_has_six_digits(inputs: dict[str, bytes]) -> None:
    code = code_of(inputs)
    assert len(code) == 6
    assert code.isascii()
    assert code.isdecimal()


def test_codes_are_spread_evenly() -> None:
    """Zeros at the start are kept, and no digit is rarer than the others."""
    codes = [code_of(INPUTS | {"exporter": number.to_bytes(32)}) for number in range(5000)]
    for place in range(6):
        for digit in "0123456789":
            assert 400 < sum(code[place] == digit for code in codes) < 600


# The commitment -----------------------------------------------------------------------------------


def test_a_commitment_opens_only_to_its_nonce() -> None:
    nonce, other = new_nonce(), new_nonce()
    assert nonce != other
    assert len(nonce) == len(commitment(nonce)) == 32
    assert opens(nonce, commitment(nonce))
    assert not opens(other, commitment(nonce))
    assert not opens(nonce, commitment(other))
    assert not opens(nonce, nonce)


def test_a_commitment_does_not_show_the_nonce_nor_equal_its_plain_hash() -> None:
    nonce = bytes(32)
    assert commitment(nonce) != hashlib.sha256(nonce).digest()


# A man in the middle ------------------------------------------------------------------------------
#
# Anna sends to Bob, but both are connected to Mallory. Anna's screen shows the code of her
# connection, Bob's that of his. Mallory wins when the two are equal, because the people then
# confirm. Bob's connection comes to its end first, so its code is what Mallory has to reach.
# Three digits instead of six, so that a thousand times fewer tries show the same.

DIGITS = 3
ANNAS_EXPORTER, BOBS_EXPORTER = b"a" * 32, b"b" * 32


@pytest.fixture
def three_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verification, "CODE_DIGITS", DIGITS)


def nonces(whose: bytes) -> Iterator[bytes]:
    """Random, but the same in every run."""
    return (hashlib.sha256(whose + number.to_bytes(8)).digest() for number in itertools.count())


def at_anna(annas_nonce: bytes, mallorys_nonce: bytes) -> str:
    return short_code(
        sender_id=ANNA,
        receiver_id=MALLORY,
        sender_nonce=annas_nonce,
        receiver_nonce=mallorys_nonce,
        exporter=ANNAS_EXPORTER,
    )


def at_bob(mallorys_nonce: bytes, bobs_nonce: bytes) -> str:
    return short_code(
        sender_id=MALLORY,
        receiver_id=BOB,
        sender_nonce=mallorys_nonce,
        receiver_nonce=bobs_nonce,
        exporter=BOBS_EXPORTER,
    )


@pytest.mark.usefixtures("three_digits")
def test_without_the_commitment_the_code_is_ground_out() -> None:
    """Had Hello shown Anna's nonce, Mallory could choose the answer to it: always in time."""
    for annas, bobs, _ in zip(nonces(b"Anna"), nonces(b"Bob"), range(3), strict=False):
        wanted = at_bob(next(nonces(b"first")), bobs)
        ground = next(
            tries
            for tries, mallorys in enumerate(nonces(b"Mallory"))
            if at_anna(annas, mallorys) == wanted
        )
        assert ground < 20 * 10**DIGITS


@pytest.mark.usefixtures("three_digits")
def test_with_the_commitment_there_is_one_guess_for_each_connection() -> None:
    """Mallory's answer is on its way before Anna's nonce is known: no choice, only luck."""
    lucky = 0
    tries = 2 * 10**DIGITS
    choices = nonces(b"Mallory")
    for annas, bobs, _ in zip(nonces(b"Anna"), nonces(b"Bob"), range(tries), strict=False):
        annas_commitment = commitment(annas)
        to_anna, to_bob = next(choices), next(choices)  # chosen from what is known by now
        assert opens(annas, annas_commitment)  # only now is Anna's nonce shown
        lucky += at_anna(annas, to_anna) == at_bob(to_bob, bobs)
    assert lucky <= 10  # 2 are to be expected


@pytest.mark.usefixtures("three_digits")
def test_a_nonce_ground_out_afterwards_does_not_open_the_commitment() -> None:
    """The other way round: Mallory knows Bob's nonce before the own one is shown, but is bound."""
    bobs, to_bob = next(nonces(b"Bob")), next(nonces(b"Mallory"))
    wanted = at_anna(next(nonces(b"Anna")), next(nonces(b"answer")))
    committed = commitment(to_bob)
    ground = next(nonce for nonce in nonces(b"grind") if at_bob(nonce, bobs) == wanted)
    assert ground != to_bob
    assert not opens(ground, committed)
