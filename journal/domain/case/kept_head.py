"""Head digest of another journal, kept so that its keeper and this journal are witnesses of each other."""

from __future__ import annotations

import re
from typing import ClassVar

from msgspec import Struct

from journal.domain.base.canonical import LARGEST_INTEGER
from journal.domain.base.errors import Refused
from journal.domain.ledger.case_object import Numbered
from journal.domain.text.words import N_, _

_NO_DIGEST = N_(
    "This is no head digest: 16 groups of four, each of figures and the letters a to f, perhaps with a number before "
    "them. Nothing was kept; type it again, or give the file of that journal."
)
_TEXT = re.compile(r"(?:(?P<journal>[0-9a-f]{6}) +(?P<record>[0-9]{1,16}) +)?(?P<digest>(?:[0-9a-f][ -]?){63}[0-9a-f])")
_SHORT = 6
"""Signs of a journal's id in the text, by which a few journals are told apart."""


class KeptHead(Numbered, frozen=True, kw_only=True, omit_defaults=True):
    """Head digest of another journal, as somebody gave it; when it was kept is the time of its record."""

    SUBJECT: ClassVar = "kept_head"

    digest: str = ""
    """64 hexadecimal digits, lower case."""
    person: int = 0
    """Number of the person whose journal it is; 0 for nobody named."""
    journal: str = ""
    """Id of that journal, or its first six signs where it was typed; empty where it was not given."""
    record: int = 0
    """Number of the record there for which it stands; 0 where it was not given."""
    kept_on: str = ""
    """Local day on which it was kept, ISO 8601."""

    def may_be_of(self, journal: str) -> bool:
        """Return whether it can be of the journal with this id; one without an id can be of any."""
        return journal.startswith(self.journal[:_SHORT])


class HeadText(Struct, frozen=True):
    """Head digest as it is handed to somebody: in a text, or in a QR code."""

    digest: str
    journal: str = ""
    record: int = 0

    def text(self) -> str:
        """Return it in capitals and figures, which a QR code holds in the least room."""
        return f"{self.journal[:_SHORT]} {self.record} {self.digest}".upper()


def read_head(text: str) -> HeadText:
    """Read a head digest, alone or as `HeadText.text` writes it; raises Refused for anything else."""
    found = _TEXT.fullmatch(" ".join(text.lower().split()))
    record = int(found["record"] or 0) if found else 0
    if found is None or record > LARGEST_INTEGER:
        raise Refused(_(_NO_DIGEST))
    return HeadText(re.sub("[ -]", "", found["digest"]), found["journal"] or "", record)
