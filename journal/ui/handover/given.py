"""What was handed over: when, for whom, in which files, and their digests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.getters import query_one

from journal.domain.entry.number_ranges import in_ranges
from journal.domain.forms.form_question import answers
from journal.domain.ledger.record import groups_of_four
from journal.domain.text.languages import LANGUAGE_NAMES
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, spoken
from journal.domain.time.moment import exactly
from journal.domain.time.moment_words import in_words
from journal.handover.preview.questions import RECEIVERS, STAYS
from journal.handover.requests.offered import LETTERS
from journal.handover.selection.object_refs import exclusion_text
from journal.ui.frame.command import bindings
from journal.ui.frame.everywhere import Close
from journal.ui.frame.fitted import Fitted
from journal.ui.frame.page import Page, PageField, PageHeading, PageText
from journal.ui.frame.text import literal, own

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import tzinfo

    from textual.app import ComposeResult

    from journal.logbook import Logbook
    from journal.logbook.handover_records import Given
    from journal.ui.frame.page import PageBlock

NOTHING_YET = N_("Nothing was handed over yet.")
DIGEST = 64
"""The length of a digest, in signs."""


class GivenPage(Page):
    """Every hand-over, the latest first."""


class HandGiven(Fitted[None]):
    """The list, scrolled with the usual keys."""

    HELP = N_("Every hand-over as it was recorded. The digest of a file shows whether it is still the one that left.")
    CSS = """
    HandGiven GivenPage { height: 1fr; }
    """
    BINDINGS = bindings(Close)
    AUTO_FOCUS = "GivenPage"

    _page = query_one(GivenPage)

    def __init__(self, logbook: Logbook) -> None:
        """List what left this journal."""
        super().__init__()
        self._logbook = logbook

    def compose_body(self) -> ComposeResult:
        """Make the page."""
        yield GivenPage()

    def on_mount(self) -> None:
        """Show the list."""
        given = self._logbook.handing_over.given()
        self.entitle(_("What was handed over"), in_figures(len(given), spoken()) if given else "")
        self._page.put(blocks(given, self._logbook.zone))


def blocks(given: tuple[Given, ...], zone: tzinfo) -> Iterator[PageBlock]:
    """Yield every hand-over, the latest first."""
    if not given:
        yield PageText(own(_(NOTHING_YET)))
    for one in reversed(given):
        when = in_words(exactly(one.when.astimezone(zone)), spoken())
        yield PageHeading(_("{when} · record {record}").format(when=when, record=in_figures(one.record, spoken())))
        yield from (PageField(_(label), literal(said)) for label, said in _facts(one) if said)
        for name, digest in one.files:
            yield PageField(_("File"), literal(name))
            told = groups_of_four(digest) if len(digest) == DIGEST else digest
            yield PageField(_("Its SHA-256"), literal(told))
        yield None


def _facts(one: Given) -> Iterator[tuple[str, str]]:
    yield N_("What"), _labelled(answers(LETTERS), one.document) if one.document else _("documents of the case")
    yield N_("For whom"), _labelled(answers(RECEIVERS), one.to)
    yield N_("Given to"), one.receiver
    yield N_("Supplement to record"), in_figures(one.supplement_to, spoken()) if one.supplement_to else ""
    yield N_("Language"), LANGUAGE_NAMES.get(one.language, one.language)
    yield N_("Entries"), in_ranges(one.entries)
    yield N_("Exhibits"), in_ranges(one.exhibits)
    yield N_("Stayed here"), ", ".join(_labelled(answers(STAYS), what) for what in one.stays)
    yield N_("Taken out by hand"), ", ".join(exclusion_text(what, spoken()) for what in one.without)
    yield N_("Head digest told"), groups_of_four(one.head) if one.head else ""


def _labelled(labels: Mapping[str, str], one: str) -> str:
    """Return the words for an id; one that only a newer version knows as it is."""
    return _(labels[one]) if one in labels else one
