"""Owns changes to DER that leave its lengths right, so that a parser reads on to what changed."""

import base64
import random
import re

from tests.fuzz.target import Mutate

Node = tuple[int, "bytes | list[Node]"]  # tag, and content or what it holds

CONSTRUCTED = 0x20
TAGS = (*(0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0C, 0x13, 0x16, 0x17, 0x18, 0x30, 0x31), 0x80, 0xA0)
_PEM = re.compile(rb"-----BEGIN ([^-]*)-----\s(.*?)-----END [^-]*-----", re.DOTALL)


def mutate(data: bytes, max_size: int, seed: int, blindly: Mutate) -> bytes:
    """Changes one node of the tree; bytes that are no DER are changed blindly."""
    chance = random.Random(seed)
    tree = read(data)
    if not tree:
        return blindly(data, max_size)
    siblings, index = chance.choice(list(places(tree)))
    tag, content = siblings[index]
    match chance.randrange(6):
        case 0:
            del siblings[index]
        case 1:
            siblings.insert(chance.randrange(len(siblings) + 1), siblings[index])
        case 2:
            siblings[index] = chance.choice(TAGS), write(content)
        case 3:
            other_siblings, other = chance.choice(list(places(tree)))
            copy = other_siblings[other]
            siblings[index] = copy[0], write(copy[1])
        case _:
            siblings[index] = tag, blindly(write(content), max(len(write(content)) + 8, 16))
    changed = write(tree)
    return changed if len(changed) <= max_size else data


def mutate_pem(data: bytes, max_size: int, seed: int, blindly: Mutate) -> bytes:
    """Changes the DER within one block of a PEM file, or its blocks."""
    chance = random.Random(seed)
    blocks = [(match[1], match[2]) for match in _PEM.finditer(data)]
    if not blocks or chance.random() < 0.1:
        return blindly(data, max_size)
    index = chance.randrange(len(blocks))
    label, text = blocks[index]
    match chance.randrange(8):
        case 0:
            del blocks[index]
        case 1:
            blocks.insert(0, blocks[index])
        case _:
            try:
                der = base64.b64decode(text)
            except ValueError:
                return blindly(data, max_size)
            changed = mutate(der, max_size // 2, seed, blindly)
            blocks[index] = label, base64.encodebytes(changed)
    return b"".join(
        b"-----BEGIN %s-----\n%s-----END %s-----\n" % (label, text, label) for label, text in blocks
    )


def read(data: bytes) -> "list[Node] | None":
    """The nodes one after the other, or None if that is not what the bytes are."""
    nodes: list[Node] = []
    while data:
        if len(data) < 2:
            return None
        tag, length, at = data[0], data[1], 2
        if length > 0x80:
            at += length - 0x80
            length = int.from_bytes(data[2:at])
        elif length == 0x80:
            return None
        content, data = data[at : at + length], data[at + length :]
        if len(content) < length:
            return None
        inner = read(content) if tag & CONSTRUCTED else None
        nodes.append((tag, content if inner is None else inner))
    return nodes


def write(content: "bytes | list[Node]") -> bytes:
    if isinstance(content, bytes):
        return content
    return b"".join(_header(tag, write(inner)) for tag, inner in content)


def _header(tag: int, content: bytes) -> bytes:
    length = len(content)
    if length < 0x80:
        return bytes([tag, length]) + content
    digits = length.to_bytes((length.bit_length() + 7) // 8)
    return bytes([tag, 0x80 + len(digits)]) + digits + content


def places(nodes: "list[Node]") -> "list[tuple[list[Node], int]]":
    """Each node, as the list that it is in and its index there."""
    found = []
    for index, (_, content) in enumerate(nodes):
        found.append((nodes, index))
        if isinstance(content, list):
            found += places(content)
    return found
