"""The bans and other conditions, and when they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.order import Order, in_force
from journal.domain.forms.orders import ORDER
from journal.domain.forms.rendering import person_called, told
from journal.domain.state.short_names import day_called, order_called
from journal.domain.text.words import N_, _, many, spoken
from journal.domain.time.moment import exactly
from journal.domain.time.within import Inside, days_of
from journal.ui.case.order_form import NO_JUDGEMENT, order_form
from journal.ui.case.section import CaseSection, SectionLine, fact_blocks, joined
from journal.ui.forms.form import values_of
from journal.ui.frame.page import PageText
from journal.ui.frame.text import FAINT, literal, own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content

    from journal.ui.forms.form import FormDefinition
    from journal.ui.frame.page import PageBlock

TODAY = {
    Inside.YES: N_("in force today"),
    Inside.PERHAPS: N_("perhaps in force today"),
    Inside.NO: N_("not in force today"),
}


class OrdersSection(CaseSection):
    """The orders."""

    name = N_("Orders")
    empty = N_("No orders yet. Press n to add one: a contact ban, a street ban or another condition.")
    sort = Order

    def count(self) -> str:
        """Return how many orders there are, and how many are in force today."""
        orders = self.state.of(Order).standing
        holding = sum(self._today(one) is Inside.YES for one in orders)
        if not holding:
            return str(len(orders))
        told_holding = many("{all}, {count} in force", "{all}, {count} in force", holding)
        return told_holding.format(all=len(orders), count=holding)

    def _today(self, order: Order) -> Inside:
        return in_force(order, days_of(exactly(self.logbook.now())))

    def lines(self) -> Iterator[SectionLine]:
        """Yield the orders, the latest first."""
        for order in reversed(self.state.of(Order).standing):
            yield SectionLine(str(order.number), self._drawn(order))

    def _drawn(self, order: Order) -> Content:
        person = person_called(order.person, self.state.people, spoken()) if order.person else ""
        until = _("until {day}").format(day=day_called(order.ends, spoken())) if order.ends else ""
        since = _("from {day}").format(day=day_called(order.starts, spoken())) if order.starts else ""
        facts = joined(_(TODAY[self._today(order)]), person, since, until)
        return own(f"{order.number:>3}  ") + literal(order_called(order, spoken())) + own("  ") + facts

    def blocks(self, line: str) -> Iterator[PageBlock]:
        """Yield an order: what is noted of it, and what happened while it held."""
        order = self.state.of(Order).now[int(line)]
        name = _("Order {number}").format(number=order.number)
        yield PageText(own(f"{name} · {_(TODAY[self._today(order)])}", "bold"))
        yield from fact_blocks(told(values_of(order), ORDER, self.state.people, spoken()))
        yield None
        yield PageText(own(_(NO_JUDGEMENT), FAINT))
        yield from self.relations(line)

    def form(self, line: str) -> FormDefinition:
        """Return the form of an order."""
        return order_form(self.logbook, int(line or 0))
