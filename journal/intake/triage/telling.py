"""Sentences about an import: what was found, what was not understood, what such an export never holds."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.entry.detail_words import duration
from journal.domain.entry.origin import NOTES
from journal.domain.ledger.verdict import told_faults
from journal.domain.text.words import N_, N_many
from journal.intake.model.found import Channel, Problem, SentBy
from journal.intake.triage.entries import CHANNELS, is_notice, kind_of
from journal.intake.triage.triage import Presence, TriageItem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journal.domain.text.words import Words
    from journal.intake.model.found import Found, Trouble

_PROBLEMS: Mapping[Problem, tuple[str, str]] = {
    Problem.NOT_UNDERSTOOD: N_many(
        "{count} line was not understood: {lines}.",
        "{count} lines were not understood: {lines}.",
    ),
    Problem.DAMAGED: N_many(
        "{count} item is damaged and was left out: {lines}.",
        "{count} items are damaged and were left out: {lines}.",
    ),
    Problem.BEFORE_FIRST: N_many(
        "{count} line before the first message was left out.",
        "{count} lines before the first message were left out.",
    ),
    Problem.WITHDRAWN: N_many(
        "{count} entry was crossed out there and was left out.",
        "{count} entries were crossed out there and were left out.",
    ),
    Problem.TOO_LARGE: N_many(
        "{count} item is too large and was left out: {lines}.",
        "{count} items are too large and were left out: {lines}.",
    ),
}
_END_MISSING = N_("The end of the file is missing. All that is whole was read; make the export again if you can.")
_CHAIN = N_(
    "Not everything in this journal agrees with its digests: {faults}. What could be read is shown, and each entry "
    "taken from it says so."
)
_SAVES_BESIDE = N_(
    "This journal is open, or was not closed: what was saved last lies beside its file and was not read. Close it, and "
    "bring it in again to have all of it."
)
_COUNT = N_("The file says that it holds {stated} items; {count} were found in it.")
_PLAIN: Mapping[Problem, str] = {Problem.END_MISSING: _END_MISSING, Problem.SAVES_BESIDE: _SAVES_BESIDE}
"""Sentences that name neither line nor count."""
_NEVER_HELD: Mapping[Channel, str] = {
    Channel.SMS: N_(
        "Newer encrypted chat messages (RCS) are not in such a backup, and it does not say so: look for them on "
        "the phone."
    ),
    Channel.CALL: N_("No call list holds how often it rang or what was heard: fill that in where you remember it."),
    Channel.WHATSAPP: N_(
        "Reactions, view-once pictures and messages deleted earlier are not in such an export, and of a long chat the "
        "oldest part may be missing."
    ),
    Channel.SIGNAL: N_(
        "Disappearing messages and view-once pictures are not in such an export; only screenshots prove them."
    ),
    Channel.SNAPCHAT: N_("Only saved messages are in such an export."),
    Channel.JOURNAL_LIST: N_(
        "Such a list holds no digests: nothing in it can be checked. A copy or a bundle of that journal can be."
    ),
}
_PRESENCES: Mapping[Presence, str] = {
    Presence.DOUBTFUL: N_("perhaps here already"),
    Presence.HERE: N_("here already"),
}
_MOST_REFUSED = 10
"""Files that could not be read that are named; of more, as of a damaged stick, the number is told."""
_MOST_LINES = 5
_LONGEST = 120


def troubles_in_words(troubles: Sequence[Trouble], count: int, words: Words) -> Iterator[str]:
    """Yield a sentence for each sort of trouble of one export, with its first lines."""
    by_problem: dict[Problem, list[Trouble]] = {}
    for one in troubles:
        by_problem.setdefault(one.problem, []).append(one)
    for problem, of_it in by_problem.items():
        if problem in _PLAIN:
            yield words(_PLAIN[problem])
        elif problem is Problem.CHAIN:
            faults = told_faults([one.fault for one in of_it if one.fault], words)
            yield words(_CHAIN).format(faults=faults)
        elif problem is Problem.WITHDRAWN:
            left_out = sum(int(one.text) for one in of_it)
            yield words.many(*_PROBLEMS[problem], left_out).format(count=left_out)
        elif problem is Problem.COUNT_DIFFERS:
            yield words(_COUNT).format(stated=of_it[0].text, count=count)
        else:
            lines = ", ".join(words(N_("line {line}")).format(line=each.line) for each in of_it[:_MOST_LINES])
            lines += " …" if len(of_it) > _MOST_LINES else ""
            yield words.many(*_PROBLEMS[problem], len(of_it)).format(count=len(of_it), lines=lines)


def refused_in_words(refused: Sequence[str], words: Words) -> Iterator[str]:
    """Yield why files beside the exports could not be read: the first ones, and how many more there are."""
    yield from refused[:_MOST_REFUSED]
    if (more := len(refused) - _MOST_REFUSED) > 0:
        told = words.many("{count} more file could not be read.", "{count} more files could not be read.", more)
        yield told.format(count=more)


def never_held(items: Sequence[TriageItem], words: Words) -> Iterator[str]:
    """Yield what exports of these channels never hold, once each, and how much is nobody's message or call."""
    if count := sum(is_notice(one.found) for one in items):
        told = words.many(
            "{count} line is a notice of the program, for example of a changed number or a blocked contact: it stands "
            "in the list, and is never counted as an act.",
            "{count} lines are notices of the program, for example of a changed number or a blocked contact: they "
            "stand in the list, and are never counted as acts.",
            count,
        )
        yield told.format(count=count)
    channels = dict.fromkeys(one.found.channel for one in items)
    yield from (words(_NEVER_HELD[channel]) for channel in channels if channel in _NEVER_HELD)


def counted(items: Sequence[TriageItem], words: Words) -> str:
    """Return how many items of others are new, here already, and perhaps here; and how many are the user's own."""
    count = Counter(one.presence for one in items if not one.found.own_act)
    told = [words(N_("{count} new")).format(count=count[Presence.NEW])]
    if count[Presence.HERE]:
        told.append(words(N_("{count} already here")).format(count=count[Presence.HERE]))
    if count[Presence.DOUBTFUL]:
        told.append(words(N_("{count} perhaps already here")).format(count=count[Presence.DOUBTFUL]))
    if own := sum(one.found.own_act for one in items):
        told.append(words(N_("{count} of your own")).format(count=own))
    return ", ".join(told)


def who(one: TriageItem, words: Words) -> str:
    """Return the other side as displayed and by number; unescaped."""
    found = one.found
    if not (found.name or found.party):
        return words(N_("number withheld") if found.withheld else N_("nobody named"))
    return " ".join(filter(None, dict.fromkeys((found.name, found.party))))


def kind_in_words(one: TriageItem, words: Words) -> str:
    """Return the kind of entry that it becomes, or that the user sent it, with the channel where that says more."""
    label = words(N_("sent by you") if one.found.own_act else kinds.kind(kind_of(one.found)).label)
    if is_notice(one.found):
        label = words(N_("notice of the program"))
    channel = CHANNELS.get(one.found.channel, "")
    return f"{label} ({channel})" if channel else label


def when_in_figures(one: TriageItem) -> str:
    """Return its local day and time to the minute; a question mark where the export gives none that can be right."""
    return one.when.replace("T", " ")[:16] or "?"


def row_in_words(time: str, found: Found | None, words: Words) -> str:
    """Return what a row of a table becomes, with its time as written; unescaped."""
    if found is None:
        return ": ".join(filter(None, [time, words(N_("not understood, and left out"))]))
    one = TriageItem(found, 0, Presence.NEW)
    length = duration(found.seconds, words) if found.seconds else ""
    unknown = words(N_("who called or wrote is not told")) if found.direction is SentBy.UNKNOWN else ""
    told = (kind_in_words(one, words), who(one, words), length, first_words(one, words), unknown)
    return f"{time}: {', '.join(filter(None, told))}"


def presence_in_words(one: TriageItem, words: Words) -> str:
    """Return whether it is here already or perhaps, with the number of the entry that it perhaps is; "" where new."""
    if one.presence is Presence.DOUBTFUL and one.like:
        return words(N_("perhaps here already: entry {number}")).format(number=one.like)
    return words(_PRESENCES.get(one.presence, ""))


def first_words(one: TriageItem, words: Words) -> str:
    """Return its first words in one line, or what is told of it where it has none; unescaped."""
    said = " ".join(f"{one.found.subject} {one.found.text[: 4 * _LONGEST]}".split())
    told = said or ", ".join(words(NOTES[note]) for note in one.found.notes if note in NOTES)
    return told if len(told) <= _LONGEST else told[: _LONGEST - 1] + "…"
