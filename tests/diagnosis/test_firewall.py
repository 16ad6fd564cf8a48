"""What is read of firewalls, from the words of their programs."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from desktopxfer.diagnosis import firewall
from desktopxfer.diagnosis.finding import Kind
from desktopxfer.diagnosis.firewall import Answer, Firewall, filtering_chain

PORT = 26710


@pytest.fixture(autouse=True)
def no_ufw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings = tmp_path / "ufw.conf"
    monkeypatch.setattr(firewall, "UFW_SETTINGS", settings)
    return settings


def look(answers: Mapping[str, Answer], system: str = "linux") -> Firewall:
    """With programs that answer so, by the start of their command line."""

    def ask(command: Sequence[str]) -> Answer | None:
        line = " ".join(command)
        return next((said for start, said in answers.items() if line.startswith(start)), None)

    return firewall.look(PORT, ask, system)


def ruleset(*parts: dict[str, Any]) -> str:
    return json.dumps({"nftables": [{"metainfo": {"version": "1.0.6"}}, *parts]})


def chain(name: str = "input", **more: object) -> dict[str, Any]:
    place = {"family": "inet", "table": "filter", "name": name}
    return {"chain": {**place, "handle": 1, **more}}


def rule(*expr: dict[str, Any], of: str = "input", table: str = "filter") -> dict[str, Any]:
    place = {"family": "inet", "table": table, "chain": of}
    return {"rule": {**place, "handle": 2, "expr": list(expr)}}


INPUT: dict[str, Any] = {"type": "filter", "hook": "input", "prio": 0}
OPEN = chain(**INPUT, policy="accept")
DROP: dict[str, Any] = {"drop": None}


@pytest.mark.parametrize(
    ("parts", "closes"),
    [
        ([], False),
        ([OPEN], False),
        ([OPEN, rule({"accept": None})], False),
        ([chain(**INPUT, policy="drop")], True),
        ([OPEN, rule({"match": {}}, DROP)], True),
        ([OPEN, rule({"reject": {"type": "tcp reset"}})], True),
        ([OPEN, rule({"jump": {"target": "more"}}), chain("more"), rule(DROP, of="more")], True),
        ([OPEN, chain("more"), rule(DROP, of="more")], False),  # nothing leads there
        ([OPEN, rule(DROP, table="other")], False),
        ([OPEN, rule({"goto": {"target": "input"}})], False),  # round in a circle
        ([chain("output", type="filter", hook="output", prio=0, policy="drop")], False),
        ([chain("forward", type="filter", hook="forward", prio=0, policy="drop")], False),
    ],
)
def test_a_chain_that_may_keep_out_what_comes_in(parts: list[dict[str, Any]], closes: bool) -> None:
    found = filtering_chain(ruleset(*parts))
    assert found == (("inet", "filter", "input") if closes else None)


@pytest.mark.parametrize(
    "said", ["", "null", "[]", "{", "{}", '{"nftables": 7}', '{"nftables": [7, null]}',
             '{"nftables": [{"chain": null}]}', '{"nftables": [{"chain": {"hook": "input"}}]}',
             '{"nftables": [{"chain": {"hook": "input", "policy": "drop"}}]}'],
)  # fmt: skip
def test_anything_else_is_no_chain(said: str) -> None:
    assert filtering_chain(said) is None


def test_nftables_that_filter_are_opened_at_the_start_of_their_chain() -> None:
    wall = look({"nft": Answer(0, ruleset(chain(**INPUT, policy="drop")))})
    assert wall.finding.kind is Kind.FIREWALL_ON
    assert wall.opens_port == "sudo nft insert rule inet filter input tcp dport 26710 accept"
    assert wall.opens_mdns == "sudo nft insert rule inet filter input udp dport 5353 accept"
    assert wall.finding.command == wall.opens_port


def test_a_name_of_a_chain_is_one_word_for_the_shell() -> None:
    odd = chain(**INPUT, policy="drop")
    odd["chain"]["table"] = "x; rm -rf ~"
    assert "'x; rm -rf ~'" in look({"nft": Answer(0, ruleset(odd))}).opens_port


def test_nftables_that_only_an_administrator_may_read() -> None:
    denied = Answer(1, "", "Operation not permitted (you must be root)\nnetlink: Error\n")
    finding = look({"nft": denied}).finding
    assert finding.kind is Kind.FIREWALL_UNREADABLE
    assert "Operation not permitted (you must be root)" in finding.sentence
    assert finding.command == "sudo nft list ruleset"


def test_no_known_firewall() -> None:
    assert look({}).finding.kind is Kind.FIREWALL_UNKNOWN
    assert look({"nft": Answer(0, ruleset(OPEN))}).finding.kind is Kind.FIREWALL_OFF


@pytest.mark.parametrize(
    ("state", "query", "kind"),
    [
        ("running\n", "yes\n", Kind.FIREWALL_OPEN),
        ("running\n", "no\n", Kind.FIREWALL_ON),
        ("running\n", "", Kind.FIREWALL_ON),
        ("not running\n", "yes\n", Kind.FIREWALL_UNKNOWN),
    ],
)
def test_firewalld(state: str, query: str, kind: Kind) -> None:
    asked = {"firewall-cmd --state": Answer(0, state)}
    asked["firewall-cmd --query-port=26710/tcp"] = Answer(0, query)
    wall = look(asked)
    assert wall.finding.kind is kind
    if kind is Kind.FIREWALL_ON:
        assert "--permanent --add-port=26710/tcp" in wall.opens_port
        assert "--add-service=mdns" in wall.opens_mdns


STATUS = """Status: active

To                         Action      From
--                         ------      ----
22/tcp                     ALLOW       Anywhere
{line}
"""


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("26710/tcp                  ALLOW       Anywhere", Kind.FIREWALL_OPEN),
        ("26710                      ALLOW       Anywhere", Kind.FIREWALL_OPEN),
        ("26710/tcp                  DENY        Anywhere", Kind.FIREWALL_ON),
        ("26710/tcp                  ALLOW       10.0.0.7", Kind.FIREWALL_ON),
        ("26710/udp                  ALLOW       Anywhere", Kind.FIREWALL_ON),
        ("", Kind.FIREWALL_ON),
    ],
)
def test_ufw(no_ufw: Path, line: str, kind: Kind) -> None:
    no_ufw.write_text("# comment\nENABLED=yes\nLOGLEVEL=low\n")
    wall = look({"ufw status": Answer(0, STATUS.format(line=line))})
    assert wall.finding.kind is kind
    assert wall.opens_port == "sudo ufw allow 26710/tcp"


def test_ufw_for_who_is_no_administrator(no_ufw: Path) -> None:
    no_ufw.write_text("ENABLED=yes\n")
    denied = {"ufw status": Answer(1, "", "ERROR: You need to be root to run this script")}
    assert look(denied).finding.kind is Kind.FIREWALL_ON
    no_ufw.write_text("ENABLED=no\n")
    assert look(denied).finding.kind is Kind.FIREWALL_UNKNOWN


ENGLISH = """
Public Profile Settings:
----------------------------------------------------------------------
State                                 {state}
Firewall Policy                       {policy},AllowOutbound
LocalFirewallRules                    N/A (GPO-store only)
"""
GERMAN = """
Öffentliches Profil-Einstellungen:
----------------------------------------------------------------------
Status                                EIN
Firewallrichtlinie                    BlockInbound,AllowOutbound
"""


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (ENGLISH.format(state="ON", policy="BlockInbound"), Kind.FIREWALL_ON),
        (ENGLISH.format(state="OFF", policy="BlockInbound"), Kind.FIREWALL_OFF),
        (ENGLISH.format(state="ON", policy="AllowInbound"), Kind.FIREWALL_OFF),
        (GERMAN, Kind.FIREWALL_ON),
    ],
)
def test_windows(said: str, kind: Kind) -> None:
    wall = look({"netsh advfirewall show currentprofile": Answer(0, said)}, "win32")
    assert wall.finding.kind is kind
    if kind is Kind.FIREWALL_ON:
        assert wall.opens_port.endswith("protocol=TCP localport=26710")


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Firewall is enabled. (State = 1)", Kind.FIREWALL_ON),
        ("Firewall is blocking all non-essential incoming connections. (State = 2)",
         Kind.FIREWALL_ON),
        ("Firewall is disabled. (State = 0)", Kind.FIREWALL_OFF),
    ],
)  # fmt: skip
def test_macos(said: str, kind: Kind) -> None:
    assert look({firewall.MACOS_FIREWALL: Answer(0, said)}, "darwin").finding.kind is kind


def test_a_program_that_is_missing_or_hangs_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(firewall, "ASK_TIMEOUT_S", 0.05)
    assert firewall.ask(["no-such-program-anywhere"]) is None
    assert firewall.ask(["sleep", "60"]) is None
    monkeypatch.setattr(firewall, "ASK_TIMEOUT_S", 30.0)
    said = firewall.ask(["sh", "-c", "echo $LC_ALL; printf '\\377' >&2; exit 3"])
    assert said == Answer(3, "C\n", "\N{REPLACEMENT CHARACTER}")
