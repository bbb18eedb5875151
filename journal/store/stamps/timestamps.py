"""RFC 3161 time stamps: requests for a head digest, and offline verification of replies.

A request holds a head digest and nothing else of the journal. The person sends it to a time-stamping authority by
whatever way they choose, because this program has no network, and hands in the reply. The same reply can be checked
without this program: `openssl ts -verify -digest HEAD -in REPLY -CAfile CERTIFICATES`.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.base.errors import JournalError, NotSaved, Refused
from journal.domain.text.words import N_, _
from journal.store.disk.regular_files import open_regular_file
from journal.store.stamps.der import with_certificates_sorted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from rfc3161_client import TimeStampResponse

LARGEST = 1 << 20
"""Bytes; replies and certificate files are a few thousand."""
NONCE_BYTES = 8

_SHA256 = "2.16.840.1.101.3.4.2.1"
_VERSION_1 = bytes.fromhex("020101")
_SHA256_DIGEST_FOLLOWS = bytes.fromhex("3031300d060960864801650304020105000420")
_SEND_THE_CERTIFICATE = bytes.fromhex("0101ff")
_SEQUENCE, _INTEGER = 0x30, 0x02

_NOT_WRITTEN = N_("The request could not be written to {path}. The journal is as it was. Please choose another folder.")
_NOT_READ = N_(
    "{path} could not be read. Nothing was changed. Please check the name of the file, and that it is there."
)
_NO_REPLY = N_(
    "This file is not the reply of a time-stamping authority. Nothing was changed."
    " Please choose the file that the authority sent back; its name often ends in .tsr."
)
_NO_STAMP = N_(
    "The authority answered, but gave no time stamp. Nothing was changed. Please send the request again, or ask another"
    " authority."
)
_NO_CERTIFICATES = N_(
    "The file with the certificates of the authority could not be understood. Nothing was changed."
    " Please download it again from the authority, as a PEM file."
)
_DOES_NOT_HOLD = N_(
    "This time stamp does not hold: it was changed, or it was not signed by the authority whose certificates were"
    " given. Nothing was changed. Please check that the certificates are those of the authority that was asked."
)
_OF_SOMETHING_ELSE = N_("This time stamp is of something other than the state of a journal. Nothing was changed.")
_NOT_INSTALLED = N_(
    "Time stamps cannot be checked, because the extra part `stamps` of this program is not installed."
    " Nothing was changed. The README says how to install it."
)


class NotInstalled(Refused):
    """The optional dependency `stamps`, which verifies time stamps, is not installed."""


class DoesNotHold(JournalError):
    """Verification failed: the time stamp was changed, or signed by another authority."""


class Stamp(Struct, frozen=True, kw_only=True):
    """Content of a verified time stamp."""

    head: str
    """The stamped digest, of the last record at that time, in hexadecimal."""
    moment: datetime
    """When it was stamped, UTC, by the clock of the authority."""
    authority: str
    """Subject of the signing certificate: untrusted words, never to be interpreted."""
    serial: int
    """The serial number that the authority gave to the stamp."""


def request(head: str, nonce: int) -> bytes:
    """Encode a time-stamp request for a head digest in hexadecimal, asking for the certificate too.

    Raises ValueError where the head is no SHA-256 digest.
    """
    digest = bytes.fromhex(head)
    if len(digest) != 32:
        raise ValueError("not a SHA-256 digest")
    number = nonce.to_bytes(nonce.bit_length() // 8 + 1, "big", signed=True)
    parts = _VERSION_1 + _SHA256_DIGEST_FOLLOWS + digest + bytes([_INTEGER, len(number)]) + number
    parts += _SEND_THE_CERTIFICATE
    return bytes([_SEQUENCE, len(parts)]) + parts


def write_request(path: Path, head: str, randomness: Callable[[int], bytes]) -> None:
    """Write a request to a new file, readable by its owner only; raises NotSaved, also where the file exists."""
    wanted = request(head, int.from_bytes(randomness(NONCE_BYTES), "big"))
    try:
        path.touch(0o600, exist_ok=False)
    except OSError as error:
        raise NotSaved(_(_NOT_WRITTEN).format(path=path)) from error
    try:
        path.write_bytes(wanted)
    except OSError as error:
        with suppress(OSError):
            path.unlink()
        raise NotSaved(_(_NOT_WRITTEN).format(path=path)) from error


def check(reply: bytes, certificates: bytes) -> Stamp:
    """Verify a reply against the authority's root certificates (PEM), and return its content.

    Certificates need to have been valid when the stamp was given, not now. Revocation since then is not checked,
    because that needs a network; nor is the nonce, because a stamp proves the same whoever requested it. Raises
    DoesNotHold, and Refused where there is nothing to verify or the optional dependency `stamps` is not installed.
    """
    try:
        from cryptography import x509
        from rfc3161_client import VerificationError, VerifierBuilder
    except ImportError as error:
        raise NotInstalled(_(_NOT_INSTALLED)) from error
    try:
        roots = x509.load_pem_x509_certificates(certificates)
    except ValueError as error:
        raise Refused(_(_NO_CERTIFICATES)) from error
    response = _decoded(reply)
    try:
        imprint = response.tst_info.message_imprint
        VerifierBuilder(roots=roots).build().verify(response, imprint.message)
        stamp = Stamp(
            head=imprint.message.hex(),
            moment=response.tst_info.gen_time,
            authority=_signer(response),
            serial=response.tst_info.serial_number,
        )
    except (VerificationError, ValueError) as error:
        raise DoesNotHold(_(_DOES_NOT_HOLD)) from error
    if imprint.hash_algorithm.dotted_string != _SHA256:
        raise DoesNotHold(_(_OF_SOMETHING_ELSE))
    return stamp


def _decoded(reply: bytes) -> TimeStampResponse:
    """Parse a reply; raises Refused where it is none or holds no time stamp."""
    from rfc3161_client import PKIStatus, decode_timestamp_response

    try:
        response = decode_timestamp_response(with_certificates_sorted(reply))
        granted = response.status in {PKIStatus.GRANTED, PKIStatus.GRANTED_WITH_MODS}
    except ValueError as error:
        raise Refused(_(_NO_REPLY)) from error
    if not granted:
        raise Refused(_(_NO_STAMP))
    return response


def _signer(response: TimeStampResponse) -> str:
    """Return the subject of the certificate that signed; verification has found exactly one."""
    from cryptography import x509

    (info,) = response.signed_data.signer_infos
    certificates = map(x509.load_der_x509_certificate, response.signed_data.certificates)
    names = (
        one.subject for one in certificates if (one.issuer, one.serial_number) == (info.issuer, info.serial_number)
    )
    return next(names).rfc4514_string()


def read_file(path: Path) -> bytes:
    """Read a reply or certificates, LARGEST bytes at most; raises Refused."""
    try:
        with open_regular_file(path) as file:
            return file.read(LARGEST)
    except OSError as error:
        raise Refused(_(_NOT_READ).format(path=path)) from error
