"""Owns the look at this computer's firewall: whether it is on, and which command would open it.

Its programs are asked with a deadline and never told to change anything.
"""

import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktopxfer.diagnosis.finding import Finding, Kind

ASK_TIMEOUT_S = 3.0
MDNS = "5353/udp"
UFW_SETTINGS = Path("/etc/ufw/ufw.conf")  # everyone may read whether it is on
# Where the programs of an administrator lie, which is not on everybody's PATH.
ADMINISTRATORS = ("/usr/sbin", "/sbin", "/usr/local/sbin")
MACOS_FIREWALL = "/usr/libexec/ApplicationFirewall/socketfilterfw"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program said."""

    code: int
    out: str
    err: str = ""


Ask = Callable[[Sequence[str]], Answer | None]


@dataclass(frozen=True, slots=True)
class Firewall:
    """What is known of it: a finding, and the commands that let in what we need."""

    finding: Finding
    opens_port: str = ""
    opens_mdns: str = ""


def ask(command: Sequence[str]) -> Answer | None:
    """What a program says; None if it is not there or does not answer in time."""
    path = os.pathsep.join((os.environ.get("PATH", ""), *ADMINISTRATORS))
    program = shutil.which(command[0], path=path)
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, *command[1:]],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=ASK_TIMEOUT_S,
            env={**os.environ, "LC_ALL": "C", "PATH": path},
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return Answer(done.returncode, *(_text(each) for each in (done.stdout, done.stderr)))


def _text(said: bytes) -> str:
    return said.decode("utf-8", "replace")


def look(port: int, ask: Ask = ask, system: str = sys.platform) -> Firewall:
    """The first firewall that is on; else what could not be read, else that there is none."""
    match system:
        case "win32":
            looks = [_windows]
        case "darwin":
            looks = [_macos]
        case _:
            looks = [_firewalld, _ufw, _nftables]
    found = [each for look in looks for each in look(port, ask)]
    on = [each for each in found if each.finding.kind in {Kind.FIREWALL_ON, Kind.FIREWALL_OPEN}]
    unreadable = [each for each in found if each.finding.kind is Kind.FIREWALL_UNREADABLE]
    return next(iter([*on, *unreadable, *found]), Firewall(Finding(Kind.FIREWALL_UNKNOWN)))


def _finding(name: str, port: int, *, is_open: bool, command: str) -> Finding:
    facts = {"firewall": name, "port": str(port)}
    if is_open:
        return Finding(Kind.FIREWALL_OPEN, facts)
    return Finding(Kind.FIREWALL_ON, facts, command=command)


def _off(name: str) -> Firewall:
    return Firewall(Finding(Kind.FIREWALL_OFF, {"firewall": name}))


# Linux ------------------------------------------------------------------------------------------


def _firewalld(port: int, ask: Ask) -> Iterator[Firewall]:
    state = ask(["firewall-cmd", "--state"])
    if state is None or state.out.strip() != "running":
        return
    query = ask(["firewall-cmd", f"--query-port={port}/tcp"])
    add = "sudo firewall-cmd --add-{0} && sudo firewall-cmd --permanent --add-{0}"
    opens = add.format(f"port={port}/tcp")
    is_open = query is not None and query.out.strip() == "yes"
    finding = _finding("firewalld", port, is_open=is_open, command=opens)
    yield Firewall(finding, opens, add.format("service=mdns"))


def _ufw(port: int, ask: Ask) -> Iterator[Firewall]:
    try:
        settings = UFW_SETTINGS.read_text("utf-8", "replace")
    except OSError:
        return
    if "enabled=yes" not in settings.lower().split():
        return
    opens = f"sudo ufw allow {port}/tcp"
    status = ask(["ufw", "status"])  # only for administrators
    is_open = status is not None and _ufw_allows(status.out, port)
    finding = _finding("ufw", port, is_open=is_open, command=opens)
    yield Firewall(finding, opens, f"sudo ufw allow {MDNS}")


def _ufw_allows(status: str, port: int) -> bool:
    """By a line such as `26710/tcp   ALLOW   Anywhere`."""
    rows = [line.split() for line in status.splitlines()]
    return any(
        row[0] in {f"{port}/tcp", str(port)} and row[1] == "ALLOW" and row[-1] == "Anywhere"
        for row in rows
        if len(row) >= 3
    )


def _nftables(port: int, ask: Ask) -> Iterator[Firewall]:
    answer = ask(["nft", "-j", "list", "ruleset"])
    if answer is None:
        return
    if answer.code != 0:
        facts = {"firewall": "nftables", "reason": "nftables: " + _first_line(answer.err)}
        command = "sudo nft list ruleset"
        yield Firewall(Finding(Kind.FIREWALL_UNREADABLE, facts, command=command))
        return
    chain = filtering_chain(answer.out)
    if chain is None:
        yield _off("nftables")
        return
    where = " ".join(map(shlex.quote, chain))
    opens = f"sudo nft insert rule {where} tcp dport {port} accept"
    finding = _finding("nftables", port, is_open=False, command=opens)
    yield Firewall(finding, opens, f"sudo nft insert rule {where} udp dport 5353 accept")


def _first_line(text: str) -> str:
    return next(iter(text.strip().splitlines()), "?")


def filtering_chain(ruleset: str) -> tuple[str, str, str] | None:
    """Family, table and name of the first chain that may keep out what comes in; None: none does.

    `ruleset` is what `nft -j list ruleset` says.
    """
    try:
        listed = json.loads(ruleset)["nftables"]
        chains = [each["chain"] for each in listed if "chain" in each]
        rules = [each["rule"] for each in listed if "rule" in each]
        for chain in chains:
            if chain.get("hook") == "input" and _may_drop(chain, rules):
                return chain["family"], chain["table"], chain["name"]
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return None


def _may_drop(chain: dict[str, Any], rules: Sequence[dict[str, Any]]) -> bool:
    if chain.get("policy") == "drop":
        return True
    table = [rule for rule in rules if _place(rule)[:2] == (chain["family"], chain["table"])]
    reached, waiting = {chain["name"]}, [chain["name"]]
    while waiting:
        name = waiting.pop()
        for rule in table:
            if rule["chain"] != name:
                continue
            for part in rule.get("expr", ()):
                if "drop" in part or "reject" in part:
                    return True
                target = (part.get("jump") or part.get("goto") or {}).get("target")
                if target is not None and target not in reached:
                    reached.add(target)
                    waiting.append(target)
    return False


def _place(rule: dict[str, Any]) -> tuple[str, str, str]:
    return rule["family"], rule["table"], rule["chain"]


# Windows and macOS ------------------------------------------------------------------------------


def _windows(port: int, ask: Ask) -> Iterator[Firewall]:
    """`netsh` speaks the system's language; only names of policies are always English."""
    answer = ask(["netsh", "advfirewall", "show", "currentprofile"])
    if answer is None or answer.code != 0:
        return
    states = [line.split()[-1] for line in answer.out.splitlines() if line.startswith("State ")]
    if states == ["OFF"] or "AllowInbound" in answer.out:
        yield _off("Windows Defender Firewall")
        return
    add = "netsh advfirewall firewall add rule name=desktopxfer dir=in action=allow"
    opens = f"{add} protocol=TCP localport={port}"
    finding = _finding("Windows Defender Firewall", port, is_open=False, command=opens)
    yield Firewall(finding, opens, f"{add} protocol=UDP localport=5353")


def _macos(port: int, ask: Ask) -> Iterator[Firewall]:
    answer = ask([MACOS_FIREWALL, "--getglobalstate"])
    if answer is None or answer.code != 0:
        return
    if "State = 0" in answer.out:
        yield _off("macOS")
        return
    # It goes by programs and not by ports.
    program = shlex.quote(sys.executable)
    opens = f"sudo {MACOS_FIREWALL} --add {program} --unblockapp {program}"
    yield Firewall(_finding("macOS", port, is_open=False, command=opens), opens, opens)
