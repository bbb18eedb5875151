"""What exhibits, custody, people, reports and orders say, in words; marked phrases, translated when drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.people import AskedTo, Willing
from journal.domain.case.report import Receiver
from journal.domain.evidence.custody import Caution, Custodian
from journal.domain.evidence.exhibit import CarriedBy, Form, Obtained
from journal.domain.text.labelled import labels_of
from journal.domain.text.words import N_
from journal.domain.time.within import Inside

if TYPE_CHECKING:
    from collections.abc import Mapping

EXHIBIT_FIELDS: Mapping[str, str] = {
    "title": N_("Title"),
    "obtained": N_("How it came to you"),
    "obtained_how": N_("How it was obtained"),
    "from_person": N_("Came from"),
    "from_whom": N_("Came from somebody else"),
    "original_place": N_("Where the original was"),
    "file": N_("Stored file"),
    "sha256": N_("Digest (SHA-256)"),
    "size": N_("Size"),
    "file_name": N_("Name of the file"),
    "media_type": N_("Sort of file"),
    "file_times": N_("Times in the file"),
    "seconds": N_("Duration"),
    "has_location": N_("Says where it was made"),
    "lies_at": N_("Where the file is"),
    "note": N_("Note"),
}
"""Labels of an exhibit's fields, in display order."""

FORMS: Mapping[Form, str] = labels_of(Form)
"""Labels of the forms of an exhibit."""

OBTAINED: Mapping[Obtained, str] = labels_of(Obtained)
"""Labels of the ways in which evidence was obtained."""

CARRIED_BY: Mapping[CarriedBy, str] = labels_of(CarriedBy)
"""Labels of the sources of a file's times."""

HOLDERS: Mapping[Custodian, str] = labels_of(Custodian)
"""Labels of the custodians."""

CAUTIONS: Mapping[Caution, str] = labels_of(Caution)
"""Warnings shown before a movement is recorded."""

RECEIVERS: Mapping[Receiver, str] = labels_of(Receiver)
"""Labels of the receivers of reports."""

HELD: Mapping[Inside, str] = {
    Inside.YES: N_("in force then"),
    Inside.PERHAPS: N_("perhaps in force then"),
    Inside.NO: N_("not in force then"),
}
"""Whether an order held."""

ASKED_TO: Mapping[AskedTo, str] = labels_of(AskedTo)
"""What somebody was asked to do."""

WILLING: Mapping[Willing, str] = labels_of(Willing)
"""What somebody answered when asked to testify."""
