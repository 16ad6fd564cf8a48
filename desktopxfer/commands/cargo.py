"""Owns what a command is given to send: paths, or a text that stands in its words or comes in."""

import argparse
import os

from desktopxfer.commands.arguments import path_argument
from desktopxfer.errors import NothingToSend, NotText, TextTooLong
from desktopxfer.offer import MAX_TEXT_BYTES
from desktopxfer.transfer.clippings import Clipping, decoded
from desktopxfer.transfer.shipment import What

FROM_INPUT = "-"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", type=path_argument, metavar="PATH", help="file or folder"
    )
    parser.add_argument(
        "--text",
        metavar="TEXT",
        help="instead of PATHs: a text, which is shown there; - reads it from standard input",
    )


def is_given(arguments: argparse.Namespace) -> bool:
    return bool(arguments.paths) or arguments.text is not None


def cargo(arguments: argparse.Namespace) -> What:
    """Reads standard input if it has to; blocks then. Ends with wrong usage for what is no text."""
    if arguments.text is None:
        paths: What = arguments.paths
        return paths
    if arguments.paths:
        arguments.wrong_usage("either PATHs or --text")
    try:
        if arguments.text == FROM_INPUT:
            return Clipping.of_text(decoded(_input(), "Standard input"))
        # Bytes that are no text in the terminal's encoding come as surrogates.
        return Clipping.of_text(
            decoded(arguments.text.encode(errors="surrogatepass"), "What follows --text")
        )
    except (NotText, TextTooLong, NothingToSend) as error:
        arguments.wrong_usage(str(error))
        raise


def _input() -> bytes:
    """As much of it as may be sent, and a byte more. Not through sys.stdin: see read_line()."""
    content = b""
    try:
        while len(content) <= MAX_TEXT_BYTES and (piece := os.read(0, MAX_TEXT_BYTES + 1)):
            content += piece
    except OSError:  # closed
        pass
    return content
