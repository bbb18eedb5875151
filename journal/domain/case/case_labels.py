"""What exhibits, custody, people, reports and orders say, in words; marked phrases, translated when drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.people import AskedTo, Willing
from journal.domain.case.report import Receiver
from journal.domain.evidence.custody import Caution, Custodian
from journal.domain.evidence.exhibit import CarriedBy, Form, Obtained
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
    "lies_at": N_("Where the file lies"),
    "note": N_("Note"),
}
"""Labels of an exhibit's fields, in display order."""

FORMS: Mapping[Form, str] = {
    Form.FILE: N_("file in the journal"),
    Form.FINGERPRINT: N_("fingerprint of a file kept elsewhere"),
    Form.ERASED: N_("file, erased on purpose"),
    Form.THING: N_("thing"),
}
"""Labels of the forms of an exhibit."""

OBTAINED: Mapping[Obtained, str] = {
    Obtained.RECEIVED: N_("received"),
    Obtained.FOUND: N_("found"),
    Obtained.MADE: N_("made by you"),
    Obtained.SAVED: N_("saved from a telephone, mail or page"),
    Obtained.GIVEN: N_("given by somebody who helps"),
    Obtained.OTHER: N_("other"),
}
"""Labels of the ways in which evidence was obtained."""

CARRIED_BY: Mapping[CarriedBy, str] = {
    CarriedBy.MODIFIED: N_("file last written"),
    CarriedBy.TAKEN: N_("taken or recorded, by the device's clock"),
    CarriedBy.SENT: N_("mail sent, by its header"),
    CarriedBy.STATED: N_("stated in the file"),
}
"""Labels of the sources of a file's times."""

HOLDERS: Mapping[Custodian, str] = {
    Custodian.SELF: N_("you"),
    Custodian.POLICE: N_("police"),
    Custodian.COURT: N_("court or public prosecutor"),
    Custodian.LAWYER: N_("lawyer"),
    Custodian.TRUSTED: N_("somebody you trust"),
    Custodian.OTHER: N_("somebody else"),
    Custodian.NOBODY: N_("lost or destroyed"),
}
"""Labels of the custodians."""

CAUTIONS: Mapping[Caution, str] = {
    Caution.ORIGINAL_LEAVES: N_("This is the original. Guidance is to give a copy and to keep the original."),
    Caution.RECEIPT_ASKED: N_("Ask for a receipt or a number, and note it here."),
    Caution.COPY_ASKED: N_("Keep a copy before the original leaves."),
}
"""Warnings shown before a movement is recorded."""

RECEIVERS: Mapping[Receiver, str] = {
    Receiver.POLICE: N_("police"),
    Receiver.PROSECUTOR: N_("public prosecutor"),
    Receiver.OMBUDSMAN: N_("telecom ombudsman"),
    Receiver.OPERATOR: N_("telephone company"),
    Receiver.PLATFORM: N_("platform or site"),
    Receiver.SUPPLIER: N_("supplier"),
    Receiver.EMPLOYER: N_("employer"),
    Receiver.SCHOOL: N_("school or day care"),
    Receiver.VICTIM_SUPPORT: N_("victim support"),
    Receiver.OTHER: N_("other"),
}
"""Labels of the receivers of reports."""

HELD: Mapping[Inside, str] = {
    Inside.YES: N_("in force then"),
    Inside.PERHAPS: N_("perhaps in force then"),
    Inside.NO: N_("not in force then"),
}
"""Whether an order held."""

ASKED_TO: Mapping[AskedTo, str] = {
    AskedTo.WATCH_OUT: N_("watch out and collect proof"),
    AskedTo.KEEP_DATA_PRIVATE: N_("pass on nothing private about you"),
    AskedTo.KEEP_AWAY: N_("keep away from the person, also when friendly"),
    AskedTo.TESTIFY: N_("testify"),
}
"""What somebody was asked to do."""

WILLING: Mapping[Willing, str] = {Willing.YES: N_("yes"), Willing.UNSURE: N_("not sure"), Willing.NO: N_("no")}
"""What somebody answered when asked to testify."""
