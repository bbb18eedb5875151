"""The evidence checklist of an entry, line by line: each thing to keep, and what is said of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.commands.line_answers import answer, figures
from journal.commands.output import say, tell
from journal.domain.entry import labels
from journal.domain.evidence import checklist
from journal.domain.evidence.checklist import ChecklistLine, ItemState, Mark
from journal.domain.kinds.catalogue import Item
from journal.domain.text.words import N_, _, spoken
from journal.ui.frame.masking import harmless

if TYPE_CHECKING:
    from journal.domain.entry.history import History
    from journal.plain.room import PlainRoom

_WHICH = N_("Which of these? Type the figure; enter alone goes back.")
_WHICH_HELP = N_(
    "These are things to keep for this kind of act. What is done, and what does not apply, is marked here."
)
_OWN = N_("Something else to keep or do, in your own words")
_OWN_QUESTION = N_("What is to be kept or done? Enter alone goes back.")
_STATE = N_("Where does it stand? Type the figure; enter alone changes nothing.")
_STATE_HELP = N_("Nothing is deleted: what was said before stays readable in the journal.")
_NOTE = N_("A note, such as where it is? Enter alone leaves the note as it is.")
_NOTE_HELP = N_("One line, in your own words.")
_MARKED = N_("Saved: {item}, {state}, record {record}.")


def check_off(room: PlainRoom) -> None:
    """Tell the checklist of an entry, and mark items of it until the person goes back; raises Left."""
    room.require_writable()
    number = room.asked_entry().number
    while True:
        history = room.entry(number)
        lines = history.checklist
        done, applying = checklist.done(lines)
        say([_("Evidence checklist: {done} of {applying} done").format(done=done, applying=applying)])
        chosen = figures(_(_WHICH), [*map(_told, lines), _(_OWN)], lambda: [_(_WHICH_HELP)])
        if chosen == []:
            return
        if chosen and chosen[0] < len(lines):
            _mark(room, number, lines[chosen[0]])
        elif chosen:
            _add_own(room, history)


def _told(line: ChecklistLine) -> str:
    parts = (line.label(spoken()), _(labels.ITEM_STATES[line.mark.state]), line.mark.on, line.mark.note)
    return ", ".join(harmless(part) for part in parts if part)


def _mark(room: PlainRoom, number: int, line: ChecklistLine) -> None:
    """Ask where an item stands, and record it."""
    states = [*ItemState]
    chosen = figures(_(_STATE), [_(labels.ITEM_STATES[one]) for one in states], lambda: [_(_STATE_HELP)])
    if not chosen:
        return
    state = states[chosen[0]]
    note = answer(_(_NOTE), lambda: [_(_NOTE_HELP)]).strip() or line.mark.note
    on = f"{room.logbook.now():%Y-%m-%d}" if state is ItemState.DONE else ""
    _record(room, number, line.item.id, Mark(state=state, note=note, on=on, label=line.mark.label), line)


def _add_own(room: PlainRoom, history: History) -> None:
    """Ask for something of one's own, and put it on the checklist."""
    label = answer(_(_OWN_QUESTION), lambda: [_(_NOTE_HELP)]).strip()
    if label:
        item = Item(checklist.next_own(history.marks), label)
        _record(room, history.number, item.id, Mark(label=label), ChecklistLine(item, Mark(label=label)))


def _record(room: PlainRoom, number: int, item: str, mark: Mark, line: ChecklistLine) -> None:
    saved = room.logbook.mark(number, item, mark)
    state = _(labels.ITEM_STATES[mark.state])
    tell(_(_MARKED).format(item=harmless(line.label(spoken())), state=state, record=saved.record))
