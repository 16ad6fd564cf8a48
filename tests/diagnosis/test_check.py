"""The looks at our own port and at another device on this computer, hostile ones among them."""

import contextlib
import json
import re
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktopxfer.commands.check import report
from desktopxfer.device import Address, Device
from desktopxfer.diagnosis import check, links, listening, multicast, reach
from desktopxfer.diagnosis.check import Subject
from desktopxfer.diagnosis.finding import SIGNS, Finding, Kind, Level, paragraph
from desktopxfer.diagnosis.links import Interface
from desktopxfer.errors import (
    Cancelled,
    CannotListen,
    NotReceiving,
    TooManyConnections,
    code_of,
)
from desktopxfer.network.interfaces import LocalAddress
from desktopxfer.protocol.messages import Cancel, Check, Checked, Message
from desktopxfer.settings import Visibility
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.devices import find
from tests.command_line import CHECKOUT
from tests.hostile.harness import Attacker, closed_port, hostile_receiver
from tests.network.peers import LOOPBACK
from tests.transfer.engine import DEADLINE_S, ReceivingDevice, new_device

HERE = new_device("Here")


def look_at(device: Device, port: int, *, is_heard: bool = False) -> list[Finding]:
    control = Control()
    with control.running():
        return list(
            reach.look(
                device,
                port,
                HERE,
                is_heard=is_heard,
                is_diverted=False,
                opening="open sesame",
                check_peer=lambda _peer: None,
                control=control,
            )
        )


@contextlib.contextmanager
def another_program() -> Iterator[int]:
    """Has a port, and slams its door once."""
    with socket.create_server((LOOPBACK, 0)) as server:
        server.settimeout(DEADLINE_S)

        def slam() -> None:
            server.accept()[0].close()

        slamming = threading.Thread(target=slam)
        slamming.start()
        yield int(server.getsockname()[1])
        slamming.join(DEADLINE_S)
        assert not slamming.is_alive()


def kinds(findings: list[Finding]) -> list[Kind]:
    return [each.kind for each in findings]


# The other device -------------------------------------------------------------------------------


@pytest.fixture
def bob(tmp_path: Path) -> Iterator[ReceivingDevice]:
    with ReceivingDevice(tmp_path) as bob:
        yield bob


def test_there_and_back(bob: ReceivingDevice) -> None:
    control = Control()
    with control.running(), listening.answering(HERE, LOOPBACK, 0, control) as door:
        assert kinds(look_at(bob.device, door.port)) == [Kind.REACHED, Kind.REACHED_BACK]
    assert bob.outcome() is None
    assert bob.offers.empty()


def test_back_to_where_nobody_is(bob: ReceivingDevice) -> None:
    findings = look_at(bob.device, closed_port())
    assert kinds(findings) == [Kind.REACHED, Kind.REFUSED_HERE]
    assert findings[1].command == "open sesame"


def test_back_to_another_device(bob: ReceivingDevice) -> None:
    assert kinds(look_at(bob.device, bob.device.addresses[0].port)) == [
        Kind.REACHED,
        Kind.OTHER_HERE,
    ]


def test_back_to_another_program(bob: ReceivingDevice) -> None:
    with another_program() as port:
        found = look_at(bob.device, port)
    assert kinds(found) == [Kind.REACHED, Kind.OTHER_HERE]


def test_a_door_that_is_closed_to_strangers(bob: ReceivingDevice) -> None:
    bob.admission.visibility = Visibility.TRUSTED
    assert kinds(look_at(bob.device, closed_port())) == [Kind.REACHED, Kind.BACK_NOT_ALLOWED]


def test_a_port_that_cannot_be_asked_for_is_left_out(bob: ReceivingDevice) -> None:
    assert kinds(look_at(bob.device, 0)) == [Kind.REACHED]


def test_nobody_is_there() -> None:
    device = Device("", "Bob", "", (Address(LOOPBACK, closed_port()),), online=False)
    (finding,) = look_at(device, 0)
    assert finding.kind is Kind.REFUSED_THERE


def test_another_device_is_there(bob: ReceivingDevice) -> None:
    (finding,) = look_at(replace(bob.device, device_id="d" * 64, name="Dora"), 0)
    assert finding.kind is Kind.REACH_FAILED
    assert finding.error is not None
    assert finding.error.code == "wrong_device"
    assert "Dora" in finding.sentence


def answers(said: Message | bytes) -> Callable[[Attacker], None]:
    def behave(mallory: Attacker) -> None:
        assert isinstance(mallory.conversation.next(), Check)
        mallory.say(said)
        mallory.last_words()

    return behave


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (Checked("unreachable"), Kind.BLOCKED_HERE),
        (Checked("refused"), Kind.REFUSED_HERE),
        (Checked("not_desktopxfer"), Kind.OTHER_HERE),
        (Checked("wrong_device"), Kind.OTHER_HERE),
        (Checked("failed_there"), Kind.BACK_FAILED),
        (Checked("\x1b[2J of a newer version"), Kind.BACK_FAILED),
        (Cancel(code_of(NotReceiving)), Kind.BACK_NOT_ALLOWED),
        (Cancel(code_of(TooManyConnections)), Kind.BACK_BUSY),
        (Cancel("failed_there"), Kind.BACK_UNKNOWN),  # as one does that never heard of it
        (Cancel("declined"), Kind.BACK_FAILED),
        (b"\xff\0\0\0\0", Kind.BACK_FAILED),
        (Check(26710), Kind.BACK_FAILED),
    ],
    ids=repr,
)
def test_whatever_it_says_is_one_of_our_sentences(said: Message | bytes, kind: Kind) -> None:
    with hostile_receiver(answers(said)) as mallory:
        findings = look_at(mallory, 26710)
    assert kinds(findings) == [Kind.REACHED, kind]
    assert "\x1b" not in findings[1].sentence


def test_it_hangs_up_instead() -> None:
    with hostile_receiver(lambda mallory: mallory.channel.close()) as device:
        assert kinds(look_at(device, 26710)) == [Kind.REACHED, Kind.BACK_LOST]


# Our own port -----------------------------------------------------------------------------------


def door(host: str, wanted: int) -> list[Finding]:
    control = Control()
    with control.running(), listening.answering(HERE, host, wanted, control) as found:
        return list(found.findings)


def test_the_program_that_is_open_is_recognised_by_its_certificate(bob: ReceivingDevice) -> None:
    port = bob.device.addresses[0].port
    control = Control()
    with control.running(), listening.answering(bob.local, LOOPBACK, port, control) as found:
        assert found.port == port
        assert kinds(list(found.findings)) == [Kind.LISTENING_TO_ITSELF]  # at loopback


def test_a_port_that_another_program_has() -> None:
    with another_program() as port:
        found = door(LOOPBACK, port)
    assert found[0].kind is Kind.NOT_OPEN
    assert found[0].facts["port"] != str(port)


def test_an_address_that_this_computer_does_not_have() -> None:
    (finding,) = door("192.0.2.1", 26710)
    assert finding.kind is Kind.NOT_LISTENING
    assert isinstance(finding.error, CannotListen)


@pytest.mark.parametrize(
    ("host", "wanted", "port", "kind"),
    [
        ("", 26710, 26710, Kind.LISTENING),
        ("", 0, 41234, Kind.LISTENING),
        ("", 26710, 26711, Kind.LISTENING_ELSEWHERE),
        ("192.168.1.20", 26710, 26710, Kind.LISTENING),
        ("127.0.0.1", 26710, 26710, Kind.LISTENING_TO_ITSELF),
        ("::1", 26710, 26710, Kind.LISTENING_TO_ITSELF),
        ("localhost", 26710, 26710, Kind.LISTENING_TO_ITSELF),
    ],
)
def test_where_it_listens(host: str, wanted: int, port: int, kind: Kind) -> None:
    assert kinds(list(listening.opened(host, wanted, port).findings)) == [kind]


def test_who_wants_to_send_meanwhile_is_told_that_nobody_takes_it() -> None:
    control = Control()
    with control.running(), listening.answering(HERE, LOOPBACK, 0, control) as door:
        device = Device("", "Here", "", (Address(LOOPBACK, door.port),), online=False)
        other = Control()
        with other.running():
            findings = list(
                reach.look(
                    device,
                    26710,
                    new_device("Other"),
                    is_heard=False,
                    is_diverted=False,
                    opening="",
                    check_peer=lambda _peer: None,
                    control=other,
                )
            )
    assert kinds(findings) == [Kind.REACHED, Kind.BACK_NOT_ALLOWED]


# Being found ------------------------------------------------------------------------------------


def test_our_own_question_comes_back() -> None:
    loopback = Interface("lo", (LocalAddress("lo", 1, LOOPBACK, 8),), is_outside=False)
    control = Control()
    with control.running():
        (heard,) = multicast.listen([loopback], "", control)
    assert heard.own
    assert not heard.mute
    assert kinds(list(multicast.look([heard], ""))) in ([Kind.MDNS_ALONE], [Kind.MDNS_HEARD])


def test_a_stop_is_heard_at_once() -> None:
    loopback = Interface("lo", (LocalAddress("lo", 1, LOOPBACK, 8),), is_outside=False)
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled), control.running():
        multicast.listen([loopback], "", control)


# All of it --------------------------------------------------------------------------------------


@pytest.fixture
def only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of a test leaves this computer."""
    lo = Interface("lo", (LocalAddress("lo", 1, LOOPBACK, 8),), is_outside=False)
    monkeypatch.setattr(links, "interfaces", lambda: (lo,))


def test_the_report_has_all_of_it_and_nothing_that_steers(
    bob: ReceivingDevice, only_loopback: None
) -> None:
    device = replace(bob.device, name="Bob\x1b[2J\n[ok] all is well\u202e")
    subject = Subject(HERE, LOOPBACK, 26710, lambda _peer: None, device, port=closed_port())
    told: list[Finding] = []
    report = check.check(subject, told.append, Control())
    assert kinds(told)[:2] == [Kind.NO_NETWORK, Kind.LISTENING_TO_ITSELF]
    assert kinds(told)[-2:] == [Kind.REACHED, Kind.REFUSED_HERE]
    assert HERE.identity.device_id in report
    assert bob.local.identity.device_id in report
    assert "desktopxfer 0." in report
    for finding in told:
        assert SIGNS[finding.level] in report
    assert "\x1b" not in report
    assert "\u202e" not in report
    assert not any(line.startswith("[ok] all is well") for line in report.splitlines())
    pem = HERE.identity.key.private_numbers().private_value
    assert str(pem) not in report


def test_a_device_without_an_address_is_not_looked_for(only_loopback: None) -> None:
    device = Device("d" * 64, "Dora", "", (), online=False)
    subject = Subject(HERE, LOOPBACK, 26710, lambda _peer: None, device, port=closed_port())
    told: list[Finding] = []
    check.check(subject, told.append, Control())
    assert told[-1].kind is Kind.NOT_FOUND
    assert "Dora" in told[-1].sentence


def test_why_it_does_not_listen_is_said(only_loopback: None) -> None:
    error = CannotListen("192.0.2.1:26710", "no such address")
    subject = Subject(HERE, "", 26710, lambda _peer: None, error=error)
    told: list[Finding] = []
    check.check(subject, told.append, Control())
    assert str(error) in next(each.sentence for each in told if each.kind is Kind.NOT_LISTENING)


def test_each_kind_is_one_of_its_own_and_says_what_to_do() -> None:
    assert len(Kind) == len(Kind.__members__)  # equal words would make two kinds one
    for kind in Kind:
        assert kind.sentence.endswith((".", "{error}")), kind
        asks_for_more = kind.level in {Level.WARNING, Level.PROBLEM}
        told_elsewhere = "{error}" in kind.sentence or kind is Kind.BACK_FAILED
        assert kind.advice or told_elsewhere or not asks_for_more, kind


def test_levels_differ_without_colours() -> None:
    assert len({sign.strip() for sign in SIGNS.values()}) == len(Level)
    assert len({len(sign) for sign in SIGNS.values()}) == 1
    assert paragraph(Finding(Kind.NO_NETWORK))[1].startswith(" " * 10)


def test_programs_are_told_as_the_readme_says(capsys: pytest.CaptureFixture[str]) -> None:
    facts = {"name": "Bob\x1b[2J", "port": "26710"}
    found = Finding(Kind.BLOCKED_HERE, facts, command="open sesame")
    report(found, as_json=True)
    told = json.loads(capsys.readouterr().out)
    readme = (CHECKOUT / "README.md").read_text()
    documented = json.loads(re.findall(r'^\{"event":"finding".*', readme, re.MULTILINE)[0])
    assert {key: type(each) for key, each in told.items()} == {
        key: type(each) for key, each in documented.items()
    }
    assert told["facts"] == facts
    assert told["finding"] == documented["finding"] == "blocked_here"
    report(found, as_json=False)
    said = capsys.readouterr().out
    assert said.startswith("[PROBLEM] Bob")
    assert "\x1b" not in said
    assert said.splitlines()[-1].strip() == "open sesame"


def test_who_keeps_everything_here_sends_nothing_out(
    only_loopback: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(multicast, "listen")
    subject = Subject(HERE, LOOPBACK, 26710, lambda _peer: None, port=closed_port())
    told: list[Finding] = []
    check.check(subject, told.append, Control())
    assert Kind.LISTENING_TO_ITSELF in kinds(told)


def test_a_name_is_looked_for_as_a_device(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **_options: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    (finding,) = look_at(find("no-such-name-here.invalid", ()), 0)
    assert finding.kind is Kind.NOT_FOUND
    assert finding.error is not None
    assert finding.error.code == "unknown_host"
