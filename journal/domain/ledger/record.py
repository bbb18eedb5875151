"""Ledger record: named fields, each with a salted digest, hash-chained to the record before.

Every field is hashed with its own random salt of 16 bytes, so that one field can be redacted (value and salt removed,
digest kept) without breaking the chain and without its value being guessable from the digest; the selective disclosure
of SD-JWT (RFC 9901). The names of the fields are hashed too: a blackened field cannot be passed off as another one.
"""

from __future__ import annotations

import base64
import binascii
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
from msgspec import Meta, Struct

from journal.domain.base.canonical import LARGEST_INTEGER, canonical, sha256

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journal.domain.base.clock import Salts

_SCALAR = str | Annotated[int, Meta(ge=-LARGEST_INTEGER, le=LARGEST_INTEGER)] | bool | None
_FLAT = _SCALAR | list[_SCALAR] | dict[str, _SCALAR]
_NESTED = _SCALAR | list[_FLAT] | dict[str, _FLAT]
_PLAIN = msgspec.json.Decoder(dict[str, _SCALAR | list[_NESTED] | dict[str, _NESTED]])
"""Decoder of values that can be canonical, as deep as this program nests them; others are checked value by value."""
_MAPPING = msgspec.json.Decoder(dict[str, Any])
_SALTS = msgspec.json.Decoder(dict[str, Annotated[bytes, Meta(min_length=16, max_length=16)]])
_SORTED = msgspec.json.Encoder(order="sorted")
_FORM = "0000-00-00T00:00:00Z"
_DIGITS = str.maketrans("123456789", "000000000")
_NESTING = (dict, list)
RecordNumber = Annotated[int, Meta(ge=1, le=LARGEST_INTEGER)]
FIRST_PREVIOUS = "0" * 64
"""The `previous` of record 1, which has no predecessor."""


class _Header(Struct, gc=False):
    """What is hashed of a record: text and a number that are checked; in the order of the names it is canonical."""

    body_sha256: str
    previous: str
    recorded_at: str
    seq: int


class Record(Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One action, as stored in the ledger.

    `body` and `salts` are decoded lazily, on each call of `fields`, so that a long ledger opens at once.
    """

    seq: RecordNumber
    """Sequence number: 1, 2, 3 … without gaps."""
    recorded_at: str
    """Time of writing by the computer's clock, UTC, ISO 8601 to the second: `2026-11-21T21:16:03Z`."""
    body: msgspec.Raw
    """JSON object of the action's fields: name to value."""
    salts: msgspec.Raw
    """JSON object of the salts: field name to 16 bytes in base64."""
    blackened: dict[str, str] = {}
    """Redacted fields, value and salt removed: name to digest."""
    body_sha256: str
    """SHA-256 over the names and digests of all fields, blackened ones included."""
    previous: str
    """Digest of the record before."""
    digest: str
    """SHA-256 over `seq`, `recorded_at`, `body_sha256` and `previous`."""

    def __post_init__(self) -> None:
        """Validate the time of writing; raises ValueError where it is not UTC, ISO 8601 to the second."""
        if not is_utc_second(self.recorded_at):
            raise ValueError("`recorded_at` is not a UTC time to the second")

    def fields(self) -> dict[str, Any]:
        """Decode the readable fields, name to value; raises ValueError or RecursionError for malformed JSON."""
        return _mapping(self.body)

    @property
    def written(self) -> datetime:
        """Time of writing, UTC, as a datetime."""
        return datetime.fromisoformat(self.recorded_at)


def seal(
    seq: int, fields: Mapping[str, Any], *, recorded_at: datetime, previous: str = FIRST_PREVIOUS, salts: Salts
) -> Record:
    """Build the record of an action: draw a salt for each field, hash, and link to `previous`.

    Calls `salts` once per field. Raises ValueError where a value cannot be written as canonical JSON.
    """
    drawn = {name: base64.b64encode(salts()).decode() for name in sorted(fields)}
    body_sha256 = _digest_of_names({name: field_digest(drawn[name], name, fields[name]) for name in drawn})
    moment = _utc_text(recorded_at.astimezone(UTC))
    return Record(
        seq=seq,
        recorded_at=moment,
        body=msgspec.Raw(canonical(dict(fields))),
        salts=msgspec.Raw(canonical(drawn)),
        body_sha256=body_sha256,
        previous=previous,
        digest=_header_digest(seq, moment, body_sha256, previous),
    )


def field_digest(salt: str, name: str, value: Any) -> str:
    """Return SHA-256 of the decoded salt followed by the canonical JSON of name and value, in hexadecimal.

    Raises ValueError for a malformed salt, or for a value that canonical JSON cannot hold.
    """
    return sha256(_salt_bytes(salt) + canonical([name, value]))


def faults(record: Record) -> Iterator[str]:
    """Verify one record by itself; yield the violations as ids, none where it is sound.

    `fields`: values, salts and blackened digests do not belong together or are malformed. `body`: a field was changed.
    `header`: number, time, body digest or the link to the record before was changed.
    """
    if fields_if_sound(record) is not None:
        return
    try:
        body, salts = record.fields(), _mapping(record.salts)
        digests = {name: field_digest(salts[name], name, value) for name, value in body.items()}
    except (ValueError, KeyError, TypeError, RecursionError):
        yield "fields"
        return
    if salts.keys() != body.keys() or body.keys() & record.blackened.keys():
        yield "fields"
    if not _names_are_plain(record.blackened) or _digest_of_names(digests | record.blackened) != record.body_sha256:
        yield "body"
    if _header_digest(record.seq, record.recorded_at, record.body_sha256, record.previous) != record.digest:
        yield "header"


def fields_if_sound(record: Record) -> dict[str, Any] | None:
    """Return the fields where all digests hold and everything stands in its canonical form; None proves nothing.

    All fields are hashed in one go, as a record that this program wrote allows it.
    """
    found = None if record.blackened else _in_canonical_form(record)
    if found is None:
        return None
    fields, salts = found
    header = _header_digest(record.seq, record.recorded_at, record.body_sha256, record.previous)
    of_fields = sha256(_SORTED.encode(_digests(fields, salts)))
    return fields if (of_fields, header) == (record.body_sha256, record.digest) else None


def blacken(record: Record, names: frozenset[str]) -> Record:
    """Return a copy with these fields redacted: value and salt removed, digest kept; the record's digest is the same.

    Names that are not in the body are ignored.
    """
    if found := _in_canonical_form(record):
        fields, drawn = found
        there = {name: value for name, value in fields.items() if name in names}
        return msgspec.structs.replace(
            record,
            body=msgspec.Raw(_SORTED.encode({name: value for name, value in fields.items() if name not in there})),
            salts=msgspec.Raw(_SORTED.encode({name: salt for name, salt in drawn.items() if name not in there})),
            blackened=record.blackened | _digests(there, {name: drawn[name] for name in there}),
        )
    body, salts = record.fields(), _mapping(record.salts)
    gone = {name: field_digest(salts[name], name, body[name]) for name in names & body.keys()}
    return msgspec.structs.replace(
        record,
        body=msgspec.Raw(canonical({name: value for name, value in body.items() if name not in gone})),
        salts=msgspec.Raw(canonical({name: salt for name, salt in salts.items() if name not in gone})),
        blackened=record.blackened | gone,
    )


def _in_canonical_form(record: Record) -> tuple[dict[str, Any], dict[str, bytes]] | None:
    """Return the fields and their salts, both sorted, where they stand there as this program writes them."""
    body, its_salts = bytes(record.body), bytes(record.salts)
    try:
        fields, salts = _PLAIN.decode(body), _SALTS.decode(its_salts)
    except (ValueError, RecursionError):
        return None
    if _SORTED.encode(fields) != body or _SORTED.encode(salts) != its_salts:
        return None
    if not (body.isascii() or _has_plain_names(fields)):
        return None
    return (fields, salts) if salts.keys() == fields.keys() else None


def _digests(fields: Mapping[str, Any], salts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the digest of each field as `field_digest` does, of names and salts in the same order, in one go."""
    import hashlib

    sha = hashlib.sha256
    # Of an iterable that is no list, `encode_lines` never lets go (msgspec 0.22).
    lines = _SORTED.encode_lines([*fields.items()]).split(b"\n")
    return {name: sha(salt + line).hexdigest() for name, salt, line in zip(fields, salts.values(), lines, strict=False)}


def groups_of_four(digest: str) -> str:
    """Format a digest as 16 groups of four digits, to be written on paper or read over the telephone."""
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))


def is_utc_second(text: str) -> bool:
    """Return whether a text is a time in UTC, ISO 8601 to the second; raises ValueError where day or clock has none."""
    return are_utc_seconds([text])


def are_utc_seconds(texts: Sequence[str]) -> bool:
    """Return whether each text is a time as `is_utc_second` takes it; raises as that does."""
    together = "".join(texts)
    if together.translate(_DIGITS) != _FORM * len(texts) or "T24" in together:
        return False
    # Each has its own end where it is a time: the form of all of them together does not say where one begins.
    return all(map(datetime.fromisoformat, texts))


def _utc_text(moment: datetime) -> str:
    return f"{moment.replace(microsecond=0, tzinfo=None).isoformat()}Z"


def _salt_bytes(text: str) -> bytes:
    # 22 characters, the last of which has four bits that say nothing and are 0, and the padding.
    if len(text) != 24 or text[22:] != "==" or text[21] not in "AQgw":
        raise ValueError("a salt is 16 bytes, written in base64 in the one usual way")
    return binascii.a2b_base64(text, strict_mode=True)


def _names_are_plain(names: Mapping[str, str]) -> bool:
    return "".join(names).isascii()


def _has_plain_names(value: Mapping[str, Any] | Sequence[Any]) -> bool:
    """Return whether every name in an object or array is ASCII."""
    if isinstance(value, dict) and not "".join(value).isascii():
        return False
    parts = value.values() if isinstance(value, dict) else value
    return all(_has_plain_names(part) for part in parts if isinstance(part, _NESTING))


def _mapping(raw: msgspec.Raw) -> dict[str, Any]:
    return _MAPPING.decode(raw)


def _digest_of_names(digests: Mapping[str, str]) -> str:
    return sha256(canonical(dict(digests)))


def _header_digest(seq: int, recorded_at: str, body_sha256: str, previous: str) -> str:
    return sha256(msgspec.json.encode(_Header(body_sha256, previous, recorded_at, seq)))
