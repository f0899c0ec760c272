"""A hub's own certificate: self-signed, pinned by its SHA-256 fingerprint in invitations (RFC 5280)."""

from __future__ import annotations

import datetime
import ipaddress

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

VALID_YEARS = 20


def self_signed(hosts: list[str], now: datetime.datetime) -> tuple[bytes, bytes, bytes]:
    """Return (certificate PEM, key PEM, SHA-256 of the DER) for these host names or addresses."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Learning Circles hub")])
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=365 * VALID_YEARS))
        .add_extension(x509.SubjectAlternativeName([_name(host) for host in hosts]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return built.public_bytes(serialization.Encoding.PEM), secret, built.fingerprint(hashes.SHA256())


def fingerprint_of(certificate: bytes) -> bytes:
    """Return the SHA-256 by which a certificate (PEM) is pinned."""
    return x509.load_pem_x509_certificate(certificate).fingerprint(hashes.SHA256())


def fits(certificate: bytes, key: bytes) -> bool:
    """Return whether a key (PEM) is the one that a certificate (PEM) is about; neither need be whole."""
    try:
        secret = serialization.load_pem_private_key(key, password=None)
        return secret.public_key() == x509.load_pem_x509_certificate(certificate).public_key()
    except (ValueError, UnsupportedAlgorithm):
        return False


def hosts_of(certificate: bytes) -> list[str]:
    """Return the host names and addresses of a certificate of ours (PEM)."""
    names = x509.load_pem_x509_certificate(certificate).extensions.get_extension_for_class(x509.SubjectAlternativeName)
    addresses = names.value.get_values_for_type(x509.IPAddress)
    return [*names.value.get_values_for_type(x509.DNSName), *(str(each) for each in addresses)]


def _name(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)
