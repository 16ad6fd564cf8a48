"""Owns this device's key and certificate, and the device id that follows from a certificate."""

import contextlib
import datetime
import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from desktopxfer.errors import BadCertificate, DamagedIdentity
from desktopxfer.settings import Profile

# The same for every device: a name in a certificate would only leak and prove nothing.
COMMON_NAME = "desktopxfer"
# The validity carries no meaning between pinned keys; a real one fails where a clock is wrong.
NOT_BEFORE = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
NOT_AFTER = datetime.datetime(9999, 12, 31, 23, 59, 59, tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class Identity:
    """This device's own key and certificate."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @property
    def device_id(self) -> str:
        return device_id(self.certificate)


def device_id(certificate: x509.Certificate) -> str:
    """64 hex digits: SHA-256 of the certificate's DER."""
    return hashlib.sha256(certificate.public_bytes(serialization.Encoding.DER)).hexdigest()


def check(certificate: x509.Certificate) -> None:
    """Raises BadCertificate for one that no desktopxfer makes. Says nothing about who it is."""
    try:
        authority = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
        valid = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    except (x509.ExtensionNotFound, x509.DuplicateExtension) as error:
        raise BadCertificate(detail="it does not say what it is for") from error
    except Exception as error:  # a stranger wrote it: the parser raises many things
        raise BadCertificate(detail="it cannot be read") from error
    if authority:
        # Whoever holds a CA could make any number of identities that a verifier might chain to it.
        raise BadCertificate(detail="it belongs to a certificate authority, not to a device")
    if not valid[0] <= datetime.datetime.now(datetime.UTC) <= valid[1]:
        raise BadCertificate(detail="it is expired or not yet valid")


def create() -> Identity:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, COMMON_NAME)])
    usage = (ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOT_BEFORE)
        .not_valid_after(NOT_AFTER)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage(usage), critical=False)
        .sign(key, hashes.SHA256())
    )
    return Identity(key, certificate)


def load_or_create(profile: Profile) -> Identity:
    """This device's identity, made at the first call.

    Raises DamagedIdentity rather than make a new one over a file that cannot be read: a silent new
    identity would look like an impostor to everyone who knows the old one.
    """
    file = profile.identity_file
    try:
        pem = file.read_bytes()
    except FileNotFoundError:
        identity = create()
        _save_first(profile, _to_pem(identity))
        return _from_pem(file, file.read_bytes())  # another process may have been first
    except OSError as error:
        raise DamagedIdentity(str(file), error.strerror or str(error)) from error
    return _from_pem(file, pem)


def _to_pem(identity: Identity) -> bytes:
    return identity.key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ) + identity.certificate.public_bytes(serialization.Encoding.PEM)


def _from_pem(file: Path, pem: bytes) -> Identity:
    try:
        key = serialization.load_pem_private_key(pem, password=None)
        certificate = x509.load_pem_x509_certificate(pem)
        belongs = key.public_key() == certificate.public_key()
        # It signed itself: what OpenSSL would stumble over later, and any other change, shows here.
        certificate.verify_directly_issued_by(certificate)
    except Exception as error:  # not all that the parser raises is a ValueError
        raise DamagedIdentity(str(file), "it is not a key with a certificate") from error
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise DamagedIdentity(str(file), "the key is of another kind")
    if not belongs:
        raise DamagedIdentity(str(file), "the key does not belong to the certificate")
    return Identity(key, certificate)


def _save_first(profile: Profile, pem: bytes) -> None:
    """Writes the identity unless another process has done so meanwhile."""
    part = profile.identity_file.with_name(f"identity.{secrets.token_hex(8)}.part")
    profile.save_bytes(part, pem)
    try:
        with contextlib.suppress(FileExistsError):
            os.link(part, profile.identity_file)
    except OSError:  # no hard links on this file system
        os.replace(part, profile.identity_file)
    finally:
        part.unlink(missing_ok=True)
