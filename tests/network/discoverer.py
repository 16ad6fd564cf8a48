"""Owns a program that runs one Discovery, or an impostor, for tests in network namespaces.

It prints every change as a line of JSON and takes commands as lines of JSON, until its input ends.
"""

import json
import sys
from typing import Any

from zeroconf import ServiceInfo, Zeroconf

from desktopxfer.network.announcement import SERVICE_TYPE, Found
from desktopxfer.network.discovery import Discovery


def show(around: tuple[Found, ...]) -> None:
    devices = {
        found.device_id: {"name": found.name, "addresses": [str(each) for each in found.addresses]}
        for found in around
    }
    print(json.dumps(devices), flush=True)


def discover(device_id: str, listen_host: str) -> None:
    discovery = Discovery(device_id, listen_host, show)
    discovery.start()
    for line in sys.stdin:
        shown: dict[str, Any] | None = json.loads(line)
        if shown:
            discovery.announce(shown["name"], "Linux", shown["port"])
        else:
            discovery.hide()
    discovery.close()


def impersonate(device_id: str, addresses: list[str]) -> None:
    """Announces any addresses under any device id, on the interface of the first of them."""
    service = ServiceInfo(
        SERVICE_TYPE,
        f"impostor.{SERVICE_TYPE}",
        port=4444,
        properties={"id": device_id, "name": "Impostor"},
        parsed_addresses=addresses,
    )
    responder = Zeroconf(interfaces=addresses[:1])
    responder.register_service(service)
    show(())
    sys.stdin.read()
    responder.close()


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    if command == "discover":
        discover(*arguments)
    else:
        impersonate(arguments[0], arguments[1:])
