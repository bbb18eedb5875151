"""Section of the entries in full: present fields, literal words as quotations, and every earlier version."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from journal.domain.entry import labels
from journal.domain.entry.rendering import changes, rendered_fields
from journal.domain.ledger.actions import Action
from journal.domain.state.undoing import why
from journal.domain.text.words import N_
from journal.handover.dossier.formatting import (
    entry_anchor,
    entry_title,
    exhibit_anchor,
    in_quotes,
    moment_text,
    recorded,
)
from journal.handover.model.document import Facts, Heading, Link, Paragraph, Section
from journal.handover.selection.third_person_labels import retold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.domain.entry.versions import Version
    from journal.domain.text.words import Words
    from journal.handover.model.document import Block, Cell
    from journal.handover.selection.selection import SelectedEntry, Selection

_PROSE = ("account", "quoted_words")
"""What stands as text of its own and not in the table."""


def entries(chosen: Selection, words: Words) -> Section:
    """Return all entries, one after the other."""
    blocks = [block for one in chosen.entries for block in _entry(one, chosen, words)]
    return Section(words(N_("Every entry in full")), tuple(blocks), anchor="entries")


def _entry(one: SelectedEntry, chosen: Selection, words: Words) -> Iterator[Block]:
    history = one.history
    yield Heading(entry_title(history, words), anchor=entry_anchor(history.number))
    if history.withdrawn:
        yield Paragraph(words(N_("Crossed out: the person who keeps this log no longer counts this entry.")))
    yield Facts(tuple(_rows(one, chosen, words)), dense=True)
    said = {field.name: field for field in one.fields}
    if "account" in said:
        yield Paragraph(said["account"].said, struck=history.withdrawn, label=said["account"].label)
    if "quoted_words" in said:
        quoted = said["quoted_words"]
        yield Paragraph(in_quotes(quoted.said, words), quoted=True, label=quoted.label)
    yield from _versions(one, chosen, words)


def _rows(one: SelectedEntry, chosen: Selection, words: Words) -> Iterator[tuple[str, Cell]]:
    shown = [field for field in one.fields if field.name not in {*_PROSE, "kind"}]
    yield from ((field.label, field.said) for field in shown if field.name == "happened")
    yield words(N_("Recorded on")), recorded(one.history, words)
    yield from ((field.label, field.said) for field in shown if field.name != "happened")
    for number in one.exhibits:
        exhibit = next((exhibit for exhibit in chosen.exhibits if exhibit.number == number), None)
        name = f" · {exhibit.title or exhibit.file_name}" if exhibit and (exhibit.title or exhibit.file_name) else ""
        label = words(N_("Exhibit"))
        yield label, Link(f"{number}{name}", exhibit_anchor(number))
    for event in chosen.events:
        if one.history.number in event.entries:
            called = words(N_("event {number}")).format(number=event.number)
            yield words(N_("Part of")), Link(f"{called}{f' · {event.name}' if event.name else ''}", "events")
    if one.reports:
        numbers = ", ".join(map(str, one.reports))
        yield (
            words(N_("Reported")),
            Link(
                words.many("report {numbers}", "reports {numbers}", len(one.reports)).format(numbers=numbers), "reports"
            ),
        )


def _versions(one: SelectedEntry, chosen: Selection, words: Words) -> Iterator[Block]:
    """Say what was changed, when and why, with what stood before; nothing for an entry that never changed."""
    versions = one.history.versions
    if len(versions) == 1:
        return
    label = words(N_("Changes"))
    for before, version in pairwise(versions):
        head = words(N_("{act} on {when}, record {record}")).format(
            act=words(labels.ENTRY_ACTS[version.act]),
            when=moment_text(version.record.written, str(version.record.fields().get("offset", "")), words),
            record=version.record.seq,
        )
        because = version.reason or words(why(version.record, one.history))
        reason = words(N_("Reason: {reason}")).format(reason=because) if because else ""
        yield Paragraph("\n".join(filter(None, (head, reason))), label=label)
        label = ""
        if version.act is Action.ENTRY_AMENDED:
            rows = tuple(_before(before, version, chosen, words))
            if rows:
                yield Facts(rows, dense=True)


def _before(before: Version, version: Version, chosen: Selection, words: Words) -> Iterator[tuple[str, str]]:
    """Yield what the changed fields said before; what stays here stays here in earlier versions too."""
    staying = set(chosen.left_out.get(before.record.seq, ())) | set(chosen.left_out.get(version.record.seq, ()))
    told = {
        field.name: retold(field, before.entry, words) for field in rendered_fields(before.entry, chosen.people, words)
    }
    for one in changes(before.entry, version.entry, chosen.people, words):
        if one.name in staying:
            continue
        field = told.get(one.name)
        label, said = (field.label, field.said) if field else (one.label, one.before)
        yield words(N_("{field} before")).format(field=label), said or words(N_("empty"))
