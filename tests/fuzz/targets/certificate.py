"""Owns the fuzzing of strangers' certificates: whatever the TLS library could hand us is judged."""

import datetime
from collections.abc import Iterator, Sequence

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from desktopxfer.errors import BadCertificate
from desktopxfer.identity.certificate import COMMON_NAME, NOT_AFTER, NOT_BEFORE, check, device_id
from tests.fuzz import der

mutate = der.mutate

KEY = ec.derive_private_key(2**200 + 7, ec.SECP256R1())
USAGE = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH])
LEAF = x509.BasicConstraints(ca=False, path_length=None)


def target(data: bytes) -> None:
    try:
        certificate = x509.load_der_x509_certificate(data)
    except Exception:  # noqa: BLE001
        return  # refused by the channel in the same words
    assert len(device_id(certificate)) == 64
    try:
        check(certificate)
    except BadCertificate as error:
        assert error.detail
        assert str(error).isprintable()
    else:
        constraints = certificate.extensions.get_extension_for_class(x509.BasicConstraints)
        assert not constraints.value.ca


def made(
    *extensions: x509.ExtensionType,
    name: str = COMMON_NAME,
    until: datetime.datetime = NOT_AFTER,
    serial: int = 1,
) -> x509.Certificate:
    named = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = x509.CertificateBuilder(
        named,
        named,
        KEY.public_key(),
        serial,
        NOT_BEFORE,
        until,
        list[x509.Extension[x509.ExtensionType]](),
    )
    for extension in extensions:
        builder = builder.add_extension(extension, critical=extension is LEAF)
    return builder.sign(KEY, hashes.SHA256(), ecdsa_deterministic=True)


def seeds() -> Iterator[bytes]:
    for certificate in certificates():
        yield certificate.public_bytes(serialization.Encoding.DER)


def certificates() -> Sequence[x509.Certificate]:
    long_ago = NOT_BEFORE + datetime.timedelta(days=1)
    return (
        made(LEAF, USAGE),
        made(LEAF),
        made(),
        made(USAGE),
        made(x509.BasicConstraints(ca=True, path_length=None)),
        made(x509.BasicConstraints(ca=True, path_length=0), USAGE),
        made(LEAF, until=long_ago),
        made(LEAF, name="\u202eÿ🔥", serial=2**159 - 1),
        made(
            LEAF,
            x509.KeyUsage(True, False, False, False, False, True, True, False, False),
            x509.SubjectKeyIdentifier.from_public_key(KEY.public_key()),
            x509.SubjectAlternativeName([x509.DNSName("a"), x509.RFC822Name("a@b")]),
            x509.NameConstraints([x509.DNSName("a")], None),
            x509.CRLDistributionPoints(
                [x509.DistributionPoint([x509.DNSName("a")], None, None, None)]
            ),
            x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4"), b"x"),
        ),
    )
