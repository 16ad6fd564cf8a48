"""Owns the short code that two people compare, and the commitment that makes it worth comparing."""

import hashlib
import hmac
import secrets

from desktopxfer.protocol.messages import NONCE_BYTES

CODE_DIGITS = 6  # one chance in a million for each connection; the commitment allows only one guess
EXPORTER_LABEL = b"EXPORTER-desktopxfer-short-code"


def new_nonce() -> bytes:
    return secrets.token_bytes(NONCE_BYTES)


def commitment(nonce: bytes) -> bytes:
    """What the connecting side shows before it has seen the other side's nonce."""
    return hashlib.sha256(b"desktopxfer commitment" + nonce).digest()


def opens(nonce: bytes, committed: bytes) -> bool:
    return hmac.compare_digest(commitment(nonce), committed)


def short_code(
    *,
    sender_id: str,
    receiver_id: str,
    sender_nonce: bytes,
    receiver_nonce: bytes,
    exporter: bytes,
) -> str:
    """Six digits, bound to both certificates, both nonces and this very TLS connection.

    A man in the middle holds two connections, so the two screens differ. Without the commitment he
    could try nonces until the six digits agree, in seconds.
    """
    digest = hashlib.sha256(
        b"desktopxfer short code"
        + bytes.fromhex(sender_id)
        + bytes.fromhex(receiver_id)
        + sender_nonce
        + receiver_nonce
        + exporter
    ).digest()
    return f"{int.from_bytes(digest[:8], 'big') % 10**CODE_DIGITS:0{CODE_DIGITS}}"
