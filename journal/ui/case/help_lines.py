"""Where help is found, by country: number, what for, when, what a call leaves behind, how surely it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.dates import format_date
from msgspec.structs import replace
from textual.getters import query_one

from journal.domain.base.errors import JournalError
from journal.domain.case.help_lines import for_country
from journal.domain.case.help_lines.line import ON_BILL, SURETY, Surety
from journal.domain.text.country import COUNTRIES
from journal.domain.text.words import N_, _, spoken
from journal.ui.case.commands import OtherCountry
from journal.ui.frame.command import bindings
from journal.ui.frame.country import country_for
from journal.ui.frame.everywhere import Close
from journal.ui.frame.fitted import Fitted
from journal.ui.frame.page import Page, PageField, PageHeading, PageText
from journal.ui.frame.text import own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from journal.domain.case.help_lines.line import HelpLine
    from journal.logbook import Logbook
    from journal.ui.frame.page import PageBlock

BEFORE = N_("This program does not call anybody. Others may see a call from a shared telephone or on a shared bill.")
UNSURE_SIGN = "?"
LANGUAGES = {"nl": N_("in Dutch"), "fr": N_("in French"), "en": N_("in English"), "de": N_("in German")}


class HelpLinesPage(Page):
    """The help lines, scrolled with the usual keys."""


class HelpLinesScreen(Fitted[None]):
    """The help lines of one country."""

    HELP = N_("Where to find help. A question mark means that the service itself did not confirm it.")
    BINDINGS = bindings(OtherCountry, Close)
    CSS = """
    HelpLinesScreen HelpLinesPage { height: 1fr; }
    """
    AUTO_FOCUS = "HelpLinesPage"

    _page = query_one(HelpLinesPage)

    def __init__(self, logbook: Logbook) -> None:
        """Show the lines of the country that this journal is about."""
        super().__init__()
        self._logbook = logbook
        self._country = country_for(logbook)

    def compose_body(self) -> ComposeResult:
        """Make the page."""
        yield HelpLinesPage()

    def on_mount(self) -> None:
        """Show the lines."""
        self._show()

    def _show(self) -> None:
        self.entitle(_("Help lines"), _(COUNTRIES[self._country]))
        self._page.put(blocks(self._country))

    def action_other_country(self) -> None:
        """Go to the next country, and keep that where something can be kept."""
        codes = list(COUNTRIES)
        self._country = codes[(codes.index(self._country) + 1) % len(codes)]
        self._show()
        if self._logbook.read_only:
            return
        try:
            self._logbook.choose(replace(self._logbook.settings, country=self._country))
        except JournalError as why:
            self.tell(str(why), trouble=True)


def blocks(country: str) -> Iterator[PageBlock]:
    """Yield the lines of a country, emergencies first."""
    yield PageText(own(_(BEFORE)))
    lines = for_country(country)
    for heading, emergency in ((N_("When it is urgent"), True), (N_("Help and advice"), False)):
        yield None
        yield PageHeading(_(heading))
        for line in lines:
            if line.emergency is emergency:
                yield from _line(line)


def _line(line: HelpLine) -> Iterator[PageBlock]:
    sign = UNSURE_SIGN if line.surety is Surety.CHECK_FIRST else ""
    numbers = " · ".join(line.numbers)
    name = "" if line.name in line.numbers else line.name
    heading = own(numbers, "bold") + own("  " if numbers and name else "") + own(name, "" if numbers else "bold")
    yield None
    yield PageText(heading, indent=2, lead=sign)
    yield PageText(own(_(line.purpose)), indent=2)
    languages = ", ".join(_(LANGUAGES.get(one, one)) for one in line.languages)
    for label, said in (
        (N_("When"), _(line.hours)),
        (N_("Languages"), languages),
        (N_("A call"), _(ON_BILL[line.on_bill]) if line.numbers else ""),
        (N_("Confirmed"), _(SURETY[line.surety]).format(month=_month(line.checked_on))),
        (N_("Source"), line.source),
    ):
        if said:
            yield PageField(f"  {_(label)}", own(said))


def _month(checked_on: str) -> str:
    from datetime import date

    return format_date(date.fromisoformat(f"{checked_on}-01"), format="LLLL y", locale=spoken().language)
