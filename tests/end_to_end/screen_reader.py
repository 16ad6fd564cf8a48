"""Owns what a screen reader sees of a program, and presses: AT-SPI, in one JSON answer.

Run by the system's Python, which has the Debian package python3-pyatspi:
`screen_reader.py PID` prints everything that the program shows, `screen_reader.py PID ACTION ROLE
NAME` does that action with the first thing of this role and name.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

import pyatspi  # type: ignore[import-not-found]
from gi.repository import GLib  # type: ignore[import-not-found]

STATES = {
    name: getattr(pyatspi, f"STATE_{name.upper()}")
    for name in (
        *("enabled", "focusable", "focused", "showing", "checkable", "checked", "indeterminate"),
        *("expandable", "expanded", "selected", "modal"),
    )
}


def main(arguments: list[str]) -> int:
    pid, *what = arguments
    programs = [each for each in pyatspi.Registry.getDesktop(0) if each and _pid(each) == int(pid)]
    if not what:
        print(json.dumps([node for each in programs for node in _walk(each, [])]))
        return 0
    action, role, name = what
    for each in programs:
        for node in _showing(each):
            if node.getRoleName() == role and node.name == name:
                return 0 if _perform(node, action) else 1
    return 1


def _pid(program: Any) -> int:
    return int(program.get_process_id())


def _showing(node: Any) -> Iterator[Any]:
    yield node
    for child in node:
        if child is not None:
            yield from _showing(child)


def _walk(node: Any, above: list[str]) -> Iterator[dict[str, Any]]:
    try:
        thing = _thing(node, above)
        children = [child for child in node if child is not None]
    except GLib.Error:  # it went away while it was read
        return
    yield thing
    for child in children:
        yield from _walk(child, [*above, f"{thing['role']} {thing['name']}".strip()])


def _thing(node: Any, above: list[str]) -> dict[str, Any]:
    states = node.getState()
    return {
        "role": node.getRoleName(),
        "name": node.name,
        "description": node.description,
        "states": [name for name, state in STATES.items() if states.contains(state)],
        "actions": _actions(node),
        "above": above,
    }


def _actions(node: Any) -> list[str]:
    try:
        action = node.queryAction()
    except NotImplementedError:
        return []
    return [action.getName(number) for number in range(action.nActions)]


def _perform(node: Any, name: str) -> bool:
    return bool(node.queryAction().doAction(_actions(node).index(name)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
