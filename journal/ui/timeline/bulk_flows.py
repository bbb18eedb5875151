"""What is done with several picked entries, from the question to the word that says what was saved."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from journal.domain.case.case_event import CaseEvent
from journal.domain.case.people import Role
from journal.domain.case.report import Report
from journal.domain.evidence.checklist import OWN, ItemState, Mark, label_of
from journal.domain.state.mentions import MentionRole
from journal.domain.state.short_names import NAMES, report_called
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, labelled, many, spoken
from journal.ui.dialogs.ask_words import AskReason
from journal.ui.frame.masking import escaped
from journal.ui.lists.find_screen import FindScreen, Line
from journal.ui.lists.line_list import Row
from journal.ui.timeline.picked_acts import AskEventName, AskTags, PickedActs, entries_in_words

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Mapping

    from journal.domain.kinds.catalogue import Item
    from journal.logbook.bulk import SavedTogether
    from journal.ui.dialogs.ask_words import AskWords
    from journal.ui.timeline.picking import PicksEntries

TAG = N_("Add a tag")
NAME_WHO = N_("Name who did it")
NAME_WITNESS = N_("Name a witness")
TO_EVENT = N_("Put them together as an event")
TO_REPORT = N_("Add them to a report")
LINK_EXHIBIT = N_("Link an exhibit to them")
MARK_ITEM = N_("Mark an item of their checklists")
CROSS_OUT = N_("Cross them out")
TAGGED = N_("tag added")
WHY_NAMED = N_("It is an amendment of each entry. Why is it made only now?")
WHY_CROSSED_OUT = N_("They stay readable, struck through. Why are they crossed out?")
NO_REPORTS = N_("There is no report yet.")
NO_ITEMS = N_("None of these entries has an evidence checklist.")
NEW = 0


async def act_on(screen: PicksEntries, numbers: list[int]) -> None:
    """Ask what is to be done with these entries, and do it."""
    if act := await screen.app.push_screen_wait(PickedActs(len(numbers), tuple(ACTS))):
        await ACTS[act](screen, numbers)


def _titled(numbers: list[int], question: str) -> str:
    return labelled(entries_in_words(len(numbers)), question)


async def _tag(screen: PicksEntries, numbers: list[int]) -> None:
    def tagged(words: str) -> SavedTogether:
        tags = [one.strip() for one in words.split(",") if one.strip()]
        return screen.logbook.bulk.tag(numbers, tags, _(TAGGED))

    await _attempt_with(screen, lambda: AskTags(entries_in_words(len(numbers)), _("Which tag?"), _("Add")), tagged)


async def _name(role: MentionRole, screen: PicksEntries, numbers: list[int]) -> None:
    from journal.ui.forms.people_picker import PeoplePicker

    title = _titled(numbers, _(NAME_WITNESS if role is MentionRole.WITNESS else NAME_WHO))
    to_the_case = Role.WITNESS if role is MentionRole.WITNESS else Role.STALKER
    picker = PeoplePicker(screen.logbook, (), to_the_case, several=False, title=title)
    if not (chosen := await screen.app.push_screen_wait(picker)):
        return
    named = partial(screen.logbook.bulk.name_person, numbers, chosen[0], role)
    await _attempt_with(screen, lambda: AskReason(title, _(WHY_NAMED), _("Amend")), named)


async def _to_report(screen: PicksEntries, numbers: list[int]) -> None:
    title = _titled(numbers, _("to which report?"))
    listed = FindScreen(title, partial(_reports, screen), nothing=_(NO_REPORTS))
    chosen = await screen.app.push_screen_wait(listed)
    if chosen:
        await _attempt(screen, partial(screen.logbook.bulk.add_to_report, numbers, chosen))
    elif chosen == NEW:
        from journal.ui.case.report_form import report_form
        from journal.ui.forms.form_screen import fill_in

        await fill_in(screen, report_form(screen.logbook, known={"entries": tuple(numbers)}))
        screen.show_all()


def _reports(screen: PicksEntries) -> Iterator[Line[int]]:
    yield Line(NEW, Row([(_("+ a new report"), "strong")]))
    for one in reversed(screen.logbook.case.standing(Report)):
        yield _line(one, report_called(one, spoken()))


async def _to_event(screen: PicksEntries, numbers: list[int]) -> None:
    title = _titled(numbers, _("to which event?"))
    events = screen.logbook.case.standing(CaseEvent)
    chosen: int | None = NEW
    if events:
        chosen = await screen.app.push_screen_wait(FindScreen(title, partial(_events, events), nothing=""))
    if chosen:
        await _attempt(screen, partial(screen.logbook.bulk.add_to_event, numbers, chosen))
    elif chosen == NEW:
        await _attempt_with(screen, lambda: AskEventName(len(numbers)), partial(screen.logbook.bulk.new_event, numbers))


def _events(events: list[CaseEvent]) -> Iterator[Line[int]]:
    yield Line(NEW, Row([(_("+ a new event"), "strong")]))
    for one in reversed(events):
        yield _line(one, one.name)


def _line(one: Report | CaseEvent, called: str) -> Line[int]:
    name = _(NAMES[one.SUBJECT]).format(number=one.number)
    return Line(one.number, Row([(f"{name}  ", "strong"), (escaped(called), "")]))


async def _link_exhibit(screen: PicksEntries, numbers: list[int]) -> None:
    from journal.ui.evidence.exhibit_list import exhibits_list

    title = _titled(numbers, _("which exhibit?"))
    if exhibit := await screen.app.push_screen_wait(exhibits_list(screen.logbook.state, title=title)):
        await _attempt(screen, partial(screen.logbook.bulk.link_exhibit, numbers, exhibit))


async def _mark_item(screen: PicksEntries, numbers: list[int]) -> None:
    from journal.ui.entry.mark_item import MarkItem

    entries = screen.logbook.state.entries
    shared = Counter(line.item for number in numbers for line in entries[number].checklist)
    items = [(item, count) for item, count in shared.most_common() if not item.id.startswith(OWN)]
    title = _titled(numbers, _("which item?"))
    listed = FindScreen(title, lambda: map(_item_line, items), nothing=_(NO_ITEMS))
    if not (item := await screen.app.push_screen_wait(listed)):
        return
    question = MarkItem(label_of(item, spoken()), Mark(state=ItemState.DONE), screen.logbook.now().date())
    mark = await screen.app.push_screen_wait(question)
    if mark is not None:
        await _attempt(screen, partial(screen.logbook.bulk.mark, numbers, item.id, mark))


def _item_line(shared: tuple[Item, int]) -> Line[Item]:
    item, count = shared
    told = many("{count} entry", "{count} entries", count).format(count=in_figures(count, spoken()))
    return Line(item, Row([(label_of(item, spoken()), "")], told))


async def _cross_out(screen: PicksEntries, numbers: list[int]) -> None:
    def ask() -> AskReason:
        return AskReason(entries_in_words(len(numbers)), _(WHY_CROSSED_OUT), _("Cross out"))

    await _attempt_with(screen, ask, partial(screen.logbook.bulk.withdraw, numbers))


async def _attempt(screen: PicksEntries, act: Callable[[], SavedTogether]) -> None:
    picked = len(screen.timeline.picks.keys)
    await screen.attempt_together(act, lambda saved: saved_in_words(saved, picked), picked)
    screen.show_picks()


async def _attempt_with(screen: PicksEntries, ask: Callable[[], AskWords], act: Callable[[str], SavedTogether]) -> None:
    picked = len(screen.timeline.picks.keys)
    await screen.attempt_with_words(ask, act, lambda saved: saved_in_words(saved, picked), picked)
    screen.show_picks()


def saved_in_words(saved: SavedTogether, picked: int) -> str:
    """Return how many of the picked entries an act changed, and by which record."""
    told = many("{count} entry changed, record {record}.", "{count} entries changed, record {record}.", saved.count)
    said = told.format(count=in_figures(saved.count, spoken()), record=in_figures(saved.record, spoken()))
    if left := picked - saved.count:
        as_before = many("{count} stays as it was.", "{count} stay as they were.", left)
        said = f"{said} {as_before.format(count=in_figures(left, spoken()))}"
    return said


ACTS: Mapping[str, Callable[[PicksEntries, list[int]], Awaitable[None]]] = {
    TAG: _tag,
    NAME_WHO: partial(_name, MentionRole.DID_IT),
    NAME_WITNESS: partial(_name, MentionRole.WITNESS),
    TO_EVENT: _to_event,
    TO_REPORT: _to_report,
    LINK_EXHIBIT: _link_exhibit,
    MARK_ITEM: _mark_item,
    CROSS_OUT: _cross_out,
}
"""Acts by their marked labels, in the order in which they are offered."""
