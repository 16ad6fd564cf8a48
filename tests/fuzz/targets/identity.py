"""Owns the fuzzing of the identity file: whatever it holds, it is this device's or is damaged."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from desktopxfer.errors import DamagedIdentity
from desktopxfer.identity.certificate import load_or_create
from desktopxfer.network.channel import tls_context
from desktopxfer.settings import Profile
from tests.fuzz import der
from tests.fuzz.targets.certificate import KEY, LEAF, made

mutate = der.mutate_pem


def target(data: bytes) -> None:
    with tempfile.TemporaryDirectory(prefix="desktopxfer-fuzz-") as folder:
        profile = Profile(Path(folder))
        profile.identity_file.write_bytes(data)
        try:
            identity = load_or_create(profile)
        except DamagedIdentity as error:
            assert str(error).isprintable()
        else:
            assert len(identity.device_id) == 64
            tls_context(identity)
        assert profile.identity_file.read_bytes() == data, "a new identity in place of the old one"
        assert [file.name for file in profile.root.iterdir()] == [profile.identity_file.name]


def seeds() -> Iterator[bytes]:
    certificate = made(LEAF).public_bytes(serialization.Encoding.PEM)
    pkcs8, sec1 = serialization.PrivateFormat.PKCS8, serialization.PrivateFormat.TraditionalOpenSSL
    honest = pem(KEY, pkcs8) + certificate
    yield honest
    yield certificate + pem(KEY, pkcs8)
    yield pem(KEY, sec1) + certificate
    yield honest[: len(honest) // 2]
    yield certificate
    yield pem(KEY, pkcs8)
    yield pem(ec.derive_private_key(3, ec.SECP256R1()), pkcs8) + certificate
    yield pem(ec.derive_private_key(3, ec.SECP384R1()), sec1) + certificate
    yield pem(ed25519.Ed25519PrivateKey.from_private_bytes(bytes(32)), pkcs8) + certificate
    yield b""
    yield bytes(200)


def pem(
    key: ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey, form: serialization.PrivateFormat
) -> bytes:
    return key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
