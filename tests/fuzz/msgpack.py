"""Owns changes to msgpack that leave it well formed, so that the types and ranges get tested."""

import copy
import random
from collections.abc import Iterator
from typing import Any

import msgspec

from tests.fuzz.choices import EDGES
from tests.fuzz.target import Mutate

NUMBERS = [number for number in EDGES if -(2**63) <= number < 2**64]
STRANGERS: list[Any] = [
    None,
    True,
    1.0,
    float("nan"),
    "",
    b"",
    [],
    {},
    "x" * 65,
    bytes(32),
    *NUMBERS,
]

Place = tuple[Any, Any]  # a list or dict, and the index or key in it


def mutate(data: bytes, max_size: int, seed: int, blindly: Mutate) -> bytes:
    """Changes one value; bytes that are no msgpack are changed blindly."""
    chance = random.Random(seed)
    try:
        root = [msgspec.msgpack.decode(data)]
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return blindly(data, max_size)
    everywhere = list(places(root))
    holder, key = chance.choice(everywhere)
    match chance.randrange(5):
        case 0:
            holder[key] = copy.deepcopy(chance.choice(STRANGERS))
        case 1:
            other_holder, other = chance.choice(everywhere)
            holder[key] = copy.deepcopy(other_holder[other])
        case 2:
            repeat_or_remove(holder, key, chance)
        case _:
            holder[key] = near(holder[key], chance, blindly)
    try:
        changed = msgspec.msgpack.encode(root[0] if root else None)
    except (OverflowError, TypeError, RecursionError):  # such as a number of more than 64 bits
        return data
    return changed if len(changed) <= max_size else data


def places(holder: Any) -> Iterator[Place]:
    for key in list(holder) if isinstance(holder, dict) else range(len(holder)):
        yield holder, key
        if isinstance(holder[key], dict | list):
            yield from places(holder[key])


def repeat_or_remove(holder: Any, key: Any, chance: random.Random) -> None:
    if chance.random() < 0.5:
        del holder[key]
    elif isinstance(holder, list):
        holder[key:key] = [
            copy.deepcopy(holder[key]) for _ in range(chance.choice((1, 2, 16, 250)))
        ]
    else:
        holder[f"{key}_"] = copy.deepcopy(holder[key])


def near(value: Any, chance: random.Random, blindly: Mutate) -> Any:
    match value:
        case str():
            return blindly(value.encode(), len(value) + 8).decode("utf-8", "replace")
        case bytes():
            return blindly(value, len(value) + 8)
        case bool() | None | float():
            return chance.choice(NUMBERS)
        case int():
            return value + chance.choice((1, -1, 256, -256, 2**31, -(2**31)))
        case _:
            return copy.deepcopy(chance.choice(STRANGERS))
