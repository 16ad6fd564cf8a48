import base64
import datetime
import hashlib
import os
import re
import stat
import threading
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

from desktopxfer.errors import BadCertificate, DamagedIdentity, ProfileUnusable
from desktopxfer.identity import certificate
from desktopxfer.identity.certificate import create, device_id, load_or_create
from desktopxfer.settings import Profile

A_DAY = datetime.timedelta(days=1)
NOW = datetime.datetime.now(datetime.UTC)


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path)


def strange_certificate(
    *extensions: x509.ExtensionType,
    not_before: datetime.datetime = NOW - A_DAY,
    not_after: datetime.datetime = NOW + A_DAY,
) -> x509.Certificate:
    """A certificate that another program made."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Mallory")])
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(not_before)
        .not_valid_after(not_after)
    )
    for extension in extensions:
        builder = builder.add_extension(extension, critical=False)
    return builder.sign(key, hashes.SHA256())


def constraints(*, ca: bool) -> x509.BasicConstraints:
    return x509.BasicConstraints(ca=ca, path_length=None)


# A new identity -----------------------------------------------------------------------------------


def test_the_device_id_is_the_digest_of_the_certificate() -> None:
    identity = create()
    der = identity.certificate.public_bytes(serialization.Encoding.DER)
    assert identity.device_id == device_id(identity.certificate) == hashlib.sha256(der).hexdigest()
    assert re.fullmatch("[0-9a-f]{64}", identity.device_id)


def test_every_identity_is_a_new_one() -> None:
    assert create().device_id != create().device_id


def test_a_certificate_tells_nothing_about_its_owner_and_never_expires() -> None:
    made = create().certificate
    assert made.subject == made.issuer
    assert [name.value for name in made.subject] == ["desktopxfer"]
    assert made.not_valid_before_utc.year == 1970
    assert made.not_valid_after_utc.year == 9999


def test_a_certificate_is_for_both_ends_of_a_connection_and_for_no_other_certificates() -> None:
    made = create().certificate
    made.verify_directly_issued_by(made)
    assert isinstance(made.public_key(), ec.EllipticCurvePublicKey)
    basic = made.extensions.get_extension_for_class(x509.BasicConstraints)
    assert basic.critical
    assert not basic.value.ca
    usage = made.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert set(usage) == {ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH}
    certificate.check(made)


# A stranger's certificate -------------------------------------------------------------------------


def test_a_stranger_with_a_plain_certificate_passes() -> None:
    certificate.check(strange_certificate(constraints(ca=False)))


def test_an_authority_is_refused() -> None:
    with pytest.raises(BadCertificate, match="certificate authority"):
        certificate.check(strange_certificate(constraints(ca=True)))


def test_a_certificate_that_does_not_say_what_it_is_for_is_refused() -> None:
    with pytest.raises(BadCertificate):
        certificate.check(strange_certificate())


@pytest.mark.parametrize(
    ("not_before", "not_after"), [(NOW - 2 * A_DAY, NOW - A_DAY), (NOW + A_DAY, NOW + 2 * A_DAY)]
)
def test_an_expired_or_future_certificate_is_refused(
    not_before: datetime.datetime, not_after: datetime.datetime
) -> None:
    strange = strange_certificate(constraints(ca=False), not_before=not_before, not_after=not_after)
    with pytest.raises(BadCertificate, match="expired or not yet valid"):
        certificate.check(strange)


def test_a_certificate_that_says_two_things_about_one_is_refused() -> None:
    """Which of the two a reader takes is a matter of luck. The builder refuses, so bytes change."""
    other = x509.UnrecognizedExtension(ObjectIdentifier("2.5.29.99"), b"\x30\x03\x01\x01\xff")
    strange = strange_certificate(constraints(ca=False), other)
    der = strange.public_bytes(serialization.Encoding.DER)
    doubled = x509.load_der_x509_certificate(der.replace(b"\x55\x1d\x63", b"\x55\x1d\x13"))
    with pytest.raises(BadCertificate):
        certificate.check(doubled)


@pytest.mark.parametrize(
    ("oid", "value"),
    [("2.5.29.17", b"\x30\xff\xff"), ("2.5.29.37", b"garbage"), ("2.5.29.15", b"")],
)
def test_a_certificate_with_garbage_in_an_extension_is_refused(oid: str, value: bytes) -> None:
    garbage = x509.UnrecognizedExtension(ObjectIdentifier(oid), value)
    with pytest.raises(BadCertificate):
        certificate.check(strange_certificate(constraints(ca=False), garbage))


# Kept in the profile ------------------------------------------------------------------------------


def test_an_identity_is_made_once_and_then_stays(profile: Profile) -> None:
    first = load_or_create(profile)
    assert load_or_create(profile).device_id == first.device_id
    assert load_or_create(Profile(profile.root)).device_id == first.device_id
    assert [file.name for file in profile.root.iterdir()] == ["identity.pem"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no mode bits")
def test_nobody_else_can_read_the_key(profile: Profile) -> None:
    load_or_create(profile)
    assert stat.S_IMODE(profile.identity_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(Profile(profile.root / "new").root.stat().st_mode) == 0o700


def test_two_programs_that_start_at_once_become_one_device(profile: Profile) -> None:
    together = threading.Barrier(8)
    ids: list[str] = []

    def begin() -> None:
        together.wait()
        ids.append(load_or_create(Profile(profile.root)).device_id)

    threads = [threading.Thread(target=begin) for _ in range(together.parties)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ids) == together.parties
    assert set(ids) == {load_or_create(profile).device_id}
    assert [file.name for file in profile.root.iterdir()] == ["identity.pem"]


def test_a_file_system_without_links_keeps_an_identity_too(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    assert load_or_create(profile).device_id == load_or_create(profile).device_id


def pem_of(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def certificate_pem(old: bytes = b"", new: bytes = b"") -> bytes:
    der = create().certificate.public_bytes(serialization.Encoding.DER)
    return pem("CERTIFICATE", der.replace(old, new, 1))


def pem(label: str, der: bytes) -> bytes:
    text = base64.encodebytes(der).decode()
    return f"-----BEGIN {label}-----\n{text}-----END {label}-----\n".encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff",
        b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        certificate_pem(),  # without its key
        pem_of(create().key),  # without its certificate
        pem_of(create().key) + certificate_pem(),  # of somebody else
        pem_of(rsa.generate_private_key(65537, 2048)) + certificate_pem(),
        pem(  # an Ed25519 key with one bit turned over in the number of its kind
            "PRIVATE KEY", bytes.fromhex("302e020100300506032b6572 04220420") + bytes(32)
        )
        + certificate_pem(),
        pem_of(create().key) + certificate_pem(b"\xa0\x03\x02\x01\x02", b"\xa0\x03\x02\x01\x01"),
        pem_of(create().key) + certificate_pem(b"\xce\x3d\x03\x01\x07", b"\xce\x3d\x03\x01\x7f"),
    ],
    ids=[
        *("empty", "noise", "cut", "no key", "no certificate", "mixed up", "another kind of key"),
        *("an unknown kind of key", "an unknown version", "an unknown curve"),
    ],
)
def test_a_damaged_identity_is_said_and_never_replaced(profile: Profile, content: bytes) -> None:
    profile.identity_file.write_bytes(content)
    with pytest.raises(DamagedIdentity) as caught:
        load_or_create(profile)
    assert str(profile.identity_file) in str(caught.value)
    assert profile.identity_file.read_bytes() == content


def test_an_identity_whose_certificate_has_changed_in_any_byte_is_damaged(profile: Profile) -> None:
    identity = create()
    der = identity.certificate.public_bytes(serialization.Encoding.DER)
    for at in range(len(der)):
        changed = der[:at] + bytes([der[at] ^ 0x80]) + der[at + 1 :]
        profile.identity_file.write_bytes(pem_of(identity.key) + pem("CERTIFICATE", changed))
        with pytest.raises(DamagedIdentity):
            load_or_create(profile)


def test_an_identity_that_cannot_be_read_is_not_replaced(profile: Profile) -> None:
    profile.identity_file.mkdir()
    with pytest.raises(DamagedIdentity):
        load_or_create(profile)
    assert profile.identity_file.is_dir()


def test_a_profile_that_is_gone_is_said(profile: Profile) -> None:
    profile.root.rmdir()
    with pytest.raises(ProfileUnusable):
        load_or_create(profile)
