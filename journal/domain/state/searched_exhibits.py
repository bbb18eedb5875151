"""Words of the exhibits of entries, for the search: names, origins, and the text in their files where that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.evidence.exhibit import Exhibit, Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from journal.domain.state.state import State

_TEXTS = ("title", "file_name", "obtained_how", "from_whom", "original_place", "lies_at", "note")


class SearchedExhibits:
    """What is searched of the exhibits of each entry, kept up with a growing state."""

    def __init__(self) -> None:
        self._of_entry: dict[int, tuple[str, ...]] = {}
        self._exhibits: dict[int, tuple[Exhibit, str]] = {}
        self._in_file: dict[int, str] = {}
        self._files_of: dict[int, list[int]] = {}

    def take(self, state: State) -> set[int]:
        """Take the standing exhibits of this state; return the numbers of the entries whose words changed by it."""
        now, people = state.of(Exhibit).now, state.people
        found: dict[int, list[str]] = {}
        self._files_of = {}
        for number, targets in sorted(state.standing_links.items()):
            for entry in sorted({one.entry for one in targets if one.entry}):
                from_person = people.get(now[number].from_person)
                inside = self._in_file.get(number) if now[number].form is Form.FILE else None
                texts = [self._words(now[number]), from_person.name if from_person else "", inside]
                found.setdefault(entry, []).extend(filter(None, texts))
                if inside:
                    self._files_of.setdefault(entry, []).append(number)
        before, self._of_entry = self._of_entry, {entry: tuple(texts) for entry, texts in found.items()}
        entries = before.keys() | self._of_entry.keys()
        return {entry for entry in entries if before.get(entry) != self._of_entry.get(entry)}

    def put_texts(self, texts: Mapping[int, str]) -> None:
        """Take the text in the files of exhibits, by their numbers; `take` tells what that changes."""
        self._in_file |= texts

    def in_files(self, entry: int) -> Iterator[tuple[int, str]]:
        """Yield the exhibits of an entry whose files have text, each with that text."""
        yield from ((number, self._in_file[number]) for number in self._files_of.get(entry, ()))

    def of_entry(self, number: int) -> Iterable[str]:
        """Return the words of the exhibits of an entry."""
        return self._of_entry.get(number, ())

    def _words(self, exhibit: Exhibit) -> str:
        known = self._exhibits.get(exhibit.number)
        if known is None or known[0] is not exhibit:
            texts = filter(None, (getattr(exhibit, name) for name in _TEXTS))
            known = self._exhibits[exhibit.number] = (exhibit, "\0".join(texts))
        return known[1]
