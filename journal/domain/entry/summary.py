"""One-line summary of an entry for lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.kinds.catalogue import Field, Group, Shape

if TYPE_CHECKING:
    from journal.domain.entry.entry import Entry
    from journal.domain.kinds.catalogue import Detail
    from journal.domain.text.words import Words

LONGEST = 400
"""Maximum number of characters taken from a text; a list shows fewer."""

SEPARATOR = " · "
_IN_FULL = frozenset({Shape.LINE, Shape.PHONE, Shape.TEXT})
"""Shapes of the fields whose value tells by itself."""


def gist(entry: Entry, words: Words) -> str:
    """Summarise an entry in one line: telling details, then the place or the first words; stored text is unescaped."""
    first = _first_words(entry, words)
    return SEPARATOR.join(filter(None, [details_in_words(entry, words), *first]))


def details_in_words(entry: Entry, words: Words) -> str:
    """Summarise the non-empty fields of the entry's kind: `9 rings, number withheld`; rare fields are left out."""
    details = entry.details
    own = [field for field in kinds.kind(entry.kind).fields if field.id in details and not field.rare]
    return ", ".join([told for field in own if (told := _detail(field, details[field.id], entry, words))])


def _detail(field: Field, value: Detail, entry: Entry, words: Words) -> str:
    if isinstance(value, str) and field.shape in _IN_FULL:
        return shortened(value)
    if field.id == "call.rings" and isinstance(value, int):
        return words.many("{count} ring", "{count} rings", value).format(count=value)
    if field.id == "call.number_shown":
        hidden = value != "shown" and "call.number" not in entry.details
        return words("number {how}").format(how=words(field.label_of(str(value)))) if hidden else ""
    if isinstance(value, bool):
        return _lower(words(field.label)) if value else ""
    if field.shape is Shape.CHOICE:
        return words(field.label_of(str(value)))
    return shortened(str(value)) if field.shape in _IN_FULL else ""


def _first_words(entry: Entry, words: Words) -> list[str]:
    said = shortened(entry.account) or _quoted(entry.quoted_words, words)
    if kinds.kind(entry.kind).group is Group.PHYSICAL:
        return [shortened(entry.place), said]
    return [said or shortened(entry.place)]


def _quoted(text: str, words: Words) -> str:
    return words("“{words}”").format(words=shortened(text)) if text.strip() else ""


def shortened(text: str) -> str:
    """Return the beginning of a text on one line."""
    return " ".join(text[:LONGEST].split())


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]
