"""The key of a protected journal, wrapped under its passphrase and under its recovery code."""

from __future__ import annotations

from msgspec import Struct


class Wraps(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The secret key wrapped twice, as stored in the file: armoured age texts."""

    passphrase: str
    recovery: str
